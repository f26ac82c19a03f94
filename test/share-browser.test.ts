// Taking a view along: pictures and tables with their dates, a frame on another page, and who may hold which page in a frame.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPageWorld, type PageWorld } from './page-world.ts';

const ON = '?on=2021-03-18&place=northmark/ashford&scope=district';

let world: PageWorld;
/** Another site that would hold us in a frame; its address is another origin. */
let other: Server;
let held = '';
beforeAll(async () => {
  world = await openPageWorld();
  other = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>A newsroom</title><h1>News</h1>${held}`);
  });
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await new Promise((resolve) => other?.close(resolve));
  await world?.close();
});

const openSheet = async (address: string) => {
  const page = await world.open(address);
  await page.locator('#panel-title').waitFor();
  await page.locator('#open-share').click();
  await page.locator('#share-sheet').waitFor();
  return page;
};

describe('a view to take along', () => {
  it('is a picture with its dates, legend, sources, limits and address printed on it', async () => {
    const page = await openSheet(ON);
    const href = (await page.getByRole('link', { name: 'Picture (SVG)' }).getAttribute('href')) ?? '';
    const response = await fetch(new URL(href, world.url));
    expect(response.headers.get('content-type')).toMatch(/^image\/svg\+xml/);
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="tiny-2021-03-18.svg"');
    const words = (await response.text()).replace(/<[^>]*>/g, '|');
    for (const part of [
      ...[
        '2 places held by the',
        'Red League; 1 more',
        'Thursday 18 March 2021',
        'as known on',
        'Confirmed',
        'Undetermined',
        ' km',
      ],
      ...[
        '6 reports of 4 outlets',
        'Blank means silence',
        'Not for settling bets',
        `${world.url}?on=2021-03-18&amp;asOf=`,
      ],
    ])
      expect(words).toContain(part);
    expect(words).toMatch(/seq=\d+&amp;place=northmark\/ashford/);
  });

  it('is the same picture in pixels, in the theme and the language that are shown', async () => {
    const page = await openSheet(`${ON}&lang=fa`);
    const href = (await page.locator('.share-files a').first().getAttribute('href')) ?? '';
    expect(href).toContain('lang=fa');
    const png = Buffer.from(await (await fetch(new URL(href, world.url))).arrayBuffer());
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2560, 1600]);
    const svg = await (await fetch(new URL(href.replace('.png', '.svg'), world.url))).text();
    expect(svg).toContain('پنجشنبه ۱۸ مارچ ۲۰۲۱');
    expect(svg).toContain('اتحاد سرخ');
    expect(svg).not.toContain('Red League');
    const dark = href.replace('theme=light', 'theme=dark').replace('.png', '.svg');
    expect(await (await fetch(new URL(dark, world.url))).text()).toContain('fill="#121417"');
  });

  it('is a picture of the comparison and of the part of the map that are shown, and so is the frame', async () => {
    const page = await world.open(`?on=2021-03-19&with=2021-03-16&box=0.5,0.5,2.9,2.9`);
    await page.locator('.compare-choices').waitFor();
    const headline = await page.locator('#headline').textContent();
    await page.locator('#open-share').click();
    const href = (await page.getByRole('link', { name: 'Picture (SVG)' }).getAttribute('href')) ?? '';
    expect(href).toMatch(/with=2021-03-16.*box=/);
    const svg = await (await fetch(new URL(href, world.url))).text();
    const lines = svg.replace(/<[^>]*>/g, ' ').replace(/[\s\u00a0]+/g, ' ');
    expect(lines).toContain(headline);
    const signs = await page
      .locator('#map [data-change]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-change')));
    expect([...svg.matchAll(/data-change="(\w+)"/g)].map(([, sign]) => sign).sort()).toEqual(signs.sort());
    expect(lines).toContain('&amp;with=2021-03-16&amp;box=0.5,0.5,2.9,2.9');
    const code = await page.locator('#share-embed').inputValue();
    const framed = await page.context().newPage();
    await framed.goto(/src="([^"]+)"/.exec(code)?.[1]?.replaceAll('&amp;', '&') ?? '');
    await framed.locator('h1', { hasText: headline ?? '' }).waitFor();
    expect(await framed.locator('#map [data-change]').count()).toBe(signs.length);
    expect(await framed.locator('#legend-changes li').count()).toBe(new Set(signs).size);
    expect(await framed.locator('#map .root').getAttribute('transform')).toMatch(/scale\(/);
  });

  it('is a table of the cells that the map shows', async () => {
    const page = await openSheet(ON);
    const href = (await page.getByRole('link', { name: 'Table (CSV)' }).getAttribute('href')) ?? '';
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Table (CSV)' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('tiny-2021-03-18.csv');
    const rows = (await (await fetch(new URL(href, world.url))).text()).trim().split('\r\n');
    const query = new URL(href, world.url).search;
    const answer = (await (await fetch(`${world.url}api/control${query}`)).json()) as { data: unknown[] };
    expect(rows).toHaveLength(answer.data.length + 1);
    expect(rows[0]).toContain('place,name,province');
  });

  it('is a frame for another page, with map and legend only, that leads to the evidence', async () => {
    const page = await openSheet(ON);
    held = await page.locator('#share-embed').inputValue();
    expect(held).toMatch(/^<iframe src="[^"]+\/embed\?on=2021-03-18&amp;asOf=[^"]+" title="[^"]+"/);
    const guest = await page.context().newPage();
    const { port } = other.address() as AddressInfo;
    await guest.goto(`http://localhost:${port}/`);
    const frame = guest.frameLocator('iframe');
    await frame.locator('h1', { hasText: 'held by the Red League' }).waitFor();
    expect(await frame.locator('#map .cell').count()).toBe(9);
    expect(await frame.locator('#legend .legend-forms li').count()).toBe(6);
    expect(await frame.locator('#panel, #timeline, #open-review, #find').count()).toBe(0);
    await frame.locator('#map .cell[data-place="midvale/eastry"]').click();
    await frame.locator('#chosen', { hasText: 'Eastry: ' }).waitFor();
    expect(await frame.locator('#whole').getAttribute('href')).toContain('place=midvale/eastry');
  });

  it('lets other pages hold the map alone in a frame, and no page on which one can sign in', async () => {
    const policyOf = async (path: string): Promise<string> =>
      (await fetch(new URL(path, world.url))).headers.get('content-security-policy') ?? '';
    const embed = await policyOf('/embed?on=2021-03-18');
    expect(embed).toContain('frame-ancestors *');
    expect(embed).toContain("default-src 'self'");
    for (const path of ['/', '/index.html', '/embed.html', '/api/health', '/main.js'])
      expect(await policyOf(path), path).toContain("frame-ancestors 'self'");
  });

  it('has met no trouble', () => {
    expect(world.trouble).toEqual([]);
  });

  it('asks once before the first cell is there', async () => {
    const page = await world.open('?on=2021-03-18');
    const asked = await page.evaluate(() => {
      const [paint] = performance.getEntriesByName('first-cell');
      const calls = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/api/'));
      return calls
        .filter(({ startTime }) => startTime < (paint?.startTime ?? 0))
        .map(({ name }) => new URL(name).pathname);
    });
    expect(asked).toEqual(['/api/start']);
  });
});
