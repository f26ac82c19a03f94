// "In A, students met on Tuesday. They left in the evening": "they" are the people of the sentence before, and no side.
// Invariant: asked only of who goes, comes or is somewhere; who takes a town is never the crowd that was told of.

import type { ActorMark, Draft, Predicate, Sentence } from '../marks.ts';
import { inSentence } from '../words/by-sentence.ts';

/** What people do as well as fighters. */
const COMMON: readonly Predicate['kind'][] = ['withdrawal', 'entry', 'hold'];

const FOLK = ['actors:civilian', 'incidentWords:residents', 'civilParties', 'crowdFolk'];

/** People stand before the verb of the sentence: it tells of them. */
const tellsOfFolk = (
  { tokens, start, index }: Sentence,
  { theatre: { lexicon }, mentions }: Draft,
  folk: readonly string[],
): boolean => {
  const isVerb = (word: string): boolean => lexicon.verbs.get(word)?.some(({ past }) => past === word) === true;
  const verb = tokens.findIndex(({ word }) => isVerb(word) || lexicon.has('be', word) || lexicon.has('have', word));
  const before = tokens.slice(0, verb < 0 ? 0 : verb);
  const last = before.findLastIndex(({ word }) => folk.some((list) => lexicon.has(list, word)));
  const end = before[last]?.end ?? start;
  // "residents OF A", "the people THERE": what tells more of them may follow, and no other doer.
  const other = inSentence(mentions, index).some((one) => one.type === 'actor' && one.start >= end && !one.pronoun);
  return last >= 0 && !other;
};

/** Whether a plural pronoun that leaves, comes or is somewhere means the people of whom the sentence before tells. */
export const isFolkBefore = (draft: Draft, mark: ActorMark): boolean => {
  const { sentences, mentions, predicates, frames, theatre } = draft;
  if (!theatre.lexicon.has('pluralPronouns', mark.text.toLowerCase())) return false;
  const own = inSentence(predicates, mark.sentence).find(({ doer }) => doer?.start === mark.start);
  if (own === undefined || !COMMON.includes(own.kind)) return false;
  const here = inSentence(mentions, mark.sentence).some(
    (one) => one.type === 'actor' && one.end <= mark.start && !one.pronoun,
  );
  const before = sentences[mark.sentence - 1];
  if (here || before === undefined || before.heading || inSentence(frames, before.index).length > 0) return false;
  const fights = inSentence(mentions, before.index).some(
    (one) => one.type === 'actor' && one.means !== 'civilian' && (one.side !== null || (one.pronoun && !one.modifies)),
  );
  // "About 250 MEN joined a rally": those who neither come nor attack there are none who fight.
  const men = inSentence(predicates, before.index).length === 0;
  return !fights && tellsOfFolk(before, draft, men ? [...FOLK, 'plainPeople'] : FOLK);
};
