// What an assessment must beat: rules that need no model (control-method 11, "Must beat").
// Invariant: under either clock a rule sees only what could be read by then; before the first word each says the baseline.
import type { CellSeries, Clock, Saying } from '../model/series.ts';
import type { Instant } from '../model/time.ts';
import type { Camp, Camps } from './camps.ts';

export const SIMPLE_RULES = {
  persistence: 'who had it at the start has it still',
  'last claim wins': 'who has it by the newest word of a holder',
  'running majority': 'who has it by most of the words so far, copies left out; of equals the newest',
  'loudest side': 'the side that has spoken of the place most often so far, copies and all; of equals the newest',
} as const;
export type SimpleRule = keyof typeof SIMPLE_RULES;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By the day said of, then by when it could be read. */
const inOrder = (a: Saying, b: Saying): number => compare(a.day, b.day) || compare(a.known, b.known);

/** The camp that is named most often; of equals the one named last. */
const mostNamed = (named: readonly Camp[]): Camp | null => {
  const counts = new Map<Camp, number>();
  for (const camp of named) counts.set(camp, (counts.get(camp) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return named.findLast((camp) => counts.get(camp) === most) ?? null;
};

interface Heard {
  /** In order; of days up to the one asked about, and known by then. */
  readonly sayings: readonly Saying[];
  readonly camps: Camps;
}

const holdersNamed = ({ sayings, camps }: Heard): readonly Camp[] =>
  sayings.flatMap(({ holder, copy }) => (holder === null || copy ? [] : [camps.of(holder)]));

const speakersOf = (heard: Heard, parties: ReadonlySet<Camp>): readonly Camp[] =>
  heard.sayings.map(({ by }) => heard.camps.of(by)).filter((camp) => parties.has(camp));

/** The camp that each rule gives the cell to, of what was heard; null where it has nothing to go by. */
const verdictsOf = (heard: Heard, parties: ReadonlySet<Camp>): Readonly<Record<SimpleRule, Camp | null>> => {
  const named = holdersNamed(heard);
  return {
    persistence: null,
    'last claim wins': named.at(-1) ?? null,
    'running majority': mostNamed(named),
    'loudest side': mostNamed(speakersOf(heard, parties)),
  };
};

export interface RuleGround {
  readonly camps: Camps;
  /** Camps that can hold a place; other voices are not loud. */
  readonly parties: ReadonlySet<Camp>;
  readonly clock: Clock;
}

/** By day, what each rule says of a cell: 1 where the challenger has it, else 0. */
export const ruleForecasts = (
  series: CellSeries,
  { camps, parties, clock }: RuleGround,
): ReadonlyMap<string, Readonly<Record<SimpleRule, 0 | 1>>> => {
  const sorted = [...series.sayings].sort(inOrder);
  const start = series.baseline === null ? null : camps.of(series.baseline);
  const yes = (camp: Camp | null): 0 | 1 => ((camp ?? start) === camps.challenger ? 1 : 0);
  return new Map(
    series.days.map(({ day, knownBy }) => {
      const known = (at: Instant): boolean => clock === 'hindcast' || at <= knownBy;
      const sayings = sorted.filter((one) => one.day <= day && known(one.known));
      const said = verdictsOf({ sayings, camps }, parties);
      const forecasts = Object.entries(said).map(([rule, camp]) => [rule, yes(camp)] as const);
      return [day, Object.fromEntries(forecasts) as Record<SimpleRule, 0 | 1>];
    }),
  );
};
