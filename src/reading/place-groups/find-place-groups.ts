// Names and common nouns of places joined as they are said: "the centre of A district", "A, B and C districts of X and D in Y".
// Invariant: each item is one place; what only locates it stands in `within`, not in the list.
import { isObjectPosition, isTeller } from '../clauses/object-position.ts';
import { isOnlyNot } from '../clauses/only-not.ts';
import { isPossessive } from '../clauses/word-class.ts';
import type { Mention, PlaceItem } from '../marks.ts';
import { isDateline } from '../words/datelines.ts';
import { isExcepted } from '../words/exception-words.ts';
import { ordinalOf } from '../words/numbers.ts';
import {
  isFiller,
  isIn,
  isInAny,
  isOfficeNoun,
  isVerbForm,
  phraseLength,
  type SentenceView,
  startOfPhrase,
  wordAt,
} from '../words/view-sentence.ts';
import { bracketedList } from './bracketed-list.ts';
import { isFew } from './few-places.ts';
import { isFronted, listsInFront, opensBefore } from './fronted-list.ts';
import { isListSemicolon } from './list-semicolon.ts';
import { pastNaming } from './naming-tail.ts';
import { fromPair } from './paired-owners.ts';
import { pastAside } from './past-aside.ts';
import { appositionAt, endsQuotation, pastRank } from './place-appositions.ts';
import { isRoad } from './place-direction.ts';
import { canBeProvince, itemAt } from './place-item.ts';
import { areSomeIn, distribute } from './place-lists.ts';
import { markFrom } from './place-marks.ts';
import { ownsNext, withoutRegion } from './place-regions.ts';
import { shareAt, shareBefore } from './place-shares.ts';
import { withSide } from './place-sides.ts';
import { withSeats } from './seats-of-provinces.ts';

export interface PlaceGroup {
  readonly items: readonly PlaceItem[];
  /** With determiners and adjectives before it. */
  readonly from: number;
  readonly to: number;
  /** "five more districts in Paktia": a number of places, none of them named. */
  readonly counted: boolean;
  /** Two or three of them: the report may name them all right after. */
  readonly few: boolean;
  /** "most of", "parts of". */
  readonly partial: boolean;
}

interface Separator {
  readonly next: number;
  readonly comma: boolean;
  readonly and: boolean;
  /** "on A and on B": the preposition said again joins no clause. */
  readonly again: boolean;
}

/** "the road, and on THE 14TH the district", "A and in THE EVENING THE bazaar": a time that a new clause begins with. */
const isDayOf = (view: SentenceView, at: number): boolean => {
  const number = at + (isIn(view, 'definiteArticles', at) ? 1 : 0);
  if (number > at && isIn(view, 'timeNouns', number) && isIn(view, 'determiners', number + 1)) return true;
  return /^\d{1,2}$/.test(wordAt(view, number)) || ordinalOf(wordAt(view, number), view.lexicon) !== null;
};

const separatorAt = (view: SentenceView, at: number): Separator | null => {
  const comma = wordAt(view, at) === ',' || isListSemicolon(view, at);
  const joint = at + (comma ? 1 : 0);
  const long = phraseLength(view, 'longListLinks', joint);
  const link = long > 0 ? long : isIn(view, 'listLinks', joint) ? 1 : 0;
  const and = link > 0;
  if ((!comma && !and) || endsQuotation(view, joint)) return null;
  const share = and ? shareAt(view, joint + link) : 0;
  const again = and && isIn(view, 'listPrepositions', joint + link) && !isDayOf(view, joint + link + 1) ? 1 : share;
  return { next: joint + link + again, comma, and, again: again === 1 };
};

/** "sent to the area and the district WILL be retaken", "A and B did not fall". */
const HELPERS = ['be', 'have', 'modals', 'do'];

/** So many words stand at most in ", near the border with Norland,". */
const ASIDE = 8;

/** "took A, and B, THE CAPITAL, is encircled": what two commas say of a place stands before its verb. */
const pastTold = (view: SentenceView, to: number): number => {
  // "B, NORTH OF THE CAPITAL, is"
  if (wordAt(view, to) !== ',' || !isInAny(view, ['determiners', 'asidePrepositions', 'compassPoints'], to + 1))
    return to;
  const close = view.tokens.findIndex(({ word }, at) => at > to + 1 && word === ',');
  const plain = view.tokens.slice(to + 1, close).every((_, i) => !isInAny(view, ['be', 'have'], to + 1 + i));
  return close > 0 && close - to <= ASIDE && plain && isInAny(view, HELPERS, close + 1) ? close + 1 : to;
};

/** "captured A and B fell": a verb behind the last name begins a clause of its own; "to take A and B ARE under way": no one place's. */
const beginsClause = (view: SentenceView, item: PlaceItem, listed: boolean): boolean => {
  const told = pastTold(view, item.to);
  if (listed || isIn(view, 'pluralHelpers', told)) return false;
  const at = told + (isIn(view, 'verbAdverbs', told) ? 1 : 0);
  return (
    isInAny(view, HELPERS, at) ||
    (view.markAt[at] === undefined && view.lexicon.verbs.has(wordAt(view, at)) && !wordAt(view, at).endsWith('ing'))
  );
};

/** A name that is in no gazetteer and has no noun but a larger place's may be one. */
const mayBeLarger = (view: SentenceView, item: PlaceItem): boolean =>
  canBeProvince(view, item) || (item.place?.candidates.length === 0 && item.noun === null);

/** A list that grows from left to right. */
interface List {
  readonly items: readonly PlaceItem[];
  readonly to: number;
  /** The last thing read said a place again, so that a further description may follow. */
  readonly apposed: boolean;
}

interface Start {
  readonly first: PlaceItem;
  readonly objectLike: boolean;
}

/** "Men from A and B attacked": whose people the sentence is about, before any verb. */
const isOfFolk = (view: SentenceView, from: number): boolean =>
  view.markAt[from - 2]?.type === 'actor' &&
  !view.tokens.slice(0, from).some((_, at) => view.markAt[at] === undefined && isVerbForm(view, at));

/** Words of a thing that is no place: "the night ferry". */
const THING = 3;

/** "the market, THE FERRY and the mill": behind what is no place the list goes on; -1 where it does not. */
const pastThing = (view: SentenceView, { next, and }: Separator): number => {
  if (and || !isIn(view, 'definiteArticles', next)) return -1;
  for (let at = next + 1; at <= next + THING; at++) {
    if (at > next + 1 && separatorAt(view, at) !== null) return at;
    if (!/^\p{Ll}+$/u.test(view.tokens[at]?.text ?? '') || view.markAt[at] !== undefined) return -1;
    if (at > next + 1 && isVerbForm(view, at)) return -1;
    if (isIn(view, 'prepositions', at) || isIn(view, 'conjunctions', at)) return -1;
  }
  return -1;
};

/** "THEY", "THE ARMY", "rebels": somebody of whom a clause begins to tell. */
const isSubjectAt = (view: SentenceView, at: number): boolean => {
  // "of A and of B THIS WEEK"
  if (isIn(view, 'determiners', at)) return !isInAny(view, ['timeNouns', 'weekdays', 'months'], at + 1);
  return isInAny(view, ['subjectPronouns', 'thereWords'], at) || view.markAt[at]?.type === 'actor';
};

const DAYS = ['weekdays', 'months', 'timeNouns'];

/** "A and ON WEDNESDAY B": the day is of the second alone, which is no part of the list. */
const hasDay = (view: SentenceView, from: number, to: number): boolean =>
  view.tokens.slice(from, to).some((_, i) => isInAny(view, DAYS, from + i));

/** "Reds take A, SECOND TOWN FALLS": a headline's comma stands for "and". */
const isHeadlineClause = (view: SentenceView, { next, comma, and }: Separator): boolean => {
  const noun = view.markAt[markFrom(view, next, 3)];
  return view.sentence.heading && comma && !and && noun?.type === 'scope' && isVerbForm(view, noun.to);
};

/** What stands behind one separator joined to the list; null where the list ends. */
const joined = (view: SentenceView, list: List, { first, objectLike }: Start): List | null => {
  const { items } = list;
  const separator = separatorAt(view, pastAside(view, pastRank(view, list.to)));
  const last = items[items.length - 1];
  if (separator === null || last === undefined) return null;
  if (objectLike && isHeadlineClause(view, separator)) return null;
  const apposition = appositionAt(view, last, { ...separator, apposed: list.apposed });
  // "took A, A CUSTOMS OFFICER said": the noun is a person's, who begins to speak.
  const named = apposition !== null && view.markAt[apposition.to - 1]?.type === 'place';
  if (apposition !== null && !named && isIn(view, 'incidentWords:persons', apposition.to)) return null;
  // "In X, the centre of A was captured": what no comma closes is no apposition of what opens the sentence.
  const opens = apposition !== null && separator.comma && items.length === 1 && isFronted(view, first);
  if (opens && wordAt(view, apposition.to) !== ',') return null;
  if (apposition !== null) return { items: [...items.slice(0, -1), apposition.item], to: apposition.to, apposed: true };
  const at = markFrom(view, separator.next, separator.and ? 4 : 3);
  const next = at < 0 || hasDay(view, separator.next, at) ? null : itemAt(view, at);
  if (next === null) {
    const thing = separator.comma ? pastThing(view, separator) : -1;
    return thing < 0 ? null : joined(view, { ...list, to: thing }, { first, objectLike });
  }
  // "residents of A and B said": behind such a link no clause begins with the second name.
  const start = startOfPhrase(view, first.from);
  const home = isIn(view, 'homeLinks', start - 1) && separator.and && !separator.comma;
  if (!home && isTeller(view, next.to)) return null;
  // "posts in A, and in B THEY hold the bridge": the place opens a clause of its own.
  if (separator.again && isSubjectAt(view, next.to)) return null;
  // "regained A and that B would follow": the second "that" opens a clause.
  if (separator.and && isIn(view, 'clauseOpeners', separator.next)) return null;
  // "hold A, WHILE B is in army hands", "took A AND NOT B", "hold all of N, BAR A"
  if (isIn(view, 'clauseStarts', separator.next) || isOnlyNot(view, separator.next)) return null;
  if (isExcepted(view, separator.next, next.to)) return null;
  // "captured A, B governor X said": a name before an office begins who speaks.
  if (separator.comma && !separator.and && next.noun === null && isOfficeNoun(view, next.to)) return null;
  // "the fall of the two, only A and B are left": an adverb behind a comma begins something new.
  if (separator.comma && isIn(view, separator.and ? 'onlyWords' : 'verbAdverbs', separator.next)) return null;
  if (separator.comma && !separator.and && items.length === 1 && isFronted(view, first) && !listsInFront(view, first))
    return null;
  // "A, B'S NORTHERN NEIGHBOUR, fell": no list, but what A is to B.
  const owns = isPossessive(view, next.to);
  if (separator.comma && !separator.and && (owns || opensBefore(view, first, next))) return null;
  const listed = home && (isTeller(view, next.to) || isOfFolk(view, start));
  if (objectLike && !listed && !separator.again && beginsClause(view, next, items.length > 1 && !separator.comma))
    return null;
  // "the centre of A, and two bases on the Salt Road": where the posts stand is said, and no further place.
  if (next.scope === 'base' && next.place !== null && isRoad(view, next.place.from) && first.place !== null)
    return { items, to: next.to, apposed: false };
  // "five districts in Paktia, Ghazni and Badakhshan provinces": the further provinces only locate too.
  const locates = areSomeIn(items) && mayBeLarger(view, next);
  return { items: locates ? items : [...items, next], to: next.to, apposed: false };
};

const listFrom = (view: SentenceView, first: PlaceItem, objectLike: boolean): List => {
  let list: List = { items: [first], to: first.to, apposed: false };
  if (isDateline(view, first)) return list;
  const held = bracketedList(view, first);
  if (held !== null) return { items: [first, ...held.items], to: held.to, apposed: false };
  for (;;) {
    const longer = joined(view, list, { first, objectLike });
    if (longer === null) return list;
    list = longer;
  }
};

/** "five more districts in Paktia", "several districts": places counted, not named. */
const isCounted = (view: SentenceView, items: readonly PlaceItem[]): boolean =>
  items.every(
    (item) =>
      item.place === null &&
      (item.noun?.plural === true || isIn(view, 'wholeNouns', (item.noun?.from ?? 0) - 1)) &&
      item.noun !== null &&
      !item.noun.definite &&
      item.noun.kind !== null &&
      item.noun.kind !== 'village',
  );

/** "entered the rebel STRONGHOLD OF A": what it is called belongs to the phrase. */
const pastStronghold = (view: SentenceView, start: number): number => {
  const at = start - 2;
  if (!isIn(view, 'strongholdWords', at) || !isIn(view, 'partLinks', at + 1)) return start;
  let from = at;
  while (from > 0 && at - from < 5 && isOfName(view, from - 1)) {
    from--;
    if (isIn(view, 'determiners', from)) break;
  }
  return from;
};

/** Whose stronghold it is, and the words that describe it. */
const isOfName = (view: SentenceView, at: number): boolean => {
  const mark = view.markAt[at];
  if (mark !== undefined) return mark.type === 'actor' && !mark.pronoun;
  return isPossessive(view, at) || (isFiller(view, at) && !isVerbForm(view, at));
};

/** All place phrases of a sentence from left to right. */
export const findPlaceGroups = (view: SentenceView): readonly PlaceGroup[] => {
  const groups: PlaceGroup[] = [];
  let owner: Mention | undefined;
  for (let at = 0; at < view.tokens.length; ) {
    const owns = ownsNext(view, at);
    if (owns) owner = view.markAt[at];
    const item = owns ? null : itemAt(view, at);
    if (item === null) {
      at += 1;
      continue;
    }
    const owned = owner?.to === item.from - 1 ? owner.from : item.from;
    const phrase = fromPair(view, pastStronghold(view, startOfPhrase(view, owned)));
    const share = shareBefore(view, phrase);
    const start = share?.from ?? phrase;
    const { items: found, to: end } = listFrom(view, item, isObjectPosition(view, start));
    const [head, ...rest] = withoutRegion(view, found);
    const items = head === undefined ? [] : [withSide(view, head, share), ...rest];
    const to = items.length === 1 && item.place === null && item.noun?.plural ? pastNaming(view, end) : end;
    const counted = isCounted(view, items);
    // "the ministry, for its PART, said A": what stands before a comma is no share.
    const near = view.tokens.slice(Math.max(0, start - 3), item.from).map(({ word }) => word);
    const lead = near.slice(near.lastIndexOf(',') + 1);
    groups.push({
      ...{ items: withSeats(view, distribute(items)), from: start, to, counted },
      few: counted && isFew(view, start, item.from),
      partial: share?.partial === true || lead.some((word) => view.lexicon.has('partialWords', word)),
    });
    at = Math.max(to, at + 1);
  }
  return groups;
};
