// Writing a file that a flag names; what goes wrong says which file, and what to do.
import { writeFileSync } from 'node:fs';
import { Fault } from '../model/outcome.ts';

export const writeBytes = (file: string, bytes: string | Uint8Array): void => {
  try {
    writeFileSync(file, bytes);
  } catch (cause) {
    throw new Fault('world', `Cannot write ${file}: ${(cause as Error).message}. Give another --out.`, { cause });
  }
};

export const writeTextFile = (file: string, text: string): void => writeBytes(file, text);
