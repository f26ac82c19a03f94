import { describe, expect, test } from 'vitest';
import { inventedReport } from '../../../test/invented-report.ts';
import { inventedTheatre } from '../../../test/invented-theatre.ts';
import type { GoldClaim, GoldRecord } from '../../model/gold.ts';
import type { Place } from '../../model/place.ts';
import type { Theatre } from '../../model/theatre.ts';
import { readerOfGold, readGold } from './replay-gold.ts';

const ASHFORD: Place = {
  id: 'northmark/ashford',
  kind: 'district',
  name: 'Ashford',
  names: [],
  province: 'Northmark',
  within: null,
  point: null,
};
const theatre: Theatre = {
  ...inventedTheatre,
  gazetteer: { ...inventedTheatre.gazetteer, get: (id) => (id === ASHFORD.id ? ASHFORD : null) },
};

const TEXT = 'The League took\nAshford on Monday, a League spokesman said. The ministry denied that it had fallen.';
const claim = (given: Partial<GoldClaim> = {}): GoldClaim => ({
  place: 'Ashford',
  placeId: ASHFORD.id,
  scope: 'district',
  kind: 'capture',
  actor: 'league',
  polarity: 'affirmed',
  modality: 'actual',
  date: '2021-03-15',
  datePrecision: 'day',
  speaker: 'a League spokesman',
  speakerSide: 'league',
  quote: 'The League took Ashford on Monday',
  ...given,
});
const denial = claim({
  polarity: 'denied',
  speaker: 'the ministry',
  speakerSide: 'crown',
  quote: 'denied that it had fallen',
  answers: 0,
});
const record = (given: Partial<GoldRecord> = {}): GoldRecord => ({
  file: 'invented.txt',
  claims: [claim(), denial],
  aggregates: [],
  incidents: [],
  corrections: [],
  ...given,
});
const report = inventedReport(TEXT, '2021-03-17');
const read = (gold: GoldRecord) => readerOfGold([gold])(report, theatre);

describe('a gold record as a reading', () => {
  test('its claim has the place, the day and the voice by the same rules as any', () => {
    const [first] = read(record()).claims;
    expect(first).toMatchObject({
      place: { id: ASHFORD.id, name: 'Ashford', province: 'Northmark' },
      when: { earliest: '2021-03-15', latest: '2021-03-15', precision: 'day' },
      by: { sides: ['league'], voice: { class: 'spokesman', onRecord: true, stake: true } },
      reader: 'gold',
    });
  });

  test('its quote is the report’s own text at its offsets, line breaks and all', () => {
    for (const { quote } of read(record()).claims) expect(TEXT.slice(quote.start, quote.end)).toBe(quote.text);
  });

  test('an answer points at the claim it answers', () => {
    const [first, second] = read(record()).claims;
    expect(second?.answers).toBe(first?.id);
  });

  test('an interval, a bound and a deadline keep their form', () => {
    const claims = [
      claim({ dateFrom: '2021-03-12', datePrecision: 'about' }),
      claim({ kind: 'hold', date: null, dateBounds: ['2021-03-10', null], datePrecision: 'unknown' }),
      claim({ kind: 'recapture', modality: 'planned', by: '2021-03-21' }),
    ];
    const [interval, bound, planned] = read(record({ claims })).claims;
    expect(interval?.when).toMatchObject({ earliest: '2021-03-12', latest: '2021-03-15', precision: 'about' });
    expect(bound?.when).toMatchObject({ earliest: '2021-03-10', latest: null, precision: 'unknown' });
    expect(planned?.deadline?.latest).toBe('2021-03-21');
  });

  test('two records that differ in their place alone stay two', () => {
    const other = claim({ placeId: null, place: 'Ashford', candidates: ['a', 'b'] });
    const ids = read(record({ claims: [claim(), other] })).claims.map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
  });
});

describe('what does not fit is refused, and the rest is read', () => {
  test('a quote that does not stand', () => {
    const { claims, refusals } = read(record({ claims: [claim(), claim({ quote: 'They fled' })] }));
    expect(claims).toHaveLength(1);
    expect(refusals).toMatchObject([{ code: 'gold-mismatch', reason: expect.stringContaining('They fled') }]);
  });

  test('a place that the gazetteer has not', () => {
    expect(read(record({ claims: [claim({ placeId: 'nowhere/at-all' })] })).refusals).toHaveLength(1);
  });

  test('a report without gold, and gold of another theatre, read as empty with a note', () => {
    for (const gold of [record({ file: 'other.txt' }), record({ theatre: 'elsewhere' })]) {
      expect(read(gold)).toMatchObject({ claims: [], refusals: [], notes: [{ code: 'no-gold' }] });
    }
  });
});

test('references between reports are followed whichever comes first', () => {
  const later = inventedReport('The ministry denied that it had fallen.', '2021-03-18', { file: 'later.txt' });
  const gold = [
    record(),
    record({ file: 'later.txt', claims: [{ ...denial, answers: { file: 'invented.txt', index: 0 } }] }),
  ];
  for (const reports of [
    [report, later],
    [later, report],
  ]) {
    const readings = readGold(reports, gold, theatre);
    const target = readings[reports.indexOf(report)]?.claims[0]?.id;
    expect(readings[reports.indexOf(later)]?.claims[0]?.answers).toBe(target);
  }
});

test('a correction names what it takes back', () => {
  const corrections = [{ of: 0, text: 'it did not fall', quote: 'denied that it had fallen' }];
  expect(read(record({ corrections })).corrections).toMatchObject([
    { of: { place: ASHFORD.id, kind: 'capture', date: '2021-03-15' }, text: 'it did not fall' },
  ]);
});
