// The rule list is the documentation: its page is fresh, and its names are told apart.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rulesPage } from '../../scripts/write-rules.ts';
import { GRADE_RULES } from './grade-rules.ts';
import { RULES } from './rules.ts';

describe('the list of rules', () => {
  it('is what docs/rules.md says; write it anew with node scripts/write-rules.ts', () => {
    expect(readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8')).toBe(rulesPage());
  });

  it('has a name, a sentence and an example for each rule, and no name twice', () => {
    const all = [...RULES, ...GRADE_RULES];
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    for (const { sentence, example } of all) for (const text of [sentence, example]) expect(text).toMatch(/[.?"”]$/);
  });
});
