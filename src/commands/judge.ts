// whoholds score and check: readings against gold; a theatre or a gold file against its own rules. All faults at once.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { Fault } from '../model/outcome.ts';
import { checkGold } from '../score/check-gold.ts';
import { parseGold } from '../score/gold.ts';
import { parseReadings } from '../score/predicted.ts';
import { printScores } from '../score/print-scores.ts';
import { parseOnly, parsePlaces, scoreReadings } from '../score/score.ts';
import { theatreSetting } from '../settings.ts';
import { checkTheatre, loadTheatre } from '../theatre/load.ts';
import { printFault } from '../theatre/theatre-fault.ts';
import { readItem, readReport } from '../whoholds/read-item.ts';
import { itemsFrom } from './input.ts';
import { readTextFile } from './read-file.ts';
import type { ScoreControlOptions } from './score-control.ts';
import { type ExitStatus, print, printRecord, tell } from './terminal.ts';

export interface ScoreOptions {
  readonly gold?: string;
  readonly only?: string;
  readonly split?: string;
  readonly places?: string;
  readonly actor: boolean;
  readonly errors?: boolean;
  readonly json?: boolean;
}

const scoreReadingsOf = async (file: string | undefined, gold: string, options: ScoreOptions): Promise<ExitStatus> => {
  const readings = parseReadings(file === undefined || file === '-' ? await textOf(process.stdin) : readTextFile(file));
  const lists = (options.places?.split(',') ?? []).map((path) => [...parsePlaces(readTextFile(path))]);
  const scores = scoreReadings(readings, parseGold(readTextFile(gold)), {
    only: options.only === undefined ? null : parseOnly(readTextFile(options.only), options.split ?? null),
    places: new Map(lists.flat()),
    noActor: !options.actor,
  });
  if (options.errors) for (const line of scores.errors) tell(line);
  const { errors: _told, ...figures } = scores;
  await (options.json ? printRecord(figures) : print(printScores(scores).join('\n')));
  return 0;
};

type AnyScore = ScoreOptions & Partial<ScoreControlOptions>;

const FOR_READINGS = { only: '--only', split: '--split', places: '--places' } as const;
const FOR_CONTROL = {
  ...{ theatre: '--theatre', ledger: '--ledger', asOf: '--as-of', seq: '--seq' },
  ...{ from: '--from', until: '--until', out: '--out' },
} as const;

/** A flag of the other score would be passed over in silence, and the figures taken for what they are not. */
const refuseFlags = (options: AnyScore, flags: Partial<Record<keyof AnyScore, string>>, chosen: string): void => {
  const [wrong] = Object.entries(flags).filter(([name]) => options[name as keyof AnyScore] !== undefined);
  if (wrong !== undefined) throw new Fault('usage', `${wrong[1]} does not go with ${chosen}.`);
};

/** Either readings against gold, or assessed control against a truth: one of the two. */
export const scoreCommand = async (file: string | undefined, options: AnyScore): Promise<ExitStatus> => {
  const { gold, control } = options;
  if (gold !== undefined && control === undefined) {
    refuseFlags(options, FOR_CONTROL, '--gold');
    return scoreReadingsOf(file, gold, options);
  }
  if (control !== undefined && gold === undefined && file === undefined) {
    refuseFlags(options, FOR_READINGS, '--control');
    return (await import('./score-control.ts')).scoreControlCommand({ ...options, control });
  }
  throw new Fault('usage', 'Say what is to be scored: readings against gold, or a ledger against a truth.', {
    expected: ['whoholds score READINGS --gold FILE.jsonl', 'whoholds score --control TRUTH.csv'],
  });
};

export interface CheckOptions {
  readonly reports?: string;
  readonly theatre?: string;
  readonly json?: boolean;
}

/** Each fault with the words that people read; the exit status says whether there are any. */
const tellFaults = async (
  what: string,
  faults: readonly (readonly [words: string, record: unknown])[],
  json: boolean,
): Promise<ExitStatus> => {
  for (const [words, record] of faults) await (json ? printRecord(record) : print(words));
  if (!json) await print(faults.length === 0 ? `${what} is sound.` : `${what}: ${faults.length} faults.`);
  return faults.length === 0 ? 0 : 1;
};

/** The normalised text of each report beside a gold file, so that its quotes can be looked for. */
const textsOf = async (
  folder: string,
  theatre: ReturnType<typeof loadTheatre>,
): Promise<ReadonlyMap<string, string>> => {
  const texts = new Map<string, string>();
  for await (const item of itemsFrom([folder], {})) {
    const read = readItem(item, { theatre, reader: readReport, retrieved: null });
    if (read.ok) texts.set(basename(read.report.file), read.report.text);
  }
  return texts;
};

const checkGoldFile = async (file: string, options: CheckOptions): Promise<ExitStatus> => {
  const gold = parseGold(readTextFile(file));
  const theatre = loadTheatre(theatreSetting(options.theatre));
  const texts = await textsOf(options.reports ?? dirname(file), theatre);
  const own = gold.filter((record) => record.theatre === undefined || record.theatre === theatre.id);
  const gazetteer = theatre.open ? null : theatre.gazetteer;
  const faults = checkGold(own, { textOf: (name) => texts.get(basename(name)) ?? null, gazetteer });
  if (own.length < gold.length) tell(`${gold.length - own.length} records of another theatre passed over.`);
  const told = faults.map((fault) => [`${fault.file}: ${fault.path}: ${fault.message}`, fault] as const);
  return tellFaults(file, told, options.json ?? false);
};

const checkTheatreFolder = (what: string, options: CheckOptions): Promise<ExitStatus> => {
  const told = checkTheatre(what).map((fault) => [printFault(fault), fault] as const);
  return tellFaults(what, told, options.json ?? false);
};

const isGoldFile = (what: string): boolean => what.endsWith('.jsonl') || (existsSync(what) && statSync(what).isFile());

export const checkCommand = async (what: string, options: CheckOptions): Promise<ExitStatus> => {
  if (isGoldFile(what)) return checkGoldFile(what, options);
  if (existsSync(what) && statSync(what).isDirectory() && !readdirSync(what).includes('theatre.json')) {
    throw new Fault('usage', `${what} is no theatre: it has no ${join(what, 'theatre.json')}.`);
  }
  return checkTheatreFolder(what, options);
};
