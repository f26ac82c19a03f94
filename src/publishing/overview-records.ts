// What a ledger tells of itself as JSON. A promise like the shapes of records.ts: fields are only added.
import type { IncidentRow, ProvinceCoverage, SpeakerRow } from '../whoholds.ts';
import { incidentRecord } from './records.ts';

export const speakerRecord = (row: SpeakerRow) => ({
  speaker: row.speaker,
  class: row.class,
  roles: row.roles,
  sides: row.sides,
  claims: row.claims,
  denied: row.denied,
  denials: row.denials,
  checkable: row.checkable,
  cameTrue: row.cameTrue,
  outlets: row.outlets,
  first: row.first,
  last: row.last,
});

export const coverageRecord = (row: ProvinceCoverage) => ({
  province: row.province,
  districts: row.districts,
  spokenOf: row.spokenOf,
  claims: row.claims,
  reports: row.reports,
  families: row.families,
  outlets: row.outlets,
  lastReport: row.lastReport,
});

export const incidentRowRecord = ({ incident, report }: IncidentRow) => ({
  ...incidentRecord(incident),
  source: report,
});
