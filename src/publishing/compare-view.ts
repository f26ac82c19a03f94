// Two moments compared for a picture: the same groups as on the page, from the same answers.
import { type ControlCell, cellOf } from '../drawing/cell.ts';
import { type Compared, findChanges, inOrder, type Moment } from '../drawing/find-changes.ts';
import { headlineSide } from '../drawing/words.ts';
import type { Assessment } from '../model/control.ts';
import { endOfDayIn, type Instant, isDay, toInstant } from '../model/time.ts';
import type { Whoholds } from '../whoholds.ts';

export interface ComparedView {
  readonly compared: Compared<ControlCell>;
  /** The later moment: the picture is of that. */
  readonly on: Moment['on'];
  readonly asOf: Instant | null;
  readonly cells: readonly Assessment[];
}

type Asking = Pick<Whoholds, 'control' | 'holdings' | 'theatre'>;

const keyOf = ({ place, scope }: Pick<ControlCell, 'place' | 'scope'>): string => `${place} ${scope}`;

const instantOf = (asOf: string | null, { theatre }: Asking): Instant | null => {
  if (asOf === null) return null;
  return isDay(asOf) ? endOfDayIn(asOf, theatre.timezone) : toInstant(asOf);
};

/** What the later of two moments has that the earlier one had otherwise, both as of one state of the ledger. */
export const compareMoments = async (
  whoholds: Asking,
  [one, other]: readonly [Moment, Moment],
  seq: number,
): Promise<ComparedView> => {
  const { theatre } = whoholds;
  const [earlier, later] = inOrder(one, other);
  const cellsAt = ({ on, asOf }: Moment) => {
    const moment = { on, asOf: instantOf(asOf, whoholds), seq };
    return whoholds.control({ ...moment, place: null, scope: null, minStatus: null, all: false });
  };
  const from = theatre.period.from < earlier.on ? theatre.period.from : earlier.on;
  const asOf = instantOf(later.asOf, whoholds);
  const isOneDay = earlier.on === later.on;
  const before = await cellsAt(earlier);
  const cells = await cellsAt(later);
  const knownThen = isOneDay ? null : await cellsAt({ on: earlier.on, asOf: earlier.on });
  const held = isOneDay ? [] : await whoholds.holdings({ from, until: later.on, asOf, seq });
  const asked = {
    ...{ earlier, later, counted: headlineSide(theatre.sides) },
    ...{ before: before.map(cellOf), after: cells.map(cellOf), knownThen: knownThen?.map(cellOf) ?? null },
    holdings: new Map(held.map(({ cell, holdings }) => [keyOf(cell), holdings])),
  };
  return { compared: { earlier, later, changed: findChanges(asked, keyOf) }, on: later.on, asOf, cells };
};
