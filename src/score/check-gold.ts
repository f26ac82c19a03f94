// Does a gold file hold together? Quotes stand in their reports, ids are the gazetteer's, references point at something,
// copies at a family member. Invariant: all faults at once; an empty list means the file may be relied on.
import type { GoldClaim, GoldRecord, GoldReference } from '../model/gold.ts';
import type { Gazetteer } from '../model/place.ts';

/** Where a fault lies ("claims.3.quote") and what is wrong, in a sentence. */
export interface GoldFault {
  readonly file: string;
  readonly path: string;
  readonly message: string;
}

export interface GoldGround {
  /** A report's normalised text by file name; null where it is not at hand (its quotes are then not checked). */
  readonly textOf: (file: string) => string | null;
  /** Null = ids are not checked. */
  readonly gazetteer: Gazetteer | null;
}

type Say = (path: string, message: string) => GoldFault;

const loosely = (text: string): string => text.replace(/\s+/g, ' ');

const checkQuotes = (record: GoldRecord, text: string, say: Say): readonly GoldFault[] => {
  const plain = loosely(text);
  return (['claims', 'aggregates', 'incidents', 'corrections'] as const).flatMap((list) =>
    record[list].flatMap(({ quote }, index) =>
      plain.includes(loosely(quote)) ? [] : [say(`${list}.${index}.quote`, `"${quote}" does not stand in the report.`)],
    ),
  );
};

const idsOf = (claim: GoldClaim): readonly string[] => [
  ...(claim.placeId ? [claim.placeId] : []),
  ...(claim.placeIdAlso ?? []),
  ...(claim.altPlaceIds ?? []),
  ...(claim.candidates ?? []),
];

const checkIds = (record: GoldRecord, gazetteer: Gazetteer, say: Say): readonly GoldFault[] => {
  const unknown = (ids: readonly string[], path: string) =>
    ids.filter((id) => gazetteer.get(id) === null).map((id) => say(path, `"${id}" is no id of the gazetteer.`));
  return [
    ...record.claims.flatMap((claim, index) => unknown(idsOf(claim), `claims.${index}.placeId`)),
    ...record.incidents.flatMap(({ placeId }, index) =>
      unknown(placeId ? [placeId].flat() : [], `incidents.${index}.placeId`),
    ),
  ];
};

const checkPlaces = (record: GoldRecord, say: Say): readonly GoldFault[] =>
  record.claims.flatMap((claim, index) =>
    !claim.placeId && (claim.candidates ?? []).length === 0
      ? [say(`claims.${index}.placeId`, `"${claim.place}" has neither an id nor candidates.`)]
      : [],
  );

const isReference = (
  to: GoldReference,
  record: GoldRecord,
  by: { readonly records: ReadonlyMap<string, GoldRecord>; readonly list: 'claims' | 'aggregates' },
): boolean => {
  if (typeof to === 'number') return record[by.list][to] !== undefined;
  if (typeof to === 'object') return by.records.get(to.file)?.claims[to.index] !== undefined;
  return record.claims.some((claim) => `${claim.place} ${claim.kind} by ${claim.actor}` === to);
};

const checkReferences = (
  record: GoldRecord,
  records: ReadonlyMap<string, GoldRecord>,
  say: Say,
): readonly GoldFault[] => {
  const inList = (list: 'claims' | 'aggregates') =>
    record[list].flatMap(({ answers }, index) => {
      if (answers === undefined || answers === null) return [];
      if (answers === index) return [say(`${list}.${index}.answers`, 'It answers itself.')];
      const found = isReference(answers, record, { records, list });
      return found ? [] : [say(`${list}.${index}.answers`, `${JSON.stringify(answers)} points at no record.`)];
    });
  return [...inList('claims'), ...inList('aggregates')];
};

const checkDates = (record: GoldRecord, say: Say): readonly GoldFault[] =>
  (['claims', 'incidents'] as const).flatMap((list) =>
    record[list].flatMap(({ date, dateFrom }, index) =>
      typeof date === 'string' && dateFrom !== undefined && dateFrom > date
        ? [say(`${list}.${index}.dateFrom`, `${dateFrom} lies after ${date}.`)]
        : [],
    ),
  );

const checkRecord = (
  record: GoldRecord,
  records: ReadonlyMap<string, GoldRecord>,
  { textOf, gazetteer }: GoldGround,
): readonly GoldFault[] => {
  const say: Say = (path, message) => ({ file: record.file, path, message });
  const text = textOf(record.file);
  const copy = record.copyOf !== undefined && !records.has(record.copyOf);
  return [
    ...(text === null ? [] : checkQuotes(record, text, say)),
    ...(gazetteer === null ? [] : checkIds(record, gazetteer, say)),
    ...checkPlaces(record, say),
    ...checkDates(record, say),
    ...checkReferences(record, records, say),
    ...(copy ? [say('copyOf', `"${record.copyOf}" is no file of this gold.`)] : []),
  ];
};

/** Every fault of checked gold records (fields and enumerations are checked by `parseGold`). */
export const checkGold = (gold: readonly GoldRecord[], ground: GoldGround): readonly GoldFault[] => {
  const records = new Map(gold.map((record) => [record.file, record]));
  const doubled = gold.filter((record) => records.get(record.file) !== record);
  return [
    ...doubled.map(({ file }) => ({ file, path: 'file', message: 'This file has two records.' })),
    ...gold.flatMap((record) => checkRecord(record, records, ground)),
  ];
};
