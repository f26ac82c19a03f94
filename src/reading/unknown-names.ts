// Names that no gazetteer has behind a noun that places are called by.
import type { ScopeMark } from './marks.ts';
import { isIn, type SentenceView, wordAt } from './view-sentence.ts';

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

/** Words of "the 4th Division", "the junta's Western Command". */
const UNIT = 9;

/** "the headquarters of the army's Western Command in Ashford": past the unit whose base it is; -1 where none is named. */
export const pastUnit = (view: SentenceView, { scope, kind, to }: ScopeMark): number => {
  if (kind !== null || !['centre', 'base'].includes(scope) || !isIn(view, 'partLinks', to)) return -1;
  let named = false;
  for (let at = to + 1; at < to + UNIT; at++) {
    const mark = view.markAt[at];
    if (mark?.type === 'place') return -1;
    if (isIn(view, 'locatorLinks', at) || isIn(view, 'besideLinks', at)) return named ? at : -1;
    const word = view.tokens[at];
    const capital = /^\p{Lu}/u.test(word?.text ?? '') || word?.type === 'number';
    named ||= isIn(view, 'unitNouns', at) || mark?.type === 'actor';
    const plain = capital || mark?.type === 'actor' || isIn(view, 'unitNouns', at) || isIn(view, 'determiners', at);
    if (!plain && !/^(?:'s|’|'|st|nd|rd|th|-)$/.test(word?.word ?? '')) return -1;
  }
  return -1;
};

/** A unit's headquarters is a base. */
export const ofUnit = (view: SentenceView, noun: ScopeMark | null): ScopeMark | null =>
  noun !== null && pastUnit(view, noun) > 0 ? { ...noun, scope: 'base' } : noun;
