// The scope that a kind of place stands for: what is held when the place as a whole is held.
import type { Scope } from './claim.ts';
import type { PlaceKind } from './place.ts';

export const SCOPE_OF_KIND: Readonly<Record<PlaceKind, Scope>> = {
  country: 'area',
  province: 'province',
  district: 'district',
  city: 'city',
  town: 'town',
  village: 'village',
  crossing: 'crossing',
  base: 'base',
  airport: 'base',
  road: 'road',
  pass: 'road',
  dam: 'facility',
  area: 'area',
  facility: 'facility',
};
