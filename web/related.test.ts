import { describe, expect, it } from 'vitest';
import type { CellAnswer, PlaceRecord } from './answers.ts';
import { relatedCells } from './related.ts';
import type { World } from './world.ts';

const place = (id: string, cell: string | null, within: string | null): Partial<PlaceRecord> => ({ id, cell, within });
const byId = new Map(
  [
    place('n/ashford', 'n/ashford', 'N'),
    place('n/bridge', 'n/ashford', 'n/ashford'),
    place('n/gate', 'n/ashford', null),
    place('n/coldwell', 'n/coldwell', 'N'),
  ].map((one) => [one.id, one]),
) as unknown as World['byId'];
const cell = (id: string, scope: string): CellAnswer => ({ place: { id }, scope }) as unknown as CellAnswer;
const cells = [
  cell('n/ashford', 'district'),
  cell('n/ashford', 'outskirts'),
  cell('n/bridge', 'crossing'),
  cell('n/gate', 'base'),
  cell('n/coldwell', 'district'),
];
const related = (id: string, scope: string): readonly string[] =>
  relatedCells(cell(id, scope) as never, { world: { byId } as World }, cells).map(
    (one) => `${one.place.id} ${one.scope}`,
  );

describe('what else is told of a place', () => {
  it('is its other parts and every place inside it', () => {
    expect(related('n/ashford', 'district')).toEqual(['n/ashford outskirts', 'n/bridge crossing', 'n/gate base']);
  });

  it('is the place that it lies in, and what lies there beside it', () => {
    expect(related('n/bridge', 'crossing')).toEqual(['n/ashford district', 'n/ashford outskirts', 'n/gate base']);
  });

  it('is nothing where nobody spoke of anything there', () => {
    expect(related('n/coldwell', 'district')).toEqual([]);
  });
});
