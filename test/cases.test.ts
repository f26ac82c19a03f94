// The reading cases of test/cases/reading: a text, a line of dashes, and the claims that an area expert expects of it.
// Invariant: what is compared is the printed notation; a case that fails prints the trace of its reading.
import { describe, expect, it } from 'vitest';
import type { Reading } from '../src/model/claim.ts';
import { lineOf, printClaim } from '../src/model/notation.ts';
import type { Theatre } from '../src/model/theatre.ts';
import { placeReading } from '../src/places/place-claims.ts';
import { read } from '../src/reading/read.ts';
import { loadTheatre } from '../src/theatre/load.ts';
import { inventedReport } from './invented-report.ts';
import { type TextCase, textCasesIn } from './text-cases.ts';

const theatres = new Map<string, Theatre>();
const theatreOf = (id: string): Theatre => {
  const known = theatres.get(id) ?? loadTheatre(id);
  theatres.set(id, known);
  return known;
};

const readCase = ({ theatre, published, text }: TextCase): Reading =>
  placeReading(read(inventedReport(text, published), theatreOf(theatre)), theatreOf(theatre));

const traceOf = ({ trace }: Reading, text: string): string =>
  trace
    .filter(({ pass }) => pass !== 'findMentions')
    .map(({ pass, says, span }) => `${pass}: ${says}${span === null ? '' : ` | ${text.slice(span.start, span.end)}`}`)
    .join('\n');

describe('claims', () => {
  it.each(textCasesIn('reading'))('$file: $title', (one) => {
    const reading = readCase(one);
    expect(
      reading.claims.map((claim) => printClaim(lineOf(claim))),
      `trace:\n${traceOf(reading, one.text)}`,
    ).toEqual(one.expected);
  });
});
