// "And A? Ours.", "What about A? Gone since Tuesday.", "A? Besieged.": what is answered in a word to a question that only names a place.
// Invariant: the question has no verb and one place by name; the answer is a state and nothing more but when.

import { parseSentence } from '../clauses/parse-sentence.ts';
import type { Predicate } from '../marks.ts';
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { afterLabel, isAsked } from '../speakers/question-forms.ts';
import { isIn, phraseLength, type SentenceView } from '../words/view-sentence.ts';
import { makeLabelState } from './find-labelled.ts';

/** The one place that a question names, where it says no more; null for any other. */
const placeAsked = (view: SentenceView): PlaceGroup | null => {
  const parse = parseSentence(view);
  const [group, ...more] = parse.groups;
  if (!isAsked(view) || parse.verbs.length > 0 || group === undefined || more.length > 0 || group.counted) return null;
  const from = afterLabel(view);
  const opener = phraseLength(view, 'sameQuestions', from);
  const article = isIn(view, 'definiteArticles', from + opener) ? 1 : 0;
  const bare = group.from <= from + opener + article && group.items.every(({ place }) => place !== null);
  return bare ? group : null;
};

/** Something that has a doer or a place of its own is told in the answer. */
const says = ({ sentence, doer, items, dropped }: Predicate, answer: SentenceView): boolean =>
  sentence === answer.sentence.index &&
  dropped === null &&
  (doer !== null || items.some(({ place }) => place !== null));

/** What the sentences behind such questions say of their places, where nothing else was found in them. */
export const shortAnswers = (views: readonly SentenceView[], told: readonly Predicate[]): readonly Predicate[] =>
  views.flatMap((view): readonly Predicate[] => {
    const next = views[view.sentence.index + 1];
    const group = next === undefined || isAsked(next) ? null : placeAsked(view);
    if (group === null || next === undefined || told.some((one) => says(one, next))) return [];
    const state = makeLabelState(parseSentence(next), afterLabel(next));
    return state === null ? [] : [{ ...state, items: group.items, placeFromContext: false, placeWord: null }];
  });
