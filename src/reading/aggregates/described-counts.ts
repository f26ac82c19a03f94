// Counts whose thing is told by an adjective: "counted seven ABANDONED posts", "there are 14 LEAGUE-HELD districts".
// Invariant: only where such things are counted, listed or said to be there; "shelled two besieged towns" counts nothing.
import { sideAt } from '../actors/actor-meant.ts';
import { challengerOf, incumbentOf } from '../mentions/theatre-sides.ts';
import { type Around, actorsIn, type BareCount, wordIn } from './held-counts.ts';
import { kindBetween, SIDELESS } from './number-of.ts';

const GIVEN_UP: readonly BareCount['kind'][] = ['loss', 'withdrawal'];

/** "there are", "they counted", "the map shows": right before the count, or the count opens a line without a verb. */
const isListed = ({ draft, stand, sentence }: Around): boolean => {
  const { lexicon } = draft.theatre;
  const before = wordIn(sentence, stand.from - 1);
  const there = lexicon.has('be', before) && lexicon.has('existWords', wordIn(sentence, stand.from - 2));
  return there || lexicon.has('listingVerbs', before) || isVerbless({ draft, stand, sentence });
};

const isVerbless = ({ draft, stand, sentence }: Pick<Around, 'draft' | 'stand' | 'sentence'>): boolean =>
  sentence.heading &&
  !sentence.tokens.some(({ word }, at) => (at < stand.from || at >= stand.to) && draft.theatre.lexicon.verbs.has(word));

/** A number of places with an adjective of holding, taking or leaving before the thing. */
export const describedCount = (around: Around): BareCount | null => {
  const { draft, stand, sentence } = around;
  const { from, to } = stand.quantity;
  if (stand.quantity.bare || !isListed(around)) return null;
  const words = { tokens: sentence.tokens, lexicon: draft.theatre.lexicon };
  const kind = kindBetween(words, from, to);
  const actor = actorsIn(around).find((one) => one.from >= from && one.to <= to);
  const named = actor === undefined ? null : sideAt(draft, actor);
  if (kind === null || kind === 'attack' || (named === null && !SIDELESS.includes(kind))) return null;
  const side =
    named ??
    (GIVEN_UP.includes(kind) ? incumbentOf(draft.theatre) : kind === 'siege' ? challengerOf(draft.theatre) : null);
  return { quantity: stand.quantity, sentence, kind, actor: side, clause: stand };
};
