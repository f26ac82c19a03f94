// Press releases annotated by others, against the reading: `node bench/isaf.ts FOLDER [--errors]`. The folder holds
// input.jsonl (id, outlet, text) and gold.jsonl (id, date, province, killed); neither is part of the project.
// Invariant: one answer a release: the day of its first dated incident, the provinces of its incidents, all who died.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesSource } from '../src/intake/sources.ts';
import type { Incident, Kind, Reading } from '../src/model/claim.ts';
import type { Theatre } from '../src/model/theatre.ts';
import { loadTheatre } from '../src/theatre/load.ts';
import { readItem } from '../src/whoholds.ts';

interface Gold {
  readonly id: string;
  readonly date: string;
  readonly province: readonly string[];
  readonly killed: number;
}

interface Answer {
  readonly day: string | null;
  readonly provinces: readonly string[];
  readonly killed: number;
  readonly control: number;
}

interface Judged {
  readonly gold: Gold;
  readonly answer: Answer;
}

const linesOf = (file: string): readonly Gold[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Gold);

/** Kinds that say who holds; in these releases "captured" means people. */
const CONTROL: readonly Kind[] = ['capture', 'recapture', 'hold', 'loss', 'surrender'];

const firstDay = (incidents: readonly Incident[]): string | null =>
  incidents.find(({ when }) => when.earliest !== null && when.earliest === when.latest)?.when.earliest ?? null;

/** Accounts of one event count once, by the highest of them. */
const killedIn = (incidents: readonly Incident[]): number => {
  const happened = incidents.filter(({ modality, polarity }) => modality !== 'planned' && polarity === 'affirmed');
  const events = Map.groupBy(happened, ({ id, sameEvent }) => sameEvent ?? id);
  return [...events.values()].reduce((sum, all) => sum + Math.max(...all.map((one) => one.fatalities?.low ?? 0)), 0);
};

const answerOf = ({ incidents, claims }: Reading): Answer => ({
  day: firstDay(incidents),
  provinces: [...new Set(incidents.map(({ place }) => place?.province ?? null).filter((name) => name !== null))],
  killed: killedIn(incidents),
  control: claims.filter(({ kind, polarity }) => polarity === 'affirmed' && CONTROL.includes(kind)).length,
});

/** Provinces as the theatre names them, whatever the gold's spelling. */
const provincesOf = ({ province }: Gold, { gazetteer }: Theatre): readonly string[] =>
  province.flatMap((name) =>
    gazetteer
      .lookup(name)
      .map((id) => gazetteer.get(id))
      .filter((place) => place?.kind === 'province')
      .map((place) => place?.name ?? name),
  );

const hasDay = ({ gold, answer }: Judged): boolean => answer.day === gold.date;
const hasKilled = ({ gold, answer }: Judged): boolean => answer.killed === gold.killed;
const hasProvince =
  (theatre: Theatre) =>
  ({ gold, answer }: Judged): boolean => {
    const wanted = provincesOf(gold, theatre);
    return wanted.length === 0 || wanted.some((name) => answer.provinces.includes(name));
  };

const share = (part: readonly unknown[], all: readonly unknown[]): string => {
  const figure = all.length === 0 ? 0 : part.length / all.length;
  return `${figure.toFixed(3)} (${part.length} of ${all.length})`;
};

const read = async (folder: string, theatre: Theatre): Promise<readonly Judged[]> => {
  const golds = new Map(linesOf(join(folder, 'gold.jsonl')).map((gold) => [gold.id, gold]));
  const judged: Judged[] = [];
  for await (const item of filesSource([join(folder, 'input.jsonl')])) {
    const one = readItem(item, theatre);
    const gold = one.ok ? golds.get(one.item.file.split('#').at(-1) ?? '') : undefined;
    if (one.ok && gold !== undefined) judged.push({ gold, answer: answerOf(one.reading) });
  }
  return judged;
};

const errorsOf = (all: readonly Judged[], theatre: Theatre): readonly string[] =>
  all.flatMap((one) => {
    const { gold, answer } = one;
    return [
      ...(hasDay(one) ? [] : [`${gold.id} day: got ${answer.day}, gold ${gold.date}`]),
      ...(hasProvince(theatre)(one) ? [] : [`${gold.id} province: got ${answer.provinces}, gold ${gold.province}`]),
      ...(hasKilled(one) ? [] : [`${gold.id} killed: got ${answer.killed}, gold ${gold.killed}`]),
      ...(answer.control > 0 ? [`${gold.id} control: ${answer.control}`] : []),
    ];
  });

const [folder, ...flags] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Say the folder that holds input.jsonl and gold.jsonl.');
  process.exit(2);
}
const theatre = loadTheatre('afghanistan-2021');
const all = await read(folder, theatre);
const dated = all.filter(({ answer }) => answer.day !== null);
console.log(`day of answered   ${share(dated.filter(hasDay), dated)}`);
console.log(`province          ${share(all.filter(hasProvince(theatre)), all)}`);
console.log(`killed            ${share(all.filter(hasKilled), all)}`);
console.log(`control claims    ${(all.reduce((sum, { answer }) => sum + answer.control, 0) / all.length).toFixed(3)}`);
if (flags.includes('--errors')) console.error(errorsOf(all, theatre).join('\n'));
