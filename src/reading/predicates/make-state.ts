// A state that no rule of a verb says ("Ashford still Council", "the flag over Garth"), as a predicate.
import type { Kind } from '../../model/claim.ts';
import type { NounRule } from '../../model/lexicon.ts';
import type { Parse } from '../clauses/parse.ts';
import type { ActorMark, Predicate } from '../marks.ts';
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import type { Mood } from '../words/moods.ts';
import { nounPredicate } from './make-noun-predicate.ts';

const STATE: NounRule = {
  ...{ name: 'state', kind: 'hold', nouns: [], placeAfter: [], actorAfter: [], possessor: 'actor' },
  ...{ gives: false, needsActor: true, modality: null, says: 'A convoy reached rebel-held Ashford.' },
};

export interface State {
  readonly name: string;
  readonly kind: Kind;
  /** The token that carries it. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
  /** Null = the place spoken of. */
  readonly place: PlaceGroup | null;
  /** Null = whose the context says. */
  readonly actor: ActorMark | null;
}

/** "Red" in "Red hands" stands for the Reds themselves. */
const asOwner = (actor: ActorMark): ActorMark => (actor.pronoun ? actor : { ...actor, modifies: false });

export const makeState = (parse: Parse, state: State, mood: Mood): Predicate => {
  const { name, kind, at, from, to, place, actor } = state;
  const rule: NounRule = { ...STATE, name, kind };
  const match = { rule, at, from, to, place, actor: actor === null ? null : asOwner(actor) };
  return { ...nounPredicate(parse, match, mood), fromContext: actor === null };
};
