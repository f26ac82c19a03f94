// Spellings that are one place and look-alikes that are not: every pair of name-pairs.csv, each name in its own province.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { PlacedPlace, PlaceId } from '../../src/model/place.ts';
import { placeReading } from '../../src/places/place-claims.ts';
import { loadTheatre } from '../../src/theatre/load.ts';
import { claimOf, mentionOf, readingOf } from './mentions.ts';

interface Pair {
  readonly a: string;
  readonly b: string;
  readonly province_a: string;
  readonly province_b: string;
  readonly same: string;
}

const pairs = parse(readFileSync(join(import.meta.dirname, 'name-pairs.csv')), { columns: true }) as unknown as Pair[];
const theatre = loadTheatre('afghanistan-2021');
const { gazetteer } = theatre;

const provinceId = (name: string): PlaceId => {
  const province = gazetteer.all().find((place) => place.kind === 'province' && place.name === name);
  if (province === undefined) throw new Error(`no province ${name}`);
  return province.id;
};

const placeOf = (name: string, province: string): PlacedPlace | undefined => {
  const mention = mentionOf(theatre, name, { within: [provinceId(province)] });
  return placeReading(readingOf([claimOf(mention)]), theatre).claims[0]?.place;
};

/** The districts that a name in a province may mean: one, or those that share the name; a town counts as its district. */
const homesOf = (name: string, province: string): readonly PlaceId[] => {
  const place = placeOf(name, province);
  return [place?.id ?? [], place?.candidates ?? []].flat().map((id) => gazetteer.cellOf(id) ?? id);
};

const idOf = (name: string, province: string): PlaceId | null => placeOf(name, province)?.id ?? null;

describe('pairs of spellings', () => {
  test.each(pairs.filter(({ same }) => same === '1'))('$a and $b are one place of $province_a', (pair) => {
    const place = idOf(pair.a, pair.province_a);
    expect(place).not.toBeNull();
    expect(place).toBe(idOf(pair.b, pair.province_b));
  });

  test.each(pairs.filter(({ same }) => same === '0'))('$a of $province_a is not $b of $province_b', (pair) => {
    const [a, b] = [homesOf(pair.a, pair.province_a), homesOf(pair.b, pair.province_b)];
    expect(a).not.toEqual([]);
    expect(b).not.toEqual([]);
    expect(a.filter((home) => b.includes(home))).toEqual([]);
  });
});
