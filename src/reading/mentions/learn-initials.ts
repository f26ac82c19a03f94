// Letters that are an armed group's by what stands beside them: "CF fighters", "the leader of the CF", "regained it from the CF".
// Invariant: a nation's, an outlet's and a mediator's letters are no group's.
import type { Theatre } from '../../model/theatre.ts';
import type { Sentence } from '../marks.ts';
import { has, isInitials, meansNonState, startOfRun } from './group-words.ts';
import { phraseAt } from './name-tree.ts';
import { nationWordAt } from './nation-words.ts';

/** "its forces", "their own men". */
const ownsForces = ({ tokens }: Sentence, own: number, theatre: Theatre): boolean =>
  [own + 1, own + 2].some((at) => has(theatre, 'ownedForces', tokens[at]));

/** "regained Ashford FROM the CF": from whom a place is taken back. */
const isOusted = ({ tokens }: Sentence, at: number, { lexicon }: Theatre): boolean => {
  const of = lexicon.has('definiteArticles', tokens[at - 1]?.word ?? '') ? at - 2 : at - 1;
  if (!lexicon.has('fromWords', tokens[of]?.word ?? '')) return false;
  const words = tokens.slice(Math.max(0, of - OUSTING), of);
  return words.some(({ word }) => lexicon.verbs.get(word)?.some(({ lemma }) => lexicon.has('regainingVerbs', lemma)));
};

/** Words between "regained" and "from". */
const OUSTING = 10;

/** "pushed THE CF out of Ashford", "drove the CF back": whom a place is cleared of. */
const isDriven = ({ tokens }: Sentence, at: number, { lexicon }: Theatre): boolean => {
  const verb = lexicon.has('definiteArticles', tokens[at - 1]?.word ?? '') ? at - 2 : at - 1;
  const drives = lexicon.verbs.get(tokens[verb]?.word ?? '')?.some(({ lemma }) => lexicon.has('drivingVerbs', lemma));
  return drives === true && lexicon.has('drivenTo', tokens[at + 1]?.word ?? '');
};

/** "rebels of the Permanent Coastal Framework (PCF)": whose rebels they are. */
const isOfRebels = (sentence: Sentence, at: number, theatre: Theatre): boolean => {
  const { tokens } = sentence;
  if (tokens[at - 1]?.text !== '(' || tokens[at + 1]?.text !== ')') return false;
  const from = startOfRun(sentence, at - 1, theatre);
  const of = has(theatre, 'definiteArticles', tokens[from - 1]) ? from - 2 : from - 1;
  return from < at - 1 && has(theatre, 'partLinks', tokens[of]) && meansNonState(theatre, tokens, of - 1);
};

/** "Coastal Front (CF)", of a group that is known by its name anywhere. */
const isOfKnown = ({ tokens }: Sentence, at: number, theatre: Theatre): boolean => {
  if (tokens[at - 1]?.text !== '(' || tokens[at + 1]?.text !== ')') return false;
  return [2, 3, 4, 5].some((back) => {
    const found = phraseAt(theatre, tokens, at - 1 - back);
    const side = found?.to === at - 1 && found.value.type === 'side' ? found.value.side : null;
    return theatre.sides.some(({ id, class: of }) => id === side && of === 'non-state');
  });
};

/** Words of "the hybrid Union mission in the north-east (UMNE)". */
const FULL_NAME = 9;

/** "the peacekeeping MISSION in A (MA)": letters of a body that keeps the peace are no armed group's. */
const isMissions = (letters: string, told: readonly Sentence[], theatre: Theatre): boolean =>
  told.some(({ tokens }) =>
    tokens.some(
      ({ text }, at) =>
        text === letters &&
        tokens[at - 1]?.text === '(' &&
        tokens.slice(Math.max(0, at - FULL_NAME), at).some((token) => has(theatre, 'peaceBodies', token)),
    ),
  );

/** "CF fighters", "the leader of the CF", "The CF denied that its fighters …". */
export const namedByInitials = (sentence: Sentence, told: readonly Sentence[], theatre: Theatre): readonly string[] => {
  const { tokens } = sentence;
  return tokens.flatMap((token, at): readonly string[] => {
    if (!isInitials(token) || has(theatre, 'neverPlaces', token) || has(theatre, 'office:third-party', token))
      return [];
    const of = tokens[at - 1]?.word === 'the' ? at - 2 : at - 1;
    const led = has(theatre, 'partLinks', tokens[of]) && has(theatre, 'groupHeads', tokens[of - 1]);
    const own = tokens.findIndex(({ word }, i) => i > at && theatre.lexicon.has('possessives', word));
    // "The CF denied that its fighters …", "The CF says its forces …": a party of its own.
    const says = theatre.lexicon.verbs.has(tokens[at + 1]?.word ?? '');
    const fighters = meansNonState(theatre, tokens, own + 1) || (says && ownsForces(sentence, own, theatre));
    const first = at <= 1 && own > at && fighters;
    const heads = has(theatre, 'groupHeads', tokens[at + 1]) && nationWordAt(tokens, at, theatre.lexicon) === null;
    const ousted =
      (isOusted(sentence, at, theatre) || isDriven(sentence, at, theatre) || isOfRebels(sentence, at, theatre)) &&
      nationWordAt(tokens, at, theatre.lexicon) === null;
    const group =
      led || first || isOfKnown(sentence, at, theatre) || heads || ousted || meansNonState(theatre, tokens, at + 1);
    return group && !isMissions(token.text, told, theatre) ? [token.text] : [];
  });
};
