// The marks as the formats promise them (--marks): everything found, in sentences that carry no claim too.
import type { Marks } from '../model/claim.ts';
import { overlaps, type Span } from '../model/text.ts';
import { withoutDay } from './listed-marks/leading-day.ts';
import { markPlaces } from './listed-marks/mark-places.ts';
import { withStances } from './listed-marks/mark-stances.ts';
import { withoutNested } from './listed-marks/nested-marks.ts';
import { onlyQuoted } from './listed-marks/quoted-words.ts';
import { withoutAside } from './listed-marks/trim-asides.ts';
import { trimSaid } from './listed-marks/trim-said.ts';
import type { Draft, Frame } from './marks.ts';

/** A frame without a speaker of its own ("adding that") goes on with the one before it. */
const sourceOf = (frames: readonly Frame[], at: number): Span | null => {
  const own = frames[at];
  if (own === undefined || own.speaker !== null) return own?.speaker ?? null;
  if (own.cue.start === own.cue.end) return null;
  return frames.slice(0, at).findLast(({ speaker }) => speaker !== null)?.speaker ?? null;
};

/** Sentences that follow each other are one piece. */
const joinPieces = (text: string, spans: readonly Span[]): readonly Span[] =>
  spans
    .toSorted((a, b) => a.start - b.start)
    .reduce<Span[]>((done, span) => {
      const last = done.at(-1);
      const joined = last !== undefined && /^[\s.]*$/.test(text.slice(last.end, span.start));
      done.splice(
        joined ? -1 : done.length,
        1,
        joined ? { start: last.start, end: Math.max(last.end, span.end) } : span,
      );
      return done;
    }, []);

/** The spans of what is said, without the cue and the speaker where they stand within it. */
const contentOf = (draft: Draft, frame: Frame): readonly Span[] => {
  const { report, theatre, sentences } = draft;
  const { content, cue, sentence } = frame;
  const pieces = content.flatMap((span) => {
    const whole = overlaps(span, cue) ? null : trimSaid(report.text, withoutDay(draft, frame, span));
    const said = whole === null ? null : withoutAside(report.text, whole, theatre.lexicon);
    const left = said === null ? null : trimSaid(report.text, said);
    return left === null ? [] : [left];
  });
  const end = sentences[sentence]?.end ?? 0;
  const sorted = pieces.toSorted((a, b) => a.start - b.start);
  return joinPieces(report.text, onlyQuoted(report.text, sorted, end));
};

/** Dates, places and speakers of a draft, in the order of the text. */
export const listMarks = (draft: Draft): Marks => ({
  dates: draft.dates.map(({ start, end, when }) => ({ start, end, when })),
  places: markPlaces(draft),
  speakers: withoutNested(draft, withStances(draft)).flatMap((frame, at, frames) => {
    const source = sourceOf(frames, at);
    const content = contentOf(draft, frame);
    const name = frame.by.speaker;
    if (source === null || name === null || content.length === 0) return [];
    return [{ start: source.start, end: source.end, name, cue: frame.cue, content }];
  }),
});
