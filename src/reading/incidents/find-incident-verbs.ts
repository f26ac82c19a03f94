// Verbs that say that something happened: "detained two men", "residents fled", "the mill was torched".
// Invariant: a verb counts by what it is done to or by whom where the lexicon asks for that; "captured" needs a person.

import { subjectPhrase } from '../clauses/find-subject.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { listGroup } from '../words/list-group.ts';
import { isIn, wordAt } from '../words/view-sentence.ts';
import { CONDITIONS, describes, hasWord, REACH, stops } from './incident-conditions.ts';
import { type Cue, cueOf } from './incident-cue.ts';
import { happened } from './incident-mood.ts';

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

/** What those do who bear no arms. */
const PEOPLES = 'incidentVerbs:by people';

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
  const value = map === null ? null : lexicon.look(map, lemma);
  // "Elders negotiate WITH the rebels"; "negotiated the price of wheat" is trade.
  const traded = map === PEOPLES && value !== null && lexicon.has('plannedKinds', value);
  return traded && !isIn(parse.view, 'withWords', verb.to) ? null : value;
};

/** "residents FLEEING FOR COVER" are back when it is over. */
const isForCover = ({ view }: Parse, { to }: VerbGroup): boolean =>
  isIn(view, 'prepositions', to) && isIn(view, 'coverWords', to + 1);

/** "families WHO HAD FLED the town RETURNED": they are back. */
const areBack = ({ view, verbs }: Parse, verb: VerbGroup): boolean =>
  isIn(view, 'relatives', verb.from - 1) &&
  verbs.some(({ from, head, negated, infinitive }) => {
    const plain = from > verb.to && !negated && !infinitive;
    return plain && isIn(view, 'returnedForms', head);
  });

/** One cue a verb that stands for something that happened. */
export const findIncidentVerbs = (parse: Parse): readonly Cue[] =>
  parse.verbs.flatMap((verb) => {
    const value = verb.lemmas.map((lemma) => kindOf(parse, verb, lemma)).find((found) => found !== null);
    if (value === undefined || value === null) return [];
    if (describes(parse, verb) || isForCover(parse, verb) || isSaid(parse, verb) || areBack(parse, verb)) return [];
    if (isOfNature(parse, verb) || isOfCrime(parse, verb)) return [];
    // "captured or killed" says neither.
    if (isIn(parse.view, 'orWords', verb.to) || isIn(parse.view, 'orWords', verb.from - 1)) return [];
    const modality = happened(parse, verb);
    return modality === null ? [] : [cueOf(parse, value, { from: verb.head, to: verb.to, verb, modality })];
  });
