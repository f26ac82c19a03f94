// Names found in a text that are spelled like a place and are none: the surname of a person, an ordinary word.
// Invariant: only the words beside the name and the same name elsewhere in the text decide; nothing else is looked at.
import { foldWord } from './fold-name.ts';
import type { FoundName } from './scan-names.ts';

export interface FalseNames {
  /** Given names and honorifics: a place's name right before or after one of them is a part of a person's name. */
  readonly personWords: ReadonlySet<string>;
  /** Spellings that are ordinary words too: a place only beside other places, or in a text that once says its kind. */
  readonly ordinaryWords: ReadonlySet<string>;
  /** What places are called: "district", "town", "crossing". */
  readonly kindWords: ReadonlySet<string>;
}

const GAP = /[ \u00a0\n-]/;
const LETTER = /[\p{L}\p{M}'’]/u;

/** The word that ends right before a name, over one blank or hyphen and the point of an abbreviation; empty for none. */
const wordBefore = (text: string, start: number): string => {
  if (!GAP.test(text[start - 1] ?? '')) return '';
  const end = text[start - 2] === '.' ? start - 2 : start - 1;
  let first = end;
  while (first > 0 && LETTER.test(text[first - 1] ?? '')) first--;
  return text.slice(first, end);
};

/** The word that begins right after a name, over one blank or hyphen; empty for none. */
const wordAfter = (text: string, end: number): string => {
  if (!GAP.test(text[end] ?? '')) return '';
  let last = end + 1;
  while (last < text.length && LETTER.test(text[last] ?? '')) last++;
  return text.slice(end + 1, last);
};

const isCapitalised = (word: string): boolean => word !== '' && word[0] !== word[0]?.toLowerCase();

type Beside = FalseNames & { readonly text: string };

const saysItsKind = ({ end }: FoundName, { text, kindWords }: Beside): boolean =>
  kindWords.has(foldWord(wordAfter(text, end)));

const isPersonWord = (word: string, { personWords }: Beside): boolean =>
  isCapitalised(word) && personWords.has(foldWord(word));

const isOfPerson = (name: FoundName, beside: Beside): boolean => {
  const { text } = beside;
  if (isPersonWord(wordAfter(text, name.end), beside)) return true;
  return isPersonWord(wordBefore(text, name.start), beside) && !saysItsKind(name, beside);
};

/** Names of one list have no more than a comma or a short word between them. */
const MOST_BETWEEN = 6;

const isListGap = (text: string, from: FoundName | undefined, to: FoundName | undefined): boolean => {
  if (from === undefined || to === undefined || to.start - from.end > MOST_BETWEEN) return false;
  return !/[.!?;:\n]/.test(text.slice(from.end, to.start));
};

/** The found names without those that only look like a place. */
export const dropFalseNames = (found: readonly FoundName[], beside: Beside): readonly FoundName[] => {
  const ordinary = new Map<FoundName, string>();
  const surelyPlaces = new Set<string>();
  found.forEach((name, index) => {
    const word = foldWord(beside.text.slice(name.start, name.end));
    if (!beside.ordinaryWords.has(word)) return;
    ordinary.set(name, word);
    const { text } = beside;
    const listed = isListGap(text, found[index - 1], name) || isListGap(text, name, found[index + 1]);
    if (listed || saysItsKind(name, beside)) surelyPlaces.add(word);
  });
  return found.filter((name) => {
    const word = ordinary.get(name);
    return (word === undefined || surelyPlaces.has(word)) && !isOfPerson(name, beside);
  });
};
