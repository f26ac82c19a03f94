// The news agency that a line or a name names: the theatre's own, else those that papers everywhere credit (languages/en/agencies.json).
// Invariant: a name is found as a whole and in its capitals: "app" and "ap" are words, APP and AP are agencies.
import type { Outlet } from '../model/theatre.ts';

export interface KnownNames {
  readonly outlets: readonly Outlet[];
  /** The agency that a name in lower case is, by the language's list; null where it is none. */
  readonly agency: (name: string) => string | null;
}

const LONGEST = 4;
const SHORT = 4;

/** Short names are letters said one by one, and stand in capitals or as the agency itself writes them ("dpa"). */
const isWritten = (words: readonly string[], agency: string): boolean => {
  const [first = ''] = words;
  if (words.length === 1 && first.length <= SHORT) return /^\p{Lu}+$/u.test(first) || first === agency;
  return words.every((word) => /^(?:\p{Lu}|of$|the$)/u.test(word));
};

const ofTheatre = (name: string, { outlets }: KnownNames): Outlet | null => {
  const folded = name.toLowerCase();
  return outlets.find((outlet) => [outlet.name, ...outlet.names].some((one) => one.toLowerCase() === folded)) ?? null;
};

/** The agency that a name is, whole; null where it is a paper's or nobody's. */
export const agencyNamed = (name: string, known: KnownNames): string | null => {
  const trimmed = name.trim();
  const own = ofTheatre(trimmed, known);
  return own === null ? known.agency(trimmed.toLowerCase()) : own.agency ? own.name : null;
};

/** The agency whose name stands in a line, the longest name first; null where there is none. */
export const agencyIn = (line: string, known: KnownNames): string | null => {
  const words = (line.match(/[\p{L}\p{N}&’'-]+/gu) ?? []).map((word) => word.replace(/[’']s$/u, ''));
  for (let length = Math.min(LONGEST, words.length); length > 0; length--)
    for (let at = 0; at + length <= words.length; at++) {
      const run = words.slice(at, at + length);
      const agency = agencyNamed(run.join(' '), known);
      if (agency !== null && isWritten(run, agency)) return agency;
    }
  return null;
};
