// Three things are never mixed: a note (went on, with an assumption), a refusal (could not be used; a value, kept in
// quarantine), a fault (the world or the programmer is broken; thrown).
import type { ReportId } from './report.ts';
import type { Span } from './text.ts';

export const REFUSAL_CODES = {
  'empty-report': 'The item has no text at all.',
  'binary-file': 'The bytes are not text in any encoding that could be found.',
  'too-large': 'The item is larger than the size limit.',
  'no-article': 'The page has markup but no article text.',
  'unreadable-encoding': 'The bytes could not be decoded without loss in the declared or the detected encoding.',
  'not-a-report': 'The line or record has none of the fields that a report needs.',
  'unsupported-form': 'The file is of a form that this version does not take in.',
  damaged: 'The file or archive, or a part of it, is damaged or cut short; what could be read of it was taken in.',
  'unsafe-name': 'A member of an archive has a name that leads out of the archive.',
  'too-deep': 'Archives lie in archives, or elements in elements, deeper than the limit.',
  'too-many-members': 'The archive has more members than the limit.',
  'decompression-bomb':
    'What is packed grows out of all proportion, or beyond the limit of what one archive may unpack to.',
  locked: 'The document, or the member of an archive, is locked by a password.',
  'no-text-layer': 'The pages of the PDF are pictures without words.',
  'revisit-unresolved':
    'The record says that a page was as at an earlier visit, and that visit is neither in this archive nor in the ledger yet.',
  'not-an-address': 'The words are no address that can be fetched.',
  'address-not-allowed': 'The address leads, itself or by a redirect, to a machine that is not on the public internet.',
  'robots-disallow': 'The site asks robots not to fetch this page.',
  'robots-unknown': 'The site cannot say now what it allows robots to fetch.',
  'http-status': 'The server answered with a fault instead of a page.',
  'too-many-redirects': 'The address leads on and on.',
  'timed-out': 'The server did not answer in full within the time limit.',
  unreachable: 'No connection to the server came about.',
  'broken-answer': 'The server’s answer broke off, cannot be unpacked, or is no HTTP.',
  'other-language': 'The text is not in a language that the reader reads.',
  'place-ambiguous': 'A name fits several places and nothing in the report tells them apart.',
  'place-unknown': 'A name is said to be taken, held or lost, and the gazetteer has no such place.',
  'too-few-report-days': 'There are too few days with reports to learn the model’s numbers from.',
  'mark-crossed': 'What was learned of a kind of statement speaks against what such a statement means.',
  'gold-mismatch': 'A gold record does not fit the report it names.',
} as const;
export type RefusalCode = keyof typeof REFUSAL_CODES;

export const STAGES = ['theatre', 'intake', 'reading', 'places', 'ledger', 'assessment', 'publishing'] as const;
export type Stage = (typeof STAGES)[number];

/** What a note says: the reader went on, and a person may want to look. */
export const NOTE_CODES = {
  undated: 'The report bears no day, or none that is certain: what it tells has wide bounds.',
  'year-implied': 'The report’s date has no year; it was taken from the theatre’s period.',
  'date-order': 'The report’s date can be read day first or month first.',
  'date-conflict': 'The report’s dates do not agree: given, recorded, written, of its change or of its capture.',
  'dated-by-address': 'The report bears no date but in its address; that was taken.',
  'changed-later': 'The report was changed on a later day than it was published: what it tells may be of then.',
  'dated-by-family': 'The report bears no date; it has the bounds that its copies read in the same run give it.',
  'bytes-replaced': 'A few bytes could not be decoded and were replaced.',
  'encoding-mended':
    'The text had been decoded wrongly before it came in; what could only be meant one way was put right.',
  'no-gold': 'Gold was replayed, and it has no record of this report.',
  'sum-differs': 'The report says a number of places and names another number of them.',
  'answers-otherwise': 'Two sides give numbers for the same thing that do not agree.',
  'not-understood-no-rule':
    'The sentence has a place and a word of holding or taking, and no rule of the reader fits it.',
  'not-understood-condition': 'The sentence tells of a condition (“if the town falls”).',
  'not-understood-question': 'The sentence asks whether it is so.',
  'not-understood-history': 'The sentence tells of a time before the one that the theatre is about.',
  'not-understood-exercise': 'The sentence tells of an exercise or a play.',
  'not-understood-nobody-fights': 'Who does it in the sentence is, to the reader, no side of the war.',
  'not-understood-no-place-meant': 'The words are of holding or taking, and the place they mean was not found.',
  'not-understood-none-counted': 'The sentence says of a number of places that there is none.',
  'not-understood-not-a-deed': 'The sentence tells of a wish, a demand, a purpose, an opinion, or a thing imagined.',
} as const;
export type NoteCode = keyof typeof NOTE_CODES;

export const isNotUnderstood = ({ code }: { readonly code: string }): boolean => code.startsWith('not-understood-');

export interface Note {
  readonly code: NoteCode;
  readonly message: string;
  readonly span: Span | null;
}

export interface Refusal {
  readonly code: RefusalCode;
  readonly stage: Stage;
  /** One sentence with the offending words and what would have been accepted. */
  readonly reason: string;
  readonly report: ReportId | null;
  readonly file: string | null;
  readonly span: Span | null;
  readonly expected: readonly string[];
}

/** What a web archive's revisit says of the earlier visit whose page it is like; absent is null. */
export interface Revisit {
  /** Where and when the visit was. */
  readonly url: string | null;
  readonly captured: string | null;
  readonly refersTo: string | null;
  readonly refersDate: string | null;
  readonly digest: string | null;
}

export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly notes: readonly Note[] }
  /**
   * `original`: the bytes that were refused, where they were at hand; quarantine keeps them. `revisit`: refused only for
   * want of an earlier visit, which whoever has a ledger may have there.
   */
  | { readonly ok: false; readonly refusal: Refusal; readonly original?: Uint8Array; readonly revisit?: Revisit };

export const done = <T>(value: T, notes: readonly Note[] = []): Outcome<T> => ({ ok: true, value, notes });
export const refused = (refusal: Refusal, original: Uint8Array | null = null): Outcome<never> =>
  original === null ? { ok: false, refusal } : { ok: false, refusal, original };

/** Exit 2 = wrong use; exit 3 = the world is broken. */
export type FaultKind = 'usage' | 'world';

/** Thrown for a broken world or wrong use, never for bad input. The message says what, where and what to do. */
export class Fault extends Error {
  readonly kind: FaultKind;
  readonly expected: readonly string[];
  constructor(kind: FaultKind, message: string, options: { cause?: unknown; expected?: readonly string[] } = {}) {
    super(message, { cause: options.cause });
    this.name = 'Fault';
    this.kind = kind;
    this.expected = options.expected ?? [];
  }
}
