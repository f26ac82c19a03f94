// "The fall of A is baseless", "the capture of A, as claimed by B, is untrue": an event told as a noun, and called false at once.
// Invariant: only the subject of the words that call it false is meant; who calls it so denies it.
import type { Attribution, UnplacedClaim } from '../../model/claim.ts';
import { claimId } from '../../model/claim.ts';
import { covers, type Span } from '../../model/text.ts';
import type { When } from '../../model/time.ts';
import { type Cue, tokensIn } from '../actors/denial-cues.ts';
import { toldDay } from '../dates/day-of-telling.ts';
import type { Draft, Predicate, Sentence } from '../marks.ts';
import { outletVoice } from '../speakers/outlet-voice.ts';
import { inSentence } from '../words/by-sentence.ts';

/** Words of "is entirely a". */
const VERDICT = 3;

const isCopula = ({ theatre: { lexicon } }: Draft, word: string): boolean =>
  (lexicon.verbs.get(word) ?? []).some(({ lemma }) => lexicon.has('copulas', lemma));

const isVerb = ({ theatre: { lexicon } }: Draft, word: string): boolean => lexicon.verbs.has(word);

/** The event's own words end here: behind "of A", where no place stands in the noun phrase itself. */
const endOf = ({ start, end, items }: Predicate): number =>
  Math.max(end, ...items.flatMap(({ place }) => (place !== null && place.start >= start ? [place.end] : [])));

/** "is", "is entirely", "was a": nothing stands between the event and its verdict but an aside. */
const isJudged = (draft: Draft, sentence: Sentence, between: Span): boolean => {
  const words = tokensIn(sentence, between);
  const at = words.findLastIndex(({ word }) => isCopula(draft, word));
  if (at < 0 || words.length - at - 1 > VERDICT) return false;
  if (
    words.slice(at + 1).some(({ type }) => type !== 'word') ||
    words.slice(at + 1, -1).some(({ word }) => isVerb(draft, word))
  )
    return false;
  const aside = words.slice(0, at);
  if (aside.length === 0) return true;
  if (aside[0]?.word === ',') return aside.at(-1)?.word === ',';
  // "of A BY the rebels", "of A on Monday"; "after the fall of A the mayor was dismissed" judges the mayor.
  const { lexicon } = draft.theatre;
  return (
    lexicon.has('prepositions', aside[0]?.word ?? '') &&
    aside.every(({ type, word }) => type === 'word' && !isVerb(draft, word))
  );
};

/** "AFTER the fall of A": what only locates is no subject. */
const isGoverned = ({ theatre: { lexicon } }: Draft, { tokens }: Sentence, { start }: Span): boolean => {
  const before = tokens.filter((token) => token.end <= start);
  const at = before.findLastIndex(({ word }) => !lexicon.has('determiners', word));
  return ['prepositions', 'subordinators'].some((list) => lexicon.has(list, before[at]?.word ?? ''));
};

/** The event that the word at `at` calls false, or null. */
export const eventCalledFalse = (draft: Draft, sentence: Sentence, at: number): Predicate | null =>
  inSentence(draft.predicates, sentence.index).find(
    (predicate) =>
      predicate.tense === 'none' &&
      predicate.end < at &&
      !isGoverned(draft, sentence, predicate) &&
      isJudged(draft, sentence, { start: endOf(predicate), end: at }),
  ) ?? null;

/** What is denied without a day of its own is denied as of the saying. */
export const flip = (draft: Draft, claim: UnplacedClaim, { sentence, by }: Cue): UnplacedClaim => {
  const said: When = { ...toldDay(draft, sentence), basis: 'implied' };
  const { id: _, ...rest } = {
    ...claim,
    polarity: 'denied' as const,
    // "no truth in reports that A has fallen": nobody's reports say that it has not.
    by: claim.by.sides.includes('unknown') ? by : claim.by,
    when: claim.when.basis === 'implied' ? said : claim.when,
  };
  return { id: claimId(rest), ...rest };
};

/** "The fall of A, REPORTED on some pages, is baseless": what is told does not say so itself. */
const judgeOf = (draft: Draft, { by }: Cue, { quote }: UnplacedClaim): Attribution =>
  draft.frames.some(({ speaker, by: own }) => own === by && speaker !== null && covers(speaker, quote))
    ? outletVoice(draft)
    : by;

/** The claims with the event denied that the cue calls false, or null where it calls none so. */
export const withEventDenied = (
  draft: Draft,
  claims: readonly UnplacedClaim[],
  cue: Cue,
): readonly UnplacedClaim[] | null => {
  const event = eventCalledFalse(draft, cue.sentence, cue.at);
  const isEvent = ({ quote }: UnplacedClaim): boolean => event?.clause.start === quote.start;
  if (!claims.some((claim) => isEvent(claim) && claim.polarity === 'affirmed')) return null;
  return claims.map((claim) =>
    isEvent(claim) ? { ...flip(draft, claim, cue), by: judgeOf(draft, cue, claim) } : claim,
  );
};
