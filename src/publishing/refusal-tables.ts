// Quarantine on a terminal: how much of what, and one refusal with its original.
import type { RefusalRow, WholeRefusal } from '../whoholds.ts';
import { wholeRefusalRecord } from './refusal-records.ts';
import { paint, table } from './tables.ts';

const countsOf = (rows: readonly RefusalRow[]): string =>
  [...Map.groupBy(rows, ({ code }) => code)]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([code, of]) => `${of.length} ${code}`)
    .join(', ');

const line = ({ id, code, file, report, reason }: RefusalRow): readonly string[] => [
  id,
  paint('yellow', code),
  file ?? report ?? '-',
  reason.length > 100 ? `${reason.slice(0, 99)}…` : reason,
];

/** Newest first, so many, and how much of each kind there is in all. */
export const refusalListText = (rows: readonly RefusalRow[], limit: number): string => {
  if (rows.length === 0) return 'Nothing is refused.';
  const rest = rows.length > limit ? [paint('dim', `… and ${rows.length - limit} more (--limit)`)] : [];
  return [`${rows.length} refusals: ${countsOf(rows)}.`, table(rows.slice(0, limit).map(line)), ...rest].join('\n');
};

/** Control characters would speak to the terminal. */
const harmless = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}]/gu, (sign) => (/[\n\t]/.test(sign) ? sign : '\ufffd'));

export const refusalText = (found: WholeRefusal): string => {
  const { code, stage, reason, file, report, recorded, expected, size, text, cut, words } = wholeRefusalRecord(found);
  return [
    `${paint('yellow', code)} (${stage}): ${reason}`,
    ...(expected.length > 0 ? [`  accepted: ${expected.join(' · ')}`] : []),
    ...(words === null ? [] : [`  words: “${words}”`]),
    `  ${file ?? '-'}${report === null ? '' : ` · report ${report}`} · ${recorded}`,
    size === null ? '  no byte of it is kept' : `  original: ${size} bytes (--raw writes them)`,
    ...(text === null ? [] : ['', harmless(text) + (cut ? '…' : '')]),
  ].join('\n');
};
