// Which rule says what of a count that no verb governs: the first that fits, in this order.
// Invariant: an asked count has its answer elsewhere.

import type { Draft, Sentence } from '../marks.ts';
import { describedCount } from './described-counts.ts';
import type { Around, BareCount, Stand } from './held-counts.ts';
import { absentCount, displacedCount, illnessCount, leavingCount } from './other-counts.ts';
import { ratedCount } from './rated-counts.ts';
import { soldierCount } from './soldier-counts.ts';
import { placeCount } from './states-of-counts.ts';

const describedPlaces = (around: Around): BareCount | null =>
  around.draft.theatre.lexicon.has('placeUnits', around.stand.quantity.unit) ? describedCount(around) : null;

const RULES = [
  ratedCount,
  placeCount,
  describedPlaces,
  leavingCount,
  soldierCount,
  absentCount,
  displacedCount,
  illnessCount,
];

const countOf = (around: Around): BareCount | null => {
  for (const rule of RULES) {
    const found = rule(around);
    if (found !== null) return found;
  }
  return null;
};

/** "They have 85 percent of the country?": whoever asks asserts nothing; a flash with its marks may. */
const isAsked = ({ heading, tokens }: Sentence): boolean => !heading && tokens.at(-1)?.word === '?';

/** `governed` are the counts that verbs took, in any order. */
export const findBareCounts = (
  draft: Draft,
  stands: readonly Stand[],
  governed: readonly BareCount[],
): readonly BareCount[] => {
  const found: BareCount[] = [...governed];
  const bare = stands.flatMap((stand) => {
    const sentence = draft.sentences[stand.sentence];
    if (sentence === undefined || stand.quantity.asked || stand.quantity.ifDenied || isAsked(sentence)) return [];
    const isBefore = (one: BareCount): boolean => one.sentence === sentence && one.quantity.end <= stand.start;
    const count = countOf({ draft, stand, sentence, before: found.findLast(isBefore) ?? null });
    if (count !== null) found.push(count);
    return count ?? [];
  });
  return bare;
};
