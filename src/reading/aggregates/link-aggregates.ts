// Which number answers which within a report: another side's number of the same things after the first one's.
// Invariant: it only points; where the two do not speak of the same proposition a note says in what they differ (control-method 10).
import type { AggregateClaim } from '../../model/claim.ts';
import type { Note } from '../../model/outcome.ts';

const speakOtherwise = (a: AggregateClaim, b: AggregateClaim): boolean =>
  !a.by.sides.some((side) => b.by.sides.includes(side)) &&
  !a.by.sides.includes('outlet') &&
  !b.by.sides.includes('outlet');

const isOfPeople = ({ kind }: AggregateClaim): boolean => kind === 'not-control';

const isAnswer = (later: AggregateClaim, earlier: AggregateClaim): boolean =>
  later.unit === earlier.unit &&
  isOfPeople(later) === isOfPeople(earlier) &&
  later.quote.start > earlier.quote.start &&
  speakOtherwise(later, earlier) &&
  (later.count !== earlier.count || later.polarity !== earlier.polarity);

/** Each points at the nearest one before it that it answers. */
export const linkAggregates = (aggregates: readonly AggregateClaim[]): readonly AggregateClaim[] =>
  aggregates.map((later) => ({
    ...later,
    answers: aggregates.filter((earlier) => isAnswer(later, earlier)).at(-1)?.id ?? null,
  }));

const PARTS = ['kind', 'actor', 'predicate', 'of', 'since', 'on', 'until'] as const;

const shown = (value: string | number | null): string => (value === null ? 'nothing' : `${value}`);

const noteOf = (later: AggregateClaim, earlier: AggregateClaim): Note | null => {
  const parts = PARTS.filter((part) => later[part] !== earlier[part]);
  if (parts.length === 0) return null;
  const said = parts.map((part) => `${part} (${shown(later[part])}, before it ${shown(earlier[part])})`).join(', ');
  const { start, end } = later.quote;
  return {
    code: 'answers-otherwise',
    message: `“${later.quote.text}” answers “${earlier.quote.text}” but differs in ${said}.`,
    span: { start, end },
  };
};

/** One note for each answer that speaks of something else than what it answers: "seized since May" against "holds now". */
export const noteDifferences = (aggregates: readonly AggregateClaim[]): readonly Note[] =>
  aggregates.flatMap((later) => {
    const earlier = aggregates.find(({ id }) => id === later.answers);
    return (earlier && noteOf(later, earlier)) ?? [];
  });
