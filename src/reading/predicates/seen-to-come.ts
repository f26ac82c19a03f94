// "We WILL SOON WITNESS the fall of A", "could LEAD TO its capture", "will SEE A in rebel hands": what is foreseen has not been seen.
// Invariant: only a verb of seeing or bringing about right before the noun, told of a time to come; who "saw" it saw it.
import type { Kind } from '../../model/claim.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import { lemmaIn } from '../clauses/governed-infinitive.ts';
import type { Parse } from '../clauses/parse.ts';
import { dropped, type Mood, possible } from '../words/moods.ts';
import { isFiller, isIn, isInAny } from '../words/view-sentence.ts';

const BETWEEN = ['determiners', 'possessives', 'goalLinks', 'partLinks', 'aboutWords', 'bringingLinks'];

/** Words of "to the swift and complete". */
const NEAR = 6;

/** Between the verb and what is seen stand at most its articles, adjectives and owner. */
const isGoverned = ({ view }: Parse, { to }: VerbGroup, at: number): boolean => {
  for (let i = to; i < at; i++)
    if (!isFiller(view, i) && !isInAny(view, BETWEEN, i) && view.markAt[i]?.type !== 'actor') return false;
  return at - to <= NEAR;
};

/** "WILL see", "may", "is about to": null where it tells of what was seen. */
const foretold = ({ view, verbs }: Parse, verb: VerbGroup): string | null => {
  if (verb.modal !== null) return verb.modal;
  const over = verb.infinitive ? verbs.findLast(({ to }) => to <= verb.from) : undefined;
  return over !== undefined && verb.from - over.to <= 1 && isIn(view, 'goingForms', over.head) ? 'will' : null;
};

/** "will see it IF NOTHING IS DONE": so it is a thing supposed. */
const hasCondition = ({ view }: Parse, from: number): boolean =>
  view.tokens.some((_, at) => at > from && isIn(view, 'conditionLinks', at) && !isIn(view, 'relatives', at - 1));

/** The mood of a deed or state whose noun or place begins here; null where nobody foresees it. */
export const seenToCome = (parse: Parse, kind: Kind, at: number): Mood | null => {
  const verb = parse.verbs.findLast(({ to }) => to <= at);
  if (verb === undefined || verb.perfect || !lemmaIn(parse.view, verb, 'foreseeingVerbs')) return null;
  const modal = foretold(parse, verb);
  if (modal === null || !isGoverned(parse, verb, at)) return null;
  const imagined = verb.negated || parse.view.lexicon.has('pastFutureModals', modal) || kind === 'hold';
  return imagined || hasCondition(parse, at) ? dropped(kind, 'a thing still to come') : possible(kind);
};
