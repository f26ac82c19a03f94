// Denials that do not say again what they deny: "The ministry called that a lie", "a claim that the Council denied",
// and rumours told only to be rejected: "Reports that A has fallen are untrue" (judgement call 6).
// Invariant: a denial made here answers the claim that it denies, which was said before it by another side.

import type { Attribution, UnplacedClaim } from '../model/claim.ts';
import { claimId } from '../model/claim.ts';
import { overlaps, quoteOf, type Span } from '../model/text.ts';
import type { When } from '../model/time.ts';
import { inSentence, sentenceAt } from './by-sentence.ts';
import { confidenceIn } from './confidence.ts';
import { saidOn } from './find-dates.ts';
import { frameOver } from './frame-over.ts';
import type { ActorMark, Draft, Frame, PlaceMark, Predicate, Sentence, Token } from './marks.ts';
import { outletVoice } from './outlet-voice.ts';
import { opponentOf } from './theatre-sides.ts';
import { voiceOf } from './voice.ts';

/** How many sentences back a bare denial may reach. */
const BACK = 2;

/** "that", a subject, a verb, and more. */
const OWN_CLAUSE = 5;

/** A bare denial is short. */
const LONG = 16;

interface Cue {
  readonly at: number;
  readonly sentence: Sentence;
  readonly by: Attribution;
  readonly quote: Span;
}

const textOf = (draft: Draft, { start, end }: Span): string => draft.report.text.slice(start, end);

const startsIn = (claim: UnplacedClaim, { start, end }: Span): boolean =>
  start <= claim.quote.start && claim.quote.start < end;

const tokensIn = ({ tokens }: Sentence, { start, end }: Span): Sentence['tokens'] =>
  tokens.filter((token) => token.start >= start && token.end <= end);

const SAYS_FALSE = ['denyingVerbs', 'labelVerbs', 'brushingVerbs'] as const;

/** "denied", "called a lie"; who "did not respond" or "did not say" denies nothing. */
const saysFalse = (draft: Draft, frame: Frame, sentence: Sentence): boolean => {
  const { lexicon } = draft.theatre;
  return tokensIn(sentence, frame).some(({ word }) =>
    (lexicon.verbs.get(word) ?? []).some(({ lemma }) => SAYS_FALSE.some((list) => lexicon.has(list, lemma))),
  );
};

/** "denied that its men had looted homes" denies that, and nothing said before; "denied that it had" does not say what. */
const hasOwnClause = (draft: Draft, frame: Frame, sentence: Sentence): boolean => {
  const [content] = frame.content.filter(({ start }) => start >= frame.end);
  const words = content === undefined ? [] : tokensIn(sentence, content);
  const [first] = words;
  const gerund = (draft.theatre.lexicon.verbs.get(first?.word ?? '') ?? []).some(({ ing }) => ing === first?.word);
  return gerund || (draft.theatre.lexicon.has('clauseStarts', first?.word ?? '') && words.length > OWN_CLAUSE);
};

/** "denied it", "rejected the claim": a denying frame over no claim of its own. */
const frameCues = (draft: Draft): readonly Cue[] =>
  draft.frames.flatMap((frame): Cue[] => {
    const sentence = draft.sentences[frame.sentence];
    if (frame.polarity !== 'denied' || sentence === undefined) return [];
    if (!saysFalse(draft, frame, sentence) || hasOwnClause(draft, frame, sentence)) return [];
    if (draft.claims.some((claim) => frame.content.some((content) => overlaps(claim.quote, content)))) return [];
    const end = Math.max(
      frame.end,
      ...frame.content.filter(({ start }) => start >= frame.end).map((content) => content.end),
    );
    return [
      { at: frame.start, sentence, by: frame.by, quote: { start: frame.start, end: Math.min(end, sentence.end) } },
    ];
  });

/** "is not true", "are lies", "a fabrication": words that call what was said false. */
const falseCues = (draft: Draft): readonly Cue[] =>
  draft.sentences.flatMap((sentence): Cue[] => {
    const text = textOf(draft, sentence).toLowerCase();
    const at = Math.max(-1, ...draft.theatre.lexicon.list('lieWords').map((word) => wordIndex(text, word)));
    if (
      at < 0 ||
      isOfRumour(draft, text.slice(at)) ||
      inSentence(draft.frames, sentence.index).some((frame) => frame.polarity === 'denied')
    )
      return [];
    const start = sentence.start + at;
    return [{ at: start, sentence, by: frameOver(draft, start)?.by ?? outletVoice(draft), quote: sentence }];
  });

/** "rumours that A", "a rumour of A" tell of A; "that is a rumour" calls it false. */
const isOfRumour = (draft: Draft, from: string): boolean => {
  const [word = '', next = ''] = from.split(/[^\p{L}']+/u);
  const { lexicon } = draft.theatre;
  return lexicon.has('rumourNouns', word) && (lexicon.has('rumourLinks', next) || lexicon.has('rumourSources', next));
};

/** Where the last word of a phrase stands in a text, or -1: "called the claim a LIE". */
const wordIndex = (text: string, word: string): number => {
  const at = text.indexOf(word);
  const free = at >= 0 && !/\p{L}/u.test(text[at - 1] ?? ' ') && !/\p{L}/u.test(text[at + word.length] ?? ' ');
  return free ? at + word.lastIndexOf(' ') + 1 : -1;
};

const otherSide = (claim: UnplacedClaim, by: Attribution): boolean =>
  !claim.by.sides.some((side) => by.sides.includes(side));

const deny = (draft: Draft, target: UnplacedClaim, cue: Cue): UnplacedClaim => {
  const when: When = { ...saidOn(cue.sentence, draft.report, draft.theatre), basis: 'implied' };
  const quote = quoteOf(draft.report.text, cue.quote);
  const { id: answers, ...rest } = target;
  const denied = {
    ...rest,
    polarity: 'denied' as const,
    modality: 'actual' as const,
    ...{ by: cue.by, when, quote, answers },
    reading: confidenceIn(draft.theatre.lexicon, ['denied without saying it again']),
  };
  return { id: claimId(denied), ...denied };
};

/** The town and its headquarters, said in one breath, are denied in one. */
const sameSaid = (a: UnplacedClaim, b: UnplacedClaim): boolean => a.place.text === b.place.text && a.actor === b.actor;

/** "This is baseless": said of the sentence right before it. */
const pointsToLast = ({ theatre }: Draft, { sentence }: Cue): boolean =>
  theatre.lexicon.has('pointingSubjects', sentence.tokens.find(({ type }) => type === 'word')?.word ?? '');

/** "rejected the claim about B" means what was claimed of B, and nothing of the other places. */
const isNamedIn = (draft: Draft, cue: Cue, { place }: UnplacedClaim): boolean => {
  const named = inSentence(draft.mentions, cue.sentence.index).filter(
    (mark): mark is PlaceMark => mark.type === 'place' && mark.start > cue.at && !mark.locates,
  );
  return (
    named.length === 0 ||
    named.some(({ text, candidates }) => text === place.text || candidates.some((id) => place.candidates.includes(id)))
  );
};

/** The claims that a bare denial means: those of the last sentence before it in which another side claims anything. */
const targetsOf = (draft: Draft, cue: Cue): readonly UnplacedClaim[] => {
  const before = draft.claims.filter(
    (claim) => claim.quote.start < cue.at && claim.polarity === 'affirmed' && otherSide(claim, cue.by),
  );
  const sentenceOf = (claim: UnplacedClaim): number => sentenceAt(draft, claim.quote.start);
  const last = before.reduce((latest, claim) => Math.max(latest, sentenceOf(claim)), -1);
  const reach = pointsToLast(draft, cue) ? 1 : BACK;
  const told = last >= cue.sentence.index - reach ? before.filter((claim) => sentenceOf(claim) === last) : [];
  const near = told.filter((claim) => isNamedIn(draft, cue, claim));
  return near.filter((claim, i) => !near.slice(0, i).some((other) => sameSaid(claim, other)));
};

/** The word of rumour that a claim hangs on ("REPORTS that A has fallen"): the last one before it in its sentence. */
const rumourBefore = (draft: Draft, sentence: Sentence, claim: UnplacedClaim): Token | undefined =>
  sentence.tokens.findLast(
    ({ word, start }) => start <= claim.quote.start && draft.theatre.lexicon.has('rumourNouns', word),
  );

const BETWEEN_NAMES = 3;

/** "the Reds' claim", "a Red claim"; "claims BY the Reds": the side stands at the word of rumour, not anywhere before it. */
const ownsRumour = (draft: Draft, mark: ActorMark, noun: Token): boolean => {
  const before = mark.modifies && mark.end <= noun.start && noun.start - mark.end <= BETWEEN_NAMES;
  const between = textOf(draft, { start: noun.end, end: Math.max(noun.end, mark.start) });
  return before || (mark.start > noun.end && /^ by(?: the)? $/.test(between));
};

/** Who told what is called false: the side whose claim it is called, else rumour. */
const tellerOf = (draft: Draft, cue: Cue, claim: UnplacedClaim): Attribution => {
  const { theatre } = draft;
  const noun = rumourBefore(draft, cue.sentence, claim);
  const mark = inSentence(draft.mentions, cue.sentence.index).find(
    (one): one is ActorMark =>
      one.type === 'actor' && one.side !== null && noun !== undefined && ownsRumour(draft, one, noun),
  );
  const spoken = { speaker: mark?.text ?? noun?.text ?? null, role: null, sides: [mark?.side ?? 'unknown'] };
  return { ...spoken, voice: voiceOf(spoken, theatre), via: null, relayedBy: null, frame: null };
};

const saysRumour = (draft: Draft, cue: Cue, claim: UnplacedClaim): boolean =>
  rumourBefore(draft, cue.sentence, claim) !== undefined;

/** "It was not true THAT A had fallen": the claim follows the words that deny it, and is denied by who says them. */
const isToldFalse = (draft: Draft, cue: Cue, claim: UnplacedClaim): boolean => {
  if (claim.polarity !== 'affirmed' || !startsIn(claim, cue.sentence)) return false;
  const between = textOf(draft, { start: cue.at, end: Math.max(cue.at, claim.quote.start) }).toLowerCase();
  return /^\S+(?: \S+){0,3} that(?: the)? ?$/.test(between);
};

const flip = (claim: UnplacedClaim): UnplacedClaim => {
  const { id: _, ...rest } = { ...claim, polarity: 'denied' as const };
  return { id: claimId(rest), ...rest };
};

/** "Reports that A has fallen are untrue": the report's own claim, and its denial. */
const splitRumour = (draft: Draft, cue: Cue, claim: UnplacedClaim): readonly UnplacedClaim[] => {
  const by = tellerOf(draft, cue, claim);
  const modality = by.sides.includes('unknown') ? ('reported' as const) : claim.modality;
  const told = { ...claim, by, modality };
  const rumour = { ...told, id: claimId(told) };
  return [rumour, deny(draft, rumour, { ...cue, by: claim.by })];
};

/** "Rumours that our men closed the schools are baseless" denies something else; "that was a lie", "the claim of its fall" what was said before. */
const hasOwnMatter = (draft: Draft, { sentence }: Cue): boolean => {
  const { tokens } = sentence;
  const { lexicon } = draft.theatre;
  const told = tokens.some(
    ({ word }, i) =>
      lexicon.has('rumourNouns', word) &&
      lexicon.has('rumourLinks', tokens[i + 1]?.word ?? '') &&
      !lexicon.has('possessives', tokens[i + 2]?.word ?? ''),
  );
  return told || tokens.length > LONG;
};

const applyFalse = (draft: Draft, claims: readonly UnplacedClaim[], cue: Cue): readonly UnplacedClaim[] => {
  if (claims.some((claim) => isToldFalse(draft, cue, claim)))
    return claims.map((claim) => (isToldFalse(draft, cue, claim) ? flip(claim) : claim));
  const inside = claims.filter(
    (claim) => startsIn(claim, cue.sentence) && claim.quote.start < cue.at && saysRumour(draft, cue, claim),
  );
  if (inside.length > 0)
    return claims.flatMap((claim) => (inside.includes(claim) ? splitRumour(draft, cue, claim) : [claim]));
  if (claims.some((claim) => startsIn(claim, cue.sentence)) || hasOwnMatter(draft, cue)) return claims;
  return [...claims, ...targetsOf(draft, cue).map((target) => deny(draft, target, cue))];
};

const TAKINGS: readonly UnplacedClaim['kind'][] = ['capture', 'loss', 'recapture', 'surrender'];

/** "fallen" answers a taking, and no surrender of men. */
const FALLS: readonly UnplacedClaim['kind'][] = ['capture', 'loss'];

/** "No town has fallen": said by another side, it denies the towns said to have fallen before. */
const noneDenials = (draft: Draft): readonly UnplacedClaim[] =>
  draft.noneSaid.flatMap((none) => {
    const sentence = draft.sentences[none.sentence];
    const scope = none.items[0]?.scope;
    const by = frameOver(draft, none.start)?.by ?? null;
    if (sentence === undefined || by === null || !TAKINGS.includes(none.kind)) return [];
    const cue: Cue = { at: none.start, sentence, by, quote: none.clause };
    const targets = draft.claims.filter(
      (claim) =>
        claim.quote.start < none.start &&
        claim.polarity === 'affirmed' &&
        (none.kind === 'loss' ? FALLS : TAKINGS).includes(claim.kind) &&
        claim.scope === scope &&
        otherSide(claim, by),
    );
    const last = targets.filter((claim, i) => !targets.slice(i + 1).some((other) => sameSaid(claim, other)));
    return last.map((target) => deny(draft, asSaid(draft, target, none), cue));
  });

/** "fallen" denies a loss of its holder, though a taking was claimed. */
const asSaid = ({ theatre }: Draft, target: UnplacedClaim, { kind }: Predicate): UnplacedClaim =>
  kind === 'loss' && target.kind === 'capture'
    ? { ...target, kind, actor: opponentOf(target.actor, theatre), to: null }
    : target;

/** Pass: adds the denials, and the rumours that they deny. */
export const denyClaims = (draft: Draft): Draft => {
  const bare = frameCues(draft).flatMap((cue) => targetsOf(draft, cue).map((target) => deny(draft, target, cue)));
  const claims = falseCues(draft).reduce((made, cue) => applyFalse(draft, made, cue), [
    ...draft.claims,
    ...bare,
    ...noneDenials(draft),
  ] as readonly UnplacedClaim[]);
  const unique = [...new Map(claims.map((claim) => [claim.id, claim])).values()].sort(
    (a, b) => a.quote.start - b.quote.start,
  );
  const known = new Set(draft.claims.map(({ id }) => id));
  const trace = unique
    .filter(({ id }) => !known.has(id))
    .map(({ quote, kind, polarity }) => ({
      pass: 'denyClaims',
      span: { start: quote.start, end: quote.end },
      says: `${polarity} ${kind}`,
    }));
  return { ...draft, claims: unique, trace: [...draft.trace, ...trace] };
};
