// The page in a real browser, measured by the browser's own tracing, each figure beside its budget (bench/web-budgets.json).
import { readdirSync, readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { ROOT } from '../scripts/source-files.ts';
import { openDemoLedger } from '../test/demo-ledger.ts';
import { openGreatLedger } from '../test/great-theatre.ts';
import { openPageWorld, type PageWorld } from '../test/page-world.ts';
import { type Figure, figureTable } from './figures.ts';
import { tracing } from './trace.ts';
import budgets from './web-budgets.json' with { type: 'json' };

const FIRST_CELL = 'first-cell';
const REST_MS = 1500;
/** A machine that others use too may be slow; that is measured, not failed. */
const PATIENCE_MS = 180_000;
const DAYS = 107;
const GREAT = 10_000;

const figure = (what: string, [ours, budget]: readonly [number, number], unit: string): Figure => ({
  what: `web: ${what}`,
  ours: `${Math.round(ours).toLocaleString('en')} ${unit}`.trim(),
  beside: {
    name: ours <= budget ? 'budget' : 'budget, NOT KEPT',
    figure: `${budget.toLocaleString('en')} ${unit}`.trim(),
  },
  ratio: null,
});

const scriptBytes = (): number => {
  const folder = join(ROOT, 'dist', 'web');
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  return scripts.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0);
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const highest = (values: readonly number[]): number => Math.max(0, ...values);

/** Until the first cell, and until a person can act, from a page that has nothing kept. */
const firstView = async (world: PageWorld) => {
  const page = await world.blank();
  const browser = page.context().browser();
  if (browser === null) throw new Error('The page has no browser.');
  const traced = await tracing(browser, page, async () => {
    await page.goto(world.url, { timeout: PATIENCE_MS });
    await page.locator('#map canvas, #map .cell').first().waitFor({ state: 'attached', timeout: PATIENCE_MS });
    await page.waitForTimeout(REST_MS);
  });
  const calls = await page.evaluate((mark) => {
    const shown = performance.getEntriesByName(mark)[0]?.startTime ?? 0;
    const asked = performance
      .getEntriesByType('resource')
      .filter(({ name }) => new URL(name).pathname.startsWith('/api/'));
    return asked.filter(({ startTime }) => startTime < shown).length;
  }, FIRST_CELL);
  return { page, calls, firstCell: traced.markMs(FIRST_CELL), interactive: traced.interactiveMs(FIRST_CELL) };
};

/** Steps through the days with the key, each when the last is shown; how long each took, and how many never came. */
const stepDays = async (page: Page, days: number) => {
  await page.locator('body').press('Home');
  const took = await page.evaluate(
    async ([count, patience]) => {
      const sub = document.getElementById('subline');
      const times: number[] = [];
      for (let day = 0; day < count; day += 1) {
        const before = sub?.textContent;
        const start = performance.now();
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '.', bubbles: true }));
        while (sub?.textContent === before && performance.now() - start < patience)
          await new Promise((resolve) => requestAnimationFrame(resolve));
        if (sub?.textContent !== before) times.push(performance.now() - start);
      }
      return times;
    },
    [days, PATIENCE_MS] as const,
  );
  return { took, dropped: days - took.length };
};

/** Frames while a person drags the map and turns the wheel. */
const frames = async (page: Page): Promise<readonly number[]> => {
  const box = await page.locator('#map').boundingBox();
  if (box === null) throw new Error('The map is not shown.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  for (let time = 0; time < 3; time += 1) await page.locator('#zoom-in').click();
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(globalThis, { frameTimes: times });
    const tick = (now: number): void => {
      times.push(now);
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 40; step += 1) await page.mouse.move(x + step * 4, y + step * 2);
  await page.mouse.up();
  const times = await page.evaluate(() => (globalThis as unknown as { frameTimes: number[] }).frameTimes);
  return times.slice(1).map((time, at) => time - (times[at] ?? time));
};

const small = async (): Promise<readonly Figure[]> => {
  const world = await openPageWorld(null, openDemoLedger);
  try {
    const { page, calls, firstCell, interactive } = await firstView(world);
    await page.goto(`${world.url}?on=2021-05-01`);
    await page.locator('.place-row, .empty').first().waitFor({ timeout: PATIENCE_MS });
    const { took, dropped } = await stepDays(page, DAYS);
    return [
      figure('all scripts, compressed', [scriptBytes(), budgets.scriptBytes], 'bytes'),
      figure('API calls before the first cell', [calls, budgets.callsBeforeFirstCell], ''),
      figure('demo, first cell on the page', [firstCell, budgets.interactiveMs], 'ms'),
      figure('demo, interactive', [interactive, budgets.interactiveMs], 'ms'),
      figure(`demo, a day's step, median of ${DAYS}`, [median(took), budgets.dayStepMs], 'ms'),
      figure(`demo, a day's step, slowest of ${DAYS}`, [highest(took), budgets.dayStepMs * 3], 'ms'),
      figure(`demo, days of ${DAYS} whose answer was dropped`, [dropped, budgets.daysDropped], ''),
    ];
  } finally {
    await world.close();
  }
};

const great = async (): Promise<readonly Figure[]> => {
  const world = await openPageWorld(null, () => openGreatLedger(GREAT));
  try {
    // What the server makes once for a large ledger is not the page's.
    await (await fetch(`${world.url}api/start`)).arrayBuffer();
    const { page, firstCell, interactive } = await firstView(world);
    const { took, dropped } = await stepDays(page, 5);
    const gaps = await frames(page);
    return [
      figure(`${GREAT} cells, first cell on the page`, [firstCell, budgets.greatInteractiveMs], 'ms'),
      figure(`${GREAT} cells, interactive`, [interactive, budgets.greatInteractiveMs], 'ms'),
      figure(`${GREAT} cells, a day's step, median of 5`, [median(took), budgets.greatDayStepMs], 'ms'),
      figure(`${GREAT} cells, days of 5 whose answer was dropped`, [dropped, budgets.daysDropped], ''),
      figure(`${GREAT} cells, a frame while dragging, median`, [median(gaps), budgets.greatFrameMs], 'ms'),
    ];
  } finally {
    await world.close();
  }
};

/** Times are kept on two free cores; where others share them this says why one is not. */
const load = (): Figure => ({
  what: 'web: what else the machine did (load of the last minute)',
  ours: (loadavg()[0] ?? 0).toFixed(1),
  beside: { name: 'cores', figure: String(cpus().length) },
  ratio: null,
});

export async function benchWeb(): Promise<readonly Figure[]> {
  return [...(await small()), ...(await great()), load()];
}

if (import.meta.main) console.log(figureTable(await benchWeb()));
