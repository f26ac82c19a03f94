// Without a list of sides' names, the report itself says who is who; its names go to the sides of the theatre.
// Invariant: only the theatre `open` learns; ids, classes and order of its sides stay.
import type { Side } from '../../model/actor.ts';
import type { Theatre } from '../../model/theatre.ts';
import type { Draft, Sentence } from '../marks.ts';
import { learnGroups } from './learn-groups.ts';
import { learnNations } from './learn-nations.ts';
import { phraseAt } from './name-tree.ts';

const withNames = (side: Side, names: readonly string[]): Side =>
  names.length === 0 ? side : { ...side, names: [...side.names, ...names] };

/** How often a class of side is named, foreigners by their nation alone. */
const countClass = (sentences: readonly Sentence[], theatre: Theatre, means: Side['class']): number => {
  const ids = new Set(theatre.sides.filter((side) => side.class === means).map(({ id }) => id));
  const hits = sentences.flatMap(({ tokens }) =>
    tokens.filter((_, at) => {
      const value = phraseAt(theatre, tokens, at)?.value;
      if (value?.type === 'side') return ids.has(value.side);
      const invader = means === 'foreign' && theatre.lexicon.has('invaderActors', tokens[at]?.word ?? '');
      return invader || (value?.type === 'noun' && value.means === means && means !== 'foreign');
    }),
  );
  return hits.length;
};

/** In a war of nations the government's enemy, where nobody is named, is the foreign side. */
const withChallenger = (sentences: readonly Sentence[], theatre: Theatre): Theatre => {
  if (countClass(sentences, theatre, 'foreign') <= countClass(sentences, theatre, 'non-state')) return theatre;
  const roleOf = (side: Side): Side['role'] =>
    side.class === 'foreign' ? 'challenger' : side.class === 'non-state' ? 'other' : side.role;
  return { ...theatre, sides: theatre.sides.map((side) => ({ ...side, role: roleOf(side) })) };
};

/** The theatre as this report names its sides. */
export const learnSides = ({ sentences, theatre }: Draft): Theatre => {
  if (!theatre.open) return theatre;
  const groups = learnGroups(sentences, theatre);
  const { home, foreign } = learnNations(sentences, theatre);
  const [own, others] = [true, false].map((ours) =>
    groups.states
      .filter(({ nation }) => (nation === null || home.includes(nation)) === ours)
      .flatMap(({ names }) => names),
  );
  const named = {
    government: [...groups.government, ...home, ...(own ?? [])],
    'non-state': groups.nonState,
    foreign: [...foreign, ...groups.foreign, ...(others ?? [])],
  };
  const sides = theatre.sides.map((side) => withNames(side, named[side.class]));
  return withChallenger(sentences, { ...theatre, sides });
};
