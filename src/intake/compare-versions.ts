// What changed between two versions of one report, sentence by sentence, the headline with them.
// Invariant: every sentence of the earlier one is kept, changed or dropped; every one of the later is kept, changed or added.
import type { Report } from '../model/report.ts';
import type { Quote } from '../model/text.ts';
import { type Sentence, splitSentences } from './sentences.ts';

export interface ChangedSentence {
  readonly before: Quote;
  readonly after: Quote;
}

/** Each sentence with its span in its own version. */
export interface Changes {
  readonly dropped: readonly Quote[];
  readonly changed: readonly ChangedSentence[];
  readonly added: readonly Quote[];
}

/** At least so many words of the longer of two stand in the other: it is the same sentence, put in other words. */
const SAME_SENTENCE = 0.5;

const likeness = (a: Sentence, b: Sentence): number => {
  const left = new Map<number, number>();
  for (const word of b.words) left.set(word, (left.get(word) ?? 0) + 1);
  const shared = a.words.filter((word) => {
    const rest = left.get(word) ?? 0;
    left.set(word, rest - 1);
    return rest > 0;
  });
  return shared.length / Math.max(a.words.length, b.words.length);
};

const withoutKept = (sentences: readonly Sentence[], others: readonly Sentence[]): readonly Sentence[] => {
  const keys = new Set(others.map(({ key }) => key));
  return sentences.filter(({ key }) => !keys.has(key));
};

interface Match {
  readonly before: Sentence;
  readonly after: Sentence;
  readonly like: number;
}

/** Each sentence once, the likest pairs first. */
const matchesOf = (gone: readonly Sentence[], come: readonly Sentence[]): readonly Match[] => {
  const all = gone.flatMap((before) => come.map((after): Match => ({ before, after, like: likeness(before, after) })));
  const taken = new Set<Sentence>();
  return all
    .filter(({ like }) => like >= SAME_SENTENCE)
    .sort((a, b) => b.like - a.like)
    .filter(({ before, after }) => {
      const free = !taken.has(before) && !taken.has(after);
      if (free) taken.add(before).add(after);
      return free;
    });
};

const quoteIn = ({ start, end, text }: Sentence): Quote => ({ start, end, text });

const whole = ({ text, parts }: Pick<Report, 'text' | 'parts'>) => splitSentences({ text, parts, bodyStart: 0 });

export const compareVersions = (
  earlier: Pick<Report, 'text' | 'parts'>,
  later: Pick<Report, 'text' | 'parts'>,
): Changes => {
  const [before, after] = [whole(earlier), whole(later)];
  const [gone, come] = [withoutKept(before, after), withoutKept(after, before)];
  const matches = matchesOf(gone, come);
  const changed = new Map(matches.map((match) => [match.before, match.after]));
  const taken = new Set(changed.values());
  return {
    dropped: gone.filter((one) => !changed.has(one)).map(quoteIn),
    changed: gone.flatMap((one) => {
      const other = changed.get(one);
      return other === undefined ? [] : [{ before: quoteIn(one), after: quoteIn(other) }];
    }),
    added: come.filter((one) => !taken.has(one)).map(quoteIn),
  };
};
