// The page docs/theatre-format.md against the schema: every field that a file may have, and no other.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PLACE_KINDS } from '../model/place.ts';
import { packageFolder } from './read-folder.ts';
import {
  actorSchema,
  baselineSchema,
  denominatorSchema,
  exceptionSchema,
  nameSchema,
  outletSchema,
  placeSchema,
  theatreSchema,
} from './schema.ts';

const page = readFileSync(join(packageFolder('theatres'), '..', 'docs', 'theatre-format.md'), 'utf8');

const section = (title: string): string => page.split(/^## /m).find((part) => part.startsWith(title)) ?? '';
const fieldsOnPage = (title: string): readonly string[] =>
  [...section(title).matchAll(/^\| `([^`]+)` \|/gm)].map(([, field = '']) => field).sort();

/** The fields of a schema and of what it holds, as paths; through defaults and lists. */
const fieldsOf = (schema: unknown, path: readonly string[] = []): readonly string[] => {
  if (typeof schema !== 'object' || schema === null) return [];
  const { shape } = schema as { shape?: Record<string, unknown> };
  const { innerType, element } = (schema as { def?: { innerType?: unknown; element?: unknown } }).def ?? {};
  if (shape === undefined) return fieldsOf(innerType ?? element, path);
  return Object.entries(shape).flatMap(([field, inner]) => {
    const at = [...path, field];
    return [at.join('.'), ...fieldsOf(inner, at)];
  });
};

describe('the page on the theatre format', () => {
  test.each([
    ['`theatre.json`', theatreSchema],
    ['`gazetteer.csv`', placeSchema],
    ['`actors.json`', actorSchema],
    ['`outlets.json`', outletSchema],
    ['`baseline.json`', baselineSchema],
    ['`denominators.json`', denominatorSchema],
    ['Exceptions', exceptionSchema],
    ['`names.csv`', nameSchema],
  ])('says every field of %s and no other', (title, schema) => {
    expect(fieldsOnPage(title)).toEqual([...fieldsOf(schema)].sort());
  });

  test('says every kind of place', () => {
    for (const kind of PLACE_KINDS) expect(section('`gazetteer.csv`')).toContain(`\`${kind}\``);
  });
});
