// What later words may look back to: the places that were said to be taken, won back, lost, held.
// Invariant: only what is told as a fact counts; what is denied, planned or feared does not.
import type { SideId } from '../../model/actor.ts';
import type { Scope } from '../../model/claim.ts';
import { frameOver } from '../clauses/frame-over.ts';
import type { Predicate, PredicatePlace } from '../marks.ts';
import { opponentOf } from '../mentions/theatre-sides.ts';
import type { NamedPlace } from './named-places.ts';
import type { Ground } from './place-suits.ts';

/** What is only a part of a place. */
export const PARTS: readonly Scope[] = [
  'centre',
  'base',
  'facility',
  'outskirts',
  'village',
  'road',
  'area',
  'crossing',
];

type Kinds = readonly Predicate['kind'][];

const TAKEN: Kinds = ['capture', 'loss', 'surrender'];
const RETAKEN: Kinds = ['recapture'];
const WON: Kinds = ['capture', 'recapture', 'hold'];
const GIVEN: Kinds = ['loss', 'surrender'];

/** Who has the place by what is told; null where it does not say. */
const winnerOf = ({ draft }: Ground, { kind, actor, to }: Predicate): SideId | null => {
  if (WON.includes(kind)) return actor;
  return GIVEN.includes(kind) ? (to ?? opponentOf(actor, draft.theatre)) : null;
};

const isWhole = ({ partial, part }: Predicate, places: readonly PredicatePlace[]): boolean =>
  !partial && part === undefined && places.every(({ scope }) => !PARTS.includes(scope) || scope === 'centre');

interface Told {
  readonly places: readonly PredicatePlace[];
  readonly spoken: readonly NamedPlace[];
}

/** Notes what a predicate has told of the places that it was put to. */
export const rememberTold = (ground: Ground, predicate: Predicate, { places, spoken }: Told): void => {
  const { kind, polarity, modality, actor } = predicate;
  const told = polarity === 'affirmed' && modality === 'actual' ? spoken.filter(({ reckoned }) => !reckoned) : [];
  if (TAKEN.includes(kind)) ground.taken.push(...told);
  if (RETAKEN.includes(kind)) ground.retaken.push(...told);
  if (TAKEN.includes(kind) || kind === 'withdrawal') ground.lost.push(...told);
  if (kind === 'hold') ground.held.push(...told.map((named) => ({ named, by: actor })));
  const by = winnerOf(ground, predicate);
  const teller = frameOver(ground.draft, predicate.start)?.by.speaker ?? null;
  if (by !== null && isWhole(predicate, places)) ground.won.push(...told.map((named) => ({ named, by, teller })));
};
