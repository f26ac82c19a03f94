// Counts laid into the sentence as places, with what only says where they lie: "six districts IN PAKTIA AND KHOST".
// Invariant: a count of things that are all named with it ("the two districts of A and B") is no count; its names are claims.
import type { UnplacedClaim } from '../../model/claim.ts';
import { overlaps } from '../../model/text.ts';
import type { Draft, Mention, PlaceMark, Sentence } from '../marks.ts';
import { inSentence } from '../words/by-sentence.ts';
import { lengthIn } from '../words/read-amounts.ts';
import { findQuantities, type Quantity } from './find-quantities.ts';
import type { Stand } from './held-counts.ts';
import { unitNumbered } from './number-of.ts';
import { findRanks } from './rank-counts.ts';

interface Place {
  readonly draft: Draft;
  readonly sentence: Sentence;
  readonly marks: readonly Mention[];
}

const wordAt = ({ sentence }: Place, at: number): string => sentence.tokens[at]?.word ?? '';

const has = ({ draft }: Place, list: string, word: string): boolean => draft.theatre.lexicon.has(list, word);

const isVerb = ({ draft }: Place, word: string): boolean => draft.theatre.lexicon.verbs.has(word);

/** How many describing words may stand before the name: "in the northern and western PROVINCES". */
const DESCRIBING = 5;

const markFrom = (place: Place, from: number): Mention | null => {
  for (let at = from; at < from + DESCRIBING; at += 1) {
    const mark = place.marks.find((one) => one.from === at);
    if (mark !== undefined && mark.type !== 'actor') return mark;
    const word = wordAt(place, at);
    if (place.sentence.tokens[at]?.type !== 'word' || has(place, 'prepositions', word) || isVerb(place, word))
      return null;
  }
  return null;
};

/** "in A province": the noun behind the name is part of it. */
const withNoun = ({ marks }: Place, to: number): number =>
  marks.find(({ type, from }) => type === 'scope' && from === to)?.to ?? to;

/** "took six districts in A and B FELL": behind a verb of the same clause the last name may begin one of its own. */
const beginsClause = (place: Place, { from, to }: Mention): boolean => {
  if (!isVerb(place, wordAt(place, withNoun(place, to)))) return false;
  const before = place.sentence.tokens.slice(0, from);
  const start = before.findLastIndex(({ word, type }) => type === 'mark' || has(place, 'echoStarts', word));
  return before.slice(start + 1).some(({ word }) => isVerb(place, word));
};

/** Where the names that are joined to the one ending at `to` end: ", B and C provinces". A verb of its own ends them. */
const listEnd = (place: Place, to: number): { readonly to: number; readonly names: number } => {
  let end = withNoun(place, to);
  let names = 1;
  for (;;) {
    const comma = wordAt(place, end) === ',' ? 1 : 0;
    const and = has(place, 'listLinks', wordAt(place, end + comma)) ? 1 : 0;
    const next = comma + and === 0 ? null : markFrom(place, end + comma + and);
    if (next?.type !== 'place' || next.from > end + comma + and + 2) return { to: end, names };
    if (and === 1 && comma === 0 && names === 1 && beginsClause(place, next)) return { to: end, names };
    end = withNoun(place, next.to);
    names += 1;
  }
};

const ARTICLE = 1;

/** "in THE NORTH", "across the south and east OF THE COUNTRY": a part of the land without a name. */
const compassTo = (place: Place, at: number): number => {
  const from = has(place, 'definiteWords', wordAt(place, at)) ? at + ARTICLE : at;
  const side =
    has(place, 'directions', wordAt(place, from)) && !has(place, 'compassNouns', wordAt(place, from)) ? 1 : 0;
  if (!has(place, 'compassNouns', wordAt(place, from + side))) return at;
  const to = from + side + 1;
  const more = has(place, 'listLinks', wordAt(place, to)) ? compassTo(place, to + 1) : to + 1;
  const end = more > to + 1 ? more : to;
  return has(place, 'partLinks', wordAt(place, end)) && has(place, 'landNouns', wordAt(place, end + 2)) ? end + 3 : end;
};

/** The token behind all that only locates: "of the city of A", "in A, B and C provinces". */
const locatedTo = (place: Place, to: number): number => {
  const wide = lengthIn({ tokens: place.sentence.tokens, lexicon: place.draft.theatre.lexicon }, 'wideWords', to);
  if (wide > 0) return to + wide;
  if (!has(place, 'countLocators', wordAt(place, to))) return to;
  const mark = markFrom(place, to + 1);
  if (mark !== null) return locatedTo(place, listEnd(place, mark.to).to);
  const compass = compassTo(place, to + 1);
  return compass > to + 1 ? compass : to;
};

const LARGER = ['province', 'country'];

const isLarger = ({ draft }: Place, { candidates }: PlaceMark): boolean =>
  candidates.some((id) => LARGER.includes(draft.theatre.gazetteer.get(id)?.kind ?? ''));

/** "the two districts of A and B": as many names as things. */
const isAllNamed = (place: Place, { to, count, of }: Quantity): boolean => {
  if (count === null || count < 2 || of !== null || !has(place, 'quantityLinks', wordAt(place, to))) return false;
  const first = place.marks.find(({ from }) => from === to + 1);
  return first?.type === 'place' && !isLarger(place, first) && listEnd(place, first.to).names === count;
};

/** "Ashford, one of nine districts, fell": the place is said again, and nothing is counted. */
const isApposed = (place: Place, { from, count }: Quantity): boolean =>
  count === 1 &&
  wordAt(place, from - 1) === ',' &&
  place.marks.some(({ to, type }) => type === 'place' && to === from - 1);

/** "troops in THE TWO districts": places that were named before; "the two that fell" says which anew. */
const isKnown = (place: Place, { from, to, of, comparator, count, bare }: Quantity): boolean => {
  if (of !== null || bare || count === null || comparator !== 'exactly') return false;
  // "the last three OF ITS posts"
  if (place.sentence.tokens.slice(from, to).some(({ word }) => has(place, 'partLinks', word))) return false;
  const next = wordAt(place, to);
  const restricted = has(place, 'relatives', next) || isParticiple(place, next);
  return has(place, 'knownWords', wordAt(place, from - 1)) && !restricted;
};

/** "OF THE DEAD, 38 fell in A": men, and none of the places counted before. */
const isOfPeople = (place: Place, { from, bare }: Quantity): boolean =>
  bare &&
  place.sentence.tokens.some(
    (_, at) =>
      at < from &&
      has(place, 'quantityLinks', wordAt(place, at)) &&
      has(place, 'definiteWords', wordAt(place, at + 1)) &&
      ['deathWords', 'injuryWords', 'combatants', 'civilianVictims'].some((list) =>
        has(place, list, wordAt(place, at + 2)),
      ),
  );

const isParticiple = ({ draft }: Place, word: string): boolean =>
  (draft.theatre.lexicon.verbs.get(word) ?? []).some(({ participle, base }) => participle === word && base !== word);

/** "several districts …, including A and B": the names say what the vague word does not. */
const namesSome = (place: Place, { to, count, fraction }: Quantity): boolean => {
  if (count !== null || fraction !== null) return false;
  return place.sentence.tokens.some(
    ({ word }, at) => at >= to && has(place, 'includingWords', word) && markFrom(place, at + 1)?.type === 'place',
  );
};

const standOf = (place: Place, quantity: Quantity): Stand => {
  const { sentence, draft } = place;
  const { from, start } = quantity;
  const to = quantity.unit === 'percent' ? quantity.to : locatedTo(place, quantity.to);
  const end = sentence.tokens[to - 1]?.end ?? quantity.end;
  const bare = {
    type: 'place',
    candidates: [],
    kindWord: null,
    within: [],
    locates: false,
    sure: true,
    counted: true,
  } as const;
  return {
    ...bare,
    text: draft.report.text.slice(start, end),
    sentence: sentence.index,
    from,
    to,
    start,
    end,
    quantity,
  };
};

/** What was counted last is what a bare number counts: "29 districts … it has lost 11". A share counts nothing but of a number. */
const lastCounted = (stands: readonly Stand[]): string | null =>
  stands.findLast(
    ({ quantity: { count, of, asked, unit } }) => (count !== null || of !== null || asked) && unit !== 'percent',
  )?.quantity.unit ?? null;

/** "took back A on Monday. The rebels LOST 15": behind a fight for one place in its own paragraph a bare number is of men. */
const isBehindFight = ({ draft, sentence }: Place, counted: number): boolean => {
  const before = draft.sentences[sentence.index - 1];
  if (before === undefined || before.paragraph !== sentence.paragraph || counted >= before.index) return false;
  return draft.claims.some(({ quote, kind }) => FIGHTS.includes(kind) && overlaps(quote, before));
};

const FIGHTS: readonly UnplacedClaim['kind'][] = ['capture', 'recapture', 'repulse', 'clash', 'attack'];

/** Every count of the report, in the order of the text. */
export const findStands = (draft: Draft): readonly Stand[] => {
  const stands: Stand[] = [];
  let unit: string | null = null;
  let last = 0;
  for (const sentence of draft.sentences) {
    const place = { draft, sentence, marks: inSentence(draft.mentions, sentence.index) };
    const numbered = unitNumbered(draft, sentence);
    const found = findQuantities(sentence, draft.theatre.lexicon, numbered ?? unit);
    const counts = found.filter(
      (one) => ![isAllNamed, namesSome, isApposed, isKnown, isOfPeople].some((drops) => drops(place, one)),
    );
    // "since MARCH 24": a day counts nothing.
    const dates = inSentence(draft.dates, sentence.index);
    const men = isBehindFight(place, last);
    const own = counts
      .filter(({ bare }) => !bare || !men)
      .filter(({ start, end, bare }) => !bare || !dates.some((date) => date.start <= start && end <= date.end))
      .map((quantity) => standOf(place, quantity));
    stands.push(...own);
    // "claimed its FIFTH DISTRICT. The army conceded three."
    const now = numbered ?? lastCounted(own) ?? findRanks(draft, sentence).at(-1)?.quantity.unit ?? null;
    if (now !== null) last = sentence.index;
    unit = now ?? unit;
  }
  return stands;
};
