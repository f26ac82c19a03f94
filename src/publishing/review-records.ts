// The JSON shapes of people's acts, of their log and of the queue, for the command line and the API.
// Invariant: absent values are null, never missing.
import type { Theatre } from '../model/theatre.ts';
import type { Acted, QueueItem, ReviewEntry } from '../whoholds.ts';
import { cellPlace, claimRecord } from './records.ts';

/** What `whoholds review ACT --json` prints. */
export const actedRecord = (acted: Acted) => ({
  act: acted.act,
  subject: acted.subject,
  changed: acted.changed,
  says: acted.says,
  seq: acted.seq,
});

type Family = ReviewEntry['family'];

const familyRecord = (family: Family) =>
  family === null ? null : { id: family.id, report: family.report, of: family.of, score: family.score };

const withReport = (claim: ReviewEntry['claim']) =>
  claim === null ? null : { ...claimRecord(claim), report: { id: claim.report } };

/** One line of `whoholds review log --json`. */
export const reviewRecord = (entry: ReviewEntry) => ({
  seq: entry.seq,
  act: entry.act,
  by: entry.by,
  known: entry.known,
  reason: entry.reason,
  subject: entry.subject,
  claim: withReport(entry.claim),
  movedFrom: entry.movedFrom,
  family: familyRecord(entry.family),
  answer:
    entry.answer === null
      ? null
      : {
          denial: entry.answer.denial,
          claim: entry.answer.claim,
          sameProposition: entry.answer.sameProposition,
        },
});

/** One line of `whoholds review queue --json`. */
export const queueRecord = (item: QueueItem, { gazetteer }: Theatre) => ({
  kind: item.kind,
  subject: item.subject,
  question: item.question,
  doubt: item.doubt,
  weight: item.weight,
  moves: item.moves.map(({ cell, from, to }) => ({
    place: cellPlace(cell.place, gazetteer),
    scope: cell.scope,
    from,
    to,
  })),
  claim: withReport(item.claim),
  answered: item.answered,
  against: withReport(item.against),
  place: item.place,
  family: familyRecord(item.family),
  taken: item.taken,
  acts: item.acts,
});
