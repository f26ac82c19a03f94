// "The garrison of A has understood. IT LEFT on Sunday": whoever leaves leaves the place that he was told to be in.
// Invariant: only where those men and their place open the sentence before, and no other place is named in it.
import type { PlaceItem, Predicate } from '../marks.ts';
import { inSentence } from '../words/by-sentence.ts';
import { type NamedPlace, spokenIn } from './named-places.ts';
import type { Ground } from './place-suits.ts';

const LEAVING: readonly Predicate['kind'][] = ['withdrawal', 'surrender'];

/** Words of "The last Blue". */
const OPENING = 3;

/** Words of "garrison of the town of". */
const BESIDE = 4;

export const placeOfGarrison = (
  { draft, places }: Ground,
  item: PlaceItem | null,
  { kind, doer, actor, sentence, placeWord }: Predicate,
): NamedPlace | null => {
  if (item !== null || placeWord !== null || doer?.pronoun !== true || !LEAVING.includes(kind)) return null;
  const before = draft.sentences[sentence - 1];
  if (before === undefined || before.paragraph !== draft.sentences[sentence]?.paragraph) return null;
  const [only, ...more] = spokenIn(places, sentence - 1, sentence - 1);
  const men = inSentence(draft.mentions, sentence - 1).find((one) => one.type === 'actor' && !one.pronoun);
  if (only === undefined || more.length > 0 || men === undefined || men.from > OPENING) return null;
  const { from, to } = only.mark;
  const behind = from >= men.to && from - men.to <= BESIDE && men.to < from;
  const link = before.tokens[men.to]?.word ?? '';
  const { lexicon } = draft.theatre;
  const linked = lexicon.has('innerPrepositions', link) && !lexicon.has('fromWords', link);
  const ahead = to <= men.from && men.from - to <= 1;
  return men.type === 'actor' && men.side === actor && ((behind && linked) || ahead) ? only : null;
};
