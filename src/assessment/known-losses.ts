// E5: a retaking entails a loss, and that loss is news only where it had not been told before.
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

/** The same turn told once more, that day or the next. */
const isRetold = (known: Statement | undefined, one: Statement): boolean =>
  known?.turn === true && one.turn && known.says.side === one.says.side && one.day - known.day <= 1;

/** Without the losses that a retaking entails and that its teller, or the loser, had told of last; in the order of turns. */
export const dropKnownLosses = (ground: Ground, statements: readonly Statement[]): readonly Statement[] => {
  if (!statements.some(({ implied }) => implied)) return statements;
  const last = new Map<string, Statement>();
  const known = new Set<string>();
  for (const one of statements.filter(isWord)) {
    const loser = campOf(ground, one.claim.actor ?? '');
    const told = [one.camp, loser].flatMap((teller) => last.get(teller) ?? []);
    if (isRetold(last.get(one.camp), one) || told.some((word) => tellsLoss(ground, loser, word))) known.add(keyOf(one));
    last.set(one.camp, one);
  }
  return statements.filter((one) => !one.implied || !known.has(keyOf(one)));
};
