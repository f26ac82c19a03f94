// One question that the server answers: its address, what it takes, and how it is answered.
import type { Whoholds } from '../whoholds.ts';
import type { Calibrate } from './calibration.ts';
import type { Asked, ParamName } from './params.ts';
import type { Problem } from './problems.ts';

/** A question with its words understood. `id` is the decoded id of the path, `seq` the ledger's state to answer from. */
export interface Question {
  readonly whoholds: Whoholds;
  readonly id: string;
  readonly asked: Asked;
  readonly seq: number;
  /** By how many hours whoever asks is shown things late. */
  readonly delayHours: number;
  /** Scores against a truth; null where the server has none. */
  readonly calibrate: Calibrate | null;
  /** The server's own address as the asker wrote it. */
  readonly origin: string;
}

/** A file to keep, as it is sent. */
export interface FileAnswer {
  readonly file: { readonly name: string; readonly body: string | Uint8Array<ArrayBuffer> };
}

export type Answer =
  | { readonly data: unknown; readonly next?: string | null }
  | FileAnswer
  | { readonly problem: Problem };

export interface Route {
  readonly path: string;
  readonly says: string;
  readonly answers: string;
  /** What a file is; everything else is JSON. */
  readonly mediaType: string | null;
  readonly takes: readonly ParamName[];
  readonly needs: readonly ParamName[];
  /** Its answer may change though no entry was written: an ETag would not tell. */
  readonly isOutsideEntries: boolean;
  readonly answer: (question: Question) => Promise<Answer>;
}

export const route = (path: string, says: string, rest: Partial<Route> & Pick<Route, 'answer' | 'answers'>): Route => ({
  path,
  says,
  mediaType: null,
  takes: [],
  needs: [],
  isOutsideEntries: false,
  ...rest,
});
