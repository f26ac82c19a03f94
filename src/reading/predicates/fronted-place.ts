// The place that opens a sentence and is where its noun happens: "In A, there were clashes".
// Invariant: a verb of the sentence's own, before the noun, makes the place that verb's.

import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { tellingStarts } from '../clauses/telling-starts.ts';
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { isIn, wordAt } from '../words/view-sentence.ts';

const isThereIs = ({ view }: Parse, { from, lemmas }: VerbGroup): boolean =>
  isIn(view, 'thereWords', from - 1) && lemmas.some((lemma) => view.lexicon.has('be', lemma));

/** A verb behind "where" and before the comma that closes it. */
const isWhereClause = ({ view }: Parse, { from, to }: VerbGroup): boolean => {
  let at = from - 1;
  while (at > 0 && !/^[,;:]$/.test(wordAt(view, at))) at--;
  const closes = view.tokens.findIndex(({ word }, i) => i >= to && word === ',');
  return wordAt(view, at) === ',' && isIn(view, 'clauseRelatives', at + 1) && closes > 0;
};

/** "In A, the centre of B, fighting went on": the place that opens the sentence, with no verb in between. */
export const frontedPlace = (parse: Parse, at: number): PlaceGroup | null => {
  const { view, groups, verbs } = parse;
  const start = tellingStarts(view).findLast((one) => one < at) ?? 0;
  const first = groups.find(({ from, to }) => from >= start && from <= start + 4 && to <= at);
  // "In A, there were clashes", "In A, where they have been since May, clashes went on"
  const told = verbs.filter(
    (verb) => verb.from >= start && verb.from < at && !isThereIs(parse, verb) && !isWhereClause(parse, verb),
  );
  const free = told.length === 0;
  return first !== undefined && free && isIn(view, 'frontPrepositions', first.from - 1) ? first : null;
};

/** Words between "where" and its noun: "where heavy street". */
const NEAR = 4;

/** "A and B, WHERE fighting continues": what stands right before the word. */
export const relativePlace = ({ view, groupAt, verbAt }: Parse, at: number): PlaceGroup | null => {
  for (let i = at - 1; i >= Math.max(1, at - NEAR) && verbAt[i] === undefined; i--) {
    if (/^[,;:]$/.test(wordAt(view, i))) return null;
    if (!isIn(view, 'whereWords', i)) continue;
    const group = groupAt[i - 1] ?? (wordAt(view, i - 1) === ',' ? groupAt[i - 2] : undefined);
    return group?.items.every(({ place }) => place !== null) === true ? group : null;
  }
  return null;
};
