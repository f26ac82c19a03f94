// Armed groups that a report introduces: "the jihadist group X", "X, a rebel coalition", "militiamen known as X", "X fighters".
// Invariant: a name is learned where the words beside it are of arms; a place, a person and a body of peace are not.
import type { Theatre } from '../../model/theatre.ts';
import type { Sentence } from '../marks.ts';
import { hasPhrase } from './find-phrases.ts';
import { classifyNames } from './name-classes.ts';
import { afterBrackets, isListed, type NamedUse, ownsPostsIn, takesPlaces, wordIn } from './name-deeds.ts';
import { findRuns, type NameRun } from './name-runs.ts';
import { phraseAt } from './name-tree.ts';
import { nationWordAt } from './nation-words.ts';
import { isPeaceful } from './peaceful.ts';

const isArmed = (use: NamedUse, at: number): boolean =>
  isListed(use, 'armedWords', at) || isListed(use, 'groupIntroducers', at);

/** "the Wagner mercenary group", "X mercenaries": hired from abroad. */
const isHired = (use: NamedUse): boolean => {
  const { from, to } = use.run;
  const of = isListed(use, 'definiteArticles', from - 1) ? from - 2 : from - 1;
  const ofHired =
    (isListed(use, 'partLinks', of) || isListed(use, 'fromWords', of)) && isListed(use, 'hiredWords', of - 1);
  return (
    ofHired ||
    isListed(use, 'hiredWords', to) ||
    (isListed(use, 'groupKinds', from - 1) && isListed(use, 'hiredWords', from - 2))
  );
};

/** "the INTERVENTION FORCE", "the multinational joint task force": of several nations. */
const isMission = (use: NamedUse, at: number): boolean =>
  isListed(use, 'missionNouns', at) && [1, 2, 3].some((back) => isListed(use, 'missionKinds', at - back));

/** Words of "the West African intervention force". */
const MISSION = 7;

/** "the intervention force, X,", "the multinational force (X)", "X, the intervention force": sent from abroad. */
const isSentAbroad = (use: NamedUse): boolean => {
  const { from } = use.run;
  if (isMission(use, /^[(,]$/.test(wordIn(use, from - 1)) ? from - 2 : from - 1)) return true;
  const comma = afterBrackets(use);
  if (wordIn(use, comma) !== ',' || !isListed(use, 'determiners', comma + 1)) return false;
  const words = use.run.sentence.tokens.slice(comma + 2, comma + 2 + MISSION);
  const end = words.findIndex(({ type }) => type === 'mark');
  return words.slice(0, end < 0 ? MISSION : end).some((_, i) => isMission(use, comma + 2 + i));
};

/** "an X camp", "an X stronghold": with "a" before it a name is whose camp it is. */
const ownsCamp = (use: NamedUse): boolean => {
  const { from, to } = use.run;
  return isListed(use, 'articles', from - 1) && isListed(use, 'ownedPosts', to);
};

/** "Northlander forces": of a people, where the word is no nation's and no town's. */
const isPeople = (use: NamedUse): boolean => {
  const { from, to } = use.run;
  const word = wordIn(use, to - 1);
  const people =
    isListed(use, 'demonyms', from) || use.theatre.lexicon.list('peopleEndings').some((end) => word.endsWith(end));
  return to - from === 1 && people && isListed(use, 'ownForces', to);
};

/** "the jihadist group X", "the militia X": the noun before the name, with a word of arms. */
const isNamedGroup = (use: NamedUse): boolean => {
  const { from } = use.run;
  const at = isListed(use, 'namingLinks', from - 1) ? from - 2 : from - 1;
  if (!isListed(use, 'groupKinds', at)) return false;
  return isArmed(use, at) || isArmed(use, at - 1) || (wordIn(use, at - 1) === '-' && isArmed(use, at - 2));
};

/** "the X rebel group", "the X group", "X Y fighters". */
const isGroupsOwn = (use: NamedUse): boolean => {
  const { from, to } = use.run;
  const definite = isListed(use, 'definiteArticles', from - 1) || isListed(use, 'backedWords', from - 1);
  if (isListed(use, 'plainGroups', to) && definite) return true;
  if (isArmed(use, to) && isListed(use, 'groupKinds', to + 1)) return true;
  // One word alone may be a town's ("Ashford rebels"): learn-groups looks further for that.
  return to - from > 1 && isNonState(use, to);
};

const isNonState = (use: NamedUse, at: number): boolean => {
  const found = phraseAt(use.theatre, use.run.sentence.tokens, at);
  return found?.value.type === 'noun' && found.value.means === 'non-state';
};

/** "a leader of the X", "fighters of the X", "members of the X group": a town has no article, and no land's name is one. */
const isLed = (use: NamedUse): boolean => {
  const { from } = use.run;
  return (
    isListed(use, 'definiteArticles', from - 1) &&
    isListed(use, 'partLinks', from - 2) &&
    isListed(use, 'ledHeads', from - 3) &&
    !isListed(use, 'bodiesOfPeace', use.run.to) &&
    !isListed(use, 'bodiesOfPeace', use.run.to - 1)
  );
};

/** "militiamen known as X", "militias, also known as the X,". */
const isKnownAs = (use: NamedUse): boolean => {
  const from = isListed(use, 'definiteArticles', use.run.from - 1) ? use.run.from - 1 : use.run.from;
  const link = isListed(use, 'aliasLinks', from - 1) ? from - 2 : from - 1;
  const first = isListed(use, 'aliasAdverbs', link - 1) ? link - 1 : link;
  return isListed(use, 'namingLinks', link) && isNonState(use, wordIn(use, first - 1) === ',' ? first - 2 : first - 1);
};

/** "the PRO-INDEPENDENCE Coastal Council". */
const isForCause = (use: NamedUse, at: number): boolean =>
  isListed(use, 'rebelCauses', at) && wordIn(use, at - 1) === '-' && isListed(use, 'forPrefixes', at - 2);

/** "the SEPARATIST Coastal Council", "the rebel Congress of the Coast": a body's name, and before it what makes it rebels. */
const isRebelBody = (use: NamedUse): boolean => {
  const { from, to, sentence } = use.run;
  const body = Array.from({ length: to - from }, (_, i) => from + i).some((at) => isListed(use, 'unionWords', at));
  if (to - from < 2 || !body || sentence.heading) return false;
  if (isForCause(use, from - 1)) return true;
  return isArmed(use, from - 1) && isListed(use, 'determiners', from - 2);
};

const isSaying = (use: NamedUse, at: number): boolean =>
  (use.theatre.lexicon.verbs.get(wordIn(use, at)) ?? []).some(({ lemma }) =>
    use.theatre.lexicon.has('reportingVerbs', lemma),
  );

/** "X, affiliated with Al-Qaeda": who is with the armed is armed. */
const isWithArmed = (use: NamedUse, from: number): boolean =>
  [from, from + 1, from + 2].some((at) => {
    const value = phraseAt(use.theatre, use.run.sentence.tokens, at)?.value;
    const side = value?.type === 'side' ? use.theatre.sides.find(({ id }) => id === value.side) : undefined;
    return side?.class === 'non-state' || isArmed(use, at);
  });

/** "drove", "seized": no "backed" of "Norland-backed", nor an "armed" group. */
const isClauseVerb = (use: NamedUse, at: number): boolean =>
  wordIn(use, at - 1) !== '-' &&
  !isArmed(use, at) &&
  (use.theatre.lexicon.verbs.get(wordIn(use, at)) ?? []).some(({ past }) => past === wordIn(use, at)) &&
  !isListed(use, 'backedWords', at);

/** Words of an apposition that a group's kind stands in. */
const REACH = 10;

/** "X, a rebel coalition", "X (ABC), an armed group": told by a noun for groups and a word of arms, of no man and no town. */
const isApposed = (use: NamedUse): boolean => {
  const comma = afterBrackets(use);
  if (!/^[,—–]$/.test(wordIn(use, comma))) return false;
  if (isListed(use, 'backedWords', comma + 1)) return isWithArmed(use, comma + 2);
  if (!isListed(use, 'determiners', comma + 1)) return false;
  let armed = false;
  for (let at = comma + 1; at < comma + REACH && !/^[,.;—–]$/.test(wordIn(use, at)); at++) {
    if (isListed(use, 'personNouns', at) || isListed(use, 'personTitles', at)) return false;
    if (phraseAt(use.theatre, use.run.sentence.tokens, at)?.value.type === 'scope') return false;
    // "At Ashford, the army drove the rebels out": a clause of its own.
    if (isClauseVerb(use, at)) return false;
    armed ||= isArmed(use, at) || isListed(use, 'armedLeads', at);
    // "Ashford, the rebels said" tells who says it, not what Ashford is.
    if (armed && (isListed(use, 'groupKinds', at) || isListed(use, 'rebelKinds', at)))
      return !isSaying(use, at + 1) && !isClauseVerb(use, at + 1);
  }
  return false;
};

/** Words between "recaptured" and "from". */
const OUSTING = 10;

/** "recaptured Ashford FROM X": from whom a place is taken back. */
const isOusted = (use: NamedUse): boolean => {
  const { from } = use.run;
  const link = isListed(use, 'definiteArticles', from - 1) ? from - 2 : from - 1;
  // "retook A, said a lawmaker FROM B": where somebody is from is no side.
  if (!isListed(use, 'fromWords', link) || isListed(use, 'personNouns', link - 1)) return false;
  const { verbs } = use.theatre.lexicon;
  const regains = (at: number): boolean =>
    (verbs.get(wordIn(use, at)) ?? []).some(({ lemma }) => use.theatre.lexicon.has('regainingVerbs', lemma));
  return Array.from({ length: OUSTING }, (_, back) => link - 1 - back).some(regains);
};

const isFromAbroad = (use: NamedUse): boolean => isHired(use) || isSentAbroad(use);

const INTRODUCTIONS = [
  isLed,
  isNamedGroup,
  isOusted,
  isGroupsOwn,
  isKnownAs,
  isRebelBody,
  isApposed,
  isPeople,
  ownsCamp,
  ownsPostsIn,
  takesPlaces,
];

const textOf = ({ sentence, from, to }: NamedUse['run']): string => {
  const { tokens } = sentence;
  return tokens
    .slice(from, to)
    .map(({ text, start }, i) => (i === 0 || tokens[from + i - 1]?.end === start ? text : ` ${text}`))
    .join('');
};

/** "RSF", "M23": initials make no run of their own. */
const initialsIn = (sentence: Sentence, { lexicon }: Theatre): readonly NamedUse['run'][] =>
  sentence.tokens.flatMap(({ text, word }, at) => {
    const plain = /^(?:\p{Lu}{2,6}\d{0,2}|\p{Lu}\d{1,3})$/u.test(text);
    const known = ['neverPlaces', 'office:third-party', 'orgWords'].some((list) => lexicon.has(list, word));
    return plain && !known ? [{ sentence, from: at, to: at + 1 }] : [];
  });

/** "Houthi" and "Houthis" are one. */
const bothNumbers = (name: string): readonly string[] => {
  if (/\s\p{Lu}\p{Ll}+s$/u.test(name)) return [name, name.slice(0, -1)];
  if (/[\s\p{Lu}\d]$/u.test(name) || name.includes(' ')) return [name];
  return name.endsWith('s') ? [name, name.slice(0, -1)] : [name, `${name}s`];
};

export interface Introduced {
  readonly nonState: readonly string[];
  readonly foreign: readonly string[];
}

/** "Tigrayan" before forces: names of peoples make no run of their own either. */
const peoplesIn = (sentence: Sentence, { lexicon }: Theatre): readonly NamedUse['run'][] =>
  sentence.tokens.flatMap(({ text, word }, at) => {
    const people = lexicon.has('demonyms', word) && !lexicon.has('widePeoples', word) && /^\p{Lu}/u.test(text);
    return people && nationWordAt(sentence.tokens, at, lexicon) === null ? [{ sentence, from: at, to: at + 1 }] : [];
  });

/** "the Government of National Accord", "the Defence Ministry", "the Committee of the Red Cross": whatever they are said to do. */
const isOfPeace = (run: NamedUse['run'], { lexicon }: Theatre): boolean => {
  const words = run.sentence.tokens.slice(run.from, run.to);
  return (
    words.some(({ word }) => lexicon.has('governmentNameWords', word) || lexicon.has('office:ministry', word)) ||
    // "Task Force-1", "Special Forces": any state's
    (words.length > 1 && words.every(({ word, type }) => type !== 'word' || lexicon.has('stateForceWords', word))) ||
    hasPhrase(textOf(run), lexicon.list('office:third-party'))
  );
};

/** Names of armed groups that are introduced or shown as such; `sentences` without titles in capitals. */
export const learnIntroduced = (sentences: readonly Sentence[], theatre: Theatre): Introduced => {
  if (isPeaceful(sentences, theatre.lexicon)) return { nonState: [], foreign: [] };
  const runs = findRuns(sentences, theatre);
  const classes = classifyNames(runs, theatre);
  const capitals = new Set(runs.filter(({ initial }) => !initial).map(({ key }) => key));
  // "Miners", "Settlers": a plural that only begins sentences is a common noun.
  const isCommon = ({ key, from, to }: NameRun): boolean => !capitals.has(key) && to === from + 1 && key.endsWith('s');
  const named = runs.filter((run) => !['place', 'person'].includes(classes.get(run.key) ?? '') && !isCommon(run));
  const letters = sentences.flatMap((sentence) => initialsIn(sentence, theatre));
  const peoples = sentences.flatMap((sentence) => peoplesIn(sentence, theatre));
  const groups = [...named, ...letters, ...peoples].filter((run) => {
    if (isOfPeace(run, theatre)) return false;
    if (nationWordAt(run.sentence.tokens, run.from, theatre.lexicon) !== null) return false;
    return INTRODUCTIONS.some((holds) => holds({ run, theatre })) || isFromAbroad({ run, theatre });
  });
  const hired = new Set(groups.filter((run) => isFromAbroad({ run, theatre })).map(textOf));
  const all = [...new Set(groups.map(textOf))];
  return {
    nonState: all.filter((name) => !hired.has(name)).flatMap(bothNumbers),
    foreign: [...hired],
  };
};
