import { describe, expect, test } from 'vitest';
import { PAGE_LINE_RULES, pageLineReason } from './page-lines.ts';

describe('the lines of web pages', () => {
  test.each(PAGE_LINE_RULES.map((rule) => [rule.example, rule.reason]))('%s is cut as: %s', (example, reason) =>
    expect(pageLineReason(example)).toBe(reason),
  );

  test.each([
    ['(Image credit: Three Rivers Wire/E. Crane)', 'picture credit'],
    ['Photograph by Ivo Hale for the Ashford Examiner', 'picture credit'],
    ['Ivo Hale, Associated Press', 'picture credit'],
    ['(Ivo Hale / AFP)', 'picture credit'],
    ['Image 2 of 5', 'page control'],
    ['Media playback is unsupported on your device', 'page control'],
    ['PUBLISHED: March 17, 2021 at 1:23 p.m. | UPDATED: March 18, 2021', 'date line'],
    ['Updated 1909 GMT, March 17, 2021', 'date line'],
    ['Updated 2 hours ago', 'date line'],
    ['Like this story? Share it with a friend!', 'share line'],
    ['Reach the reporter on Telegram at the desk', 'share line'],
    ['Latest news', 'related link'],
    ['READ MORE: Reds hold the mill', 'related link'],
  ])('%s is cut as: %s', (line, reason) => expect(pageLineReason(line)).toBe(reason));

  test.each([
    'Photo: soldiers of the Council stand at the mill in Ashford',
    'Reuters reported that the town of Ashford had fallen.',
    'Posted guards at 3 gates of Ashford',
    'Updated lists of the lost towns were sent to 12 papers',
    'Follow the river and you reach Ashford',
    'Find out who lives at the mill',
    'Close to Ashford',
    'More troops were sent',
    'Other stories were told of the mill, all of them sad.',
    'This article of the treaty is broken, the Council said.',
  ])('a line of an article is none: %s', (line) => expect(pageLineReason(line)).toBeNull());

  test.each([
    ['capitals', `Photo: ${'A'.repeat(110)}!`],
    ['commas', `Updated: ${'1 '.repeat(34)}!`],
    ['digits', `Updated ${'1'.repeat(70)}!`],
    ['months', `Updated ${'Mar'.repeat(23)}!`],
    ['names', `${'ab '.repeat(25)}!`],
  ])('a hostile line of %s takes no time', (_, line) => {
    const start = performance.now();
    for (let i = 0; i < 50; i++) pageLineReason(line);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
