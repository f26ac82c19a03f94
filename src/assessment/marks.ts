// Which row of the mark table (control-method 7.4) a statement takes, and with which weight; the model will read them.
// Invariant: rows are named by who speaks and which way it cuts, never by a side, so that swapping sides swaps nothing here.

import { campOf, sideOf } from './ground.ts';
import { isMain } from './opposition.ts';
import type { Statement } from './statements.ts';
import type { View } from './view.ts';

const partyMark = (view: View, one: Statement): string => {
  const { what, side } = one.says;
  const { ground } = view.prepared;
  const own = side !== null && campOf(ground, side) === one.camp;
  const concession = (what === 'has' && !own) || ((what === 'lost' || what === 'not' || what === 'planned') && own);
  const incumbent = sideOf(ground, one.camp)?.role === 'incumbent';
  const office = one.claim.by.voice.class === 'local-official' ? 'local' : incumbent ? 'central' : 'party';
  if (concession) return `${office}-concession`;
  if (what === 'has' && one.claim.kind === 'recapture') return `${office}-retaken`;
  if (what === 'has') return one.turn ? `${office}-capture` : `${office}-hold`;
  return what === 'not' || what === 'repulse' ? `${office}-repulse` : `${office}-${what}`;
};

const NEUTRAL: Readonly<Record<string, string>> = {
  witness: 'witness',
  resident: 'local-source',
  outlet: 'outlet-voice',
  anonymous: 'third-anonymous',
  unknown: 'third-anonymous',
};

const neutralMark = (one: Statement): string => {
  const { voice } = one.claim.by;
  const known = NEUTRAL[voice.class];
  return known ?? (voice.stake ? 'third-with-stake' : 'third-on-record');
};

/** The row's name, e.g. `local-concession`, `third-with-stake`, `near`, `inside`. */
export const markOf = (view: View, one: Statement): string => {
  const { what } = one.says;
  if (what === 'inside') return one.claim.by.voice.class === 'outlet' ? 'outlet-inside' : 'inside';
  if (what === 'out') return 'not-entered';
  if (what === 'siege' || what === 'threat' || one.relation.as === 'near') return 'near';
  return one.party ? partyMark(view, one) : neutralMark(one);
};

const modalityWeight = (view: View, one: Statement): number => {
  const { weights } = view.prepared.ground.parameters;
  if (one.implied || one.says.what === 'planned') return weights.implied;
  if (one.rumour) return weights.reported;
  return one.claim.modality === 'possible' ? weights.possible : 1;
};

/** Reading confidence × modality × scope × damping of the j-th voice of one side (7.3); three decimals. */
export const weightOf = (view: View, one: Statement, voice: number): number => {
  const scope = isMain(one) ? 1 : one.relation.weight;
  const damping = view.prepared.ground.parameters.weights.sameSideNext ** voice;
  return Math.round(one.claim.reading * modalityWeight(view, one) * scope * damping * 1000) / 1000;
};
