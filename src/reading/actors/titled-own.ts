// Men called by whom they follow, where his title tells his side: "General Hale's men", "fighters under Mullah Hale".
// Invariant: a title counts with a capital, right before a name; a former one and a name that the theatre knows do not.
import type { SideId } from '../../model/actor.ts';
import type { ActorMark, Draft } from '../marks.ts';
import { challengerOf, incumbentOf } from '../mentions/theatre-sides.ts';
import { lastWord, ownerBefore, ownerBehind, wordsOf } from '../speakers/mans-own.ts';

/** Whose men they are by the rank or the title of their leader; null where it does not tell. */
export const titledOwn = (draft: Draft, mark: ActorMark): SideId | null => {
  const { theatre, sentences } = draft;
  const { lexicon, open } = theatre;
  if (open || mark.pronoun || mark.means === 'name' || !lexicon.has('followerMen', lastWord(mark.text))) return null;
  const words = ownerBefore(draft, mark) ?? ownerBehind(draft, mark);
  if (words === null) return null;
  const told = wordsOf(sentences[mark.sentence], words);
  if (told.some(({ word }) => lexicon.has('formerWords', word))) return null;
  const isTitle = (list: string): boolean =>
    told.some(
      ({ text, word }, at) =>
        /^\p{Lu}/u.test(text) && lexicon.has(list, word) && /^\p{Lu}/u.test(told[at + 1]?.text ?? ''),
    );
  if (isTitle('challengerTitles')) return challengerOf(theatre);
  return isTitle('capitalTitles') ? incumbentOf(theatre) : null;
};
