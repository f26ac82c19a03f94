// The pages beside the map in a real browser over a real ledger: what they say, where they lead, by keyboard, on a phone, on paper.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { done } from '../src/model/outcome.ts';
import { allThere, openPageWorld, type PageWorld } from './page-world.ts';

let world: PageWorld;
beforeAll(async () => {
  world = await openPageWorld();
});
afterAll(() => world?.close());

const open: PageWorld['openPage'] = (address, look) => world.openPage(address, look);
const answer = async <T>(path: string): Promise<T> => {
  const response = await fetch(`${world.url}api/${path}`);
  return ((await response.json()) as { data: T }).data;
};

interface ReportRow {
  readonly id: string;
  readonly title: string;
  readonly outlet: string | null;
  readonly copyOf: string | null;
  readonly claims: number;
}
const reports = (): Promise<readonly ReportRow[]> => answer('reports?limit=100&text=false');
/** A word of some headline that not every report has, and the reports that have it. */
const rareWord = async (all: readonly ReportRow[]) => {
  for (const word of all.flatMap(({ title }) => title.toLowerCase().match(/[a-z]{5,}/g) ?? [])) {
    const found = await answer<readonly ReportRow[]>(`reports?q=${word}&limit=100&text=false`);
    if (found.length < all.length) return { word, found };
  }
  throw new Error('Every report has every word.');
};
const contentOf = (page: Page): Promise<string> => page.locator('#content').innerText();

const ASHFORD = 'place/northmark%2Fashford?on=2021-03-18';
const PAGES: readonly (readonly [name: string, address: string, title: RegExp, says: RegExp])[] = [
  ['the reports', 'reports', /^Reports$/, /claims/],
  ['the sources', 'sources', /^Sources and speakers$/, /Letters, by interest/],
  ['the counts', 'counts', /^Numbers about many places$/, /The ledger’s count/],
  ['the incidents', 'incidents', /^Incidents$/, /killed|not told/],
  ['the refusals', 'refusals', /^Refusals$/, /refus/],
  ['the changes', 'changes?from=2021-03-16&to=2021-03-20', /^Changes$/, /before: /],
  ['the limits', 'limits', /^What this map cannot see$/, /Districts spoken of/],
  ['a place', ASHFORD, /^Ashford$/, /What everybody says/],
];

/** What axe finds in the page as it stands. */
const faultsOf = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  });
};

describe('each page', () => {
  it.each(PAGES)(
    '%s stands at its own address, with its title and what the ledger says',
    async (_, at, title, says) => {
      const page = await open(at);
      expect(await page.locator('h1').textContent()).toMatch(title);
      expect(await contentOf(page)).toMatch(says);
      expect(await page.title()).toMatch(/ · .+ · whoholds$/);
      expect(await page.locator('#stamp').textContent()).toContain(`Ledger ${await world.ledger.whoholds.seq()}`);
    },
  );

  it.each(PAGES)('%s has nothing that assistive technology stumbles over, light, dark or small', async (_, at) => {
    for (const look of [{}, { dark: true }, { width: 390, height: 844 }]) {
      const page = await open(at, look);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      expect(await faultsOf(page)).toEqual([]);
      await page.context().close();
    }
  });

  it('says so where nothing is at an address, and what is near it', async () => {
    const page = await open('place/northmark%2Fashfort');
    expect(await page.locator('h1').textContent()).toContain('northmark/ashfort');
    const none = await open('place/nowhere');
    expect(await contentOf(none)).toContain('No place has a name like it');
  });
});

describe('between the pages', () => {
  it('the bar leads from the map to each of them and back, and the day, what was known and the state go along', async () => {
    const asked = '?on=2021-03-18&asOf=2021-03-19&seq=20';
    const map = await world.open(asked);
    const links = map.locator('#page-list a');
    const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(addresses).toHaveLength(8);
    for (const address of addresses) expect(address).toContain('on=2021-03-18&asOf=2021-03-19&seq=20');
    for (const address of addresses) expect((await fetch(new URL(address ?? '', world.url))).status).toBe(200);
    await links.filter({ hasText: 'Sources' }).click();
    await allThere(map);
    expect(await map.locator('#page-sub').textContent()).toContain('as known on 19 March 2021');
    expect(await map.locator('#page-list [aria-current="page"]').textContent()).toBe('Sources');
    await map.keyboard.press('m');
    await map.locator('.place-row').first().waitFor();
    expect(new URL(map.url()).search).toBe(asked);
    await map.goBack();
    await map.locator('h1', { hasText: 'Sources' }).waitFor();
  });

  it('a place on the map leads to its own page', async () => {
    const map = await world.open('?on=2021-03-18&place=northmark/ashford&scope=district');
    await map.locator('.panel-tools a').click();
    await map.locator('h1', { hasText: 'Ashford' }).waitFor();
    expect(new URL(map.url()).pathname).toBe('/place/northmark%2Fashford');
    expect(new URL(map.url()).searchParams.get('on')).toBe('2021-03-18');
  });

  it('the menu opens where the bar is too small for the links, and closes with Escape', async () => {
    const page = await open('reports', { width: 390, height: 844 });
    const menu = page.locator('.pages-menu');
    expect(await page.locator('#page-list').isVisible()).toBe(false);
    await menu.click();
    await page.locator('#page-list a', { hasText: 'Counts' }).focus();
    await page.keyboard.press('Escape');
    expect(await page.locator('#page-list').isVisible()).toBe(false);
    expect(await menu.evaluate((element) => element === document.activeElement)).toBe(true);
    await menu.click();
    await page.locator('#page-list a', { hasText: 'Counts' }).click();
    await page.locator('h1', { hasText: 'Numbers' }).waitFor();
  });

  it('the theme and whether letters act are kept for the visit', async () => {
    const page = await open('reports');
    await page.locator('#theme').click();
    await page.keyboard.press('?');
    await page.locator('#letters').uncheck();
    await page.keyboard.press('Escape');
    await page.locator('#page-list a', { hasText: 'Limits' }).or(page.locator('#page-list a').last()).first().click();
    await page.locator('h1', { hasText: 'What this map' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    const at = page.url();
    await page.keyboard.press('m');
    expect(page.url()).toBe(at);
  });

  it('load only what they show: no map’s drawing with a list', async () => {
    const scripts = async (address: string): Promise<readonly string[]> =>
      (await open(address)).evaluate(() =>
        performance.getEntriesByType('resource').flatMap(({ name }) => (name.endsWith('.js') ? [name] : [])),
      );
    const list = await scripts('reports');
    const place = await scripts(ASHFORD);
    expect(list.some((name) => /\/(main|place-\w+)\.js$/.test(name))).toBe(false);
    expect(place.some((name) => /\/place-\w+\.js$/.test(name))).toBe(true);
    expect(place.length).toBeGreaterThan(list.length);
  });
});

describe('lists', () => {
  it('are filtered by what stands in the address, and go back', async () => {
    const all = await reports();
    const page = await open('reports');
    expect(await page.locator('.rows > .row').count()).toBe(all.length);
    await page.keyboard.press('/');
    const { word, found } = await rareWord(all);
    await page.keyboard.type(word);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.searchParams.get('q') === word);
    await page.locator('.found', { hasText: `${found.length} found` }).waitFor();
    expect(await page.locator('.row-title').allTextContents()).toEqual(found.map(({ title }) => title));
    expect(await page.locator('#announce').textContent()).toBe(`${found.length} found`);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('filter-q');
    await page.goBack();
    await page.locator('.found', { hasText: `${all.length} found` }).waitFor();
    expect(await page.locator('#filter-q').inputValue()).toBe('');
  });

  it('are walked by keyboard: rows, opening, the sheet of keys', async () => {
    const page = await open('reports');
    for (const key of ['j', 'j', 'k']) await page.keyboard.press(key);
    const first = await page.evaluate(() => document.activeElement?.textContent);
    expect(first).toBe((await reports())[0]?.title);
    await page.keyboard.press('?');
    expect(await page.locator('#key-sheet').textContent()).toContain('the next row');
    await page.keyboard.press('Escape');
    await page.locator('.row-title').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('h1', { hasText: first ?? '?' }).waitFor();
    await allThere(page);
  });

  it('tell of each speaker what the ledger counts, and of one side where asked', async () => {
    const speakers = await answer<readonly { sides: readonly string[]; claims: number; denied: number }[]>('speakers');
    const red = speakers.filter(({ sides }) => sides.includes('red'));
    const page = await open('sources?side=red');
    expect(await page.locator('.found').first().textContent()).toBe(`${red.length} speakers`);
    const cells = page.locator('.rows-table').first().locator('tbody tr').first().locator('td');
    expect(await cells.nth(1).textContent()).toBe(String(red[0]?.claims));
    expect(await cells.nth(2).textContent()).toBe(String(red[0]?.denied));
  });

  it('put tellings of one event together, with the lowest and highest that anybody tells', async () => {
    const incidents = await answer<readonly { id: string; sameEvent: string | null }[]>('incidents');
    const page = await open('incidents');
    expect(await page.locator('.telling').count()).toBe(incidents.length);
    expect(await page.locator('.event').count()).toBe(incidents.filter(({ sameEvent }) => sameEvent === null).length);
  });

  it('hold each number beside the ledger’s own, with its figures, and step by day', async () => {
    const numbers = await answer<readonly { id: string; sentence: string; ledger: object | null }[]>('aggregates');
    const page = await open('counts');
    expect(await page.locator('.count-item').count()).toBe(numbers.length);
    expect(await page.locator('.count-picture').count()).toBe(numbers.filter(({ ledger }) => ledger !== null).length);
    for (const { id, sentence } of numbers) expect(await page.locator(`[id="${id}"]`).innerText()).toContain(sentence);
    const empty = await open('counts?on=2021-03-02');
    expect(await contentOf(empty)).toContain('Nobody gives a number');
    await empty.keyboard.press('.');
    await empty.waitForURL(/on=2021-03-03/);
  });

  it('say what changed, with its entries, and the day before by a key', async () => {
    const changes = await answer<readonly { sentence: string }[]>('changes?from=2021-03-16&to=2021-03-20');
    const page = await open('changes?from=2021-03-16&to=2021-03-20');
    expect(await page.locator('.change').count()).toBe(changes.length);
    const said = await contentOf(page);
    for (const { sentence } of changes) expect(said).toContain(sentence.split(': ').slice(1).join(': '));
    await page.keyboard.press(',');
    await page.waitForURL(/from=2021-03-15&to=2021-03-19/);
    await page.locator('#filter-from[value="2021-03-15"]').waitFor();
  });

  it('show silence: every province with how far it was heard', async () => {
    const rows =
      await answer<readonly { province: { name: string }; spokenOf: number; districts: number }[]>('coverage');
    const page = await open('limits');
    const said = await contentOf(page);
    for (const { province, spokenOf, districts } of rows) {
      expect(said).toContain(province.name);
      expect(said).toContain(`${spokenOf} of ${districts}`);
    }
    const docs = await page
      .locator('a[href^="/docs/"]')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(docs.length).toBeGreaterThan(3);
    for (const address of docs) expect((await fetch(new URL(address ?? '', world.url))).status).toBe(200);
  });
});

describe('the manual', () => {
  it('opens from the limits as a page, light or dark, without a script', async () => {
    for (const look of [{}, { dark: true }]) {
      const page = await open('limits', look);
      await page.locator('a', { hasText: 'How the map is made' }).click();
      await page.locator('h1', { hasText: 'How the map is made' }).waitFor();
      expect(await page.locator('script').count()).toBe(0);
      expect(await faultsOf(page)).toEqual([]);
      await page.locator('a', { hasText: 'a score against a truth' }).click();
      await page.locator('h1', { hasText: 'against a truth' }).waitFor();
    }
  });

  it('stands in for a score where the server has no truth', async () => {
    const page = await open('limits');
    expect(await contentOf(page)).toContain('whoholds serve --truth shows it here');
  });
});

describe('one report', () => {
  it('has every word that was read marked in its text, each found from its item', async () => {
    const all = await reports();
    const { id } = all.find(({ claims }) => claims > 1) ?? { id: '' };
    const whole = await answer<{
      text: string;
      read: { claims: { quote: { start: number; end: number; text: string } }[] };
    }>(`reports/${id}`);
    const page = await open(`reports/${id}`);
    for (const { quote } of whole.read.claims) {
      const at = `claim-${quote.start}-${quote.end}`;
      expect(await page.locator(`[id="${at}"]`).count()).toBe(1);
      expect(await page.locator(`a[href="#${at}"]`).first().textContent()).toBe(`“${quote.text.replace(/\s+/g, ' ')}”`);
    }
    const shown = (await page.locator('article').textContent())?.replace(/\s+/g, '');
    expect(shown).toBe(whole.text.replace(/\s+/g, ''));
    await page.locator('.quote-link').first().click();
    expect(await page.locator(':target').count()).toBe(1);
  });

  it('shows its family with what each copy left out', async () => {
    const copy = (await reports()).find(({ copyOf }) => copyOf !== null);
    const page = await open(`reports/${copy?.copyOf}`);
    const member = page.locator('.member');
    expect(await member.first().textContent()).toContain(copy?.title);
    const whole = await answer<{ dropped: { sentences: { text: string }[] }[] }>(`reports/${copy?.id}`);
    const [lacking] = whole.dropped.flatMap(({ sentences }) => sentences);
    expect(lacking).toBeDefined();
    await member.locator('summary').first().click();
    expect(await member.first().textContent()).toContain(lacking?.text.replace(/\s+/g, ' '));
  });
});

describe('a report that its outlet changed', () => {
  it('shows its other version, sentence by sentence, from either of the two', async () => {
    const text = (end: string): string =>
      `Market day in Coldwell\n\nThe mayor opened the market at noon on Friday and bought two geese. ${end} ` +
      'The river was low, the bridge was full, and nobody spoke of anything but the price of hay.\n';
    const url = 'https://news.example/coldwell-market';
    const items = [text('Rain is expected tomorrow in the hills.'), text('Snow was seen on the pass.')].map(
      (words, at) =>
        done({
          file: `market-${at}.txt`,
          bytes: new TextEncoder().encode(words),
          form: 'text' as const,
          given: { published: `2021-03-2${at}`, outlet: 'Coldwell Courier', url, title: null, id: null },
        }),
    );
    const both = async function* () {
      yield* items;
    };
    const ids: string[] = [];
    for await (const added of world.ledger.whoholds.add(both())) ids.push(added.report?.id ?? '');
    const later = await open(`reports/${ids[1]}`);
    expect(await contentOf(later)).toContain('An earlier version of this report');
    await later.locator('.differs summary').click();
    const changes = await later.locator('.differs').innerText();
    expect(changes).toContain('Rain is expected tomorrow in the hills.');
    expect(changes).toContain('Snow was seen on the pass.');
    expect(await later.locator(`a[href="${url}"]`).getAttribute('rel')).toContain('noreferrer');
    await later.locator('.member a').first().click();
    await later.locator('#content', { hasText: 'A later version of this report' }).waitFor();
  });
});

describe('a report that its outlet corrected', () => {
  it('says which claims the correction took back', async () => {
    const taken = 'The Red League has captured the town of Eastry, league spokesman Ivo Hale said on Wednesday.';
    const wrong = 'The Red League has captured Hollin in Southlea, the reeve of Hollin said on Wednesday.';
    const rest = [
      'Shops in the market were closed and the buses to Garth did not run, and many families left for the hills.',
      'Rain fell over the valley for a third day and the river stood high at the mill, the weather office said.',
    ];
    const corrected = 'Correction: an earlier version of this story said that the Red League had captured Hollin.';
    const items = [
      [taken, wrong, ...rest],
      [taken, ...rest, corrected],
    ].map((sentences, at) =>
      done({
        file: `hills-${at}.txt`,
        bytes: new TextEncoder().encode(`Two towns\n\nGARTH, March 17 - ${sentences.join('\n\n')}`),
        form: 'text' as const,
        given: {
          ...{ published: `2021-03-1${7 + at}T10:00:00Z`, outlet: 'The Northmark Post', title: null, id: null },
          url: 'https://news.example/two-towns',
        },
      }),
    );
    const both = async function* () {
      yield* items;
    };
    const ids: string[] = [];
    for await (const added of world.ledger.whoholds.add(both())) ids.push(added.report?.id ?? '');
    const earlier = await open(`reports/${ids[0]}`);
    expect(await contentOf(earlier)).toContain('A later version of this report; it corrects');
    expect(await earlier.locator('.took-back').textContent()).toContain('Hollin: capture. The Red League has captured');
    const later = await open(`reports/${ids[1]}`);
    expect(await contentOf(later)).toContain('Claims withdrawn by the correction: 1');
    expect(await later.locator('.took-back').count()).toBe(1);
  });
});

describe('a place’s own page', () => {
  it('says what the map’s panel says, and what lies around it', async () => {
    const page = await open(ASHFORD);
    const why = await answer<{ reason: string; wouldChange: { sentence: string }[] }>(
      'places/northmark%2Fashford/why?on=2021-03-18',
    );
    const said = await contentOf(page);
    expect(said).toContain(why.reason);
    for (const { sentence } of why.wouldChange) expect(said).toContain(sentence);
    expect(await page.locator('.place-map').getAttribute('aria-label')).toMatch(
      /^Map of Ashford and its [1-9] neighbours/,
    );
    const neighbour = page.locator('.around a').first();
    const name = await neighbour.textContent();
    await neighbour.click();
    await page.locator('h1', { hasText: name ?? '?' }).waitFor();
  });

  it('has a link that shows the same for ever, and steps by day', async () => {
    const page = await open(ASHFORD);
    const lasting = await page.locator('.place-tools a', { hasText: 'Lasting link' }).getAttribute('href');
    const words = new URL(lasting ?? '', world.url).searchParams;
    expect([words.get('on'), words.get('seq')]).toEqual(['2021-03-18', String(await world.ledger.whoholds.seq())]);
    expect(words.get('asOf')).toMatch(/^20\d\d-/);
    const same = await open((lasting ?? '').slice(1));
    expect(await same.locator('.place-verdict').innerText()).toBe(await page.locator('.place-verdict').innerText());
    await page.keyboard.press('.');
    await page.waitForURL(/on=2021-03-19/);
    await page.locator('#page-sub', { hasText: '19 March 2021' }).waitFor();
    await page.goBack();
    await page.locator('#page-sub', { hasText: '18 March 2021' }).waitFor();
  });

  it('knows less as known earlier', async () => {
    const then = await open(`${ASHFORD}&asOf=2021-03-17`);
    expect(await then.locator('#page-sub').textContent()).toContain('as known on 17 March 2021');
    const now = await open(ASHFORD);
    expect(await then.locator('.place-verdict').innerText()).not.toBe(await now.locator('.place-verdict').innerText());
  });

  it('prints without its tools, with everything unfolded', async () => {
    const page = await open(ASHFORD);
    const folded = await page.locator('main details:not([open])').count();
    expect(folded).toBeGreaterThan(0);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('main details:not([open])').count()).toBe(0);
    for (const gone of ['#page-list', '.place-tools', '#theme'])
      expect(await page.locator(gone).isVisible()).toBe(false);
    expect(await page.locator('.place-map').isVisible()).toBe(true);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await page.locator('main details:not([open])').count()).toBe(folded);
  });
});

describe('in Dari', () => {
  it('the main words are said in it, from right to left, and links stay in it', async () => {
    const page = await open('reports?lang=fa');
    expect(await page.locator('h1').textContent()).toBe('گزارش‌ها');
    expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
    expect(await page.locator('#page-list a').first().getAttribute('href')).toContain('lang=fa');
    expect(await faultsOf(page)).toEqual([]);
  });
});

describe('whatever a report says', () => {
  const TEXT =
    'Reds take Garth <img src=x onerror="document.title=1">\n\nThe Red League captured the district of Garth in ' +
    'Southlea <script>document.title = 2</script> on Thursday, <b onclick="x()">Mayor Ann Odd</b> said. ' +
    'Five soldiers were killed in an attack on Garth <iframe src="/"></iframe>.\n';

  it('is words on every page, never markup, and no link leads to a script', async () => {
    const given = {
      published: '2021-03-19',
      outlet: '<i>Outlet</i>',
      url: 'javascript:alert(1)',
      title: null,
      id: null,
    };
    const item = done({ file: 'hostile.txt', bytes: new TextEncoder().encode(TEXT), form: 'text' as const, given });
    const one = async function* () {
      yield item;
    };
    let id = '';
    for await (const added of world.ledger.whoholds.add(one())) id = added.report?.id ?? '';
    const addresses = [
      'reports',
      `reports/${id}`,
      'sources',
      'incidents',
      'changes?from=2021-03-10&to=2021-03-20',
      'place/southlea%2Fgarth?on=2021-03-19',
    ];
    for (const address of addresses) {
      const page = await open(address);
      expect(await page.locator('#content').textContent(), address).toContain(
        address === 'sources' ? '<i>Outlet</i>' : 'Garth',
      );
      expect(await page.locator('main :is(img, script, b, i, iframe)').count(), address).toBe(0);
      expect(await page.locator('a[href^="javascript"]').count(), address).toBe(0);
      expect(await page.title(), address).toContain('whoholds');
    }
    const page = await open(`reports/${id}`);
    expect(await page.locator('article').textContent()).toContain('<script>document.title = 2</script>');
  });

  it('has sent no request to another machine and met no trouble', () => {
    expect([world.outside, world.trouble]).toEqual([[], []]);
  });
});
