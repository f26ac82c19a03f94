// The legend printed on a picture: the sides, every form with its meaning, the steps towards grey, the signs of changes.
import type { Assessment } from '../model/control.ts';
import type { ControlCell } from './cell.ts';
import { drawChangeSign } from './change-sign.ts';
import { signOf } from './draw-changes.ts';
import { type Compared, countOf, GROUPS } from './find-changes.ts';
import { inDigits } from './language.ts';
import { type LegendRow, legendRows, legendSides } from './legend.ts';
import { drawPattern, fillOf, patternsOf } from './patterns.ts';
import { across, EDGE, type Frame, text } from './picture-frame.ts';
import { type Drawn, draw } from './scene.ts';
import { numberSides } from './sides.ts';
import { nameSides, sideName } from './words.ts';

/** The sides' names in their colours, one below the other, ending at `bottom`. */
const drawSideNames = (frame: Frame, ids: readonly string[], bottom: number): readonly Drawn[] => {
  const { paint, theatre, words } = frame;
  const numbers = numberSides(theatre.sides);
  const sides = nameSides(theatre.sides, words);
  return ids.flatMap((id, at) => {
    const [y, number] = [bottom - (ids.length - 1 - at) * 20, numbers.get(id) ?? 6];
    return [
      draw('rect', {
        x: across(frame, EDGE, 11),
        y: y - 10,
        width: 11,
        height: 11,
        fill: paint(`side-${number}-area-00`),
      }),
      text(
        frame,
        { x: EDGE + 17, y, words: sideName(id, sides) },
        { size: 13, weight: 640, fill: paint(`side-${number}-text`) },
      ),
    ];
  });
};

const drawLegendRow = (frame: Frame, { name, means, looks }: LegendRow, top: number): readonly Drawn[] => [
  ...looks.map((look, nth) =>
    draw('rect', {
      x: across(frame, EDGE + nth * 26, 22),
      y: top,
      width: 22,
      height: 15,
      fill: fillOf(look.fill, frame.paint, 'key'),
      stroke: frame.paint(look.outline?.token ?? 'hair'),
      'stroke-width': look.outline?.width ?? 1,
      'stroke-dasharray': look.outline?.dash ?? null,
    }),
  ),
  text(
    frame,
    { x: EDGE + 58, y: top + 12, words: [draw('tspan', { 'font-weight': 640 }, [name]), ` ${means}`] },
    {
      size: 12,
      fill: frame.paint('ink'),
    },
  ),
];

/** What the three steps towards grey mean. */
const drawAges = (frame: Frame, top: number): readonly Drawn[] => [
  ...([0, 1, 2] as const).map((age) =>
    draw('rect', {
      x: across(frame, EDGE + age * 16, 15),
      y: top,
      width: 15,
      height: 15,
      fill: frame.paint(`side-2-area-0${age}`),
    }),
  ),
  text(frame, { x: EDGE + 58, y: top + 12, words: frame.words.age.older }, { size: 12, fill: frame.paint('ink2') }),
];

/** The signs of the kinds of change that there are, with how many of each, ending at `bottom`. */
const drawChangeRows = (frame: Frame, { changed }: Compared<ControlCell>, bottom: number): readonly Drawn[] => {
  const { paint, words } = frame;
  const rows = GROUPS.filter((group) => countOf(changed, group) > 0);
  return rows.flatMap((group, at) => {
    const y = bottom - (rows.length - 1 - at) * 20;
    const sign = signOf(group);
    const [left, top] = [across(frame, EDGE - 2, 16), y - 13];
    const title = [draw('tspan', { 'font-weight': 640 }, [inDigits(countOf(changed, group), words)])];
    return [
      ...(sign === null ? [] : [draw('g', { transform: `translate(${left} ${top})` }, drawChangeSign(sign, paint))]),
      text(
        frame,
        { x: EDGE + 17, y, words: [...title, ` ${words.compare.group[group].title}`] },
        { size: 12, fill: paint('ink') },
      ),
    ];
  });
};

const SHAPES = [
  ['●', 'city'],
  ['◆', 'crossing'],
  ['■', 'base'],
  ['▬', 'road'],
] as const;

/** What kind of thing a sign stands for. */
const drawShapes = (frame: Frame, top: number): Drawn => {
  const { paint, words } = frame;
  const told = SHAPES.map(([sign, name]) => `${sign} ${words.legend[name]}`).join('   ');
  return text(frame, { x: EDGE, y: top + 12, words: told }, { size: 12, fill: paint('ink2') });
};

export const drawSwatches = (frame: Frame, cells: readonly Assessment[]): readonly Drawn[] => {
  const { paint, options, theatre, words } = frame;
  const rows = legendRows([1, 2], words);
  const top = options.height - 258;
  const sides = legendSides(numberSides(theatre.sides), cells);
  const looks = rows.flatMap((row) => row.looks);
  const patterns = patternsOf(looks, 'key').map((pattern) => drawPattern(pattern, { paint, prefix: 'key', zoom: 1 }));
  return [
    draw('defs', {}, patterns),
    ...(options.compared ? drawChangeRows(frame, options.compared, top - 25 - sides.length * 20) : []),
    ...drawSideNames(frame, sides, top - 15),
    ...rows.flatMap((row, at) => drawLegendRow(frame, row, top + at * 24)),
    ...drawAges(frame, top + rows.length * 24),
    drawShapes(frame, top + (rows.length + 1) * 24),
  ];
};
