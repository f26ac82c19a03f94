// What terms and plans lay down: who will stay has a place now, who is to go will leave it.
// Invariant: only forms of the verb decide; "was to fall" tells a fate and lays down nothing.
import type { Kind } from '../../model/claim.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { actual, dropped, type Mood } from '../words/moods.ts';
import { isIn, type SentenceView } from '../words/view-sentence.ts';

const GIVING: readonly Kind[] = ['withdrawal', 'surrender'];
const DUE: readonly Kind[] = ['entry', 'withdrawal', 'surrender', 'recapture', 'capture'];

/** "The rebels are TO LEAVE A", "B is due TO BE HANDED over": what is laid down for later; "was to fall" is fate. */
export const isDue = ({ view, verbAt }: Parse, verb: VerbGroup, kind: Kind): boolean => {
  const { from, infinitive, perfect } = verb;
  if (!infinitive || !DUE.includes(kind) || isSeen(view, verb, kind)) return false;
  // "were YET to leave" have not left, and nobody says that they are to.
  if (view.tokens.slice(from, verb.head).some((_, i) => isIn(view, 'yetWords', from + i))) return false;
  const due = isIn(view, 'dueWords', from - 1) ? verbAt[from - 1] : undefined;
  // "ALSO is to be handed over"
  const first = isIn(view, 'verbAdverbs', from) && isIn(view, 'be', from + 1) ? from + 1 : from;
  const be = due?.from ?? (isIn(view, 'dueWords', from - 1) ? from - 2 : first);
  // "WAS TO HAVE entered A on Monday" was laid down, and not done.
  return isIn(view, 'presentBe', be) || (isIn(view, 'be', be) && (perfect || GIVING.includes(kind)));
};

/** "Under the truce the army will REMAIN in A", "are to KEEP B": who stays where he is has it now. */
export const isStaying = (view: SentenceView, verb: VerbGroup, kind: Kind): boolean =>
  kind === 'hold' &&
  !verb.negated &&
  !verb.perfect &&
  verb.lemmas.some((lemma) => view.lexicon.has('stayingVerbs', lemma));

const SEEN: readonly Kind[] = ['hold', 'entry'];

/** "no troops were TO BE SEEN", "flags are to be heard": nothing is laid down. */
const isSeen = ({ lexicon }: SentenceView, { passive, lemmas }: VerbGroup, kind: Kind): boolean =>
  passive && SEEN.includes(kind) && lemmas.some((lemma) => lexicon.has('sensedLemmas', lemma));

/** "WAS SUPPOSED to leave A by Wednesday": what somebody was to do then and what he will do are two things. */
export const isUnmet = (view: SentenceView, verb: VerbGroup): boolean => {
  const { from, infinitive, perfect, lemmas } = verb;
  if (!infinitive) return false;
  if (isIn(view, 'supposedWords', from - 1)) return isIn(view, 'pastBe', from - 2);
  // "A WAS TO HAVE FALLEN by Monday": no town plans its fall.
  return perfect && isIn(view, 'pastBe', from) && lemmas.some((lemma) => view.lexicon.has('fallingVerbs', lemma));
};

/** "are TO STAY in A" has A; what under a truce "WERE TO STAY" there is a term of then. Null where nobody is to stay. */
export const moodOfStay = (view: SentenceView, verb: VerbGroup, kind: Kind): Mood | null => {
  if (isIn(view, 'be', verb.from) && isSeen(view, verb, kind)) return actual(kind);
  if (!isIn(view, 'be', verb.from) || !isStaying(view, verb, kind)) return null;
  return isIn(view, 'pastBe', verb.from) ? dropped(kind, 'a term, not a state') : actual(kind);
};
