// Attempts that somebody has stood up to: "after two years of defending it AGAINST rebel attempts to take it".
// Invariant: asks of the noun that an infinitive hangs on, and of the verb which that noun is the object of.
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import type { ActorMark, Predicate } from '../marks.ts';
import { isIn, isInAny, startOfPhrase } from '../words/view-sentence.ts';
import type { VerbMatch } from './verb-match.ts';

/** Words of "against what were ten". */
const LEAD = 4;

/** Words between "defended" and "against". */
const DEFENDED = 8;

/** Where the noun that the infinitive hangs on stands: "an ATTEMPT to take A", "an ATTEMPT by the rebels to take A"; -1 for none. */
const attemptOf = ({ view, phraseAt }: Parse, { from }: VerbGroup): number => {
  if (isInAny(view, ['attemptNouns', 'attackAims'], from - 1)) return from - 1;
  const owner = phraseAt[from - 1];
  const by = owner?.actor == null ? -1 : owner.from - 1;
  return isInAny(view, ['agentWords', 'partLinks'], by) && isIn(view, 'attemptNouns', by - 1) ? by - 1 : -1;
};

const isLemma = ({ view }: Parse, { lemmas }: VerbGroup, list: string): boolean =>
  lemmas.some((lemma) => view.lexicon.has(list, lemma));

/** The verb of standing up to it, or null: "WITHSTOOD rebel attempts to", "DEFENDED the town AGAINST attempts to". */
const standingVerb = (parse: Parse, match: VerbMatch): VerbGroup | null => {
  const { view, verbs } = parse;
  const noun = match.verb.infinitive && match.rule.kind !== 'attack' ? attemptOf(parse, match.verb) : -1;
  if (noun < 0) return null;
  const start = startOfPhrase(view, noun);
  const against = [start - 1, start - 2, start - 3].find((at) => isIn(view, 'againstWords', at) && start - at < LEAD);
  const over = verbs.findLast(({ to }) => to <= (against ?? start));
  if (over === undefined || over.passive) return null;
  const near = (against ?? start) - over.to;
  if (against !== undefined) return near <= DEFENDED && isLemma(parse, over, 'standingVerbs') ? over : null;
  return near <= 2 && isLemma(parse, over, 'withstandingVerbs') ? over : null;
};

const isTrue = ({ negated, modal, infinitive }: VerbGroup): boolean => !negated && modal === null && !infinitive;

/** Whether what the infinitive tells of was only attempted, and withstood. */
export const isWithstood = (parse: Parse, match: VerbMatch): boolean => {
  const over = standingVerb(parse, match);
  return over !== null && isTrue(over);
};

/** "WILL defend it against ANY ATTEMPT to take it": that it is attempted nobody says. */
export const isGuardedAgainst = (parse: Parse, match: VerbMatch): boolean => {
  const over = standingVerb(parse, match);
  return over !== null && !isTrue(over) && !over.negated;
};

/** Whose attempts they are: "successive REBEL attempts"; null where the words do not say. */
const attempter = (parse: Parse, match: VerbMatch): ActorMark | null => {
  const noun = attemptOf(parse, match.verb);
  const mark = [noun - 1, noun + 2].map((at) => parse.view.markAt[at]).find((one) => one?.type === 'actor');
  return mark?.type === 'actor' ? mark : null;
};

/** "defended it against SUCCESSIVE ATTEMPTS to take it": whose they are nobody says, and no defender's. */
export const byEnemy = (parse: Parse, match: VerbMatch, predicate: Predicate): Predicate => {
  if (standingVerb(parse, match) === null) return predicate;
  const doer = attempter(parse, match);
  return { ...predicate, doer, means: doer === null ? 'enemy' : predicate.means };
};
