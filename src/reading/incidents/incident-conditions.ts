// What must stand beside a verb so that it tells of an incident: "captured" needs a person, "torched" a thing.
// Invariant: asks of the words of one clause; which verb asks for what is said in the lexicon's maps.

import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { numberOf } from '../words/numbers.ts';
import { amountAt } from '../words/read-amounts.ts';
import { isIn, isInAny, type SentenceView, wordAt } from '../words/view-sentence.ts';
import { isByTerms, isSwap } from './freed-by-terms.ts';

/** How many words a phrase beside the verb may have, and how far behind it a border may stand. */
export const REACH = 12;
const ABROAD = 9;

/** "past DAMAGED buildings", "in STOLEN tractors": a participle that only describes what stands behind it. */
export const describes = ({ view, verbAt }: Parse, { from, to, bare, forms }: VerbGroup): boolean => {
  if (!bare || to !== from + 1 || !forms.includes('participle') || from === 0) return false;
  const counted = numberOf([wordAt(view, from - 1)], view.lexicon) !== null;
  // "PARADED captured vehicles"
  const governor = verbAt[from - 1];
  const object =
    governor !== undefined && governor.to === from && !governor.passive && !isInAny(view, ['be', 'have'], from - 1);
  const led =
    counted || object || ['prepositions', 'determiners', 'possessives'].some((list) => isIn(view, list, from - 1));
  const next = view.tokens[to];
  return led && next?.type === 'word' && !isIn(view, 'prepositions', to) && !isIn(view, 'determiners', to);
};

export const stops = (parse: Parse, at: number): boolean => {
  const { view, verbAt } = parse;
  if (at < 0 || at >= view.tokens.length || /^[;:.!?()—–]$/.test(wordAt(view, at))) return true;
  const verb = verbAt[at];
  return verb !== undefined && !describes(parse, verb);
};

export const hasWord = ({ view }: Parse, at: readonly number[], list: string): boolean =>
  at.some((i) => isIn(view, list, i));

const isName = ({ view }: Parse, at: number): boolean =>
  /^\p{Lu}\p{Ll}/u.test(view.tokens[at]?.text ?? '') && view.markAt[at]?.type !== 'place';

/** "a barber", "three BARBERS". */
const isOfTrade = (view: SentenceView, at: number): boolean =>
  [wordAt(view, at), wordAt(view, at).replace(/s$/, '')].some((word) => view.lexicon.has('singlePersons', word));

/** "a Taliban leader", "Taliban commander Qari Zia": the phrase ends in a person, or in a name behind one. */
const isPerson = (parse: Parse, phrase: readonly number[]): boolean => {
  const { view } = parse;
  // "A, the main crossing WITH NORLAND, was captured": whom a word further on names was not.
  const of = phrase.find((at, i) => isIn(view, 'partLinks', at) || (i > 0 && isIn(view, 'prepositions', at)));
  const joint = phrase.find((at) => isIn(view, 'conjunctions', at));
  const head = phrase.filter((at) => at < (of ?? at + 1) && at < (joint ?? at + 1)).at(-1);
  if (head === undefined) return false;
  const mark = view.markAt[head];
  // "captured IT": a place, and nobody.
  const fights = mark?.type === 'actor' && !mark.modifies && !isIn(view, 'objectPronouns', head);
  if (fights || isIn(view, 'incidentWords:persons', head) || isOfTrade(view, head)) return true;
  return isName(parse, head) && hasWord(parse, phrase, 'incidentWords:persons');
};

const isCivilian = (parse: Parse, phrase: readonly number[]): boolean =>
  hasWord(parse, phrase, 'incidentWords:residents');

/** Soldiers and fighters; an office ("the governor", "the ministry") is none. */
const isForces = ({ view }: Parse, phrase: readonly number[]): boolean =>
  phrase.some((at) => {
    const mark = view.markAt[at];
    const fights = mark?.type === 'actor' && !mark.modifies && mark.means !== 'civilian' && mark.means !== 'government';
    return isIn(view, 'combatants', at) || fights;
  });

/** "surrendered the town", "surrendered it". */
const isPlace = ({ groupAt, view }: Parse, at: number): boolean =>
  groupAt[at] !== undefined || isIn(view, 'placePronouns', at);

/** "into Iran", "across the border": behind the verb, before the next one. */
const isAbroad = ({ view, verbAt }: Parse, from: number): boolean => {
  for (let at = from; at < from + ABROAD && verbAt[at] === undefined; at++) {
    const mark = view.markAt[at];
    const nation =
      mark?.type === 'actor' && view.theatre.sides.some((one) => one.id === mark.side && one.class === 'foreign');
    // "into the TERRITORY OF Norland"
    const soil = nation && isIn(view, 'soilWords', mark.from - 2) && isIn(view, 'partLinks', mark.from - 1);
    // "ran into the BORDER GUARDS": who keeps it, and no border that is crossed
    const border = isIn(view, 'borderWords', at) && !isInAny(view, ['guardNouns', 'incidentWords:persons'], at + 1);
    if ((nation && isIn(view, 'intoLinks', mark.from - 1)) || soil || border) return true;
  }
  return false;
};

/** "rose to 131", "rose by a third": a number goes up, and nobody rises. */
const isByAmount = ({ view }: Parse, at: number): boolean =>
  isIn(view, 'amountLinks', at) && amountAt(view, at + 1) !== null;

const isCaptive = ({ view }: Parse, at: number): boolean => isIn(view, 'captiveWords', at);

/** "took 30 soldiers CAPTIVE": behind those who are taken. */
const takesCaptive = (parse: Parse, { to }: VerbGroup): boolean => {
  for (let at = to; at < to + REACH && !stops(parse, at); at++) if (isCaptive(parse, at)) return true;
  return false;
};

/** "crossed the Panj river". */
const isOverRiver = ({ view, verbAt }: Parse, from: number): boolean => {
  for (let at = from; at < from + ABROAD / 2 && verbAt[at] === undefined; at++)
    if (isIn(view, 'riverWords', at)) return true;
  return false;
};

/** "forced thousands FROM THEIR HOMES", "forced them TO FLEE": behind who is driven out. */
const leadsTo = ({ view }: Parse, { to }: VerbGroup, list: string): boolean => {
  for (let at = to; at < to + REACH && !/^[,;:.!?]$/.test(wordAt(view, at)); at++)
    if (isIn(view, list, at)) return true;
  return false;
};

/** "dragged six passengers off a bus and shot THEM": who they are stands before it. */
const namesVictims = ({ view }: Parse, { from }: VerbGroup): boolean =>
  view.tokens
    .slice(0, from)
    .some((_, at) => ['civilianVictims', 'incidentWords:residents'].some((list) => isIn(view, list, at)));

/** So many who go somewhere together go on no errand. */
const CROWD = 50;

/** "1,400 FAMILIES", "8,000 people": not "two residents", nor "workers". */
const isCrowd = (parse: Parse, subject: readonly number[]): boolean => {
  const { view } = parse;
  const many = subject.some(
    (at) => isIn(view, 'crowdCounts', at) || (numberOf([wordAt(view, at)], view.lexicon) ?? 0) >= CROWD,
  );
  return many && hasWord(parse, subject, 'crowdFolk');
};

/** "left FOR the city", "walked OUT OF the town", "arrived in the town FROM the villages". */
const goesAway = ({ view, groupAt }: Parse, { to }: VerbGroup): boolean => {
  const goal = isIn(view, 'wayLinks', to + 1) || isIn(view, 'partLinks', to + 1) ? to + 2 : to + 1;
  return isIn(view, 'wayLinks', to) && [goal, goal + 1].some((at) => groupAt[at] !== undefined);
};

/** "took their weapons WITH THEM": those who leave carry what is their own. */
const isTakenAlong = ({ view }: Parse, object: readonly number[]): boolean => {
  const end = (object.at(-1) ?? -2) + 1;
  return isIn(view, 'withWords', end) && isIn(view, 'pronouns', end + 1);
};

/** Subject of one person: "the leader planned attacks". */
export const isBiography = ({ view }: Parse, verb: VerbGroup): boolean => {
  for (let at = verb.from - 1; at >= Math.max(0, verb.from - 6); at--)
    if (isIn(view, 'incidentBioSubjects', at)) return true;
  return false;
};

/** What a verb is done to, and by whom, as tokens. */
export interface Beside {
  readonly parse: Parse;
  readonly verb: VerbGroup;
  readonly object: readonly number[];
  readonly subject: readonly number[];
}

/** The lexicon's maps of verbs that need something beside them, in the order in which they are asked. */
export const CONDITIONS: Readonly<Record<string, (beside: Beside) => boolean>> = {
  persons: ({ parse, object }) => isPerson(parse, object),
  arms: ({ parse, object }) =>
    hasWord(parse, object, 'incidentWords:arms') &&
    // "took UP arms"; "took AWAY eleven tanks" is loot.
    (!isIn(parse.view, 'verbParticles', object[0] ?? -1) || isIn(parse.view, 'lootParticles', object[0] ?? -1)) &&
    !isTakenAlong(parse, object),
  things: ({ parse, object }) => hasWord(parse, object, 'incidentWords:things'),
  prisoners: ({ parse, object }) => hasWord(parse, object, 'incidentWords:prisoners') && !isByTerms(parse),
  'prisoners by terms': ({ parse, object }) => hasWord(parse, object, 'incidentWords:prisoners') && isByTerms(parse),
  'fighters exchanged': ({ parse, object }) =>
    ['combatants', 'menWords'].some((list) => hasWord(parse, object, list)) && isSwap(parse),
  'prisoners home': ({ parse, object }) => hasWord(parse, object, 'incidentWords:prisoners'),
  civilians: ({ parse, verb, object }) => isCivilian(parse, object) && !isIn(parse.view, 'verbParticles', verb.to),
  abroad: ({ parse, verb, subject }) => isForces(parse, subject) && isAbroad(parse, verb.to),
  'leaving civilians': ({ parse, verb, subject, object }) =>
    (parse.groupAt[verb.to] !== undefined || hasWord(parse, object, 'incidentWords:homes')) &&
    isCivilian(parse, subject),
  refuge: ({ parse, object, subject }) => hasWord(parse, object, 'refugeWords') && isCivilian(parse, subject),
  // "shot 11 CAPTURED policemen"
  'captive men': ({ parse, object }) =>
    hasWord(parse, [(object[0] ?? 0) - 1, ...object], 'captiveAdjectives') && isPerson(parse, object),
  captives: ({ parse, verb, object }) =>
    isPerson(
      parse,
      object.filter((at) => !isCaptive(parse, at)),
    ) && takesCaptive(parse, verb),
  'civilians abroad': ({ parse, verb, subject }) =>
    isCivilian(parse, subject) && (isAbroad(parse, verb.to) || isOverRiver(parse, verb.to)),
  'by civilians': ({ parse, subject }) => isCivilian(parse, subject),
  // "joined THE SEARCH" changes no side
  'by forces': ({ parse, verb, object, subject }) =>
    !isPlace(parse, verb.to) && isForces(parse, subject) && !hasWord(parse, object, 'noPlace:surrender'),
  'by people': ({ parse, verb, subject }) =>
    !isByAmount(parse, verb.to) && hasWord(parse, subject, 'incidentWords:people'),
  'by protesters': ({ parse, subject }) => hasWord(parse, subject, 'incidentWords:protesters'),
  meeting: ({ parse, object }) =>
    parse.view.tokens.some(({ word }) => parse.view.lexicon.has('talkTopics', word)) &&
    (isForces(parse, object) || isPerson(parse, object)),
  'by families': ({ parse, subject }) => hasWord(parse, subject, 'incidentWords:families'),
  'civilians to protest': ({ parse, verb, subject }) =>
    isCivilian(parse, subject) && leadsTo(parse, verb, 'demandWords'),
  'pronoun civilians': ({ parse, verb }) => isIn(parse.view, 'victimPronouns', verb.to) && namesVictims(parse, verb),
  hostages: ({ parse, verb }) => leadsTo(parse, verb, 'hostageWords'),
  'by mobs': ({ parse, subject }) => hasWord(parse, subject, 'incidentWords:mobs'),
  'civilians from homes': ({ parse, verb, object }) =>
    isCivilian(parse, object) && leadsTo(parse, verb, 'incidentWords:flight'),
  'shot men': ({ parse, object }) => hasWord(parse, object, 'shotFolk') && !hasWord(parse, object, 'combatants'),
  'by looters': ({ parse, subject }) => hasWord(parse, subject, 'looterWords'),
  // "SEIZED six aid workers"
  'seized folk': ({ parse, object }) =>
    ['civilianVictims', 'shotFolk'].some((list) => hasWord(parse, object.slice(-1), list)) &&
    !hasWord(parse, object, 'combatants'),
  // "A doctor was SHOT by a sniper"
  'shot folk': ({ parse, object }) =>
    hasWord(parse, object, 'civilianVictims') && !hasWord(parse, object, 'combatants'),
  'sent away': ({ parse, verb, object }) =>
    isCrowd(parse, object) && leadsTo(parse, verb, 'wayLinks') && !leadsTo(parse, verb, 'hospitalWords'),
  'on the move': ({ parse, verb, subject }) => isCrowd(parse, subject) && goesAway(parse, verb),
  'by prisoners': ({ parse, subject }) => hasWord(parse, subject, 'incidentWords:prisoners'),
};
