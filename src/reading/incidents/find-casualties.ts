// The dead and the hurt that a clause counts: "nine policemen and six civilians were killed", "killing four and wounding 11".
// Invariant: a number counts once, for the casualty word nearest to it; who may die, or did not, is not counted.
import type { Incident } from '../../model/claim.ts';
import type { Span } from '../../model/text.ts';
import { subjectPhrase } from '../clauses/find-subject.ts';
import type { Parse } from '../clauses/parse.ts';
import type { Token } from '../marks.ts';
import { holds } from '../words/lists-in.ts';
import { isIn, phraseLength, type SentenceView, wordAt } from '../words/view-sentence.ts';
import { type Victims, victimsIn } from './casualty-victims.ts';
import { areHandedOver, isOtherWord, isToDeath } from './casualty-words.ts';
import { type Counted, countPeople } from './count-people.ts';
import { hasMark, isCasualty, withoutParts } from './counted-parts.ts';
import { happened } from './incident-mood.ts';
import { ofThose } from './of-those.ts';
import { isOwnLoss } from './own-losses.ts';

/** A stretch of a sentence by its tokens, `to` exclusive. */
export type Stretch = readonly [from: number, to: number];

export interface Casualties extends Span {
  readonly fatalities: Incident['fatalities'];
  readonly injuries: Incident['injuries'];
  readonly victims: Victims;
  /** Token of the first casualty word. */
  readonly at: number;
}

interface Word {
  readonly at: number;
  readonly kind: 'death' | 'injury';
  readonly token: Token;
}

/** The other half of "killed or wounded", of which some are the one and some the other. */
const orWord = (view: SentenceView, at: number): number => {
  if (isIn(view, 'orWords', at + 1)) return at + 2;
  return isIn(view, 'orWords', at - 1) ? at - 2 : -1;
};

/** "captured or killed" says neither; "no deaths", "without casualties" say none. */
const isSaid = (parse: Parse, at: number): boolean => {
  const { view, verbAt } = parse;
  if (areHandedOver(view, at)) return false;
  const other = orWord(view, at);
  if ((other >= 0 && !isCasualty(view, other)) || isOtherWord(view, at)) return false;
  const verb = verbAt[other >= 0 && other < at ? other : at];
  if (verb !== undefined && (verb.head === at || verb.head === other)) return happened(parse, verb) !== null;
  for (let i = at - 1; i >= Math.max(0, at - 5) && verbAt[i] === undefined && wordAt(view, i) !== ','; i--)
    if ((isIn(view, 'negativeWords', i) || isIn(view, 'withoutWords', i)) && !isIn(view, 'countLeads', i + 1))
      return false;
  return true;
};

const casualtyWords = (parse: Parse, [from, to]: Stretch): readonly Word[] => {
  const { tokens, lexicon } = parse.view;
  if (!['deathWords', 'injuryWords', 'deathTollWords', 'toDeathVerbs'].some((list) => holds(tokens, list, lexicon)))
    return [];
  return tokens.slice(from, to).flatMap((token, i): Word[] => {
    const kind =
      isToDeath(parse.view, from + i) ||
      lexicon.has('deathWords', token.word) ||
      lexicon.has('deathTollWords', token.word)
        ? 'death'
        : lexicon.has('injuryWords', token.word)
          ? 'injury'
          : null;
    return kind !== null && isSaid(parse, from + i) ? [{ at: from + i, kind, token }] : [];
  });
};

interface Ground {
  readonly parse: Parse;
  readonly view: SentenceView;
  /** Not yet counted by an earlier casualty word. */
  readonly numbers: readonly Counted[];
  /** Behind the casualty word before, up to the next one. */
  readonly from: number;
  readonly to: number;
}

/** "two soldiers, five police and six farmers": what is joined to a number by "and", or by commas before it. */
const isLinked = ({ view, verbAt }: Parse, left: Counted, right: Counted): boolean => {
  for (let at = left.to; at < right.at; at++) if (verbAt[at] !== undefined) return false;
  let to = right.at;
  // "a woman and HER two children"
  while (isIn(view, 'countLeads', to - 1) || isIn(view, 'kinLinks', to - 1)) to--;
  const last = wordAt(view, to - 1);
  // "retook FIVE VILLAGES, and 28 rebels were killed"
  if ([left.to, left.to + 1].some((at) => view.markAt[at]?.type === 'scope')) return false;
  return to > left.to && right.at - left.to <= 7 && (view.lexicon.has('listLinks', last) || last === ',');
};

/** "killing two farmers", "killed at least four and three guards": right behind an active word. */
const behind = (word: Word, { parse, view, numbers, to }: Ground): readonly Counted[] => {
  const next = numbers.find(({ at }) => at > word.at && at <= word.at + 5);
  if (!next || hasMark(view, word.at + 1, next.at)) return [];
  const chain = [next];
  for (const number of numbers.filter(({ at }) => at > next.at && at < to)) {
    const last = chain.at(-1) ?? next;
    if (number.at <= last.to || !isLinked(parse, last, number)) break;
    chain.push(number);
  }
  return isFollowedByPassive(view, chain.at(-1) ?? next, to) && chain.length > 1 ? chain.slice(0, -1) : chain;
};

/** "killed two guards and three WERE wounded": the last number begins a clause of its own. */
const isFollowedByPassive = (view: SentenceView, { to }: Counted, end: number): boolean => {
  for (let at = to; at < Math.min(end + 1, to + 4); at++) if (isIn(view, 'be', at)) return true;
  // "a woman and her two children AND wounding five": the next word has numbers of its own.
  return end < view.tokens.length && end - to <= 3 && !isIn(view, 'conjunctions', end - 1);
};

/** "three men said that guards were killed": the number is of those who tell it. */
const tellsBetween = ({ verbs, view }: Parse, from: number, to: number): boolean =>
  verbs.some(
    (verb) =>
      verb.from >= from &&
      verb.to <= to &&
      // "were SAID to have been killed" is told of those counted.
      !(verb.passive && isIn(view, 'infinitiveMarks', verb.to)) &&
      verb.lemmas.some((one) => view.lexicon.has('reportingVerbs', one)),
  );

/** "There were ninety of us AND THE RADIO had been dead": a clause with a subject of its own. */
const isOfAnother = (parse: Parse, { to }: Counted, { at }: Word): boolean => {
  const verb = parse.verbAt[at] ?? parse.verbAt[at - 1];
  const subject = verb === undefined ? null : subjectPhrase(parse, verb);
  if (subject === null || subject.from <= to || !isIn(parse.view, 'conjunctions', subject.from - 1)) return false;
  // "four guards and a carter were killed", "seven women and children": where no verb parts them, all of them are counted.
  const { view, verbs } = parse;
  const known = isIn(view, 'determiners', subject.from) && !isIn(view, 'articles', subject.from);
  return known || verbs.some((one) => one.from >= to && one.from < subject.from);
};

/** "nine police officers and six civilians were killed": all joined numbers before it, up to the last casualty word. */
const ahead = (word: Word, { parse, numbers, from }: Ground): readonly Counted[] => {
  const verb = parse.verbAt[word.at] ?? parse.verbAt[word.at - 1];
  const subject = verb === undefined ? null : subjectPhrase(parse, verb);
  // "THREE officers, among them …, were shot dead": the subject may stand farther away.
  const isNear = (at: number): boolean =>
    word.at - at <= 12 || (subject !== null && subject.from <= at && at < subject.to);
  const before = numbers.filter(({ at }) => at >= from && at < word.at && isNear(at));
  const last = before.at(-1);
  // "opened 436 cases and FOUND the bodies": the number is another verb's.
  const noun = verb === undefined && isIn(parse.view, 'bodyNouns', word.at);
  if (noun && last !== undefined && parse.verbs.some((one) => one.from > last.to && one.to <= word.at)) return [];
  if (!last || tellsBetween(parse, last.to, word.at) || isOfAnother(parse, last, word)) return [];
  const chain = [last];
  // "four guards AND A CARTER were killed"
  const one = subject !== null && subject.from > last.to && isIn(parse.view, 'articles', subject.from);
  if (one) chain.push({ at: subject.from, to: subject.to, low: 1, high: 1 });
  for (const number of before.slice(0, -1).reverse()) {
    if (!isLinked(parse, number, chain[0] ?? last)) break;
    chain.unshift(number);
  }
  return chain;
};

/** "killing Ivo Hale": two capitals that are no place and no side. */
const isPersonName = (view: SentenceView, at: number): boolean =>
  [at, at + 1].every((i) => /^\p{Lu}\p{Ll}/u.test(view.tokens[i]?.text ?? '') && view.markAt[i] === undefined) &&
  !isIn(view, 'weekdays', at) &&
  !isIn(view, 'months', at);

/** "The gunmen, one of them a commander, WERE killed": what is put in behind the subject is not who died. */
const besideSubject = (parse: Parse, { at }: Word): number => {
  const verb = parse.verbAt[at];
  const subject = verb === undefined ? null : subjectPhrase(parse, verb);
  const isPutIn = verb !== undefined && subject !== null && wordAt(parse.view, verb.from - 1) === ',';
  return isPutIn && wordAt(parse.view, subject.to) === ',' ? verb.from : 0;
};

/** "killed a commander", "killing him", "a farmer and his wife died": one, where nobody counts. */
const single = (word: Word, { parse, view, from }: Ground): readonly Counted[] => {
  const one = (at: number): readonly Counted[] => [{ at, to: at + 1, low: 1, high: 1 }];
  for (let at = word.at + 1; at < word.at + 6; at++) {
    if (isIn(view, 'prepositions', at) || /^[,;.]$/.test(wordAt(view, at)) || isIn(view, 'be', at)) break;
    if (isIn(view, 'singlePronouns', at) || isIn(view, 'singlePersons', at) || isPersonName(view, at)) return one(at);
  }
  if (!isIn(view, 'be', word.at - 1) && !isIn(view, 'be', word.at - 2)) return [];
  const last = Math.max(from, word.at - 14, besideSubject(parse, word));
  for (let at = word.at - 1; at >= last && !isIn(view, 'clauseStarts', at); at--)
    if (isIn(view, 'singlePersons', at) && !isIn(view, 'prepositions', at - 1)) return one(at);
  return [];
};

/** How far behind the word for a toll its number may stand: "The death TOLL from the bombing in A has risen to three". */
const TOLL = 16;

const tollBehind = (word: Word, { view, numbers }: Ground): readonly Counted[] =>
  numbers
    .filter(({ at }) => at > word.at && at <= word.at + TOLL && isIn(view, 'tollRises', beforeLeads(view, at)))
    .slice(-1);

const beforeLeads = (view: SentenceView, at: number): number => {
  let before = at - 1;
  while (isIn(view, 'countLeads', before) && !isIn(view, 'tollRises', before)) before--;
  return before;
};

/** Words between a death and those who died with him: "was killed in an ambush in A on Monday ALONG WITH four of his men". */
const ALONG = 16;

/** "A commander was killed TOGETHER WITH FIVE of his men": the dead besides the one. */
const alongWith = ({ at }: Word, { parse, view, numbers, to }: Ground): readonly Counted[] =>
  numbers
    .filter((number) => {
      let lead = number.at;
      while (isIn(view, 'countLeads', lead - 1)) lead--;
      const along = [1, 2, 3].some((back) => phraseLength(view, 'alongLeads', lead - back) === back);
      const parted = parse.verbs.some((verb) => verb.from > at && verb.to <= number.at);
      return number.at > at && number.at < Math.min(to, at + ALONG) && along && !parted;
    })
    .slice(0, 1);

const countFor = (word: Word, ground: Ground): readonly Counted[] => {
  if (isIn(ground.view, 'deathTollWords', word.at)) return tollBehind(word, ground);
  const those = ofThose(ground.view, word.at, ground.numbers);
  if (those !== null) return those;
  // "Their spokesman put civilian DEATHS AT fewer than 20"
  const put = isIn(ground.view, 'putLinks', word.at + 1) ? behind(word, ground) : [];
  if (put.length > 0) return put;
  const passive = isIn(ground.view, 'be', word.at - 1) || ground.parse.verbAt[word.at]?.passive === true;
  const before = ahead(word, ground);
  // "35 WOUNDED and eight bodies": right behind its number the word is of those counted.
  const own = before.at(-1)?.at === word.at - 1;
  const next = before.length > 0 && !passive && !own ? behind(word, ground) : [];
  // "12 people killed and 40 INJURED": the number has a word of its own right behind it.
  const active = next.filter(({ to }) => !isCasualty(ground.view, to));
  // "held three more than a week ago, and LOST 23 fighters"
  const verb = ['activeDeathForms', 'lossVerbs'].some((list) => ground.view.lexicon.has(list, word.token.word));
  if (verb && active.length > 0) return active;
  if (before.length > 0) return passive ? [...before, ...alongWith(word, ground)] : before;
  const counted = passive ? [] : behind(word, ground);
  if (counted.length > 0) return counted;
  const one = single(word, ground);
  return one.length === 0 ? one : [...one, ...alongWith(word, ground)];
};

const sum = (counted: readonly Counted[]): Incident['fatalities'] =>
  counted.length === 0
    ? null
    : {
        low: counted.reduce((total, { low }) => total + low, 0),
        high: counted.reduce((total, { high }) => total + high, 0),
      };

/** "23 killed or wounded": none is sure to be dead. */
const atMost = (losses: Incident['fatalities']): Incident['fatalities'] =>
  losses === null ? null : { low: 0, high: losses.high };

/** "FIGHTERS killed 30 people": who did it are no victims. */
const doerOf = (parse: Parse, { at }: Word): Stretch | null => {
  const verb = parse.verbAt[at];
  if (verb === undefined || verb.passive || !isIn(parse.view, 'activeDeathForms', at)) return null;
  const subject = subjectPhrase(parse, verb);
  return subject === null ? null : [subject.from, subject.to];
};

const isTelling = (view: SentenceView, at: number): boolean =>
  isIn(view, 'putForms', at) ||
  (view.lexicon.verbs.get(wordAt(view, at)) ?? []).some(({ lemma }) => view.lexicon.has('reportingVerbs', lemma));

/** "RESIDENTS PUT the number of dead at ten", "RESIDENTS SAID nine had died": who tells it is none of those counted. */
const tellerOf = (view: SentenceView, [from]: Stretch, { at }: Word): Stretch | null => {
  const put = view.tokens.findIndex((_, i) => i >= from && i < at && isTelling(view, i));
  return put < 0 ? null : [from, put];
};

/** Null where nobody is said to have died or been hurt. */
export const findCasualties = (parse: Parse, stretch: Stretch): Casualties | null => {
  const words = casualtyWords(parse, stretch);
  const [first] = words;
  const last = words.at(-1);
  if (!first || !last) return null;
  const { view } = parse;
  const numbers = withoutParts(parse, countPeople(view, stretch));
  const used = new Set<Counted>();
  const total = { death: null as Incident['fatalities'], injury: null as Incident['injuries'] };
  words.forEach((word, index) => {
    const from = (words[index - 1]?.at ?? stretch[0] - 1) + 1;
    const to = words[index + 1]?.at ?? stretch[1];
    const free = numbers.filter((number) => !used.has(number));
    const counted = countFor(word, { parse, view, numbers: free, from, to });
    for (const number of counted) used.add(number);
    total[word.kind] ??= orWord(view, word.at) < 0 ? sum(counted) : atMost(sum(counted));
  });
  const victims = isOwnLoss(parse, first.at)
    ? 'combatants'
    : victimsIn(view, { stretch, counted: used, doer: doerOf(parse, first) ?? tellerOf(view, stretch, first) });
  return {
    ...{ fatalities: total.death, injuries: total.injury, victims, at: first.at },
    ...{ start: first.token.start, end: last.token.end },
  };
};
