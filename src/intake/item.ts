// One report's bytes and what is known of it from outside them; what sources give and intake takes.
import type { Outcome } from '../model/outcome.ts';
import type { Cut } from '../model/report.ts';

/** What is known of an item from outside its bytes. */
export interface Given {
  readonly published: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly title: string | null;
  readonly id: string | null;
  /** Who wrote it, as a feed, a mail or a table says. */
  readonly author?: string | null;
  /** When it was last changed, where its container says so. */
  readonly modified?: string | null;
  /** When a crawler or a browser took it from the network: an instant that no report can be younger than. */
  readonly captured?: string | null;
  /** The encoding that its carrier declared, as a header of HTTP does. */
  readonly charset?: string | null;
}

export interface Item {
  /** The path as given or walked to; NAME#MEMBER for what a file holds; "-" for standard input. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly form: 'text' | 'html';
  readonly given: Given;
  /** The bytes as they came, where `bytes` were made from them (a PDF's words, a mail's text); else `bytes` are the original. */
  readonly original?: Uint8Array;
  /** What its form leaves out of `bytes` (what a mail quotes), with why. */
  readonly cut?: readonly Cut[];
}

/** The seam: items in a fixed order, each read when it is asked for. */
export type Source = AsyncIterable<Outcome<Item>>;

export const NOTHING_GIVEN: Given = { published: null, outlet: null, url: null, title: null, id: null };
