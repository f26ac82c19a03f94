// Names that no gazetteer has behind a noun that places are called by.
import type { ScopeMark } from './marks.ts';
import { type SentenceView, wordAt } from './view-sentence.ts';

const NAMES = 10;

/** "the villages of Digal and Shamun in Garth": past the names that no gazetteer has; where the noun ends if there are none. */
export const pastUnknownNames = (view: SentenceView, noun: ScopeMark): number => {
  if (noun.kind !== 'village' || wordAt(view, noun.to) !== 'of' || view.theatre.open) return noun.to;
  const isName = (at: number): boolean => view.markAt[at] === undefined && /^\p{Lu}/u.test(view.tokens[at]?.text ?? '');
  if (!isName(noun.to + 1)) return noun.to;
  let at = noun.to + 1;
  while (at < noun.to + NAMES && (isName(at) || (/^(?:,|-|and)$/.test(wordAt(view, at)) && isName(at + 1)))) at++;
  return at;
};
