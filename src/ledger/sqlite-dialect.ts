// How SQLite writes what the two databases do not write alike.
// Invariant: a ledger table refuses every change but a new key, whatever tool asks.
import type { Dialect, Table } from './database.ts';

const refuse = (table: string): string => `select raise(abort, 'the ledger only grows: ${table} is never changed')`;

export const SQLITE: Dialect = {
  name: 'sqlite',
  int: 'integer',
  text: 'text',
  blob: 'blob',
  strict: ' strict',
  keyed: ' strict, without rowid',
  list: (n) => `(select value from json_each($${n}))`,
  field: (json, name) => `json_extract(${json}, '$.${name}')`,
  tables: "select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\'",
  // The third trigger: `insert or replace` deletes a row without asking a delete trigger.
  growOnly: (table, key) => [
    `create trigger ${table}_no_update before update on ${table} begin ${refuse(table)}; end`,
    `create trigger ${table}_no_delete before delete on ${table} begin ${refuse(table)}; end`,
    `create trigger ${table}_no_replace before insert on ${table}
     when exists (select 1 from ${table} where ${key} = new.${key}) begin ${refuse(table)}; end`,
  ],
};

// A grow-only table's own trigger would refuse a row that is to be passed over, before `on conflict` is asked.
export const insertOf = ({ name, key, columns, passOver }: Table): string => {
  const marks = columns.map((_, index) => `$${index + 1}`);
  return passOver
    ? `insert into ${name} (${columns.join(', ')}) select ${marks.join(', ')}
       where not exists (select 1 from ${name} where ${key.map((k) => `${k} = $${columns.indexOf(k) + 1}`).join(' and ')})`
    : `insert into ${name} (${columns.join(', ')}) values (${marks.join(', ')})`;
};
