// The time that an entry of a live page opens with ("13:20 GMT - ", "[9.05pm] "): it dates the entry and is no word of it.
// Invariant: only an entry has one; what stands behind the time and its zone is left as it is.
import type { Lexicon } from '../../model/lexicon.ts';

const CLOCK = /^\s*[[(]?\d{1,2}(?:[:.h]\d{2}(?::\d{2})?|\d{2})(?!\d)[\])]?/u;
/** "pm", "a.m.", "GMT", "local", "Kabul": a word that may belong to the time. */
const WORD = /^\s*\(?(\p{L}[\p{L}.]*)\)?/u;
const TIME = /^\s*(?:\p{Lu}\p{Ll}+ ){1,2}time\b/u;
/** "16:20 MMT — A town", "18:40 MMT": letters that end the line, or stand before its dash, are a zone's. */
const ZONE = /^\s*\p{Lu}{2,5}(?=\s*$|\s*\n|\s+[-–—|•·]\s)/u;
const JOINT = /^\s*(?:[-–—:|•·]+|(?=\n))\s*/u;

/** How many characters of an entry's text are its time; 0 where it opens with none. */
export const clockLength = (text: string, lexicon: Lexicon): number => {
  let at = CLOCK.exec(text)?.[0].length ?? 0;
  if (at === 0) return 0;
  for (let word = WORD.exec(text.slice(at)); word !== null; word = WORD.exec(text.slice(at))) {
    if (!lexicon.has('clockWords', (word[1] ?? '').toLowerCase())) break;
    at += word[0].length;
  }
  at += TIME.exec(text.slice(at))?.[0].length ?? 0;
  at += ZONE.exec(text.slice(at))?.[0].length ?? 0;
  return at + (JOINT.exec(text.slice(at))?.[0].length ?? 0);
};
