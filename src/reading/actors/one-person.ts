// Who is one man and no body of men: "the governor", "a commander". No "it" and no "its" means him.
import type { ActorMark, Draft } from '../marks.ts';

export const isOnePerson = ({ theatre: { lexicon } }: Draft, { text, pronoun, means }: ActorMark): boolean => {
  const last = text.toLowerCase().split(/\s+/).at(-1) ?? '';
  return !pronoun && means !== 'name' && lexicon.has('personNouns', last);
};
