// Whether a text names any of a theatre's places or parties: the question that most of the world's news is asked first.
// Invariant: a name that the scanner finds is never missed; the text is walked once, most words by their letters' sum alone.
import { type NameTree, nameFrom } from './scan-names.ts';

const SIZE = 1 << 16;
const isLower = (code: number): boolean => code >= 97 && code <= 122;
const isUpper = (code: number): boolean => code >= 65 && code <= 90;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isPlain = (code: number): boolean => isLower(code) || isUpper(code) || isDigit(code);

/** A letter joins the sum in lower case; figures have that bit already. */
const join = (sum: number, code: number): number => (Math.imul(sum, 31) + (code | 32)) | 0;

const slotOf = (sum: number): number => (sum ^ (sum >>> 16)) & (SIZE - 1);

const sumOf = (word: string): number => {
  let sum = 0;
  for (let at = 0; at < word.length; at++) sum = join(sum, word.charCodeAt(at));
  return sum;
};

/** The first words of all names, and every form of a joining word that begins one. */
const firstWords = ({ root, joints }: NameTree): readonly string[] => [
  ...root.next.keys(),
  ...[...joints].flatMap(([form, joint]) => (root.next.has(joint) ? [form] : [])),
];

const slotsOf = (tree: NameTree): Uint8Array => {
  const slots = new Uint8Array(SIZE);
  for (const word of firstWords(tree)) slots[slotOf(sumOf(word))] = 1;
  return slots;
};

/** An apostrophe or a letter beyond the plain ones: the scanner itself must look. */
const isOdd = (code: number): boolean => code >= 128 || code === 39 || code === 96;

/** The first place at or after `from` where a name may begin, or -1. */
const mayBeginAfter = (text: string, from: number, slots: Uint8Array): number => {
  let before = from === 0 ? 32 : text.charCodeAt(from - 1);
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const starts = !isLower(code) && (isUpper(code) || isDigit(code) || code >= 0xc0) && !isPlain(before);
    before = code;
    if (!starts) continue;
    if (code >= 0x2000 && code <= 0x206f) continue;
    let end = at;
    let sum = 0;
    for (let next = code; isPlain(next); next = text.charCodeAt(++end)) sum = join(sum, next);
    if (isOdd(text.charCodeAt(end)) || slots[slotOf(sum)] === 1) return at;
    at = end - 1;
    before = text.charCodeAt(at);
  }
  return -1;
};

/** What a party's name stands for in the tree. */
export const PARTY = '';

/** "the Reds" and "Reds" are one; a party's common nouns ("militants") name no party. */
export const partyName = (name: string): string | null => {
  const bare = name.replace(/^the /i, '');
  return /^\p{Lu}/u.test(bare) ? bare : null;
};

/** `confirm`: whether a name of a place stands in a text as a place and not as a part of another name. */
export const touchFinder = (tree: NameTree, confirm: (text: string) => boolean): ((text: string) => boolean) => {
  const slots = slotsOf(tree);
  return (text) => {
    let places = true;
    for (let at = mayBeginAfter(text, 0, slots); at !== -1; at = mayBeginAfter(text, at + 1, slots)) {
      const found = nameFrom(tree, text, at);
      if (found === null) continue;
      if (found.targets.includes(PARTY)) return true;
      if (!places || found.targets.every((target) => target === null)) continue;
      if (confirm(text)) return true;
      places = false;
    }
    return false;
  };
};
