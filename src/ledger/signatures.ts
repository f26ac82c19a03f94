// Reports' signatures and the index of their sampled hashes: near-duplicates without comparing all pairs.
// Derived: a signature follows from the report's text by the intake's function.
import type { ReportId, Signature } from '../model/report.ts';
import type { Queries } from './database.ts';
import { SIGNATURES, SKETCHES } from './tables.ts';

interface SignatureRow {
  readonly report: ReportId;
  readonly shingles: Uint8Array;
  readonly sample: Uint8Array;
}

const pack = (numbers: readonly number[]): Uint8Array => new Uint8Array(Float64Array.from(numbers).buffer);
// Copied first: a driver's bytes may lie anywhere in a larger buffer.
const unpack = (bytes: Uint8Array): readonly number[] => [...new Float64Array(Uint8Array.from(bytes).buffer)];

const signatureOf = ({ report, shingles, sample }: SignatureRow): Signature => ({
  report,
  shingles: unpack(shingles),
  sample: unpack(sample),
});

const signaturesOf = async (
  on: Queries,
  reports: readonly ReportId[],
): Promise<ReadonlyMap<ReportId, SignatureRow>> => {
  const rows = await on.query<SignatureRow>(
    `select report, shingles, sample from signatures where report in ${on.dialect.list(1, 'text')}`,
    [JSON.stringify(reports)],
  );
  return new Map(rows.map((row) => [row.report, row]));
};

const isSame = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

const dropSignature = async (on: Queries, { report, sample }: SignatureRow): Promise<void> => {
  await on.query('delete from signatures where report = $1', [report]);
  await on.query(`delete from sketches where report = $1 and hash in ${on.dialect.list(2, 'int')}`, [
    report,
    JSON.stringify(unpack(sample)),
  ]);
};

/** Writes the new and the changed ones; of two for one report the later counts. */
export const keepSignatures = async (on: Queries, signatures: readonly Signature[]): Promise<void> => {
  const latest = [...new Map(signatures.map((signature) => [signature.report, signature])).values()];
  const before = await signaturesOf(
    on,
    latest.map(({ report }) => report),
  );
  const fresh = latest.filter(({ report, shingles, sample }) => {
    const row = before.get(report);
    return !row || !isSame(row.shingles, pack(shingles)) || !isSame(row.sample, pack(sample));
  });
  for (const { report } of fresh) {
    const old = before.get(report);
    if (old) await dropSignature(on, old);
  }
  await on.insert(
    SIGNATURES,
    fresh.map(({ report, shingles, sample }) => [report, pack(shingles), pack(sample)]),
  );
  await on.insert(
    SKETCHES,
    fresh.flatMap(({ report, sample }) => [...new Set(sample)].map((hash) => [hash, report])),
  );
};

const shared = (list: string): string => `select report, count(*) as shared from sketches
  where hash in ${list} and report <> $2 group by report order by shared desc, report limit $3`;

export const near = async (
  on: Queries,
  { report, sample }: Signature,
  limit: number,
): Promise<readonly Signature[]> => {
  const found = await on.query<{ report: ReportId }>(shared(on.dialect.list(1, 'int')), [
    JSON.stringify(sample),
    report,
    limit,
  ]);
  const rows = await signaturesOf(
    on,
    found.map((row) => row.report),
  );
  return found.flatMap((row) => {
    const signature = rows.get(row.report);
    return signature ? [signatureOf(signature)] : [];
  });
};
