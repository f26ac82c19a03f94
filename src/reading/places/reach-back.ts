// How far back "the district", "there", "the attack" and "surrendered" may look for their place, in sentences.
import { covers } from '../../model/text.ts';
import type { PlaceItem, Predicate } from '../marks.ts';
import { inSentence } from '../words/by-sentence.ts';
import type { Ground } from './place-suits.ts';

/** "There", "the attack": over a paragraph. */
export const BACK = 3;
/** "The district": over most of a report. */
export const FAR_BACK = 12;

/** "The soldiers stationed THERE surrendered": a word that points says that a place is meant, however far it was named. */
const pointsThere = ({ draft }: Ground, { sentence, clause }: Predicate): boolean =>
  draft.sentences[sentence]?.tokens.some(
    ({ word, start }) => start >= clause.start && start < clause.end && draft.theatre.lexicon.has('hereWords', word),
  ) === true;

/** "laid down their arms after an attack on THE DISTRICT HEADQUARTERS": a part says that its place has been told of. */
const tellsPart = ({ draft }: Ground, { sentence, clause }: Predicate): boolean =>
  inSentence(draft.mentions, sentence).some(
    (one) => one.type === 'scope' && one.definite && !one.plural && covers(clause, one),
  );

/** Where the entry of a chronicle begins in which a sentence stands: the first of its day; -1 where it stands in none. */
const entryStart = ({ draft: { sentences } }: Ground, at: number): number => {
  const day = sentences[at]?.day?.earliest ?? null;
  if (day === null) return -1;
  let from = at;
  while (from > 0 && sentences[from - 1]?.day?.earliest === day) from--;
  return from;
};

/** "the palace", "the barracks": what many towns have. */
const isPart = ({ noun, place }: PlaceItem): boolean => place === null && noun !== null && noun.kind === null;

/** The first sentence that the words may reach: "surrendered" stays within its own paragraph, "fighting" in its entry. */
export const reachOf = (ground: Ground, item: PlaceItem | null, predicate: Predicate): number => {
  const entry = entryStart(ground, predicate.sentence);
  if (item !== null) return isPart(item) && entry >= 0 ? entry : predicate.sentence - FAR_BACK;
  if (predicate.kind === 'clash' && entry >= 0) return entry;
  const { sentences } = ground.draft;
  const { paragraph } = sentences[predicate.sentence] ?? { paragraph: 0 };
  const first = sentences.findIndex((sentence) => sentence.paragraph === paragraph);
  const own = predicate.kind === 'surrender' && !pointsThere(ground, predicate) && !tellsPart(ground, predicate);
  return own ? first : Math.min(first, predicate.sentence - BACK);
};
