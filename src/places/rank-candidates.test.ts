import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claimOf, mentionOf, readingOf } from '../../test/places/mentions.ts';
import { SCOPES } from '../model/claim.ts';
import { PLACE_KINDS } from '../model/place.ts';
import { loadTheatre } from '../theatre/load.ts';
import { placeReading } from './place-claims.ts';
import { RULES, rankCandidates } from './rank-candidates.ts';

const theatre = loadTheatre('afghanistan-2021');
const { gazetteer } = theatre;
const places = gazetteer.all();
const ids = places.map(({ id }) => id);
const spellings = places.flatMap(({ name, names }) => [name, ...names]);

const someIds = fc.array(fc.constantFrom(...ids), { maxLength: 3 });
const context = fc.record({
  kindWord: fc.constantFrom(null, ...PLACE_KINDS),
  within: someIds,
  beside: fc.array(someIds, { maxLength: 3 }),
  told: someIds,
  report: someIds,
});
const scope = fc.constantFrom(...SCOPES);

describe('the rules', () => {
  test('have a name each and a sentence that says why', () => {
    expect(new Set(RULES.map(({ name }) => name)).size).toBe(RULES.length);
    for (const { says } of RULES) expect(says.length).toBeGreaterThan(40);
  });

  test('only ever drop candidates, and never all of them', () => {
    fc.assert(
      fc.property(
        context,
        scope,
        someIds,
        someIds,
        fc.subarray([...places], { minLength: 1, maxLength: 6 }),
        (said, of, elsewhere, inFull, candidates) => {
          const { left } = rankCandidates(candidates, { context: said, scope: of, elsewhere, inFull, gazetteer });
          expect(left.length).toBeGreaterThan(0);
          for (const place of left) expect(candidates).toContain(place);
        },
      ),
    );
  });

  test('give the same answer in whatever order the candidates come', () => {
    fc.assert(
      fc.property(context, scope, fc.subarray([...places], { minLength: 2, maxLength: 6 }), (said, of, candidates) => {
        const question = { context: said, scope: of, elsewhere: [], inFull: [], gazetteer };
        const left = new Set(rankCandidates(candidates, question).left);
        expect(new Set(rankCandidates([...candidates].reverse(), question).left)).toEqual(left);
      }),
    );
  });
});

test('whatever is said of whatever name, it has a place or a refusal, and never both', () => {
  const name = fc.oneof(fc.constantFrom(...spellings), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }));
  fc.assert(
    fc.property(name, context, scope, (text, said, of) => {
      const { claims, refusals } = placeReading(readingOf([claimOf(mentionOf(theatre, text, said), of)]), theatre);
      const place = claims[0]?.place;
      expect(refusals).toHaveLength(place?.id === null ? 1 : 0);
      expect(place?.candidates).toEqual(refusals[0]?.expected ?? []);
      expect(place?.reason).not.toBe('');
    }),
    { numRuns: 300 },
  );
});
