import { describe, expect, test } from 'vitest';
import type { Side } from '../model/actor.ts';
import type { Place } from '../model/place.ts';
import { parseTruth, printTruthFault, type TruthGround } from './truth.ts';

const side = (id: string): Side => ({
  ...{ id, name: id, names: [], belligerent: true, role: 'other', alliedWith: null, class: 'non-state' },
});
const ground: TruthGround = {
  sides: [side('blue'), side('red')],
  gazetteer: { get: (id) => (/^[ab]\/one$/.test(id) ? ({ id } as Place) : null) },
  nearest: (id) => (id.startsWith('a/') ? 'a/one' : null),
};
const HEAD = 'placeId,scope,from,until,holder,confidence';
const truth = (...lines: string[]) => parseTruth([HEAD, ...lines].join('\n'), 'truth.csv', ground);
const faults = (...lines: string[]): string[] =>
  truth(...lines).faults.map((fault) => printTruthFault('truth.csv', fault));

describe('a truth file', () => {
  test('says who had a cell from a day up to another, and without one to the end', () => {
    const { rows, faults: none } = truth(
      'a/one,district,2021-03-01,2021-03-09,blue,1',
      'a/one,district,2021-03-09,,red,.7',
    );
    expect(none).toEqual([]);
    expect(rows).toEqual([
      {
        ...{ row: 2, cell: { place: 'a/one', scope: 'district' }, holder: 'blue', confidence: 1 },
        ...{ from: '2021-03-01', until: '2021-03-09' },
      },
      {
        ...{ row: 3, cell: { place: 'a/one', scope: 'district' }, holder: 'red', confidence: 0.7 },
        ...{ from: '2021-03-09', until: null },
      },
    ]);
  });

  test('may have its columns in any order, further ones, a byte order mark, and nobody as a holder', () => {
    const text = '\uFEFFholder,placeId,source,scope,until,from,confidence\r\nnone,b/one,a list,city,,2021-03-01,0\r\n';
    const { rows, faults: none } = parseTruth(text, 'truth.csv', ground);
    expect([rows[0]?.holder, rows[0]?.cell.scope, none]).toEqual(['none', 'city', []]);
  });

  test('tells every fault of every row at once, with row, column, and what would do', () => {
    expect(
      faults('a/oen,distrct,yesterday,2021-13-01,green,2', 'c/one,district,2021-03-01,,red,', ',city,2021-03-01'),
    ).toEqual([
      'truth.csv:2: placeId: no place has the id “a/oen”; the nearest is a/one',
      expect.stringContaining('truth.csv:2: scope: “distrct” is no scope: district, centre'),
      'truth.csv:2: from: “yesterday” is no day: YYYY-MM-DD',
      'truth.csv:2: until: “2021-13-01” is no day: YYYY-MM-DD',
      'truth.csv:2: holder: “green” is no side of the theatre: blue, red, none',
      'truth.csv:2: confidence: “2” is no number from 0 to 1',
      'truth.csv:3: placeId: no place has the id “c/one”',
      'truth.csv:3: confidence: “” is no number from 0 to 1',
      'truth.csv:4: has 3 fields and not 6',
    ]);
  });

  test('until is exclusive: a row of no day is a fault', () => {
    expect(faults('a/one,district,2021-03-05,2021-03-05,red,1')).toEqual([
      'truth.csv:2: until: 2021-03-05 is not after 2021-03-05: until is the first day on which it no longer held',
    ]);
  });

  test('no two rows tell one cell’s day, wherever they stand in the file', () => {
    const lines = [
      'a/one,district,2021-03-20,,red,1',
      'a/one,district,2021-03-01,2021-03-30,blue,1',
      'a/one,district,2021-03-03,2021-03-04,red,1',
      'a/one,city,2021-03-03,2021-03-04,red,1',
      'b/one,district,2021-03-03,,red,1',
    ];
    expect(faults(...lines)).toEqual([
      'truth.csv:2: from: 2021-03-20 is told already: row 3 says who held it from 2021-03-01 up to 2021-03-30',
      'truth.csv:4: from: 2021-03-03 is told already: row 3 says who held it from 2021-03-01 up to 2021-03-30',
    ]);
  });

  test('without one of its columns, or no CSV at all, is refused by name', () => {
    expect(() => parseTruth('placeId,scope,from\n', 'truth.csv', ground)).toThrow(/until, holder, confidence/);
    expect(() => parseTruth('', 'truth.csv', ground)).toThrow(/no column placeId/);
    expect(() => truth('a/one,"district,2021-03-01,,red,1')).toThrow(/truth\.csv is no CSV/);
  });
});
