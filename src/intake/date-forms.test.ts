// The order of day and month is told by a date that can be read in one order alone; how dates are read, date-report.test.ts tells.
import { describe, expect, test } from 'vitest';
import { orderWritten } from './date-forms.ts';

describe('the order in which a text writes its dates', () => {
  test.each([
    ['10/08/2021. On 31/07/2021 the town fell.', 'day-first'],
    ['10/08/2021. On 07/31/2021 the town fell.', 'month-first'],
    ['10/08/2021. On 3/31/21 the town fell.', 'month-first'],
    ['10/08/2021. On 09/08/2021 the town fell.', null],
    ['31/07/2021 and 07/31/2021', null],
    ['24/7 help, 31/07 of it', null],
    ['', null],
  ])('%s is written %s', (text, order) => expect(orderWritten(text)).toBe(order));
});
