// What the words beside a noun of holding or fighting say for its being one: "rule IN"; "between 60 and 70" weighs a number.
// Invariant: asks of the words beside it alone.
import { isIn, isInAny, type SentenceView, wordAt } from './view-sentence.ts';

/** "Rebel RULE in Ashford has ended". */
export const isRuleNoun = (view: SentenceView, at: number): boolean =>
  isIn(view, 'ruleNouns', at) && isIn(view, 'homeLinks', at + 1);

/** "The rebels control BETWEEN 60 and 70 towns": the word weighs the number, and links no noun. */
export const weighsNumber = (view: SentenceView, at: number): boolean =>
  isIn(view, 'weighingLinks', at) && (view.tokens[at + 1]?.type === 'number' || isNumberWord(view, at + 1));

export const isNumberWord = (view: SentenceView, at: number): boolean =>
  view.lexicon.look('numbers', wordAt(view, at)) !== null;

/** "the 2 besieged towns", "the TWO besieged towns", "the LAST besieged district": the word before the number or the rank. */
export const beforeCount = (view: SentenceView, at: number, from: number): number => {
  let before = from;
  while (view.tokens[before]?.type === 'number' || isIn(view, 'describingWords', before)) before--;
  if (view.markAt[at + 1]?.type !== 'scope') return before;
  while (isInAny(view, ['ordinalWords', 'lastWords'], before) || isNumberWord(view, before)) before--;
  return before;
};

/** "rebels FIGHTING the army have", "militia FIGHTING alongside the army": between who fights and whom, the noun is a verb. */
export const isFightersVerb = (view: SentenceView, at: number): boolean => {
  const who = view.markAt[at - 1];
  if (who?.type !== 'actor' || who.pronoun || who.to !== at || isIn(view, 'prepositions', who.from - 1)) return false;
  const whom = view.markAt[at + (isIn(view, 'definiteArticles', at + 1) ? 2 : 1)];
  return whom?.type === 'actor' || isIn(view, 'besideWords', at + 1);
};
