// Counts of places that no verb's rule governs: "138 centres in rebel hands, 97 with the government", "half are contested",
// "three by the army". Invariant: a count that a verb governs is not here.
import type { SideId } from '../../model/actor.ts';
import type { AggregateClaim, Attribution } from '../../model/claim.ts';
import type { Span } from '../../model/text.ts';
import { sideAt } from '../actors/actor-meant.ts';
import type { ActorMark, Draft, PlaceMark, Sentence } from '../marks.ts';
import { incumbentOf } from '../mentions/theatre-sides.ts';
import { inSentence } from '../words/by-sentence.ts';
import { numberAt } from '../words/read-amounts.ts';
import type { Quantity } from './find-quantities.ts';

/** A quantity as a place in the sentence, so that "captured 29 districts" reads as "captured Ashford". */
export interface Stand extends PlaceMark {
  readonly quantity: Quantity;
}

/** A count with what is said of it, found without a verb's rule. */
export interface BareCount {
  readonly quantity: Quantity;
  readonly sentence: Sentence;
  readonly kind: AggregateClaim['kind'];
  readonly actor: SideId | null;
  readonly clause: Span;
  readonly modality?: AggregateClaim['modality'];
  /** True where it is said not to be so: "two are NOT contested". */
  readonly denied?: boolean;
  /** True where who is named as its source is no speaker: "the country has reported 4,366 deaths". */
  readonly unsaid?: boolean;
  /** Who says it, where another sentence tells. */
  readonly by?: Attribution;
}

/** A free count with what stands around it. */
export interface Around {
  readonly draft: Draft;
  readonly stand: Stand;
  readonly sentence: Sentence;
  /** What verbs count in the same sentence before it. */
  readonly before: BareCount | null;
}

export const wordIn = ({ tokens }: Sentence, at: number): string => tokens[at]?.word ?? '';

export const actorsIn = ({ draft, sentence }: Pick<Around, 'draft' | 'sentence'>): readonly ActorMark[] =>
  inSentence(draft.mentions, sentence.index).filter((mark): mark is ActorMark => mark.type === 'actor');

/** "the army", with its article. */
const startOf = ({ draft, sentence }: Around, { from, start }: ActorMark): number =>
  draft.theatre.lexicon.has('determiners', wordIn(sentence, from - 1))
    ? (sentence.tokens[from - 1]?.start ?? start)
    : start;

const REACH = 18;

/** "in rebel hands", "under government control", "with the government" within a few words behind the count. */
const heldBy = (around: Around): { actor: SideId; end: number } | null => {
  const { draft, stand, sentence } = around;
  const { lexicon } = draft.theatre;
  const actor = actorsIn(around).find(({ from }) => from >= stand.to && from < stand.to + REACH);
  if (actor === undefined) return null;
  const between = sentence.tokens.slice(stand.to, actor.from);
  if (between.some(({ word }) => lexicon.verbs.has(word) && !lexicon.has('be', word))) return null;
  // "Of nine districts SIX are in rebel hands": it is the nearer number that is held.
  if (between.some((_, i) => numberAt({ tokens: sentence.tokens, lexicon }, stand.to + i) !== null)) return null;
  // "421 towns, OF WHICH the rebels control five": of these so many.
  const isPart = between.some(
    ({ word }, i) => lexicon.has('partLinks', word) && lexicon.has('relatives', between[i + 1]?.word ?? ''),
  );
  if (isPart) return null;
  const noun = sentence.tokens[actor.to];
  const inHands = noun !== undefined && lexicon.has('holdNouns', noun.word);
  const isOfActor = between.some(({ word }) => lexicon.has('holdNouns', word));
  // "two crossings WITH Norland" are on its border.
  const border = lexicon.has('borderUnits', stand.quantity.unit);
  // "68 UNDER THE GOVERNMENT"; "68 under threat from the rebels" are not theirs.
  const isUnder = lexicon.has('underLinks', between[0]?.word ?? '') && between.length <= 2;
  const isWith = !border && (isUnder || between.some(({ word }) => lexicon.has('holdLinks', word)));
  const side = inHands || ((isWith || isOfActor) && !actor.pronoun) ? sideAt(draft, actor) : null;
  return side === null ? null : { actor: side, end: inHands ? noun.end : actor.end };
};

const heldCount = (around: Around): BareCount | null => {
  const { stand, sentence } = around;
  const holder = heldBy(around);
  if (holder === null) return null;
  const clause = { start: stand.start, end: holder.end };
  return { quantity: stand.quantity, sentence, kind: 'hold', actor: holder.actor, clause };
};

/** Words of "'s "stable control" at". */
const PUT = 4;

/** "rebel control has shrunk TO half of the country", "the rebels' share IS 40 percent": the holder stands before it. */
const sharedOut = (around: Around): BareCount | null => {
  const { draft, stand, sentence } = around;
  const { lexicon } = draft.theatre;
  const isShare = stand.quantity.fraction !== null || stand.quantity.unit === 'percent';
  const noun = sentence.tokens.findLastIndex(({ word }, at) => at < stand.from && lexicon.has('sharedNouns', word));
  // "put the army's control AT 57 of 407 districts"
  const isPut = lexicon.has('putLinks', wordIn(sentence, stand.from - 1)) && stand.from - noun <= PUT;
  if (!isPut && !(isShare && lexicon.has('shareLinks', wordIn(sentence, stand.from - 1)))) return null;
  const actor = actorsIn(around).findLast(({ to }) => to <= noun && noun - to <= PUT);
  const side = noun < 0 || actor === undefined ? null : sideAt(draft, actor);
  if (actor === undefined || side === null) return null;
  return {
    ...{ quantity: stand.quantity, sentence, kind: 'hold', actor: side },
    clause: { start: actor.start, end: stand.end },
  };
};

/** "four are held by the rebels, three BY the army": the verb is not said again. */
const gapped = (around: Around): BareCount | null => {
  const { draft, stand, sentence, before } = around;
  if (before === null || !draft.theatre.lexicon.has('agentLinks', wordIn(sentence, stand.to))) return null;
  const actor = actorsIn(around).find(({ from }) => from > stand.to && from <= stand.to + 3);
  const side = actor === undefined ? null : sideAt(draft, actor);
  if (actor === undefined || side === null) return null;
  const clause = { start: stand.start, end: actor.end };
  return { quantity: stand.quantity, sentence, kind: before.kind, actor: side, clause };
};

/** "the rebels control 46 percent, THE ARMY 30 percent": only doer and number are new. */
const gappedBehind = (around: Around): BareCount | null => {
  const { draft, stand, sentence, before } = around;
  const actor = actorsIn(around).find(({ to }) => to === stand.from);
  if (before === null || actor === undefined || before.quantity.unit !== stand.quantity.unit) return null;
  const determined = draft.theatre.lexicon.has('determiners', wordIn(sentence, actor.from - 1));
  const link = actor.from - (determined ? 2 : 1);
  const joined =
    sentence.tokens[link]?.type === 'mark' || draft.theatre.lexicon.has('conjunctions', wordIn(sentence, link));
  const side = sideAt(draft, actor);
  if (!joined || side === null) return null;
  const clause = { start: startOf(around, actor), end: stand.end };
  return { quantity: stand.quantity, sentence, kind: before.kind, actor: side, clause };
};

/** "took three districts in A, KILLING two in B": another verb counts it. */
const isCountedElse = ({ quantity, clause }: BareCount, { draft, stand, sentence }: Around): boolean =>
  sentence.tokens.some(
    ({ word, start, end }) =>
      start >= quantity.end && end <= stand.start && end > clause.end && draft.theatre.lexicon.verbs.has(word),
  );

/** "two fell on Monday and one on Tuesday", "104 districts, up from 73 in May": only number and time are new. */
const gappedInTime = (around: Around): BareCount | null => {
  const { draft, stand, sentence, before } = around;
  const { lexicon } = draft.theatre;
  const former = `${wordIn(sentence, stand.from - 2)} ${wordIn(sentence, stand.from - 1)}`;
  const timed = stand.quantity.bare && lexicon.has('gapTimes', wordIn(sentence, stand.to));
  const isFormer = lexicon.has('formerWords', former);
  if (before === null || !(timed || isFormer) || before.quantity.unit !== stand.quantity.unit) return null;
  if (!isFormer && isCountedElse(before, around)) return null;
  return { quantity: stand.quantity, sentence, kind: before.kind, actor: before.actor, clause: stand };
};

/** "the rebels HAVE seven of the nine districts", "the army is LEFT WITH three": what one has, one holds. */
const hadBy = (around: Around): BareCount | null => {
  const { draft, stand, sentence } = around;
  const { lexicon } = draft.theatre;
  const pair = `${wordIn(sentence, stand.from - 2)} ${wordIn(sentence, stand.from - 1)}`;
  const has = lexicon.has('ownWords', wordIn(sentence, stand.from - 1));
  if (!has && !lexicon.has('leftWith', pair)) return null;
  const actor = actorsIn(around).findLast(({ to }) => to < stand.from && to >= stand.from - HAD_REACH);
  const side = actor === undefined ? null : sideAt(draft, actor);
  if (actor === undefined || side === null) return null;
  // A government has all its provinces; only of a part, or of who is none, does "has" say what is held.
  const partOf = stand.quantity.of !== null || stand.quantity.bare || side !== incumbentOf(draft.theatre);
  // "The rebels have 14 training camps": their own, and nothing taken.
  const own = lexicon.has('ownedUnits', stand.quantity.unit) && stand.quantity.of === null && !stand.quantity.bare;
  if ((has && (!partOf || own)) || isGovernedIn(around, actor)) return null;
  const clause = { start: startOf(around, actor), end: stand.end };
  return { quantity: stand.quantity, sentence, kind: 'hold', actor: side, clause };
};

/** "(8 of 8 districts with the government) and in B (7 OF 8)": the same of another place, in brackets. */
const bracketed = ({ stand, sentence, before }: Around): BareCount | null => {
  const { quantity } = stand;
  const inside = wordIn(sentence, stand.from - 1) === '(' && wordIn(sentence, stand.to) === ')';
  if (!inside || before === null || !quantity.bare || quantity.of === null || before.quantity.unit !== quantity.unit)
    return null;
  return { quantity, sentence, kind: before.kind, actor: before.actor, clause: stand };
};

/** "seized three districts in A, TWO IN B and four in C": only number and place are new. */
const gappedInPlace = (around: Around): BareCount | null => {
  const { draft, stand, sentence, before } = around;
  const { lexicon } = draft.theatre;
  const { quantity } = stand;
  const joined = [',', ...lexicon.list('listLinks')].includes(wordIn(sentence, stand.from - 1));
  const located = stand.to > quantity.to && lexicon.has('insideLinks', wordIn(sentence, quantity.to));
  if (before === null || !quantity.bare || !joined || !located || before.quantity.unit !== quantity.unit) return null;
  if (isCountedElse(before, around)) return null;
  return { quantity, sentence, kind: before.kind, actor: before.actor, clause: stand };
};

/** "in A two districts; IN B, ONE, and in C all three": place and number are new, the place in front. */
const gappedBehindPlace = ({ draft, stand, sentence, before }: Around): BareCount | null => {
  const { quantity } = stand;
  const comma = wordIn(sentence, stand.from - 1) === ',' ? 1 : 0;
  const place = inSentence(draft.mentions, sentence.index).find(({ to }) => to === stand.from - comma);
  if (before === null || place?.type !== 'place' || !quantity.bare || before.quantity.unit !== quantity.unit)
    return null;
  const lead = place.from - 1;
  const word = wordIn(sentence, lead - 1);
  const joined = /^[,;]$/.test(word) || draft.theatre.lexicon.has('listLinks', word);
  const next = sentence.tokens[stand.to];
  const ends = next === undefined || next.type === 'mark' || draft.theatre.lexicon.has('listLinks', next.word);
  if (!draft.theatre.lexicon.has('insideLinks', wordIn(sentence, lead)) || !joined || !ends) return null;
  const clause = { start: sentence.tokens[lead]?.start ?? stand.start, end: stand.end };
  return { quantity, sentence, kind: before.kind, actor: before.actor, clause };
};

const HAD_REACH = 6;

/** "a list published BY the rebels has 150 districts": who stands behind a preposition has nothing. */
const isGovernedIn = ({ draft, sentence }: Around, { from }: ActorMark): boolean => {
  const { lexicon } = draft.theatre;
  const at = lexicon.has('determiners', wordIn(sentence, from - 1)) ? from - 2 : from - 1;
  return lexicon.has('prepositions', wordIn(sentence, at));
};

/** "The rebels ADDED nine districts to their gains", "REBELS ADD NINE DISTRICTS". */
const added = (around: Around): BareCount | null => {
  const { draft, stand, sentence } = around;
  const { lexicon } = draft.theatre;
  if (stand.quantity.bare || !lexicon.has('gainingWords', wordIn(sentence, stand.from - 1))) return null;
  const toWhat = sentence.tokens.slice(stand.to, stand.to + HAD_REACH);
  const elsewhere = lexicon.has('toWords', toWhat[0]?.word ?? '');
  if (elsewhere && !toWhat.some(({ word }) => lexicon.has('gainNouns', word))) return null;
  const actor = actorsIn(around).findLast(({ to }) => to < stand.from && to >= stand.from - HAD_REACH);
  const side = actor === undefined ? null : sideAt(draft, actor);
  if (actor === undefined || side === null) return null;
  const clause = { start: startOf(around, actor), end: stand.end };
  return { quantity: stand.quantity, sentence, kind: 'capture', actor: side, clause };
};

/** "The rebels LIST six districts": right behind a side that fights, and nothing said of them: its own. */
const listsOwn = (around: Around): boolean => {
  const { draft, stand, sentence } = around;
  const next = sentence.tokens[stand.to];
  const ends = next === undefined || /^[,.;]$/.test(next.word);
  const actor = actorsIn(around).find(({ to }) => to === stand.from - 1);
  const lists = draft.theatre.lexicon.has('listingVerbs', wordIn(sentence, stand.from - 1));
  return lists && ends && actor?.means === 'name' && sideAt(draft, actor) !== incumbentOf(draft.theatre);
};

/** "The rebels CLAIMED 13 districts on Monday": what a side claims, it says it has taken; a share of all it says it has. */
const claimed = (around: Around): BareCount | null => {
  const { draft, stand, sentence } = around;
  const verb = wordIn(sentence, stand.from - 1);
  const listed = listsOwn(around);
  if (stand.quantity.bare || !(draft.theatre.lexicon.has('claimWords', verb) || listed)) return null;
  const actor = actorsIn(around).findLast(({ to }) => to < stand.from && to >= stand.from - HAD_REACH);
  const side = actor === undefined ? null : sideAt(draft, actor);
  if (actor === undefined || side === null) return null;
  const clause = { start: startOf(around, actor), end: stand.end };
  const share = stand.quantity.fraction !== null || stand.quantity.unit === 'percent';
  return { quantity: stand.quantity, sentence, kind: share ? 'hold' : 'capture', actor: side, clause };
};

/** "Six districts gone, one BACK", "nine of them WE HAVE BACK". */
const broughtBack = ({ draft, stand, sentence }: Around): BareCount | null => {
  const { lexicon } = draft.theatre;
  let at = stand.to;
  while (['subjectPronouns', 'have', 'be'].some((list) => lexicon.has(list, wordIn(sentence, at)))) at += 1;
  const word = sentence.tokens[at];
  if (!stand.quantity.bare || word === undefined || !lexicon.has('backWords', word.word)) return null;
  const actor = incumbentOf(draft.theatre);
  return {
    quantity: stand.quantity,
    sentence,
    kind: 'recapture',
    actor,
    clause: { start: stand.start, end: word.end },
  };
};

/** Before the rules for words of state, and behind them. */
export const FIRST_RULES = [added, heldCount, sharedOut, gapped, gappedBehind, broughtBack];
export const LATER_RULES = [hadBy, claimed, gappedInTime, gappedInPlace, gappedBehindPlace, bracketed];
