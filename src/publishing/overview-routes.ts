// Questions about the ledger as a whole: its incidents and speakers, what it cannot see, how its answers held.

import { coverageRecord, incidentRowRecord, speakerRecord } from './overview-records.ts';
import { cutInstant, type ParamName } from './params.ts';
import { problem } from './problems.ts';
import { type Answer, type Question, type Route, route } from './route.ts';

const CUT = ['asOf', 'seq'] as const satisfies readonly ParamName[];

const knownOf = ({ asked, whoholds, seq }: Question) => ({
  asOf: cutInstant(asked.asOf, whoholds.theatre.timezone),
  seq,
});

const incidents = async ({ asked, whoholds }: Question): Promise<Answer> => {
  const { place, type, from, until, limit, cursor } = asked;
  if (place !== null && whoholds.theatre.gazetteer.get(place) === null)
    return { problem: problem('no-such-place', `No place has the id “${place.slice(0, 80)}”.`) };
  const { rows, next } = await whoholds.incidentRows({ place, type, from, until, limit, cursor });
  return { data: rows.map(incidentRowRecord), next };
};

const calibration = async ({ whoholds, calibrate }: Question): Promise<Answer> => ({
  data: calibrate === null ? null : await calibrate(whoholds),
});

export const OVERVIEW_ROUTES: readonly Route[] = [
  route('/api/calibration', 'How often the map was right, by a list of who really held what.', {
    isOutsideEntries: true,
    answers:
      'one object, the scores of a control as `whoholds score` prints them as JSON, of the state the ledger is in; null where the server was started without `--truth`',
    answer: calibration,
  }),
  route('/api/incidents', 'What happened, with a place and a day, the newest day first.', {
    takes: ['place', 'type', 'from', 'until', 'limit', 'cursor'],
    answers:
      'a list of incidents, each with the report it stands in (`source`); `place` means it and all that lies in it; without `limit` all of them',
    answer: incidents,
  }),
  route('/api/speakers', 'Everybody who said anything of a known place, those who said most first.', {
    takes: CUT,
    answers:
      'a list of `{ speaker, class, roles, sides, claims, denied, denials, checkable, cameTrue, outlets, first, last }`: `speaker` is null for those quoted without a name, together by kind of voice and side; `denied` are those of the `claims` that somebody answered with a denial; `checkable` and `cameTrue` are told by the rules of the letters, and null in a ledger of 60,000 entries or more',
    answer: async (question) => ({ data: (await question.whoholds.speakers(knownOf(question))).map(speakerRecord) }),
  }),
  route('/api/coverage', 'How far each province was listened to: where little is said, silence tells little.', {
    takes: CUT,
    answers:
      'a list of `{ province, districts, spokenOf, claims, reports, families, outlets, lastReport }`, every province with districts in it, by name',
    answer: async (question) => ({ data: (await question.whoholds.coverage(knownOf(question))).map(coverageRecord) }),
  }),
  route('/api/hindsight', 'What was told on each day, held against what is told of the same day now.', {
    takes: CUT,
    answers:
      '`{ from, until, everyDays, days, byStatus, byLikelihood }`, of every seventh day: how many places were `told` so on the day, and how many of these have the `same` holder now, an `other`, or none that can be named (`open`); null in a ledger of 60,000 entries or more. It compares answers with answers, not with what happened: that is what the scores of control are for',
    answer: async (question) => ({ data: await question.whoholds.hindsight(knownOf(question)) }),
  }),
];
