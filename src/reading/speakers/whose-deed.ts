// "A, whose capture the Reds announced", "B, the loss of which the army denied": what is said is the noun that a relative
// clause opens with. Invariant: the frame reaches no further than its own clause.
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { isIn, type SentenceView } from '../words/view-sentence.ts';
import { frameOf } from './frame-of-saying.ts';
import type { RawFrame } from './name-speakers.ts';
import { contentEnd, spanOf } from './said-content.ts';
import { isNounStart } from './source-words.ts';

/** Words of "whose alleged recent capture" and of the one who speaks. */
const WORDS = 14;

/** Where the words begin that the clause opens with, and where who speaks begins behind them. */
interface Opening {
  readonly from: number;
  readonly speaker: number;
}

const openingAt = (view: SentenceView, at: number, to: number): Opening | null => {
  if (isIn(view, 'owningRelatives', at)) {
    for (let speaker = at + 2; speaker < to && speaker <= at + 4; speaker++)
      if (isNounStart(view, speaker) && view.markAt[speaker]?.type !== 'place') return { from: at, speaker };
    return null;
  }
  const ofWhich = isIn(view, 'whichWords', at) && isIn(view, 'partLinks', at - 1);
  return ofWhich && at + 1 < to && isNounStart(view, at + 1) ? { from: at - 2, speaker: at + 1 } : null;
};

/** The clause's own opening, with nothing but the speaker between it and the verb; null where the verb stands in none. */
const openingBefore = ({ view, verbs }: Parse, { from: to }: VerbGroup): Opening | null => {
  for (let at = to - 2; at > 0 && at > to - WORDS; at--) {
    if (view.tokens[at]?.type === 'mark' || verbs.some((other) => other.from <= at && at < other.to)) return null;
    const opening = openingAt(view, at, to);
    if (opening !== null) return opening;
  }
  return null;
};

/** The frame of such a verb; null where the verb stands in no such clause. */
export const whoseDeed = (parse: Parse, verb: VerbGroup): RawFrame | null => {
  const opening = verb.passive ? null : openingBefore(parse, verb);
  if (opening === null) return null;
  const { from, speaker } = opening;
  // "whose men THE ARMY SAYS have left": what they are said to have done stands behind the verb.
  const behind = parse.verbAt[verb.to] !== undefined;
  const content = behind ? spanOf(parse.view, verb.to, contentEnd(parse, verb.to)) : spanOf(parse.view, from, speaker);
  return content === null ? null : frameOf(parse, verb, { speaker: [speaker, verb.from], content: [content] });
};
