import { describe, expect, test } from 'vitest';
import { joinNames, readByline } from './read-byline.ts';

describe('the byline', () => {
  test.each([
    ['By Ana Crane', 'Ana Crane'],
    ['BY ANA CRANE AND IVO HALE', 'ANA CRANE AND IVO HALE'],
    ['By Ana Crane | 9 Jul 2021 13:05 GMT', 'Ana Crane'],
    ['By Ana Crane, Three Rivers Wire, on 9 July 2021', 'Ana Crane, Three Rivers Wire'],
    ['Written by: Ana Crane', 'Ana Crane'],
    ['Posted by Ana Crane on March 19, 2021, 6:21 AM', 'Ana Crane'],
  ])('%s', (line, names) => expect(readByline(['World news', line])).toBe(names));

  test('may stand below a line of its own', () =>
    expect(readByline(['By', 'Ana Crane', '9 July 2021'])).toBe('Ana Crane'));

  test.each(['9 July 2021', 'By 9 July 2021', 'by the mill in Ashford', 'Valley correspondent', ''])(
    'is none: %s',
    (line) => expect(readByline([line])).toBeNull(),
  );

  test('of the record names each once', () => {
    expect(joinNames(['Ana Crane', 'By Ana Crane', 'Ivo Hale', ''])).toBe('Ana Crane, Ivo Hale');
    expect(joinNames([])).toBeNull();
  });
});
