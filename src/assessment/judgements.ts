// What people judged of answers (rule D): their word on "the same proposition or another" goes before the assessment's own.
// Invariant: a judgement holds for the very pair and for whoever says the same as either; without one nothing changes here.
import type { Judgement } from '../model/answer.ts';
import type { ClaimId } from '../model/claim.ts';
import { speakerKey } from './independence.ts';
import type { Statement } from './statements.ts';

type Claims = ReadonlyMap<ClaimId, Statement>;

/** One speaker's one word, in whichever report: a copy of a judged denial is judged with it. */
const wordKey = (one: Statement): string => {
  const { kind, actor, polarity, modality, place, scope, when } = one.claim;
  return JSON.stringify([
    speakerKey(one),
    kind,
    actor,
    polarity,
    modality,
    place.id,
    scope,
    when.earliest,
    when.latest,
  ]);
};

const byTime = (a: Judgement, b: Judgement): number =>
  a.known === b.known ? a.seq - b.seq : a.known < b.known ? -1 : 1;

const indexes = new WeakMap<Claims, ReadonlyMap<string, readonly Judgement[]>>();

const indexOf = (claims: Claims): ReadonlyMap<string, readonly Judgement[]> => {
  const known = indexes.get(claims);
  if (known !== undefined) return known;
  const made = new Map<string, readonly Judgement[]>();
  for (const one of claims.values()) {
    if (one.evidence.judged.length === 0) continue;
    const key = wordKey(one);
    made.set(key, [...(made.get(key) ?? []), ...one.evidence.judged].sort(byTime));
  }
  indexes.set(claims, made);
  return made;
};

const saysAlike = (named: Statement | undefined, target: Statement): boolean =>
  named !== undefined && named.says.what === target.says.what && named.says.side === target.says.side;

/** What people judged of a statement as an answer, oldest first. */
export const judgementsOn = (claims: Claims, one: Statement): readonly Judgement[] => {
  const index = indexOf(claims);
  return index.size === 0 ? [] : (index.get(wordKey(one)) ?? one.evidence.judged);
};

/** The newest judgement on this pair, else on one that says the same as `target`; null where nobody judged. */
export const judgementOn = (claims: Claims, opposing: Statement, target: Statement): Judgement | null => {
  const judged = judgementsOn(claims, opposing);
  const exact = judged.findLast(({ claim }) => claim === target.claim.id);
  return exact ?? judged.findLast(({ claim }) => saysAlike(claims.get(claim), target)) ?? null;
};
