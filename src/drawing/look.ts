// From an assessed cell to its look: hue says who holds it, form says how sure. Silence stays bare land.
import type { SideId } from '../model/actor.ts';
import { ageOf, type ControlCell, strengthOf } from './cell.ts';
import type { Grade, SideNumber, Token } from './palette.ts';

export type PatternForm = 'claimed' | 'threatened' | 'contested' | 'disputed' | 'emptied';

export interface Pattern {
  readonly form: PatternForm;
  /** The holder first; for disputed every party in the theatre's order. */
  readonly sides: readonly SideNumber[];
  readonly age: Grade;
}

export interface Outline {
  readonly token: Token;
  readonly width: number;
  readonly dash: string | null;
}

export interface Look {
  readonly fill: { readonly token: Token } | { readonly pattern: Pattern };
  readonly outline: Outline | null;
}

export const BARE: Look = { fill: { token: 'land' }, outline: null };

type Numbers = ReadonlyMap<SideId, SideNumber>;
const numberOf = (id: SideId | null, numbers: Numbers): SideNumber => (id === null ? 6 : (numbers.get(id) ?? 6));

const outline = (token: Token, width: number, dash: string | null = null): Outline => ({ token, width, dash });
const patterned = (form: PatternForm, sides: readonly SideNumber[], age: Grade): Look['fill'] => ({
  pattern: { form, sides, age },
});

const partiesOf = (cell: ControlCell, numbers: Numbers): readonly SideNumber[] => {
  const ids = cell.holder === null || cell.holder === 'none' ? cell.against : [cell.holder, ...cell.against];
  return [...new Set(ids.map((id) => numberOf(id, numbers)))];
};

/** Age thins the rim too, so that it survives grey print. */
const confirmedLook = (cell: ControlCell, holder: SideNumber): Look => {
  const age = ageOf(cell);
  const widths = { 0: 1.2, 1: 0.8, 2: 1 } as const;
  return {
    fill: { token: `side-${holder}-area-${strengthOf(cell)}${age}` },
    outline: outline(`side-${holder}-line`, widths[age], age === 2 ? '1 2' : null),
  };
};

const threatenedLook = (cell: ControlCell, numbers: Numbers, holder: SideNumber): Look => ({
  fill: patterned('threatened', [holder], ageOf(cell)),
  outline: outline(`side-${numberOf(cell.against[0] ?? null, numbers)}-line`, 2.2),
});

const undeterminedLook = (cell: ControlCell, numbers: Numbers): Look => {
  if (cell.holder === 'none') return { fill: patterned('emptied', [], 0), outline: outline('rule', 1.2, '1 3') };
  const stale = cell.flags.includes('stale') && cell.holder !== null;
  return stale ? { ...BARE, outline: outline(`side-${numberOf(cell.holder, numbers)}-line`, 1, '1 3') } : BARE;
};

/** The look of a cell; `numbers` comes from numberSides. */
export const lookOf = (cell: ControlCell, numbers: Numbers): Look => {
  const holder = numberOf(cell.holder, numbers);
  switch (cell.status) {
    case 'confirmed':
      return cell.holder === null || cell.holder === 'none'
        ? undeterminedLook(cell, numbers)
        : confirmedLook(cell, holder);
    case 'claimed':
      return {
        fill: patterned('claimed', [holder], ageOf(cell)),
        outline: outline(`side-${holder}-line`, 1.5, '4 2.5'),
      };
    case 'threatened':
      return threatenedLook(cell, numbers, holder);
    case 'contested':
      return { fill: patterned('contested', partiesOf(cell, numbers), 0), outline: outline('ink2', 1.2) };
    case 'disputed':
      return { fill: patterned('disputed', partiesOf(cell, numbers), 0), outline: outline('ink', 1.4) };
    case 'undetermined':
      return undeterminedLook(cell, numbers);
  }
};
