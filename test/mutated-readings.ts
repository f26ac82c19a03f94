// Readings made of gold with faults put in, for testing the scorer: what is wrong in them is known to be wrong.
// Invariant: the same seed gives the same readings.
import type { GoldClaim, GoldRecord } from '../src/model/gold.ts';
import { seeded } from '../src/model/seeded.ts';

const quoteIn = (text: string, quote: string) => {
  const start = text.indexOf(quote);
  return { start, end: start + quote.length, text: quote };
};

const claimOf = (gold: GoldClaim, text: string) => ({
  place: { id: gold.placeId ?? null, name: gold.place },
  scope: gold.scope,
  kind: gold.kind as string,
  actor: gold.actor,
  polarity: gold.polarity as string,
  modality: gold.modality as string,
  when: {
    earliest: gold.dateFrom ?? (gold.date as string | null) ?? null,
    latest: (gold.date as string | null) ?? null,
  },
  speaker: gold.speaker ?? null,
  sides: [gold.speakerSide ?? 'unknown'].flat(),
  via: gold.via ?? null,
  answers: gold.answers === undefined ? null : 'clm_x',
  quote: quoteIn(text, gold.quote),
});
type Claim = ReturnType<typeof claimOf>;

/** One fault each. */
const FAULTS: readonly ((claim: Claim) => Claim)[] = [
  (claim) => ({ ...claim, kind: 'capture' }),
  (claim) => ({ ...claim, actor: 'nobody' }),
  (claim) => ({ ...claim, polarity: 'denied' }),
  (claim) => ({ ...claim, modality: 'planned' }),
  (claim) => ({ ...claim, sides: ['outlet'] }),
  (claim) => ({ ...claim, scope: 'area' }),
  (claim) => ({ ...claim, speaker: 'somebody else', via: null }),
  (claim) => ({ ...claim, place: { id: null, name: claim.place.name } }),
  (claim) => ({ ...claim, when: { earliest: '2021-05-01', latest: '2021-05-02' } }),
  (claim) => ({ ...claim, when: { earliest: null, latest: null } }),
  (claim) => ({ ...claim, quote: { ...claim.quote, start: claim.quote.start + 1 } }),
  (claim) => ({ ...claim, answers: null }),
];

/** About a third kept, a third faulty, some dropped, some said twice; one report in ten not read at all. */
export const mutateReadings = (
  gold: readonly GoldRecord[],
  textOf: (file: string) => string,
  seed: number,
): readonly object[] => {
  const random = seeded(seed);
  const mutate = (claim: Claim): readonly Claim[] => {
    const draw = random();
    const fault = FAULTS[Math.floor(random() * FAULTS.length)];
    if (draw < 0.1) return [];
    if (draw < 0.2) return [claim, claim];
    return draw < 0.6 && fault ? [fault(claim)] : [claim];
  };
  return gold.flatMap((record) => {
    if (random() < 0.1) return [];
    const text = textOf(record.file);
    const spoken = <T extends { quote: string; speakerSide?: unknown }>(one: T) => ({
      ...one,
      sides: [one.speakerSide ?? 'unknown'].flat(),
      quote: quoteIn(text, one.quote),
    });
    const claims = record.claims.map((one) => claimOf(one, text)).flatMap(mutate);
    const aggregates = record.aggregates.map(spoken).filter(() => random() < 0.8);
    const incidents = record.incidents.map((one) => ({
      ...spoken(one),
      place: { id: [one.placeId].flat()[0] ?? null, name: [one.place].flat()[0] ?? null },
      when: { earliest: one.date ?? null, latest: one.date ?? null },
    }));
    return [{ file: `some/where/${record.file}`, report: { text }, claims, aggregates, incidents }];
  });
};
