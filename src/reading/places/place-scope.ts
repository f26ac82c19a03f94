// What of a place a bare name means: a capital its city, a name that is district and town the district (judgement call 7).
import type { Scope } from '../../model/claim.ts';
import type { PlaceKind, PlaceMention } from '../../model/place.ts';
import { SCOPE_OF_KIND } from '../../model/scope-of-kind.ts';
import type { Theatre } from '../../model/theatre.ts';
import type { PlaceItem } from '../marks.ts';

const ORDER: readonly PlaceKind[] = [
  'city',
  'district',
  'town',
  'crossing',
  'base',
  'airport',
  'dam',
  'road',
  'pass',
  'facility',
  'village',
  'province',
  'area',
];

/** "The POST of Miller's Bridge" is the crossing, where a post of a district is one of many. */
const isCrossing = ({ gazetteer, lexicon }: Theatre, { candidates }: PlaceMention, noun: string): boolean =>
  lexicon.has('crossingPosts', noun) &&
  candidates.length > 0 &&
  candidates.every((id) => gazetteer.get(id)?.kind === 'crossing');

/** The scope of a name without a noun of its own. */
export const scopeOf = ({ gazetteer }: Theatre, { candidates, context }: PlaceMention): Scope => {
  if (context.kindWord !== null) return SCOPE_OF_KIND[context.kindWord];
  const kinds = candidates.map((id) => gazetteer.get(id)?.kind);
  const kind = ORDER.find((each) => kinds.includes(each));
  return kind === undefined ? 'town' : SCOPE_OF_KIND[kind];
};

/** The scope of a place as its words tell it: the noun's own, or that of the name. */
export const scopeSaid = (theatre: Theatre, mention: PlaceMention, { scope, noun }: PlaceItem): Scope => {
  if (noun !== null && isCrossing(theatre, mention, noun.noun)) return 'crossing';
  return scope ?? scopeOf(theatre, mention);
};
