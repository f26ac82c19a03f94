// Words of death and harm that tell of no loss of their own: rates, parts of a toll, what is done to things or animals, what is only referred to.
// Invariant: asks of the words beside it alone; whether it happened at all is asked elsewhere.

import { isIn, type SentenceView, wordAt } from '../words/view-sentence.ts';
import { countPeople } from './count-people.ts';

/** "the killing of an officer": a deed that is only referred to. */
const isReference = (view: SentenceView, at: number): boolean =>
  isIn(view, 'ingNouns', at) && isIn(view, 'partLinks', at + 1) && isIn(view, 'determiners', at - 1);

/** Words for men of one's own: "lost eight MEN", "lost one MAN", "lost one of ITS MEN". */
const MEN = ['combatants', 'menWords', 'singlePersons'];

/** "lost eight men" against "lost two districts". */
const losesPeople = (view: SentenceView, at: number): boolean => {
  const [count] = countPeople(view, [at + 1, Math.min(at + 4, view.tokens.length)]);
  if (count === undefined) return false;
  const owned = isIn(view, 'partLinks', count.to) && isIn(view, 'possessives', count.to + 1) ? 2 : 0;
  // "lost A MAN"
  return [-1, 0, 1].some((i) => MEN.some((list) => isIn(view, list, count.to + owned + i)));
};

/** Words of "nine thousand of their". */
const ANIMALS = 5;

/** "killed nine thousand SHEEP"; in "killed three people and 20 sheep" people were killed. */
const killsAnimals = (view: SentenceView, at: number): boolean => {
  if (!isIn(view, 'activeDeathForms', at)) return false;
  for (let ahead = at + 1; ahead <= at + ANIMALS && !isIn(view, 'conjunctions', ahead); ahead++)
    if (isIn(view, 'animalWords', ahead)) return true;
  return false;
};

/** "was STABBED TO DEATH". */
export const isToDeath = (view: SentenceView, at: number): boolean =>
  isIn(view, 'toDeathVerbs', at) && isIn(view, 'toWords', at + 1) && isIn(view, 'deathNouns', at + 2);

/** Words behind the casualty word in which a rate may be said: "are killed in A EACH MONTH". */
const RATE = 10;

const isRateAt = (view: SentenceView, at: number): boolean =>
  isIn(view, 'rateWords', at) &&
  isIn(view, 'rateTimes', at + 1) &&
  !isIn(view, 'rateEnds', at + 2) &&
  // "killed 12 IN a week"
  !isIn(view, 'prepositions', at - 1);

/** "thirty bodies A DAY", "are killed EVERY month": how many it comes to, and nothing that happened; "a day EARLIER" is a day. */
export const isRate = (view: SentenceView, at: number): boolean => {
  for (let i = at + 1; i <= at + RATE && !/^[,;:]$/.test(wordAt(view, i)); i++) if (isRateAt(view, i)) return true;
  return isIn(view, 'rateAdjectives', at - 1);
};

/** "AMONG THE DEAD were 21 children", "the dead INCLUDED three officers": of those who were counted before. */
const isPartOfDead = (view: SentenceView, at: number): boolean => {
  const from = isIn(view, 'determiners', at - 1) ? at - 1 : at;
  const included = isIn(view, 'includeForms', at + 1) && from <= 1;
  // "NINE OF THE DEAD were children"
  if (isIn(view, 'partLinks', from - 1) && from > 1 && isIn(view, 'be', at + 1)) return true;
  return included || (isIn(view, 'amongWords', from - 1) && isIn(view, 'be', at + 1));
};

const DEAD = 8;

/** "OF THE DEAD, 38 fell in A". */
export const isOfDead = (view: SentenceView, at: number): boolean => {
  for (let i = Math.max(0, at - DEAD); i < at; i++)
    if (isIn(view, 'partLinks', i) && isIn(view, 'determiners', i + 1) && isIn(view, 'deathWords', i + 2))
      return !isIn(view, 'fallLinks', at + 1) || isIn(view, 'prepositions', at + 1);
  return false;
};

/** Words on either side of a verb of "doing away with" in which people must stand. */
const DONE = 7;

/** "40 mines were NEUTRALISED", "has ELIMINATED polio": only of people it is a death. */
const isDoneToThings = (view: SentenceView, at: number): boolean => {
  if (!isIn(view, 'awayForms', at)) return false;
  for (let i = Math.max(0, at - DONE); i <= at + DONE; i++) {
    const mark = view.markAt[i];
    const men = mark?.type === 'actor' && !mark.pronoun && mark.means !== 'government';
    if (i !== at && (men || isIn(view, 'combatants', i) || isIn(view, 'menWords', i))) return false;
  }
  return true;
};

/** "ADMINISTRATIVE BODIES were no longer there": those that govern or serve, and no dead. */
const isInstitution = (view: SentenceView, at: number): boolean =>
  isIn(view, 'bodyNouns', at) && isIn(view, 'bodyAdjectives', at - 1);

/** "lives in Ashford" is a verb, "claimed 12 lives" and "lost their lives" are deaths. */
export const isOtherWord = (view: SentenceView, at: number): boolean =>
  isReference(view, at) ||
  isRate(view, at) ||
  isPartOfDead(view, at) ||
  isInstitution(view, at) ||
  isDoneToThings(view, at) ||
  killsAnimals(view, at) ||
  // "let THE WOUNDED out": those who have been so for long.
  (isIn(view, 'sufferersNouns', at) && isIn(view, 'definiteArticles', at - 1) && !isIn(view, 'be', at + 1)) ||
  (isIn(view, 'lossVerbs', at) && !losesPeople(view, at)) ||
  // "with the LOSS OF 42 soldiers" against "the loss of two districts".
  (isIn(view, 'lossNouns', at) && !(isIn(view, 'partLinks', at + 1) && losesPeople(view, at + 1))) ||
  (isIn(view, 'fallWords', at) &&
    !isOfDead(view, at) &&
    (!isIn(view, 'combatants', at - 1) || isIn(view, 'fallLinks', at + 1))) ||
  (isIn(view, 'countedDeaths', at) &&
    view.tokens[at - 1]?.type !== 'number' &&
    !['determiners', 'possessives'].some((list) => isIn(view, list, at - 1)));

/** Words of "was willing to exchange them for". */
const HANDED = 6;

/** "in exchange for the BODIES of nine", "handed over the bodies": the dead of an earlier day. */
export const areHandedOver = (view: SentenceView, at: number): boolean =>
  isIn(view, 'handedDead', at) &&
  view.tokens
    .slice(Math.max(0, at - HANDED), at)
    .some(({ word }) => ['bodyExchanges', 'handingForms'].some((list) => view.lexicon.has(list, word)));
