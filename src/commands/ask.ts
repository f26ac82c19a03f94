// whoholds control, why, timeline: questions to a ledger about who holds what, on which day, as known when.
import type { Scope } from '../model/claim.ts';
import type { PlaceId } from '../model/place.ts';
import type { CellSeries } from '../model/series.ts';
import type { Instant } from '../model/time.ts';
import { assessmentRecord, periodRecord, seriesRecords, whyRecord } from '../publishing/records.ts';
import { hadOnlyText } from '../publishing/report-tables.ts';
import { seriesText } from '../publishing/series-table.ts';
import { controlText, timelineText, whyText } from '../publishing/tables.ts';
import { wholeNumber } from '../settings.ts';
import type { TimelineQuery, Whoholds } from '../whoholds.ts';
import { asOfFrom, dayFrom, placeFrom, scopeFrom, statusFrom } from './moment.ts';
import { type LedgerOptions, withLedger } from './open-ledger.ts';
import { type ExitStatus, print, printRecord, tell } from './terminal.ts';

export interface AskOptions extends LedgerOptions {
  readonly on?: string;
  readonly asOf?: string;
  readonly seq?: string;
  readonly place?: string;
  readonly scope?: string;
  readonly minStatus?: string;
  readonly from?: string;
  readonly until?: string;
  readonly all?: boolean;
  readonly json?: boolean;
}

interface TimelineOptions extends AskOptions {
  readonly series?: boolean;
}

interface Showing {
  readonly whoholds: Whoholds;
  readonly json: boolean;
}

interface Cut {
  readonly asOf: Instant | null;
  readonly seq: number | null;
}

export const cutFrom = (options: AskOptions, whoholds: Whoholds): Cut => ({
  asOf: asOfFrom(options.asOf, whoholds.theatre.timezone),
  seq: options.seq === undefined ? null : wholeNumber('seq', options.seq, 0),
});

/** The day asked about; without one, the last day that a report speaks of, said aloud. */
export const onFrom = async (options: AskOptions, whoholds: Whoholds) => {
  if (options.on !== undefined) return dayFrom('--on', options.on);
  const last = await whoholds.lastDay();
  if (last !== null && !options.json) tell(`On ${last}, the last day that a report speaks of (--on DAY for another).`);
  return last ?? whoholds.theatre.period.from;
};

/** What can be wrong with the words alone is told before a ledger is looked for. */
const checkWords = ({ on, from, until, asOf, scope, minStatus, seq }: AskOptions): void => {
  for (const [flag, day] of Object.entries({ '--on': on, '--from': from, '--until': until })) {
    if (day !== undefined) dayFrom(flag, day);
  }
  if (asOf !== undefined) asOfFrom(asOf, 'UTC');
  scopeFrom(scope);
  statusFrom(minStatus);
  wholeNumber('seq', seq, 0);
};

/** Checks the flags' words, then opens the ledger and asks. */
export const ask = (options: AskOptions, run: (whoholds: Whoholds) => Promise<ExitStatus>): Promise<ExitStatus> => {
  checkWords(options);
  return withLedger(options, 'read', run);
};

export const controlCommand = (options: AskOptions): Promise<ExitStatus> =>
  ask(options, async (whoholds) => {
    const cells = await whoholds.control({
      on: await onFrom(options, whoholds),
      ...cutFrom(options, whoholds),
      place: options.place === undefined ? null : placeFrom(options.place, whoholds.theatre),
      scope: scopeFrom(options.scope),
      minStatus: statusFrom(options.minStatus),
      all: options.all ?? false,
    });
    if (options.json) for (const cell of cells) await printRecord(assessmentRecord(cell, whoholds.theatre));
    else if (cells.length === 0) await print('Nobody in the reports has spoken of such a place by then.');
    else await print(controlText(cells, whoholds.theatre));
    return 0;
  });

export const whyCommand = (placeWords: string, options: AskOptions): Promise<ExitStatus> =>
  ask(options, async (whoholds) => {
    const place = placeFrom(placeWords, whoholds.theatre);
    const scope: Scope = scopeFrom(options.scope) ?? (await whoholds.mainScope(place));
    const on = await onFrom(options, whoholds);
    const why = await whoholds.why({ place, scope }, { on, ...cutFrom(options, whoholds) });
    const { theatre } = whoholds;
    await (options.json
      ? printRecord(whyRecord(why, theatre))
      : print(`${whyText(why, theatre)}${hadOnlyText(why, theatre)}`));
    return 0;
  });

const showSeries = async (place: PlaceId, query: TimelineQuery, { whoholds, json }: Showing): Promise<void> => {
  const all: CellSeries[] = [];
  for await (const series of whoholds.days(place, query)) {
    if (json) for (const record of seriesRecords(series, whoholds.theatre)) await printRecord(record);
    else all.push(series);
  }
  if (!json) await print(seriesText(all, whoholds.theatre));
};

export const timelineCommand = (placeWords: string, options: TimelineOptions): Promise<ExitStatus> =>
  ask(options, async (whoholds) => {
    const place = placeFrom(placeWords, whoholds.theatre);
    const query: TimelineQuery = {
      scope: scopeFrom(options.scope),
      from: options.from === undefined ? null : dayFrom('--from', options.from),
      until: options.until === undefined ? null : dayFrom('--until', options.until),
      ...cutFrom(options, whoholds),
    };
    const json = options.json ?? false;
    if (options.series) await showSeries(place, query, { whoholds, json });
    else {
      const periods = await whoholds.timeline(place, query);
      if (json) for (const period of periods) await printRecord(periodRecord(period, whoholds.theatre));
      else await print(timelineText(periods, whoholds.theatre));
    }
    return 0;
  });
