// All that people did, in order, as acts: a taking-back with the assertion in its place is one act, not two.
// Invariant: told from the ledger's entries alone; nothing else records an act.
import type { Ledger } from '../ledger/ledger.ts';
import type { LedgerClaim } from '../ledger/records.ts';
import type { Claim, ClaimId } from '../model/claim.ts';
import type { Entry, Subject } from '../model/entry.ts';
import { personName } from '../model/person.ts';
import type { FamilyEdge } from '../model/report.ts';
import type { Instant } from '../model/time.ts';
import type { ReviewAct, ReviewEntry } from './review-contract.ts';

interface Act {
  readonly back: Extract<Entry, { act: 'retract' }> | null;
  readonly put: Extract<Entry, { act: 'assert' }> | null;
}

const idOf = ({ value }: Subject): string => value.id;

const replaces = (back: Act['back'], put: Entry): boolean =>
  back !== null &&
  put.act === 'assert' &&
  put.seq === back.seq + 1 &&
  put.recorded === back.recorded &&
  put.by === back.by &&
  put.what.type === back.type &&
  idOf(put.what) === back.subject;

/** A tie that nobody had made is made and taken back at once, to be kept as parted: a cut. */
const parts = (put: Act['put'], back: Entry): boolean =>
  put !== null &&
  back.act === 'retract' &&
  put.what.type === 'family' &&
  back.seq === put.seq + 1 &&
  back.recorded === put.recorded &&
  back.subject === idOf(put.what);

const actsIn = (entries: readonly Entry[]): readonly Act[] => {
  const acts: Act[] = [];
  for (const entry of entries) {
    const last = acts.at(-1) ?? null;
    if (entry.act === 'retract') {
      if (last !== null && parts(last.put, entry)) acts.pop();
      acts.push({ back: entry, put: null });
    } else if (last?.put === null && replaces(last.back, entry))
      acts[acts.length - 1] = { back: last.back, put: entry };
    else acts.push({ back: null, put: entry });
  }
  return acts;
};

type Turns = ReadonlyMap<ClaimId, readonly LedgerClaim[]>;

const NONE = { claim: null, movedFrom: null, family: null, answer: null } as const;

const takenBack = (turns: Turns, { back }: Act): Claim | null =>
  back === null ? null : (turns.get(back.subject)?.find(({ retracted }) => retracted?.seq === back.seq)?.claim ?? null);

/** The act's name, and what it is about. */
const aboutOf = (act: Act, turns: Turns, ties: ReadonlyMap<string, FamilyEdge>) => {
  const { back, put } = act;
  const old = takenBack(turns, act);
  if (put === null) {
    const type = back?.type;
    return type === 'family'
      ? { ...NONE, act: 'cut' as ReviewAct, family: ties.get(back?.subject ?? '') ?? null }
      : { ...NONE, act: 'retract' as ReviewAct, claim: old };
  }
  const { what } = put;
  if (what.type === 'family') return { ...NONE, act: 'join' as ReviewAct, family: what.value };
  if (what.type === 'answer') {
    const claim = turns.get(what.value.denial)?.at(-1)?.claim ?? null;
    return { ...NONE, act: 'answers' as ReviewAct, answer: what.value, claim };
  }
  const claim = what.type === 'claim' ? what.value : null;
  const moved = old !== null && claim !== null && (old.place.id !== claim.place.id || old.scope !== claim.scope);
  return { ...NONE, act: (moved ? 'place' : 'assert') as ReviewAct, claim, movedFrom: moved ? old.place.id : null };
};

const claimsIn = async (ledger: Ledger, acts: readonly Act[]): Promise<Turns> => {
  const ids = new Set(
    acts.flatMap(({ back, put }) => [
      ...(back?.type === 'claim' ? [back.subject] : []),
      ...(put?.what.type === 'answer' ? [put.what.value.denial] : []),
    ]),
  );
  const turns = new Map<ClaimId, readonly LedgerClaim[]>();
  for (const id of ids) turns.set(id, await ledger.claimTurns(id));
  return turns;
};

const LONG_PAST = '1970-01-01T00:00:00.000Z' as Instant;

export const tellReviews = async (ledger: Ledger): Promise<readonly ReviewEntry[]> => {
  const acts = actsIn(await ledger.entriesByPeople());
  const turns = await claimsIn(ledger, acts);
  const cut = acts.some(({ back, put }) => put === null && back?.type === 'family');
  const ties = new Map(cut ? (await ledger.familyTies()).map(({ value }) => [value.id, value]) : []);
  return acts.flatMap((act): ReviewEntry[] => {
    const entry = act.put ?? act.back;
    if (entry === null) return [];
    const subject = entry.act === 'assert' ? idOf(entry.what) : entry.subject;
    const { seq, by, reason } = entry;
    const told = { seq, by: personName(by), known: entry.known ?? LONG_PAST, reason: reason ?? '', subject };
    return [{ ...told, ...aboutOf(act, turns, ties) }];
  });
};
