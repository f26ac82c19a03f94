// Names that no gazetteer has behind a noun that places are called by.

import type { ScopeMark } from '../marks.ts';
import { CLOSED_LISTS, isCapital } from '../words/closed-words.ts';
import { isGenitive } from '../words/genitives.ts';
import { isIn, isInAny, type SentenceView, wordAt } from '../words/view-sentence.ts';

const NAMES = 10;

/** "the villages of Digal and Shamun in Garth": past the names that no gazetteer has; where the noun ends if there are none. */
export const pastUnknownNames = (view: SentenceView, noun: ScopeMark): number => {
  if (noun.kind !== 'village' || !isIn(view, 'partLinks', noun.to) || view.theatre.open) return noun.to;
  const isName = (at: number): boolean => view.markAt[at] === undefined && /^\p{Lu}/u.test(view.tokens[at]?.text ?? '');
  if (!isName(noun.to + 1)) return noun.to;
  let at = noun.to + 1;
  while (at < noun.to + NAMES && (isName(at) || (/^(?:,|-|and)$/.test(wordAt(view, at)) && isName(at + 1)))) at++;
  return at;
};

/** Words of "the 4th Division", "the Norland National Army's 3rd Corps", with the link behind them. */
const UNIT = 12;

interface Housed {
  /** Where the word stands that leads to the place. */
  readonly at: number;
  readonly scope: ScopeMark['scope'];
}

/** "the headquarters of the army's Western Command in Ashford", "… of the state broadcaster in Ashford": past whose it is. */
const housed = (view: SentenceView, { scope, kind, to }: ScopeMark): Housed | null => {
  if (kind !== null || !['centre', 'base'].includes(scope) || !isIn(view, 'partLinks', to)) return null;
  let unit = false;
  let force = false;
  let owner = false;
  for (let at = to + 1; at < to + UNIT; at++) {
    const mark = view.markAt[at];
    // "the headquarters of HALE'S movement in Ashford": whose it is, which lies where the words behind it say.
    owner ||= mark?.type === 'place' && view.theatre.open && isGenitive(view, mark.to);
    if ((mark?.type === 'place' && !owner) || mark?.type === 'scope') return null;
    // "the headquarters of the 4th Division AT ASHFORD airport": only a name says where it stands.
    const stands = isIn(view, 'postStands', at) && view.markAt[at + 1]?.type === 'place';
    if (at > to + 1 && (stands || isInAny(view, ['locatorLinks', 'besideLinks'], at)))
      return owner && view.markAt[at + 1]?.type !== 'place'
        ? null
        : { at, scope: unit ? 'base' : force ? scope : 'facility' };
    unit ||= isIn(view, 'unitNouns', at);
    force ||= mark?.type === 'actor';
    const stop = view.tokens[at]?.type === 'mark' && !/^(?:'s|’|'|-)$/.test(wordAt(view, at));
    const wall =
      !isGenitive(view, at) && isInAny(view, ['prepositions', 'conjunctions', 'be', 'have', 'relatives'], at);
    if (view.tokens[at] === undefined || stop || (wall && !isIn(view, 'determiners', at))) return null;
  }
  return null;
};

/** Past whose base or office it is, to the word that leads to its place; -1 where that is not said. */
export const pastUnit = (view: SentenceView, noun: ScopeMark): number => housed(view, noun)?.at ?? -1;

/** A unit's headquarters is a base, a broadcaster's a facility. */
export const ofUnit = (view: SentenceView, noun: ScopeMark | null): ScopeMark | null => {
  const found = noun === null ? null : housed(view, noun);
  return noun === null || found === null ? noun : { ...noun, scope: found.scope };
};

const PLAIN = [...CLOSED_LISTS, 'demonyms', 'directions', 'orgWords'];

/** "captured ZARBUL district": a name that no gazetteer has, right before its noun; a heading has capitals everywhere. */
export const isUnknownName = (view: SentenceView, at: number): boolean => {
  const { lexicon, theatre, sentence, tokens } = view;
  const [before, name, noun] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (theatre.open || sentence.heading || !isCapital(name) || view.markAt[at] !== undefined) return false;
  if (name === undefined || name.end + 1 !== noun?.start) return false;
  if (lexicon.look('nationAdjectives', name.word) !== null) return false;
  const lists = lexicon.listsOf(name.word);
  // A sentence begins every word with a capital: there only a word that is in no list is a name.
  if (before?.type !== 'word') return lists === undefined && !lexicon.verbs.has(name.word);
  return lists === undefined || !PLAIN.some((list) => lists.has(list));
};
