// Outlines from outside find their districts by id, name or spelling; what may be two places, or none, is said and not taken.
import { describe, expect, it } from 'vitest';
import { loadTheatre } from './load.ts';
import { matchBoundaries, type Outline } from './match-boundaries.ts';

const { gazetteer } = loadTheatre('tiny');
const SQUARE: Outline['geometry'] = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ],
  ],
};

const match = (...properties: readonly Outline['properties'][]) =>
  matchBoundaries(
    gazetteer,
    properties.map((one, at) => ({ row: at + 1, properties: one, geometry: SQUARE })),
  );
const pairs = (...properties: readonly Outline['properties'][]) =>
  match(...properties).matches.map(({ place, by }) => [place, by]);

describe('outlines from outside', () => {
  it('are joined by an id, whatever the field is called', () => {
    expect(pairs({ SHAPE_ID: 'southlea/garth', NAME: 'somewhere' })).toEqual([['southlea/garth', 'id']]);
  });

  it('are joined by a name, and by a close spelling where no name is the same', () => {
    expect(pairs({ ADM2_EN: 'GARTH' })).toEqual([['southlea/garth', 'name']]);
    expect(pairs({ ADM2_EN: 'Birchhulm' })).toEqual([['northmark/birchholm', 'spelling']]);
  });

  it('are told apart by the province that they name', () => {
    const { matches, unmatched } = match({ name: 'Garth', province: 'Northmark' });
    expect(matches).toEqual([]);
    expect(unmatched).toEqual([{ row: 1, words: ['Garth', 'Northmark'], why: 'no district has such a name' }]);
  });

  it('that mean nobody, or something else than a district, are listed with the reason', () => {
    const province = gazetteer.all().find(({ kind }) => kind === 'province');
    const { unmatched } = match({ name: 'Atlantis' }, { id: province?.id, name: province?.name });
    expect(unmatched.map(({ row, why }) => [row, why])).toEqual([
      [1, 'no district has such a name'],
      [2, `it is the outline of ${province?.id}, a province: cells are districts`],
    ]);
  });

  it('go to the better match where two mean one place, and to neither where they are as good', () => {
    const better = match({ id: 'southlea/garth' }, { name: 'Garth' });
    expect(better.matches.map(({ outline }) => outline.row)).toEqual([1]);
    expect(better.unmatched.map(({ row }) => row)).toEqual([2]);
    const equal = match({ name: 'Garth' }, { name: 'garth' });
    expect([equal.matches.length, equal.unmatched.length]).toEqual([0, 2]);
  });

  it('leave the districts that none is for', () => {
    const districts = gazetteer.all().filter(({ kind }) => kind === 'district').length;
    expect(match({ id: 'southlea/garth' }).left).toHaveLength(districts - 1);
  });
});
