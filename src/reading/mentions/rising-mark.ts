// "The uprising", "the local resistance": those who rise, by the noun for what they do.
// Invariant: only a definite one is meant; "met resistance", "an uprising began" are nobody.
import type { SideId } from '../../model/actor.ts';
import type { Theatre } from '../../model/theatre.ts';
import type { ActorMark, Sentence } from '../marks.ts';
import { phraseAt } from './name-tree.ts';
import { challengerOf, localForceOf } from './theatre-sides.ts';

/** Words from "the" to the noun: "the local armed". */
const BACK = 3;

/** Words between "of" and the side: "of the so-called". */
const OF = 2;

/** Words between "'s" and the noun, and of the name before it. */
const OWNED = 4;
const NAME = 5;

/** "THE LEAGUE's eastern branch": the side whose body it is. */
const ownerBefore = ({ tokens }: Sentence, from: number, theatre: Theatre): SideId | null => {
  const to = tokens.findLastIndex(({ type, word }, at) => at < from && (type === 'mark' || word === "'s"));
  if (tokens[to]?.word !== "'s" || from - to > OWNED) return null;
  const plain = tokens.slice(to + 1, from).every(({ word }) => !theatre.lexicon.has('partLinks', word));
  for (let at = to - 1; plain && at >= to - NAME && at >= 0; at--) {
    const found = phraseAt(theatre, tokens, at);
    if (found?.value.type === 'side' && found.to === to) return found.value.side;
  }
  return null;
};

/** "The League's eastern BRANCH", on which alone the mark stands. */
const ownedBody = (sentence: Sentence, from: number, theatre: Theatre): ActorMark | null => {
  const token = sentence.tokens[from];
  const side = ownerBefore(sentence, from, theatre);
  if (token === undefined || side === null) return null;
  const { start, end, text } = token;
  const next = sentence.tokens[from + 1]?.word ?? '';
  return {
    ...{ type: 'actor', start, end, sentence: sentence.index, from, to: from + 1, text, side, means: 'name' },
    ...{ pronoun: false, modifies: /^['’]s?$/.test(next) || theatre.lexicon.has('modifiedNouns', next) },
  };
};

/** "opponents OF THE REBELS", "the local branch OF THE LEAGUE": whose the words behind the noun tell. */
export const bodyMark = (sentence: Sentence, from: number, theatre: Theatre): ActorMark | null => {
  const { tokens, index } = sentence;
  const { lexicon } = theatre;
  const token = tokens[from];
  const foes = lexicon.has('foeNouns', token?.word ?? '');
  if (token === undefined || !(foes || lexicon.has('sideBodies', token.word))) return null;
  if (!lexicon.has('partLinks', tokens[from + 1]?.word ?? '')) return foes ? null : ownedBody(sentence, from, theatre);
  const at = [from + OF, from + OF + 1].find((i) => phraseAt(theatre, tokens, i)?.value.type === 'side');
  const found = at === undefined ? null : phraseAt(theatre, tokens, at);
  if (found?.value.type !== 'side') return null;
  const foe = found.value.side === challengerOf(theatre) ? localForceOf(theatre) : null;
  const side = foes ? foe : found.value.side;
  if (side === null) return null;
  return {
    ...{
      type: 'actor',
      start: token.start,
      end: tokens[found.to - 1]?.end ?? token.end,
      sentence: index,
      from,
      to: found.to,
    },
    ...{ text: token.text, side, means: 'name', pronoun: false, modifies: false },
  };
};

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
