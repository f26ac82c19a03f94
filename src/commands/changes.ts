// whoholds changes: which cells changed between two days, two moments of knowledge or two states of the ledger, and why.
import { Fault } from '../model/outcome.ts';
import { type Day, endOfDayIn, type Instant } from '../model/time.ts';
import { changesText } from '../publishing/changes-text.ts';
import { changeRecord } from '../publishing/records.ts';
import { wholeNumber } from '../settings.ts';
import type { ChangesQuery, Whoholds } from '../whoholds.ts';
import { type AskOptions, ask, cutFrom, onFrom } from './ask.ts';
import { asOfFrom, dayFrom, momentFrom, placeFrom, scopeFrom } from './moment.ts';
import { type ExitStatus, print, printRecord } from './terminal.ts';

export interface ChangesOptions extends AskOptions {
  readonly to?: string;
  readonly fromSeq?: string;
  readonly toSeq?: string;
  readonly asThen?: boolean;
}

const EXPECTED = [
  '--from DAY --to DAY',
  '--on DAY --from MOMENT --to MOMENT',
  '--on DAY --from-seq N --to-seq N',
] as const;

const seqFrom = (text: string | undefined, otherwise: number | null): number | null =>
  text === undefined ? otherwise : wholeNumber('seq', text, 0);

/** Without --on, --from and --to are days. */
const daysFrom = ({ from, to, asThen }: ChangesOptions, asOf: Instant | null, timezone: string) => {
  if (from === undefined || to === undefined) return null;
  const moment = (on: Day) => ({ on, asOf: asThen ? endOfDayIn(on, timezone) : asOf });
  return { from: moment(dayFrom('--from', from)), to: moment(dayFrom('--to', to)) };
};

/** With --on, they are moments of knowledge; one left out is the last. */
const momentsFrom = async (options: ChangesOptions, asOf: Instant | null, whoholds: Whoholds) => {
  const { timezone } = whoholds.theatre;
  const on = await onFrom(options, whoholds);
  const known = (text: string | undefined) => (text === undefined ? asOf : asOfFrom(text, timezone));
  return { from: { on, asOf: known(options.from) }, to: { on, asOf: known(options.to) } };
};

const queryFrom = async (options: ChangesOptions, whoholds: Whoholds): Promise<ChangesQuery> => {
  const { theatre } = whoholds;
  const { asOf, seq } = cutFrom(options, whoholds);
  const ofDays = options.on === undefined ? daysFrom(options, asOf, theatre.timezone) : null;
  const moments = ofDays ?? (await momentsFrom(options, asOf, whoholds));
  return {
    from: { ...moments.from, seq: seqFrom(options.fromSeq, seq) },
    to: { ...moments.to, seq: seqFrom(options.toSeq, seq) },
    place: options.place === undefined ? null : placeFrom(options.place, theatre),
    scope: scopeFrom(options.scope),
  };
};

/** What can be wrong with the words alone is told before a ledger is looked for. */
const checkWords = ({ on, from, to, fromSeq, toSeq, asThen }: ChangesOptions): void => {
  for (const [flag, text] of Object.entries({ '--from': from, '--to': to })) {
    if (text === undefined) continue;
    if (on === undefined) dayFrom(flag, text);
    else momentFrom(flag, text);
  }
  for (const text of [fromSeq, toSeq]) seqFrom(text, null);
  const days = on === undefined && from !== undefined && to !== undefined;
  const moments = on !== undefined && (from !== undefined || to !== undefined);
  const states = fromSeq !== undefined || toSeq !== undefined;
  if (!days && !moments && !states)
    throw new Fault('usage', 'Two moments are needed to tell what changed between them.', { expected: EXPECTED });
  if (asThen && !days) throw new Fault('usage', '--as-then goes with two days.', { expected: [EXPECTED[0]] });
};

export const changesCommand = (options: ChangesOptions): Promise<ExitStatus> => {
  checkWords(options);
  const { from: _from, ...rest } = options;
  return ask(rest, async (whoholds) => {
    const { theatre } = whoholds;
    const changes = await whoholds.changes(await queryFrom(options, whoholds));
    if (options.json) for (const change of changes) await printRecord(changeRecord(change, theatre));
    else await print(changesText(changes, theatre));
    return 0;
  });
};
