import { describe, expect, test } from 'vitest';
import { inventedReport } from '../../test/invented-report.ts';
import { loadTheatre } from '../theatre/load.ts';
import { read } from './read.ts';

const theatre = loadTheatre('tiny');
const reading = (text: string, published = '2021-03-17') => read(inventedReport(text, published), theatre);
const incidents = (text: string) => reading(text).incidents;

describe('what happened', () => {
  test.each([
    ['Air strikes killed 20 fighters near Coldwell on Monday.', 'explosion/remote violence', 'air strike'],
    ['A roadside bomb hit a bus in Ashford.', 'explosion/remote violence', 'IED'],
    ['Forty guards were killed in Ashford.', 'battle', 'armed clash'],
    ['Two farmers were killed in Ashford.', 'violence against civilians', null],
    ['Crowds protested in Ashford on Monday.', 'protest', 'peaceful protest'],
    ['Some 300 families have fled their homes in Ashford.', 'displacement', null],
    ['In Ashford 16 guards laid down their arms.', 'strategic development', 'surrender'],
    ['The League imposed a curfew in Ashford.', 'strategic development', 'curfew'],
    ['The League set fire to the mill in Ashford.', 'strategic development', 'property destruction'],
  ])('%s → %s, %s', (text, type, subtype) => expect(incidents(text)).toMatchObject([{ type, subtype }]));

  test.each([
    'The League took Ashford on Monday.',
    'If shelling goes on, people will flee.',
    'The guards stayed to prevent looting.',
    'Fifty people died of cholera in Ashford.',
    'Forty guards were killed in Ashford in 1996.',
    'The town of Ashford is calm.',
  ])('nothing: %s', (text) => expect(incidents(text)).toEqual([]));
});

describe('losses', () => {
  const losses = (text: string) =>
    incidents(text).map(({ fatalities, injuries }) => [fatalities?.high, injuries?.high]);

  test('joined numbers are added up, the hurt apart', () => {
    expect(losses('Nine policemen and six farmers were killed and 40 wounded in Ashford.')).toEqual([[15, 40]]);
    expect(losses('A bomb blast in Ashford killed four people and wounded 11 others.')).toEqual([[4, 11]]);
  });

  test.each([
    ['Nine people, three of them children, were killed in Ashford.', [9, undefined]],
    ['Two guards, both of them from Eastry, were killed in Ashford.', [2, undefined]],
    ['The gunmen, two of whom were wounded, fled Ashford.', [undefined, 2]],
  ])('who is one of those counted adds nothing: %s', (text, said) => expect(losses(text)).toEqual([said]));

  test.each([
    ['Six gunmen attacked a post in Ashford. Guards fired back and the gunmen were all killed.', [6, undefined]],
    ['Several armed men stormed a bus in Ashford. The men, one of them a deserter, were all killed.', [9, undefined]],
    [
      'Several armed men stormed a bus in Ashford. The men, one of them the wanted League commander, were all killed.',
      [9, undefined],
    ],
    ['Six gunmen attacked a post. The guards were all killed in Ashford on Monday.', [undefined, undefined]],
    ['A deadly blast hit the market in Ashford.', [3, undefined]],
    ['A deadly blast hit the market in Ashford. A doctor said 12 people were killed.', [12, undefined]],
  ])('a number said before, and none: %s', (text, said) => expect(losses(text).at(-1)).toEqual(said));

  test('at most is an upper bound only', () => {
    expect(incidents('No more than three fighters were killed in Ashford.')[0]?.fatalities).toEqual({
      low: 0,
      high: 3,
    });
  });

  test('a further toll is the same event, whoever counts', () => {
    const [first, second] = incidents('A bomb blast in Ashford killed four people. A nurse counted six dead.');
    expect(second).toMatchObject({ type: 'explosion/remote violence', sameEvent: first?.id });
  });
});

test('an incident has its place and day, from the sentence or the paragraph', () => {
  const [shelling] = incidents('The League took Ashford on Monday. The mill was shelled.');
  expect(shelling).toMatchObject({ place: { text: 'Ashford' }, when: { latest: '2021-03-15', basis: 'implied' } });
});

test('who denied it is kept', () => {
  expect(incidents('A bomb blast hit Ashford. The League denied responsibility.')[0]?.deniedBy).toBe('red');
});

describe('corrections', () => {
  test('what the outlet takes back is marked with its place and kind', () => {
    const text = 'Correction: an earlier version of this report said that the League had taken Ashford. It has not.';
    expect(reading(text).corrections).toMatchObject([{ of: { kind: 'capture' } }]);
    expect(reading(text).corrections[0]?.of?.place).toMatch(/ashford/i);
  });

  test('a party that corrects another corrects nothing of the outlet', () => {
    expect(reading('The League took Ashford, and the Council called it wrong.').corrections).toEqual([]);
  });
});
