// "The rebels besieged it, and THE MEN WHO HAD HELD IT slipped away": men of nobody named, whom a relative clause calls its holders.
// Invariant: asked only of who leaves or gives up; men whom their own words name are theirs.
import type { SideId } from '../../model/actor.ts';
import type { Draft, Predicate } from '../marks.ts';
import { opponentOf } from '../mentions/theatre-sides.ts';
import { inSentences } from '../words/by-sentence.ts';
import { sideAt } from './actor-meant.ts';
import { holderFor } from './holder-for.ts';

const BESIEGING: readonly Predicate['kind'][] = ['siege', 'attack', 'threat'];

/** Words of "who had so far". */
const REACH = 5;

/** Whose the men are: the foe's of who besieged it before, else the holder's; null where they are not called so. */
export const menOfHolder = (draft: Draft, predicate: Predicate): SideId | null => {
  const { kind, doer, sentence, start } = predicate;
  const { lexicon } = draft.theatre;
  if (!['withdrawal', 'surrender'].includes(kind) || doer === null || doer.pronoun || doer.side !== null) return null;
  const words = draft.sentences[sentence]?.tokens.slice(doer.to, doer.to + REACH).map(({ word }) => word) ?? [];
  if (!lexicon.has('relatives', words[0] ?? '')) return null;
  const verb = words.slice(1).find((word) => !lexicon.has('have', word) && !lexicon.has('be', word)) ?? '';
  if (lexicon.verbs.get(verb)?.some(({ lemma }) => lexicon.has('holdingOff', lemma)) !== true) return null;
  const foe = inSentences(draft.predicates, { from: sentence - 2, to: sentence }).findLast(
    (one) => BESIEGING.includes(one.kind) && one.start < start && one.doer !== null,
  );
  return opponentOf(sideAt(draft, foe?.doer ?? null), draft.theatre) ?? holderFor(draft, predicate);
};
