// One number against the ledger's own count, drawn on a line: the number said, the 80 % interval, what had been named.
// Invariant: nothing is joined or filled between them; the words beside it say the same.
import { paintByVariable, type SideNumber, type Token } from '../../src/drawing/palette.ts';
import { type Drawn, draw } from '../../src/drawing/scene.ts';
import type { AggregateAnswer } from '../answers.ts';
import { sayNumber } from '../words.ts';

const WIDTH = 360;
const HEIGHT = 64;
const [LEFT, RIGHT] = [8, WIDTH - 8];
const LINE = 34;

type Shown = AggregateAnswer & {
  readonly stated: NonNullable<AggregateAnswer['stated']>;
  readonly ledger: NonNullable<AggregateAnswer['ledger']>;
};

const scaleOf = ({ stated, ledger, named }: Shown) => {
  const most = Math.max(stated.number, ledger.high, ledger.heard.high, named?.length ?? 0, 1) * 1.12;
  return (value: number): number => LEFT + (Math.min(value, most) / most) * (RIGHT - LEFT);
};

const bar = ([from, until]: readonly [number, number], height: number, token: 'hair' | 'rule'): Drawn =>
  draw('rect', {
    x: from,
    y: LINE - height / 2,
    width: Math.max(2, until - from),
    height,
    fill: paintByVariable(token),
  });

const label = ([x, y]: readonly [number, number], words: string, weight = 400): Drawn => {
  const anchor = x < LEFT + 30 ? 'start' : x > RIGHT - 30 ? 'end' : 'middle';
  return draw('text', { x, y, 'text-anchor': anchor, 'font-weight': weight, fill: paintByVariable('ink') }, [words]);
};

/** An arrow where the number is only a bound, a bracket where it is "about". */
const reachOf = (x: number, { number, least, most }: Shown['stated'], at: (value: number) => number): string => {
  if (least >= number && most > number) return `M${x} ${LINE}h14l-4 -4m4 4l-4 4`;
  if (most <= number && least < number) return `M${x} ${LINE}h-14l4 -4m-4 4l4 4`;
  return least < most ? `M${at(least)} ${LINE - 4}v8m0 -4H${at(most)}m0 -4v8` : '';
};

const statedMark = (stated: Shown['stated'], at: (value: number) => number, token: Token): Drawn => {
  const x = at(stated.number);
  return draw('path', {
    d: `M${x} ${LINE - 14}V${LINE + 14}${reachOf(x, stated, at)}`,
    stroke: paintByVariable(token),
    'stroke-width': 2.4,
    fill: 'none',
  });
};

/** `side`: the number of the speaker's colour; null for those on no side. */
export const drawCountPicture = (shown: Shown, side: SideNumber | null, told: string): Drawn => {
  const at = scaleOf(shown);
  const { stated, ledger, named } = shown;
  const token = side === null ? 'ink' : (`side-${side}-line` as const);
  const count = named?.length ?? null;
  return draw('svg', { class: 'count-picture', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': told }, [
    draw('path', { d: `M${LEFT} ${LINE}H${RIGHT}`, stroke: paintByVariable('hair'), 'stroke-width': 1 }),
    draw('path', { d: `M${LEFT} ${LINE - 5}v10`, stroke: paintByVariable('rule'), 'stroke-width': 1 }),
    bar([at(ledger.low), at(ledger.high)], 16, 'hair'),
    bar([at(ledger.heard.low), at(ledger.heard.high)], 8, 'rule'),
    ...(count === null
      ? []
      : [
          draw('circle', {
            ...{ cx: at(count), cy: LINE, r: 5, 'stroke-width': 2 },
            fill: paintByVariable('paper'),
            stroke: paintByVariable('ink'),
          }),
        ]),
    statedMark(stated, at, token),
    label([at(stated.number), 14], sayNumber(stated.number), 640),
    label([LEFT, HEIGHT - 2], sayNumber(0)),
    ...(count === null ? [] : [label([at(count), HEIGHT - 2], count < 2 ? '' : sayNumber(count))]),
  ]);
};
