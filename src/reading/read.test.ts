import { describe, expect, test } from 'vitest';
import { inventedReport } from '../../test/invented-report.ts';
import { loadTheatre } from '../theatre/load.ts';
import { read } from './read.ts';

const theatre = loadTheatre('tiny');
const report = (text: string) => inventedReport(text, '2021-07-14');
const OTHER =
  'Three people were injured on Monday when gunmen fired on a coach on the motorway near Leeds, police said. ' +
  'The road was closed for several hours, and traffic was led through the villages around it.';

describe('a text about something else', () => {
  const reading = read(report(OTHER), theatre);

  test('is not read, and its trace says so', () => {
    expect([reading.claims, reading.aggregates, reading.incidents]).toEqual([[], [], []]);
    expect(reading.trace.map(({ says }) => says)).toEqual(['about something else: not read']);
  });

  test('still has its marks, for whoever asks', () => {
    expect(reading.marks.dates).toHaveLength(1);
    expect(reading.marks.speakers.map(({ name }) => name)).toEqual(['police']);
  });

  test('is read where it names a place, or a party', () => {
    expect(read(report(`${OTHER} Ashford was spared.`), theatre).incidents).toHaveLength(1);
    expect(read(report(`${OTHER} The Reds sent blankets.`), theatre).incidents).toHaveLength(1);
  });

  test('is read where it is short: a note may leave out where it happened', () => {
    expect(read(report('Three people were injured on Monday, police said.'), theatre).incidents).toHaveLength(1);
  });
});

describe('the words under a picture', () => {
  const WORDS = 'A Council soldier stands in Eastry after troops retook the town, ';
  const under = (date: string) => {
    const text = `${WORDS}${date}.`;
    return read(
      inventedReport(text, '2021-07-14', { parts: [{ start: 0, end: text.length, kind: 'caption', at: null }] }),
      theatre,
    );
  };

  test("tell of the day that they give, where it is the report's", () => {
    expect(under('July 13, 2021').claims.map(({ kind }) => kind)).toContain('recapture');
  });

  test('tell nothing of another day, and the trace says why', () => {
    const { claims, trace } = under('June 9, 2021');
    expect(claims).toEqual([]);
    expect(trace.map(({ says }) => says).join()).toContain('a caption of another day');
  });
});
