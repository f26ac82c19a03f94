// Places where something was signed, accepted or broadcast, and those that a deal is named after: nothing happens there
// that the report is about ("the terms accepted in HARBOURTON", "delegations meet at the LAKE HOTEL", "ceded under the ASHFORD deal").
// Invariant: a deal reached by elders in a district is that district's; only far papers and their talks are meant.

import type { Parse } from '../clauses/parse.ts';
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { isIn, type SentenceView, startOfPhrase, wordAt } from '../words/view-sentence.ts';

/** "the Ashford deal", "the Ashford and Garth accords", "the Ashford peace agreement"; "the Ashford ceasefire" is one there. */
const isNameOfDeal = (view: SentenceView, { from, to }: PlaceGroup): boolean => {
  const noun = isIn(view, 'peaceAdjectives', to) ? to + 1 : to;
  if (!isIn(view, 'paperNouns', noun)) return false;
  const start = startOfPhrase(view, from);
  return isIn(view, 'determiners', start) || isIn(view, 'prepositions', start - 1);
};

/** Words of "accepted last week in". */
const NEAR = 7;

/** "signed in A", "broadcast from A", "met on Monday at A": at the verb stands the place. */
const isWhereSigned = (parse: Parse, { from }: PlaceGroup): boolean => {
  const { view, verbs } = parse;
  const start = startOfPhrase(view, from);
  if (!isIn(view, 'meetingLinks', start - 1)) return false;
  const verb = verbs.findLast(({ to }) => to < start);
  if (verb === undefined || start - 1 - verb.to > NEAR) return false;
  if (view.tokens.slice(verb.to, start - 1).some(({ type }) => type === 'mark')) return false;
  const has = (list: string): boolean => verb.lemmas.some((lemma) => view.lexicon.has(list, lemma));
  if (has('paperVerbs')) return true;
  const before = view.tokens.slice(Math.max(0, verb.from - NEAR), verb.from);
  return has('meetVerbs') && before.some(({ word }) => view.lexicon.has('delegateNouns', word));
};

/** "the conference in A", "peace talks at A", "the summit of A". */
const isWhereTalked = (view: SentenceView, { from }: PlaceGroup): boolean => {
  const start = startOfPhrase(view, from);
  if (!isIn(view, 'meetingLinks', start - 1)) return false;
  return (
    isIn(view, 'summitNouns', start - 2) ||
    (isIn(view, 'paperNouns', start - 2) && isIn(view, 'peaceAdjectives', start - 3))
  );
};

/** "since HARBOURTON": a far capital stands for what was signed in it. */
const isTurningPoint = ({ lexicon, ...view }: SentenceView, { from, items: [first] }: PlaceGroup): boolean =>
  first?.place != null &&
  lexicon.has('turningLinks', view.tokens[from - 1]?.word ?? '') &&
  lexicon.look('nationCapitals', first.place.text.toLowerCase()) !== null;

export const isAgreedThere = (parse: Parse, group: PlaceGroup): boolean =>
  group.items.some(({ place }) => place !== null) &&
  wordAt(parse.view, group.to) !== "'s" &&
  (isTurningPoint(parse.view, group) ||
    isNameOfDeal(parse.view, group) ||
    isWhereSigned(parse, group) ||
    isWhereTalked(parse.view, group));
