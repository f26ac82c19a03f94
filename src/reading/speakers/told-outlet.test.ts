// Which outlet was told, carried or heard what is said: a sentence with one claim, and the outlet's name or none.
import { describe, expect, test } from 'vitest';
import { inventedReport } from '../../../test/invented-report.ts';
import { loadTheatre } from '../../theatre/load.ts';
import { read } from '../read.ts';

const tiny = loadTheatre('tiny');
const viaOf = (text: string): readonly (string | null)[] => [
  ...new Set(read(inventedReport(text, '2021-03-14'), tiny).claims.map(({ by }) => by.via)),
];

describe('the outlet that was told', () => {
  test.each([
    ['The mayor said in a speech aired by Northmark Radio that the Reds had taken Ashford.', 'Northmark Radio'],
    ['The League said in a statement seen by the Ashford Examiner that it had taken Ashford.', 'Ashford Examiner'],
    ['In remarks broadcast by Channel Nine, the governor said the Reds had taken Ashford.', 'Channel Nine'],
    ['The Council, in a statement published by Tarn Press, said the Reds had left Ashford.', 'Tarn Press'],
    ['The mayor said in a statement published in the Courier that the Reds had taken Ashford.', 'Courier'],
    ['The governor wrote in the Ashford Examiner that the Reds had taken Garth.', 'Ashford Examiner'],
    ['The Reds have taken Ashford, the mayor said on Radio Garth.', 'Radio Garth'],
    ['Speaking on Radio Garth, the mayor said the Reds had taken Ashford.', 'Radio Garth'],
    ['Asked by the Courier if Ashford was lost, the mayor said the Reds had taken it.', 'Courier'],
    ['A resident who spoke to the Courier said the Reds had taken Ashford.', 'Courier'],
    ['A resident, reached by the Courier via WhatsApp, said the Reds had taken Ashford.', 'Courier'],
    ['A resident told a Wire 7 reporter that the Reds had taken Ashford.', 'Wire 7'],
    ["A resident told the Courier's correspondent that the Reds had taken Ashford.", 'Courier'],
    ['A resident told the private Shine FM radio station the Reds had taken Ashford.', 'Shine FM radio station'],
    ['A resident told local daily El Norte that the Reds had taken Ashford.', 'El Norte'],
    ['The mayor was quoted as saying by the Tolby network that the Reds had taken Ashford.', 'Tolby network'],
    ['The Reds have taken Ashford, the mayor was cited as saying by local daily El Norte.', 'El Norte'],
    ['The mayor said in a sermon broadcast by Garth Radio that the Reds had taken Ashford.', 'Garth Radio'],
    ['Tolby News quoted the mayor as saying that the Reds had taken Ashford.', 'Tolby News'],
  ])('%s → %s', (text, via) => expect(viaOf(text)).toEqual([via]));

  test.each([
    'The mayor told the Commons that the Reds had taken Ashford.',
    'The mayor told Congress that the Reds had taken Ashford.',
    'The mayor said in a video released on Telegram that the Reds had taken Ashford.',
    'The mayor wrote on Facebook that the Reds had taken Ashford.',
    'The mayor told reporters in Garth that the Reds had taken Ashford.',
    'The mayor met Edda Crane on Monday. He told Crane the Reds had taken Ashford.',
    'The mayor said on Radio Square that the Reds had taken Ashford.',
    'The mayor said in a message broadcast over loudspeakers that the Reds had taken Ashford.',
    'The mayor said in a statement published in Garth that the Reds had taken Ashford.',
    'The mayor told supporters that the Reds had taken Ashford.',
    'The mayor said in the council chamber that the Reds had taken Ashford.',
  ])('%s → nobody of the press', (text) => expect(viaOf(text)).toEqual([null]));

  test('goes by its whole name where the text has it', () =>
    expect(
      viaOf('The Northern Courier asked the mayor. He told the Courier on Monday that the Reds had taken Ashford.'),
    ).toEqual(['Northern Courier']));

  test('keeps a short name that stands alone', () =>
    expect(viaOf('In The Courier. The mayor told the Courier that the Reds had taken Ashford.')).toEqual(['Courier']));
});
