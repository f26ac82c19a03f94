// Sides that nobody named: of men who are counted as having given up, and of those whom "heavy fighting" drove out.
import type { SideId } from '../../model/actor.ts';
import type { Draft, Predicate } from '../marks.ts';
import { isIncumbent, localForceOf, opponentOf } from '../mentions/theatre-sides.ts';
import { sideAt, speakerSideAt } from './actor-meant.ts';
import { menOfHolder } from './men-of-holder.ts';

/** "240 men have laid down their arms", say the rebels: men of nobody named, whom a side counts so, are its enemy's. */
export const countedFoes = (draft: Draft, predicate: Predicate): SideId | null => {
  const { kind, doer, sentence, start } = predicate;
  const holders = menOfHolder(draft, predicate);
  if (holders !== null) return holders;
  const speaker =
    kind === 'surrender' && doer?.means === 'forces' && !doer.pronoun ? speakerSideAt(draft, start) : null;
  const owned = draft.theatre.lexicon.has(
    'possessives',
    draft.sentences[sentence]?.tokens[(doer?.from ?? 0) - 1]?.word ?? '',
  );
  return speaker === null || owned || doer?.side != null || isIncumbent(speaker, draft.theatre)
    ? null
    : opponentOf(speaker, draft.theatre);
};

/** "An UPRISING swept the rebels out of A": the people of the place did, where the theatre knows them as a force. */
const isByRising = ({ sentences, theatre: { lexicon } }: Draft, { sentence, start }: Predicate): boolean => {
  const before = sentences[sentence]?.tokens.filter(({ end }) => end <= start).toReversed() ?? [];
  const noun = before.find(({ word }) => !lexicon.has('verbAdverbs', word) && !lexicon.has('have', word));
  return lexicon.has('risingNouns', noun?.word ?? '');
};

/** "Heavy fighting forced the army out of A": nobody takes it, but the army left; "Reinforcements WILL drive the rebels out": their enemy means to. */
export const oustedFrom = (
  draft: Draft,
  predicate: Predicate,
  said: SideId | null,
): Pick<Predicate, 'kind' | 'actor'> | null => {
  const { kind, other, doer, doerOpen, modality } = predicate;
  const side = kind === 'recapture' && said === null ? sideAt(draft, other) : null;
  if (side === null || doer !== null || doerOpen) return null;
  const risen = isByRising(draft, predicate) ? localForceOf(draft.theatre) : null;
  if (risen !== null && risen !== side) return { kind, actor: risen };
  return modality === 'planned'
    ? { kind, actor: opponentOf(side, draft.theatre) }
    : { kind: 'withdrawal', actor: side };
};
