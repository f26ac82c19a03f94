// Verbs that say that something happened: "detained two men", "residents fled", "the mill was torched".
// Invariant: a verb counts by what it is done to or by whom where the lexicon asks for that; "captured" needs a person.

import { subjectPhrase } from './find-subject.ts';
import type { VerbGroup } from './find-verb-groups.ts';
import { isByTerms, isSwap } from './freed-by-terms.ts';
import { type Cue, cueOf } from './incident-cue.ts';
import { happened } from './incident-mood.ts';
import { listGroup } from './list-group.ts';
import { numberOf } from './numbers.ts';
import type { Parse } from './parse.ts';
import { amountAt } from './read-amounts.ts';
import { isIn, wordAt } from './view-sentence.ts';

/** How many words a phrase beside the verb may have, and how far behind it a border may stand. */
const REACH = 12;
const ABROAD = 9;

const stops = (parse: Parse, at: number): boolean => {
  const { view, verbAt } = parse;
  if (at < 0 || at >= view.tokens.length || /^[;:.!?()—–]$/.test(wordAt(view, at))) return true;
  const verb = verbAt[at];
  return verb !== undefined && !describes(parse, verb);
};

/** Tokens of what an active verb is done to: up to a preposition other than "of", a comma, the next verb. */
const behindVerb = (parse: Parse, verb: VerbGroup): readonly number[] => {
  const found: number[] = [];
  for (let at = verb.to; at < verb.to + REACH && !stops(parse, at); at++) {
    const preposition = isIn(parse.view, 'prepositions', at) && !isIn(parse.view, 'partLinks', at);
    if (wordAt(parse.view, at) === ',' || (preposition && found.length > 0)) break;
    found.push(at);
  }
  return found;
};

/** Tokens of the verb's subject with what stands behind its "of", else those back to the verb before it. */
const beforeVerb = (parse: Parse, verb: VerbGroup): readonly number[] => {
  const found: number[] = [];
  const phrase = subjectPhrase(parse, verb);
  if (phrase !== null && !isIn(parse.view, 'clauseStarts', phrase.to - 1)) {
    const part = isIn(parse.view, 'partLinks', phrase.to) ? parse.phraseAt[phrase.to + 1] : undefined;
    for (let at = phrase.from; at < (part?.to ?? phrase.to); at++) found.push(at);
    return found;
  }
  for (let at = verb.from - 1; at > verb.from - 1 - REACH && !stops(parse, at); at--) found.unshift(at);
  return found;
};

const isPassive = (parse: Parse, verb: VerbGroup): boolean =>
  verb.passive || (verb.bare && verb.forms.includes('participle') && isIn(parse.view, 'agentLinks', verb.to));

const hasWord = ({ view }: Parse, at: readonly number[], list: string): boolean => at.some((i) => isIn(view, list, i));

const isName = ({ view }: Parse, at: number): boolean =>
  /^\p{Lu}\p{Ll}/u.test(view.tokens[at]?.text ?? '') && view.markAt[at]?.type !== 'place';

/** "a Taliban leader", "Taliban commander Qari Zia": the phrase ends in a person, or in a name behind one. */
const isPerson = (parse: Parse, phrase: readonly number[]): boolean => {
  const { view } = parse;
  const of = phrase.find((at) => isIn(view, 'partLinks', at));
  const joint = phrase.find((at) => isIn(view, 'conjunctions', at));
  const head = phrase.filter((at) => at < (of ?? at + 1) && at < (joint ?? at + 1)).at(-1);
  if (head === undefined) return false;
  const mark = view.markAt[head];
  const fights = mark?.type === 'actor' && !mark.modifies;
  if (fights || isIn(view, 'incidentWords:persons', head)) return true;
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

/** "Crowds carrying flags marched": what opens the sentence, where only gerunds stand between. */
const DATELINE = 14;

const openingOf = ({ phrases, verbs, view }: Parse, { from }: VerbGroup): readonly number[] => {
  const dash = view.tokens.findLastIndex(({ word }, at) => at < DATELINE && /^[-–—]$/.test(word));
  const first = phrases.find((phrase) => phrase.from > dash);
  const between = verbs.filter((verb) => verb.from < from && verb.from > dash);
  if (first === undefined || between.length === 0 || isIn(view, 'prepositions', first.from - 1)) return [];
  return between.every(({ gerund }) => gerund)
    ? Array.from({ length: first.to - first.from }, (_, i) => first.from + i)
    : [];
};

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
    if ((nation && isIn(view, 'intoLinks', mark.from - 1)) || soil || isIn(view, 'borderWords', at)) return true;
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

/** What a verb is done to, and by whom, as tokens. */
interface Beside {
  readonly parse: Parse;
  readonly verb: VerbGroup;
  readonly object: readonly number[];
  readonly subject: readonly number[];
}

/** The lexicon's maps of verbs that need something beside them, in the order in which they are asked. */
const CONDITIONS: Readonly<Record<string, (beside: Beside) => boolean>> = {
  persons: ({ parse, object }) => isPerson(parse, object),
  arms: ({ parse, object }) =>
    hasWord(parse, object, 'incidentWords:arms') &&
    !isIn(parse.view, 'verbParticles', object[0] ?? -1) &&
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
  captives: ({ parse, verb, object }) =>
    isPerson(
      parse,
      object.filter((at) => !isCaptive(parse, at)),
    ) && takesCaptive(parse, verb),
  'civilians abroad': ({ parse, verb, subject }) =>
    isCivilian(parse, subject) && (isAbroad(parse, verb.to) || isOverRiver(parse, verb.to)),
  'by civilians': ({ parse, subject }) => isCivilian(parse, subject),
  'by forces': ({ parse, verb, subject }) => !isPlace(parse, verb.to) && isForces(parse, subject),
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
  'sent away': ({ parse, verb, object }) =>
    isCrowd(parse, object) && leadsTo(parse, verb, 'wayLinks') && !leadsTo(parse, verb, 'hospitalWords'),
  'on the move': ({ parse, verb, subject }) => isCrowd(parse, subject) && goesAway(parse, verb),
  'by prisoners': ({ parse, subject }) => hasWord(parse, subject, 'incidentWords:prisoners'),
};

/** What a crowd does is asked first. */
const MOBS = 'by mobs';

/** Each map of verbs with its condition's name; the first needs none. */
const VERB_MAPS: readonly (readonly [map: string, name: string])[] = [
  ['incidentVerbs', ''],
  ...Object.keys(CONDITIONS).map((name) => [`incidentVerbs:${name}`, name] as const),
];

const tellsIncident = listGroup(VERB_MAPS.map(([map]) => map));

/** "RIOTERS looted shops": what a crowd does is a riot. */
const isOfMob = (parse: Parse, verb: VerbGroup, lemma: string): string | null =>
  hasWord(parse, isPassive(parse, verb) ? [] : beforeVerb(parse, verb), 'incidentWords:mobs')
    ? parse.view.lexicon.look('incidentVerbs:by mobs', lemma)
    : null;

/** "A FIRE destroyed 17 shops", "HEAVY RAIN damaged the road": nobody did it. "Artillery fire" is somebody's. */
const isOfNature = (parse: Parse, verb: VerbGroup): boolean => {
  const agent = isIn(parse.view, 'agentLinks', verb.to) ? [verb.to + 1, verb.to + 2, verb.to + 3] : [];
  const subject = isPassive(parse, verb) ? agent : beforeVerb(parse, verb);
  return hasWord(parse, subject, 'natureSubjects') && !hasWord(parse, subject, 'warFires');
};

/** "Police arrested eight DRUG SMUGGLERS", "seized 12 kilos of HEROIN": crime is not war. */
const isOfCrime = (parse: Parse, verb: VerbGroup): boolean =>
  hasWord(parse, [...behindVerb(parse, verb), ...beforeVerb(parse, verb)], 'crimeWords');

/** "Farmers protested THAT the harvest was poor" only say so. */
const isSaid = ({ view }: Parse, { to, lemmas }: VerbGroup): boolean =>
  isIn(view, 'protestLinks', to) && lemmas.some((lemma) => view.lexicon.has('sayingDeeds', lemma));

/** The type that a verb stands for with what is beside it. */
const kindOf = (parse: Parse, verb: VerbGroup, lemma: string): string | null => {
  const { lexicon } = parse.view;
  const maps = lexicon.startsOf(lemma);
  if (maps === undefined || !tellsIncident(maps)) return null;
  const plain = lexicon.look('incidentVerbs', lemma);
  if (plain !== null) return isOfMob(parse, verb, lemma) ?? plain;
  const asked = VERB_MAPS.filter(([map, name]) => name !== '' && maps.has(map) && lexicon.look(map, lemma) !== null);
  if (asked.length === 0) return null;
  const before = beforeVerb(parse, verb);
  const object = isPassive(parse, verb) ? before : behindVerb(parse, verb);
  const beside = { parse, verb, object, subject: [...before, ...openingOf(parse, verb)] };
  const first = asked.toSorted(([, a], [, b]) => Number(b === MOBS) - Number(a === MOBS));
  const [map] = first.find(([, name]) => CONDITIONS[name]?.(beside)) ?? [null];
  return map === null ? null : lexicon.look(map, lemma);
};

/** "past DAMAGED buildings", "in STOLEN tractors": a participle that only describes what stands behind it. */
const describes = ({ view }: Parse, { from, to, bare, forms }: VerbGroup): boolean => {
  if (!bare || to !== from + 1 || !forms.includes('participle') || from === 0) return false;
  const counted = numberOf([wordAt(view, from - 1)], view.lexicon) !== null;
  const led = counted || ['prepositions', 'determiners', 'possessives'].some((list) => isIn(view, list, from - 1));
  const next = view.tokens[to];
  return led && next?.type === 'word' && !isIn(view, 'prepositions', to) && !isIn(view, 'determiners', to);
};

/** "residents FLEEING FOR COVER" are back when it is over. */
const isForCover = ({ view }: Parse, { to }: VerbGroup): boolean =>
  isIn(view, 'prepositions', to) && isIn(view, 'coverWords', to + 1);

/** One cue a verb that stands for something that happened. */
export const findIncidentVerbs = (parse: Parse): readonly Cue[] =>
  parse.verbs.flatMap((verb) => {
    const value = verb.lemmas.map((lemma) => kindOf(parse, verb, lemma)).find((found) => found !== null);
    if (value === undefined || value === null) return [];
    if (describes(parse, verb) || isForCover(parse, verb) || isSaid(parse, verb)) return [];
    if (isOfNature(parse, verb) || isOfCrime(parse, verb)) return [];
    // "captured or killed" says neither.
    if (isIn(parse.view, 'orWords', verb.to) || isIn(parse.view, 'orWords', verb.from - 1)) return [];
    const modality = happened(parse, verb);
    return modality === null ? [] : [cueOf(parse, value, { from: verb.head, to: verb.to, verb, modality })];
  });
