// What the map view asks of that on which it is drawn: elements for some hundred cells, a canvas for thousands.
import type { Ground } from '../src/drawing/ground.ts';
import type { View } from '../src/drawing/map-box.ts';
import type { Scope } from '../src/model/claim.ts';
import type { Laid } from './map-drawn.ts';
import type { Direction } from './neighbours.ts';
import type { Shown } from './view.ts';

/** Where the drawing lies on the screen: scaled by k, then moved. */
export interface Transform {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

/** The part of the drawing that can be seen. */
export const seenAt = ({ width, height }: Ground['size'], { k, x, y }: Transform): View => [
  ...([-x / k, -y / k] as const),
  ...([(width - x) / k, (height - y) / k] as const),
];

/** A thing on the map that can be chosen. */
export interface Mark {
  readonly place: string;
  readonly scope: Scope | null;
  /** Its name and verdict. */
  readonly label: string;
}

export interface Surface {
  /** Whether only what can be seen is drawn, so that a moved map must be drawn anew. */
  readonly culls: boolean;
  readonly draw: (drawing: { readonly laid: Laid; readonly shown: Shown; readonly at: Transform }) => void;
  /** While a person moves it; `draw` follows when it has come to rest. */
  readonly move: (at: Transform) => void;
  readonly under: (event: MouseEvent) => Mark | null;
  /** The cell that has the focus. */
  readonly focused: () => Mark | null;
  /** To the cell that Tab comes to: the chosen one, else the last focused, else the first. */
  readonly focus: () => void;
  readonly step: (direction: Direction) => void;
}
