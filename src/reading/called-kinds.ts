// By what kinds the report calls each name, where no gazetteer knows it: "the town of Ashford", "Northmark region".
// Invariant: a kind counts for every mention of the name in the report.
import type { PlaceKind } from '../model/place.ts';
import type { Draft } from './marks.ts';
import { parseSentence } from './parse-sentence.ts';
import { viewSentences } from './view-sentence.ts';

/** Null where the name stands bare. */
export type CalledKinds = ReadonlyMap<string, readonly (PlaceKind | null)[]>;

const known = new WeakMap<Draft['mentions'], CalledKinds>();

/** "North Kordofan", "South Kivu": a name that opens with a point of the compass is a region's, unless it is called otherwise. */
const regionBy = ({ theatre: { open, lexicon } }: Draft, name: string): PlaceKind | null => {
  const [first = '', ...more] = name.split(' ');
  return open && more.length > 0 && lexicon.has('compassPoints', first) ? 'province' : null;
};

const listKinds = (draft: Draft): CalledKinds => {
  const called = new Map<string, (PlaceKind | null)[]>();
  for (const view of viewSentences(draft))
    for (const { items } of parseSentence(view).groups)
      for (const { place, kindWord, noun } of items) {
        if (place === null) continue;
        const name = place.text.toLowerCase();
        const kind = kindWord ?? noun?.kind ?? (noun?.scope === 'area' ? 'area' : regionBy(draft, name));
        called.set(name, [...(called.get(name) ?? []), kind]);
      }
  return called;
};

/** The kinds by name in lower case; made once for a draft's marks. */
export const calledIn = (draft: Draft): CalledKinds => {
  const found = known.get(draft.mentions) ?? listKinds(draft);
  known.set(draft.mentions, found);
  return found;
};
