// One row a cell under a header row; `hxl` adds the tag row of the Humanitarian Exchange Language below it.
import type { Assessment } from '../model/control.ts';
import { type CsvValue, csvLine } from './csv.ts';
import { type Exported, type Exporter, originOf } from './exporter.ts';

interface Column {
  readonly name: string;
  readonly tag: string;
  readonly value: (cell: Assessment, exported: Exported) => CsvValue;
}

const column = (name: string, tag: string, value: Column['value']): Column => ({ name, tag, value });
const placeOf = (cell: Assessment, { theatre }: Exported) => theatre.gazetteer.get(cell.cell.place);

export const CSV_COLUMNS: readonly Column[] = [
  column('place', '#loc+code', (cell) => cell.cell.place),
  column('name', '#loc+name', (cell, exported) => placeOf(cell, exported)?.name ?? null),
  column('province', '#adm1+name', (cell, exported) => placeOf(cell, exported)?.province ?? null),
  column('kind', '#loc+type', (cell, exported) => placeOf(cell, exported)?.kind ?? null),
  column('scope', '#loc+scope', (cell) => cell.cell.scope),
  column('lat', '#geo+lat', (cell, exported) => placeOf(cell, exported)?.point?.[1] ?? null),
  column('lon', '#geo+lon', (cell, exported) => placeOf(cell, exported)?.point?.[0] ?? null),
  column('on', '#date+valid', (cell) => cell.moment.on),
  column('as_of', '#date+known', (cell) => cell.moment.asOf),
  column('holder', '#group+holder', (cell) => cell.holder),
  column('status', '#status', (cell) => cell.status),
  column('against', '#group+against', (cell) => cell.against.join(' ')),
  column('p_low', '#indicator+p+low', (cell) => cell.pLow),
  column('p_high', '#indicator+p+high', (cell) => cell.pHigh),
  column('families', '#indicator+families+num', (cell) => cell.families),
  column('flags', '#meta+flags', (cell) => cell.flags.join(' ')),
  column('reason', '#description', (cell) => cell.reason),
  column('last_evidence', '#date+evidence', (cell) => cell.lastEvidence),
  column('seq', '#meta+seq', (_, exported) => originOf(exported).seq),
  column('theatre', '#meta+theatre', (_, exported) => originOf(exported).theatre),
  column('theatre_version', '#meta+theatre+version', (_, exported) => originOf(exported).theatreVersion),
  column('model', '#meta+model', (_, exported) => originOf(exported).model),
];

const write = (exported: Exported, { hxl }: { readonly hxl: boolean }): string =>
  [
    csvLine(CSV_COLUMNS.map(({ name }) => name)),
    ...(hxl
      ? [
          CSV_COLUMNS.map(({ tag }) => tag)
            .join(',')
            .concat('\r\n'),
        ]
      : []),
    ...exported.cells.map((cell) => csvLine(CSV_COLUMNS.map(({ value }) => value(cell, exported)))),
  ].join('');

export const csv: Exporter = { format: 'csv', mediaType: 'text/csv', extension: 'csv', writes: 'cells', write };
