// The page over a real ledger of the invented theatre, served by our own server and opened in a real browser.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { ROOT } from '../scripts/source-files.ts';
import type { Gate } from '../src/accounts/gate.ts';
import type { FetchPage } from '../src/publishing/bring.ts';
import { type Serving, serve } from '../src/publishing/serve.ts';
import { openBrowser } from './browser.ts';
import { type OpenLedger, openTinyLedger } from './tiny-ledger.ts';

export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly motion?: boolean;
}

export interface PageWorld {
  readonly ledger: OpenLedger;
  readonly url: string;
  /** What the page complained of, and what it asked of other machines. */
  readonly trouble: string[];
  readonly outside: string[];
  /** A new visitor at one of the pages beside the map; resolves when all of it is there. */
  readonly openPage: (address: string, look?: Look) => Promise<Page>;
  /** A new visitor at an address; resolves when the list is there. */
  readonly open: (address: string, look?: Look) => Promise<Page>;
  /** A new visitor who has not gone anywhere yet. */
  readonly blank: (look?: Look) => Promise<Page>;
  readonly close: () => Promise<void>;
}

const build = (): void => {
  const built = spawnSync(process.execPath, [join(ROOT, 'scripts', 'build.mjs'), '--web', '--if-stale'], {
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(`The page does not build: ${built.stderr}`);
};

const visit = async (
  { browser, serving }: { readonly browser: Browser; readonly serving: Serving },
  told: Pick<PageWorld, 'trouble' | 'outside'>,
  { width = 1440, height = 900, dark = false, motion = false }: Look,
): Promise<Page> => {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: motion ? 'no-preference' : 'reduce',
  });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) told.trouble.push(message.text());
  });
  page.on('pageerror', (error) => told.trouble.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(serving.url)) told.outside.push(request.url());
  });
  return page;
};

/** A page beside the map is there when it has its parts, and none of them is still asked for. */
export const allThere = async (page: Page): Promise<void> => {
  await page.locator('#content > *').first().waitFor({ state: 'attached' });
  // Several parts may be asked for at once.
  await page.waitForFunction(() => document.querySelector('main [aria-busy]') === null);
};

/** Builds the page, fills a ledger, serves both and starts the browser; with a gate, to whoever may write. */
export const openPageWorld = async (
  gate: Gate | null = null,
  openLedger: () => Promise<OpenLedger> = openTinyLedger,
  fetchPage: FetchPage | null = null,
): Promise<PageWorld> => {
  build();
  const ledger = await openLedger();
  const serving = await serve(ledger.whoholds, {
    ...{ port: 0, host: '127.0.0.1', gate },
    ...(fetchPage === null ? {} : { fetchPage }),
  });
  const browser = await openBrowser();
  const told = { trouble: [], outside: [] };
  return {
    ...told,
    ledger,
    url: serving.url,
    openPage: async (address, look = {}) => {
      const page = await visit({ browser, serving }, told, look);
      await page.goto(`${serving.url}${address}`);
      await allThere(page);
      return page;
    },
    open: async (address, look = {}) => {
      const page = await visit({ browser, serving }, told, look);
      await page.goto(`${serving.url}${address}`);
      await page.locator('.place-row, .province').first().waitFor({ state: 'attached' });
      return page;
    },
    blank: (look = {}) => visit({ browser, serving }, told, look),
    close: async () => {
      await browser.close();
      await serving.close();
      await ledger.remove();
    },
  };
};
