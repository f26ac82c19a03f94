// "retreated after the RED ATTACKS, leaving A": a plural noun that looks like a verb, with a side's name before it.
// Invariant: only behind a preposition that may open a clause, and only where the sentence's own verb is in the past.
import type { VerbGroup } from './find-verb-groups.ts';
import { governorAt } from './noun-phrases.ts';
import type { Parse } from './parse.ts';

/** A plain present in -s beside a past: "attacks" of "after the Red attacks". */
export const isDeedNoun = ({ view, verbs, phraseAt }: Parse, verb: VerbGroup): boolean => {
  if (!verb.bare || !verb.forms.every((form) => form === 's') || view.sentence.heading) return false;
  const phrase = phraseAt[verb.from - 1];
  const governor = phrase?.actor == null ? null : governorAt(view, phrase.from);
  if (governor === null || !view.lexicon.has('clausePrepositions', governor)) return false;
  return verbs.some(({ to, bare, forms }) => to < verb.from && bare && forms.includes('past'));
};
