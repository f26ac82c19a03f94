// Which words of a sentence are verbs: by their form, the words before and behind, and the helpers that stand with them.
// Invariant: a word with a mark over it (a name, a place noun, a side) is never a verb; a doubtful word is a noun.
import { isLabel, isOfBody, isOfOne, isOfParty } from '../words/label-verbs.ts';
import {
  isControlNoun,
  isHyphen,
  isIn,
  isInAny,
  phraseLength,
  type SentenceView,
  wordAt,
} from '../words/view-sentence.ts';
import {
  beforeCount,
  followsAdjective,
  governs,
  isBandOf,
  isFightersVerb,
  isFoesDeed,
  isNumberWord,
  isParticipleOfPreposition,
  isRuleNoun,
  isToldOfDeed,
  weighsNumber,
} from './noun-links.ts';
import { isNounOfOpening, opensClauseAsNoun, opensWithNoun, opensWithPlural } from './opening-nouns.ts';
import { isUnknownDeed } from './unknown-deed.ts';
import { formsAt, type VerbForm } from './verb-forms.ts';

/** "‘We left,’ he said": the mark that ends a quotation is no possessive. */
const closesQuote = ({ tokens }: SentenceView, at: number): boolean =>
  tokens[at - 1]?.quoted === true && tokens[at + 1]?.quoted !== true;

const isApostrophe = (word: string): boolean => word === "'" || word === '’';

/** "the rebels' claim" and "Ashford's fall" against "it's fallen". */
export const isPossessive = (view: SentenceView, at: number): boolean =>
  (wordAt(view, at) === "'s" && !isIn(view, 'pronouns', at - 1)) ||
  (isApostrophe(wordAt(view, at)) && !closesQuote(view, at));

/** "have" before a participle and "be" before one or before an ing-form only help another verb. */
export const onlyHelps = (view: SentenceView, at: number): boolean => {
  const have = isIn(view, 'have', at);
  const be = isIn(view, 'be', at);
  const modal = isIn(view, 'do', at) || isIn(view, 'modals', at);
  if (!have && !be && !modal) return false;
  let next = at + 1;
  // "had “joined the rebels”": a quotation may begin between the two.
  while (isIn(view, 'verbAdverbs', next) || isIn(view, 'negations', next) || /^["“‘]$/.test(wordAt(view, next))) next++;
  next += phraseLength(view, 'helperPhrases', next);
  // "have RE-taken A"
  if (isIn(view, 'verbPrefixes', next) && isHyphen(view, next + 1)) next += 2;
  if (view.markAt[next] !== undefined && view.markAt[next]?.type !== 'actor') return false;
  if (have && isUnknownDeed(view, next)) return true;
  const forms = formsAt(view, next);
  if (isIn(view, 'be', next) && (have || modal)) return true;
  if (have) return forms.includes('participle');
  if (be) return forms.includes('participle') || (forms.includes('ing') && !isIn(view, 'ingNouns', next));
  return forms.includes('base');
};

/** The first word to the left that is no adverb; in "the recently captured town" it is "the". */
const beforeAdverbs = (view: SentenceView, at: number): number => {
  let before = at - 1;
  while (before >= 0 && isIn(view, 'verbAdverbs', before) && !isIn(view, 'determiners', before)) before--;
  return before;
};

const isQuantity = (view: SentenceView, at: number): boolean => isIn(view, 'quantityPronouns', at);

/** "the captured town", "its besieged capital", "two captured posts": it describes the noun behind it. */
const describesNoun = (view: SentenceView, at: number): boolean => {
  const before = beforeCount(view, at, beforeAdverbs(view, at));
  if (view.markAt[at + 1]?.type === 'scope' && isNumberWord(view, before + 1)) return true;
  if (isPossessive(view, before)) return true;
  if (!isIn(view, 'determiners', before) && !isIn(view, 'possessives', before)) return false;
  if (isQuantity(view, before) && (view.markAt[at + 1] === undefined || isReportingWord(view, at))) return false;
  // "ANOTHER said that" is one who speaks; "another captured town" is a town.
  if (isIn(view, 'tellingPronouns', before) && isReportingWord(view, at)) return false;
  const relative = isIn(view, 'relatives', before) && before > 0 && !isIn(view, 'prepositions', before - 1);
  return !(relative && followsNoun(view, before));
};

/** What can be the subject of a verb right behind it. */
const followsNoun = (view: SentenceView, at: number): boolean => {
  const mark = view.markAt[at - 1];
  const word = wordAt(view, at - 1);
  if (mark !== undefined) return !(mark.type === 'actor' && mark.pronoun && mark.modifies);
  return (
    /[^s]s$/.test(word) ||
    /^\p{Lu}/u.test(view.tokens[at - 1]?.text ?? '') ||
    isIn(view, 'relatives', at - 1) ||
    isIn(view, 'conjunctions', at - 1) ||
    /^["“”,)]$/.test(word)
  );
};

/** "DOZENS OF rebel fighters patrol A": the amount has the verb. */
const isAmountOf = (view: SentenceView, at: number, link: number): boolean => {
  if (!isIn(view, 'partLinks', link) || !isInAny(view, ['crowdWords', 'partNouns'], link - 1)) return false;
  // "DOZENS OF fighters burst in": a past is no noun.
  if (isIn(view, 'partNouns', link - 1) && formsAt(view, at).includes('past')) return true;
  const first = isIn(view, 'singularStarts', link - 2) ? link - 3 : link - 2;
  const opens = first < 0 || view.tokens[first]?.type === 'mark';
  const told = isReportingWord(view, first) || isIn(view, 'plainSayings', first - 1);
  return opens || told || isInAny(view, ['saidLinks', 'conjunctions'], first);
};

/** "Taliban attack on Ashford" is a noun even in a headline; "under rebel control" is one too. */
const isNounAfterActor = (view: SentenceView, at: number): boolean => {
  const mark = view.markAt[at - 1];
  if (mark?.type !== 'actor') return false;
  const before = isIn(view, 'determiners', mark.from - 1) ? mark.from - 2 : mark.from - 1;
  const governed = governs(view, before) && !isAmountOf(view, at, before) && !isBandOf(view, at, before);
  if (governed || (isIn(view, 'nounLinks', at + 1) && !weighsNumber(view, at + 1))) return true;
  if (isFoesDeed(view, at, mark)) return true;
  return !isIn(view, 'definiteArticles', mark.from - 1) && isRuleNoun(view, at);
};

/** "a shell hit the mill", "the blast hurt two": before an object a form that is base and past at once is a verb. */
const takesObject = (view: SentenceView, at: number): boolean => {
  const object = isIn(view, 'determiners', at + 1) || view.tokens[at + 1]?.type === 'number';
  return (object || view.markAt[at + 1] !== undefined) && !afterDeterminer(view, at) && at > 0;
};

const isPastHere = (view: SentenceView, at: number, forms: readonly VerbForm[]): boolean => {
  // "Norland-occupied Ashford" describes.
  if (isHyphen(view, at - 1) && !isIn(view, 'verbPrefixes', at - 2)) return false;
  // "Rockets fired by the rebels HIT A MARKET"
  const object = takesObject(view, at);
  const may = object || isToldOfDeed(view, at);
  if (forms.includes('base') && !may && (isNounAfterActor(view, at) || !isPresentHere(view, at))) return false;
  // "the first FELL": what stands for a place by itself describes nothing behind it.
  const mark = view.markAt[at - 1];
  const first = mark?.type === 'scope' && mark.refers !== null;
  const opens = first || isInAny(view, ['actorPronouns', 'relatives', 'nounPrepositions'], at - 1);
  return opens || !(describesNoun(view, at) || isParticipleOfPreposition(view, at));
};

const BEFORE_NOUN = ['determiners', 'prepositions', 'possessives', 'owningRelatives'];

const afterDeterminer = (view: SentenceView, at: number): boolean => {
  const before = beforeAdverbs(view, at);
  // "no longer controls" denies a verb.
  const longer = isIn(view, 'longerWords', before + 1);
  const described =
    before < at - 1 && isIn(view, 'determiners', before) && view.markAt[before] === undefined && !longer;
  return (
    described ||
    isInAny(view, BEFORE_NOUN, at - 1) ||
    isPossessive(view, at - 1) ||
    (followsAdjective(view, at - 1) && !isOfBody(view, at))
  );
};

const isReportingLemma = (view: SentenceView, at: number): boolean =>
  view.lexicon.has('reportingVerbs', view.lexicon.verbs.get(wordAt(view, at))?.[0]?.lemma ?? '');

const isReportingWord = (view: SentenceView, at: number): boolean =>
  isReportingLemma(view, at) && !isIn(view, 'speechNouns', at);

/** "Many EXPECT the town to fall", "few BELIEVE it": what is thought by so many. */
const isThought = (view: SentenceView, at: number): boolean =>
  formsAt(view, at).includes('base') &&
  (view.lexicon.verbs.get(wordAt(view, at)) ?? []).some(({ lemma }) => view.lexicon.has('thinkingVerbs', lemma));

/** "both CLAIM to hold A": a noun for speech before "to" and a verb is a verb. */
const isSaidTo = (view: SentenceView, at: number): boolean =>
  wordAt(view, at + 1) === 'to' && isReportingLemma(view, at);

/** "the town, which the rebel forces hold." has its verb last. */
const endsRelative = (view: SentenceView, at: number): boolean => {
  const mark = view.markAt[beforeAdverbs(view, at)];
  if (mark?.type !== 'actor') return false;
  for (let before = mark.from - 1; before > mark.from - 7; before--) {
    if (isIn(view, 'relatives', before)) return true;
    if (view.tokens[before]?.type === 'mark' && !isHyphen(view, before)) return false;
  }
  return false;
};

/** "monitor says", "the operations command.": what a verb follows, or nothing at all, is a noun. */
const isNounBefore = (view: SentenceView, at: number): boolean => {
  const next = view.tokens[at + 1];
  if (endsRelative(view, at)) return false;
  if (next === undefined || next.type === 'mark') return !view.sentence.heading && /^[.!?]?$/.test(next?.word ?? '');
  const lemma = view.lexicon.verbs.get(next.word)?.find(({ s, past }) => s === next.word || past === next.word)?.lemma;
  return view.lexicon.has('reportingVerbs', lemma ?? '') && !view.lexicon.has('speechNouns', next.word);
};

const PHRASE = 4;

/** A word of a phrase: no mark, and no word that joins. */
const isPhraseWord = (view: SentenceView, at: number): boolean =>
  view.tokens[at]?.type === 'word' && !isIn(view, 'conjunctions', at) && !isIn(view, 'prepositions', at);

/** "the Ashford BORDER", "the district BORDER": one place has an edge, and an s would make a verb of it. */
const isOfOnePlace = (view: SentenceView, at: number): boolean => {
  const mark = view.markAt[at - 1];
  return isIn(view, 'edgeNouns', at) && mark?.type === 'place' && isIn(view, 'definiteArticles', mark.from - 1);
};

/** "a Council patrol", "one army post": behind one of a kind a verb would bear an s; behind a comma it may be another's. */
const isOneOfKind = (view: SentenceView, at: number, forms: readonly VerbForm[]): boolean => {
  if (!forms.includes('base') || forms.includes('past')) return false;
  if (wordAt(view, at - 1) === ',' || isIn(view, 'actorPronouns', at - 1)) return false;
  if (isOfOnePlace(view, at)) return true;
  for (let i = at - 2; i >= Math.max(0, at - PHRASE); i--) {
    if (isIn(view, 'singularStarts', i)) return true;
    if (!isPhraseWord(view, i) || isReportingWord(view, i)) return false;
  }
  return false;
};

/** "Coldwell FALLS.": the word with which all is said of a place. */
const closesSentence = (view: SentenceView, at: number): boolean =>
  isIn(view, 'closingVerbs', at) && view.markAt[at - 1]?.type === 'place' && /^[.;]?$/.test(wordAt(view, at + 1));

/** One "attacks", many "attack". */
const agrees = (view: SentenceView, at: number): boolean =>
  /s$/.test(wordAt(view, at - 1)) || !formsAt(view, at).includes('base');

const isPresentHere = (view: SentenceView, at: number): boolean => {
  if (isIn(view, 'be', at) || isIn(view, 'have', at)) return true;
  const both = isQuantity(view, at - 1) && (isReportingWord(view, at) || isSaidTo(view, at) || isThought(view, at));
  const relative = isIn(view, 'relatives', at - 1) && !isIn(view, 'owningRelatives', at - 1);
  if (afterDeterminer(view, at) && !both && !relative) return false;
  // "prevent ANY RED RETURN to A": what an article opens that stands before one alone is no verb's doer.
  if (isOfOne(view, at)) return false;
  // "air strikes", "missile attacks"
  if (isIn(view, 'compoundLeads', at) && isIn(view, 'compoundHeads', at + 1)) return false;
  if (both || isReportingWord(view, at) || isIn(view, 'hardlyNouns', at) || closesSentence(view, at)) return true;
  if (at === 0) return !isIn(view, 'nounLinks', 1) && !opensWithNoun(view) && !opensWithPlural(view);
  if (isIn(view, 'actorPronouns', at - 1)) return true;
  // "Rebel chief claims Ashford": in a headline an office before the word makes it a verb; not so in "Rebel attack on Ashford".
  if (view.sentence.heading && isIn(view, 'personNouns', at - 1) && agrees(view, at)) return true;
  if (isOfParty(view, at)) return true;
  const ruling = isControlNoun(view, at) && !weighsNumber(view, at + 1);
  if (ruling || isNounAfterActor(view, at) || isNounBefore(view, at) || isNounOfOpening(view, at)) return false;
  if (opensClauseAsNoun(view, at)) return false;
  return followsNoun(view, at) || isIn(view, 'verbAdverbs', at - 1);
};

/** "the Western Command in Ashford": behind a word of small or capital letters a capital begins no verb, but in a title. */
const isInName = ({ sentence, tokens }: SentenceView, at: number): boolean =>
  !sentence.heading && tokens[at - 1]?.type === 'word' && /^\p{Lu}\p{Ll}/u.test(tokens[at]?.text ?? '');

/** "a key TRADING hub", "the remote FARMING village": behind an adjective that an article opens, before a noun. */
const isOfKindWord = (view: SentenceView, at: number): boolean => {
  if (!isIn(view, 'describingWords', at - 1) || !isIn(view, 'determiners', at - 2)) return false;
  return view.tokens[at + 1]?.type === 'word' && !isInAny(view, BEFORE_NOUN, at + 1) && !isIn(view, 'pronouns', at + 1);
};

/** True where a word that has verb forms is used as a verb without any helper. */
export const isBareVerb = (view: SentenceView, at: number, forms: readonly VerbForm[]): boolean => {
  if (isIn(view, 'prepositions', at) || isInName(view, at)) return false;
  if (forms.includes('ing') && !forms.includes('past'))
    return (
      isFightersVerb(view, at) ||
      (!isIn(view, 'ingNouns', at) &&
        !isIn(view, 'determiners', at - 1) &&
        !isPossessive(view, at - 1) &&
        !isOfKindWord(view, at))
    );
  return forms.includes('past') || forms.includes('participle')
    ? isPastHere(view, at, forms)
    : isToldByPress(view, at) || isLabel(view, at) || (!isOneOfKind(view, at, forms) && isPresentHere(view, at));
};

/** "State radio REPORTS that A", "local media REPORT that A": behind an outlet and before "that" a noun for speech is a verb. */
const isToldByPress = (view: SentenceView, at: number): boolean =>
  isIn(view, 'speechNouns', at) &&
  isReportingLemma(view, at) &&
  isIn(view, 'clauseComplements', at + 1) &&
  isInAny(view, ['pressWords', 'pressEnds', 'institutionNouns', 'documentNouns'], at - 1);
