// The page in a real browser over a real ledger: what it says, where it leads, that it stays on this machine.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../scripts/source-files.ts';
import { done } from '../src/model/outcome.ts';
import { openPageWorld, type PageWorld } from './page-world.ts';

let world: PageWorld;
beforeAll(async () => {
  world = await openPageWorld();
});
afterAll(() => world?.close());

const open: PageWorld['open'] = (address, look) => world.open(address, look);

const ON = '?on=2021-03-18';
const COMPARED = '?on=2021-03-24&with=2021-03-17';
const ASHFORD = `${ON}&place=northmark/ashford&scope=district`;

describe('the page', () => {
  it('says in its first sentence what the map shows, with both dates', async () => {
    const page = await open(ON);
    expect(await page.locator('h1').textContent()).toMatch(/held by the Red League/);
    expect(await page.locator('#subline').textContent()).toContain('Thursday 18 March 2021, as known');
    expect(await page.locator('#map [data-place="northmark/ashford"]').first().getAttribute('aria-label')).toMatch(
      /^Ashford: /,
    );
  });

  it('opens on the theatre’s day and needs no picture: the table says the same', async () => {
    const page = await open('');
    await page.keyboard.press('t');
    await page.locator('table').waitFor();
    expect(page.url()).toBe(`${world.url}?view=table`);
    const rows = await page.locator('tbody tr').count();
    const answer = (await (await fetch(`${world.url}api/control?on=2021-03-17`)).json()) as { data: unknown[] };
    expect(rows).toBe(answer.data.length);
    expect(await page.locator('tbody').textContent()).toContain('Ashford');
  });

  it('opens a cell to its sentences, marked in the report’s own text', async () => {
    const page = await open(ON);
    await page.locator('#map .cell[data-place="northmark/ashford"]').click({ position: { x: 20, y: 20 } });
    await page.locator('#panel-title').waitFor();
    expect(await page.locator('#panel-title').textContent()).toBe('Ashford');
    const marked = await page.locator('#evidence .item mark').first().textContent();
    expect(marked?.length).toBeGreaterThan(5);
    await page.locator('details.report summary').first().click();
    expect(await page.locator('details.report .report-text mark').first().textContent()).toBe(marked);
    expect(new URL(page.url()).searchParams.get('place')).toBe('northmark/ashford');
  });

  it('says what would change the answer, and grades every counted sentence', async () => {
    const page = await open(`${ON}&place=northmark%2Fashford`);
    await page.locator('#panel-title').waitFor();
    const asked = `${world.url}api/places/northmark%2Fashford/why?on=2021-03-18`;
    const { data } = (await (await fetch(asked)).json()) as { data: { wouldChange: { sentence: string }[] } };
    expect(data.wouldChange.length).toBeGreaterThan(0);
    await page.locator('.would-change summary').click();
    expect(await page.locator('.would-change li').allTextContents()).toEqual(
      data.wouldChange.map(({ sentence }) => sentence),
    );
    expect(await page.locator('#evidence .item .grade').first().textContent()).toMatch(
      /^[A-F][1-6] .+ source by .+; .+/,
    );
  });

  it('shows the same again from its address, and goes back where it came from', async () => {
    const page = await open(ON);
    const before = page.url();
    await page.locator('.place-row', { hasText: 'Coldwell' }).first().click();
    await page.locator('#panel-title').waitFor();
    const address = page.url();
    const again = await open(address.slice(world.url.length));
    await again.locator('#panel-title').waitFor();
    expect(await again.locator('#evidence').textContent()).toBe(await page.locator('#evidence').textContent());
    await page.goBack();
    await page.locator('#panel-title').waitFor({ state: 'detached' });
    expect(page.url()).toBe(before);
  });

  it('goes by keyboard alone: days, cells, opening, closing', async () => {
    const page = await open(ON);
    for (const key of ['.', '.', '.', ',', ',']) await page.keyboard.press(key);
    await page.waitForURL(/on=2021-03-19/);
    await page.getByRole('slider', { name: 'Day' }).focus();
    await page.keyboard.press('ArrowLeft');
    await page.waitForURL(/on=2021-03-18/);
    expect(await page.getByRole('slider', { name: 'Day' }).getAttribute('aria-valuetext')).toBe(
      'Thursday 18 March 2021',
    );
    await page.locator('#subline', { hasText: 'Thursday 18 March 2021' }).waitFor();
    await page.locator('#map [tabindex="0"]').focus();
    await page.keyboard.press('ArrowDown');
    const chosen = await page.evaluate(() => document.activeElement?.getAttribute('data-place'));
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.searchParams.get('place') === chosen);
    await page.locator('#panel-title').waitFor();
    await page.keyboard.press('Escape');
    await page.waitForURL((url) => !url.searchParams.has('place'));
    expect(await page.locator('#map [tabindex="0"]').count()).toBe(1);
  });

  it('knows less as known earlier', async () => {
    const now = await open(ON);
    const then = await open(`${ON}&asOf=2021-03-17`);
    expect(await then.locator('#subline').textContent()).toContain('as known on 17 March 2021');
    expect(await then.locator('#list').textContent()).not.toBe(await now.locator('#list').textContent());
  });

  it('says that nobody has spoken instead of showing a side', async () => {
    const page = await open(`${ON}&place=southlea/hollin`);
    await page.locator('#panel-title').waitFor();
    expect(await page.locator('#evidence').textContent()).toContain('Nobody in the reports has spoken of Hollin');
  });

  it('speaks Dari, from right to left, while days and map keep their direction', async () => {
    const page = await open(ON);
    await page.locator('#language').click();
    await page.waitForURL(/lang=fa/);
    await page.locator('h1', { hasText: 'در دست' }).waitFor();
    expect(new URL(page.url()).searchParams.get('on')).toBe('2021-03-18');
    expect(await page.locator('html').evaluate(({ lang, dir }: HTMLElement) => [lang, dir])).toEqual(['fa-AF', 'rtl']);
    expect(await page.locator('#subline').textContent()).toContain('پنجشنبه ۱۸ مارچ ۲۰۲۱');
    const middleOf = async (selector: string): Promise<number> => {
      const box = await page.locator(selector).first().boundingBox();
      return (box?.x ?? 0) + (box?.width ?? 0) / 2;
    };
    expect(await middleOf('#panel')).toBeLessThan(await middleOf('#map'));
    const before = await middleOf('.handle.day');
    await page.keyboard.press('.');
    await page.waitForURL(/on=2021-03-19/);
    expect(await middleOf('.handle.day')).toBeGreaterThan(before);
    await page.locator('#map .cell[data-place="northmark/ashford"]').click({ position: { x: 20, y: 20 } });
    // What the theatre has a Dari name for is called by it, everything else as ever; and both names find it.
    await page.locator('#panel-title', { hasText: 'اشفورد' }).waitFor();
    expect(await page.locator('#headline').textContent()).toContain('اتحاد سرخ');
    expect(await page.locator('#map [data-place="northmark/coldwell"]').first().getAttribute('aria-label')).toContain(
      'Coldwell',
    );
    expect(await page.locator('#theatre').textContent()).toContain('سه‌ولایت');
    await page.locator('#find-words').fill('Ashford');
    await page.locator('#find-list', { hasText: 'اشفورد' }).waitFor();
    await page.keyboard.press('Escape');
    expect(page.url()).toContain('lang=fa');
    await page.locator('#language').click();
    await page.locator('h1', { hasText: 'held by' }).waitFor();
    expect(page.url()).not.toContain('lang');
  });

  it('lists the places of one side or status, says how many it keeps back, and has it in the address', async () => {
    const page = await open(ON);
    const rows = page.locator('#list .place-row');
    const filter = page.locator('.list-filter');
    await filter.getByLabel('Status').focus();
    await filter.getByLabel('Status').selectOption('Claimed');
    await page.waitForURL(/status=claimed/);
    await filter.locator('p', { hasText: /^\d+ of \d+ places$/ }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Status');
    for (const words of await rows.locator('.verdict').allTextContents()) expect(words).toMatch(/^Claimed by/);
    const again = await open(page.url().slice(world.url.length));
    expect(await again.locator('#list').textContent()).toBe(await page.locator('#list').textContent());
    await page.goBack();
    await page.locator('#list h2', { hasText: 'Changed on this day' }).waitFor();
    expect(page.url()).not.toContain('status');
  });

  it('lists its keys on a sheet, where those of one character can be switched off', async () => {
    const page = await open(ON);
    await page.keyboard.press('?');
    const sheet = page.locator('#key-sheet');
    await sheet.waitFor();
    expect(await sheet.textContent()).toContain('compare two days');
    await page.keyboard.press('t');
    expect(page.url()).not.toContain('view=table');
    await page.locator('#letters').uncheck();
    await sheet.getByRole('button', { name: 'Close' }).click();
    await sheet.waitFor({ state: 'detached' });
    await page.keyboard.press('t');
    await page.keyboard.press('/');
    expect(page.url()).not.toContain('view=table');
    expect(await page.evaluate(() => document.activeElement?.id)).not.toBe('find-words');
    await page.locator('#open-keys').click();
    await page.locator('#letters').check();
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await page.keyboard.press('t');
    await page.waitForURL(/view=table/);
  });

  it('comes closer by button, key, wheel and double tap, and shows the whole again, at once', async () => {
    const page = await open(ON);
    const scale = async (): Promise<number> => {
      const transform = (await page.locator('#map .root').getAttribute('transform')) ?? '';
      return Number(/scale\(([\d.]+)\)/.exec(transform)?.[1] ?? 1);
    };
    await page.locator('#zoom-in').click();
    expect(await scale()).toBeCloseTo(1.6);
    await page.keyboard.press('+');
    expect(await scale()).toBeCloseTo(2.56);
    await page.keyboard.press('0');
    expect(await scale()).toBe(1);
    const map = page.locator('#map > svg');
    await map.dblclick({ position: { x: 500, y: 60 } });
    expect(await scale()).toBeCloseTo(2);
    await page.keyboard.press('0');
    await map.hover({ position: { x: 500, y: 60 } });
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -100);
    await page.keyboard.up('Control');
    await expect.poll(scale).toBeGreaterThan(1);
  });

  it('has the part that is looked at in its address: a link and the way back show it again', async () => {
    const page = await open(ON);
    const transform = async (of = page): Promise<readonly number[]> =>
      ((await of.locator('#map .root').getAttribute('transform')) ?? 'translate(0,0) scale(1)')
        .match(/-?[\d.]+/g)
        ?.map(Number) ?? [];
    const box = (): string | null => new URL(page.url()).searchParams.get('box');
    const isNear = (a: readonly number[], b: readonly number[]): boolean =>
      a.length === 3 && a.every((value, at) => Math.abs(value - (b[at] ?? Number.NaN)) < 2);
    expect(box()).toBeNull();
    await page.locator('#zoom-in').click();
    await page.locator('#zoom-in').click();
    const [near, address] = [await transform(), page.url()];
    expect(box()).toMatch(/^-?[\d.]+(,-?[\d.]+){3}$/);
    const again = await open(address.slice(world.url.length));
    expect(isNear(await transform(again), near)).toBe(true);
    expect(again.url()).toBe(address);
    // A smaller window shows all of that part, and perhaps more around it.
    await again.setViewportSize({ width: 900, height: 700 });
    await expect.poll(async () => isNear(await transform(again), near)).toBe(false);
    expect(again.url()).toBe(address);
    const map = page.locator('#map > svg');
    const frame = await map.boundingBox();
    if (frame === null) throw new Error('The map has no frame.');
    await page.mouse.move(frame.x + 500, frame.y + 300);
    await page.mouse.down();
    await page.mouse.move(frame.x + 430, frame.y + 260, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => page.url()).not.toBe(address);
    // Dragging replaces the step: the way back leads to where one chose to be.
    await page.goBack();
    await expect.poll(async () => (await transform())[2]).toBeCloseTo(1.6);
    await page.goBack();
    await expect.poll(async () => (await transform())[2]).toBe(1);
    expect(box()).toBeNull();
    await page.goForward();
    await expect.poll(async () => (await transform())[2]).toBeCloseTo(1.6);
    await page.locator('#zoom-all').click();
    expect(box()).toBeNull();
  });

  it('stays at that part while days and places are chosen, and takes it along', async () => {
    const page = await open(`${ON}&box=1.2,1.1,2.4,2`);
    const root = page.locator('#map .root');
    const before = await root.getAttribute('transform');
    await page.keyboard.press('.');
    await page.waitForURL(/on=2021-03-19/);
    await page.locator('#subline', { hasText: '19 March 2021' }).waitFor();
    expect(new URL(page.url()).searchParams.get('box')).toBe('1.2,1.1,2.4,2');
    expect(await root.getAttribute('transform')).toBe(before);
    expect(await page.locator('#language').getAttribute('href')).toContain('box=1.2,1.1,2.4,2');
    await page.locator('#open-share').click();
    expect(await page.locator('#share-link').inputValue()).toContain('box=1.2,1.1,2.4,2');
    expect(await page.locator('#share-embed').inputValue()).toContain('box=1.2,1.1,2.4,2');
  });

  it('keeps headline and legend apart on a low screen', async () => {
    for (const height of [620, 735, 845, 900]) {
      const page = await world.open('?on=2021-03-19&with=2021-03-16', { width: 1366, height });
      await page.locator('.compare-choices').waitFor();
      const [head, legend] = [
        await page.locator('.head').boundingBox(),
        await page.locator('#legend-fold').boundingBox(),
      ];
      expect((head?.y ?? 0) + (head?.height ?? 0), `${height}`).toBeLessThanOrEqual(legend?.y ?? 0);
      await page.context().close();
    }
  });

  it('looks on a phone at the land around the place that is chosen', async () => {
    const page = await world.open(`${ON}&place=northmark/ashford`, { width: 390, height: 844 });
    const scale = async () =>
      /scale\(([\d.]+)\)/.exec((await page.locator('#map .root').getAttribute('transform')) ?? '');
    await page.locator('#panel-title').waitFor();
    expect(Number((await scale())?.[1])).toBeCloseTo(3);
    await page.keyboard.press('Escape');
    await page.locator('#panel-title').waitFor({ state: 'detached' });
    await expect.poll(async () => Number((await scale())?.[1] ?? 1)).toBe(1);
  });

  it('finds a place by another spelling and says when there is none', async () => {
    const page = await open(ON);
    await page.keyboard.press('/');
    await page.keyboard.type('birkholm');
    await page.keyboard.press('Enter');
    await page.waitForURL(/birchholm/);
    await page.locator('#find-words').fill('Atlantis');
    await page.keyboard.press('Enter');
    await page.locator('#announce', { hasText: 'No place like “Atlantis”' }).waitFor({ state: 'attached' });
  });

  it.each([
    ['wide', ASHFORD, {}],
    ['phone', ASHFORD, { width: 390, height: 844 }],
    ['dark', ASHFORD, { dark: true }],
    ['at 200 %', ASHFORD, { width: 720, height: 450 }],
    ['at 200 % on a small screen', ASHFORD, { width: 512, height: 384 }],
    ['as a table', `${ON}&view=table`, {}],
    ['as a table in the dark', `${ON}&view=table`, { dark: true }],
    ['as a table on a phone', `${ON}&view=table`, { width: 390, height: 844 }],
    ['compared', COMPARED, {}],
    ['in Dari', `${ASHFORD}&lang=fa`, {}],
    ['in Dari in the dark', `${ASHFORD}&lang=fa`, { dark: true }],
    ['in Dari on a phone', `${ASHFORD}&lang=fa`, { width: 390, height: 844 }],
    ['compared in the dark', COMPARED, { dark: true }],
    ['compared on a phone', COMPARED, { width: 390, height: 844 }],
  ] as const)('does not scroll sideways and axe finds nothing on it, %s', async (_, at, look) => {
    const page = await open(at, look);
    const ready = at === COMPARED ? '.compare-choices' : at.includes('view=table') ? 'tbody tr' : '#panel-title';
    await page.locator(ready).first().waitFor();
    await page.locator('.strip-picture .said').first().waitFor({ state: 'attached' });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    // The page's policy lets no foreign script in; the checker is put in by the browser's own tools.
    await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
    const found = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
      const { violations } = await axe.run(document);
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
    });
    expect(found).toEqual([]);
  });

  it('shows what a hostile report says as words, never as markup', async () => {
    const text =
      'Reds take Garth <img src=x onerror="document.title=1">\n\nThe Red League captured the district of Garth in ' +
      'Southlea <script>document.title = 2</script> on Thursday, <b onclick="x()">Mayor Ann Odd</b> said.\n';
    const given = {
      published: '2021-03-19',
      outlet: '<i>Outlet</i>',
      url: 'javascript:alert(1)',
      title: null,
      id: null,
    };
    const item = done({ file: 'hostile.txt', bytes: new TextEncoder().encode(text), form: 'text' as const, given });
    const one = async function* () {
      yield item;
    };
    for await (const added of world.ledger.whoholds.add(one())) expect(added.claims).toBeGreaterThan(0);
    const page = await open('?on=2021-03-19&place=southlea/garth&scope=district');
    await page.locator('#evidence', { hasText: 'document.title = 2' }).waitFor();
    expect(
      await page
        .locator('#evidence :is(img, script, b, i), #evidence a:not([href^="/place/southlea%2Fgarth"])')
        .count(),
    ).toBe(0);
    expect(await page.title()).toContain('whoholds');
  });

  it('is small: all of its script in less than 120 kB as it is sent compressed', () => {
    const scripts = readdirSync(join(ROOT, 'dist', 'web')).filter((name) => name.endsWith('.js'));
    const sizes = scripts.map((name) => gzipSync(readFileSync(join(ROOT, 'dist', 'web', name))).length);
    expect(sizes.length).toBeGreaterThan(0);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(120_000);
  });

  it('has sent no request to another machine and met no trouble', () => {
    expect([world.outside, world.trouble]).toEqual([[], []]);
  });
});
