// A password from the person at the terminal, unseen and twice, or from a pipe's first line. Never from a flag: others can see those.
import { once } from 'node:events';
import { Fault } from '../model/outcome.ts';
import { tell } from './terminal.ts';

const MOST_CHARACTERS = 1000;

const firstLineOf = async (stream: NodeJS.ReadStream): Promise<string> => {
  let text = '';
  for await (const chunk of stream.setEncoding('utf8')) {
    text += chunk;
    if (text.includes('\n') || text.length > MOST_CHARACTERS) break;
  }
  return text.split(/\r?\n/)[0] ?? '';
};

const INTERRUPT = '\u0003';
const END = '\u0004';
const ERASE = new Set(['\u0008', '\u007f']);

/** What the keys typed so far make of the line, and whether it is finished. */
const typed = (line: string, keys: string): { readonly line: string; readonly done: boolean } => {
  for (const key of keys) {
    if (key === '\r' || key === '\n' || key === END) return { line, done: true };
    if (key === INTERRUPT) throw new Fault('usage', 'Stopped; nothing was written.');
    line = ERASE.has(key) ? [...line].slice(0, -1).join('') : line + key;
  }
  return { line, done: false };
};

const unseenLine = async (prompt: string): Promise<string> => {
  const { stdin } = process;
  process.stderr.write(prompt);
  stdin.setEncoding('utf8').setRawMode(true).resume();
  try {
    let state = { line: '', done: false };
    while (!state.done) {
      const [keys] = (await once(stdin, 'data')) as [string];
      state = typed(state.line, keys);
    }
    return state.line;
  } finally {
    stdin.setRawMode(false).pause();
    tell('');
  }
};

export const readPassword = async (name: string): Promise<string> => {
  if (!process.stdin.isTTY) return firstLineOf(process.stdin);
  const password = await unseenLine(`Password for ${name}: `);
  if (password === (await unseenLine('Once more: '))) return password;
  throw new Fault('usage', 'The two passwords are not the same; nothing was written.');
};
