// Noun phrases: what can be the subject or object of a verb, with the side or the places that it means.
// Invariant: phrases do not overlap, hold no verb, and come in the sentence's order; a list of places is one phrase.

import type { ActorMark } from '../marks.ts';
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { listGroup } from '../words/list-group.ts';
import { numberOf } from '../words/numbers.ts';
import {
  isBehindOffice,
  isHyphen,
  isIn,
  isInAny,
  isNumberAt,
  type SentenceView,
  wordAt,
} from '../words/view-sentence.ts';
import { isPossessive } from './word-class.ts';

export interface NounPhrase {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  /** The side that it is; null for "the Taliban spokesman", who only belongs to one. */
  readonly actor: ActorMark | null;
  readonly places: PlaceGroup | null;
}

/** The sentence with what is known of it when phrases are looked for. */
export interface Ground {
  readonly view: SentenceView;
  readonly groupAt: readonly (PlaceGroup | undefined)[];
  readonly isVerb: (at: number) => boolean;
}

const HELPERS = ['be', 'have', 'modals', 'do', 'negations'];
const isWallWord = listGroup([
  'countParticiples',
  ...['prepositions', 'conjunctions', 'subordinators', 'verbAdverbs', 'clauseRelatives'],
  ...HELPERS,
]);
const TOLD = ['backedWords', 'loyalLinks'];

/** "told reporters HOURS AFTER the attack": how long after belongs to no noun before it. */
const isLengthBehind = (view: SentenceView, at: number): boolean =>
  isIn(view, 'hearerNouns', at - 1) && isIn(view, 'lengthNouns', at) && isIn(view, 'afterWords', at + 1);

/** Words that no noun phrase goes on over. */
const isWall = ({ view, isVerb }: Ground, at: number): boolean => {
  const token = view.tokens[at];
  if (token === undefined || isVerb(at)) return true;
  if (token.type === 'mark') return !(isHyphen(view, at) || isPossessive(view, at));
  if (view.markAt[at] !== undefined || isPossessive(view, at) || isIn(view, 'determiners', at)) return false;
  // "forces loyal to", "fighters backed by": what a noun is told by behind it.
  const told = isInAny(view, TOLD, at);
  if (isLengthBehind(view, at)) return true;
  // "fighters LATE on Sunday"
  if (isIn(view, 'timeAdjectives', at) && isInAny(view, ['timeStarts', 'prepositions'], at + 1)) return true;
  if (told && isIn(view, 'prepositions', at + 1)) return true;
  return isWallWord(view.listsAt[at]);
};

/** "the army", "another post"; "two MORE posts" are one phrase. */
const opensAnother = ({ view }: Ground, at: number, from: number): boolean =>
  at > from &&
  isIn(view, 'determiners', at) &&
  view.markAt[at] === undefined &&
  !isIn(view, 'determiners', at - 1) &&
  !(isIn(view, 'moreWords', at) && numberOf([wordAt(view, at - 1)], view.lexicon) !== null) &&
  !isPossessive(view, at - 1);

/** Behind the noun: "the army base THERE", "the troops NEARBY", "the town ITSELF" say no more of what it is. */
const headEnd = ({ view, groupAt }: Pick<Ground, 'view' | 'groupAt'>, from: number, end: number): number => {
  let to = end;
  while (to > from + 1 && groupAt[to - 1] === undefined && isIn(view, 'placeAdverbs', to - 1)) to--;
  // "Infantry Battalion 552"
  const numbered = to > from + 1 && view.tokens[to - 1]?.type === 'number' && isIn(view, 'unitNouns', to - 2);
  return numbered ? to - 1 : to;
};

/** The actor that the phrase's last word belongs to, unless it only modifies the noun behind. */
const headActor = ({ view, groupAt }: Ground, from: number, end: number): ActorMark | null => {
  const to = headEnd({ view, groupAt }, from, end);
  // "a Council patrol": a body of men that bears a side's name is that side.
  const owner = isIn(view, 'forceHeads', to - 1) ? view.markAt[to - 2] : undefined;
  if (owner?.type === 'actor' && !owner.pronoun && owner.from >= from) return { ...owner, modifies: false, to };
  const last = groupAt[to - 1] === undefined ? view.markAt[to - 1] : undefined;
  if (last?.type !== 'actor' || (last.modifies && last.pronoun)) return null;
  return last.from >= from ? last : null;
};

const placesOver = ({ view, groupAt }: Ground, from: number, end: number): PlaceGroup | null => {
  const to = headEnd({ view, groupAt }, from, end);
  const group = groupAt[to - 1];
  // "NOT ONLY Ashford": what stands before the first name of a list is no part of the phrase.
  const first = group?.items[0]?.from ?? -1;
  return group !== undefined && group.to >= to && (group.from >= from - 1 || first === from) ? group : null;
};

const isCapital = ({ tokens }: SentenceView, at: number): boolean => /^\p{Lu}\p{Ll}/u.test(tokens[at]?.text ?? '');

/** "Khine THU Kha": between two names a short form of a day or a month is a name. */
const isInPersonsName = (view: SentenceView, at: number): boolean =>
  wordAt(view, at).length <= 3 &&
  [at - 1, at, at + 1].every((i) => isCapital(view, i)) &&
  !['weekdays', 'months'].some((list) => isIn(view, list, at - 1) || isIn(view, list, at + 1));

/** "By noon Ashford had fallen": a time is a phrase of its own. */
const isTime = (view: SentenceView, at: number): boolean =>
  view.markAt[at] === undefined &&
  !isInPersonsName(view, at) &&
  (isIn(view, 'weekdays', at) || isIn(view, 'timeNouns', at) || (isIn(view, 'months', at) && isDated(view, at)));

/** "12 March", "March 12", "in March": the month, not the verb. */
const isDated = ({ tokens }: SentenceView, at: number): boolean =>
  tokens[at - 1]?.type === 'number' || tokens[at + 1]?.type === 'number' || /^\p{Lu}/u.test(tokens[at]?.text ?? '');

/** "In Ashford", at the head of a clause. */
const opensClause = ({ view }: Ground, from: number): boolean =>
  isIn(view, 'frontLinks', from - 1) &&
  (from === 1 || /^[,;:"“]$/.test(wordAt(view, from - 2)) || isInAny(view, ['conjunctions', 'verbAdverbs'], from - 2));

/** Words that describe a party ("several hundred local fighters"). */
const DESCRIBING = 3;

/** "In Ashford / local fighters hold the road": who acts stands right behind the place, and before the verb. */
const actsBehind = ({ view, isVerb }: Ground, at: number): boolean => {
  for (let i = at; i <= at + DESCRIBING && !isVerb(i); i++) {
    const mark = view.markAt[i];
    if (mark?.type === 'actor') return isVerb(mark.to) || (!mark.modifies && isVerb(mark.to + 1));
    if (mark !== undefined || view.tokens[i]?.type === 'mark' || isInAny(view, HELPERS, i)) return false;
  }
  return false;
};

/** "The Reds MONDAY took A", "A SUNDAY NIGHT fell", "the army OVERNIGHT left B": a day right behind a side or a place says when. */
const isDayBeside = ({ view, isVerb }: Ground, at: number): boolean =>
  view.markAt[at - 1] !== undefined &&
  view.markAt[at] === undefined &&
  isInAny(view, ['weekdays', 'dayAdverbs'], at) &&
  [at + 1, at + 2].some((i) => isVerb(i) || isInAny(view, HELPERS, i));

/** The end of the phrase that begins here: over a list of places, a possessor and what it owns. */
const phraseEnd = (ground: Ground, from: number): number => {
  let at = from;
  while (!isWall(ground, at) && !opensAnother(ground, at, from)) {
    const group = ground.groupAt[at];
    const mark = ground.view.markAt[at];
    const end = Math.max(group?.to ?? 0, mark?.to ?? 0, at + 1);
    if (at > from && mark?.type === 'place' && isBehindOffice(ground.view, at)) return at;
    // "police THERE still hold it": where they are is no part of their name.
    if (at > from && mark === undefined && isIn(ground.view, 'standingAdverbs', at)) return at;
    if (at > from && mark?.type === 'place' && mark.counted && !isIn(ground.view, 'determiners', at - 1)) return at;
    // A pronoun stands alone ("their spokesman / they hold"); a possessive one opens the phrase.
    if (mark?.type === 'actor' && mark.pronoun && !mark.modifies) return at > from ? at : end;
    // "At Ashford our men": who owns something begins a phrase behind a place.
    if (mark?.type === 'actor' && mark.pronoun && at > from && ground.groupAt[at - 1] !== undefined) return at;
    at = end;
    // "In Ashford 180 soldiers surrendered": a number begins another phrase.
    const word = wordAt(ground.view, at);
    const number = ground.view.tokens[at]?.type === 'number' || numberOf([word], ground.view.lexicon) !== null;
    if (group !== undefined && number) return at;
    if (group !== undefined && opensClause(ground, from) && actsBehind(ground, at)) return at;
    if (isTime(ground.view, at - 1) && !isPossessive(ground.view, at)) return at;
    if (isDayBeside(ground, at)) return at;
  }
  return at;
};

const isNoun = ({ view }: Ground, from: number, to: number): boolean =>
  !(to - from === 1 && isIn(view, 'determiners', from) && !isIn(view, 'quantityPronouns', from));

/** "two of the soldiers", "dozens of fighters": the phrase behind "of" is who acts. */
const withPart = (ground: Ground, phrases: NounPhrase[], next: NounPhrase): boolean => {
  const last = phrases.at(-1);
  const { view } = ground;
  if (last === undefined || last.to !== next.from - 1 || next.actor === null) return false;
  if (
    (last.actor !== null && last.actor.means !== 'civilian') ||
    last.places !== null ||
    !isIn(view, 'partLinks', last.to)
  )
    return false;
  const word = wordAt(view, last.to - 1);
  const counts =
    view.tokens[last.to - 1]?.type === 'number' ||
    isIn(view, 'partNouns', last.to - 1) ||
    (last.to - last.from === 1 && numberOf([word], view.lexicon) !== null);
  if (counts) phrases[phrases.length - 1] = { ...next, from: last.from };
  return counts;
};

/** "Commander Karim and his men": a man of no side and those who follow him are one party. */
const withOwner = ({ view }: Ground, phrases: NounPhrase[], next: NounPhrase): boolean => {
  const last = phrases.at(-1);
  if (last === undefined || last.to !== next.from - 1 || next.actor === null || next.actor.from !== next.from + 1)
    return false;
  const former = view.tokens.slice(last.from, last.to).some((_, i) => isIn(view, 'formerWords', last.from + i));
  const known = last.actor !== null && last.actor.means !== 'forces' && !former;
  if (known || last.places !== null || !isIn(view, 'conjunctions', last.to)) return false;
  if (!isIn(view, 'leadersPossessives', next.from)) return false;
  phrases[phrases.length - 1] = { ...next, from: last.from };
  return true;
};

/** "NONE OF the three", "NEITHER OF them": the words that say no to all of them belong to the phrase. */
const noneBefore = (view: SentenceView, at: number): number =>
  isIn(view, 'noneWords', at - 2) && isIn(view, 'partLinks', at - 1) ? at - 2 : at;

/** All noun phrases of a sentence from left to right. */
export const findNounPhrases = (ground: Ground): readonly NounPhrase[] => {
  const phrases: NounPhrase[] = [];
  const { length } = ground.view.tokens;
  for (let at = 0; at < length; ) {
    const to = isWall(ground, at) ? at : phraseEnd(ground, at);
    if (to <= at) {
      at += 1;
      continue;
    }
    const from = noneBefore(ground.view, at);
    const actor = headActor(ground, at, to);
    const places = actor === null ? placesOver(ground, from, to) : null;
    const phrase = { from, to, actor, places };
    const stands = to - at === 1 && isIn(ground.view, 'standingAdverbs', at) && phrases.at(-1)?.to === at;
    const joined = withPart(ground, phrases, phrase) || withOwner(ground, phrases, phrase);
    if (!stands && isNoun(ground, at, to) && !joined) phrases.push(phrase);
    at = to;
  }
  return phrases;
};

/** "At least 20 gunmen", "over 100 soldiers", "up to 300 people": the preposition belongs to the number. */
const isAmount = (view: SentenceView, at: number): boolean =>
  isIn(view, 'amountWords', at + 1) ||
  (isNumberAt(view, at + 1) &&
    (isIn(view, 'amountPrepositions', at) ||
      view.lexicon.has('comparatorLeads', `${wordAt(view, at - 1)} ${wordAt(view, at)}`)));

export const governorAt = (view: SentenceView, from: number): string | null => {
  let at = from - 1;
  // "In THE FIRST the police fled": the article begins the phrase, and the first has one of its own.
  const before = view.markAt[at];
  if (isIn(view, 'definiteArticles', from) && before?.type === 'scope' && before.to === from) return null;
  while (/^["“‘']$/.test(wordAt(view, at)) || (isIn(view, 'verbAdverbs', at) && !isIn(view, 'prepositions', at))) at--;
  // "since THE FIRST week": an ordinal between the article and its noun.
  if (at < from - 1 && isIn(view, 'determiners', at)) at--;
  // "By now our forces are in control": the preposition has its own complement.
  if (at < from - 1 && isIn(view, 'timeComplements', at + 1)) return null;
  return isIn(view, 'prepositions', at) && !isAmount(view, at) ? wordAt(view, at) : null;
};
