// A sentence taken apart once, for every pass that asks who does what to which place.

import { kept } from '../../model/keep.ts';
import { isCountedSince } from '../dates/counted-since.ts';
import type { ActorMark } from '../marks.ts';
import { toldEnds, weighedActor } from '../mentions/actor-phrases.ts';
import { nationWordAt } from '../mentions/nation-words.ts';
import { findPlaceGroups, type PlaceGroup } from '../place-groups/find-place-groups.ts';
import { withoutContrast } from '../place-groups/place-contrasts.ts';
import { afterShare, groupFrom } from '../place-groups/share-before.ts';
import { isGenitive } from '../words/genitives.ts';
import { numberOf } from '../words/numbers.ts';
import { isFiller, isHyphen, isIn, phraseLength, type SentenceView, wordAt } from '../words/view-sentence.ts';
import { afterThings } from './after-things.ts';
import { findVerbGroups } from './find-verb-groups.ts';
import type { PhraseFinder } from './match-pattern.ts';
import { findNounPhrases } from './noun-phrases.ts';
import { overTokens, type Parse } from './parse.ts';
import { withoutAttributes } from './verb-attributes.ts';
import { isPossessive } from './word-class.ts';

const takeApart = (view: SentenceView): Parse => {
  const groups = withoutContrast(view, findPlaceGroups(view));
  const verbs = withoutAttributes(view, findVerbGroups(view));
  const { length } = view.tokens;
  const groupAt = overTokens(length, groups);
  const verbAt = overTokens(length, verbs);
  const phrases = findNounPhrases({ view, groupAt, isVerb: (at) => verbAt[at] !== undefined });
  return { view, groups, verbs, phrases, groupAt, verbAt, phraseAt: overTokens(length, phrases) };
};

/** Places joined and verbs grouped, laid over the words; once for each view. */
export const parseSentence = kept(takeApart);

const actorFrom = ({ view }: Parse, at: number): ActorMark | null => {
  const start = isIn(view, 'determiners', at) && view.markAt[at] === undefined ? at + 1 : at;
  const mark = view.markAt[start];
  const owns = mark?.type === 'actor' && mark.modifies && (mark.pronoun || mark.means === 'civilian');
  return mark?.type === 'actor' && mark.from === start && !owns ? mark : null;
};

/** "more than 200 men", "about 200 men": the words before the number. */
const amountLead = ({ view }: Parse, at: number): number => {
  const lead = phraseLength(view, 'comparatorLeads', at) || (isIn(view, 'amountPrepositions', at) ? 1 : 0);
  return view.tokens[at + lead]?.type === 'number' ? lead : 0;
};

/** "in the hands of DOZENS OF Red fighters", "of some two hundred Reds": an amount before who they are. */
const countedActor = (parse: Parse, at: number): ActorMark | null => {
  const lead = amountLead(parse, at);
  const phrase = parse.phraseAt[at + lead];
  return phrase?.from === at + lead && phrase.actor?.modifies === false ? phrase.actor : null;
};

/** "drove THE GROUP'S FIGHTERS out", "a jihadi commander's MEN": not the group alone, nor who only tells of their leader. */
const ownedActor = (parse: Parse, at: number): ActorMark | null => {
  const owner = actorFrom(parse, at);
  const head = countedActor(parse, at);
  if (owner === null || head === null) return null;
  const behind = owner.modifies && isPossessive(parse.view, head.from - 1);
  return behind || isPossessive(parse.view, owner.to) ? head : null;
};

/** For matching a rule's words: the place or the actor that begins at a word. */
export const finderOf = kept(
  (parse: Parse): PhraseFinder => ({
    view: parse.view,
    placeAt: (at) => groupFrom(parse, at) ?? spelledOut(parse, at) ?? afterLand(parse, at),
    actorAt: (at) =>
      ownedActor(parse, at) ?? actorFrom(parse, at) ?? countedActor(parse, at) ?? weighedActor(parse, at),
    toldEnds: (at) => toldEnds(parse, at),
  }),
);

/** "gave up three: A, B and C": a number without its noun, and the names that it counts. */
const spelledOut = ({ view, groups, verbAt }: Parse, at: number): PlaceGroup | null => {
  const number = numberOf([wordAt(view, at)], view.lexicon);
  if (number === null) return null;
  const colon = view.tokens.findIndex(({ word }, i) => i > at && /^[:,;.]$/.test(word));
  // "is left with TWO, A and B"
  const beside = wordAt(view, colon) === ',' && (colon === at + 1 || isIn(view, 'partLinks', at + 1));
  if (!(beside || wordAt(view, colon) === ':') || colon - at > 4) return null;
  if (view.tokens.slice(at, colon).some((_, i) => verbAt[at + i] !== undefined)) return null;
  const named = groups.find(({ from }) => from === colon + 1);
  const all = named?.items.length === number && named.items.every(({ place }) => place !== null);
  // "took one, A fell": a place with a verb of its own.
  return named !== undefined && all && !(beside && verbAt[named.to] !== undefined) ? named : null;
};

/** "took AT LEAST six posts in A": what weighs the number before the place. */
const weightLength = ({ view }: Parse, at: number): number =>
  Math.max(...WEIGHTS.map((list) => phraseLength(view, list, at)));

const WEIGHTS = ['over', 'under', 'at least', 'at most', 'about', 'nearly', 'exactly'].map(
  (word) => `comparator:${word}`,
);

/** The place that stands as the object from `at` on, over adverbs and "most of". */
export const objectFrom = (parse: Parse, given: number): PlaceGroup | null => {
  // "“fully recaptured” A", "captured “the whole of A”": words quoted in part have their object behind the mark.
  const from = /^["“”‘’]$/.test(wordAt(parse.view, given)) ? given + 1 : given;
  // "hold all three": an adverb that is the place's own first word.
  const lead = phraseLength(parse.view, 'objectLeads', from);
  const own = groupFrom(parse, from + lead) ?? groupFrom(parse, from);
  if (own !== null) return own;
  // "overrun ALL BUT two of the districts": a number of places, and none of them named.
  const left = groupFrom(parse, from + phraseLength(parse.view, 'exceptWords', from));
  if (left?.counted) return left;
  const weighed = groupFrom(parse, from + weightLength(parse, from));
  if (weighed !== null) return weighed;
  let at = from + lead;
  // Behind its verb "since" is no adverb: "lost since the fall of Ashford" has a time there, not an object.
  while (
    isIn(parse.view, 'verbAdverbs', at) &&
    !isIn(parse.view, 'clausePrepositions', at) &&
    parse.view.markAt[at] === undefined
  )
    at++;
  return (
    groupFrom(parse, at) ??
    afterShare(parse, at) ??
    spelledOut(parse, at) ??
    afterUnit(parse, at) ??
    afterLand(parse, at) ??
    calledSeat(parse, at) ??
    calledStronghold(parse, at) ??
    afterThings(parse, at)
  );
};

/** Words of "the army's last remaining stronghold". */
const CALLED = 6;

/** "captured the army's last stronghold, A": the name behind what the place is called. */
const calledStronghold = (parse: Parse, from: number): PlaceGroup | null => {
  const { view } = parse;
  for (let at = from; at < from + CALLED; at++) {
    if (isIn(view, 'strongholdWords', at)) return wordAt(view, at + 1) === ',' ? groupFrom(parse, at + 2) : null;
    if (view.markAt[at]?.type !== 'actor' && !isPossessive(view, at) && !isFiller(view, at)) return null;
  }
  return null;
};

/** Words of a name that no gazetteer has. */
const NAME = 3;

/** "entered Millford, THE SEAT OF ASHFORD DISTRICT": a name that is not known, and what it is. */
const calledSeat = (parse: Parse, at: number): PlaceGroup | null => {
  const { view } = parse;
  let to = at;
  while (to < at + NAME && view.markAt[to] === undefined && /^\p{Lu}/u.test(view.tokens[to]?.text ?? '')) to++;
  if (to === at || view.theatre.open || wordAt(view, to) !== ',') return null;
  const seat = view.tokens.findIndex(({ word }, i) => i > to && i <= to + NAME && view.lexicon.has('seatNouns', word));
  return seat > 0 && isIn(view, 'partLinks', seat + 1) ? groupFrom(parse, seat + 2) : null;
};

/** Words of "large parts of the country's north-east,". */
const LAND = 10;

/** "parts of Norland, including A", "most of the country, including A and B": of a whole land the places that are named. */
const afterLand = (parse: Parse, from: number): PlaceGroup | null => {
  const { view } = parse;
  let land = false;
  for (let at = from; at < from + LAND; at++) {
    const length = phraseLength(view, 'includingWords', at);
    if (length > 0) return land ? groupFrom(parse, at + length) : null;
    const token = view.tokens[at];
    if (token === undefined || parse.verbAt[at] !== undefined || view.markAt[at]?.type === 'place') return null;
    if (token.type === 'mark' && !/^(?:,|-|'s)$/.test(token.word)) return null;
    land ||= isIn(view, 'wholeLands', at) || nationWordAt(view.tokens, at, view.lexicon)?.as === 'nationNames';
  }
  return null;
};

/** Words of "the army's 17th Coastal Infantry". */
const UNIT = 7;

/** "the army's 17th INFANTRY DIVISION headquarters in A": over whose post it is. */
const afterUnit = (parse: Parse, from: number): PlaceGroup | null => {
  const { view } = parse;
  let at = isIn(view, 'determiners', from) && view.markAt[from] === undefined ? from + 1 : from;
  const owner = view.markAt[at];
  if (owner?.type === 'actor' && !owner.pronoun && isGenitive(view, owner.to)) at = owner.to + 1;
  for (const start = at; at < start + UNIT; at++) {
    const group = at > start ? groupFrom(parse, at) : null;
    if (group !== null) return group.items.every(({ noun }) => noun !== null) ? group : null;
    const token = view.tokens[at];
    const unit = token !== undefined && (token.type === 'number' || /^\p{Lu}|^(?:st|nd|rd|th)$/u.test(token.text));
    if (!unit || view.markAt[at]?.type === 'place') return null;
  }
  return null;
};

/** "by the rebels" within a few words behind a passive. */
export const agentFrom = (parse: Parse, from: number): ActorMark | null => {
  const { view } = parse;
  for (let at = from; at < Math.min(from + 14, view.tokens.length); at++) {
    // "was captured, along with A, where a rising by residents …": whose clause it is ends where another opens.
    if (parse.verbAt[at] !== undefined || wordAt(view, at) === ';' || isIn(view, 'clauseRelatives', at)) return null;
    // "was taken by force": how, not by whom.
    if (wordAt(view, at) !== 'by' || isIn(view, 'mannerNouns', at + 1)) continue;
    for (let i = at + 1; i < at + 6; i++) {
      const actor = ownedActor(parse, i) ?? actorFrom(parse, i) ?? countedActor(parse, i);
      if (actor !== null) return actor;
      // "by the commander's men"
      if (!isFiller(view, i) && !isGenitive(view, i)) break;
    }
  }
  return null;
};

/** "among the districts that they took WERE A and B", "one of the districts to fall WAS A". */
const isPredicated = ({ view, verbAt }: Parse, group: PlaceGroup, at: number): boolean =>
  (isIn(view, 'amongWords', group.from - 1) ||
    phraseLength(view, 'oneOf', group.from - 2) > 0 ||
    (group.items[0]?.noun?.plural === true && isIn(view, 'relatives', group.to)) ||
    view.tokens.slice(group.from, group.to).some((_, i) => isIn(view, 'ordinalWords', group.from + i))) &&
  isIn(view, 'be', at) &&
  verbAt[at] !== undefined;

/** "three villages beyond THE BORDER, A, B AND C": the names of a list that begins with where they lie. */
const namesIn = (groups: readonly PlaceGroup[], comma: number): PlaceGroup | undefined => {
  const list = groups.find(({ from, to }) => from < comma && comma < to);
  const [first, ...names] = list?.items ?? [];
  const plain = first?.place === null && first.noun?.plural === false && names.every(({ place }) => place !== null);
  return list !== undefined && plain ? { ...list, items: names, from: comma + 1 } : undefined;
};

/** "took two capitals on Sunday, A and B": the list behind the time has as many names as the number says. */
const namedBehindTime = ({ view, groups, verbAt }: Parse, group: PlaceGroup): PlaceGroup | null => {
  const comma = view.tokens.findIndex(({ word }, at) => at >= group.to && /^[,;:.]$/.test(word));
  const many = group.counted || group.items.every(({ place, noun }) => place === null && noun?.plural === true);
  if (!many || comma < 0 || wordAt(view, comma) !== ',') return null;
  const between = view.tokens.slice(group.to, comma);
  if (between.some((_, i) => verbAt[group.to + i] !== undefined)) return null;
  const named = groups.find(({ from }) => from === comma + 1) ?? namesIn(groups, comma);
  const number = view.tokens
    .slice(group.from, group.to)
    .map(({ word }) => numberOf([word], view.lexicon))
    .find((value) => value !== null);
  return named !== undefined && !named.counted && named.items.length > 1 && (number ?? 0) === named.items.length
    ? named
    : null;
};

/** "several districts …, including A and B", "three districts - A, B and C -": the names that stand for the number. */
export const namedAmong = (parse: Parse, group: PlaceGroup): PlaceGroup | null => {
  const { view } = parse;
  for (let at = group.to; at < view.tokens.length; at++) {
    const mark = /^[:—–-]$/.test(wordAt(view, at)) && !isHyphen(view, at);
    const length = phraseLength(view, 'includingWords', at);
    if (length === 0 && !mark && !isPredicated(parse, group, at)) continue;
    if (length > 0 && isCountedSince(parse, group.to, at)) return null;
    const named = objectFrom(parse, at + Math.max(1, length));
    if (named !== null && !named.counted) return named;
    if (length > 0) return null;
  }
  return namedBehindTime(parse, group);
};

/** So far behind what is only described may its name stand. */
const NAMED = 5;

/** "is left with one large town in the south: Ashford itself": the colon names what was only described. */
export const namedBehind = (parse: Parse, group: PlaceGroup): PlaceGroup | null => {
  const { view, groups, verbAt } = parse;
  const { items, to } = group;
  const [only, ...more] = items;
  if (more.length > 0 || only === undefined || only.place !== null || only.noun?.kind == null) return null;
  const last = only.noun.plural ? null : namedLast(parse, group);
  if (last !== null) return last;
  if (only.noun.plural || only.noun.definite) return null;
  const colon = view.tokens.findIndex(({ type }, at) => at >= to && type === 'mark');
  if (wordAt(view, colon) !== ':' || colon - to > NAMED) return null;
  if (view.tokens.slice(to, colon).some((_, i) => verbAt[to + i] !== undefined)) return null;
  const named = groups.find(({ from }) => from === colon + 1);
  return named?.items.length === 1 && named.items[0]?.place != null ? named : null;
};

/** "the last crossing that the army had, ASHFORD.": behind the clause that describes it the name ends the sentence. */
const namedLast = ({ view, groups }: Parse, { to, items: [told] }: PlaceGroup): PlaceGroup | null => {
  const { tokens } = view;
  const comma = tokens.findIndex(({ word }, at) => at >= to && /^[,—–]$/.test(word));
  const named = comma < 0 ? undefined : groups.find(({ from }) => from === comma + 1);
  const [item, ...more] = named?.items ?? [];
  const between = tokens.slice(to, comma);
  const describes = between.some((_, i) => isIn(view, 'relatives', to + i));
  const ends = named !== undefined && /^(?:[.!”"]?|)$/u.test(wordAt(view, named.to));
  if (!describes || !ends || item?.place == null || item.noun !== null || more.length > 0) return null;
  const { kindWord = null, scope = null } = told ?? {};
  return { ...named, items: [{ ...item, kindWord, scope }] };
};
