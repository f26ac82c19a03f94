// The form of a date rule: a pattern with named groups, and what a match of it means.
import type { Lexicon } from '../model/lexicon.ts';
import type { Span } from '../model/text.ts';
import type { DateMeaning } from './anchor-dates.ts';

export interface DateExpression extends Span {
  readonly meaning: DateMeaning;
  /** True for a duration up to now ("for eleven days"), which starts a state as "since" does. */
  readonly lasting: boolean;
  /** "three days after", "the day before": reckoned from the day told last before it, not from the report's. */
  readonly fromTold?: boolean;
}

export interface DateMatch {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly group: (name: string) => string;
}

export interface DateRule {
  readonly pattern: RegExp;
  readonly lasting?: boolean;
  readonly fromTold?: boolean;
  readonly means: (match: DateMatch, ground: Lexicon) => DateMeaning | null;
}

/** The words of the lists as alternatives of a pattern, longest first. */
export const anyOf = (lexicon: Lexicon, ...lists: readonly string[]): string =>
  lists
    .flatMap((name) => lexicon.list(name))
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/\s+/g, '\\s+'))
    .join('|');
