// Nouns and fixed phrases that may name something that happened: "an air strike", "talks", "laid down their arms".
// Invariant: a noun counts only where its sentence says that the thing took place: as what a verb of happening is said of,
// as what was launched, or as what somebody was hurt by. "A bomb maker" and "responsible for bombings" tell of nothing.
import type { Modality } from '../../model/claim.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { isIn, isInAny, wordAt, wordsOf } from '../words/view-sentence.ts';
import { isBiography } from './incident-conditions.ts';
import { type Cue, cueOf } from './incident-cue.ts';
import { happened } from './incident-mood.ts';
import { phraseFrom } from './incident-noun-start.ts';
import { findIncidentPhrases, type IncidentPhrase } from './incident-phrases.ts';

const PLAIN_BEHIND = [
  'prepositions',
  'conjunctions',
  'relatives',
  'be',
  'have',
  'do',
  'modals',
  'verbAdverbs',
  'determiners',
  'weekdays',
  'subordinators',
  'timeNouns',
  'negations',
  'plainBehind',
  'harmPresents',
];

/** "bomb MAKER", "IED FACILITATOR", "rocket LAUNCHER": the noun only describes the next one. */
const describesNext = ({ view, verbAt }: Parse, to: number): boolean => {
  const at = wordAt(view, to) === '-' ? to + 1 : to;
  const token = view.tokens[at];
  if (token?.type !== 'word' || verbAt[at] !== undefined || view.markAt[at]?.type === 'place') return false;
  return /^\p{Ll}/u.test(token.text) && !isInAny(view, PLAIN_BEHIND, at);
};

/** "air strike" and "suicide bomb" take the head behind them: "air strike attacks". */
const withHead = ({ view }: Parse, to: number): number => (isIn(view, 'incidentHeads', to) ? to + 1 : to);

const lemmaIn = ({ view }: Parse, verb: VerbGroup | undefined, list: string): boolean =>
  verb?.lemmas.some((lemma) => view.lexicon.has(list, lemma)) ?? false;

/** The verb that the phrase is the subject of: the next one, over phrases of place and time. */
const verbBehind = (parse: Parse, to: number): VerbGroup | undefined => {
  const { view, verbs } = parse;
  for (let at = to; at < to + 16; at++) {
    const verb = verbs.find(({ from }) => from === at);
    if (verb) return verb;
    if (/^[;:]$/.test(wordAt(view, at)) || isIn(view, 'clauseStarts', at)) return undefined;
  }
  return undefined;
};

const verbBefore = ({ verbs }: Parse, at: number): VerbGroup | undefined => verbs.findLast(({ to }) => to <= at);

interface Stands {
  readonly verb: VerbGroup | null;
  readonly modality: Modality;
}

/** "set to resume peace talks": talks that are to be held are told as planned. */
const isPlannedTalk = (parse: Parse, verb: VerbGroup): boolean =>
  verb.infinitive && !verb.negated && lemmaIn(parse, verb, 'talkVerbs');

const byVerb = (parse: Parse, verb: VerbGroup | undefined, list: string): Stands | null => {
  if (verb === undefined || !lemmaIn(parse, verb, list)) return null;
  const modality = happened(parse, verb);
  return modality === null ? null : { verb, modality };
};

/** "there was an explosion". */
const isExisting = ({ view }: Parse, from: number): boolean => {
  for (let at = from - 1; at > from - 5; at--) if (isIn(view, 'thereWords', at)) return true;
  return false;
};

/** "talks are under way": the verb "be" with what says that it goes on. */
const goesOn = (parse: Parse, to: number): Stands | null => {
  const { view } = parse;
  const at = [to, to + 1, to + 2, to + 3, to + 4, to + 5, to + 6, to + 7].find((i) => isIn(view, 'be', i));
  if (at === undefined || !isIn(view, 'underWayWords', at + 1)) return null;
  return { verb: verbBehind(parse, to) ?? null, modality: 'actual' };
};

/** "the report of some agencies about executions in A". */
const isReportAbout = ({ view, verbAt }: Parse, at: number): boolean => {
  for (let i = at - 1; i >= Math.max(0, at - 7) && verbAt[i] === undefined; i--)
    if (isIn(view, 'incidentAboutHeads', i)) return true;
  return false;
};

/** "stepped ON A LANDMINE", "drove OVER A BOMB". */
const isMet = ({ view, verbAt }: Parse, at: number): boolean =>
  verbAt[at - 1] !== undefined && [1, 2, 3, 4].some((i) => isIn(view, 'metThings', at + i));

const inPreposition = (parse: Parse, at: number): Stands | null => {
  const { view } = parse;
  // "The death toll FROM a bombing", "the victims OF the blast": it took its toll.
  if (isIn(view, 'tollNouns', at - 1)) return { verb: null, modality: 'actual' };
  if (isIn(view, 'partLinks', at)) {
    if (isIn(view, 'incidentCollectives', at - 1)) return standing(parse, at - 1, at);
    return isIn(view, 'incidentAboutHeads', at - 1) ? { verb: null, modality: 'reported' } : null;
  }
  if (isIn(view, 'aboutLinks', at) && isReportAbout(parse, at)) return { verb: null, modality: 'reported' };
  if (isIn(view, 'metLinks', at) && isMet(parse, at)) return byVerb(parse, parse.verbAt[at - 1], 'meetingVerbs');
  if (isIn(view, 'verbLinks', at) && parse.verbAt[at - 1] !== undefined)
    return byVerb(parse, parse.verbAt[at - 1], 'incidentStrikeVerbs');
  if (!isIn(view, 'incidentPrepositions', at) || isIn(view, 'incidentGenericHeads', at - 1)) return null;
  const verb = verbBefore(parse, at);
  return byVerb(parse, verb, 'incidentSufferVerbs') ?? byVerb(parse, verbBehind(parse, at), 'incidentSufferVerbs');
};

/** How far behind the noun its relative clause may begin. */
const RELATIVE = 12;

/** "that KILLED", "in which seven DIED". */
const harmIn = (parse: Parse, at: number): VerbGroup | undefined =>
  isIn(parse.view, 'prepositions', at - 1) ? verbBehind(parse, at + 1) : parse.verbAt[at + 1];

/** "responsibility for the blast in A THAT KILLED four": what did harm took place, whatever governs it. */
const didHarm = (parse: Parse, to: number): Stands | null => {
  const { view, verbAt } = parse;
  for (let at = to; at < to + RELATIVE && verbAt[at] === undefined; at++)
    if (isIn(view, 'relatives', at)) return byVerb(parse, harmIn(parse, at), 'harmVerbs');
  return null;
};

/** "shells THAT HIT houses killed five": what the clause says of them took place. */
const thatStruck = (parse: Parse, to: number): Stands | null =>
  isIn(parse.view, 'relatives', to) ? byVerb(parse, parse.verbAt[to + 1], 'strikeActs') : null;

/** Whether the phrase between two tokens is told as something that took place, and by which verb. */
const standing = (parse: Parse, from: number, to: number): Stands | null => {
  const { view, verbAt } = parse;
  // "A car bomb kills nine": a headline's verb, which looks like a noun.
  if (isIn(view, 'harmPresents', to) && verbAt[to] === undefined) return { verb: null, modality: 'actual' };
  const harm = didHarm(parse, to) ?? thatStruck(parse, to);
  if (harm !== null) return harm;
  const start = phraseFrom(parse, from);
  const at = start - 1;
  if (isIn(view, 'prepositions', at)) return inPreposition(parse, at);
  // "there was NO TRUCE in A"
  const none = isIn(view, 'nounNegations', start) && !isIn(view, 'countLeads', start + 1);
  if (isExisting(parse, start)) return none ? null : { verb: null, modality: 'actual' };
  const governor = verbAt[at];
  const told = lemmaIn(parse, governor, 'reportingVerbs') && verbBehind(parse, to) !== undefined;
  if (governor !== undefined && governor.to === start && !told) return ofObject(parse, governor, { start, from, to });
  const next = verbBehind(parse, to);
  // "A drone was SHOT DOWN" before it struck.
  const done = next?.passive && !isIn(view, 'downWords', next.to) ? byVerb(parse, next, 'incidentStrikeVerbs') : null;
  const main = pastReduced(parse, next);
  return (
    byVerb(parse, main, 'incidentEventVerbs') ??
    byVerb(parse, next, 'incidentEventVerbs') ??
    done ??
    goesOn(parse, to) ??
    alone(parse)
  );
};

/** "Rockets FIRED BY THE REBELS hit a market", "a bomb PLANTED in a cart killed 14": the verb behind the one that only describes. */
const pastReduced = (parse: Parse, verb: VerbGroup | undefined): VerbGroup | undefined => {
  const { view } = parse;
  const reduced =
    verb?.bare === true &&
    verb.forms.includes('participle') &&
    lemmaIn(parse, verb, 'reducedLemmas') &&
    isIn(view, 'prepositions', verb.to);
  const next = reduced ? verbBehind(parse, verb.to) : undefined;
  return next?.gerund || next?.infinitive ? undefined : next;
};

/** "launched a rocket attack"; "conducted attacks" of a man's habits tells of none in particular. */
const ofObject = (
  parse: Parse,
  verb: VerbGroup,
  { start, from, to }: { readonly start: number; readonly from: number; readonly to: number },
): Stands | null => {
  const many = start === from && /s$/.test(wordAt(parse.view, to - 1));
  if (many && isBiography(parse, verb)) return null;
  // "LIFTED 40 mines": what is made safe harms nobody.
  if (isIn(parse.view, 'metThings', to - 1) && lemmaIn(parse, verb, 'disarmingVerbs')) return null;
  // "their car HIT A MINE": what lies there is met.
  const met = isIn(parse.view, 'metThings', to - 1) ? byVerb(parse, verb, 'meetingVerbs') : null;
  return met ?? byVerb(parse, verb, 'incidentStrikeVerbs');
};

/** A line of a ticker without a verb: "shelling on the airport road, 2 killed". */
const alone = ({ verbs, view }: Parse): Stands | null =>
  verbs.every(({ bare }) => bare) && view.sentence.part === 'entry' ? { verb: null, modality: 'actual' } : null;

/** "three EARLIER truces collapsed": those of another time. */
const isFormer = (parse: Parse, from: number): boolean => {
  for (let at = phraseFrom(parse, from); at < from; at++) if (isIn(parse.view, 'earlierWords', at)) return true;
  return false;
};

/** How far behind the talks their topic may stand, and behind a strike who did it. */
const TOPIC = 8;

/** "US drones carried out several STRIKES": what aircraft carry out is a strike from the air. */
const agentStrikes = (parse: Parse): readonly IncidentPhrase[] => {
  const { view } = parse;
  const [agent] = findIncidentPhrases(parse, 'incidentAgents');
  if (agent === undefined) return [];
  // "a strike BY a drone"
  const by = (at: number): boolean => isIn(view, 'agentLinks', at + 1) && agent.from > at && agent.from <= at + TOPIC;
  return wordsOf(view, 'agentStrikes').flatMap((at) =>
    at >= agent.to || by(at) ? [{ ...agent, from: at, to: at + 1 }] : [],
  );
};

/** "talks on a TRADE deal": not every talk is about the war. */
const isOfCivilTopic = ({ view }: Parse, value: string, to: number): boolean => {
  if (!view.lexicon.has('plannedKinds', value)) return false;
  const behind = view.tokens.slice(to, to + TOPIC).map((_, i) => to + i);
  return (
    behind.some((at) => isIn(view, 'aboutLinks', at)) &&
    behind.some((at) => isIn(view, 'civilTopics', at)) &&
    !behind.some((at) => isIn(view, 'warTopics', at))
  );
};

/** "USED THE TRUCE to enter A": a truce of which somebody makes use is no news of one. */
const isUsed = (parse: Parse, value: string, { verb }: Stands): boolean =>
  parse.view.lexicon.has('plannedKinds', value) && lemmaIn(parse, verb ?? undefined, 'usingVerbs');

const nounCue = (parse: Parse, { value, from, to }: IncidentPhrase): readonly Cue[] => {
  const end = withHead(parse, to);
  if (describesNext(parse, end) || isFormer(parse, from) || isOfCivilTopic(parse, value, to)) return [];
  const stands = standing(parse, from, end);
  if (stands !== null) return isUsed(parse, value, stands) ? [] : [cueOf(parse, value, { from, to: end, ...stands })];
  const verb = parse.verbAt[phraseFrom(parse, from) - 1];
  const planned = verb !== undefined && parse.view.lexicon.has('plannedKinds', value) && isPlannedTalk(parse, verb);
  return planned ? [cueOf(parse, value, { from, to: end, verb, modality: 'planned' })] : [];
};

const MOBILISED = 'strategic development|uprising mobilisation';

/** "called on young men TO TAKE UP ARMS": calling is already a mobilisation; "asked people TO LEAVE" tells of nobody who left. */
const isCalledFor = (parse: Parse, value: string, verb: VerbGroup): boolean =>
  value === MOBILISED && verb.infinitive && lemmaIn(parse, verbBefore(parse, verb.from), 'incidentCallVerbs');

/** A phrase with a verb of its own hangs on that one, one without on the verb before. */
const phraseCue = (parse: Parse, { value, from, to }: IncidentPhrase): readonly Cue[] => {
  const verb = parse.verbs.find((one) => one.head >= from && one.head < to) ?? verbBefore(parse, from);
  if (verb === undefined) return [cueOf(parse, value, { from, to, verb: null, modality: 'actual' })];
  const modality = happened(parse, verb) ?? (isCalledFor(parse, value, verb) ? 'actual' : null);
  return modality === null ? [] : [cueOf(parse, value, { from, to, verb, modality })];
};

/** "jets hit", "helicopters fired on": what flies or shoots, with a verb that says so. */
const agentCue = (parse: Parse, { value, from, to }: IncidentPhrase): readonly Cue[] => {
  if (describesNext(parse, to)) return [];
  const start = phraseFrom(parse, from);
  if (isIn(parse.view, 'prepositions', start - 1)) return [];
  const verb = verbBehind(parse, to);
  const stands = verb?.passive ? null : byVerb(parse, verb, 'strikeActs');
  return stands === null ? [] : [cueOf(parse, value, { from, to, ...stands })];
};

/** The nouns and phrases of a sentence that tell of something that happened, by the weight of their kinds. */
export const findIncidentNouns = (parse: Parse): readonly Cue[] => [
  ...findIncidentPhrases(parse, 'incidentNouns').flatMap((found) => nounCue(parse, found)),
  ...agentStrikes(parse).flatMap((found) => nounCue(parse, found)),
  ...findIncidentPhrases(parse, 'incidentAgents').flatMap((found) => agentCue(parse, found)),
  ...findIncidentPhrases(parse, 'incidentPhrases').flatMap((found) => phraseCue(parse, found)),
];
