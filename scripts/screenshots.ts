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
  /** One of the pages beside the map. */
  readonly isPage?: boolean;
}

const VIEWS: readonly View[] = [
  { name: 'map', address: '', ready: '.strip-picture .said' },
  { name: 'late', address: '?on=2021-08-14', ready: '.strip-picture .said' },
  { name: 'place', address: '?on=2021-06-21&place=kunduz/kunduz-city', ready: '#panel-title' },
  { name: 'disputed', address: '?on=2021-07-14&place=kandahar/spin-boldak', ready: '#panel-title' },
  { name: 'zoomed', address: '?on=2021-06-23&box=67,35,71,37.5', ready: '.strip-picture .said' },
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

/** The pages beside the map; one report is any that somebody copied. */
const PAGES = async (url: string): Promise<readonly View[]> => {
  const answer = await fetch(`${url}api/reports?limit=1000&text=false`);
  const { data } = (await answer.json()) as { data: readonly { readonly copyOf: string | null }[] };
  const copied = data.find(({ copyOf }) => copyOf !== null)?.copyOf ?? '';
  const addresses = {
    ...{ reports: 'reports', report: `reports/${copied}`, sources: 'sources', counts: 'counts?on=2021-06-23' },
    ...{ incidents: 'incidents', refusals: 'refusals', changes: 'changes?to=2021-06-23', limits: 'limits' },
    ...{ 'own-page': 'place/kunduz%2Fimam-sahib?on=2021-06-23', 'dari-reports': 'reports?lang=fa' },
  };
  return Object.entries(addresses).map(([name, address]) => ({ name, address, ready: '#content', isPage: true }));
};

const LOOKS: Readonly<Record<string, Look>> = {
  wide: { width: 1440, height: 900 },
  medium: { width: 1024, height: 768 },
  phone: { width: 390, height: 844 },
};

const folder = join(ROOT, 'screenshots');
const picked = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const world = await openPageWorld(null, openDemoLedger);
try {
  const all = [...VIEWS, ...(await PAGES(world.url))];
  const views = all.filter(({ name }) => picked.length === 0 || picked.includes(name));
  if (views.length === 0) throw new Error(`No view ${picked}: there are ${all.map(({ name }) => name).join(', ')}.`);
  for (const { name, address, ready, act, isPage = false } of views)
    for (const [size, look] of Object.entries(LOOKS))
      for (const dark of [false, true]) {
        const page = await (isPage ? world.openPage : world.open)(address, { ...look, dark });
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
