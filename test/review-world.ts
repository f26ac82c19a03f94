// A ledger for the tests of people's acts: invented reports with their gold, a clock that the test turns, and every cell's verdict.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { groundOf } from '../src/assessment/ground.ts';
import { type Ledger, openLedger, type Where } from '../src/ledger/ledger.ts';
import type { Claim, Kind } from '../src/model/claim.ts';
import type { Assessment } from '../src/model/control.ts';
import type { GoldClaim, GoldRecord } from '../src/model/gold.ts';
import { done } from '../src/model/outcome.ts';
import type { PlaceId } from '../src/model/place.ts';
import type { Day, Instant } from '../src/model/time.ts';
import { readerOfGold } from '../src/reading/gold/replay-gold.ts';
import { loadTheatre } from '../src/theatre/load.ts';
import { ActDesk } from '../src/whoholds/act-desk.ts';
import { addItems } from '../src/whoholds/add-items.ts';
import { ControlDesk } from '../src/whoholds/control-desk.ts';
import { DerivedControl } from '../src/whoholds/derived-control.ts';
import { openReview } from '../src/whoholds/open-review.ts';
import type { Reader } from '../src/whoholds/read-item.ts';
import type { Review } from '../src/whoholds/review-contract.ts';

export const theatre = loadTheatre('tiny');
export const ADDED = '2021-04-01T00:00:00.000Z' as Instant;
/** The days of a test's acts, one after another. */
export const at = (day: number): Instant => `2021-05-${String(day).padStart(2, '0')}T12:00:00.000Z` as Instant;
export const on = (day: number): Day => `2021-03-${String(day).padStart(2, '0')}` as Day;
/** A person, with a reason that is as good as any. */
export const ada = { name: 'Ada Finch', reason: 'I looked at the report.' };

const FILLER =
  'The fair at the ford was held all the same, and there were more geese than buyers, as there are in every wet spring. ';

/** Reports by name: outlet, text and what a person read in it. */
export interface Story {
  readonly outlet: string;
  readonly day: number;
  readonly text: string;
  readonly claims: readonly GoldClaim[];
  /** The reader's confidence in its claims. */
  readonly sure?: number;
}

type Said = Pick<GoldClaim, 'quote'> & Partial<GoldClaim> & { readonly kind: Kind };

export const said = (placeId: PlaceId, claim: Said): GoldClaim => ({
  ...{ placeId, place: theatre.gazetteer.get(placeId)?.name ?? placeId, scope: 'district', actor: 'red' },
  ...{ polarity: 'affirmed', modality: 'actual', speaker: null, speakerSide: 'outlet' },
  ...claim,
});

const hale = { speaker: 'Ivo Hale', role: 'League spokesman', speakerSide: 'red' };
const crane = { speaker: 'Edda Crane', role: 'Council spokeswoman', speakerSide: 'blue' };

/** Two reports of one story that are copies by a little only, so that it is in doubt. */
const GARTH = [
  'had seen the Reds take Garth, and their colours on the meeting house.',
  'The reeve was seen on the road to Hollin with two carts and a clock.',
  'The market was held on the lower green and the bread cost what it had cost on Monday.',
  'The mill stands idle because the miller went with the reeve and took the key along.',
];
const LATE = 'Nobody at the post house would say more than that before the evening coach left.';
const GARTH_FELL = { kind: 'capture', quote: 'had seen the Reds take Garth', date: on(10) } as const;
/** A third party on record, without a stake. */
const surveyor = (name: string) =>
  ({ speaker: name, role: 'surveyor of the River Society', speakerSide: 'international' }) as const;

export const STORIES: Readonly<Record<string, Story>> = {
  'garth-wire.txt': {
    ...{ outlet: 'Three Rivers Wire', day: 10, text: `Surveyor Anna Holt ${[...GARTH, FILLER].join(' ')}` },
    claims: [said('southlea/garth', { ...surveyor('Anna Holt'), ...GARTH_FELL })],
  },
  'garth-post.txt': {
    ...{ outlet: 'Southlea Post', day: 10, text: `Surveyor Ben Ashe ${[...GARTH.slice(0, 3), LATE].join(' ')}` },
    claims: [said('southlea/garth', { ...surveyor('Ben Ashe'), ...GARTH_FELL })],
  },
  'coldwell.txt': {
    ...{ outlet: 'Red Banner Dispatch', day: 12 },
    text: 'Ivo Hale said on Friday that Coldwell had been taken by the League. He was asked about the wells and laughed.',
    claims: [
      said('northmark/coldwell', {
        ...hale,
        kind: 'capture',
        quote: 'Coldwell had been taken by the League',
        date: on(12),
      }),
    ],
  },
  'coldwell-denied.txt': {
    ...{ outlet: 'Eastry Courant', day: 12 },
    text: 'Edda Crane said that the whole of Coldwell had not been taken. She would not take further questions, and left by the garden.',
    claims: [
      said('northmark/coldwell', {
        ...{ ...crane, kind: 'capture', polarity: 'denied', date: on(12) },
        quote: 'the whole of Coldwell had not been taken',
        answers: { file: 'coldwell.txt', index: 0 },
      }),
    ],
  },
  'fernhill.txt': {
    ...{ outlet: 'Northmark Herald', day: 14 },
    text: 'The League said on Sunday that it had taken Fernhill. The Herald could not learn which of the two was meant, nor could its readers.',
    claims: [
      said('southlea/fernhill', {
        ...{
          ...hale,
          speaker: 'The League',
          role: null,
          kind: 'capture',
          date: on(14),
          placeId: null,
          place: 'Fernhill',
        },
        ...{ quote: 'it had taken Fernhill', candidates: ['midvale/fernhill', 'southlea/fernhill'] },
      }),
    ],
  },
  'hollin.txt': {
    ...{ outlet: 'Hollin Sheet', day: 15, sure: 0.4 },
    text: 'A League captain said that Hollin is theirs now. The sheet has not seen the place since Thursday and neither has he.',
    claims: [
      said('southlea/hollin', {
        ...{ speaker: 'A League captain', role: 'captain', speakerSide: 'red', kind: 'hold' },
        ...{ quote: 'Hollin is theirs now', date: on(15) },
      }),
    ],
  },
};

const recordOf = ([file, story]: readonly [string, Story]): GoldRecord => ({
  ...{ file, theatre: 'tiny', claims: story.claims, aggregates: [], incidents: [], corrections: [] },
});

/** Gold, with the confidence that a story gives its claims. */
const readerOf = (stories: Readonly<Record<string, Story>>): Reader => {
  const gold = readerOfGold(Object.entries(stories).map(recordOf));
  return (report, theatre) => {
    const reading = gold(report, theatre);
    const sure = stories[report.file]?.sure ?? 1;
    return { ...reading, claims: reading.claims.map((claim) => ({ ...claim, reading: sure })) };
  };
};

async function* itemsOf(stories: Readonly<Record<string, Story>>) {
  for (const [file, { outlet, day, text }] of Object.entries(stories)) {
    const given = { published: on(day), outlet, url: null, title: null, id: null };
    yield done({ file, bytes: new TextEncoder().encode(text), form: 'text' as const, given });
  }
}

export interface ReviewWorld {
  readonly ledger: Ledger;
  readonly review: Review;
  readonly acts: ActDesk;
  readonly desk: ControlDesk;
  readonly derived: DerivedControl;
  /** Sets the clock by which acts are known. */
  turn(to: Instant): void;
  /** `STATUS HOLDER` of each cell that anybody spoke of. */
  verdicts(day: number, asOf?: Instant | null): Promise<Readonly<Record<string, string>>>;
  assessment(place: PlaceId, day: number, asOf?: Instant | null): Promise<Assessment>;
  /** The one live claim of a story, or the one at `index`. */
  claim(file: string, index?: number): Promise<Claim>;
  report(file: string): Promise<string>;
  /** Adds the reports again, with another reading of them. */
  readAgain(stories: Readonly<Record<string, Story>>): Promise<void>;
  close(): Promise<void>;
}

const folderOf = (): string => mkdtempSync(join(tmpdir(), 'whoholds-review-'));

export const verdictOf = ({ status, holder }: Assessment): string => `${status} ${holder ?? '-'}`;

const verdictsOn = async (desk: ControlDesk, day: number, asOf: Instant | null) => {
  const cells = await desk.control({
    on: on(day),
    asOf,
    seq: null,
    place: null,
    scope: null,
    minStatus: null,
    all: false,
  });
  return Object.fromEntries(cells.map((one) => [`${one.cell.place} ${one.cell.scope}`, verdictOf(one)]));
};

/** In a folder of its own, or where one says. */
export const openReviewWorld = async (stories = STORIES, where?: Where): Promise<ReviewWorld> => {
  const folder = folderOf();
  const ledger = await openLedger(where ?? { file: join(folder, 'tiny.db') }, theatre.id);
  const desk = new ControlDesk(ledger, theatre);
  let clock = at(1);
  const options = { reader: readerOf(stories), by: 'tests', now: () => ADDED };
  const files = new Map<string, string>();
  for await (const { file, report } of addItems({ ledger, theatre, options }, itemsOf(stories))) {
    if (report === null) throw new Error(`${file} was refused.`);
    files.set(file, report.id);
  }
  const report = async (file: string): Promise<string> => files.get(file) ?? Promise.reject(new Error(`no ${file}`));
  return {
    ...{ ledger, desk, derived: new DerivedControl(ledger, theatre, groundOf(theatre)), report },
    acts: new ActDesk({ ledger, theatre, ground: groundOf(theatre), now: () => clock, settle: () => desk.settle() }),
    review: openReview({ ledger, theatre, now: () => clock, assessor: desk, notice: () => {} }, () => desk.settle()),
    turn: (to) => {
      clock = to;
    },
    verdicts: (day, asOf = null) => verdictsOn(desk, day, asOf),
    assessment: async (place, day, asOf = null) =>
      (await desk.why({ place, scope: desk.mainScope(place) }, { on: on(day), asOf, seq: null })).assessment,
    claim: async (file, index = 0) => {
      const { rows } = await ledger.claims({ report: await report(file) });
      const claim = rows.filter(({ retracted }) => retracted === null).at(-1 - index)?.claim;
      return claim ?? Promise.reject(new Error(`no claim ${index} in ${file}`));
    },
    readAgain: async (again) => {
      const adding = { ledger, theatre, options: { ...options, reader: readerOf(again) } };
      for await (const { report } of addItems(adding, itemsOf(again))) if (report === null) throw new Error('refused');
    },
    close: async () => {
      await ledger.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
