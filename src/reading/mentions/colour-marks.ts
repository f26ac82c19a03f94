// "All of it is now red": a side that bears the name of a colour, where nothing follows that the colour could describe.
// "RED ARMBANDS in the market": those who wear a side's colour.
// Invariant: a colour alone is a side only behind a verb of being, and in small letters.
import type { SideId } from '../../model/actor.ts';
import { kept } from '../../model/keep.ts';
import type { Theatre } from '../../model/theatre.ts';
import type { ActorMark, Sentence } from '../marks.ts';

/** The words for colours that are a side's name too, with the first such side. */
const colourWords = kept(({ lexicon, sides }: Theatre): ReadonlyMap<string, SideId> => {
  const words = sides.flatMap(({ id, names }) => {
    const called = new Set(names.map((name) => name.toLowerCase()));
    return lexicon.list(`colours:${id}`).flatMap((word) => (called.has(word) ? [[word, id] as const] : []));
  });
  return new Map(words.reverse());
});

/** "all of it is now red": a side that bears a colour's name, where nothing follows that the colour could describe. */
export const colourMark = (sentence: Sentence, from: number, theatre: Theatre): ActorMark | null => {
  const { lexicon } = theatre;
  const { tokens, index } = sentence;
  const token = tokens[from];
  const side = token === undefined ? undefined : colourWords(theatre).get(token.word);
  if (token === undefined || side === undefined) return null;
  const before = tokens[from - 1]?.word ?? '';
  const is =
    ['be', 'verbAdverbs'].some((list) => lexicon.has(list, before)) ||
    lexicon.verbs.get(before)?.some(({ lemma }) => lexicon.has('stateVerbs', lemma)) === true;
  if (!is || !/^\p{Ll}/u.test(token.text)) return null;
  const next = tokens[from + 1];
  const ends = next === undefined || /^[.,;!]$/.test(next.word) || lexicon.has('exceptions', next.word);
  if (!ends) return null;
  const { start, end, text } = token;
  return {
    ...{ type: 'actor', start, end, sentence: index, from, to: from + 1, text, side },
    ...{ means: 'name', pronoun: false, modifies: false },
  };
};

/** "had seen RED ARMBANDS in the market": those who wear a side's colour; "MEN WITH red armbands" are named by their own noun. */
export const badgeMark = ({ tokens, index }: Sentence, from: number, { lexicon, sides }: Theatre): ActorMark | null => {
  const [first, last] = [tokens[from], tokens[from + 1]];
  if (first === undefined || last === undefined || !lexicon.has('badgeNouns', last.word)) return null;
  const worn = ['withWords', 'wearVerbs', 'prepositions'].some((list) =>
    lexicon.has(list, tokens[from - 1]?.word ?? ''),
  );
  const side = sides.find(({ id }) => lexicon.has(`colours:${id}`, first.word));
  if (side === undefined || worn) return null;
  return {
    ...{ type: 'actor', start: first.start, end: last.end, sentence: index, from, to: from + 2, side: side.id },
    ...{ text: `${first.text} ${last.text}`, means: 'group', pronoun: false, modifies: false },
  };
};
