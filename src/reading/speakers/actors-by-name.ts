// Which of the theatre's actors the words name, and what office he holds on a day.
import type { Actor } from '../../model/actor.ts';
import type { Theatre } from '../../model/theatre.ts';
import type { Day } from '../../model/time.ts';
import { hasName } from '../clauses/irregular-voices.ts';
import { cutWords } from '../words/text-words.ts';

interface ActorName {
  readonly rank: number;
  readonly actor: Actor;
  readonly name: string;
}

const actorNames = new WeakMap<Theatre['actors'], ReadonlyMap<string, readonly ActorName[]>>();

/** The names of a theatre's actors by their first word. */
const namesOfActors = (actors: Theatre['actors']): ReadonlyMap<string, readonly ActorName[]> => {
  const all = (): readonly ActorName[] =>
    actors.flatMap((actor, rank) => [actor.name, ...actor.names].map((name) => ({ rank, actor, name })));
  const known = actorNames.get(actors) ?? Map.groupBy(all(), ({ name }) => cutWords(name).words[0] ?? '');
  actorNames.set(actors, known);
  return known;
};

/** The first of the theatre's actors who is named. */
export const actorIn = (words: string, theatre: Theatre): Actor | null => {
  const byFirst = namesOfActors(theatre.actors);
  let best: ActorName | null = null;
  for (const word of cutWords(words).words)
    for (const one of byFirst.get(word) ?? [])
      if ((best === null || one.rank < best.rank) && hasName(words, one.name, theatre)) best = one;
  return best?.actor ?? null;
};

/** The offices that an actor holds on a day. */
export const roleOn = (actor: Actor, on: Day | null) =>
  actor.roles.filter(
    (role) => on === null || ((role.from === null || role.from <= on) && (role.until === null || on <= role.until)),
  );
