// Words that nobody has said, as evidence: what a third party, the loser or a denier would have to say of a cell (E2, E8).
// Invariant: as plain as such words can be, on the record, of the very cell and day; each from a report of its own.
import type { SideId, SpeakerSide } from '../model/actor.ts';
import type { Claim, VoiceClass } from '../model/claim.ts';
import type { Cell, Evidence } from '../model/control.ts';
import { type Day, endOfDayIn, onDay } from '../model/time.ts';
import type { Ground } from './ground.ts';

/** Where and when it would be said: of the day, at its end. */
export interface Occasion {
  readonly ground: Ground;
  readonly cell: Cell;
  readonly on: Day;
}

export interface Word extends Pick<Claim, 'kind' | 'polarity'> {
  readonly voice: VoiceClass;
  readonly side: SpeakerSide;
  readonly actor: SideId;
  readonly to: SideId | null;
}

const claimOf = ({ cell, on }: Occasion, id: string, { voice, side, ...said }: Word): Claim => ({
  ...{ id, report: id, ...said, scope: cell.scope, modality: 'actual', when: onDay(on, 'stated') },
  place: { id: cell.place, name: cell.place, province: null, kind: null, candidates: [], reason: 'supposed' },
  by: {
    ...{ speaker: id, role: 'office', via: null, relayedBy: null, frame: null },
    ...{ voice: { class: voice, onRecord: true, stake: false }, sides: [side] },
  },
  quote: { start: 0, end: 0, text: '' },
  ...{ placeSpan: null, answers: null, force: null, deadline: null, partial: false, tactical: false },
  ...{ reading: 1, reader: 'supposed' },
});

/** `nth`: words of different numbers are of different speakers in different reports. */
export const supposedEvidence = (occasion: Occasion, nth: number, word: Word): Evidence => {
  const id = `supposed-${nth}`;
  const known = endOfDayIn(occasion.on, occasion.ground.timezone);
  return {
    claim: claimOf(occasion, id, word),
    report: {
      ...{ id, outlet: id, url: null, published: onDay(occasion.on, 'stated'), publishedAt: known, known },
      ...{ family: id, familyBefore: [], agency: null, affiliation: null },
    },
    ...{ quoted: [], known: null, judged: [], seq: 0, retracted: null },
  };
};

const has = (voice: VoiceClass, side: SpeakerSide, holder: SideId): Word => ({
  ...{ voice, side, kind: 'hold', polarity: 'affirmed', actor: holder, to: null },
});

export const thirdParty = (holder: SideId): Word => has('third-party', 'international', holder);
export const ownClaim = (holder: SideId): Word => has('spokesman', holder, holder);
export const admission = (loser: SideId, holder: SideId): Word => ({
  ...{ voice: 'local-official', side: loser, kind: 'loss', polarity: 'affirmed', actor: loser, to: holder },
});
export const denial = (denier: SideId, holder: SideId): Word => ({
  ...{ voice: 'ministry', side: denier, kind: 'capture', polarity: 'denied', actor: holder, to: null },
});
