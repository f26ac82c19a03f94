// The tables and their columns in one place. Ledger tables only grow; derived tables follow from them.
// Invariant: everything in a derived table can be deleted and made again to the same bytes.
import type { Table } from './database.ts';

const table = (name: string, key: readonly string[], columns: readonly string[]): Table => ({
  name,
  key,
  columns,
  passOver: false,
});
const passingOver = (of: Table): Table => ({ ...of, passOver: true });

// Ledger
/** One line each: who asserted or took back what. A report's body is all but its text; a person's assertion has its reason. */
export const ENTRIES = table(
  'entries',
  ['seq'],
  ['seq', 'recorded', 'author', 'act', 'type', 'id', 'report', 'reader', 'body', 'known', 'reason'],
);
/** A report's text as a JSON string, which keeps every UTF-16 code unit in either database. */
export const TEXTS = passingOver(table('texts', ['report'], ['report', 'text']));
/** The bytes as they came, deflated, under their own hash. */
export const ORIGINALS = passingOver(table('originals', ['hash'], ['hash', 'size', 'bytes']));
/**
 * Each reading of an item, also of one that gave no report (report is null), with what was refused; of such an item also
 * the hash of its bytes, and what was known of it from outside.
 */
export const READINGS = table(
  'readings',
  ['number'],
  ['number', 'report', 'file', 'reader', 'recorded', 'refusals', 'original', 'about'],
);
/** What people asked for over the network and what became of it, with the bytes of a report that waits. */
export const REQUESTS = table(
  'requests',
  ['number'],
  ['number', 'author', 'key', 'mark', 'recorded', 'ruled', 'state', 'reason', 'act', 'answer', 'bytes'],
);

// Derived
/**
 * One row an assertion. `retracted`: taken back by that entry, still counting before it was known. `ended`: by that
 * entry it stands no more, since a later assertion took its place or a newer reader found it misread. A row taken back
 * is not ended by what a person asserts in its place: both count, one before and one after that was known.
 */
export const SUBJECTS = table(
  'subjects',
  ['seq'],
  [
    'seq',
    'type',
    'id',
    'report',
    'reader',
    'place',
    'scope',
    'kind',
    'side',
    'copy_of',
    'first_day',
    'last_day',
    'retracted',
    'ended',
  ],
);
/** Every place and scope that a claim was ever put at. */
export const CELLS = passingOver(table('cells', ['place', 'scope'], ['place', 'scope']));
/** Which reports came from an address. */
export const ADDRESSES = passingOver(table('addresses', ['url', 'report'], ['url', 'report']));
const sketches = (name: string): Table => table(name, ['hash', 'report'], ['hash', 'report']);
/** Sampled hashes of reports, each named by its first entry: as they come, of late, and all before. */
export const FRESH_SKETCHES = sketches('sketches_fresh');
export const RECENT_SKETCHES = sketches('sketches_recent');
export const SETTLED_SKETCHES = sketches('sketches_settled');
export const SKETCH_TABLES: readonly Table[] = [FRESH_SKETCHES, RECENT_SKETCHES, SETTLED_SKETCHES];
export const DERIVED = table('derived', ['key'], ['key', 'seq', 'body']);

export const DERIVED_TABLES: readonly Table[] = [SUBJECTS, CELLS, ADDRESSES, ...SKETCH_TABLES, DERIVED];

/** Open bounds of a claim's days, so that days compare as text. */
export const FIRST_DAY = '';
export const LAST_DAY = '9999-12-31';
