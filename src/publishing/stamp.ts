// What every answer names: the ledger's state, the theatre's version, the model's version. Together they are its ETag.
import type { Assessment } from '../model/control.ts';
import type { Theatre } from '../model/theatre.ts';
import type { Instant } from '../model/time.ts';

export type Model = Assessment['model'];

export interface Stamp {
  readonly seq: number;
  readonly asOf: Instant | null;
  readonly theatre: { readonly id: string; readonly version: string };
  readonly model: Model;
}

/** The stamp of an answer from the given state. */
export const stampOf = (theatre: Theatre, model: Model, cut: { seq: number; asOf: Instant | null }): Stamp => ({
  seq: cut.seq,
  asOf: cut.asOf,
  theatre: { id: theatre.id, version: theatre.version },
  model,
});

export const etagOf = ({ seq, theatre, model }: Stamp): string =>
  `"${seq}-${theatre.version.slice(0, 16)}-${model.version}-${model.paramsHash.slice(0, 12)}"`;

/** If-None-Match holds a list of tags, or a star; a weak tag is as good for a GET. */
export const isKnown = (ifNoneMatch: string | null, etag: string): boolean => {
  const tags = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag);
};
