// What stands behind the colon of a denial is said, and not denied.
// Invariant: a frame that denies nothing, or has no clause behind a colon, stays as it is.
import type { RawFrame } from '../speakers/name-speakers.ts';
import type { Parse } from './parse.ts';

/** "The army denied it: “A is ours”": what stands behind the colon is said, not denied. */
export const pastColon = ({ view, verbs }: Parse, frame: RawFrame): readonly RawFrame[] => {
  const { content, cue, polarity } = frame;
  const colon = view.tokens.find(({ word, start, quoted }) => word === ':' && start >= cue.end && !quoted);
  if (polarity !== 'denied' || colon === undefined) return [frame];
  if (!verbs.some((verb) => (view.tokens[verb.from]?.start ?? 0) > colon.start)) return [frame];
  const denied = content.flatMap((one) =>
    one.start < colon.start ? [{ ...one, end: Math.min(one.end, colon.start) }] : [],
  );
  const said = content.flatMap((one) =>
    one.end > colon.end ? [{ ...one, start: Math.max(one.start, colon.end) }] : [],
  );
  const rest = { ...frame, cue: { start: colon.start, end: colon.end }, content: said, polarity: 'affirmed' as const };
  return said.length === 0 ? [frame] : [{ ...frame, content: denied }, rest];
};
