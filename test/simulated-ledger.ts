// A made-up world's reports as claims in a real ledger: one report a day and cell, each statement in the words of its class.
// Invariant: the same world gives the same entries.
import type { SimulatedCell, SPEAKING } from '../bench/simulation/world.ts';
import { openLedger } from '../src/ledger/ledger.ts';
import { type Claim, claimId, type Kind, type Voice, type VoiceClass } from '../src/model/claim.ts';
import type { Batch } from '../src/model/entry.ts';
import type { Place } from '../src/model/place.ts';
import type { Report } from '../src/model/report.ts';
import { contentId, hashBytes } from '../src/model/text.ts';
import type { Theatre } from '../src/model/theatre.ts';
import { addDays, type Day, type Instant, onDay } from '../src/model/time.ts';

type Speaking = (typeof SPEAKING)[number];

interface Words {
  readonly kind: Kind;
  readonly denied?: true;
  /** Who has the place by these words, and who says so. */
  readonly actor: 'incumbent' | 'challenger';
  readonly by: 'incumbent' | 'challenger' | 'international';
  readonly voice: VoiceClass;
  readonly stake?: true;
}

/** Whoever tells of a retaking admits a loss; in these worlds places are spoken of as retaken without one, so it is told as a holding. */
const WORDS: Readonly<Record<Speaking, Words>> = {
  'own-capture': { kind: 'capture', actor: 'challenger', by: 'challenger', voice: 'spokesman' },
  'own-hold': { kind: 'hold', actor: 'challenger', by: 'challenger', voice: 'spokesman' },
  'central-repulse': { kind: 'capture', denied: true, actor: 'challenger', by: 'incumbent', voice: 'ministry' },
  'local-concession': { kind: 'capture', actor: 'challenger', by: 'incumbent', voice: 'local-official' },
  'local-concession-hold': { kind: 'hold', actor: 'challenger', by: 'incumbent', voice: 'local-official' },
  'central-concession': { kind: 'capture', actor: 'challenger', by: 'incumbent', voice: 'ministry' },
  'central-retaken': { kind: 'hold', actor: 'incumbent', by: 'incumbent', voice: 'ministry' },
  'local-retaken': { kind: 'hold', actor: 'incumbent', by: 'incumbent', voice: 'local-official' },
  'challenger-concession': { kind: 'hold', actor: 'incumbent', by: 'challenger', voice: 'spokesman' },
  'third-on-record': { kind: 'capture', actor: 'challenger', by: 'international', voice: 'third-party' },
  'third-with-stake': { kind: 'capture', actor: 'challenger', by: 'international', voice: 'third-party', stake: true },
  'third-anonymous': { kind: 'capture', actor: 'challenger', by: 'international', voice: 'anonymous' },
};
const isSpeaking = (mark: string): mark is Speaking => mark in WORDS;

const ORIGINAL = new TextEncoder().encode('What was said of a place.');
const RECORDED = '2022-01-01T00:00:00.000Z' as Instant;
const QUOTE = { start: 0, end: ORIGINAL.length, text: 'What was said of a place.' };

interface Said {
  readonly place: Place;
  readonly on: Day;
  readonly marks: readonly Speaking[];
}

const reportOf = ({ place, on }: Said): Report => ({
  ...{ id: contentId('rpt', [place.id, on]), file: `${place.id} ${on}.txt`, url: null, outlet: 'A paper', title: null },
  ...{
    published: onDay(on, 'stated'),
    publishedAt: null,
    byline: null,
    modified: null,
    modifiedAt: null,
    captured: null,
    retrieved: RECORDED,
    text: QUOTE.text,
    bodyStart: 0,
  },
  ...{ parts: [], cut: [], agency: null, language: 'en', originalHash: hashBytes(ORIGINAL) },
});

const claimOf = (theatre: Theatre, { place, on, marks }: Said, at: number): Claim => {
  const mark = marks[at] ?? 'own-hold';
  const words = WORDS[mark];
  const side = (role: 'incumbent' | 'challenger'): string => theatre.sides.find((one) => one.role === role)?.id ?? '';
  const voice: Voice = { class: words.voice, onRecord: words.voice !== 'anonymous', stake: words.stake === true };
  const speaker =
    words.voice === 'anonymous' ? null : `The ${words.voice} of ${place.name}${words.stake ? ' next door' : ''}`;
  const claim: Omit<Claim, 'id'> = {
    ...{ report: contentId('rpt', [place.id, on]), placeSpan: null, scope: 'district', kind: words.kind },
    place: { id: place.id, name: place.name, province: null, kind: 'district', candidates: [], reason: 'given' },
    ...{ actor: side(words.actor), polarity: words.denied ? 'denied' : 'affirmed', modality: 'actual' },
    when: onDay(on, 'stated'),
    by: {
      ...{ speaker, role: null, voice, via: null, relayedBy: null, frame: null },
      sides: [words.by === 'international' ? 'international' : side(words.by)],
    },
    ...{ quote: { ...QUOTE, start: at }, answers: null, to: null, force: null, deadline: null },
    ...{ partial: false, tactical: false, reading: 1, reader: 'tests' },
  };
  return { id: claimId(claim), ...claim };
};

const batchOf = (theatre: Theatre, said: Said): Batch => {
  const report = reportOf(said);
  return {
    ...{ by: 'tests', recorded: RECORDED, report, original: ORIGINAL, reader: 'tests' },
    signature: { report: report.id, shingles: new Uint32Array(), sample: [] },
    claims: said.marks.map((_, at) => claimOf(theatre, said, at)),
    ...{ families: [], aggregates: [], incidents: [], corrections: [], refusals: [] },
  };
};

/** Writes a world's reports into a new ledger; the theatre's districts in order are its cells, its first day the first. */
export const writeSimulated = async (
  file: string,
  theatre: Theatre,
  world: readonly SimulatedCell[],
): Promise<void> => {
  const districts = theatre.gazetteer.all().filter(({ kind }) => kind === 'district');
  const batches = world.flatMap(({ reportDays }, at): readonly Batch[] => {
    const place = districts[at];
    if (place === undefined) throw new Error(`the theatre has no ${at + 1} districts`);
    return reportDays.map(({ day, marks }) =>
      batchOf(theatre, { place, on: addDays(theatre.period.from, day), marks: marks.filter(isSpeaking) }),
    );
  });
  const ledger = await openLedger({ file }, theatre.id);
  for (let from = 0; from < batches.length; from += 200) await ledger.append(batches.slice(from, from + 200));
  await ledger.close();
};
