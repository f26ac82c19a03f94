// What is asked of the words beside a capitalised name: nouns of places and persons, verbs that report, articles.
// Invariant: asks only; what a name is follows from the evidence for places, persons and bodies.
import { isGenitive } from '../words/genitives.ts';
import { has, type NameGround, tokenAt } from './name-runs.ts';
import { phraseAt } from './name-tree.ts';

export const wordAt = (ground: NameGround, at: number): string => tokenAt(ground, at)?.word ?? '';

/** A noun that places are called by begins here; gives where it ends, or -1. */
export const kindNounAt = (ground: NameGround, at: number): number => {
  const found = phraseAt(ground.theatre, ground.sentence.tokens, at);
  return found?.value.type === 'scope' ? found.to : -1;
};

/** A noun that places are called by ends right before `at`. */
export const kindNounBefore = (ground: NameGround, at: number): boolean =>
  [1, 2, 3].some((back) => kindNounAt(ground, at - back) === at);

export const isPersonNoun = (ground: NameGround, at: number): boolean =>
  ['personNouns', 'personTitles'].some((list) => has(ground, list, at));

export const verbOf = (ground: NameGround, at: number) => ground.theatre.lexicon.verbs.get(wordAt(ground, at)) ?? [];

export const isReporting = (ground: NameGround, at: number): boolean =>
  verbOf(ground, at).some(({ lemma }) => ground.theatre.lexicon.has('reportingVerbs', lemma));

/** The first of so many words that fits, up to a comma or a verb; -1 where none does. */
export const within = (
  ground: NameGround,
  [from, to]: readonly [number, number],
  fits: (at: number) => boolean,
): number => {
  for (let at = from; at < to; at++) {
    if (fits(at)) return at;
    if (tokenAt(ground, at)?.type === 'mark' && wordAt(ground, at) !== '-' && !isGenitive(ground.sentence, at))
      return -1;
  }
  return -1;
};

/** The words before the article: "in THE X". */
export const beforeArticle = (ground: NameGround, at: number): number =>
  has(ground, 'definiteWords', at - 1) ? at - 2 : at - 1;

/** "residents of X", "families from X". */
export const isCivilian = (ground: NameGround, at: number): boolean => {
  const value = phraseAt(ground.theatre, ground.sentence.tokens, at)?.value;
  return value?.type === 'noun' && value.means === 'civilian';
};
