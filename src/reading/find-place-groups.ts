// Names and common nouns of places joined as they are said: "the centre of A district", "A, B and C districts of X and D in Y".
// Invariant: each item is one place; what only locates it stands in `within`, not in the list.
import type { PlaceId } from '../model/place.ts';
import type { PlaceItem, ScopeMark } from './marks.ts';
import { canBeProvince, itemAt, markFrom } from './place-item.ts';
import { governorOf, isIn, type SentenceView, startOfPhrase, wordAt } from './view-sentence.ts';

export interface PlaceGroup {
  readonly items: readonly PlaceItem[];
  /** With determiners and adjectives before it. */
  readonly from: number;
  readonly to: number;
  /** "five more districts in Paktia": a number of places, none of them named. */
  readonly counted: boolean;
  /** "most of", "parts of". */
  readonly partial: boolean;
}

/** "Zaranj, the capital of Nimroz province,": the same place said again. */
const isApposition = (view: SentenceView, last: PlaceItem, next: PlaceItem): boolean => {
  const { noun } = next;
  if (last.place === null || noun === null || noun.plural || isIn(view, 'conjunctions', next.to)) return false;
  if (isIn(view, 'possessives', noun.from - 1)) return false;
  // "Banu, the centre of Andarab": the second name only says of what.
  if (next.place !== null)
    return (
      noun.to < next.place.from &&
      (isIn(view, 'seatNouns', noun.to - 1) || (noun.definite && wordAt(view, noun.to) === 'in'))
    );
  return noun.kind !== null;
};

/** "the provincial capital, Taloqan,": the name said after its description. */
const isNameBehind = (view: SentenceView, last: PlaceItem, next: PlaceItem): boolean =>
  last.place === null &&
  last.noun !== null &&
  !last.noun.plural &&
  last.noun.definite &&
  next.place !== null &&
  next.noun === null &&
  !isIn(view, 'conjunctions', next.to) &&
  !(wordAt(view, next.to) === ',' && isIn(view, 'conjunctions', next.to + 1));

interface Separator {
  readonly next: number;
  readonly comma: boolean;
  readonly and: boolean;
  /** "on A and on B": the preposition said again joins no clause. */
  readonly again: boolean;
}

/** "and most of B", "and nearly all of B": how many words the share takes; 0 where there is none. */
const shareAt = (view: SentenceView, at: number): number => {
  for (let i = at + 1; i < at + 4; i++) {
    if (view.markAt[i - 1]?.type === 'place') return 0;
    const isShare = isIn(view, 'partialWords', i - 1) || isIn(view, 'relativeMost', i - 1);
    if (isShare && isIn(view, 'partLinks', i)) return i - at + 1;
  }
  return 0;
};

const separatorAt = (view: SentenceView, at: number): Separator | null => {
  const comma = wordAt(view, at) === ',';
  const joint = at + (comma ? 1 : 0);
  const and = isIn(view, 'listLinks', joint);
  if (!comma && !and) return null;
  const share = and ? shareAt(view, joint + 1) : 0;
  const again = and && isIn(view, 'listPrepositions', joint + 1) ? 1 : share;
  return { next: joint + (and ? 1 : 0) + again, comma, and, again: again === 1 };
};

/** "captured A and B fell": a verb behind the last name begins a clause of its own. */
const beginsClause = (view: SentenceView, item: PlaceItem, listed: boolean): boolean => {
  if (listed) return false;
  const at = item.to + (isIn(view, 'verbAdverbs', item.to) ? 1 : 0);
  return (
    isIn(view, 'be', at) ||
    isIn(view, 'have', at) ||
    (view.markAt[at] === undefined && view.lexicon.verbs.has(wordAt(view, at)) && !wordAt(view, at).endsWith('ing'))
  );
};

/** A plural noun behind the last name ("A, B and C districts of X") or before the first counts for all without their own. */
const distribute = (items: readonly PlaceItem[]): readonly PlaceItem[] => {
  const result = [...items];
  let noun: ScopeMark | null = null;
  let within: readonly PlaceId[] = [];
  for (let i = result.length - 1; i >= 0; i--) {
    const item = result[i];
    if (item === undefined) continue;
    const own = item.noun !== null && item.noun !== noun;
    if (own) noun = item.noun?.plural && item.place !== null && item.noun.from > item.place.from ? item.noun : null;
    if (item.within.length > 0) within = item.within;
    const given =
      noun !== null && item.noun === null ? { noun, scope: noun.scope, kindWord: item.kindWord ?? noun.kind } : {};
    result[i] = { ...item, ...given, within: item.within.length > 0 ? item.within : within };
  }
  return result;
};

const forward = (items: readonly PlaceItem[]): readonly PlaceItem[] => {
  const [first] = items;
  if (first?.noun?.plural !== true || first.place === null || first.noun.from > first.place.from) return items;
  const { noun, scope, kindWord } = first;
  return items.map((item) =>
    item.noun === null ? { ...item, noun, scope, kindWord: item.kindWord ?? kindWord } : item,
  );
};

const isNumberOf = (item: PlaceItem): boolean =>
  item.place === null && item.noun?.plural === true && item.within.length > 0;

/** "captured A, B claimed": a name before a reporting verb speaks. */
const saysSomething = (view: SentenceView, item: PlaceItem): boolean =>
  (view.lexicon.verbs.get(wordAt(view, item.to)) ?? []).some(({ lemma }) => view.lexicon.has('reportingVerbs', lemma));

/** "In Takhar, Ishkamish and Baharak …", "In addition to Abband, Qarabagh …": what opens the sentence is no member. */
const isFronted = (view: SentenceView, first: PlaceItem): boolean =>
  startOfPhrase(view, first.from) <= 4 && governorOf(view, first.from) !== null;

const listFrom = (view: SentenceView, first: PlaceItem, objectLike: boolean): { items: PlaceItem[]; to: number } => {
  const items = [first];
  let { to } = first;
  for (;;) {
    const separator = separatorAt(view, to);
    if (separator === null) return { items, to };
    const at = markFrom(view, separator.next, separator.and ? 4 : 3);
    const next = at < 0 ? null : itemAt(view, at);
    const last = items[items.length - 1];
    if (next === null || last === undefined || saysSomething(view, next)) return { items, to };
    if (separator.comma && !separator.and && isApposition(view, last, next)) to = next.to;
    else if (separator.comma && !separator.and && items.length === 1 && isFronted(view, first)) return { items, to };
    else if (separator.comma && !separator.and && isNameBehind(view, last, next)) {
      items[items.length - 1] = { ...last, place: next.place, within: [...last.within, ...next.within], to: next.to };
      to = next.to;
    } else if (
      objectLike &&
      separator.and &&
      !separator.again &&
      beginsClause(view, next, items.length > 1 && !separator.comma)
    )
      return { items, to };
    else {
      // "five districts in Paktia, Ghazni and Badakhshan provinces": the further provinces only locate too.
      if (!(isNumberOf(first) && canBeProvince(view, next))) items.push(next);
      to = next.to;
    }
  }
};

/** "five more districts in Paktia", "several districts": places counted, not named. */
const isCounted = (items: readonly PlaceItem[]): boolean =>
  items.every(
    (item) =>
      item.place === null &&
      item.noun?.plural === true &&
      !item.noun.definite &&
      item.noun.kind !== null &&
      item.noun.kind !== 'village',
  );

/** Behind a verb or a preposition a list may end where a clause begins; before its verb it does not. */
const isObjectPosition = (view: SentenceView, start: number): boolean =>
  view.lexicon.verbs.has(wordAt(view, start - 1)) || isIn(view, 'prepositions', start - 1);

/** All place phrases of a sentence from left to right. */
export const findPlaceGroups = (view: SentenceView): readonly PlaceGroup[] => {
  const groups: PlaceGroup[] = [];
  for (let at = 0; at < view.tokens.length; ) {
    const item = itemAt(view, at);
    if (item === null) {
      at += 1;
      continue;
    }
    const start = startOfPhrase(view, item.from);
    const { items, to } = listFrom(view, item, isObjectPosition(view, start));
    const lead = view.tokens.slice(Math.max(0, start - 3), item.from).map(({ word }) => word);
    groups.push({
      ...{ items: distribute(forward(items)), from: start, to, counted: isCounted(items) },
      partial: lead.some((word) => view.lexicon.has('partialWords', word)),
    });
    at = Math.max(to, at + 1);
  }
  return groups;
};
