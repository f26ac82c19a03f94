// Text is addressed by UTF-16 offsets, end exclusive, into a report's normalised text; ids are content hashes.
// Invariant: a span's words are always exactly text.slice(start, end).
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Quote extends Span {
  readonly text: string;
}

export const quoteOf = (text: string, { start, end }: Span): Quote => ({ start, end, text: text.slice(start, end) });

export const covers = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** SHA-256 of the text's UTF-8 bytes, as 64 hexadecimal digits. */
export const hashText = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** SHA-256 of raw bytes, as 64 hexadecimal digits. */
export const hashBytes = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));

/** A record's id: a prefix for the reader's eye and 24 digits of the hash of its parts, in their given order. */
export const contentId = (prefix: string, parts: readonly unknown[]): string =>
  `${prefix}_${hashText(JSON.stringify(parts)).slice(0, 24)}`;
