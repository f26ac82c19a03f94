// The demo as a new person meets it: four questions, answered on the page by clicks and keys, each within a few steps.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDemoLedger } from './demo-ledger.ts';
import { openPageWorld, type PageWorld } from './page-world.ts';

let world: PageWorld;
beforeAll(async () => {
  world = await openPageWorld(null, openDemoLedger);
}, 120_000);
afterAll(() => world?.close());

/** What a person does, counted: a click, a key, words typed into a box. */
const person = (page: Page) => {
  let steps = 0;
  const count = async (act: Promise<unknown>): Promise<void> => {
    steps += 1;
    await act;
  };
  return {
    steps: () => steps,
    find: async (words: string): Promise<void> => {
      await count(page.locator('#find-words').pressSequentially(words));
      await page.locator('#find-list [role=option]').first().waitFor();
    },
    pick: (words: RegExp) => count(page.locator('#find-list [role=option]', { hasText: words }).first().click()),
    goTo: async (day: string, by: number): Promise<void> => {
      const slider = page.getByRole('slider', { name: 'Day' });
      await slider.focus();
      const key = by < 0 ? 'ArrowLeft' : 'ArrowRight';
      for (let week = 0; week < Math.floor(Math.abs(by) / 7); week += 1) await count(slider.press(`Shift+${key}`));
      for (let left = Math.abs(by) % 7; left > 0; left -= 1) await count(slider.press(key));
      await page.locator('#subline', { hasText: day }).waitFor();
    },
    choose: (words: string) =>
      count(page.getByLabel('Known until').locator('visible=true').first().selectOption({ label: words })),
    click: (selector: string, words: RegExp) => count(page.locator(selector, { hasText: words }).first().click()),
  };
};

describe('a new person finds out', () => {
  it('who held Kunduz city on 21 June, and who says so', async () => {
    const page = await world.open('');
    const self = person(page);
    await self.find('Kunduz');
    await self.pick(/Kunduz, city/);
    await self.goTo('21 June 2021', -2);
    await page.locator('.verdict-words', { hasText: 'government, threatened by the Taliban' }).waitFor();
    expect(await page.locator('#panel-title').textContent()).toBe('Kunduz');
    expect(await page.locator('.where').textContent()).toContain('City');
    const threatens = page.locator('.evidence-group', { hasText: 'Threatens it' });
    expect(await threatens.locator('.speaker').allTextContents()).toContainEqual(
      expect.stringContaining('Inamuddin Rahmani'),
    );
    expect(self.steps()).toBeLessThanOrEqual(4);
  });

  it('what both sides claimed about Spin Boldak on 14 July, and what was known a day later', async () => {
    const page = await world.open('');
    const self = person(page);
    await self.find('Spin Boldak');
    await self.pick(/Spin Boldak, district/);
    await self.goTo('14 July 2021', 21);
    const related = page.locator('.related');
    await related.locator('.place-row', { hasText: 'Disputed between' }).first().waitFor();
    await self.click('.related .place-row', /Wesh/);
    await page
      .locator('.verdict-words', { hasText: 'Disputed between the Afghan government and the Taliban' })
      .waitFor();
    const said = await page.locator('#evidence').textContent();
    expect(said).toContain('Says the Taliban side');
    expect(said).toContain('Answered, the same questionThe interior ministry');
    await self.choose('As known a day later');
    await page.locator('#subline', { hasText: 'as known on 15 July 2021' }).waitFor();
    await page.locator('.verdict-words', { hasText: 'Disputed' }).waitFor();
    expect(new URL(page.url()).searchParams.get('asOf')).toBe('2021-07-15');
    expect(self.steps()).toBeLessThanOrEqual(7);
  });

  it('which provincial capitals fell on 8 August', async () => {
    const page = await world.open('');
    const self = person(page);
    await self.goTo('8 August 2021', 46);
    const changed = page.locator('#list > section').first();
    await changed.locator('.place-row').first().waitFor();
    const first = (await changed.locator('.place-row').allTextContents()).slice(0, 3);
    for (const city of ['Kunduz', 'Sar-e-Pul', 'Taloqan'])
      expect(first).toContainEqual(expect.stringMatching(new RegExp(`^${city} \\(city\\)`)));
    expect(self.steps()).toBeLessThanOrEqual(12);
  });

  it('how far “over 80 districts” is from what named reports support', async () => {
    const page = await world.open('');
    const picture = page.locator('.strip-picture');
    await picture.locator('text', { hasText: 'over 80' }).first().waitFor();
    const words = (await picture.locator('text').allTextContents()).join(' | ');
    expect(words).toMatch(/over 80 of 421/);
    expect(words).toMatch(/\d+ named: \d+ held, \d+ claimed/);
    // The named number and the spoken one stand side by side on the day on which the page opens: no step.
  });

  it('on paper: headline, map, legend and evidence, without the tools of a screen', async () => {
    const page = await world.open('?on=2021-06-21&place=kunduz/kunduz-city&scope=city');
    await page.locator('#panel-title').waitFor();
    await page.emulateMedia({ media: 'print' });
    for (const shown of ['h1', '#map svg', '#legend', '#panel-title', 'footer'])
      expect(await page.locator(shown).first().isVisible(), shown).toBe(true);
    for (const hidden of ['.bar', '.tools', '#timeline', '.panel-tools'])
      expect(await page.locator(hidden).isVisible(), hidden).toBe(false);
  });

  it('without trouble and without another machine', () => {
    expect([world.outside, world.trouble]).toEqual([[], []]);
  });
});
