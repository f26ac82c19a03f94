// What a ledger teaches about the numbers of the model: its districts as heard, and changes of hands known from outside.
// Invariant: the same entries, the same changes and the same start give the same numbers.
import { type Fitted, fittedFrom } from '../assessment/fitted.ts';
import { campOf, type Ground } from '../assessment/ground.ts';
import type { HeardFrom } from '../assessment/hear-cell.ts';
import { fit } from '../assessment/learn.ts';
import type { Anchor } from '../assessment/learn-corpus.ts';
import { cellOfClaim } from '../assessment/scopes.ts';
import { dayNumber } from '../assessment/statements.ts';
import { done, type Outcome } from '../model/outcome.ts';
import type { Theatre } from '../model/theatre.ts';
import type { DatedChange } from './contract.ts';
import { cellKey } from './derived-control.ts';

export interface FitGround {
  readonly ground: Ground;
  readonly theatre: Theatre;
  readonly seq: number;
}

/** Changes on cells that are learned from, within their days; the rest teach nothing. */
const anchorsIn = (ground: Ground, heard: readonly HeardFrom[], changes: readonly DatedChange[]): readonly Anchor[] => {
  const byCell = new Map(heard.map((one) => [one.heard.cell, one]));
  return changes.flatMap(({ cell, day, side, confidence }): Anchor[] => {
    const known = byCell.get(cellKey(cellOfClaim(ground.gazetteer, cell.place, cell.scope)));
    if (known === undefined) return [];
    const at = dayNumber(day) - known.first;
    const within = at >= 0 && at < known.heard.days;
    return within ? [{ cell: known.heard.cell, day: at, side: campOf(ground, side), weight: confidence }] : [];
  });
};

export const fitLedger = (
  { ground, theatre, seq }: FitGround,
  heard: readonly HeardFrom[],
  changes: readonly DatedChange[],
): Outcome<Fitted> => {
  const anchors = anchorsIn(ground, heard, changes);
  const learned = fit({ cells: heard.map((one) => one.heard), anchors }, ground.parameters.model);
  if (!learned.ok) return learned;
  const corpus = { theatre: { id: theatre.id, version: theatre.version }, seq, cells: heard.length };
  return done(fittedFrom(learned.value, ground.parameters, { ...corpus, anchors: anchors.length }));
};
