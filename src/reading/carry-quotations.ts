// A quotation belongs to the speaker of its frame and goes on, over sentences and paragraphs, until another frame.
import { inSentence } from './by-sentence.ts';
import type { Draft, Frame, Sentence } from './marks.ts';

const hasFrame = (frames: readonly Frame[], sentence: Sentence): boolean =>
  inSentence(frames, sentence.index).length > 0;

const isAllQuoted = ({ tokens }: Sentence): boolean => {
  const words = tokens.filter(({ type }) => type !== 'mark');
  return words.length > 0 && words.filter(({ quoted }) => quoted).length >= words.length * 0.6;
};

/** The frame whose quotation this sentence goes on with: in its paragraph before, else after, else the one before. */
const ownerOf = (frames: readonly Frame[], sentences: readonly Sentence[], sentence: Sentence): Frame | null => {
  const inParagraph = frames.filter((frame) => sentences[frame.sentence]?.paragraph === sentence.paragraph);
  const before = inParagraph.findLast((frame) => frame.sentence < sentence.index);
  const after = inParagraph.find((frame) => frame.sentence > sentence.index);
  const paragraphBefore = frames.findLast(
    (frame) => frame.sentence < sentence.index && (sentences[frame.sentence]?.paragraph ?? 0) >= sentence.paragraph - 2,
  );
  return before ?? after ?? paragraphBefore ?? null;
};

/** Adds to each frame the quoted sentences without a frame of their own that go on with it. */
export const carryQuotations = ({ sentences }: Draft, frames: readonly Frame[]): readonly Frame[] => {
  const added = new Map<Frame, Sentence[]>();
  for (const sentence of sentences) {
    if (hasFrame(frames, sentence) || !isAllQuoted(sentence)) continue;
    const owner = ownerOf(frames, sentences, sentence);
    if (owner !== null) added.set(owner, [...(added.get(owner) ?? []), sentence]);
  }
  return frames.map((frame) => {
    const more = (added.get(frame) ?? []).map(({ start, end }) => ({ start, end }));
    return more.length === 0 ? frame : { ...frame, content: [...frame.content, ...more] };
  });
};
