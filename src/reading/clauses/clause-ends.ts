// What a comma has closed: a participle, a relative clause, an aside; and whether a verb has its object behind it.

import { isIn, isInAny, type SentenceView, wordAt } from '../words/view-sentence.ts';
import { isReducible, isReporting, openingComma } from './clause-bounds.ts';
import type { VerbGroup } from './find-verb-groups.ts';
import { preventingOver } from './negating-leads.ts';
import { governorAt, type NounPhrase } from './noun-phrases.ts';
import type { Parse } from './parse.ts';
import { isTellingStart } from './telling-starts.ts';

const TIMES = ['weekdays', 'timeNouns', 'months'];

/** "known LOCALLY as": a word of its own before a preposition. */
const isManner = ({ view, phraseAt }: Pick<Parse, 'view' | 'phraseAt'>, at: number): boolean =>
  /^\p{Ll}+ly$/u.test(view.tokens[at]?.text ?? '') &&
  phraseAt[at]?.to === at + 1 &&
  phraseAt[at]?.from === at &&
  isInAny(view, ['prepositions', 'agentWords'], at + 1);

/** True where an object stands right behind the verb: "captured Ashford", not "captured on Monday". */
export const hasObject = ({ view, phraseAt }: Parse, { to }: VerbGroup): boolean => {
  // 'have "liberated" Ashford'
  let at = /^["”’']$/.test(wordAt(view, to)) ? to + 1 : to;
  while ((isIn(view, 'verbAdverbs', at) && phraseAt[at] === undefined) || isManner({ view, phraseAt }, at)) at++;
  // "freed around 500 inmates": the preposition belongs to the number.
  if (isIn(view, 'amountPrepositions', at) && view.tokens[at + 1]?.type === 'number') at++;
  const object = phraseAt[at];
  if (object === undefined || isIn(view, 'timeAdjectives', object.from)) return false;
  return !TIMES.some((list) => isIn(view, list, object.from) || isIn(view, list, object.to - 1));
};

/** "BETTER known as", "FORMERLY led by". */
const isAdverb = (view: SentenceView, at: number): boolean =>
  isInAny(view, ['verbAdverbs', 'participleAdverbs'], at) || /^\p{Ll}+ly$/u.test(view.tokens[at]?.text ?? '');

/** "The Reds, led by Hale, captured": between the commas a participle describes, and shares nothing. */
const participleClosed = (parse: Parse, close: number): VerbGroup | null => {
  const open = openingComma(parse, close);
  const { view, verbAt } = parse;
  const first = open < 0 ? undefined : (verbAt[open + 1] ?? (isAdverb(view, open + 1) ? verbAt[open + 2] : undefined));
  if (first === undefined || !isReducible(first)) return null;
  // "a militia CALLED the Bears"
  return !hasObject(parse, first) || isIn(view, 'callingForms', first.head) ? first : null;
};

const closesParticiple = (parse: Parse, close: number): boolean => {
  const open = openingComma(parse, close);
  // "2,400 troops, AMONG THEM six generals, surrendered": so does who is one of those.
  return (open >= 0 && isIn(parse.view, 'lossParts', open + 1)) || participleClosed(parse, close) !== null;
};

/** "The post, which lies opposite to A, passed": the clause between the commas has had its own subject. */
export const closesRelative = (parse: Parse, close: number): boolean => {
  const first = openingComma(parse, close) + 1;
  return first > 0 && isInAny(parse.view, ['relatives', 'clauseRelatives'], first);
};

/** "A FORMER TEACHER known as": one of a kind. */
const isMan = ({ view, phraseAt }: Parse, told: NounPhrase): boolean =>
  isIn(view, 'indefiniteArticles', told.from) &&
  phraseAt[told.from - 2] !== undefined &&
  governorAt(view, phraseAt[told.from - 2]?.from ?? 0) === null;

/** "a man KNOWN as Hale", "a captain once JAILED by the army": the participle that describes who stands before it. */
const participleOf = (parse: Parse, at: number): VerbGroup | undefined => {
  const verb = parse.verbAt[isAdverb(parse.view, at) ? at + 1 : at];
  const told = verb?.bare === true && verb.forms.includes('participle');
  return told && (!hasObject(parse, verb) || isIn(parse.view, 'callingForms', verb.head)) ? verb : undefined;
};

/** "a town HELD BY the army": a participle with its doer behind it is told of what stands before. */
const isDoneBy = ({ view }: Parse, verb: VerbGroup | undefined): boolean =>
  verb !== undefined && isIn(view, 'agentWords', verb.to);

/** What an aside begins with: "THE LAST bastion", "its only base". */
const apposedAt = ({ view, phraseAt }: Parse, first: number): NounPhrase | undefined => {
  if (phraseAt[first] !== undefined) return phraseAt[first];
  const ranked = isIn(view, 'determiners', first) && isInAny(view, ['rankingWords', 'lastWords'], first + 1);
  return ranked ? phraseAt[first + 2] : undefined;
};

/** "The men of Hale, a commander who came after the army LEFT, hold A": where begins what tells who or what stands before, or -1. */
const apposedOver = (parse: Parse, close: number, verb: VerbGroup): number => {
  const open = openingComma(parse, close);
  const told = open < 0 ? undefined : apposedAt(parse, open + 1);
  if (verb.from < open || told === undefined) return -1;
  // "A, a town that the army had held, fell": a place and what it is are one phrase.
  if (told.from <= open && told.places === null) return -1;
  const described = participleOf(parse, told.to);
  if (verb === described && (isMan(parse, told) || isDoneBy(parse, described))) return open;
  const relative = isInAny(parse.view, ['relatives', 'clauseRelatives'], told.to);
  // "a town THE ARMY HELD"
  const own = parse.phraseAt[told.to];
  return relative || (own?.from === told.to && parse.verbAt[own.to] !== undefined) ? open : -1;
};

/** "captured A, which the army had HELD, and besieged B": the verb whose object the words up to the comma describe. */
const verbOfDescribed = ({ verbAt, phraseAt }: Parse, open: number): VerbGroup | undefined => {
  const told = phraseAt[open - 1];
  return told === undefined ? undefined : verbAt[told.from - 1];
};

/** Where the subject is to be looked for behind a clause that the comma has closed: before it, or with the verb it belongs to. */
export const overAside = (
  parse: Parse,
  close: number,
  shared: VerbGroup | null,
): { readonly verb?: VerbGroup } | null => {
  const relative = closesRelative(parse, close) || closesParticiple(parse, close) ? openingComma(parse, close) : -1;
  const open = relative < 0 && shared !== null ? apposedOver(parse, close, shared) : relative;
  if (open < 0) return null;
  const verb = verbOfDescribed(parse, open);
  return verb === undefined || isReporting(parse, verb) ? {} : { verb };
};

/** "A, 20 kilometres from the city, fell": what stands behind a preposition in an aside is not what fell. */
export const isInAside = (parse: Parse, close: number): boolean => {
  const told = parse.phraseAt[close - 1];
  return told !== undefined && governorAt(parse.view, told.from) !== null && openingComma(parse, close) >= 0;
};

/** "the army FOUGHT the rebels to regain A": the verb before whom it fights; who fights is to regain it. */
export const fightingVerb = ({ view, verbs }: Parse, from: number): VerbGroup | undefined => {
  const verb = verbs.findLast((other) => other.to <= from);
  return verb?.passive === false && verb.lemmas.some((lemma) => view.lexicon.has('combatVerbs', lemma))
    ? verb
    : undefined;
};

/** "The rebels REACHED A DEAL WITH the army to leave A": the verb before the deal; who made it is to keep it. */
export const agreeingVerb = ({ view, verbs }: Parse, { from }: NounPhrase): VerbGroup | undefined => {
  const verb = verbs.findLast((other) => other.to <= from);
  const deal = isIn(view, 'withWords', from - 1) && isIn(view, 'dealNouns', from - 2);
  return deal && verb?.passive === false && from - verb.to <= DEAL ? verb : undefined;
};

/** Words of "a deal brokered late with". */
const DEAL = 5;

/** "DRIVEN from Garth, the Blues dug in": a participle that opens the sentence, and is a passive. */
export const isOpening = ({ view }: Parse, { from, bare, passive }: VerbGroup): boolean =>
  bare && passive && isTellingStart(view, from);

/** "retook A, after troops had driven them out, and closed …": a verb in a clause that a comma has closed. */
export const isClosedOff = (parse: Parse, verb: VerbGroup, joint: number): boolean => {
  const { view } = parse;
  if (wordAt(view, joint - 1) !== ',') return false;
  // "seized A, HELD by the army since May, and besieged B"
  if (verb === participleClosed(parse, joint - 1)) return true;
  for (let at = verb.from - 1; at > 0 && verb.from - at < 12; at--) {
    if (wordAt(view, at) === ',') return false;
    // "entered A, WHERE the police had fled, and captured …"
    const where = isIn(view, 'whereWords', at) && wordAt(view, at - 1) === ',';
    if (where || isIn(view, 'clauseSubordinators', at)) return true;
  }
  return false;
};

/** "were advancing on A, WHICH LIES on the road, and had reached …": an aside about a place that its comma has closed. */
export const isClosedRelative = ({ view }: Parse, verb: VerbGroup, joint: number): boolean => {
  if (wordAt(view, joint - 1) !== ',') return false;
  const at = verb.from - 1;
  const place = view.markAt[at - 2];
  return (
    isIn(view, 'clauseRelatives', at) && wordAt(view, at - 1) === ',' && place !== undefined && place.type !== 'actor'
  );
};

/** "BLOCKED supplies from reaching A", "PREVENTING food, fuel and medicine from reaching A": the first thing that is kept from doing it. */
export const keptFrom = (parse: Parse, verb: VerbGroup, link: number): NounPhrase | null => {
  const { view, phraseAt } = parse;
  const over = preventingOver(parse, verb);
  const near = phraseAt[link - 1];
  if (over === null) return near?.actor == null ? null : near;
  // "helped PREVENT them from entering": the bare verb makes no group of its own.
  const bare = view.lexicon.verbs.has(wordAt(view, over.to)) ? 1 : 0;
  return phraseAt.slice(over.to + bare, link).find((phrase) => phrase !== undefined) ?? null;
};

/** "will not talk WHILE A, with its mines, remains": what stands before the aside has opened a clause of its own. */
export const opensClause = (parse: Parse, close: number): boolean => {
  const { view, phraseAt } = parse;
  const before = phraseAt[openingComma(parse, close) - 1];
  return before !== undefined && [before.from, before.from - 1].some((at) => isIn(view, 'clauseSubordinators', at));
};

/** "the third district" of "Ashford is the third district that fell", "the only CITY IN Northmark that they do not hold". */
export const isUnnamed = ({ view }: Parse, { places, from }: NounPhrase): boolean =>
  places !== null &&
  !isIn(view, 'farPrepositions', from - 1) &&
  !places.counted &&
  places.items.every(
    ({ place, noun }) =>
      noun?.plural === false && (place === null || (noun.kind !== null && isIn(view, 'whereLinks', noun.to))),
  );

/** Nothing that could be a participle's subject stands right before it. */
export const isDetached = ({ view }: Parse, at: number): boolean =>
  at < 0 || wordAt(view, at) === ',' || isInAny(view, ['saidLinks', 'plainSayings', 'prepositions', 'gerundLinks'], at);
