// The front door: one report read, or a ledger opened. Types of the nouns come along.

export type { AggregateClaim, Claim, Incident, Reading } from './model/claim.ts';
export type { Assessment, ControlPeriod, Evidence, Status } from './model/control.ts';
export type { Outcome, Refusal } from './model/outcome.ts';
export { Fault } from './model/outcome.ts';
export type { Report } from './model/report.ts';
export type { Theatre } from './model/theatre.ts';
export { loadTheatre } from './theatre/load.ts';
export type { Whoholds } from './whoholds.ts';
export { openWhoholds, readItem, readReport } from './whoholds.ts';
