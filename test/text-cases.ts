// Cases as text (docs/decisions/text-cases.md): `=== title`, a line with theatre and day where they are not the usual
// ones, a report, a line of dashes, and one line for each thing expected of it, in the notation of its folder.
// Invariant: nothing below the dashes says that nothing is expected.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface TextCase {
  readonly file: string;
  readonly title: string;
  readonly theatre: string;
  /** YYYY-MM-DD. */
  readonly published: string;
  readonly text: string;
  readonly expected: readonly string[];
}

const HEAD = /^theatre: (\S+) +published: (\S+)\n/;

const parseCase = (file: string, block: string): TextCase => {
  const end = block.indexOf('\n');
  const below = block.slice(end + 1);
  const [head = '', theatre = 'tiny', published = '2021-03-17'] = HEAD.exec(below) ?? [];
  const [text = '', expected = ''] = below.slice(head.length).split(/^---$/m);
  return {
    ...{ file, title: block.slice(0, end).trim(), theatre, published, text: text.trim() },
    expected: expected.split('\n').filter((line) => line.trim() !== ''),
  };
};

/** All cases of a folder of `test/cases`, in the order of its files. */
export const textCasesIn = (folder: string): readonly TextCase[] => {
  const path = join(import.meta.dirname, 'cases', folder);
  return readdirSync(path)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) =>
      readFileSync(join(path, name), 'utf8')
        .split(/^=== /m)
        .slice(1)
        .map((block) => parseCase(name, block)),
    );
};
