// Where in the land a place lies, said behind its name in a list: "A, in the southwest, and B in the same province".
import type { PlaceItem, ScopeMark } from '../marks.ts';
import { isIn, phraseLength, type SentenceView, wordAt } from '../words/view-sentence.ts';
import { markFrom } from './place-marks.ts';
import { isLargerKind } from './place-order.ts';

/** "in the south OF THE COUNTRY": the end of the words that say what land a direction is of. */
const pastLand = (view: SentenceView, at: number): number =>
  isIn(view, 'partLinks', at) && isIn(view, 'definiteArticles', at + 1) && isIn(view, 'wholeLands', at + 2)
    ? at + 3
    : at;

/** The end of "in the southwest", "in the centre of the country", which begin at `at`; -1 for other words. */
const directionEnd = (view: SentenceView, at: number): number => {
  if (!isIn(view, 'directionLinks', at) || wordAt(view, at + 1) !== view.lexicon.list('definiteWords')[0]) return -1;
  const end = pastLand(view, at + 3);
  const middle = end > at + 3 && isIn(view, 'middleNouns', at + 2);
  return middle || (isIn(view, 'directions', at + 2) && view.markAt[at + 3] === undefined) ? end : -1;
};

/** "Ashford, in the southwest, and Coldwell in the north": where in the land it lies is told of the name before. */
export const pastDirection = (view: SentenceView, item: PlaceItem): PlaceItem => {
  if (item.place === null) return item;
  const at = item.to + (wordAt(view, item.to) === ',' ? 1 : 0);
  const end = directionEnd(view, at);
  if (end < 0) return item;
  const comma = at > item.to && wordAt(view, end) === ',';
  const listed = isIn(view, 'listLinks', comma ? end + 1 : end) || (at === item.to && wordAt(view, end) === ',');
  return listed ? { ...item, to: comma ? end + 1 : end } : item;
};

/** "A in the province of the same name, B in the same province and C": a larger place that is not named again. */
export const withUnnamedLarger = (view: SentenceView, item: PlaceItem, at: number): PlaceItem => {
  const noun = view.markAt[at];
  if (noun?.type !== 'scope' || noun.from !== at || noun.plural || !isLargerKind(noun.kind)) return item;
  const to = noun.to + phraseLength(view, 'sameNameLinks', noun.to);
  const told = to > noun.to || isIn(view, 'sameAdjectives', at - 1);
  return told ? { ...item, to } : item;
};

/** No further name follows it in a list: "three districts of Northmark: …", and not "the districts of Ashford and Garth". */
export const isAloneAt = (view: SentenceView, { to }: PlaceItem): boolean => {
  const comma = wordAt(view, to) === ',' ? 1 : 0;
  const next = to + comma + (isIn(view, 'listLinks', to + comma) ? 1 : 0);
  return next === to || view.markAt[next]?.type !== 'place';
};

/** "the only district in the south of X". */
export const isDirected = (view: SentenceView, { to }: ScopeMark): boolean =>
  view.tokens.slice(to, to + 5).some((_, i) => isIn(view, 'directions', to + i) && isIn(view, 'partLinks', to + i + 1));

/** A road's name: what lies west of it is none of it. */
export const isRoad = ({ markAt, theatre }: SentenceView, at: number): boolean => {
  const mark = markAt[at];
  const kinds = mark?.type === 'place' ? mark.candidates.map((id) => theatre.gazetteer.get(id)?.kind) : [];
  return kinds.length > 0 && kinds.every((kind) => kind === 'road');
};

/** "the villages west of the Salt Road": the end of the words that say where they lie; 0 where there are none. */
export const pastRoad = (view: SentenceView, at: number): number => {
  if (!isIn(view, 'directions', at) || !isIn(view, 'locatorLinks', at + 1)) return 0;
  const road = markFrom(view, at + 2, 4);
  return road >= 0 && isRoad(view, road) ? (view.markAt[road]?.to ?? 0) : 0;
};
