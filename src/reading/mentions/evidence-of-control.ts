// What a verb of taking, holding or changing hands says for the name before it: "X was captured by the rebels", "X changed hands".
// Invariant: said of places only; a man may be held by the police, and a price may fall.
import type { Kind } from '../../model/claim.ts';
import { kept } from '../../model/keep.ts';
import type { Lexicon } from '../../model/lexicon.ts';
import { rulesOfVerb } from '../clauses/tried-rules.ts';
import { has, type NameGround } from './name-runs.ts';
import { phraseAt } from './name-tree.ts';
import { isCivilian, isPersonNoun, isReporting, verbOf, within, wordAt } from './name-words.ts';

/** "X changed hands", "X, which has since changed hands twice". */
export const changesHands = (ground: NameGround, to: number): boolean => {
  const at = ownVerbAt(ground, to);
  return (
    verbOf(ground, at).some(({ lemma }) => ground.theatre.lexicon.has('turningVerbs', lemma)) &&
    has(ground, 'handWords', at + 1)
  );
};

/** Words between the verb and whose control it is. */
const CONTROL = 6;

/** Between "was overrun" and "by" a day may stand. */
const AGENT = 5;

/** Where the verb's own word stands: "was", "has been", "is believed to be", "was reported to have" before it. */
export const ownVerbAt = (ground: NameGround, to: number): number => {
  let at = to;
  for (;;) {
    const helps = ['be', 'have', 'modals', 'verbAdverbs', 'negations'].some((list) => has(ground, list, at));
    const told = at > to && isReporting(ground, at) && has(ground, 'toWords', at + 1);
    // "X IS TO BE evacuated by the army"
    const due = at > to && has(ground, 'toWords', at) && has(ground, 'be', at + 1);
    if (!helps && !told && !due) return at;
    at += told || due ? 2 : 1;
  }
};

/** "X was captured by the rebels", "X is now under their control", "X has been retaken": said of places only. */
export const isUnderControl = (ground: NameGround, to: number): boolean => {
  const be = ['be', 'have'].some((list) => has(ground, list, to));
  const stays = verbOf(ground, to).some(({ lemma }) =>
    ['copulas', 'passingVerbs'].some((list) => ground.theatre.lexicon.has(list, lemma)),
  );
  if (!be && !stays) return false;
  const at = be ? ownVerbAt(ground, to) : to + 1;
  if (isWithSide(ground, at) || isInState(ground, at) || (be && isLostTo(ground, at))) return true;
  if (be && isTerritory(ground, at)) return true;
  const isParticiple = (list: string): boolean =>
    verbOf(ground, at).some(
      ({ lemma, participle }) => participle === wordAt(ground, at) && ground.theatre.lexicon.has(list, lemma),
    );
  const taken = verbOf(ground, at).some(
    ({ lemma, participle }) =>
      participle === wordAt(ground, at) &&
      rulesOfVerb(ground.theatre.lexicon, lemma).some(({ after, kind }) => after === null && PLACED.includes(kind)),
  );
  if (
    isParticiple('ringingVerbs') ||
    (taken && within(ground, [at + 1, at + AGENT], (i) => has(ground, 'agentWords', i)) > 0)
  )
    return true;
  // "X is still held by government troops"; "X is being held" is said of a man.
  const held = verbOf(ground, at).some(({ lemma }) =>
    ['holdingVerbs', 'rulingVerbs'].some((list) => ground.theatre.lexicon.has(list, lemma)),
  );
  const detained = verbOf(ground, at - 1).some(({ ing }) => ing === wordAt(ground, at - 1));
  if (be && held && !detained && isArmedAgent(ground, at + 1)) return true;
  if (be && has(ground, 'be', at - 1) && isParticiple('placeOnlyVerbs')) return true;
  // "X was taken in mid-October": whom somebody takes is taken to a place, and not in a month.
  const dated = ['months', 'weekdays'].some(
    (list) => within(ground, [at + 1, at + AGENT], (i) => has(ground, list, i)) > 0,
  );
  if (be && dated && isParticiple('datedTakings')) return true;
  // "X has COME under their control", "X was BROUGHT under it"
  const passes = verbOf(ground, at).some(({ lemma }) => ground.theatre.lexicon.has('passingVerbs', lemma));
  const link = passes ? at + 1 : at;
  if (!['statePrepositions', ...(passes || !be ? ['passingLinks'] : [])].some((list) => has(ground, list, link)))
    return false;
  return within(ground, [link + 1, link + CONTROL], (i) => has(ground, 'controlHeads', i)) > 0;
};

/** Whether a side of the war is named at a word or behind its article. */
const sideFrom = (ground: NameGround, at: number): boolean => {
  const from = has(ground, 'definiteArticles', at) ? at + 1 : at;
  const value = phraseAt(ground.theatre, ground.sentence.tokens, from)?.value;
  return value !== undefined && value.type !== 'scope' && !isCivilian(ground, from);
};

/** "X is still REBEL TERRITORY", "X has been ENEMY GROUND since May": no man is a side's land. */
const isTerritory = (ground: NameGround, from: number): boolean => {
  let at = from;
  while (['verbAdverbs', 'be', 'yetWords'].some((list) => has(ground, list, at))) at++;
  return sideFrom(ground, at) && [at + 1, at + 2].some((i) => has(ground, 'territoryNouns', i));
};

/** "X was LOST TO the rebels": a man surrenders himself, and is not surrendered. */
const isLostTo = (ground: NameGround, at: number): boolean =>
  verbOf(ground, at).some(({ lemma }) => ground.theatre.lexicon.has('yieldingVerbs', lemma)) &&
  has(ground, 'toWords', at + 1) &&
  sideFrom(ground, at + 2);

/** "X, CONTROLLED BY the rebels,": held or taken in passing; a man may be captured so. */
export const isHeldAside = (ground: NameGround, to: number): boolean =>
  wordAt(ground, to) === ',' &&
  verbOf(ground, to + 1).some(
    ({ lemma, participle }) =>
      participle === wordAt(ground, to + 1) &&
      ['placeOnlyVerbs', 'rulingVerbs'].some((list) => ground.theatre.lexicon.has(list, lemma)),
  ) &&
  isArmedAgent(ground, to + 2);

const TAKINGS = ['placeOnlyVerbs', 'rulingVerbs', 'holdingVerbs', 'wrestingVerbs', 'yieldingVerbs'];

/** Words of "the last fighters of the army have now". */
const TAKER = 9;

/** "X, WHICH THE REBELS captured": a man is one whom they captured. */
export const isTakenAside = (ground: NameGround, to: number): boolean =>
  wordAt(ground, to) === ',' &&
  has(ground, 'whichWords', to + 1) &&
  sideFrom(ground, to + 2) &&
  within(ground, [to + 3, to + TAKER], (at) =>
    verbOf(ground, at).some(({ lemma }) => TAKINGS.some((list) => ground.theatre.lexicon.has(list, lemma))),
  ) > 0;

/** Words of "one of the last big". */
const CALLED = 6;

/** "X is A TOWN of 20,000 people", "X became the latest DISTRICT to fall"; "X is a district governor" is a man. */
export const isCalledPlace = (ground: NameGround, to: number): boolean => {
  const copula = verbOf(ground, to).some(({ lemma }) => ground.theatre.lexicon.has('copulas', lemma));
  if (!copula || !['determiners', 'articles'].some((list) => has(ground, list, to + 1))) return false;
  for (let at = to + 2; at <= to + CALLED; at++) {
    if (/^[,;:.!?]$/.test(wordAt(ground, at)) || has(ground, 'prepositions', at)) return false;
    const noun = phraseAt(ground.theatre, ground.sentence.tokens, at);
    const end = noun?.value.type === 'scope' && noun.value.kind !== null && !isPersonNoun(ground, at) ? noun.to : -1;
    const stops =
      end > 0 && ['prepositions', 'toWords', 'relatives', 'whereWords'].some((list) => has(ground, list, end));
    if (stops || (end > 0 && /^[,;.]$/.test(wordAt(ground, end)))) return true;
  }
  return false;
};

/** By first word: the states that only a place is in. */
const placeStates = kept(
  (lexicon: Lexicon): ReadonlyMap<string, readonly (readonly string[])[]> =>
    Map.groupBy(
      lexicon.list('placeStates').map((phrase) => phrase.split(' ')),
      ([first = '']) => first,
    ),
);

/** "X is ON THE BRINK OF FALLING", "X was THE SCENE OF heavy fighting". */
const isInState = (ground: NameGround, at: number): boolean =>
  placeStates(ground.theatre.lexicon)
    .get(wordAt(ground, at))
    ?.some((words) => words.every((word, i) => wordAt(ground, at + i) === word)) === true;

/** "X remains WITH THE ARMY". */
const isWithSide = (ground: NameGround, from: number): boolean => {
  const at = has(ground, 'verbAdverbs', from) ? from + 1 : from;
  const article = has(ground, 'definiteArticles', at + 1) ? at + 2 : at + 1;
  const value = phraseAt(ground.theatre, ground.sentence.tokens, article)?.value;
  return has(ground, 'sideLinks', at) && value !== undefined && value.type !== 'scope' && !isCivilian(ground, article);
};

/** "by THE ARMY", "by rebel fighters": who holds places; policemen hold men. */
const isArmedAgent = (ground: NameGround, at: number): boolean => {
  if (!has(ground, 'agentWords', at)) return false;
  for (let from = at + 1; from < at + AGENT; from++) {
    const value = phraseAt(ground.theatre, ground.sentence.tokens, from)?.value;
    if (value !== undefined) return value.type !== 'scope' && !isCivilian(ground, from);
    if (['prepositions', 'conjunctions', 'be', 'have'].some((list) => has(ground, list, from))) return false;
  }
  return false;
};

const PLACED: readonly Kind[] = ['capture', 'recapture', 'siege', 'withdrawal'];
