// "IN A NEIGHBOURING DISTRICT the police gave themselves up", "IN OTHER TOWNS the army withdrew": where it happens opens the
// sentence, is none of the places spoken of, and nobody names it.
// Invariant: asked only of what has no place of its own, where the opening words were not found to mean a place.
import type { PlaceKind } from '../../model/place.ts';
import type { Draft, Predicate, ScopeMark } from '../marks.ts';
import { inSentence } from '../words/by-sentence.ts';
import { isIn, isInAny, type SentenceView, viewSentences } from '../words/view-sentence.ts';

const SETTLED: readonly (PlaceKind | null)[] = ['district', 'town', 'city', 'village'];

/** Words between "in" and the noun: "a number of the other". */
const LEAD = 5;

/** What is said before a noun of a place that is another than the one spoken of. */
const OTHERS = [
  'besideAdjectives',
  'nextDoorWords',
  'furtherWords',
  'otherWords',
  'manyWords',
  'countWords',
  'ordinalWords',
];

/** "other towns", "a neighbouring district", "villages": the words before the noun, or a plural without an article. */
const isOther = (view: SentenceView, { from, plural }: ScopeMark, front: number): boolean => {
  const between = Array.from({ length: from - front - 1 }, (_, i) => front + 1 + i);
  if (between.some((at) => isInAny(view, ['pointingWords', 'demonstratives', 'possessives'], at))) return false;
  return (plural && between.length === 0) || between.some((at) => isInAny(view, OTHERS, at));
};

/** The clause that the words open begins its sentence, or stands behind a comma, a link or a mark of quotation. */
const opens = (view: SentenceView, front: number): boolean =>
  front === 0 || view.tokens[front - 1]?.type === 'mark' || isInAny(view, ['conjunctions', 'listLinks'], front - 1);

const isLed = (view: SentenceView, noun: ScopeMark): boolean => {
  for (let at = noun.from - 1; at >= Math.max(0, noun.from - LEAD); at--) {
    if (view.tokens[at]?.type === 'mark' || view.markAt[at]?.type === 'place') return false;
    if (isIn(view, 'frontPrepositions', at)) return opens(view, at) && isOther(view, noun, at);
  }
  return false;
};

/** Whether a deed's sentence opens with such a place, and names none between it and the deed. */
export const isElsewhereFronted = (draft: Draft, { sentence, start, placeWord }: Predicate): boolean => {
  const view = viewSentences(draft)[sentence];
  if (view === undefined || placeWord !== null) return false;
  const before = inSentence(draft.mentions, sentence).filter(({ end }) => end <= start);
  const noun = before.findLast((mark): mark is ScopeMark => mark.type === 'scope' && mark.refers === null);
  if (noun === undefined || !SETTLED.includes(noun.kind) || isIn(view, 'partLinks', noun.to)) return false;
  const named = before.some(({ type, from }) => type === 'place' && from >= noun.to);
  return !named && isLed(view, noun);
};
