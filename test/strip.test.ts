// The strip of days and the comparison in a real browser: what they show, keys, play, addresses.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Day } from '../src/model/time.ts';
import { openPageWorld, type PageWorld } from './page-world.ts';

let world: PageWorld;
beforeAll(async () => {
  world = await openPageWorld();
});
afterAll(() => world?.close());

const open: PageWorld['open'] = (address, look) => world.open(address, look);

const ON = '?on=2021-03-18';

describe('the strip of days', () => {
  const day = (page: Page) => page.getByRole('slider', { name: 'Day', exact: true });

  it('shows the counts of all days and what people counted, each labelled with what it was counted out of', async () => {
    const page = await open('?on=2021-03-19');
    await page.locator('.strip-picture .said').first().waitFor({ state: 'attached' });
    expect(await page.locator('.strip-picture .said').count()).toBe(3);
    expect(await page.locator('.strip-picture').textContent()).toContain('5 of 9 Red Banner Dispatch');
    const range = { from: '2021-03-19' as Day, until: '2021-03-19' as Day, asOf: null, seq: null };
    const [counts] = await world.ledger.whoholds.dayCounts(range);
    const red = counts?.counts.filter(({ holder, status }) => holder === 'red' && status !== 'contested') ?? [];
    const sum = red.reduce((all, { places }) => all + places, 0);
    expect(await page.locator('.strip-picture').getAttribute('aria-label')).toContain(`${sum} places on 19 March 2021`);
    expect(await page.locator('.strip-picture pattern').count()).toBeGreaterThan(1);
  });

  it('plays, two days a second, until it is stopped', async () => {
    const page = await open(ON, { motion: true });
    await day(page).focus();
    await page.keyboard.press(' ');
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    await page.waitForURL(/on=2021-03-20/);
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('button', { name: 'Play' }).waitFor();
    const before = page.url();
    // Longer than one step takes.
    await page.waitForTimeout(700);
    expect(page.url()).toBe(before);
  });

  it('goes one step a press where motion is not wanted', async () => {
    const page = await open(ON);
    await page.getByRole('button', { name: 'Play' }).click();
    await page.waitForURL(/on=2021-03-19/);
    expect(await page.getByRole('button', { name: 'Play' }).count()).toBe(1);
  });

  it('goes from change to change by keys', async () => {
    const page = await open('?on=2021-03-16');
    await page.locator('.strip-picture path').first().waitFor({ state: 'attached' });
    await page.keyboard.press('n');
    await page.waitForURL(/on=2021-03-17/);
    await page.keyboard.press('p');
    await page.waitForURL(/on=2021-03-16/);
    await page.locator('#announce', { hasText: '16 March 2021.' }).waitFor({ state: 'attached' });
    await page.keyboard.press('p');
    await page.locator('#announce', { hasText: 'No earlier change.' }).waitFor({ state: 'attached' });
  });

  it('chooses the day that is clicked, and one that is dragged to', async () => {
    const page = await open(ON);
    const box = await page.locator('.track').boundingBox();
    if (box === null) throw new Error('the strip has no size');
    await page.mouse.click(box.x + box.width / 2, box.y + 40);
    await page.waitForURL(/on=2021-03-16/);
    await day(page).hover();
    await page.mouse.down();
    await page.mouse.move(box.x + box.width, box.y + 40, { steps: 4 });
    await page.mouse.up();
    await page.waitForURL(/on=2021-03-31/);
  });

  it('hides what was not known yet and shows the day as known then', async () => {
    const page = await open('?on=2021-03-18&asOf=2021-03-20');
    await page.getByRole('slider', { name: 'Known until' }).focus();
    for (let at = 0; at < 3; at += 1) await page.keyboard.press('ArrowLeft');
    await page.waitForURL(/asOf=2021-03-17/);
    await page.locator('#subline', { hasText: 'as known on 17 March 2021' }).waitFor();
    expect(await page.locator('.unknown-yet').isVisible()).toBe(true);
    await page.locator('.strip-known', { hasText: 'nothing is foretold' }).waitFor();
  });
});

describe('the strip of a place', () => {
  it('shows its periods and who claimed it when, a denial with a line to what it answers', async () => {
    const page = await open(`${ON}&place=southlea/fernhill&scope=district`);
    const strip = page.locator('.place-strip');
    await strip.waitFor();
    expect(await strip.getAttribute('aria-label')).toMatch(
      /^\d+ claims from 1 March 2021 to 31 March 2021, of them 1 denied/,
    );
    expect(await strip.locator('.saying').count()).toBeGreaterThan(3);
    expect([await strip.locator('.denial-sign').count(), await strip.locator('.answer-line').count()]).toEqual([1, 1]);
    expect(await strip.locator('rect').count()).toBeGreaterThan(1);
  });
});

describe('two moments compared', () => {
  it('opens and closes by a key, and its address shows the same again', async () => {
    const page = await open('?on=2021-03-24');
    await page.keyboard.press('c');
    await page.waitForURL(/with=2021-03-17/);
    await page.locator('h1', { hasText: 'Between 17 and 24 March: ' }).waitFor();
    expect(await page.locator('h1').textContent()).toMatch(/^Between 17 and 24 March: \d+ gained, \d+ lost/);
    const list = await page.locator('#list').textContent();
    expect(await page.locator('[data-group=gained] .place-row').count()).toBeGreaterThan(0);
    const again = await open(page.url().slice(world.url.length));
    expect(await again.locator('#list').textContent()).toBe(list);
    await page.keyboard.press('c');
    await page.waitForURL((url) => !url.searchParams.has('with'));
    await page.locator('h1', { hasText: 'held by the Red League' }).waitFor();
  });

  it('colours only what changed, with a sign for the kind of change', async () => {
    const page = await open('?on=2021-03-24&with=2021-03-17');
    const listed = await page.locator('.changed-row').count();
    const unchanged = await page.locator('#map .cell[aria-label$=": unchanged"]').count();
    expect(unchanged).toBeGreaterThan(0);
    expect(unchanged + listed).toBeGreaterThanOrEqual(9);
    const gained = await page.locator('[data-group=gained] .place-row').count();
    expect(await page.locator('#map [data-change=gained]').count()).toBe(gained);
    expect(await page.locator('#map .cell:not(.silent)').count()).toBeLessThanOrEqual(listed);
  });

  it('moves the other day by its own handle, by keyboard', async () => {
    const page = await open('?on=2021-03-24&with=2021-03-17');
    await page.getByRole('slider', { name: 'Compared with' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForURL(/with=2021-03-18/);
    await page.locator('h1', { hasText: 'Between 18 and 24 March' }).waitFor();
    expect(await page.getByRole('slider', { name: 'Compared with' }).getAttribute('aria-valuetext')).toBe(
      'Thursday 18 March 2021',
    );
  });

  it('shows one day as known then and as known now', async () => {
    const page = await open(`${ON}&with=2021-03-17`);
    await page.getByRole('button', { name: 'As known on the day itself' }).click();
    await page.waitForURL(/withAsOf=2021-03-18/);
    expect(new URL(page.url()).searchParams.has('with')).toBe(false);
    await page.locator('h1', { hasText: '18 March as known then and now: ' }).waitFor();
    await page.getByRole('button', { name: 'End comparison' }).click();
    await page.waitForURL((url) => !url.searchParams.has('withAsOf'));
  });
});

it('has sent no request to another machine and met no trouble', () => {
  expect([world.outside, world.trouble]).toEqual([[], []]);
});
