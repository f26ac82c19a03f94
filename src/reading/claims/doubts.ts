// What makes a claim less sure than one whose every part is said plainly: doubts by name, from the marks of the passes.
// Invariant: each doubt takes away, none adds; their weights are data (confidence.json), fitted by bench/confidence.ts.
import type { Modality, UnplacedClaim } from '../../model/claim.ts';
import type { Lexicon } from '../../model/lexicon.ts';
import type { When } from '../../model/time.ts';
import type { Draft, Frame, Predicate, PredicatePlace } from '../marks.ts';

/** The doubts, in the words of the trace and of the data. */
export const DOUBTS = [
  'the place is a pronoun',
  'the place is described',
  'the place is not said',
  'the place stands far off',
  'several places bear the name',
  'no known place bears the name',
  'the doer is a pronoun',
  'the doer is a common noun',
  'the doer is not said',
  'a phrase, not a plain verb',
  'a noun, not a verb',
  'a state without a verb of its own',
  'the speaker is carried on',
  'the outlet itself speaks',
  'the day is implied',
  'no day can be told',
  'not said as a fact',
  'said with a no',
  'denied without saying it again',
  'confirmed without saying it again',
] as const;
export type Doubt = (typeof DOUBTS)[number];

/** What a claim is made of, before it is one. */
export interface Making {
  readonly predicate: Predicate;
  readonly place: PredicatePlace;
  readonly frame: Frame | null;
  readonly when: When;
  readonly modality: Modality;
  readonly polarity: UnplacedClaim['polarity'];
}

type Found = Doubt | null;

/** Further than this from its verb, in characters, a name may belong to another. */
const FAR = 60;

const doubtOfPlace = ({ predicate, place }: Making): Found => {
  const { clause, placeFromContext, placeWord } = predicate;
  const { start } = place.mention.span;
  if (placeFromContext) return placeWord === null ? 'the place is not said' : 'the place is a pronoun';
  if (predicate.items.every((item) => item.place?.start !== start)) return 'the place is described';
  const away = Math.min(Math.abs(start - predicate.start), Math.abs(start - predicate.end));
  return start < clause.start || start >= clause.end || away > FAR ? 'the place stands far off' : null;
};

const doubtOfName = ({ place }: Making): Found => {
  const { length } = place.mention.candidates;
  if (length === 1) return null;
  return length === 0 ? 'no known place bears the name' : 'several places bear the name';
};

const doubtOfDoer = ({ predicate: { doer, kind } }: Making): Found => {
  if (kind === 'clash') return null;
  if (doer === null) return 'the doer is not said';
  if (doer.pronoun) return 'the doer is a pronoun';
  return doer.means === 'name' ? null : 'the doer is a common noun';
};

const byName = new WeakMap<Lexicon, ReadonlyMap<string, Found>>();

/** By a rule's name: a plain verb leaves no doubt. */
const rulesOf = (lexicon: Lexicon): ReadonlyMap<string, Found> => {
  const known = byName.get(lexicon);
  if (known !== undefined) return known;
  const made = new Map<string, Found>([
    ...lexicon.nounRules.map(({ name }) => [name, 'a noun, not a verb'] as const),
    ...lexicon.verbRules.map(
      ({ name, after }) => [name, after === null ? null : 'a phrase, not a plain verb'] as const,
    ),
  ]);
  byName.set(lexicon, made);
  return made;
};

const doubtOfRule = (draft: Draft, { predicate }: Making): Found => {
  const found = rulesOf(draft.theatre.lexicon).get(predicate.rule);
  return found === undefined ? 'a state without a verb of its own' : found;
};

const doubtOfFrame = ({ frame, predicate }: Making): Found => {
  if (frame === null) return 'the outlet itself speaks';
  return frame.sentence === predicate.sentence ? null : 'the speaker is carried on';
};

const doubtOfDay = ({ when }: Making): Found => {
  if (when.latest === null) return 'no day can be told';
  return when.basis === 'implied' ? 'the day is implied' : null;
};

/** The doubts about a claim made of these parts. */
export const doubtsOf = (draft: Draft, making: Making): readonly Doubt[] => {
  const { modality, polarity } = making;
  const found: readonly Found[] = [
    doubtOfPlace(making),
    doubtOfName(making),
    doubtOfDoer(making),
    doubtOfRule(draft, making),
    doubtOfFrame(making),
    doubtOfDay(making),
    modality === 'actual' ? null : 'not said as a fact',
    polarity === 'affirmed' ? null : 'said with a no',
  ];
  return found.filter((doubt) => doubt !== null);
};
