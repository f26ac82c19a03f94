// "The rebels took A, the last town HELD BY THE ARMY, the group said, as it …": who is named in passing behind a participle is no "it".
// Invariant: "A was taken BY THE ARMY" names who does what the sentence tells of.
import type { ActorMark, Draft } from '../marks.ts';

/** Words of "still held by the local". */
const LEAD = 3;

/** Whether a side only stands behind a participle that describes something else. */
export const isPassingAgent = (
  { sentences, theatre: { lexicon } }: Pick<Draft, 'sentences' | 'theatre'>,
  { sentence, from }: ActorMark,
): boolean => {
  const tokens = sentences[sentence]?.tokens ?? [];
  const by = tokens.findLastIndex(({ word }, at) => at < from && at >= from - LEAD && lexicon.has('agentWords', word));
  if (by < 2 || tokens.slice(by + 1, from).some(({ type }) => type === 'mark')) return false;
  const word = tokens[by - 1]?.word ?? '';
  if (lexicon.verbs.get(word)?.some(({ participle }) => participle === word) !== true) return false;
  const before = tokens.slice(Math.max(0, by - LEAD), by - 1);
  return !before.some((one) => ['be', 'have'].some((list) => lexicon.has(list, one.word)));
};
