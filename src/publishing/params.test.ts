import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutInstant, PARAMS, type ParamName, parseParams } from './params.ts';

const ALL = Object.keys(PARAMS) as ParamName[];
const parse = (query: string, taken: readonly ParamName[] = ALL, needed: readonly ParamName[] = []) =>
  parseParams(new URLSearchParams(query), taken, needed);
const problemOf = (query: string, taken?: readonly ParamName[], needed?: readonly ParamName[]) => {
  const parsed = parse(query, taken, needed);
  return parsed.ok ? null : parsed.problem;
};

describe('parameters', () => {
  it('mean what they say, and null where they are absent', () => {
    const parsed = parse('on=2021-06-23&seq=7&bbox=60,29,75,39&scope=crossing&all=true&limit=5');
    expect(parsed.ok && parsed.asked).toMatchObject({
      on: '2021-06-23',
      seq: 7,
      bbox: [60, 29, 75, 39],
      scope: 'crossing',
      all: true,
      limit: 5,
      place: null,
      asOf: null,
    });
  });

  it('take a bare day as its end in the theatre’s time zone, and an instant as it is', () => {
    const cut = (text: string) => {
      const parsed = parse(`asOf=${encodeURIComponent(text)}`);
      return parsed.ok ? cutInstant(parsed.asked.asOf, 'Asia/Kabul') : null;
    };
    expect(cut('2021-06-23')).toBe('2021-06-23T19:29:59.999Z');
    expect(cut('2021-06-23T12:00:00+04:30')).toBe('2021-06-23T07:30:00.000Z');
  });

  it('are refused by name where a route does not take them', () => {
    expect(problemOf('on=2021-06-23&colour=blue', ['on'])).toMatchObject({
      code: 'unknown-parameter',
      expected: ['on'],
    });
    expect(problemOf('kind=hold', ['on'])).toMatchObject({ code: 'unknown-parameter' });
  });

  it.each([
    ['on=2021-02-30'],
    ['on=yesterday'],
    ['asOf=2021-06-23T12:00'],
    ['seq=-1'],
    ['seq=1e3'],
    ['bbox=1,2,3'],
    ['bbox=0,50,10,40'],
    ['bbox=,,,'],
    ['scope=moon'],
    ['limit=0'],
    ['limit=1001'],
    ['place='],
    ['on=2021-06-23&on=2021-06-24'],
  ])('refuse %s and say what is accepted', (query) => {
    const problem = problemOf(query);
    expect(problem).toMatchObject({ code: 'bad-parameter', status: 400 });
    expect(problem?.expected.length).toBeGreaterThan(0);
  });

  it('are asked for where they are needed', () => {
    expect(problemOf('', ['on'], ['on'])).toMatchObject({ code: 'missing-parameter', expected: ['YYYY-MM-DD'] });
  });

  it('never throw, whatever the query', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...ALL), fc.string())), (pairs) => {
        const parsed = parseParams(new URLSearchParams(pairs.map(([name, text]) => [name, text])), ALL, []);
        return parsed.ok || parsed.problem.status === 400;
      }),
    );
  });

  it('have an example that they accept themselves', () => {
    for (const name of ALL) expect(problemOf(`${name}=${encodeURIComponent(PARAMS[name].example)}`)).toBeNull();
  });
});
