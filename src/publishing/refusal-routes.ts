// Quarantine over HTTP: what could not be used, and one such thing with its original. Trying again is a write.
import { problem } from './problems.ts';
import { refusalRowRecord, wholeRefusalRecord } from './refusal-records.ts';
import { type Answer, type Question, route } from './route.ts';

/** Newest first; a cursor is the last id before it. */
const refusals = async ({ whoholds, asked: { code, limit, cursor } }: Question): Promise<Answer> => {
  const all = (await whoholds.quarantine.list()).toReversed().filter((row) => code === null || row.code === code);
  const from = cursor === null ? 0 : all.findIndex(({ id }) => id === cursor) + 1;
  const rows = all.slice(from, limit === null ? undefined : from + limit);
  const isEnd = from + rows.length >= all.length;
  return { data: rows.map(refusalRowRecord), next: isEnd ? null : (rows.at(-1)?.id ?? null) };
};

const refusal = async ({ whoholds, id }: Question): Promise<Answer> => {
  const found = await whoholds.quarantine.show(id);
  if (found !== null) return { data: wholeRefusalRecord(found) };
  return { problem: problem('no-such-refusal', `Nothing is refused under “${id.slice(0, 80)}”, or no longer.`) };
};

export const REFUSAL_ROUTES = [
  route('/api/refusals', 'What could not be used, and what would have been accepted; newest first.', {
    takes: ['code', 'limit', 'cursor'],
    answers:
      'a list of refusals, as `whoholds refusals list --json`; `original` is null where the item gave a report, or no byte of it ever came',
    isOutsideEntries: true,
    answer: refusals,
  }),
  route('/api/refusals/{id}', 'One refusal with its original.', {
    answers:
      'one refusal with `words` (the report’s own at the span), `size` in bytes and `text` (the first 20,000 bytes as text; `cut` says whether there is more)',
    isOutsideEntries: true,
    answer: refusal,
  }),
];
