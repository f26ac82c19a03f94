// What happened in a sentence: its cues by ACLED's types, and the losses that go with them.
// Invariant: one cue a type and part of a sentence; the losses belong to the first violent one.

import type { IncidentType } from '../../model/claim.ts';
import { INCIDENT_TYPES } from '../../model/claim.ts';
import type { Lexicon } from '../../model/lexicon.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { parseSentence } from '../clauses/parse-sentence.ts';
import { beginningsIn, wordsIn } from '../words/lists-in.ts';
import { lengthIn } from '../words/read-amounts.ts';
import { isIn, isInAny, type SentenceView, wordAt } from '../words/view-sentence.ts';
import { partFrom } from './casualty-victims.ts';
import { countPeople } from './count-people.ts';
import { type Casualties, findCasualties, type Stretch } from './find-casualties.ts';
import { findIncidentNouns } from './find-incident-nouns.ts';
import { findIncidentVerbs } from './find-incident-verbs.ts';
import type { Cue } from './incident-cue.ts';
import { weightOf } from './incident-phrases.ts';
import { isSumOf, type LossesThere, lossesByPlace } from './losses-by-place.ts';

export const VIOLENT: readonly IncidentType[] = [
  'explosion/remote violence',
  'violence against civilians',
  'riot',
  'battle',
];

export interface Found {
  readonly cue: Cue;
  /** Null where another cue of the sentence has them. */
  readonly losses: Casualties | null;
  readonly parse: Parse;
  /** A further number of an event just told. */
  readonly toll: boolean;
  /** The part of the sentence that tells it. */
  readonly stretch: Stretch;
}

/** One cue a type: the first by weight. */
const onePerType = (cues: readonly Cue[]): readonly Cue[] => {
  const byWeight = cues.toSorted((a, b) => weightOf(a) - weightOf(b) || a.from - b.from);
  return INCIDENT_TYPES.flatMap((type) => byWeight.find((cue) => cue.type === type) ?? []);
};

const hasAny = ({ tokens, lexicon }: SentenceView, list: string, [from, to]: Stretch): boolean =>
  wordsIn(tokens, list, lexicon).some((at) => from <= at && at < to);

/** "14 bodies and 30 wounded people were taken to the hospital": who is brought in from a fight, and nobody says who they were. */
const isBroughtIn = ({ view }: Parse, stretch: Stretch): boolean =>
  hasAny(view, 'hospitalWords', stretch) && !hasAny(view, 'civilianWords', [stretch[0], partFrom(view, stretch)]);

/** "shot dead AFTER THEY HAD SURRENDERED", "killed IN CAPTIVITY": men who fight no more. */
const isOfCaptives = (parse: Parse, { at }: Casualties, [from, to]: Stretch): boolean => {
  const { view, verbs } = parse;
  // "three killed and six taken into custody", "a prison from which men in custody escaped": others than the dead.
  const held = (i: number): boolean =>
    isIn(view, 'captivityNouns', i) && isIn(view, 'prepositions', i - 1) && !isParted(parse, at, i);
  const gaveUp = (verb: VerbGroup): boolean =>
    verb.from > at && verb.to <= to && isBehindLink(view, at, verb.from) && givesUp(parse, verb);
  return view.tokens.slice(from, to).some((_, i) => held(from + i)) || verbs.some(gaveUp);
};

/** Whether another verb, a joining word or a relative stands between the loss and the word. */
const isParted = ({ view, verbs }: Parse, at: number, word: number): boolean =>
  verbs.some(({ from, gerund }) => !gerund && from > at && from < word) ||
  view.tokens.slice(at, word).some((_, i) => isInAny(view, ['conjunctions', 'relatives'], at + i));

/** "AFTER they had surrendered", "HAVING laid down": within a few words, and no other clause between. */
const isBehindLink = (view: SentenceView, at: number, to: number): boolean => {
  for (let i = to - 1; i > at && i > to - LINKED; i--) {
    if (isIn(view, 'captiveLinks', i)) return true;
    // "killed after THE ARMY surrendered the town": others than the dead.
    const mark = view.markAt[i];
    if (mark?.type === 'actor' && !mark.pronoun) return false;
  }
  return false;
};

const LINKED = 5;

const givesUp = ({ view }: Parse, { lemmas, from, to, passive }: VerbGroup): boolean => {
  const has = (list: string): boolean => lemmas.some((lemma) => view.lexicon.has(list, lemma));
  if (has('surrenderVerbs') && !passive) return true;
  // "after BEING captured", "after THEY had been disarmed"; in "after their post was captured" they may fight on.
  if (passive) return has('takenVerbs') && isInAny(view, ['captiveLinks', 'pluralPronouns'], from - 1);
  return (
    has('handingVerbs') && view.tokens.slice(to, to + LINKED).some(({ word }) => view.lexicon.has('armsGivenUp', word))
  );
};

/** Losses without a cue: of fighters, or where they fight, a battle; of others violence against them. */
const lossCue = (losses: Casualties, parse: Parse, stretch: Stretch): Cue => {
  const { start, end, at } = losses;
  return {
    ...kindOfLosses(losses, parse, stretch),
    ...{ start, end, from: at, to: at + 1, verb: parse.verbAt[at] ?? null, modality: 'actual' as const },
  };
};

/** "Nine BODIES were found"; "nine fatalities reported" is how a note counts those of a fight. */
const isFound = (view: SentenceView, at: number): boolean =>
  isIn(view, 'tollWords', at) && !isIn(view, 'countedHarms', at);

const kindOfLosses = (losses: Casualties, parse: Parse, stretch: Stretch): Pick<Cue, 'type' | 'subtype'> => {
  const { victims } = losses;
  // "was DRAGGED FROM HIS HOME and shot dead": he fought no more.
  const dragged = saysOneOf(parse.view, 'draggedPhrases', stretch);
  if (dragged || isOfCaptives(parse, losses, stretch))
    return { type: 'violence against civilians', subtype: 'executions' };
  const fought = hasAny(parse.view, 'fightWords', stretch);
  const found = isFound(parse.view, losses.at) && hasAny(parse.view, 'foundForms', stretch) && !fought;
  if (found && victims !== 'combatants') return { type: 'violence against civilians', subtype: null };
  // "GUNMEN killed Karim, the head of a radio station": nobody says that he was a fighter.
  const alone = victims === null && losses.fatalities?.high === 1 && hasAny(parse.view, 'namelessDoers', stretch);
  if (alone && !fought) return { type: 'violence against civilians', subtype: null };
  const civil = victims === 'civilians' && !fought && !isBroughtIn(parse, stretch);
  return civil ? { type: 'violence against civilians', subtype: null } : { type: 'battle', subtype: 'armed clash' };
};

const isViolent = ({ type }: Cue): boolean => VIOLENT.includes(type);

/** "Nine soldiers were killed and five taken hostage": taking away kills nobody. */
const isDeadly = (cue: Cue): boolean => isViolent(cue) && cue.subtype !== 'abduction';

const isConsequence = ({ subtype }: Cue, cues: readonly Cue[], lexicon: Lexicon): boolean =>
  subtype !== null && lexicon.has('incidentConsequences', subtype) && cues.some(isViolent);

const LOSSES = ['deathWords', 'injuryWords'];

const lost = (view: SentenceView, stretch: Stretch): boolean =>
  LOSSES.some((list) => hasAny(view, list, stretch)) && countPeople(view, stretch).length > 0;

/** "lost six men, WHILE 23 soldiers were killed", "two were martyred AND THAT 11 were killed": two losses, each of its own. */
const partsLosses = (view: SentenceView, at: number): boolean => {
  const turns = wordAt(view, at) === ',' && isIn(view, 'whileWords', at + 1);
  const open = wordAt(view, at) === ',' ? view.tokens.findLastIndex(({ word }, i) => i < at && word === ',') : -1;
  // "in A, WHERE the army killed 513, a plane bombed a funeral"
  if (open >= 0 && isIn(view, 'whereWords', open + 1) && lost(view, [open + 1, at])) return true;
  const complements = isIn(view, 'conjunctions', at) && isIn(view, 'clauseComplements', at + 1);
  const { length } = view.tokens;
  return (turns || complements) && lost(view, [0, at]) && lost(view, [at + 1, length]);
};

const mayPart = (view: SentenceView, at: number): boolean => wordAt(view, at) === ',' || isIn(view, 'conjunctions', at);

/** Accounts joined by a semicolon are told by several: each is read alone. */
const stretchesOf = (view: SentenceView): readonly Stretch[] => {
  const { tokens } = view;
  const cuts = tokens.flatMap(({ word }, at) =>
    word === ';' || (mayPart(view, at) && partsLosses(view, at)) ? [at] : [],
  );
  return [...cuts, tokens.length].map((to, index): Stretch => [index === 0 ? 0 : (cuts[index - 1] ?? 0) + 1, to]);
};

/** "a coal mine", "a gas cylinder", "killed his wife": words that make of deaths and of blasts no deed of war. */
const saysOtherwise = (view: SentenceView, stretch: Stretch): boolean =>
  ['notWarPhrases', 'crimePhrases'].some((list) => saysOneOf(view, list, stretch));

const saysOneOf = ({ tokens, lexicon }: SentenceView, list: string, [from, to]: Stretch): boolean =>
  beginningsIn(tokens, list, lexicon).some(
    (at) => at >= from && at < to && lengthIn({ tokens, lexicon }, list, at) > 0,
  );

/** "killed nine in A, FOUR IN B": the same deed, with the losses of each place. */
const alsoThere = (found: Found, parse: Parse, there: readonly LossesThere[]): readonly Found[] =>
  there.map(({ count: { low, high, at, to }, stretch }) => {
    const start = parse.view.tokens[at]?.start ?? found.cue.start;
    const end = parse.view.tokens[to - 1]?.end ?? found.cue.end;
    const lost = { low, high };
    const { losses } = found;
    const own = losses === null ? null : { ...losses, start, end, at };
    const killed = losses?.fatalities !== null;
    const counted = own && { ...own, fatalities: killed ? lost : null, injuries: killed ? null : lost };
    return { ...found, cue: { ...found.cue, start, end, from: at, to }, losses: counted, stretch };
  });

const foundIn = (parse: Parse, cues: readonly Cue[], stretch: Stretch): readonly Found[] => {
  const there = lossesByPlace(parse, stretch);
  const [next] = there;
  if (next === undefined) return foundAt(parse, cues, stretch);
  const found = foundAt(parse, cues, [stretch[0], next.count.at]);
  const bearer = found.find(({ losses }) => losses !== null) ?? found[0];
  if (bearer === undefined) return foundAt(parse, cues, stretch);
  const whole = (bearer.losses?.fatalities ?? bearer.losses?.injuries)?.low;
  return [...found.filter((one) => one !== bearer || !isSumOf(whole, there)), ...alsoThere(bearer, parse, there)];
};

const foundAt = (parse: Parse, cues: readonly Cue[], stretch: Stretch): readonly Found[] => {
  const { view } = parse;
  const elsewise = saysOtherwise(view, stretch);
  const feast = hasAny(view, 'celebrationWords', stretch);
  const isNone = ({ type }: Cue): boolean => (elsewise && VIOLENT.includes(type)) || (feast && type === 'protest');
  const own = cues.filter((cue) => cue.from >= stretch[0] && cue.to <= stretch[1] && !isNone(cue));
  // "A FIRE AT a warehouse killed three", with no shell that lit it
  const isFire = !own.some(isViolent) && saysOneOf(view, 'firePhrases', stretch);
  const isAccident =
    isFire || elsewise || hasAny(view, 'diseaseWords', stretch) || hasAny(view, 'accidentWords', stretch);
  const counted = isAccident ? null : findCasualties(parse, stretch);
  // "put the death toll at 12" tells of no event of its own.
  const losses = counted !== null && isIn(view, 'deathTollWords', counted.at) && !own.some(isViolent) ? null : counted;
  const typed = onePerType(own);
  const fallen = losses === null ? null : lossCue(losses, parse, stretch);
  const isTold = typed.some(isViolent) && !(fallen?.type === 'battle' && typed.every((cue) => !isDeadly(cue)));
  const all = fallen === null || isTold ? typed : [fallen, ...typed];
  const bearer = all.find(isViolent);
  return all
    .filter((cue) => !isConsequence(cue, all, view.lexicon))
    .map((cue) => ({ cue, losses: cue === bearer ? losses : null, parse, stretch, toll: false }));
};

/** What happened in a sentence, part by part; nothing that is only feared, or of disease and accidents. */
export const findCues = (view: SentenceView): readonly Found[] => {
  const parse = parseSentence(view);
  const cues = [...findIncidentVerbs(parse), ...findIncidentNouns(parse)];
  return joinedLosses(stretchesOf(view).map((stretch) => foundIn(parse, cues, stretch)));
};

/** Nobody's dead are told with the explosion, and those behind it have no place of their own. */
const joins = (part: readonly Found[] = [], next: readonly Found[] = []): boolean => {
  const [only, ...more] = next;
  if (only === undefined || more.length > 0 || !isOnlyLosses(only)) return false;
  const [from, to] = only.stretch;
  const elsewhere = only.parse.view.markAt.slice(from, to).some((mark) => mark?.type === 'place');
  const bearer = part.some(({ cue }) => cue.type === 'explosion/remote violence');
  return bearer && !elsewhere && part.every(({ losses }) => losses === null);
};

/** "Two explosions were heard in A; 11 people were killed": the dead behind the semicolon are of what was told before it. */
const joinedLosses = (parts: readonly (readonly Found[])[]): readonly Found[] =>
  parts.flatMap((part, i) => {
    const next = parts[i + 1]?.[0];
    const bearer = part.find(({ cue }) => cue.type === 'explosion/remote violence');
    if (joins(parts[i - 1], part)) return [];
    if (bearer === undefined || next === undefined || !joins(part, parts[i + 1])) return part;
    const stretch: Stretch = [bearer.stretch[0], next.stretch[1]];
    return part.map((one) => (one === bearer ? { ...one, losses: next.losses, stretch } : one));
  });

const isOnlyLosses = (found: Found | undefined): boolean => found !== undefined && found.losses?.at === found.cue.from;
