// One item through the pure front half: intake, reading, places. No ledger, no clock.
import { intake } from '../intake/intake.ts';
import { type KeptItem, keepItem, keepRevisit } from '../intake/keep-item.ts';
import type { Item } from '../intake/sources.ts';
import { type Reading, withNotes } from '../model/claim.ts';
import type { Note, Outcome, Refusal } from '../model/outcome.ts';
import type { Report } from '../model/report.ts';
import type { Theatre } from '../model/theatre.ts';
import type { Instant } from '../model/time.ts';
import { placeReading } from '../places/place-claims.ts';
import { read, readAll } from '../reading/read.ts';

/** The seam: the rules, or gold, which replays human annotation so that assessment can be judged apart from reading. */
export type Reader = (report: Report, theatre: Theatre) => Reading;

/** The same for reports that come together. */
export type ManyReader = (reports: readonly Report[], theatre: Theatre) => readonly Reading[];

/** Reads reports by the rules and puts their places: as each alone would be read, in less time. */
export const readReports: ManyReader = (reports, theatre) =>
  readAll(reports, theatre).map((reading) => placeReading(reading, theatre));

/** Reads a report by the rules and puts its places. */
export const readReport: Reader = (report, theatre) => placeReading(read(report, theatre), theatre);

export type ReadItem =
  | {
      readonly ok: true;
      readonly item: Item;
      readonly report: Report;
      readonly reading: Reading;
      /** What intake noted; the reading's notes begin with them. */
      readonly noted: readonly Note[];
    }
  | { readonly ok: false; readonly file: string; readonly refusal: Refusal; readonly kept: KeptItem };

export interface Ground {
  readonly theatre: Theatre;
  readonly reader: Reader;
  readonly retrieved: Instant | null;
}

/** Items that come together, and who reads them. */
export interface ManyGround extends Omit<Ground, 'reader'> {
  readonly reader: ManyReader;
}

type Taken = Extract<ReadItem, { ok: false }> | Omit<Extract<ReadItem, { ok: true }>, 'reading'>;

/** An item that could not be taken in keeps its refusal; nothing here throws on input. */
const takeItem = (item: Outcome<Item>, { theatre, retrieved }: Omit<Ground, 'reader'>): Taken => {
  if (!item.ok) {
    const kept = item.revisit ? keepRevisit(item.revisit) : { original: item.original ?? null, about: null };
    return { ok: false, file: item.refusal.file ?? '', refusal: item.refusal, kept };
  }
  const { timezone, period, outlets, lexicon } = theatre;
  const agency = (name: string): string | null => lexicon.look('agencies', name);
  const taken = intake(item.value, { timezone, period, outlets, agency, retrieved });
  if (!taken.ok) {
    const { refusal } = taken;
    return { ok: false, file: item.value.file, refusal, kept: keepItem(item.value) };
  }
  return { ok: true, item: item.value, report: taken.value, noted: taken.notes };
};

const withReading = (taken: Extract<Taken, { ok: true }>, reading: Reading): ReadItem => ({
  ...taken,
  reading: withNotes(reading, taken.noted),
});

export const readItem = (item: Outcome<Item>, ground: Ground): ReadItem => {
  const taken = takeItem(item, ground);
  return taken.ok ? withReading(taken, ground.reader(taken.report, ground.theatre)) : taken;
};

/** Each as `readItem` gives it, in their order. */
export const readItems = (items: readonly Outcome<Item>[], ground: ManyGround): readonly ReadItem[] => {
  const all = items.map((item) => takeItem(item, ground));
  const reports = all.flatMap((taken) => (taken.ok ? [taken.report] : []));
  const readings = ground.reader(reports, ground.theatre).values();
  return all.map((taken) => {
    if (!taken.ok) return taken;
    const { value } = readings.next();
    if (value === undefined)
      throw new Error(`the reader gave fewer readings than reports: none for ${taken.report.file}`);
    return withReading(taken, value);
  });
};
