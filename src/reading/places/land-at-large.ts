// Ground that lies in no one place: "THE TERRITORY controlled by the government shrank", "large swaths of THE RURAL AREA".
// Invariant: where a place is named in the sentence before it, it may be the ground of that place.
import type { Draft, PlaceItem, Predicate } from '../marks.ts';
import { inSentence } from '../words/by-sentence.ts';
import { isIn, isInAny, type SentenceView, viewSentences } from '../words/view-sentence.ts';
import { isElsewhere, isInPartOfLand } from './elsewhere-meant.ts';
import { isCountry } from './known-places.ts';

/** Words of "the predominantly rural". */
const LEAD = 3;

const isRural = (view: SentenceView, from: number): boolean => {
  for (let at = from - 1; at >= from - LEAD && !isIn(view, 'determiners', at); at--)
    if (isIn(view, 'ruralWords', at)) return true;
  return false;
};

/** The ground of a whole land, and not that of the place spoken of last. */
const isLandAtLarge = (draft: Draft, item: PlaceItem | null, { sentence, kind, start }: Predicate): boolean => {
  const { noun = null, place = null, within = [] } = item ?? {};
  const view = viewSentences(draft)[sentence];
  if (noun === null || place !== null || within.length > 0 || view === undefined) return false;
  // "They now control THE TERRITORY": that of the place; what a relative tells of is theirs wherever it lies.
  const mass = kind === 'hold' && !noun.plural && view.lexicon.has('massAreas', noun.noun) && noun.end <= start;
  // "the rural area AROUND IT"
  if (isInAny(view, ['partLinks', 'aroundWords'], noun.to)) return false;
  if (!mass && !(noun.scope === 'area' && isRural(view, noun.from))) return false;
  return !inSentence(draft.mentions, sentence).some(
    (one) => one.type === 'place' && one.to <= noun.from && !isCountry(draft, one.candidates),
  );
};

/** Words of "of the whole". */
const OF = 4;

/** "entered THE TERRITORY OF THE REPUBLIC", "the soil of the neighbouring country": a whole land's, and no place's that is told of. */
const isOfLand = (draft: Draft, item: PlaceItem | null, { sentence, kind }: Predicate): boolean => {
  const view = viewSentences(draft)[sentence];
  const noun = item?.place === null ? item.noun : null;
  if (noun === null || view === undefined || kind === 'hold' || !isIn(view, 'partLinks', noun.to)) return false;
  const { tokens } = view;
  for (let at = noun.to + 1; at <= noun.to + OF && tokens[at]?.type === 'word'; at++)
    if (isIn(view, 'neighbourLands', at)) return noun.scope === 'area';
  return false;
};

/** Whether what is described is none of the places that the text has told of. */
export const isNoneTold = (draft: Draft, item: PlaceItem | null, predicate: Predicate): boolean =>
  isOfLand(draft, item, predicate) ||
  isElsewhere(draft, item, predicate.sentence) ||
  isInPartOfLand(draft, item, predicate) ||
  isLandAtLarge(draft, item, predicate);
