// The thing that an amount counts, and the whole that it is part of: "security QUARTERS", "of the country's 421 DISTRICTS".
// Invariant: a noun of one counts nothing but one or none; a share is of a country or of several things, never of a named place.
import { type Found, lengthIn, numberAt, startsIn, type Words, wordsFrom } from '../words/read-amounts.ts';

export interface Unit {
  readonly name: string;
  readonly plural: boolean;
}

export interface Whole {
  readonly of: number | null;
  readonly unit: Found<Unit>;
}

/** "the", "its", "the country's", "Northmark's": who owns what is counted; gives the word after. */
export const skipOwner = (words: Words, at: number): number => {
  let next = words.lexicon.has('quantityOwners', words.tokens[at]?.word ?? '') ? at + 1 : at;
  for (let look = next; look < next + 4; look += 1) {
    if (/^(['’]s|['’])$/.test(words.tokens[look]?.word ?? '')) return look + 1;
    if (words.tokens[look]?.type !== 'word') break;
  }
  while (words.lexicon.has('quantityOwners', words.tokens[next]?.word ?? '')) next += 1;
  return next;
};

/** The thing that begins right at a word. */
export const unitHere = (words: Words, at: number): Found<Unit> | null => {
  if (!startsIn(words, 'units', at)) return null;
  for (const length of [5, 4, 3, 2, 1]) {
    const said = wordsFrom(words, at, length);
    const name = words.lexicon.look('units', said);
    if (name !== null && at + length <= words.tokens.length)
      return { value: { name, plural: /s$/.test(said) || words.lexicon.has('sumUnits', name) }, to: at + length };
  }
  return null;
};

const WALLS = ['prepositions', 'conjunctions', 'determiners', 'pronouns', 'relatives', 'be', 'have', 'modals'];

/** "rebel-held", "strategic", "Council": it describes what is counted. A noun of many is counted itself ("40 REBELS"). */
const isDescribing = (words: Words, at: number): boolean => {
  const token = words.tokens[at];
  if (token === undefined) return false;
  const glued = words.tokens[at - 1]?.end === token.start;
  if (glued && (token.word === '-' || words.tokens[at - 1]?.word === '-')) return true;
  if (words.lexicon.has('quantityWords', token.word)) return true;
  const verbs = words.lexicon.verbs.get(token.word) ?? [];
  // "12 FALLEN districts": a participle describes as an adjective does.
  if (verbs.some(({ participle, base }) => participle === token.word && base !== token.word)) return true;
  if (token.type !== 'word' || verbs.length > 0 || numberAt(words, at) !== null) return false;
  return !/s$/.test(token.word) && !WALLS.some((list) => words.lexicon.has(list, token.word));
};

/** "TRADE gateways": a word that can be a verb too is a noun right before the thing. */
const isNounBefore = (words: Words, at: number): boolean => {
  const word = words.tokens[at]?.word ?? '';
  const verbs = words.lexicon.verbs.get(word) ?? [];
  const base = verbs.length > 0 && verbs.every((verb) => verb.base === word && verb.past !== word);
  return base && !WALLS.some((list) => words.lexicon.has(list, word)) && unitHere(words, at + 1) !== null;
};

const MOST_WORDS = 5;

/** "police CHECKPOINTS", "army POSTS": of two things side by side the last is counted, the first only describes it. */
const headOf = (words: Words, first: Found<Unit>): Found<Unit> => {
  const next = /s$/.test(words.tokens[first.to - 1]?.word ?? '') ? null : unitHere(words, first.to);
  return next?.value.plural && !words.lexicon.has('sumUnits', next.value.name) ? headOf(words, next) : first;
};

/** "4,000 DISPLACED are in schools": a participle alone stands for those whom it describes. */
const sufferersAt = (words: Words, at: number): Found<Unit> | null => {
  const name = words.lexicon.look('displacedNouns', words.tokens[at]?.word ?? '');
  return name === null || unitAt(words, at + 1) !== null ? null : { value: { name, plural: true }, to: at + 1 };
};

/** The thing counted, over a few describing words: "security QUARTERS", "more rebel-held DISTRICTS". */
export const unitAt = (words: Words, at: number): Found<Unit> | null => {
  for (let skip = 0; skip <= MOST_WORDS; skip += 1) {
    const unit = unitHere(words, at + skip) ?? sufferersAt(words, at + skip);
    if (unit !== null) return headOf(words, unit);
    if (!isDescribing(words, at + skip) && !isNounBefore(words, at + skip)) return null;
  }
  return null;
};

/** "of the more than 400 districts": the whole may be weighed too. */
const skipWeight = (words: Words, at: number): number => at + lengthIn(words, 'wholeStarts', at);

const ASIDE = 9;

/** ", or a fifth of the total,": what the number comes to, between two marks; gives the word behind. */
export const asideTo = (words: Words, at: number): number => {
  const word = (i: number): string => words.tokens[i]?.word ?? '';
  const opens = word(at) === '(' || words.lexicon.has('asideLinks', word(at + 1));
  if (!/^[-–—,(]$/.test(word(at)) || !opens) return at;
  for (let to = at + 2; to < at + ASIDE; to += 1) if (/^[-–—,)]$/.test(word(to))) return to + 1;
  return at;
};

/** "18, OR NEARLY HALF, of the 34 districts", "18 (OR 53 PERCENT) of": where its whole stands behind. */
export const pastAside = (words: Words, at: number): number => {
  const to = asideTo(words, at);
  return lengthIn(words, 'quantityLinks', to) > 0 ? to : at;
};

/** "18 districts (OUT OF 34)", "18 (OF 34) districts": the whole between brackets. */
export const bracketedTotal = (words: Words, at: number): Found<number> | null => {
  const total = words.tokens[at]?.word === '(' ? totalBehind(words, at + 1) : null;
  return total !== null && words.tokens[total.to]?.word === ')' ? { ...total, to: total.to + 1 } : null;
};

/** "of the country's 421 districts", "of the districts", "all EIGHT DISTRICTS": what a part is taken of. */
export const wholeAt = (words: Words, at: number): Whole | null => {
  const link = lengthIn(words, 'quantityLinks', at);
  const start = skipWeight(words, skipOwner(words, at + link));
  const total = numberAt(words, start);
  const unit = unitAt(words, total?.to ?? start);
  if (unit === null || !unit.value.plural || (link === 0 && total === null)) return null;
  return { of: total?.value ?? null, unit };
};

/** "the country", "Sudan"; "eastern Sudan" is a place of its own. */
const isLand = ({ tokens, lexicon }: Words, at: number, start: number): boolean => {
  const word = tokens[at]?.word ?? '';
  return lexicon.has('landNouns', word) || (at === start && lexicon.look('nationNames', word) !== null);
};

/** "half the country", "two thirds of its territory": a share of the land is a percentage with other words. */
export const landAt = (words: Words, at: number): Found<Unit> | null => {
  const link = lengthIn(words, 'quantityLinks', at);
  const start = skipOwner(words, at + link);
  for (let to = start; to < start + 3; to += 1)
    if (isLand(words, to, start)) return { value: { name: 'percent', plural: true }, to: to + 1 };
  return null;
};

/** "districts out of 421", "18 of 19": the number of the whole alone, behind the thing or the number counted. */
export const totalBehind = (words: Words, at: number): Found<number> | null => {
  const link = lengthIn(words, 'quantityLinks', at);
  const total = link === 0 ? null : numberAt(words, skipWeight(words, skipOwner(words, at + link)));
  if (total === null || /^[-%]$/.test(words.tokens[total.to]?.word ?? '')) return null;
  return total;
};
