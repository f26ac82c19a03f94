// What the words beside a capitalised name say it is: a place, a person, or a body of people.
// Invariant: evidence is counted for each occurrence; what a name is follows from all of them (see name-classes.ts).

import { numberOf } from '../words/numbers.ts';
import { personEvidence } from './evidence-of-person.ts';
import { placeEvidence } from './evidence-of-place.ts';
import { takesPlaces } from './name-deeds.ts';
import { has, type NameGround, type NameRun, tokenAt } from './name-runs.ts';
import { phraseAt } from './name-tree.ts';
import { kindNounAt, verbOf, wordAt } from './name-words.ts';

export interface Evidence {
  readonly place: number;
  readonly person: number;
  readonly body: number;
}

/** "the Falcons' capital": a name in the plural that owns something is people's. */
const isOfPlural = (ground: NameGround, { from, to }: Pick<NameRun, 'from' | 'to'>): boolean =>
  /^['’]$/.test(wordAt(ground, to)) &&
  wordAt(ground, to - 1).endsWith('s') &&
  (has(ground, 'definiteArticles', from - 1) || kindNounAt(ground, to + 1) > 0);

const ENDS = ['prepositions', 'conjunctions', 'be', 'have', 'modals', 'relatives'];

/** "a T-72 EXPLODED"; in "a Harrow POLICE post" the word is a noun, as one thing does not "police". */
const isFiniteAt = (ground: NameGround, at: number): boolean =>
  verbOf(ground, at).some(({ lemma }) => lemma !== wordAt(ground, at));

/** "captured A T-72", "two Harrow Bays in": a thing of which there are several, where no noun behind it is what there are. */
const isOneOfMany = (ground: NameGround, { from, to }: Pick<NameRun, 'from' | 'to'>): boolean => {
  const word = wordAt(ground, from - 1);
  const counted = tokenAt(ground, from - 1)?.type === 'word' && (numberOf([word], ground.theatre.lexicon) ?? 0) > 1;
  const plural = [to - 1, to].some((at) => /(?:^|['’]|\p{L}|\d)s$/u.test(wordAt(ground, at)));
  // "four T-72S", "AK-47’S"
  const end = /^['’]?s$/u.test(wordAt(ground, to)) ? to + 1 : to;
  const bare =
    tokenAt(ground, end)?.type !== 'word' || ENDS.some((list) => has(ground, list, end)) || isFiniteAt(ground, end);
  if (!bare || wordAt(ground, end) === '-') return false;
  return (has(ground, 'indefiniteArticles', from - 1) && end === to) || (counted && plural);
};

const bodyOf = (ground: NameGround, { from, to }: NameRun): number => {
  const { tokens } = ground.sentence;
  if (takesPlaces({ run: { ...ground, from, to }, theatre: ground.theatre })) return 3;
  if (isOneOfMany(ground, { from, to })) return 5;
  // "an X camp"
  if (has(ground, 'articles', from - 1) && has(ground, 'ownedPosts', to)) return 4;
  // "in the X hotel": called after somebody, or after a town that it need not be in.
  if (has(ground, 'definiteArticles', from - 1) && has(ground, 'buildingNouns', to)) return 4;
  // "X-led forces"
  if (wordAt(ground, to) === '-' && has(ground, 'backedWords', to + 1)) return 2;
  const named = tokens.slice(from, to).some((_, i) => has(ground, 'orgWords', from + i));
  if (named) return 5;
  if (has(ground, 'orgIntroducers', from - 1)) return 3;
  // "the X tribe", "the X alliance"
  if (has(ground, 'definiteArticles', from - 1) && (has(ground, 'tribeNouns', to) || has(ground, 'bandNouns', to)))
    return 4;
  // "told the Courier": no town has the article, nor is it told.
  if (has(ground, 'definiteArticles', from - 1) && has(ground, 'tellingForms', from - 2)) return 4;
  const letters = wordAt(ground, to) === '(' && /^\p{Lu}{2,6}$/u.test(tokenAt(ground, to + 1)?.text ?? '');
  if (letters && wordAt(ground, to + 2) === ')') return 3;
  if (isOfPlural(ground, { from, to })) return 4;
  const owned = wordAt(ground, to) === "'s" ? phraseAt(ground.theatre, tokens, to + 1) : null;
  if (owned !== null && owned.value.type !== 'scope' && !has(ground, 'placePeople', to + 1)) return 1;
  if (wordAt(ground, to) === "'s" && has(ground, 'teamNouns', to + 1)) return 2;
  const next = phraseAt(ground.theatre, tokens, to);
  return next !== null && next.value.type !== 'scope' && !has(ground, 'placePeople', to) ? 1 : 0;
};

/** What the words beside one occurrence say. */
export const evidenceFor = (ground: NameGround, run: NameRun): Evidence => ({
  place: placeEvidence(ground, run),
  person: personEvidence(ground, run),
  body: bodyOf(ground, run),
});
