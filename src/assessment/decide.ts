// The status of a cell on one day, by the order of section 9: the first rule that fires gives it.
// Invariant: p alone confirms nothing, and no rule hides p; where a theatre has no model, what p would decide is taken as met.
import { findClaimed, findLeft } from './find-claimed.ts';
import { findConfirmed } from './find-confirmed.ts';
import { findContested } from './find-contested.ts';
import { findDisputed } from './find-disputed.ts';
import { findThreatened } from './find-threatened.ts';
import { isMain } from './opposition.ts';
import { findStructure, type Structure } from './structure.ts';
import {
  type Carry,
  earns,
  groundIn,
  isCamp,
  isLive,
  type Question,
  type StatusRule,
  type Verdict,
} from './verdict.ts';
import type { View } from './view.ts';

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
