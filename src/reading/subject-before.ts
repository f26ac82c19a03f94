// "The front has fought the army for years. ITS men took A": a sentence that begins with a pronoun goes on with its subject.
// Invariant: one goes with one and many with many; where the sentence before begins with no side, nothing is meant.
import type { SideId } from '../model/actor.ts';
import { inSentence } from './by-sentence.ts';
import type { ActorMark, Draft } from './marks.ts';

/** Words before the first side of a sentence: "The", "On Monday the". */
const LEAD = 1;

const isMany = ({ text }: ActorMark): boolean => /[^s]s$/u.test(text);

/** The side that the sentence before begins with, for a pronoun that begins the next; else null. */
export const subjectBefore = (draft: Draft, mark: ActorMark): SideId | null => {
  const { lexicon } = draft.theatre;
  const [here, before] = [draft.sentences[mark.sentence], draft.sentences[mark.sentence - 1]];
  if (mark.from > 0 || here === undefined || before === undefined || before.heading) return null;
  const first = inSentence(draft.mentions, mark.sentence - 1)[0];
  if (first?.type !== 'actor' || first.pronoun || first.modifies || first.side === null) return null;
  if (first.from > LEAD || first.means === 'civilian') return null;
  const word = mark.text.toLowerCase();
  const one = lexicon.has('onePronouns', word) || lexicon.has('placePossessives', word);
  return one !== isMany(first) ? first.side : null;
};
