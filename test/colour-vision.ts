// How colours look to people who see them otherwise, and how far two colours are apart.
// Vision: Machado, Oliveira and Fernandes 2009 at severity 1, on linear RGB; grey is relative luminance. Distance: CIEDE2000, D65.
import { luminance } from '../src/drawing/colour.ts';

export const VISIONS = ['normal', 'protan', 'deutan', 'tritan', 'grey'] as const;
export type Vision = (typeof VISIONS)[number];

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

const MACHADO: Readonly<Record<'protan' | 'deutan' | 'tritan', Matrix>> = {
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};
const TO_XYZ: Matrix = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041],
];
const WHITE: Triple = [0.95047, 1, 1.08883];

const times = (matrix: Matrix, [a, b, c]: Triple): Triple => {
  const row = ([x, y, z]: Triple): number => x * a + y * b + z * c;
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
};

const linear = (hex: string): Triple => {
  const channel = (at: number): number => {
    const v = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
};

/** Linear light as a person with this vision has it. */
const seen = (hex: string, vision: Vision): Triple => {
  if (vision === 'normal') return linear(hex);
  const grey = luminance(hex);
  if (vision === 'grey') return [grey, grey, grey];
  const [r, g, b] = times(MACHADO[vision], linear(hex)).map((v) => Math.min(1, Math.max(0, v)));
  return [r ?? 0, g ?? 0, b ?? 0];
};

const labOf = (light: Triple): Triple => {
  const xyz = times(TO_XYZ, light);
  const f = (at: 0 | 1 | 2): number => {
    const t = xyz[at] / WHITE[at];
    return t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116;
  };
  const [x, y, z] = [f(0), f(1), f(2)];
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
};

const RAD = Math.PI / 180;
const hueOf = (b: number, a: number): number => (a === 0 && b === 0 ? 0 : (Math.atan2(b, a) / RAD + 360) % 360);

/** The mean of two hues, and the way from one to the other; a grey has none of its own. */
const huesOf = (from: number, to: number, hasHue: boolean): { mean: number; way: number } => {
  if (!hasHue) return { mean: from + to, way: 0 };
  const way = ((to - from + 540) % 360) - 180;
  const sum = from + to;
  if (Math.abs(from - to) <= 180) return { mean: sum / 2, way };
  return { mean: (sum < 360 ? sum + 360 : sum - 360) / 2, way };
};

const weightsOf = (light: number, chroma: number, hue: number) => {
  const cos = (times: number, shift: number): number => Math.cos((times * hue + shift) * RAD);
  const t = 1 - 0.17 * cos(1, -30) + 0.24 * cos(2, 0) + 0.32 * cos(3, 6) - 0.2 * cos(4, -63);
  const off = (light - 50) ** 2;
  const turn = Math.sin(60 * RAD * Math.exp(-(((hue - 275) / 25) ** 2)));
  return {
    light: 1 + (0.015 * off) / Math.sqrt(20 + off),
    chroma: 1 + 0.045 * chroma,
    hue: 1 + 0.015 * chroma * t,
    turn: -2 * Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7)) * turn,
  };
};

const ciede2000 = ([l1, a1, b1]: Triple, [l2, a2, b2]: Triple): number => {
  const mean = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const g = (1 - Math.sqrt(mean ** 7 / (mean ** 7 + 25 ** 7))) / 2;
  const [x1, x2] = [a1 * (1 + g), a2 * (1 + g)];
  const [c1, c2] = [Math.hypot(x1, b1), Math.hypot(x2, b2)];
  const hue = huesOf(hueOf(b1, x1), hueOf(b2, x2), c1 * c2 !== 0);
  const weights = weightsOf((l1 + l2) / 2, (c1 + c2) / 2, hue.mean);
  const light = (l2 - l1) / weights.light;
  const chroma = (c2 - c1) / weights.chroma;
  const turned = (2 * Math.sqrt(c1 * c2) * Math.sin((hue.way * RAD) / 2)) / weights.hue;
  return Math.sqrt(light ** 2 + chroma ** 2 + turned ** 2 + weights.turn * chroma * turned);
};

const labs = new Map<string, Triple>();
const labSeen = (hex: string, vision: Vision): Triple => {
  const key = `${hex} ${vision}`;
  const known = labs.get(key);
  if (known !== undefined) return known;
  const lab = labOf(seen(hex, vision));
  labs.set(key, lab);
  return lab;
};

/** How far two colours are apart for a person with this vision; 2 can just be told when they touch. */
export const distanceOf = (a: string, b: string, vision: Vision): number =>
  a === b ? 0 : ciede2000(labSeen(a, vision), labSeen(b, vision));
