// Which row of the mark table (control-method 7.4) a statement takes, about whom, in which direction, with which weight.
// Invariant: rows are named by who speaks and which way it cuts, never by a side; what is borrowed keeps its scope's weight.
import type { Campaigns } from './campaigns.ts';
import { campOf, type Ground } from './ground.ts';
import { sourceOf } from './independence.ts';
import { type MarkName, markRow, type Row } from './model-parameters.ts';
import { isMain } from './opposition.ts';
import { mirror, type StateSpace } from './state-space.ts';
import type { Statement } from './statements.ts';

export interface Mark {
  readonly name: MarkName;
  /** The camp spoken of; null: all challengers alike. */
  readonly of: string | null;
  /** The row is read in the other direction. */
  readonly mirrored: boolean;
  /** E13a and the unnamed official: what the row counts for here, before any other weight. */
  readonly share: number;
  /** Who speaks, where a name is known: a fit may have given the source a row of its own. */
  readonly source: string | null;
}

/** One cell's words: who fights, and between which camps its states are. */
export interface Marking {
  readonly ground: Ground;
  readonly space: StateSpace;
  /** The camp that held the cell at the start: ground around it that it merely keeps endangers nobody. */
  readonly baseline: string;
  readonly campaigns: Campaigns;
}

const mark = (name: MarkName, of: string | null, rest: Partial<Mark> = {}): Mark => ({
  ...{ name, of, mirrored: false, share: 1, source: null },
  ...rest,
});

const NEUTRAL: Readonly<Record<string, MarkName>> = {
  witness: 'witness',
  resident: 'local-source',
  outlet: 'outlet-voice',
  anonymous: 'third-anonymous',
  unknown: 'third-anonymous',
};

const neutralName = ({ claim }: Statement): MarkName => {
  const { voice } = claim.by;
  return NEUTRAL[voice.class] ?? (voice.stake ? 'third-with-stake' : 'third-on-record');
};

const SEEING = ['witness', 'resident'];

/** Speaks as a party to this cell: of a camp that its states know, and not as somebody who only saw it. */
const isPartyHere = ({ space }: Marking, { camp, party, claim }: Statement): boolean =>
  party && (camp === space.incumbent || space.challengers.includes(camp)) && !SEEING.includes(claim.by.voice.class);

/** E3: officers on the spot concede first; the ministry and its spokesmen are the centre. */
const isLocal = ({ claim }: Statement): boolean => ['local-official', 'commander'].includes(claim.by.voice.class);

/** A concession by an official who asks not to be named counts half, whichever side he serves (7.4, E14). */
const namedShare = ({ ground }: Marking, { anonymous }: Statement): number =>
  anonymous ? ground.parameters.model.unnamed : 1;

const concession = (marking: Marking, one: Statement, of: string | null): Mark => {
  const state = !one.turn && one.says.what !== 'lost' && one.says.what !== 'planned';
  const local = state ? 'local-concession-hold' : 'local-concession';
  if (one.anonymous) return mark(local, of, { share: namedShare(marking, one) });
  return mark(isLocal(one) ? local : 'central-concession', of);
};

const neutralFor = (one: Statement, camp: string, incumbent: string): Mark =>
  camp === incumbent ? mark(neutralName(one), null, { mirrored: true }) : mark(neutralName(one), camp);

/** A third party's "they have left" is its own row in the mirror, at full weight (7.4, further marks). */
const neutralAgainst = (one: Statement, camp: string, incumbent: string): Mark =>
  camp === incumbent ? mark(neutralName(one), null) : mark(neutralName(one), camp, { mirrored: true });

/** Somebody's word that a camp has the cell. */
const holding = (marking: Marking, one: Statement, camp: string): Mark => {
  const { incumbent } = marking.space;
  const own = one.camp === camp;
  if (!isPartyHere(marking, one)) return neutralFor(one, camp, incumbent);
  if (camp !== incumbent) {
    if (own) return mark(one.turn ? 'own-capture' : 'own-hold', camp);
    return one.camp === incumbent ? concession(marking, one, camp) : mark('central-concession', camp);
  }
  if (!own) return mark('challenger-concession', null, { share: namedShare(marking, one) });
  if (one.denial) return mark('central-repulse', null);
  if (!one.turn) return mark('incumbent-hold', null);
  return mark(isLocal(one) ? 'local-retaken' : 'central-retaken', null);
};

/** Somebody's word that a camp has it not: lost, left, not taken, driven off. */
const lacking = (marking: Marking, one: Statement, camp: string): Mark => {
  const { incumbent } = marking.space;
  if (!isPartyHere(marking, one)) return neutralAgainst(one, camp, incumbent);
  // E13a: a party's word that a place was left, by nobody's hand, counts half.
  const bare = one.says.what === 'lost' && !one.implied ? { share: marking.ground.parameters.model.bare } : {};
  const own = one.camp === camp;
  if (camp === incumbent) {
    if (!own) return mark(one.says.what === 'lost' ? 'own-capture' : 'own-hold', one.camp, bare);
    const conceded = concession(marking, one, null);
    return { ...conceded, share: conceded.share * (bare.share ?? 1) };
  }
  if (own) return mark('challenger-concession', camp, { share: namedShare(marking, one) * (bare.share ?? 1) });
  if (one.says.what === 'lost') return mark(isLocal(one) ? 'local-retaken' : 'central-retaken', camp, bare);
  return mark('central-repulse', camp);
};

const towards = ({ space }: Marking, name: MarkName, camp: string): Mark =>
  camp === space.incumbent ? mark(name, null, { mirrored: true }) : mark(name, camp);

const insideOf = (marking: Marking, one: Statement, camp: string): Mark =>
  towards(marking, one.claim.by.voice.class === 'outlet' ? 'outlet-inside' : 'clash-inside', camp);

/** What ground beside or inside the cell makes of a word about who holds it (4.1). */
const borrowed = (marking: Marking, one: Statement, camp: string): Mark | null => {
  const { what } = one.says;
  if (what !== 'has' && what !== 'inside') return null;
  if (one.denial && what === 'has') return null;
  if (what === 'has' && !one.turn && camp === marking.baseline) return null;
  return one.relation.as === 'near' ? towards(marking, 'near', camp) : insideOf(marking, one, camp);
};

/** Fighting inside of which nobody is named the attacker: it is whoever did not have the cell. */
const fighting = (marking: Marking, one: Statement): Mark | null => {
  if (one.says.what !== 'inside') return null;
  return { ...insideOf(marking, one, ''), of: null, mirrored: marking.baseline !== marking.space.incumbent };
};

/** That the camp spoken of is inside, beside whatever else the statement says (E11a). */
export const presenceOf = (marking: Marking, one: Statement): Mark | null => {
  const camp = one.says.side === null ? null : campOf(marking.ground, one.says.side);
  return camp === null ? null : { ...towards(marking, 'clash-inside', camp), source: sourceOf(one) };
};

const findMark = (marking: Marking, one: Statement): Mark | null => {
  const { what, side } = one.says;
  if (side === null) return isMain(one) ? fighting(marking, one) : null;
  const camp = campOf(marking.ground, side);
  if (camp !== marking.space.incumbent && !marking.space.challengers.includes(camp)) return null;
  if (what === 'siege' || what === 'threat') return towards(marking, 'near', camp);
  if (!isMain(one) && one.relation.as !== 'claim') return borrowed(marking, one, camp);
  switch (what) {
    case 'has':
    case 'kept':
      return holding(marking, one, camp);
    case 'lost':
    case 'not':
    case 'planned':
    case 'repulse':
      return lacking(marking, one, camp);
    case 'inside':
      return insideOf(marking, one, camp);
    case 'out':
      // 4.1: that it was not entered is said of the place itself, and of no other.
      return !isMain(one) ? null : towards(marking, 'not-entered', camp);
    default:
      return null;
  }
};

/** Null where the statement says nothing of the holder, or speaks of a camp that has no state here. */
export const markOf = (marking: Marking, one: Statement): Mark | null => {
  const found = findMark(marking, one);
  return found === null ? null : { ...found, source: sourceOf(one) };
};

/** The row as it stands for the camp spoken of. */
export const rowOf = ({ ground }: Marking, { name, mirrored, source }: Mark): Row => {
  const row = markRow(ground.parameters.model, name, source);
  return mirrored ? mirror(row) : row;
};

const modalityWeight = ({ ground }: Marking, one: Statement): number => {
  const { weights } = ground.parameters;
  if (one.implied || one.says.what === 'planned') return weights.implied;
  if (one.rumour) return weights.reported;
  // E1: what is only planned is danger and moves no p.
  if (one.claim.modality === 'planned') return 0;
  return one.claim.modality === 'possible' ? weights.possible : 1;
};

/** Who is inside a part of a town is inside it; what is held of a part or of ground around lends its scope's weight (4.1). */
const scopeWeight = (one: Statement): number => {
  const within = one.relation.as === 'part' && (one.claim.kind === 'entry' || one.claim.kind === 'clash');
  return isMain(one) || within ? 1 : one.relation.weight;
};

/** Reading confidence × modality × scope × what the row counts for here (7.3); damping comes with the group. */
export const weightOf = (marking: Marking, one: Statement, { share }: Mark): number =>
  one.claim.reading * modalityWeight(marking, one) * scopeWeight(one) * share;

/**
 * Which way a mark pulls: towards a camp, or towards fighting inside. Two voices of one side that pull alike are damped;
 * where there is one challenger, who names no taker speaks of him.
 */
export const directionOf = (marking: Marking, mark: Mark): string => {
  const [held, contested, fresh] = rowOf(marking, mark);
  if (contested > held && contested > fresh) return 'inside';
  const { challengers } = marking.space;
  const whom = mark.of ?? (challengers.length === 1 ? challengers[0] : 'a challenger');
  return fresh > held ? `to ${whom}` : `from ${whom}`;
};

/** ln of the odds that a mark of this weight adds for the challenger spoken of, against the incumbent (7.4, LR). */
export const logOddsOf = (marking: Marking, mark: Mark, weight: number): number => {
  const [held, , fresh] = rowOf(marking, mark);
  return weight * Math.log(fresh / held);
};
