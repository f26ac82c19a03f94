// Men who are a place's own, and men of whom nobody can tell whose they are: "took A after ITS GARRISON had laid down its arms", "two posts, abandoned BY THEIR GARRISONS".
// Invariant: "their garrison" is a place's only behind "by"; elsewhere it is the men's of whom was spoken.
import type { SideId } from '../model/actor.ts';
import type { ActorMark, Draft } from './marks.ts';

interface Owned {
  readonly owner: ActorMark | null;
  readonly mark: ActorMark;
}

/** Whether a garrison is that of the place spoken of. */
export const isPlacesOwn = ({ theatre, sentences }: Draft, { owner, mark }: Owned): boolean => {
  const { lexicon } = theatre;
  if (owner === null || !lexicon.has('garrisonNouns', mark.text.toLowerCase())) return false;
  const before = sentences[owner.sentence]?.tokens[owner.from - 1]?.word ?? '';
  return lexicon.has('placePossessives', owner.text.toLowerCase()) || lexicon.has('agentWords', before);
};

/** "His men still hold it", says somebody of no known side: nobody can tell whose they are. */
export const isUnknownMans = ({ theatre }: Draft, owner: ActorMark | null, owned: SideId | null): boolean =>
  theatre.open && owner !== null && owned === null && theatre.lexicon.has('mansPossessives', owner.text.toLowerCase());
