// What makes a word a verb or a noun by the words right around it: "CALLS this a lie", "any Red RETURN to A".
import { isIn, isInAny, type SentenceView, wordAt } from './view-sentence.ts';

/** "The ministry CALLS this a lie", "the mayor TERMS the claim false": behind it stands what is told. */
export const isLabel = (view: SentenceView, at: number): boolean => {
  const lemma = view.lexicon.verbs.get(wordAt(view, at))?.[0]?.lemma ?? '';
  if (at === 0 || !view.lexicon.has('labelVerbs', lemma) || isInAny(view, ['determiners', 'prepositions'], at - 1))
    return false;
  const told = isIn(view, 'determiners', at + 1) && isInAny(view, ['rumourNouns', 'statementNouns'], at + 2);
  return told || (isIn(view, 'toldThings', at + 1) && isInAny(view, ['determiners', 'verbAdverbs'], at + 2));
};

/** "prevent ANY RED RETURN to A", "a Red RETURN": one alone does nothing by a verb of the plural. */
export const isOfOne = (view: SentenceView, at: number): boolean => {
  const mark = view.markAt[at - 1];
  const forms = view.lexicon.verbs.get(wordAt(view, at)) ?? [];
  return (
    mark?.type === 'actor' &&
    isInAny(view, ['indefiniteArticles', 'anyArticles'], mark.from - 1) &&
    !/s$/.test(wordAt(view, at - 1)) &&
    forms.every(({ s, past }) => s !== wordAt(view, at) && past !== wordAt(view, at))
  );
};

/** "Neither SIDE controls A", "which party holds the town": a group of one word before the s-form, and what it has behind. */
export const isOfParty = (view: SentenceView, at: number): boolean =>
  isIn(view, 'partyNouns', at - 1) &&
  (view.lexicon.verbs.get(wordAt(view, at)) ?? []).some(({ s }) => s === wordAt(view, at)) &&
  (view.markAt[at + 1] !== undefined || isIn(view, 'determiners', at + 1));

/** "The Ministry DENIES it", "The Army CONTROLS A": a body that an article names does what is told of one; in "The Army attacks on A" it does not. */
export const isOfBody = (view: SentenceView, at: number): boolean =>
  isIn(view, 'institutionNouns', at - 1) &&
  (view.lexicon.verbs.get(wordAt(view, at)) ?? []).some(({ s }) => s === wordAt(view, at)) &&
  !isIn(view, 'prepositions', at + 1) &&
  (!view.lexicon.verbs.has(wordAt(view, at + 1)) || isIn(view, 'speechNouns', at + 1));
