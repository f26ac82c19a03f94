// Letters whose side the report tells only by whom they fight: "the CDF lost Ashford to the rebels" is the state's, "the CDF clashed
// with the army" is not.
// Invariant: asked of letters alone, within one sentence; the army's foe is no state's, the foe of rebels is; of militants
// anybody may be the foe, so that they tell nothing.
import type { Theatre } from '../../model/theatre.ts';
import type { Sentence, Token } from '../marks.ts';
import { has, isInitials, meansNonState } from './group-words.ts';
import { phraseAt } from './name-tree.ts';
import { nationWordAt } from './nation-words.ts';

type Foe = 'state' | 'rebels';

interface Words {
  readonly tokens: readonly Token[];
  readonly theatre: Theatre;
}

const isIn = ({ tokens, theatre }: Words, list: string, at: number): boolean => has(theatre, list, tokens[at]);

const verbIn = ({ tokens, theatre: { lexicon } }: Words, list: string, at: number): boolean =>
  lexicon.verbs.get(tokens[at]?.word ?? '')?.some(({ lemma }) => lexicon.has(list, lemma)) === true;

/** Words of "the Norlandic federal" before "army". */
const LEAD = 3;

/** Whom the words from `at` name: "the army", "Norlandic soldiers", "the rebels"; null for all others. */
const foeAt = (words: Words, at: number): Foe | null => {
  const { tokens, theatre } = words;
  for (let i = at; i < at + LEAD; i++) {
    const value = phraseAt(theatre, tokens, i)?.value;
    const named = value?.type === 'side' ? theatre.sides.find(({ id }) => id === value.side)?.class : undefined;
    if (named === 'government' || (value?.type === 'noun' && value.means === 'government')) return 'state';
    if (meansNonState(theatre, tokens, i)) return isIn(words, 'rebelNouns', i) ? 'rebels' : null;
    const leads =
      isIn(words, 'determiners', i) ||
      isIn(words, 'armsAdjectives', i) ||
      nationWordAt(tokens, i, theatre.lexicon) !== null;
    if (!leads) return null;
  }
  return null;
};

/** Words of "the internationally recognised" and of "the Norland-backed" before "government". */
const RULERS = 6;

/** The foe behind "from": over all that only describes it. */
const rulersAt = (words: Words, at: number): Foe | null => {
  const describes = (i: number): boolean =>
    ['determiners', 'verbAdverbs', 'describingAdverbs', 'backedWords', 'recognisedWords', 'neverPlaces'].some((list) =>
      isIn(words, list, i),
    ) || words.tokens[i]?.word === '-';
  let i = at;
  while (i < at + RULERS && foeAt(words, i) === null && describes(i)) i++;
  return foeAt(words, i);
};

/** So far behind its men a campaign is told of. */
const AIM = 34;

/** "withdrew, in a blow to THEIR CAMPAIGN TO SEIZE the capital FROM the government", "began AN OFFENSIVE TO TAKE it FROM them". */
const foeOfAim = (words: Words, from: number): Foe | null => {
  const isAim = (at: number): boolean =>
    ['attemptNouns', 'attackAims', 'campaignNouns'].some((list) => isIn(words, list, at)) &&
    isIn(words, 'infinitiveMarks', at + 1) &&
    (verbIn(words, 'takerVerbs', at + 2) || verbIn(words, 'attemptedDeeds', at + 2)) &&
    [1, 2, 3, 4].some((back) => isIn(words, 'possessives', at - back) || verbIn(words, 'beginningVerbs', at - back));
  for (let at = from; at < from + AIM && words.tokens[at] !== undefined; at++) {
    // "left A after THE REBELS began an offensive to": theirs
    if (foeAt(words, at) !== null || meansNonState(words.theatre, words.tokens, at)) return null;
    if (!isAim(at)) continue;
    const link = clauseFrom(words, at + 3).find((i) => isIn(words, 'fromWords', i));
    return link === undefined ? null : rulersAt(words, link + 1);
  }
  return null;
};

/** So far a verb's own words reach. */
const REACH = 12;

/** The words of a clause from `at`: up to the mark that ends it. */
const clauseFrom = ({ tokens }: Words, at: number): readonly number[] => {
  const end = tokens.findIndex(({ word }, i) => i >= at && /^[;:.]$/.test(word));
  const to = Math.min(end < 0 ? tokens.length : end, at + REACH);
  return Array.from({ length: Math.max(0, to - at) }, (_, i) => at + i);
};

/** The foe behind the first such link that names one. */
const foeBehind = (words: Words, at: number, links: readonly string[]): Foe | null =>
  clauseFrom(words, at)
    .filter((i) => links.some((list) => isIn(words, list, i)))
    .map((i) => foeAt(words, i + 1))
    .find((foe) => foe !== null) ?? null;

/** "an army outpost", "a Norlandic junta base": whose the post is that is taken. */
const isStatesPost = (words: Words, at: number): boolean => {
  const { tokens, theatre } = words;
  if (!isIn(words, 'stateOwners', at)) return false;
  return [at, at + 1].some((i) => {
    const value = phraseAt(theatre, tokens, i)?.value;
    return value?.type === 'scope' && value.scope === 'base';
  });
};

/** "took A FROM the rebels", "took an army post". */
const foeOfTaking = (words: Words, verb: number): Foe | null => {
  const foe = foeBehind(words, verb + 1, ['fromWords']);
  const post =
    !verbIn(words, 'regainingVerbs', verb) && clauseFrom(words, verb + 1).some((i) => isStatesPost(words, i));
  return foe ?? (post ? 'state' : null);
};

/** What the letters' own verb says of their foe. */
const foeOfVerb = (words: Words, verb: number): Foe | null => {
  const is = (list: string): boolean => verbIn(words, list, verb);
  if (is('drivingVerbs') || is('foeVerbs')) {
    const foe = foeAt(words, verb + 1);
    if (foe !== null) return foe;
  }
  // "fought with the army AGAINST THE REBELS": beside the army.
  if (is('foeWithVerbs'))
    return foeBehind(words, verb + 1, ['againstWords']) ?? foeBehind(words, verb + 1, ['withWords']);
  if (is('yieldingVerbs')) return foeBehind(words, verb + 1, ['toWords']);
  if (['takerVerbs', 'regainingVerbs', 'wrestingVerbs'].some(is)) return foeOfTaking(words, verb);
  return null;
};

/** "the CDF left A after CLASHES WITH the army". */
const foeOfFight = (words: Words, at: number): Foe | null =>
  clauseFrom(words, at)
    .filter(
      (i) => isIn(words, 'foeWithNouns', i) && (isIn(words, 'withWords', i + 1) || isIn(words, 'againstWords', i + 1)),
    )
    .map((i) => foeAt(words, i + 2))
    .find((foe) => foe !== null) ?? null;

/** Words of "fighting in the hills of A has gone on between". */
const FIGHT = 9;

/** "FIGHTING broke out BETWEEN": talks are held between anybody. */
const isFightBetween = (words: Words, between: number): boolean =>
  words.tokens
    .slice(Math.max(0, between - FIGHT), between)
    .some((_, i) => isIn(words, 'foeWithNouns', Math.max(0, between - FIGHT) + i));

/** "between the CDF and the army", "between the army and the CDF". */
const foeBetween = (words: Words, at: number): Foe | null => {
  const opens = [1, 2].find((back) => isIn(words, 'betweenWords', at - back));
  if (opens !== undefined) return isFightBetween(words, at - opens) ? foeBehind(words, at + 1, ['conjunctions']) : null;
  const and = isIn(words, 'definiteArticles', at - 1) ? at - 2 : at - 1;
  const between = [2, 3, 4, 5].find((back) => isIn(words, 'betweenWords', and - back));
  const fought = isIn(words, 'conjunctions', and) && between !== undefined && isFightBetween(words, and - between);
  return fought ? foeAt(words, and - between + 1) : null;
};

/** "SOLDIERS took the camp after clashes with the CDF": who the clause begins with. */
const subjectFoe = (words: Words, to: number): Foe | null => {
  const { tokens } = words;
  // "He said THAT the army was …": the clause begins there.
  const opens = (i: number): boolean => /^[;:.]$/.test(tokens[i]?.word ?? '') || isIn(words, 'clauseComplements', i);
  const first = tokens.findLastIndex((_, i) => i < to && opens(i)) + 1;
  // "ON 14 JULY 2020, the army …"
  const comma = isIn(words, 'prepositions', first) ? tokens.findIndex(({ word }, i) => i > first && word === ',') : -1;
  const start = comma > 0 && comma < to && comma - first <= FRONTED ? comma + 1 : first;
  for (let i = start; i < Math.min(to, start + LEAD); i++) {
    const foe = foeAt(words, i);
    if (foe !== null) return foe;
  }
  return null;
};

/** Words of "In the early hours of 14 July 2020". */
const FRONTED = 9;

/** "The army IS PURSUING the CDF", "were CHASING AWAY fleeing CDF men": who goes after whom. */
const chaserOf = (words: Words, at: number): Foe | null => {
  const isPlain = (i: number): boolean =>
    ['definiteArticles', 'drivenTo'].some((list) => isIn(words, list, i)) ||
    (/ing$/u.test(words.tokens[i]?.word ?? '') && !verbIn(words, 'pursuingVerbs', i));
  let verb = at - 1;
  while (verb > at - LEAD - 1 && isPlain(verb)) verb--;
  return verbIn(words, 'pursuingVerbs', verb) ? subjectFoe(words, verb) : null;
};

/** "the rebels took A FROM THE CDF", "the army drove THE CDF out": who does it, named in front. */
const foeOver = (words: Words, at: number): Foe | null => {
  const chased = chaserOf(words, at);
  if (chased !== null) return chased;
  const before = isIn(words, 'definiteArticles', at - 1) ? at - 2 : at - 1;
  const against = isIn(words, 'withWords', before) || isIn(words, 'againstWords', before);
  const from = against || isIn(words, 'fromWords', before) ? before : -1;
  const deeds = against ? ['foeWithVerbs'] : ['regainingVerbs', 'wrestingVerbs', 'takerVerbs'];
  const driven =
    verbIn(words, 'drivingVerbs', before) &&
    clauseFrom(words, at + 1).some((i) => i < at + LEAD + 1 && isIn(words, 'drivenTo', i));
  for (let verb = driven ? before : from - 1; verb >= Math.max(0, before - REACH); verb--) {
    const fought = against && verb === before - 1 && isIn(words, 'foeWithNouns', verb);
    if (fought) return subjectFoe(words, verb);
    if (!driven && !deeds.some((list) => verbIn(words, list, verb))) continue;
    for (let i = verb - 1; i >= Math.max(0, verb - LEAD); i--) {
      const foe = foeAt(words, i);
      if (foe !== null) return foe;
    }
    return null;
  }
  return null;
};

/** "CDF Brigade 5 TROOPS": where what the letters are joined to ends. */
const pastMen = (words: Words, at: number): number => {
  let to = at + 1;
  const joins = (i: number): boolean =>
    words.tokens[i]?.type === 'number' ||
    /^\p{Lu}/u.test(words.tokens[i]?.text ?? '') ||
    isIn(words, 'ownedForces', i) ||
    isIn(words, 'have', i) ||
    isIn(words, 'verbAdverbs', i) ||
    // "the CDF AND ALLIED forces"
    (isIn(words, 'conjunctions', i) && isIn(words, 'friendWords', i + 1)) ||
    (isIn(words, 'friendWords', i) && isIn(words, 'conjunctions', i - 1)) ||
    phraseAt(words.theatre, words.tokens, i)?.value.type === 'noun';
  while (to < at + LEAD + 2 && joins(to)) to++;
  return to;
};

const foeOf = (words: Words, at: number, verb = pastMen(words, at)): Foe | null => {
  const acts = words.theatre.lexicon.verbs.has(words.tokens[verb]?.word ?? '');
  return (
    (acts ? (foeOfVerb(words, verb) ?? foeOfFight(words, verb)) : null) ??
    foeBetween(words, at) ??
    foeOver(words, at) ??
    foeOfAim(words, verb)
  );
};

/** Words of ", an ethnic Norlandic". */
const ASIDE = 5;

/** "the CDF MILITIA", "the JIHADIST CDF", "REBELS of the CDF", "the CDF, a rival MILITIA,": rebels may fight each other. */
const isIrregular = ({ tokens, theatre }: Words, at: number): boolean => {
  if ([at - 1, at + 1].some((i) => meansNonState(theatre, tokens, i))) return true;
  const of = has(theatre, 'definiteArticles', tokens[at - 1]) ? at - 2 : at - 1;
  if (has(theatre, 'partLinks', tokens[of]) && meansNonState(theatre, tokens, of - 1)) return true;
  if (tokens[at + 1]?.word !== ',' || !has(theatre, 'indefiniteArticles', tokens[at + 2])) return false;
  const aside = tokens.slice(at + 2, at + 2 + ASIDE);
  const end = aside.findIndex(({ type }) => type === 'mark');
  return aside.slice(0, end < 0 ? ASIDE : end).some((_, i) => meansNonState(theatre, tokens, at + 2 + i));
};

/** Whom the forces of a man ("Hale's forces") fight, over all that the report tells of them; null where it does not say, or says both. */
export const foeOfOwner = (told: readonly Sentence[], name: string, theatre: Theatre): Foe | null => {
  const foes = told.flatMap(({ tokens }) =>
    tokens.flatMap(({ text }, at) => {
      const words = { tokens, theatre };
      const owns = text === name && tokens[at + 1]?.word === "'s" && isIn(words, 'ownedForces', at + 2);
      return owns ? (foeOf(words, at, pastMen(words, at + 2)) ?? []) : [];
    }),
  );
  const [foe = null] = foes;
  return foes.every((one) => one === foe) ? foe : null;
};

export interface ByFoe {
  readonly nonState: readonly string[];
  readonly government: readonly string[];
}

/** The letters of a report that their foes tell apart; letters told both ways are left. */
export const learnByFoes = (told: readonly Sentence[], theatre: Theatre): ByFoe => {
  const foes = told.flatMap(({ tokens }) =>
    tokens.flatMap((token, at) => {
      const words = { tokens, theatre };
      const open =
        isInitials(token) &&
        !['neverPlaces', 'office:third-party', 'orgWords'].some((list) => isIn(words, list, at)) &&
        nationWordAt(tokens, at, theatre.lexicon) === null &&
        phraseAt(theatre, tokens, at)?.value.type !== 'side';
      const foe = open ? foeOf(words, at) : null;
      return foe === null ? [] : [{ name: token.text, foe }];
    }),
  );
  const named = (foe: Foe): readonly string[] => [
    ...new Set(foes.flatMap(({ name, foe: of }) => (of === foe ? [name] : []))),
  ];
  const [ofState, ofRebels] = [named('state'), named('rebels')];
  const irregular = (name: string): boolean =>
    told.some(({ tokens }) => tokens.some(({ text }, at) => text === name && isIrregular({ tokens, theatre }, at)));
  return {
    nonState: ofState.filter((name) => !ofRebels.includes(name)),
    government: ofRebels.filter((name) => !ofState.includes(name) && !irregular(name)),
  };
};
