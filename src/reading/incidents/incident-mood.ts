// Whether a verb tells of something that happened: no plan, no condition, no habit, nothing that is denied.
// Invariant: what is dropped here makes no incident, whatever words of violence stand beside it.
import type { Modality } from '../../model/claim.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { moodOf } from '../predicates/predicate-mood.ts';
import { isIn, isInAny, type SentenceView, wordAt } from '../words/view-sentence.ts';

/** First token of the clause: behind the verb before, or a semicolon. */
const clauseFrom = (parse: Parse, at: number): number => {
  for (let i = at - 1; i >= 0; i--) if (parse.verbAt[i] !== undefined || wordAt(parse.view, i) === ';') return i + 1;
  return 0;
};

/** "no more than three", "no fewer than": a number, not none. */
const saysNone = (view: SentenceView, at: number): boolean =>
  isInAny(view, ['negativeWords', 'negations', 'withoutWords', 'unknownWords'], at) &&
  !isIn(view, 'countLeads', at + 1);

const anyIn = (view: SentenceView, list: string, [from, to]: readonly [number, number]): boolean => {
  for (let at = from; at < to; at++) if (isIn(view, list, at)) return true;
  return false;
};

/** "no civilians were harmed", "nobody was killed", "until the last is killed". */
const hasNoSubject = (parse: Parse, verb: VerbGroup): boolean => {
  // "no one he knew had been hurt": the verb between belongs to who is said to be none.
  const beside = parse.verbAt[verb.from - 1];
  const from = clauseFrom(parse, beside?.from ?? verb.from);
  for (let at = from; at < verb.from; at++)
    // "they were NOT behind the bombing that killed nine": the no is of the verb before it.
    if (
      (saysNone(parse.view, at) && !(at === from && isIn(parse.view, 'negations', at) && at > 0)) ||
      isIn(parse.view, 'untilWords', at) ||
      (isIn(parse.view, 'onceWords', at) && isStillToBe(parse, verb))
    )
      return true;
  return false;
};

/** "once the prisoners HAVE been released". */
const isStillToBe = ({ view }: Parse, { from, head, perfect }: VerbGroup): boolean =>
  perfect && view.tokens.slice(from, head).some((_, i) => isIn(view, 'presentHave', from + i));

const isPresent = ({ bare, infinitive, forms }: VerbGroup): boolean =>
  bare && !infinitive && !forms.includes('past') && !forms.includes('participle') && !forms.includes('ing');

/** "The leader directs attacks": a present tells a habit; in an entry of a live page or thread it tells the news. */
const isHabit = (parse: Parse, verb: VerbGroup): boolean => {
  const { view } = parse;
  const goesOn = verb.lemmas.some((one) => view.lexicon.has('goingOnVerbs', one));
  if (isPresent(verb) && !goesOn && view.sentence.part !== 'entry' && !view.sentence.heading) return true;
  return anyIn(view, 'alwaysWords', [clauseFrom(parse, verb.from), verb.to + 4]);
};

const isAccused = ({ view, verbs }: Parse, at: number): boolean =>
  verbs.some(
    ({ to, lemmas }) => to <= at && at - to < 9 && lemmas.some((one) => view.lexicon.has('incidentAccusers', one)),
  );

/** "by setting fire", "accused of killing", "killing four": not "plans for attacking". */
const isPlainGerund = (parse: Parse, verb: VerbGroup): boolean => {
  const { view } = parse;
  const at = verb.from - 1;
  const governor = parse.verbAt[at];
  if (governor !== undefined) return governor.lemmas.some((one) => view.lexicon.has('gerundVerbs', one));
  if (!isIn(view, 'prepositions', at) || isIn(view, 'gerundPrepositions', at)) return true;
  return isAccused(parse, at);
};

/** "intends to isolate the towns while negotiating": what goes with a plan is planned. */
const isOfPlan = (parse: Parse, verb: VerbGroup): boolean => {
  const before = parse.verbs.findLast((other) => other.to <= verb.from && !other.gerund);
  if (before === undefined || !before.infinitive) return false;
  return moodOf(parse, before, { kind: 'attack', subjectFrom: -1 }).modality === 'planned';
};

/** How sure it is that it happened; null where it did not, or only might. */
export const happened = (parse: Parse, verb: VerbGroup): Modality | null => {
  const mood = moodOf(parse, verb, { kind: 'attack', subjectFrom: -1 });
  if (mood.dropped !== null || mood.polarity === 'denied' || mood.modality === 'planned') return null;
  if (hasNoSubject(parse, verb) || isHabit(parse, verb)) return null;
  const gerund = verb.bare && verb.gerund;
  if (gerund && (!isPlainGerund(parse, verb) || isOfPlan(parse, verb))) return null;
  return mood.modality === 'possible' ? null : mood.modality;
};
