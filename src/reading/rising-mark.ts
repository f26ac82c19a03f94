// "The uprising", "the local resistance": those who rise, by the noun for what they do.
// Invariant: only a definite one is meant; "met resistance", "an uprising began" are nobody.
import type { Theatre } from '../model/theatre.ts';
import { localForceOf } from './mans-own.ts';
import type { ActorMark, Sentence } from './marks.ts';
import { phraseAt } from './name-tree.ts';

/** Words from "the" to the noun: "the local armed". */
const BACK = 3;

/** The mark of such a noun; its side is told by what the theatre calls those who rise. */
export const risingMark = ({ tokens, index }: Sentence, from: number, theatre: Theatre): ActorMark | null => {
  const { lexicon } = theatre;
  const token = tokens[from];
  if (token === undefined || !lexicon.has('risingNouns', token.word)) return null;
  const side = theatre.open ? (theatre.sides.find(({ class: of }) => of === 'non-state')?.id ?? null) : null;
  if (side === null && localForceOf(theatre) === null) return null;
  let at = from - 1;
  while (
    at > from - BACK &&
    /^['’]?\p{Ll}/u.test(tokens[at]?.text ?? '') &&
    !lexicon.has('definiteArticles', tokens[at]?.word ?? '')
  )
    at--;
  const front = lexicon.has('frontNouns', tokens[from + 1]?.word ?? '');
  const next = tokens[from + 1]?.word ?? '';
  const owned = !front && (lexicon.has('partLinks', next) || phraseAt(theatre, tokens, from + 1) !== null);
  if (!lexicon.has('definiteArticles', tokens[at]?.word ?? '') || owned) return null;
  const last = front ? tokens[from + 1] : token;
  return {
    ...{
      type: 'actor',
      start: token.start,
      end: last?.end ?? token.end,
      sentence: index,
      from,
      to: from + (front ? 2 : 1),
    },
    ...{ text: token.text, side, means: side === null ? 'forces' : 'non-state', pronoun: false },
    modifies: /^['’]s?$/.test(tokens[from + (front ? 2 : 1)]?.word ?? '') || lexicon.has('modifiedNouns', next),
  };
};
