// E5: a retaking entails a loss before it; which loss that is, where its teller or the loser tells of one.
// Invariant: one loss is one assertion; whoever admits it and says "retaken", in either order, has told of it once.
import { campOf, type Ground } from './ground.ts';
import { speakerKey } from './independence.ts';
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

/** What one voice tells of one day, in the copies of one report. */
const breathKey = (one: Statement): string => [one.evidence.report.family, speakerKey(one), one.day].join('|');

export const isRetaking = (one: Statement): boolean => one.turn && one.claim.kind === 'recapture';

/** The loss that a retaking of the same breath undid: not a second one, for which a voice needs another day or report. */
const isUndone = (ground: Ground, retaking: Statement, one: Statement): boolean =>
  (one.turn || one.says.what === 'lost') &&
  !isRetaking(one) &&
  tellsLoss(ground, campOf(ground, retaking.says.side ?? ''), one);

/**
 * E5, E16a, 5.4: what a voice tells beside its retaking of the same day is the loss that this undid, whichever it tells
 * first; so that it counts as said just before.
 */
export const putLossesFirst = (ground: Ground, statements: readonly Statement[]): readonly Statement[] => {
  if (!statements.some(isRetaking)) return statements;
  const breaths = Map.groupBy(statements.filter(isWord), breathKey);
  const saidBefore = new Map<Statement, number>();
  for (const breath of breaths.values()) {
    const retakings = breath.filter(isRetaking);
    const said = Math.min(...retakings.map((one) => one.said)) - 1;
    const reports = new Set(retakings.map(({ evidence }) => evidence.report.id));
    for (const one of breath)
      if (reports.has(one.evidence.report.id) && retakings.some((retaking) => isUndone(ground, retaking, one)))
        saidBefore.set(one, said);
  }
  return statements.map((one) => {
    const said = saidBefore.get(one);
    return said === undefined ? one : { ...one, said };
  });
};

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
