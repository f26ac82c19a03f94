// "The army let THEM keep A": whom somebody does something to is not himself.
// Invariant: only the object right behind its own verb, and only where who does it is named in the sentence.
import type { SideId } from '../../model/actor.ts';
import { subjectOf } from '../clauses/find-subject.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { parseSentence } from '../clauses/parse-sentence.ts';
import type { ActorMark, Draft, Predicate } from '../marks.ts';
import type { SideOf } from '../mentions/local-force.ts';
import { viewSentences } from '../words/view-sentence.ts';

/** The verb right before "them" that lets, makes or bids somebody do a thing. */
const letting = (draft: Draft, mark: ActorMark, lists: readonly string[]): [Parse, VerbGroup] | null => {
  const { lexicon } = draft.theatre;
  if (!lexicon.has('objectPlurals', mark.text.toLowerCase())) return null;
  const view = viewSentences(draft)[mark.sentence];
  const parse = view === undefined ? undefined : parseSentence(view);
  const verb = parse?.verbAt[mark.from - 1];
  if (parse === undefined || verb === undefined || verb.passive) return null;
  return verb.lemmas.some((lemma) => lists.some((list) => lexicon.has(list, lemma))) ? [parse, verb] : null;
};

/** The side that "them" cannot mean, as it lets them do it; null where nobody is named. */
export const letterOf = (draft: Draft, mark: ActorMark, sideOf: SideOf): SideId | null => {
  const found = letting(draft, mark, ['letVerbs', 'biddingVerbs']);
  if (found === null) return null;
  const { actor } = subjectOf(...found);
  return actor === null ? null : sideOf(draft, actor);
};

const FOLK = ['actors:civilian', 'incidentWords:residents', 'civilParties', 'crowdFolk', 'displacedFolk'];

/** "Residents said the rebels told THEM to leave A": those who are bidden are the people told of before. */
export const isFolkBidden = (draft: Draft, { doer, sentence, kind }: Predicate): boolean => {
  const { sentences, theatre } = draft;
  if (kind !== 'withdrawal' || doer?.pronoun !== true || letting(draft, doer, ['biddingVerbs']) === null) return false;
  const words = [sentence - 1, sentence].flatMap((at) => sentences[at]?.tokens ?? []);
  return words.some(({ word, end }) => end <= doer.start && FOLK.some((list) => theatre.lexicon.has(list, word)));
};
