// Where a sentence begins to tell: at its first word, and behind what may open it ("ON MONDAY, …", "RESIDENTS SAID THAT …").
// Invariant: the first word is always one of them; what opens the sentence names no place and no side that is told of.
import { kept } from '../../model/keep.ts';
import { behindTimeAt } from '../words/time-ahead.ts';
import { isIn, isInAny, phraseLength, type SentenceView, wordAt } from '../words/view-sentence.ts';

/** Words of "A councillor of the north told reporters by telephone on Monday that". */
const OPENING = 16;

/** Words of "By Monday evening,", "Despite weeks of talks,". */
const FRONTED = 8;

/** "said THAT", "told reporters that", and "said" alone. */
const behindSaying = (view: SentenceView): readonly number[] => {
  const starts: number[] = [];
  let said = false;
  for (let at = 0; at < Math.min(OPENING, view.tokens.length); at++) {
    const word = wordAt(view, at);
    const reports = view.lexicon.verbs
      .get(word)
      ?.some(({ lemma }) => view.lexicon.has('reportingVerbs', lemma) && !isIn(view, 'speechNouns', at));
    if (reports === true) said = true;
    if (said && (isIn(view, 'saidLinks', at) || isIn(view, 'plainSayings', at))) starts.push(at + 1);
    if (said && isIn(view, 'saidLinks', at)) break;
  }
  return starts;
};

/** Behind the comma that closes what tells when, how or by whom; -1 where nothing of the kind opens the sentence. */
const behindFront = (view: SentenceView): number => {
  const comma = view.tokens.findIndex(({ word }, at) => at <= FRONTED && word === ',');
  const led = isInAny(view, ['prepositions', 'timeAdjectives', 'weekdays', 'verbAdverbs'], 0);
  const opens = led || phraseLength(view, 'accordingTo', 0) > 0;
  const names = view.marks.some(({ type, from }) => (type === 'place' || type === 'scope') && from < comma);
  return comma > 0 && opens && !names ? comma + 1 : -1;
};

/** "“NEITHER A nor B fell,” he said": behind the mark that opens the words of somebody. */
const behindMark = (view: SentenceView): readonly number[] => (/^["“‘]$/.test(wordAt(view, 0)) ? [1] : []);

const startsOf = (view: SentenceView): readonly number[] => {
  const front = behindFront(view);
  const timed = behindTimeAt(view, 0);
  return [0, ...behindMark(view), ...(timed > 0 ? [timed] : []), ...(front > 0 ? [front] : []), ...behindSaying(view)];
};

/** In order; the first word is the first of them. */
export const tellingStarts = kept(startsOf);

export const isTellingStart = (view: SentenceView, at: number): boolean => tellingStarts(view).includes(at);
