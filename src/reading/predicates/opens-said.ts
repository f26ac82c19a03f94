// A verb of saying that seems to claim a place, where the place is the subject of what is said.
// Invariant: only a rule whose doer is the speaker is asked.
import type { Parse } from '../clauses/parse.ts';
import { isIn } from '../words/view-sentence.ts';
import type { VerbMatch } from './verb-match.ts';

/** "claimed A, which borders B, HAD FALLEN": what the verb of saying seems to claim is the subject of what is said. */
export const opensSaid = ({ view }: Parse, matches: readonly VerbMatch[], { rule, verb, place }: VerbMatch): boolean =>
  rule.actor === 'speaker' &&
  place !== null &&
  // "A was freed and fell again": what stands before the verb is no part of what is said.
  place.from >= verb.to &&
  matches.some(
    (other) =>
      other.verb.head > verb.head && other.subject.places === place && !isIn(view, 'relatives', other.verb.from - 1),
  );
