// A form: bytes and what is known of them to items. Containers open what they hold as content of its own.
// Invariant: a form throws nothing on what it reads but Unreadable, which becomes a refusal where the content was opened.
import { type Outcome, type RefusalCode, refused } from '../../model/outcome.ts';
import type { Given, Source } from '../item.ts';
import type { Limits } from '../limits.ts';

/** Bytes with a name: a file, a member of an archive, the answer in a record. */
export interface Content {
  /** As it is told to people. */
  readonly file: string;
  /** By whose ending its form is known: a path, a member's own name, without .gz where that is undone. */
  readonly name: string;
  readonly given: Given;
  /** As its carrier declared it, without parameters. */
  readonly mediaType: string | null;
  /** Read once, from the start. */
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Its bytes from an offset on, as often as asked; null where they come only once. */
  readonly reread: ((from: number) => AsyncIterable<Uint8Array>) | null;
  /** The file on the disk, where it is one. */
  readonly path: string | null;
  /** Somebody named it. What was only walked past, or lies in an archive beside reports, is passed over where it is none. */
  readonly isNamed: boolean;
}

/** What a column of a table is called for each field; null = found by the header's names. */
export type Columns = Readonly<Record<string, string>>;

/** What holds for a whole walk through one content and all inside it. */
export interface Visit {
  readonly limits: Limits;
  readonly columns: Columns | null;
  /** Containers around this content. */
  readonly depth: number;
  /** Counts what was unpacked so far, over all depths. */
  readonly unpacked: { bytes: number };
  /** Opens what a container holds, one deeper. */
  open(content: Content): Source;
}

export type Form = (content: Content, visit: Visit) => Source;

/** What a person may give instead. */
export const TAKEN_IN: readonly string[] = [
  'text, Markdown, HTML (also .gz)',
  'RSS, Atom or JSON Feed',
  'WARC, WACZ, MHTML',
  'PDF with a text layer',
  'EML, mbox',
  'CSV, JSON Lines',
  'ZIP, tar, tar.gz of these',
  'a directory of such files',
  '- (standard input)',
];

/** About the form of a whole item a person may be told what forms there are; of a row or a member that helps nobody. */
const OF_FORM: ReadonlySet<RefusalCode> = new Set([
  ...(['unsupported-form', 'binary-file', 'not-a-report', 'no-article', 'no-text-layer'] as const),
]);

/** A refusal of the stage, before there is a report. */
export const refuseItem = (code: RefusalCode, file: string, reason: string): Outcome<never> => {
  const expected = OF_FORM.has(code) && !file.includes('#') ? TAKEN_IN : [];
  return refused({ code, stage: 'intake', reason, report: null, file, span: null, expected });
};

/** Thrown inside a form where its bytes end or turn bad; it never leaves the stage. */
export class Unreadable extends Error {
  readonly code: RefusalCode;
  constructor(code: RefusalCode, reason: string, cause?: unknown) {
    super(reason, { cause });
    this.name = 'Unreadable';
    this.code = code;
  }
}

const reasonOf = (cause: unknown): string =>
  (cause instanceof Error ? cause.message : String(cause)).replace(/[.\s]+$/, '');

/** What a library says of bytes that it cannot read, as ours. */
export const damagedBy = (cause: unknown, what: string): Unreadable =>
  cause instanceof Unreadable
    ? cause
    : new Unreadable('damaged', `${what} cannot be read on: ${reasonOf(cause)}.`, cause);

/** What an iteration of a library's gives, its errors as ours. A fault of the disk stays a fault. */
export async function* guarded<T>(from: AsyncIterable<T>, what: string, isOurs: (cause: unknown) => boolean) {
  try {
    yield* from;
  } catch (cause) {
    throw isOurs(cause) ? cause : damagedBy(cause, what);
  }
}

/** All bytes of a content; null where they are beyond the limit, of which no more than the limit is held. */
export const wholeOf = async (chunks: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array | null> => {
  const held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > limit) return null;
    held.push(chunk);
  }
  const [only] = held;
  const whole = held.length === 1 && only !== undefined ? only : Buffer.concat(held);
  // Plain bytes: libraries take Node's own kind for something else.
  return new Uint8Array(whole.buffer, whole.byteOffset, whole.length);
};

export const tooLarge = (file: string, limit: number): Outcome<never> =>
  refuseItem(
    'too-large',
    file,
    `${file} is larger than the limit of ${limit} bytes; raise it with --max-bytes or split the file.`,
  );

/** The name of what a container holds. */
export const memberName = (container: string, member: string): string => `${container}#${member}`;

/** Bytes that are already in memory. */
export async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
