// Who held which place over a range of days, as JSON. A promise like the shapes of records.ts: fields are only added.
import type { CellHoldings } from '../model/control.ts';
import type { Theatre } from '../model/theatre.ts';
import { cellPlace } from './records.ts';

/** Each holding lasts until the next begins. */
export const holdingsRecord = ({ cell, holdings }: CellHoldings, theatre: Theatre) => ({
  place: cellPlace(cell.place, theatre.gazetteer),
  scope: cell.scope,
  holdings: holdings.map(({ from, holder, against, status }) => ({ from, holder, against, status })),
});
