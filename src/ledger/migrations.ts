// Makes the tables, and brings an older ledger's up to date. The ledger's own row names its theatre and its schema.
// Invariant: a schema newer than this program's is refused, and nothing is touched in a database that is not a ledger.
import { Fault } from '../model/outcome.ts';
import type { Database, Dialect, Queries } from './database.ts';
import { SKETCH_TABLES } from './tables.ts';

type Migration = (dialect: Dialect) => readonly string[];

const ledgerTables: Migration = ({ int, text, blob, strict, growOnly }) => [
  `create table entries (seq ${int} primary key, recorded ${text} not null, author ${text} not null,
     act ${text} not null check (act in ('assert', 'retract')), type ${text} not null, id ${text} not null,
     report ${text} not null, reader ${text} not null, body ${text} not null)${strict}`,
  `create table texts (report ${text} primary key, text ${text} not null)${strict}`,
  `create table originals (hash ${text} primary key, size ${int} not null, bytes ${blob} not null)${strict}`,
  `create table readings (number ${int} primary key, report ${text}, file ${text} not null, reader ${text} not null,
     recorded ${text} not null, refusals ${text} not null)${strict}`,
  'create index readings_by_report on readings (report, reader)',
  'create index readings_by_file on readings (file)',
  ...growOnly('entries', 'seq'),
  ...growOnly('texts', 'report'),
  ...growOnly('originals', 'hash'),
  ...growOnly('readings', 'number'),
];

const derivedTables: Migration = ({ int, text, blob, strict, keyed }) => [
  `create table subjects (seq ${int} primary key references entries (seq), type ${text} not null, id ${text} not null,
     report ${text} not null, reader ${text} not null, place ${text}, scope ${text}, kind ${text}, side ${text}, copy_of ${text},
     first_day ${text} not null, last_day ${text} not null, retracted ${int}, ended ${int})${strict}`,
  'create index subjects_by_id on subjects (id)',
  'create index subjects_by_report on subjects (report, type)',
  'create index subjects_by_place on subjects (place, last_day desc, seq desc) where place is not null',
  'create index subjects_by_copy on subjects (copy_of) where copy_of is not null',
  "create index subjects_by_type on subjects (type, seq) where type <> 'claim'",
  `create table cells (place ${text}, scope ${text}, primary key (place, scope))${keyed}`,
  `create table signatures (report ${text} primary key, shingles ${blob} not null, sample ${blob} not null)${strict}`,
  `create table sketches (hash ${int} not null, report ${text} not null, primary key (hash, report))${keyed}`,
  `create table derived (key ${text} primary key, seq ${int} not null, body ${text} not null)${strict}`,
];

/** People decide: their assertions carry a reason and a known time, and what they may look at is found quickly. */
const peoplesActs: Migration = ({ text }) => [
  `alter table entries add column known ${text}`,
  `alter table entries add column reason ${text}`,
  "create index entries_by_people on entries (seq) where substr(reader, 1, 7) = 'person/'",
  "create index subjects_unplaced on subjects (seq) where type = 'claim' and place is null",
];

/** What people ask for over the network: an act may wait for a second person, and none is done twice. */
const peoplesRequests: Migration = ({ int, text, blob, strict, growOnly }) => [
  `create table requests (number ${int} primary key, author ${text} not null, key ${text} not null, mark ${text} not null,
     recorded ${text} not null, ruled ${int}, state ${text} not null, reason ${text} not null, act ${text} not null,
     answer ${text} not null, bytes ${blob})${strict}`,
  'create unique index requests_by_key on requests (author, key)',
  ...growOnly('requests', 'number'),
];

/** What gave no report keeps its bytes, and long work keeps its place. */
const quarantineAndPlaces: Migration = ({ text, strict }) => [
  `alter table readings add column original ${text}`,
  `alter table readings add column about ${text}`,
  `create table bookmarks (key ${text} primary key, body ${text} not null)${strict}`,
];

/** Near reports are found through sampled hashes alone, in tables that stay quick however many there are. */
const layeredSketches: Migration = ({ int, keyed }) => [
  'drop table signatures',
  'drop table sketches',
  ...SKETCH_TABLES.map(
    ({ name }) =>
      `create table ${name} (hash ${int} not null, report ${int} not null, primary key (hash, report))${keyed}`,
  ),
];

/** Other states of a page are found by its address. */
const addressesOfReports: Migration = ({ text, keyed, field }) => [
  `create table addresses (url ${text} not null, report ${text} not null, primary key (url, report))${keyed}`,
  `insert into addresses (url, report) select distinct ${field('body', 'url')}, id from entries
     where type = 'report' and act = 'assert' and ${field('body', 'url')} is not null`,
];

/** The schema's version is the number of migrations that have been run. */
const MIGRATIONS: readonly Migration[] = [
  (dialect) => [...ledgerTables(dialect), ...derivedTables(dialect)],
  peoplesActs,
  peoplesRequests,
  quarantineAndPlaces,
  layeredSketches,
  addressesOfReports,
];

export interface Opening {
  /** For messages. */
  readonly where: string;
  readonly theatre: string;
  readonly readOnly: boolean;
}

const tablesOf = async (on: Queries): Promise<readonly string[]> =>
  (await on.query<{ name: string }>(on.dialect.tables)).map(({ name }) => name);

const create = async (on: Queries, { where, theatre }: Opening): Promise<void> => {
  const tables = await tablesOf(on);
  // Another process made it between our look and our lock.
  if (tables.includes('ledger')) return;
  if (tables.length > 0) {
    throw new Fault(
      'usage',
      `${where} is a database of something else: it has the table "${tables[0]}" and no ledger. Give another --ledger.`,
    );
  }
  const { text, strict } = on.dialect;
  await on.query(`create table ledger (key ${text} primary key, value ${text} not null)${strict}`);
  await on.query("insert into ledger (key, value) values ('theatre', $1), ('schema', '0')", [theatre]);
};

const identityOf = async (on: Queries): Promise<{ theatre: string; schema: number }> => {
  const rows = await on.query<{ key: string; value: string }>('select key, value from ledger');
  const values = new Map(rows.map(({ key, value }) => [key, value]));
  return { theatre: values.get('theatre') ?? '', schema: Number(values.get('schema')) };
};

const checkIdentity = async (on: Queries, { where, theatre }: Opening): Promise<number> => {
  const found = await identityOf(on);
  if (!(found.schema <= MIGRATIONS.length)) {
    throw new Fault(
      'world',
      `The ledger ${where} has schema ${found.schema}; this whoholds knows schemas up to ${MIGRATIONS.length}. Use the newer whoholds that wrote it.`,
    );
  }
  if (found.theatre !== theatre) {
    throw new Fault(
      'usage',
      `The ledger ${where} belongs to the theatre "${found.theatre}", not to "${theatre}". Ask with --theatre ${found.theatre}, or give another --ledger.`,
    );
  }
  return found.schema;
};

const runMigrations = async (on: Queries, from: number): Promise<void> => {
  for (const migration of MIGRATIONS.slice(from)) {
    for (const statement of migration(on.dialect)) await on.query(statement);
  }
  await on.query("update ledger set value = $1 where key = 'schema'", [String(MIGRATIONS.length)]);
};

export type SchemaAge = 'none' | 'older' | 'current';

/** Faults: another theatre's, a newer schema. */
export const ageOf = async (db: Database, opening: Opening): Promise<SchemaAge> => {
  if (!(await tablesOf(db)).includes('ledger')) return 'none';
  return (await checkIdentity(db, opening)) === MIGRATIONS.length ? 'current' : 'older';
};

/** Faults: another theatre's, a newer schema, something else's database, nothing there (read-only). */
export const migrate = async (db: Database, opening: Opening): Promise<void> => {
  if ((await ageOf(db, opening)) === 'current') return;
  if (opening.readOnly) {
    throw new Fault('world', `There is no ledger at ${opening.where} yet: "whoholds add" makes it.`);
  }
  await db.transaction(async (on) => {
    await create(on, opening);
    await runMigrations(on, await checkIdentity(on, opening));
  });
};
