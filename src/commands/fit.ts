// whoholds fit: the numbers of the model as a ledger teaches them, written to a file that the asking commands take.
import { MARK_NAMES, type Row } from '../assessment/model-parameters.ts';
import { PARAMETERS, type Parameters } from '../assessment/parameters.ts';
import { daysBetween } from '../model/time.ts';
import { wholeNumber } from '../settings.ts';
import type { DatedChange, Fitted, Whoholds } from '../whoholds.ts';
import { type LedgerOptions, withLedger } from './open-ledger.ts';
import { parametersFrom } from './read-parameters.ts';
import { readTruth } from './read-truth.ts';
import { type ExitStatus, print, printRecord, tell, tellAccepted } from './terminal.ts';
import { writeTextFile } from './write-file.ts';

export interface FitOptions extends LedgerOptions {
  readonly out: string;
  readonly seq?: string;
  readonly truth?: string;
  readonly json?: boolean;
}

/** The rows of a truth that begin after the theatre does: on those days somebody took the cell. */
const changesIn = (file: string | undefined, { theatre }: Whoholds): readonly DatedChange[] =>
  file === undefined
    ? []
    : readTruth(file, theatre, 'learned').flatMap(({ cell, from, holder, confidence }) =>
        holder === 'none' || daysBetween(theatre.period.from, from) <= 0
          ? []
          : [{ cell, day: from, side: holder, confidence }],
      );

const odds = ([held, , fresh]: Row): string => {
  const ratio = fresh / held;
  return ratio >= 1 ? ratio.toPrecision(3) : `1/${(1 / ratio).toPrecision(3)}`;
};
const percent = (value: number): string => `${(100 * value).toPrecision(3)} %`;

const table = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
};

const STEPS: readonly (readonly [string, (parameters: Parameters) => number])[] = [
  ['held, reported on a day', ({ model }) => model.presence[0]],
  ['contested, reported on a day', ({ model }) => model.presence[1]],
  ['freshly taken, reported on a day', ({ model }) => model.presence[2]],
  ['settled with the challenger, reported on a day', ({ model }) => model.presence[3]],
  ['held, contested the next day', ({ model }) => model.transitions[0][1]],
  ['held, taken the next day', ({ model }) => model.transitions[0][2]],
  ['contested, taken the next day', ({ model }) => model.transitions[1][2]],
  ['contested, held the next day', ({ model }) => model.transitions[1][0]],
  ['freshly taken, held again the next day', ({ model }) => model.transitions[2][0]],
  ['freshly taken, settled the next day', ({ model }) => model.transitions[2][3]],
];

/** What was learned, for people: odds that a statement gives for the challenger, and rates a day. */
const fittedText = ({ version, origin, parameters }: Fitted, before: Parameters, file: string): string => {
  const { statements, reportDays, cells, anchors, rounds, gain } = origin;
  const spoken = MARK_NAMES.filter((mark) => statements[mark] > 0);
  const known = anchors === 0 ? '' : ` and ${anchors} changes known from outside`;
  return [
    `${version}: learned from ${reportDays.toLocaleString('en')} report-days in ${cells} districts${known}.`,
    `${rounds} rounds; the last gained ${gain.toPrecision(2)} a report-day.`,
    '',
    ...table([
      ['statement', 'weight', 'odds before', 'odds after'],
      ...spoken.map((mark) => [
        ...[mark, statements[mark].toFixed(1)],
        ...[odds(before.model.marks[mark]), odds(parameters.model.marks[mark])],
      ]),
    ]),
    '',
    ...table([
      ['rate', 'before', 'after'],
      ...STEPS.map(([name, of]) => [name, percent(of(before)), percent(of(parameters))]),
    ]),
    '',
    `Written to ${file}. To assess by it: --parameters ${file}`,
  ].join('\n');
};

export const fitCommand = (options: FitOptions): Promise<ExitStatus> => {
  const seq = options.seq === undefined ? null : wholeNumber('seq', options.seq, 0);
  return withLedger(options, 'read', async (whoholds) => {
    const changes = changesIn(options.truth, whoholds);
    const outcome = await whoholds.fit({ seq, changes });
    if (!outcome.ok) {
      if (options.json) await printRecord(outcome.refusal);
      tell(`Nothing was learned (${outcome.refusal.code}): ${outcome.refusal.reason}`);
      tellAccepted(outcome.refusal.expected);
      return 1;
    }
    const { value: fitted } = outcome;
    writeTextFile(options.out, `${JSON.stringify(fitted, null, 2)}\n`);
    const idle = changes.length - fitted.origin.anchors;
    if (idle > 0) tell(`${idle} of the truth's changes lie on no district that reports speak of by then.`);
    const before = parametersFrom(options.parameters) ?? PARAMETERS;
    const { parameters: _numbers, ...named } = fitted;
    await (options.json ? printRecord(named) : print(fittedText(fitted, before, options.out)));
    return 0;
  });
};
