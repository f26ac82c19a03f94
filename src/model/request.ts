// What a person asked for over the network, and what became of it: done at once, or waiting for a second person.
// It is no part of the ledger's entries: those hold what was done.
import type { Instant } from './time.ts';

export const REQUEST_STATES = ['done', 'waiting', 'approved', 'declined'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

export interface ActRequest {
  readonly number: number;
  /** The account's name. */
  readonly by: string;
  /** Given by whoever asked: the same key again is the same request. */
  readonly key: string;
  /** A hash of what was asked, by which a key that is used for something else is known. */
  readonly mark: string;
  readonly recorded: Instant;
  /** The waiting request that this one approves or declines; null for a request of its own. */
  readonly of: number | null;
  readonly state: RequestState;
  readonly reason: string;
  /** The act as JSON, without a report's bytes; empty for a ruling. */
  readonly act: string;
  /** What was answered, as JSON. */
  readonly answer: string;
}
