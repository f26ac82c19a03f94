// What a drawing needs of an assessed cell: no more than the control answer tells everybody.
import type { SideId } from '../model/actor.ts';
import type { Scope } from '../model/claim.ts';
import type { Assessment, Flag, Status } from '../model/control.ts';
import type { PlaceId, PlaceKind } from '../model/place.ts';
import type { CellShape } from '../model/theatre.ts';
import { type Day, daysBetween } from '../model/time.ts';
import type { Grade } from './palette.ts';

export interface ControlCell {
  readonly place: PlaceId;
  readonly scope: Scope;
  readonly on: Day;
  readonly holder: SideId | 'none' | null;
  readonly against: readonly SideId[];
  readonly status: Status;
  readonly p: Readonly<Record<string, number>> | null;
  readonly flags: readonly Flag[];
  readonly lastEvidence: Day | null;
  readonly staleAfter: Day | null;
}

/** A place as the map knows it: a point for symbols and labels, an extent where the theatre draws one. */
export interface DrawnPlace {
  readonly id: PlaceId;
  readonly kind: PlaceKind;
  readonly name: string;
  readonly province: string | null;
  readonly point: readonly [lon: number, lat: number] | null;
  readonly shape: CellShape['geometry'] | null;
}

export const cellOf = ({ cell, moment, ...rest }: Assessment): ControlCell => ({
  place: cell.place,
  scope: cell.scope,
  on: moment.on,
  holder: rest.holder,
  against: rest.against,
  status: rest.status,
  p: rest.p,
  flags: rest.flags,
  lastEvidence: rest.lastEvidence,
  staleAfter: rest.staleAfter,
});

/** Only the district, or its centre standing for it, colours an extent; a gate, town or road never does. */
export const coversExtent = (cell: Pick<ControlCell, 'scope'>): boolean =>
  cell.scope === 'district' || cell.scope === 'centre';

/** Strength of the holder's probability on confirmed cells; full where no probability is given. */
export const strengthOf = (cell: ControlCell): Grade => {
  const p = cell.holder === null ? undefined : cell.p?.[cell.holder];
  if (cell.status !== 'confirmed' || p === undefined || p >= 0.95) return 0;
  return p >= 0.85 ? 1 : 2;
};

/** Age of the last evidence as thirds of the time after which the status lapses. */
export const ageOf = (cell: ControlCell): Grade => {
  if (cell.lastEvidence === null || cell.staleAfter === null) return 0;
  const share = daysBetween(cell.lastEvidence, cell.on) / Math.max(1, daysBetween(cell.lastEvidence, cell.staleAfter));
  if (share < 1 / 3) return 0;
  return share < 2 / 3 ? 1 : 2;
};
