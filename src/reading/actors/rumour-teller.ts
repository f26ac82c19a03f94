// Who told what a report goes on to call false: "the Reds' claim to have taken A is a lie", "the ministry's statement that A fell".
// Invariant: nobody is guessed; a rumour without an owner is nobody's.
import type { SideId } from '../../model/actor.ts';
import type { Attribution, UnplacedClaim } from '../../model/claim.ts';
import type { Quote, Span } from '../../model/text.ts';
import type { ActorMark, Draft, Predicate, Sentence, Token } from '../marks.ts';
import { sidesOfSpeaker } from '../speakers/speaker-sides.ts';
import { voiceOf } from '../speakers/voice.ts';
import { inSentence } from '../words/by-sentence.ts';
import { sideAt } from './actor-meant.ts';
import { isAnybody, isWhatTold } from './anybody.ts';
import { type Cue, textOf } from './denial-cues.ts';

/** Words that an owner takes before the noun. */
const OWNER = 7;

/** A claim, or a number that is claimed. */
type Told = { readonly quote: Quote; readonly placeSpan?: UnplacedClaim['placeSpan'] };

/** Where its place stands; "the Reds' claim to have captured THE TOWN": a place named before lies behind the deed too. */
const placeOf = ({ quote, placeSpan }: Told): number =>
  placeSpan == null ? 0 : placeSpan.start < quote.start ? quote.end : placeSpan.start;

/** The word of rumour that a claim hangs on ("REPORTS that A has fallen"): the last one before it in its sentence. */
export const rumourBefore = (draft: Draft, sentence: Sentence, claim: Told): Token | undefined =>
  sentence.tokens.findLast(
    ({ word, start }, at) =>
      start < Math.max(claim.quote.start + 1, placeOf(claim)) &&
      // "anyone who CLAIMS that A fell": it is what they do.
      ((draft.theatre.lexicon.has('rumourNouns', word) &&
        !draft.theatre.lexicon.has('whoWords', sentence.tokens[at - 1]?.word ?? '')) ||
        isAnybody(draft, sentence, at) ||
        isWhatTold(draft, sentence, at)),
  );

/** "WHAT THE REBELS ANNOUNCED, that they had taken A, is false": the saying opens the sentence, and is theirs. */
export const isOpeningWhat = ({ sentence, at }: Cue, { by, quote }: UnplacedClaim): boolean =>
  sentence.tokens[0]?.type === 'word' &&
  by.frame !== null &&
  quote.end <= at &&
  by.frame.start === sentence.tokens[1]?.start;

const BETWEEN_NAMES = 3;

const isHelper = (draft: Draft, span: Span): boolean =>
  draft.theatre.lexicon.has('have', textOf(draft, span).trim().toLowerCase());

/** "the Reds' claim", "a Red claim"; "claims BY the Reds": the side stands at the word of rumour, not anywhere before it. */
const ownsRumour = (draft: Draft, mark: ActorMark, noun: Token): boolean => {
  // "what THE REDS SAY about A"
  // "what the Reds HAVE said"
  const helped = noun.start - mark.end > 1 && isHelper(draft, { start: mark.end, end: noun.start });
  const tells = draft.theatre.lexicon.has('spreadForms', noun.word) && (noun.start - mark.end === 1 || helped);
  const near = mark.end <= noun.start && (helped || noun.start - mark.end <= BETWEEN_NAMES);
  const before = (mark.modifies || tells) && near;
  const between = textOf(draft, { start: noun.end, end: Math.max(noun.end, mark.start) });
  return before || (mark.start > noun.end && (/^ by(?: the)? $/.test(between) || isClaimOf(draft, mark, between)));
};

/** "the claim OF THE REBELS regarding the capture of A": what they claim is told behind them. */
const isClaimOf = ({ sentences, theatre }: Draft, mark: ActorMark, between: string): boolean => {
  if (!/^ of(?: the)? $/.test(between)) return false;
  const words = sentences[mark.sentence]?.tokens.slice(mark.to, mark.to + SPOKESMAN).map(({ word }) => word) ?? [];
  const matter = words.findIndex((word) => theatre.lexicon.has('claimMatters', word));
  // "the claim of the enemy's SPOKESMAN to hold A"
  return matter === 0 || (matter > 0 && (mark.modifies || /^['’]s?$/u.test(words[0] ?? '')));
};

/** Words of "'s chief spokesman to". */
const SPOKESMAN = 4;

/** "the rebels' claim OF THE CAPTURE of A", without a word of whose capture: the side whose claim it is. */
export const claimantOf = (draft: Draft, { sentence, start, tense }: Predicate): SideId | null => {
  const { lexicon } = draft.theatre;
  const noun = draft.sentences[sentence]?.tokens.findLast(
    ({ word, end }) => end < start && lexicon.has('rumourNouns', word),
  );
  if (noun === undefined || tense !== 'none') return null;
  const mark = inSentence(draft.mentions, sentence).find(
    (one): one is ActorMark => one.type === 'actor' && one.end < start && ownsRumour(draft, one, noun),
  );
  return sideAt(draft, mark ?? null);
};

/** "THE MINISTRY's claim", "THE DISTRICT GOVERNOR's statement": whose it is by his office, or null. */
const ownerOf = (
  { report, theatre }: Draft,
  { tokens }: Sentence,
  noun: Token,
): Pick<Attribution, 'speaker' | 'role' | 'sides'> | null => {
  const at = tokens.indexOf(noun);
  if (!/^(?:'s|'|’)$/.test(tokens[at - 1]?.word ?? '')) return null;
  let from = at - 1;
  while (
    from > 0 &&
    at - from < OWNER &&
    tokens[from - 1]?.type === 'word' &&
    !theatre.lexicon.verbs.has(tokens[from - 1]?.word ?? '')
  ) {
    from--;
    if (theatre.lexicon.has('determiners', tokens[from]?.word ?? '')) break;
  }
  const speaker = report.text.slice(tokens[from]?.start, tokens[at - 2]?.end);
  const { sides, role } = sidesOfSpeaker(speaker, theatre, report.published.latest);
  return sides.includes('unknown') ? null : { speaker, role, sides };
};

/** "what was WRITTEN": no name of anything that tells. */
const isOfVerb = ({ lexicon }: Draft['theatre'], noun: Token | undefined): boolean =>
  lexicon.has('spreadForms', noun?.word ?? '') && !lexicon.has('rumourNouns', noun?.word ?? '');

/** Who told what is called false: the side whose claim it is called, else rumour. */
export const tellerOf = (draft: Draft, sentence: Sentence, claim: Told): Attribution => {
  const { theatre } = draft;
  const noun = rumourBefore(draft, sentence, claim);
  const mark = inSentence(draft.mentions, sentence.index).find(
    (one): one is ActorMark =>
      one.type === 'actor' && noun !== undefined && ownsRumour(draft, one, noun) && sideAt(draft, one) !== null,
  );
  const owner = mark === undefined && noun !== undefined ? ownerOf(draft, sentence, noun) : null;
  const spoken = owner ?? {
    speaker: mark?.text ?? (isOfVerb(theatre, noun) ? null : (noun?.text ?? null)),
    role: null,
    sides: [sideAt(draft, mark ?? null) ?? 'unknown'],
  };
  return { ...spoken, voice: voiceOf(spoken, theatre), via: null, relayedBy: null, frame: null };
};

/** "no truth in WHAT THE REBELS SAID about the fall of A": something told behind the words that call it false. */
export const isWhatBehind = (
  draft: Draft,
  { sentence, at }: { sentence: Sentence; at: number },
  claim: Told,
): boolean =>
  sentence.tokens.some(({ start }, i) => start > at && start < claim.quote.start && isWhatTold(draft, sentence, i));
