// Who speaks in a ledger: each voice with what it claimed, what was denied and what came true.
// Invariant: the same words in one family of reports count once; what came true is told by the same rules as the letters.
import type { Claim, ClaimId } from '../model/claim.ts';
import type { Evidence } from '../model/control.ts';
import type { Day } from '../model/time.ts';
import type { Outcomes } from './letter-desk.ts';
import type { SpeakerRow } from './overview-contract.ts';

/** As much of a claim as is needed to count it: a large ledger has a million of them. */
export interface Saying extends Pick<Claim, 'id' | 'polarity' | 'answers'> {
  readonly voice: string;
  readonly key: string;
  readonly by: Pick<Claim['by'], 'speaker' | 'role' | 'voice' | 'sides'>;
  readonly outlet: string | null;
  readonly day: Day | null;
}

const voiceKey = ({ by }: Claim): string =>
  JSON.stringify([by.speaker, by.speaker === null ? by.voice.class : null, by.sides]);

/** What one family of reports says by one voice of one place and day is said once. */
const sayingKey = ({ claim, report }: Evidence): string => {
  const { place, scope, kind, actor, polarity, when } = claim;
  return JSON.stringify([report.family, place.id, scope, kind, actor, polarity, when.earliest, when.latest]);
};

export const sayingOf = (evidence: Evidence): Saying => {
  const { claim, report } = evidence;
  const { speaker, role, voice, sides } = claim.by;
  return {
    ...{ id: claim.id, polarity: claim.polarity, answers: claim.answers, outlet: report.outlet },
    ...{ voice: voiceKey(claim), key: sayingKey(evidence), by: { speaker, role, voice, sides } },
    day: claim.when.latest ?? report.published.latest,
  };
};

const distinct = (words: readonly (string | null)[]): readonly string[] => [
  ...new Set(words.filter((word) => word !== null)),
];

interface Looked {
  readonly answered: ReadonlySet<ClaimId>;
  readonly outcomes: Outcomes | null;
}

const countSayings = (said: readonly Saying[], { answered, outcomes }: Looked) => {
  const sayings = [...Map.groupBy(said, ({ key }) => key).values()];
  const affirmed = sayings.filter(([one]) => one?.polarity === 'affirmed');
  const checked = said.flatMap(({ id }) => outcomes?.get(id) ?? []);
  return {
    claims: affirmed.length,
    denied: affirmed.filter((alike) => alike.some(({ id }) => answered.has(id))).length,
    denials: sayings.length - affirmed.length,
    checkable: outcomes === null ? null : checked.length,
    cameTrue: outcomes === null ? null : checked.filter((came) => came).length,
  };
};

const rowOf = (said: readonly Saying[], looked: Looked): readonly SpeakerRow[] => {
  const [first] = said;
  if (first === undefined) return [];
  const days = said.flatMap(({ day }) => day ?? []).sort();
  const { speaker, voice, sides } = first.by;
  return [
    {
      ...{ speaker, class: voice.class, sides },
      roles: distinct(said.map(({ by }) => by.role)),
      ...countSayings(said, looked),
      outlets: distinct(said.map(({ outlet }) => outlet)).length,
      ...{ first: days[0] ?? null, last: days.at(-1) ?? null },
    },
  ];
};

const bySayings = (a: SpeakerRow, b: SpeakerRow): number =>
  b.claims + b.denials - a.claims - a.denials || String(a.speaker).localeCompare(String(b.speaker), 'en');

/** Everybody who speaks in these, those who say most first. */
export const tellSpeakers = (said: readonly Saying[], outcomes: Outcomes | null): readonly SpeakerRow[] => {
  const answered = new Set(said.flatMap(({ polarity, answers }) => (polarity === 'denied' ? (answers ?? []) : [])));
  const voices = [...Map.groupBy(said, ({ voice }) => voice).values()];
  return voices.flatMap((one) => rowOf(one, { answered, outcomes })).sort(bySayings);
};
