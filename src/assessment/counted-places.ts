// Which places a number counts, and what is said of each in words: who was named there, and what its own side admits.
// Invariant: only words about the place itself count; what is borrowed from a place beside it names nothing.
import type { Claim } from '../model/claim.ts';
import type { Cell } from '../model/control.ts';
import type { Gazetteer, PlaceId, PlaceKind } from '../model/place.ts';
import type { Proposition } from '../model/reconciliation.ts';
import type { Instant } from '../model/time.ts';
import { concedes } from './admissions.ts';
import { isChange, takerOf, UNIT_KINDS } from './counted-propositions.ts';
import { campOf, type Ground } from './ground.ts';
import { isMain } from './opposition.ts';
import { naturalCell } from './scopes.ts';
import { dayNumber, type Statement } from './statements.ts';
import type { Prepared } from './view.ts';

/** A cell for every place of the kinds that some units count, in the gazetteer's order. */
export const countedCells = (gazetteer: Gazetteer, units: Iterable<string>): readonly Cell[] => {
  const kinds = new Set<PlaceKind>([...units].flatMap((unit) => UNIT_KINDS.get(unit) ?? []));
  return gazetteer.all().flatMap(({ id, kind }) => (kinds.has(kind) ? [naturalCell(gazetteer, id)] : []));
};

/** Whether a number of this unit, in these places, counts the place. */
export const isCounted = (
  gazetteer: Gazetteer,
  { unit, within }: Pick<Proposition, 'unit' | 'within'>,
  place: PlaceId,
): boolean => {
  if (gazetteer.get(place)?.kind !== UNIT_KINDS.get(unit)) return false;
  return (
    within.length === 0 || [place, ...gazetteer.ancestors(place).map(({ id }) => id)].some((id) => within.includes(id))
  );
};

const isSide = (ground: Ground, side: string | null, camp: string | null): boolean =>
  side !== null && camp !== null && campOf(ground, side) === campOf(ground, camp);

const names = (ground: Ground, { measure, side }: Proposition, { says, turn, claim }: Statement): boolean => {
  const has = says.what === 'has' && isSide(ground, says.side, side);
  switch (measure) {
    case 'lost':
      return says.what === 'lost' ? isSide(ground, says.side, side) : turn && says.side !== null && !has;
    case 'changed-hands':
      return turn || says.what === 'lost';
    case 'contested':
      return says.what === 'inside';
    case 'present':
      return has || (says.what === 'inside' && isSide(ground, says.side, side));
    case 'retaken':
      return has && claim.kind === 'recapture';
    default:
      return has;
  }
};

const isWithin = (proposition: Proposition, { day, until }: Statement): boolean => {
  if (day > dayNumber(proposition.until)) return false;
  return !isChange(proposition.measure) || until >= dayNumber(proposition.from);
};

/** Whether anybody had named the place as one of those counted, by the number's own day and by when it was known. */
export const isNamed = ({ ground, statements }: Prepared, proposition: Proposition, knownBy: Instant): boolean =>
  statements.some((one) => {
    const { evidence } = one;
    const known = evidence.known ?? evidence.report.known;
    if (known > knownBy || !isMain(one) || one.denial || one.implied) return false;
    return isWithin(proposition, one) && names(ground, proposition, one);
  });

/** Admissions on the record (S1) by a camp that the place is one of those that the camp's own number counts too few of. */
export const admittedIn = (prepared: Prepared, proposition: Proposition, camp: string): readonly Claim[] => {
  const { contest, ground, statements } = prepared;
  const until = dayNumber(proposition.until);
  const found: Statement[] = [];
  for (const one of statements) {
    if (!isMain(one) || one.day > until) continue;
    const own = one.camp === camp && one.party;
    if (own && concedes(contest, one)?.rule === 'S1' && isWithin(proposition, one)) found.push(one);
    // Of a state the last word counts: what was retaken since is held no more by whom it was lost to.
    else if (!isChange(proposition.measure) && one.turn && isSide(ground, one.says.side, camp)) found.length = 0;
  }
  const side = takerOf(ground, proposition);
  const plain = found.filter(
    ({ says }) => says.what === 'lost' || (says.what === 'has' && isSide(ground, says.side, side)),
  );
  return [...new Set(plain.map(({ claim }) => claim))];
};
