// A sentence taken apart: its places joined, its verbs grouped, its noun phrases found, each laid over the words.
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import type { SentenceView } from '../words/view-sentence.ts';
import type { VerbGroup } from './find-verb-groups.ts';
import type { NounPhrase } from './noun-phrases.ts';

/** A sentence taken apart: places joined, verbs grouped, for finding what belongs to what. */
export interface Parse {
  readonly view: SentenceView;
  readonly groups: readonly PlaceGroup[];
  readonly verbs: readonly VerbGroup[];
  readonly phrases: readonly NounPhrase[];
  readonly groupAt: readonly (PlaceGroup | undefined)[];
  readonly verbAt: readonly (VerbGroup | undefined)[];
  readonly phraseAt: readonly (NounPhrase | undefined)[];
}

export const overTokens = <T extends { readonly from: number; readonly to: number }>(
  length: number,
  things: readonly T[],
): readonly (T | undefined)[] => {
  const over: (T | undefined)[] = new Array(length).fill(undefined);
  for (const thing of things) for (let i = thing.from; i < thing.to; i++) over[i] ??= thing;
  return over;
};
