// Who does it and what it is done to, left of a verb: through relative clauses ("the town, which fell"), shared subjects
// ("captured A and besieged B"), participles ("fighters holding A") and infinitives ("ordered troops to retake A").
// Invariant: a phrase governed by a preposition is no subject, nor is the object of an earlier verb.
import { kept } from '../../model/keep.ts';
import type { ActorMark } from '../marks.ts';
import { toldOf } from '../mentions/actor-phrases.ts';
import { namedOnes, pointedPlaces } from '../places/places-beside.ts';
import { isIn, wordAt } from '../words/view-sentence.ts';
import {
  beforeFronted,
  beforeTime,
  betweenBefore,
  blamedBefore,
  describedDoer,
  describingVerb,
  firstOfPair,
  isBareTime,
  madeBy,
  overMeans,
  overOpenRelative,
  ownedBefore,
  ownerIn,
  ownerOfClaims,
  persuadedBy,
  verbOverGerund,
} from './beside-phrases.ts';
import { calledBy } from './called-by.ts';
import { isAboard } from './carried-men.ts';
import {
  absoluteBefore,
  antecedent,
  beforeAdverbs,
  isCommaList,
  isReducible,
  isReporting,
  openingComma,
  relativeBefore,
  relativeOver,
} from './clause-bounds.ts';
import {
  agreeingVerb,
  closesRelative,
  fightingVerb,
  hasObject,
  isDetached,
  isInAside,
  isOpening,
  isUnnamed,
  keptFrom,
  opensClause,
  overAside,
} from './clause-ends.ts';
import { meantBefore } from './contrasted.ts';
import type { VerbGroup } from './find-verb-groups.ts';
import { isDoneToFirst } from './gerund-subject.ts';
import { isException } from './left-out.ts';
import { pastLineHead } from './line-heads.ts';
import { isMainVerb } from './main-verbs.ts';
import { isNobodysDeed } from './nobody-does.ts';
import { governorAt, type NounPhrase } from './noun-phrases.ts';
import type { Parse } from './parse.ts';
import { isRanked } from './ranked-beside.ts';
import { isRaising, isToldTwice, saidSubject } from './said-doer.ts';
import { sharedVerb } from './shared-verb.ts';
import { absoluteOver, sufferedBefore, whoBeforeAside } from './suffered-before.ts';
import { beforeTimeAt } from './time-beside.ts';
import { whoTook } from './time-taken.ts';

export interface Subject {
  readonly actor: ActorMark | null;
  readonly places: NounPhrase['places'];
  /** "these", "all those": what was spoken of last. */
  readonly pointing: boolean;
  /** Its words. */
  readonly phrase: NounPhrase | null;
  /** True where words stand there at all, be they a side or a place or neither. */
  readonly said: boolean;
}

const NOBODY: Subject = { actor: null, places: null, pointing: false, phrase: null, said: false };
const DEEPEST = 6;
interface Search {
  readonly verb: VerbGroup;
  readonly depth: number;
}

type Step = { readonly found: NounPhrase | null } | { readonly next: number };

const stepOverPhrase = (parse: Parse, phrase: NounPhrase): Step => {
  const { view } = parse;
  const meant = meantBefore(parse, phrase);
  if (meant !== null) return { next: meant.to - 1 };
  if (isAboard(parse, phrase)) return { found: phrase };
  const between = betweenBefore(parse, phrase);
  if (between >= 0) return { next: between - 1 };
  const after = sufferedBefore(parse, phrase);
  if (after >= 0) return { next: after };
  const governor = governorAt(view, phrase.from);
  if (phrase.places !== null && isException(parse, phrase.from)) return { found: phrase };
  if (governor !== null && !view.lexicon.has('clausePrepositions', governor)) {
    let at = phrase.from - 1;
    while (wordAt(view, at) !== governor) at--;
    const whole = parse.phraseAt[at - 1];
    // "a column of rebels entered": the noun before "of" is nobody.
    const isPart = isIn(view, 'partNouns', at - 1) && whole !== undefined;
    // "WHAT WAS LEFT of the garrison surrendered"
    const isRest = isIn(view, 'restForms', at - 1) && parse.verbAt[at - 1] !== undefined;
    const part = isIn(view, 'partLinks', at) && phrase.actor !== null && (isPart || isRest);
    return part ? { found: phrase } : { next: at - 1 };
  }
  const described = governor === null ? -1 : overOpenRelative(parse, phrase);
  if (described >= 0) return { next: described - 1 };
  const describing = describingVerb(parse, phrase);
  return describing >= 0 ? { next: describing - 1 } : { found: firstOfPair(parse, phrase) };
};

const stepOverVerb = (parse: Parse, other: VerbGroup, { depth }: Search): Step => {
  const relative = relativeOver(parse, other);
  if (relative >= 0) return { next: relative - 1 };
  if (isReducible(other) && parse.phraseAt[other.from - 1] !== undefined) return { next: other.from - 1 };
  return { found: phraseOf(parse, other, depth + 1) };
};

const stepFrom = (parse: Parse, at: number, search: Search): Step => {
  const word = wordAt(parse.view, at);
  const head = pastLineHead(parse, at, search.verb);
  if (head !== null) return { next: head };
  if (/^[;:]$/.test(word)) return { found: null };
  if (/^[,—–)]$/.test(word)) {
    const open = openingComma(parse, at);
    const closesList = open < 0 && isCommaList(parse, at - 1);
    return open < 0 && !closesList ? { found: null } : { next: closesList ? at - 1 : open - 1 };
  }
  const phrase = parse.phraseAt[at];
  const early = phrase?.actor == null && phrase?.places == null ? beforeTimeAt(parse, at) : null;
  if (early !== null) return { next: early };
  if (phrase !== undefined && isBareTime(parse, phrase)) return { next: phrase.from - 1 };
  if (phrase !== undefined) return stepOverPhrase(parse, phrase);
  const other = parse.verbAt[at];
  return other === undefined ? { next: at - 1 } : stepOverVerb(parse, other, search);
};

/** What stands before `from` as the subject of the verb there. */
const searchLeft = (parse: Parse, from: number, search: Search): NounPhrase | null => {
  for (let at = from; at >= 0; ) {
    const step = stepFrom(parse, at, search);
    if ('found' in step) return step.found;
    at = step.next;
  }
  return null;
};

/** "After taking A, the rebels …", "…, leaving B to them": the subject of the sentence's own verb. */
const mainSubject = (parse: Parse, verb: VerbGroup, depth: number): NounPhrase | null => {
  const over = verbOverGerund(parse, verb);
  if (over !== null) return phraseOf(parse, over, depth + 1);
  const finite = parse.verbs.filter((other) => other !== verb && isMainVerb(parse, other));
  const behind = finite.find((other) => other.from > verb.to && relativeOver(parse, other) < 0);
  const ahead = finite.filter((other) => other.to <= verb.from && relativeOver(parse, other) < 0);
  const told = describedDoer(parse, verb);
  if (told !== null) return told;
  const said = saidSubject(parse, ahead.at(-1), verb);
  if (said !== null) return said;
  // "told reporters that after entering A the rebels …": who says it enters nothing, where the deed's own verb follows.
  const main = ahead.findLast((other) => behind === undefined || !isReporting(parse, other)) ?? behind;
  return main === undefined ? null : phraseOf(parse, main, depth + 1);
};

/** "Ashford is one of the three districts TO FALL": what the verb "be" says it of. */
export const namedBefore = (parse: Parse, told: NounPhrase, depth: number): NounPhrase | null => {
  const is = parse.verbs.findLast((other) => other.to <= told.from);
  if (is === undefined || !is.lemmas.some((lemma) => parse.view.lexicon.has('copulas', lemma))) return null;
  const subject = phraseOf(parse, is, depth + 1);
  return subject?.places?.counted === false ? calledBy(parse, subject, told) : null;
};

/** "Ashford is among THOSE that fell": who or what the verb "be" says it of. */
const pointedAt = (parse: Parse, told: NounPhrase, depth: number): NounPhrase | null => {
  if (told.actor !== null || told.places !== null || !isIn(parse.view, 'pointingWords', told.from)) return null;
  const is = parse.verbs.findLast(({ to }) => to <= told.from);
  const near = is !== undefined && told.from - is.to <= 2;
  return near && is.lemmas.some((lemma) => parse.view.lexicon.has('copulas', lemma))
    ? phraseOf(parse, is, depth + 1)
    : null;
};

/** "ordered troops to retake A", "efforts by the army to", "began an operation to": who stands before "to", or began it. */
const controller = (parse: Parse, verb: VerbGroup, search: Search): NounPhrase | null => {
  const { view } = parse;
  const taker = whoTook(parse, verb);
  if (taker !== null) return taker;
  const at = beforeTime(parse, beforeAdverbs(view, verb.from - 1));
  const before = parse.phraseAt[at];
  if (before?.places != null) {
    if (isRanked(parse.view, before)) return before;
    return namedBefore(parse, before, search.depth) ?? searchLeft(parse, at, search);
  }
  if (before === undefined) {
    // "the rebels, who AGREED to leave": whoever did the first is to do the second.
    const governing = parse.verbAt[at];
    const relative = governing !== undefined && (relativeBefore(parse, governing) >= 0 || isRaising(parse, governing));
    return relative ? phraseOf(parse, governing, search.depth + 1) : searchLeft(parse, at, search);
  }
  const told = persuadedBy(parse, before);
  if (told !== null) return phraseOf(parse, told, search.depth + 1);
  const made = madeBy(parse, before);
  if (made !== null) return made;
  const fights = before.actor === null ? undefined : (fightingVerb(parse, before.from) ?? agreeingVerb(parse, before));
  if (fights !== undefined) return phraseOf(parse, fights, search.depth + 1);
  const owner = before.actor !== null ? before : (ownerIn(parse, before) ?? toldOf(parse, before));
  if (owner !== null) return owner;
  const governing = parse.verbs.findLast((other) => other.to <= before.from);
  // "forcing President Hale to flee": who is named right behind the verb flees.
  if (/^\p{Lu}/u.test(parse.view.tokens[before.to - 1]?.text ?? '')) return before;
  if (governing !== undefined) return phraseOf(parse, governing, search.depth + 1);
  // "IN A FAILED ATTEMPT to seize A, the army lost ten men": whose attempt it was is told behind it.
  return governorAt(view, before.from) === null ? before : (mainSubject(parse, verb, search.depth + 1) ?? before);
};

/** "captured A, besieged B and …" shares the first verb's subject; "A, captured on Monday, …" has it before the comma. */
const afterComma = (parse: Parse, verb: VerbGroup, { at, depth }: { at: number; depth: number }): NounPhrase | null => {
  const told = parse.phraseAt[at - 1];
  if (told !== undefined && isToldTwice(parse, told)) return told;
  const own = told !== undefined && !isInAside(parse, at);
  if (own && verb.passive && told.actor !== null) return told;
  const patient = own && told.places !== null && verb.forms.includes('participle') && !hasObject(parse, verb);
  if (patient && !closesRelative(parse, at)) return told;
  const who = whoBeforeAside(parse, at);
  if (who !== null) return who;
  const shared = sharedVerb(parse, verb, at);
  const aside = overAside(parse, at, shared);
  if (aside?.verb !== undefined) return phraseOf(parse, aside.verb, depth + 1);
  const before = aside !== null || shared === null || shared.gerund || opensClause(parse, at);
  return before ? searchLeft(parse, at, { verb, depth }) : phraseOf(parse, shared, depth + 1);
};

const phraseOf = (parse: Parse, verb: VerbGroup, depth: number): NounPhrase | null => {
  if (depth > DEEPEST) return null;
  const { view } = parse;
  const at = beforeAdverbs(view, verb.from - 1);
  const relative = relativeBefore(parse, verb);
  if (relative >= 0) {
    const told = antecedent(parse, relative);
    if (told === null) return null;
    return pointedAt(parse, told, depth) ?? (isUnnamed(parse, told) ? namedBefore(parse, told, depth) : null) ?? told;
  }
  const whose = ownedBefore(parse, verb);
  if (whose !== null) return whose;
  const joint = isIn(view, 'conjunctions', at) ? at : beforeFronted(parse, at);
  if (isIn(view, 'conjunctions', joint)) {
    const shared = sharedVerb(parse, verb, joint);
    if (shared !== null) return phraseOf(parse, shared, depth + 1);
  }
  // "kept the Reds from entering A": those who are kept.
  const kept = verb.gerund && isIn(view, 'preventingLinks', at) ? keptFrom(parse, verb, at) : null;
  if (kept !== null && kept.actor?.pronoun !== true) return kept;
  const blamed = verb.gerund ? blamedBefore(parse, at) : null;
  if (blamed !== null) return blamed;
  const claimant = verb.gerund ? ownerOfClaims(parse, at) : null;
  if (claimant !== null) return claimant;
  const over = overMeans(parse, verb);
  if (over !== null) return phraseOf(parse, over, depth + 1);
  if ((verb.gerund && isDetached(parse, at)) || isOpening(parse, verb)) return mainSubject(parse, verb, depth);
  // "reports of residents fleeing", "with fighters entering A": who stands right before does it, whatever governs it.
  const beside = verb.gerund ? parse.phraseAt[at] : undefined;
  if (beside?.actor != null) return beside;
  const absolute = absoluteOver(parse, verb, at) ?? absoluteBefore(parse, verb, at);
  if (absolute !== null) return absolute;
  if ((verb.bare || verb.gerund) && wordAt(view, at) === ',') return afterComma(parse, verb, { at, depth });
  if (verb.infinitive) return controller(parse, verb, { verb, depth });
  const found = searchLeft(parse, at, { verb, depth });
  // "A fell on Thursday, was retaken on Friday and fell again": the chain goes on with one subject.
  const chained = found === null && wordAt(view, at) === ',' ? sharedVerb(parse, verb, at) : null;
  return chained === null || chained.infinitive ? found : phraseOf(parse, chained, depth + 1);
};

/** The phrase that is the subject of a verb group, whatever it means. */
export const subjectPhrase = (parse: Parse, verb: VerbGroup): NounPhrase | null => phraseOf(parse, verb, 0);

/** The subject of a verb group, found once: of a passive the thing done to, of an active the doer. */
export const subjectOf = (parse: Parse, verb: VerbGroup): Subject => {
  const found = subjectsIn(parse);
  const known = found.get(verb);
  if (known !== undefined) return known;
  const subject = findSubject(parse, verb);
  found.set(verb, subject);
  return subject;
};

const subjectsIn = kept((_: Parse) => new Map<VerbGroup, Subject>());

const findSubject = (parse: Parse, verb: VerbGroup): Subject => {
  const ones = namedOnes(parse, verb);
  if (ones !== null) return { ...NOBODY, places: ones, said: true };
  const phrase = isNobodysDeed(parse, verb) ? null : phraseOf(parse, verb, 0);
  if (phrase === null || isDoneToFirst(parse, phrase, verb)) return { ...NOBODY, phrase, said: phrase !== null };
  const pointing = isIn(parse.view, 'pointingWords', phrase.to - 1);
  const places = phrase.places ?? pointedPlaces(parse, phrase);
  return { actor: phrase.actor, places, pointing, phrase, said: true };
};
