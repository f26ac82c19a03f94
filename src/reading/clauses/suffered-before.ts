// "The Reds AFTER HEAVY LOSSES retreated", "the Reds AFTER SUFFERING CASUALTIES fled": what somebody went through, between
// him and what he did, without a comma.
// Invariant: a side or a place stands right before it; who goes through it is nobody else.

import { isIn, isInAny } from '../words/view-sentence.ts';
import { openingComma } from './clause-bounds.ts';
import type { VerbGroup } from './find-verb-groups.ts';
import type { NounPhrase } from './noun-phrases.ts';
import type { Parse } from './parse.ts';
import { beforeTimeAt } from './time-beside.ts';

/** The last word of the side before such words that end with a phrase; -1 where there is none. */
export const sufferedBefore = (parse: Parse, { actor, places, from }: NounPhrase): number => {
  const { view, phraseAt, verbAt } = parse;
  if (actor !== null || places !== null) return -1;
  const deed = verbAt[from - 1];
  const link = (deed?.gerund === true ? deed.from : from) - 1;
  // "Ashford ON MONDAY after a siege of two weeks fell"
  const end = beforeTimeAt(parse, link - 1) ?? link - 1;
  // "Ashford, A MARKET TOWN, after a siege of two weeks fell"
  const open = openingComma(parse, end);
  const last = open < 0 ? end : open - 1;
  const side = isIn(view, 'clausePrepositions', link) ? phraseAt[last] : undefined;
  if (side === undefined || (side.actor === null && side.places === null)) return -1;
  if (side.actor?.means === 'civilian') return -1;
  // "fought off THE ATTACKERS until help came": whom a verb governs begins no clause.
  const opens =
    view.tokens[side.from - 1]?.type !== 'word' || isInAny(view, ['conjunctions', 'clauseComplements'], side.from - 1);
  return opens ? last : -1;
};

/** "… were foiled and THE REDS, after suffering casualties, retreated": whoever begins the clause before the aside. */
export const whoBeforeAside = (parse: Parse, close: number): NounPhrase | null => {
  const open = openingComma(parse, close);
  const who = open < 0 ? undefined : parse.phraseAt[open - 1];
  const told = who?.actor != null && isIn(parse.view, 'conjunctions', who.from - 1);
  return told && isInAny(parse.view, ['clausePrepositions', 'prepositions'], open + 1) ? who : null;
};

/** "…, WITH REINFORCEMENTS sent from B entering A": who or what stands behind the link does it, whatever is told of it. */
export const absoluteOver = (
  { view, phraseAt, verbAt }: Parse,
  { gerund }: VerbGroup,
  at: number,
): NounPhrase | null => {
  const right = gerund ? phraseAt[at] : undefined;
  if (right === undefined) return null;
  const sent = verbAt[right.from - 2];
  const told = isIn(view, 'prepositions', right.from - 1) && sent?.bare === true && sent.forms.includes('participle');
  const who = told ? phraseAt[sent.from - 1] : right;
  return who !== undefined && isIn(view, 'absoluteLinks', who.from - 1) ? who : null;
};
