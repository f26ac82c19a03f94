// The one home of every colour: grounds, six sides, and the steps of strength and age derived from them.
// Invariant: lines reach 3:1 and texts 4.5:1 on every ground in both themes; palette.test.ts computes it.
import { fade, mix } from './colour.ts';

export const THEMES = ['light', 'dark'] as const;
export type ThemeName = (typeof THEMES)[number];

export const GROUNDS = [
  'paper',
  'panel',
  'outside',
  'land',
  'hair',
  'rule',
  'ink',
  'ink2',
  'ink3',
  'focus',
  'warn',
  'mark',
] as const;
export type GroundToken = (typeof GROUNDS)[number];

export const SIDE_NUMBERS = [1, 2, 3, 4, 5, 6] as const;
export type SideNumber = (typeof SIDE_NUMBERS)[number];
/** 0 = full, 1 and 2 = less sure (strength) or older (age). */
export type Grade = 0 | 1 | 2;

interface SideColours {
  readonly fill: string;
  readonly line: string;
  readonly text: string;
}

interface Theme {
  readonly grounds: Readonly<Record<GroundToken, string>>;
  readonly sides: Readonly<Record<SideNumber, SideColours>>;
}

const side = (fill: string, line: string = fill, text: string = line): SideColours => ({ fill, line, text });

export const PALETTE: Readonly<Record<ThemeName, Theme>> = {
  light: {
    grounds: {
      paper: '#fbfaf8',
      panel: '#ffffff',
      outside: '#f3f1ec',
      land: '#e9e6df',
      hair: '#cfcac0',
      rule: '#817c72',
      ink: '#1d1f22',
      ink2: '#4a4d52',
      ink3: '#63666b',
      focus: '#0b57d0',
      warn: '#8a3b00',
      mark: '#ffe9a8',
    },
    sides: {
      1: side('#255b98'),
      2: side('#cc8a4a', '#b0702e', '#95570b'),
      3: side('#4a2d49'),
      4: side('#2a8d86', '#2a8d86', '#00726c'),
      5: side('#aa5056', '#aa5056', '#a34a50'),
      6: side('#c4c25c', '#858208', '#6c6900'),
    },
  },
  dark: {
    grounds: {
      paper: '#121417',
      panel: '#1a1d21',
      outside: '#15181b',
      land: '#282c31',
      hair: '#3c4148',
      rule: '#7d848d',
      ink: '#eceae6',
      ink2: '#c2c3c4',
      ink3: '#9da1a6',
      focus: '#8ab4ff',
      warn: '#ffb27a',
      mark: '#5a4a14',
    },
    sides: {
      1: side('#4f7fc4', '#4f7fc4', '#6596dd'),
      2: side('#e6b27c'),
      3: side('#755374', '#926e90', '#ae89ac'),
      4: side('#3fb2ab'),
      5: side('#c2787b', '#c2787b', '#ca8082'),
      6: side('#e2ee9c'),
    },
  },
};

const TOWARDS_LAND: Readonly<Record<Grade, number>> = { 0: 0, 1: 0.24, 2: 0.46 };
const CHROMA_KEPT: Readonly<Record<Grade, number>> = { 0: 1, 1: 0.55, 2: 0.2 };

/** A side's area colour: weaker evidence moves it towards the land, older evidence takes its chroma. */
export const areaColour = (theme: ThemeName, number: SideNumber, steps: { strength: Grade; age: Grade }): string => {
  const { grounds, sides } = PALETTE[theme];
  const { fill } = sides[number];
  const shaded = steps.strength === 0 ? fill : mix(fill, grounds.land, TOWARDS_LAND[steps.strength]);
  return fade(shaded, CHROMA_KEPT[steps.age]);
};

export type Token = GroundToken | `side-${SideNumber}-${'line' | 'text'}` | `side-${SideNumber}-area-${Grade}${Grade}`;

const GRADES: readonly Grade[] = [0, 1, 2];

const areaTokens = (theme: ThemeName, number: SideNumber): readonly (readonly [Token, string])[] =>
  GRADES.flatMap((strength) =>
    GRADES.map(
      (age) => [`side-${number}-area-${strength}${age}`, areaColour(theme, number, { strength, age })] as const,
    ),
  );

/** Every token of a theme with its colour, in a fixed order. */
export const tokensOf = (theme: ThemeName): ReadonlyMap<Token, string> => {
  const { grounds, sides } = PALETTE[theme];
  const ofSide = (number: SideNumber): readonly (readonly [Token, string])[] => [
    ...areaTokens(theme, number),
    [`side-${number}-line`, sides[number].line],
    [`side-${number}-text`, sides[number].text],
  ];
  return new Map<Token, string>([
    ...GROUNDS.map((name) => [name, grounds[name]] as const),
    ...SIDE_NUMBERS.flatMap(ofSide),
  ]);
};

/** Turns a token into what an attribute takes: a colour for pictures, a custom property for the page. */
export type Paint = (token: Token) => string;

export const paintWith = (theme: ThemeName): Paint => {
  const tokens = tokensOf(theme);
  return (token) => tokens.get(token) ?? tokens.get('ink') ?? '';
};

export const paintByVariable: Paint = (token) => `var(--${token})`;

const declarations = (theme: ThemeName): string =>
  [...tokensOf(theme)].map(([token, colour]) => `  --${token}: ${colour};`).join('\n');

/** The style sheet of custom properties that the page links: light, dark by the system's wish, and either by choice. */
export const paletteSheet = (): string =>
  [
    `:root {\n  color-scheme: light dark;\n${declarations('light')}\n}`,
    `@media (prefers-color-scheme: dark) {\n:root:not([data-theme='light']) {\n${declarations('dark')}\n}\n}`,
    `:root[data-theme='light'] {\n  color-scheme: light;\n}`,
    `:root[data-theme='dark'] {\n  color-scheme: dark;\n${declarations('dark')}\n}`,
    ...SIDE_NUMBERS.map(
      (number) =>
        `.side-text-${number} { color: var(--side-${number}-text); }\n.side-fill-${number} { background: var(--side-${number}-area-00); }`,
    ),
    '',
  ].join('\n');
