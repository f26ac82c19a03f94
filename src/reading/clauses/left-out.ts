// "All districts EXCEPT A are theirs", "every town OTHER THAN A and B has fallen": the subject's exception, of which the contrary is told.
// Invariant: a word for the whole stands before the exception in the same noun phrase, and no verb between them.

import type { Predicate } from '../marks.ts';
import { exceptionLength } from '../words/exception-words.ts';
import { isIn, isInAny, wordAt } from '../words/view-sentence.ts';
import type { Parse } from './parse.ts';
import { tellingStarts } from './telling-starts.ts';

/** So many words stand at most between "all" and what it leaves out: "all the southern districts of Northmark". */
const WHOLE = 10;

/** The exception that ends right before `from` is taken from a whole that stands in one of these lists. */
const takenFrom = ({ view, verbAt }: Parse, from: number, lists: readonly string[]): boolean => {
  // "all districts BAR A": the phrase may begin with the word that leaves it out.
  const begins = exceptionLength(view, from) > 0;
  const lead = begins ? 0 : [1, 2, 3, 4].find((words) => exceptionLength(view, from - words) === words);
  if (lead === undefined) return false;
  // "most of N, BAR A,": a comma before the exception parts it from nothing.
  const end = from - lead - (wordAt(view, from - lead - 1) === ',' ? 2 : 1);
  for (let at = end; at >= Math.max(0, from - lead - WHOLE); at--) {
    if (isInAny(view, lists, at)) return true;
    if (verbAt[at] !== undefined || (view.tokens[at]?.type === 'mark' && !/^(?:'s|-|’)$/.test(wordAt(view, at))))
      return false;
  }
  return false;
};

const WHOLES = ['leftOutWholes', 'relativeMost'];

/** "all of N EXCEPT A", "most of N, BAR A,": nothing but a comma and the exception's words stands between the whole and the part. */
const isExceptedBehind = ({ view }: Parse, whole: number, part: number): boolean => {
  const lead = whole + (wordAt(view, whole) === ',' ? 1 : 0);
  const length = exceptionLength(view, lead);
  return length > 0 && (lead + length === part || lead === part);
};

/** "ALL districts except A": what is told of the rest is not so of A. */
export const isLeftOut = (parse: Parse, from: number): boolean => takenFrom(parse, from, WHOLES);

/** "NO district except A": what is told of none of the rest is so of A; either way A stands as the subject. */
export const isException = (parse: Parse, from: number): boolean =>
  isLeftOut(parse, from) || (isIn(parse.view, 'negativeWords', 0) && takenFrom(parse, from, ['negativeWords']));

const LEFT_OUT: readonly Predicate['kind'][] = ['hold', 'capture', 'loss', 'recapture'];

/** "ALL of the districts" is what the predicate behind a comma is said of, or some that have no name. */
const saysWhole = ({ view }: Parse, { items, clause }: Predicate, comma: number): boolean => {
  const whole = view.tokens.findIndex(
    ({ start }, at) => start > comma && start < clause.end && isIn(view, 'leftOutWholes', at),
  );
  const named = items.filter(({ place }) => place !== null);
  return whole >= 0 && (named.length === 0 || named.some(({ from }) => Math.abs(from - whole) <= NEAR));
};

/** Words of "all of the province of N". */
const NEAR = 5;

/** "WITH THE EXCEPTION OF A, all of Northmark is theirs": what opens the sentence is left out of what is told behind its comma. */
export const leftOutInFront = (parse: Parse, told: readonly Predicate[]): readonly Predicate[] => {
  const { view, groups } = parse;
  // "BUT the centre, the prison, all these are ours": what opens a sentence so sets it against the one before.
  const opens = (at: number): boolean => exceptionLength(view, at) > 0 && !isIn(view, 'conjunctions', at);
  const start = tellingStarts(view).find(opens);
  if (start === undefined) return [];
  const lead = start + exceptionLength(view, start);
  const from = isIn(view, 'listPrepositions', lead) ? lead + 1 : lead;
  const group = lead === start ? undefined : groups.find((one) => one.from === from && !one.counted);
  if (group === undefined || wordAt(view, group.to) !== ',') return [];
  const comma = view.tokens[group.to]?.start ?? 0;
  const main = told.find(({ start, kind, dropped }) => start > comma && dropped === null && LEFT_OUT.includes(kind));
  if (main === undefined || !saysWhole(parse, main, comma)) return [];
  const polarity = main.polarity === 'denied' ? 'affirmed' : 'denied';
  const clause = { start: view.tokens[start]?.start ?? comma, end: main.clause.end };
  return [{ ...main, clause, items: group.items, polarity, placeFromContext: false, placeWord: null, partial: false }];
};

/** "All of A EXCEPT ITS CENTRE is theirs": the whole has a name of its own, and what is not so of its part is so of it. */
export const wholeBeside = (parse: Parse, told: readonly Predicate[]): readonly Predicate[] =>
  told.flatMap((one): readonly Predicate[] => {
    const part = parse.groups.find(({ items }) => items[0]?.from === one.items[0]?.from);
    // "all of A but the fort, WHERE soldiers hold out": a clause of its own.
    const where = part !== undefined && [0, 1].some((past) => isIn(parse.view, 'whereWords', part.to + past));
    if (
      part === undefined ||
      where ||
      one.dropped !== null ||
      !LEFT_OUT.includes(one.kind) ||
      !isLeftOut(parse, part.from)
    )
      return [];
    const whole = parse.groups.find(({ to, counted }) => !counted && isExceptedBehind(parse, to, part.from));
    // "all the districts AROUND A save B": the whole is not A.
    const own = whole !== undefined && [0, 1, 2].some((back) => isInAny(parse.view, WHOLES, whole.from - back));
    if (!own || whole.items.some(({ place }) => place === null)) return [];
    if (told.some(({ kind, items }) => kind === one.kind && items[0]?.from === whole.items[0]?.from)) return [];
    const polarity = one.polarity === 'denied' ? 'affirmed' : 'denied';
    const clause = { start: parse.view.tokens[whole.from]?.start ?? one.clause.start, end: one.clause.end };
    const partial = one.partial || whole.partial;
    const given = { items: whole.items, leftOut: false, placeFromContext: false, placeWord: null };
    return [{ ...one, ...given, clause, polarity, partial }];
  });
