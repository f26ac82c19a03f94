// Where a fight is that has no place of its own: where the sentence's other deeds are ("After days of fighting, A fell"), or
// where the report last was ("Clashes were continuing").

import type { Parse } from '../clauses/parse.ts';
import type { Predicate } from '../marks.ts';
import { isIn, isInAny, phraseLength, type SentenceView } from '../words/view-sentence.ts';
import type { NounMatch } from './make-noun-predicate.ts';

/** "After days of fighting, A fell": a scene that opens the sentence is where the first deed behind it is. */
const deedOfScene = ({ view }: Parse, made: Predicate, verbs: readonly Predicate[]): Predicate | undefined =>
  isIn(view, 'outcomeAfter', 0) && verbs.every(({ start }) => start > made.start)
    ? verbs.find(({ dropped, items }) => dropped === null && items.length > 0)
    : undefined;

/** "A and B have fallen, as has C, WHERE our men fought their hardest battles": told of the last alone. */
const isInRelative = ({ tokens, lexicon }: SentenceView, told: Predicate, made: Predicate): boolean =>
  tokens.some(({ start, word }) => start > told.start && start < made.start && lexicon.has('whereWords', word));

/** "A and B fell after days of fighting": the fight was in all of them. */
export const withPlacesOf = (parse: Parse, made: Predicate, verbs: readonly Predicate[]): Predicate => {
  const told =
    verbs.findLast(({ start, dropped, items }) => start < made.start && dropped === null && items.length > 1) ??
    deedOfScene(parse, made, verbs);
  const named = told?.items.every(({ place }) => place !== null) === true;
  return made.kind === 'clash' && named && !isInRelative(parse.view, told, made)
    ? { ...made, items: told.items, placeFromContext: false }
    : made;
};

/** "Clashes BETWEEN RIVAL FACTIONS broke out": only who fights may stand between, and under arms. */
const isBetweenWhom = (view: SentenceView, { to, verb }: { readonly to: number; readonly verb: number }): boolean => {
  if (!view.theatre.open || !isIn(view, 'foeLinks', to)) return false;
  const between = view.tokens.slice(to + 1, verb);
  const people = between.some((_, i) => {
    const mark = view.markAt[to + 1 + i];
    return mark?.type === 'actor' && mark.means === 'civilian';
  });
  return between.length < FOES && !people && between.every(({ word }) => !/^[,;:]$/.test(word));
};

/** Words that name who fights whom. */
const FOES = 12;

/** "Clashes were continuing": a sentence that says of a fight only that it goes on means the place spoken of. */
export const goesOnSomewhere = ({ view, groups, verbs }: Parse, { from, to, at }: NounMatch): boolean => {
  const verb = verbs.find((other) => other.from >= to);
  if (
    verb === undefined ||
    (verb.from > to + 1 && !isBetweenWhom(view, { to, verb: verb.from })) ||
    verb.negated ||
    verb.modal !== null ||
    groups.some((group) => group.to !== at)
  )
    return false;
  const said = verb.lemmas.some((lemma) => view.lexicon.has('clashVerbs', lemma) && !view.lexicon.has('be', lemma));
  const opens = verbs.every((other) => other.to <= from || other.from >= verb.from);
  const elsewhere = view.tokens.some((_, at) => isInAny(view, ['awayWords', 'elsewhereWords'], at));
  return opens && !elsewhere && (said || [0, 1].some((on) => phraseLength(view, 'goingOnPhrases', verb.to + on) > 0));
};
