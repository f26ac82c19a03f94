// Speakers of a third force by what the text tells of it: a bare "Commander Karim", "fighters of Karim, a former chief".
// Invariant: whoever has an office of state, or is of a side by name, keeps it.
import { inSentence, sentenceAt } from './by-sentence.ts';
import { findOffices } from './find-offices.ts';
import type { Known } from './known-speakers.ts';
import { mansOwn, risenSpokenOf } from './local-force.ts';
import type { ActorMark, Draft } from './marks.ts';
import { incumbentOf } from './theatre-sides.ts';

/** "Commander Karim said" where the text tells of a third force; "fighters of Karim, a former chief, say". */
export const sidesOfRisen = (
  draft: Draft,
  { speaker, sides, at }: Known & { readonly at: number },
): Known['sides'] | null => {
  const { theatre } = draft;
  const offices = findOffices(speaker ?? '', theatre).map(({ start, end }) => (speaker ?? '').slice(start, end));
  const commands =
    offices.length > 0 && offices.every((office) => theatre.lexicon.has('plainCommanders', office.toLowerCase()));
  const bare = commands && sides.every((side) => side === incumbentOf(theatre));
  const mark = inSentence(draft.mentions, sentenceAt(draft, at)).find(
    (one): one is ActorMark => one.type === 'actor' && one.start <= at && one.end > at,
  );
  const side = (bare ? risenSpokenOf(draft, at) : null) ?? (mark === undefined ? null : mansOwn(draft, mark));
  return side === null ? null : [side];
};
