// A person's act as a value, so that it can be supposed before it is done, and wait for a second person.
// Invariant: to suppose an act writes nothing; what it would change is told from the same code that assesses the map.
import type { Cell, Holding } from '../model/control.ts';
import type { PlaceId } from '../model/place.ts';
import type { ReportId } from '../model/report.ts';
import type { ActRequest, RequestState } from '../model/request.ts';
import type { Day } from '../model/time.ts';
import type { ReadItem } from './read-item.ts';
import type { Acted, AnswerQuestion, HandClaim, Reviewer } from './review-contract.ts';

/** A report that a person brings: pasted words, or a file's bytes. */
export interface DroppedReport {
  readonly file: string;
  readonly form: 'text' | 'html';
  readonly published: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly title: string | null;
}

export type WantedAct =
  /** `replaces`: the claim that this one puts right; it is taken back in the same breath. */
  | { readonly act: 'assert'; readonly claim: HandClaim; readonly replaces: string | null }
  | { readonly act: 'standBy'; readonly claim: string }
  | { readonly act: 'retract'; readonly claim: string }
  | { readonly act: 'place'; readonly claim: string; readonly place: PlaceId; readonly scope: HandClaim['scope'] }
  | { readonly act: 'join'; readonly reports: readonly [ReportId, ReportId] }
  | { readonly act: 'cut'; readonly reports: readonly [ReportId] | readonly [ReportId, ReportId] }
  | ({ readonly act: 'answers' } & AnswerQuestion)
  | { readonly act: 'report'; readonly report: DroppedReport }
  /** By the reader and the theatre of now, from its kept words. */
  | { readonly act: 'readAgain'; readonly report: ReportId };

/** An act with the bytes that go with a report; for any other, null. */
export interface Wanted {
  readonly act: WantedAct;
  readonly bytes: Uint8Array | null;
}

export type Held = Pick<Holding, 'holder' | 'status' | 'against'>;

/** What an act would change of one cell, over all days. */
export interface CellTurn {
  readonly cell: Cell;
  /** The day of `from` and `to`: the one asked about where they differ on it, else the first on which they do. */
  readonly at: Day;
  readonly from: Held;
  readonly to: Held;
  readonly first: Day;
  readonly last: Day;
  /** On how many days holder, status or opponents differ. */
  readonly days: number;
}

export interface Supposition {
  readonly acted: Acted;
  /** Empty where the map stays as it is on every day. */
  readonly turns: readonly CellTurn[];
  /** What would be read of a report; null for any other act. */
  readonly read: ReadItem | null;
}

export interface Asking extends Wanted {
  readonly by: Reviewer;
  readonly key: string;
  readonly mark: string;
  /** What changes the map waits for a second person. */
  readonly twoPersons: boolean;
  readonly on: Day;
}

export interface Ruling {
  readonly number: number;
  readonly approve: boolean;
  readonly by: Reviewer;
  readonly key: string;
  readonly mark: string;
}

/** What became of a request, as it was first answered. */
export interface Answered {
  readonly number: number;
  readonly state: RequestState;
  readonly acted: Acted;
  readonly turns: readonly CellTurn[];
}

/** A request with what was ruled on it. */
export interface ToldRequest {
  readonly request: ActRequest;
  readonly act: WantedAct;
  readonly answered: Omit<Answered, 'number' | 'state'>;
  readonly state: RequestState;
  readonly ruling: Pick<ActRequest, 'by' | 'reason' | 'recorded'> | null;
}

export interface Acts {
  /** What an act would say and change. Faults as the act itself; nothing is written. */
  suppose(wanted: Wanted, by: Reviewer, on: Day): Promise<Supposition>;
  /** Does an act, or keeps it until a second person has looked. */
  ask(asking: Asking): Promise<Answered>;
  /** The act that waits under a number. */
  waiting(number: number): Promise<{ readonly told: ToldRequest; readonly wanted: Wanted }>;
  /** A second person's word on what waits: it is done in the first one's name, or left undone. */
  rule(ruling: Ruling): Promise<Answered>;
  /** All that was asked, in order, with what became of it. */
  requests(): Promise<readonly ToldRequest[]>;
}
