// What a noun says: "the rebels' claim that A", "claims by residents that A", "rumours that A", "video posted by X showing A".
// Invariant: where a verb denies or weighs the claim ("rejected reports that A"), the frame is that verb's, not the noun's.

import type { Parse } from '../clauses/parse.ts';
import { isPossessive } from '../clauses/word-class.ts';
import {
  beginningsOf,
  isIn,
  isInAny,
  phraseLength,
  type SentenceView,
  startOfPhrase,
  wordAt,
} from '../words/view-sentence.ts';
import { claimedState, makerAfter } from './claims-to-hold.ts';
import { footageFrame } from './find-footage.ts';
import { isUnverified } from './left-open.ts';
import type { RawFrame } from './name-speakers.ts';
import { pastOnceMore } from './once-more.ts';
import { contentEnd, sharedFrom, spanOf } from './said-content.ts';
import { reportingVerbs } from './saying-verbs.ts';
import { sourceBefore } from './source-before.ts';
import type { Bounds } from './source-scan.ts';
import { isNounStart, isVerbOfMany, isVerbOfOne } from './source-words.ts';

/** Back over "the rebels'", "a", to who makes the claim: a possessor, or nobody. */
const possessorOf = (view: SentenceView, noun: number): Bounds | null => {
  for (let at = noun - 1; at >= Math.max(0, noun - 3); at--)
    if (isPossessive(view, at)) {
      const from = startOfPhrase(view, at - 1);
      return from < at ? { from, to: at } : null;
    }
  return null;
};

/** "denied reports that A", "the reports that A are lies": somebody weighs the claim. */
const isWeighed = (parse: Parse, noun: number): boolean => {
  const { view } = parse;
  const governed = reportingVerbs(parse).some(({ to }) => to <= noun && noun - pastOnceMore(view, to) <= 3);
  const after = view.tokens
    .slice(noun + 1)
    .some(
      ({ word }, i) =>
        ['lieNouns', 'lieWords', 'denyingNouns'].some((list) => view.lexicon.has(list, word)) ||
        phraseLength(view, 'lieWords', noun + 1 + i) > 1,
    );
  return governed || after;
};

/** "rejected the army's claim that A": the claim is still the army's, and is denied (judgement call 6). */
const isDeniedBefore = (parse: Parse, noun: number): boolean =>
  reportingVerbs(parse).some(
    ({ to, lemmas }) =>
      to <= noun &&
      noun - pastOnceMore(parse.view, to) <= 4 &&
      lemmas.some((lemma) => parse.view.lexicon.has('denyingVerbs', lemma)),
  );

/** "said in its Aug. 7 report that", "told the Post BY TEXT MESSAGE that": the paper in which somebody is said to say it. */
const isMediumOf = (parse: Parse, noun: number): boolean => {
  const { view, verbAt } = parse;
  const link = view.tokens.findLastIndex(
    (_, at) => at < noun && at >= noun - MEDIUM && (verbAt[at] !== undefined || isIn(view, 'tailPrepositions', at)),
  );
  return (
    isIn(view, 'tailPrepositions', link) &&
    reportingVerbs(parse).some(
      ({ to }) =>
        to <= link &&
        link - to <= TOLD &&
        view.tokens.slice(to, noun).every(({ word }) => word !== ',') &&
        isTold(parse, to, link),
    )
  );
};

/** Nothing, or who is told: "told THE POST by text message". */
const isTold = ({ verbAt, view }: Parse, from: number, link: number): boolean =>
  view.tokens
    .slice(from, link)
    .every((_, i) => verbAt[from + i] === undefined && !isIn(view, 'clauseComplements', from + i));

/** "in its latest monthly Aug. 7". */
const MEDIUM = 7;

/** "the Associated Press on Monday". */
const TOLD = 7;

/** How long a clause between two commas may be. */
const ASIDE = 10;

/** "reports, WHICH COULD NOT BE CONFIRMED, that A": the comma that closes what is said of them; -1 where nothing is. */
const asideEnd = ({ view }: Parse, noun: number): number => {
  if (wordAt(view, noun + 1) !== ',' || !isIn(view, 'clauseRelatives', noun + 2)) return -1;
  return view.tokens.findIndex(({ word }, at) => at > noun + 2 && at <= noun + ASIDE && word === ',');
};

/** "cast DOUBT ON reports that A", "QUESTIONED reports that A". */
const isDoubted = ({ view }: Parse, noun: number): boolean =>
  [1, 2, 3, 4].some((back) => {
    const length = phraseLength(view, 'doubtCasters', noun - back);
    return length > 0 && noun - back + length >= noun - 1;
  });

/** It says that nobody knows: in the aside, or in the sentence's last verb ("reports that A COULD NOT BE VERIFIED"). */
const isUnsure = (parse: Parse, noun: number): boolean => {
  const { tokens, lexicon } = parse.view;
  const told = tokens.slice(noun + 2, Math.max(noun + 2, asideEnd(parse, noun)));
  const has = (list: string): boolean => told.some(({ word }) => lexicon.has(list, word));
  if (((has('negations') || has('modals')) && has('verifiedForms')) || isDoubted(parse, noun)) return true;
  return isIn(parse.view, 'rumourSources', noun) && isUnverified(parse, noun);
};

/** "another story, THAT A had fallen, is false": told between two commas. */
const isApposed = (view: SentenceView, noun: number): boolean =>
  wordAt(view, noun + 1) === ',' && wordAt(view, noun + 2) === 'that';

/** A message of any kind; "a post that the army left" may be a soldiers' post, unless its "that" is set off. */
const isSayingNoun = (view: SentenceView, noun: number): boolean =>
  isIn(view, 'sayingNouns', noun) || (isIn(view, 'apposedSayingNouns', noun) && isApposed(view, noun));

/** "a claim going round that", "reports on social media that": a few words may stand between. */
const thatBehind = (parse: Parse, noun: number): number => {
  const { view, verbAt } = parse;
  const aside = asideEnd(parse, noun);
  if (isApposed(view, noun)) return noun + 2;
  if (aside > 0 && wordAt(view, aside + 1) === 'that') return aside + 1;
  for (let at = noun + 1; at <= noun + 4; at++) {
    if (wordAt(view, at) === 'that') return at;
    const verb = verbAt[at];
    if (/^[,.;:]$/.test(wordAt(view, at)) || (verb !== undefined && !verb.forms.includes('ing'))) break;
  }
  return noun + 1;
};

/** "there have been reports of A": what is rumoured to be there is told from "there" on. */
const existsFrom = (view: SentenceView, noun: number, that: number): number => {
  const at = [1, 2, 3, 4].map((back) => noun - back).find((one) => isIn(view, 'thereWords', one));
  return at ?? that;
};

/** "a League report that A": the party before the noun owns it. */
const ownedFrom = (view: SentenceView, from: number): number => {
  const mark = view.markAt[from - 1];
  if (mark?.type !== 'actor') return from;
  return isIn(view, 'determiners', mark.from - 1) ? mark.from - 1 : mark.from;
};

/** "the rebels' claim TO HAVE TAKEN A": what they claim to have done. */
const isDoneInfinitive = ({ view, verbAt }: Parse, at: number): boolean => {
  const verb = verbAt[at];
  return verb?.infinitive === true && verb.from === at && isIn(view, 'have', at + 1);
};

/** "THE REBELS repeated their claim to have taken A": the side before the pronoun. */
const claimantBefore = (view: SentenceView, noun: number): Bounds | null => {
  const mark = view.markAt.slice(0, noun).findLast((one) => one?.type === 'actor' && !one.pronoun);
  return mark === undefined ? null : { from: mark.from, to: mark.to };
};

/** Words of "a very clear". */
const VOICED = 4;

/** "THE CANDIDATE stirred anger WITH AN ASSERTION that A": whoever comes with it makes it; a rumour goes about by itself. */
const carrierOf = (parse: Parse, from: number, noun: number): Bounds | null => {
  const { view, verbs } = parse;
  const last = verbs.findLast((one) => one.to <= noun && !one.gerund && !one.infinitive && !one.passive);
  // "ISSUED a warning that A", "has VOICED hope that A"
  const voiced =
    last !== undefined &&
    noun - last.to <= VOICED &&
    last.lemmas.some((one) => view.lexicon.has('voicingStances', one));
  const carried = voiced || (isIn(view, 'absoluteLinks', from - 1) && isIn(view, 'indefiniteArticles', from));
  if (!carried || last === undefined || isInAny(view, ['rumourSources', 'doubtNouns'], noun)) return null;
  const verb = sharedFrom(parse, last) < 0 ? last : verbs.find((one) => !one.gerund && !one.infinitive);
  const source = verb === undefined ? null : sourceBefore(parse, verb.from);
  return source !== null && source.from < source.to ? source : null;
};

/** "DESPITE claims that A had fallen, the army held it": what only sets the scene ends with its comma; -1 elsewhere. */
const sceneEnd = ({ view, verbs, verbAt }: Parse, from: number, that: number): number => {
  // "FOLLOWING reports of A, but before B, …"
  const opens =
    (from <= SCENE && isInAny(view, ['prepositions', 'participlePrepositions'], from - 1)) ||
    // "DENYING Hale's claim that A, an official told us that B"
    (from <= OPENED && verbAt[0]?.bare === true && verbAt[0].forms.includes('ing'));
  const comma = opens ? view.tokens.findIndex(({ word, quoted }, at) => at > that && word === ',' && !quoted) : -1;
  const starts = isNounStart(view, comma + 1) || isIn(view, 'strongContrast', comma + 1);
  return comma > 0 && starts && verbs.some((verb) => verb.from > comma) ? comma : -1;
};

/** "Denying the defence minister's". */
const OPENED = 5;

/** "And despite". */
const SCENE = 3;

const claimAt = (parse: Parse, noun: number): RawFrame | null => {
  const { view } = parse;
  if (!isSayingNoun(view, noun) || view.markAt[noun]?.type === 'place' || isMediumOf(parse, noun)) return null;
  if (isVerbOfMany(view, noun) || isVerbOfOne(view, noun)) return null;
  // "embraced the idea, WARNING that A": it is what they do.
  if (/ing$/u.test(wordAt(view, noun)) && wordAt(view, noun - 1) === ',') return null;
  const maker = possessorOf(view, noun) ?? makerAfter(parse, noun);
  const that = maker !== null && maker.from > noun ? thatBehind(parse, maker.to - 1) : thatBehind(parse, noun);
  const rumoured = maker === null && isIn(view, 'rumourSources', noun) && isIn(view, 'partLinks', that);
  const own =
    maker !== null && isDeniedBefore(parse, noun) && !parse.verbs.some(({ from }) => from >= maker.to && from < noun);
  const done = isDoneInfinitive(parse, that) || claimedState(parse, noun) === that;
  if (!(wordAt(view, that) === 'that' || rumoured || done) || (isWeighed(parse, noun) && !own)) return null;
  if (!done && isRelativeThat(parse, that)) return null;
  const theirs = isIn(view, 'possessives', startOfPhrase(view, noun));
  const opens = ownedFrom(view, startOfPhrase(view, noun));
  // "concerned ABOUT UN reports that A"
  const phrase = { from: isIn(view, 'prepositions', opens) ? opens + 1 : opens, to: noun + 1 };
  const source = maker ?? (theirs ? claimantBefore(view, noun) : (carrierOf(parse, phrase.from, noun) ?? phrase));
  // "an official claim to have taken A": what nobody owns is nobody's.
  const owned = view.markAt.slice(phrase.from, noun).some((mark) => mark?.type === 'actor');
  if (source === null || (done && maker === null && !theirs && !owned)) return null;
  const speaker = spanOf(view, source.from, source.to);
  const end = sceneEnd(parse, phrase.from, that);
  const said = spanOf(view, rumoured ? existsFrom(view, noun, that) : that, end > 0 ? end : contentEnd(parse, that));
  const cue = spanOf(view, noun, noun + 1);
  if (speaker === null || said === null || cue === null) return null;
  return {
    ...{
      start: Math.min(speaker.start, cue.start),
      end: Math.max(speaker.end, cue.end),
      cue,
      sentence: view.sentence.index,
    },
    ...{ speaker, content: [said], told: null, polarity: 'affirmed' },
    modality: isIn(view, 'doubtNouns', noun) || isUnsure(parse, noun) ? 'reported' : null,
  };
};

/** "reports that said", "a claim that was made": the verb right behind has "that" for its subject. */
const isRelativeThat = ({ view, verbAt }: Parse, that: number): boolean => {
  let at = that + 1;
  while (isIn(view, 'verbAdverbs', at)) at++;
  return verbAt[at] !== undefined;
};

/** Frames by nouns, in the order of the sentence. */
export const findClaimNouns = (parse: Parse): readonly RawFrame[] =>
  beginningsOf(parse.view, ['sayingNouns', 'apposedSayingNouns', 'footageNouns']).flatMap((at) => {
    const frame = isVerbHere(parse, at) ? null : (claimAt(parse, at) ?? footageFrame(parse, at));
    return frame === null ? [] : [frame];
  });

/** "the Taliban CLAIM that A" is a verb, unless another behind "that A" is the sentence's own ("… could not be verified"). */
const isVerbHere = (parse: Parse, at: number): boolean => {
  const verb = reportingVerbs(parse).find(({ from }) => from === at);
  // "those WHO CLAIM that A has fallen"
  const { view } = parse;
  if (isIn(view, 'relatives', at - 1) && !isIn(view, 'owningRelatives', at - 1)) return true;
  const that = verb !== undefined && wordAt(view, verb.to) === 'that';
  return that && parse.verbs.filter(({ from, gerund, infinitive }) => from > at && !gerund && !infinitive).length === 1;
};
