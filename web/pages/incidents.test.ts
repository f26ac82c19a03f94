import { describe, expect, it } from 'vitest';
import { eventsOf } from './incidents.ts';

const told = (id: string, sameEvent: string | null = null) => ({ id, sameEvent });
const idsOf = (rows: Parameters<typeof eventsOf>[0]): readonly (readonly string[])[] =>
  eventsOf(rows).map((event) => event.map(({ id }) => id));

describe('tellings of one event', () => {
  it('stand together, also through another telling, in the order of the list', () => {
    expect(idsOf([told('a'), told('b', 'c'), told('c', 'a'), told('d')])).toEqual([['a', 'b', 'c'], ['d']]);
  });

  it('stand alone where the event is not in the list', () => {
    expect(idsOf([told('a', 'gone'), told('b')])).toEqual([['a'], ['b']]);
  });

  it('end where they name each other', () => {
    expect(
      idsOf([told('a', 'b'), told('b', 'a')])
        .flat()
        .sort(),
    ).toEqual(['a', 'b']);
  });
});
