// What a verb beside a noun of holding makes of it: "control of A was RESTORED", "ENDED the army's hold on A", "the siege of A was LIFTED".
// Invariant: the verb stands right beside the noun's words.

import { hasObject } from '../clauses/clause-ends.ts';
import { subjectOf } from '../clauses/find-subject.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import type { ActorMark, Predicate } from '../marks.ts';
import { isFiller, isIn, phraseLength, wordAt } from '../words/view-sentence.ts';
import { isBroughtToEnd } from './averted-noun.ts';
import type { NounMatch } from './make-noun-predicate.ts';
import { moodOf } from './predicate-mood.ts';
import { pastParenthesis } from './verb-aside.ts';

/** "government control of A WAS RESTORED". */
export const isRestored = ({ view, verbAt }: Parse, { rule, to }: NounMatch): boolean => {
  const verb = verbAt[to];
  if (rule.kind !== 'hold' || verb === undefined || !verb.passive || verb.negated || verb.infinitive) return false;
  return verb.modal === null && verb.lemmas.some((lemma) => view.lexicon.has('restoringVerbs', lemma));
};

/** "rebel control of A COLLAPSED": the verb says that the place is lost, and the noun nothing more. */
export const isToldLost = ({ rule, place }: NounMatch, verbs: readonly Predicate[]): boolean =>
  rule.kind === 'hold' &&
  verbs.some(({ kind, items }) => kind === 'loss' && items.some(({ from }) => from === place?.items[0]?.from));

const OWNER = 4;

/** "ended the army's hold on A", "the army's grip on A was broken", "rebel control of A collapsed". */
const isHoldEnded = ({ verbs, view }: Parse, from: number, to: number): boolean =>
  isBroughtToEnd(view, from, to) ||
  verbs.some(
    (verb) =>
      verb.lemmas.some((lemma) => view.lexicon.has('holdEnding', lemma)) &&
      !verb.negated &&
      !verb.infinitive &&
      (verb.from === to ||
        (verb.from === to + 1 && wordAt(view, to) === ',') ||
        (!verb.passive && verb.to <= from && verb.to >= from - OWNER)),
  );

/** "The siege of A CAME TO AN END", "is OVER", "ended": said by the verb behind it of the siege itself. */
const comesToEnd = (parse: Parse, verb: VerbGroup): boolean => {
  const { lexicon } = parse.view;
  if (verb.passive || verb.negated || verb.modal !== null) return false;
  if (phraseLength(parse.view, 'endedStates', verb.to) > 0) return true;
  return verb.lemmas.some((lemma) => lexicon.has('endingAlone', lemma)) && !hasObject(parse, verb);
};

/** "MANAGED TO break the siege", "WAS ABLE TO break it"; who tried to, or failed, has not. */
const isBroughtAbout = (parse: Parse, verb: VerbGroup): boolean => {
  if (!verb.infinitive) return true;
  const mood = moodOf(parse, verb, { kind: 'capture', subjectFrom: -1 });
  return mood.dropped === null && mood.polarity === 'affirmed' && mood.modality === 'actual';
};

/** Words of "a three-year-old and nearly forgotten". */
const DESCRIBED = 8;

/** "broke THE SIEGE of A", "ended A THREE-YEAR-OLD REBEL SIEGE of it": only what describes the noun stands between. */
const governsNoun = ({ view }: Parse, { to }: VerbGroup, from: number): boolean => {
  if (to > from || from - to > DESCRIBED) return false;
  const isNumber = (at: number): boolean => view.tokens[at]?.type === 'number';
  return from - to <= 2 || view.tokens.slice(to, from).every((_, i) => isFiller(view, to + i) || isNumber(to + i));
};

/** "broke the siege of A", "the siege of A was lifted": it is over; what has not been lifted goes on. */
export const endOf = (parse: Parse, { rule, from, to }: NounMatch): 'over' | null => {
  if (rule.kind === 'hold') return isHoldEnded(parse, from, to) ? 'over' : null;
  if (rule.kind !== 'siege') return null;
  const { lexicon } = parse.view;
  const ends = parse.verbs.filter(
    ({ negated, lemmas, to: end }) =>
      // "FORCED OPEN the ring around A"
      !negated && (lemmas.some((lemma) => lexicon.has('siegeEnding', lemma)) || isIn(parse.view, 'openWords', end)),
  );
  const behind = pastParenthesis(parse, to);
  // "asked that the siege BE LIFTED", "called for it TO BE LIFTED": what is only wished for goes on.
  const wished = (verb: VerbGroup): boolean => verb.infinitive || isIn(parse.view, 'subjunctiveBe', verb.from);
  const lifted = (verb: VerbGroup): boolean => verb.passive && verb.modal === null && !wished(verb);
  if (ends.some((verb) => lifted(verb) && verb.from === behind)) return 'over';
  const own = parse.verbAt[behind];
  if (own?.from === behind && comesToEnd(parse, own)) return 'over';
  const broken = ends.some(
    (verb) => governsNoun(parse, verb, from) && !verb.passive && verb.modal === null && isBroughtAbout(parse, verb),
  );
  return broken ? 'over' : null;
};

/** "The army BROKE the siege of A": whose siege it was not. */
export const siegeBreaker = (parse: Parse, { rule, from, actor }: NounMatch): ActorMark | null => {
  if (rule.kind !== 'siege' || actor !== null) return null;
  const breaks = parse.verbs.findLast((verb) => governsNoun(parse, verb, from));
  const ends = breaks?.lemmas.some((lemma) => parse.view.lexicon.has('siegeBreaking', lemma)) === true;
  return breaks !== undefined && ends && !breaks.passive ? subjectOf(parse, breaks).actor : null;
};
