// What a word that calls something false stands over: what was told before it, or a matter of its own.
// Invariant: nothing here looks past the sentence of that word.
import type { UnplacedClaim } from '../../model/claim.ts';
import type { Span } from '../../model/text.ts';
import { type Cue, RUMOURS, tokensIn } from '../actors/denial-cues.ts';
import type { Draft, Sentence } from '../marks.ts';
import { inSentence } from '../words/by-sentence.ts';

/** Words that stand for what was told. */
const POINTERS = ['placePronouns', 'pointingSubjects', 'pronouns'];

/** A bare denial is short. */
const LONG = 16;

/** In so few words a sentence calls false what was said before. */
export const OPENING = 7;

/** Whether a claim's words begin in a span. */
export const startsIn = (claim: UnplacedClaim, { start, end }: Span): boolean =>
  start <= claim.quote.start && claim.quote.start < end;

/** The words before the one that calls false, in its own clause. */
export const wordsBefore = ({ theatre: { lexicon } }: Draft, { sentence, at }: Cue): Sentence['tokens'] => {
  const words = tokensIn(sentence, { start: sentence.start, end: at });
  // "said THAT it was a lie", but "THAT was a lie".
  const wall = words.findLastIndex(
    ({ word }, i) =>
      /^[,;:—–]$/.test(word) || (lexicon.has('clauseComplements', word) && words[i - 1]?.type === 'word'),
  );
  return words.slice(wall + 1).filter(({ type }) => type === 'word');
};

/** "It is not true THAT THE GOVERNOR HAS FLED": what is false follows, unless it only points back ("that it has"). */
const deniesMatter = ({ theatre: { lexicon } }: Draft, { sentence: { tokens }, at }: Cue): boolean => {
  const that = tokens.findIndex(({ start, word }) => start > at && lexicon.has('untrueThat', word));
  const from = tokens.findIndex(({ start }) => start >= at);
  const apart = tokens.slice(from, that).some(({ type, word }) => type === 'mark' || lexicon.has('conjunctions', word));
  if (that < 0 || that - from > 2 || apart) return false;
  const first = tokens[that + 1]?.word ?? '';
  return !POINTERS.some((list) => lexicon.has(list, first));
};

/** "claims of VICTORY are false", "of full CONTROL": what was gained is what was told before, unless it is told of what. */
const isGainTold = ({ theatre: { lexicon } }: Draft, tokens: Sentence['tokens'], link: number): boolean => {
  const noun = lexicon.has('gainNouns', tokens[link + 1]?.word ?? '') ? link + 1 : link + 2;
  const behind = tokens[noun + 1]?.word ?? '';
  return (
    lexicon.has('gainNouns', tokens[noun]?.word ?? '') &&
    !['prepositions', 'partLinks'].some((list) => lexicon.has(list, behind))
  );
};

/** "the claim ABOUT A was false", "the news about THE SECOND is wrong": of what it was is told, and nothing of its own. */
const isOfPlace = ({ mentions, theatre: { lexicon } }: Draft, { index, tokens }: Sentence, link: number): boolean => {
  const mark = inSentence(mentions, index).find(({ from }) => from === link + 1);
  const place = mark?.type === 'place' || (mark?.type === 'scope' && mark.refers !== null);
  const next = tokens[mark?.to ?? 0];
  return (
    place &&
    lexicon.has('aboutLinks', tokens[link]?.word ?? '') &&
    (next === undefined ||
      /^[,.;!?]$/.test(next.word) ||
      ['be', 'modals', 'have'].some((list) => lexicon.has(list, next.word)))
  );
};

/** "Rumours that our men closed the schools are baseless" denies something else; "that was a lie", "the claim of its fall" what was said before. */
export const hasOwnMatter = (draft: Draft, cue: Cue): boolean => {
  const { tokens } = cue.sentence;
  const { lexicon } = draft.theatre;
  const told = tokens.some(
    ({ word }, i) =>
      lexicon.has('rumourNouns', word) &&
      lexicon.has('rumourLinks', tokens[i + 1]?.word ?? '') &&
      !lexicon.has('possessives', tokens[i + 2]?.word ?? '') &&
      !isGainTold(draft, tokens, i + 1) &&
      !isOfPlace(draft, cue.sentence, i + 1),
  );
  if (deniesMatter(draft, cue)) return true;
  // "Both claims were rejected, …": however much follows, what is false was said before.
  const opens = wordsBefore(draft, cue).length <= OPENING;
  return told || (tokens.length > LONG && !opens);
};

/** Whether the words that call false share their clause with a claim: "That was a lie; A is ours" and "…, to which X replied: Nonsense" do not. */
export const isMixed = (draft: Draft, claims: readonly UnplacedClaim[], cue: Cue): boolean => {
  const beside = claims.filter((claim) => startsIn(claim, cue.sentence));
  if (beside.length === 0) return false;
  // "Not so, says the mayor: THE ARMY IS IN A": behind its colon stands what is so instead.
  const colon = cue.sentence.tokens.find(({ word, start }) => word === ':' && start > cue.at);
  if (colon !== undefined && beside.every(({ quote }) => quote.start > colon.start)) return false;
  const own = wordsBefore(draft, cue);
  const from = own[0]?.start ?? cue.at;
  const { lexicon } = draft.theatre;
  const told = [...RUMOURS, 'toldThings'].some((list) => own.some(({ word }) => lexicon.has(list, word)));
  // "it was premature TO SPEAK of its loss": the clause that follows is what is meant.
  const next = cue.sentence.tokens.find(({ type, start }) => type === 'word' && start > cue.at)?.word ?? '';
  if (['infinitiveLinks', 'clauseComplements'].some((list) => lexicon.has(list, next))) return true;
  return !told || beside.some(({ quote }) => quote.start >= from && quote.start <= cue.at);
};
