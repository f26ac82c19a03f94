// Numbers that can count people: "nine", "at least nine", "more than ten", "several", "dozens of".
// Invariant: a count is a range whose lower end is sure; years, shares, clocks, ages and things are no people.
import type { Lexicon } from '../../model/lexicon.ts';
import type { Token } from '../marks.ts';
import { mayBeNumber, numberOf } from '../words/numbers.ts';
import { isIn, type SentenceView, wordAt } from '../words/view-sentence.ts';

export interface Counted {
  readonly at: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
}

/** Of "several" and "dozens" only the lower end is said; the upper is held to be three times that. */
const VAGUE_REACH = 3;

const endsWithAny = (words: string, lexicon: Lexicon, list: string): boolean =>
  lexicon.list(list).some((phrase) => words === phrase || words.endsWith(` ${phrase}`));

/** "at least nine" is nine and more, "over nine" ten, "up to nine" is nine at most, of which none is sure. */
const rangeOf = (count: number, before: string, lexicon: Lexicon): Pick<Counted, 'low' | 'high'> => {
  if (endsWithAny(before, lexicon, 'comparator:at most')) return { low: 0, high: count };
  // "NO fewer than 30" is thirty at the least.
  const under =
    endsWithAny(before, lexicon, 'comparator:under') && !endsWithAny(before, lexicon, 'comparator:at least');
  if (under) return { low: 0, high: Math.max(0, count - 1) };
  if (endsWithAny(before, lexicon, 'comparator:over')) return { low: count + 1, high: count + 1 };
  return { low: count, high: count };
};

const isYear = (token: Token): boolean => /^(19|20)\d\d$/.test(token.text);

const isJoined = ({ tokens }: SentenceView, left: number, right: number): boolean =>
  tokens[left] !== undefined && tokens[left]?.end === tokens[right]?.start;

/** "ONE IN THREE deaths": a share, of which neither number counts anybody. */
const isOfRatio = (view: SentenceView, at: number, to: number): boolean => {
  const number = (i: number): number | null => numberOf([wordAt(view, i)], view.lexicon);
  const dead = (i: number): boolean => isIn(view, 'deathWords', i) || isIn(view, 'injuryWords', i);
  const isWhole = isIn(view, 'ratioLinks', at - 1) && number(at - 2) !== null && [to, to + 1, to + 2].some(dead);
  // "one in two OF THOSE wounded"
  const isPart = isIn(view, 'ratioLinks', to) && number(to + 1) !== null && [to + 2, to + 3, to + 4].some(dead);
  return isWhole || isPart;
};

/** "2 Aug: …", "on July 14,": a day of a month; "in July 14 men died" counts men. */
const isOfDay = (view: SentenceView, at: number, to: number): boolean =>
  view.tokens[at]?.type === 'number' &&
  ((isIn(view, 'months', to) && view.tokens[to]?.text !== wordAt(view, to)) ||
    (isIn(view, 'months', at - 1) && (view.tokens[to]?.type ?? 'mark') === 'mark'));

/** "AK-47", "30-year-old", "aged 12", "203rd", "two rifles": a number of something else. */
const isOfThings = (view: SentenceView, at: number, to: number): boolean =>
  (wordAt(view, at - 1) === '-' && isJoined(view, at - 1, at)) ||
  (wordAt(view, to) === '-' && isJoined(view, to - 1, to)) ||
  isIn(view, 'ageWords', at - 1) ||
  // "a boy OF nine"
  (isIn(view, 'partLinks', at - 1) && isIn(view, 'singlePersons', at - 2)) ||
  isOfRatio(view, at, to) ||
  isOfDay(view, at, to) ||
  // "Police DISTRICT 5": a number that is a name
  (/^\p{Lu}/u.test(view.tokens[at - 1]?.text ?? '') && view.lexicon.look('units', wordAt(view, at - 1)) !== null) ||
  isIn(view, 'countedThings', to) ||
  (isIn(view, 'countedThings', to + 1) && !isPeople(view, to));

const isPeople = (view: SentenceView, at: number): boolean =>
  ['incidentWords:persons', 'combatants', 'civilianVictims', 'deathWords', 'injuryWords', 'prepositions', 'be'].some(
    (list) => isIn(view, list, at),
  ) || view.markAt[at]?.type === 'actor';

const before = (view: SentenceView, at: number): string =>
  view.tokens
    .slice(Math.max(0, at - 4), at)
    .map(({ word }) => word)
    .join(' ');

/** "a NUMBER of", "several": how many the word says at the least. */
const vagueAt = (view: SentenceView, at: number): Counted | null => {
  const low = Number(view.lexicon.look('peopleCounts', wordAt(view, at)) ?? 0);
  const { length } = view.tokens;
  if (low === 0) {
    const isNumber = isIn(view, 'articles', at - 1) && isIn(view, 'numberNouns', at) && at + 1 < length;
    return isNumber ? { at: at - 1, to: at + 1, low: VAGUE_REACH, high: VAGUE_REACH * VAGUE_REACH } : null;
  }
  // "forty were killed and about AS MANY hurt": a comparison, and no number of its own.
  return isIn(view, 'tellingAs', at - 1) ? null : { at, to: at + 1, low, high: low * VAGUE_REACH };
};

const exactAt = (view: SentenceView, at: number): Counted | null => {
  const token = view.tokens[at];
  // "0740 - Two were killed": no count begins with a nought.
  if (!token || !mayBeNumber(token.word, view.lexicon)) return null;
  if (isYear(token) || /[:/.%$]|^0\d/.test(token.word)) return null;
  const length = [3, 2, 1].find((count) => {
    const run = view.tokens.slice(at, at + count).map(({ word }) => word);
    return run.at(-1) !== 'and' && run.length === count && numberOf(run, view.lexicon) !== null;
  });
  const run = view.tokens.slice(at, at + (length ?? 0)).map(({ word }) => word);
  const count = numberOf(run, view.lexicon);
  if (length === undefined || count === null || (length === 1 && isIn(view, 'articles', at))) return null;
  // "a second ONE wounded three"
  if (count === 1 && isIn(view, 'deedOrdinals', at - 1)) return null;
  // "NO fewer than 30", "NO longer": it says none.
  if (count === 0 && (isIn(view, 'countLeads', at + 1) || isIn(view, 'longerWords', at + 1))) return null;
  return { at, to: at + length, ...rangeOf(count, before(view, at), view.lexicon) };
};

/** "BETWEEN two AND five", "two TO five": one number, of which the lower end is sure. */
const betweenAt = (view: SentenceView, at: number): Counted | null => {
  const between = isIn(view, 'rangeStarts', at);
  const low = exactAt(view, between ? at + 1 : at);
  const link = low === null ? '' : wordAt(view, low.to);
  const joined = view.lexicon.has(between ? 'betweenLinks' : 'rangeLinks', link);
  const high = low !== null && joined ? exactAt(view, low.to + 1) : null;
  if (low === null || high === null || high.high <= low.low) return null;
  return { at, to: high.to, low: low.low, high: high.high };
};

/** "six members OF ONE FAMILY": what they are of is not counted. */
const isOfGroup = (view: SentenceView, { at, to }: Counted): boolean =>
  isIn(view, 'partLinks', at - 1) && [to, to + 1].some((i) => isIn(view, 'familyWords', i));

/** How many words may describe one person: "a senior League commander". */
const DESCRIBED = 4;

/** "a commander", "his wife": one person, by an article or whose he is. */
const singleAt = (view: SentenceView, at: number): Counted | null => {
  const known = isIn(view, 'definiteArticles', at);
  if (!known && !isIn(view, 'articles', at) && !isIn(view, 'kinLinks', at)) return null;
  for (let i = at + 1; i <= at + DESCRIBED; i++) {
    // "THE judge AND HIS driver"
    const paired = !known || (isIn(view, 'listLinks', i + 1) && isIn(view, 'kinLinks', i + 2));
    if (isIn(view, 'singlePersons', i)) return paired ? { at, to: i + 1, low: 1, high: 1 } : null;
    if (
      view.tokens[i]?.type !== 'word' ||
      // "A bomb killed ONE man": counted by a number of its own.
      mayBeNumber(wordAt(view, i), view.lexicon) ||
      ['prepositions', 'conjunctions', 'be', 'determiners', 'kinLinks'].some((list) => isIn(view, list, i))
    )
      return null;
  }
  return null;
};

/** "the bodies of BOTH soldiers and civilians". */
const isOfTwoKinds = (view: SentenceView, at: number): boolean =>
  isIn(view, 'bothWords', at) && isIn(view, 'conjunctions', at + 2);

/** The numbers of people in a stretch of a sentence, in order. */
export const countPeople = (view: SentenceView, [from, end]: readonly [number, number]): readonly Counted[] => {
  const found: Counted[] = [];
  for (let at = from; at < end; at += 1) {
    const counted = betweenAt(view, at) ?? vagueAt(view, at) ?? exactAt(view, at) ?? singleAt(view, at);
    if (counted === null || counted.to > end || isOfTwoKinds(view, at)) continue;
    if (!isOfThings(view, counted.at, counted.to) && !isOfGroup(view, counted)) found.push(counted);
    at = counted.to - 1;
  }
  return found;
};
