// Armed groups that no list knows, learned from the report's own words: "the paramilitary Coastal Front (CF)".
// Invariant: a name is learned where the words make it a force's; a nation's own army is never learned.

import type { Theatre } from '../../model/theatre.ts';
import type { Sentence, Token } from '../marks.ts';
import { isCapital } from '../words/closed-words.ts';
import { bareGroups } from './bare-groups.ts';
import {
  has,
  initialsBehind,
  isClosed,
  isInitials,
  lettersOf,
  meansNonState,
  type Run,
  startOfRun,
  textOf,
} from './group-words.ts';
import { learnByFoes } from './learn-foes.ts';
import { namedByInitials } from './learn-initials.ts';
import { learnIntroduced } from './learn-introduced.ts';
import { learnOwners } from './learn-owners.ts';
import { learnQuoted } from './learn-quoted.ts';
import { phraseAt } from './name-tree.ts';
import { nationWordAt } from './nation-words.ts';
import { calledForShort } from './short-forms.ts';
import { calledFor, namedForWar, spellOut } from './spell-out-letters.ts';
import { armiesByLetters, isStatesOwn, type StateForces, stateForces, stateRuns } from './state-forces.ts';

export interface LearnedNames {
  readonly government: readonly string[];
  readonly nonState: readonly string[];
  readonly foreign: readonly string[];
  /** Forces of states: which side's they are depends on whose war it is. */
  readonly states: readonly StateForces[];
}

/** In a line of capitalised words a capital tells nothing. */
const isTitled = ({ tokens }: Sentence): boolean =>
  !tokens.some(({ text, type }) => type === 'word' && /^\p{Ll}{4,}/u.test(text));

const some = ({ tokens }: Sentence, run: Run, test: (token: Token, at: number) => boolean): boolean =>
  tokens.slice(run.from, run.to).some((token, i) => test(token, run.from + i));

/** "Hale" of "Hale's Norland National Army": a person, no nation. */
const ownerBefore = ({ tokens }: Sentence, { from }: Run, { lexicon }: Theatre): string | null => {
  const owner = tokens[from - 1]?.word === "'s" ? tokens[from - 2] : undefined;
  return owner !== undefined && isCapital(owner) && nationWordAt(tokens, from - 2, lexicon) === null
    ? owner.text
    : null;
};

/** "Hale's", "the League-backed", "paramilitary" before a force's name: it is not the state's own. */
const isIntroduced = (sentence: Sentence, run: Run, theatre: Theatre): boolean => {
  const { tokens } = sentence;
  const { from } = run;
  const backed = tokens[from - 2]?.word === '-' && has(theatre, 'backedWords', tokens[from - 1]);
  const kind = has(theatre, 'introducedKinds', tokens[from - 1]) && has(theatre, 'groupIntroducers', tokens[from - 2]);
  return (
    ownerBefore(sentence, run, theatre) !== null ||
    backed ||
    kind ||
    has(theatre, 'groupIntroducers', tokens[from - 1]) ||
    isOfFighters(sentence, run, theatre) ||
    isCalledSo(sentence, run, theatre) ||
    isBacked(sentence, run, theatre)
  );
};

/** "fighters of the Norland National Army": a state's own are called soldiers. */
const isOfFighters = ({ tokens }: Sentence, { from }: Run, theatre: Theatre): boolean => {
  const of = has(theatre, 'definiteArticles', tokens[from - 1]) ? from - 2 : from - 1;
  return has(theatre, 'partLinks', tokens[of]) && meansNonState(theatre, tokens, of - 1);
};

/** "he calls them the Norland National Army": so say others of their own. */
const isCalledSo = ({ tokens }: Sentence, { from }: Run, theatre: Theatre): boolean =>
  [2, 3, 4].some((back) => has(theatre, 'callingForms', tokens[from - back])) &&
  has(theatre, 'definiteArticles', tokens[from - 1]);

/** "the Norland National Army, (which is) backed by Sudland": a state's own army is backed by nobody. */
const isBacked = ({ tokens }: Sentence, { to }: Run, theatre: Theatre): boolean => {
  const comma = tokens[to]?.text === '(' && tokens[to + 2]?.text === ')' ? to + 3 : to;
  if (tokens[comma]?.text !== ',') return false;
  return [comma + 1, comma + 3].some(
    (at) => has(theatre, 'backedWords', tokens[at]) && has(theatre, 'agentWords', tokens[at + 1]),
  );
};

/** "Special Forces", "National Army", "Southern Defence Forces": any state's. */
const isOrdinary = (sentence: Sentence, run: Run, theatre: Theatre): boolean => {
  const of = { ...run, to: run.to - 1 };
  const led = some(sentence, of, (token) => has(theatre, 'stateForceWords', token));
  const plain = (token: Token): boolean =>
    has(theatre, 'stateForceWords', token) || (led && has(theatre, 'directions', token));
  return !some(sentence, run, (token) => !plain(token));
};

/** A name that is not a nation's forces by its own words: "Coastal Front", "Free Norland Army", "Norland River Alliance". */
const isGroupsName = (sentence: Sentence, run: Run, theatre: Theatre): boolean => {
  const nation = some(sentence, run, (_, at) => nationWordAt(sentence.tokens, at, theatre.lexicon) !== null);
  const rebel = some(sentence, run, (token) => has(theatre, 'rebelNameWords', token));
  const [last] = sentence.tokens.slice(run.to - 1, run.to);
  return !nation || rebel || (last !== undefined && has(theatre, 'noStatesForces', last));
};

const namedGroups = (sentence: Sentence, theatre: Theatre): readonly Run[] =>
  sentence.tokens.flatMap((token, at): readonly Run[] => {
    if (!isCapital(token) || !has(theatre, 'groupNameWords', token)) return [];
    if (isCapital(sentence.tokens[at + 1]) && !isInitials(sentence.tokens[at + 1])) return [];
    const run = { from: startOfRun(sentence, at + 1, theatre), to: at + 1 };
    if (run.to - run.from < 2 || isOrdinary(sentence, run, theatre) || isStatesOwn(sentence, run, theatre)) return [];
    return isIntroduced(sentence, run, theatre) || isGroupsName(sentence, run, theatre) ? [run] : [];
  });

/** "Alliance for the Coast (AC/N25)": the noun for a group comes first, its letters last. */
const headedGroups = (sentence: Sentence, theatre: Theatre): readonly string[] => {
  const { tokens } = sentence;
  return tokens.flatMap((token, at): readonly string[] => {
    if (!isCapital(token) || !has(theatre, 'groupHeadings', token)) return [];
    const open = tokens.findIndex(({ text }, i) => i > at + 1 && text === '(');
    const plain = tokens.slice(at + 1, open).every((one) => isCapital(one) || has(theatre, 'groupNameLinks', one));
    if (open < 0 || open - at > LONGEST_NAME + 2 || !plain) return [];
    const close = tokens.findIndex(({ text }, i) => i > open && text === ')');
    const letters = tokens.slice(open + 1, close).filter((one) => isInitials(one));
    return letters[0]?.text.startsWith(token.text.slice(0, 1)) === true
      ? [textOf(sentence, { from: at, to: open }), ...letters.map(({ text }) => text)]
      : [];
  });
};

/** "the Coastal National Union": a name whose letters the report gives to fighters ("CNU soldiers"). */
const namedByLetters = (sentence: Sentence, told: readonly Sentence[], theatre: Theatre): readonly string[] =>
  sentence.tokens.flatMap((token, at): readonly string[] => {
    if (!isCapital(token) || isCapital(sentence.tokens[at + 1]) || !has(theatre, 'unionWords', token)) return [];
    const run = { from: startOfRun(sentence, at + 1, theatre), to: at + 1 };
    const letters = isOrdinary(sentence, run, theatre) ? null : lettersOf(textOf(sentence, run), told);
    const armed = told.some(({ tokens }) =>
      tokens.some(({ text }, i) => text === letters && has(theatre, 'ownedForces', tokens[i + 1])),
    );
    return letters !== null && armed ? [textOf(sentence, run), letters] : [];
  });

/** "Government of National Unity (GNU)": the state's by its first word. */
const namedGovernments = (sentence: Sentence, theatre: Theatre): readonly string[] =>
  sentence.tokens.flatMap((token, at): readonly string[] => {
    if (!isCapital(token) || !has(theatre, 'governmentNameWords', token)) return [];
    const open = sentence.tokens.findIndex(({ text }, i) => i > at && text === '(');
    const plain = open > at && open - at <= LONGEST_NAME;
    const initials = plain ? initialsBehind(sentence, open) : null;
    return initials?.startsWith(token.text.slice(0, 1)) ? [initials, textOf(sentence, { from: at, to: open })] : [];
  });

const LONGEST_NAME = 6;

/** "Hale rebels": the word before is the group's, unless the report speaks of a place of that name or it only began a sentence. */
const namedByFighters = (told: readonly Sentence[], theatre: Theatre): readonly string[] => {
  const before = told.flatMap((sentence) => {
    const { tokens } = sentence;
    return tokens.flatMap((token, at): readonly string[] => {
      const plain = isCapital(token) && !isInitials(token) && !isClosed(token.word, theatre);
      if (
        !plain ||
        theatre.lexicon.has('widePeoples', token.word) ||
        !meansNonState(theatre, tokens, at + 1) ||
        phraseAt(theatre, tokens, at) !== null
      )
        return [];
      return nationWordAt(tokens, at, theatre.lexicon) === null ? [token.text, `${token.text}s`] : [];
    });
  });
  return [...new Set(before)].filter((name) => isFightersName(name, told, theatre));
};

/** "in Hale", "entered Hale.", "Hale city": so speaks nobody of a group. */
const isPlaceUse = (tokens: readonly Token[], at: number, theatre: Theatre): boolean => {
  const { lexicon } = theatre;
  const [before, after] = [tokens[at - 1]?.word ?? '', tokens[at + 1]?.word ?? ''];
  const behind = phraseAt(theatre, tokens, at + 1);
  if (behind?.value.type === 'scope') return true;
  // "with Hale rebels"
  if (behind !== null) return false;
  if (lexicon.has('prepositions', before)) return true;
  return lexicon.verbs.has(before) && !lexicon.has('modifiedNouns', after);
};

const isFightersName = (name: string, told: readonly Sentence[], theatre: Theatre): boolean => {
  const singular = name.replace(/s$/u, '');
  const uses = told.flatMap(({ tokens }) =>
    tokens.flatMap(({ text }, at) => (text === name || text === singular ? [{ tokens, at }] : [])),
  );
  const isPlace = uses.some(({ tokens, at }) => isPlaceUse(tokens, at, theatre));
  return !isPlace && (theatre.lexicon.has('demonyms', singular.toLowerCase()) || uses.some(({ at }) => at > 0));
};

/** "Garth forces" beside "Garthan fighters": the land's name before its people's own. */
const namedByPeople = (names: readonly string[], told: readonly Sentence[], theatre: Theatre): readonly string[] => {
  const peoples = names.filter((name) => /^\p{Lu}\p{Ll}+$/u.test(name));
  return told.flatMap(({ tokens }) =>
    tokens.flatMap(({ text }, at): readonly string[] => {
      const noun = tokens[at + 1];
      const own = text.length >= SHORTEST && has(theatre, 'ownedForces', noun);
      return own && peoples.some((name) => name !== text && name.startsWith(text)) ? [`${text} ${noun?.text}`] : [];
    }),
  );
};

/** "Garth" of "Garthan". */
const SHORTEST = 4;

/** "Hale said its fighters had …": who speaks first in a sentence of its own fighters is a group. */
const namedBySaying = ({ tokens }: Sentence, theatre: Theatre): readonly string[] => {
  const [first, verb] = tokens;
  if (first === undefined || verb === undefined || !isCapital(first) || isClosed(first.word, theatre)) return [];
  const says = theatre.lexicon.verbs.get(verb.word)?.some(({ lemma }) => theatre.lexicon.has('reportingVerbs', lemma));
  const own = tokens.findIndex(({ word }) => theatre.lexicon.has('placePossessives', word));
  if (says !== true || own < 0 || !meansNonState(theatre, tokens, own + 1)) return [];
  const isKnown = phraseAt(theatre, tokens, 0) !== null || nationWordAt(tokens, 0, theatre.lexicon) !== null;
  return isKnown ? [] : [first.text];
};

/** "the Hale regime": whose rule it is fights as the state; "THE ARMY liberated A": a noun with a capital is any state's. */
const isRulers = (name: string, told: readonly Sentence[], theatre: Theatre): boolean =>
  theatre.lexicon.has('bareStateForces', name.toLowerCase()) ||
  told.some(({ tokens }) => tokens.some(({ text }, at) => text === name && has(theatre, 'ruleNouns', tokens[at + 1])));

/** "the Norlandic National Army", where nobody is said to have made it. */
const namedStates = (told: readonly Sentence[], theatre: Theatre): readonly StateForces[] => [
  ...armiesByLetters(told, theatre),
  ...told.flatMap((sentence) =>
    stateRuns(sentence, theatre)
      .filter((run) => !isIntroduced(sentence, run, theatre))
      .map((run) => stateForces(sentence, run, { told, theatre })),
  ),
];

/** "the Norland National Army (NNA) … its drive to take A from the government": who fights the state is no state's own. */
const statesAndFoes = (told: readonly Sentence[], rebels: readonly string[], theatre: Theatre) => {
  const [foes, states] = [true, false].map((fights) =>
    namedStates(told, theatre).filter(({ names }) => names.some((name) => rebels.includes(name)) === fights),
  );
  return { states: states ?? [], foes: (foes ?? []).flatMap(({ names }) => names) };
};

const knownGroups = ({ sides }: Theatre): readonly string[] =>
  sides.flatMap(({ class: of, names }) => (of === 'non-state' ? names : []));

/** Names that the report's own words give to one side or the other. */
export const learnGroups = (sentences: readonly Sentence[], theatre: Theatre): LearnedNames => {
  const told = sentences.filter((sentence) => !isTitled(sentence));
  const groups = told.flatMap((sentence) =>
    namedGroups(sentence, theatre).flatMap((run) => {
      const initials = initialsBehind(sentence, run.to);
      const owner = ownerBefore(sentence, run, theatre);
      const owned = owner === null ? [] : theatre.lexicon.list('ownedForces').map((noun) => `${owner}'s ${noun}`);
      const written = textOf(sentence, run);
      const letters = initials ?? lettersOf(written, told);
      return [written, ...(letters === null ? [] : [letters]), ...owned];
    }),
  );
  const initials = told.flatMap((sentence) => [
    ...namedByInitials(sentence, told, theatre),
    ...namedBySaying(sentence, theatre),
    ...headedGroups(sentence, theatre),
    ...namedForWar(sentence, theatre),
    ...namedByLetters(sentence, told, theatre),
    ...learnQuoted(sentence, theatre),
  ]);
  const introduced = learnIntroduced(told, theatre);
  const byFoes = learnByFoes(told, theatre);
  const { states, foes } = statesAndFoes(told, byFoes.nonState, theatre);
  const shown = [
    ...groups,
    ...initials,
    ...namedByFighters(told, theatre),
    ...introduced.nonState,
    ...byFoes.nonState,
    ...foes,
    ...learnOwners(sentences, theatre),
  ];
  const called = told.flatMap((sentence) => namedGovernments(sentence, theatre));
  const government = [...new Set([...called, ...byFoes.government])];
  const others = new Set([...introduced.foreign, ...government, ...states.flatMap(({ names }) => names)]);
  const names = [...new Set(shown)].filter((name) => !others.has(name) && !isRulers(name, told, theatre));
  return {
    nonState: [
      ...names,
      ...namedByPeople(names, sentences, theatre),
      ...calledForShort(names, told, theatre),
      ...bareGroups(names, told, theatre),
      ...spellOut(names, told, theatre),
      ...calledFor([...names, ...knownGroups(theatre)], told, theatre),
    ],
    foreign: introduced.foreign,
    government,
    states,
  };
};
