// Which column or field of a table says what: by --columns, else by what such columns are called.
// Invariant: a column that somebody named is taken as named; two columns are never one field.
import { Fault } from '../../model/outcome.ts';
import type { Given, Item } from '../item.ts';
import { isoDate } from './feed-dates.ts';
import type { Columns } from './form.ts';
import { withHeading, withHeadline } from './with-headline.ts';

const FIELDS = ['text', 'html', 'title', 'published', 'modified', 'outlet', 'author', 'url', 'id'] as const;
type Field = (typeof FIELDS)[number];

/** What columns are called, best first, as `fold` leaves the name. */
const CALLED: Readonly<Record<Field, readonly string[]>> = {
  text: 'text body content articletext fulltext articlebody maintext article story description'.split(' '),
  html: 'html contenthtml bodyhtml rawhtml'.split(' '),
  title: 'title headline heading subject'.split(' '),
  published:
    'published date publishedat publicationdate pubdate datepublished datepublish publishdate datetime timestamp day time created createdat'.split(
      ' ',
    ),
  modified: 'modified datemodified datemodify updated updatedat lastmodified lastmod'.split(' '),
  outlet: 'outlet source publisher publication newspaper sourcename sourcedomain site domain agency'.split(' '),
  author: 'author authors byline writer creator'.split(' '),
  url: 'url link address uri permalink sourceurl'.split(' '),
  id: 'id guid articleid reportid uid'.split(' '),
};

const fold = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Reads `text=body,published=date`. A fault names what is wrong in it. */
export const parseColumns = (flag: string | null): Columns | null => {
  if (flag === null) return null;
  const pairs = flag.split(',').map((pair) => pair.split('=').map((part) => part.trim()));
  for (const [field = '', column = ''] of pairs)
    if (!FIELDS.includes(field as Field) || column === '')
      throw new Fault('usage', `--columns takes FIELD=COLUMN with commas between, not “${flag}”.`, {
        expected: FIELDS.map((each) => `${each}=COLUMN`),
      });
  return Object.fromEntries(pairs as [string, string][]);
};

export type Mapping = Readonly<Partial<Record<Field, string>>>;

/** Which of the names is which field; no words at all is no mapping. */
export const mapColumns = (names: readonly string[], columns: Columns | null): Mapping | null => {
  const mapping: Partial<Record<Field, string>> = {};
  const taken = new Set(Object.values(columns ?? {}));
  for (const field of FIELDS) {
    const named = columns?.[field];
    const found =
      named ??
      CALLED[field]
        .map((called) => names.find((name) => fold(name) === called && !taken.has(name)))
        .find((name) => name !== undefined);
    if (found === undefined || !names.includes(found)) continue;
    mapping[field] = found;
    taken.add(found);
  }
  return mapping.text === undefined && mapping.html === undefined ? null : mapping;
};

const textOf = (value: unknown): string | null => {
  if (Array.isArray(value))
    return (
      value
        .map(textOf)
        .filter((each) => each !== null)
        .join(', ') || null
    );
  return typeof value === 'string' ? value.trim() || null : typeof value === 'number' ? String(value) : null;
};

/** Some tables write the hour and the day without a zone, as "2021-06-23 10:00:00": only the day is certain then. */
const dateOf = (value: unknown): string | null => {
  const words = textOf(value);
  if (words === null) return null;
  const zoneless = /^(\d{4}-\d{2}-\d{2})[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/.exec(words)?.[1];
  return zoneless ?? isoDate(words) ?? words;
};

export type Row = Readonly<Record<string, unknown>>;

const givenOf = (row: Row, mapping: Mapping, given: Given): Given => {
  const at = (field: Field): unknown => (mapping[field] === undefined ? undefined : row[mapping[field]]);
  return {
    ...given,
    published: dateOf(at('published')) ?? given.published,
    modified: dateOf(at('modified')) ?? given.modified ?? null,
    outlet: textOf(at('outlet')) ?? given.outlet,
    author: textOf(at('author')) ?? given.author ?? null,
    url: textOf(at('url')) ?? given.url,
    title: textOf(at('title')) ?? given.title,
    id: textOf(at('id')) ?? null,
  };
};

/** A row as a report; null where it has no words. */
export const reportOf = (row: Row, mapping: Mapping, given: Given): Omit<Item, 'file'> | null => {
  const own = givenOf(row, mapping, given);
  const text = mapping.text === undefined ? null : textOf(row[mapping.text]);
  const html = mapping.html === undefined ? null : textOf(row[mapping.html]);
  if (text === null && html === null) return null;
  const words = text === null ? withHeading(own.title, html ?? '') : withHeadline(own.title, text);
  return { bytes: new TextEncoder().encode(words), form: text === null ? 'html' : 'text', given: own };
};
