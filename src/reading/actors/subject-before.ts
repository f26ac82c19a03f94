// "The front has fought the army for years. ITS men took A": a sentence that begins with a pronoun goes on with its subject.
// Invariant: one goes with one and many with many; where the sentence before begins with no side, nothing is meant.
import type { SideId } from '../../model/actor.ts';
import type { ActorMark, Draft, Sentence } from '../marks.ts';
import { inSentence } from '../words/by-sentence.ts';
import { isMany } from './it-meant.ts';
import { isOnePerson } from './one-person.ts';

/** Words before the first side of a sentence: "The", "On Monday the". */
const LEAD = 1;

/** "following", "ensuing": of a day no verbs. */
const isVerb = (word: string, { lexicon }: Draft['theatre']): boolean =>
  lexicon.verbs.has(word) && !word.endsWith('ing');

/** Words of "In the early hours of Tuesday". */
const TIME = 6;

/** "The following day THEY left it": what stands before it only says when. */
const isFirst = ({ theatre, mentions }: Draft, mark: ActorMark, { tokens }: Sentence): boolean =>
  mark.from <= TIME &&
  tokens.slice(0, mark.from).every(({ word, text }) => !isVerb(word, theatre) && !/^["“”;:]$/u.test(text)) &&
  inSentence(mentions, mark.sentence)[0]?.start === mark.start;

/** The side that the sentence before begins with, for a pronoun that begins the next; else null. */
export const subjectBefore = (draft: Draft, mark: ActorMark): SideId | null => {
  const { lexicon } = draft.theatre;
  const [here, before] = [draft.sentences[mark.sentence], draft.sentences[mark.sentence - 1]];
  if (here === undefined || before === undefined || before.heading || !isFirst(draft, mark, here)) return null;
  const first = inSentence(draft.mentions, mark.sentence - 1)[0];
  // "The front has fought for years. IT holds A. IT also holds B": over each sentence that goes on with the same word.
  if (first?.type === 'actor' && first.pronoun && first.text === mark.text) return subjectBefore(draft, first);
  if (first?.type !== 'actor' || first.pronoun || first.modifies || first.side === null) return null;
  if (first.from > LEAD || first.means === 'civilian') return null;
  const word = mark.text.toLowerCase();
  const one = lexicon.has('onePronouns', word) || lexicon.has('placePossessives', word);
  if (one && isOnePerson(draft, first)) return null;
  return one !== isMany(first.text) ? first.side : null;
};
