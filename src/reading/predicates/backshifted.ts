// "said it would leave only WHEN THE OTHERS HAD GONE": behind a past "would" a perfect tells what is still to come.
// Invariant: the clause stands beside one that is foretold; "the day when A fell" tells of a day, and is left as it is.
import { isReporting, relativeOver } from '../clauses/clause-bounds.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import { lemmaIn } from '../clauses/governed-infinitive.ts';
import type { Parse } from '../clauses/parse.ts';
import { isIn, isInAny, wordAt } from '../words/view-sentence.ts';

/** So far before the verb may the word of time stand: "until the last of the brigades from the north had". */
const REACH = 12;

/** The word of time over the verb's own clause, or -1. */
const timeWordOf = ({ view, verbAt }: Parse, { from }: VerbGroup): number => {
  for (let at = from - 1; at >= Math.max(0, from - REACH); at--) {
    if (verbAt[at] !== undefined || /^[,;:.]$/.test(wordAt(view, at))) return -1;
    if (isInAny(view, ['onceWords', 'thenWords'], at)) return at;
  }
  return -1;
};

/** "WOULD leave", "were TO BE freed", "agreed TO free": told then of what was to come. */
const isForetoldThen = (parse: Parse, verb: VerbGroup): boolean => {
  const { view } = parse;
  // "WOULD NOT SAY when the Reds had captured A": what is not told has happened.
  if (isReporting(parse, verb) && verb.negated) return false;
  if (verb.modal !== null) return view.lexicon.has('pastFutureModals', verb.modal) && !verb.perfect;
  if (!verb.infinitive || verb.perfect) return false;
  if (isIn(view, 'pastBe', verb.from)) return true;
  const over = parse.verbs.findLast(({ to }) => to <= verb.from);
  return over !== undefined && lemmaIn(view, over, 'pledgingVerbs');
};

/** "ONLY after", "AS SOON as", or a word that lets wait by itself: "once", "until". */
const isWaiting = ({ view }: Parse, at: number, perfect: boolean): boolean => {
  if (isIn(view, 'waitingWords', at)) return true;
  if (isInAny(view, ['onlyWords', 'soonWords'], at - 1)) return true;
  return perfect && isIn(view, 'meetingWords', at);
};

/** True where the verb tells, in the past, of what something else waits for. */
export const isBackshifted = (parse: Parse, verb: VerbGroup): boolean => {
  const { view } = parse;
  if (verb.modal !== null || verb.infinitive || verb.gerund) return false;
  const perfect = verb.perfect && isIn(view, 'pastHave', verb.from);
  if (!perfect && (verb.perfect || !(verb.passive ? isIn(view, 'pastBe', verb.from) : verb.forms.includes('past'))))
    return false;
  const at = timeWordOf(parse, verb);
  if (at < 0 || isInAny(view, ['timeNouns', 'momentNouns'], at - 1) || !isWaiting(parse, at, perfect)) return false;
  const before = parse.verbs.findLast(({ to }) => to <= at);
  const behind = parse.verbs.find(({ from }) => from >= verb.to && wordAt(view, verb.to) !== '.');
  const comma = behind !== undefined && view.tokens.slice(verb.to, behind.from).some(({ word }) => word === ',');
  return [before, comma ? behind : undefined].some((main) => main !== undefined && isForetoldThen(parse, main));
};

/** "is to occupy the posts WHICH THEY LEAVE": what is done to them is told before, what they do is to come as well. */
export const isLeftToCome = (parse: Parse, verb: VerbGroup): boolean => {
  const { view } = parse;
  const relative = relativeOver(parse, verb);
  if (relative < 0 || verb.perfect || wordAt(view, relative - 1) === ',') return false;
  if (!verb.lemmas.some((lemma) => view.lexicon.has('vacatingVerbs', lemma))) return false;
  const over = parse.verbs.findLast(({ to }) => to <= relative);
  if (over === undefined) return false;
  return view.lexicon.has('futureModals', over.modal ?? '') || (over.infinitive && isIn(view, 'presentBe', over.from));
};

/** Words of "every single soldier of theirs". */
const ANYBODY = 5;

/** "promised to spare SOLDIERS WHO SURRENDER": men of no number who do it now are whoever will. */
const isOfBareMen = ({ view, phraseAt }: Parse, { forms, modal, bare }: VerbGroup, relative: number): boolean => {
  const men = phraseAt[relative - 1];
  const base = bare && modal === null && forms.includes('base') && !forms.includes('past');
  return (
    base && men !== undefined && isIn(view, 'prepositions', men.from - 1) && wordAt(view, men.to - 1).endsWith('s')
  );
};

/** "ANY soldier WHO SURRENDERED would be spared", "a prize to EVERY man who surrendered": nobody has yet. */
export const isOfAnybody = (parse: Parse, verb: VerbGroup): boolean => {
  const { view } = parse;
  // "would shoot at WHOEVER ENTERED A"
  if (isIn(view, 'whoeverWords', verb.from - 1)) return true;
  const relative = relativeOver(parse, verb);
  if (relative < 0 || !isIn(view, 'personRelatives', relative)) return false;
  const before = view.tokens.slice(Math.max(0, relative - ANYBODY), relative);
  if (!before.some(({ word }) => view.lexicon.has('anyOnes', word)) && !isOfBareMen(parse, verb, relative))
    return false;
  return parse.verbs.some(
    (other) =>
      other !== verb &&
      (['futureModals', 'pastFutureModals'].some((list) => view.lexicon.has(list, other.modal ?? '')) ||
        lemmaIn(view, other, 'pledgingVerbs')),
  );
};
