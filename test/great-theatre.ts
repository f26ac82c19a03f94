// An invented theatre of as many cells as asked, in a land of crooked squares, and a ledger in which each kind of status stands.
// Invariant: the same number gives the same theatre and the same entries; the files beside it are the invented theatre's own.
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SimulatedCell } from '../bench/simulation/world.ts';
import { ROOT } from '../scripts/source-files.ts';
import { loadTheatre } from '../src/theatre/load.ts';
import { openWhoholds } from '../src/whoholds.ts';
import { writeSimulated } from './simulated-ledger.ts';
import type { OpenLedger } from './tiny-ledger.ts';

const TINY = join(ROOT, 'theatres', 'tiny');
const COPIED = ['actors.json', 'baseline.json', 'lexicon.json', 'outlets.json', 'NOTICE.md'];
const DAYS = 107;
const PROVINCE_SIDE = 10;
const STEP = 0.1;

type Corner = readonly [lon: number, lat: number];

/** Crooked by the corner's own number, so that neighbours share it. */
const cornerAt = (x: number, y: number): Corner => {
  const shift = (seed: number): number => (((seed * 7919) % 97) / 97 - 0.5) * STEP * 0.6;
  const round = (value: number): number => Math.round(value * 1e4) / 1e4;
  return [round(x * STEP + shift(x * 131 + y * 17)), round(45 + y * STEP + shift(x * 29 + y * 151))];
};

const SYLLABLES = ['bar', 'den', 'fol', 'gar', 'hin', 'kes', 'lom', 'mar', 'nor', 'pel', 'rud', 'sel', 'tor', 'wen'];
const nameOf = (at: number): string => {
  const words = [at % 14, Math.floor(at / 14) % 14, Math.floor(at / 196) % 14, Math.floor(at / 2744) % 14];
  const name = words.map((word) => SYLLABLES[word]).join('');
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
};

interface Cell {
  readonly id: string;
  readonly name: string;
  readonly province: string;
  readonly ring: readonly Corner[];
}

const cellsOf = (count: number): readonly Cell[] => {
  const side = Math.ceil(Math.sqrt(count));
  return Array.from({ length: count }, (_, at) => {
    const [x, y] = [at % side, Math.floor(at / side)];
    const province = `Shire ${Math.floor(y / PROVINCE_SIDE) * Math.ceil(side / PROVINCE_SIDE) + Math.floor(x / PROVINCE_SIDE) + 1}`;
    const corners = [cornerAt(x, y), cornerAt(x + 1, y), cornerAt(x + 1, y + 1), cornerAt(x, y + 1)];
    return { id: `great/${at}`, name: nameOf(at), province, ring: [...corners, cornerAt(x, y)] };
  });
};

const writeTheatre = (folder: string, cells: readonly Cell[]): void => {
  for (const name of COPIED) copyFileSync(join(TINY, name), join(folder, name));
  const theatre = JSON.parse(readFileSync(join(TINY, 'theatre.json'), 'utf8'));
  const period = { from: '2021-05-01', until: '2021-08-15' };
  const title = `A land of ${cells.length} cells`;
  const own = { ...theatre, id: 'great', title, period, openOn: '2021-06-20', crossings: {} };
  writeFileSync(join(folder, 'theatre.json'), JSON.stringify(own));
  const provinces = [...new Set(cells.map(({ province }) => province))];
  const rows = [
    'id,kind,name,province,lat,lon,parent,aka',
    'GR,country,Greatland,,45.00,0.00,,',
    ...provinces.map((name, at) => `GR-${at},province,${name},${name},45.00,0.00,GR,`),
    ...cells.map(({ id, name, province, ring }) => {
      const [lon, lat] = [0, 1].map((of) => ((ring[0]?.[of] ?? 0) + (ring[2]?.[of] ?? 0)) / 2);
      return `${id},district,${name},${province},${lat?.toFixed(4)},${lon?.toFixed(4)},GR-${provinces.indexOf(province)},`;
    }),
  ];
  writeFileSync(join(folder, 'gazetteer.csv'), `${rows.join('\n')}\n`);
  const features = cells.map(({ id, ring }) => ({
    type: 'Feature',
    properties: { place: id, approximate: true },
    geometry: { type: 'Polygon', coordinates: [ring] },
  }));
  writeFileSync(join(folder, 'cells.geojson'), JSON.stringify({ type: 'FeatureCollection', features }));
};

/** By turns: lost and owned up to, only claimed, quarrelled over, told by outsiders, retaken, silent. */
const MARKS: readonly SimulatedCell['reportDays'][number]['marks'][] = [
  ['local-concession'],
  ['own-capture'],
  ['own-capture', 'central-repulse'],
  ['third-on-record', 'own-hold'],
  ['local-retaken', 'central-retaken'],
  [],
];

const sayings = (count: number): readonly SimulatedCell[] =>
  Array.from({ length: count }, (_, at) => {
    const marks = MARKS[Math.floor(at / 7) % MARKS.length] ?? [];
    return { states: new Uint8Array(DAYS), reportDays: marks.length === 0 ? [] : [{ day: at % 100, marks }] };
  });

/** Opens a new ledger of a new theatre, both in a folder of their own. */
export const openGreatLedger = async (count: number): Promise<OpenLedger> => {
  const folder = mkdtempSync(join(tmpdir(), 'whoholds-great-'));
  const home = join(folder, 'great');
  mkdirSync(home);
  writeTheatre(home, cellsOf(count));
  const theatre = loadTheatre(home);
  const file = join(folder, 'great.db');
  await writeSimulated(file, theatre, sayings(count));
  const whoholds = await openWhoholds({ theatre, ledger: { file }, purpose: 'write' });
  return {
    whoholds,
    file,
    remove: async () => {
      await whoholds.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
