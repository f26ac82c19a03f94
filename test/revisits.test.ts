// Crawls spread over several archives: a visit that was as an earlier one finds its page in the ledger, or waits for it.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { packedWarc, responseRecord, warcRecord, zipOf } from './made-archives.ts';
import { ASHFORD, pageOf } from './news-site.ts';
import { linesOf, runCommand } from './run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'whoholds-revisits-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let home = '';
beforeEach(() => {
  home = mkdtempSync(join(folder, 'home-'));
});

const PAGE = pageOf(ASHFORD);
const FIRST = 'https://courant.example/ashford';
const SYNDICATED = 'https://eastry-today.example/news/ashford';
const VISIT = '2021-03-18T10:00:00Z';

const base16 = (text: string): string => createHash('sha1').update(text).digest('hex');

const revisit = (url: string, headers: Readonly<Record<string, string>>): Buffer =>
  warcRecord({
    ...{ type: 'revisit', url, date: '2021-03-25T10:00:00Z', block: 'HTTP/1.1 200 OK\r\n\r\n' },
    headers: { 'Content-Type': 'application/http; msgtype=response', ...headers },
  });
const refers = { 'WARC-Refers-To-Target-URI': `<${FIRST}>`, 'WARC-Refers-To-Date': VISIT };

const fileOf = (name: string, bytes: Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};
const march = fileOf('march.warc.gz', packedWarc([responseRecord(FIRST, PAGE, { date: VISIT })]));
const later = fileOf('later.warc.gz', packedWarc([revisit(SYNDICATED, refers), revisit(FIRST, refers)]));

interface Line {
  readonly file: string;
  readonly report: { readonly id: string } | null;
  readonly refusals: readonly { readonly code: string; readonly reason: string; readonly id?: string }[];
  readonly total?: { readonly reports: number; readonly refused: number };
}

const run = async (...words: readonly string[]) => {
  const { status, stdout } = await runCommand([...words, '--theatre', 'tiny', '--json'], home);
  return { status, lines: linesOf<Line>(stdout).filter(({ total }) => total === undefined) };
};
const told = ({ lines }: { readonly lines: readonly Line[] }) =>
  lines.map(({ file, report, refusals }) => [file.split('#')[1], report === null ? refusals[0]?.code : 'in']);
const addresses = async (): Promise<readonly (string | null)[]> => {
  const { stdout } = await runCommand(['read', march, '--theatre', 'tiny', '--json'], home);
  return linesOf<{ readonly report: { readonly url: string | null } }>(stdout).map(({ report }) => report.url);
};

describe('a revisit whose page is in another archive', () => {
  test('is read from the ledger when that archive was added before, or by the same command', async () => {
    expect(await addresses()).toEqual([FIRST]);
    expect((await run('add', march)).status).toBe(0);
    const added = await run('add', later);
    expect([added.status, told(added).toSorted()]).toEqual([
      0,
      [
        [FIRST, 'in'],
        [SYNDICATED, 'in'],
      ].toSorted(),
    ]);
    home = mkdtempSync(join(folder, 'home-'));
    const both = await run('add', march, later);
    expect([both.status, told(both).length]).toEqual([0, 3]);
    expect((await run('refusals', 'list')).lines).toEqual([]);
  });

  test('waits in quarantine with what to do, and is found once that archive is in', async () => {
    const first = await run('add', later);
    expect([first.status, told(first)]).toEqual([
      1,
      [
        [SYNDICATED, 'revisit-unresolved'],
        [FIRST, 'revisit-unresolved'],
      ],
    ]);
    expect(first.lines[0]?.refusals[0]?.reason).toMatch(/Add the archive that holds that visit, then try this again/);
    expect((await run('refusals', 'retry', '--all')).status).toBe(1);
    await run('add', march);
    rmSync(later);
    const again = await run('refusals', 'retry', '--all');
    writeFileSync(later, packedWarc([revisit(SYNDICATED, refers), revisit(FIRST, refers)]));
    expect([again.status, told(again).toSorted()]).toEqual([
      0,
      [
        [FIRST, 'in'],
        [SYNDICATED, 'in'],
      ].toSorted(),
    ]);
    expect((await run('refusals', 'list')).lines).toEqual([]);
  });

  test('is known by the digest of its bytes where it does not say when, and by nothing less', async () => {
    await run('add', march);
    const of = (digest: string) => ({ 'WARC-Refers-To-Target-URI': FIRST, 'WARC-Payload-Digest': digest });
    const sure = fileOf('sure.warc.gz', packedWarc([revisit(SYNDICATED, of(`sha1:${base16(PAGE)}`))]));
    const unsure = fileOf('unsure.warc.gz', packedWarc([revisit(SYNDICATED, of('sha1:AAAA'))]));
    expect(told(await run('add', sure))).toEqual([[SYNDICATED, 'in']]);
    expect(told(await run('add', unsure))).toEqual([[SYNDICATED, 'revisit-unresolved']]);
  });

  test('in a WACZ, whose records cannot be read twice, comes from the ledger too', async () => {
    const content = packedWarc([responseRecord(FIRST, PAGE, { date: VISIT }), revisit(SYNDICATED, refers)]);
    const wacz = fileOf('crawl.wacz', zipOf([{ name: 'archive/data.warc.gz', content, stored: false }]));
    expect((await run('add', wacz)).lines.map(({ report }) => report !== null)).toEqual([true, true]);
  });
});
