// How far back "the district", "there", "the attack" and "surrendered" may look for their place, in sentences.
import type { PlaceItem, Predicate } from './marks.ts';
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

/** The first sentence that the words may reach: "surrendered" stays within its own paragraph. */
export const reachOf = (ground: Ground, item: PlaceItem | null, predicate: Predicate): number => {
  if (item !== null) return predicate.sentence - FAR_BACK;
  const { sentences } = ground.draft;
  const { paragraph } = sentences[predicate.sentence] ?? { paragraph: 0 };
  const first = sentences.findIndex((sentence) => sentence.paragraph === paragraph);
  const own = predicate.kind === 'surrender' && !pointsThere(ground, predicate);
  return own ? first : Math.min(first, predicate.sentence - BACK);
};
