// The denials that a reader must see beside a cell's status (rule D), each with the claim that it answers.
// Invariant: a denial stays in view whether or not it blocks anything; a person's judgement goes before our own.
import type { DenialEdge } from '../model/control.ts';
import { judgementOn, judgementsOn } from './judgements.ts';
import { hoursApart, isMain, opposes } from './opposition.ts';
import type { Statement } from './statements.ts';
import type { DayState } from './walk.ts';

/** Every denial in view, with the claim it answers and whether it is of the same proposition (rule D). */
export const denialsIn = ({ view }: DayState): readonly DenialEdge[] => {
  const { ground, claims } = view.prepared;
  const holdings = view.core.filter((one) => one.says.what === 'has' && isMain(one) && !one.denial);
  const limit = ground.parameters.hours.disputePair;
  const isDenial = (one: Statement): boolean => one.denial || one.claim.answers !== null || one.says.what === 'repulse';
  return view.core
    .filter((one) => isDenial(one) && !one.implied)
    .map((one) => ({
      evidence: one.evidence,
      answers: one.claim.answers,
      sameProposition: holdings.some(
        (held) =>
          judgementOn(claims, one, held)?.sameProposition ??
          (hoursApart(one, held) <= limit && opposes({ ground, claims }, one, held)),
      ),
      judged: judgementsOn(claims, one).at(-1) ?? null,
    }));
};
