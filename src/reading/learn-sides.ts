// Without a list of sides' names, the report itself says who is who; its names go to the sides of the theatre.
// Invariant: only the theatre `open` learns; ids, classes and order of its sides stay.
import type { Side } from '../model/actor.ts';
import type { Theatre } from '../model/theatre.ts';
import { learnGroups } from './learn-groups.ts';
import type { Draft } from './marks.ts';

const withNames = (side: Side, names: readonly string[]): Side =>
  names.length === 0 ? side : { ...side, names: [...side.names, ...names] };

/** The theatre as this report names its sides. */
export const learnSides = ({ sentences, theatre }: Draft): Theatre => {
  if (!theatre.open) return theatre;
  const { government, nonState } = learnGroups(sentences, theatre);
  const named = { government, 'non-state': nonState, foreign: [] };
  return { ...theatre, sides: theatre.sides.map((side) => withNames(side, named[side.class])) };
};
