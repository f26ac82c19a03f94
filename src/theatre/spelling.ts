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

/** Every form of a joining word to the one that stands for all. */
export const jointForms = ({ joints }: Spelling): ReadonlyMap<string, string> =>
  new Map(joints.flatMap((forms) => forms.map((form) => [form, forms[0] ?? form] as const)));

const formsOf = new WeakMap<Spelling, ReadonlyMap<string, string>>();

const jointsOf = (spelling: Spelling): ReadonlyMap<string, string> => {
  const known = formsOf.get(spelling) ?? jointForms(spelling);
  formsOf.set(spelling, known);
  return known;
};

const rewrite = (text: string, [written, compared]: readonly [string, string]): string => {
  if (!written.endsWith('$')) return text.replaceAll(written, compared);
  const ending = written.slice(0, -1);
  return text.length > ending.length && text.endsWith(ending) ? text.slice(0, -ending.length) + compared : text;
};

/** What is left of a name when everything that spellings differ in is taken away: `Sar-i Pool` and `Sarepul` may meet. */
export const skeletonOf = (name: string, spelling: Spelling): string => {
  const joints = jointsOf(spelling);
  const words = foldName(name).split(' ');
  const bare = words.filter((word) => !joints.has(word)).join('') || words.join('');
  return spelling.rewrites.reduce(rewrite, bare).replace(/(.)\1+/gu, '$1');
};

/** Insertions, deletions, replacements and swaps of neighbours between two words; `limit + 1` as soon as it is more. */
export const editDistance = (a: string, b: string, limit: number): number => {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let [before, last, row] = rowsFor(b.length);
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let steps = Math.min((last[j - 1] ?? 0) + (same ? 0 : 1), (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      const swapped = i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2);
      if (swapped && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)) steps = Math.min(steps, (before[j - 2] ?? 0) + 1);
      row[j] = steps;
      least = Math.min(least, steps);
    }
    if (least > limit) return limit + 1;
    [before, last, row] = [last, row, before];
  }
  return last[b.length] ?? limit + 1;
};

type Rows = [Int32Array, Int32Array, Int32Array];

/** Three rows of distances, used again and again: a name is compared with all names of a theatre. */
let rows: Rows = [new Int32Array(64), new Int32Array(64), new Int32Array(64)];

const rowsFor = (length: number): Rows => {
  if (length >= rows[0].length) rows = [0, 1, 2].map(() => new Int32Array(length * 2)) as Rows;
  for (let at = 0; at <= length; at++) rows[1][at] = at;
  return [...rows];
};
