// Cases as text: a report of a sentence or two, and the claims that a careful person reads in it, in the house's notation.
// An empty right side is a negative case. A failing case prints what each pass made of the words.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lineOf, parseClaim, printClaim } from '../src/model/notation.ts';
import { done } from '../src/model/outcome.ts';
import { loadTheatre } from '../src/theatre/load.ts';
import { readItem, readReport } from '../src/whoholds/read-item.ts';

const FOLDER = join(import.meta.dirname, 'cases', 'reading');

interface Case {
  readonly title: string;
  readonly theatre: string;
  readonly published: string | null;
  readonly outlet: string | null;
  readonly text: string;
  readonly expected: readonly string[];
}

const parseCase = (block: string): Case => {
  const [title = '', header = '', ...lines] = block.split('\n');
  const bar = lines.indexOf('---');
  const field = (name: string): string | null =>
    new RegExp(`${name}: (.+?)(?:   |$)`).exec(header)?.[1]?.trim() ?? null;
  return {
    title: title.trim(),
    theatre: field('theatre') ?? 'tiny',
    published: field('published'),
    outlet: field('outlet'),
    text: lines.slice(0, bar).join('\n').trim(),
    expected: lines.slice(bar + 1).filter((line) => line.trim() !== ''),
  };
};

const casesIn = (file: string): readonly Case[] =>
  readFileSync(join(FOLDER, file), 'utf8').split(/^=== /m).slice(1).map(parseCase);

const readCase = ({ text, theatre, published, outlet }: Case) => {
  const given = { published, outlet, url: null, title: null, id: null };
  const item = done({ file: 'case.txt', bytes: new TextEncoder().encode(text), form: 'text' as const, given });
  return readItem(item, { theatre: loadTheatre(theatre), reader: readReport, retrieved: null });
};

const files = readdirSync(FOLDER).filter((file) => file.endsWith('.txt'));

describe.each(files)('cases of %s', (file) => {
  it.each(casesIn(file))('$title', (one) => {
    const read = readCase(one);
    if (!read.ok) throw new Error(read.refusal.reason);
    const { reading, report } = read;
    const lines = reading.claims.map((claim) => printClaim(lineOf(claim)));
    const trace = reading.trace.map(
      ({ pass, span, says }) =>
        `${pass}: ${says} ${span === null ? '' : `“${report.text.slice(span.start, span.end)}”`}`,
    );
    for (const line of one.expected) expect(parseClaim(line), `not in the notation: ${line}`).not.toBeNull();
    expect(lines.sort(), trace.join('\n')).toEqual([...one.expected].sort());
  });
});

describe('the cases', () => {
  it('are negative in at least a third', () => {
    const all = files.flatMap(casesIn);
    expect(all.filter(({ expected }) => expected.length === 0).length * 3).toBeGreaterThanOrEqual(all.length);
  });
});
