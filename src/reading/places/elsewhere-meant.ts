// Places that are described and are none of those told of: "crossed into ITS TERRITORY", "captured the ZARBUL district".
// Invariant: only the words of the description are asked; a name beside a post, a valley or a bridge may lie in the place told of.
import type { PlaceKind } from '../../model/place.ts';
import type { Draft, PlaceItem, Predicate, ScopeMark } from '../marks.ts';
import { isNationWord } from '../mentions/nation-words.ts';
import { isUnknownName } from '../mentions/unknown-names.ts';
import { isIn, isInAny, type SentenceView, viewSentences, wordAt } from '../words/view-sentence.ts';

/** "crossed into ITS TERRITORY", "took refuge on their soil": the ground of whoever speaks. */
const isOwnGround = (view: SentenceView, { noun, from }: ScopeMark): boolean =>
  view.lexicon.has('ownGrounds', noun) && isIn(view, 'possessives', from - 1);

/** "pulled out of ITS MAIN base": the one of a whole land, and in the place of another sentence hardly. */
export const isChiefOfAll = (draft: Draft, { noun }: PlaceItem, { kind, sentence }: Predicate): boolean => {
  const view = viewSentences(draft)[sentence];
  if (noun === null || view === undefined || kind !== 'withdrawal' || noun.scope !== 'base') return false;
  const chief = isIn(view, 'chiefAdjectives', noun.from - 1);
  return chief && isIn(view, 'possessives', noun.from - 2);
};

/** "their hold on the COUNTRY'S northern region": a part of the whole land. */
const isLandsOwn = (view: SentenceView, { scope, kind, from }: ScopeMark): boolean => {
  let at = from - 1;
  while (isIn(view, 'directions', at)) at--;
  return scope === 'area' && kind === null && /^['’]s?$/u.test(wordAt(view, at)) && isIn(view, 'landWords', at - 1);
};

/** "has NOT taken A TOWN this year": none of them, and no one town. */
export const isAnyDenied = ({ place, noun, within }: PlaceItem, { polarity, kind }: Predicate): boolean =>
  polarity === 'denied' &&
  kind === 'capture' &&
  place === null &&
  noun?.definite === false &&
  !noun.plural &&
  within.length === 0 &&
  NAMED.includes(noun.kind);

/** What has a name of its own wherever it lies. */
const NAMED: readonly (PlaceKind | null)[] = ['district', 'town', 'city', 'crossing', 'airport', 'road', 'pass'];

/** Where "the north-east" ends that begins at `at`; -1 where nothing of the sort does. */
const pastCompass = (view: SentenceView, at: number): number => {
  let to = at;
  while (isIn(view, 'compassPoints', to) || (to > at && wordAt(view, to) === '-')) to++;
  return to > at ? to : -1;
};

/** "in the south OF THE COUNTRY", "in the south OF NORLAND", "in the south", and not "in the south of the city", "in the south side". */
const isOfLand = (view: SentenceView, to: number): boolean => {
  const word = view.tokens[to];
  if (isIn(view, 'partLinks', to)) {
    const noun = isIn(view, 'determiners', to + 1) ? to + 2 : to + 1;
    return isIn(view, 'landWords', noun) || isNationWord(view.tokens[noun]?.text ?? '', view.lexicon);
  }
  const noun = word?.type === 'word' && view.markAt[to] === undefined && !isInAny(view, AFTER_WHERE, to);
  return !noun || view.lexicon.verbs.has(word.word);
};

const AFTER_WHERE = [
  'prepositions',
  'conjunctions',
  'subordinators',
  'determiners',
  'be',
  'have',
  'modals',
  'weekdays',
];

/** "IN THE SOUTH the rebels have retreated", "are pushed back IN THE EAST": in some part of the land, and at no place told of. */
export const isInPartOfLand = (draft: Draft, item: PlaceItem | null, { sentence, clause }: Predicate): boolean => {
  const view = item === null ? viewSentences(draft)[sentence] : undefined;
  if (view === undefined) return false;
  return view.tokens.some(({ start, end }, at) => {
    const near = at === 0 || (start >= clause.start && end <= clause.end);
    if (!near || !isIn(view, 'whereInside', at) || !isIn(view, 'definiteArticles', at + 1)) return false;
    const to = pastCompass(view, at + 2);
    return to > 0 && isOfLand(view, to);
  });
};

/** Whether what is described is none of the places that the text has told of. */
export const isElsewhere = (draft: Draft, item: PlaceItem | null, at: number): boolean => {
  if (item === null || item.noun === null || item.place !== null) return false;
  const view = viewSentences(draft)[at];
  if (view === undefined) return false;
  const own = (item.within.length === 0 && isOwnGround(view, item.noun)) || isLandsOwn(view, item.noun);
  return own || (NAMED.includes(item.noun.kind) && isUnknownName(view, item.noun.from - 1));
};
