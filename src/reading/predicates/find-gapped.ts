// A verb said once for several places: "took A on Sunday, B on Monday and C on Tuesday", "A fell, as did B", "took A but not B".
// Invariant: a further place counts only behind a word that says so, or where a time and no verb of its own follows it.

import type { Parse } from '../clauses/parse.ts';
import { finderOf } from '../clauses/parse-sentence.ts';
import { afterTime, isTimed, isTimeOnly, isWall } from '../dates/gap-times.ts';
import type { ActorMark, Predicate } from '../marks.ts';
import { isIn, isInAny, phraseLength, wordAt } from '../words/view-sentence.ts';
import { amongst, echoAt, type Gap, soFrom } from './echoed-places.ts';
import { otherAgentAt } from './other-agent.ts';
import { furtherSides } from './side-by-side.ts';

const gapAt = (parse: Parse, at: number): Gap | null => {
  const { view } = parse;
  const comma = /^[,;]$/.test(wordAt(view, at));
  const joint = at + (comma ? 1 : 0);
  const and = isIn(view, 'listLinks', joint);
  if (!comma && !and) return null;
  const from = joint + (and ? 1 : 0);
  const again = isIn(view, 'prepositions', from) ? 1 : 0;
  const group = parse.verbAt[from] === undefined ? parse.groups.find((one) => one.from === from + again) : undefined;
  if (
    group === undefined ||
    group.counted ||
    group.items.some(({ place, noun }) => place === null && (noun?.kind == null || noun.plural))
  )
    return null;
  const to = afterTime(parse, group.to);
  return to === null || parse.verbAt[to] !== undefined ? null : { group, to, flips: false };
};

/** Words of "on the following day". */
const TIME_WORDS = 5;

/** "took A, PARTS OF B and C": a share of further places in the same list, with no verb of its own behind it. */
const sharesAt = (parse: Parse, at: number): Gap | null => {
  const { view, groups, verbAt } = parse;
  const and = wordAt(view, at) === ',' && isIn(view, 'listLinks', at + 1) ? 1 : 0;
  const joint = /^,$/.test(wordAt(view, at)) || isIn(view, 'listLinks', at) ? at + 1 + and : at;
  const group = joint === at ? undefined : groups.find((one) => one.from === joint && one.partial);
  if (group === undefined || group.counted || group.items.some(({ place }) => place === null)) return null;
  const to = afterTime(parse, group.to) ?? group.to;
  const told = verbAt[to] !== undefined || isInAny(view, ['be', 'have', 'modals'], to);
  return isWall(parse, to) && !told ? { group, to, flips: false } : null;
};

/** "took A on Sunday and ON MONDAY B": the day of the further place may stand before it, where nothing follows. */
const dayFirstAt = (parse: Parse, at: number): Gap | null => {
  const { view } = parse;
  const joint = at + (/^[,;]$/.test(wordAt(view, at)) ? 1 : 0);
  const and = joint + (isIn(view, 'listLinks', joint) ? 1 : 0);
  // "took A and, ON TUESDAY, B": a time between commas of its own.
  const from = and + (and > joint && wordAt(view, and) === ',' ? 1 : 0);
  const group = from === at ? undefined : parse.groups.find((one) => one.from > from && one.from - from <= TIME_WORDS);
  if (group === undefined || group.counted || group.items.some(({ place }) => place === null)) return null;
  const to = from > and && wordAt(view, group.from - 1) === ',' ? group.from - 1 : group.from;
  if (!isTimeOnly(parse, from, to)) return null;
  const ends = isWall(parse, group.to) && parse.verbAt[group.to] === undefined;
  return ends ? { group, from, to: group.to, flips: false } : null;
};

/** "took A AND, ON TUESDAY, B", "took A AND ON TUESDAY B": behind "and" a day needs no other before it. */
const dayBetweenAt = (parse: Parse, at: number): Gap | null =>
  isIn(parse.view, 'listLinks', at + (wordAt(parse.view, at) === ',' ? 1 : 0)) ? dayFirstAt(parse, at) : null;

/** "The rebels hold A and the army B", "the Reds took A, the Blues B": another doer with his own place, and no verb. */
const otherDoerAt = (parse: Parse, at: number): { readonly doer: ActorMark; readonly gap: Gap } | null => {
  const { view } = parse;
  const joint = at + (/^[,;]$/.test(wordAt(view, at)) ? 1 : 0);
  const from = joint + (isIn(view, 'doerLinks', joint) ? 1 : 0);
  const doer = from === at ? null : finderOf(parse).actorAt(from);
  const group = doer === null ? undefined : parse.groups.find((one) => one.from === doer.to);
  if (doer === null || group === undefined || doer.pronoun || doer.modifies || group.counted) return null;
  const again = isIn(view, 'prepositions', group.to) ? undefined : parse.verbAt[group.to];
  if (again !== undefined || isIn(view, 'be', group.to) || isIn(view, 'have', group.to)) return null;
  return { doer, gap: { group, to: afterTime(parse, group.to) ?? group.to, flips: false } };
};

/** "A is held by the rebels and B BY THE ARMY". */
const withAgent = (parse: Parse, at: number): { readonly doer: ActorMark; readonly gap: Gap } | null => {
  const other = otherAgentAt(parse, at);
  return other === null ? null : { doer: other.doer, gap: { group: other.group, to: other.to, flips: false } };
};

/** "took A, THEN B", "A fell, then B on Monday and FINALLY C": what comes next, where no verb of its own follows. */
const thenAt = (parse: Parse, at: number): Gap | null => {
  const { view } = parse;
  const comma = /^[,;]$/.test(wordAt(view, at)) ? 1 : 0;
  const joint = at + comma + (isIn(view, 'listLinks', at + comma) ? 1 : 0);
  const then = phraseLength(view, 'thenEchoes', joint);
  const group = then === 0 ? undefined : parse.groups.find((one) => one.from === joint + then);
  if (group === undefined || group.counted || group.items.some(({ place }) => place === null)) return null;
  const to = afterTime(parse, group.to) ?? group.to;
  return isWall(parse, to) && parse.verbAt[to] === undefined ? { group, to, flips: false } : null;
};

/** "took A on Sunday, and B with it": what goes along with the first. */
const alongAt = (parse: Parse, at: number): Gap | null => {
  const { view } = parse;
  const shares = sharesAt(parse, at);
  if (shares !== null) return shares;
  const joint = at + (wordAt(view, at) === ',' ? 1 : 0);
  if (!isIn(view, 'listLinks', joint)) return null;
  const group = parse.groups.find((one) => one.from === joint + 1);
  const along = group === undefined || group.counted ? 0 : phraseLength(view, 'alongWords', group.to);
  return group === undefined || along === 0 ? null : { group, to: group.to + along, flips: false };
};

/** "By noon A was ours, BY EVENING B AS WELL", "took A at noon and by nightfall B too": a time, and that it is so of B too. */
const tooAt = (parse: Parse, at: number): Gap | null => {
  const { view, groups, verbAt } = parse;
  const comma = at + (/^[,;]$/.test(wordAt(view, at)) ? 1 : 0);
  const from = comma + (isIn(view, 'listLinks', comma) ? 1 : 0);
  const group = from === at ? undefined : groups.find((one) => one.from > from && one.from - from <= TIME_WORDS);
  if (group === undefined || group.counted || group.items.some(({ place }) => place === null)) return null;
  if (!isTimeOnly(parse, from, group.from)) return null;
  const behind = group.to + (wordAt(view, group.to) === ',' ? 1 : 0);
  const to = behind + phraseLength(view, 'alongWords', behind);
  return to > behind && isWall(parse, to) && verbAt[to] === undefined ? { group, from, to, flips: false } : null;
};

/** "A is theirs, AND B, AND C on the border.": places joined to what is so, with no verb of their own to the end. */
const trailing = (parse: Parse, { kind, tense }: Predicate, from: number): readonly Gap[] => {
  const { view, verbAt, groups } = parse;
  if (kind !== 'hold' || tense !== 'present' || wordAt(view, from) !== ',' || !isIn(view, 'listLinks', from + 1))
    return [];
  const stop = view.tokens.findIndex(({ word }, at) => at > from && /^[.;:!?]$/.test(word));
  const end = stop < 0 ? view.tokens.length : stop;
  if (view.tokens.slice(from, end).some(({ quoted }, i) => quoted || verbAt[from + i] !== undefined)) return [];
  return groups
    .filter((one) => one.from > from && one.from < end && isIn(view, 'listLinks', one.from - 1))
    .filter((one) => !one.counted && one.items.every(({ place }) => place !== null))
    .map((group) => ({ group, to: group.to, flips: false }));
};

const RANKED: readonly Predicate['kind'][] = ['capture', 'loss'];

/** "the third capital to fall in a week, AFTER A and B": the earlier ones of a rank, at the end of what is said. */
const rankedAfter = (parse: Parse, { kind, start }: Predicate, from: number): Gap | null => {
  const { view, groups } = parse;
  if (!RANKED.includes(kind)) return null;
  const ranked = view.tokens.some((token, at) => token.start < start && isIn(view, 'rankWords', at));
  const group = groups.find(
    (one) => one.from > from && isIn(view, 'rankLinks', one.from - 1) && wordAt(view, one.from - 2) === ',',
  );
  if (!ranked || group === undefined || group.counted || group.items.some(({ place }) => place === null)) return null;
  return isWall(parse, group.to) && parse.verbAt[group.to] === undefined ? { group, to: group.to, flips: false } : null;
};

/** "A was lost earlier in the day ALONG WITH B and C": the link stands within the clause or right behind it. */
const alongWith = (parse: Parse, { clause, items, start }: Predicate): Gap | null => {
  const { view, groups } = parse;
  const first = view.tokens.findIndex((token) => token.start >= start);
  const found = view.tokens.findIndex(
    (token, at) => at > first && token.start <= clause.end + 2 && phraseLength(view, 'longListLinks', at) > 0,
  );
  // "took A, WHICH WAS BESIEGED, as well as B": the comma has closed the clause, and B is of the verb before it.
  const opens = view.tokens.findLastIndex((_, at) => at < first && isIn(view, 'clauseRelatives', at));
  if (opens > 0 && wordAt(view, opens - 1) === ',' && wordAt(view, found - 1) === ',') return null;
  const group =
    found < 0 ? undefined : groups.find(({ from }) => from === found + phraseLength(view, 'longListLinks', found));
  if (group === undefined || group.counted || group.items.some(({ place }) => place === null)) return null;
  return group.items.some((item) => items.includes(item)) ? null : { group, to: group.to, flips: false };
};

/** "the loss of three districts in N, including A and B": what a noun's number is said to hold. */
export const includedIn = (parse: Parse, predicate: Predicate): readonly Predicate[] => {
  const { tokens } = parse.view;
  const last = Math.max(-1, ...predicate.items.map(({ to }) => to));
  const at = last + (wordAt(parse.view, last) === ',' ? 1 : 0);
  const such = last < 0 ? 0 : phraseLength(parse.view, 'includingWords', at);
  const gap = such === 0 ? null : amongst(parse, at + such);
  if (gap === null) return [];
  const start = tokens[gap.group.from]?.start ?? predicate.clause.end;
  const end = tokens[gap.to - 1]?.end ?? start;
  return [
    {
      ...predicate,
      start,
      end,
      items: gap.group.items,
      clause: { start: predicate.clause.start, end },
      partial: false,
    },
  ];
};

const flipped = (polarity: Predicate['polarity']): Predicate['polarity'] =>
  polarity === 'denied' ? 'affirmed' : 'denied';

/** So many words stand at most in "…, the mayor of Ashford said, and …". */
const ASIDE = 10;

/** "A fell on Sunday, officials said, AND B on Monday": past who says it, between its commas. */
const pastAside = (parse: Parse, at: number): number => {
  const { view } = parse;
  if (wordAt(view, at) !== ',') return at;
  const close = view.tokens.findIndex(({ word }, i) => i > at && word === ',');
  const said = parse.verbs.find(({ from }) => from > at);
  if (close < 0 || close - at > ASIDE || said === undefined || said.to > close) return at;
  const reports = said.lemmas.some((lemma) => view.lexicon.has('reportingVerbs', lemma));
  return reports && isIn(view, 'listLinks', close + 1) ? close : at;
};

/** "took A, a market town of 20,000, ON FRIDAY and B on Sunday": behind the time that follows what A is; -1 where none does. */
const pastApposition = (parse: Parse, comma: number): number => {
  const { view, groupAt } = parse;
  const apposed = groupAt[comma - 1];
  if (wordAt(view, comma) !== ',' || apposed?.to !== comma) return -1;
  const parted = view.tokens.slice(apposed.from, apposed.to).some(({ word }) => word === ',');
  return parted && apposed.items.length === 1 ? (afterTime(parse, comma + 1) ?? -1) : -1;
};

/** Where the further places begin: behind the last one, or where the clause ends. */
const gapsFrom = (parse: Parse, last: number, end: number): number => {
  const so = soFrom(parse, Math.max(last, end));
  // "have fallen to the Reds AS HAS B": the clause may have taken the first word of the echo for its own.
  const echo = [last, end - 1].find((from) => from >= last && echoAt(parse, from) !== null);
  return echo ?? (end < 0 ? last : echoAt(parse, end) === null && so >= 0 ? so : end);
};

/** "ON MONDAY the Reds took A, on Tuesday B": a time opens the clause. */
const isLedByTime = (parse: Parse, { start, doer, items }: Predicate): boolean => {
  const verb = parse.view.tokens.findIndex((token) => token.start >= start);
  const to = Math.min(verb, doer?.from ?? verb, ...items.map(({ from }) => from));
  let from = to;
  while (from > 0 && to - from < TIME_WORDS && !isWall(parse, from - 1) && parse.groupAt[from - 1] === undefined)
    from--;
  return isTimed(parse, from, to);
};

/** The same predicate for each further place, from the end of the first one's clause on. */
export const findGapped = (parse: Parse, predicate: Predicate): readonly Predicate[] => {
  const { tokens } = parse.view;
  const found: Predicate[] = [];
  if (predicate.items.length === 0) return found;
  const last = Math.max(...predicate.items.map(({ to }) => to));
  const end = tokens.findIndex(({ start }) => start >= predicate.clause.end);
  const apposed = pastApposition(parse, end);
  const timed = apposed > 0 || (end >= 0 && isTimed(parse, last, end)) || isLedByTime(parse, predicate);
  let at = apposed > 0 ? apposed : gapsFrom(parse, last, end);
  const next = (): Gap | null =>
    echoAt(parse, at) ??
    alongAt(parse, at) ??
    thenAt(parse, at) ??
    tooAt(parse, at) ??
    dayBetweenAt(parse, at) ??
    (timed ? (gapAt(parse, at) ?? gapAt(parse, pastAside(parse, at)) ?? dayFirstAt(parse, at)) : null);
  for (let gap = next(); gap !== null; gap = next()) {
    const start = tokens[gap.from ?? gap.group.from]?.start ?? predicate.clause.end;
    const stop = tokens[gap.to - 1]?.end ?? start;
    const polarity = flipped(predicate.polarity);
    const partial = predicate.partial && gap.named !== true;
    const clause = { start: predicate.clause.start, end: stop };
    const no = gap.flips ? { polarity, leftOut: predicate.leftOut !== true } : {};
    found.push({ ...predicate, start, end: stop, items: gap.group.items, clause, partial, ...no });
    at = gap.to;
  }
  const joined = found.length === 0 && end >= 0 ? trailing(parse, predicate, end) : [];
  for (const earlier of [alongWith(parse, predicate), rankedAfter(parse, predicate, last), ...joined]) {
    if (earlier === null) continue;
    const start = tokens[earlier.group.from]?.start ?? predicate.clause.end;
    const clause = { start: predicate.clause.start, end: tokens[earlier.to - 1]?.end ?? start };
    found.push({ ...predicate, start, end: clause.end, items: earlier.group.items, clause });
  }
  const other = predicate.doer === null ? null : (otherDoerAt(parse, at) ?? withAgent(parse, at));
  if (other !== null) {
    const from = Math.min(other.doer.from, other.gap.group.from);
    const start = tokens[from]?.start ?? 0;
    const clause = { start, end: tokens[other.gap.to - 1]?.end ?? start };
    const { items, partial } = other.gap.group;
    found.push({ ...predicate, start, end: clause.end, items, partial, clause, doer: other.doer });
  }
  if (predicate.kind === 'hold' && predicate.doer !== null && other === null)
    for (const { actor, group, to } of furtherSides(parse, at)) {
      const start = tokens[actor.from]?.start ?? 0;
      const clause = { start, end: tokens[to - 1]?.end ?? start };
      const { items, partial } = group;
      found.push({ ...predicate, start, end: clause.end, items, partial, clause, doer: actor });
    }
  return found;
};
