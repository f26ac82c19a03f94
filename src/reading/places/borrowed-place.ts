// A place that is meant without its name takes the name from where it stood, and its scope from the words that mean it.

import type { PlaceContext, PlaceMention } from '../../model/place.ts';
import type { PlaceItem, PredicatePlace } from '../marks.ts';
import type { NamedPlace } from './named-places.ts';
import { provincesMeant } from './near-provinces.ts';
import { scopeSaid } from './place-scope.ts';
import type { Ground } from './place-suits.ts';
import { PARTS } from './remember-told.ts';
import { toldApart } from './told-apart.ts';

/** "the headquarters" of a place named before: that place, this scope. */
export const borrowed = (ground: Ground, named: NamedPlace, item: PlaceItem | null): PredicatePlace => {
  const { start, end, text, candidates } = named.mark;
  const kindWord = item?.kindWord && !PARTS.includes(item.scope ?? 'district') ? item.kindWord : named.item.kindWord;
  const context: PlaceContext = {
    kindWord,
    within: named.item.within,
    beside: named.beside,
    told: toldApart(ground, named.mark),
    report: provincesMeant(ground.draft, named.mark.sentence),
  };
  const mention: PlaceMention = { span: { start, end }, text, candidates, context };
  const said = item?.scope == null ? named.item : item;
  return { mention, scope: scopeSaid(ground.draft.theatre, mention, said) };
};
