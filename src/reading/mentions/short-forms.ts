// What a report calls a group for short once it has named it: "the Front", "the council".
// Invariant: asked of names that the report has made a group's; a noun that it uses of others is left.
import type { Theatre } from '../../model/theatre.ts';
import type { Sentence } from '../marks.ts';
import { has } from './group-words.ts';

/** "the Front" for "the Coastal Front", where the report says so with a capital; "the Army" may be the state's. */
const shortForms = (names: readonly string[], told: readonly Sentence[], theatre: Theatre): readonly string[] => {
  const last = names.filter((name) => name.includes(' ')).map((name) => name.slice(name.lastIndexOf(' ') + 1));
  return [...new Set(last)].filter(
    (noun) =>
      theatre.lexicon.has('groupNameWords', noun.toLowerCase()) &&
      !theatre.lexicon.has('stateForceWords', noun.toLowerCase()) &&
      told.some(({ tokens }) =>
        tokens.some(({ text }, at) => text === noun && has(theatre, 'definiteArticles', tokens[at - 1])),
      ),
  );
};

/** "the council" for "the Coastal Council", where the report speaks of no other ("the town council", "a council of elders"). */
const bareForms = (names: readonly string[], told: readonly Sentence[], theatre: Theatre): readonly string[] => {
  const last = names.map((name) => /^\p{Lu}.* (\p{Lu}\p{Ll}+)$/u.exec(name)?.[1]?.toLowerCase() ?? '');
  return [...new Set(last)].filter((noun) => {
    if (!theatre.lexicon.has('unionWords', noun)) return false;
    const before = told.flatMap(({ tokens }) =>
      tokens.flatMap(({ text }, at) => (text === noun ? [tokens[at - 1]] : [])),
    );
    return before.length > 0 && before.every((token) => has(theatre, 'definiteArticles', token));
  });
};

/** "the coalition", where the report tells of a gang or rebel coalition and of no other. */
const bareCoalitions = (told: readonly Sentence[], theatre: Theatre): readonly string[] => {
  const nouns = theatre.lexicon.list('coalitionNouns');
  return nouns.filter((noun) => {
    const before = told.flatMap(({ tokens }) =>
      tokens.flatMap(({ word }, at) => (word === noun ? [tokens[at - 1]] : [])),
    );
    const armed = before.filter((token) => has(theatre, 'armedWords', token)).length;
    const plain = before.filter((token) => has(theatre, 'definiteArticles', token)).length;
    return armed > 0 && plain > 0 && armed + plain === before.length;
  });
};

/** What the report calls these groups once they are named. */
export const calledForShort = (names: readonly string[], told: readonly Sentence[], theatre: Theatre) => [
  ...shortForms(names, told, theatre),
  ...bareForms(names, told, theatre),
  ...bareCoalitions(told, theatre),
];
