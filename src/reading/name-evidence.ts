// What speaks for a capitalised name being a place, and what for a person or a body of people: one entry a reason.
// Invariant: an entry looks only at the words around one use; weigh-names adds them up over the report.
import { isCapital } from './closed-words.ts';
import { phraseAt } from './name-tree.ts';
import {
  isControlNoun,
  isControlVerb,
  isLeading,
  isOf,
  isTitled,
  lemmasAt,
  type SeenUse,
  scopeAt,
  wordOf,
} from './name-uses.ts';

interface Evidence {
  readonly says: string;
  /** Above 0 for a place, below for anything else. */
  readonly weight: number;
  readonly holds: (use: SeenUse) => boolean;
}

/** The word before the name, over "the" and quotation marks. */
const beforeName = (use: SeenUse): number => {
  let at = use.from - 1;
  while (/^["“‘']$/.test(wordOf(use, at)) || isOf(use, 'definiteArticle', at)) at--;
  return at;
};

const isAfterPlacePreposition = (use: SeenUse): boolean => isOf(use, 'placePrepositions', beforeName(use));

const scopeBefore = (use: SeenUse, at: number): boolean =>
  [1, 2].some((length) => {
    const found = scopeAt(use, at - length + 1);
    return found !== null && found.to === at + 1;
  });

/** "the town of X", "the districts X": a noun for places before the name; "the capital, X" too. */
const isAfterKind = (use: SeenUse): boolean => {
  const of = isOf(use, 'partLinks', use.from - 1) || isOf(use, 'namingLinks', use.from - 1);
  return scopeBefore(use, of ? use.from - 2 : use.from - 1);
};

/** "the fall of X", "parts of X", "east of X". */
const isOfPlaceNoun = (use: SeenUse): boolean => {
  if (!isOf(use, 'partLinks', use.from - 1)) return false;
  const noun = wordOf(use, use.from - 2);
  return (
    isControlNoun(use.theatre.lexicon, noun) ||
    ['partialWords', 'directions', 'officeNouns', 'distanceWords'].some((list) => isOf(use, list, use.from - 2))
  );
};

/** "X district", "X's airport", "the X peninsula". */
const isBeforeKind = (use: SeenUse): boolean => {
  if (isOf(use, 'geographyNouns', use.to) || scopeAt(use, use.to) !== null) return true;
  if (wordOf(use, use.to) !== "'s") return false;
  return [1, 2, 3].some((gap) => scopeAt(use, use.to + gap) !== null && !isCrossed(use, use.to + 1, use.to + gap));
};

/** A verb, a mark, a preposition or a conjunction between. */
const isCrossed = (use: SeenUse, from: number, to: number): boolean => {
  for (let at = from; at < to; at++)
    if (
      use.tokens[at]?.type === 'mark' ||
      ['prepositions', 'conjunctions', 'have', 'be'].some((list) => isOf(use, list, at))
    )
      return true;
  return false;
};

const APPOSED = 6;

/** Where the apposition behind a comma begins: "X, a lakeside market town", "X, the capital of". */
const appositionFrom = (use: SeenUse): number => {
  return /^[,–—(]$/.test(wordOf(use, use.to)) ? use.to + 1 : -1;
};

const isApposedPlace = (use: SeenUse): boolean => {
  const from = appositionFrom(use);
  if (from < 0 || !(isOf(use, 'determiners', from) || scopeAt(use, from) !== null)) return false;
  for (let at = from; at < from + APPOSED; at++) {
    const scope = scopeAt(use, at);
    if (scope !== null && !isOf(use, 'personRoles', scope.to) && wordOf(use, scope.to) !== "'s") return true;
    if (isOf(use, 'personRoles', at) || isCrossed(use, at, at + 1)) return wordOf(use, at) === '-';
  }
  return false;
};

/** "X, a spokesman for", "X, who leads": only people are told of so. */
const isApposedPerson = (use: SeenUse): boolean => {
  const from = appositionFrom(use);
  if (from < 0) return false;
  if (isOf(use, 'personRelatives', from)) return true;
  for (let at = from; at < from + APPOSED; at++) {
    if (isOf(use, 'personRoles', at)) return !isSpeech(use, at + 1);
    if (isCrossed(use, at, at + 1) && wordOf(use, at) !== '-') return false;
    if (scopeAt(use, at) !== null && wordOf(use, at + 1) !== "'s") return false;
  }
  return false;
};

const isSpeech = (use: SeenUse, at: number): boolean =>
  lemmasAt(use, at).some((lemma) => use.theatre.lexicon.has('speechVerbs', lemma));

/** "took X", "besieged X": the object of a verb that is done to places. */
const isControlled = (use: SeenUse): boolean => {
  const at = beforeName(use);
  return lemmasAt(use, at).some((lemma) => isControlVerb(use.theatre.lexicon, lemma)) && !isSpeech(use, at);
};

/** Behind the name over "had", "has", adverbs. */
const verbBehind = (use: SeenUse): number => {
  let at = use.to;
  while (['verbAdverbs', 'have', 'modals'].some((list) => isOf(use, list, at))) at++;
  return at;
};

/** "X fell", "X was captured", "X is under", "X could be next": what happens to places. */
const isFated = (use: SeenUse): boolean => {
  const at = verbBehind(use);
  if (isOf(use, 'be', at)) {
    let next = at + 1;
    while (['verbAdverbs', 'be', 'negations'].some((list) => isOf(use, list, next))) next++;
    return (
      isOf(use, 'stateLinks', next) || lemmasAt(use, next).some((lemma) => isControlVerb(use.theatre.lexicon, lemma))
    );
  }
  return lemmasAt(use, at).some((lemma) => use.theatre.lexicon.has('capitalFates', lemma));
};

/** "NORHAVEN, June 5 (Wire) -". */
const isDateline = (use: SeenUse): boolean => {
  const { tokens, from, sentence } = use;
  const capitals = /^\p{Lu}{3,}/u.test(tokens[from]?.text ?? '');
  return from === 0 && capitals && !sentence.heading && tokens.slice(0, 16).some(({ text }) => /^[-–—(]$/.test(text));
};

const isLabel = (use: SeenUse): boolean => use.from === 0 && wordOf(use, use.to) === ':';

const isAfterLoose = (use: SeenUse): boolean => isOf(use, 'loosePrepositions', beforeName(use));

/** "Colonel X", "Mr. X", "rebel spokesman X". */
const isTitledPerson = (use: SeenUse): boolean => {
  const stop = wordOf(use, use.from - 1) === '.' ? 2 : 1;
  const at = use.from - stop;
  return isOf(use, 'titles', at) || (isOf(use, 'personRoles', at) && !isOf(use, 'relatives', at));
};

/** "said X", "X said", "X told". */
const isSpeaker = (use: SeenUse): boolean => {
  const behind = isSpeech(use, verbBehind(use));
  const before = isSpeech(use, use.from - 1) && /^[,.;]$|^$/.test(wordOf(use, use.to));
  return behind || before;
};

/** "A spokesman for the forces, X, said": between commas behind an office. */
const isNamedOfficer = (use: SeenUse): boolean => {
  if (wordOf(use, use.from - 1) !== ',' || !/^,?$/.test(wordOf(use, use.to))) return false;
  for (let at = use.from - 2; at >= Math.max(0, use.from - 14); at--) {
    if (/^[,;:]$/.test(wordOf(use, at))) return false;
    if (isOf(use, 'personRoles', at)) return true;
  }
  return false;
};

/** "X's forces", "X's party": a man's. */
const ownsPeople = (use: SeenUse): boolean => {
  if (wordOf(use, use.to) !== "'s") return false;
  return [1, 2].some((gap) => {
    const found = phraseAt(use.theatre, use.tokens, use.to + gap);
    const actor = found !== null && found.value.type !== 'scope';
    return (actor || isOf(use, 'organisationNouns', use.to + gap)) && !isCrossed(use, use.to + 1, use.to + gap);
  });
};

/** "the Northern Party", "Third Assault Brigade", "Red Cross". */
const isOrganisation = (use: SeenUse): boolean => {
  const last = isOf(use, 'organisationHeads', use.to - 1);
  const first = isOf(use, 'organisationHeads', use.from) && use.to - use.from > 1;
  return (last && use.to - use.from > 1) || first || (last && isOf(use, 'definiteArticle', use.from - 1));
};

/** "Ministry of X", "the University of X". */
const isOfOrganisation = (use: SeenUse): boolean => {
  const { tokens, from } = use;
  if (!isOf(use, 'partLinks', from - 1) && !isOf(use, 'agentPrepositions', from - 1)) return false;
  return isOf(use, 'organisationHeads', from - 2) && isCapital(tokens[from - 2]);
};

const isBeforeOrganisation = (use: SeenUse): boolean =>
  isOf(use, 'organisationNouns', use.to) && scopeAt(use, use.to) === null;

/** "the Guardian", "the Pentagon": places with "the" have a noun of their own, mostly. */
const hasArticle = (use: SeenUse): boolean =>
  isOf(use, 'definiteArticle', use.from - 1) && scopeAt(use, use.to) === null && !isOf(use, 'geographyNouns', use.to);

const isAgent = (use: SeenUse): boolean => isOf(use, 'agentPrepositions', beforeName(use));

/** "X attacked", "X withdrew": places do nothing. */
const acts = (use: SeenUse): boolean => {
  const at = verbBehind(use);
  if (isFated(use) || isOf(use, 'be', at) || isOf(use, 'prepositions', at) || isSpeech(use, at)) return false;
  return use.theatre.lexicon.verbs.has(wordOf(use, at)) && scopeAt(use, at) === null && !isOf(use, 'ingNouns', at);
};

const isGeographic = (use: SeenUse): boolean => isOf(use, 'geographyNames', use.from) && use.to - use.from > 1;

export const EVIDENCE: readonly Evidence[] = [
  { says: '"in X", "near X", "eastern X"', weight: 3, holds: isAfterPlacePreposition },
  { says: '"the town of X"', weight: 4, holds: isAfterKind },
  { says: '"X district", "X\'s airport"', weight: 4, holds: isBeforeKind },
  { says: '"the fall of X", "north of X"', weight: 3, holds: isOfPlaceNoun },
  { says: '"X, a market town"', weight: 4, holds: isApposedPlace },
  { says: '"captured X"', weight: 2, holds: isControlled },
  { says: '"X fell", "X was taken"', weight: 3, holds: isFated },
  { says: 'the dateline', weight: 2, holds: isDateline },
  { says: '"X: what happened"', weight: 1, holds: isLabel },
  { says: '"from X", "to X"', weight: 1, holds: isAfterLoose },
  { says: '"Lake X", "New X"', weight: 1, holds: isGeographic },
  { says: '"Colonel X"', weight: -6, holds: isTitledPerson },
  { says: '"X said"', weight: -4, holds: isSpeaker },
  { says: '"X, a spokesman"', weight: -5, holds: isApposedPerson },
  { says: '"the spokesman, X,"', weight: -5, holds: isNamedOfficer },
  { says: '"X\'s forces"', weight: -2, holds: ownsPeople },
  { says: '"the X Party"', weight: -8, holds: isOrganisation },
  { says: '"Ministry of X"', weight: -5, holds: isOfOrganisation },
  { says: '"the X group"', weight: -5, holds: isBeforeOrganisation },
  { says: '"the X"', weight: -2, holds: hasArticle },
  { says: '"by X", "against X"', weight: -2, holds: isAgent },
  { says: '"X attacked"', weight: -2, holds: acts },
];

/** The evidence of one use; a capital that only begins a sentence, or all of a title's words have, says nothing alone. */
export const weighUse = (use: SeenUse): number => {
  const weight = EVIDENCE.reduce((sum, { weight, holds }) => (holds(use) ? sum + weight : sum), 0);
  return isTitled(use.sentence) && isLeading(use) ? Math.min(0, weight) : weight;
};
