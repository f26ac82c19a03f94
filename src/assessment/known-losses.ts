// E5 in the weighing: a retaking entails a loss, and that loss is news only where it had not been told before.
// Invariant: one loss is one assertion; a side that admits it and later says "retaken" has told of it once.
import { campOf, type Ground } from './ground.ts';
import { isMain } from './opposition.ts';
import type { Statement } from './statements.ts';

/** Somebody's word that a camp does not have the cell: it lost or left it, or another has it. */
const tellsLoss = (ground: Ground, loser: string, { says }: Statement): boolean => {
  if (says.side === null) return false;
  const same = campOf(ground, says.side) === loser;
  return says.what === 'lost' ? same : says.what === 'has' && !same;
};

const keyOf = ({ claim, side }: Statement): string => `${claim.id} ${side}`;

const isWord = (one: Statement): boolean =>
  isMain(one) && ['has', 'lost'].includes(one.says.what) && !(one.implied || one.rumour || one.denial || one.partial);

/** What each camp said last of the cell, where a retaking told once more on that day or the next is the same word. */
const lastWords = (statements: readonly Statement[]): ReadonlyMap<Statement, ReadonlyMap<string, Statement>> => {
  const before = new Map<Statement, ReadonlyMap<string, Statement>>();
  const last = new Map<string, Statement>();
  for (const one of statements.filter(isWord)) {
    const known = last.get(one.camp);
    const again = known?.claim.kind === 'recapture' && one.claim.kind === 'recapture' && one.day - known.day <= 1;
    before.set(one, (again ? before.get(known) : undefined) ?? new Map(last));
    last.set(one.camp, one);
  }
  return before;
};

/** Without the losses that a retaking entails and that its teller, or the loser, had told of last; in the order of turns. */
export const dropKnownLosses = (ground: Ground, statements: readonly Statement[]): readonly Statement[] => {
  if (!statements.some(({ implied }) => implied)) return statements;
  const known = new Set<string>();
  for (const [one, words] of lastWords(statements)) {
    const loser = campOf(ground, one.claim.actor ?? '');
    const told = [one.camp, loser].flatMap((teller) => words.get(teller) ?? []);
    if (told.some((word) => tellsLoss(ground, loser, word))) known.add(keyOf(one));
  }
  return statements.filter((one) => !one.implied || !known.has(keyOf(one)));
};
