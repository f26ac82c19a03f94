// The stage's verb: claims in, assessed control of one cell on one day out, with every step that led there.
// Invariant: pure; the same claims in any order give the same bytes; what is not known, not recorded or withdrawn is not there.
import type { Assessment, Cell, DenialEdge, Evidence, Moment, NotCounted, Step } from '../model/control.ts';
import type { Day } from '../model/time.ts';
import type { Listening } from './coverage.ts';
import { explain } from './explain.ts';
import { flagsOf } from './flags.ts';
import { baselineHolder, campOf, type Ground, limitDays } from './ground.ts';
import { assertionsOf, effectiveNumber, familiesOf, voicesOf } from './independence.ts';
import { judgementOn, judgementsOn } from './judgements.ts';
import { knownAt } from './known-evidence.ts';
import { logOddsOf } from './marks.ts';
import { contradicts, hoursApart, isMain, opposes } from './opposition.ts';
import { dayFrom, dayNumber, type Statement } from './statements.ts';
import { prepare, type View } from './view.ts';
import { type DayState, stateOn } from './walk.ts';
import type { Weighed } from './weigh.ts';

/** What could be known at a moment and stood in the ledger then: three clocks, of which the day is the third (house 4). */
export const cutEvidence = (evidence: readonly Evidence[], { asOf, seq }: Omit<Moment, 'on'>): readonly Evidence[] =>
  evidence.flatMap((one) => knownAt(one, { asOf, seq }) ?? []);

const inForce = ({ prepared, day }: View, one: Statement): boolean => {
  const { ground } = prepared;
  return day - one.until <= limitDays(ground, ground.parameters.days.confirmed);
};

const effectOf = ({ verdict, view }: DayState, one: Statement): string => {
  if (verdict.support.includes(one)) return `for ${verdict.status}`;
  if (verdict.opposed.includes(one)) return 'against';
  // E5: a retaking tells of the loss before it; shown as opposing, its own sentence would seem to speak against itself.
  if (one.implied) return 'implied';
  if (!isMain(one)) return `borrowed: ${one.relation.as}`;
  const { holder, support } = verdict;
  if (holder === null || holder === 'none') return 'noted';
  const { claims } = view.prepared;
  if (support.some((held) => judgementOn(claims, one, held)?.sameProposition === false)) return 'noted';
  return contradicts(view.prepared.ground, one, holder) ? 'against' : 'noted';
};

const whyNot = ({ view }: DayState, one: Statement): string | null => {
  if (one.says.what === 'nothing') return 'says nothing of the holder';
  if (one.rumour && one.says.what === 'has') return 'rumour';
  if (one.undated) return 'undated report';
  return inForce(view, one) ? null : 'older turn';
};

/** A statement may stand here as lent to a split cell: its claim, its side and whether it is implied name it. */
const statementKey = ({ claim, side, implied }: Statement): string => `${claim.id}|${side}|${implied}`;

/** A statement may carry two marks: what its scope is worth, and that both are there (E11a). */
const weighedIn = ({ view }: DayState): ReadonlyMap<string, readonly Weighed[]> =>
  Map.groupBy(view.prepared.belief?.weighed ?? [], ({ statement }) => statementKey(statement));

const isCounted = (state: DayState, one: Statement): boolean =>
  whyNot(state, one) === null || state.verdict.support.includes(one);

const repeatsIn = (ground: Ground, statements: readonly Statement[]): ReadonlySet<Statement> =>
  new Set(assertionsOf(ground, statements).flatMap(({ all }) => all.slice(1)));

const round = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;

/** What a sentence is worth in the model: its row, its weight after every factor, and the odds that it adds. */
const worthOf = ({ view }: DayState, weighed: Weighed | undefined): Pick<Step, 'mark' | 'weight' | 'logOdds'> => {
  const { belief } = view.prepared;
  if (weighed === undefined || belief === null) return { mark: 'none', weight: 0, logOdds: 0 };
  const { mark, weight } = weighed;
  return { mark: mark.name, weight: round(weight, 3), logOdds: round(logOddsOf(belief.marking, mark, weight), 3) };
};

const stepsOf = (state: DayState, counted: readonly Statement[]): readonly Step[] => {
  const weighed = weighedIn(state);
  return counted.flatMap((one) =>
    (weighed.get(statementKey(one)) ?? [undefined]).map((worth) => ({
      evidence: one.evidence,
      ...worthOf(state, worth),
      rule: state.verdict.support.includes(one) || state.verdict.opposed.includes(one) ? state.verdict.rule : 'noted',
      effect: effectOf(state, one),
    })),
  );
};

/**
 * What moves p and bears no status any more, or not yet: of an older turn, a rumour, an undated report, one of the next
 * days. What is said of days after those moves p too, through the days between; it stands with its own days.
 */
const restOf = (state: DayState, shown: readonly Statement[]): readonly Step[] => {
  const known = new Set(shown.map(statementKey));
  const { core, prepared } = state.view;
  const { belief, ground } = prepared;
  // Of a cell that nobody had spoken of yet, nothing is shown but the baseline.
  const last = core.length === 0 ? Number.NEGATIVE_INFINITY : state.day + ground.parameters.lookAheadDays;
  const rest = (belief?.weighed ?? []).filter(
    ({ statement }) => statement.day <= last && !known.has(statementKey(statement)),
  );
  return rest.map((one) => ({
    evidence: one.statement.evidence,
    ...worthOf(state, one),
    rule: 'noted',
    effect: one.statement.day > state.day ? 'later' : (whyNot(state, one.statement) ?? 'noted'),
  }));
};

const notCountedOf = (state: DayState, repeats: ReadonlySet<Statement>): readonly NotCounted[] => {
  const { core, prepared } = state.view;
  const weighed = weighedIn(state);
  const left = core.flatMap((one): NotCounted[] => {
    if (one.implied || state.verdict.support.includes(one) || weighed.has(statementKey(one))) return [];
    const why = whyNot(state, one) ?? (repeats.has(one) ? 'same voice' : null);
    return why === null ? [] : [{ evidence: one.evidence, why }];
  });
  const copies = prepared.copies.filter(({ implied, day }) => !implied && day <= state.day);
  return [...left, ...copies.map(({ evidence }) => ({ evidence, why: 'copy' }))];
};

/** Every denial in view, with the claim it answers and whether it is of the same proposition (rule D). */
const denialsIn = ({ view }: DayState): readonly DenialEdge[] => {
  const { ground, claims } = view.prepared;
  const holdings = view.core.filter((one) => one.says.what === 'has' && isMain(one) && !one.denial);
  const limit = ground.parameters.hours.disputePair;
  const isDenial = (one: Statement): boolean => one.denial || one.claim.answers !== null || one.says.what === 'repulse';
  return view.core
    .filter((one) => isDenial(one) && !one.implied)
    .map((one) => ({
      evidence: one.evidence,
      answers: one.claim.answers,
      sameProposition: holdings.some(
        (held) =>
          judgementOn(claims, one, held)?.sameProposition ??
          (hoursApart(one, held) <= limit && opposes({ ground, claims }, one, held)),
      ),
      judged: judgementsOn(claims, one).at(-1) ?? null,
    }));
};

const uniqueBy = <T>(items: readonly T[], key: (item: T) => string): readonly T[] => [
  ...new Map(items.map((item) => [key(item), item])).values(),
];

const dated = (state: DayState): { lastEvidence: Day | null; staleAfter: Day | null } => {
  const { view, verdict } = state;
  const seen = view.core
    .filter((one) => isCounted(state, one) && !one.implied)
    .map(({ until }) => Math.min(until, state.day));
  const last = seen.length === 0 ? null : Math.max(...seen);
  const { ground } = view.prepared;
  const newest = verdict.support.map(({ until }) => Math.min(until, state.day));
  const limit = verdict.status === 'undetermined' ? null : limitDays(ground, ground.parameters.days[verdict.status]);
  const stale = limit === null || newest.length === 0 ? null : dayFrom(Math.max(...newest) + limit);
  return { lastEvidence: last === null ? null : dayFrom(last), staleAfter: stale };
};

/** What an assessment is made from: the sentences, and how well the cell's province was listened to. */
export interface Known {
  readonly evidence: readonly Evidence[];
  readonly heard: Listening;
}

/** The same cell and day under the second baseline, where it would give another answer (E18). */
export const alternativeOf = (
  { day, verdict, view }: DayState,
  { evidence, heard }: Known,
): Assessment['alternative'] => {
  const { ground, cell, baseline: own } = view.prepared;
  for (const baseline of ground.baselines.slice(1)) {
    if (baselineHolder(ground, baseline, cell.place) === own) continue;
    const other = stateOn(prepare({ ...ground, baselines: [baseline] }, { cell, heard }, evidence), day).verdict;
    if (other.holder !== verdict.holder || other.status !== verdict.status)
      return { baseline: baseline.id, holder: other.holder, status: other.status };
  }
  return null;
};

const because = ({ verdict }: DayState): readonly string[] => [
  ...new Set([...verdict.support, ...verdict.opposed].map(({ claim }) => claim.id)),
];

type Sentences = Pick<Assessment, 'steps' | 'denials' | 'notCounted'>;
type Head = Omit<Assessment, 'cell' | 'moment' | 'alternative' | keyof Sentences>;

const countedIn = (state: DayState): { counted: readonly Statement[]; repeats: ReadonlySet<Statement> } => {
  const { verdict, view } = state;
  const live = [...new Set([...view.core, ...verdict.support, ...verdict.opposed])].filter((one) =>
    isCounted(state, one),
  );
  const repeats = repeatsIn(view.prepared.ground, live);
  return { counted: live.filter((one) => !repeats.has(one) || verdict.support.includes(one)), repeats };
};

/** p of every camp with a state here, and of fighting inside; null without a model. */
export const sharesOf = ({ day, view }: DayState): Assessment['p'] => {
  const { belief } = view.prepared;
  if (belief === null) return null;
  const camps = [belief.space.incumbent, ...belief.space.challengers];
  const shares = camps.map((camp) => [camp, round(belief.share(camp, day), 4)] as const);
  return { ...Object.fromEntries(shares), contested: round(belief.contested(day), 4) };
};

/** Those shares, and the interval of the holder's, else of whoever is likeliest (7.5, 7.6). */
export const probabilitiesOf = (state: DayState): Pick<Assessment, 'p' | 'pLow' | 'pHigh'> => {
  const { day, verdict, view } = state;
  const { belief, ground } = view.prepared;
  const p = sharesOf(state);
  if (belief === null || p === null) return { p: null, pLow: null, pHigh: null };
  const [likeliest] = [belief.space.incumbent, ...belief.space.challengers].toSorted(
    (a, b) => (p[b] ?? 0) - (p[a] ?? 0),
  );
  const { holder } = verdict;
  const camp = holder === null || holder === 'none' ? (likeliest ?? '') : campOf(ground, holder);
  return { p, pLow: round(belief.low(camp, day), 4), pHigh: round(belief.high(camp, day), 4) };
};

/** Verdict, counts, flags and reason of a decided day, without the sentences. */
export const headOf = (state: DayState): Head => {
  const { verdict, view } = state;
  const { ground, cell } = view.prepared;
  const { counted } = countedIn(state);
  const baseline = ground.baselines[0];
  return {
    ...{ holder: verdict.holder, against: verdict.against, status: verdict.status },
    ...probabilitiesOf(state),
    grade: null,
    families: familiesOf(counted),
    effective: effectiveNumber(ground, voicesOf(counted)),
    flags: flagsOf(state),
    reason: explain(state),
    because: because(state),
    ...dated(state),
    baseline:
      baseline === undefined || baselineHolder(ground, baseline, cell.place) === null
        ? null
        : { id: baseline.id, p: baseline.p },
    model: { version: ground.parameters.version, paramsHash: ground.paramsHash },
  };
};

const sentencesOf = (state: DayState): Sentences => {
  const { counted, repeats } = countedIn(state);
  return {
    steps: [...stepsOf(state, counted), ...restOf(state, counted)],
    denials: uniqueBy(denialsIn(state), ({ evidence }) => evidence.claim.id),
    notCounted: uniqueBy(notCountedOf(state, repeats), ({ evidence, why }) => `${evidence.claim.id} ${why}`),
  };
};

/**
 * What is held, by whom and by which right, on `moment.on`, as known at `moment.asOf` and recorded by `moment.seq`.
 * `evidence` may hold anything on the cell's place and on those that lend to it, in any order (control-method section 9).
 */
export const assess = (
  ground: Ground,
  { cell, moment, heard }: { readonly cell: Cell; readonly moment: Moment; readonly heard: Listening },
  evidence: readonly Evidence[],
): Assessment => {
  const known = { evidence: cutEvidence(evidence, moment), heard };
  const state = stateOn(prepare(ground, { cell, heard }, known.evidence), dayNumber(moment.on));
  return { cell, moment, ...headOf(state), ...sentencesOf(state), alternative: alternativeOf(state, known) };
};
