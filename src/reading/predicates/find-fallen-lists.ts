// "The FALLEN DISTRICTS are A, B and C", "the captured towns include A": what a participle says of many is said of each
// name behind the verb "be".
// Invariant: only where names, and nothing but names, follow.
import { isReporting } from '../clauses/clause-bounds.ts';
import type { Parse } from '../clauses/parse.ts';
import type { Predicate } from '../marks.ts';
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { isIn, wordAt, wordsOf } from '../words/view-sentence.ts';
import { makeState } from './make-state.ts';
import { moodOfNoun } from './noun-mood.ts';

const KINDS = [
  ['loss', 'fallenWords'],
  ['capture', 'takenWords'],
  ['recapture', 'retakenWords'],
] as const;

/** Words of "newly fallen DISTRICTS so far". */
const NEAR = 2;

const areNamed = ({ counted, items }: PlaceGroup): boolean =>
  !counted && items.length > 0 && items.every(({ place }) => place !== null);

/** The names behind "are": one after the other, each maybe with where it lies, up to the end. */
const namesFrom = (parse: Parse, from: number): readonly PlaceGroup[] => {
  const { view } = parse;
  // "… are A and B, THE MINISTRY SAID": who says it ends the names.
  const verbs = parse.verbs.filter((verb) => verb.from >= from);
  const end = verbs[0] === undefined ? view.tokens.length : (parse.phraseAt[verbs[0].from - 1]?.from ?? verbs[0].from);
  const named = parse.groups.filter((group) => group.from >= from && group.to <= end);
  const first = named[0];
  if (first === undefined || first.from > from + 1 || !named.every(areNamed)) return [];
  if (!verbs.every((verb) => isReporting(parse, verb))) return [];
  return named.filter(({ from: at }) => !isIn(view, 'frontLinks', at - 1));
};

/** All such lists of a sentence. */
export const findFallenLists = (parse: Parse): readonly Predicate[] => {
  const { view } = parse;
  return KINDS.flatMap(([kind, list]) =>
    wordsOf(view, list).flatMap((at): readonly Predicate[] => {
      const unit = view.markAt[at + 1];
      if (unit?.type !== 'scope' || !unit.plural) return [];
      const is = [unit.to, unit.to + 1, unit.to + NEAR].find((i) => isIn(view, 'enumeratingForms', i));
      if (is === undefined) return [];
      const colon = wordAt(view, is + 1) === ':' ? 1 : 0;
      return namesFrom(parse, is + 1 + colon).map((group) => {
        const place = {
          ...group,
          items: group.items.map((item) => ({ ...item, kindWord: item.kindWord ?? unit.kind })),
        };
        const told = { name: `a list: ${kind}`, kind, at, from: Math.max(0, at - 1), to: place.to, place, actor: null };
        return { ...makeState(parse, told, moodOfNoun(view, kind, at)), tense: 'none' as const };
      });
    }),
  );
};
