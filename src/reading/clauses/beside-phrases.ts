// Phrases beside a subject that are none: who goes with it, and a time said between it and its verb.
// Invariant: what a verb has for its object goes with nobody.

import { isIn, isInAny, wordAt } from '../words/view-sentence.ts';
import { antecedent, beforeAdverbs, isReducible, isReporting, relativeOver, relativeShared } from './clause-bounds.ts';
import type { VerbGroup } from './find-verb-groups.ts';
import { governorAt, type NounPhrase } from './noun-phrases.ts';
import type { Parse } from './parse.ts';

/** "fighters and ALLIED TRIBESMEN advanced": who stands beside a side that no verb has taken goes with it. */
const isBeside = ({ view, verbAt }: Parse, first: NounPhrase, { from, to, places }: NounPhrase): boolean =>
  places === null &&
  verbAt[first.from - 1] === undefined &&
  !isIn(view, 'determiners', from) &&
  /^\p{Ll}+(?:[^s]s|men)$/u.test(view.tokens[to - 1]?.text ?? '') &&
  !isIn(view, 'timeNouns', to - 1);

/** "EARLIER this week": what may stand before the word that points. */
const isTimeLead = (view: Parse['view'], at: number, from: number): boolean =>
  at === from - 1 || isIn(view, 'timeAdjectives', from - 1);

/** "Fighters who seized Ashford LAST MONTH still hold it": a time behind other words does nothing. */
export const isBareTime = ({ view, verbAt, phraseAt }: Parse, { actor, places, from, to }: NounPhrase): boolean => {
  if (actor !== null || places !== null) return false;
  // "who seized Ashford A YEAR AGO have left it", "who held it SINCE THE FIRST DAY of the war have left"
  if (isIn(view, 'agoWords', to - 1) && isIn(view, 'timeNouns', to - 2)) return true;
  const time = isIn(view, 'timeNouns', to - 1);
  if (time && (isIn(view, 'agoWords', to) || governorAt(view, from) !== null)) return true;
  // "Fighters who seized Ashford THIS WEEK pushed on": the word that points is part of the phrase.
  if (time && isIn(view, 'timePointers', from))
    return [from - 1, from - 2].some(
      (at) => isTimeLead(view, at, from) && (phraseAt[at] !== undefined || verbAt[at] !== undefined),
    );
  if (!time) return false;
  // "Ashford THE NEXT DAY fell", "The army THE SAME EVENING left": the word that counts on from another day is part of it.
  const ordered = isIn(view, 'determiners', from) && isInAny(view, ['timeAdjectives', 'timeOrders'], from + 1);
  if (ordered) return phraseAt[from - 1] !== undefined;
  if (!isInAny(view, ['timeAdjectives', 'dayAdverbs'], from - 1)) return false;
  return phraseAt[from - 2] !== undefined || verbAt[from - 2] !== undefined;
};

/** Words of ", backed by planes from abroad,". */
const BACKED = 8;

/** "THE ARMY, BACKED BY PLANES, and militias took A": who stands before the aside that a comma closes here. */
const beforeBacked = ({ view, phraseAt }: Parse, close: number): NounPhrase | undefined => {
  if (wordAt(view, close) !== ',') return undefined;
  const open = view.tokens.findLastIndex(({ word }, at) => at < close && word === ',');
  const backed = isIn(view, 'backedWords', open + 1) && isIn(view, 'agentWords', open + 2);
  return open > 0 && backed && close - open <= BACKED ? phraseAt[open - 1] : undefined;
};

/** "the soldiers and the militia left", "the army and its partners took A", "the dam and the mill are held": the first one named leads, unless it is another verb's object. */
export const firstOfPair = (parse: Parse, phrase: NounPhrase): NounPhrase => {
  const { view, phraseAt } = parse;
  // "handed it to the rebels and THAT the soldiers left": another clause, no pair.
  const joined = isIn(view, 'listLinks', phrase.from - 1) && !isIn(view, 'clauseComplements', phrase.from);
  const first = joined ? (phraseAt[phrase.from - 2] ?? beforeBacked(parse, phrase.from - 2)) : undefined;
  // "retook A and THE WOUNDED were evacuated": people are no part of the place.
  const people = isInAny(view, ['civilianVictims', 'sufferersNouns', 'folkWords'], phrase.to - 1);
  const places = first?.places != null && phrase.actor === null && phrase.places === null && !people;
  const own = phrase.places === null && isIn(view, 'possessives', phrase.from);
  const fighters = first?.actor?.side != null && (phrase.actor !== null || own || isBeside(parse, first, phrase));
  if (first === undefined || !(places || fighters)) return phrase;
  const governed = governorAt(view, first.from);
  return governed !== null && !view.lexicon.has('clausePrepositions', governed) ? phrase : first;
};

/** "posts BETWEEN A AND B fell": where the pair begins that only locates; -1 where the phrase ends none. */
export const betweenBefore = ({ view, phraseAt }: Parse, { from }: NounPhrase): number => {
  const first = isIn(view, 'listLinks', from - 1) ? phraseAt[from - 2] : undefined;
  return first !== undefined && isIn(view, 'betweenWords', first.from - 1) ? first.from - 1 : -1;
};

/** "the police, WHOSE COMMANDER, Karim, surrendered": what stands behind the word is its clause's subject. */
export const ownedBefore = ({ view, verbAt, phraseAt }: Parse, { from }: VerbGroup): NounPhrase | null => {
  for (let at = from - 1; at >= 0 && verbAt[at] === undefined; at--)
    if (isIn(view, 'owningRelatives', at)) {
      const own = phraseAt[at + 1] ?? null;
      const near = phraseAt[from - 1];
      // "Ashford, WHOSE CENTRE the rebels hold": who acts stands right behind what is held.
      return own?.places != null && near?.actor != null && near.from === own.to ? near : own;
    }
  return null;
};

const hasComma = ({ view }: Parse, from: number, to: number): boolean =>
  view.tokens.slice(from, to).some(({ word }) => word === ',');

/** "Fighters WHO left after the talks have returned": what is no party and no place, behind a clause that only describes. */
export const overOpenRelative = (parse: Parse, { actor, places, from }: NounPhrase): number => {
  if (actor !== null || places !== null) return -1;
  const verb = parse.verbs.findLast(({ to }) => to <= from);
  const isOpen = verb !== undefined && !isIn(parse.view, 'clauseStarts', verb.to) && !hasComma(parse, verb.to, from);
  return isOpen ? relativeOver(parse, verb) : -1;
};

/** "accused THE REDS of attacking A", "blamed them for leaving B": who is blamed, or praised, for the deed behind the link. */
export const blamedBefore = ({ view, verbAt, phraseAt }: Parse, link: number): NounPhrase | null => {
  const whom = isIn(view, 'blamingLinks', link) ? phraseAt[link - 1] : undefined;
  const verb = whom === undefined ? undefined : verbAt[whom.from - 1];
  const blames = verb?.lemmas.some((lemma) => view.lexicon.has('blamingVerbs', lemma)) === true && !verb.passive;
  return whom !== undefined && blames ? whom : null;
};

/** "Men ACCUSED OF attacking troops fled": the participle before the link, where it describes a phrase; -1 for none. */
const accusedBefore = ({ view, verbAt, phraseAt }: Parse, { gerund, from }: VerbGroup): number => {
  const accused = gerund && isIn(view, 'blamingLinks', from - 1) ? verbAt[from - 2] : undefined;
  const describes = accused !== undefined && isReducible(accused) && phraseAt[accused.from - 1] !== undefined;
  return describes ? accused.from : -1;
};

/** The verb whose object the phrase is, where that verb stands in a clause of its own that only describes. */
export const describingVerb = (parse: Parse, phrase: NounPhrase): number => {
  const verb = parse.verbAt[beforeAdverbs(parse.view, phrase.from - 1)];
  if (verb === undefined || isReporting(parse, verb)) return -1;
  const own = Math.max(relativeOver(parse, verb), relativeShared(parse, verb));
  // "Fighters SEEKING TO TOPPLE the president entered", "who wanted to take the town left"
  const over = own < 0 && verb.infinitive ? parse.verbAt[verb.from - 1] : undefined;
  const relative = over === undefined || isReporting(parse, over) ? own : relativeOver(parse, over);
  if (relative >= 0) return relative;
  const leading = over ?? verb;
  const charged = accusedBefore(parse, leading);
  if (charged >= 0) return charged;
  return isReducible(leading) && parse.phraseAt[leading.from - 1] !== undefined && leading.gerund ? leading.from : -1;
};

/** "claimed SATURDAY to have captured A", "vowed on Monday to retake it": a day is nobody. */
export const beforeTime = ({ view, phraseAt }: Parse, at: number): number => {
  const phrase = phraseAt[at];
  if (phrase === undefined || !['weekdays', 'months'].some((list) => isIn(view, list, phrase.to - 1))) return at;
  return isIn(view, 'prepositions', phrase.from - 1) ? phrase.from - 2 : phrase.from - 1;
};

/** Words of "and after a day of heavy fighting in the streets of". */
const ADJUNCT = 12;

/** "shelled A and IN A BOLD MOVE retook it": the conjunction before phrases that prepositions lead to; `at` where one of them has none. */
const beforeAdjuncts = ({ view, phraseAt }: Parse, at: number): number => {
  for (let end = at; at - end < ADJUNCT; ) {
    const phrase = phraseAt[end];
    const link = (phrase?.from ?? 0) - 1;
    if (phrase === undefined || !isIn(view, 'prepositions', link)) return at;
    // "and after THE REBELS entered A": who comes right behind the word does what the verb tells.
    const clause = isIn(view, 'clausePrepositions', link) && (phrase.actor !== null || phrase.places !== null);
    if (clause && end === at) return at;
    if (isIn(view, 'conjunctions', link - 1)) return link - 1;
    end = link - 1;
  }
  return at;
};

/** "entered A and BY MORNING controlled B": the conjunction before what stands in front of its verb. */
export const beforeFronted = (parse: Parse, at: number): number => {
  const { view, phraseAt } = parse;
  const phrase = phraseAt[at];
  const timed =
    phrase !== undefined && isInAny(view, ['weekdays', 'months', 'timeNouns', 'frontedNouns'], phrase.to - 1);
  return timed && isIn(view, 'prepositions', phrase.from - 1) ? phrase.from - 2 : beforeAdjuncts(parse, at);
};

/** "the army's efforts to", "a Taliban attempt to": whose they are. */
export const ownerIn = ({ view }: Parse, phrase: NounPhrase): NounPhrase | null => {
  for (let at = phrase.to - 1; at >= phrase.from; at--) {
    const mark = view.markAt[at];
    if (mark?.type === 'actor') return { ...phrase, actor: mark };
  }
  return null;
};

/** "rejected Taliban claims of having taken A", "the claim BY THE REBELS of taking it": whose claims they are. */
export const ownerOfClaims = (parse: Parse, at: number): NounPhrase | null => {
  const { view, phraseAt } = parse;
  const claims = isIn(view, 'rumourLinks', at) ? phraseAt[at - 1] : undefined;
  if (claims === undefined) return null;
  const by = claims.from - 1;
  const claimed = isInAny(view, ['agentWords', 'partLinks'], by) && isIn(view, 'rumourNouns', by - 1);
  if (claimed && claims.actor !== null) return claims;
  return isIn(view, 'rumourNouns', claims.to - 1) ? ownerIn(parse, claims) : null;
};

/** "accused the army of breaking the truce BY SENDING tanks into A": who did the one did it by the other. */
export const overMeans = (parse: Parse, verb: VerbGroup): VerbGroup | null => {
  const { view, verbs } = parse;
  if (isOutcome(parse, verb)) return outcomeOf(parse, verb);
  if (!verb.gerund || !isIn(view, 'agentWords', verb.from - 1)) return null;
  const over = verbs.findLast(({ to }) => to < verb.from);
  const plain = over?.gerund === true && view.tokens.slice(over.to, verb.from).every(({ type }) => type !== 'mark');
  return plain ? over : null;
};

/** "compelled RESERVISTS to", "forced THE POLICE and their allies to": who stands right behind such a verb does it. */
export const madeBy = ({ view, verbs, phraseAt }: Parse, { from }: NounPhrase): NounPhrase | null => {
  const governing = verbs.findLast(({ to }) => to <= from);
  const makes =
    governing !== undefined &&
    !governing.passive &&
    governing.lemmas.some((lemma) => view.lexicon.has('objectControl', lemma));
  return makes ? (phraseAt[governing.to] ?? null) : null;
};

/** "the men WERE PERSUADED BY THEIR FATHERS to leave": who persuades stands between the two verbs, who leaves before both. */
export const persuadedBy = ({ view, verbs }: Parse, { from }: NounPhrase): VerbGroup | null => {
  const by = [from - 1, from - 2].find((at) => isIn(view, 'byWords', at)) ?? -1;
  return verbs.find(({ to, passive }) => passive && to === by) ?? null;
};

/** "took A, ONLY TO LOSE it again": told of whoever the sentence is told of, and what came next. */
export const isOutcome = ({ view }: Parse, { infinitive, from }: VerbGroup): boolean =>
  infinitive && isIn(view, 'onlyWords', from) && !isIn(view, 'onlyWords', from + 1);

/** The verb that the outcome follows. */
const outcomeOf = (parse: Parse, { from }: VerbGroup): VerbGroup | null =>
  parse.verbs.findLast(
    (one) =>
      one.to <= from && !one.infinitive && !one.gerund && !isReporting(parse, one) && relativeOver(parse, one) < 0,
  ) ?? null;

/** "rebels who LAUNCHED AN OFFENSIVE, taking A": of whom a relative clause tells that they began what the gerund goes on with. */
export const describedDoer = (parse: Parse, verb: VerbGroup): NounPhrase | null => {
  const { view, verbs } = parse;
  const over =
    verb.gerund && wordAt(view, verb.from - 1) === ',' ? verbs.findLast(({ to }) => to < verb.from) : undefined;
  const relative = over === undefined ? -1 : relativeOver(parse, over);
  if (over === undefined || relative < 0) return null;
  const began = over.lemmas.some((lemma) => view.lexicon.has('launchingVerbs', lemma));
  const campaign = view.tokens.slice(over.to, verb.from).some(({ word }) => view.lexicon.has('begunNouns', word));
  return began && campaign ? antecedent(parse, relative) : null;
};

/** The verb whose subject a gerund behind "by" or "to" has: "accused the Reds of BREAKING the truce by attacking A", "ADMITS to being surrounded but holds on". */
export const verbOverGerund = ({ view, verbs, verbAt }: Parse, { from }: VerbGroup): VerbGroup | null => {
  const admits = isIn(view, 'toWords', from - 1) ? verbAt[from - 2] : undefined;
  const nearest = isIn(view, 'agentWords', from - 1) ? verbs.findLast(({ to }) => to <= from) : undefined;
  return admits?.to === from - 1 ? admits : nearest?.gerund === true ? nearest : null;
};
