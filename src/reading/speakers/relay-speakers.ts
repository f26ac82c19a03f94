// Who passes on what another said, and to which outlet: "B told Wire 7 that C had said A" is C's, relayed by B, via Wire 7.
import type { Lexicon } from '../../model/lexicon.ts';
import type { Frame } from '../marks.ts';
import { wordsOf } from './known-speakers.ts';

const sizeOf = ({ content }: Frame): number => content.reduce((sum, { start, end }) => sum + end - start, 0);

/** The innermost frame of another speaker within whose words this frame's own words stand. */
const frameAround = (frames: readonly Frame[], inner: Frame): Frame | null => {
  const around = frames.filter(
    (outer) =>
      outer !== inner &&
      outer.sentence === inner.sentence &&
      outer.polarity === 'affirmed' &&
      outer.by.speaker !== inner.by.speaker &&
      outer.content.some(({ start, end }) => start <= inner.cue.start && inner.cue.end <= end) &&
      !inner.content.some(({ start, end }) => start <= outer.cue.start && outer.cue.end <= end),
  );
  return around.toSorted((a, b) => sizeOf(a) - sizeOf(b))[0] ?? null;
};

const isThing = ({ by: { speaker } }: Frame, lexicon: Lexicon): boolean =>
  lexicon.has('footageNouns', wordsOf(speaker ?? '').at(-1) ?? '');

const relayed = (frames: readonly Frame[], frame: Frame, lexicon: Lexicon): Frame => {
  const outer = frame.cue.end > frame.cue.start ? frameAround(frames, frame) : null;
  if (outer === null || outer.by.speaker === null) return frame;
  // "The lab said pictures showed A": a picture says nothing that its teller does not.
  if (isThing(frame, lexicon)) return { ...frame, by: { ...outer.by, frame: frame.by.frame } };
  return { ...frame, by: { ...frame.by, relayedBy: outer.by.speaker, via: frame.by.via ?? outer.by.via } };
};

/** The one outlet that a named speaker told in this report. */
const outletsOf = (frames: readonly Frame[]): ReadonlyMap<string, string> => {
  const told = new Map<string, string>();
  for (const { by } of frames) if (by.speaker !== null && by.via !== null) told.set(by.speaker, by.via);
  return told;
};

/** Fills `relayedBy`, and `via` where the same person or the one who relays him told an outlet. */
export const relayThem = (frames: readonly Frame[], lexicon: Lexicon): readonly Frame[] => {
  const told = outletsOf(frames);
  const named = frames.map((frame) => {
    const via =
      frame.by.via ?? (/\p{Lu}/u.test(frame.by.speaker ?? '') ? (told.get(frame.by.speaker ?? '') ?? null) : null);
    return via === frame.by.via ? frame : { ...frame, by: { ...frame.by, via } };
  });
  return named.map((frame) => relayed(named, frame, lexicon));
};
