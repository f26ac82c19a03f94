// Losses whose number stands elsewhere: "The gunmen were all killed" after "Six gunmen opened fire"; "a deadly blast".
// Invariant: a number is taken over only where all of those told of before died; "deadly" says that somebody did, and no more.

import { subjectPhrase } from '../clauses/find-subject.ts';
import { isIn, type SentenceView, wordAt } from '../words/view-sentence.ts';
import { countPeople } from './count-people.ts';
import type { Casualties } from './find-casualties.ts';
import type { Found } from './incident-cues.ts';

/** How many sentences before, those who died may have been counted. */
const BEFORE = 3;

/** Between a number and whom it counts: "several armed militants". */
const DESCRIBED = 3;

const countOf = (view: SentenceView, head: string): Casualties['fatalities'] => {
  const counted = countPeople(view, [0, view.tokens.length]).findLast(({ to }) =>
    Array.from({ length: DESCRIBED }, (_, i) => wordAt(view, to + i)).includes(head),
  );
  return counted === undefined ? null : { low: counted.low, high: counted.high };
};

/** "THE armed MILITANTS were all killed": the last word of who died, where they are known from before. */
const knownVictims = ({ parse, losses }: Found): string | null => {
  const { view, verbAt } = parse;
  const verb = losses === null ? undefined : verbAt[losses.at];
  const isAll =
    verb !== undefined && [verb.from, verb.head - 1, verb.head - 2].some((at) => isIn(view, 'allWords', at));
  if (verb === undefined || !verb.passive || !isAll) return null;
  const subject = subjectPhrase(parse, verb);
  if (subject === null || !isIn(view, 'definiteWords', subject.from)) return null;
  return wordAt(view, subject.to - 1);
};

/** The losses with the number of those told of before, where all of them died. */
export const withKnownCount = (found: Found, before: readonly SentenceView[]): Found => {
  const { losses } = found;
  const head = losses?.fatalities === null ? knownVictims(found) : null;
  if (losses === null || head === null) return found;
  for (const view of before.slice(-BEFORE).toReversed()) {
    const fatalities = countOf(view, head);
    if (fatalities !== null) return { ...found, losses: { ...losses, fatalities } };
  }
  return found;
};

/** "A DEADLY blast", "the blast was deadly" is left to the numbers that follow. */
export const isSaidDeadly = ({ cue, parse: { view } }: Found): boolean =>
  isIn(view, 'deadlyWords', cue.from) || isIn(view, 'deadlyWords', cue.from - 1);
