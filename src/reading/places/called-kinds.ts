// By what kinds the report calls each name, where no gazetteer knows it: "the town of Ashford", "Northmark region".
// Invariant: a kind counts for every mention of the name in the report.
import type { PlaceKind } from '../../model/place.ts';
import { parseSentence } from '../clauses/parse-sentence.ts';
import { isPossessive } from '../clauses/word-class.ts';
import type { Draft, PlaceMark } from '../marks.ts';
import { type SentenceView, viewSentences } from '../words/view-sentence.ts';

/** Null where the name stands bare. */
export type CalledKinds = ReadonlyMap<string, readonly (PlaceKind | null)[]>;

const known = new WeakMap<Draft['mentions'], CalledKinds>();

/** "North Hesk", "Upper Hesk": a name that opens with a point of the compass is a region's, unless it is called otherwise. */
const regionBy = ({ theatre: { open, lexicon } }: Draft, name: string): PlaceKind | null => {
  const [first = '', ...more] = name.split(' ');
  const opens = ['compassPoints', 'regionLeads'].some((list) => lexicon.has(list, first));
  return open && more.length > 0 && opens ? 'province' : null;
};

/** "the Hesk STATE CAPITAL", "Hesk's CAPITAL": what has a capital is no town. */
const hasCapital = (view: SentenceView, { to }: PlaceMark): boolean => {
  const at = to + (isPossessive(view, to) ? 1 : 0);
  const seat = view.markAt[at];
  if (seat?.type !== 'scope' || seat.from !== at || seat.kind !== 'city') return false;
  return view.lexicon.has('seatNouns', seat.noun.split(' ').at(-1) ?? '');
};

const listKinds = (draft: Draft): CalledKinds => {
  const called = new Map<string, (PlaceKind | null)[]>();
  const add = (name: string, kind: PlaceKind | null): void => {
    called.set(name, [...(called.get(name) ?? []), kind]);
  };
  for (const view of viewSentences(draft)) {
    const seats = new Set(view.markAt.filter((mark) => mark?.type === 'place' && hasCapital(view, mark)));
    for (const mark of seats) if (mark?.type === 'place') add(mark.text.toLowerCase(), 'province');
    for (const { items } of parseSentence(view).groups)
      for (const { place, kindWord, noun } of items) {
        if (place === null || seats.has(place)) continue;
        const name = place.text.toLowerCase();
        add(name, kindWord ?? noun?.kind ?? (noun?.scope === 'area' ? 'area' : regionBy(draft, name)));
      }
  }
  return called;
};

/** The kinds by name in lower case; made once for a draft's marks. */
export const calledIn = (draft: Draft): CalledKinds => {
  const found = known.get(draft.mentions) ?? listKinds(draft);
  known.set(draft.mentions, found);
  return found;
};
