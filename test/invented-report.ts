// Reports of one piece for unit tests; every text in them is invented.
import type { Report } from '../src/model/report.ts';
import { hashText } from '../src/model/text.ts';
import type { When } from '../src/model/time.ts';
import { onDay } from '../src/model/time.ts';
import { day } from './invented-theatre.ts';

export const inventedReport = (text: string, published: string | When, given: Partial<Report> = {}): Report => ({
  id: `r_${hashText(text).slice(0, 8)}`,
  file: 'invented.txt',
  url: null,
  outlet: null,
  title: null,
  published: typeof published === 'string' ? onDay(day(published), 'stated') : published,
  publishedAt: null,
  byline: null,
  modified: null,
  modifiedAt: null,
  captured: null,
  retrieved: null,
  text,
  bodyStart: 0,
  parts: [{ start: 0, end: text.length, kind: 'body', at: null }],
  cut: [],
  agency: null,
  language: 'en',
  originalHash: hashText(text),
  ...given,
});
