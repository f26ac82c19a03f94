// Who says what in news of any kind (--marks): a text, a line of dashes, and a line for each saying: the speaker's words,
// the reporting words, and what is said in one or more pieces. "= NAME" follows a speaker who is named elsewhere.
import { describe, expect, it } from 'vitest';
import type { Marks } from '../src/model/claim.ts';
import { read } from '../src/reading/read.ts';
import { loadTheatre } from '../src/theatre/load.ts';
import { inventedReport } from './invented-report.ts';
import { textCasesIn } from './text-cases.ts';

const theatre = loadTheatre('open');

const lineOf = (text: string, { start, end, name, cue, content }: Marks['speakers'][number]): string => {
  const words = text.slice(start, end);
  const known = words.toLowerCase().includes(name.toLowerCase()) ? '' : ` = ${name}`;
  const said = content.map((span) => text.slice(span.start, span.end).replace(/\s+/g, ' '));
  return `${words}${known} | ${text.slice(cue.start, cue.end)} | ${said.join(' + ')}`;
};

describe('who says what', () => {
  it.each(textCasesIn('speakers'))('$file: $title', ({ text, published, expected }) => {
    const { marks } = read(inventedReport(text, published), theatre);
    expect(marks.speakers.map((mark) => lineOf(text, mark))).toEqual(expected);
  });
});
