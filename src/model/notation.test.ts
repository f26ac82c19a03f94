import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KINDS, MODALITIES, POLARITIES, SCOPES } from './claim.ts';
import { type ClaimLine, parseClaim, printClaim } from './notation.ts';
import { addDays, type Day, PRECISIONS } from './time.ts';

const word = fc.stringMatching(/^[A-Za-z][a-z'-]{0,9}$/);
const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const day = fc.nat(400).map((days) => addDays('2021-01-01' as Day, days));
const when = fc.record({
  earliest: fc.option(day),
  latest: fc.option(day),
  precision: fc.constantFrom(...PRECISIONS),
  basis: fc.constantFrom('stated' as const, 'implied' as const),
});
const line: fc.Arbitrary<ClaimLine> = fc.record({
  polarity: fc.constantFrom(...POLARITIES),
  modality: fc.constantFrom(...MODALITIES),
  kind: fc.constantFrom(...KINDS),
  place: name,
  scope: fc.constantFrom(...SCOPES),
  actor: fc.option(fc.stringMatching(/^[a-z-]{1,8}$/)),
  to: fc.option(fc.stringMatching(/^[a-z-]{1,8}$/)),
  partial: fc.boolean(),
  tactical: fc.boolean(),
  when,
  deadline: fc.option(when),
  speaker: fc.option(name),
  sides: fc.array(fc.stringMatching(/^[a-z-]{1,8}$/), { minLength: 1, maxLength: 3 }),
  quote: fc.stringMatching(/^[A-Za-z"·,. ]{0,30}$/),
});

describe('the notation of a claim', () => {
  it('prints as the manual shows it', () => {
    const text =
      'capture Ashford (town) by red · 2021-03-17 implied · Ivo Hale [red] · "have taken the town of Ashford in Northmark"';
    const parsed = parseClaim(text);
    expect(parsed).toMatchObject({ kind: 'capture', place: 'Ashford', actor: 'red', speaker: 'Ivo Hale' });
    expect(parsed === null ? '' : printClaim(parsed)).toBe(text);
  });

  it('reads back whatever it prints', () => {
    fc.assert(
      fc.property(line, (one) => {
        expect(parseClaim(printClaim(one))).toEqual(one);
      }),
    );
  });

  it.each(['', 'capture Ashford', 'grab Ashford (town) · 2021-03-17 stated · — [outlet] · "x"'])(
    'says that %j is not in it',
    (text) => expect(parseClaim(text)).toBeNull(),
  );
});
