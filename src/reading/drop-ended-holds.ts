// A hold that the same sentence tells the end of is no hold of today: "took A, a town held by the army since May".
// Invariant: only what describes the place in passing is dropped, and never without its reason in the trace.
import type { UnplacedClaim } from '../model/claim.ts';
import { overlaps } from '../model/text.ts';
import type { Draft, Sentence } from './marks.ts';
import { samePlace } from './places/same-place.ts';
import { sentenceAt } from './words/by-sentence.ts';

const TAKEN: readonly UnplacedClaim['kind'][] = ['capture', 'recapture'];

/** "HELD BY the army": a participle with its doer and no helper; "is held by", "still held by" are of now. */
const isDescribed = ({ theatre: { lexicon } }: Draft, { tokens }: Sentence, { quote }: UnplacedClaim): boolean => {
  // "A, captured by the rebels, IS HELD BY the army": the last is what the hold is told by.
  const at = tokens.findLastIndex(
    ({ word, start, end }, i) =>
      start >= quote.start &&
      end <= quote.end &&
      lexicon.has('agentWords', tokens[i + 1]?.word ?? '') &&
      lexicon.verbs.get(word)?.some(({ participle }) => participle === word) === true,
  );
  const before = tokens[at - 1]?.word ?? '';
  return at >= 0 && !['be', 'verbAdverbs', 'have'].some((list) => lexicon.has(list, before));
};

/** The place was taken from who held it, or he lost it, in the words of the same speaker. */
const ends = (taken: UnplacedClaim, hold: UnplacedClaim): boolean => {
  const changed = TAKEN.includes(taken.kind)
    ? taken.actor !== hold.actor
    : taken.kind === 'loss' && taken.actor === hold.actor;
  const told = taken.polarity === 'affirmed' && taken.modality === hold.modality;
  return changed && told && taken.by.speaker === hold.by.speaker && samePlace(taken, hold);
};

const GIVEN: readonly UnplacedClaim['kind'][] = ['surrender', 'withdrawal', 'loss'];

/** "was handed over BY THE SOLDIERS GUARDING IT": who gives a place up had it, and has it no more. */
const isOfGivers = (draft: Draft, sentence: Sentence, hold: UnplacedClaim): boolean => {
  const first = sentence.tokens.findIndex(({ start }) => start >= hold.quote.start);
  if (!draft.theatre.lexicon.has('agentWords', sentence.tokens[first - 1]?.word ?? '')) return false;
  return draft.claims.some(
    (given) =>
      GIVEN.includes(given.kind) &&
      given.polarity === 'affirmed' &&
      given.actor === hold.actor &&
      given.quote.start < hold.quote.start &&
      overlaps(sentence, given.quote) &&
      samePlace(given, hold),
  );
};

/** Letters of "The town was". */
const LEAD = 30;

/** "The army retook A. It WAS the rebels' LAST stronghold": what a place was before whoever speaks says that it was taken. */
const isOfBefore = (draft: Draft, { tokens }: Sentence, hold: UnplacedClaim): boolean => {
  const { lexicon } = draft.theatre;
  const near = tokens.filter(({ start, end }) => start >= hold.quote.start - LEAD && end <= hold.quote.end);
  const verb = near.find(({ word }) => lexicon.has('be', word) || lexicon.has('have', word));
  const was =
    verb === undefined
      ? isTold(draft, near, hold)
        ? -1
        : 0
      : near.findIndex(({ word }) => lexicon.has('pastBe', word));
  // "took A after a week of fighting, THE LAST TOWN UNDER rebel control": what only describes has no verb.
  if (was < 0 || !near.slice(was).some(({ word }) => lexicon.has('rankedFirst', word))) return false;
  return draft.claims.some(
    (taken) =>
      TAKEN.includes(taken.kind) &&
      taken.quote.start < hold.quote.start &&
      taken.polarity === 'affirmed' &&
      taken.actor !== hold.actor &&
      samePlace(taken, hold) &&
      (hold.by.speaker === taken.by.speaker || hold.by.sides.some((side) => side === 'outlet' || side === taken.actor)),
  );
};

/** "still HOLD the villages on the main road": a verb before the rank tells that they do; "the LAST town under their control" tells nothing. */
const isTold = ({ theatre: { lexicon } }: Draft, near: Sentence['tokens'], { quote }: UnplacedClaim): boolean => {
  const rank = near.findIndex(({ word }) => lexicon.has('rankedFirst', word));
  return near.slice(0, rank).some(({ word, start }) => start > quote.start && lexicon.verbs.has(word));
};

/** "retook the hospital in A, WHICH HAD BEEN OCCUPIED by the rebels": with no day of its own it is what the place was, and no taking. */
const isOccupied = (
  { theatre: { lexicon } }: Draft,
  { tokens }: Sentence,
  { kind, quote, when }: UnplacedClaim,
): boolean =>
  kind === 'capture' &&
  when.basis === 'implied' &&
  tokens.some(
    ({ word, start, end }) =>
      start >= quote.start &&
      end <= quote.end &&
      lexicon.verbs.get(word)?.some(({ lemma }) => lexicon.has('occupyingVerbs', lemma)) === true,
  );

/** "A is the fifth REBEL-HELD TOWN TO FALL to the army": what it is called by is what it was. */
const isCalledBefore = ({ report, claims, theatre: { lexicon } }: Draft, hold: UnplacedClaim): boolean =>
  claims.some(({ quote, ...taken }) => {
    if (quote.start !== hold.quote.start || quote.end <= hold.quote.end) return false;
    const [next = ''] = report.text.slice(hold.quote.end, quote.end).trim().split(/\s+/);
    return lexicon.has('infinitiveLinks', next) && ends({ ...taken, quote }, hold);
  });

/** Pass: drops what a place was before the same sentence says that it was taken. */
export const dropEndedHolds = (draft: Draft): Draft => {
  const isOver = (hold: UnplacedClaim): boolean => {
    const sentence = draft.sentences[sentenceAt(draft, hold.quote.start)];
    if (sentence === undefined || hold.polarity === 'denied') return false;
    if (isOccupied(draft, sentence, hold))
      return draft.claims.some(
        (taken) => overlaps(sentence, taken.quote) && taken.quote.start < hold.quote.start && ends(taken, hold),
      );
    if (hold.kind !== 'hold') return false;
    if (isOfBefore(draft, sentence, hold) || isOfGivers(draft, sentence, hold) || isCalledBefore(draft, hold))
      return true;
    if (!isDescribed(draft, sentence, hold)) return false;
    return draft.claims.some((taken) => overlaps(sentence, taken.quote) && ends(taken, hold));
  };
  const over = draft.claims.filter(isOver);
  if (over.length === 0) return draft;
  const trace = over.map(({ quote: { start, end } }) => ({
    pass: 'dropEndedHolds',
    span: { start, end },
    says: 'hold dropped: the sentence tells its end',
  }));
  return {
    ...draft,
    claims: draft.claims.filter((claim) => !over.includes(claim)),
    trace: [...draft.trace, ...trace],
  };
};
