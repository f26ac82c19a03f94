// Draws docs/map.svg, the picture of the README, from a ledger: node scripts/draw-readme-map.ts LEDGER DAY [THEATRE]
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawMap } from '../src/drawing/picture.ts';
import { type Day, isDay } from '../src/model/time.ts';
import { theatreSetting } from '../src/settings.ts';
import { loadTheatre } from '../src/theatre/load.ts';
import { openWhoholds } from '../src/whoholds.ts';
import { ROOT } from './source-files.ts';

const draw = async (file: string, on: Day, theatreWord: string | undefined): Promise<void> => {
  const theatre = loadTheatre(theatreSetting(theatreWord));
  const whoholds = await openWhoholds({ theatre, ledger: { file }, purpose: 'read' });
  try {
    const everything = { asOf: null, seq: null, place: null, scope: null, minStatus: null, all: false };
    const cells = await whoholds.control({ on, ...everything });
    const options = { on, asOf: null, seq: await whoholds.seq(), theme: 'light', width: 1280, height: 800 } as const;
    writeFileSync(join(ROOT, 'docs', 'map.svg'), drawMap(theatre, cells, options));
    console.log(`docs/map.svg: ${cells.length} cells on ${on}`);
  } finally {
    await whoholds.close();
  }
};

const [file, day, theatreWord] = process.argv.slice(2);
if (file === undefined || day === undefined || !isDay(day)) {
  console.error('Usage: node scripts/draw-readme-map.ts LEDGER DAY [THEATRE]');
  process.exitCode = 2;
} else await draw(file, day, theatreWord);
