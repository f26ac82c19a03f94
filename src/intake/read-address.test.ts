import { describe, expect, test } from 'vitest';
import { addressDay, archivedPage } from './read-address.ts';

describe('the day in an address', () => {
  test.each([
    ['https://examiner.example.org/2021/03/17/ashford', '2021-03-17'],
    ['https://examiner.example.org/world/2021/mar/7/ashford', '2021-03-07'],
    ['https://examiner.example.org/ashford-2021-03-17', '2021-03-17'],
    ['https://examiner.example.org/news/20210317-ashford.html', '2021-03-17'],
  ])('%s', (url, day) => expect(addressDay(url)).toBe(day));

  test.each([
    'https://examiner.example.org/2021/03/ashford',
    'https://examiner.example.org/2021/13/45/ashford',
    'https://examiner.example.org/ashford-20210399',
    'https://examiner.example.org/ashford?d=2021-03-17',
    'https://examiner.example.org/620210317/ashford',
    'not an address/2021/03/17',
  ])('is not in %s', (url) => expect(addressDay(url)).toBeNull());
});

describe('an archive’s address', () => {
  test.each([
    'https://web.archive.org/web/20210318093000/https://examiner.example.org/a',
    'http://web.archive.org/web/20210318093000id_/https://examiner.example.org/a',
  ])('tells the page’s own and the capture: %s', (url) =>
    expect(archivedPage(url)).toEqual({ url: 'https://examiner.example.org/a', captured: '2021-03-18T09:30:00.000Z' }),
  );

  test.each([
    'https://examiner.example.org/web/20210318093000/https://a.example',
    'https://web.archive.org/web/2021/https://a.example',
  ])('is none: %s', (url) => expect(archivedPage(url)).toBeNull());
});
