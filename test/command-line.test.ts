// The whole line as a user sees it: reports in on the command line, a cell out that answers "who says so?".
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../scripts/source-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'whoholds-line-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const WHOHOLDS = join(ROOT, 'bin', 'whoholds.js');
const DISPATCHES = join(ROOT, 'test', 'dispatches');
const GOLD = join(DISPATCHES, 'gold.jsonl');
const env = { ...process.env, WHOHOLDS_HOME: folder, NO_COLOR: '1' };

const whoholds = (words: readonly string[], input = '') => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [WHOHOLDS, ...words], {
    env,
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return { stdout, stderr, status };
};
interface Quoted {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The fields that these tests look at, of whatever line an answer may be. */
interface Answer {
  readonly file: string;
  readonly report: { readonly id: string; readonly text: string };
  readonly claims: readonly { readonly quote: Quoted }[];
  readonly refusals: readonly { readonly code: string }[];
  readonly entries: { readonly asserted: number };
  readonly total: { readonly seq: number };
  readonly place: { readonly id: string };
  readonly p: Readonly<Record<string, number>>;
  readonly pLow: number;
  readonly pHigh: number;
  readonly holder: string | null;
  readonly asOf: string | null;
  readonly seq: number;
  readonly status: string;
  readonly steps: readonly {
    readonly claim: { readonly report: { readonly id: string }; readonly quote: Quoted };
    readonly weight: number;
    readonly logOdds: number;
  }[];
  readonly denials: readonly unknown[];
  readonly from: string;
  readonly until: string | null;
}

const records = (text: string): readonly Answer[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Answer);
const record = (text: string): Answer => {
  const [first] = records(text);
  if (first === undefined) throw new Error('There is no answer.');
  return first;
};
const inFolder = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

const STORY = `The League takes a town

EASTRY, March 17 (Three Rivers Wire) - The Red League has captured the town of Ashford, the mayor of Ashford said on Wednesday.
`;

describe('whoholds read', () => {
  it('gives claims with exact quotes, and touches no ledger', () => {
    const { stdout, status } = whoholds([
      'read',
      inFolder('story.txt', STORY),
      '--theatre',
      'tiny',
      '--published',
      '2021-03-17',
      '--json',
    ]);
    const { report, claims } = record(stdout);
    expect(status).toBe(0);
    expect(claims).toEqual(
      [expect.objectContaining({ kind: 'capture', actor: 'red', polarity: 'affirmed', scope: 'town' })].concat(
        claims.slice(1),
      ),
    );
    for (const { quote } of claims) expect(report.text.slice(quote.start, quote.end)).toBe(quote.text);
    expect(existsSync(join(folder, 'whoholds.db'))).toBe(false);
  });

  it('reads standard input and JSON Lines, and names each record', () => {
    const lines = `${JSON.stringify({ id: 'a', text: STORY, published: '2021-03-17' })}\nno json\n`;
    const { stdout, status } = whoholds(
      ['read', inFolder('two.jsonl', lines), '-', '--theatre', 'tiny', '--json'],
      STORY,
    );
    expect(
      records(stdout).map(({ file, refusals }) => [file.split('/').at(-1), refusals.map((one) => one.code)]),
    ).toEqual([
      ['two.jsonl#a', []],
      ['two.jsonl#2', ['not-a-report']],
      ['-', []],
    ]);
    expect(status).toBe(1);
  });

  it('reads without a gazetteer: places stay names', () => {
    const { stdout } = whoholds(
      ['read', '-', '--theatre', 'open', '--published', '2024-12-01', '--json'],
      'Rebels captured the town of Marlow on Sunday, residents said.\n',
    );
    const { claims } = record(stdout);
    expect(claims[0]).toMatchObject({ place: { id: null, name: 'Marlow' }, actor: 'non-state', kind: 'capture' });
  });
});

describe('a report in another language', () => {
  it('is kept and refused by name, not misread', () => {
    const text =
      'Bonjour, les rebelles ont pris la ville de Ashford hier selon le porte-parole de la police. ' +
      'Le gouverneur a dit que les combats continuent dans la province et que les soldats se battent.\n';
    const { claims, refusals } = record(whoholds(['read', '-', '--theatre', 'tiny', '--json'], text).stdout);
    expect([claims, refusals.map((one) => one.code)]).toEqual([[], ['other-language']]);
  });
});

describe('a ledger of the dispatches', () => {
  let added: ReturnType<typeof whoholds>;
  beforeAll(() => {
    added = whoholds(['add', DISPATCHES, '--gold', GOLD, '--json']);
  });

  it('tells each report and the total', () => {
    const lines = records(added.stdout);
    expect(added.status).toBe(0);
    expect(lines).toHaveLength(71);
    expect(lines.at(-1)?.total).toMatchObject({ reports: 70, families: 54, unchanged: 0, refused: 0 });
  });

  it('adds nothing when the same reports come again', () => {
    const again = records(whoholds(['add', DISPATCHES, '--gold', GOLD, '--json']).stdout).at(-1)?.total;
    expect(again).toMatchObject({ asserted: 0, seq: records(added.stdout).at(-1)?.total.seq });
  });

  it('answers who holds what, by a sequence number and by what was known', () => {
    const now = records(whoholds(['control', '--on', '2021-06-23', '--json']).stdout);
    const ids = now.map(({ place }) => place.id);
    expect(ids).toEqual([...ids].sort());
    expect(now.every(({ asOf, seq }) => asOf === null && seq > 0)).toBe(true);
    const before = records(whoholds(['control', '--on', '2021-06-23', '--as-of', '2021-05-01', '--json']).stdout);
    for (const { p, pLow, pHigh, holder } of now) {
      const shares = Object.values(p);
      expect(shares.reduce((sum, share) => sum + share)).toBeCloseTo(1, 3);
      expect(pLow).toBeLessThanOrEqual(pHigh);
      const held = holder === null ? undefined : p[holder];
      if (held !== undefined) expect(held >= pLow && held <= pHigh).toBe(true);
    }
    expect(before).toEqual([]);
    expect(records(whoholds(['control', '--on', '2021-06-23', '--seq', '1', '--json']).stdout)).toEqual([]);
  });

  it('opens a cell to the sentences behind it', () => {
    const { stdout } = whoholds(['why', 'kunduz/khanabad', '--on', '2021-06-14', '--json']);
    const why = record(stdout);
    expect(why.status).toMatch(/^(confirmed|disputed)$/);
    expect(why.steps.length).toBeGreaterThan(0);
    const file = record(whoholds(['read', join(DISPATCHES, '001-khanabad-overrun.txt'), '--json']).stdout);
    for (const { claim, weight, logOdds } of why.steps) {
      expect(weight).toBeGreaterThanOrEqual(0);
      expect(Number.isFinite(logOdds)).toBe(true);
      if (claim.report.id === file.report.id) expect(file.report.text).toContain(claim.quote.text);
    }
    expect(why.denials.length).toBeGreaterThan(0);
  });

  it('tells a place’s periods without gap or overlap', () => {
    const periods = records(whoholds(['timeline', 'kunduz/khanabad', '--scope', 'district', '--json']).stdout);
    expect(periods.length).toBeGreaterThan(2);
    for (const [index, period] of periods.entries()) expect(period.until).toBe(periods[index + 1]?.from ?? null);
  });

  it.each(['geojson', 'csv', 'jsonl', 'acled-like'])('exports %s, which names the state it was made from', (format) => {
    const { stdout, status } = whoholds(['export', format, '--on', '2021-06-23']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/seq/);
    expect(stdout).toMatch(/author-default-1/);
  });

  it.each(['svg', 'png'])('draws the map of a day as %s, and says what stands on it', (form) => {
    const file = join(folder, `map.${form}`);
    const { stderr, status } = whoholds(['map', '--on', '2021-06-23', '--out', file]);
    expect([status, stderr]).toEqual([0, expect.stringMatching(/map\.\w+: \d+ cells on 2021-06-23/)]);
    expect(readFileSync(file).subarray(0, 4).toString('latin1')).toBe(form === 'svg' ? '<svg' : '\x89PNG');
  });

  it('prints a picture in another language, and names those that it has', () => {
    const dari = whoholds(['map', '--on', '2021-06-23', '--lang', 'fa']);
    expect([dari.status, dari.stdout]).toEqual([0, expect.stringContaining('چهارشنبه ۲۳ جون ۲۰۲۱')]);
    const none = whoholds(['map', '--on', '2021-06-23', '--lang', 'xx']);
    expect([none.status, none.stderr]).toEqual([2, expect.stringContaining('en · fa')]);
  });

  it('refuses a picture of an unknown form, and one without room', () => {
    const other = whoholds(['map', '--on', '2021-06-23', '--out', join(folder, 'map.gif')]);
    expect([other.status, other.stderr]).toEqual([2, expect.stringContaining('*.svg · *.png')]);
    const small = whoholds(['map', '--on', '2021-06-23', '--width', '300']);
    expect([small.status, small.stderr]).toEqual([2, expect.stringContaining('1200 or more')]);
  });

  it('belongs to its theatre and says so', () => {
    const { stderr, status } = whoholds(['control', '--on', '2021-06-23', '--theatre', 'tiny']);
    expect([status, stderr]).toEqual([2, expect.stringContaining('belongs to the theatre')]);
  });

  it('finds a place by any spelling, and lists the candidates where there are several', () => {
    expect(whoholds(['why', 'Khan Abad', '--on', '2021-06-14']).stdout).toContain('Khanabad');
    const { stderr, status } = whoholds(['why', 'Baharak', '--on', '2021-06-20']);
    expect([status, stderr]).toEqual([2, expect.stringContaining('accepted: ')]);
  });
});

describe('real outlines', () => {
  const outline = (name: string, west: number) => ({
    type: 'Feature',
    properties: { shapeName: name },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [west, 50],
          [west + 0.5, 50],
          [west + 0.5, 50.5],
          [west, 50],
        ],
      ],
    },
  });
  const file = (names: readonly string[]): string =>
    inFolder('outlines.geojson', JSON.stringify({ type: 'FeatureCollection', features: names.map(outline) }));
  const drawn = (): string => whoholds(['map', '--on', '2021-03-18', '--theatre', 'tiny', '--ledger', tiny]).stdout;
  let tiny: string;
  beforeAll(() => {
    tiny = join(folder, 'outlines.db');
    whoholds(['add', join(DISPATCHES, '064-tiny-ashford.txt'), '--gold', GOLD, '--theatre', 'tiny', '--ledger', tiny]);
  });

  it('take the place of the approximate ones until they are forgotten, and say what found no place', () => {
    const before = drawn();
    const taken = whoholds(['theatre', 'boundaries', file(['Garth', 'Atlantis']), '--theatre', 'tiny']);
    expect([taken.status, taken.stdout]).toEqual([1, expect.stringContaining('Atlantis: no district has such a name')]);
    const after = drawn();
    expect(after).not.toBe(before);
    expect(whoholds(['theatre', 'boundaries', '--forget', '--theatre', 'tiny']).status).toBe(0);
    expect(drawn()).toBe(before);
  });

  it('are only tried where that is asked, and refused where they are none', () => {
    const before = drawn();
    const tried = whoholds(['theatre', 'boundaries', file(['Garth']), '--theatre', 'tiny', '--dry-run', '--json']);
    expect(record(tried.stdout)).toMatchObject({ matches: [{ place: 'southlea/garth', by: 'name', feature: 1 }] });
    expect(drawn()).toBe(before);
    const wrong = whoholds(['theatre', 'boundaries', inFolder('no.geojson', 'no'), '--theatre', 'tiny']);
    expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining('is no GeoJSON')]);
  });
});

describe('bad input', () => {
  const cases: [what: string, words: () => string[], status: number, says: string][] = [
    ['an empty file', () => ['read', inFolder('empty.txt', '')], 1, 'no text'],
    [
      'a binary file',
      () => [
        'read',
        inFolder(
          'bytes.txt',
          new Uint8Array(4000).map((_, at) => (at * 7) % 32),
        ),
      ],
      1,
      'binary-file',
    ],
    ['50 MB of one line', () => ['read', inFolder('long.txt', 'a'.repeat(50 * 2 ** 20))], 1, 'too-large'],
    ['HTML without text', () => ['read', inFolder('bare.html', '<html><body></body></html>')], 1, 'no-article'],
    ['a file that is not there', () => ['read', join(folder, 'nowhere.txt')], 3, 'no such file'],
    ['no file at all', () => ['read'], 2, 'No report was named'],
    ['an unknown flag', () => ['read', '--bogus', 'x'], 2, '--bogus'],
    ['an unknown command', () => ['raed', 'x'], 2, 'Did you mean read?'],
    [
      'a day that is none',
      () => ['control', '--on', 'yesterday', '--ledger', inFolder('some.db', '')],
      2,
      'YYYY-MM-DD',
    ],
    [
      'an unknown scope',
      () => ['control', '--on', '2021-06-23', '--scope', 'moon', '--ledger', join(folder, 'some.db')],
      2,
      'crossing',
    ],
    [
      'a ledger that is not there',
      () => ['control', '--on', '2021-06-23', '--ledger', join(folder, 'none.db')],
      3,
      'whoholds add',
    ],
    [
      'a ledger that is none',
      () => ['control', '--on', '2021-06-23', '--ledger', inFolder('x.db', 'words')],
      3,
      'not a ledger',
    ],
    ['a theatre that is not there', () => ['read', inFolder('story.txt', STORY), '--theatre', 'nosuch'], 2, 'tiny'],
    ['a port that is none', () => ['serve', '--port', '99999', '--ledger', join(folder, 'some.db')], 2, '65535'],
  ];
  it.each(cases)('of %s ends in a clear sentence and the right status', (_what, words, status, says) => {
    const result = whoholds(words());
    expect(result.stderr).toContain(says);
    expect(result.stderr).not.toMatch(/\n\s+at /);
    expect(result.status).toBe(status);
  });

  it('of a theatre with faults lists them all at once with file and row', () => {
    const files = ['theatre.json', 'gazetteer.csv'];
    const theatre = mkdtempSync(join(folder, 'theatre-'));
    for (const file of files) {
      const text = readFileSync(join(ROOT, 'theatres', 'tiny', file), 'utf8');
      writeFileSync(
        join(theatre, file),
        file.endsWith('.csv') ? text.replace('TN-MID,province', 'TN-MID,planet').replace('51.00', 'north') : text,
      );
    }
    const { stdout, status } = whoholds(['check', theatre]);
    expect(status).toBe(1);
    expect(stdout).toMatch(/gazetteer\.csv:\d+/);
    expect(stdout.split('\n').filter((line) => line.startsWith('gazetteer.csv:')).length).toBeGreaterThan(1);
  });
});

describe('an add that is killed', () => {
  it('leaves what it told and nothing half-written, and the next one ends the work', async () => {
    const ledger = join(folder, 'killed.db');
    const words = [WHOHOLDS, 'add', DISPATCHES, '--gold', GOLD, '--json', '--ledger', ledger];
    const child = spawn(process.execPath, words, { env, stdio: ['ignore', 'pipe', 'ignore'] });
    let told = '';
    await new Promise<void>((resolve) => {
      child.stdout.on('data', (chunk) => {
        told += chunk;
        child.kill('SIGKILL');
      });
      child.once('close', () => resolve());
    });
    const whole = told.slice(0, told.lastIndexOf('\n') + 1);
    const reports = records(whole).flatMap(({ report }) => (report ? [report.id] : []));
    const total = records(whoholds(['add', DISPATCHES, '--gold', GOLD, '--json', '--ledger', ledger]).stdout);
    const again = total.filter(({ report }) => report && reports.includes(report.id));
    expect(again.every(({ entries }) => entries.asserted === 0)).toBe(true);
    const fresh = join(folder, 'fresh.db');
    whoholds(['add', DISPATCHES, '--gold', GOLD, '--json', '--ledger', fresh]);
    const ask = (file: string) =>
      whoholds(['control', '--on', '2021-08-15', '--json', '--ledger', file]).stdout.replaceAll(/"seq":\d+/g, '');
    expect(ask(ledger)).toBe(ask(fresh));
  });
});
