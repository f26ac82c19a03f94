// "entered A after clashes on the edge of B AND SEIZED THE PRISON": the second deed is where the first one was.
// Invariant: asked only of two verbs of one doer in one sentence, with a fight told in passing between them.
import type { Draft, Predicate } from '../marks.ts';
import type { NamedPlace } from './named-places.ts';

/** Characters of " prison ". */
const NEAR = 12;

const isFightAt = ({ kind, tense, clause }: Predicate, { mark }: NamedPlace): boolean =>
  kind === 'clash' && tense === 'none' && clause.start <= mark.start && mark.end <= clause.end;

/** The place of the deed before, where the name that stands nearer is a fight's; else null. */
export const sceneBefore = (
  draft: Draft,
  { sentence, start, end, doer }: Predicate,
  before: readonly NamedPlace[],
): NamedPlace | null => {
  const here = draft.predicates.filter((other) => other.sentence === sentence && other.start < start);
  const last = before.findLast(({ mark, locates }) => mark.sentence === sentence && !locates);
  if (doer === null || last === undefined || !here.some((other) => isFightAt(other, last))) return null;
  const { tokens = [] } = draft.sentences[sentence] ?? {};
  const { lexicon } = draft.theatre;
  // "entered A and, after clashes in B, seized the post THERE": the fight stands before the second deed, and not behind the first.
  const joined = tokens.some(
    ({ word }, at) => at >= last.mark.to && (tokens[at]?.start ?? 0) < start && lexicon.has('conjunctions', word),
  );
  const there = tokens.some(
    (token) => token.start >= end && token.start < end + NEAR && lexicon.has('hereWords', token.word),
  );
  if (!joined || there) return null;
  const deed = here.findLast((other) => other.doer?.start === doer.start && other.tense !== 'none');
  const place = deed?.items.findLast((item) => item.place !== null)?.place;
  return before.findLast(({ mark }) => mark.start === place?.start) ?? null;
};
