// A participle that stands alone as a passive: "DRIVEN from A, the Blues dug in", "Rebels EXPELLED from A".
// Invariant: what has an object of its own is no passive.
import { hasObject } from '../clauses/clause-ends.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { isTellingStart } from '../clauses/telling-starts.ts';
import { isIn, wordAt } from '../words/view-sentence.ts';

/** "Rebels EXPELLED from A": a headline leaves the helper out, and tells nothing in the past; "cleared out" went by themselves. */
const isHeadlinePassive = ({ view, phraseAt }: Parse, verb: VerbGroup): boolean =>
  phraseAt[verb.from - 1]?.actor != null &&
  !(isIn(view, 'ownWill', verb.to) && verb.lemmas.some((lemma) => view.lexicon.has('ownWillVerbs', lemma)));

/** "DRIVEN from Garth, the Blues dug in", "the Blues, DRIVEN from Garth, dug in": a participle without its helper. */
export const reducedPassive = (parse: Parse, verb: VerbGroup): VerbGroup | null => {
  const { view, phraseAt } = parse;
  if (!verb.bare || !verb.forms.includes('participle') || hasObject(parse, verb)) return null;
  if (view.sentence.heading) return isHeadlinePassive(parse, verb) ? { ...verb, passive: true } : null;
  const comma = wordAt(view, verb.from - 1) === ',';
  const opens =
    isTellingStart(view, verb.from) &&
    parse.verbs.some((other) => other.from > verb.to && !other.infinitive && !other.gerund);
  const aside = comma && phraseAt[verb.from - 2]?.actor != null && wordAt(view, closingComma(parse, verb.to)) === ',';
  return opens || aside ? { ...verb, passive: true } : null;
};

/** The next comma, or -1. */
const closingComma = ({ view: { tokens } }: Parse, from: number): number =>
  tokens.findIndex(({ word }, at) => at >= from && /^[,;:]$/.test(word));
