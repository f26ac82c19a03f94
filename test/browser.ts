// Finds a real browser: an installed Chromium or Chrome, else the one that comes from npm with its own system libraries.
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const INSTALL =
  'No browser starts. Install one (Debian: apt-get install chromium) or name one with CHROME_PATH=/path/to/chrome.';

/** The packed browser unpacks itself to the temporary folder; the variable makes it bring its system libraries. */
const packedBrowser = async (): Promise<string> => {
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
  const { default: packed } = await import('@sparticuz/chromium');
  return packed.executablePath();
};

const findBrowser = async (): Promise<string> =>
  [process.env.CHROME_PATH, ...INSTALLED].find((path) => path !== undefined && existsSync(path)) ?? packedBrowser();

/** Starts it, or fails with one line that says how to install one. */
export const openBrowser = async (): Promise<Browser> => {
  try {
    return await chromium.launch({ executablePath: await findBrowser(), args: FLAGS, timeout: 60_000 });
  } catch (cause) {
    throw new Error(INSTALL, { cause });
  }
};
