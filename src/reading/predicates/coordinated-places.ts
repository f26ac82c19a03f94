// "Fighting raged in A, a port of the south, AND AROUND B": a further place that a preposition of its own joins to the first.
// Invariant: what stands behind the further place opens no clause; a place that another predicate has is passed over.

import type { Parse } from '../clauses/parse.ts';
import { objectFrom } from '../clauses/parse-sentence.ts';
import type { Predicate } from '../marks.ts';
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { isIn, isInAny, phraseLength, wordAt } from '../words/view-sentence.ts';

/** Words of what is said of the first place between two commas, and of a time behind it. */
const ASIDE = 18;
const TIME = 8;

const KINDS: readonly Predicate['kind'][] = ['clash', 'attack', 'entry', 'withdrawal', 'repulse'];

/** Where the conjunction stands that joins the further place: right behind the first, or behind the comma that closes an aside. */
const joinAfter = ({ view }: Parse, to: number): number => {
  const isJoin = (at: number): boolean =>
    (isIn(view, 'listLinks', at) && /^\p{L}/u.test(wordAt(view, at))) || isIn(view, 'includingWords', at);
  if (isJoin(to)) return to;
  // "around A OVER THE LAST DAY, including around B"
  if (isInAny(view, ['dateLinks', 'prepositions'], to))
    for (let at = to + 1; at < to + TIME; at++)
      if (wordAt(view, at) === ',' && isIn(view, 'timeNouns', at - 1)) return isJoin(at + 1) ? at + 1 : -1;
  if (wordAt(view, to) !== ',') return -1;
  if (isJoin(to + 1)) return to + 1;
  for (let at = to + 2; at < to + ASIDE; at++) if (wordAt(view, at - 1) === ',' && isJoin(at)) return at;
  return -1;
};

/** Behind it the sentence ends, goes on with a list, or tells who says so. */
const endsThere = ({ view, verbs }: Parse, { to }: PlaceGroup): boolean => {
  const next = verbs.find(({ from }) => from >= to);
  const reports = next?.lemmas.some((lemma) => view.lexicon.has('reportingVerbs', lemma)) === true;
  return next === undefined || reports || /^[.;]$/.test(wordAt(view, to));
};

/** The further place of a predicate's preposition, or null. */
const furtherOf = (parse: Parse, { items, kind }: Predicate): PlaceGroup | null => {
  const { view, groups } = parse;
  const first = groups.find((group) => group.items.some(({ from }) => from === items[0]?.from));
  const links = kind === 'withdrawal' ? 'fromWords' : 'joinedLinks';
  if (first === undefined || !KINDS.includes(kind) || !isIn(view, links, first.from - 1)) return null;
  const join = joinAfter(parse, first.to);
  if (join < 0) return null;
  const link = isIn(view, 'verbAdverbs', join + 1) ? join + 2 : join + 1;
  const further = isIn(view, links, link) ? objectFrom(parse, link + 1) : null;
  return further !== null && !further.counted && endsThere(parse, further) ? further : null;
};

const TAKING: readonly Predicate['kind'][] = ['capture', 'recapture', 'hold', 'loss', 'siege', 'attack', 'withdrawal'];

/** "captured A, WHICH LIES ON THE COAST, AND B": behind the clause that describes the first place the list goes on. */
const behindRelative = (parse: Parse, { items, kind, start, placeFromContext }: Predicate): PlaceGroup | null => {
  const { view, groups } = parse;
  const first = groups.find((group) => group.items.some(({ from }) => from === items.at(-1)?.from));
  if (first === undefined || placeFromContext || !TAKING.includes(kind)) return null;
  const object = (view.tokens[first.from]?.start ?? 0) > start;
  if (!object || wordAt(view, first.to) !== ',' || !isIn(view, 'clauseRelatives', first.to + 1)) return null;
  const close = view.tokens.findIndex(({ word }, at) => at > first.to + 1 && /^[,.;:]$/.test(word));
  if (wordAt(view, close) !== ',' || close - first.to > ASIDE) return null;
  const long = phraseLength(view, 'longListLinks', close + 1);
  const link = long > 0 ? long : isIn(view, 'listLinks', close + 1) ? 1 : 0;
  const further = link === 0 ? undefined : groups.find(({ from }) => from === close + 1 + link);
  const named = further?.items.every(({ place }) => place !== null) === true;
  return named && !further.counted && endsThere(parse, further) ? further : null;
};

/** The same said of each further place. */
export const alsoThere = (parse: Parse, told: readonly Predicate[]): readonly Predicate[] =>
  told.flatMap((made): readonly Predicate[] => {
    const near = made.dropped === null ? furtherOf(parse, made) : null;
    const further = near ?? (made.dropped === null ? behindRelative(parse, made) : null);
    const known = told.some(({ items }) => items.some(({ from }) => further?.items.some((one) => one.from === from)));
    const last = parse.view.tokens[(further?.to ?? 0) - 1];
    if (further === null || known || last === undefined) return [];
    // The days of the clause between are none of this.
    const end = near === null ? made.clause.end : Math.max(made.clause.end, last.end);
    const clause = { start: made.clause.start, end };
    return [
      { ...made, items: further.items, placeFromContext: false, placeWord: null, partial: further.partial, clause },
    ];
  });
