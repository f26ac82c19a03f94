// When a report was published and changed: from what was given, the page's own record, date lines and the dateline.
// Invariant: without a date there are bounds, never a guess; a year or an order that was supplied by us is `implied` and noted.
import type { Note, NoteCode } from '../model/outcome.ts';
import { type Day, dayIn, daysBetween, type Instant, type When } from '../model/time.ts';
import { boundReport, releaseMonth } from './date-bounds.ts';
import { type Candidate, fromRecord, fromWritten, machineInstant, type PublicationGround } from './date-candidates.ts';

export type { PublicationGround } from './date-candidates.ts';

export interface DateClues {
  /** From outside: a flag, a manifest, a feed. */
  readonly given: string | null;
  /** The page's own record, best first: JSON-LD, meta and time elements. */
  readonly recorded: readonly string[];
  /** Mastheads, date lines, bylines, the dateline's opening, best first. */
  readonly lines: readonly string[];
  /** The article, for bounds. */
  readonly text: string;
  /** When it was last changed, as given from outside and by the page's record, best first. */
  readonly changed?: readonly string[];
  /** When it was taken from the network: no report is younger. */
  readonly captured?: string | null;
  /** The day in its address. */
  readonly addressDay?: Day | null;
}

export interface Dated {
  readonly published: When;
  readonly publishedAt: Instant | null;
  readonly modified: When | null;
  readonly modifiedAt: Instant | null;
  readonly captured: Instant | null;
  readonly notes: readonly Note[];
}

const note = (code: NoteCode, message: string): Note => ({ code, message, span: null });

const notesOn = ({ days, basis, ofAddress = false }: Candidate): Note[] => [
  ...(ofAddress ? [note('dated-by-address', `the date ${days.join(' or ')} stands in its address alone`)] : []),
  ...(basis === 'implied' && !ofAddress
    ? [note('year-implied', `the date has no year; taken as ${days.join(' or ')} from the theatre's period`)]
    : []),
  ...(days.length > 1
    ? [note('date-order', `the date can be read as ${days.join(' or ')}; say which with --published`)]
    : []),
];

const whenOf = ({ days, basis }: Candidate): When | null => {
  const [earliest, latest] = [days[0], days.at(-1)];
  if (earliest === undefined || latest === undefined) return null;
  return { earliest, latest, precision: earliest === latest ? 'day' : 'unknown', basis };
};

const single = (candidates: readonly Candidate[]): Candidate | null =>
  candidates.find(({ days }) => days.length === 1) ?? null;

/** Where a clue comes from, in words, with what it says and by how many days it may differ from a better one. */
interface Witness {
  readonly from: string;
  readonly candidates: readonly Candidate[];
  /** One day lies between zones; a dateline is often the day before its paper's. */
  readonly slack: number;
}

const inAddress = (day: Day | null | undefined): readonly Candidate[] =>
  day ? [{ days: [day], at: null, basis: 'implied', ofChange: false, ofAddress: true }] : [];

const witnessesOf = (clues: DateClues, ground: PublicationGround): readonly Witness[] => [
  { from: 'what was given', candidates: clues.given === null ? [] : fromRecord(clues.given, ground), slack: 1 },
  { from: 'the page’s record', candidates: clues.recorded.flatMap((text) => fromRecord(text, ground)), slack: 1 },
  { from: 'its date line', candidates: clues.lines.flatMap((text) => fromWritten(text, ground)), slack: 2 },
  { from: 'its address', candidates: inAddress(clues.addressDay), slack: 1 },
];

/** A better witness is believed; that another says otherwise is told, unless it tells of the change. */
const disagreements = (witnesses: readonly Witness[], day: Day, changed: Day | null): readonly Note[] => {
  const believed = witnesses.find(({ candidates }) =>
    candidates.some(({ days }) => days.length === 1 && days[0] === day),
  );
  return witnesses.flatMap((other) => {
    const said = single(other.candidates.filter(({ ofChange, basis }) => !ofChange && basis === 'stated'))?.days[0];
    if (believed === undefined || other === believed || said === undefined) return [];
    const isNear = (to: Day): boolean => Math.abs(daysBetween(to, said)) <= other.slack;
    if (isNear(day) || (changed !== null && isNear(changed))) return [];
    return [note('date-conflict', `${believed.from} says ${day}, ${other.from} ${said}; taken as ${day}`)];
  });
};

/** What says a day after the capture is wrong, and so passed over. One day may lie between two zones. */
const possible = (witnesses: readonly Witness[], taken: Day | null): { left: readonly Witness[]; notes: Note[] } => {
  if (taken === null) return { left: witnesses, notes: [] };
  const isPossible = ({ days }: Candidate): boolean => days.some((day) => daysBetween(taken, day) <= 1);
  const impossible = single(witnesses.flatMap(({ candidates }) => candidates.filter((one) => !isPossible(one))))
    ?.days[0];
  return {
    left: witnesses.map((one) => ({ ...one, candidates: one.candidates.filter(isPossible) })),
    notes:
      impossible === undefined
        ? []
        : [note('date-conflict', `the date ${impossible} lies after the capture on ${taken}; it was passed over`)],
  };
};

type Change = Pick<Dated, 'modified' | 'modifiedAt'>;

const changeOf = (clues: DateClues, witnesses: readonly Witness[], ground: PublicationGround): Change => {
  const recorded = (clues.changed ?? []).flatMap((text) => fromRecord(text, ground));
  const written = witnesses.flatMap(({ candidates }) => candidates.filter(({ ofChange }) => ofChange));
  const best = single([...recorded, ...written]);
  return { modified: best === null ? null : whenOf(best), modifiedAt: best?.at ?? null };
};

const changeNotes = ({ modified }: Change, published: Day): readonly Note[] => {
  const day = modified?.earliest;
  if (day === null || day === undefined) return [];
  const later = daysBetween(published, day);
  if (later < -1) return [note('date-conflict', `its last change (${day}) lies before its publication (${published})`)];
  return later > 1 ? [note('changed-later', `it was changed on ${day}, after its publication on ${published}`)] : [];
};

/** A report's days from its clues; instants only where an hour and its zone are known. Reading guide, "Dates". */
export const dateReport = (clues: DateClues, setting: PublicationGround): Dated => {
  const ground = { ...setting, numbered: releaseMonth(clues.text) };
  const captured = clues.captured ? machineInstant(clues.captured) : null;
  const { left, notes } = possible(
    witnessesOf(clues, ground),
    captured === null ? null : dayIn(captured, ground.timezone),
  );
  const change = changeOf(clues, left, ground);
  const stated = left.flatMap(({ candidates }) => candidates.filter(({ ofChange }) => !ofChange));
  // A page that tells only of its last change was out by then, and as a rule on that day.
  const all = stated.length > 0 ? stated : left.flatMap(({ candidates }) => candidates);
  const best = single(all) ?? all[0];
  const published = best === undefined ? null : whenOf(best);
  if (best === undefined || published === null) {
    const bounds = boundReport(clues.text, captured, ground);
    const undated = note('undated', bounds.message);
    return { published: bounds.published, publishedAt: null, ...change, captured, notes: [...notes, undated] };
  }
  const { earliest, precision } = published;
  const at = best.at ?? all.find((other) => other.at !== null && other.days[0] === earliest)?.at ?? null;
  const told = earliest !== null && precision === 'day' ? earliest : null;
  return {
    ...{ published, publishedAt: told === null ? null : at, ...change, captured },
    notes: [
      ...notesOn(best),
      ...notes,
      ...(told === null
        ? []
        : [...disagreements(left, told, change.modified?.earliest ?? null), ...changeNotes(change, told)]),
    ],
  };
};
