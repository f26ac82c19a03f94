// Men who are a place's own, and men of whom nobody can tell whose they are: "took A after ITS GARRISON had laid down its arms", "two posts, abandoned BY THEIR GARRISONS".
// Invariant: "their garrison" is a place's only behind "by"; elsewhere it is the men's of whom was spoken.
import type { SideId } from '../../model/actor.ts';
import type { ActorMark, Draft } from '../marks.ts';
import { incumbentOf } from '../mentions/theatre-sides.ts';
import { inSentence } from '../words/by-sentence.ts';
import { isGenitive } from '../words/genitives.ts';

interface Owned {
  readonly owner: ActorMark | null;
  readonly mark: ActorMark;
}

/** Whether a garrison is that of the place spoken of. */
export const isPlacesOwn = ({ theatre, sentences }: Draft, { owner, mark }: Owned): boolean => {
  const { lexicon } = theatre;
  if (owner === null || !lexicon.has('garrisonNouns', mark.text.toLowerCase())) return false;
  const { tokens = [] } = sentences[owner.sentence] ?? {};
  const before = tokens[owner.from - 1]?.word ?? '';
  // "The council said ITS POLICE had taken A": of whom the words just before tell.
  const said = lexicon.has('clauseComplements', before) ? (tokens[owner.from - 2]?.word ?? '') : before;
  const told = lexicon.verbs.get(said)?.some(({ lemma }) => lexicon.has('reportingVerbs', lemma)) === true;
  if (told) return false;
  return lexicon.has('placePossessives', owner.text.toLowerCase()) || lexicon.has('agentWords', before);
};

/** "His men still hold it", says somebody of no known side: nobody can tell whose they are. */
export const isUnknownMans = ({ theatre }: Draft, owner: ActorMark | null, owned: SideId | null): boolean =>
  theatre.open && owner !== null && owned === null && theatre.lexicon.has('mansPossessives', owner.text.toLowerCase());

/** "The peacekeeping mission said ITS TROOPS had left": those of a body from abroad. */
export const missionsOwn = ({ theatre, frames }: Draft, { owner, mark }: Owned): SideId | null => {
  if (!theatre.open || owner === null || mark.means === 'non-state') return null;
  const frame = frames.find(({ sentence, end }) => sentence === mark.sentence && end <= owner.start);
  const own =
    frame?.by.sides.join() === 'international' && theatre.lexicon.has('possessives', owner.text.toLowerCase());
  return own ? (theatre.sides.find(({ class: of }) => of === 'foreign')?.id ?? null) : null;
};

const OWNED = 3;

/** "the Taliban's red unit", "the army's special force": whose name stands before the noun with "'s". */
export const namedOwner = (draft: Draft, mark: ActorMark): SideId | null => {
  const tokens = draft.sentences[mark.sentence]?.tokens ?? [];
  const at = tokens.findLastIndex((_, i) => i < mark.from && i >= mark.from - OWNED && isGenitive({ tokens }, i));
  const owner = at < 0 ? undefined : inSentence(draft.mentions, mark.sentence).find(({ to }) => to === at);
  // "EASTRY'S forces": the town where the government sits.
  if (owner?.type === 'place' && draft.theatre.lexicon.has('governmentSeats', owner.text.toLowerCase()))
    return incumbentOf(draft.theatre);
  return owner?.type === 'actor' && !owner.pronoun ? owner.side : null;
};
