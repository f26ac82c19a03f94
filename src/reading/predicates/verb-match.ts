// A verb's rule with the words that it found around the verb, before sides and places are known.
import { kept } from '../../model/keep.ts';
import type { Lexicon, VerbRule } from '../../model/lexicon.ts';
import type { Subject } from '../clauses/find-subject.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import type { ActorMark } from '../marks.ts';
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { isIn, isInAny, wordAt } from '../words/view-sentence.ts';

/** What a rule found around a verb. */
export interface VerbMatch {
  readonly rule: VerbRule;
  readonly verb: VerbGroup;
  readonly passive: boolean;
  readonly subject: Subject;
  readonly place: PlaceGroup | null;
  readonly doer: ActorMark | null;
  readonly receiver: ActorMark | null;
  readonly other: ActorMark | null;
  /** True where an officer gives up what he commands; `doer` is then whose officer he is. */
  readonly officer: boolean;
  readonly to: number;
}

const attackEnds = kept(
  ({ verbRules }: Lexicon): ReadonlySet<string> =>
    new Set(verbRules.filter(({ kind }) => kind === 'repulse').flatMap(({ verbs }) => verbs)),
);

/** Verbs that end an attack ("repel", "foil"): those of the rules for a repulse, but for those that do so by a particle alone. */
export const endsAttack = (lexicon: Lexicon, lemmas: readonly string[]): boolean => {
  const ends = attackEnds(lexicon);
  return lemmas.some((lemma) => ends.has(lemma) && !lexicon.has('weakEnds', lemma));
};

/** "a clearing operation in the area": an aim that is planned has a name or is a place of some kind. */
export const isVagueAim = (modality: VerbRule['modality'], place: PlaceGroup | null): boolean =>
  modality === 'planned' &&
  place !== null &&
  place.items.every((item) => item.place === null && item.noun?.kind == null && item.scope === 'area');

/** "CONTROL was restored", and not "TRAFFIC control was restored": the word that a rule wants before its verb. */
export const hasLead = ({ view }: Parse, lead: string, { from }: VerbGroup): boolean =>
  wordAt(view, from - 1) === lead && !isIn(view, 'otherLeads', from - 2);

/** "took up positions AROUND A": who stands around a place has not got it. */
const isAround = ({ view }: Parse, { rule, to }: VerbMatch, place: PlaceGroup | null): boolean =>
  view.lexicon.has('positionRules', rule.name) &&
  // "opposite THE TOWN": a place that is only meant stands behind the words of the rule.
  (isIn(view, 'aroundWords', to) ||
    place?.items.some((item) => item.place !== null && isIn(view, 'aroundWords', item.place.from - 1)) === true);

/** "The BRIDGE has COLLAPSED", "the bridge STANDS": what is built may come down or not, and is in the same hands. */
const isRuin = ({ view }: Parse, { rule, verb }: VerbMatch, place: PlaceGroup | null): boolean =>
  place !== null &&
  (view.lexicon.has('ruinRules', rule.name) ||
    verb.lemmas.some((lemma) => view.lexicon.has('ruinVerbs', lemma) || view.lexicon.has('standVerbs', lemma))) &&
  place.items.every(
    ({ noun, scope }) =>
      noun !== null && (scope === 'facility' || scope === 'road' || isIn(view, 'whereWords', place.from - 1)),
  );

/** "tighten their grip on NORTH OSTRA": a region by its name, which nobody rings. */
const isRegion = ({ view }: Parse, place: PlaceGroup | null): boolean =>
  view.theatre.open &&
  place?.items.every(({ place: named }) => named !== null && isIn(view, 'compassPoints', named.from)) === true;

/** "The Saturday MARKET will be held on the south bank": what takes place is in nobody's hands. */
const isHeldEvent = ({ view }: Parse, { rule, verb, subject, doer }: VerbMatch): boolean =>
  rule.kind === 'hold' &&
  verb.passive &&
  doer === null &&
  subject.phrase !== null &&
  isIn(view, 'heldEvents', subject.phrase.to - 1);

/** "The spokesman said that HE IS IN A": one man in a place does not hold it. */
const isOneMan = ({ view }: Parse, { rule, verb, subject: { actor } }: VerbMatch): boolean =>
  rule.kind === 'hold' &&
  actor?.pronoun === true &&
  isIn(view, 'loneSpeakers', actor.from) &&
  isIn(view, 'be', verb.head) &&
  isIn(view, 'frontLinks', verb.to) &&
  !isIn(view, 'possessives', verb.to + 1);

/** "The governor fled. HE WAS SEEN in A": nor does he come in for his side. */
const isManSeen = ({ view }: Parse, { rule, verb, subject: { actor } }: VerbMatch): boolean =>
  verb.passive &&
  view.lexicon.has('sightingRules', rule.name) &&
  actor?.pronoun === true &&
  isIn(view, 'loneSpeakers', actor.from);

/** "We are IN AN ARMY CAMP, waiting for planes": a place without a name that nobody has spoken of is held by nobody. */
const isSomewhere = ({ view }: Parse, { rule, verb }: VerbMatch, place: PlaceGroup | null): boolean =>
  rule.kind === 'hold' &&
  isIn(view, 'be', verb.head) &&
  isIn(view, 'indefiniteArticles', verb.to + 1) &&
  place?.items.every(({ place: named, noun }) => named === null && noun?.scope === 'base' && !noun.definite) === true;

/** "NEITHER SIDE has claimed A": whoever is to be the speaker says nothing. */
const isNeithers = ({ view }: Parse, { rule, verb }: VerbMatch): boolean =>
  rule.actor === 'speaker' && [verb.from - 1, verb.from - 2].some((at) => isIn(view, 'neitherWords', at));

/** "withdrew from the A AGREEMENT", "left the A peace TALKS": what is called after the town where it was made. */
const isCalledAfter = ({ view }: Parse, place: PlaceGroup | null): boolean => {
  const named = place?.items.at(-1);
  if (named == null || named.place === null || named.noun !== null) return false;
  return [named.place.to, named.place.to + 1].some(
    (at, i) => isInAny(view, ['dealNouns', 'talkingNouns'], at) && (i === 0 || isIn(view, 'peaceLeads', at - 1)),
  );
};

/** Words that fit a rule and tell of nothing that is taken, held or left. */
export const tellsNothing = (parse: Parse, match: VerbMatch, place: PlaceGroup | null): boolean =>
  isVagueAim(match.rule.modality, place) ||
  isCalledAfter(parse, place) ||
  isHeldEvent(parse, match) ||
  isSomewhere(parse, match, place) ||
  isOneMan(parse, match) ||
  isManSeen(parse, match) ||
  isAround(parse, match, place) ||
  isNeithers(parse, match) ||
  ((match.rule.kind === 'siege' || parse.view.lexicon.has('gripRules', match.rule.name)) && isRegion(parse, place)) ||
  ((match.rule.kind === 'loss' || match.rule.kind === 'hold') && isRuin(parse, match, place));

/** "Garth captured FROM THE REBELS": a participle without its helper, and those who had the place until then. */
export const robbedOf = (parse: Parse, verb: VerbGroup, passive: boolean): ActorMark | null =>
  passive && !verb.passive && isIn(parse.view, 'fromWords', verb.to)
    ? (parse.phraseAt[verb.to + 1]?.actor ?? null)
    : null;

/** What is done to those who are the passive's subject: "the army was surrounded", "they were driven out". */
const SUFFERED: readonly VerbRule['kind'][] = ['siege', 'recapture'];

/** "The army was besieged", "is under siege", "The rebels repelled an attack": the subject is whom it is done to, or who beat it off. */
export const suffererOrRepeller = (rule: VerbRule, verb: VerbGroup, { actor }: Subject): ActorMark | null => {
  const { kind, voice, lead } = rule;
  const suffers = voice === 'passive' && SUFFERED.includes(kind);
  const around = verb.passive || (rule.actor === 'context' && lead === null);
  const besieged = kind === 'siege' && around && actor?.pronoun === false;
  const repels = kind === 'repulse' && !verb.passive && (rule.actor === 'after' || rule.actor === 'context');
  return suffers || besieged || repels ? actor : null;
};
