// Words that deny or call false what was said before: a denying frame over no claim of its own ("rejected the claim"),
// and a word for what is false said of something told ("that is a lie", "False.").
// Invariant: what is called false is something told; "the weather was a joke" is no denial.

import type { Attribution, UnplacedClaim } from '../../model/claim.ts';
import { covers, overlaps, type Span } from '../../model/text.ts';
import type { Draft, Frame, Mention, Sentence, Token } from '../marks.ts';
import { sidesOfSpeaker } from '../speakers/speaker-sides.ts';
import { voiceOf } from '../speakers/voice.ts';
import { inSentence } from '../words/by-sentence.ts';
import { isGenitive } from '../words/genitives.ts';
import { beginningsIn } from '../words/lists-in.ts';
import { isOfCharge } from './of-charge.ts';
import { isOfNamedCharge, isOfOtherThing } from './other-denied.ts';

/** "that", a subject, a verb, and more. */
const OWN_CLAUSE = 5;
/** Where something is denied, by whom, and in which words. */
export interface Cue {
  readonly at: number;
  readonly sentence: Sentence;
  readonly by: Attribution;
  readonly quote: Span;
}

export const textOf = (draft: Draft, { start, end }: Span): string => draft.report.text.slice(start, end);

export const tokensIn = ({ tokens }: Sentence, { start, end }: Span): Sentence['tokens'] =>
  tokens.filter((token) => token.start >= start && token.end <= end);

/** "was dismissed by officials in B": a place in who speaks is not what he speaks of. */
export const isOfSpeaker = (draft: Draft, mark: Mention): boolean =>
  inSentence(draft.frames, mark.sentence).some(({ speaker }) => speaker !== null && covers(speaker, mark));

const SAYS_FALSE = ['denyingVerbs', 'labelVerbs', 'brushingVerbs', 'scornVerbs', 'mockingVerbs'] as const;

/** "denied", "called a lie"; who "did not respond" or "did not say" denies nothing. */
const saysFalse = (draft: Draft, frame: Frame, sentence: Sentence): boolean => {
  const { lexicon } = draft.theatre;
  return tokensIn(sentence, frame).some(({ word }) =>
    (lexicon.verbs.get(word) ?? []).some(({ lemma }) => SAYS_FALSE.some((list) => lexicon.has(list, lemma))),
  );
};

/** "denied THE GOVERNMENT HAD ceded any territory": a side, by its name, that does what follows. */
const isOfAnotherDeed = (
  { mentions, theatre: { lexicon } }: Draft,
  { index, tokens }: Sentence,
  first?: Token,
): boolean => {
  const side = inSentence(mentions, index).find(
    (one) => one.type === 'actor' && !one.pronoun && !one.modifies && first !== undefined && one.end > first.start,
  );
  const at = tokens.findIndex(({ start }) => start === first?.start);
  const near = side !== undefined && at >= 0 && side.from - at <= 1;
  return near && ['have', 'be', 'modals'].some((list) => lexicon.has(list, tokens[side.to]?.word ?? ''));
};

/** "denied that its men had looted homes" denies that, and nothing said before; "denied that it had" does not say what. */
const hasOwnClause = (draft: Draft, frame: Frame, sentence: Sentence): boolean => {
  const [content] = frame.content.filter(({ start }) => start >= frame.end);
  const words = content === undefined ? [] : tokensIn(sentence, content);
  // "denied REPORTS that the rebels had entered": the clause is theirs.
  const told = draft.theatre.lexicon.has('rumourNouns', words[0]?.word ?? '') ? 1 : 0;
  const first = words[told];
  // "rejected THIS and said that A": the pronoun is all that it denies.
  const next = words[told + 1]?.word ?? '';
  if (['conjunctions', 'prepositions'].some((list) => draft.theatre.lexicon.has(list, next))) return false;
  if (beginningsIn(words, 'changesOfHands', draft.theatre.lexicon).length > 0) return false;
  if (isOfAnotherDeed(draft, sentence, first)) return true;
  const gerund = (draft.theatre.lexicon.verbs.get(first?.word ?? '') ?? []).some(({ ing }) => ing === first?.word);
  return gerund || (draft.theatre.lexicon.has('clauseStarts', first?.word ?? '') && words.length > OWN_CLAUSE);
};

/** Words in which the object of a denying verb says what it is. */
const OBJECT = 6;

/** "denied it", "rejects all such claims", "denied the loss": an object that is told, or nothing; "denies backing the rebels", "rejected the offer" are of other things. */
const isOfTelling = (draft: Draft, frame: Frame, sentence: Sentence): boolean => {
  const { lexicon } = draft.theatre;
  const { tokens } = sentence;
  const from = tokens.findIndex(({ start }) => start >= frame.end);
  const behind = from < 0 ? [] : tokens.slice(from, from + OBJECT);
  // "rejected the Reds' claim": the mark of a possessor ends nothing.
  const end = behind.findIndex(({ type }, at) => type === 'mark' && !isGenitive(sentence, from + at));
  const object = end < 0 ? behind : behind.slice(0, end);
  const [first, last] = [object[0], object.at(-1)];
  if (first === undefined || last === undefined) return true;
  if (pointsBackward(draft, frame, sentence)) return true;
  const place = draft.mentions.some(
    ({ type, start }) => (type === 'place' || type === 'scope') && start >= first.start && start < last.end,
  );
  const speaker = tokensIn(sentence, frame).some(({ word }) =>
    (lexicon.verbs.get(word) ?? []).some(({ lemma }) => lexicon.has('contradictingVerbs', lemma)),
  );
  return place || speaker || object.some(({ word }) => TOLD.some((list) => lexicon.has(list, word)));
};

/** "…, A CLAIM X called a joke", "…, WHICH X called a lie", "…, SOMETHING X calls absurd": what X speaks of stands before him. */
const pointsBackward = (draft: Draft, frame: Frame, { tokens }: Sentence): boolean => {
  const { lexicon } = draft.theatre;
  const at = tokens.findIndex(({ start }) => start >= frame.start);
  const before = tokens[at - 1]?.word ?? '';
  // "…, a CLAIM dismissed by X as a lie"
  const own = before === ',' ? (tokens[at + 1]?.word ?? '') : '';
  if ([before, own].some((word) => RUMOURS.some((list) => lexicon.has(list, word)))) return true;
  // "asked for its taxes, which X called absurd": nobody has told anything that he could deny.
  const told = inSentence(draft.frames, frame.sentence).some(({ start }) => start < frame.start);
  return told && POINTING.some((list) => lexicon.has(list, before));
};

export const RUMOURS = ['rumourNouns', 'confirmedNouns'];
const POINTING = ['whichWords', 'vagueObjects'];
const TOLD = ['toldThings', 'rumourNouns', 'sayingNouns'];

/** "denied any INVOLVEMENT in the fighting": whose deed it was, and not that it happened. */
const isOfPart = ({ theatre }: Draft, frame: Frame, { tokens }: Sentence): boolean => {
  const from = tokens.findIndex(({ start }) => start >= frame.end);
  return from >= 0 && tokens.slice(from, from + PART).some(({ word }) => theatre.lexicon.has('denialTopics', word));
};

/** Words of "any direct involvement". */
const PART = 4;

/** "disputes THAT FIGURE", "a NUMBER that X disputes": a count is denied, and no claim. */
const isOfFigure = ({ theatre: { lexicon } }: Draft, { start, end }: Frame, { tokens }: Sentence): boolean => {
  const [article, noun] = tokens.filter((token) => token.start >= end);
  if (lexicon.has('determiners', article?.word ?? '') && lexicon.has('figureNouns', noun?.word ?? '')) return true;
  const from = tokens.findIndex((token) => token.start >= start);
  // "A FIGURE of 600 WAS DENIED by the army": it opens what is said of it.
  const [first, second] = tokens.slice(from);
  if (lexicon.has('determiners', first?.word ?? '') && lexicon.has('figureNouns', second?.word ?? '')) return true;
  const comma = tokens.findLastIndex(({ word }, at) => word === ',' && at <= from);
  return comma >= 0 && from - comma <= 4 && lexicon.has('figureNouns', tokens[comma + 2]?.word ?? '');
};

/** What the frame's own words hold; "rejected the reports, SAYING its men were in A" says something more. */
const isContentOf = (frame: Frame, { quote, by }: UnplacedClaim): boolean =>
  frame.content.some((span) => overlaps(quote, span)) &&
  !(by.frame !== null && by.frame.start >= frame.end && by.speaker === frame.by.speaker);

/** "denied it", "rejected the claim": a denying frame over no claim of its own. */
const OWN_MATTER = 5;

/** "They say that 43 people were killed; the rebels call that a lie": what is denied is told right before it, and is no claim. */
const isOfOther = ({ claims }: Draft, { start }: Frame, sentence: Sentence): boolean => {
  const semicolon = sentence.tokens.findLast((token) => token.word === ';' && token.end <= start);
  const before = sentence.tokens.filter(({ type, end }) => type === 'word' && end <= (semicolon?.start ?? 0));
  const told = claims.some(({ quote }) => sentence.start <= quote.start && quote.start < start);
  return semicolon !== undefined && before.length >= OWN_MATTER && !told;
};

/** "NOBODY there has said otherwise", "UNLESS the mayor says otherwise". */
export const isNobodys = ({ theatre: { lexicon } }: Draft, { speaker }: Attribution): boolean => {
  const [first = ''] = (speaker ?? '').toLowerCase().split(' ');
  return lexicon.has('nobodyWords', first) || lexicon.has('ifWords', first);
};

/** "denied reports THAT IT HAD LEFT A SECOND TOWN": what is denied is another deed, of a place that nobody names. */
const isOfUnnamed = ({ drops }: Draft, { sentence, cue }: Frame): boolean =>
  drops.some((drop) => drop.sentence === sentence && drop.unnamed !== null && drop.unnamed >= cue.end);

export const frameCues = (draft: Draft): readonly Cue[] =>
  draft.frames.flatMap((frame): Cue[] => {
    const sentence = draft.sentences[frame.sentence];
    if (frame.polarity !== 'denied' || sentence === undefined) return [];
    if (!saysFalse(draft, frame, sentence) || hasOwnClause(draft, frame, sentence)) return [];
    if (!isOfTelling(draft, frame, sentence) || isOfOtherThing(draft, tokensIn(sentence, frame))) return [];
    if (isOfUnnamed(draft, frame) || isNobodys(draft, frame.by)) return [];
    if (isOfPart(draft, frame, sentence) || isOfCharge(draft, frame, tokensIn(sentence, frame))) return [];
    if (isOfFigure(draft, frame, sentence) || isOfNamedCharge(draft, frame, sentence.tokens)) return [];
    // "dismissed reports that A had fallen, calling them rumours": one denial, said twice.
    const twice = inSentence(draft.frames, frame.sentence).some(
      (other) => other.polarity === 'denied' && other.start < frame.start && other.by.speaker === frame.by.speaker,
    );
    if (twice) return [];
    if (draft.claims.some((claim) => isContentOf(frame, claim)) || isOfOther(draft, frame, sentence)) return [];
    const end = Math.max(
      frame.end,
      ...frame.content.filter(({ start }) => start >= frame.end).map((content) => content.end),
    );
    const last = sentence.tokens.every(({ type, start }) => start < end || type === 'mark');
    const quote = { start: frame.start, end: last ? sentence.end : end };
    return [{ at: frame.start, sentence, by: frame.by, quote }];
  });

/** So far behind "was rejected" may stand who did it. */
const AGENT = 3;

/** "was rejected", "was later confirmed", "a claim confirmed": who did it may follow. */
const isPassive = ({ theatre: { lexicon } }: Draft, tokens: Sentence['tokens'], verb: number): boolean => {
  let at = verb - 1;
  while (lexicon.has('verbAdverbs', tokens[at]?.word ?? '')) at--;
  const word = tokens[at]?.word ?? '';
  return lexicon.has('be', word) || lexicon.has('confirmedNouns', word) || lexicon.has('claimNouns', word);
};

/** "The claim was rejected BY THE MAYOR"; by nobody who is named where no such words follow; null for another than a passive. */
export const agentOf = (draft: Draft, { tokens }: Sentence, at: number): Attribution | null => {
  const { theatre } = draft;
  const verb = tokens.findIndex(({ start }) => start === at);
  if (!theatre.lexicon.verbs.has(tokens[verb]?.word ?? '') || !isPassive(draft, tokens, verb)) return null;
  const link = tokens.findIndex(({ word }, i) => i > verb && i <= verb + AGENT && theatre.lexicon.has('byWords', word));
  const first = tokens[link + 1];
  const dated = draft.dates.find(({ start }) => first !== undefined && start > first.start);
  const end = tokens.findIndex(
    // "dismissed by the mayor AS rumour": what it was called is no part of who spoke.
    ({ type, start, word }, i) =>
      i > link && (type === 'mark' || start === dated?.start || theatre.lexicon.has('quotedLinks', word)),
  );
  const last = tokens[(end < 0 ? tokens.length : end) - 1];
  const named = link >= 0 && first !== undefined && last !== undefined && first.start < last.end;
  const speaker = named ? textOf(draft, { start: first.start, end: last.end }) : null;
  const told = speaker === null ? null : sidesOfSpeaker(speaker, theatre, draft.report.published.latest);
  const spoken = { speaker, role: told?.role ?? null, sides: told?.sides ?? (['unknown'] as const) };
  return { ...spoken, voice: voiceOf(spoken, theatre), via: null, relayedBy: null, frame: null };
};
