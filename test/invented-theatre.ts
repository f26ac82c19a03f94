// A theatre in memory for unit tests that need an ally, a neighbour and an alliance, which `tiny` has not.
// Invariant: every name in it is invented.
import { fileURLToPath } from 'node:url';
import type { Side } from '../src/model/actor.ts';
import type { Theatre } from '../src/model/theatre.ts';
import type { Day } from '../src/model/time.ts';
import { loadLexicon } from '../src/theatre/lexicon.ts';
import { readFolder } from '../src/theatre/read-folder.ts';

const side = (given: Partial<Side> & Pick<Side, 'id' | 'name' | 'names'>): Side => ({
  belligerent: true,
  role: 'other',
  alliedWith: null,
  class: 'non-state',
  ...given,
});

export const day = (text: string): Day => text as Day;

export const inventedTheatre: Theatre = {
  id: 'invented',
  version: 'test',
  title: 'An invented war',
  period: { from: day('2021-03-01'), until: day('2021-08-31') },
  openOn: null,
  timezone: 'UTC',
  sides: [
    side({ id: 'crown', name: 'Crown', names: ['Velian', 'security forces'], role: 'incumbent', class: 'government' }),
    side({ id: 'league', name: 'League', names: ['Leaguers', 'insurgents', 'militants'], role: 'challenger' }),
    side({ id: 'levies', name: 'Levies', names: ['people’s levies', 'uprising'], alliedWith: 'crown' }),
    side({ id: 'ostmark', name: 'Ostmark', names: ['Ostmarker'], belligerent: false, class: 'foreign' }),
  ],
  actors: [
    {
      id: 'ivo-hale',
      name: 'Ivo Hale',
      names: ['Hale'],
      kind: 'person',
      roles: [
        { title: 'League spokesman', side: 'league', from: null, until: day('2021-05-31') },
        { title: 'envoy', side: 'crown', from: day('2021-06-01'), until: null },
      ],
    },
  ],
  outlets: [],
  open: false,
  gazetteer: {
    get: () => null,
    all: () => [],
    scan: () => [],
    touches: () => true,
    lookup: () => [],
    spells: () => [],
    ancestors: () => [],
    cellOf: () => null,
  },
  lexicon: loadLexicon(readFolder(fileURLToPath(new URL('../languages/en', import.meta.url))), null),
  baselines: [],
  denominators: [],
  names: new Map(),
  cells: [],
  crossings: new Map(),
  tempo: 'moving',
  coverage: 'none',
};
