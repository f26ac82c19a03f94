// The first sentence, both dates, and the legend in words: what the picture says, said.

import { drawChangeImage } from '../src/drawing/change-sign.ts';
import { comparedHeadline, comparedSub } from '../src/drawing/compare-words.ts';
import { signOf } from '../src/drawing/draw-changes.ts';
import { countOf, GROUPS } from '../src/drawing/find-changes.ts';
import { legendRows, legendSides } from '../src/drawing/legend.ts';
import { paintByVariable } from '../src/drawing/palette.ts';
import { drawPattern, fillOf, patternsOf } from '../src/drawing/patterns.ts';
import { draw } from '../src/drawing/scene.ts';
import { headlineOf, sideName, tally, theSide } from '../src/drawing/words.ts';
import { addDays, isDay } from '../src/model/time.ts';
import { make, mount, part } from './elements.ts';
import { type IconName, icon } from './icons.ts';
import type { Page, Shown } from './view.ts';
import { clockWords, dayWords, longDayWords, places, say, sayNumber, words } from './words.ts';
import { controlCell, type World } from './world.ts';

/** "as known on 31 August 2021", "as known at 2021-06-23 08:30 UTC" */
export const knownWords = (asOf: string | null): string => {
  const { headline } = words();
  if (asOf === null) return headline.knownAll;
  return isDay(asOf)
    ? say(headline.knownOn, { day: dayWords(asOf) })
    : say(headline.knownAt, { time: clockWords(asOf) });
};

const sideSpan = (world: World, id: string, name: string): HTMLElement =>
  make('span', { class: `side-text-${world.numbers.get(id) ?? 6}` }, name);

export const showHeadline = ({ world }: Page, shown: Shown): void => {
  const sub = make(
    'span',
    { class: 'sub' },
    make('strong', {}, longDayWords(shown.on)),
    say(words().headline.sub, { known: knownWords(shown.state.asOf) }),
  );
  const heading = part('headline');
  if (shown.compared !== null) {
    heading.replaceChildren(comparedHeadline(shown.compared, words()));
    sub.append(make('span', { class: 'compared-sub' }, comparedSub(shown.compared, world.counted, world.sides)));
  } else if (shown.cells.length === 0) {
    heading.replaceChildren(words().headline.silence);
  } else if (world.counted !== null) {
    const sentence = headlineOf(tally(shown.cells.map(controlCell), world.counted), world.sides);
    heading.replaceChildren(sentence.before, sideSpan(world, world.counted, sentence.side), sentence.after);
  }
  part('subline').replaceChildren(sub);
  document.title = say(words().headline.title, { day: dayWords(shown.on), theatre: world.theatre.title });
};

/** "23 June 2021. 46 places held by the Taliban, 14 claimed. 9 changed since 22 June 2021." */
export const announcement = ({ world }: Page, shown: Shown): string => {
  if (shown.compared !== null) return `${comparedHeadline(shown.compared, words())}.`;
  const { headline } = words();
  if (world.counted === null) return `${dayWords(shown.on)}.`;
  const counts = tally(shown.cells.map(controlCell), world.counted);
  const count = shown.changes?.length ?? 0;
  return say(headline.news, {
    day: dayWords(shown.on),
    places: places(counts.held),
    side: theSide(world.counted, world.sides),
    claimed: counts.claimed,
    changed: count === 0 ? headline.none : sayNumber(count),
    before: dayWords(addDays(shown.on, -1)),
  });
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

const SHAPES = ['city', 'crossing', 'base', 'road'] as const satisfies readonly IconName[];

/** Full colour, then the two steps towards grey. */
const AGES = [0, 1, 2] as const;

/** Drawn once: the forms never change. */
export const showLegend = (): void => {
  const rows = legendRows([1, 2], words());
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
    ...SHAPES.map((name) => make('span', {}, mount(icon(name)), ` ${words().legend[name]}`)),
  );
  part('legend').replaceChildren(
    mount(draw('svg', { class: 'defs', width: 0, height: 0, 'aria-hidden': 'true' }, [draw('defs', {}, patterns)])),
    make('ul', { class: 'legend-sides', id: 'legend-sides' }),
    make('ul', { class: 'legend-sides', id: 'legend-changes' }),
    make('ul', { class: 'legend-forms' }, ...items),
    make('p', { class: 'ages' }, ...AGES.map((age) => make('span', { class: `age-${age}` })), words().age.older),
    shapes,
  );
};

/** While two moments are compared: the sign of each kind of change that there is. */
const changeItems = ({ compared }: Shown): readonly HTMLElement[] =>
  GROUPS.flatMap((group) => {
    const [sign, n] = [signOf(group), countOf(compared?.changed ?? [], group)];
    if (sign === null || n === 0) return [];
    return [make('li', {}, mount(drawChangeImage(sign, paintByVariable)), words().compare.group[group].title)];
  });

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
  part('legend-changes').replaceChildren(...changeItems(shown));
};
