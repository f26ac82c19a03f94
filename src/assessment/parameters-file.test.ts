// A file of numbers is checked at the border: all its faults at once, each with its path.
import { describe, expect, it } from 'vitest';
import type { Fitted } from './fitted.ts';
import { MARK_NAMES, type ModelParameters } from './model-parameters.ts';
import { hashParameters, PARAMETERS, type Parameters } from './parameters.ts';
import { parseParameters } from './parameters-file.ts';

const named = (parameters: Parameters): Fitted => ({
  ...{ version: parameters.version, hash: hashParameters(parameters), parameters },
  origin: {
    ...{ theatre: { id: 'tiny', version: '1' }, seq: 7, cells: 9, reportDays: 1200, anchors: 0, rounds: 8, gain: 5e-5 },
    statements: Object.fromEntries(MARK_NAMES.map((mark) => [mark, 1])) as Fitted['origin']['statements'],
    from: { version: 'author-default-1', hash: 'par_0' },
  },
});
const withModel = (model: Partial<ModelParameters>): Fitted =>
  named({ ...PARAMETERS, model: { ...PARAMETERS.model, ...model } });
const witness = (...row: readonly [number, number, number, number]): Fitted =>
  withModel({ marks: { ...PARAMETERS.model.marks, witness: row } });
const throughText = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const faultsOf = (value: unknown): readonly string[] =>
  parseParameters(throughText(value)).faults.map(({ path, message }) => `${path}: ${message}`);

describe('a file of numbers', () => {
  it('gives back what was written, to the last digit', () => {
    const learned = witness(0.0312345, 0.2, 0.41, 0.25);
    const { fitted, faults } = parseParameters(throughText(learned));
    expect(faults).toEqual([]);
    expect(fitted).toEqual(learned);
    expect(hashParameters(fitted?.parameters ?? PARAMETERS)).toBe(learned.hash);
  });

  it('may have its fields in any order', () => {
    const { origin, ...rest } = named(PARAMETERS);
    const { model, ...others } = rest.parameters;
    const { fitted, faults } = parseParameters(throughText({ origin, ...rest, parameters: { model, ...others } }));
    expect(faults).toEqual([]);
    expect(fitted?.hash).toBe(hashParameters(PARAMETERS));
  });

  it('may hold rows of named sources', () => {
    const learned = withModel({ sources: { 'ivo hale [red]': { 'own-capture': [0.1, 0.2, 0.5, 0.3] } } });
    expect(parseParameters(throughText(learned)).fitted).toEqual(learned);
    const turned = withModel({ sources: { 'ivo hale [red]': { 'own-capture': [0.5, 0.2, 0.1, 0.3] } } });
    expect(faultsOf(turned)).toEqual([
      'parameters.model.sources.ivo hale [red].own-capture: must keep the sign, the order and the least worth of its class',
    ]);
  });

  it('is refused where the numbers were changed after they were named', () => {
    const file = named(PARAMETERS);
    const changed = { ...file, parameters: { ...PARAMETERS, undatedDays: 8 } };
    expect(faultsOf(changed)).toEqual([expect.stringMatching(/^hash: is par_\w+, and these numbers make par_\w+/)]);
    expect(faultsOf({ ...file, version: 'mine' })).toEqual(['version: must be author-default-1, as inside']);
  });

  it('is refused where a row has lost its sign, its order or the worth of an admission', () => {
    const meaning = 'must keep the sign, the order and the least worth of its class';
    expect(faultsOf(witness(0.4, 0.2, 0.05, 0.25))).toEqual([`parameters.model.marks.witness: ${meaning}`]);
    expect(faultsOf(witness(0.05, 0.3, 0.4, 0.25))).toEqual([`parameters.model.marks.witness: ${meaning}`]);
    const weak = withModel({ marks: { ...PARAMETERS.model.marks, 'local-concession': [0.02, 0.04, 0.45, 0.1] } });
    expect(faultsOf(weak)).toEqual([`parameters.model.marks.local-concession: ${meaning}`]);
  });

  it('is refused where a row is no probability, or does not sum to one', () => {
    expect(faultsOf(witness(0, 0.2, 0.4, 0.25))).toEqual(['parameters.model.marks.witness: must lie between 0 and 1']);
    const [, ...rest] = PARAMETERS.model.transitions;
    const broken = withModel({ transitions: [[0.9, 0.2, 0, 0], ...rest], presence: [0.04, 0.45, 1.2, 0.04] });
    expect(faultsOf(broken)).toEqual([
      'parameters.model.transitions.0: must sum to 1',
      'parameters.model.presence: must lie between 0 and 1',
    ]);
  });

  it('tells every field that is missing, unknown or of another kind, all at once', () => {
    const { undatedDays: _left, ...some } = PARAMETERS;
    const faults = faultsOf({ ...named(PARAMETERS), parameters: { ...some, mine: 1, namedDays: 'two' } });
    expect(faults).toHaveLength(3);
    expect(faults.join('\n')).toMatch(/undatedDays/);
    expect(faults.join('\n')).toMatch(/namedDays/);
    expect(faults.join('\n')).toMatch(/mine/);
    expect(parseParameters(null).fitted).toBeNull();
    expect(faultsOf([])).toHaveLength(1);
  });
});
