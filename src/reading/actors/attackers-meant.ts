// Of several who fight, whom "the attackers" and "them" mean: those whose attack was told of last.
// Invariant: asks only of deeds told before; nobody is the attacker of himself or of his friends.
import type { SideId } from '../../model/actor.ts';
import type { ActorMark, Draft, Predicate } from '../marks.ts';
import type { SideOf } from '../mentions/local-force.ts';
import { isIncumbent } from '../mentions/theatre-sides.ts';
import { lastWord } from '../speakers/mans-own.ts';
import { inSentences } from '../words/by-sentence.ts';

/** Sentences back that "the attackers" reach. */
const BACK = 2;

/** Who takes back what was his has been attacked. */
const COMING: readonly Predicate['kind'][] = ['attack', 'entry', 'capture', 'siege'];

/** Deeds of those who came, told before a place in the text, last first. */
const attacksBefore = ({ predicates }: Draft, sentence: number, start: number): readonly Predicate[] =>
  inSentences(predicates, { from: sentence - BACK, to: sentence })
    .filter(
      ({ kind, doer, start: at, dropped }) =>
        COMING.includes(kind) && doer !== null && !doer.pronoun && at < start && doer.end <= start && dropped === null,
    )
    .toReversed();

/** "Jihadists attacked a post of the rebels. THE ATTACKERS overran it": whose attack it was. */
export const attackersMeant = (draft: Draft, mark: ActorMark, sideOf: SideOf): SideId | null => {
  const { theatre, sentences } = draft;
  const { lexicon } = theatre;
  if (mark.pronoun || mark.means === 'name' || !lexicon.has('attackerNouns', lastWord(mark.text))) return null;
  const tokens = sentences[mark.sentence]?.tokens ?? [];
  if (![mark.from - 1, mark.from].some((at) => lexicon.has('definiteArticles', tokens[at]?.word ?? ''))) return null;
  for (const { doer } of attacksBefore(draft, mark.sentence, mark.start)) {
    const vague = doer === null || lexicon.has('attackerNouns', lastWord(doer.text));
    const side = vague ? null : sideOf(draft, doer);
    if (side !== null) return side;
  }
  return null;
};

interface Repelled {
  readonly sentence: number;
  readonly start: number;
  /** Who beats them off. */
  readonly by: SideId;
  readonly words: string;
}

/** "Villagers attacked A. The rebels beat THEM back": the last who came and are no friends of who beats them off. */
export const attackerBeaten = (
  draft: Draft,
  { sentence, start, by, words }: Repelled,
  sideOf: SideOf,
): SideId | null => {
  const { theatre } = draft;
  // Without a list of sides rebels and jihadists are of one kind, and two parties.
  const foe = (side: SideId, text: string): boolean =>
    theatre.open
      ? lastWord(text) !== lastWord(words)
      : side !== by && !(isIncumbent(side, theatre) && isIncumbent(by, theatre));
  for (const { doer } of attacksBefore(draft, sentence, start)) {
    const side = doer === null ? null : sideOf(draft, doer);
    if (doer !== null && side !== null && foe(side, doer.text)) return side;
  }
  return null;
};
