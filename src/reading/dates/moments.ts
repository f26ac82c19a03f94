// The order in which a report's sentences were said: that of the text, but for a live page whose newest entry stands first.
// Invariant: within an entry the order of the text stays; what bears no hour stays before what does.
import type { Span } from '../../model/text.ts';
import type { Draft, Sentence } from '../marks.ts';
import { sentenceAt } from '../words/by-sentence.ts';

const instantOf = ({ part, at }: Sentence): string | null => (part === 'entry' ? at : null);

/** More entries stand before an earlier one than before a later one. */
const isNewestFirst = (sentences: readonly Sentence[]): boolean => {
  const hours = sentences.flatMap((one) => instantOf(one) ?? []).filter((at, i, all) => at !== all[i - 1]);
  const falls = hours.filter((at, i) => i > 0 && at < (hours[i - 1] ?? at)).length;
  return hours.length > 1 && falls * 2 > hours.length - 1;
};

const rankSentences = (sentences: readonly Sentence[]): readonly number[] => {
  if (!isNewestFirst(sentences)) return sentences.map(({ index }) => index);
  const said = sentences.toSorted((a, b) => {
    const [one, other] = [instantOf(a) ?? '', instantOf(b) ?? ''];
    return one < other ? -1 : one > other ? 1 : a.index - b.index;
  });
  const ranks: number[] = [];
  said.forEach(({ index }, rank) => {
    ranks[index] = rank;
  });
  return ranks;
};

const made = new WeakMap<Draft['sentences'], readonly number[]>();

/** Which sentence was said as the how manieth. */
export const rankOf = ({ sentences }: Pick<Draft, 'sentences'>, sentence: number): number => {
  const known = made.get(sentences) ?? rankSentences(sentences);
  made.set(sentences, known);
  return known[sentence] ?? sentence;
};

/** True where the first words were said before the second. */
export const saidBefore = (draft: Draft, a: Pick<Span, 'start'>, b: Pick<Span, 'start'>): boolean => {
  const [one, other] = [rankOf(draft, sentenceAt(draft, a.start)), rankOf(draft, sentenceAt(draft, b.start))];
  return one === other ? a.start < b.start : one < other;
};
