// Whose soldiers a nation's word before them tells: "American soldiers", where a foreign side's longer names begin with it.
import type { SideId } from '../../model/actor.ts';
import { kept } from '../../model/keep.ts';
import type { Theatre } from '../../model/theatre.ts';
import type { Sentence } from '../marks.ts';
import { startsCapital } from '../words/closed-words.ts';

/** "American soldiers": a foreign side whose own names begin with the word. */
export const nationAt = ({ tokens }: Sentence, at: number, theatre: Theatre): SideId | null => {
  const word = tokens[at];
  return word === undefined || !startsCapital(word.text) ? null : (foreignWords(theatre).get(word.text) ?? null);
};

/** The first words of foreign sides' longer names. */
const foreignWords = kept(({ sides }: Theatre): ReadonlyMap<string, SideId> => {
  const foreign = sides.filter((side) => side.class === 'foreign');
  const words = foreign.flatMap(({ names, id }) =>
    names.flatMap((name) => (name.includes(' ') ? [[name.slice(0, name.indexOf(' ')), id] as const] : [])),
  );
  return new Map(words.reverse());
});
