// A file of numbers named on the command line: all its faults are told before anything is assessed by it.
import type { Parameters } from '../assessment/parameters.ts';
import { parseParameters } from '../assessment/parameters-file.ts';
import { Fault } from '../model/outcome.ts';
import { SETTINGS } from '../settings.ts';
import { readTextFile } from './read-file.ts';
import { tell } from './terminal.ts';

const valueIn = (file: string): unknown => {
  try {
    return JSON.parse(readTextFile(file));
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new Fault('usage', `${file} is no JSON: ${cause.message}.`, { cause });
  }
};

/** `--parameters`, else WHOHOLDS_PARAMETERS; null where neither is given. */
export const parametersFrom = (flag: string | undefined): Parameters | null => {
  const file = flag ?? process.env[SETTINGS.parameters.variable];
  if (file === undefined || file === '') return null;
  const { fitted, faults } = parseParameters(valueIn(file));
  if (fitted !== null) return fitted.parameters;
  for (const { path, message } of faults) tell(`${file}: ${path === '' ? '' : `${path}: `}${message}`);
  const many = faults.length === 1 ? 'a fault' : `${faults.length} faults`;
  throw new Fault('usage', `${file} has ${many}, so nothing was assessed by it. Make it again with whoholds fit.`);
};
