// What parts a helper from its verb: adverbs, and times ("had last month been taken").
import { isIn, isInAny, type SentenceView } from '../words/view-sentence.ts';

export const HELPERS = ['have', 'be', 'do', 'modals'];

/** Words of "over the past two". */
const TIME = 5;

const TIMES = [
  'weekdays',
  'months',
  'timeNouns',
  'timeAdjectives',
  'timeLeads',
  'lengthNouns',
  'determiners',
  'pastWords',
];

/** "have SINCE TUESDAY been", "had LAST MONTH been", "had TWO DAYS EARLIER left": where the time begins that parts a helper from its verb; -1 where none does. */
export const timeAside = (view: SentenceView, at: number): number => {
  const tail = isIn(view, 'timeTails', at);
  const end = tail ? at - 1 : at;
  if (!isInAny(view, ['weekdays', 'months', 'timeNouns', 'lengthNouns'], end)) return -1;
  let from = end;
  const isTime = (i: number): boolean =>
    view.markAt[i] === undefined && (isInAny(view, TIMES, i) || view.tokens[i]?.type === 'number');
  while (end - from < TIME && isTime(from - 1)) from--;
  if (isIn(view, 'prepositions', from - 1) && isInAny(view, HELPERS, from - 2)) return from - 1;
  // "had two days LEFT" has no more than that; what is "last month" or "two days earlier" is a time of its own.
  const own = tail || view.tokens.slice(from, end).some((_, i) => isIn(view, 'timeAdjectives', from + i));
  return own && isInAny(view, HELPERS, from - 1) ? from : -1;
};

/** "has SADLY fallen", "FORCEFULLY took": how it is done, in a word that no list has. */
const isManner = (view: SentenceView, at: number): boolean => {
  const { text = '', word = '' } = view.tokens[at] ?? {};
  if (!/^\p{Ll}{3,}ly$/u.test(text) || view.markAt[at] !== undefined || view.lexicon.verbs.has(word)) return false;
  if (isIn(view, 'plainInLy', at)) return false;
  const lists = view.lexicon.listsOf(word);
  return lists === undefined || [...lists].every((list) => list === 'answerLeads');
};

export const isAdverb = (view: SentenceView, at: number): boolean =>
  isIn(view, 'verbAdverbs', at) || isManner(view, at);
