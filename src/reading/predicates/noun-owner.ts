// Who or what stands before a noun of the field: "the Reds' capture", "a rebel attack", "its fall".
// Invariant: only describing words and a possessive stand between; a verb before a siege parts it from its subject.

import type { NounRule } from '../../model/lexicon.ts';
import type { Parse } from '../clauses/parse.ts';
import type { ActorMark } from '../marks.ts';
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { isFiller, isIn, wordAt } from '../words/view-sentence.ts';

const isPossessive = (parse: Parse, at: number): boolean => /^('s|'|’)$/.test(wordAt(parse.view, at));

/** The place that a relative clause describes which begins at `at`. */
const describedBy = ({ view, groupAt }: Parse, at: number): PlaceGroup | null =>
  groupAt[at - (wordAt(view, at - 1) === ',' ? 2 : 1)] ?? null;

/** "A, the loss OF WHICH was denied": the place of a noun that opens the clause, by the relative word behind it. */
export const ofWhich = (parse: Parse, at: number): PlaceGroup | null => {
  const { view } = parse;
  if (!isIn(view, 'partLinks', at + 1) || !isIn(view, 'whichWords', at + 2)) return null;
  return describedBy(parse, isIn(view, 'determiners', at - 1) ? at - 1 : at);
};

/** "the Reds' capture", "a rebel attack", "its fall": who or what stands before the noun. */
const before = (parse: Parse, at: number): { actor: ActorMark | null; place: PlaceGroup | null; from: number } => {
  let i = at - 1;
  while (
    i > at - 4 &&
    i >= 0 &&
    isFiller(parse.view, i) &&
    parse.groupAt[i] === undefined &&
    !isIn(parse.view, 'determiners', i)
  )
    i--;
  // "A, WHOSE fall": of what the clause describes.
  if (isIn(parse.view, 'owningRelatives', i)) return { actor: null, place: describedBy(parse, i), from: i };
  if (isPossessive(parse, i)) i--;
  const mark = parse.view.markAt[i];
  if (mark?.type === 'actor') {
    const from = mark.from - (isIn(parse.view, 'determiners', mark.from - 1) ? 1 : 0);
    return { actor: mark, place: null, from };
  }
  const place = isPossessive(parse, i + 1) ? (parse.groupAt[i] ?? null) : null;
  return { actor: null, place, from: place?.from ?? i + 1 };
};

/** "Army BREAKS siege of A": the subject of a verb before the noun is no owner of a siege. */
export const ownerOf = (parse: Parse, { kind }: NounRule, at: number): ReturnType<typeof before> => {
  const ahead = before(parse, at);
  return kind === 'siege' && parse.verbAt[at - 1] !== undefined ? { actor: null, place: null, from: at } : ahead;
};

/** "A, WHOSE capture they announced": whoever announces it tells who did it. */
export const isOwnedByRelative = ({ view }: Parse, at: number): boolean =>
  [at - 1, at - 2].some((i) => isIn(view, 'owningRelatives', i));
