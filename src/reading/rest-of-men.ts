// "Thirty soldiers in A surrendered. THOSE IN B retreated", "THE OTHERS left": men of the side that the sentence before tells of.
// Invariant: only where nobody else is named before the verb, and the sentence before tells of men who left or gave up.
import type { SideId } from '../model/actor.ts';
import type { Kind } from '../model/claim.ts';
import { sideAt } from './actor-meant.ts';
import { inSentence } from './by-sentence.ts';
import type { Draft, Predicate } from './marks.ts';

const GONE: readonly Kind[] = ['withdrawal', 'surrender'];

/** Words of "On Monday the last". */
const OPENING = 4;

/** The side of those who are told of as the rest of men named before; null where the words are no such rest. */
export const restMeant = (draft: Draft, { kind, doer, sentence, start }: Predicate): SideId | null => {
  const { lexicon } = draft.theatre;
  if (doer !== null || !GONE.includes(kind)) return null;
  const before = (draft.sentences[sentence]?.tokens ?? []).filter((token) => token.start < start);
  const rest = before.findIndex(({ word }) => lexicon.has('restWords', word));
  const link = before[rest + 1]?.word ?? '';
  if (rest < 0 || rest > OPENING || !(rest === before.length - 1 || lexicon.has('restLinks', link))) return null;
  const named = inSentence(draft.mentions, sentence).some(
    (one) => one.type === 'actor' && !one.pronoun && one.end <= start,
  );
  const gone = inSentence(draft.predicates, sentence - 1).findLast(
    (one) => GONE.includes(one.kind) && one.doer !== null,
  );
  return named || gone === undefined ? null : sideAt(draft, gone.doer);
};
