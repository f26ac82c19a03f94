// A report that corrects or withdraws what its outlet said before: the sentence, and what it is about.
// Invariant: it only marks; whether an earlier claim is met, and its retraction, is the ledger's business.
import type { UnplacedClaim } from '../model/claim.ts';
import { claimId } from '../model/claim.ts';
import type { Lexicon } from '../model/lexicon.ts';
import type { Correction } from '../model/report.ts';
import { quoteOf } from '../model/text.ts';
import type { When } from '../model/time.ts';
import { confidenceIn } from './claims/confidence.ts';
import { toldDay } from './dates/day-of-telling.ts';
import type { DateMark, Draft, Frame, Pass, PlaceMark, Sentence } from './marks.ts';
import { findPhrases, hasPhrase } from './mentions/find-phrases.ts';
import { outletVoice } from './speakers/outlet-voice.ts';
import { inSentence, sentenceAt } from './words/by-sentence.ts';

/** "KABUL, July 3 (Wire 7) - Correction: …": a place and a day before the dash are where and when it was written. */
const isOfDateline = ({ report, sentences }: Draft, { sentence, start, end }: DateMark | PlaceMark): boolean => {
  const from = sentences[sentence]?.start ?? start;
  const dash =
    /^[^\p{Ll}\n]{2}[^\n]{0,60}?(?:\s[-–—]\s|\)\s?[-–—:]?\s)/u.exec(report.text.slice(from))?.[0].length ?? 0;
  return end <= from + dash;
};

/** The place that something is said of; else the first that does not only locate. */
const placeOf = (sentence: Sentence, draft: Draft): Pick<PlaceMark, 'text' | 'candidates'> | null => {
  const said = inSentence(draft.predicates, sentence.index).flatMap(({ places }) => places)[0];
  if (said !== undefined) return said.mention;
  const named = inSentence(draft.mentions, sentence.index).filter(
    (mark): mark is PlaceMark => mark.type === 'place' && !isOfDateline(draft, mark),
  );
  return named.find(({ locates }) => !locates) ?? named[0] ?? null;
};

/** The first place, kind and day that the sentence speaks of. */
const subjectOf = (sentence: Sentence, draft: Draft): Correction['of'] => {
  const place = placeOf(sentence, draft);
  if (place === null) return null;
  const [only, ...others] = place.candidates;
  return {
    place: only !== undefined && others.length === 0 ? only : place.text,
    kind: draft.predicates.find((predicate) => predicate.sentence === sentence.index)?.kind ?? null,
    date: inSentence(draft.dates, sentence.index).find((date) => !isOfDateline(draft, date))?.when.latest ?? null,
  };
};

const textOf = ({ report }: Draft, { start, end }: Sentence): string => report.text.slice(start, end);

/** "It should have said 1.2", "an item wrongly reported": said of a paper, not of a party ("the Reds should have said"). */
const correctsPaper = (sentence: Sentence, draft: Draft): boolean => {
  const { lexicon } = draft.theatre;
  const [found] = findPhrases(textOf(draft, sentence), lexicon.list('documentCorrections'));
  if (found === undefined || inSentence(draft.frames, sentence.index).some((frame) => isOthers(frame, draft)))
    return false;
  const before = sentence.tokens.filter(({ start }) => start < sentence.start + found.end);
  return before.some(({ word }) => lexicon.has('correctedDocuments', word));
};

/** Somebody other than the paper is named who says it. */
const isOthers = ({ by, cue, speaker }: Frame, { report, theatre }: Draft): boolean => {
  const words = speaker === null ? '' : report.text.slice(speaker.start, speaker.end);
  return cue.end > cue.start && !by.sides.includes('unknown') && !isPaper(words, theatre.lexicon);
};

const isPaper = (words: string, lexicon: Lexicon): boolean =>
  words
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => lexicon.has('correctedDocuments', word));

/** "It has not: …", "That was premature."; "they did not TAKE PRISONERS" takes nothing back. */
const opensDenial = ({ tokens }: Sentence, lexicon: Lexicon): boolean =>
  lexicon.list('takenBackEchoes').some((phrase) => {
    const words = phrase.split(' ');
    const open = lexicon.has('negations', words.at(-1) ?? '') && tokens[words.length]?.type === 'word';
    return !open && words.every((word, at) => tokens[at]?.word === word);
  });

/** "We reported that A had fallen. That was wrong.": the sentence before is the paper's own. */
const takesBack = (sentence: Sentence, draft: Draft): boolean => {
  const { lexicon } = draft.theatre;
  const before = draft.sentences[sentence.index - 1];
  if (before === undefined) return false;
  if (hasPhrase(textOf(draft, before), lexicon.list('ownSayings')) && opensDenial(sentence, lexicon)) return true;
  if (!hasPhrase(textOf(draft, sentence), lexicon.list('correctionDenials'))) return false;
  const own = before.tokens.some(({ word }, at) => lexicon.has('ownPapers', word) && at < OPENING);
  return own && sentence.tokens.length <= SHORT;
};

/** The paper names itself at the beginning; what takes back is short. */
const OPENING = 6;
const SHORT = 10;

/** "An earlier post said that A had fallen": a page that quotes itself takes back what it said. */
const quotesItself = (sentence: Sentence, { frames, report, theatre }: Draft): boolean =>
  inSentence(frames, sentence.index).some(
    ({ speaker }) => speaker !== null && isEarlier(report.text.slice(speaker.start, speaker.end), theatre.lexicon),
  );

/** "An earlier entry", "a previous version". */
const isEarlier = (words: string, lexicon: Lexicon): boolean => {
  const [article = '', earlier = '', paper = ''] = words.toLowerCase().split(/[^\p{L}]+/u);
  return (
    lexicon.has('indefiniteArticles', article) &&
    lexicon.has('earlierWords', earlier) &&
    lexicon.has('pagePieces', paper)
  );
};

const isCorrection = (sentence: Sentence, draft: Draft): boolean =>
  hasPhrase(textOf(draft, sentence), draft.theatre.lexicon.list('correctionWords')) ||
  correctsPaper(sentence, draft) ||
  hasPhrase(textOf(draft, sentence), draft.theatre.lexicon.list('selfCorrections')) ||
  quotesItself(sentence, draft) ||
  takesBack(sentence, draft);

/** How many sentences back a correction may point ("We misheard him"). */
const BACK = 2;

/** What the sentence speaks of, else what those before it in its paragraph do. */
const correctedBy = (sentence: Sentence, draft: Draft): Correction['of'] => {
  for (let at = sentence.index; at >= Math.max(0, sentence.index - BACK); at--) {
    const one = draft.sentences[at];
    const of = one?.paragraph === sentence.paragraph ? subjectOf(one, draft) : null;
    if (of !== null) return of;
  }
  return null;
};

/** A bare heading ("Corrections") says that corrections follow, and corrects nothing itself. */
const correctionOf = (sentence: Sentence, draft: Draft): readonly Correction[] => {
  const of = correctedBy(sentence, draft);
  if (sentence.heading && of === null) return [];
  const quote = quoteOf(draft.report.text, sentence);
  return [{ quote, of, text: quote.text }];
};

/** What the paper had said before and now takes back: it is corrected, and not claimed again. */
const isTakenBack = (claim: UnplacedClaim, draft: Draft, corrections: readonly Correction[]): boolean => {
  const sentence = draft.sentences[sentenceAt(draft, claim.quote.start)];
  if (sentence === undefined) return false;
  const before = draft.report.text.slice(sentence.start, claim.quote.start);
  const marked = corrections.some(({ quote }) => quote.start === sentence.start);
  if (marked && !before.includes(';') && hasPhrase(before, draft.theatre.lexicon.list('takenBackLeads'))) return true;
  if (isEarlier(claim.by.speaker ?? '', draft.theatre.lexicon)) return true;
  const paper =
    claim.by.speaker === null ? claim.by.sides.includes('outlet') : isPaper(claim.by.speaker, draft.theatre.lexicon);
  const own = marked && (claim.by.speaker !== null || correctsPaper(sentence, draft));
  const next = corrections.some(
    ({ quote }) => sentenceAt(draft, quote.start) - sentence.index <= BACK && quote.start > sentence.start,
  );
  const said = inSentence(draft.frames, sentence.index).some(({ speaker }) => speaker !== null);
  const first = !before.includes(';');
  const self = hasPhrase(textOf(draft, sentence), draft.theatre.lexicon.list('ownSayings'));
  return (
    paper &&
    first &&
    (own ||
      (marked && self && claim.polarity === 'affirmed') ||
      (next && (self || (said && claim.by.speaker !== null))))
  );
};

/** "We wrote that A had fallen. THAT WAS WRONG.": the paper itself says now that it has not. */
const takenBackBy = (claim: UnplacedClaim, draft: Draft): readonly UnplacedClaim[] => {
  const said = draft.sentences[sentenceAt(draft, claim.quote.start)];
  const next = draft.sentences[(said?.index ?? 0) + 1];
  if (said === undefined || next === undefined || claim.polarity === 'denied' || !takesBack(next, draft)) return [];
  const isTold = draft.claims.some(
    ({ polarity, place, quote }) =>
      polarity === 'denied' && place.text === claim.place.text && sentenceAt(draft, quote.start) === next.index,
  );
  if (isTold) return [];
  const { id: _, ...rest } = claim;
  const when: When = { ...toldDay(draft, next), basis: 'implied' };
  const quote = quoteOf(draft.report.text, next);
  const denied = {
    ...rest,
    ...{ polarity: 'denied' as const, modality: 'actual' as const, by: outletVoice(draft), when, quote, answers: null },
    reading: confidenceIn(draft.theatre.lexicon, ['denied without saying it again']),
  };
  return [{ id: claimId(denied), ...denied }];
};

/** Pass: fills `corrections`, and drops the claims that they take back. */
export const findCorrections: Pass = (draft) => {
  const corrections = draft.sentences
    .filter((sentence) => isCorrection(sentence, draft))
    .flatMap((sentence) => correctionOf(sentence, draft));
  const trace = corrections.map(({ quote }) => ({ pass: 'find-corrections', span: quote, says: 'corrects' }));
  const claims = draft.claims.flatMap((claim) =>
    isTakenBack(claim, draft, corrections) ? takenBackBy(claim, draft) : [claim],
  );
  return {
    ...draft,
    claims,
    corrections: [...draft.corrections, ...corrections],
    trace: [...draft.trace, ...trace],
  };
};
