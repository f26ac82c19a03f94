// What people read on a terminal: the same records as sentences and tables. Nothing here decides anything.
import { stripVTControlCharacters, styleText } from 'node:util';
import type { Claim, Reading } from '../model/claim.ts';
import type { Assessment, ChangeBetween, ControlPeriod, DenialEdge, Evidence, Status, Step } from '../model/control.ts';
import { gradeMark, gradeWords } from '../model/grade-words.ts';
import { isNotUnderstood } from '../model/outcome.ts';
import { reviewedBy } from '../model/person.ts';
import type { Report } from '../model/report.ts';
import type { Theatre } from '../model/theatre.ts';
import type { When } from '../model/time.ts';
import type { Why } from '../whoholds.ts';

type Style = Parameters<typeof styleText>[0];

/** Colours only on a terminal; NO_COLOR and FORCE_COLOR are honoured by styleText itself. */
export const paint = (style: Style, text: string): string => styleText(style, text, { stream: process.stdout });

const STATUS_STYLE: Record<Status, Style> = {
  confirmed: 'bold',
  disputed: 'yellow',
  contested: 'yellow',
  claimed: 'cyan',
  threatened: 'magenta',
  undetermined: 'dim',
};

export const whenWords = (when: When): string => {
  const { earliest, latest, precision } = when;
  if (earliest === null && latest === null) return 'day unknown';
  if (earliest === latest) return precision === 'day' ? `${earliest}` : `${precision} ${earliest}`;
  if (earliest === null) return `by ${latest}`;
  if (latest === null) return `from ${earliest}`;
  return `${earliest} to ${latest}`;
};

const width = (text: string): number => stripVTControlCharacters(text).length;

/** Columns padded to their widest cell; the last column runs on. */
export const table = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? ''))));
  const line = (row: readonly string[]): string =>
    row.map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - width(cell)))).join('  ');
  return rows.map((row) => line(row).trimEnd()).join('\n');
};

export const sideName = (id: string | null, theatre: Theatre): string =>
  id === null ? '—' : id === 'none' ? 'nobody' : (theatre.sides.find((side) => side.id === id)?.name ?? id);

const speakerWords = (claim: Claim): string => {
  const name = claim.by.speaker ?? (claim.by.sides.includes('outlet') ? 'the outlet itself' : 'not said by whom');
  const role = claim.by.role === null ? '' : `, ${claim.by.role}`;
  return `${name}${role} [${claim.by.sides.join(', ')}]${claim.by.via === null ? '' : ` via ${claim.by.via}`}`;
};

export const claimWords = (claim: Claim): string => {
  const mood = [claim.polarity === 'denied' ? 'denied' : '', claim.modality === 'actual' ? '' : claim.modality];
  const where = `${claim.place.name} (${claim.scope})`;
  const who = claim.actor === null ? '' : ` by ${claim.actor}`;
  return `${[...mood, claim.kind].filter((word) => word !== '').join(' ')} ${where}${who}`;
};

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const claimBlock = (claim: Claim): string =>
  [
    `  ${paint('bold', claimWords(claim))} · ${whenWords(claim.when)} ${claim.when.basis}`,
    `      ${speakerWords(claim)}${claim.answers === null ? '' : ' · answers an earlier claim'}`,
    `      “${oneLine(claim.quote.text)}”`,
  ].join('\n');

/** "not understood: 3 sentences (no rule fits 2, a condition 1)"; --json has them one by one. */
const missedLine = ({ notes }: Pick<Reading, 'notes'>): readonly string[] => {
  const reasons = Map.groupBy(notes.filter(isNotUnderstood), ({ message }) => message);
  const count = [...reasons.values()].reduce((sum, all) => sum + all.length, 0);
  if (count === 0) return [];
  const why = [...reasons].map(([reason, all]) => (count === 1 ? reason : `${reason} ${all.length}`)).join(', ');
  return [
    `  not understood: ${count} ${count === 1 ? 'sentence' : 'sentences'} with a place and a word of holding (${why})`,
  ];
};

/** A reading for people: the report's head, its claims, counts, what was refused. */
export const readingText = (
  report: Report,
  reading: Pick<Reading, 'claims' | 'aggregates' | 'incidents' | 'refusals' | 'notes'>,
): string => {
  const head = [report.outlet ?? 'outlet unknown', `published ${whenWords(report.published)}`].join(' · ');
  const blocks = [`${paint('bold', report.title ?? report.file)}\n${head}`];
  blocks.push(...reading.claims.map(claimBlock));
  if (reading.claims.length === 0) blocks.push('  No claim about who holds a named place.');
  const counts = reading.aggregates.map(
    (one) => `  count: ${one.polarity === 'denied' ? 'denied: ' : ''}“${oneLine(one.quote.text)}”`,
  );
  const events = reading.incidents.map((one) => `  incident: ${one.type} · “${oneLine(one.quote.text)}”`);
  const refusals = reading.refusals.map((one) => `  not used: ${one.reason}`);
  return [...blocks, ...counts, ...events, ...refusals, ...missedLine(reading)].join('\n');
};

/** The trace of a reading: one line a mark, with the pass that made it. */
export const traceText = (report: Report, reading: Reading): string =>
  table(
    reading.trace.map(({ pass, span, says }) => [
      paint('dim', pass),
      span === null ? '' : `${span.start}–${span.end}`,
      says,
      span === null ? '' : `“${oneLine(report.text.slice(span.start, span.end)).slice(0, 80)}”`,
    ]),
  );

export const verdictWords = (assessment: Assessment, theatre: Theatre): string => {
  const against = assessment.against.map((side) => sideName(side, theatre)).join(', ');
  const holder = sideName(assessment.holder, theatre);
  switch (assessment.status) {
    case 'confirmed':
      return `${holder}, confirmed`;
    case 'claimed':
      return `claimed by ${holder}`;
    case 'disputed':
      return `disputed: ${against}`;
    case 'contested':
      return `contested${against === '' ? '' : `: ${holder}, ${against} inside`}`;
    case 'threatened':
      return `${holder}, threatened${against === '' ? '' : ` by ${against}`}`;
    case 'undetermined':
      return assessment.holder === null ? 'undetermined' : `undetermined (${holder})`;
  }
};

/** Assessed cells as a table: place, scope, verdict, last word, flags. */
export const controlText = (cells: readonly Assessment[], theatre: Theatre): string => {
  const rows = cells.map((cell) => {
    const place = theatre.gazetteer.get(cell.cell.place);
    return [
      place?.name ?? cell.cell.place,
      paint('dim', place?.province ?? ''),
      cell.cell.scope,
      paint(STATUS_STYLE[cell.status], verdictWords(cell, theatre)),
      cell.lastEvidence ?? '',
      paint('dim', cell.flags.join(' ')),
    ];
  });
  return table([
    ['place', 'province', 'scope', 'assessed', 'last word', 'flags'].map((head) => paint('dim', head)),
    ...rows,
  ]);
};

const reviewedWords = (claim: Claim): string => {
  const words = reviewedBy(claim);
  return words === null ? '' : ` · ${words}`;
};

/** A sentence with its speaker, outlet and ids. */
export const evidenceText = (evidence: Evidence, tail: string): string =>
  [
    `  ${claimWords(evidence.claim)} · ${whenWords(evidence.claim.when)}${tail === '' ? '' : ` · ${tail}`}${reviewedWords(evidence.claim)}`,
    `      ${speakerWords(evidence.claim)} · ${evidence.report.outlet ?? 'outlet unknown'}, ${whenWords(evidence.report.published)}`,
    `      “${oneLine(evidence.claim.quote.text)}” ${paint('dim', `${evidence.claim.id} in ${evidence.report.id}`)}`,
  ].join('\n');

const section = (title: string, lines: readonly string[]): string =>
  [paint('bold', title), ...(lines.length > 0 ? lines : ['  none'])].join('\n');

const decides = ({ effect }: Step): boolean => effect.startsWith('for ') || effect === 'against';

const stepTexts = (steps: readonly Step[]): readonly string[] =>
  steps.map(({ evidence, effect, rule, notes, grade }) => {
    const said = [effect === 'noted' ? '' : effect, ...notes].filter((word) => word !== '').join(', ');
    const tail = rule === 'noted' ? said : `${said} (${rule})`;
    return evidenceText(evidence, [tail, gradeMark(grade)].filter((word) => word !== '').join(' · '));
  });

/** Whether a denial is of the same question, and who judged so where a person did. */
const denialWords = ({ sameProposition, judged }: DenialEdge): string =>
  `${sameProposition ? 'same question' : 'another question'}${judged === null ? '' : ` (${judged.by}: ${judged.reason})`}`;

/** In words first; two figures are all that the numbers are good for. */
const likelihoodLine = ({ likelihood, pLow, pHigh, flags }: Assessment): string =>
  likelihood === null || pLow === null || pHigh === null || flags.includes('baselineOnly')
    ? ''
    : `by the model: ${likelihood} (${pLow.toFixed(2)} to ${pHigh.toFixed(2)} under other settings)`;

const betweenWords = ({ from, until, p }: ChangeBetween): string =>
  from === until
    ? `changed hands on ${from}, by the probabilities (${Math.round(p * 100)} %)`
    : `changed hands between ${from} and ${until}, by the probabilities (${Math.round(p * 100)} %)`;

/** One cell with every sentence behind it. */
export const whyText = (why: Why, theatre: Theatre): string => {
  const cell = why.assessment;
  const name = theatre.gazetteer.get(cell.cell.place)?.name ?? cell.cell.place;
  const head = `${paint('bold', `${name} (${cell.cell.scope}), ${cell.moment.on}: ${verdictWords(cell, theatre)}`)}`;
  const before = why.changedFrom;
  return [
    head,
    cell.reason,
    likelihoodLine(cell),
    cell.flags.length > 0 ? `flags: ${cell.flags.join(', ')}` : '',
    cell.grade === null ? '' : `best support: ${gradeMark(cell.grade)}, ${gradeWords(cell.grade)}`,
    why.changeBetween === null ? '' : betweenWords(why.changeBetween),
    before === null ? '' : `before: ${before.status} ${sideName(before.holder, theatre)} until ${before.until}`,
    section('What decides', stepTexts(cell.steps.filter(decides))),
    section('Also said', stepTexts(cell.steps.filter((step) => !decides(step)))),
    why.wouldChange.length === 0
      ? ''
      : section(
          'What would change it',
          why.wouldChange.map(({ sentence }) => `  ${sentence}`),
        ),
    section(
      'Denials',
      cell.denials.map((one) => evidenceText(one.evidence, denialWords(one))),
    ),
    section(
      'Not counted',
      cell.notCounted.map((one) => evidenceText(one.evidence, one.why)),
    ),
  ]
    .filter((block) => block !== '')
    .join('\n');
};

/** A place's periods as a table. */
export const timelineText = (periods: readonly ControlPeriod[], theatre: Theatre): string =>
  table(
    periods.map((period) => [
      period.from,
      period.until ?? 'on',
      period.cell.scope,
      paint(STATUS_STYLE[period.status], `${period.status} ${sideName(period.holder, theatre)}`),
      period.changeBetween === null ? '' : `${period.changeBetween.from}–${period.changeBetween.until}`,
      period.reason,
    ]),
  );
