// "IN ADDITION TO A, the rebels have taken B", "TOGETHER WITH A, B fell": what opens the sentence shares the fate that follows.
// Invariant: only names, right before a comma; what is said with a no, or of later, is not shared.

import type { Parse } from '../clauses/parse.ts';
import { tellingStarts } from '../clauses/telling-starts.ts';
import type { Predicate } from '../marks.ts';
import { phraseLength, wordAt } from '../words/view-sentence.ts';

const SHARED: readonly Predicate['kind'][] = [
  'capture',
  'loss',
  'recapture',
  'surrender',
  'hold',
  'siege',
  'withdrawal',
];

/** The first predicate behind the comma once more, of the places that open the sentence. */
export const addedInFront = (parse: Parse, told: readonly Predicate[]): readonly Predicate[] => {
  const { view, groups } = parse;
  const start = tellingStarts(view).find((at) => phraseLength(view, 'additionLeads', at) > 0) ?? 0;
  const from = start + phraseLength(view, 'additionLeads', start);
  const group = from === start ? undefined : groups.find((one) => one.from === from && !one.counted);
  if (group === undefined || wordAt(view, group.to) !== ',') return [];
  const comma = view.tokens[group.to]?.start ?? 0;
  const main = told.find(({ start }) => start > comma);
  const shares =
    main !== undefined && SHARED.includes(main.kind) && main.polarity === 'affirmed' && main.dropped === null;
  if (!shares || main.items.every(({ place }) => place === null)) return [];
  const clause = { start: view.tokens[start]?.start ?? comma, end: main.clause.end };
  return [{ ...main, clause, items: group.items, placeFromContext: false, placeWord: null, partial: group.partial }];
};
