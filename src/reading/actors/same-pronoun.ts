// "The army said IT met no resistance from the rebels as IT took A": the second pronoun means whom the first one means.
// Invariant: asked only of two that stand before their verbs in one sentence, and never of who only leaves in a clause of time.

import type { ActorMark, Draft } from '../marks.ts';
import { inSentence } from '../words/by-sentence.ts';
import { GOING } from './doer-before.ts';

const isLinked = ({ sentences, theatre: { lexicon } }: Draft, { sentence, from }: ActorMark): boolean => {
  const words = sentences[sentence]?.tokens ?? [];
  const before = words[from - 1]?.word ?? '';
  const link = lexicon.has('clauseComplements', before) ? (words[from - 2]?.word ?? '') : before;
  return lexicon.has('andWords', link);
};

/** "no resistance FROM the rebels": who only stands behind a preposition did nothing there. */
const isBehindPreposition = (draft: Draft, { sentence, from, to }: ActorMark): boolean => {
  const { lexicon } = draft.theatre;
  const words = draft.sentences[sentence]?.tokens ?? [];
  // "opposition from the rebels" as one phrase
  if (words.slice(from + 1, to).some(({ word }) => lexicon.has('fromWords', word))) return true;
  let at = from - 1;
  while (at > 0 && lexicon.has('determiners', words[at]?.word ?? '')) at--;
  return lexicon.has('prepositions', words[at]?.word ?? '');
};

/** The same pronoun that stands before another verb of the sentence, where this one goes on with it; else null. */
export const samePronoun = (draft: Draft, mark: ActorMark, from: number): ActorMark | null => {
  const { lexicon } = draft.theatre;
  if (!lexicon.has('subjectPronouns', mark.text.toLowerCase())) return null;
  const marks = inSentence(draft.mentions, mark.sentence).filter(
    (one): one is ActorMark => one.type === 'actor' && one.start >= from && one.end <= mark.start,
  );
  const at = marks.findLastIndex((one) => one.pronoun && one.text.toLowerCase() === mark.text.toLowerCase());
  const first = marks[at];
  if (first === undefined) return null;
  if (isLinked(draft, mark)) return first;
  const own = inSentence(draft.predicates, mark.sentence).find(({ doer }) => doer?.start === mark.start);
  if (own === undefined || GOING.includes(own.kind)) return null;
  const last = marks.slice(at + 1).at(-1);
  return last === undefined || isBehindPreposition(draft, last) ? first : null;
};
