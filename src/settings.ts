// Every flag and variable once, with its sentence of help. The command line, the manual and the shell completion read it.
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Fault } from './model/outcome.ts';

export interface Setting {
  readonly flags: string;
  readonly help: string;
  readonly variable: string | null;
}

export const SETTINGS = {
  theatre: {
    flags: '--theatre <id|dir>',
    help: 'the theatre: an id, a folder of your own, or `open` to read without a gazetteer',
    variable: 'WHOHOLDS_THEATRE',
  },
  ledger: {
    flags: '--ledger <file|url>',
    help: 'the ledger: a file, or postgres://… (default: whoholds.db in the data directory)',
    variable: 'WHOHOLDS_LEDGER',
  },
  parameters: {
    flags: '--parameters <file.json>',
    help: 'assess by the numbers of this file, as `whoholds fit` writes one, and not by those that come with the program',
    variable: 'WHOHOLDS_PARAMETERS',
  },
  truth: {
    flags: '--truth <truth.csv>',
    help: 'changes of hands known from outside, with their days, to learn from: columns placeId,scope,from,until,holder,confidence',
    variable: null,
  },
  json: { flags: '--json', help: 'print one JSON object a line, in the shapes of the manual', variable: null },
  published: {
    flags: '--published <day|instant>',
    help: 'when the reports were published, where they do not say it themselves',
    variable: null,
  },
  outlet: { flags: '--outlet <name>', help: 'who published the reports, where they do not say it', variable: null },
  manifest: {
    flags: '--manifest <file.csv>',
    help: 'what is known of each file from outside: columns file, published, outlet, url',
    variable: null,
  },
  gold: {
    flags: '--gold <file.jsonl>',
    help: 'take the records of a gold file instead of reading (matched by file name)',
    variable: null,
  },
  trace: { flags: '--trace', help: 'show which pass of the reader made each mark', variable: null },
  marks: { flags: '--marks', help: 'also give every date, place and speaker found', variable: null },
  asCase: { flags: '--as-case', help: 'print a draft of a text case for the tests', variable: null },
  on: {
    flags: '--on <day>',
    help: 'the day asked about (default: the last day that a report speaks of)',
    variable: null,
  },
  asOf: {
    flags: '--as-of <day|instant>',
    help: 'only what could be read by then; a bare day means its end in the theatre’s time zone',
    variable: null,
  },
  seq: { flags: '--seq <n>', help: 'answer from the ledger as it stood at this sequence number', variable: null },
  place: { flags: '--place <place>', help: 'this place: an id or any spelling', variable: null },
  scope: { flags: '--scope <scope>', help: 'this scope: district, centre, city, crossing …', variable: null },
  minStatus: {
    flags: '--min-status <status>',
    help: 'only cells at least this sure: confirmed, disputed, contested, claimed, threatened, undetermined',
    variable: null,
  },
  all: { flags: '--all', help: 'also places that nobody has spoken of', variable: null },
  from: { flags: '--from <day>', help: 'the first day', variable: null },
  until: { flags: '--until <day>', help: 'the last day', variable: null },
  series: {
    flags: '--series',
    help: 'day by day, as it was known at the end of the day and as it is known now, with the probabilities',
    variable: null,
  },
  out: { flags: '--out <file>', help: 'write to this file instead of standard output', variable: null },
  theme: { flags: '--theme <name>', help: 'light or dark', variable: null },
  lang: { flags: '--lang <name>', help: 'the language of what is printed: en or fa (Dari)', variable: null },
  box: { flags: '--box <west,south,east,north>', help: 'only this part of the land, in degrees', variable: null },
  with: { flags: '--with <day>', help: 'show what differs from this other day', variable: null },
  withAsOf: { flags: '--with-as-of <day|instant>', help: 'show what differs from what was known then', variable: null },
  width: { flags: '--width <units>', help: 'how wide the picture is (default: 1280)', variable: null },
  hxl: { flags: '--hxl', help: 'add the HXL tag row to csv', variable: null },
  by: { flags: '--by <name>', help: 'who does it: a person’s name', variable: null },
  reason: { flags: '--reason <text>', help: 'why: one sentence that others can check', variable: null },
  limit: { flags: '--limit <n>', help: 'at most so many lines (default: 20)', variable: null },
  report: { flags: '--report <id>', help: 'the report that says it', variable: null },
  quote: { flags: '--quote <words>', help: 'its exact words', variable: null },
  at: {
    flags: '--at <offset>',
    help: 'where the words begin, where they stand more than once',
    variable: null,
  },
  kind: {
    flags: '--kind <kind>',
    help: 'capture, recapture, hold, loss, withdrawal, surrender, siege …',
    variable: null,
  },
  actor: { flags: '--actor <side>', help: 'the side that does it', variable: null },
  to: { flags: '--to <side>', help: 'who gets a place that is given up, lost or left', variable: null },
  day: { flags: '--day <day>', help: 'the day it is said of, or FIRST..LAST', variable: null },
  speaker: {
    flags: '--speaker <name>',
    help: 'who says so, as the report names him; left out for the outlet’s own voice',
    variable: null,
  },
  role: { flags: '--role <words>', help: 'the speaker’s office, in the report’s words', variable: null },
  sides: {
    flags: '--sides <ids>',
    help: 'the side the speaker is on: a side’s id, local, international, outlet or unknown; several with commas',
    variable: null,
  },
  via: { flags: '--via <name>', help: 'the agency or outlet that the speaker told it', variable: null },
  denied: { flags: '--denied', help: 'the words deny it', variable: null },
  modality: { flags: '--modality <word>', help: 'actual (default), possible, planned or reported', variable: null },
  partial: { flags: '--partial', help: 'a part of the place only', variable: null },
  tactical: { flags: '--tactical', help: 'a retreat that is called tactical', variable: null },
  answers: { flags: '--answers <claim>', help: 'the claim that it answers', variable: null },
  same: { flags: '--same', help: 'it is of the same proposition', variable: null },
  other: { flags: '--other', help: 'it is of another proposition', variable: null },
  delay: {
    flags: '--delay <hours>',
    help: 'show nothing that came out in the last hours (default: 48 for a theatre without a last day, else 0)',
    variable: 'WHOHOLDS_DELAY',
  },
  rightness: {
    flags: '--truth <truth.csv>',
    help: 'who really held what, by a list from outside: the page on limits then says how often the map is right',
    variable: null,
  },
  twoPersons: {
    flags: '--two-persons <when>',
    help: 'whether what changes the map waits for a second person: on, off or auto (default: where there are two accounts)',
    variable: 'WHOHOLDS_TWO_PERSONS',
  },
  accountRole: {
    flags: '--role <role>',
    help: 'what the account may do: analyst (act and propose) or editor (approve as well)',
    variable: null,
  },
  port: { flags: '--port <n>', help: 'the port on the loopback address (0 = any free one)', variable: 'WHOHOLDS_PORT' },
  columns: {
    flags: '--columns <field=column,…>',
    help: 'which columns of a table, or fields of JSON Lines, are text, html, title, published, modified, outlet, author, url, id (default: by their names)',
    variable: null,
  },
  maxBytes: {
    flags: '--max-bytes <n>',
    help: 'refuse single items larger than this many bytes (default: 20 MiB)',
    variable: 'WHOHOLDS_MAX_BYTES',
  },
  raw: { flags: '--raw', help: 'write the original’s bytes as they came', variable: null },
  allRefusals: { flags: '--all', help: 'all that is refused', variable: null },
  allowHost: {
    flags: '--allow-host <names>',
    help: 'hosts that may be fetched from though they are not on the public internet, by name or address; several with commas',
    variable: 'WHOHOLDS_ALLOW_HOST',
  },
  fetchTimeout: {
    flags: '--fetch-timeout <seconds>',
    help: 'how long one answer may take, to its last byte (default: 30)',
    variable: 'WHOHOLDS_FETCH_TIMEOUT',
  },
  maxRedirects: {
    flags: '--max-redirects <n>',
    help: 'how often an address may lead on to another (default: 5)',
    variable: 'WHOHOLDS_MAX_REDIRECTS',
  },
  pause: {
    flags: '--pause <seconds>',
    help: 'between two requests to one host; a site’s robots.txt may ask for more (default: 2)',
    variable: 'WHOHOLDS_PAUSE',
  },
  attempts: {
    flags: '--attempts <n>',
    help: 'how often an address is tried where trying again may help (default: 3)',
    variable: 'WHOHOLDS_ATTEMPTS',
  },
  maxWait: {
    flags: '--max-wait <seconds>',
    help: 'the longest wait before another try; a server that asks for more is left for later (default: 120)',
    variable: 'WHOHOLDS_MAX_WAIT',
  },
  robots: {
    flags: '--robots <how>',
    help: 'obey a site’s robots.txt, or ignore it on sites of your own (default: obey)',
    variable: 'WHOHOLDS_ROBOTS',
  },
  userAgent: {
    flags: '--user-agent <words>',
    help: 'how to call oneself to servers, best with an address where you can be reached (default: whoholds/VERSION)',
    variable: 'WHOHOLDS_USER_AGENT',
  },
  maxEntries: {
    flags: '--max-entries <n>',
    help: 'how many new entries of one feed are followed at once; the others come the next time (default: 100)',
    variable: 'WHOHOLDS_MAX_ENTRIES',
  },
  maxRatio: {
    flags: '--max-ratio <n>',
    help: 'refuse what becomes more than so many times larger when it is unpacked (default: 250)',
    variable: 'WHOHOLDS_MAX_RATIO',
  },
  maxUnpacked: {
    flags: '--max-unpacked <bytes>',
    help: 'stop at an archive that unpacks to more than this, with the archives inside it (default: 100 GB)',
    variable: 'WHOHOLDS_MAX_UNPACKED',
  },
  maxDepth: {
    flags: '--max-depth <n>',
    help: 'refuse what lies in more than so many containers, one in the other: archives, mailboxes, mails; a tar.gz counts as two (default: 8)',
    variable: 'WHOHOLDS_MAX_DEPTH',
  },
  maxMembers: {
    flags: '--max-members <n>',
    help: 'read no more members, records or mails of one archive than this (default: 10 million)',
    variable: 'WHOHOLDS_MAX_MEMBERS',
  },
  maxXmlDepth: {
    flags: '--max-xml-depth <n>',
    help: 'read a feed’s elements no deeper than so many in one another (default: 200)',
    variable: 'WHOHOLDS_MAX_XML_DEPTH',
  },
  every: {
    flags: '--every <minutes>',
    help: 'how long after one poll of an address the next one comes (default: 15)',
    variable: 'WHOHOLDS_EVERY',
  },
  lookEvery: {
    flags: '--look-every <seconds>',
    help: 'how long after one look into a folder the next one comes (default: 5)',
    variable: 'WHOHOLDS_LOOK_EVERY',
  },
  parallel: {
    flags: '--parallel <n>',
    help: 'how many addresses are polled at once (default: 16)',
    variable: 'WHOHOLDS_PARALLEL',
  },
  once: { flags: '--once', help: 'look at every source once and end, for a schedule of your own', variable: null },
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof SETTINGS;

export const DEFAULT_MAX_BYTES = 20 * 1024 * 1024;
export const DEFAULT_PORT = 8421;

/** The package's own folder: this file lies one folder deep in src/ and dist/, two deep in the bundled command. */
export const packageFolder = (): string => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
};

export const packageVersion = (): string =>
  (JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8')) as { version: string }).version;

const defaultTheatre = (): string =>
  (JSON.parse(readFileSync(join(packageFolder(), 'theatres', 'theatres.json'), 'utf8')) as { default: string }).default;

/** The user's data directory: WHOHOLDS_HOME, else the platform's own place for application data. */
export const homeFolder = (environment: NodeJS.ProcessEnv): string => {
  if (environment.WHOHOLDS_HOME) return environment.WHOHOLDS_HOME;
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'whoholds');
  if (process.platform === 'win32') return join(environment.LOCALAPPDATA ?? homedir(), 'whoholds');
  return join(environment.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'whoholds');
};

export const theatreSetting = (flag: string | undefined): string =>
  flag ?? process.env.WHOHOLDS_THEATRE ?? defaultTheatre();

export type LedgerPlace = { readonly file: string } | { readonly url: string };

/** Where the ledger is: `--ledger`, WHOHOLDS_LEDGER, else whoholds.db under the data directory. */
export const ledgerSetting = (flag: string | undefined): LedgerPlace => {
  const where = flag ?? process.env.WHOHOLDS_LEDGER ?? join(homeFolder(process.env), 'whoholds.db');
  if (/^postgres(ql)?:\/\//.test(where)) return { url: where };
  if (/^[a-z]+:\/\//i.test(where)) {
    throw new Fault('usage', `The ledger ${where} is of no known form: give a file or postgres://….`, {
      expected: ['FILE', 'postgres://USER@HOST/NAME'],
    });
  }
  return { file: where };
};

/** A whole number from a flag or a variable; a fault names the flag and what it takes. */
export const wholeNumber = (name: SettingName, text: string | undefined, fallback: number): number => {
  const setting: Setting = SETTINGS[name];
  const given = text ?? (setting.variable === null ? undefined : process.env[setting.variable]);
  if (given === undefined || given === '') return fallback;
  if (/^\d+$/.test(given)) return Number(given);
  throw new Fault('usage', `${setting.flags.split(' ')[0]} takes a whole number, not “${given}”.`);
};
