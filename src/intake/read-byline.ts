// Who wrote a report, as it is printed: from what it came in, from the page's record, from the byline under the headline.
// Invariant: names as printed, without "By" and without the day that may follow; a line that is no byline gives none.
import { findWrittenDates } from './date-forms.ts';

const BY = /^(?:(?:written|reported|posted|published|story|text|words) )?by:?\s+(?<names>\p{Lu}.*)$/iu;
const LONGEST = 120;

/** Names end where the day, the office or another line begins. */
const namesOf = (line: string): string | null => {
  const date = findWrittenDates(line)[0];
  const until = date === undefined ? line : line.slice(0, date.start);
  const names = until.split(/\s[|·•–—]\s|\s{2,}/)[0]?.replace(/[\s,;|·•–—-]+(?:on|at)?[\s,]*$/u, '') ?? '';
  return names.length < 2 || names.length > LONGEST || !/^\p{Lu}/u.test(names) ? null : names;
};

/** The names of the first line that begins with "By"; of a line that is "By" alone, the line below. */
export const readByline = (lines: readonly string[]): string | null => {
  for (const [at, line] of lines.entries()) {
    const below = /^by:?$/i.test(line.trim()) ? lines[at + 1] : BY.exec(line)?.groups?.names;
    const names = below === undefined ? null : namesOf(below);
    if (names !== null) return names;
  }
  return null;
};

const MOST = 6;

/** Recorded names once each, in their order: "Ana Crane, Ivo Hale". */
export const joinNames = (names: readonly string[]): string | null => {
  const once = [
    ...new Set(
      names.map((name) =>
        name
          .replace(/^by\s+/i, '')
          .replace(/\s+/g, ' ')
          .trim(),
      ),
    ),
  ].filter((name) => name !== '');
  return once.length === 0 ? null : once.slice(0, MOST).join(', ');
};
