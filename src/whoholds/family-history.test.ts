import { describe, expect, it } from 'vitest';
import type { Instant } from '../model/time.ts';
import { foldHistory, type Tie } from './family-history.ts';

const at = (day: number): Instant => `2021-03-${day}T00:00:00.000Z` as Instant;

const tie = (report: string, of: string, joined: number | null, cut: number | null): Tie => ({
  value: { id: `${report}${of}`, report, of, score: 1, judgedBy: 'tests', droppedSentences: [] },
  ...{ by: 'tests', reason: null, known: joined === null ? null : at(joined), seq: 1 },
  retracted: cut === null ? null : { seq: 2, known: at(cut), reason: 'Not alike.' },
});

describe('families before people cut or joined them', () => {
  it('are none where nobody did', () => {
    const { now, before } = foldHistory([tie('b', 'a', null, null)]);
    expect(now.get('b')).toBe('a');
    expect([...before]).toEqual([]);
  });

  it('are told until the moment of the cut', () => {
    const { now, before } = foldHistory([tie('b', 'a', null, 20), tie('z', 'y', null, null)]);
    expect(now.get('b')).toBeUndefined();
    expect(before.get('b')).toEqual([{ family: 'a', until: at(20) }]);
    expect(before.get('a')).toEqual([]);
    expect(before.has('z')).toBe(false);
  });

  it('follow a join that was cut and joined again', () => {
    const { now, before } = foldHistory([tie('b', 'a', 11, 15), tie('b', 'a', 19, null)]);
    expect(now.get('b')).toBe('a');
    expect(before.get('b')).toEqual([
      { family: 'b', until: at(11) },
      { family: 'a', until: at(15) },
      { family: 'b', until: at(19) },
    ]);
  });

  it('change for all whom a tie joined, and only at turns that change them', () => {
    const { before } = foldHistory([tie('c', 'b', null, null), tie('b', 'a', 12, null), tie('c', 'a', 14, null)]);
    expect(before.get('c')).toEqual([{ family: 'b', until: at(12) }]);
    expect(before.get('a')).toEqual([]);
  });
});
