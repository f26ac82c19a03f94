// Confirmations that do not say again what they confirm: "A council member confirmed it", "two residents said the same",
// "a claim confirmed by the mayor". Who says of another's words that they hold has claimed what they claim.
// Invariant: a confirmation made here is of a claim told before it by somebody else; a confirmation that is wanting
// ("has not confirmed it", "could not be confirmed") makes none.

import type { Attribution, UnplacedClaim } from '../model/claim.ts';
import { claimId } from '../model/claim.ts';
import { overlaps, quoteOf } from '../model/text.ts';
import { agentOf, type Cue, textOf, tokensIn } from './actors/denial-cues.ts';
import { confidenceIn } from './claims/confidence.ts';
import { orderAt, pickedByOrder } from './claims/picked-by-order.ts';
import { CLAIMED, isNamedIn, sameSaid } from './claims/told-before.ts';
import type { Draft, Frame, Sentence, Token } from './marks.ts';
import { isVerdict } from './speakers/find-checked.ts';
import { outletVoice } from './speakers/outlet-voice.ts';
import { ownVoice } from './speakers/own-voice.ts';
import { isQuoteMark } from './speakers/saying-verbs.ts';
import { inSentence, sentenceAt } from './words/by-sentence.ts';
import { lemmasIn } from './words/lists-in.ts';
import { viewSentences } from './words/view-sentence.ts';

/** How many sentences back a confirmation may reach. */
const BACK = 2;
/** So many words stand at most between "claim" and "was confirmed". */
const NEAR = 6;

/** "said the same" may agree to a no; what is confirmed is something that is. */
interface Confirmation extends Cue {
  readonly same: boolean;
}

const hasLemma = (draft: Draft, word: string, list: string): boolean =>
  (draft.theatre.lexicon.verbs.get(word) ?? []).some(({ lemma }) => draft.theatre.lexicon.has(list, lemma));

/** "did not confirm", "has yet to confirm", "refused to confirm", "would confirm": nothing is confirmed. */
const isWanting = ({ theatre: { lexicon } }: Draft, words: readonly Token[]): boolean =>
  words.some(({ word }) =>
    ['negations', 'yetWords', 'modals', 'toWords', 'ifWords'].some((list) => lexicon.has(list, word)),
  );

/** "it", "this", "the claim", "both reports", "the same": what was told, and no more behind it than a time or who asked. */
const isOfTold = ({ theatre: { lexicon } }: Draft, words: readonly Token[]): boolean => {
  const at = words.findIndex(({ word }) => !lexicon.has('verbAdverbs', word));
  const rest = at < 0 ? [] : words.slice(at);
  const [first, second] = rest;
  if (first === undefined) return false;
  const noun = rest.slice(0, 3).findIndex(({ word }) => lexicon.has('confirmedNouns', word));
  const points = lexicon.has('definiteWords', first.word) || lexicon.has('pointingWords', first.word);
  const order = orderAt(rest, 0, lexicon)?.to ?? 0;
  const to = noun > 0 && points ? noun + 1 : lexicon.has('confirmedPronouns', first.word) ? 1 : order;
  if (to === 0) return false;
  const next = to === 1 ? second : rest[to];
  // "conceded that “some men” had come in": the word only opens what is said.
  const ends = next?.type === 'mark' && !isQuoteMark(next.text);
  return next === undefined || ends || lexicon.has('confirmedEnds', next.word);
};

/** "said the same", "said so too". */
const saysSame = (draft: Draft, words: readonly Token[]): boolean => {
  const text = words.map(({ word }) => word).join(' ');
  return draft.theatre.lexicon.list('samePhrases').some((same) => text === same || text.startsWith(`${same} `));
};

/** "confirmed it", "confirmed the claim", "told us the same". */
const activeCues = (draft: Draft): readonly Confirmation[] =>
  draft.frames.flatMap((frame): Confirmation[] => {
    const sentence = draft.sentences[frame.sentence];
    if (sentence === undefined || frame.polarity === 'denied') return [];
    const words = tokensIn(sentence, frame);
    // "Can you confirm that?"
    if (isWanting(draft, words) || sentence.tokens.at(-1)?.word === '?') return [];
    const end = clauseEnd(draft, sentence, frame);
    const behind = tokensIn(sentence, { start: frame.end, end });
    const meant = isOfTold(draft, behind) || (behind.length === 0 && isBehindTold(draft, sentence, frame));
    const confirms = meant && words.some(({ word }) => hasLemma(draft, word, 'confirmingVerbs'));
    if (!confirms && !saysSame(draft, behind)) return [];
    const quote = { start: frame.start, end };
    if (draft.claims.some((claim) => overlaps(claim.quote, { start: frame.end, end }))) return [];
    return [{ at: frame.start, sentence, by: frame.by, quote, same: !confirms }];
  });

/** "a claim THE MAYOR CONFIRMED", "which THE MAYOR CONFIRMED": the object stands before the speaker. */
const isBehindTold = (draft: Draft, { tokens }: Sentence, { start }: Frame): boolean => {
  const last = tokens.findLast((token) => token.start < start);
  return last !== undefined && isTold(draft, last.word);
};

/** Where the clause of a frame ends: at the next mark that parts clauses, where the next frame begins, or with the sentence. */
const clauseEnd = ({ frames }: Draft, sentence: Sentence, frame: Frame): number => {
  const mark = sentence.tokens.find(({ start, text }) => start >= frame.end && /^[,;:.!?—–]$/.test(text));
  const next = inSentence(frames, sentence.index).find(({ start }) => start >= frame.end);
  return Math.min(mark?.start ?? sentence.end, next?.start ?? sentence.end);
};

/** "The claim was confirmed by two residents", "which was later confirmed by officials", "a claim confirmed by the mayor". */
const passiveCues = (draft: Draft): readonly Confirmation[] =>
  draft.sentences.flatMap((sentence): Confirmation[] =>
    lemmasIn(sentence.tokens, 'confirmingVerbs', draft.theatre.lexicon).flatMap((at): Confirmation[] => {
      const token = sentence.tokens[at] ?? sentence;
      const by = agentOf(draft, sentence, token.start);
      if (by?.speaker == null) return [];
      const before = sentence.tokens.slice(Math.max(0, at - NEAR), at);
      const told = before.findLastIndex(({ word }) => isTold(draft, word));
      if (told < 0 || isWanting(draft, before.slice(told))) return [];
      const start = before[told]?.start ?? token.start;
      const end = sentence.tokens.find(({ start: from, text }) => from > token.start && /^[,;.!?]$/.test(text))?.start;
      return [{ at: start, sentence, by, quote: { start, end: end ?? sentence.end }, same: false }];
    }),
  );

const isTold = ({ theatre: { lexicon } }: Draft, word: string): boolean =>
  ['confirmedNouns', 'confirmedPronouns', 'relatives', 'clauseRelatives'].some((list) => lexicon.has(list, word));

/** "Claim: A has fallen. / Verdict: True.": the paper itself, or the party whose text it is, confirms what it held up. */
const verdictCues = (draft: Draft): readonly Confirmation[] =>
  viewSentences(draft).flatMap((view): Confirmation[] =>
    isVerdict(view, 'trueWords')
      ? [
          {
            ...{ at: view.sentence.start, sentence: view.sentence, by: ownVoice(draft) ?? outletVoice(draft) },
            ...{ quote: view.sentence, same: false },
          },
        ]
      : [],
  );

/** Held up to be checked: nobody in the report says it. */
const isHeldUp = ({ by, modality }: UnplacedClaim): boolean =>
  modality === 'reported' && by.speaker === null && by.sides.includes('unknown');

const isSelf = (claim: UnplacedClaim, { speaker }: Attribution): boolean =>
  claim.by.speaker === speaker && !isHeldUp(claim);

/** The claims that a bare confirmation means: those of the last sentence before it in which somebody else claims anything. */
const targetsOf = (draft: Draft, cue: Confirmation): readonly UnplacedClaim[] => {
  const sentenceOf = (claim: UnplacedClaim): number => sentenceAt(draft, claim.quote.start);
  // "The rebels took A, and the mayor confirmed it": read as the mayor's own already.
  const isOwn = (claim: UnplacedClaim): boolean =>
    sentenceOf(claim) === cue.sentence.index && isSelf(claim, cue.by) && claim.quote.start < cue.quote.end;
  if (draft.claims.some(isOwn)) return [];
  const before = draft.claims.filter(
    (claim) =>
      claim.quote.start < cue.at &&
      !isSelf(claim, cue.by) &&
      (cue.same || claim.polarity === 'affirmed') &&
      (draft.sentences[sentenceOf(claim)]?.heading !== true || isHeldUp(claim)),
  );
  const last = before.reduce((latest, claim) => Math.max(latest, sentenceOf(claim)), -1);
  if (last < cue.sentence.index - BACK) return [];
  const said = before.filter((claim) => sentenceOf(claim) === last && isNamedIn(draft, cue, claim));
  const told = pickedByOrder(draft, cue, said);
  // "said A had fallen but denied that B had. Residents confirmed it": of who spoke last.
  const own = told.filter(({ by }) => by.speaker === told.at(-1)?.by.speaker);
  const main = own.filter(({ kind }) => CLAIMED.includes(kind));
  const meant = main.length > 0 ? main : own;
  return meant.filter((claim, i) => !meant.slice(0, i).some((other) => sameSaid(claim, other)));
};

const confirm = (draft: Draft, target: UnplacedClaim, cue: Cue): UnplacedClaim => {
  const { id: _, ...rest } = target;
  const confirmed = {
    ...rest,
    modality: target.modality === 'reported' ? ('actual' as const) : target.modality,
    ...{ by: cue.by, quote: quoteOf(draft.report.text, cue.quote), answers: null },
    reading: confidenceIn(draft.theatre.lexicon, ['confirmed without saying it again']),
  };
  return { id: claimId(confirmed), ...confirmed };
};

/** Pass: adds what is confirmed without being said again. */
export const confirmClaims = (draft: Draft): Draft => {
  const cues = [...activeCues(draft), ...passiveCues(draft), ...verdictCues(draft)];
  const added = cues.flatMap((cue) => targetsOf(draft, cue).map((target) => confirm(draft, target, cue)));
  const claims = [...new Map([...draft.claims, ...added].map((claim) => [claim.id, claim])).values()].sort(
    (a, b) => a.quote.start - b.quote.start,
  );
  const trace = added.map(({ quote, kind, by }) => ({
    pass: 'confirmClaims',
    span: { start: quote.start, end: quote.end },
    says: `${kind} confirmed by ${by.speaker ?? 'somebody'}: ${textOf(draft, quote).slice(0, 40)}`,
  }));
  return { ...draft, claims, trace: [...draft.trace, ...trace] };
};
