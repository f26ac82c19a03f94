// "denied that A had fallen, A DAY AFTER the rebels took B": what only sets the scene of a thing denied is not denied.
// Invariant: behind a comma or a measure of time the outlet tells it; else nobody says whether it happened.
import type { Span } from '../../model/text.ts';
import type { Draft, Frame, Predicate, Sentence } from '../marks.ts';
import { inSentence } from '../words/by-sentence.ts';

/** "denied / shelling / A": words of what is denied before the scene begins. */
const LEAST = 2;
/** Words of "less than three days after". */
const MEASURE = 5;

export type BesideDenial = 'told' | 'open' | null;

/** The word that opens the clause ("after", "as", "while"), before it or as its first; or -1. */
const sceneAt = ({ theatre }: Draft, { tokens }: Sentence, { frame, predicate }: Under): number => {
  const begins = tokens.findIndex(({ start }) => start >= predicate.clause.start);
  const at = [begins, begins - 1].find((i) => theatre.lexicon.has('deniedScenes', tokens[i]?.word ?? '')) ?? -1;
  const first = tokens.findIndex(({ start }) => start >= frame.end);
  // "denied THAT AFTER they left A the rebels had taken it"
  const opens = theatre.lexicon.has('rumourLinks', tokens[at - 1]?.word ?? '');
  return first >= 0 && (opens || at - first >= LEAST) ? at : -1;
};

interface Under {
  readonly frame: Frame;
  readonly predicate: Predicate;
}

/** "denied that the rebels, WHO TOOK A on Monday, had entered B": what is told of them in passing. */
const isAside = ({ theatre }: Draft, { tokens }: Sentence, { start }: Predicate): boolean => {
  const verb = tokens.findIndex((token) => token.start >= start);
  return theatre.lexicon.has('clauseRelatives', tokens[verb - 1]?.word ?? '') && tokens[verb - 2]?.word === ',';
};

/** Words of "which the northern rebels had". */
const SUBJECT = 6;

/** "denied that A, WHICH THE REBELS TOOK on Monday, had been retaken", "that A, SEIZED by them on Monday, had": what is told of the place. */
const isToldOfPlace = ({ theatre: { lexicon } }: Draft, { tokens }: Sentence, { start, items }: Predicate): boolean => {
  const verb = tokens.findIndex((token) => token.start >= start);
  const comma = tokens.findLastIndex(({ word }, at) => at < verb && word === ',');
  if (comma < 1 || verb - comma > SUBJECT || !items.some(({ place, to }) => place !== null && to === comma))
    return false;
  const which = lexicon.has('whichWords', tokens[comma + 1]?.word ?? '');
  const reduced = lexicon.verbs
    .get(tokens[verb]?.word ?? '')
    ?.some(({ participle }) => participle === tokens[verb]?.word);
  return which || (comma === verb - 1 && reduced === true && tokens.some(({ word }, at) => at > verb && word === ','));
};

/** "A DAY after", "less than three HOURS after". */
const isMeasured = ({ theatre }: Draft, { tokens }: Sentence, at: number): boolean =>
  theatre.lexicon.has('measuredScenes', tokens[at]?.word ?? '') &&
  theatre.lexicon.has('spanUnits', tokens[at - 1]?.word ?? '');

/** "denied REPORTS ALLEGING that A had fallen": what the rumour says is denied with it. */
const isOfRumourDenied = ({ frames }: Draft, { sentence, start }: Frame): boolean =>
  inSentence(frames, sentence).some(
    (other) =>
      other.polarity === 'denied' && other.content.some((content) => content.start <= start && start < content.end),
  );

/** Whether a deed under a denying frame only sets the scene of what is denied: told by the outlet, or left open. */
export const besideDenial = (draft: Draft, frame: Frame | null, predicate: Predicate): BesideDenial => {
  const sentence = draft.sentences[predicate.sentence];
  if (frame === null || sentence === undefined || frame.sentence !== predicate.sentence) return null;
  if (frame.polarity !== 'denied' && !isOfRumourDenied(draft, frame)) return null;
  // "A, WHOSE FALL the army denied": what is denied stands before who denies it.
  if (frame.start < predicate.start && isAside(draft, sentence, predicate)) return 'open';
  if (isToldOfPlace(draft, sentence, predicate)) return 'told';
  const at = sceneAt(draft, sentence, { frame, predicate });
  if (at < 0) return null;
  const parted = sentence.tokens.slice(Math.max(0, at - MEASURE), at).some(({ word }) => word === ',');
  return parted || isMeasured(draft, sentence, at) ? 'told' : 'open';
};

/** "denied any losses, HOURS AFTER the rebels claimed A": a clause of time behind a comma is beside what is denied. */
export const isBesideDenied = ({ sentences, theatre: { lexicon } }: Draft, between: Span): boolean => {
  const sentence = sentences.find(({ start, end }) => start <= between.start && between.start < end);
  const words = sentence?.tokens.filter(({ start, end }) => start >= between.start && end <= between.end) ?? [];
  const comma = words.findLastIndex(({ word }) => word === ',');
  // "rejected, AS it had before, a claim that …": the object stands behind the aside.
  const object = words.slice(0, comma).some(({ type }) => type === 'word');
  return comma > 0 && object && words.slice(comma).some(({ word }) => lexicon.has('deniedScenes', word));
};
