// "AN ALLIANCE was denied by the commander": what is turned down in the passive stands before the verb, and may be of nothing told.
// "denied accusations OF BRUTALITY" says in its own words what is denied.
// Invariant: a pronoun, a noun for what is told or done, or a place before the verb keeps the denial one of what was said.

import { deedNouns } from '../clauses/noun-links.ts';
import type { Draft, Frame, Token } from '../marks.ts';

const TOLD = [
  'toldThings',
  'rumourNouns',
  'sayingNouns',
  'confirmedNouns',
  'whichWords',
  'placePronouns',
  'pointingWords',
];

/** Whether a denying frame in the passive, by its words, is of something that nobody has told of a place. */
export const isOfOtherThing = ({ theatre: { lexicon }, mentions }: Draft, words: readonly Token[]): boolean => {
  const be = words.findIndex(({ word }) => lexicon.has('be', word));
  const subject = words.slice(0, Math.max(0, be));
  const [first, last] = [subject[0], subject.at(-1)];
  if (first === undefined || last === undefined || !words.some(({ word }) => lexicon.has('byWords', word)))
    return false;
  const named = mentions.some(({ type, start, end }) => type !== 'actor' && start < last.end && end > first.start);
  const told = subject.some(({ word }) => TOLD.some((list) => lexicon.has(list, word)));
  return !named && !told && !deedNouns(lexicon).has(last.word);
};

const RUMOURS = ['rumourNouns', 'chargeNouns'];
const GAINS = ['gainNouns', 'pointingWords', 'placePronouns', 'pronouns', 'possessives', 'eventWords'];

/** "denied accusations OF BRUTALITY", "rumours ABOUT A DEAL": of what they are is said, and is nothing that is told of a place. */
export const isOfNamedCharge = (draft: Draft, frame: Frame, tokens: readonly Token[]): boolean => {
  const { lexicon } = draft.theatre;
  const behind = tokens.filter(({ start }) => start >= frame.end);
  const isRumour = (at: number): boolean => RUMOURS.some((list) => lexicon.has(list, behind[at]?.word ?? ''));
  const link = behind.findIndex(
    ({ word }, at) => at > 0 && ['partLinks', 'aboutWords'].some((list) => lexicon.has(list, word)) && isRumour(at - 1),
  );
  if (link < 0) return false;
  const end = behind.findIndex(({ type }, at) => at > link && type === 'mark');
  const of = behind.slice(link + 1, end < 0 ? behind.length : end);
  if (of.some(({ word }) => lexicon.has('chargeMatters', word))) return true;
  return of.length > 0 && !isOfGain(draft, of);
};

/** "claims of THE FALL", "of ANY ADVANCE", "of THEIR commander", "about ASHFORD": what was told, or whose words it is. */
const isOfGain = ({ theatre: { lexicon }, mentions }: Draft, of: readonly Token[]): boolean => {
  const [first, last] = [of[0], of.at(-1)];
  if (first === undefined || last === undefined) return true;
  const named = mentions.some(({ start, end }) => start < last.end && end > first.start);
  return named || of.some(({ word }) => deedNouns(lexicon).has(word) || GAINS.some((list) => lexicon.has(list, word)));
};
