// "advanced on Ashford, where the rebels hold a base": what a clause behind "where" tells without a name is there.
// Invariant: only the name right before "where" is meant, and only up to the comma that closes the clause.

import type { Draft, PlaceItem, PlaceMark, Predicate, Token } from '../marks.ts';
import { isLargerKind } from '../place-groups/place-order.ts';
import { inSentence } from '../words/by-sentence.ts';
import type { NamedPlace } from './named-places.ts';
import { type Ground, isSmall, suits } from './place-suits.ts';

/** Words from a name to "where": "the Ashford refinery complex in the north where". */
const GAP = 7;

/** "Ashford IS THE ONLY place where": what the verb "be" says is still told of the name. */
const isSole = ({ theatre: { lexicon } }: Draft, between: readonly Token[]): boolean =>
  between.some(({ word }) => lexicon.has('soleWords', word)) &&
  between.every(({ word }) => !lexicon.verbs.has(word) || lexicon.has('be', word));

const verbIndex = ({ sentences }: Draft, { sentence, start }: Predicate): number =>
  sentences[sentence]?.tokens.findIndex((token) => token.end > start) ?? -1;

const whereBefore = (draft: Draft, predicate: Predicate): number => {
  const tokens = draft.sentences[predicate.sentence]?.tokens ?? [];
  const verb = verbIndex(draft, predicate);
  const at = tokens.findLastIndex(({ word }, i) => i <= verb && draft.theatre.lexicon.has('whereWords', word));
  return at < 1 || tokens.slice(at, verb).some(({ word }) => /^[,;:]$/.test(word)) ? -1 : at;
};

/** "Ashford, where they FLED": that is where they are now, and nobody has left it. */
export const isWhereTheyFled = ({ draft }: Ground, predicate: Predicate): boolean => {
  const { lexicon } = draft.theatre;
  const own = draft.sentences[predicate.sentence]?.tokens.filter(
    ({ start, end }) => end > predicate.start && start < predicate.end,
  );
  const flees = own?.some(({ word }) =>
    lexicon.verbs.get(word)?.some(({ lemma }) => lexicon.has('fleeingVerbs', lemma)),
  );
  return flees === true && whereBefore(draft, predicate) >= 0;
};

const placeOfWhere = (ground: Ground, item: PlaceItem | null, predicate: Predicate): NamedPlace | null => {
  const { draft, places } = ground;
  const { sentence } = predicate;
  if (item !== null && (item.within.length > 0 || item.noun?.refers != null)) return null;
  const tokens = draft.sentences[sentence]?.tokens ?? [];
  const at = whereBefore(draft, predicate);
  if (at < 0) return null;
  const near = places.findLast(({ mark }) => mark.sentence === sentence && mark.to <= at && at - mark.to <= GAP);
  const between = near === undefined ? [] : tokens.slice(near.mark.to, at);
  if (between.some(({ word }) => draft.theatre.lexicon.verbs.has(word)) && !isSole(draft, between)) return null;
  // "all but A and THE PROVINCIAL CAPITAL, where …": what has no name stands nearer.
  if (!draft.theatre.open && between.some(({ word }) => draft.theatre.lexicon.has('bareCapitals', word))) return null;
  return near !== undefined && isSmall(draft, near) && suits(draft, item, near) ? near : null;
};

/** "A has fallen, as has the capital of Midvale province, WHERE they fought for years": told of what stands before "where", and not of A. */
export const isOfLargerWhere = (draft: Draft, predicate: Predicate): boolean => {
  const at = whereBefore(draft, predicate);
  if (at < 0 || draft.theatre.open) return false;
  const tokens = draft.sentences[predicate.sentence]?.tokens ?? [];
  const marks = inSentence(draft.mentions, predicate.sentence).filter(({ to }) => to <= at);
  const named = marks.findLast((mark): mark is PlaceMark => mark.type === 'place');
  const right = marks.findLast(({ type }) => type === 'place' || type === 'scope');
  if (named === undefined || right === undefined || tokens.slice(right.to, at).some(({ word }) => word !== ','))
    return false;
  return (
    right.from <= named.to &&
    named.candidates.every((id) => isLargerKind(draft.theatre.gazetteer.get(id)?.kind ?? null))
  );
};

/** "The pass that fell LIES IN Ashford": where a thing without a name is said to lie. */
const placeOfLying = (
  { draft, places }: Ground,
  item: PlaceItem | null,
  { sentence }: Predicate,
): NamedPlace | null => {
  const { lexicon } = draft.theatre;
  const tokens = draft.sentences[sentence]?.tokens ?? [];
  if (item?.noun?.definite !== true || item.within.length > 0) return null;
  const lies = tokens.findIndex(
    ({ word }, at) =>
      at >= item.to &&
      lexicon.verbs.get(word)?.some(({ lemma }) => lexicon.has('lyingVerbs', lemma)) === true &&
      lexicon.has('frontLinks', tokens[at + 1]?.word ?? ''),
  );
  const named = lies < 0 ? undefined : places.find(({ mark }) => mark.sentence === sentence && mark.from >= lies + 2);
  return named !== undefined && named.mark.from - lies <= LYING && isSmall(draft, named) ? named : null;
};

/** Words from the verb to the name: "lies in the district of". */
const LYING = 6;

/** Words of what is told of a base between it and where it is: "used by the rebels", ", the naval wing of the group,". */
const TOLD = 26;

const WALLS = ['conjunctions', 'subordinators', 'relatives', 'be', 'have', 'modals', 'whereWords'];

/** "overran a base USED BY THE REBELS IN Ashford", "a base of theirs, the second this month, AT Ashford": where it is, told last. */
export const placeOfBase = (
  { draft, places }: Ground,
  item: PlaceItem | null,
  { sentence }: Predicate,
): NamedPlace | null => {
  const { theatre, sentences } = draft;
  if (!theatre.open || item?.noun == null || item.noun.plural || item.within.length > 0) return null;
  if (!['base', 'centre', 'facility', 'crossing'].includes(item.scope ?? '')) return null;
  const tokens = sentences[sentence]?.tokens ?? [];
  const next = places.find(({ mark }) => mark.sentence === sentence && mark.from >= item.to);
  if (next === undefined || next.mark.from - item.to > TOLD || !isSmall(draft, next)) return null;
  const isWall = (word: string): boolean =>
    WALLS.some((list) => theatre.lexicon.has(list, word)) || /^[.;:!?“”"]$/.test(word);
  const leads = (at: number): boolean => theatre.lexicon.has('innerPrepositions', tokens[at]?.word ?? '');
  const start = Math.min(next.mark.from, next.item.from);
  const link = leads(start - 1) ? start - 1 : start - 2;
  // "a post ON THE BORDER WITH A": what it looks at, and not where it is.
  const told = tokens
    .slice(item.to, link)
    .every(({ word }) => !isWall(word) && !theatre.lexicon.has('landBorders', word));
  return leads(link) && told ? next : null;
};

const DEEDS: readonly Predicate['kind'][] = ['surrender'];

/** Words from the link to the name: "in the district of". */
const NEAR = 4;

/** "gave themselves up IN Ashford": where the clause itself says it was done, whatever was spoken of before. */
const placeOfDeed = (
  { draft, places }: Ground,
  item: PlaceItem | null,
  { sentence, kind, start, end, clause }: Predicate,
): NamedPlace | null => {
  if (item !== null || !DEEDS.includes(kind)) return null;
  const { lexicon } = draft.theatre;
  const tokens = draft.sentences[sentence]?.tokens ?? [];
  const isIn = (at: number): boolean =>
    lexicon.has('frontLinks', tokens[at]?.word ?? '') && (tokens[at]?.start ?? 0) >= end;
  const named = places.find(
    ({ mark }) =>
      mark.sentence === sentence &&
      mark.start >= end &&
      mark.start < Math.max(clause.end, start) &&
      [1, 2, 3, NEAR].some((back) => isIn(mark.from - back)) &&
      !tokens.slice(mark.from - NEAR, mark.from).some(({ type, word }) => type === 'mark' && word === ','),
  );
  return named !== undefined && isSmall(draft, named) ? named : null;
};

/** "from THE SOUTH", "from much of THE EAST", "in EASTERN Norland": a stretch without a name begins here. */
const isStretch = ({ theatre: { lexicon } }: Draft, tokens: readonly Token[], at: number): boolean => {
  const is = (list: string, i: number): boolean => lexicon.has(list, tokens[i]?.word ?? '');
  const next = tokens[at + 2];
  // "the south of Ashford", "the north Ashford road"
  const named = /^\p{Lu}/u.test(next?.text ?? '') || is('partLinks', at + 2);
  return is('definiteArticles', at) && is('directions', at + 1) && !named;
};

/** Words of "much of the". */
const SHARE = 4;

/** "withdrew FROM THE SOUTH", "fighters IN THE EAST have withdrawn": they left no place that was spoken of. */
export const isFromStretch = (draft: Draft, { kind, sentence, end, doer }: Predicate): boolean => {
  if (kind !== 'withdrawal') return false;
  const { lexicon } = draft.theatre;
  const tokens = draft.sentences[sentence]?.tokens ?? [];
  const is = (list: string, at: number): boolean => lexicon.has(list, tokens[at]?.word ?? '');
  const behind = tokens.findIndex(({ start }) => start >= end);
  const from = [behind, behind + 1].find((at) => is('fromWords', at) || (is('partLinks', at) && at > behind)) ?? -1;
  const goesFrom = from >= 0 && behind >= 0;
  const stretch = (at: number): boolean => isStretch(draft, tokens, at);
  if (goesFrom && [1, 2, SHARE - 1, SHARE].some((i) => stretch(from + i))) return true;
  const at = doer?.sentence === sentence && !doer.pronoun ? doer.to : -1;
  return at > 0 && is('frontLinks', at) && stretch(at + 1);
};

const FOUGHT: readonly Predicate['kind'][] = ['attack', 'clash', 'repulse'];

/** "Attacks ACROSS THE BORDER were repelled": told of the other side, and of no place that was named on this one. */
export const isBeyondBorder = ({ report, theatre }: Draft, { clause, kind }: Predicate): boolean => {
  if (!FOUGHT.includes(kind)) return false;
  const words = report.text.slice(clause.start, clause.end).toLowerCase();
  return theatre.lexicon.list('beyondBorder').some((phrase) => words.includes(phrase));
};

/** By the clause that the place stands in: with its deed, behind "where", as what it lies in. */
export const placeOfClause = (ground: Ground, item: PlaceItem | null, predicate: Predicate): NamedPlace | null =>
  placeOfDeed(ground, item, predicate) ??
  placeOfWhere(ground, item, predicate) ??
  placeOfLying(ground, item, predicate);
