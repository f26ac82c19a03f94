// The day of what a deed is compared with: "hold 29 districts, twice as many AS IN APRIL", "flies there AS IT DID YESTERDAY".
// Invariant: a word that compares leads to the day, with nothing between but who did the same, a helper and a preposition.

import type { Lexicon } from '../../model/lexicon.ts';
import type { DateMark, Draft, Predicate } from '../marks.ts';

/** "as", "as on", "just as they did on", "like", "as it had been". */
const endsAlike = (words: readonly string[], lexicon: Lexicon): boolean => {
  const has = (list: string, at: number): boolean => lexicon.has(list, words.at(at) ?? '');
  let at = -1;
  if (has('prepositions', at) && !has('comparingLinks', at)) at--;
  const told = ['be', 'have', 'do'].some((list) => has(list, at));
  while (['be', 'have', 'do'].some((list) => has(list, at))) at--;
  const subject = has('subjectPronouns', at);
  if (subject) at--;
  // "as of Monday" tells the day itself; "as the army did on Monday" leaves its noun to others.
  return has('comparingLinks', at) && (subject ? told : at < -1 || has('likeWords', at)) && !has('partLinks', -1);
};

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}'’]+|[,;:.]/gu) ?? [];

/** Whether the day is that of something else, which the deed is like. */
export const isCompared = ({ report, sentences, theatre }: Draft, date: DateMark, { end }: Predicate): boolean => {
  const { lexicon } = theatre;
  if (date.start <= end) {
    // "LIKE ON MONDAY, the rebels attacked A"
    const opening = wordsOf(report.text.slice(sentences[date.sentence]?.start ?? date.start, date.start));
    return opening.length <= 2 && endsAlike(opening, lexicon);
  }
  const words = report.text.slice(end, date.start);
  const between = ` ${words.toLowerCase().trim()}`;
  return (
    lexicon.list('comparedEnds').some((phrase) => between.endsWith(` ${phrase}`)) ||
    lexicon.list('comparedPhrases').some((phrase) => between.includes(` ${phrase} `)) ||
    endsAlike(wordsOf(words), lexicon)
  );
};
