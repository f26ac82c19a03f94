// What is done to no place though one stands near: "withdrew FROM TALKS in A", "joined THE SEARCH in A", "beat off an attack ON A CONVOY
// near A", "A FELL 3.38%". Invariant: what it is done to stands between the deed's own words and the place, and no other verb does.

import { governorAt, type NounPhrase } from '../clauses/noun-phrases.ts';
import type { Parse } from '../clauses/parse.ts';
import type { Predicate } from '../marks.ts';
import { isIn, phraseBefore, type SentenceView, wordAt } from '../words/view-sentence.ts';
import { meansThing } from './thing-meant.ts';

/** Words between a fall and by how much. */
const MEASURED = 3;

const SIGN = /^[%$€£]$|%$/u;

/** "A fell 3.38%", "fell BY 10 PLACES": a figure goes down, and no town. */
const isFallOfFigure = ({ view, verbs }: Parse, { start }: Predicate): boolean => {
  const to = verbs.find((verb) => (view.tokens[verb.to - 1]?.start ?? 0) >= start)?.to ?? -1;
  for (let at = to; at >= 0 && at <= to + MEASURED; at++) {
    if (SIGN.test(wordAt(view, at))) return true;
    if (view.tokens[at]?.type === 'mark') return false;
    if (view.tokens[at]?.type === 'number' && isIn(view, 'figureUnits', at + 1)) return true;
    // "A fell AFTER 20 points were lost", "WITH 80% of it in ruins": no measure of the fall.
    if (isIn(view, 'prepositions', at) && !isIn(view, 'measureLinks', at)) return false;
  }
  return false;
};

/** The lists are named by the kind of the deed: noPlace:withdrawal what is left, and noPlaceLinks:withdrawal the word before it. */
const isDoneElsewhere = ({ view, phrases, verbs }: Parse, { kind, start, clause, items }: Predicate): boolean => {
  const list = `noPlace:${kind}`;
  if (view.lexicon.list(list).length === 0) return false;
  const from = view.tokens.findIndex((token) => token.start >= start);
  const place = items[0]?.place === null ? undefined : items[0]?.from;
  const end = view.tokens.findLastIndex((token) => token.end <= clause.end) + 1;
  const to = place === undefined || place < from ? end : place;
  const own = verbs.find((verb) => verb.to > from);
  const next = verbs.find((verb) => verb.from > (own?.from ?? from));
  const until = Math.min(to, next?.from ?? to);
  const links = `noPlaceLinks:${kind}`;
  return phrases.some(({ from: at, to: last }) => {
    if (at < from || last > until || !view.lexicon.has(list, wordAt(view, last - 1))) return false;
    if (view.lexicon.list(links).length === 0) return own?.to === at && governorAt(view, at) === null;
    // "from talks", "out of talks"
    return phraseBefore(view, links, at) > 0;
  });
};

/** "of all RESISTANCE", "of mines and SNIPERS": what is left of a foe, though no side is named. */
const fights = (view: SentenceView, { from }: NounPhrase): boolean => {
  for (let at = from; view.tokens[at] !== undefined && view.tokens[at]?.type !== 'mark'; at++) {
    if (isIn(view, 'foesLeft', at)) return true;
    if (isIn(view, 'prepositions', at)) return false;
  }
  return false;
};

/** "cleared A OF RESIDENTS", "of mines": whoever empties a place of what is no enemy has not taken it by that. */
const isEmptied = ({ view, phraseAt }: Parse, { items }: Predicate): boolean => {
  const to = items.at(-1)?.to ?? -1;
  const of = isIn(view, 'partLinks', to) ? phraseAt[to + 1] : undefined;
  if (of === undefined || of.places !== null || fights(view, of)) return false;
  return of.actor === null || of.actor.means === 'civilian';
};

/** "in pursuit of FLEEING REBELS in A": it says what they are like. */
const isAttribute = ({ view, verbs, phraseAt }: Parse, { start }: Predicate): boolean => {
  const verb = verbs.find(({ from }) => view.tokens[from]?.start === start);
  const next = verb === undefined ? undefined : phraseAt[verb.to];
  if (verb?.gerund !== true || next?.from !== verb.to) return false;
  return next.actor?.pronoun === false && isIn(view, 'prepositions', verb.from - 1);
};

const OTHERS: Partial<Record<Predicate['kind'], (parse: Parse, one: Predicate) => boolean>> = {
  loss: isFallOfFigure,
  recapture: isEmptied,
  withdrawal: (parse, one) => isAttribute(parse, one) || isDoneElsewhere(parse, one),
};

const HELD: readonly Predicate['kind'][] = ['hold', 'capture', 'recapture'];

/** "imposed FIRE CONTROL over A": whose guns reach a place has not got it. */
const isFireControl = ({ view }: Parse, { kind, clause }: Predicate): boolean =>
  HELD.includes(kind) &&
  view.tokens.some(
    ({ start, end }, at) =>
      start >= clause.start && end <= clause.end && isIn(view, 'fireLeads', at - 1) && isIn(view, 'firedControls', at),
  );

/** "withdrew and TOOK POSITIONS OUTSIDE the city": where men stand from then on; "took army positions" is a capture. */
const isStation = ({ view, verbs }: Parse, { kind, start }: Predicate): boolean => {
  const verb = kind === 'capture' ? verbs.find(({ from, to }) => isOver(view, [from, to], start)) : undefined;
  if (verb?.lemmas.some((lemma) => view.lexicon.has('stationingVerbs', lemma)) !== true || verb.passive) return false;
  const behind = verb.to + 1;
  const bare = isIn(view, 'stationNouns', verb.to) && isIn(view, 'prepositions', behind);
  // "took positions in A FROM THE ARMY"
  const robbed = view.tokens.some(
    (_, at) =>
      at > behind && isIn(view, 'fromWords', at) && [at + 1, at + 2].some((i) => view.markAt[i]?.type === 'actor'),
  );
  return bare && !robbed && !['fromWords', 'partLinks'].some((list) => isIn(view, list, behind));
};

const isOver = (view: SentenceView, [from, to]: readonly [number, number], start: number): boolean =>
  view.tokens.slice(from, to).some((token) => token.start === start);

/** "was not as bad AS IT WAS IN B": what is likened is the deed before, and nobody's men are there. */
const isLikened = ({ view }: Parse, { rule, doer }: Predicate): boolean =>
  doer?.pronoun === true &&
  isIn(view, 'onePronouns', doer.from) &&
  isIn(view, 'comparingWords', doer.from - 1) &&
  view.lexicon.has('insideRules', rule);

/** "The area IS NOT SAFE": no word of who holds it. */
const isUnsafe = ({ view }: Parse, { rule, polarity, start, clause }: Predicate): boolean =>
  polarity === 'denied' &&
  view.lexicon.has('safeRules', rule) &&
  view.tokens.some((token, at) => token.start >= start && token.end <= clause.end && isIn(view, 'safeStates', at));

/** "A HAD “neither the means” to help": whoever has something there is the place itself. */
const isOwner = ({ view }: Parse, { rule, start, items }: Predicate): boolean =>
  view.lexicon.has('havingRules', rule) && items.some(({ to }) => view.tokens[to]?.start === start);

/** True where a predicate tells of a place what was done to something else. */
export const isOfNoPlace = (parse: Parse, one: Predicate): boolean =>
  meansThing(parse, one) ||
  isFireControl(parse, one) ||
  isLikened(parse, one) ||
  isStation(parse, one) ||
  isUnsafe(parse, one) ||
  isOwner(parse, one) ||
  (OTHERS[one.kind] ?? isDoneElsewhere)(parse, one);
