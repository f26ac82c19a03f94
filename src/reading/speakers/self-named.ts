// "a man who gave his name as Karim", "the commander, known as the Wolf": what somebody is called, behind what he is.
// Invariant: between the two stand words of naming alone; "a man who fought as Karim" has other words.
import type { Lexicon } from '../../model/lexicon.ts';

export interface SelfNamed {
  readonly name: string;
  /** What he is, before the words of naming. */
  readonly who: string;
}

/** The longest name that is so told. */
const NAME = 4;

const isCapital = (word: string): boolean => /^[“"‘']?\p{Lu}/u.test(word);

/** Name and description of words that tell how somebody is called; null where they do not. */
export const selfNamed = (words: string, lexicon: Lexicon): SelfNamed | null => {
  const parts = words.replace(/,$/u, '').split(' ');
  const plain = (at: number): string => (parts[at] ?? '').toLowerCase().replace(/,$/u, '');
  let name = parts.length;
  while (name > 0 && parts.length - name < NAME && isCapital(parts[name - 1] ?? '')) name -= 1;
  let from = name;
  while (from > 0 && lexicon.has('selfNamingWords', plain(from - 1)) && !isCapital(parts[from - 1] ?? '')) from -= 1;
  const naming = parts.slice(from, name).some((_, i) => lexicon.has('selfNamingForms', plain(from + i)));
  if (name === parts.length || from === 0 || !naming || parts.slice(name).some((word) => word.includes(',')))
    return null;
  // "a man from the village named Garth": the nearer noun bears the name.
  const placed = parts.slice(0, from).some((word) => lexicon.has('prepositions', word.toLowerCase()));
  const close = name - from === 1 && !(parts[from - 1] ?? '').endsWith(',');
  if (placed && close) return null;
  const who = parts.slice(0, from).join(' ').replace(/,$/u, '');
  return {
    name: parts
      .slice(name)
      .join(' ')
      .replace(/[“”"‘]/gu, ''),
    who,
  };
};
