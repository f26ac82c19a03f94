// `whoholds review` as a person types it: an act, its effect by --as-of, the log, the queue, and what is wrong in a sentence.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../scripts/source-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'whoholds-review-line-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const DISPATCHES = join(ROOT, 'test', 'dispatches');
const NOTES = ['064-tiny-ashford', '065-tiny-ashford-copy', '066-tiny-blue-statement', '067-tiny-red-dispatch'];
const FERNHILL = 'southlea/fernhill';
const WHO = ['--by', 'Ada Finch', '--reason', 'She denies a letter, not the fall.'];

const whoholds = (...words: readonly string[]) => {
  const env = { ...process.env, WHOHOLDS_HOME: folder, WHOHOLDS_THEATRE: 'tiny', NO_COLOR: '1' };
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(ROOT, 'bin', 'whoholds.js'), ...words], {
    env,
    encoding: 'utf8',
  });
  return { stdout, stderr, status };
};

interface Line {
  readonly act: string;
  readonly changed: boolean;
  readonly by: string;
  readonly reason: string;
  readonly subject: string;
  readonly answered: string | null;
  readonly status: string;
  readonly kind: string;
  readonly weight: number;
  readonly acts: readonly string[];
  readonly moves: readonly { readonly place: { readonly id: string }; readonly to: { readonly status: string } }[];
  readonly steps: readonly { readonly claim: { readonly id: string; readonly report: { readonly id: string } } }[];
  readonly denials: readonly {
    readonly claim: { readonly id: string };
    readonly judged: { readonly by: string } | null;
  }[];
}

const lines = (...words: readonly string[]): readonly Line[] => {
  const { stdout, stderr, status } = whoholds(...words, '--json');
  expect([status, stderr]).toEqual([0, expect.not.stringContaining('whoholds:')]);
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
};
const line = (...words: readonly string[]): Line => {
  const [first] = lines(...words);
  if (first === undefined) throw new Error('There is no answer.');
  return first;
};
const statusOf = (...cut: readonly string[]): string => line('why', FERNHILL, '--on', '2021-03-19', ...cut).status;

it('an act on a ledger that is not there makes none', () => {
  const { status, stderr } = whoholds('review', 'retract', 'clm_none', ...WHO);
  expect([status, stderr]).toEqual([3, expect.stringContaining('whoholds add')]);
  expect(existsSync(join(folder, 'whoholds.db'))).toBe(false);
});

describe('whoholds review', () => {
  beforeAll(() => {
    const paths = NOTES.map((name) => join(DISPATCHES, `${name}.txt`));
    whoholds('add', ...paths, '--gold', join(DISPATCHES, 'gold.jsonl'));
  });

  it('asks first what could move the map, and gives the commands that decide it', () => {
    const [first] = lines('review', 'queue', '--on', '2021-03-19', '--limit', '1');
    expect(first).toMatchObject({
      kind: 'answer',
      weight: 4,
      moves: [{ place: { id: FERNHILL }, to: { status: 'claimed' } }],
    });
    expect(first?.acts).toContain(`whoholds review answers ${first?.subject} ${first?.answered} --other`);
    const { stdout } = whoholds('review', 'queue', '--on', '2021-03-19');
    expect(stdout).toContain('Fernhill (district): disputed → claimed, Red League');
  });

  it('lets the act be done, and the map follow from then on', () => {
    expect(statusOf()).toBe('disputed');
    const asked = line('review', 'queue', '--on', '2021-03-19');
    const act = ['review', 'answers', asked.subject, asked.answered ?? '', '--other', ...WHO];
    expect(line(...act)).toMatchObject({ act: 'answers', changed: true });
    expect(line(...act)).toMatchObject({ changed: false });
    expect([statusOf(), statusOf('--as-of', '2021-12-31'), statusOf('--as-of', '2999-01-01')]).toEqual([
      'claimed',
      'disputed',
      'claimed',
    ]);
    const why = line('why', FERNHILL, '--on', '2021-03-19');
    expect(why.denials.find(({ claim }) => claim.id === asked.subject)?.judged?.by).toBe('Ada Finch');
    expect(whoholds('why', FERNHILL, '--on', '2021-03-19').stdout).toContain(
      'another question (Ada Finch: She denies a letter, not the fall.)',
    );
    const timeline = (...cut: readonly string[]) => lines('timeline', FERNHILL, ...cut).map(({ status }) => status);
    expect([timeline(), timeline('--as-of', '2021-12-31')]).toEqual([
      expect.not.arrayContaining(['disputed']),
      expect.arrayContaining(['disputed']),
    ]);
  });

  it('takes a claim back, stands by it, puts it elsewhere, and tells all of it in the log', () => {
    const [step] = line('why', 'southlea/garth', '--on', '2021-03-19').steps;
    const id = step?.claim.id ?? '';
    expect(line('review', 'retract', id, ...WHO)).toMatchObject({ changed: true });
    expect(line('review', 'assert', id, ...WHO)).toMatchObject({ act: 'assert', changed: true });
    expect(line('review', 'place', id, 'Coldwell', ...WHO)).toMatchObject({ act: 'place', changed: true });
    expect(whoholds('why', 'Coldwell', '--on', '2021-03-19').stdout).toContain(`put there by ${WHO[1]}: ${WHO[3]}`);
    const log = lines('review', 'log');
    expect(log.map(({ act }) => act)).toEqual(['answers', 'retract', 'assert', 'place']);
    expect(new Set(log.map(({ by, reason }) => `${by}: ${reason}`))).toEqual(new Set([`${WHO[1]}: ${WHO[3]}`]));
    expect(whoholds('review', 'log').stdout).toMatch(
      /Ada Finch put at northmark\/coldwell, before at southlea\/garth:/,
    );
  });

  it('asserts a claim by hand', () => {
    const report = line('why', 'northmark/birchholm', '--on', '2021-03-17').steps[0]?.claim.report.id ?? '';
    const words = ['--quote', 'Birchholm, the next district, is quiet', '--speaker', 'its reeve', '--role', 'reeve'];
    const claim = [
      '--place',
      'Birchholm',
      '--kind',
      'hold',
      '--actor',
      'blue',
      '--day',
      '2021-03-17',
      '--sides',
      'blue',
    ];
    const act = ['review', 'assert', '--report', report, ...words, ...claim, ...WHO];
    expect(line(...act)).toMatchObject({ act: 'assert', changed: true });
    expect(line(...act)).toMatchObject({ changed: false });
    expect(whoholds('why', 'northmark/birchholm', '--on', '2021-03-17').stdout).toContain(
      '“Birchholm, the next district, is quiet”',
    );
  });

  it('joins and cuts two reports', () => {
    const { steps } = line('why', 'southlea/garth', '--on', '2021-03-19');
    const { steps: others } = line('why', 'northmark/birchholm', '--on', '2021-03-17');
    const [a, b] = [steps[0]?.claim.report.id ?? '', others[0]?.claim.report.id ?? ''];
    expect(line('review', 'join', a, b, ...WHO)).toMatchObject({ act: 'join', changed: true });
    expect(line('review', 'cut', b, a, ...WHO)).toMatchObject({ act: 'cut', changed: true });
    expect(line('review', 'cut', a, b, ...WHO)).toMatchObject({ changed: false });
  });

  const wrong: [what: string, words: readonly string[], says: RegExp][] = [
    ['no reason', ['retract', 'clm_none', '--by', 'Ada'], /--reason/],
    ['an empty reason', ['retract', 'clm_none', '--by', 'Ada', '--reason', ' '], /needs a reason/],
    ['a claim’s id with words', ['assert', 'clm_none', '--quote', 'x', ...WHO], /leave out --quote/],
    ['an unknown claim', ['retract', 'clm_none', ...WHO], /no claim clm_none .*whoholds why/],
    [
      'an unknown place',
      ['place', 'clm_none', 'Burchholm Abbey', ...WHO],
      /No place like “Burchholm Abbey”(?:.|\n)*Birchholm/,
    ],
    ['neither --same nor --other', ['answers', 'clm_none', ...WHO], /--same · --other/],
    ['both', ['answers', 'clm_none', '--same', '--other', ...WHO], /--same · --other/],
    ['a claim without words', ['assert', '--report', 'r_none', ...WHO], /needs --quote/],
    [
      'a kind that is none',
      ['assert', '--report', 'r', '--quote', 'x', '--kind', 'seize', ...WHO],
      /capture · recapture/,
    ],
    [
      'a day that is none',
      ['assert', '--report', 'r', '--quote', 'x', '--kind', 'hold', '--day', 'May', ...WHO],
      /YYYY-MM-DD/,
    ],
    ['no act', [], /Usage: whoholds review/],
    ['an unknown act', ['forget', 'clm_none'], /unknown command 'forget'/],
  ];
  it.each(wrong)('of %s ends in a clear sentence and status 2', (_what, words, says) => {
    const { status, stderr } = whoholds('review', ...words);
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(status).toBe(2);
  });
});
