// What is only supposed over more than one clause: what somebody "might say" or "did not say", what follows on "Suppose A falls", and the
// answer to "What if A falls?". Invariant: who is asked what would be, and tells what was or is, tells it.

import { isFiniteVerb } from '../clauses/clause-bounds.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { parseSentence } from '../clauses/parse-sentence.ts';
import type { Draft, Frame, Predicate } from '../marks.ts';
import { afterOpeners, isAsked } from '../speakers/question-forms.ts';
import { inSentence } from '../words/by-sentence.ts';
import { isIn, isInAny, phraseLength, type SentenceView, viewSentences } from '../words/view-sentence.ts';

/** Words around a verb of saying that show that it was said after all: "would LATER say", "could ONLY say". */
const BESIDE = 2;

const isSaidAfterAll = (view: SentenceView, { from, head, to }: VerbGroup): boolean => {
  for (let at = from - 1; at < to + BESIDE; at++) {
    if (phraseLength(view, 'onlySaying', at) > 0) return true;
    if (at < head && isIn(view, 'sayingAfterAll', at)) return true;
  }
  return false;
};

/** "One MIGHT SAY", "critics WOULD ARGUE": nobody has said it yet; "I would say" says it. */
const isImagined = ({ view }: Parse, verb: VerbGroup): boolean =>
  verb.modal !== null &&
  !verb.negated &&
  view.lexicon.has('imaginedModals', verb.modal) &&
  verb.lemmas.some((lemma) => view.lexicon.has('reportingVerbs', lemma)) &&
  !verb.lemmas.some((lemma) => view.lexicon.has('surelySaying', lemma)) &&
  !isIn(view, 'firstPersonPronouns', verb.from - 1) &&
  !isSaidAfterAll(view, verb);

/** Words of "as the mayor of A". */
const TELLER = 6;

/** "A fell, AS the mayor WOULD TELL you": it did. */
const isAsTold = (view: SentenceView, { from }: VerbGroup): boolean =>
  view.tokens.some((_, at) => at < from && from - at <= TELLER && isIn(view, 'tellingAs', at) && opensClause(view, at));

const opensClause = (view: SentenceView, at: number): boolean =>
  at === 0 || view.tokens[at - 1]?.type === 'mark' || isIn(view, 'conjunctions', at - 1);

/** "They HAVE NOT CLAIMED to have taken A": what somebody did not say nobody has said; what he "could not confirm" is doubted. */
const isUnsaid = ({ view, phraseAt, verbAt }: Parse, { from, head, to, passive, lemmas }: VerbGroup): boolean =>
  !passive &&
  // "has not said ITS MEN ARE there": without "that"
  (isInAny(view, ['clauseComplements', 'infinitiveLinks'], to) || isOpened(verbAt[phraseAt[to]?.to ?? -1])) &&
  view.tokens.slice(from, head).some((_, i) => isInAny(view, ['negations', 'negativeWords'], from + i)) &&
  lemmas.some((lemma) => view.lexicon.has('plainlySaying', lemma));

const isOpened = (verb: VerbGroup | undefined): boolean => verb !== undefined && isFiniteVerb(verb);

/** "NO ONE told us that A had fallen", "NONE OF the residents said": nobody said it either. */
const isSaidByNobody = ({ view, verbAt }: Parse, { from, head, to, passive, lemmas }: VerbGroup): boolean => {
  // "Nobody has said WHEN they took A": they did.
  if (isIn(view, 'askedHow', to)) return false;
  if (passive || !lemmas.some((lemma) => view.lexicon.has('nobodysSayings', lemma))) return false;
  for (let at = head - 1; at >= Math.max(0, from - TELLER) && (at >= from || verbAt[at] === undefined); at--) {
    if (view.tokens[at]?.type === 'mark') return false;
    if (!isInAny(view, ['negativeWords', 'nobodyWords'], at) || !opensClause(view, at)) continue;
    // "NO FEWER THAN ten residents said": they did.
    return !isIn(view, 'preferredLinks', at + 2);
  }
  return false;
};

/** Where "…, BUT residents say", "; they said" or "…, WHICH fell on Monday" begins, which the writer says himself; else the sentence's end. */
const contrastBehind = (view: SentenceView, from: number): number => {
  const at = view.tokens.findIndex(
    ({ word }, i) =>
      i > from &&
      (word === ';' || (isInAny(view, ['contrastWords', 'clauseRelatives'], i) && view.tokens[i - 1]?.type === 'mark')),
  );
  return view.tokens[at]?.start ?? view.sentence.end;
};

/** The words that stand under a saying that was not: those of its frame, and what its "that" opens. */
const underUnsaid = (view: SentenceView, frames: readonly Frame[]): readonly Frame['cue'][] => {
  const parse = parseSentence(view);
  return parse.verbs.flatMap((verb) => {
    const [start, end] = [view.tokens[verb.from]?.start ?? 0, view.tokens[verb.to - 1]?.end ?? 0];
    const behind = () => ({ start: end, end: contrastBehind(view, verb.to) });
    if (isUnsaid(parse, verb) || isSaidByNobody(parse, verb)) return [behind()];
    if (!isImagined(parse, verb) || isAsTold(view, verb)) return [];
    const own = frames.filter(({ cue }) => cue.start < end && start < cue.end);
    return [...(isIn(view, 'clauseComplements', verb.to) ? [behind()] : []), ...own.flatMap(({ content }) => content)];
  });
};

/** "What if A falls?", "And if they take A?"; "do you know if A has fallen?" asks whether it has. */
const asksWhatIf = (view: SentenceView): boolean =>
  isAsked(view) &&
  view.tokens.some((_, at) => isIn(view, 'conditionAsked', at) && !isInAny(view, ['askingIf'], at - 1));

/** "Suppose A falls.", "Let us say they take A." */
const supposes = (view: SentenceView): boolean => phraseLength(view, 'supposing', afterOpeners(view)) > 0;

/** "Imagine the relief WHEN the army retook A": it did retake it. */
const isWhen = (view: SentenceView, { start }: Predicate): boolean =>
  view.tokens.some((token, at) => token.start < start && isIn(view, 'whenLinks', at));

/** "takes A", "will take it": what comes of a thing supposed; a state, and what is going on, are told as they are. */
const isConsequence = (view: SentenceView, { start, kind, tense, modality }: Predicate): boolean => {
  if (kind === 'hold' || kind === 'siege' || modality === 'possible') return false;
  const verb = parseSentence(view).verbs.find(({ head }) => (view.tokens[head]?.start ?? 0) >= start);
  return tense === 'present' && verb?.bare === true && verb.forms.some((form) => form === 's' || form === 'base');
};

/** Behind a thing supposed: all that "then" opens, and else what comes of it. */
const follows = (view: SentenceView, before: SentenceView | undefined, one: Predicate): boolean => {
  if (before === undefined || isAsked(view)) return false;
  if (!asksWhatIf(before) && !supposes(before)) return false;
  return isIn(view, 'consequenceWords', 0) ? one.tense !== 'perfect' && one.tense !== 'past' : isConsequence(view, one);
};

/** The predicates of a report, with those that are only supposed dropped. */
export const withSupposed = (draft: Draft, predicates: readonly Predicate[]): readonly Predicate[] => {
  const views = viewSentences(draft);
  return predicates.map((one) => {
    const view = views[one.sentence];
    if (view === undefined || one.dropped !== null) return one;
    if ((one.polarity === 'denied' || one.modality === 'possible') && view.lexicon.has('claimRules', one.rule))
      return { ...one, dropped: 'neither said nor denied' };
    const said = underUnsaid(view, inSentence(draft.frames, one.sentence));
    const imagined = said.some(({ start, end }) => start <= one.start && one.start < end);
    const supposed = (supposes(view) && !isWhen(view, one)) || follows(view, views[one.sentence - 1], one);
    if (imagined) return { ...one, dropped: 'a thing imagined' };
    return supposed ? { ...one, dropped: 'a condition' } : one;
  });
};
