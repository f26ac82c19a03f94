// Men of whom only a stranger's name tells: "the CDF AND ALLIED FORCES took A", "A, held by FORCES LOYAL TO HALE".
// Invariant: a place or a side that the words name is no stranger, and its men are left as they are.
import type { SideId } from '../../model/actor.ts';
import type { ActorMark, Draft } from '../marks.ts';
import { opponentOf } from '../mentions/theatre-sides.ts';
import { inSentence } from '../words/by-sentence.ts';

/** Words from the friend's adjective back to "and". */
const REACH = 2;

const isCapital = (text: string | undefined): boolean => /^\p{Lu}/u.test(text ?? '');

/** True where the men are friends of a name that is no side's. */
export const areStrangersFriends = (draft: Draft, mark: ActorMark): boolean => {
  const { lexicon, open } = draft.theatre;
  const { tokens = [] } = draft.sentences[mark.sentence] ?? {};
  const has = (list: string, at: number): boolean => lexicon.has(list, tokens[at]?.word ?? '');
  const friend = [mark.from, mark.from - 1].find((at) => has('friendWords', at));
  const and =
    friend === undefined ? undefined : [1, REACH].map((n) => friend - n).find((at) => has('conjunctions', at));
  if (!open || and === undefined || !isCapital(tokens[and - 1]?.text)) return false;
  return !inSentence(draft.mentions, mark.sentence).some(({ from, to }) => from < and && to >= and);
};

/** Words of "loyal to General Ivo Hale". */
const LOYAL = 5;

/** "The rebels attacked A, held by forces LOYAL TO HALE": men of a man of whom nothing is told, against those who were named before. */
export const loyalAgainst = (draft: Draft, mark: ActorMark): SideId | null => {
  const { lexicon, open } = draft.theatre;
  const { tokens = [] } = draft.sentences[mark.sentence] ?? {};
  if (!open || mark.side !== null || !lexicon.has('loyalForms', tokens[mark.to]?.word ?? '')) return null;
  const marks = inSentence(draft.mentions, mark.sentence);
  const owned = marks.some((one) => one.type === 'actor' && one.from > mark.to && one.from <= mark.to + LOYAL);
  if (owned || !tokens.slice(mark.to + 2, mark.to + LOYAL).some(({ text }) => isCapital(text))) return null;
  const foe = marks.find((one): one is ActorMark => one.type === 'actor' && one.end <= mark.start && one.side !== null);
  return foe === undefined || foe.modifies ? null : opponentOf(foe.side, draft.theatre);
};
