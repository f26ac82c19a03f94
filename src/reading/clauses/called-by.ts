// What a name is called by the verb "be", joined to the name: "Ashford is the third town to fall" tells of a town.

import { toldBy } from '../place-groups/place-appositions.ts';
import type { NounPhrase } from './noun-phrases.ts';
import type { Parse } from './parse.ts';

/** "Ashford is THE THIRD TOWN to fall": a name, as what it is called. */
export const calledBy = ({ view }: Parse, subject: NounPhrase, { places }: NounPhrase): NounPhrase => {
  const [called] = places?.items ?? [];
  if (subject.places === null || called?.noun == null || called.noun.plural || called.place !== null) return subject;
  const items = subject.places.items.map((one) => (one.noun === null ? toldBy(view, one, called) : one));
  return { ...subject, places: { ...subject.places, items } };
};
