// The sentences behind a cell in the order in which a reader asks: for, against, danger, not counted. Copies are folded.
// Invariant: every step and every uncounted claim stands in exactly one group, and none is dropped.
import type { ClaimAnswer, WhyAnswer } from './answers.ts';

export type GroupName = 'supports' | 'opposes' | 'threatens' | 'besides';

export interface Item {
  readonly claim: ClaimAnswer;
  /** Three bars by the size of the weight; null where nothing was weighed. */
  readonly weight: number | null;
  readonly rule: string | null;
  readonly effect: string | null;
  /** Null where it does not count. */
  readonly grade: WhyAnswer['steps'][number]['grade'] | null;
  /** Why it does not count; null where it does. */
  readonly why: string | null;
  /** The same words in other outlets, or the same saying again in one report. */
  readonly copies: readonly ClaimAnswer[];
  readonly denials: readonly Pick<WhyAnswer['denials'][number], 'claim' | 'sameProposition' | 'judged'>[];
}

export interface Grouped {
  readonly groups: ReadonlyMap<GroupName, readonly Item[]>;
  readonly notCounted: readonly Item[];
}

/** The model's own words of what a step did: "for STATUS", "against"; whatever else was only noted. */
const groupOf = (effect: string): GroupName => {
  if (effect === 'for threatened') return 'threatens';
  if (effect.startsWith('for ')) return 'supports';
  return effect === 'against' ? 'opposes' : 'besides';
};

/** One saying: the same speaker, the same proposition, in one family of reports. */
const sayingKey = (claim: ClaimAnswer): string =>
  JSON.stringify([
    claim.report.family,
    claim.speaker,
    claim.role,
    claim.kind,
    claim.polarity,
    claim.actor,
    claim.scope,
  ]);

const fold = (items: readonly Item[]): readonly Item[] => {
  const heads = new Map<string, Item>();
  for (const item of items) {
    const key = sayingKey(item.claim);
    const head = heads.get(key);
    heads.set(
      key,
      head === undefined
        ? item
        : { ...head, copies: [...head.copies, item.claim], denials: [...head.denials, ...item.denials] },
    );
  }
  return [...heads.values()];
};

const denialsOf = (why: WhyAnswer, id: string): Item['denials'] => why.denials.filter(({ answers }) => answers === id);

/** Denials that stand under a counted claim, and so not a second time by themselves; an answer to one stands alone. */
const attachedDenials = ({ steps, denials }: WhyAnswer): ReadonlySet<string> => {
  const counted = new Set(steps.map(({ claim }) => claim.id));
  const answering = denials.filter(({ answers }) => answers !== null && counted.has(answers));
  const ids = new Set(answering.map(({ claim }) => claim.id));
  return new Set(answering.filter(({ answers }) => !ids.has(answers ?? '')).map(({ claim }) => claim.id));
};

const GROUPS: readonly GroupName[] = ['supports', 'opposes', 'threatens', 'besides'];

/** Groups an answer's steps; the same saying again, in a copy or by the same voice, is folded under the counted one. */
export const groupSteps = (why: WhyAnswer): Grouped => {
  const attached = attachedDenials(why);
  const steps = why.steps
    .filter(({ claim }) => !attached.has(claim.id))
    .map(({ claim, weight, rule, effect, grade }) => ({
      group: groupOf(effect),
      item: { claim, weight, rule, effect, grade, why: null, copies: [], denials: denialsOf(why, claim.id) },
    }));
  const uncounted = why.notCounted
    .filter(({ claim }) => !attached.has(claim.id))
    .map((one) => ({
      claim: one.claim,
      weight: null,
      rule: null,
      effect: null,
      grade: null,
      why: one.why,
      copies: [],
      denials: [],
    }));
  // A saying counted in two groups takes its repeats in the first.
  const home = new Map([...steps].reverse().map(({ item, group }) => [sayingKey(item.claim), group]));
  const isRepeat = ({ claim }: Item): boolean => home.has(sayingKey(claim));
  const repeats = uncounted.filter(isRepeat);
  const groups = GROUPS.map((name) => {
    const own = steps.filter(({ group }) => group === name).map(({ item }) => item);
    return [name, fold([...own, ...repeats.filter(({ claim }) => home.get(sayingKey(claim)) === name)])] as const;
  });
  return { groups: new Map(groups), notCounted: fold(uncounted.filter((item) => !isRepeat(item))) };
};
