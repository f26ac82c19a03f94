// Words that lead to a toll which somebody puts, raises or corrects: "put its losses AT 18", "the figure was put AT eight".
// Invariant: between the figure and its number stand only words for the dead, for where they died, and for the putting.
import { isIn, isInAny, type SentenceView, wordsOf } from '../words/view-sentence.ts';
import { countPeople } from './count-people.ts';

interface Lead {
  readonly from: number;
  readonly to: number;
}

/** Words between "put" and its figure: "put the final official". */
const OWNED = 5;

/** Words between the figure and its number: "of those killed in Ashford was later put at". */
const REACH = 10;

const MEANT = ['deathWords', 'combatants', 'civilianVictims', 'incidentWords:persons', 'menWords'];

const BETWEEN = [...MEANT, 'partLinks', 'determiners', 'insideLinks', 'be', 'have', 'verbAdverbs', 'figureMoves'];

const isMoved = (view: SentenceView, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if (isIn(view, 'figureMoves', at)) return true;
  return false;
};

/** Where the words for the putting begin before the figure: "PUT its own losses"; -1 where they do not. */
const movedBefore = (view: SentenceView, noun: number): number => {
  for (let at = noun - 1; at >= Math.max(0, noun - OWNED); at--) {
    if (isIn(view, 'figureMoves', at)) return at;
    if (view.tokens[at]?.type === 'mark' || isInAny(view, ['be', 'have', 'prepositions', 'conjunctions'], at))
      return -1;
  }
  return -1;
};

/** "the number OF SOLDIERS" is none of the dead; "the number of soldiers KILLED" is. */
const isOfDead = (view: SentenceView, noun: number, to: number): boolean => {
  const named = view.tokens.slice(noun, to).some(({ word }) => view.lexicon.has('deathWords', word));
  const other = isIn(view, 'partLinks', noun + 1) || isInAny(view, ['insideLinks'], noun + 1);
  return named || !other || isIn(view, 'lossFigures', noun);
};

const leadFrom = (view: SentenceView, noun: number): readonly Lead[] => {
  const start = movedBefore(view, noun);
  for (let at = noun + 1; at <= noun + REACH && at < view.tokens.length; at++) {
    const moved = start >= 0 || isMoved(view, noun + 1, at);
    if (isIn(view, 'figureLinks', at) && moved) {
      const counted = countPeople(view, [at + 1, Math.min(at + 5, view.tokens.length)]).length > 0;
      return counted && isOfDead(view, noun, at) ? [{ from: start >= 0 ? start : noun, to: at + 1 }] : [];
    }
    if (!isInAny(view, BETWEEN, at) && view.markAt[at] === undefined) return [];
  }
  return [];
};

/** Each lead of a sentence, in order. */
export const figureLeads = (view: SentenceView): readonly Lead[] => {
  const nouns = [...wordsOf(view, 'tollFigures'), ...wordsOf(view, 'lossFigures')].sort((a, b) => a - b);
  const found = nouns.flatMap((noun) => leadFrom(view, noun));
  return found.filter((one, i) => found.findIndex(({ to }) => to === one.to) === i);
};
