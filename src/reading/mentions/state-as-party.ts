// "under STATE control", "in the hands of THE STATE": the word for a land that means its government.
// Invariant: behind a name, as "Northmark state", it is the land, and so is what somebody takes control of.
import type { Theatre } from '../../model/theatre.ts';
import type { ActorMark, Sentence } from '../marks.ts';
import { actorMark } from './find-actors.ts';

/** "under the control OF the state", "back in the hands of the state". */
const isOwner = ({ tokens }: Sentence, from: number, { lexicon }: Theatre): boolean => {
  const has = (list: string, at: number): boolean => lexicon.has(list, tokens[at]?.word ?? '');
  const held = has('holdNouns', from - 3) && has('definiteArticles', from - 4) && has('heldLinks', from - 5);
  return has('definiteArticles', from - 1) && has('partLinks', from - 2) && held;
};

export const stateMark = (sentence: Sentence, from: number, theatre: Theatre): ActorMark | null => {
  const { tokens } = sentence;
  const has = (list: string, at: number): boolean => theatre.lexicon.has(list, tokens[at]?.word ?? '');
  if (!has('stateNames', from) || /^\p{Lu}/u.test(tokens[from - 1]?.text ?? '')) return null;
  const owns = has('holdNouns', from + 1) && !has('definiteArticles', from - 1);
  if (!owns && !isOwner(sentence, from, theatre)) return null;
  return actorMark(sentence, { from, to: from + 1, value: { type: 'noun', means: 'government' } }, theatre);
};
