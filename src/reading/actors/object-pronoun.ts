// "The army let THEM keep A": whom somebody does something to is not himself.
// Invariant: only the object right behind its own verb, and only where who does it is named in the sentence.
import type { SideId } from '../../model/actor.ts';
import { subjectOf } from '../clauses/find-subject.ts';
import { parseSentence } from '../clauses/parse-sentence.ts';
import type { ActorMark, Draft } from '../marks.ts';
import type { SideOf } from '../mentions/local-force.ts';
import { viewSentences } from '../words/view-sentence.ts';

/** The side that "them" cannot mean, as it lets them do it; null where nobody is named. */
export const letterOf = (draft: Draft, mark: ActorMark, sideOf: SideOf): SideId | null => {
  const { lexicon } = draft.theatre;
  if (!lexicon.has('objectPlurals', mark.text.toLowerCase())) return null;
  const view = viewSentences(draft)[mark.sentence];
  const parse = view === undefined ? undefined : parseSentence(view);
  const verb = parse?.verbAt[mark.from - 1];
  if (parse === undefined || verb === undefined || verb.passive) return null;
  if (!verb.lemmas.some((lemma) => lexicon.has('letVerbs', lemma))) return null;
  const { actor } = subjectOf(parse, verb);
  return actor === null ? null : sideOf(draft, actor);
};
