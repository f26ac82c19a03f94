// A claim as one side's statement about a cell: what it says of the holder, of which day, said when, with which interest.
// Invariant: works on kind, polarity, modality, sides, voice and dates alone; the wording is never seen (house rule 5.5).
import type { SideId, SpeakerSide } from '../model/actor.ts';
import type { Claim } from '../model/claim.ts';
import type { Cell, Evidence } from '../model/control.ts';
import { type Day, dayIn } from '../model/time.ts';
import { campOf, type Ground, isParty, mainOpponent } from './ground.ts';
import { type Relation, relationOf } from './scopes.ts';

/** What is asserted: a holder, a loss without a taker, the reverse of a holding, presence, danger, or a repulse. */
export type What =
  | 'has'
  | 'lost'
  | 'not'
  | 'kept'
  | 'inside'
  | 'out'
  | 'siege'
  | 'threat'
  | 'repulse'
  | 'attack'
  | 'planned'
  | 'nothing';

export interface Says {
  readonly what: What;
  readonly side: SideId | null;
}

export interface Statement {
  readonly evidence: Evidence;
  readonly claim: Claim;
  readonly says: Says;
  readonly relation: Relation;
  readonly side: SpeakerSide;
  readonly camp: string;
  readonly party: boolean;
  readonly onRecord: boolean;
  readonly anonymous: boolean;
  /** The day the state is said to begin or to be (day number), and the last day it is said of. */
  readonly day: number;
  readonly until: number;
  /** When it was said (ms): the publication, or the day itself for what was said before it. */
  readonly said: number;
  /** The day (number) on which its report could first be read. */
  readonly out: number;
  readonly denial: boolean;
  readonly rumour: boolean;
  readonly partial: boolean;
  /** A change of hands is asserted, not a state. */
  readonly turn: boolean;
  /** E5: entailed by another statement (a retaking entails a loss). */
  readonly implied: boolean;
  /** E24: its report has no date, and its own day is known by bounds only. */
  readonly bounded: boolean;
  /** E24: and those bounds are wide; it proves nothing. */
  readonly undated: boolean;
}

const MS_PER_DAY = 86_400_000;
export const dayNumber = (day: Day): number => Math.round(Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY);
export const dayFrom = (number: number): Day => new Date(number * MS_PER_DAY).toISOString().slice(0, 10) as Day;

const TAKES = ['capture', 'recapture', 'hold'];

const affirmed = ({ kind, actor, to, partial }: Claim, speaker: string, opposed: boolean): Says => {
  if (TAKES.includes(kind)) return { what: partial ? 'inside' : 'has', side: actor };
  if (kind === 'loss' || kind === 'withdrawal' || kind === 'surrender') {
    if (partial) return { what: 'nothing', side: actor };
    if (to !== null) return { what: 'has', side: to };
    // A hand-over told by its taker is a capture (7.4, further marks).
    return kind === 'surrender' && opposed ? { what: 'has', side: speaker } : { what: 'lost', side: actor };
  }
  if (kind === 'siege') return { what: partial ? 'inside' : 'siege', side: actor };
  if (kind === 'entry' || kind === 'clash') return { what: 'inside', side: actor };
  return { what: kind === 'threat' ? 'threat' : kind === 'repulse' ? 'repulse' : 'attack', side: actor };
};

const denied = ({ kind, actor }: Claim): Says => {
  if (TAKES.includes(kind)) return { what: 'not', side: actor };
  if (kind === 'loss' || kind === 'withdrawal') return { what: 'has', side: actor };
  if (kind === 'surrender') return { what: 'kept', side: actor };
  return { what: kind === 'entry' || kind === 'clash' ? 'out' : 'nothing', side: actor };
};

const ATTACKS = [...TAKES, 'entry', 'threat', 'siege', 'attack'];

/** What may or shall happen is a threat; a side that plans to retake a place says that it has lost it (S4). */
const unreal = (ground: Ground, claim: Claim, speaker: SpeakerSide): Says => {
  const { kind, actor, modality, polarity } = claim;
  if (polarity === 'denied' || actor === null) return { what: 'nothing', side: actor };
  if (ATTACKS.includes(kind)) {
    const own = campOf(ground, actor) === campOf(ground, speaker);
    return { what: modality === 'planned' && kind === 'recapture' && own ? 'planned' : 'threat', side: actor };
  }
  const gives = kind === 'loss' || kind === 'surrender' || kind === 'withdrawal';
  return gives ? { what: 'threat', side: claim.to ?? mainOpponent(ground, actor) } : { what: 'nothing', side: actor };
};

const saysOf = (ground: Ground, claim: Claim, speaker: SpeakerSide): Says => {
  if (claim.modality === 'possible' || claim.modality === 'planned') return unreal(ground, claim, speaker);
  if (claim.polarity === 'denied') return denied(claim);
  const opposed =
    isParty(ground, speaker) && claim.actor !== null && campOf(ground, speaker) !== campOf(ground, claim.actor);
  return affirmed(claim, speaker, opposed);
};

interface Times {
  readonly day: number;
  readonly until: number;
  readonly said: number;
  readonly out: number;
  readonly bounded: boolean;
  readonly undated: boolean;
}

const SAID_AS_IT_IS = ['hold', 'siege', 'threat'];

const boundsOf = ({ claim, report }: Evidence): { open: boolean; width: number } => {
  const { earliest, latest } = claim.when;
  const { published } = report;
  const open = published.earliest === null || published.latest === null || published.earliest !== published.latest;
  const known = earliest !== null && latest !== null;
  return { open, width: known ? dayNumber(latest) - dayNumber(earliest) : Number.POSITIVE_INFINITY };
};

/** E16: a turn speaks of the end of its interval, a holding of each day of it; the bounds of an undated report are no interval. */
const timesOf = (ground: Ground, evidence: Evidence): Times => {
  const { claim, report } = evidence;
  const { open, width } = boundsOf(evidence);
  const out = dayNumber(dayIn(report.known, ground.timezone));
  const { earliest, latest } = claim.when;
  const until = latest === null ? out : dayNumber(latest);
  const held = claim.kind === 'hold' && claim.polarity === 'affirmed' && earliest !== null && !open;
  const day = held ? Math.min(dayNumber(earliest), until) : until;
  const present = SAID_AS_IT_IS.includes(claim.kind) || claim.polarity === 'denied';
  const at = Date.parse(report.publishedAt ?? report.known);
  const said = present && until < out ? Math.min(at, until * MS_PER_DAY + MS_PER_DAY / 2) : at;
  const undated = open && width > ground.parameters.undatedDays;
  return { day, until, said, out, bounded: open && width > 0, undated };
};

/** A party's or a state's own outlet speaks for its side (E10, outlets' affiliation). */
const sidesOf = ({ claim, report }: Evidence): readonly SpeakerSide[] => {
  const sides = claim.by.sides.length === 0 ? ['unknown'] : claim.by.sides;
  const named = sides.map((side) => (side === 'outlet' ? (report.affiliation ?? side) : side));
  return [...new Set(named)].sort();
};

interface Bearing {
  readonly relation: Relation;
  readonly evidence: Evidence;
}

const UNNAMED = ['anonymous', 'unknown'];

const statement = (ground: Ground, { relation, evidence }: Bearing, side: SpeakerSide): Statement => {
  const { claim } = evidence;
  const { voice } = claim.by;
  const says = saysOf(ground, claim, side);
  return {
    ...{ evidence, claim, says, relation, side },
    camp: campOf(ground, side),
    party: isParty(ground, side),
    onRecord: voice.onRecord && !UNNAMED.includes(voice.class),
    anonymous: UNNAMED.includes(voice.class),
    ...timesOf(ground, evidence),
    denial: claim.polarity === 'denied',
    rumour: claim.modality === 'reported',
    partial: claim.partial,
    turn: says.what === 'has' && !claim.partial && claim.polarity === 'affirmed' && claim.kind !== 'hold',
    implied: false,
  };
};

/** E5: a retaking entails a loss before it, by the same speaker's word; the day before, so that both turns stand. */
const impliedLoss = (told: Statement): readonly Statement[] => {
  const { kind } = told.claim;
  const { what, side } = told.says;
  if (kind !== 'recapture' || what !== 'has' || side === null || told.rumour) return [];
  const day = told.day - 1;
  return [{ ...told, says: { what: 'lost', side }, day, until: day, turn: false, implied: true }];
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Turns of one day go by the hour said, then by their order in the report (E16a); ids settle the rest. */
export const byTurn = (a: Statement, b: Statement): number =>
  a.day - b.day ||
  a.said - b.said ||
  compare(a.evidence.report.id, b.evidence.report.id) ||
  a.claim.quote.start - b.claim.quote.start ||
  compare(a.claim.id, b.claim.id) ||
  compare(a.side, b.side) ||
  Number(b.implied) - Number(a.implied);

/** Every claim that bears on the cell, as statements, one for each side that makes it, in the order of their turns. */
export const statementsOf = (ground: Ground, cell: Cell, evidence: readonly Evidence[]): readonly Statement[] =>
  evidence
    .flatMap((piece) => {
      const relation = relationOf(ground, cell, piece.claim);
      if (relation === null) return [];
      const told = sidesOf(piece).map((side) => statement(ground, { relation, evidence: piece }, side));
      return told.flatMap((one) => [...impliedLoss(one), one]);
    })
    .sort(byTurn);
