// Names that open a sentence: whether the first stands alone ("In Northmark, Ashford and Coldwell fell") or begins a list
// ("The loss of Ashford, Coldwell and Dunmore …").
// Invariant: only names count; whether a verb follows is not asked here.

import { tellingStarts } from '../clauses/telling-starts.ts';
import type { PlaceItem } from '../marks.ts';
import {
  governorOf,
  isIn,
  isInAny,
  isVerbForm,
  phraseLength,
  type SentenceView,
  startOfPhrase,
  wordAt,
} from '../words/view-sentence.ts';
import { isLargerKind } from './place-order.ts';

/** Behind the names, and what they are called, that stand one after the other. */
const pastNames = (view: SentenceView, from: number): number => {
  let at = from;
  for (;;) {
    const link = at + (wordAt(view, at) === ',' ? 1 : 0);
    const next = link + (isIn(view, 'listLinks', link) ? 1 : 0);
    const mark = view.markAt[next];
    if (mark?.from !== next || (mark.type !== 'place' && mark.type !== 'scope')) return at;
    at = mark.to;
  }
};

/** "fell", "has fallen", "was taken": no participle that only describes. */
const isFiniteAt = (view: SentenceView, at: number): boolean =>
  isInAny(view, ['be', 'have', 'modals', 'do'], at) ||
  (view.lexicon.verbs.get(wordAt(view, at)) ?? []).some(
    ({ past, s }) => (past === wordAt(view, at) && !isIn(view, 'agentWords', at + 1)) || s === wordAt(view, at),
  );

/** "AFTER A, B AND C FELL, the army left": all of them are what the first clause tells of. */
const isOneClause = (view: SentenceView, begin: number, first: PlaceItem): boolean => {
  const end = pastNames(view, first.from);
  const fell = isIn(view, 'subordinators', begin) && isFiniteAt(view, end + (isIn(view, 'verbAdverbs', end) ? 1 : 0));
  return fell && view.tokens.some(({ word }, at) => at > end && word === ',' && !isIn(view, 'conjunctions', at + 1));
};

/** "After days of fighting in A, B FELL": what opens a sentence ends at its first comma where a verb is said of the names behind it. */
export const opensBefore = (view: SentenceView, first: PlaceItem, next: PlaceItem): boolean => {
  const start = startOfPhrase(view, first.from);
  const begin = tellingStarts(view).findLast((at) => at <= start) ?? 0;
  if (!isInAny(view, ['prepositions', 'outcomeAfter'], begin)) return false;
  const lead = view.tokens.slice(begin + 1, start);
  const end = pastNames(view, next.from);
  const alone = lead.length > 0 || !isOneClause(view, begin, first);
  // "In the north the districts of A, B and C fell": nothing leads to the first of them.
  const led = governorOf(view, first.from) !== null || isVerbForm(view, start - 1);
  const open = led && lead.every(({ type, word }) => type !== 'mark' || word === '-' || word === "'s");
  return open && alone && isFiniteAt(view, end + (isIn(view, 'verbAdverbs', end) ? 1 : 0));
};

/** "towns SUCH AS A, B and C": before the first of the examples. */
const givesExamples = (view: SentenceView, start: number): boolean =>
  phraseLength(view, 'includingWords', start - 2) === 2;

/** "In Northmark, Ashford and Coldwell …", "In addition to Ashford, Garth …": what opens the sentence is no member. */
export const isFronted = (view: SentenceView, first: PlaceItem): boolean => {
  const start = startOfPhrase(view, first.from);
  const begin = tellingStarts(view).findLast((at) => at <= start) ?? 0;
  if (start - begin <= 1 && isOneClause(view, begin, first)) return false;
  if (start - begin > 4 || governorOf(view, first.from) === null) return false;
  // "Towns SUCH AS A, B and C": the first is one of the examples.
  if (givesExamples(view, start)) return false;
  const before = view.tokens.slice(begin, start).map((_, i) => begin + i);
  // "Fighters in A, B and C" are told of before where they are.
  if (before.some((at) => view.markAt[at]?.type === 'actor')) return false;
  // "With the fall of A": behind an article it is a noun.
  return !before.some((at) => isVerbForm(view, at) && !isIn(view, 'determiners', at - 1));
};

/** Where a list of names that begins at a name ends, its last one behind "and"; -1 where it is no such list. */
const listEnd = (view: SentenceView, { to }: PlaceItem): number => {
  let at = to;
  for (;;) {
    const comma = wordAt(view, at) === ',' ? 1 : 0;
    const last = isIn(view, 'listLinks', at + comma);
    const name = view.markAt[at + comma + (last ? 1 : 0)];
    if ((comma === 0 && !last) || name?.type !== 'place') return -1;
    at = name.to;
    if (last) return at;
  }
};

/** "THE LOSS OF A, B and C", "With the fall of A, B and C, the army …": what befell all of them; "With the fall of A, B and C are cut off" is of A. */
const isDeedOver = (view: SentenceView, first: PlaceItem): boolean => {
  const start = startOfPhrase(view, first.from);
  const deed = wordAt(view, start - 2);
  if (!isIn(view, 'partLinks', start - 1) || !view.lexicon.nounRules.some(({ nouns }) => nouns.includes(deed)))
    return false;
  const end = listEnd(view, first);
  return end > 0 && (isIn(view, 'determiners', 0) || wordAt(view, end) === ',');
};

/** "IN A, B AND C the army holds the markets": a list of places of one size, behind which somebody is told of and no verb stands. */
const frontsList = (view: SentenceView, first: PlaceItem): boolean => {
  const ids = first.place?.candidates ?? [];
  const larger = ids.some((id) => isLargerKind(view.theatre.gazetteer.get(id)?.kind ?? null));
  const end = larger || first.place === null || view.theatre.open ? -1 : listEnd(view, first);
  const start = startOfPhrase(view, first.from);
  if (end < 0 || !(isIn(view, 'homeLinks', start - 1) || givesExamples(view, start))) return false;
  const somebody = view.markAt[end]?.type === 'actor' || isInAny(view, ['determiners', 'thereWords'], end);
  return (somebody || wordAt(view, end) === ',') && !isFiniteAt(view, end);
};

/** Whether the comma behind the first name of the sentence parts members of a list. */
export const listsInFront = (view: SentenceView, first: PlaceItem): boolean =>
  isDeedOver(view, first) || frontsList(view, first);
