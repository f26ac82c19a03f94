// Who says what in news of any kind (--marks): a text, a line of dashes, and a line for each saying: the speaker's words,
// the reporting words, and what is said in one or more pieces. "= NAME" follows a speaker who is named elsewhere.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Marks } from '../src/model/claim.ts';
import { read } from '../src/reading/read.ts';
import { loadTheatre } from '../src/theatre/load.ts';
import { inventedReport } from './invented-report.ts';

const FOLDER = join(import.meta.dirname, 'cases', 'speakers');
const theatre = loadTheatre('open');

interface Case {
  readonly title: string;
  readonly text: string;
  readonly sayings: readonly string[];
}

const parseCase = (block: string): Case => {
  const [title = '', ...rest] = block.split('\n');
  const [text = '', sayings = ''] = rest.join('\n').split(/^---$/m);
  return {
    title: title.trim(),
    text: text.trim(),
    sayings: sayings.split('\n').filter((line) => line.trim() !== ''),
  };
};

const casesOf = (file: string): readonly Case[] =>
  readFileSync(join(FOLDER, file), 'utf8').split(/^=== /m).slice(1).map(parseCase);

const lineOf = (text: string, { start, end, name, cue, content }: Marks['speakers'][number]): string => {
  const words = text.slice(start, end);
  const known = words.toLowerCase().includes(name.toLowerCase()) ? '' : ` = ${name}`;
  const said = content.map((span) => text.slice(span.start, span.end).replace(/\s+/g, ' '));
  return `${words}${known} | ${text.slice(cue.start, cue.end)} | ${said.join(' + ')}`;
};

describe.each(readdirSync(FOLDER).filter((name) => name.endsWith('.txt')))('%s', (file) => {
  it.each(casesOf(file).map((one) => [one.title, one] as const))('%s', (_, one) => {
    const { marks } = read(inventedReport(one.text, '2021-03-17'), theatre);
    expect(marks.speakers.map((mark) => lineOf(one.text, mark))).toEqual(one.sayings);
  });
});
