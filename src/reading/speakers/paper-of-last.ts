// "The Council says otherwise. A STATEMENT ISSUED AFTER MIDNIGHT calls it a lie": a paper of nobody's right behind the body that has
// just spoken is that body's.
// Invariant: a body and no person; only the last who spoke, in the sentence before.
import type { Lexicon } from '../../model/lexicon.ts';
import { isOnePerson, type Known, wordsOf } from './known-speakers.ts';
import { isSure } from './speaker-pronouns.ts';

/** "A statement", "a note sent at dawn", and none "by the mayor". */
const isPaper = (words: string, lexicon: Lexicon): boolean => {
  const [first = '', noun = '', ...rest] = wordsOf(words);
  const paper = lexicon.has('documentNouns', noun) || lexicon.has('writtenNouns', noun);
  const owned = rest.some((word) => ['byWords', 'fromWords', 'partLinks'].some((list) => lexicon.has(list, word)));
  return lexicon.has('indefiniteArticles', first) && paper && !owned;
};

/** Whose the paper is; undefined where nobody can be meant. */
export const paperOfLast = (words: string, known: readonly Known[], lexicon: Lexicon): Known | undefined => {
  const last = known.at(-1);
  const body = last !== undefined && isSure(last) && !isOnePerson(last, lexicon);
  return body && isPaper(words, lexicon) ? last : undefined;
};
