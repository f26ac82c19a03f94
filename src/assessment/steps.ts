// The sentences of an answer: what each is worth and does, which say nothing here and why (house 7, "why").
// Invariant: every sentence on the cell is a step, stands in the denials, or says why it is not counted.
import type { Assessment, Grade, NotCounted, Step } from '../model/control.ts';
import { denialsIn } from './denials-in-view.ts';
import { gradableOf, gradeOf } from './grade.ts';
import { type Ground, limitDays } from './ground.ts';
import { assertionsOf } from './independence.ts';
import { judgementOn } from './judgements.ts';
import type { Letters } from './letters.ts';
import { logOddsOf } from './marks.ts';
import { contradicts, isMain } from './opposition.ts';
import type { Statement } from './statements.ts';
import type { View } from './view.ts';
import type { DayState } from './walk.ts';
import type { Weighed } from './weigh.ts';

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

export const isCounted = (state: DayState, one: Statement): boolean =>
  whyNot(state, one) === null || state.verdict.support.includes(one);

const repeatsIn = (ground: Ground, statements: readonly Statement[]): ReadonlySet<Statement> =>
  new Set(assertionsOf(ground, statements).flatMap(({ all }) => all.slice(1)));

export const round = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;

/** What a sentence is worth in the model: its row, its weight after every factor, and the odds that it adds. */
const worthOf = (
  { view }: DayState,
  weighed: Weighed | undefined,
): Pick<Step, 'mark' | 'weight' | 'logOdds' | 'notes'> => {
  const { belief } = view.prepared;
  if (weighed === undefined || belief === null) return { mark: 'none', weight: 0, logOdds: 0, notes: [] };
  const { mark, weight, campaign } = weighed;
  return {
    ...{ mark: mark.name, weight: round(weight, 3), logOdds: round(logOddsOf(belief.marking, mark, weight), 3) },
    notes: campaign ? ['campaign'] : [],
  };
};

const gradeIn = ({ view }: DayState, letters: Letters, one: Statement): Grade => {
  const { ground } = view.prepared;
  return gradeOf(ground.parameters.grading, letters, gradableOf(view.prepared, one));
};

const stepsOf = (state: DayState, letters: Letters, counted: readonly Statement[]): readonly Step[] => {
  const weighed = weighedIn(state);
  return counted.flatMap((one) =>
    (weighed.get(statementKey(one)) ?? [undefined]).map((worth) => ({
      evidence: one.evidence,
      ...worthOf(state, worth),
      rule: state.verdict.support.includes(one) || state.verdict.opposed.includes(one) ? state.verdict.rule : 'noted',
      effect: effectOf(state, one),
      grade: gradeIn(state, letters, one),
    })),
  );
};

/**
 * What moves p and bears no status any more, or not yet: of an older turn, a rumour, an undated report, one of the next
 * days. What is said of days after those moves p too, through the days between; it stands with its own days.
 */
const restOf = (state: DayState, letters: Letters, shown: readonly Statement[]): readonly Step[] => {
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
    grade: gradeIn(state, letters, one.statement),
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
  const aside = (statements: readonly Statement[], why: string): readonly NotCounted[] =>
    statements.filter(({ implied, day }) => !implied && day <= state.day).map(({ evidence }) => ({ evidence, why }));
  return [...left, ...aside(prepared.copies, 'copy'), ...aside(prepared.circular, 'circular')];
};
const uniqueBy = <T>(items: readonly T[], key: (item: T) => string): readonly T[] => [
  ...new Map(items.map((item) => [key(item), item])).values(),
];
/** What counts on the day, each assertion once, and what only repeats. */
export const countedIn = (state: DayState): { counted: readonly Statement[]; repeats: ReadonlySet<Statement> } => {
  const { verdict, view } = state;
  const live = [...new Set([...view.core, ...verdict.support, ...verdict.opposed])].filter((one) =>
    isCounted(state, one),
  );
  const repeats = repeatsIn(view.prepared.ground, live);
  return { counted: live.filter((one) => !repeats.has(one) || verdict.support.includes(one)), repeats };
};
export type Sentences = Pick<Assessment, 'steps' | 'denials' | 'notCounted'>;

export const sentencesOf = (state: DayState, letters: Letters): Sentences => {
  const { counted, repeats } = countedIn(state);
  return {
    steps: [...stepsOf(state, letters, counted), ...restOf(state, letters, counted)],
    denials: uniqueBy(denialsIn(state), ({ evidence }) => evidence.claim.id),
    notCounted: uniqueBy(notCountedOf(state, repeats), ({ evidence, why }) => `${evidence.claim.id} ${why}`),
  };
};
