import { describe, expect, test } from 'vitest';
import { parseGold } from './gold.ts';
import { parseReadings } from './predicted.ts';
import { printScores } from './print-scores.ts';
import { parseOnly, parsePlaces, scoreReadings } from './score.ts';

const TEXT = 'The Reds took Ashford on Monday. Ashford has been taken by the Reds.';
const quote = (text: string) => ({ start: TEXT.indexOf(text), end: TEXT.indexOf(text) + text.length, text });

const goldClaim = {
  placeId: 'northmark/ashford',
  place: 'Ashford',
  scope: 'district',
  kind: 'capture',
  actor: 'red',
  polarity: 'affirmed',
  modality: 'actual',
  date: '2021-03-15',
  datePrecision: 'day',
  speaker: null,
  speakerSide: 'outlet',
  quote: 'The Reds took Ashford on Monday',
};
const claim = {
  place: { id: 'northmark/ashford', name: 'Ashford' },
  scope: 'district',
  kind: 'capture',
  actor: 'red',
  polarity: 'affirmed',
  modality: 'actual',
  when: { earliest: '2021-03-15', latest: '2021-03-15' },
  speaker: null,
  sides: ['outlet'],
  quote: quote('The Reds took Ashford on Monday'),
};

const score = (
  claims: readonly object[],
  gold: readonly object[] = [goldClaim],
  places: ReturnType<typeof parsePlaces> = new Map(),
) =>
  scoreReadings(
    parseReadings(JSON.stringify({ file: 'dir/a.txt', report: { text: TEXT }, claims, aggregates: [], incidents: [] })),
    parseGold(JSON.stringify({ file: 'a.txt', claims: gold })),
    { only: null, places, noActor: false },
  );

describe('claims', () => {
  test('a record that agrees in everything counts in core and strict', () => {
    expect(score([claim]).claims.strict).toMatchObject({ f1: 1, hit: 1 });
  });

  test('a wrong kind, actor or polarity is both extra and missed', () => {
    for (const wrong of [{ kind: 'hold' }, { actor: 'blue' }, { polarity: 'denied' }]) {
      expect(score([{ ...claim, ...wrong }]).claims.core).toMatchObject({ hit: 0, predicted: 1, gold: 1 });
    }
  });

  test('a wrong date, modality or side is core but not strict', () => {
    const late = { when: { earliest: '2021-03-16', latest: '2021-03-16' } };
    for (const wrong of [late, { modality: 'planned' }, { sides: ['blue'] }]) {
      const { claims, errors } = score([{ ...claim, ...wrong }]);
      expect([claims.core.hit, claims.strict.hit, errors.length]).toEqual([1, 0, 1]);
    }
  });

  test('a quote that is not the text at its offsets counts as wrong', () => {
    const { claims, badQuotes } = score([{ ...claim, quote: { ...claim.quote, start: 1 } }]);
    expect([claims.core.hit, badQuotes]).toEqual([0, 1]);
  });

  test('saying the same once more counts neither for nor against', () => {
    const again = { ...claim, quote: quote('Ashford has been taken by the Reds') };
    expect(score([claim, again]).claims.core).toMatchObject({ predicted: 1, gold: 1, hit: 1 });
    const goldAgain = { ...goldClaim, quote: again.quote.text };
    expect(score([claim], [goldClaim, goldAgain]).claims.core).toMatchObject({ predicted: 1, gold: 1, hit: 1 });
  });

  test('a district and its own seat town are one place', () => {
    const places = parsePlaces(
      'id,kind,name,parent\nnorthmark/ashford,district,Ashford,\nnorthmark/ashford-town,town,Ashford,northmark/ashford',
    );
    const town = { ...claim, place: { id: 'northmark/ashford-town', name: 'Ashford' } };
    expect(score([town], [goldClaim], places).claims.core.hit).toBe(1);
    expect(score([town]).claims.core.hit).toBe(0);
  });

  test('another reading that the gold accepts is as good', () => {
    const accepting = { ...goldClaim, accept: [{ kind: 'hold' }] };
    expect(score([{ ...claim, kind: 'hold' }], [accepting]).claims.core.hit).toBe(1);
  });
});

test('a miss in a sentence that is noted as not understood is admitted, another is silent', () => {
  const text = 'The Reds stand in Ashford. They are also in Garth.';
  const note = (start: number, end: number) => ({
    code: 'not-understood-no-rule',
    message: 'no rule fits',
    span: { start, end },
  });
  const readings = parseReadings(JSON.stringify({ file: 'a.txt', report: { text }, claims: [], notes: [note(0, 26)] }));
  const claims = ['The Reds stand in Ashford', 'also in Garth'].map((words) => ({ ...goldClaim, quote: words }));
  const gold = parseGold(JSON.stringify({ file: 'a.txt', claims }));
  const scores = scoreReadings(readings, gold, { only: null, places: new Map(), noActor: false });
  expect(scores.notUnderstood).toEqual({ notes: 1, rightly: 1, admitted: 1, silent: 1 });
  expect(printScores(scores).join('\n')).toContain('of 2 missed claims 1 admitted, 1 missed in silence');
});

test('a report that nobody read is all missed', () => {
  const gold = parseGold(JSON.stringify({ file: 'b.txt', claims: [goldClaim] }));
  const scores = scoreReadings([], gold, { only: null, places: new Map(), noActor: false });
  expect(scores).toMatchObject({ missing: 1, claims: { core: { gold: 1, recall: 0 } } });
  expect(printScores(scores).join('\n')).toContain('no reading for 1 reports');
});

test('a split keeps only its own files', () => {
  expect(parseOnly('file,split\na.txt,dev\nb.txt,check\n', 'dev')).toEqual(new Set(['a.txt']));
  expect(parseOnly('a.txt\n', null)).toEqual(new Set(['a.txt']));
});

test('a gold file tells all its faults at once, with their lines', () => {
  const bad = [{ file: 'a.txt', claims: [{ ...goldClaim, kind: 'conquest' }] }, { file: 'b.txt' }];
  expect(() => parseGold(`${bad.map((one) => JSON.stringify(one)).join('\n')}\nnonsense`)).toThrow(
    /3 faults:\nline 1: claims\.0\.kind[\s\S]*line 2: claims[\s\S]*line 3: no JSON/,
  );
});
