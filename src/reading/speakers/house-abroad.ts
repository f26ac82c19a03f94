// A ministry without its nation, in a report sent from the capital of a nation that fights abroad: "NORHAVEN (Wire 7) - Norlandic
// forces have taken A, the defence ministry said", "a ministry spokesman said in Norhaven".
// Invariant: only without a gazetteer, and only of a ministry that nothing else gives to a side but its being a state's.
import type { SpeakerSide } from '../../model/actor.ts';
import type { Span } from '../../model/text.ts';
import type { Draft, Sentence } from '../marks.ts';
import { hasPhrase } from '../mentions/find-phrases.ts';
import { nationWordAt } from '../mentions/nation-words.ts';
import { incumbentOf } from '../mentions/theatre-sides.ts';
import { sentenceAt } from '../words/by-sentence.ts';
import { sidesOfSpeaker } from './speaker-sides.ts';

/** Sentences that may open with the town a report was sent from. */
const OPENING = 3;

/** "NORHAVEN (", "NORHAVEN, March 3 (": one town in capitals, and no second beside it. */
const datelineAt = ({ tokens, heading }: Sentence): number =>
  !heading && /^\p{Lu}{4,}$/u.test(tokens[0]?.text ?? '') && /^[(,–—-]/u.test(tokens[1]?.text ?? '') ? 0 : -1;

/** "said IN NORHAVEN": right behind the words of saying. */
const saidAt = ({ tokens }: Sentence, cue: Span, { theatre }: Draft): number => {
  const at = tokens.findIndex(({ start }) => start >= cue.end);
  return at > 0 && theatre.lexicon.has('whereLinks', tokens[at]?.word ?? '') ? at + 1 : -1;
};

const sideOfCapital = ({ theatre, report }: Draft, { tokens }: Sentence, at: number): readonly SpeakerSide[] | null => {
  const word = at < 0 ? null : nationWordAt(tokens, at, theatre.lexicon);
  if (word?.as !== 'nationCapitals') return null;
  const { sides } = sidesOfSpeaker(tokens[at]?.text ?? '', theatre, report.published.latest);
  return sides.length === 1 && sides[0] !== incumbentOf(theatre) ? sides : null;
};

/** The sides of such a ministry, or null. */
export const sidesOfHouseAbroad = (
  draft: Draft,
  { speaker, cue }: { readonly speaker: Span | null; readonly cue: Span },
  sides: readonly SpeakerSide[],
): readonly SpeakerSide[] | null => {
  const { theatre, report, sentences } = draft;
  if (!theatre.open || speaker === null || sides.length !== 1 || sides[0] !== incumbentOf(theatre)) return null;
  const words = report.text.slice(speaker.start, speaker.end);
  if (!hasPhrase(words.toLowerCase(), theatre.lexicon.list('houseWords'))) return null;
  const own = sentences[sentenceAt(draft, speaker.start)];
  const named = own?.tokens.some(
    ({ start, end }, at) =>
      start >= speaker.start && end <= speaker.end && nationWordAt(own.tokens, at, theatre.lexicon) !== null,
  );
  if (own === undefined || named) return null;
  const said = sideOfCapital(draft, own, saidAt(own, cue, draft));
  const first = sentences.slice(0, OPENING).find((sentence) => datelineAt(sentence) >= 0);
  return said ?? (first === undefined ? null : sideOfCapital(draft, first, 0));
};
