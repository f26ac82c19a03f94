import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Fault } from '../model/outcome.ts';
import { checkTheatre, loadTheatre } from './load.ts';
import { packageFolder } from './read-folder.ts';
import { printFault } from './theatre-fault.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'whoholds-theatre-'));
  cpSync(join(packageFolder('theatres'), 'tiny'), folder, { recursive: true });
});

afterEach(() => rmSync(folder, { recursive: true }));

const edit = (file: string, change: (text: string) => string): void => {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  const changed = change(text);
  expect(changed).not.toBe(text);
  writeFileSync(path, changed);
};

const faults = (): readonly string[] => checkTheatre(folder).map(printFault);

describe('a theatre of the package', () => {
  test.each(['open', 'tiny', 'afghanistan-2021'])('%s is sound', (id) => {
    expect(checkTheatre(id).map(printFault)).toEqual([]);
    expect(loadTheatre(id).id).toBe(id);
  });

  test('holds what its files say', () => {
    const tiny = loadTheatre('tiny');
    expect(tiny.sides.map(({ id, role }) => [id, role])).toEqual([
      ['blue', 'incumbent'],
      ['red', 'challenger'],
    ]);
    expect(tiny.baselines.map(({ id, holder, p }) => [id, holder, p])).toEqual([
      ['author', 'blue', 0.96],
      ['leaning', 'blue', 0.8],
    ]);
    expect(tiny.outlets.find(({ name }) => name === 'Red Banner Dispatch')?.affiliation).toBe('red');
    expect(tiny.denominators.map(({ count, unit, edition }) => [count, unit, edition])).toEqual([
      [12, 'district', '2020'],
    ]);
    expect(tiny.lexicon.verbs.size).toBeGreaterThan(0);
    expect(tiny.open).toBe(false);
  });

  test('open has sides of the three classes and no gazetteer', () => {
    const open = loadTheatre('open');
    expect(open.open).toBe(true);
    expect(open.sides.map((side) => side.class)).toEqual(['government', 'non-state', 'foreign']);
    expect(open.gazetteer.all()).toEqual([]);
    expect(open.gazetteer.scan('The Reds took Ashford.')).toEqual([]);
    expect(open.gazetteer.lookup('Ashford')).toEqual([]);
  });

  test('is refused by name where there is none, and those that exist are told', () => {
    expect(() => loadTheatre('nowhere')).toThrow(/No theatre "nowhere".*afghanistan-2021, open, syria-2024, tiny/);
  });
});

describe("a folder of one's own", () => {
  test('loads by its path, and its version changes with any of its files', () => {
    const before = loadTheatre(folder).version;
    expect(before).toBe(loadTheatre('tiny').version);
    edit('NOTICE.md', (text) => `${text}\n`);
    expect(loadTheatre(folder).version).not.toBe(before);
  });

  test('tells all its faults at once, each with file, row and column', () => {
    edit('gazetteer.csv', (text) =>
      text.replace('51.00,-1.00,TN-NOR', '91.00,-1.00,TN-NOR').replace(',TN-SOU,Hollyn', ',TN-XXX,'),
    );
    edit('theatre.json', (text) => text.replace('"UTC"', '"Mars/Base"'));
    edit('actors.json', (text) => text.replace('"organisation"', '"party"'));
    const message = (): string => {
      try {
        loadTheatre(folder);
      } catch (error) {
        if (error instanceof Fault) return `${error.kind}: ${error.message}`;
        throw error;
      }
      return 'no fault';
    };
    expect(message()).toMatch(/^usage: The theatre in .* has \d+ faults:\n/);
    expect(faults()).toEqual([
      'theatre.json: timezone: must be an IANA time zone, such as Europe/London',
      'gazetteer.csv:6: lat: must be a number from -90 to 90, or empty',
      'actors.json:1: kind: Invalid option: expected one of "person"|"force"|"organisation"',
      'gazetteer.csv:13: parent: no place has the id "TN-XXX"',
    ]);
  });
});

const inGazetteer = (from: string, to: string) => () => edit('gazetteer.csv', (text) => text.replace(from, to));
const inTheatre = (from: string, to: string) => () => edit('theatre.json', (text) => text.replace(from, to));
const inActors = (from: string, to: string) => () => edit('actors.json', (text) => text.replace(from, to));
const inCells = (from: string, to: string) => () => edit('cells.geojson', (text) => text.replace(from, to));

describe('a fault is told where it stands', () => {
  test.each([
    ['a file that is no JSON', inTheatre('"id": "tiny",', '"id" "tiny",'), /^theatre\.json: is no JSON/],
    ['a field that does not exist', inTheatre('"tempo"', '"pace": 1, "tempo"'), /^theatre\.json: .*pace/],
    ['a missing column', inGazetteer('parent,aka', 'parent,alias'), /^gazetteer\.csv:1: aka: column is missing/],
    [
      'a row that is cut short',
      inGazetteer('TN-NOR,\nmidvale', 'TN-NOR\nmidvale'),
      /^gazetteer\.csv:8: has 7 fields and not 8/,
    ],
    ['a quote that is not closed', inGazetteer('Ashforde', '"Ashforde'), /^gazetteer\.csv:6: has a quotation mark/],
    ['a kind that does not exist', inGazetteer('district,Eastry', 'shire,Eastry'), /^gazetteer\.csv:10: kind: /],
    [
      'a place listed twice',
      inGazetteer('southlea/garth,', 'southlea/hollin,'),
      /^gazetteer\.csv:13: id: "southlea\/hollin" stands there already/,
    ],
    [
      'a place held by nothing',
      inGazetteer('0.00,TN,\nTN-SOU', '0.00,,\nTN-SOU'),
      /^gazetteer\.csv:4: parent: a province must name/,
    ],
    [
      'places that hold each other',
      inGazetteer('0.00,TN,\nTN-SOU', '0.00,midvale/eastry,\nTN-SOU'),
      /lies in a circle of parents/,
    ],
    [
      'a province that does not exist',
      inGazetteer('Eastry,Midvale', 'Eastry,Midvail'),
      /^gazetteer\.csv:10: province: no province is called "Midvail"/,
    ],
    [
      'half a point',
      inGazetteer('Garth,Southlea,49.00,', 'Garth,Southlea,,'),
      /^gazetteer\.csv:12: lat: a point needs/,
    ],
    [
      'a spelling that can never be told apart',
      inGazetteer('TN-SOU,Hollyn', 'TN-SOU,Garth'),
      /^gazetteer\.csv:13: aka: "Garth" is also a district of the same province, "southlea\/garth"/,
    ],
    [
      'a side listed twice',
      inTheatre('"id": "red"', '"id": "blue"'),
      /^theatre\.json:2: sides\.id: "blue" stands there already/,
    ],
    [
      'two incumbents',
      inTheatre('"challenger"', '"incumbent"'),
      /^theatre\.json: sides\.role: there must be one incumbent, and there are 2/,
    ],
    [
      'an ally that does not exist',
      inTheatre('"alliedWith": null', '"alliedWith": "green"'),
      /^theatre\.json:1: sides\.alliedWith: no side/,
    ],
    [
      'a period that ends before it begins',
      inTheatre('"until": "2021-03-31"', '"until": "2021-02-01"'),
      /^theatre\.json: period: 2021-03-01 is after 2021-02-01/,
    ],
    [
      'an opening day outside the period',
      inTheatre('"openOn": "2021-03-17"', '"openOn": "2021-04-17"'),
      /^theatre\.json: openOn: 2021-04-17 is outside/,
    ],
    [
      'a crossing that is none',
      inTheatre('"northmark/millers-bridge"', '"northmark/ashford"'),
      /^theatre\.json: crossings: no crossing has the id "northmark\/ashford"/,
    ],
    ['a day that is none', inTheatre('2021-03-31', '2021-03-32'), /^theatre\.json: period\.until: must be a day/],
    [
      'a language that nobody has written',
      inTheatre('"language": "en"', '"language": "tlh"'),
      /^theatre\.json: language: no language has the id "tlh"/,
    ],
    [
      'an office on no side',
      inActors('"side": "red"', '"side": "green"'),
      /^actors\.json:1: roles\.0\.side: no side has the id "green"/,
    ],
    [
      'an office that ends before it begins',
      inActors('"from": null, "until": null', '"from": "2021-03-02", "until": "2021-03-01"'),
      /^actors\.json:1: roles\.0: 2021-03-02 is after 2021-03-01/,
    ],
    [
      'a baseline of no side',
      () => edit('baseline.json', (text) => text.replace('"blue"', '"green"')),
      /^baseline\.json:1: holder: no side/,
    ],
    [
      'a list of no places',
      () => edit('denominators.json', (text) => text.replace('12', '0')),
      /^denominators\.json:1: count: /,
    ],
    [
      'a name for what is not there',
      () => edit('names.csv', (text) => text.replace('northmark/ashford', 'northmark/asford')),
      /^names\.csv:6: id: no place has the id "northmark\/asford"/,
    ],
    [
      'two names of one thing in one language',
      () => edit('names.csv', (text) => `${text}fa,side,red,سرخ\n`),
      /^names\.csv:7: id: "fa side red" stands there already/,
    ],
    [
      'an exception list that is not there',
      () => edit('baseline.json', (text) => text.replace('"exceptions": null', '"exceptions": "own.csv"')),
      /^baseline\.json:1: exceptions: there is no file "own\.csv"/,
    ],
    [
      'a cell of an unknown place',
      inCells('"northmark/ashford"', '"northmark/asford"'),
      /^cells\.geojson:1: properties\.place: no place has the id/,
    ],
    [
      'a ring that is not closed',
      inCells('[-1.5,50.5]]]', '[-1.4,50.5]]]'),
      /^cells\.geojson:1: geometry\.coordinates: a ring must end where it begins/,
    ],
    [
      'a lexicon that is none',
      () => writeFileSync(join(folder, 'lexicon.json'), '{"words": []}'),
      /lexicon\.json: .*words/,
    ],
    ['a missing notice', () => rmSync(join(folder, 'NOTICE.md')), /^NOTICE\.md: is missing/],
    ['a missing gazetteer', () => rmSync(join(folder, 'gazetteer.csv')), /^gazetteer\.csv: is missing/],
  ])('%s', (_, spoil, expected) => {
    spoil();
    expect(faults().join('\n')).toMatch(new RegExp(expected.source, 'm'));
    expect(() => loadTheatre(folder)).toThrow(Fault);
  });
});

test('names in another language are kept by what they name', () => {
  const names = loadTheatre(folder).names.get('fa');
  expect(names?.sides.get('red')).toBe('اتحاد سرخ');
  expect(names?.places.get('northmark/ashford')).toBe('اشفورد');
  expect(names?.places.has('northmark/coldwell')).toBe(false);
  rmSync(join(folder, 'names.csv'));
  expect(loadTheatre(folder).names.size).toBe(0);
});

test('exceptions of a baseline are read from their file, and their faults told', () => {
  edit('baseline.json', (text) => text.replace('"exceptions": null', '"exceptions": "own.csv"'));
  writeFileSync(join(folder, 'own.csv'), 'place,side,source\nsouthlea/garth,red,our own word\n');
  expect(loadTheatre(folder).baselines[0]?.exceptions).toEqual(new Map([['southlea/garth', 'red']]));
  writeFileSync(join(folder, 'own.csv'), 'place,side,source\nsouthlea/gart,green,our own word\n');
  expect(faults()).toEqual([
    'own.csv:2: place: no place has the id "southlea/gart"',
    'own.csv:2: side: no side has the id "green"',
  ]);
});
