// A fight with no place of its own that breaks out when something is done: "When the army entered A, FIGHTING broke out".
// Invariant: the deed names its place and is told in a clause of time; a fight whose own clause names a place is left alone.
import type { Parse } from '../clauses/parse.ts';
import type { Predicate } from '../marks.ts';
import { isIn, isInAny, isVerbForm, wordAt } from '../words/view-sentence.ts';
import type { NounMatch } from './make-noun-predicate.ts';

/** Words of ", with heavy and prolonged". */
const LEAD = 6;

/** Words of "fighting between the army and the local rebels". */
const FOES = 12;

/** The verb that says of the fight that it breaks out or goes on; null where another does, or says it not. */
const verbOf = ({ view, verbs }: Parse, { to }: NounMatch) => {
  const verb = verbs.find((other) => other.from >= to);
  const foes = verb !== undefined && verb.from > to;
  if (verb === undefined || (foes && !(isIn(view, 'foeLinks', to) && verb.from - to < FOES))) return null;
  const goes = verb.lemmas.some((lemma) => view.lexicon.has('clashVerbs', lemma) && !view.lexicon.has('be', lemma));
  return goes && !verb.negated && verb.modal === null && !verb.infinitive && !verb.gerund ? verb : null;
};

/** Where a clause of time begins: "After", "When", "As". */
const isTime = ({ view }: Parse, at: number): boolean =>
  isInAny(view, ['meantimeWords', 'outcomeAfter'], at) && !isIn(view, 'partLinks', at);

/** The deed in whose clause of time, before or behind, the fight broke out; null where there is none. */
export const deedBeside = (parse: Parse, match: NounMatch, verbs: readonly Predicate[]): Predicate | null => {
  const verb = match.rule.kind === 'clash' ? verbOf(parse, match) : null;
  if (verb === null || match.place !== null) return null;
  const { view } = parse;
  const startOf = (at: number): number => view.tokens[at]?.start ?? 0;
  const named = verbs.filter(({ items, dropped }) => dropped === null && items.some(({ place }) => place !== null));
  const comma = view.tokens.findLastIndex(({ word }, at) => word === ',' && at < match.from);
  const opens = comma > 0 && match.from - comma <= LEAD && isTime(parse, 0) && !isIn(view, 'conjunctions', comma + 1);
  const plain = view.tokens.slice(comma + 1, match.from).every((_, i) => !isVerbForm(view, comma + 1 + i));
  if (opens && plain) return named.findLast(({ start }) => start < startOf(comma)) ?? null;
  // "Clashes broke OUT AFTER the army entered A"
  const next = [verb.to, verb.to + 1].find((at) => isTime(parse, at));
  const first = match.from <= LEAD && wordAt(view, match.to) !== ',';
  if (next === undefined || !first) return null;
  return named.find(({ start, clause }) => start > startOf(next) && clause.start <= startOf(next + 3)) ?? null;
};
