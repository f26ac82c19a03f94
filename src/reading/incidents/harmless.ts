// "A rocket hit the base, but NOBODY WAS HURT", "there were NO CASUALTIES": what happened has hurt nobody.
// Invariant: asks of the part of the sentence that tells it; "no civilians were hurt" says nothing of others.

import { isIn, isInAny, type SentenceView } from '../words/view-sentence.ts';
import type { Found } from './incident-cues.ts';

const HARM = ['deathWords', 'injuryWords', 'harmNouns'];

/** Words of "nobody has been seriously". */
const NEAR = 5;

const isHarmNear = (view: SentenceView, at: number, reach: number): boolean =>
  Array.from({ length: reach }, (_, i) => at + 1 + i).some((i) => isInAny(view, HARM, i));

export const isHarmless = ({ parse: { view }, stretch: [from, to], losses }: Found): boolean =>
  (losses === null || losses.fatalities === null) &&
  view.tokens.slice(from, to).some((_, i) => {
    const at = from + i;
    if (isIn(view, 'nobodyWords', at)) return isHarmNear(view, at, NEAR);
    return isInAny(view, ['negativeWords', 'withoutWords'], at) && isHarmNear(view, at, 2);
  });
