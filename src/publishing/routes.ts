// Every question that the server answers, in one visible list: the router, the manual and openapi.json are made from it.
// Invariant: a route only asks the ledger's front door and shapes the answer; nothing is concluded here.
import { type Day, daysBetween } from '../model/time.ts';
import type { Page } from '../whoholds.ts';
import { holdingsRecord } from './holding-records.ts';
import { OVERVIEW_ROUTES } from './overview-routes.ts';
import { type Asked, cutInstant, type ParamName } from './params.ts';
import { isInBox, namesRecord, placeRecords, theatreRecord } from './places.ts';
import { type Problem, problem } from './problems.ts';
import {
  assessmentRecord,
  changeRecord,
  claimRowRecord,
  periodRecord,
  reconciliationRecord,
  reportRowRecord,
  seriesRecords,
  whyRecord,
} from './records.ts';
import { REFUSAL_ROUTES } from './refusal-routes.ts';
import { reportHeadRecord, wholeReportRecord } from './report-records.ts';
import { REVIEW_ROUTES } from './review-routes.ts';
import { type Answer, type Question, type Route, route } from './route.ts';
import { sourceGradeRecord } from './source-records.ts';
import { FILE_ROUTES } from './view-files.ts';

const CUT = ['asOf', 'seq'] as const satisfies readonly ParamName[];
const PAGE = ['limit', 'cursor'] as const satisfies readonly ParamName[];

const asOfOf = ({ asked, whoholds }: Question) => cutInstant(asked.asOf, whoholds.theatre.timezone);
const paged = <T>(page: Page<T>, record: (row: T) => unknown): Answer => ({
  data: page.rows.map(record),
  next: page.next,
});

const knownPlace = ({ whoholds }: Question, id: string): Problem | null => {
  const { gazetteer } = whoholds.theatre;
  if (gazetteer.get(id) !== null) return null;
  return problem('no-such-place', `No place has the id “${id.slice(0, 80)}”.`, gazetteer.lookup(id).slice(0, 8));
};

const control = async (question: Question): Promise<Answer> => {
  const { asked, whoholds, seq } = question;
  const unknown = asked.place === null ? null : knownPlace(question, asked.place);
  if (unknown !== null) return { problem: unknown };
  const cells = await whoholds.control({
    on: asked.on ?? whoholds.theatre.period.from,
    asOf: asOfOf(question),
    seq,
    place: asked.place,
    scope: asked.scope,
    minStatus: asked.minStatus,
    all: asked.all ?? false,
  });
  const records = cells.map((cell) => assessmentRecord(cell, whoholds.theatre));
  return { data: records.filter(({ place }) => isInBox(place, asked.bbox)) };
};

/** All that a first picture needs in one answer, so that nothing waits for anything. */
const start = async (question: Question): Promise<Answer> => {
  const { asked, whoholds } = question;
  const lastDay = await whoholds.lastDay();
  const theatre = theatreRecord(whoholds.theatre, { lastDay, delayHours: question.delayHours });
  const on = asked.on ?? theatre.openOn ?? theatre.lastDay ?? theatre.period.from;
  const answer = await control({ ...question, asked: { ...asked, on } });
  if (!('data' in answer)) return answer;
  return { data: { on, theatre, places: placeRecords(whoholds.theatre), cells: answer.data } };
};

const places = async ({ whoholds, asked }: Question): Promise<Answer> => ({
  data: placeRecords(whoholds.theatre).filter((place) => isInBox(place, asked.bbox)),
});

const why = async (question: Question): Promise<Answer> => {
  const { asked, whoholds, id, seq } = question;
  const unknown = knownPlace(question, id);
  if (unknown !== null) return { problem: unknown };
  const scope = asked.scope ?? (await whoholds.mainScope(id));
  const on = asked.on ?? whoholds.theatre.period.from;
  const found = await whoholds.why({ place: id, scope }, { on, asOf: asOfOf(question), seq });
  return { data: whyRecord(found, whoholds.theatre) };
};

const timeline = async (question: Question): Promise<Answer> => {
  const { asked, whoholds, id, seq } = question;
  const unknown = knownPlace(question, id);
  if (unknown !== null) return { problem: unknown };
  const { scope, from, until } = asked;
  const periods = await whoholds.timeline(id, { scope, from, until, asOf: asOfOf(question), seq });
  return { data: periods.map((period) => periodRecord(period, whoholds.theatre)) };
};

const MOST_DAYS = 3660;

/** Ten years are enough for a picture and few enough for an answer. */
const rangeProblem = ({ asked: { from, until } }: Question): Problem | null =>
  from === null || until === null || daysBetween(from, until) < MOST_DAYS
    ? null
    : problem('bad-parameter', `From ${from} to ${until} are more than ${MOST_DAYS} days.`, ['a shorter range']);

const series = async (question: Question): Promise<Answer> => {
  const { asked, whoholds, id, seq } = question;
  const wrong = knownPlace(question, id) ?? rangeProblem(question);
  if (wrong !== null) return { problem: wrong };
  const { scope, from, until } = asked;
  const days = whoholds.days(id, { scope, from, until, asOf: asOfOf(question), seq });
  const data: unknown[] = [];
  for await (const one of days) data.push(...seriesRecords(one, whoholds.theatre));
  return { data };
};

const days = async (question: Question): Promise<Answer> => {
  const tooLong = rangeProblem(question);
  if (tooLong !== null) return { problem: tooLong };
  const { asked, whoholds, seq } = question;
  const { from, until } = asked;
  return { data: await whoholds.dayCounts({ from, until, asOf: asOfOf(question), seq }) };
};

const holdings = async (question: Question): Promise<Answer> => {
  const tooLong = rangeProblem(question);
  if (tooLong !== null) return { problem: tooLong };
  const { asked, whoholds, seq } = question;
  const { from, until } = asked;
  const found = await whoholds.holdings({ from, until, asOf: asOfOf(question), seq });
  return { data: found.map((one) => holdingsRecord(one, whoholds.theatre)) };
};

const claims = async (question: Question): Promise<Answer> => {
  const { place, from, until, side, kind, q, limit, cursor } = question.asked;
  const unknown = place === null ? null : knownPlace(question, place);
  if (unknown !== null) return { problem: unknown };
  const query = { place, from, until, side, kind, q, cursor, limit: limit ?? 100 };
  return paged(await question.whoholds.claims(query), claimRowRecord);
};

const reports = async ({ whoholds, asked }: Question): Promise<Answer> => {
  const { q, outlet, from, until, text, limit, cursor } = asked;
  const page = await whoholds.reports({ q, outlet, from, until, cursor, limit: limit ?? 100 });
  return paged(page, text === false ? reportHeadRecord : reportRowRecord);
};

const report = async ({ whoholds, id }: Question): Promise<Answer> => {
  const found = await whoholds.report(id);
  if (found === null) return { problem: problem('no-such-report', `No report has the id “${id.slice(0, 80)}”.`) };
  return { data: wholeReportRecord(found) };
};

const aggregates = async (question: Question): Promise<Answer> => {
  const { asked, whoholds, seq } = question;
  const found = await whoholds.reconcile({ on: asked.on, asOf: asOfOf(question), seq });
  return { data: found.map(reconciliationRecord) };
};

const CHANGES_NEED =
  'Two days are needed, `from` and `to`; or one, `on`, with two moments: `fromAsOf` and `toAsOf`, or `fromSeq` and `toSeq`.';

const changes = async (question: Question): Promise<Answer> => {
  const { asked, whoholds, seq } = question;
  const { timezone } = whoholds.theatre;
  const [from, to] = [asked.from ?? asked.on, asked.to ?? asked.on];
  if (from === null || to === null)
    return { problem: problem('missing-parameter', CHANGES_NEED, ['from and to', 'on']) };
  const unknown = asked.place === null ? null : knownPlace(question, asked.place);
  if (unknown !== null) return { problem: unknown };
  const moment = (on: Day, cut: Asked['asOf'], state: number | null) => ({
    ...{ on, asOf: cut === null ? asOfOf(question) : cutInstant(cut, timezone), seq: state ?? seq },
  });
  const { place, scope } = asked;
  const found = await whoholds.changes({
    from: moment(from, asked.fromAsOf, asked.fromSeq),
    to: moment(to, asked.toAsOf, asked.toSeq),
    ...{ place, scope },
  });
  return { data: found.map((change) => changeRecord(change, whoholds.theatre)) };
};

const sourceGrades = async (question: Question): Promise<Answer> => {
  const grades = await question.whoholds.sourceGrades({ asOf: asOfOf(question), seq: question.seq });
  return { data: { sources: grades.sources.map(sourceGradeRecord), diagonal: grades.diagonal } };
};

export const ROUTES: readonly Route[] = [
  route('/api/control', 'Who holds what on a day, as known when.', {
    takes: ['on', ...CUT, 'bbox', 'place', 'scope', 'minStatus', 'all'],
    needs: ['on'],
    answers: 'a list of cells, as `whoholds control --json`',
    answer: control,
  }),
  route('/api/start', 'What a page needs to show its first map: the theatre, its places, and the cells of a day.', {
    takes: ['on', ...CUT],
    answers:
      'one object `{ on, theatre, places, cells }`, as `/api/theatre`, `/api/places` and `/api/control` answer; without `on` the theatre’s opening day',
    answer: start,
  }),
  route('/api/days', 'How many places each side had on each day, by which right; undetermined ones are not counted.', {
    takes: ['from', 'until', ...CUT],
    answers:
      'a list of days, each `{ on, counts: [{ holder, status, against, places, districts }] }`; `districts` are those of the `places` that are districts or their centres',
    answer: days,
  }),
  route('/api/holdings', 'Who held each place over a range of days: every change of holder or status.', {
    takes: ['from', 'until', ...CUT],
    answers:
      'a list of `{ place, scope, holdings: [{ from, holder, against, status }] }`; each holding lasts until the next begins; cells that were undetermined throughout are left out',
    answer: holdings,
  }),
  route(
    '/api/theatre',
    'The theatre: title, period, sides, baselines, the last day that a report speaks of, the hours by which it is shown late.',
    {
      answers: 'one object',
      answer: async ({ whoholds, delayHours }) => ({
        data: theatreRecord(whoholds.theatre, { lastDay: await whoholds.lastDay(), delayHours }),
      }),
    },
  ),
  route('/api/places', 'Every place with its spellings, point and drawn extent.', {
    takes: ['bbox'],
    answers: 'a list of places; `shape` is a GeoJSON geometry or null, `cell` the place whose extent holds it',
    answer: places,
  }),
  route('/api/names', 'What the theatre, its sides and places are called in one of the page’s languages.', {
    takes: ['lang'],
    needs: ['lang'],
    answers: 'one object `{ title, sides, places, provinces }`: names by id, of provinces by their English name',
    answer: async ({ whoholds, asked }) => ({ data: namesRecord(whoholds.theatre, asked.lang ?? 'en') }),
  }),
  route('/api/places/{id}/why', 'The sentences behind one cell, and what each did.', {
    takes: ['on', ...CUT, 'scope'],
    needs: ['on'],
    answers: 'one object, as `whoholds why --json`',
    answer: why,
  }),
  route('/api/places/{id}/timeline', 'The periods of one place.', {
    takes: ['from', 'until', ...CUT, 'scope'],
    answers: 'a list of periods, as `whoholds timeline --json`',
    answer: timeline,
  }),
  route('/api/places/{id}/series', 'The days of one place, each as known at its end and as known now.', {
    takes: ['from', 'until', ...CUT, 'scope'],
    answers: 'a list of days, as `whoholds timeline --series --json`',
    answer: series,
  }),
  route('/api/claims', 'Claims, newest day first, with the report of each.', {
    takes: ['place', 'from', 'until', 'side', 'kind', 'q', ...PAGE],
    answers: 'a list of claims with `report`, `seq` and `retracted`',
    answer: claims,
  }),
  route('/api/reports', 'Reports with their text and family, the newest in the ledger first.', {
    takes: ['q', 'outlet', 'from', 'until', 'text', ...PAGE],
    answers: 'a list of reports with `family`, `copyOf`, `claims` (how many) and `seq`',
    answer: reports,
  }),
  route('/api/reports/{id}', 'One report and what was read in it.', {
    answers:
      'one report with `read` (claims, aggregates, incidents, refusals, corrections, and `notes`: what the rules of today make of it by an assumption or do not understand), `dropped`: of each fuller report of its family the sentences that it lacks, with the claims in them; `members`: the others of its family, each with what it lacks; `versions`: what else its outlet made of its page or its story, the earliest first, each with `is` (earlier or later), `changes` from the earlier of the two to the later (sentences `dropped`, `changed` and `added`, with their spans), `corrects` (the later one says so) and `withdrawn` (ids of claims of the earlier one that a correction took back; `tookBack` has their kind, place and quote); `origin`: the agency that the family credits, and that agency’s own report',
    answer: report,
  }),
  route('/api/aggregates', 'Numbers about many places, each held against the ledger; they never colour a cell.', {
    takes: ['on', ...CUT],
    answers:
      'a list of aggregates, as `whoholds aggregates --json`; `on` keeps those that speak of that day, `p`, `ledger` and `verdict` say how each fits what the ledger would count, `beside` what answers it',
    answer: aggregates,
  }),
  ...OVERVIEW_ROUTES,
  route('/api/sources', 'Outlets: how many reports, copies and claims of each.', {
    answers: 'a list of outlets',
    answer: async ({ whoholds }) => ({ data: await whoholds.sources() }),
  }),
  route(
    '/api/sources/grades',
    'The letter of each kind of voice of each side in each interest, and what it rests on.',
    {
      takes: CUT,
      answers:
        'one object: `sources`, a list as `whoholds sources --json` prints it, and `diagonal`, how often letter and number of a claim agree',
      answer: sourceGrades,
    },
  ),
  ...REFUSAL_ROUTES,
  route('/api/changes', 'Cells whose holder or status differs between two days, or on one day between two moments.', {
    takes: ['from', 'to', 'on', 'fromAsOf', 'toAsOf', 'fromSeq', 'toSeq', ...CUT, 'place', 'scope'],
    answers:
      'a list of `{ place, scope, change, sentence, from: period with p and against|null, to: period with p and against, because }`, as `whoholds changes --json`. Give `from` and `to`; or `on` with `fromAsOf` and `toAsOf` (one day as known at two moments), or with `fromSeq` and `toSeq` (from two states of the ledger); together they may differ in all three',
    answer: changes,
  }),
  ...FILE_ROUTES,
  ...REVIEW_ROUTES,
  route('/api/health', 'Whether the ledger answers.', {
    answers: '`{ ok: true }`',
    answer: async () => ({ data: { ok: true } }),
  }),
];
