import { expect, test } from 'vitest';
import { inventedReport } from '../../test/invented-report.ts';
import { parseClaim } from '../model/notation.ts';
import { loadTheatre } from '../theatre/load.ts';
import { readReport } from '../whoholds/read-item.ts';
import { draftCase } from './draft-case.ts';

test('a drafted case keeps every field that its lines have, and can be read back', () => {
  const text =
    'The Reds captured parts of Ashford town on Monday. The Blues lost Garth to the Reds. ' +
    'Troops made a tactical retreat from Hollin on Sunday. The Reds vowed to capture Coldwell by Friday.';
  const report = inventedReport(text, '2021-03-17', { title: 'Four fields' });
  const drafted = draftCase(report, readReport(report, loadTheatre('tiny')), 'tiny').split('\n');
  expect(drafted.slice(0, 4)).toEqual(['=== Four fields', 'theatre: tiny   published: 2021-03-17', text, '---']);
  const lines = drafted.slice(4).map(parseClaim);
  expect(lines).toMatchObject([
    { place: 'Ashford', partial: true },
    { place: 'Garth', to: 'red' },
    { place: 'Hollin', tactical: true },
    { place: 'Coldwell', modality: 'planned', deadline: { latest: '2021-03-19' } },
  ]);
});
