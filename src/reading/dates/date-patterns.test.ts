// The date patterns of the language are whole: each names a meaning and slots that there are, and lets itself be found.
import { describe, expect, it } from 'vitest';
import { theatre } from '../../../test/read-dates.ts';
import { MEANINGS } from './date-meanings.ts';
import { growPatterns, type PatternNode } from './date-patterns.ts';
import { SLOTS } from './date-slots.ts';
import { CLASSES } from './date-vocabulary.ts';

const patterns = theatre.lexicon.list('datePatterns');

const nodesUnder = (node: PatternNode): readonly PatternNode[] => [
  node,
  ...[...node.words.values(), ...node.slots.values(), ...(node.joint === null ? [] : [node.joint])].flatMap(nodesUnder),
];

const namesUnder = (node: PatternNode): readonly string[] =>
  nodesUnder(node).flatMap(({ ends }) => ends.map(({ name }) => name));

describe('the patterns of dates', () => {
  it('mean something, and every meaning has a pattern', () => {
    const named = new Set(namesUnder(growPatterns(patterns)));
    expect([...named].sort()).toEqual(Object.keys(MEANINGS).sort());
  });

  it('have no slot that nothing reads', () => {
    const slots = new Set(nodesUnder(growPatterns(patterns)).flatMap(({ slots }) => [...slots.keys()]));
    const read = new Set([...Object.keys(SLOTS), ...CLASSES, 'last-day', 'last-period']);
    expect([...slots].filter((slot) => !read.has(slot))).toEqual([]);
  });

  it('share what they begin with, and leave out what is optional', () => {
    const tree = growPatterns(['the? {nth} of {month} ~ {year?} = a', 'the {nth} floor|storey = b']);
    const nth = tree.words.get('the')?.slots.get('nth');
    expect([...(nth?.words.keys() ?? [])]).toEqual(['of', 'floor', 'storey']);
    expect([...tree.slots.keys()]).toEqual(['nth']);
    expect(nth?.words.get('of')?.slots.get('month')?.ends).toEqual([{ name: 'a', rank: 0 }]);
  });
});
