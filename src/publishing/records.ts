// The JSON shapes of formats.md, in one place for the command line and the API. They are a promise: fields are only added.
// Invariant: absent values are null, never missing.
import type { AggregateClaim, Attribution, Claim, Incident, Reading } from '../model/claim.ts';
import type { Assessment, ControlPeriod, Evidence } from '../model/control.ts';
import type { Refusal } from '../model/outcome.ts';
import type { Gazetteer, PlacedPlace } from '../model/place.ts';
import type { Reconciliation } from '../model/reconciliation.ts';
import type { Report } from '../model/report.ts';
import type { CellSeries } from '../model/series.ts';
import type { Theatre } from '../model/theatre.ts';
import type { Added, Change, ClaimRow, ReportRow, Why } from '../whoholds.ts';
import { changeSentence } from './change-sentence.ts';

const placeRecord = (place: PlacedPlace) => ({
  id: place.id,
  name: place.name,
  province: place.province,
  kind: place.kind,
  reason: place.reason,
  ...(place.candidates.length > 0 ? { candidates: place.candidates } : {}),
});

const speakerRecord = (by: Attribution) => ({
  speaker: by.speaker,
  role: by.role,
  sides: by.sides,
  via: by.via,
});

export const claimRecord = (claim: Claim) => ({
  id: claim.id,
  place: placeRecord(claim.place),
  scope: claim.scope,
  kind: claim.kind,
  actor: claim.actor,
  polarity: claim.polarity,
  modality: claim.modality,
  when: claim.when,
  ...speakerRecord(claim.by),
  voice: claim.by.voice,
  to: claim.to,
  force: claim.force,
  deadline: claim.deadline,
  relayedBy: claim.by.relayedBy,
  partial: claim.partial,
  tactical: claim.tactical,
  reading: claim.reading,
  quote: claim.quote,
  answers: claim.answers,
  reader: claim.reader,
});

export const aggregateRecord = (aggregate: AggregateClaim) => ({
  id: aggregate.id,
  report: aggregate.report,
  count: aggregate.count,
  comparator: aggregate.comparator,
  fraction: aggregate.fraction,
  of: aggregate.of,
  unit: aggregate.unit,
  within: aggregate.within,
  kind: aggregate.kind,
  actor: aggregate.actor,
  since: aggregate.since,
  on: aggregate.on,
  by: aggregate.until,
  predicate: aggregate.predicate,
  when: aggregate.when,
  polarity: aggregate.polarity,
  modality: aggregate.modality,
  ...speakerRecord(aggregate.by),
  quote: aggregate.quote,
  answers: aggregate.answers,
});

/** One line of `whoholds aggregates --json`: the number as it was read, and how it stands to the ledger. */
export const reconciliationRecord = (one: Reconciliation) => ({
  ...aggregateRecord(one.aggregate),
  verdict: one.verdict,
  sentence: one.sentence,
  why: one.why,
  p: one.p,
  proposition: one.proposition,
  stated: one.stated,
  ledger: one.ledger,
  named: one.named,
  namingGap: one.namingGap,
  denominator: one.denominator,
  beside: one.beside,
  contradictedBy: one.contradictedBy.map(({ place, claim }) => ({ place, claim: claimRecord(claim) })),
  source: one.report,
});

export const incidentRecord = (incident: Incident) => ({
  id: incident.id,
  report: incident.report,
  type: incident.type,
  subtype: incident.subtype,
  actor: incident.actor,
  target: incident.target,
  place: incident.place === null ? null : placeRecord(incident.place),
  when: incident.when,
  polarity: incident.polarity,
  modality: incident.modality,
  fatalities: incident.fatalities,
  injuries: incident.injuries,
  ...speakerRecord(incident.by),
  voice: incident.by.voice,
  deniedBy: incident.deniedBy,
  sameEvent: incident.sameEvent,
  quote: incident.quote,
});

export const refusalRecord = (refusal: Refusal) => ({
  code: refusal.code,
  stage: refusal.stage,
  reason: refusal.reason,
  file: refusal.file,
  report: refusal.report,
  span: refusal.span,
  expected: refusal.expected,
});

export const reportRecord = (report: Report) => ({
  id: report.id,
  url: report.url,
  outlet: report.outlet,
  title: report.title,
  byline: report.byline,
  published: report.published,
  publishedAt: report.publishedAt,
  modified: report.modified,
  modifiedAt: report.modifiedAt,
  captured: report.captured,
  retrieved: report.retrieved,
  agency: report.agency,
  language: report.language,
  text: report.text,
  bodyStart: report.bodyStart,
  parts: report.parts,
  cut: report.cut,
});

/** One line of `whoholds read --json`. */
export const readingRecord = (report: Report, reading: Reading, options: { marks: boolean; trace: boolean }) => ({
  file: report.file,
  report: reportRecord(report),
  claims: reading.claims.map(claimRecord),
  aggregates: reading.aggregates.map(aggregateRecord),
  incidents: reading.incidents.map(incidentRecord),
  corrections: reading.corrections,
  notes: reading.notes,
  refusals: reading.refusals.map(refusalRecord),
  ...(options.marks ? { marks: reading.marks } : {}),
  ...(options.trace ? { trace: reading.trace } : {}),
});

/** One line of `whoholds read --json` for an item that never became a report. */
export const refusedRecord = (file: string, refusal: Refusal) => ({
  file,
  report: null,
  claims: [],
  aggregates: [],
  incidents: [],
  corrections: [],
  notes: [],
  refusals: [refusalRecord(refusal)],
});

export const cellPlace = (id: string, gazetteer: Gazetteer) => {
  const place = gazetteer.get(id);
  return {
    id,
    name: place?.name ?? id,
    province: place?.province ?? null,
    kind: place?.kind ?? null,
    lat: place?.point?.[1] ?? null,
    lon: place?.point?.[0] ?? null,
  };
};

/** One line of `whoholds control --json`. */
export const assessmentRecord = (assessment: Assessment, theatre: Theatre) => ({
  place: cellPlace(assessment.cell.place, theatre.gazetteer),
  scope: assessment.cell.scope,
  ...assessment.moment,
  holder: assessment.holder,
  against: assessment.against,
  status: assessment.status,
  p: assessment.p,
  pLow: assessment.pLow,
  pHigh: assessment.pHigh,
  likelihood: assessment.likelihood,
  grade: assessment.grade,
  families: assessment.families,
  effective: assessment.effective,
  flags: assessment.flags,
  reason: assessment.reason,
  lastEvidence: assessment.lastEvidence,
  staleAfter: assessment.staleAfter,
  baseline: assessment.baseline,
  alternative: assessment.alternative,
  model: assessment.model,
});

const evidenceRecord = ({ claim, report }: Evidence) => ({
  ...claimRecord(claim),
  report: { id: report.id, outlet: report.outlet, url: report.url, published: report.published, family: report.family },
});

/** The object of `whoholds why --json`. */
export const whyRecord = (why: Why, theatre: Theatre) => ({
  ...assessmentRecord(why.assessment, theatre),
  steps: why.assessment.steps.map(({ evidence, ...step }) => ({ claim: evidenceRecord(evidence), ...step })),
  denials: why.assessment.denials.map(({ evidence, judged, ...denial }) => ({
    claim: evidenceRecord(evidence),
    ...denial,
    judged: judged === null ? null : { by: judged.by, reason: judged.reason, known: judged.known },
  })),
  notCounted: why.assessment.notCounted.map(({ evidence, why: reason }) => ({
    claim: evidenceRecord(evidence),
    why: reason,
  })),
  hadOnly: why.hadOnly,
  wouldChange: why.wouldChange,
  changedFrom: why.changedFrom,
  changedBecause: why.changedBecause,
  changeBetween: why.changeBetween,
});

/** The lines of `whoholds timeline --series --json`, one a day. */
export const seriesRecords = ({ cell, days }: CellSeries, theatre: Theatre) =>
  days.map(({ day, knownBy, nowcast, hindcast }) => ({
    place: cellPlace(cell.place, theatre.gazetteer),
    scope: cell.scope,
    on: day,
    knownBy,
    nowcast,
    hindcast,
  }));

/** One line of `whoholds timeline --json`. */
export const periodRecord = (period: ControlPeriod, theatre: Theatre) => ({
  place: cellPlace(period.cell.place, theatre.gazetteer),
  scope: period.cell.scope,
  holder: period.holder,
  status: period.status,
  from: period.from,
  until: period.until,
  changeBetween: period.changeBetween,
  because: period.because,
  reason: period.reason,
});

/** One line of `whoholds changes --json`. */
export const changeRecord = (one: Change, theatre: Theatre) => ({
  place: cellPlace(one.cell.place, theatre.gazetteer),
  scope: one.cell.scope,
  change: one.change,
  sentence: changeSentence(one, theatre),
  from: one.from === null ? null : { ...periodRecord(one.from, theatre), p: one.p.from, against: one.against.from },
  to: { ...periodRecord(one.to, theatre), p: one.p.to, against: one.against.to },
  because: one.because.map(({ evidence, ...entry }) => ({ ...entry, claim: evidenceRecord(evidence) })),
});

/** One line of `whoholds add --json`. */
export const addedRecord = (added: Added) => ({
  file: added.file,
  report: added.report,
  family: added.family,
  copyOf: added.copyOf,
  entries: added.entries,
  claims: added.claims,
  refusals: added.refusals.map(refusalRecord),
});

export const claimRowRecord = (row: ClaimRow) => ({
  ...claimRecord(row.claim),
  report: row.report,
  seq: row.seq,
  retracted: row.retracted,
});

export const reportRowRecord = (row: ReportRow) => ({
  ...reportRecord(row.report),
  family: row.family,
  copyOf: row.copyOf,
  claims: row.claims,
  seq: row.seq,
});
