// The sides named before a word, nearest first, which "they", "its men" and "the group" may mean.
// Invariant: civilians are no side; who only says it, and whose things only are spoken of, come last.
import type { SideId } from '../../model/actor.ts';
import type { ActorMark, Draft } from '../marks.ts';
import { inSentence, inSentences } from '../words/by-sentence.ts';
import { isOfRelative } from './it-meant.ts';
import { isLandNamed } from './named-lands.ts';
import { isMenOf, isOfNation } from './of-nation.ts';
import { isOnePerson } from './one-person.ts';
import { onlySaysIt } from './only-says-it.ts';
import { isPassingAgent } from './passing-agent.ts';

/** "his men", "their forces", "its troops": the possessor's side. */
export const ownerOf = (draft: Draft, mark: ActorMark): ActorMark | null =>
  inSentence(draft.mentions, mark.sentence).find(
    (other): other is ActorMark =>
      other.type === 'actor' && other.pronoun && (other.to === mark.from || other.to === mark.from - 1),
  ) ?? null;

/** How many sentences back a pronoun may reach. */
const BACK = 3;

interface Reach {
  /** Sentences before. */
  readonly back?: number;
  readonly means?: ActorMark['means'] | null;
  /** Not those that a relative clause names. */
  readonly isMain?: boolean;
  /** "it": a body of people, not "forces" or "soldiers". */
  readonly one?: boolean;
  readonly notNation?: boolean;
}

/** Sides named before a place in the text, nearest first, over this sentence and the two before. */
export const namedBefore = (
  draft: Draft,
  mark: Pick<ActorMark, 'sentence' | 'start'>,
  { back = BACK, means = null, isMain = false, one = false, notNation = false }: Reach = {},
): readonly SideId[] =>
  inSentences(draft.mentions, { from: mark.sentence - back, to: mark.sentence })
    .flatMap((other) =>
      other.type === 'actor' &&
      other.side !== null &&
      other.end <= mark.start &&
      !isPeople(other) &&
      !(other.means !== 'name' && ownerOf(draft, other) !== null) &&
      !isLandNamed(draft, other) &&
      !(isMain && isOfRelative(draft, other)) &&
      !(one && (isMenOf(other) || isOnePerson(draft, other))) &&
      !(notNation && isOfNation(draft, other)) &&
      (means === null || other.means === means)
        ? [other]
        : [],
    )
    .reverse()
    .sort((a, b) => rankOf(draft, a, mark) - rankOf(draft, b, mark))
    .flatMap(({ side }) => side ?? []);

/** Who only says it, and whose things they are ("cut THE ARMY'S supply line"), is meant after whoever does something. */
const rankOf = (draft: Draft, other: ActorMark, mark: Pick<ActorMark, 'sentence' | 'start'>): number =>
  Number(onlySaysIt(draft, other, mark)) +
  Number(isPassingAgent(draft, other)) +
  Number(other.modifies && draft.sentences[other.sentence]?.tokens[other.to]?.word === "'s");

export const isPeople = (mark: ActorMark): boolean => mark.means === 'civilian';
