// `npm run screenshots`: the main views over the demo's ledger, wide, medium and phone, light and dark, into screenshots/.
// For a person's eyes: crop, overlap, unreadable labels and empty space are defects. A name picks: `npm run screenshots -- place`.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openDemoLedger } from '../test/demo-ledger.ts';
import { type Look, openPageWorld } from '../test/page-world.ts';
import { ROOT } from './source-files.ts';

interface View {
  readonly name: string;
  readonly address: string;
  /** What must be there before the picture is taken. */
  readonly ready: string;
  readonly act?: (page: Page) => Promise<void>;
}

const VIEWS: readonly View[] = [
  { name: 'map', address: '', ready: '.strip-picture .said' },
  { name: 'late', address: '?on=2021-08-14', ready: '.strip-picture .said' },
  { name: 'place', address: '?on=2021-06-21&place=kunduz/kunduz-city', ready: '#panel-title' },
  { name: 'disputed', address: '?on=2021-07-14&place=kandahar/spin-boldak', ready: '#panel-title' },
  { name: 'silent', address: '?on=2021-06-21&place=nimroz/zaranj', ready: '#panel-title' },
  { name: 'table', address: '?on=2021-07-14&view=table', ready: 'tbody tr' },
  { name: 'compare', address: '?on=2021-06-23&with=2021-06-16', ready: '.compare-choices' },
  { name: 'dari', address: '?on=2021-07-14&place=kandahar/spin-boldak&lang=fa', ready: '#panel-title' },
  { name: 'dari-list', address: '?lang=fa', ready: '.strip-picture .said' },
  {
    name: 'keys',
    address: '',
    ready: '#key-sheet',
    act: (page) => page.evaluate(() => document.getElementById('open-keys')?.click()),
  },
  {
    name: 'share',
    address: '?on=2021-07-14',
    ready: '#share-sheet',
    act: (page) => page.click('#open-share'),
  },
  { name: 'review', address: '?on=2021-07-14', ready: '.review-item', act: (page) => page.click('#open-review') },
];

const LOOKS: Readonly<Record<string, Look>> = {
  wide: { width: 1440, height: 900 },
  medium: { width: 1024, height: 768 },
  phone: { width: 390, height: 844 },
};

const folder = join(ROOT, 'screenshots');
const picked = process.argv.slice(2);
const views = VIEWS.filter(({ name }) => picked.length === 0 || picked.includes(name));
if (views.length === 0) {
  console.error(`No view ${picked.join(', ')}: there are ${VIEWS.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const world = await openPageWorld(null, openDemoLedger);
try {
  for (const { name, address, ready, act } of views)
    for (const [size, look] of Object.entries(LOOKS))
      for (const dark of [false, true]) {
        const page = await world.open(address, { ...look, dark });
        await act?.(page);
        await page.locator(ready).first().waitFor({ state: 'attached' });
        const file = join(folder, `${name}-${size}-${dark ? 'dark' : 'light'}.png`);
        await page.screenshot({ path: file, fullPage: size === 'phone' && act === undefined });
        await page.context().close();
        console.log(file);
      }
  for (const words of world.trouble) console.error(words);
} finally {
  await world.close();
}
process.exitCode = world.trouble.length === 0 ? 0 : 1;
