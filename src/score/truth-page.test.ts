// The page docs/truth-format.md against the code: every column, scope and rule, and the windows and aims it tells.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SCOPES } from '../model/claim.ts';
import { CLIP } from './calibration.ts';
import { SIMPLE_RULES } from './simple-rules.ts';
import { CONFIRMED_WITHIN, THREAT_DAYS } from './status-scores.ts';
import { ECE_LIMIT } from './temperature.ts';
import { TRUTH_COLUMNS } from './truth.ts';
import { DATE_WINDOW, FOUND_WINDOW } from './turn-scores.ts';

const page = readFileSync(new URL('../../docs/truth-format.md', import.meta.url), 'utf8');
const section = (title: string): string => page.split(/^## /m).find((part) => part.startsWith(title)) ?? '';
const firstColumn = (title: string): readonly string[] =>
  [...section(title).matchAll(/^\| `([^`]+)` \|/gm)].map(([, name = '']) => name);

test('the page on the truth file says every column, scope and rule, and no other', () => {
  expect(firstColumn('The file')).toEqual([...TRUTH_COLUMNS]);
  expect(firstColumn('What it must beat')).toEqual([...Object.keys(SIMPLE_RULES), 'base rate']);
  for (const scope of SCOPES) expect(section('The file')).toContain(`\`${scope}\``);
});

test('the page tells the windows and limits that the code has', () => {
  const figures = section('The figures');
  expect(CONFIRMED_WITHIN).toBe(3);
  const told = [
    `within ${DATE_WINDOW} days`,
    `told changes within ${FOUND_WINDOW} days`,
    `within ${THREAT_DAYS.join(' and ')} days`,
    'by the third day after',
    `above ${String(ECE_LIMIT).slice(1)}`,
    `at least ${String(CLIP).slice(1)} of it`,
  ];
  for (const words of told) expect(figures).toContain(words);
});
