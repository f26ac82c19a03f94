// Armed groups that a report introduces: "the jihadist group X", "X, a rebel coalition", "militiamen known as X", "X fighters".
// Invariant: a name is learned where the words beside it are of arms; a place, a person and a body of peace are not.
import type { Theatre } from '../model/theatre.ts';
import type { Sentence } from './marks.ts';
import { classifyNames } from './name-classes.ts';
import { findRuns, type NameRun } from './name-runs.ts';
import { phraseAt } from './name-tree.ts';
import { nationWordAt } from './nation-words.ts';
import { isPeaceful } from './peaceful.ts';

interface Use {
  readonly run: Pick<NameRun, 'sentence' | 'from' | 'to'>;
  readonly theatre: Theatre;
}

const wordAt = ({ run }: Use, at: number): string => run.sentence.tokens[at]?.word ?? '';

const isIn = (use: Use, list: string, at: number): boolean => use.theatre.lexicon.has(list, wordAt(use, at));

const isArmed = (use: Use, at: number): boolean => isIn(use, 'armedWords', at) || isIn(use, 'groupIntroducers', at);

/** "the Wagner mercenary group", "X mercenaries": hired from abroad. */
const isHired = (use: Use): boolean => {
  const { from, to } = use.run;
  return isIn(use, 'hiredWords', to) || (isIn(use, 'groupKinds', from - 1) && isIn(use, 'hiredWords', from - 2));
};

/** "Northlander forces": of a people, where the word is no nation's and no town's. */
const isPeople = (use: Use): boolean => {
  const { from, to } = use.run;
  const word = wordAt(use, to - 1);
  const people =
    isIn(use, 'demonyms', from) || use.theatre.lexicon.list('peopleEndings').some((end) => word.endsWith(end));
  return to - from === 1 && people && isIn(use, 'ownForces', to);
};

/** "the jihadist group X", "the militia X": the noun before the name, with a word of arms. */
const isNamedGroup = (use: Use): boolean => {
  const { from } = use.run;
  const at = isIn(use, 'namingLinks', from - 1) ? from - 2 : from - 1;
  if (!isIn(use, 'groupKinds', at)) return false;
  return isArmed(use, at) || isArmed(use, at - 1) || (wordAt(use, at - 1) === '-' && isArmed(use, at - 2));
};

/** "the X rebel group", "the X group", "X Y fighters". */
const isGroupsOwn = (use: Use): boolean => {
  const { from, to } = use.run;
  const definite = isIn(use, 'definiteArticles', from - 1) || isIn(use, 'backedWords', from - 1);
  if (isIn(use, 'plainGroups', to) && definite) return true;
  if (isArmed(use, to) && isIn(use, 'groupKinds', to + 1)) return true;
  // One word alone may be a town's ("Ashford rebels"): learn-groups looks further for that.
  return to - from > 1 && isNonState(use, to);
};

const isNonState = (use: Use, at: number): boolean => {
  const found = phraseAt(use.theatre, use.run.sentence.tokens, at);
  return found?.value.type === 'noun' && found.value.means === 'non-state';
};

/** "militiamen known as X". */
const isKnownAs = (use: Use): boolean => {
  const { from } = use.run;
  const link = isIn(use, 'aliasLinks', from - 1) ? from - 2 : from - 1;
  return isIn(use, 'namingLinks', link) && isNonState(use, link - 1);
};

/** Words of an apposition that a group's kind stands in. */
const REACH = 10;

/** "X, a rebel coalition", "X (ABC), an armed group": told by a noun for groups and a word of arms, of no man and no town. */
const isApposed = (use: Use): boolean => {
  const { to } = use.run;
  const comma = wordAt(use, to) === '(' && wordAt(use, to + 2) === ')' ? to + 3 : to;
  if (!/^[,—–]$/.test(wordAt(use, comma)) || !isIn(use, 'determiners', comma + 1)) return false;
  let armed = false;
  for (let at = comma + 1; at < comma + REACH && !/^[,.;—–]$/.test(wordAt(use, at)); at++) {
    if (isIn(use, 'personNouns', at) || isIn(use, 'personTitles', at)) return false;
    if (phraseAt(use.theatre, use.run.sentence.tokens, at)?.value.type === 'scope') return false;
    armed ||= isArmed(use, at);
    if (armed && (isIn(use, 'groupKinds', at) || isIn(use, 'rebelKinds', at))) return true;
  }
  return false;
};

const lemmaIs = (use: Use, list: string, at: number): boolean =>
  (use.theatre.lexicon.verbs.get(wordAt(use, at)) ?? []).some(({ lemma }) => use.theatre.lexicon.has(list, lemma));

/** A name or a noun for a place stands as the object from here on. */
const hasPlaceAt = (use: Use, from: number): boolean => {
  for (let at = from; at < from + 5; at++) {
    const token = use.run.sentence.tokens[at];
    if (token === undefined || token.type === 'mark' || isIn(use, 'prepositions', at)) return false;
    if (phraseAt(use.theatre, use.run.sentence.tokens, at)?.value.type === 'scope') return true;
    if (/^\p{Lu}/u.test(token.text)) return !isIn(use, 'titles', at) && !isIn(use, 'months', at);
  }
  return false;
};

/** "X captured the town", "X has seized Ashford": who takes towns is armed. */
const takes = (use: Use): boolean => {
  let at = use.run.to;
  while (isIn(use, 'have', at) || isIn(use, 'verbAdverbs', at)) at++;
  return lemmaIs(use, 'takerVerbs', at) && hasPlaceAt(use, at + 1);
};

/** "was captured by X", "fell to X". */
const wasTakenBy = (use: Use): boolean => {
  const { from } = use.run;
  const link = isIn(use, 'definiteArticles', from - 1) ? from - 2 : from - 1;
  if (isIn(use, 'byWords', link)) return lemmaIs(use, 'takerVerbs', link - 1);
  return isIn(use, 'toWords', link) && lemmaIs(use, 'fallVerbs', link - 1);
};

const INTRODUCTIONS = [isNamedGroup, isGroupsOwn, isKnownAs, isApposed, isPeople, takes, wasTakenBy];

const textOf = ({ sentence, from, to }: Use['run']): string => {
  const { tokens } = sentence;
  return tokens
    .slice(from, to)
    .map(({ text, start }, i) => (i === 0 || tokens[from + i - 1]?.end === start ? text : ` ${text}`))
    .join('');
};

/** "RSF", "M23": initials make no run of their own. */
const initialsIn = (sentence: Sentence, { lexicon }: Theatre): readonly Use['run'][] =>
  sentence.tokens.flatMap(({ text, word }, at) => {
    const plain = /^(?:\p{Lu}{2,6}\d{0,2}|\p{Lu}\d{1,3})$/u.test(text);
    const known = ['neverPlaces', 'office:third-party', 'orgWords'].some((list) => lexicon.has(list, word));
    return plain && !known ? [{ sentence, from: at, to: at + 1 }] : [];
  });

/** "Houthi" and "Houthis" are one. */
const bothNumbers = (name: string): readonly string[] => {
  if (/[\s\p{Lu}\d]$/u.test(name) || name.includes(' ')) return [name];
  return name.endsWith('s') ? [name, name.slice(0, -1)] : [name, `${name}s`];
};

export interface Introduced {
  readonly nonState: readonly string[];
  readonly foreign: readonly string[];
}

/** Names of armed groups that are introduced or shown as such; `sentences` without titles in capitals. */
export const learnIntroduced = (sentences: readonly Sentence[], theatre: Theatre): Introduced => {
  if (isPeaceful(sentences, theatre.lexicon)) return { nonState: [], foreign: [] };
  const runs = findRuns(sentences, theatre);
  const classes = classifyNames(runs, theatre);
  const named = runs.filter(({ key }) => classes.get(key) !== 'place' && classes.get(key) !== 'person');
  const letters = sentences.flatMap((sentence) => initialsIn(sentence, theatre));
  const groups = [...named, ...letters].filter((run) => {
    if (nationWordAt(run.sentence.tokens, run.from, theatre.lexicon) !== null) return false;
    return INTRODUCTIONS.some((holds) => holds({ run, theatre })) || isHired({ run, theatre });
  });
  const hired = new Set(groups.filter((run) => isHired({ run, theatre })).map(textOf));
  const all = [...new Set(groups.map(textOf))];
  return {
    nonState: all.filter((name) => !hired.has(name)).flatMap(bothNumbers),
    foreign: [...hired],
  };
};
