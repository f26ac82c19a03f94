// A verb said once for several places, each with its day: "took A on Sunday, B on Monday and C on Tuesday".
// Invariant: a further place counts only where a time of its own and no verb of its own follows it.
import type { PlaceGroup } from './find-place-groups.ts';
import type { Parse } from './find-subject.ts';
import type { Predicate } from './marks.ts';
import { isIn, wordAt } from './view-sentence.ts';

interface Gap {
  readonly group: PlaceGroup;
  /** Behind its time. */
  readonly to: number;
}

const TIMES = ['weekdays', 'months', 'timeNouns'];

const isWall = ({ view, verbAt }: Parse, at: number): boolean =>
  at >= view.tokens.length ||
  verbAt[at] !== undefined ||
  /^[,;:.!?"“”()—–]$/.test(wordAt(view, at)) ||
  isIn(view, 'conjunctions', at) ||
  isIn(view, 'clauseStarts', at);

const isTimed = ({ view }: Parse, from: number, to: number): boolean =>
  view.tokens.slice(from, to).some((_, i) => TIMES.some((list) => isIn(view, list, from + i)));

/** Behind the time that stands at `from` ("on Monday", "last Thursday", "on March 9"); null where none does. */
const afterTime = (parse: Parse, from: number): number | null => {
  let to = from;
  let timed = false;
  for (; !isWall(parse, to); to++) {
    if (parse.groupAt[to] !== undefined) return null;
    timed = timed || TIMES.some((list) => isIn(parse.view, list, to));
  }
  return timed ? to : null;
};

const gapAt = (parse: Parse, at: number): Gap | null => {
  const { view } = parse;
  const comma = wordAt(view, at) === ',';
  const joint = at + (comma ? 1 : 0);
  const and = isIn(view, 'listLinks', joint);
  if (!comma && !and) return null;
  const from = joint + (and ? 1 : 0);
  const again = isIn(view, 'prepositions', from) ? 1 : 0;
  const group = parse.verbAt[from] === undefined ? parse.groups.find((one) => one.from === from + again) : undefined;
  if (group === undefined || group.counted || group.items.some(({ place }) => place === null)) return null;
  const to = afterTime(parse, group.to);
  return to === null || parse.verbAt[to] !== undefined ? null : { group, to };
};

/** The same predicate for each further place with its own time, from the end of the first one's clause on. */
export const findGapped = (parse: Parse, predicate: Predicate): readonly Predicate[] => {
  const { tokens } = parse.view;
  const found: Predicate[] = [];
  let at = tokens.findIndex(({ start }) => start >= predicate.clause.end);
  const last = Math.max(...predicate.items.map(({ to }) => to));
  if (at < 0 || predicate.items.length === 0 || !isTimed(parse, last, at)) return found;
  for (let gap = gapAt(parse, at); gap !== null; gap = gapAt(parse, at)) {
    const start = tokens[gap.group.from]?.start ?? predicate.clause.end;
    const end = tokens[gap.to - 1]?.end ?? start;
    found.push({ ...predicate, start, end, items: gap.group.items, clause: { start: predicate.clause.start, end } });
    at = gap.to;
  }
  return found;
};
