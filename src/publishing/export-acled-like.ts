// Claims as rows with the columns of ACLED, for tools that read those. They stay claims: notes say who said it and how.
// Invariant: only what is affirmed and actual becomes a row; a denial or a plan is no event.
import type { Claim } from '../model/claim.ts';
import type { Theatre } from '../model/theatre.ts';
import type { ClaimRow } from '../whoholds.ts';
import { type CsvValue, csvLine } from './csv.ts';
import { type Exported, type Exporter, originOf } from './exporter.ts';

interface EventType {
  readonly event: string;
  readonly sub: string;
}

const BATTLE = 'Battles';
const TAKEN = { event: BATTLE, sub: 'Non-state actor overtakes territory' };
const REGAINED = { event: BATTLE, sub: 'Government regains territory' };
const HANDED = { event: 'Strategic developments', sub: 'Non-violent transfer of territory' };
const FOUGHT = { event: BATTLE, sub: 'Armed clash' };

const classOf = (side: string | null, theatre: Theatre): string | null =>
  theatre.sides.find(({ id }) => id === side)?.class ?? null;

/** Who takes decides the words; a place handed over or left to somebody passes without a fight. */
const eventTypeOf = (claim: Claim, theatre: Theatre): EventType | null => {
  switch (claim.kind) {
    case 'capture':
    case 'recapture':
      return classOf(claim.actor, theatre) === 'non-state' ? TAKEN : REGAINED;
    case 'surrender':
      return HANDED;
    case 'withdrawal':
      return claim.to === null ? null : HANDED;
    case 'clash':
    case 'attack':
    case 'repulse':
      return FOUGHT;
    default:
      return null;
  }
};

/** ACLED's scale: 1 the day is known, 2 about the week, 3 the month or worse. */
const timePrecision = ({ when }: Claim): 1 | 2 | 3 => {
  if (when.precision === 'day') return 1;
  return when.precision === 'about' || when.precision === 'week' ? 2 : 3;
};

const sideName = (side: string | null, theatre: Theatre): string | null =>
  side === null ? null : (theatre.sides.find(({ id }) => id === side)?.name ?? side);

const notesOf = (claim: Claim): string =>
  [
    `${claim.by.speaker ?? claim.by.role ?? 'Not said by whom'} (${claim.by.sides.join(', ')}): “${claim.quote.text.replace(/\s+/g, ' ')}”`,
    `claimed, not verified; scope ${claim.scope}`,
  ].join(' — ');

type Row = readonly (readonly [name: string, value: CsvValue])[];

const rowOf = ({ claim, report }: ClaimRow, type: EventType, exported: Exported): Row => {
  const { theatre } = exported;
  const place = claim.place.id === null ? null : theatre.gazetteer.get(claim.place.id);
  const origin = originOf(exported);
  const day = claim.when.latest ?? claim.when.earliest;
  return [
    ['event_id_cnty', claim.id],
    ['event_date', day],
    ['year', day === null ? null : Number(day.slice(0, 4))],
    ['time_precision', timePrecision(claim)],
    ['event_type', type.event],
    ['sub_event_type', type.sub],
    ['actor1', sideName(type === HANDED ? (claim.to ?? claim.actor) : claim.actor, theatre)],
    ['actor2', type === HANDED && claim.to !== null ? sideName(claim.actor, theatre) : null],
    ['admin1', claim.place.province],
    ['location', claim.place.name],
    ['latitude', place?.point?.[1] ?? null],
    ['longitude', place?.point?.[0] ?? null],
    ['geo_precision', place === null ? 3 : claim.scope === 'district' ? 2 : 1],
    ['source', report.outlet],
    ['notes', notesOf(claim)],
    ['seq', origin.seq],
    ['theatre', origin.theatre],
    ['theatre_version', origin.theatreVersion],
    ['model', origin.model],
  ];
};

/** The header is there also where no claim is an event. */
const HEADER = [
  'event_id_cnty',
  'event_date',
  'year',
  'time_precision',
  'event_type',
  'sub_event_type',
  'actor1',
  'actor2',
  'admin1',
  'location',
  'latitude',
  'longitude',
  'geo_precision',
  'source',
  'notes',
  'seq',
  'theatre',
  'theatre_version',
  'model',
];

const write = (exported: Exported): string => {
  const rows = exported.claims.flatMap((row) => {
    const { claim } = row;
    const type = eventTypeOf(claim, exported.theatre);
    const counts = claim.polarity === 'affirmed' && claim.modality === 'actual' && !row.retracted;
    return type !== null && counts ? [rowOf(row, type, exported)] : [];
  });
  return [csvLine(HEADER), ...rows.map((row) => csvLine(row.map(([, value]) => value)))].join('');
};

export const acledLike: Exporter = {
  format: 'acled-like',
  mediaType: 'text/csv',
  extension: 'csv',
  writes: 'claims',
  write,
};
