import { describe, expect, test } from 'vitest';
import { inventedReport } from '../../../test/invented-report.ts';
import { loadTheatre } from '../../theatre/load.ts';
import { read } from '../read.ts';

const marked = (theatre: string, text: string): readonly string[] =>
  read(inventedReport(text, '2021-03-17'), loadTheatre(theatre)).marks.places.map(({ start, end }) =>
    text.slice(start, end),
  );

describe('places marked with a gazetteer', () => {
  test.each([
    ['in sentences without a claim', 'Markets were open in Garth and in Hollin town.', ['Garth', 'Hollin']],
    ['not as a surname', 'Captain Ned Garth spoke on Monday. "All is well," Garth said.', []],
    ['not in the name of a paper', 'The Ashford Times was sold in Garth.', ['Garth']],
    ['in the name of a council', 'The Ashford District Council met on Monday.', ['Ashford']],
    [
      'by a spelling that is only close, where its kind is said',
      'The mayor of Birchholme district spoke.',
      ['Birchholme'],
    ],
    ['but not by a close spelling alone', 'The mayor met Hollit on Monday.', []],
  ])('%s', (_, text, expected) => {
    expect(marked('tiny', text)).toEqual(expected);
  });

  test('with the likeliest candidate first', () => {
    const text = 'Rain fell in Fernhill district, Southlea, on Monday.';
    const [first] = read(inventedReport(text, '2021-03-17'), loadTheatre('tiny')).marks.places;
    expect(first?.candidates).toEqual(['southlea/fernhill', 'midvale/fernhill']);
  });
});

describe('places marked without a gazetteer', () => {
  test.each([
    ['behind a preposition of place', 'Rain fell in Northwich on Monday.', ['Northwich']],
    ['where somebody went', 'Farmers fled to Sandbach on Monday.', ['Sandbach']],
    ['with the noun beside the name', 'Wheelock district was flooded.', ['Wheelock']],
    ['of two words and a link', 'Prices rose in Sar-e Pul and in Rio de Oro.', ['Sar-e Pul', 'Rio de Oro']],
    ['a country', 'Rain fell in Peru.', ['Peru']],
    ['but no person with an office', 'Ivo Marsh, the mayor of Northwich, spoke.', ['Northwich']],
    ['nor one that is quoted', '"All is well," Tam Abbot said.', []],
    ['nor a ministry', 'The Ministry of Trade spoke in Northwich.', ['Northwich']],
    ['nor a paper', 'Ms Hale told the Wessex Herald about Northwich town.', ['Northwich']],
    ['nor a month, a weekday, a people', 'On Monday the Peruvians danced in May.', []],
    ['nor a word that only begins a sentence', 'Gunfire was heard. Elsewhere all was calm.', []],
    ['nor a word of a title', 'Farmers Lose Wheat As Rain Falls', []],
    ['nor what a party is called', 'The United Farmers Party won.', []],
    ['nor a storm', 'Storm Cyril hit the town of Northwich.', ['Northwich']],
  ])('%s', (_, text, expected) => {
    expect(marked('open', text)).toEqual(expected);
  });
});
