// The reading cases of test/cases/reading: a text, a line of dashes, and the claims that an area expert expects of it.
// Invariant: what is compared is the printed notation; a case that fails prints the trace of its reading.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Reading } from '../src/model/claim.ts';
import { lineOf, printClaim } from '../src/model/notation.ts';
import type { Theatre } from '../src/model/theatre.ts';
import { placeReading } from '../src/places/place-claims.ts';
import { read } from '../src/reading/read.ts';
import { loadTheatre } from '../src/theatre/load.ts';
import { inventedReport } from './invented-report.ts';

const FOLDER = join(import.meta.dirname, 'cases', 'reading');

interface Case {
  readonly title: string;
  readonly theatre: string;
  readonly published: string;
  readonly text: string;
  readonly claims: readonly string[];
}

const settingIn = (head: string, name: string, otherwise: string): string =>
  new RegExp(`\\b${name}: (\\S+)`).exec(head)?.[1] ?? otherwise;

const parseCase = (block: string): Case => {
  const [title = '', head = '', ...rest] = block.split('\n');
  const [text = '', claims = ''] = rest.join('\n').split(/^---$/m);
  return {
    title: title.trim(),
    theatre: settingIn(head, 'theatre', 'tiny'),
    published: settingIn(head, 'published', '2021-03-17'),
    text: text.trim(),
    claims: claims.split('\n').filter((line) => line.trim() !== ''),
  };
};

const casesOf = (file: string): readonly Case[] =>
  readFileSync(join(FOLDER, file), 'utf8').split(/^=== /m).slice(1).map(parseCase);

const theatres = new Map<string, Theatre>();
const theatreOf = (id: string): Theatre => {
  const known = theatres.get(id) ?? loadTheatre(id);
  theatres.set(id, known);
  return known;
};

const readCase = ({ theatre, published, text }: Case): Reading =>
  placeReading(read(inventedReport(text, published), theatreOf(theatre)), theatreOf(theatre));

const traceOf = ({ trace }: Reading, text: string): string =>
  trace
    .filter(({ pass }) => pass !== 'findMentions')
    .map(({ pass, says, span }) => `${pass}: ${says}${span === null ? '' : ` | ${text.slice(span.start, span.end)}`}`)
    .join('\n');

describe.each(readdirSync(FOLDER).filter((name) => name.endsWith('.txt')))('%s', (file) => {
  it.each(casesOf(file).map((one) => [one.title, one] as const))('%s', (_, one) => {
    const reading = readCase(one);
    expect(
      reading.claims.map((claim) => printClaim(lineOf(claim))),
      `trace:\n${traceOf(reading, one.text)}`,
    ).toEqual(one.claims);
  });
});
