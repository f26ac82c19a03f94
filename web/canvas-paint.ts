// Paints a drawing on a canvas: the same values that become elements or a file, so that all three look the same.
// Understands what the map's drawings use; whatever else stands in one is a fault of ours and says so.
import type { Drawn } from '../src/drawing/scene.ts';

type Attributes = Drawn['attributes'];

/** Pixels of a tile for each unit, so that narrow bars stay sharp. */
const TILE_SCALE = 4;

export interface Painter {
  readonly context: CanvasRenderingContext2D;
  readonly font: string;
  readonly paths: Map<string, Path2D>;
  readonly patterns: Map<string, CanvasPattern>;
}

export const makePainter = (canvas: HTMLCanvasElement, font: string): Painter => {
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser draws on no canvas.');
  return { context, font, paths: new Map(), patterns: new Map() };
};

const MOST_PATHS = 60_000;
/** Paths are read once; the same cell is drawn day after day. */
const pathOf = ({ paths }: Painter, d: string): Path2D => {
  const known = paths.get(d);
  if (known !== undefined) return known;
  if (paths.size > MOST_PATHS) paths.clear();
  const path = new Path2D(d);
  paths.set(d, path);
  return path;
};

const numberOf = (value: string | number | undefined, fallback: number): number =>
  value === undefined ? fallback : Number(value);

/** "translate(x y) scale(k) rotate(a)" */
const transform = (context: CanvasRenderingContext2D, words: string): void => {
  for (const [, name, inside = ''] of words.matchAll(/(\w+)\(([^)]*)\)/g)) {
    const [a = 0, b = a] = inside.split(/[\s,]+/).map(Number);
    if (name === 'translate') context.translate(a, b);
    else if (name === 'scale') context.scale(a, b);
    else throw new Error(`A canvas drawing has no ${name}.`);
  }
};

const shapeOf = (painter: Painter, { tag, attributes: a }: Drawn): Path2D => {
  if (tag === 'path') return pathOf(painter, String(a.d));
  const path = new Path2D();
  if (tag === 'circle') path.arc(Number(a.cx), Number(a.cy), Number(a.r), 0, 2 * Math.PI);
  else path.rect(numberOf(a.x, 0), numberOf(a.y, 0), Number(a.width), Number(a.height));
  return path;
};

const paintOf = ({ patterns }: Painter, value: string): string | CanvasPattern => {
  const id = /^url\(#(.+)\)$/.exec(value)?.[1];
  return id === undefined ? value : (patterns.get(id) ?? 'transparent');
};

const drawShape = (painter: Painter, drawn: Drawn, a: Attributes): void => {
  const { context } = painter;
  const shape = shapeOf(painter, drawn);
  if (a.fill !== 'none') {
    context.globalAlpha = numberOf(a['fill-opacity'], 1);
    context.fillStyle = paintOf(painter, String(a.fill ?? '#000'));
    context.fill(shape);
  }
  if (a.stroke === undefined) return;
  const unit = a['vector-effect'] === 'non-scaling-stroke' ? devicePixelRatio / context.getTransform().a : 1;
  context.globalAlpha = numberOf(a['stroke-opacity'], 1);
  context.strokeStyle = String(a.stroke);
  context.lineWidth = numberOf(a['stroke-width'], 1) * unit;
  context.lineJoin = a['stroke-linejoin'] === 'round' ? 'round' : 'miter';
  context.lineCap = a['stroke-linecap'] === 'round' ? 'round' : 'butt';
  context.setLineDash(a['stroke-dasharray'] === undefined ? [] : dashOf(String(a['stroke-dasharray']), unit));
  context.stroke(shape);
};

const dashOf = (words: string, unit: number): number[] => words.split(/[\s,]+/).map((part) => Number(part) * unit);

const ALIGN: Readonly<Record<string, CanvasTextAlign>> = { start: 'left', middle: 'center', end: 'right' };

const drawText = ({ context, font }: Painter, { children }: Drawn, a: Attributes): void => {
  const words = children.join('');
  context.globalAlpha = 1;
  context.font = `${a['font-weight'] ?? 400} ${a['font-size'] ?? 12}px ${font}`;
  context.textAlign = ALIGN[String(a['text-anchor'] ?? 'start')] ?? 'left';
  const [x, y] = [numberOf(a.x, 0), numberOf(a.y, 0)];
  if (a.stroke !== undefined) {
    context.setLineDash([]);
    context.lineJoin = 'round';
    context.lineWidth = numberOf(a['stroke-width'], 1);
    context.strokeStyle = String(a.stroke);
    context.strokeText(words, x, y);
  }
  context.fillStyle = String(a.fill ?? '#000');
  context.fillText(words, x, y);
};

/** One tile as an image that repeats; its turn and size are set against the drawing, as a pattern's of elements are. */
const layPattern = (painter: Painter, { attributes: a, children }: Drawn): void => {
  const [width, height] = [Number(a.width), Number(a.height)];
  const tile = document.createElement('canvas');
  [tile.width, tile.height] = [Math.round(width * TILE_SCALE), Math.round(height * TILE_SCALE)];
  const inner = makePainter(tile, painter.font);
  inner.context.scale(tile.width / width, tile.height / height);
  paintDrawn(
    inner,
    children.filter((child) => typeof child !== 'string'),
  );
  const pattern = painter.context.createPattern(tile, 'repeat');
  if (pattern === null) return;
  const zoom = Number(/scale\(([^)]+)\)/.exec(String(a.patternTransform))?.[1] ?? 1);
  const matrix = new DOMMatrix().scale(zoom).rotate(Number(a['data-turn']));
  pattern.setTransform(matrix.scale(width / tile.width, height / tile.height));
  painter.patterns.set(String(a.id), pattern);
};

const HANDED_DOWN = ['fill', 'stroke', 'stroke-width', 'stroke-linejoin', 'font-size', 'font-weight'] as const;
const handedDown = (a: Attributes): Attributes => {
  const kept: Record<string, string | number> = {};
  for (const name of HANDED_DOWN) if (a[name] !== undefined) kept[name] = a[name];
  return kept;
};

const drawOne = (painter: Painter, drawn: Drawn, given: Attributes): void => {
  const { context } = painter;
  const a = { ...given, ...drawn.attributes };
  const parts = drawn.children.filter((child) => typeof child !== 'string');
  if (drawn.tag === 'defs') for (const part of parts) layPattern(painter, part);
  else if (drawn.tag === 'text') drawText(painter, drawn, a);
  else if (drawn.tag !== 'g' && drawn.attributes.transform === undefined) drawShape(painter, drawn, a);
  else {
    context.save();
    transform(context, String(drawn.attributes.transform ?? ''));
    if (drawn.tag === 'g') paintDrawn(painter, parts, handedDown(a));
    else drawShape(painter, drawn, a);
    context.restore();
  }
};

/** Paints in order; what a group says of its parts holds unless they say otherwise. */
export const paintDrawn = (painter: Painter, all: readonly Drawn[], given: Attributes = {}): void => {
  for (const drawn of all) drawOne(painter, drawn, given);
};
