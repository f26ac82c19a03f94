// "They entered the town at four. THIS WAS ON 5 JULY.": a sentence that does nothing but date the one before it.

import type { DateMark, Draft, Predicate } from '../marks.ts';
import { inSentence } from '../words/by-sentence.ts';

/** Words of "This was late on". */
const LEAD = 5;

/** The day that the next sentence gives to a deed whose own sentence has none; else null. */
export const pointedDay = (draft: Draft, { sentence }: Predicate): DateMark | null => {
  const { sentences, dates, predicates, theatre } = draft;
  const [own, next] = [sentences[sentence], sentences[sentence + 1]];
  if (own === undefined || next === undefined || own.paragraph !== next.paragraph) return null;
  if (inSentence(dates, sentence).length > 0 || inSentence(predicates, sentence + 1).length > 0) return null;
  const words = next.tokens.filter(({ type }) => type !== 'mark');
  const [first, second] = words;
  const points =
    (theatre.lexicon.has('pointingSubjects', first?.word ?? '') &&
      ['be', 'happenForms'].some((list) => theatre.lexicon.has(list, second?.word ?? ''))) ||
    // "IT HAPPENED on Thursday": what is, is not what happened.
    (theatre.lexicon.has('onePronouns', first?.word ?? '') && theatre.lexicon.has('happenForms', second?.word ?? ''));
  if (!points) return null;
  const date = inSentence(dates, sentence + 1).find(({ relation }) => relation === 'on');
  const limit = words[LEAD]?.start ?? next.end;
  return date !== undefined && date.start <= limit ? date : null;
};
