// The claims themselves, one JSON object a line, each with its report and with the versions it was written from.
import { type Exported, type Exporter, originOf } from './exporter.ts';
import { claimRowRecord } from './records.ts';

const write = (exported: Exported): string => {
  const ledger = originOf(exported);
  return exported.claims.map((row) => `${JSON.stringify({ ...claimRowRecord(row), ledger })}\n`).join('');
};

export const jsonl: Exporter = {
  format: 'jsonl',
  mediaType: 'application/jsonl',
  extension: 'jsonl',
  writes: 'claims',
  write,
};
