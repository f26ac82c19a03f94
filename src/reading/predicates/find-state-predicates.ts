// States said in passing, without a verb: "rebel-held A", "besieged A", "newly captured A", "district in rebel hands".

import type { Kind } from '../../model/claim.ts';
import { kept } from '../../model/keep.ts';
import type { Lexicon, NounRule } from '../../model/lexicon.ts';
import { locatedBy } from '../clauses/located-by.ts';
import { matchPattern, patternsFor } from '../clauses/match-pattern.ts';
import { isNever } from '../clauses/negating-leads.ts';
import type { Parse } from '../clauses/parse.ts';
import { finderOf, objectFrom } from '../clauses/parse-sentence.ts';
import type { ActorMark, PlaceItem, Predicate } from '../marks.ts';
import { opponentOf } from '../mentions/theatre-sides.ts';
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { flip, type Mood } from '../words/moods.ts';
import { isFiller, isHyphen, isIn, isInAny, wordAt, wordsOf } from '../words/view-sentence.ts';
import { type NounMatch, nounPredicate } from './make-noun-predicate.ts';
import { soleNamed } from './named-by-copula.ts';
import { notSaidOf } from './no-longer-behind.ts';
import { moodOfNoun } from './noun-mood.ts';
import { seenToCome } from './seen-to-come.ts';

const HELD: NounRule = {
  ...{ name: 'rebel-held', kind: 'hold', nouns: [], placeAfter: [], actorAfter: [], possessor: 'actor' },
  ...{ gives: false, needsActor: true, modality: null, says: 'A convoy reached rebel-held Ashford.' },
};

const QUOTE = /^["“”]$/u;

/** "NON-government-controlled": by the enemy of who is named. */
const isNon = ({ view }: Parse, { from }: ActorMark): boolean =>
  wordAt(view, from - 1) === '-' && isIn(view, 'nonPrefixes', from - 2);

/** "Ashford (rebel-held, 12 km from Garth)": the place before the bracket. */
const beforeBracket = ({ view, groups }: Parse, from: number): PlaceGroup | null => {
  const open = QUOTE.test(wordAt(view, from - 1)) ? from - 2 : from - 1;
  return wordAt(view, open) === '(' ? (groups.find(({ to }) => to === open) ?? null) : null;
};

/** "rebel-held Ashford", "the Taliban-controlled district", "Ashford (rebel-held)": a hold in passing. */
const heldAt = (parse: Parse, at: number): Predicate | null => {
  const { view } = parse;
  const mark = view.markAt[QUOTE.test(wordAt(view, at - 2)) ? at - 3 : at - 2];
  if (!isIn(view, 'heldWords', at) || wordAt(view, at - 1) !== '-' || mark?.type !== 'actor') return null;
  const non = isNon(parse, mark);
  const from = non ? mark.from - 2 : mark.from;
  const place = beforeBracket(parse, from) ?? objectFrom(parse, at + 1);
  if (place === null || place.counted || place.items.every((item) => item.place === null)) return null;
  // "the rebel-run Ashford AGENCY" is a house of news; "in rebel-held Ashford NEWS spread" is told in the town.
  if (isIn(view, 'mediaHouses', place.to) && !isIn(view, 'prepositions', from - 1)) return null;
  const side = non ? opponentOf(mark.side, view.theatre) : mark.side;
  const actor: ActorMark = { ...mark, modifies: false, side };
  const match: NounMatch = {
    ...{ rule: HELD, at, from: place.to < from ? place.from : from, to: Math.max(place.to, at + 1), place, actor },
  };
  return nounPredicate(parse, match, moodOfNoun(view, 'hold', at));
};

/** The rule of a state that stands behind the place. */
const IN_HANDS = 'in rebel hands';

/** "With A in their hands, the rebels …": who is meant stands behind, as the subject. */
const ownerMeant = ({ view, phrases }: Parse, owner: ActorMark, group: PlaceGroup): ActorMark => {
  const fronted = group.from <= 2 && isIn(view, 'withWords', group.from - 1);
  const behind = phrases.find(({ actor, from }) => actor !== null && from > owner.to && wordAt(view, from - 1) === ',');
  return owner.pronoun && fronted ? (behind?.actor ?? owner) : owner;
};

/** "have brought A UNDER THEIR CONTROL": what they did to get it is told with it, and is the news. */
const isBrought = ({ verbs, view }: Parse, group: PlaceGroup): boolean => {
  const start = isIn(view, 'determiners', group.from - 1) ? group.from - 1 : group.from;
  const verb = verbs.find(({ to }) => to === start);
  return verb?.passive === false && verb.lemmas.some((lemma) => view.lexicon.has('bringingLemmas', lemma));
};

/** "Key district in rebel hands": a headline's state without a verb. */
const stateBehind = (parse: Parse, group: PlaceGroup): Predicate | null => {
  // "the number of Garth villages in rebel hands" is a number.
  if (isIn(parse.view, 'partLinks', group.from - 1) && isIn(parse.view, 'numberNouns', group.from - 2)) return null;
  for (const pattern of patternsFor(parse.view, 'statePatterns')) {
    const found = matchPattern(finderOf(parse), pattern, group.to);
    const said = parse.verbs.some((verb) => verb.from >= group.to && verb.from < (found?.to ?? 0));
    if (found === null || found.actor === null || said || group.counted || isBrought(parse, group)) continue;
    const rule: NounRule = { ...HELD, name: IN_HANDS };
    const told = locatedBy(parse, group) ?? group;
    const match: NounMatch = {
      rule,
      at: told.from,
      from: told.from,
      to: found.to,
      place: soleNamed(parse, group) ?? told,
      actor: { ...ownerMeant(parse, found.actor, group), modifies: false },
    };
    return nounPredicate(parse, match, notSaidOf(parse.view, group.to, moodOfState(parse, told.from)));
  }
  return null;
};

const moodOfState = (parse: Parse, place: number): Mood => {
  const seen = seenToCome(parse, 'hold', place);
  if (seen !== null) return seen;
  const mood = moodOfNoun(parse.view, 'hold', place);
  // "AT NO TIME was A in their hands"
  const none = saysNone(parse, place) || isNever(parse.view, { head: place });
  return mood.polarity === 'denied' ? mood : flip(mood, none);
};

/** Words of "no single place in". */
const NONE = 5;

/** "There is NO PLACE IN A in rebel hands". */
const saysNone = ({ view }: Parse, place: number): boolean => {
  for (let at = place; at >= Math.max(1, place - NONE); at--) {
    if (view.tokens[at]?.type === 'mark') return false;
    if (
      !isInAny(view, ['negativeWords', 'negations'], at) ||
      !isIn(view, 'be', at - 1) ||
      !isIn(view, 'thereWords', at - 2)
    )
      continue;
    return [at + 1, at + 2, at + 3].some((noun) => isIn(view, 'noneNouns', noun));
  }
  return false;
};

/** "WITH the rebels IN CONTROL OF A, …": who has it stands before. */
const withHolder = (parse: Parse, at: number): Predicate | null => {
  const { view } = parse;
  const finder = finderOf(parse);
  const found = matchPattern(finder, '~ {actor} ~ in ~ control|charge|possession|command of|over ~ {place}', at + 1);
  if (found?.actor == null || found.place === null || found.place.counted) return null;
  const said = parse.verbs.some(({ from }) => from > at && from < found.to);
  // "with the army in control of THE AIRPORT": a part of the place that is spoken of
  const isPart = ({ place, noun }: PlaceItem): boolean =>
    place === null && noun?.definite === true && (noun.kind === null || noun.kind === 'airport');
  if (said || (found.place.items.every(({ place }) => place === null) && !found.place.items.every(isPart))) return null;
  const rule: NounRule = { ...HELD, name: IN_HANDS };
  const match: NounMatch = { rule, at, from: at, to: found.to, place: found.place, actor: found.actor };
  return nounPredicate(parse, match, moodOfNoun(view, 'hold', at));
};

const DESCRIBING: readonly Kind[] = ['capture', 'recapture', 'siege', 'loss'];

/** By participle that describes ("besieged", "captured"): the kind of the verb's plain rule. */
export const participleKinds = kept(({ verbs, verbRules }: Lexicon): ReadonlyMap<string, Kind> => {
  // What needs a word before the verb ("the SIEGE was lifted") is not said by its participle alone.
  const plain = verbRules.filter(({ after, lead }) => after === null && lead === null).toReversed();
  const kinds = new Map(plain.flatMap(({ verbs: lemmas, kind }) => lemmas.map((lemma) => [lemma, kind] as const)));
  return new Map(
    [...verbs].flatMap(([word, forms]) => {
      const own = forms.filter(({ participle }) => participle === word).map(({ lemma }) => kinds.get(lemma));
      const kind = own.find((one) => one !== undefined && DESCRIBING.includes(one));
      return kind === undefined ? [] : [[word, kind] as const];
    }),
  );
});

/** "the besieged capital of X" names a city as well as its name does. */
const isUnnamed = ({ place, kindWord, within }: PlaceItem): boolean =>
  place === null && !(kindWord === 'city' && within.length > 0);

/** "the ENCIRCLED GARRISON of A", "the BELEAGUERED soldiers in A": who is besieged in a place is so there. */
const besiegedMen = (parse: Parse, at: number): Predicate | null => {
  const { view } = parse;
  if (!isIn(view, 'besiegedAdjectives', at) || parse.verbAt[at] !== undefined || isHyphen(view, at - 1)) return null;
  const found = matchPattern(finderOf(parse), '~ {actor} ~ of|in|at|inside ~ {place}', at + 1);
  const men = found?.actor ?? null;
  if (found === null || men === null || found.place === null || men.pronoun || men.modifies) return null;
  if (!isIn(view, 'besiegedMen', men.to - 1) || found.place.items.every(isUnnamed)) return null;
  const rule: NounRule = { ...HELD, name: 'the besieged men in A', kind: 'siege' };
  const match: NounMatch = { rule, at, from: at, to: found.to, place: found.place, actor: null, foe: men };
  return nounPredicate(parse, match, moodOfNoun(view, 'siege', at));
};

/** "in the newly captured district of A", "besieged A": what was done to the place behind it. */
const describedAt = (parse: Parse, at: number): Predicate | null => {
  const { view } = parse;
  const kind = participleKinds(view.lexicon).get(wordAt(view, at)) ?? null;
  if (kind === null || parse.verbAt[at] !== undefined || view.markAt[at] !== undefined) return null;
  // "Norland-occupied Ashford", "the occupied heights" tell where it is; "newly occupied" is news.
  if (isIn(view, 'heldWords', at) && !/ly$/.test(wordAt(view, at - 1))) return null;
  let to = at + 1;
  while (to < at + 3 && isFiller(view, to) && view.markAt[to] === undefined) to++;
  const place = parse.groupAt[to] ?? null;
  if (place === null || place.counted || place.items.every(isUnnamed)) return null;
  // "a captured Norhaven tank": one of many is no place
  if (isIn(view, 'indefiniteArticles', at - 1) && place.items.every(({ kindWord }) => kindWord === null)) return null;
  const rule: NounRule = { ...HELD, name: 'besieged A', kind };
  const owner = wordAt(view, at - 1) === '-' ? view.markAt[at - 2] : undefined;
  const actor = owner?.type === 'actor' ? { ...owner, modifies: false } : null;
  return nounPredicate(parse, { rule, at, from: at, to: place.to, place, actor }, moodOfNoun(view, kind, at));
};

/** All states of a sentence that no verb says. */
export const findStatePredicates = (parse: Parse): readonly Predicate[] => {
  const behind = parse.groups.map((group) => stateBehind(parse, group));
  const known = participleKinds(parse.view.lexicon);
  const held = wordsOf(parse.view, 'heldWords');
  const besieged = wordsOf(parse.view, 'besiegedAdjectives');
  const before = parse.view.tokens.map(({ word }, at) =>
    known.has(word) || held.includes(at) || besieged.includes(at)
      ? (heldAt(parse, at) ?? describedAt(parse, at) ?? besiegedMen(parse, at))
      : null,
  );
  const fronted = wordsOf(parse.view, 'withWords').map((at) => withHolder(parse, at));
  return [...behind, ...before, ...fronted].filter((state) => state !== null);
};
