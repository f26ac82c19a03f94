// Every write that the server takes, in one visible list: the router, the manual and openapi.json are made from it.
// Invariant: a body becomes an act as a value; what it does to the evidence is the ledger's front door's business.
import type * as z from 'zod';
import type { DroppedReport, Wanted, WantedAct } from '../whoholds.ts';
import {
  ANSWER,
  APPROVAL,
  CLAIM,
  type Every,
  FAMILY,
  MOST_REPORT_BYTES,
  PLACE,
  REPORT,
  RETRACT,
  STAND_BY,
} from './write-bodies.ts';

/** A report whose bytes are elsewhere: at an address, or in quarantine. */
export type Fetching =
  | { readonly fetch: string; readonly given: Pick<DroppedReport, 'published' | 'outlet' | 'title'> }
  | { readonly refusal: string };

/** What a body asks for: an act, a word on what waits, or an act on what must be fetched first. */
export type Asked = Wanted | { readonly request: number; readonly approve: boolean } | Fetching;

export interface Write {
  readonly path: string;
  readonly says: string;
  readonly body: z.ZodType;
  /** Bytes of the body at most. */
  readonly limit: number;
  readonly read: (raw: unknown, id: string) => z.ZodSafeParseResult<Every & { readonly asked: Asked }>;
}

const SMALL = 64 * 1024;
/** A file's bytes as base64, and what else is said of it. */
const REPORT_LIMIT = Math.ceil((MOST_REPORT_BYTES * 4) / 3) + SMALL;

type WriteOf<S extends z.ZodType<Every>> = Pick<Write, 'path' | 'says'> & {
  readonly body: S;
  readonly limit?: number;
  readonly ask: (body: z.output<S>, id: string) => Asked;
};

const write = <S extends z.ZodType<Every>>({ path, says, body, limit = SMALL, ask }: WriteOf<S>): Write => ({
  path,
  says,
  body,
  limit,
  read: (raw, id) => {
    const parsed = body.safeParse(raw);
    if (!parsed.success) return parsed as z.ZodSafeParseError<never>;
    const { reason, dryRun, on } = parsed.data;
    return { success: true, data: { reason, dryRun, on, asked: ask(parsed.data, id) } };
  },
});

const act = (wanted: WantedAct): Wanted => ({ act: wanted, bytes: null });

const formOf = (file: string): DroppedReport['form'] => (/\.html?$/i.test(file) ? 'html' : 'text');

const reportOf = ({ text, html, base64, ...rest }: z.output<typeof REPORT>): Wanted | Fetching => {
  const { published, outlet, url, title } = rest;
  if (text === null && html === null && base64 === null)
    return { fetch: url ?? '', given: { published, outlet, title } };
  const file = rest.file ?? (html === null ? 'pasted.txt' : 'pasted.html');
  const form = html !== null ? 'html' : text !== null ? 'text' : formOf(file);
  const bytes = base64 === null ? new TextEncoder().encode(text ?? html ?? '') : Buffer.from(base64, 'base64');
  return {
    act: { act: 'report', report: { file, form, published, outlet, url, title } },
    bytes: new Uint8Array(bytes),
  };
};

const claimOf = (body: z.output<typeof CLAIM>): Wanted => {
  const { replaces, reason: _reason, dryRun: _dryRun, on: _on, ...claim } = body;
  return act({ act: 'assert', claim, replaces });
};

const familyOf = ({ act: how, reports: [a = '', b] }: z.output<typeof FAMILY>): Wanted => {
  if (b === undefined) return act({ act: 'cut', reports: [a] });
  return act({ act: how, reports: [a, b] });
};

const hasClaim = (raw: unknown): boolean => typeof raw === 'object' && raw !== null && 'claim' in raw;

const assertOwn = write({
  path: '/api/claims',
  says: 'Assert a claim of one’s own reading (with `replaces`: in place of another), or with `claim` alone stand by one that is there, or bring it back.',
  body: CLAIM,
  ask: claimOf,
});
const standBy = write({
  ...{ path: '/api/claims', says: '', body: STAND_BY },
  ask: ({ claim }) => act({ act: 'standBy', claim }),
});

export const WRITES: readonly Write[] = [
  write({
    path: '/api/reports',
    says: 'Bring in a report: pasted words, a file, or with `url` alone the page at an address, which the server then fetches. With `dryRun` it is only read.',
    body: REPORT,
    limit: REPORT_LIMIT,
    ask: reportOf,
  }),
  {
    ...assertOwn,
    body: CLAIM.or(STAND_BY),
    read: (raw, id) => (hasClaim(raw) ? standBy : assertOwn).read(raw, id),
  },
  write({
    path: '/api/claims/{id}/retract',
    says: 'Take a claim back.',
    body: RETRACT,
    ask: (_, id) => act({ act: 'retract', claim: id }),
  }),
  write({
    path: '/api/claims/{id}/place',
    says: 'Put a claim at the place it means.',
    body: PLACE,
    ask: ({ place, scope }, id) => act({ act: 'place', claim: id, place, scope }),
  }),
  write({
    path: '/api/families',
    says: 'Judge two reports one story (`join`), or not (`cut`; with one report alone it is no other’s copy).',
    body: FAMILY,
    ask: familyOf,
  }),
  write({
    path: '/api/answers',
    says: 'Judge whether a denial is of the same proposition as a claim; without `claim`, as the one it answers.',
    body: ANSWER,
    ask: ({ denial, claim, sameProposition }) => act({ act: 'answers', denial, claim, sameProposition }),
  }),
  write({
    path: '/api/refusals/{id}/retry',
    says: 'Try again what was refused: a whole item from its kept bytes, a claim by reading its report again.',
    body: RETRACT,
    ask: (_, id) => ({ refusal: id }),
  }),
  write({
    path: '/api/approvals',
    says: 'A second person’s word on a request that waits: it is done in the first one’s name, or left undone. An editor’s; whoever asked may withdraw.',
    body: APPROVAL,
    ask: ({ request, approve }) => ({ request, approve }),
  }),
];
