// Where the words of a noun for something that happened begin: "A SERIES OF THREE HUGE explosions", "MONDAY'S bombing".
// Invariant: never over a word that joins, a verb, or a mark but for a comma between adjectives.
import type { Parse } from '../clauses/parse.ts';
import { isIn, isInAny, type SentenceView, wordAt } from '../words/view-sentence.ts';

/** The comma of "an immediate, unilateral ceasefire". */
const isAdjectiveComma = (view: SentenceView, at: number): boolean =>
  wordAt(view, at) === ',' && isIn(view, 'determiners', at - 2) && /^\p{Ll}+$/u.test(view.tokens[at + 1]?.text ?? '');

const isCountLead = (view: SentenceView, at: number): boolean =>
  isIn(view, 'countLeads', at) && (view.tokens[at + 1]?.type === 'number' || isIn(view, 'leastWords', at + 1));

const isTimesOwn = (view: SentenceView, at: number): boolean =>
  wordAt(view, at) === "'s" && isInAny(view, ['weekdays', 'timeNouns', 'plainDays'], at - 1);

/** Back over what describes the noun: "a series of", "three huge", "Taliban". */
export const phraseFrom = ({ view, verbAt }: Parse, from: number): number => {
  let at = from;
  while (at > 0 && from - at < 7) {
    // "killed in MONDAY'S bombing", "LAST WEEK'S attack": when it was.
    if (isTimesOwn(view, at - 1)) {
      at -= 2;
      continue;
    }
    const token = view.tokens[at - 1];
    const plain = token?.type === 'number' || (token?.type === 'word' && verbAt[at - 1] === undefined);
    const quote = /^["“‘'-]$/.test(wordAt(view, at - 1));
    // "declared an immediate, unilateral ceasefire": a comma between two adjectives. "AT LEAST four rockets" is a number.
    if (isAdjectiveComma(view, at - 1) || isCountLead(view, at - 1)) {
      at--;
      continue;
    }
    const linked = ['prepositions', 'conjunctions', 'relatives', 'be', 'have', 'subordinators'].some((list) =>
      isIn(view, list, at - 1),
    );
    const apart = isInAny(view, ['weekdays', 'timeNouns', 'months', 'pronouns'], at - 1);
    if ((!plain && !quote) || apart || (linked && !isIn(view, 'determiners', at - 1))) break;
    at--;
    if (isIn(view, 'determiners', at)) break;
  }
  return at;
};
