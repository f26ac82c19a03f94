import { describe, expect, it } from 'vitest';
import { kept, keptOfText } from './keep.ts';

describe('what is kept of an object', () => {
  it('is found once for each, however often and in whatever order they are asked about', () => {
    const asked: string[] = [];
    const lengthOf = kept(({ name }: { name: string }) => {
      asked.push(name);
      return name.length;
    });
    const [one, two] = [{ name: 'Ashford' }, { name: 'Garth' }];
    expect([one, two, one, one, two].map(lengthOf)).toEqual([7, 5, 7, 7, 5]);
    expect(asked).toEqual(['Ashford', 'Garth']);
  });

  it('is told apart by the object, not by what is in it', () => {
    let found = 0;
    const count = kept(() => ++found);
    expect([count({}), count({})]).toEqual([1, 2]);
  });

  it('may be nothing', () => {
    let asked = 0;
    const find = kept(() => {
      asked += 1;
      return undefined;
    });
    const one = {};
    find(one);
    find({});
    find(one);
    expect(asked).toBe(2);
  });
});

describe('what is kept of a text', () => {
  it('answers for equal texts alike, and for more texts than it remembers', () => {
    let asked = 0;
    const upper = keptOfText((text) => {
      asked += 1;
      return text.toUpperCase();
    });
    expect([upper('red'), upper('blue'), upper(['r', 'ed'].join(''))]).toEqual(['RED', 'BLUE', 'RED']);
    expect(asked).toBe(2);
    for (let i = 0; i < 2000; i++) expect(upper(`word ${i}`)).toBe(`WORD ${i}`);
    expect(upper('red')).toBe('RED');
  });
});
