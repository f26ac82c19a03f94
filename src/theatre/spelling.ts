// When two written forms are one name: rules of transliteration, given by the theatre because they differ by language.
// Invariant: equal names have equal skeletons; a skeleton is only ever compared, never shown.
import { foldName } from './fold-name.ts';

/** A theatre's rules: words that join the parts of a name in several forms, and letters that are written in several ways. */
export interface Spelling {
  /** Each list is one joining word in all its forms; inside a name they are the same word, and it may be left out. */
  readonly joints: readonly (readonly string[])[];
  /** Applied in order, each to the whole name: [as written, as compared]; `h$` is an h at the end. */
  readonly rewrites: readonly (readonly [string, string])[];
}

export const PLAIN_SPELLING: Spelling = { joints: [], rewrites: [] };

/** Every form of a joining word to the one that stands for all. */
export const jointForms = ({ joints }: Spelling): ReadonlyMap<string, string> =>
  new Map(joints.flatMap((forms) => forms.map((form) => [form, forms[0] ?? form] as const)));

const rewrite = (text: string, [written, compared]: readonly [string, string]): string => {
  if (!written.endsWith('$')) return text.replaceAll(written, compared);
  const ending = written.slice(0, -1);
  return text.length > ending.length && text.endsWith(ending) ? text.slice(0, -ending.length) + compared : text;
};

/** What is left of a name when everything that spellings differ in is taken away: `Sar-i Pool` and `Sarepul` may meet. */
export const skeletonOf = (name: string, spelling: Spelling): string => {
  const joints = jointForms(spelling);
  const words = foldName(name).split(' ');
  const bare = words.filter((word) => !joints.has(word)).join('') || words.join('');
  return spelling.rewrites.reduce(rewrite, bare).replace(/(.)\1+/gu, '$1');
};

/** Insertions, deletions, replacements and swaps of neighbours between two words; `limit + 1` as soon as it is more. */
export const editDistance = (a: string, b: string, limit: number): number => {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const steps = [(last[j - 1] ?? 0) + (same ? 0 : 1), (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1];
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) steps.push((before[j - 2] ?? 0) + 1);
      row.push(Math.min(...steps));
    }
    if (Math.min(...row) > limit) return limit + 1;
    before = last;
    last = row;
  }
  return last[b.length] ?? limit + 1;
};
