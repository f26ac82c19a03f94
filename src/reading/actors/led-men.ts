// "Rebels LED BY IVO HALE took A. HALE'S MEN also hold B", "Hale said HIS MEN would stay": of those who were said to follow him.
// Invariant: only a man whom the report itself has put at the head of somebody is known so.
import type { SideId } from '../../model/actor.ts';
import { frameOver } from '../clauses/frame-over.ts';
import type { ActorMark, Draft, Sentence } from '../marks.ts';
import { lastWord } from '../speakers/mans-own.ts';
import { inSentence } from '../words/by-sentence.ts';
import { isGenitive } from '../words/genitives.ts';
import { areStrangersFriends, loyalAgainst } from './strangers-friends.ts';

/** Words of "led by the former warlord General". */
const LINKS = 4;
const TITLES = 4;
const NAME = 4;

const isNamed = ({ tokens }: Sentence, at: number): boolean => /^\p{Lu}[\p{L}'’-]+$/u.test(tokens[at]?.text ?? '');

/** The last word of the name of whom they follow: "fighters UNDER the warlord Ivo HALE"; null where none is named. */
const leaderBehind = (draft: Draft, mark: ActorMark): string | null => {
  const sentence = draft.sentences[mark.sentence];
  if (sentence === undefined) return null;
  const has = (list: string, at: number): boolean => draft.theatre.lexicon.has(list, sentence.tokens[at]?.word ?? '');
  let at = mark.to;
  let leads = false;
  while (at < mark.to + LINKS && (has('leaderLinks', at) || has('leadFillers', at))) {
    leads ||= has('leadingWords', at);
    at++;
  }
  if (!leads) return null;
  for (let i = at; i < at + TITLES && !isNamed(sentence, i); i++) if (sentence.tokens[i]?.type !== 'word') return null;
  while (at < mark.to + LINKS + TITLES && !isNamed(sentence, at)) at++;
  let to = at;
  while (to < at + NAME && isNamed(sentence, to)) to++;
  const marked = inSentence(draft.mentions, mark.sentence).some((one) => one.from < to && one.to > at);
  return to === at || marked ? null : (sentence.tokens[to - 1]?.text ?? null);
};

const known = new WeakMap<Draft['mentions'], ReadonlyMap<string, SideId>>();

/** Every man whom the report puts at the head of a side's men, by the last word of his name. */
const leadersIn = (draft: Draft): ReadonlyMap<string, SideId> => {
  const before = known.get(draft.mentions);
  if (before !== undefined) return before;
  const found = new Map<string, SideId>();
  for (const mark of draft.mentions) {
    if (mark.type !== 'actor' || mark.side === null || mark.pronoun || mark.means === 'civilian') continue;
    const name = leaderBehind(draft, mark);
    if (name !== null && !found.has(name)) found.set(name, mark.side);
  }
  known.set(draft.mentions, found);
  return found;
};

/** "HALE's men": the name right before. */
const ownerName = (draft: Draft, mark: ActorMark): string | null => {
  const sentence = draft.sentences[mark.sentence];
  if (sentence === undefined || !isGenitive(sentence, mark.from - 1) || !isNamed(sentence, mark.from - 2)) return null;
  const marked = inSentence(draft.mentions, mark.sentence).some(
    (one) => one.from <= mark.from - 2 && one.to > mark.from - 2,
  );
  return marked ? null : (sentence.tokens[mark.from - 2]?.text ?? null);
};

/** "Hale said HIS men": the name of whoever says so. */
const speakersName = (draft: Draft, mark: ActorMark): string | null => {
  const before = draft.sentences[mark.sentence]?.tokens[mark.from - 1]?.word ?? '';
  if (!draft.theatre.lexicon.has('mansPossessives', before)) return null;
  const speaker = frameOver(draft, mark.start)?.by.speaker ?? null;
  return speaker?.replace(/,.*$/su, '').split(/\s+/).at(-1) ?? null;
};

/** The side of men who are called by a leader of whom the report has told; null where it has not. */
export const ledMen = (draft: Draft, mark: ActorMark): SideId | null => {
  if (mark.pronoun || mark.means === 'name') return null;
  const against = loyalAgainst(draft, mark);
  if (against !== null || !draft.theatre.lexicon.has('followerMen', lastWord(mark.text))) return against;
  const name = ownerName(draft, mark) ?? speakersName(draft, mark);
  return name === null ? null : (leadersIn(draft).get(name) ?? null);
};

/** "A CONVOY was returning to A": a new one, of which nobody has said whose it is. */
const isNewConvoy = (draft: Draft, mark: ActorMark): boolean => {
  const { lexicon } = draft.theatre;
  const { tokens = [] } = draft.sentences[mark.sentence] ?? {};
  const article = [mark.from - 1, mark.from - 2].some((at) =>
    lexicon.has('indefiniteArticles', tokens[at]?.word ?? ''),
  );
  const convoy = mark.means === 'forces' && mark.side === null && lexicon.has('convoyNouns', lastWord(mark.text));
  return convoy && article && frameOver(draft, mark.start) === null;
};

/** "Hale's men hold A, the governor said": of a man of whom nothing is told they are nobody's, and not the governor's. */
export const isNobodysMen = (draft: Draft, mark: ActorMark): boolean =>
  isNewConvoy(draft, mark) ||
  areStrangersFriends(draft, mark) ||
  (draft.theatre.open && ownerName(draft, mark) !== null && draft.theatre.lexicon.has('mansMen', lastWord(mark.text)));
