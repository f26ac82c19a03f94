// People's acts and the queue as a person reads them on a terminal. Nothing here decides anything.
import type { Claim } from '../model/claim.ts';
import type { Theatre } from '../model/theatre.ts';
import type { QueueItem, ReviewEntry } from '../whoholds.ts';
import { claimWords, paint, sideName } from './tables.ts';

const claimLine = (claim: Claim): string => `${claimWords(claim)} (${claim.id})`;

const aboutWords = ({ act, claim, movedFrom, family, answer, subject }: ReviewEntry): string => {
  if (family !== null) return `${act === 'cut' ? 'cut' : 'joined'} ${family.report} and ${family.of}`;
  if (answer !== null) {
    return `judged ${answer.denial} ${answer.sameProposition ? 'of the same proposition as' : 'of another proposition than'} ${answer.claim}`;
  }
  if (claim === null) return `${act} ${subject}`;
  if (act === 'place')
    return `put at ${claim.place.id ?? 'no place'}, before at ${movedFrom ?? 'no place'}: ${claimLine(claim)}`;
  return `${act === 'retract' ? 'took back' : 'asserted'} ${claimLine(claim)}`;
};

/** One act, two lines: when, who and what; why. */
export const logText = (entries: readonly ReviewEntry[]): string =>
  entries
    .map(
      (entry) =>
        `${entry.known.slice(0, 16).replace('T', ' ')} ${paint('bold', entry.by)} ${aboutWords(entry)}\n    ${entry.reason}`,
    )
    .join('\n');

type Verdict = QueueItem['moves'][number]['from'];

const holderWords = ({ status, holder }: Verdict, theatre: Theatre): string =>
  holder === null ? status : `${status}, ${sideName(holder, theatre)}`;

/** The probability that would change most: "Red League 0.46 → 0.12". */
const likelihood = ({ from, to }: QueueItem['moves'][number], theatre: Theatre): string => {
  const [before, after] = [from.p ?? {}, to.p ?? {}];
  const changes = [...new Set([...Object.keys(before), ...Object.keys(after)])].map((side) => {
    const [a, b] = [before[side] ?? 0, after[side] ?? 0];
    return { side, a, b, size: Math.abs(a - b) };
  });
  const most = changes.reduce((a, b) => (b.size > a.size ? b : a), { side: '', a: 0, b: 0, size: 0 });
  if (most.size < 0.005) return '';
  const name = most.side === 'contested' ? 'fighting inside' : sideName(most.side, theatre);
  return ` (${name} ${most.a.toFixed(2)} → ${most.b.toFixed(2)})`;
};

const moveWords = (move: QueueItem['moves'][number], theatre: Theatre): string => {
  const { cell, from, to } = move;
  const name = theatre.gazetteer.get(cell.place)?.name ?? cell.place;
  const [before, after] = [from, to].map((one) => holderWords(one, theatre));
  const words = before === after ? `${before} as before` : `${before} → ${after}`;
  return `    ${name} (${cell.scope}): ${words}${likelihood(move, theatre)}`;
};

const itemText = (item: QueueItem, index: number, theatre: Theatre): string =>
  [
    `${index + 1}. ${item.claim === null ? '' : `${paint('bold', claimWords(item.claim))} · `}${item.question}`,
    '    the other way:',
    ...item.moves.map((move) => `  ${moveWords(move, theatre)}`),
    ...item.acts.map((act) => `    ${paint('dim', act)}`),
  ].join('\n');

/** What to look at, with what the other way would change and the commands that decide it (--by and --reason to be added). */
export const queueText = (items: readonly QueueItem[], theatre: Theatre): string =>
  items.map((item, index) => itemText(item, index, theatre)).join('\n\n');
