// What the words right before a deed say of whose it is: who mediates a handover gives nothing, who admits a loss has lost.
// Invariant: asked only of deeds that name no doer.
import type { Draft, Predicate } from '../marks.ts';

const BEFORE_VERB = 4;

/** "The elders handed over the keys", "I handed it over," says one who governed there: it was held by another than who gives it. */
export const isMediated = ({ theatre, sentences }: Draft, { doer, start, sentence }: Predicate): boolean => {
  const before = sentences[sentence]?.tokens.filter((token) => token.end <= start).slice(-BEFORE_VERB) ?? [];
  if (doer !== null && theatre.lexicon.has('firstPerson', doer.text.toLowerCase())) return true;
  return doer === null && before.some(({ word }) => theatre.lexicon.has('mediators', word));
};

/** "acknowledged the loss of Ashford": of a place that was the speaker's own. */
export const isAdmitted = (
  { theatre: { lexicon }, sentences }: Draft,
  { kind, doer, start, sentence }: Predicate,
): boolean => {
  const before = sentences[sentence]?.tokens.filter((token) => token.end <= start).slice(-BEFORE_VERB) ?? [];
  const admits = (word: string): boolean =>
    lexicon.verbs.get(word)?.some(({ lemma }) => lexicon.has('admittingVerbs', lemma)) === true;
  return kind === 'loss' && doer === null && before.some(({ word }) => admits(word));
};
