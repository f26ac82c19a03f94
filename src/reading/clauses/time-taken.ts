// "IT TOOK the rebels TWO DAYS to capture A", "they NEEDED AN HOUR to overrun it": how long a deed took that is done.
// Invariant: a length of time stands between the verb and the deed, and no modal over the verb.
import { isIn, type SentenceView } from '../words/view-sentence.ts';
import type { VerbGroup } from './find-verb-groups.ts';
import type { NounPhrase } from './noun-phrases.ts';
import type { Parse } from './parse.ts';

const isOf = ({ lexicon }: SentenceView, { lemmas }: VerbGroup, list: string): boolean =>
  lemmas.some((lemma) => lexicon.has(list, lemma));

/** "IT took". */
const isEmpty = (view: SentenceView, verb: VerbGroup): boolean =>
  isOf(view, verb, 'lastingVerbs') && isIn(view, 'emptySubjects', verb.from - 1);

const hasLength = (view: SentenceView, from: number, to: number): boolean =>
  view.tokens.slice(from, to).some(({ word }) => view.lexicon.has('lengthNouns', word));

/** Whether the verb over an infinitive tells how long its deed took. */
export const isTimed = (view: SentenceView, governor: VerbGroup | null, verb: VerbGroup): boolean =>
  governor !== null &&
  governor.modal === null &&
  !governor.infinitive &&
  (isEmpty(view, governor) || (isOf(view, governor, 'timeNeeding') && !governor.forms.includes('base'))) &&
  hasLength(view, governor.to, verb.from);

/** "It took THE REBELS two days to capture A": who did it, said behind the verb; null where it says no such thing. */
export const whoTook = ({ view, verbs, phraseAt }: Parse, { from }: VerbGroup): NounPhrase | null => {
  const over = verbs.findLast(({ to }) => to <= from);
  if (over === undefined || !isEmpty(view, over) || !hasLength(view, over.to, from)) return null;
  return phraseAt[over.to]?.actor == null ? null : (phraseAt[over.to] ?? null);
};
