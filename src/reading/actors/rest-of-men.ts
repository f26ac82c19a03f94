// "Thirty soldiers in A surrendered. THOSE IN B retreated", "THE OTHERS left": men of the side that the sentence before tells of.
// Invariant: only where nobody else is named before the verb, and the sentence before tells of men who left or gave up.
import type { SideId } from '../../model/actor.ts';
import type { Kind } from '../../model/claim.ts';
import type { ActorMark, Draft, Predicate } from '../marks.ts';
import { inSentence, inSentences } from '../words/by-sentence.ts';
import { numberOf } from '../words/numbers.ts';
import { sideAt } from './actor-meant.ts';

const GONE: readonly Kind[] = ['withdrawal', 'surrender'];

/** Words of "On Monday the last". */
const OPENING = 4;

/** "THE GARRISON OF A was two hundred strong": men who are told to be there. */
const garrisonBefore = (draft: Draft, sentence: number): ActorMark | null => {
  const words = draft.sentences[sentence]?.tokens ?? [];
  const marks = inSentence(draft.mentions, sentence);
  const isThere = ({ to }: ActorMark): boolean =>
    draft.theatre.lexicon.has('restLinks', words[to]?.word ?? '') &&
    marks.some((one) => one.type === 'place' && (one.from === to + 1 || one.from === to + 2));
  return (
    marks.find(
      (one): one is ActorMark =>
        one.type === 'actor' && !one.pronoun && !one.modifies && one.means !== 'civilian' && isThere(one),
    ) ?? null
  );
};

/** "THE REST fled", "SIXTY surrendered": nobody but some of those told of is the subject. */
const isRest = (draft: Draft, { sentence, start }: Predicate): boolean => {
  const { lexicon } = draft.theatre;
  const words = (draft.sentences[sentence]?.tokens ?? []).filter((token) => token.start < start);
  // "Forty were captured; THE REST fled"
  const before = words.slice(words.findLastIndex(({ word }) => /^[;:—–]$/.test(word)) + 1);
  const rest = before.findIndex(({ word }) => lexicon.has('restWords', word));
  const link = before[rest + 1]?.word ?? '';
  if (rest >= 0 && rest <= OPENING) return rest === before.length - 1 || lexicon.has('restLinks', link);
  const only = before.length <= 2 ? before.at(-1) : undefined;
  return only !== undefined && numberOf([only.word], lexicon) !== null;
};

/** "FORTY SOLDIERS were captured; the rest fled": so many of them, and others. */
const isCounted = (
  { sentences, theatre: { lexicon } }: Draft,
  { sentence, from, means, modifies }: ActorMark,
): boolean =>
  !modifies && means !== 'civilian' && numberOf([sentences[sentence]?.tokens[from - 1]?.word ?? ''], lexicon) !== null;

/** The men of whom some are told of in the words "the rest", "those in B", "sixty"; null where the words are no such rest. */
export const menLeft = (draft: Draft, predicate: Predicate): ActorMark | null => {
  const { kind, doer, sentence, start } = predicate;
  if (doer !== null || !GONE.includes(kind) || !isRest(draft, predicate)) return null;
  const named = inSentence(draft.mentions, sentence).filter(
    (one): one is ActorMark => one.type === 'actor' && !one.pronoun && one.end <= start,
  );
  const [men, ...others] = named;
  if (men !== undefined) return others.length === 0 && isCounted(draft, men) ? men : null;
  const gone = inSentences(draft.predicates, { from: sentence - 2, to: sentence - 1 }).findLast(
    (one) => GONE.includes(one.kind) && one.doer !== null && one.polarity === 'affirmed',
  );
  return gone?.doer ?? garrisonBefore(draft, sentence - 1) ?? garrisonBefore(draft, sentence - 2);
};

/** The side of those who are told of as the rest of men named before; null where the words are no such rest. */
export const restMeant = (draft: Draft, predicate: Predicate): SideId | null =>
  sideAt(draft, menLeft(draft, predicate));
