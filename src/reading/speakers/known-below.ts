// Whether the bare name before a colon ("HALE: We hold it") is that of somebody who speaks in the report.
// Invariant: below a headline he may be named for the first time; elsewhere he has spoken before.
import type { Draft, Frame } from '../marks.ts';
import { type Known, saidInFull, wordsOf } from './known-speakers.ts';

/** As much of a frame as is asked. */
type Heard = Pick<Frame, 'speaker' | 'sentence' | 'cue'>;

export const isKnown = ({ report, theatre }: Draft, { speaker }: Heard, before: readonly Known[]): boolean =>
  speaker !== null && saidInFull(before, report.text.slice(speaker.start, speaker.end), theatre.lexicon) !== undefined;

/** "HALE: We hold it" over a report in which Governor Karim Hale speaks: where he does; undefined where nobody of that name does. */
export const speaksBelow = <Raw extends Heard>(
  { report: { text }, sentences }: Draft,
  { speaker, sentence }: Heard,
  raw: readonly Raw[],
): Raw | undefined => {
  const last = (speaker === null ? [] : wordsOf(text.slice(speaker.start, speaker.end))).at(-1) ?? '';
  if (sentence > 0 && sentences[sentence]?.heading !== true) return undefined;
  return raw.find(
    (one) =>
      one.sentence > sentence &&
      one.speaker !== null &&
      one.cue.end > one.cue.start &&
      wordsOf(text.slice(one.speaker.start, one.speaker.end)).includes(last),
  );
};
