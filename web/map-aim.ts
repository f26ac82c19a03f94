// Which part of the map is looked at: the one that the address names; on a phone else the land around the chosen place.
import { boxOf, formatBox, type MapBox, type View, viewOf } from '../src/drawing/map-box.ts';
import type { Laid } from './map-drawn.ts';
import { seenAt, type Transform } from './map-surface.ts';
import type { State } from './state.ts';
import type { Page } from './view.ts';
import { drawnPlace } from './world.ts';

type Aimed = Pick<State, 'box' | 'place'>;

const AROUND = 3;
const isPhone = (): boolean => matchMedia('(max-width: 640px)').matches;

/** What is aimed at, as a word: another word means that the map moves. */
export const aimOf = ({ box, place }: Aimed): string => {
  if (box !== null) return formatBox(box);
  return isPhone() && place !== null ? place : '';
};

/** Where a chosen place lies in the drawing. */
export const seatOf = ({ world }: Page, { ground }: Laid, id: string | null) => {
  const place = id === null ? undefined : world.byId.get(id);
  return place === undefined ? null : ground.pointOf(drawnPlace(place));
};

/** Null: the whole map. */
export const aimedView = (page: Page, laid: Laid, { box, place }: Aimed): View | null => {
  if (box !== null) return viewOf(laid.ground, box);
  const seat = isPhone() ? seatOf(page, laid, place) : null;
  if (seat === null) return null;
  const [across, down] = [laid.ground.size.width / AROUND / 2, laid.ground.size.height / AROUND / 2];
  return [seat[0] - across, seat[1] - down, seat[0] + across, seat[1] + down];
};

/** What is seen, as the address names it. */
export const boxAt = ({ ground }: Laid, at: Transform): MapBox | null =>
  at.k === 1 && Math.hypot(at.x, at.y) < 1 ? null : boxOf(ground, seenAt(ground.size, at));
