// What the subject of a verb leaves out: "all districts of N but A have fallen" says that A has not.
// Invariant: a whole is said before the exception, with no verb between, and the verb stands right behind it.
import { exceptionAt } from './find-exceptions.ts';
import type { PlaceGroup } from './find-place-groups.ts';
import type { Predicate } from './marks.ts';
import type { Parse } from './parse.ts';
import { isIn, wordAt } from './view-sentence.ts';

/** Words of the longest exception: "with the exception of". */
const LEADS = [1, 2, 3, 4];

/** Words of "all districts of the province of N". */
const WHOLE = 10;

const isGoverned = ({ view, verbs }: Parse, { to }: PlaceGroup): boolean => {
  const behind = wordAt(view, to) === ',' ? to + 1 : to;
  return verbs.some(({ from }) => from === behind);
};

/** A whole stands before the exception; a bare "but" has no comma before it. */
const isOfWhole = ({ view, verbAt }: Parse, at: number): boolean => {
  const bare = isIn(view, 'conjunctions', at);
  for (let i = at - 1; i >= Math.max(0, at - WHOLE); i--) {
    if (isIn(view, 'wholeWords', i)) return true;
    const mark = view.tokens[i]?.type === 'mark';
    if (verbAt[i] !== undefined || (mark && (bare || wordAt(view, i) !== ','))) return false;
  }
  return false;
};

/** What an excepted place is left out of, where it is one; undefined for a whole without a phrase of its own. */
const leftOutOf = (parse: Parse, { items }: Predicate): PlaceGroup | undefined | null => {
  const isOwn = ({ from, to }: PlaceGroup): boolean => items.every((one) => one.from >= from && one.to <= to);
  const group = items.length === 0 ? undefined : parse.groups.find(isOwn);
  if (group === undefined || !isGoverned(parse, group)) return null;
  // "all districts BAR A": the phrase may begin with the word that leaves it out.
  const begins = exceptionAt(parse, group.from) > 0;
  const lead = begins ? 0 : LEADS.find((back) => exceptionAt(parse, group.from - back) === back);
  if (lead === undefined || !isOfWhole(parse, group.from - lead)) return null;
  const at = group.from - lead;
  return parse.groups.findLast(({ to }) => to <= at && at - to <= 1);
};

/** "ALL OF N but": a whole that bears a name. */
const isNamedWhole = ({ view }: Parse, { from, counted, items }: PlaceGroup): boolean =>
  !counted &&
  items.every(({ place }) => place !== null) &&
  [from, from - 1, from - 2].some((at) => isIn(view, 'wholeWords', at));

/** "all districts of N but A have fallen": A has not; "all of N but its centre is theirs": N is, its centre is not. */
const turned = (parse: Parse, one: Predicate): readonly Predicate[] => {
  const whole = one.polarity === 'affirmed' ? leftOutOf(parse, one) : null;
  if (whole === null) return [one];
  if (whole === undefined || !isNamedWhole(parse, whole)) return [{ ...one, polarity: 'denied' }];
  const clause = { start: parse.view.tokens[whole.from]?.start ?? one.clause.start, end: one.clause.end };
  return [
    { ...one, clause, items: whole.items, partial: false },
    { ...one, polarity: 'denied' },
  ];
};

const HELD: readonly Predicate['kind'][] = ['hold', 'capture', 'loss'];

/** Words of "all of the province of N". */
const NEAR = 5;

/** "EXCEPT FOR A, all of N is in rebel hands": what opens the sentence is left out of the whole that follows. */
const fronted = (parse: Parse, told: readonly Predicate[]): readonly Predicate[] => {
  const { view } = parse;
  const group = parse.groups.find(({ from }) => LEADS.some((lead) => lead === from && exceptionAt(parse, 0) === lead));
  if (group === undefined || wordAt(view, group.to) !== ',') return [];
  const whole = view.tokens.findIndex((_, at) => at > group.to && isIn(view, 'wholeWords', at));
  const main = told.find(
    ({ kind, items }) => HELD.includes(kind) && items.some(({ from }) => from > whole && from - whole <= NEAR),
  );
  if (whole < 0 || main === undefined || main.polarity === 'denied') return [];
  const clause = { start: view.tokens[0]?.start ?? main.clause.start, end: main.clause.end };
  return [{ ...main, clause, items: group.items, placeFromContext: false, partial: false, polarity: 'denied' }];
};

/** The predicates: those turned round whose place their sentence leaves out, and one more for what it leaves out first. */
export const exceptSubjects = (parse: Parse, told: readonly Predicate[]): readonly Predicate[] => [
  ...told.flatMap((one) => turned(parse, one)),
  ...fronted(parse, told),
];
