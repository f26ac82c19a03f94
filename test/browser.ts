// Finds a real browser: an installed Chromium or Chrome, else the one that comes from npm with its own system libraries.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
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

/** The packed browser brings letters of Latin alone; those of the pictures have Arabic too. */
const addLetters = (): void => {
  const letters = dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'));
  const folder = join(tmpdir(), 'whoholds-fonts');
  const folders = [process.env.FONTCONFIG_PATH ?? join(tmpdir(), 'fonts'), letters];
  const text = folders.map((path) => `<dir>${path}</dir>`).join('');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'fonts.conf');
  writeFileSync(file, `<fontconfig>${text}<cachedir>${join(folder, 'cache')}</cachedir></fontconfig>`);
  process.env.FONTCONFIG_FILE = file;
};

/** The packed browser unpacks itself to the temporary folder; the variable makes it bring its system libraries. */
const packedBrowser = async (): Promise<string> => {
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
  const { default: packed } = await import('@sparticuz/chromium');
  const path = await packed.executablePath();
  addLetters();
  return path;
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
