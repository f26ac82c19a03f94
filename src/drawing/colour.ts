// Colour arithmetic in Oklab, where equal steps look equal. Colours are `#rrggbb` strings; nothing here knows a side.
type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

const TO_LMS: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const LMS_TO_OKLAB: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];
const OKLAB_TO_LMS: Matrix = [
  [1, 0.3963377774, 0.2158037573],
  [1, -0.1055613458, -0.0638541728],
  [1, -0.0894841775, -1.291485548],
];
const TO_LINEAR_RGB: Matrix = [
  [4.0767416621, -3.3077115913, 0.2309699292],
  [-1.2684380046, 2.6097574011, -0.3413193965],
  [-0.0041960863, -0.7034186147, 1.707614701],
];

const dot = (row: Triple, v: Triple): number => row[0] * v[0] + row[1] * v[1] + row[2] * v[2];
const times = (m: Matrix, v: Triple): Triple => [dot(m[0], v), dot(m[1], v), dot(m[2], v)];
const each = (v: Triple, f: (x: number) => number): Triple => [f(v[0]), f(v[1]), f(v[2])];
const unit = (x: number): number => Math.min(1, Math.max(0, x));

const linear = (hex: string): Triple => {
  const channel = (at: number): number => {
    const v = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
};

const toHex = (rgb: Triple): string => {
  const byte = (v: number): string => {
    const gamma = v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055;
    return Math.round(unit(gamma) * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${byte(unit(rgb[0]))}${byte(unit(rgb[1]))}${byte(unit(rgb[2]))}`;
};

const toOklab = (hex: string): Triple => times(LMS_TO_OKLAB, each(times(TO_LMS, linear(hex)), Math.cbrt));
const fromOklab = (lab: Triple): string =>
  toHex(
    times(
      TO_LINEAR_RGB,
      each(times(OKLAB_TO_LMS, lab), (x) => x ** 3),
    ),
  );

/** The colour a share `t` (0..1) of the way from a to b. */
export const mix = (a: string, b: string, t: number): string => {
  const [from, to] = [toOklab(a), toOklab(b)];
  return fromOklab([from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t, from[2] + (to[2] - from[2]) * t]);
};

/** The same lightness and hue with a share `keep` (0..1) of the chroma. */
export const fade = (colour: string, keep: number): string => {
  const [l, a, b] = toOklab(colour);
  return keep === 1 ? colour : fromOklab([l, a * keep, b * keep]);
};

/** Relative luminance as WCAG 2 defines it, 0..1. */
export const luminance = (colour: string): number => dot([0.2126, 0.7152, 0.0722], linear(colour));

/** WCAG 2 contrast ratio, 1..21. */
export const contrast = (a: string, b: string): number => {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
};
