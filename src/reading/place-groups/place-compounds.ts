// Nouns that make one place together: "the port city", "the market checkpoint", "the city prison".
// Invariant: the last noun says what the place is; who owns it or holds an office there is no part of it.

import { isPossessive } from '../clauses/word-class.ts';
import type { ScopeMark } from '../marks.ts';
import { isOfficeNoun, type SentenceView } from '../words/view-sentence.ts';
import { nounAt } from './place-marks.ts';

const SETTLED: ReadonlySet<ScopeMark['kind']> = new Set(['town', 'city', 'village']);

/** "the port city", "the market checkpoint", "the city prison": the last of several nouns says what the place is. */
export const compoundAt = (view: SentenceView, at: number): ScopeMark | null => {
  const noun = nounAt(view, at);
  const next = noun === null || noun.plural || noun.refers !== null ? null : compoundAt(view, noun.to);
  if (noun === null || next === null || next.refers !== null || isOfficeNoun(view, next.to)) return noun;
  if (SETTLED.has(next.kind) && noun.kind === 'district') return noun;
  // "the state broadcaster's headquarters": an owner describes nothing.
  if (isPossessive(view, next.to)) return noun;
  // "the CITY prison": it lies in a place of that kind.
  const kind = next.kind ?? (SETTLED.has(noun.kind) || noun.kind === 'district' ? noun.kind : null);
  return { ...next, kind, from: noun.from, start: noun.start, definite: noun.definite };
};
