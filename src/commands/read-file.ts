// A file named on the command line, as text; where it cannot be read the fault says which and why.
import { readFileSync } from 'node:fs';
import { Fault } from '../model/outcome.ts';

export const readTextFile = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'there is no such file' : message;
    throw new Fault('world', `Cannot read ${file}: ${why}.`, { cause });
  }
};
