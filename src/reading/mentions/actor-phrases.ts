// Who is named from a word on, with the amount before ("at least 60 fighters") and what is told of them behind ("flown in from B").
// Invariant: what is told behind ends before a comma (but for an aside between two) and "out"; it never names who acts.

import type { NounPhrase } from '../clauses/noun-phrases.ts';
import type { Parse } from '../clauses/parse.ts';
import type { ActorMark } from '../marks.ts';
import { pastParenthesis } from '../predicates/verb-aside.ts';
import { numberOf } from '../words/numbers.ts';
import { isIn, isInAny, wordAt } from '../words/view-sentence.ts';

const isAmount = ({ view }: Parse, at: number): boolean =>
  view.tokens[at]?.type === 'number' ||
  isIn(view, 'partNouns', at) ||
  numberOf([wordAt(view, at)], view.lexicon) !== null;

/** The phrase's actor that begins at a word, but for the words before its number: "in the hands of AT LEAST 60 fighters". */
export const weighedActor = (parse: Parse, at: number): ActorMark | null => {
  let from = at;
  while (from < at + 3 && isInAny(parse.view, ['amountPrepositions', 'amountWords', 'roundingWords'], from)) from++;
  if (from === at || !isAmount(parse, from)) return null;
  const phrase = parse.phraseAt[from];
  return phrase !== undefined && phrase.from >= at && phrase.actor?.modifies === false ? phrase.actor : null;
};

const isParticiple = ({ view, verbAt }: Parse, at: number): boolean =>
  verbAt[at]?.from === at && verbAt[at]?.forms.includes('participle') === true && !isIn(view, 'be', at - 1);

/** "FLOWN IN", "LOYAL", "BACKED": the end of the word that tells of a party, with what belongs to it. */
const behindParticiple = (parse: Parse, at: number): number => {
  const { view } = parse;
  if (!isParticiple(parse, at) && !isInAny(view, ['loyalLinks', 'backedWords'], at)) return at;
  let to = at + 1;
  while (to < at + 3 && isInAny(view, ['verbAdverbs', 'tellingParticles'], to)) to++;
  return to;
};

/** "UNDER General Hale", "ON MOTORCYCLES", "OF the president": the end of what a link and its phrase say. */
const behindLink = ({ view, phraseAt }: Parse, at: number): number => {
  const loyal = isIn(view, 'goalLinks', at) && isInAny(view, ['loyalLinks', 'backedWords'], at - 1);
  const to = loyal || isIn(view, 'toldLinks', at) ? (phraseAt[at + 1]?.to ?? at) : at;
  // "the government OF THIS STREET now": only a name tells whose it is.
  const named = /^\p{Lu}/u.test(view.tokens[to - 1]?.text ?? '');
  return isIn(view, 'partLinks', at) && !named ? at : to;
};

/** "the army AND POLICE", "government forces AND THEIR ALLIES": the end of a second party of the same side. */
const behindFriend = ({ view, phraseAt }: Parse, at: number): number => {
  const [first, second] = [phraseAt[at - 1], phraseAt[at + 1]];
  const friend = second?.actor ?? null;
  if (!isIn(view, 'listLinks', at) || first?.actor == null || friend === null || friend.modifies) return at;
  return friend.side === first.actor.side || friend.means === 'forces' ? (second?.to ?? at) : at;
};

/** So many links at most: "flown in FROM the capital ON Monday". */
const LINKS = 2;

/** The ends of what may be told of a party right behind its name, the nearest first. */
export const toldEnds = (parse: Parse, at: number): readonly number[] => {
  const friend = behindFriend(parse, at);
  if (friend > at) return [friend];
  // "drove the militia, KNOWN AS THE PATROL, out of A": what only describes a party stands between two commas.
  const aside = pastParenthesis(parse, at);
  if (aside > at) return [aside];
  let to = behindParticiple(parse, at);
  const ends = to > at && !isInAny(parse.view, ['goalLinks', 'agentWords'], to) ? [to] : [];
  for (let i = 0; i < LINKS; i++) {
    const next = behindLink(parse, to);
    if (next === to) break;
    ends.push(next);
    to = next;
  }
  return ends;
};

/** "troops CONTINUED in A" is no "troops FLOWN in from A", nor "troops BACKED by them". */
const isToldOn = ({ view, verbAt }: Parse, at: number, to: number): boolean =>
  verbAt[at]?.forms.includes('past') === true &&
  !isInAny(view, ['loyalLinks', 'backedWords'], at) &&
  !isIn(view, 'agentWords', at + 1) &&
  !(to > at + 1 && isIn(view, 'robbedLinks', to));

/** "the withdrawal of commandos FLOWN IN FROM B from A": behind a participle and its phrase; `at` where none stands. */
export const behindTold = (parse: Parse, at: number): number => {
  const party = parse.phraseAt[at - 1];
  if (party?.to !== at || party.actor === null) return at;
  const told = behindParticiple(parse, at);
  const to = isToldOn(parse, at, told) ? at : told;
  const under = isIn(parse.view, 'underWords', at);
  return to > at || under ? behindLink(parse, to) : at;
};

/** "compelled troops loyal TO THE PRESIDENT to withdraw": whom a phrase only tells of. */
export const toldOf = (parse: Parse, { from, to }: NounPhrase): NounPhrase | null => {
  const party = parse.phrases.findLast((one) => one.actor?.pronoun === false && one.to <= from);
  return party !== undefined && behindTold(parse, party.to) === to ? party : null;
};
