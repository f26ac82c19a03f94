// What the words beside a noun of holding or fighting say for its being one: "rule IN"; "between 60 and 70" weighs a number.
// Invariant: asks of the words beside it alone.
import { kept } from '../../model/keep.ts';
import type { Lexicon } from '../../model/lexicon.ts';
import type { ActorMark } from '../marks.ts';
import { isIn, isInAny, type SentenceView, wordAt } from '../words/view-sentence.ts';

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

/** Nouns that name deeds and look like verbs: "attacks", "fall". */
export const deedNouns = kept(
  ({ nounRules }: Lexicon): ReadonlySet<string> => new Set(nounRules.flatMap(({ nouns }) => nouns)),
);

/** "Red attack REPELLED at A", "army advance HALTED": a participle with nothing behind it that it could be done to. */
const isUndergone = (view: SentenceView, at: number): boolean => {
  const word = wordAt(view, at);
  const forms = view.markAt[at] === undefined ? (view.lexicon.verbs.get(word) ?? []) : [];
  const next = view.tokens[at + 1];
  return (
    forms.some(({ participle }) => participle === word) &&
    (next === undefined || next.type === 'mark' || isInAny(view, ['prepositions', 'agentWords'], at + 1))
  );
};

/** Words of a place behind a deed: "towards the old town of A". */
const TOLD = 8;

const STRUCK = ['attack', 'threat', 'entry'];

/** Nouns of going at a place or into it. */
const strikeNouns = kept(
  ({ nounRules }: Lexicon): ReadonlySet<string> =>
    new Set(nounRules.filter(({ kind }) => STRUCK.includes(kind)).flatMap(({ nouns }) => nouns)),
);

const ENDS = ['conjunctions', 'relatives', 'subordinators', 'questionWords'];

/** "The Red THRUST towards A was contained", "the army's PUSH into A has begun": the clause's own verb stands behind it. */
const isToldLater = (view: SentenceView, at: number): boolean => {
  if (!strikeNouns(view.lexicon).has(wordAt(view, at)) || !isIn(view, 'prepositions', at + 1)) return false;
  for (let i = at + 2; i < at + TOLD && view.tokens[i]?.type === 'word'; i++) {
    if (view.markAt[i] === undefined && isInAny(view, ['be', 'have', 'modals'], i)) return true;
    if (isInAny(view, ENDS, i)) return false;
  }
  return false;
};

/** "repelled the Red ATTACK and retook A", "beat back the army's ADVANCE": the object of a verb before, which is no one who is watched. */
export const isFoesDeed = (view: SentenceView, at: number, { from, to, pronoun }: ActorMark): boolean => {
  if (pronoun || to !== at || /s$/.test(wordAt(view, to - 1)) || !deedNouns(view.lexicon).has(wordAt(view, at)))
    return false;
  if (isUndergone(view, at + 1) || isToldLater(view, at)) return true;
  let before = isIn(view, 'determiners', from - 1) ? from - 2 : from - 1;
  if (isIn(view, 'verbParticles', before)) before--;
  const acts = view.markAt[before] === undefined && view.lexicon.verbs.has(wordAt(view, before));
  // "by the mayor's ACCOUNT the rebels hold A", "by one ACCOUNT": a noun.
  const owned = /^(['’]s|['’])$/.test(wordAt(view, before - 1)) || isNumberWord(view, before - 1);
  const names = owned || isInAny(view, ['determiners', 'prepositions', 'possessives'], before - 1);
  return acts && !names && !isInAny(view, ['witnessForms', 'plainSayings', 'clauseReportingForms'], before);
};

/** "Heavy fighting SPREAD to A": a form that is base and past at once, between the name of a deed and where to. */
export const isToldOfDeed = (view: SentenceView, at: number): boolean =>
  view.markAt[at - 1] === undefined &&
  deedNouns(view.lexicon).has(wordAt(view, at - 1)) &&
  isIn(view, 'deedGoals', at + 1);

/** "the NORLANDIC border", "the NORTHERN control": an adjective of a land or a direction behind an article. */
export const followsAdjective = (view: SentenceView, at: number): boolean => {
  if (!isIn(view, 'definiteArticles', at - 1)) return false;
  const capital = /^\p{Lu}\p{Ll}/u.test(view.tokens[at]?.text ?? '') && !view.sentence.heading;
  return isIn(view, 'directions', at) || (capital && view.markAt[at] === undefined);
};

/** "THE FIGHTERS OF the Council hold A": the band has the verb, before its object. */
export const isBandOf = (view: SentenceView, at: number, link: number): boolean => {
  const band = view.markAt[link - 1];
  if (!isIn(view, 'partLinks', link) || band?.type !== 'actor' || view.markAt[at + 1]?.type !== 'place') return false;
  const first = isIn(view, 'determiners', band.from - 1) ? band.from - 2 : band.from - 1;
  return !isIn(view, 'prepositions', first);
};

/** A preposition that takes a noun and opens no clause. */
export const governs = (view: SentenceView, at: number): boolean =>
  isIn(view, 'prepositions', at) && !isIn(view, 'clausePrepositions', at);

/** "The soldiers INSIDE surrendered", "those outside fled": behind men the word tells which; "inside captured Ashford" governs. */
const isBehindInside = (view: SentenceView, at: number): boolean => {
  const men = view.markAt[at - 2];
  const those = men?.type === 'actor' ? !men.modifies : isIn(view, 'restWords', at - 2);
  return isIn(view, 'insideAdverbs', at - 1) && those && view.markAt[at + 1]?.type !== 'place';
};

/** "after captured by": a participle behind a word that opens a clause is a verb, behind "of" it describes. */
export const isParticipleOfPreposition = (view: SentenceView, at: number): boolean =>
  governs(view, at - 1) && !isIn(view, 'verbParticles', at - 1) && !isBehindInside(view, at);
