import { describe, expect, it } from 'vitest';
import { contrast, fade, mix } from './colour.ts';
import { areaColour, type GroundToken, PALETTE, paletteSheet, SIDE_NUMBERS, THEMES, tokensOf } from './palette.ts';

const FLOORS: readonly GroundToken[] = ['land', 'paper', 'panel', 'outside'];

describe.each(THEMES)('the %s palette', (theme) => {
  const { grounds, sides } = PALETTE[theme];

  it('has side lines of 3:1 and side texts of 4.5:1 on every ground', () => {
    for (const number of SIDE_NUMBERS)
      for (const floor of FLOORS) {
        expect(contrast(sides[number].line, grounds[floor])).toBeGreaterThanOrEqual(3);
        expect(contrast(sides[number].text, grounds[floor])).toBeGreaterThanOrEqual(4.5);
      }
  });

  it('has inks of 4.5:1, a focus ring and control outlines of 3:1', () => {
    for (const floor of FLOORS) {
      for (const ink of ['ink', 'ink2', 'ink3', 'warn'] as const)
        expect(contrast(grounds[ink], grounds[floor])).toBeGreaterThanOrEqual(4.5);
      expect(contrast(grounds.focus, grounds[floor])).toBeGreaterThanOrEqual(3);
      expect(contrast(grounds.rule, grounds[floor])).toBeGreaterThanOrEqual(3);
    }
    expect(contrast(grounds.ink, grounds.mark)).toBeGreaterThanOrEqual(4.5);
  });

  it('moves weaker evidence towards the land and never past it', () => {
    for (const number of SIDE_NUMBERS) {
      const steps = ([0, 1, 2] as const).map((strength) => areaColour(theme, number, { strength, age: 0 }));
      const toLand = steps.map((colour) => contrast(colour, grounds.land));
      expect(toLand[0]).toBeGreaterThan(toLand[1] ?? 0);
      expect(toLand[1]).toBeGreaterThan(toLand[2] ?? 0);
    }
  });

  it('keeps the two main sides far apart in grey print', () => {
    expect(contrast(sides[1].fill, sides[2].fill)).toBeGreaterThan(1.5);
  });

  it('writes every token into the style sheet', () => {
    const sheet = paletteSheet();
    for (const [token, colour] of tokensOf(theme)) expect(sheet).toContain(`--${token}: ${colour};`);
  });
});

describe('colour arithmetic', () => {
  it('leaves a colour alone where nothing is mixed in or taken away', () => {
    expect(mix('#255b98', '#e9e6df', 0)).toBe('#255b98');
    expect(mix('#255b98', '#e9e6df', 1)).toBe('#e9e6df');
    expect(fade('#255b98', 1)).toBe('#255b98');
  });

  it('takes all chroma to grey', () => {
    const grey = fade('#cc8a4a', 0);
    expect(new Set([grey.slice(1, 3), grey.slice(3, 5), grey.slice(5, 7)]).size).toBe(1);
  });
});
