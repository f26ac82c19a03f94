// A stated number against the report's own names: "five more districts" and the districts that it says have fallen.
// Invariant: it only notes; a report may well name fewer than it counts, and neither number nor claim is changed.
import type { AggregateClaim, UnplacedClaim } from '../../model/claim.ts';
import type { Note } from '../../model/outcome.ts';
import type { Draft, Token } from '../marks.ts';
import { ordinalOf } from '../words/numbers.ts';

const TAKEN: readonly AggregateClaim['kind'][] = ['capture', 'loss', 'surrender'];

const sameDeed = (a: AggregateClaim['kind'], b: AggregateClaim['kind']): boolean =>
  a === b || (TAKEN.includes(a) && TAKEN.includes(b));

const isOfUnit = ({ theatre }: Draft, { scope }: UnplacedClaim, unit: string): boolean => {
  const wanted = theatre.lexicon.look('unitScopes', unit) ?? unit;
  return scope === wanted || (wanted === 'district' && scope === 'centre');
};

const named = (draft: Draft, { unit, kind, polarity }: AggregateClaim): readonly string[] => {
  const claims = draft.claims.filter(
    (claim) =>
      claim.polarity === polarity &&
      claim.modality === 'actual' &&
      sameDeed(claim.kind, kind) &&
      isOfUnit(draft, claim, unit),
  );
  return [...new Set(claims.map(({ place }) => place.text))];
};

/** "took five districts, including A and B": the names are some of them. */
const givesExamples = ({ theatre, sentences }: Draft, { start }: AggregateClaim['quote']): boolean => {
  const words = sentences.find((sentence) => start >= sentence.start && start < sentence.end)?.tokens ?? [];
  return words.some(
    (token, at) => token.start > start && hasPhraseAt(words, at, theatre.lexicon.list('includingWords')),
  );
};

const hasPhraseAt = (tokens: readonly Token[], at: number, phrases: readonly string[]): boolean =>
  phrases.some((phrase) => phrase.split(' ').every((word, i) => tokens[at + i]?.word === word));

/** "the eighth capital to fall" counts those before it, which a report need not name. */
const isRank = ({ theatre }: Draft, { text }: AggregateClaim['quote']): boolean =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => ordinalOf(word, theatre.lexicon) !== null);

/** Sums above this are of a war, not of a report. */
const MOST_NAMED = 12;

/** One note for each plain number of places that is not that of the places named. */
export const checkSums = (draft: Draft, aggregates: readonly AggregateClaim[]): readonly Note[] =>
  aggregates.flatMap((one) => {
    const { count, comparator, quote } = one;
    if (count === null || count < 2 || count > MOST_NAMED || comparator !== 'exactly' || isRank(draft, quote))
      return [];
    const places = named(draft, one);
    if (places.length === 0 || places.length === count || givesExamples(draft, quote)) return [];
    const message = `“${quote.text}” says ${count}; the report names ${places.length}: ${places.join(', ')}.`;
    return [{ code: 'sum-differs', message, span: { start: quote.start, end: quote.end } }];
  });
