// Via and relayedBy: whom a speaker told, and who passes his words on.
import { describe, expect, test } from 'vitest';
import { inventedReport } from '../../../test/invented-report.ts';
import { loadTheatre } from '../../theatre/load.ts';
import { read } from '../read.ts';

const theatre = loadTheatre('tiny');

const firstBy = (text: string) => {
  const { claims } = read(inventedReport(text, '2021-03-17', { outlet: 'Northmark Courier' }), theatre);
  const by = claims[0]?.by;
  return by === undefined ? null : [by.speaker, by.via, by.relayedBy];
};

describe('whom it was told', () => {
  test.each([
    ['told an agency', 'A Council officer told Wire 7 that the Reds had captured Garth.', 'Wire 7'],
    ['told the outlet itself', 'A Council officer told us that the Reds had captured Garth.', 'Northmark Courier'],
    ['wrote to it', 'A Council officer wrote to us that the Reds had captured Garth.', 'Northmark Courier'],
    ['told its reporter', 'A Council officer told our reporter that the Reds held Garth.', 'Northmark Courier'],
    [
      'in an interview',
      'A Council officer said in an interview with Radio Nine that the Reds held Garth.',
      'Radio Nine',
    ],
    [
      'with a slash in its name',
      "A Council officer told RFE/RL's Radio Azadi that the Reds held Garth.",
      "RFE/RL's Radio Azadi",
    ],
    ['quoted by it', 'A Council officer was quoted by Wire 7 as saying that the Reds held Garth.', 'Wire 7'],
    ['cited by it', 'The Reds hold Garth, Wire 7 reported, citing residents.', 'Wire 7'],
    ['reporters of no outlet', 'A Council officer told reporters that the Reds held Garth.', null],
    ['a side is no outlet', 'A Council officer told the League that its men had captured Garth.', null],
    ['nobody', 'A Council officer said that the Reds held Garth.', null],
  ])('%s', (_, text, via) => {
    expect(firstBy(text)?.[1]).toBe(via);
  });

  test('a speaker who goes on has told the same outlet', () => {
    const text = 'Joss Bell, a Council captain, told Wire 7 that all was lost. He said the Reds held Garth.';
    expect(firstBy(text)).toEqual(['Joss Bell', 'Wire 7', null]);
  });
});

describe('who passes it on', () => {
  test.each([
    [
      'said that others had said',
      'Elder Tam Wick said that residents had told him that the Reds held Garth.',
      'residents',
    ],
    ['had been told', 'Elder Tam Wick said he had been told by the reeve that the Reds held Garth.', 'the reeve'],
  ])('%s', (_, text, speaker) => {
    expect(firstBy(text)?.[0]).toBe(speaker);
    expect(firstBy(text)?.[2]).toMatch(/Tam Wick/);
  });

  test('the outlet is the one that the relayer told', () => {
    const text = 'Elder Tam Wick told Wire 7 that residents had said that the Reds held Garth.';
    expect(firstBy(text)).toEqual(['residents', 'Wire 7', 'Elder Tam Wick']);
  });

  test('nobody relays his own words', () => {
    expect(firstBy('Elder Tam Wick said he had said that the Reds held Garth.')?.[2]).toBeNull();
  });
});
