// Cases of incidents as text, which an area expert can write: a sentence or two, then one line an incident.
// Invariant: what is compared is the printed notation; an empty right side says that nothing happened.
import { describe, expect, test } from 'vitest';
import type { Incident } from '../src/model/claim.ts';
import type { When } from '../src/model/time.ts';
import { placeReading } from '../src/places/place-claims.ts';
import { read } from '../src/reading/read.ts';
import { loadTheatre } from '../src/theatre/load.ts';
import { inventedReport } from './invented-report.ts';
import { textCasesIn } from './text-cases.ts';

const range = (name: string, losses: Incident['fatalities']): readonly string[] => {
  if (losses === null) return [];
  return [`${name} ${losses.low}${losses.high === losses.low ? '' : `-${losses.high}`}`];
};

const day = ({ earliest, latest }: When): string => (earliest === latest ? `${earliest}` : `${earliest}..${latest}`);

const parties = ({ actor, target }: Incident): string =>
  `${actor === null ? '' : ` by ${actor}`}${target === null ? '' : ` against ${target}`}`;

const accountOf = ({ sameEvent }: Incident, all: readonly Incident[]): readonly string[] =>
  sameEvent === null ? [] : [`same as ${all.findIndex(({ id }) => id === sameEvent) + 1}`];

const print = (one: Incident, all: readonly Incident[]): string =>
  [
    `${one.type}${one.subtype === null ? '' : `: ${one.subtype}`}${parties(one)}${one.modality === 'actual' ? '' : ` ${one.modality}`}`,
    one.place?.name ?? 'nowhere',
    day(one.when),
    ...range('killed', one.fatalities),
    ...range('hurt', one.injuries),
    one.by.speaker === null ? one.by.sides.join(', ') : `${one.by.speaker} [${one.by.sides.join(', ')}]`,
    ...(one.deniedBy === null ? [] : [`denied by ${one.deniedBy}`]),
    ...accountOf(one, all),
  ].join(' · ');

describe('incidents', () => {
  test.each(textCasesIn('incidents'))('$file: $title', ({ theatre, published, text, expected }) => {
    const world = loadTheatre(theatre);
    const { incidents, trace } = placeReading(read(inventedReport(text, published), world), world);
    const why = trace.map(({ pass, says }) => `${pass}: ${says}`).join('\n');
    expect(
      incidents.map((one) => print(one, incidents)),
      why,
    ).toEqual(expected);
  });
});
