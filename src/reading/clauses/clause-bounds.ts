// Where clauses begin and end around a verb: relative clauses, and what stands between two commas only to describe.
// Invariant: "that" behind no noun opens a clause and is no relative pronoun.

import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { behindTimeAt } from '../words/time-ahead.ts';
import { isIn, isInAny, type SentenceView, wordAt } from '../words/view-sentence.ts';
import { meantBefore } from './contrasted.ts';
import type { VerbGroup } from './find-verb-groups.ts';
import { governorAt, type NounPhrase } from './noun-phrases.ts';
import type { Parse } from './parse.ts';

const QUOTE = /^["“”'‘’]$/;

/** The first word to the left that is no adverb and no quotation mark. */
export const beforeAdverbs = (view: SentenceView, from: number): number => {
  let at = from;
  const passes = (i: number): boolean =>
    isIn(view, 'verbAdverbs', i) && !isClosed(view, i) && view.markAt[i] === undefined;
  while (at >= 0 && (QUOTE.test(wordAt(view, at)) || passes(at))) at--;
  return at;
};

/** "both", "all", "since": adverbs that may be more than that. */
const isClosed = (view: SentenceView, at: number): boolean =>
  isIn(view, 'determiners', at) || isIn(view, 'clausePrepositions', at);

export const isReporting = ({ view }: Parse, verb: VerbGroup): boolean =>
  verb.lemmas.some((lemma) => view.lexicon.has('reportingVerbs', lemma));

export const isReducible = (verb: VerbGroup): boolean =>
  // ", HAVING TAKEN A,"
  (verb.gerund && !verb.bare) || (verb.bare && (verb.forms.includes('participle') || verb.forms.includes('ing')));
export const isFiniteVerb = (verb: VerbGroup): boolean => !verb.infinitive && !verb.gerund;

/** Where "which", "all of which", "both of whom" begins. */
const startOfRelative = (view: SentenceView, relative: number): number =>
  isIn(view, 'partLinks', relative - 1) && ['determiners', 'amountWords'].some((list) => isIn(view, list, relative - 2))
    ? relative - 2
    : relative;

/** "A, which THE REBELS SAID had fallen": who says it stands between; where the words before the saying end, or `at` itself. */
export const beforeSaying = (parse: Parse, at: number): number => {
  const saying = parse.verbAt[at];
  const teller = saying === undefined ? undefined : parse.phraseAt[saying.from - 1];
  if (saying === undefined || teller === undefined || !isReporting(parse, saying) || !isFiniteVerb(saying)) return at;
  return isIn(parse.view, 'clauseRelatives', teller.from - 1) ? teller.from - 1 : at;
};

/** Words of "late last week", "on the same day". */
const LONG_TIME = 4;

/** "the army, which LAST WEEK took A": a time may stand behind the pronoun; where none does, the place itself. */
const overTime = (view: SentenceView, near: number): number => {
  for (let at = near - 1; at >= Math.max(1, near - LONG_TIME); at--)
    if (isIn(view, 'clauseRelatives', at) && behindTimeAt(view, at + 1) === near + 1) return at;
  return near;
};

/** The relative pronoun right before the verb, or -1; "that" behind no noun only opens a clause. */
export const relativeBefore = (parse: Parse, verb: VerbGroup): number => {
  const { view, phraseAt } = parse;
  const adverb = beforeAdverbs(view, verb.from - 1);
  const near = isFiniteVerb(verb) ? beforeSaying(parse, adverb) : adverb;
  // "the army, which UNDER THE TRUCE holds A": a phrase with its preposition may stand in between.
  const aside = phraseAt[near];
  const behind = aside !== undefined && isIn(view, 'prepositions', aside.from - 1) ? aside.from - 2 : near;
  const at = behind !== near && isIn(view, 'clauseRelatives', behind) ? behind : overTime(view, near);
  if (!isIn(view, 'relatives', at) || at < 1) return -1;
  const from = startOfRelative(view, at);
  const before = wordAt(view, from - 1) === ',' ? from - 2 : from - 1;
  return phraseAt[before] === undefined && cleftFocus(parse, at) === null ? -1 : at;
};

/** Words of "It was in fact not only". */
const FOCUS = 4;

/** "IT WAS THE ARMY, fighting alone for once, THAT drove them out": whom the sentence is about, over the aside behind him. */
const cleftFocus = (parse: Parse, relative: number): NounPhrase | null => {
  const { view, phrases, verbs } = parse;
  if (wordAt(view, relative - 1) !== ',' || !isIn(view, 'placePronouns', 0) || !isIn(view, 'be', 1)) return null;
  const focus = phrases.find(({ from }) => from >= 2 && from <= FOCUS);
  const comma = view.tokens.findIndex(({ word }, at) => word === ',' && at >= (focus?.to ?? relative));
  const aside = verbs.filter(({ from }) => from > 1 && from < relative).every((verb) => isReducible(verb));
  return focus !== undefined && aside && comma > 0 && comma < relative - 1 ? focus : null;
};

/**
 * "A, B and C, which HAS been besieged", "A, B and C, which the army had regained": the clause is of the last name;
 * "which have been besieged" is of all, and so is what leaves it open ("which fell").
 */
const isOfLast = ({ view, verbAt }: Parse, { places, from }: NounPhrase, relative: number): boolean => {
  if (places === null || places.items.length < 2 || !places.items.every(({ place }) => place !== null)) return false;
  if (!isIn(view, 'clauseRelatives', relative) || wordAt(view, relative - 1) !== ',') return false;
  const verb = verbAt[relative + 1];
  // "In A and B, which the rebels took, …": what opens the sentence is one.
  if (verb === undefined && places.items.length === 2 && from === 1 && isIn(view, 'frontLinks', 0)) return false;
  // "A and B, which the rebels took, are quiet"; "POSTS in A and B, which it left": what is told of as one.
  const posts = places.items.map(({ noun }) => (noun?.plural === true ? noun.from : -1));
  const asOne = posts.every((at) => at >= 0 && at === posts[0]);
  if (verb === undefined && ((places.items.length === 2 && from === 0) || asOne)) return false;
  if (verb === undefined) return true;
  const single = verb.bare ? verb.forms.includes('s') : isIn(view, 'singularHelpers', verb.from);
  return single && !isIn(view, 'partLinks', relative - 1);
};

const lastOf = (phrase: NounPhrase): NounPhrase => {
  const last = phrase.places?.items.at(-1);
  if (phrase.places === null || last === undefined) return phrase;
  return { ...phrase, from: last.from, places: { ...phrase.places, items: [last], from: last.from } };
};

/** "the camp which the army left AND WHICH the rebels occupied": the relative before it, or -1. */
const relativeBeside = (view: SentenceView, relative: number): number => {
  if (!isIn(view, 'conjunctions', relative - 1)) return -1;
  return view.tokens.findLastIndex(({ word }, at) => at < relative - 1 && word === wordAt(view, relative));
};

/** Words of "a town about 20 km south-west of". */
const RECKONED = 6;

/** "A, a town SOUTHWEST OF B that they retook": B only says where A lies. */
export const reckonedFrom = ({ view, groups }: Parse, { from, places }: NounPhrase): PlaceGroup | null => {
  const reckons = ['directions', 'distanceWords'].some((list) => isIn(view, list, from - 2));
  if (places === null || !reckons || !isIn(view, 'reckoningLinks', from - 1)) return null;
  return (
    groups.find(({ to, items }) => to < from && from - to <= RECKONED && items.some(({ place }) => place !== null)) ??
    null
  );
};

/** "A, LOCATED IN N, which they hold": N only says where A lies. */
const locatedIn = ({ view, groups }: Parse, { from }: NounPhrase): PlaceGroup | null =>
  isIn(view, 'locatedForms', from - 2) && wordAt(view, from - 3) === ','
    ? (groups.find(({ to }) => to === from - 3) ?? null)
    : null;

/** "FIGHTERS ALLIED WITH THE ARMY who had entered A", "rebels, backed by it, who": whose friends they are tells only of them. */
const befriended = ({ view, phraseAt }: Parse, { from }: NounPhrase, relative: number): NounPhrase | null => {
  const link = from - 1;
  if (!isIn(view, 'prepositions', link) || !isIn(view, 'friendlyForms', link - 1)) return null;
  const aside = wordAt(view, link - 2) === ',';
  // "the army, backed by THE MILITIA WHO hold A, took B": no comma closes the aside before "who".
  if (aside && wordAt(view, relative - 1) !== ',') return null;
  return phraseAt[link - (aside ? 3 : 2)] ?? null;
};

/** "the fighters from A who entered": the phrase before the relative that can be who. */
export const antecedent = (parse: Parse, relative: number): NounPhrase | null => {
  const { view, phraseAt } = parse;
  const cleft = cleftFocus(parse, relative);
  if (cleft !== null) return cleft;
  const beside = relativeBeside(view, relative);
  if (beside > 0) return antecedent(parse, beside);
  const from = startOfRelative(view, relative);
  const last = wordAt(view, from - 1) === ',' ? from - 2 : from - 1;
  // "in A ITSELF, which they besiege"
  const told = phraseAt[isIn(view, 'reflexives', last) ? last - 1 : last] ?? null;
  const ruledOut = told === null ? null : meantBefore(parse, told);
  if (ruledOut !== null) return ruledOut;
  const before = told !== null && isOfLast(parse, told, relative) ? lastOf(told) : told;
  const friends =
    before !== null && isIn(view, 'personRelatives', relative) ? befriended(parse, before, relative) : null;
  if (friends !== null) return friends;
  if (before === null || before.actor !== null) return before;
  const reckoned = reckonedFrom(parse, before) ?? locatedIn(parse, before);
  if (reckoned !== null) return { ...before, places: reckoned };
  const further = governorAt(view, before.from) === null ? undefined : phraseAt[before.from - 2];
  // "A, a town in the northeast that was overrun": neither a side nor a place is what was.
  if (before.places === null && further?.places != null) return further;
  if (!isIn(view, 'personRelatives', relative)) return before;
  // "a shopkeeper from A WHO fled": no town is who did it.
  return further?.actor == null && (before.places === null || further === undefined) ? before : (further ?? before);
};

/** "a town THAT THE ARMY had held", "A, a town THE ARMY had held", and not "told reporters that the army had held it". */
const opensRelative = (parse: Parse, { from, to }: NounPhrase): boolean => {
  const told = parse.phraseAt[from - 1];
  if (told?.places == null) return false;
  const saying = parse.verbAt[told.from - 1];
  if (to - from > 1 && isIn(parse.view, 'relatives', from)) return saying === undefined || !isReporting(parse, saying);
  return saying === undefined && parse.view.tokens.slice(told.from, told.to).some(({ word }) => word === ',');
};

/** Where the relative clause begins in which this verb stands ("that attacked", "which the Reds held"), or -1. */
export const relativeOver = (parse: Parse, verb: VerbGroup): number => {
  const own = relativeBefore(parse, verb);
  if (own >= 0) return own;
  const subject = parse.phraseAt[beforeAdverbs(parse.view, verb.from - 1)];
  if (subject === undefined) return -1;
  // Without a relative word the clause begins with its subject.
  if (opensRelative(parse, subject)) return subject.from;
  const at = subject.from - 1;
  const told = isIn(parse.view, 'relatives', at) ? parse.phraseAt[at - 1] : undefined;
  return isIn(parse.view, 'clauseRelatives', at) || (told !== undefined && !isOfTelling(parse, told)) ? at : -1;
};

/** "told REPORTERS that they planned to leave", "told them ON SUNDAY that they would": what is told begins behind it. */
const isOfTelling = ({ view, verbAt }: Parse, { from, to }: NounPhrase): boolean =>
  isIn(view, 'weekdays', to - 1) ||
  verbAt[from - 1]?.lemmas.some((lemma) => view.lexicon.has('toldVerbs', lemma)) === true;

/** "the rebels who entered A AND REACHED B were withdrawn": the second verb of a relative clause stands in it too; or -1. */
export const relativeShared = (parse: Parse, verb: VerbGroup): number => {
  const joint = beforeAdverbs(parse.view, verb.from - 1);
  if (!isIn(parse.view, 'conjunctions', joint)) return -1;
  const shared = parse.verbs.findLast(({ to }) => to <= joint);
  return shared === undefined ? -1 : relativeOver(parse, shared);
};

const PARENTHESIS_MOST = 30;

/** Words of ", the largest faction of the old rebels,". */
const NAMING = 8;

/** True where the words between two commas only tell more of what stands before them. */
const isParenthesis = (parse: Parse, open: number, close: number): boolean => {
  const { view, verbAt, phraseAt } = parse;
  const first = open + 1;
  if (isIn(view, 'clauseRelatives', first) || isIn(view, 'relatives', first)) return true;
  const verbs = parse.verbs.filter(({ from, to }) => from > open && to <= close);
  if (verbs.some((verb) => isReporting(parse, verb) && close - verb.to <= 4)) return true;
  // "The rebels, FEARING TO BE ENCIRCLED, withdrew", "…, fearing that they would be, withdrew"
  const opens = verbAt[first];
  // "The rebels, DRIVEN OUT BY SOLDIERS WHO HAD CROSSED THE RIVER, returned"
  if (opens !== undefined)
    return verbs.every(
      (verb) =>
        isReducible(verb) ||
        (isReducible(opens) &&
          // "beaten BACK": no verb of its own.
          (verb.infinitive || relativeOver(parse, verb) > open || (verb.bare && verb.from === opens.to))),
    );
  const relative = verbs.findIndex((verb) => relativeOver(parse, verb) > open);
  const own = relative < 0 ? verbs : verbs.slice(0, relative);
  if (own.some((verb) => isFiniteVerb(verb) && !isReducible(verb))) return false;
  const phrase = phraseAt[first];
  // ", one of them the commander,"
  const ofThem = isIn(view, 'partLinks', first + 1) && isIn(view, 'memberPronouns', first + 2);
  return (
    phrase?.actor == null || ofThem || isIn(view, 'prepositions', first) || verbs.length > 0 || close - open <= NAMING
  );
};

/** Where the bracket opens that closes at `close`; -1 for none near. */
const bracketBefore = ({ view }: Parse, close: number): number => {
  for (let at = close - 1; at > 0 && close - at < PARENTHESIS_MOST; at--) if (wordAt(view, at) === '(') return at;
  return -1;
};

/** Words of "on the Sunday morning". */
const TIME = 4;

/** "A ITSELF, an hour from B, was taken", "an attack THERE, they said, failed", "one ON SUNDAY, he said": the word that these hang on. */
const headBefore = (view: SentenceView, at: number): number => {
  if (isInAny(view, ['reflexives', 'thereWords'], at - 1)) return at - 2;
  if (!isInAny(view, ['weekdays', 'timeNouns'], at - 1)) return at - 1;
  const link = [2, 3, TIME].map((back) => at - back).find((one) => isIn(view, 'prepositions', one));
  return link === undefined || isIn(view, 'partLinks', link) ? at - 1 : link - 1;
};

/** The comma that opens what the comma at `close` closes, or -1: "The town, held since June, had …". */
export const openingComma = (parse: Parse, close: number): number => {
  let nearest = -1;
  const ends = wordAt(parse.view, close - 1) === ')' ? 1 : 2;
  for (let at = close - ends; at > 0 && close - at < PARENTHESIS_MOST; at--) {
    const word = wordAt(parse.view, at);
    if (/^[;:]$/.test(word)) return nearest;
    // "A, in X territory (North Shire), fell": a bracket inside the aside opens nothing.
    const bracket = word === ')' ? bracketBefore(parse, at) : -1;
    if (bracket > 0) {
      at = bracket;
      continue;
    }
    if (!/^[,—–(]$/.test(word)) continue;
    const before = parse.phraseAt[headBefore(parse.view, at)];
    if (before !== undefined && isParenthesis(parse, at, close)) {
      // "A and B, the country's second, third and tenth cities, are …": the comma behind who or what acts opens it.
      if (before.actor !== null || before.places !== null) return at;
      if (nearest < 0) nearest = at;
    }
    if (parse.verbs.some(({ from, to }) => from > at && to <= close)) return nearest;
  }
  return nearest;
};

/** "A, along with B, fell": a list with commas of its own may close with one. */
export const isCommaList = ({ view, phraseAt }: Parse, at: number): boolean => {
  const phrase = phraseAt[at];
  return phrase?.places != null && view.tokens.slice(phrase.from, phrase.to).some(({ word }) => word === ',');
};

/** "With Ashford gone, …", "with the town captured": who or what stands between the link and the participle. */
export const absoluteBefore = ({ view, phraseAt }: Parse, verb: VerbGroup, at: number): NounPhrase | null => {
  const phrase = verb.bare && verb.forms.includes('participle') ? phraseAt[at] : undefined;
  return phrase?.places != null && isIn(view, 'absoluteLinks', phrase.from - 1) ? phrase : null;
};
