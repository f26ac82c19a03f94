// Dates against a benchmark folder kept outside the repository: `node bench/dates.ts FOLDER [--errors]`.
// input.jsonl: id, published, text; gold.jsonl: id, days (any of them is right; none: no single day is said), start, end.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesSource } from '../src/intake/sources.ts';
import type { Marks } from '../src/model/claim.ts';
import { overlaps } from '../src/model/text.ts';
import { loadTheatre } from '../src/theatre/load.ts';
import { readItem } from '../src/whoholds.ts';

type DateMark = Marks['dates'][number];

interface Gold {
  readonly id: string;
  readonly days: readonly string[];
  readonly start: number | null;
  readonly end: number | null;
}

interface Outcome {
  readonly gold: Gold;
  readonly text: string;
  readonly marks: readonly DateMark[];
  readonly right: boolean;
}

const readGold = (folder: string): readonly Gold[] =>
  readFileSync(join(folder, 'gold.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Gold);

const isDay = ({ when }: DateMark): boolean => when.earliest !== null && when.earliest === when.latest;

/** A dated sentence needs one of its days where it is said; one without a day needs to be left without any date. */
const isRight = ({ days, start, end }: Gold, marks: readonly DateMark[]): boolean => {
  const single = marks.filter(isDay);
  if (days.length === 0) return marks.every(({ when }) => when.earliest === null);
  const span = { start: start ?? 0, end: end ?? 0 };
  return single.some((mark) => overlaps(mark, span) && days.includes(mark.when.earliest ?? ''));
};

const readMarks = async (folder: string): Promise<ReadonlyMap<string, Pick<Outcome, 'text' | 'marks'>>> => {
  const theatre = loadTheatre('open');
  const found = new Map<string, Pick<Outcome, 'text' | 'marks'>>();
  for await (const item of filesSource([join(folder, 'input.jsonl')])) {
    const read = readItem(item, theatre);
    if (!read.ok) continue;
    const id = read.item.file.slice(read.item.file.lastIndexOf('#') + 1);
    found.set(id, { text: read.report.text, marks: read.reading.marks.dates });
  }
  return found;
};

const describe = ({ gold, text, marks }: Outcome): string => {
  const wanted = gold.days.length === 0 ? 'no day' : gold.days.join(' or ');
  const read = marks.map((mark) => `“${text.slice(mark.start, mark.end)}” ${mark.when.earliest}..${mark.when.latest}`);
  return `${gold.id}: ${text}\n    wanted ${wanted}; read ${read.join(', ') || 'nothing'}`;
};

const share = (part: number, of: number): string => `${part} of ${of} (${(part / of).toFixed(3)})`;

const run = async (folder: string, showErrors: boolean): Promise<void> => {
  const found = await readMarks(folder);
  const outcomes = readGold(folder).map((gold): Outcome => {
    const { text, marks } = found.get(gold.id) ?? { text: '', marks: [] };
    return { gold, text, marks, right: isRight(gold, marks) };
  });
  const dated = outcomes.filter(({ gold }) => gold.days.length > 0);
  const undated = outcomes.filter(({ gold }) => gold.days.length === 0);
  if (showErrors) for (const outcome of outcomes.filter(({ right }) => !right)) console.log(describe(outcome));
  console.log(`accuracy      ${share(dated.filter(({ right }) => right).length, dated.length)}`);
  console.log(`false alarms  ${share(undated.filter(({ right }) => !right).length, undated.length)}`);
};

const [folder, ...flags] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: node bench/dates.ts FOLDER [--errors]');
  process.exit(2);
}
await run(folder, flags.includes('--errors'));
