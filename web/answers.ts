// What the server answers, by its own types, and how it is asked. An answer that fails keeps the server's own words.

import type { DayCounts } from '../src/model/control.ts';
import type { holdingsRecord } from '../src/publishing/holding-records.ts';
import type { PlaceRecord, TheatreRecord } from '../src/publishing/places.ts';
import type {
  assessmentRecord,
  changeRecord,
  claimRowRecord,
  periodRecord,
  reconciliationRecord,
  reportRowRecord,
  whyRecord,
} from '../src/publishing/records.ts';
import type { Stamp } from '../src/publishing/stamp.ts';
import { say, words } from './words.ts';

export type CellAnswer = ReturnType<typeof assessmentRecord>;
export type WhyAnswer = ReturnType<typeof whyRecord>;
export type ClaimAnswer = WhyAnswer['steps'][number]['claim'];
export type ReportAnswer = ReturnType<typeof reportRowRecord>;
export type ChangeAnswer = ReturnType<typeof changeRecord>;
export type PeriodAnswer = ReturnType<typeof periodRecord>;
export type AggregateAnswer = ReturnType<typeof reconciliationRecord>;
export type ClaimRowAnswer = ReturnType<typeof claimRowRecord>;
export type HoldingsAnswer = ReturnType<typeof holdingsRecord>;
export type DayAnswer = DayCounts;
export type { PlaceRecord, TheatreRecord };

export interface Answered<T> {
  readonly data: T;
  readonly meta: Stamp & { readonly next: string | null };
}

export class AskProblem extends Error {}

type Asked = Readonly<Record<string, string | number | null>>;

const addressOf = (path: string, asked: Asked): string => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) if (value !== null) query.set(name, String(value));
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
};

const detailOf = async (response: Response): Promise<string> => {
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') ?? false;
  if (!isProblem) return say(words().frame.answers, { status: response.status });
  return String(((await response.json()) as { detail: unknown }).detail);
};

/** Asks the server; rejects with a sentence for people. The browser itself revalidates by ETag. */
export const ask = async <T>(path: string, asked: Asked = {}): Promise<Answered<T>> => {
  let response: Response;
  try {
    response = await fetch(addressOf(path, asked));
  } catch (cause) {
    throw new AskProblem(words().frame.noAnswer, { cause });
  }
  if (!response.ok) throw new AskProblem(await detailOf(response));
  return (await response.json()) as Answered<T>;
};

export const placePath = (id: string, question: 'why' | 'timeline'): string =>
  `/api/places/${encodeURIComponent(id)}/${question}`;
