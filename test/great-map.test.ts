// A theatre of thousands of cells in a real browser: painted on a canvas, with the look, the names and the keys of the small one.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tokensOf } from '../src/drawing/palette.ts';
import { openGreatLedger } from './great-theatre.ts';
import { openPageWorld, type PageWorld } from './page-world.ts';

const CELLS = 2100;

let world: PageWorld;
beforeAll(async () => {
  world = await openPageWorld(null, () => openGreatLedger(CELLS));
}, 120_000);
afterAll(() => world?.close());

type Page = Awaited<ReturnType<PageWorld['open']>>;

/** How many pixels of the picture have each colour. */
const coloursOf = (page: Page): Promise<Readonly<Record<string, number>>> =>
  page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('#map canvas');
    const copy = document.createElement('canvas');
    Object.assign(copy, { width: canvas?.width, height: canvas?.height });
    const context = copy.getContext('2d', { willReadFrequently: true });
    if (canvas !== null) context?.drawImage(canvas, 0, 0);
    const image = context?.getImageData(0, 0, copy.width, copy.height);
    const counts: Record<string, number> = {};
    for (let at = 0; image !== undefined && at < image.data.length; at += 4) {
      if (image.data[at + 3] !== 255) continue;
      const hex = `#${[0, 1, 2].map((of) => (image.data[at + of] ?? 0).toString(16).padStart(2, '0')).join('')}`;
      counts[hex] = (counts[hex] ?? 0) + 1;
    }
    return counts;
  });

const zoomIn = async (page: Page, times: number): Promise<void> => {
  for (let time = 0; time < times; time += 1) await page.locator('#zoom-in').click();
};

describe('a map of thousands of cells', () => {
  it('is painted in the colours of the palette, light and dark, with no element for each cell', async () => {
    const page = await world.open('');
    expect(await page.locator('#map canvas').count()).toBe(1);
    expect(await page.locator('#map [data-place]').count()).toBe(1);
    const light = await coloursOf(page);
    const token = (theme: 'light' | 'dark', name: 'land' | 'side-2-area-00' | 'side-2-line'): string =>
      tokensOf(theme).get(name) ?? '';
    for (const name of ['land', 'side-2-area-00', 'side-2-line'] as const)
      expect(light[token('light', name)], name).toBeGreaterThan(100);
    await page.locator('#theme').click();
    await expect.poll(async () => (await coloursOf(page))[token('dark', 'land')] ?? 0).toBeGreaterThan(100);
    expect((await coloursOf(page))[token('light', 'land')] ?? 0).toBe(0);
  });

  it('tells what is under the pointer and opens it', async () => {
    const page = await world.open('');
    await zoomIn(page, 4);
    const box = (await page.locator('#map').boundingBox()) ?? { x: 0, y: 0 };
    await page.mouse.move(box.x + 500, box.y + 300);
    const card = page.locator('.hover-card');
    await card.waitFor();
    const [name = ''] = ((await card.textContent()) ?? '').split(':');
    await page.mouse.click(box.x + 500, box.y + 300);
    await page.locator('#panel-title').waitFor();
    expect(await page.locator('#panel-title').textContent()).toBe(name);
    expect(new URL(page.url()).searchParams.get('place')).toMatch(/^great\/\d+$/);
  });

  it('is walked by keyboard, cell by cell, with the focus where it can be seen', async () => {
    const page = await world.open('?place=great/1000');
    await page.locator('#panel-title').waitFor();
    const cell = page.locator('#map [tabindex="0"]');
    await cell.focus();
    expect(await cell.getAttribute('data-place')).toBe('great/1000');
    const before = await cell.boundingBox();
    await page.keyboard.press('ArrowRight');
    expect(await cell.getAttribute('data-place')).toBe('great/1001');
    expect((await cell.boundingBox())?.x).toBeGreaterThan(before?.x ?? 0);
    await zoomIn(page, 6);
    await cell.focus();
    for (let step = 0; step < 12; step += 1) await page.keyboard.press('ArrowDown');
    const [shown, frame] = [await cell.boundingBox(), await page.locator('#map').boundingBox()];
    expect(shown?.y ?? 0).toBeGreaterThan(frame?.y ?? 0);
    expect((shown?.y ?? 0) + (shown?.height ?? 0)).toBeLessThan((frame?.y ?? 0) + (frame?.height ?? 0) + 1);
    const wanted = await cell.getAttribute('data-place');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.searchParams.get('place') === wanted);
  });

  it('folds its long list by province and its table by a thousand rows, with none left out', async () => {
    const page = await world.open('?view=table');
    const answer = (await (await fetch(`${world.url}api/control?on=2021-06-20`)).json()) as { data: unknown[] };
    expect(answer.data.length).toBeGreaterThan(850);
    const provinces = page.locator('#list details.province');
    const [first, second] = [provinces.nth(0), provinces.nth(1)];
    expect(await first.locator('.place-row').count()).toBe(0);
    await first.locator('summary').click();
    await first.locator('.place-row').first().waitFor();
    await page.keyboard.press('.');
    await page.waitForURL(/on=2021-06-21/);
    await page.locator('caption', { hasText: '2021-06-21' }).waitFor();
    expect(await first.locator('.place-row').count()).toBeGreaterThan(10);
    expect(await second.locator('.place-row').count()).toBe(0);
    const later = (await (await fetch(`${world.url}api/control?on=2021-06-21`)).json()) as { data: unknown[] };
    while ((await page.locator('.more-rows').count()) > 0) await page.locator('.more-rows').click();
    expect(await page.locator('tbody tr').count()).toBe(later.data.length);
  });

  it('has met no trouble', () => {
    expect([world.outside, world.trouble]).toEqual([[], []]);
  });
});
