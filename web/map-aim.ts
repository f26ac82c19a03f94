// Which part of the map is looked at: the one that the address names; on a phone else the land around the chosen place.
import type { Ground } from '../src/drawing/ground.ts';
import { boxOf, formatBox, type MapBox, type View, viewOf } from '../src/drawing/map-box.ts';
import { type Laid, layMap } from './map-drawn.ts';
import { seenAt, type Transform } from './map-surface.ts';
import type { State } from './state.ts';
import type { Page } from './view.ts';
import { drawnPlace } from './world.ts';

type Aimed = Pick<State, 'box' | 'place'>;

const AROUND = 3;
const isPhone = (): boolean => matchMedia('(max-width: 640px)').matches;

/** What is aimed at, as a word: another word means that the map moves. */
const aimOf = ({ box, place }: Aimed): string => {
  if (box !== null) return formatBox(box);
  return isPhone() && place !== null ? place : '';
};

/** Where a chosen place lies in the drawing. */
const seatOf = ({ world }: Page, { ground }: Laid, id: string | null) => {
  const place = id === null ? undefined : world.byId.get(id);
  return place === undefined ? null : ground.pointOf(drawnPlace(place));
};

/** Null: the whole map. */
const aimedView = (page: Page, laid: Laid, { box, place }: Aimed): View | null => {
  if (box !== null) return viewOf(laid.ground, box);
  const seat = isPhone() ? seatOf(page, laid, place) : null;
  if (seat === null) return null;
  const [across, down] = [laid.ground.size.width / AROUND / 2, laid.ground.size.height / AROUND / 2];
  return [seat[0] - across, seat[1] - down, seat[0] + across, seat[1] + down];
};

/** What is seen, as the address names it. */
const boxAt = ({ ground }: Laid, at: Transform): MapBox | null =>
  at.k === 1 && Math.hypot(at.x, at.y) < 1 ? null : boxOf(ground, seenAt(ground.size, at));

/** The land laid into the frame, and what of it was aimed at last. */
export const makeSight = (page: Page, frame: HTMLElement, laidAnew: (size: Ground['size']) => void) => {
  let laid: Laid | null = null;
  /** Null: the land was laid anew, so that the map must be moved there again. */
  let aimed: string | null = null;
  return {
    laid: (): Laid | null => laid,
    /** The frame has another size. */
    forget: (): void => {
      [laid, aimed] = [null, null];
    },
    /** Where to move the map for a state; null where it is there, or cannot be seen. */
    aim: (state: Aimed): { readonly view: View | null; readonly size: Ground['size'] } | null => {
      if (frame.hidden) return null;
      if (laid === null) {
        laid = layMap(page, frame);
        laidAnew(laid.ground.size);
      }
      if (aimOf(state) === aimed) return null;
      aimed = aimOf(state);
      return { view: aimedView(page, laid, state), size: laid.ground.size };
    },
    /** A person moved the map. */
    moved: (at: Transform): MapBox | null => {
      const box = laid === null ? null : boxAt(laid, at);
      aimed = aimOf({ ...page.state(), box });
      return box;
    },
    seat: (place: string | null) => (laid === null ? null : seatOf(page, laid, place)),
  };
};
