// Places that a copula makes one of those that something is told of: "A was among the districts captured", "The first to fall was A".
// Invariant: the copula stands right beside what it makes them; only names count.

import { subjectOf } from '../clauses/find-subject.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { objectFrom } from '../clauses/parse-sentence.ts';
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { isIn, isInAny, phraseLength, wordAt } from '../words/view-sentence.ts';

const areNamed = (group: PlaceGroup | null): PlaceGroup | null =>
  group !== null && !group.counted && group.items.every(({ place }) => place !== null) ? group : null;

const isCopula = ({ view }: Parse, verb: VerbGroup): boolean =>
  !verb.passive &&
  !verb.negated &&
  verb.modal === null &&
  verb.lemmas.some((lemma) => view.lexicon.has('copulas', lemma));

/** "fled from A, ONE OF the towns that they took", "reached A — AMONG the first to fall —": what is put beside the names is told of them. */
const apposed = ({ view, groups }: Parse, at: number): PlaceGroup | null =>
  /^[,(—–]$/.test(wordAt(view, at - 1)) ? areNamed(groups.find(({ to }) => to === at - 1) ?? null) : null;

/** "LISTED A and B AS districts that they hold", "COUNTED A AMONG those lost": the names that a verb of listing puts there. */
const listedAs = ({ view, verbs, groups }: Parse, link: number): PlaceGroup | null => {
  if (!isInAny(view, ['labelLinks', 'amongWords'], link)) return null;
  const named = areNamed(groups.find(({ to }) => to === link) ?? null);
  const over = named === null ? undefined : verbs.findLast(({ to }) => to <= named.from);
  const lists = over?.lemmas.some((lemma) => view.lexicon.has('listingAs', lemma)) === true && !over.negated;
  return lists && named !== null && named.from - over.to <= LISTED ? named : null;
};

/** Words of "the places of". */
const LISTED = 3;

/** "A was AMONG the districts captured", "A is ONE OF five districts that fell": the names before the copula. */
export const namedBefore = (parse: Parse, { from, items }: PlaceGroup): PlaceGroup | null => {
  const { view, verbs } = parse;
  const listed = listedAs(parse, from - 1);
  if (listed !== null) return listed;
  const among = isIn(view, 'amongWords', from - 1) ? from - 1 : from;
  // "A and B ARE DISTRICTS that they hold"
  const [called] = items;
  const kinds = called?.noun?.plural === true && called.noun.from === from;
  if (among === from && !kinds && phraseLength(view, 'oneOf', from) === 0) return null;
  const copula = verbs.find(({ to }) => to === among);
  if (copula === undefined) return apposed(parse, among);
  return !isCopula(parse, copula) ? null : areNamed(subjectOf(parse, copula).places);
};

/** "A, north of B, IS THE ONLY province still in rebel hands": the name that the copula says it of. */
export const soleNamed = (parse: Parse, { from, items: [called] }: PlaceGroup): PlaceGroup | null => {
  const { view, verbs } = parse;
  const copula = verbs.find(({ to }) => to === from || to === from - 1);
  const sole = [from, from + 1].some((at) => isInAny(view, ['onlyWords', 'lastWords', 'soleWords'], at));
  const named =
    copula === undefined || !sole || !isCopula(parse, copula) ? null : areNamed(subjectOf(parse, copula).places);
  if (named === null || called === undefined) return null;
  const { kindWord, scope } = called;
  // "A is the only PROVINCE": what it is called says which of its name it is.
  const items = named.items.map((one) => ({ ...one, kindWord: one.kindWord ?? kindWord, scope: one.scope ?? scope }));
  return { ...named, items };
};

/** "AMONG the districts LOST was A": a participle right behind those that it is told of. */
export const isAmongTold = ({ view, groupAt }: Parse, { from }: VerbGroup): boolean => {
  const group = groupAt[from - 1];
  return group !== undefined && isIn(view, 'amongWords', group.from - 1);
};

/** Words of "to fall into the hands of the rebels". */
const FATE = 8;

/** "The LATEST to fall was A", "FIRST to fall to the rebels was A": the name behind the copula. */
export const namedByRank = (parse: Parse, { infinitive, from, to }: VerbGroup, told: boolean): PlaceGroup | null => {
  if (!told || !infinitive || ![from - 1, from].some((at) => isIn(parse.view, 'ordinalWords', at))) return null;
  const copula = parse.verbs.find((verb) => verb.from >= to);
  const near = copula !== undefined && copula.from - to <= FATE && isCopula(parse, copula);
  return near ? areNamed(objectFrom(parse, copula.to)) : null;
};
