// The review in a real browser over a real ledger, with two people: one proposes, the other approves, and the map follows then.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountsFile, addAccount } from '../src/accounts/accounts-file.ts';
import { Gate } from '../src/accounts/gate.ts';
import { fetchPageBy } from '../src/commands/fetch-page.ts';
import { keepItem } from '../src/intake/keep-item.ts';
import { NOTHING_GIVEN } from '../src/intake/sources.ts';
import { openLedger } from '../src/ledger/ledger.ts';
import type { Instant } from '../src/model/time.ts';
import { ASHFORD, publish } from './news-site.ts';
import { fetcherOf, type PageServer, startPages } from './page-server.ts';
import { type Look, openPageWorld, type PageWorld } from './page-world.ts';
import { openTinyLedger } from './tiny-ledger.ts';

const PASSWORD = 'seven geese at the ford';
const SINCE = '2021-05-01T00:00:00.000Z' as Instant;
const ON = '?on=2021-03-19';

let home: string;
let world: PageWorld;
let site: PageServer;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'whoholds-review-browser-'));
  const file = accountsFile(home);
  await addAccount(file, { name: 'Ada Finch', role: 'analyst', password: PASSWORD, since: SINCE });
  await addAccount(file, { name: 'Edda Crane', role: 'editor', password: PASSWORD, since: SINCE });
  site = await startPages();
  const { fetcher } = fetcherOf({ attempts: 1 });
  world = await openPageWorld(new Gate(file), openTinyLedger, fetchPageBy(fetcher, {}));
});
afterAll(async () => {
  await world?.close();
  await site?.close();
  rmSync(home, { recursive: true, force: true });
});

const open = async (look: Look = {}): Promise<Page> => {
  const page = await world.open(ON, look);
  await page.locator('#open-review').click();
  await page.locator('#review-title').waitFor();
  return page;
};

const openAs = async (name: string, look: Look = {}): Promise<Page> => {
  const page = await open(look);
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.locator('.signed-in', { hasText: name }).waitFor();
  return page;
};

const cut = (page: Page, name: string): Promise<void> => page.getByRole('tab', { name }).click();

/** What axe finds in the page as it stands. */
const faultsOf = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  });
};

describe('the script of the review', () => {
  it('is loaded when it is opened, and not before', async () => {
    const page = await world.open(ON);
    const scripts = () =>
      page.evaluate(() =>
        performance.getEntriesByType('resource').flatMap(({ name }) => (name.endsWith('.js') ? [name] : [])),
      );
    const before = await scripts();
    expect(before.filter((name) => name.includes('/review-'))).toEqual([]);
    await page.locator('#open-review').click();
    await page.locator('#review-title').waitFor();
    expect((await scripts()).filter((name) => name.includes('/review-'))).toHaveLength(1);
  });
});

describe('without an account', () => {
  it('queue and log can be read, and nothing can be done', async () => {
    const page = await open();
    await page.locator('.review-item').first().waitFor();
    expect(await page.locator('.review-item').first().textContent()).toContain('Does it speak of the same thing');
    expect(await page.locator('#review .act-list, #review [data-tab="drop"]').count()).toBe(0);
    await page.keyboard.press('a');
    expect(await page.locator('form.act').count()).toBe(0);
    await cut(page, 'Log');
    await page.locator('.review-body', { hasText: 'Nobody has reviewed anything' }).waitFor();
    await page.locator('#review button', { hasText: 'Close the review' }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('open-review');
  });

  it('speaks Dari where the page does', async () => {
    const page = await world.open(`${ON}&lang=fa`);
    await page.locator('#open-review').click();
    await page.locator('#review-title', { hasText: 'بازبینی' }).waitFor();
    await page.locator('.review-item').first().waitFor();
    expect(await page.locator('.tabs').textContent()).toBe('صفاین محلثبت‌ها');
    expect(await page.locator('.review-item').first().textContent()).toMatch(/^۱ از [۰-۹]+/);
    expect(await faultsOf(page)).toEqual([]);
  });

  it('a wrong password is said, and lets nobody in', async () => {
    const page = await open();
    await page.getByLabel('Name').fill('Ada Finch');
    await page.getByLabel('Password').fill('eight geese at the ford');
    await page.keyboard.press('Enter');
    await page.locator('.sign-in .wrong', { hasText: 'The name or the password is wrong.' }).waitFor();
    expect(await page.locator('.signed-in').count()).toBe(0);
  });
});

describe('the queue', () => {
  it('shows a cell on the map, and follows the place and the day that are shown', async () => {
    const page = await openAs('Ada Finch');
    await page.locator('.review-item .item-head button', { hasText: 'Fernhill' }).first().click();
    await page.waitForURL(/place=southlea\/fernhill/);
    expect(await page.locator('#review').isVisible()).toBe(true);
    await cut(page, 'This place');
    await page.locator('.review-item', { hasText: 'Fernhill' }).first().waitFor();
    await page.locator('#map .cell[data-place="northmark/ashford"]').click({ position: { x: 20, y: 20 } });
    await page.locator('.review-item', { hasText: 'Ashford' }).first().waitFor();
    await page.getByRole('tab', { name: 'This place' }).press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Drop a report in');
  });
});

describe('two people', () => {
  it('one proposes by keyboard, seeing now and then side by side; the map stays; the other approves, and it moves', async () => {
    const ada = await openAs('Ada Finch');
    const before = await ada.locator('#map [data-place="southlea/fernhill"]').first().getAttribute('aria-label');
    await ada.locator('.review-item').first().waitFor();
    await ada.keyboard.press('j');
    await ada.keyboard.press('k');
    await ada.keyboard.press('f');
    await ada.locator('.turn').first().waitFor();
    const sides = await ada.locator('.turn').first().locator('.turn-side').allTextContents();
    expect(sides).toEqual([expect.stringMatching(/^Now/), expect.stringMatching(/^Then/)]);
    expect(sides[0]?.slice(3)).not.toBe(sides[1]?.slice(4));
    expect(await ada.locator('.waits').textContent()).toBe('This waits for a second person.');
    await ada.keyboard.type('She denies the number, <b>not</b> the fall.');
    await ada.keyboard.press('Enter');
    await ada.locator('.said', { hasText: 'Kept: it waits for a second person.' }).waitFor();
    expect(await ada.locator('#map [data-place="southlea/fernhill"]').first().getAttribute('aria-label')).toBe(before);
    await cut(ada, 'Log');
    await ada.locator('.log-entry', { hasText: 'Ada Finch judged' }).waitFor();
    expect(await ada.locator('.log-entry button').allTextContents()).toEqual(['Withdraw']);

    const edda = await openAs('Edda Crane');
    await cut(edda, 'Log');
    const waiting = edda.locator('.log-entry', { hasText: 'She denies the number, <b>not</b> the fall.' });
    await waiting.waitFor();
    expect(await waiting.locator('b').count()).toBe(0);
    await waiting.getByRole('button', { name: 'Approve' }).click();
    await waiting.getByLabel('Reason').fill('I read it too.');
    await waiting.locator('form .save:enabled').click();
    await edda.locator('.said', { hasText: 'Approved.' }).waitFor();
    await edda.locator('.log-entry', { hasText: 'approved by Edda Crane: I read it too.' }).first().waitFor();
    expect(await edda.locator('#map [data-place="southlea/fernhill"]').first().getAttribute('aria-label')).not.toBe(
      before,
    );
  });

  it('a claim is corrected from its place: the form holds what was read, and what it would change is shown', async () => {
    const page = await openAs('Edda Crane');
    await page.locator('#review button', { hasText: 'Close the review' }).click();
    await page.locator('.place-row', { hasText: 'Ashford' }).first().click();
    await page.locator('#panel-title').waitFor();
    await page.locator('#open-review').click();
    await cut(page, 'This place');
    await page.locator('.review-item').first().waitFor();
    await page.keyboard.press('e');
    const form = page.locator('form.act');
    await form.waitFor();
    expect(await form.getByLabel('The report’s exact words').inputValue()).not.toBe('');
    await form.getByLabel('Place: an id').fill('Coldwell');
    await form.getByLabel('First day').focus();
    await form.locator('.meant', { hasText: 'Coldwell (northmark/coldwell)' }).waitFor();
    await form.locator('.supposed', { hasText: 'Asserted' }).waitFor();
    await page.keyboard.press('Escape');
    expect([await page.locator('form.act').count(), page.url()]).toEqual([0, expect.stringContaining('ashford')]);
    await page.keyboard.press('r');
    await form.getByRole('button', { name: 'Cancel' }).click();
    expect(await page.locator('form.act').count()).toBe(0);
  });
});

const HOSTILE =
  'Reds claim Hollin <img src=x onerror="document.title=1">\n\nThe Reds "have taken the district of Hollin in Southlea <script>document.title = 2</script>," Red League spokesman Ivo Hale said on Friday.\n';

describe('a report that is dropped in', () => {
  it('is read before it is recorded, its words are words, and it waits', async () => {
    const page = await openAs('Ada Finch');
    await cut(page, 'Drop a report in');
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.locator('.drop', { hasText: 'Paste words, choose a file or give an address first.' }).waitFor();
    await page.getByLabel('The words of the report').fill(HOSTILE);
    await page.getByLabel('Published').fill('2021-03-19');
    await page.getByLabel('Outlet').fill('<i>Southlea</i> Sheet');
    const seq = await world.ledger.whoholds.seq();
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.locator('.read-claim').first().waitFor();
    expect(await page.locator('.read-claim').first().textContent()).toContain('Hollin: capture');
    expect(await page.locator('#review img, #review script, #review i, #review b').count()).toBe(0);
    expect([await page.title(), await world.ledger.whoholds.seq()]).toEqual([expect.stringContaining('whoholds'), seq]);
    await page.locator('.drop').getByLabel('Reason').fill('The Sheet has it.');
    await page.getByRole('button', { name: 'Record it' }).click();
    await page.locator('.said', { hasText: 'Kept: it waits for a second person.' }).waitFor();
    expect(await world.ledger.whoholds.seq()).toBe(seq);
  });

  it('may be a file that is dropped', async () => {
    const page = await openAs('Ada Finch');
    await cut(page, 'Drop a report in');
    await page.locator('.drop').waitFor();
    const data = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'story.txt', { type: 'text/plain' }));
      return transfer;
    }, HOSTILE);
    await page.dispatchEvent('.drop', 'drop', { dataTransfer: data });
    await page.locator('.read', { hasText: 'read:' }).waitFor();
    await page.locator('.drop .meant', { hasText: 'Nothing is recorded yet.' }).waitFor();
  });

  it('may be an address, which the server fetches with its guard', async () => {
    publish(site, [ASHFORD]);
    const page = await openAs('Ada Finch');
    await cut(page, 'Drop a report in');
    const address = page.locator('.drop').getByLabel('Address');
    await address.fill('http://169.254.169.254/latest/');
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.locator('.drop', { hasText: 'link-local, where clouds keep their metadata' }).waitFor();
    await address.fill(site.url('/ashford'));
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.locator('.read-claim').first().waitFor();
    expect(await page.locator('.read-claim').first().textContent()).toContain('Ashford (town): capture');
  });

  it('is looked at whole by whoever approves it', async () => {
    const page = await openAs('Edda Crane');
    await cut(page, 'Log');
    const waiting = page.locator('.log-entry', { hasText: 'brought in a report' }).first();
    await waiting.getByRole('button', { name: 'Approve' }).click();
    await waiting.locator('.read-claim').first().waitFor();
    await waiting.getByLabel('Reason').fill('It is the Sheet’s own page.');
    await waiting.locator('form .save:enabled').click();
    await page.locator('.said', { hasText: 'Approved. Recorded' }).waitFor();
    expect(await page.locator('#map [data-place="southlea/hollin"]').first().getAttribute('aria-label')).toMatch(
      /Red League/,
    );
  });
});

describe('what was refused', () => {
  const STORY =
    'The League in Garth\n\nThe Red League captured the district of Garth in Southlea on Friday, Mayor Ann Odd said.\n';

  beforeAll(async () => {
    const bytes = new TextEncoder().encode(STORY);
    const item = {
      file: 'garth.txt',
      bytes,
      form: 'text' as const,
      given: { ...NOTHING_GIVEN, published: '2021-03-19' },
    };
    const refusal = { code: 'empty-report', stage: 'intake', reason: 'Not understood.', report: null } as const;
    const ledger = await openLedger({ file: world.ledger.file }, 'tiny');
    const whole = { ...refusal, file: item.file, span: null, expected: [] };
    await ledger.refuse([{ refusal: whole, ...keepItem(item) }], 'whoholds', '2021-03-20T12:00:00.000Z' as Instant);
    await ledger.close();
  });

  it('can be tried again by who may write, and by nobody else; what it would change is shown first', async () => {
    const stranger = await world.openPage('refusals');
    expect(await stranger.locator('.refusal').count()).toBe(1);
    expect(await stranger.locator('[data-retry]').count()).toBe(0);
    const page = await openAs('Edda Crane');
    await page.goto(`${world.url}refusals`);
    await page.locator('[data-retry]').click();
    await page.locator('.read-claim', { hasText: 'Garth: capture' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-retry'))).toBe(true);
    await page.locator('[data-retry]').click();
    await page.getByLabel('Reason').fill('The new version reads it.');
    await page.getByRole('button', { name: 'Try it again' }).click();
    await page.locator('.retry', { hasText: 'Kept: it waits for a second person.' }).waitFor();
    await page.getByRole('button', { name: 'Show the list as it is now' }).click();
    await page.locator('[data-retry]').waitFor();
  });

  it('is not tried without the token of the session', async () => {
    const page = await openAs('Edda Crane');
    await page.goto(`${world.url}refusals`);
    const id = await page.locator('[data-retry]').getAttribute('data-retry');
    const status = await page.evaluate(async (path) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': 'key-without-token' };
      return (await fetch(path, { method: 'POST', headers, body: JSON.stringify({ reason: 'No token.' }) })).status;
    }, `/api/refusals/${id}/retry`);
    expect(status).toBe(403);
    expect(world.trouble.pop()).toContain('403');
  });
});

describe('the review', () => {
  it.each([
    ['wide', {}],
    ['phone', { width: 390 }],
    ['dark', { dark: true }],
  ] as const)('does not scroll sideways and has no fault for assistive technology, %s', async (name, look) => {
    const page = await openAs('Edda Crane', look);
    await page.locator('.review-item').first().waitFor();
    await page.locator('.review-item .act-list button', { hasText: 'Retract' }).first().click();
    await page.locator('form.act .supposed p').first().waitFor();
    const shot = process.env.WHOHOLDS_SHOTS;
    if (shot !== undefined)
      await page.screenshot({ path: join(shot, `review-${name}.png`), fullPage: name === 'phone' });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await faultsOf(page)).toEqual([]);
    await cut(page, 'Drop a report in');
    await page.locator('.drop').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    if (shot !== undefined) await page.screenshot({ path: join(shot, `drop-${name}.png`), fullPage: name === 'phone' });
    await cut(page, 'Log');
    await page.locator('.log-entry').first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    if (shot !== undefined) await page.screenshot({ path: join(shot, `log-${name}.png`), fullPage: name === 'phone' });
  });

  it('ends with signing out', async () => {
    const page = await openAs('Ada Finch');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.locator('.sign-in').waitFor();
    await page.reload();
    await page.locator('#open-review').click();
    await page.locator('.sign-in').waitFor();
  });

  it('has sent no request to another machine and met no trouble', () => {
    // A refused password, and an address that is not fetched, are answers that the browser reports.
    const trouble = world.trouble.filter((words) => !/\b(401|422)\b/.test(words));
    expect([world.outside, trouble]).toEqual([[], []]);
  });
});
