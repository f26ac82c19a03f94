// One saying: its weight, who said it, the sentence with the claim's words marked, where it stood, and its whole report.
import { capital } from '../src/drawing/words.ts';
import { gradeMark, gradeWords } from '../src/model/grade-words.ts';
import { reviewedBy } from '../src/model/person.ts';
import type { ClaimAnswer, ReportAnswer } from './answers.ts';
import { make } from './elements.ts';
import type { Item } from './group-steps.ts';
import { outletWords, propositionWords, sideNumberOf, sideWords, speakerWords } from './said.ts';
import { type Piece, piecesOf, sentenceAround } from './sentence.ts';
import { say, sayCount, words } from './words.ts';
import type { World } from './world.ts';

export type Reports = ReadonlyMap<string, ReportAnswer>;

/** Words that are not ours to translate keep the direction of their own letters. */
const AS_WRITTEN = { dir: 'auto' } as const;

const pieces = (parts: readonly Piece[]): readonly (HTMLElement | string)[] =>
  parts.map(({ text, marked }) => (marked ? make('mark', {}, text) : text));

/** The sentence with the quoted words marked; the bare quote where the report has not come yet. */
const quoted = ({ quote }: ClaimAnswer, report: ReportAnswer | undefined): HTMLElement => {
  if (report === undefined) return make('blockquote', AS_WRITTEN, make('mark', {}, quote.text));
  const within = sentenceAround(report.text, quote);
  return make('blockquote', AS_WRITTEN, ...pieces(piecesOf(report.text, within, [quote])));
};

const wholeReport = ({ quote }: ClaimAnswer, report: ReportAnswer | undefined): HTMLElement | null => {
  if (report === undefined) return null;
  const all = { start: 0, end: report.text.length };
  return make(
    'details',
    { class: 'report' },
    make('summary', {}, words().evidence.wholeReport),
    report.url === null ? null : make('p', { class: 'source' }, report.url),
    make('div', { class: 'report-text', ...AS_WRITTEN }, ...pieces(piecesOf(report.text, all, [quote]))),
  );
};

const BARS = [0.001, 0.5, 0.9];
/** Three bars for a weight from 0 to 1; none filled for what was not weighed. */
const weightBars = (weight: number | null): HTMLElement => {
  const filled = weight === null ? 0 : BARS.filter((least) => weight >= least).length;
  return make(
    'span',
    { class: 'bars', role: 'img', 'aria-label': say(words().evidence.weight, { n: filled }) },
    ...BARS.map((_, at) => make('span', { class: at < filled ? 'weight full' : 'weight' })),
  );
};

const speaker = (claim: ClaimAnswer): HTMLElement => {
  const { name, role } = speakerWords(claim);
  return make('p', { class: 'speaker' }, make('strong', {}, name), role === null ? null : `, ${role}`);
};

const side = (claim: ClaimAnswer, world: World): HTMLElement => {
  const number = sideNumberOf(claim.sides, world);
  return make('p', { class: number === null ? 'side' : `side side-text-${number}` }, sideWords(claim.sides, world));
};

const copyWords = (copies: readonly ClaimAnswer[]): HTMLElement | null => {
  if (copies.length === 0) return null;
  const outlets = [...new Set(copies.map(outletWords))];
  return make(
    'details',
    { class: 'copies' },
    make('summary', {}, sayCount(words().evidence.copies, copies.length)),
    make('ul', {}, ...outlets.map((outlet) => make('li', {}, outlet))),
  );
};

/** Who put the claim in or put it right, where a person did. */
const reviewed = (claim: ClaimAnswer): HTMLElement | null => {
  const by = reviewedBy(claim);
  return by === null ? null : make('p', { class: 'source' }, capital(by));
};

const saying = (claim: ClaimAnswer, world: World, reports: Reports): readonly (HTMLElement | null)[] => {
  const report = reports.get(claim.report.id);
  return [
    speaker(claim),
    side(claim, world),
    quoted(claim, report),
    make('p', { class: 'proposition' }, propositionWords(claim, world)),
    make('p', { class: 'source' }, outletWords(claim)),
    reviewed(claim),
    wholeReport(claim, report),
  ];
};

const denial = (world: World, one: Item['denials'][number], reports: Reports): HTMLElement =>
  make(
    'li',
    { class: 'denial' },
    make(
      'p',
      { class: 'answers' },
      one.sameProposition ? words().evidence.sameQuestion : words().evidence.otherQuestion,
      one.judged === null ? null : say(words().evidence.judged, { who: one.judged.by, reason: one.judged.reason }),
    ),
    ...saying(one.claim, world, reports),
  );

/** Only what the group's head does not say already: that the sentence is about a part or a neighbour. */
const effectWords = (effect: string | null): HTMLElement | null =>
  effect?.startsWith('borrowed') ? make('p', { class: 'effect' }, words().evidence.borrowed) : null;

const graded = ({ grade }: Item): HTMLElement | null =>
  grade === null
    ? null
    : make('p', { class: 'grade', ...AS_WRITTEN }, make('strong', {}, gradeMark(grade)), ` ${gradeWords(grade)}`);

/** One item of a group, with the denials that answer it indented below. */
export const drawItem = (world: World, item: Item, reports: Reports): HTMLElement =>
  make(
    'li',
    { class: 'item' },
    weightBars(item.weight),
    make(
      'div',
      {},
      ...saying(item.claim, world, reports),
      graded(item),
      item.why === null ? null : make('p', { class: 'why' }, say(words().evidence.why, { why: item.why })),
      effectWords(item.effect),
      copyWords(item.copies),
      item.denials.length === 0
        ? null
        : make('ul', { class: 'denials' }, ...item.denials.map((one) => denial(world, one, reports))),
    ),
  );
