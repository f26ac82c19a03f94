// Words that call false what was told: "that is a lie", "False.", "reports that A has fallen are untrue".
// Invariant: what is called false is something told; "the weather was a joke" is no denial.
import { kept } from '../../model/keep.ts';
import type { Lexicon } from '../../model/lexicon.ts';
import { isAnybody, isWhatTold, overAnybody } from '../actors/anybody.ts';
import { agentOf, type Cue, isNobodys, textOf } from '../actors/denial-cues.ts';
import { frameOver } from '../clauses/frame-over.ts';
import type { Draft, Frame, Sentence } from '../marks.ts';
import { outletVoice } from '../speakers/outlet-voice.ts';
import { inSentence, sentenceAt } from '../words/by-sentence.ts';
import { wordsIn } from '../words/lists-in.ts';
import { daredAt } from './dared-tellers.ts';
import { eventCalledFalse } from './event-called-false.ts';

/** Any of them, though it be a part of another word. */
const lieWords = kept(({ list }: Lexicon) => {
  const words = list('lieWords').map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(words.join('|'), 'u');
});

/** "What is false": a heading over what is, and no verdict itself. */
const headsList = ({ theatre: { lexicon } }: Draft, { heading, tokens }: Sentence): boolean =>
  heading && lexicon.has('whatWords', tokens[0]?.word ?? '');

/** "A CLAIM by the rebels that A had fallen turned out to be false": not they say so, whose claim it was. */
const judgeAt = (draft: Draft, sentence: Sentence, at: number): Frame | null => {
  const frame = frameOver(draft, at);
  const over = overAnybody(draft, sentence, frame);
  if (over !== frame) return over;
  const noun = frame === null ? '' : draft.report.text.slice(frame.cue.start, frame.cue.end).toLowerCase();
  const { lexicon } = draft.theatre;
  // "POSTS claiming that A has fallen are false": nor do they.
  const last = /\p{L}+$/u.exec(frame?.by.speaker?.toLowerCase() ?? '')?.[0] ?? '';
  const own =
    lexicon.has('sayingNouns', noun) || ['sayingNouns', 'apposedSayingNouns'].some((list) => lexicon.has(list, last));
  return own && !isQuotedAt(draft, at) ? null : frame;
};

const isQuotedAt = (draft: Draft, at: number): boolean =>
  draft.sentences[sentenceAt(draft, at)]?.tokens.some(({ start, quoted }) => start === at && quoted) === true;

/** "is not true", "are lies", "a fabrication": words that call what was said false. */
export const falseCues = (draft: Draft): readonly Cue[] =>
  draft.sentences.flatMap((sentence): Cue[] => {
    const text = textOf(draft, sentence).toLowerCase();
    const verdict = Math.max(...[behindColon, bareVerdict, describedLie, daredAt].map((find) => find(draft, sentence)));
    if ((verdict < 0 && !lieWords(draft.theatre.lexicon).test(text)) || headsList(draft, sentence)) return [];
    const at = Math.max(verdict, ...draft.theatre.lexicon.list('lieWords').map((word) => wordIndex(text, word)));
    if (
      at < 0 ||
      isOfRumour(draft, text.slice(at)) ||
      isNotSaid(draft, sentence, sentence.start + at) ||
      isNotCalled(draft, sentence, sentence.start + at) ||
      !isOfTold(draft, sentence, sentence.start + at) ||
      isKeptFrom(draft, sentence, sentence.start + at) ||
      inSentence(draft.frames, sentence.index).some((frame) => frame.polarity === 'denied')
    )
      return [];
    const start = sentence.start + at;
    const by = judgeAt(draft, sentence, start)?.by ?? agentOf(draft, sentence, start) ?? outletVoice(draft);
    return isNobodys(draft, by) ? [] : [{ at: start, sentence, by, quote: sentence }];
  });

/** What may follow "was denied" where it is said of something told. */
const LINKS = [
  ...['agentWords', 'clauseComplements', 'prepositions', 'conjunctions', 'subordinators', 'quotedLinks'],
  ...['verbAdverbs', 'weekdays', 'timeNouns', 'timeAdjectives', 'timeApproximators'],
];

/** "had been DENIED WATER for weeks": what somebody was not given, and nothing that was told. */
const isKeptFrom = ({ theatre: { lexicon } }: Draft, { tokens }: Sentence, from: number): boolean => {
  const denies = ({ word }: Sentence['tokens'][number]): boolean =>
    (lexicon.verbs.get(word) ?? []).some(({ lemma }) => lexicon.has('denyingVerbs', lemma));
  const first = tokens.findIndex(({ start }) => start >= from);
  const verb = [first, first + 1].find((at) => tokens[at] !== undefined && denies(tokens[at]));
  const next = verb === undefined ? undefined : tokens[verb + 1];
  // "REPORTS that A had fallen were denied outright"
  const told = tokens.slice(0, first).some(({ word }) => lexicon.has('rumourNouns', word));
  return !told && next?.type === 'word' && !LINKS.some((list) => lexicon.has(list, next.word));
};

/** "A message says that A has fallen. WRONG.": a sentence of its own; or -1. */
const bareVerdict = ({ theatre: { lexicon } }: Draft, { tokens, start, heading }: Sentence): number => {
  const words = tokens.filter(({ type }) => type === 'word');
  const last = words.at(-1);
  const bare = !heading && words.length <= BARE && last !== undefined && lexicon.has('loneVerdicts', last.word);
  // "Something WENT wrong."
  return bare && !words.slice(0, -1).some(({ word }) => lexicon.verbs.has(word)) ? last.start - start : -1;
};

/** "Claim going round that A has fallen: NO.": a verdict behind the colon of something told, from the sentence's start; or -1. */
const behindColon = ({ theatre: { lexicon } }: Draft, { tokens, start }: Sentence): number => {
  const colon = tokens.findLastIndex(({ word }) => word === ':');
  const told = tokens.slice(0, Math.max(0, colon)).some(({ word }) => lexicon.has('rumourNouns', word));
  const [first, second, third] = tokens.slice(colon + 1).filter(({ word }) => !/^["“”]$/u.test(word));
  if (!told || first === undefined) return -1;
  const two = `${first.word} ${second?.word ?? ''}`;
  const ends = (next: Sentence['tokens'][number] | undefined): boolean => next === undefined || next.type === 'mark';
  const whole =
    (lexicon.has('colonVerdicts', two) && ends(third)) || (lexicon.has('colonVerdicts', first.word) && ends(second));
  return whole ? first.start - start : -1;
};

/** Adjectives of "a pure and simple lie". */
const DESCRIBED = 5;

/** "is A SHEER LIE", "are a crude and old INVENTION": a noun for what is false behind "be" and its own adjectives; or -1. */
const describedLie = ({ theatre: { lexicon } }: Draft, { tokens, start }: Sentence): number => {
  const isLie = (at: number): boolean => {
    const from = tokens
      .slice(Math.max(0, at - DESCRIBED), at)
      .findLastIndex(({ word }) => lexicon.has('determiners', word) && !lexicon.has('negations', word));
    return from >= 0 && lexicon.has('be', tokens[Math.max(0, at - DESCRIBED) + from - 1]?.word ?? '');
  };
  const at = wordsIn(tokens, 'lieHeads', lexicon).find(isLie);
  return at === undefined ? -1 : (tokens[at]?.start ?? start) - start;
};

/** "The rebels do NOT claim OTHERWISE": nobody says that it is not so. */
const isNotSaid = ({ theatre: { lexicon } }: Draft, { tokens }: Sentence, start: number): boolean => {
  const at = tokens.findIndex((token) => token.start === start);
  const near = tokens.slice(Math.max(0, at - NOT), at);
  return (
    lexicon.has('oppositeWords', tokens[at]?.word ?? '') && near.some(({ word }) => lexicon.has('negations', word))
  );
};

/** "DID NOT CALL them false", "I CAN'T TELL you they are wrong": who will not say so has called nothing false. */
const isNotCalled = ({ theatre: { lexicon } }: Draft, { tokens }: Sentence, start: number): boolean => {
  const at = tokens.findIndex((token) => token.start >= start);
  const comma = tokens.findLastIndex(({ type, word }, i) => i < at && type === 'mark' && !/^['’]/u.test(word));
  const calls = (word: string): boolean =>
    (lexicon.verbs.get(word) ?? []).some(
      ({ base, lemma }) => base === word && CALLING.some((list) => lexicon.has(list, lemma)),
    );
  const verb = tokens.findLastIndex(({ word }, i) => i > comma && i < at && calls(word));
  return (
    verb > 0 && tokens.slice(Math.max(comma + 1, verb - NOT), verb).some(({ word }) => lexicon.has('negations', word))
  );
};

const CALLING = ['labelVerbs', 'reportingVerbs'] as const;

/** Words of "not claim". */
const NOT = 4;

/** Words before a word for what is false, where nothing else is said to be it: "False.", "Completely untrue." */
const BARE = 2;

/** So many words stand at most between "no truth" and the word of rumour that it is said of. */
const BEHIND = 6;

/** "FALSE ALARMS are common": a bare verdict before a noun of its own. */
const isOfNoun = ({ theatre: { lexicon } }: Draft, { tokens }: Sentence, from: number): boolean => {
  const at = tokens.findIndex(({ start }) => start >= from);
  const next = tokens[at + 1];
  const links = ['prepositions', 'conjunctions', 'subordinators', 'claimedNouns', 'rumourNouns'];
  return (
    lexicon.has('bareVerdicts', tokens[at]?.word ?? '') &&
    next?.type === 'word' &&
    !links.some((list) => lexicon.has(list, next.word))
  );
};

/** "the claim was false", "that is a lie", "False."; "the weather was a joke" calls nothing false that was told. */
const isOfTold = (draft: Draft, sentence: Sentence, at: number): boolean => {
  const { lexicon } = draft.theatre;
  const frame = frameOver(draft, at);
  const from = frame !== null && frame.sentence === sentence.index && frame.end <= at ? frame.end : sentence.start;
  const before = sentence.tokens.filter(({ type, start }) => type === 'word' && start >= from && start < at);
  // "FALSE ALARMS are common": a word that belongs to a noun judges nothing.
  if (before.length === 0 && isOfNoun(draft, sentence, at)) return false;
  return (
    before.length <= BARE ||
    before.some(({ word }) => ['toldThings', 'rumourNouns'].some((list) => lexicon.has(list, word))) ||
    sentence.tokens.some(
      ({ start }, i) => start < at && (isAnybody(draft, sentence, i) || isWhatTold(draft, sentence, i)),
    ) ||
    isOfClaims(draft, sentence, at) ||
    eventCalledFalse(draft, sentence, at) !== null
  );
};

/** "no truth IN REPORTS that A has fallen". */
const isOfClaims = (draft: Draft, { tokens }: Sentence, at: number): boolean => {
  const { lexicon } = draft.theatre;
  const behind = tokens.filter(({ start }) => start > at).slice(0, BEHIND);
  return behind.some(
    ({ word }, i) =>
      (lexicon.has('rumourNouns', word) && lexicon.has('rumourLinks', behind[i + 1]?.word ?? '')) ||
      // "no truth in WHAT THE REBELS SAID about A"
      (lexicon.has('whatWords', word) && behind.slice(i).some((one) => lexicon.has('spreadForms', one.word))),
  );
};

/** Words of "rumours were going round that". */
const SPREAD = 5;

/** "rumours that A", "a rumour of A" tell of A; "that is a rumour" calls it false. */
const isOfRumour = (draft: Draft, from: string): boolean => {
  const [word = '', next = ''] = from.split(/[^\p{L}']+/u);
  const { lexicon } = draft.theatre;
  // "rumours SPREAD THAT A", "rumours going round THAT A".
  const near = (/^[\p{L}' ]+/u.exec(from)?.[0] ?? '').split(' ').slice(1, SPREAD);
  if (lexicon.has('doubtNouns', word) && near.includes(lexicon.list('rumourLinks')[0] ?? '')) return true;
  return lexicon.has('rumourNouns', word) && (lexicon.has('rumourLinks', next) || lexicon.has('rumourSources', next));
};

/** Where the last word of a phrase stands in a text, or -1: "called the claim a LIE". */
const wordIndex = (text: string, word: string): number => {
  const at = text.indexOf(word);
  const free = at >= 0 && !/\p{L}/u.test(text[at - 1] ?? ' ') && !/\p{L}/u.test(text[at + word.length] ?? ' ');
  return free ? at + word.lastIndexOf(' ') + 1 : -1;
};
