// The cases of test/cases/pages: a page taken in as it was sent (entries with their times, lists, headings), then read.
// Invariant: the same notation as the reading cases; what the intake cuts off is read no more.
import { describe, expect, it } from 'vitest';
import { intake } from '../src/intake/intake.ts';
import { NOTHING_GIVEN } from '../src/intake/sources.ts';
import { lineOf, printClaim } from '../src/model/notation.ts';
import { placeReading } from '../src/places/place-claims.ts';
import { read } from '../src/reading/read.ts';
import { loadTheatre } from '../src/theatre/load.ts';
import { type TextCase, textCasesIn } from './text-cases.ts';

const theatre = loadTheatre('tiny');

const claimsOf = ({ published, text }: TextCase): readonly string[] => {
  const bytes = new TextEncoder().encode(`${text}\n`);
  const given = { ...NOTHING_GIVEN, published };
  const taken = intake(
    { file: 'page.txt', bytes, form: 'text', given },
    { timezone: theatre.timezone, period: theatre.period, outlets: [], retrieved: null },
  );
  if (!taken.ok) return [taken.refusal.code];
  return placeReading(read(taken.value, theatre), theatre).claims.map((claim) => printClaim(lineOf(claim)));
};

describe('pages', () => {
  it.each(textCasesIn('pages'))('$file: $title', (one) => {
    expect(claimsOf(one)).toEqual(one.expected);
  });
});
