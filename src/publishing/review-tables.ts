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

const likelihood = ({ p, holder }: Verdict): string =>
  p === null || holder === null ? '' : ` (p ${(p[holder] ?? 0).toFixed(2)})`;

const moveWords = ({ cell, from, to }: QueueItem['moves'][number], theatre: Theatre): string => {
  const name = theatre.gazetteer.get(cell.place)?.name ?? cell.place;
  const [before, after] = [from, to].map((one) => `${holderWords(one, theatre)}${likelihood(one)}`);
  return `    ${name} (${cell.scope}): ${before} → ${after}`;
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
