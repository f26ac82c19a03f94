// "WHAT THE REBELS ANNOUNCED, namely that they had taken A, is false": a saying that is the subject of its sentence.
// Invariant: the saying opens the sentence, and its "that" stands right behind it.

import type { Parse } from '../clauses/parse.ts';
import { isIn, wordAt } from '../words/view-sentence.ts';
import type { RawFrame } from './name-speakers.ts';
import { spanOf } from './said-content.ts';
import { reportingVerbs } from './saying-verbs.ts';

/** Words of "the spokesman of the rebels in the north have". */
const SPEAKER = 9;

/** Where the "that" stands behind such a verb: ", that", ", namely that"; -1 where there is none. */
const thatBehind = ({ view }: Parse, to: number): number => {
  let at = wordAt(view, to) === ',' ? to + 1 : to;
  if (isIn(view, 'namelyWords', at)) at++;
  return isIn(view, 'clauseComplements', at) ? at : -1;
};

/** Where what was said ends: at the comma behind which it is judged. */
const endOf = ({ view, verbs }: Parse, from: number): number => {
  const judged = verbs.find(({ from: at }) => at > from && wordAt(view, at - 1) === ',');
  return judged === undefined ? -1 : judged.from - 1;
};

/** One raw frame for a sentence that opens so. */
export const findWhatTold = (parse: Parse): readonly RawFrame[] => {
  const { view } = parse;
  if (!isIn(view, 'whatWords', 0)) return [];
  const verb = reportingVerbs(parse).find((one) => one.from > 1 && !one.passive && !one.infinitive);
  if (verb === undefined || verb.from > SPEAKER) return [];
  const that = thatBehind(parse, verb.to);
  const speaker = spanOf(view, 1, verb.from);
  const cue = spanOf(view, verb.from, verb.to);
  const content = that < 0 ? null : spanOf(view, that + 1, endOf(parse, that));
  if (speaker === null || cue === null || content === null) return [];
  const frame = { start: speaker.start, end: cue.end, cue, sentence: view.sentence.index, speaker };
  return [{ ...frame, content: [content], told: null, polarity: 'affirmed', modality: null }];
};
