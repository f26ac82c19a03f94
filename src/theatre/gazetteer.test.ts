import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldName } from './fold-name.ts';
import { loadTheatre } from './load.ts';

const { gazetteer: tiny } = loadTheatre('tiny');
const { gazetteer: afghan } = loadTheatre('afghanistan-2021');

const found = (text: string, gazetteer = afghan): readonly string[] => gazetteer.scan(text).map((name) => name.text);

describe('folding', () => {
  test.each([
    ['Sar-e-Pul', 'sar e pul'],
    ['SAR E PUL', 'sar e pul'],
    ["Qal'a-e-Naw", 'qala e naw'],
    ['Qal’a–e Naw', 'qala e naw'],
    ['Guantánamo', 'guantanamo'],
    ["Miller's Bridge", 'millers bridge'],
    ['Yakawlang No. 2', 'yakawlang no 2'],
  ])('%s is %s', (name, folded) => expect(foldName(name)).toBe(folded));

  test('a folded name is folded', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => foldName(foldName(name)) === foldName(name)));
  });
});

describe('scanning a text', () => {
  test('finds names at word borders with their candidates in the order of the gazetteer', () => {
    expect(tiny.scan("The Reds took Ashford, Miller's Bridge and Fern Hill.")).toEqual([
      { span: { start: 14, end: 21 }, text: 'Ashford', candidates: ['northmark/ashford', 'northmark/ashford-town'] },
      { span: { start: 23, end: 38 }, text: "Miller's Bridge", candidates: ['northmark/millers-bridge'] },
      { span: { start: 43, end: 52 }, text: 'Fern Hill', candidates: ['midvale/fernhill', 'southlea/fernhill'] },
    ]);
  });

  test.each([
    ['the longest name', 'the Spin Boldak crossing and Boldak', ['Spin Boldak crossing', 'Boldak']],
    ['a name without its possessive', "Kunduz's governor, Kunduz’s police", ['Kunduz', 'Kunduz']],
    ['a name over a line break', 'in Spin\nBoldak', ['Spin\nBoldak']],
    ['both ends of a road that has no name', 'between Kunduz-Takhar', ['Kunduz', 'Takhar']],
    ['a headline in capitals', 'SPIN BOLDAK FALLS', ['SPIN BOLDAK']],
    ['any writing of a joining word', 'Sar-i-Pul, Sar e Pul, Sar-e Pul', ['Sar-i-Pul', 'Sar e Pul', 'Sar-e Pul']],
    ['a number inside a name', 'in Yakawlang No. 2 district', ['Yakawlang No. 2']],
  ])('finds %s', (_, text, names) => expect(found(text)).toEqual(names));

  test.each([
    ['in lower case', 'near kunduz'],
    ['inside a longer word', 'a Kandahari, the Kabulis and a Kunduzi'],
    ['over a blank line', 'from Spin\n\nboldak'],
    ['over the end of a sentence', 'They hold Spin. Boldly they went.'],
    ["that is a part of an outlet's name", 'told Kabul Now and Kandahar Road Radio'],
    ["that is a part of a person's name", 'Mohammad Wardak and Haji Zadran spoke'],
    ["that is the first part of a person's name", 'Qaisar Khan and Farah Gul spoke'],
    ['of a person whom the theatre knows', 'Ajmal Omar Shinwari said'],
    ['that is an ordinary word', 'They spoke Farsi. Obey the law.'],
  ])('does not find a name %s', (_, text) => expect(found(text)).toEqual([]));

  test('finds a name that is an ordinary word too where the text once says its kind or lists it with others', () => {
    expect(found('Farsi fell. The police of Farsi district fled.')).toEqual(['Farsi', 'Farsi']);
    expect(found('The districts of Shindand, Farsi and Obe')).toEqual(['Shindand', 'Farsi', 'Obe']);
    expect(found('He answered in Farsi. Herat was calm.')).toEqual(['Herat']);
  });

  test.each(["A'", 'A', 'Spin ', 'Spin   \n', 'Kabul', 'Kabul-', "Qal'a-e-", '.', '\u00e9'])(
    'ends on two million characters of "%s"',
    (piece) => {
      expect(afghan.scan(piece.repeat(2_000_000 / piece.length)).length).toBeLessThan(400_000);
    },
  );

  test('finds every name of the gazetteer that has several words', () => {
    for (const place of afghan.all()) {
      if (foldName(place.name).split(' ').length > 1) expect(found(`in ${place.name}.`)).toEqual([place.name]);
    }
  });

  test('gives spans that are the text, in order and never over one another', () => {
    const names = afghan.all().flatMap((place) => [place.name, ...place.names]);
    const word = fc.oneof(fc.constantFrom(...names), fc.string({ unit: 'grapheme', maxLength: 6 }));
    const text = fc
      .array(fc.tuple(word, fc.constantFrom(' ', '-', "'s ", ', ', '\n', '. ')))
      .map((parts) => parts.flat().join(''));
    fc.assert(
      fc.property(text, (sample) => {
        let last = 0;
        for (const { span, text: words, candidates } of afghan.scan(sample)) {
          expect(words).toBe(sample.slice(span.start, span.end));
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(candidates.length).toBeGreaterThan(0);
          last = span.end;
        }
      }),
    );
  });
});

describe('looking a name up', () => {
  test.each([
    ['Sholgara', 'balkh/sholgara'],
    ['Shulgarah', 'balkh/sholgara'],
    ['Kishendeh', 'balkh/kishindih'],
    ['Xanabad', 'kunduz/khanabad'],
    ['Nawbahor', 'zabul/naw-bahar'],
    ['Qush Teppa', 'jawzjan/qush-tepa'],
  ])('%s is close to one place', (name, id) => expect(afghan.lookup(name)[0]).toBe(id));

  test.each(['London', 'Mosul', 'Tora', 'Xx', ''])('"%s" is close to none', (name) =>
    expect(afghan.lookup(name)).toEqual([]),
  );

  test.each([
    ['Shibarghan', 'jawzjan/sheberghan'],
    ['Laskargah', 'helmand/lashkar-gah-city'],
  ])('%s can be believed by itself', (name, id) => expect(afghan.spells(name)).toContain(id));

  test.each(['Daraa', 'Kobani', 'Homs', 'Peshawar'])('"%s" cannot', (name) => expect(afghan.spells(name)).toEqual([]));

  test('a name that is as close to two is neither', () => {
    expect(tiny.lookup('Garthe')).toEqual(['southlea/garth']);
    expect(afghan.lookup('Mardol')).toEqual([]);
  });

  test('every spelling of the gazetteer leads to its place', () => {
    for (const place of afghan.all())
      for (const name of [place.name, ...place.names]) expect(afghan.lookup(name)).toContain(place.id);
  });
});

describe('what holds a place', () => {
  test('is told from the nearest to the farthest', () => {
    expect(tiny.ancestors('northmark/ashford-town').map(({ id }) => id)).toEqual(['northmark/ashford', 'TN-NOR', 'TN']);
    expect(tiny.ancestors('nowhere')).toEqual([]);
  });

  test('on the map is its district; a province and a country have no cell', () => {
    expect(tiny.cellOf('northmark/ashford-town')).toBe('northmark/ashford');
    expect(tiny.cellOf('northmark/ashford')).toBe('northmark/ashford');
    expect(tiny.cellOf('TN-NOR')).toBeNull();
    expect(tiny.cellOf('salt-road')).toBeNull();
    expect(tiny.cellOf('nowhere')).toBeNull();
  });

  test('every city, town, crossing, base and airport has a cell', () => {
    for (const { gazetteer } of [loadTheatre('tiny'), loadTheatre('afghanistan-2021')])
      for (const { id, kind } of gazetteer.all())
        if (['city', 'town', 'crossing', 'base', 'airport', 'dam'].includes(kind))
          expect(gazetteer.cellOf(id)).not.toBeNull();
  });
});
