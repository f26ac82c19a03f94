// The first sentence, both dates, and the legend in words: what the picture says, said.

import { legendRows, legendSides } from '../src/drawing/legend.ts';
import { paintByVariable } from '../src/drawing/palette.ts';
import { drawPattern, fillOf, patternsOf } from '../src/drawing/patterns.ts';
import { draw } from '../src/drawing/scene.ts';
import { dayWords, headlineOf, longDayWords, places, sideName, tally, theSide } from '../src/drawing/words.ts';
import { addDays, isDay } from '../src/model/time.ts';
import { comparedHeadline, comparedSub } from './compare-words.ts';
import { make, mount, part } from './elements.ts';
import { type IconName, icon } from './icons.ts';
import type { Page, Shown } from './view.ts';
import { controlCell, type World } from './world.ts';

/** "as known on 31 August 2021", "as known at 2021-06-23 08:30 UTC" */
export const knownWords = (asOf: string | null): string => {
  if (asOf === null) return 'as known from all reports';
  return isDay(asOf) ? `as known on ${dayWords(asOf)}` : `as known at ${asOf.slice(0, 16).replace('T', ' ')} UTC`;
};

const sideSpan = (world: World, id: string, words: string): HTMLElement =>
  make('span', { class: `side-text-${world.numbers.get(id) ?? 6}` }, words);

export const showHeadline = ({ world }: Page, shown: Shown): void => {
  const sub = make(
    'span',
    { class: 'sub' },
    make('strong', {}, longDayWords(shown.on)),
    `, ${knownWords(shown.state.asOf)}`,
  );
  const heading = part('headline');
  if (shown.compared !== null) {
    heading.replaceChildren(comparedHeadline(shown.compared));
    sub.append(make('span', { class: 'compared-sub' }, comparedSub(shown.compared, world)));
  } else if (shown.cells.length === 0) {
    heading.replaceChildren('No report speaks of this day or one before it');
  } else if (world.counted !== null) {
    const words = headlineOf(tally(shown.cells.map(controlCell), world.counted), world.sides);
    heading.replaceChildren(words.before, sideSpan(world, world.counted, words.side), words.after);
  }
  part('subline').replaceChildren(sub);
  document.title = `${dayWords(shown.on)} · ${world.theatre.title} · whoholds`;
};

/** "23 June 2021. 46 places held by the Taliban, 14 claimed. 9 changed since 22 June 2021." */
export const announcement = ({ world }: Page, shown: Shown): string => {
  if (shown.compared !== null) return `${comparedHeadline(shown.compared)}.`;
  const day = `${dayWords(shown.on)}.`;
  if (world.counted === null) return day;
  const counts = tally(shown.cells.map(controlCell), world.counted);
  const count = shown.changes?.length ?? 0;
  const changed = count === 0 ? 'None' : String(count);
  return `${day} ${places(counts.held)} held by ${theSide(world.counted, world.sides)}, ${counts.claimed} claimed. ${changed} changed since ${dayWords(addDays(shown.on, -1))}.`;
};

const swatch = (
  look: Parameters<typeof fillOf>[0],
  outline: { token: Parameters<typeof paintByVariable>[0]; width: number; dash: string | null } | null,
) =>
  draw('svg', { class: 'swatch', viewBox: '0 0 26 18', width: 26, height: 18, 'aria-hidden': 'true' }, [
    draw('rect', {
      x: 2,
      y: 2,
      width: 22,
      height: 14,
      fill: fillOf(look, paintByVariable, 'key'),
      stroke: paintByVariable(outline?.token ?? 'hair'),
      'stroke-width': outline?.width ?? 1,
      'stroke-dasharray': outline?.dash ?? null,
    }),
  ]);

const SHAPES: readonly (readonly [IconName, string])[] = [
  ['city', 'city, town'],
  ['crossing', 'crossing'],
  ['base', 'base'],
];

/** Full colour, then the two steps towards grey. */
const AGES = [0, 1, 2] as const;

/** Drawn once: the forms never change. */
export const showLegend = (): void => {
  const rows = legendRows([1, 2]);
  const patterns = patternsOf(
    rows.flatMap(({ looks }) => looks),
    'key',
  ).map((pattern) => drawPattern(pattern, { paint: paintByVariable, prefix: 'key', zoom: 1 }));
  const items = rows.map(({ name, means, looks }) =>
    make(
      'li',
      {},
      make('span', { class: 'swatches' }, ...looks.map((look) => mount(swatch(look.fill, look.outline)))),
      make('span', {}, make('strong', {}, name), make('span', { class: 'means' }, ` ${means}`)),
    ),
  );
  const shapes = make(
    'p',
    { class: 'shapes' },
    ...SHAPES.map(([name, words]) => make('span', {}, mount(icon(name)), ` ${words}`)),
  );
  part('legend').replaceChildren(
    mount(draw('svg', { class: 'defs', width: 0, height: 0, 'aria-hidden': 'true' }, [draw('defs', {}, patterns)])),
    make('ul', { class: 'legend-sides', id: 'legend-sides' }),
    make('ul', { class: 'legend-forms' }, ...items),
    make(
      'p',
      { class: 'ages' },
      ...AGES.map((age) => make('span', { class: `age-${age}` })),
      'greyer: older last word',
    ),
    shapes,
  );
};

/** The sides in their colours: the two main ones, and whoever else holds something shown. */
export const showSides = ({ world }: Page, shown: Shown): void => {
  const items = legendSides(world.numbers, shown.cells).map((id) => {
    const number = world.numbers.get(id) ?? 6;
    return make(
      'li',
      {},
      make('span', { class: `side-dot side-fill-${number}`, 'aria-hidden': 'true' }),
      make('strong', { class: `side-text-${number}` }, sideName(id, world.sides)),
    );
  });
  part('legend-sides').replaceChildren(...items);
};
