// The status of a cell on one day, by the order of section 9: the first rule that fires gives it.
// Invariant: p alone confirms nothing, and no rule hides p; where a theatre has no model, what p would decide is taken as met.
import { findClaimed, findLeft } from './find-claimed.ts';
import { findContested } from './find-contested.ts';
import { findDisputed } from './find-disputed.ts';
import { findThreatened } from './find-threatened.ts';
import { campOf } from './ground.ts';
import { isMain } from './opposition.ts';
import type { Statement } from './statements.ts';
import { denialsOf, findStructure, isContradictedLater, type Proof, type Structure } from './structure.ts';
import {
  type Carry,
  earns,
  groundIn,
  isCamp,
  isLive,
  opponentsOf,
  type Question,
  type StatusRule,
  shareOf,
  type Verdict,
} from './verdict.ts';
import type { View } from './view.ts';

/** The bar of p (section 9): none under S1; lower, and without the interval, for who was confirmed the day before. */
const isLikely = (question: Question, { rule, holder }: Proof): boolean => {
  const p = shareOf(question, holder);
  if (rule === 'S1' || p === null || holder === null) return true;
  const ground = groundIn(question);
  const { confirmEnter, confirmLeave, confirmLow } = ground.parameters.bars;
  if (isCamp(ground, holder, question.carry.confirmed)) return p >= confirmLeave;
  const { view } = question;
  return p >= confirmEnter && (view.prepared.belief?.low(campOf(ground, holder), view.day) ?? 1) >= confirmLow;
};

/** Rule D: no standing denial, or p so high that none would move it (i), or one that was contradicted later (ii). */
const outlivesDenial = (question: Question, proof: Proof, opposed: readonly Statement[]): boolean => {
  const p = shareOf(question, proof.holder) ?? 0;
  const { overrideDenial } = groundIn(question).parameters.bars;
  return opposed.length === 0 || p >= overrideDenial || isContradictedLater(question.view, proof, opposed);
};

/** A structural test passes, p reaches its bar, and rule D. */
const findConfirmed: StatusRule = (question) => {
  const { proof } = question.structure;
  if (proof === null || proof.holder === null || !isLikely(question, proof)) return null;
  const opposed = denialsOf(question.view, proof);
  if (!outlivesDenial(question, proof, opposed)) return null;
  const against = opponentsOf(groundIn(question), proof.holder, opposed);
  return { status: 'confirmed', holder: proof.holder, rule: proof.rule, support: proof.support, opposed, against };
};

/** In the order of precedence (section 2); the first that finds something gives the status. */
export const STATUS_RULES: readonly StatusRule[] = [
  findConfirmed,
  findDisputed,
  findContested,
  findLeft,
  findClaimed,
  findThreatened,
];

const NOTHING = { status: 'undetermined', rule: 'undetermined', support: [], opposed: [], against: [] } as const;

/** Something once bore a status here, it is too old now, and nobody has spoken since. */
const hasLapsed = (question: Question): boolean => {
  const ground = groundIn(question);
  const { holder } = question.carry;
  const told = question.view.core.filter((one) => !one.rumour && !one.implied && one.says.side !== null);
  if (told.some((one) => isMain(one) && isLive(question, one, 'disputed'))) return false;
  return told.some((one) => {
    const { what, side } = one.says;
    if (what === 'siege' || what === 'threat') return !isLive(question, one, 'threatened');
    const ownWord = isCamp(ground, side, holder) && isCamp(ground, one.camp, holder);
    return what === 'has' && earns(one) && !ownWord && !isLive(question, one, 'claimed');
  });
};

/** The last holder of section 9: last confirmed, else last admitted (once that was taken back), else the baseline's. */
const withLastHolder = (carry: Carry, { chain }: Structure): Carry => {
  const { ended } = chain;
  if (ended === null || (carry.settled !== null && ended.day < carry.settled)) return carry;
  const holder = ended.admission.holder ?? 'none';
  return holder === carry.holder ? carry : { ...carry, holder, changed: ended.day };
};

/** Decides one day from what is known and what the days before left. */
export const decide = (view: View, before: Carry): Verdict => {
  const structure = findStructure(view);
  const carry = withLastHolder(before, structure);
  const question: Question = { view, carry, structure };
  const rest = { chain: structure.chain, proof: structure.proof, carry };
  for (const rule of STATUS_RULES) {
    const found = rule(question);
    if (found !== null) return { borrowed: false, ...found, ...rest, stale: false };
  }
  return { ...NOTHING, holder: carry.holder, borrowed: false, stale: hasLapsed(question), ...rest };
};

/** What a day leaves for the next: the holder confirmed, else nobody where a loss was said, else as before. */
export const carryOn = ({ carry, status, rule, holder: found }: Verdict, day: number): Carry => {
  const confirmed = status === 'confirmed';
  const holder = confirmed ? found : rule === 'E13' || rule === 'E13a' ? 'none' : carry.holder;
  const changed = holder === carry.holder ? carry.changed : day;
  const rest = { settled: confirmed ? day : carry.settled, confirmed: confirmed ? found : null };
  return { holder, changed, threatened: status === 'threatened', contested: status === 'contested', ...rest };
};
