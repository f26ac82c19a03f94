// The dispatches' gold as evidence: what assessment would get if reading, placing and families made no mistake.
// Invariant: same voices by the same rules as any reader's; nothing here knows a verdict.
import { readFileSync } from 'node:fs';
import { quotedRuns } from '../src/intake/shingles.ts';
import type { Evidence } from '../src/model/control.ts';
import type { GoldRecord } from '../src/model/gold.ts';
import type { Report } from '../src/model/report.ts';
import type { Theatre } from '../src/model/theatre.ts';
import { type Day, endOfDayIn, type Instant, onDay, toInstant, UNKNOWN_WHEN, type When } from '../src/model/time.ts';
import { readGold } from '../src/reading/gold/replay-gold.ts';
import { parseGold } from '../src/score/gold.ts';

type GoldLine = GoldRecord & { readonly family: string; readonly publishedAt: string | null };

const folder = new URL('./dispatches/', import.meta.url);

const content = readFileSync(new URL('gold.jsonl', folder), 'utf8');

const hours = (): ReadonlyMap<string, string> =>
  new Map(
    content.split('\n').flatMap((line) => {
      const { file, publishedAt } = line === '' ? {} : JSON.parse(line);
      return typeof publishedAt === 'string' ? [[file, publishedAt] as const] : [];
    }),
  );

const goldLines = (theatre: Theatre): readonly GoldLine[] => {
  const publishedAt = hours();
  return parseGold(content)
    .filter((gold) => gold.theatre === theatre.id)
    .map((gold) => ({ ...gold, family: gold.family ?? gold.file, publishedAt: publishedAt.get(gold.file) ?? null }));
};

const dayOf = (gold: GoldLine): Day | null => (gold.published ?? null) as Day | null;

const publishedOf = (gold: GoldLine): When => {
  const day = dayOf(gold);
  return day === null ? UNKNOWN_WHEN : onDay(day, 'stated');
};

/** The quotes in their order stand for the text: assessment sees no wording, only the order of what was said. */
const reportOf = (gold: GoldLine): Report => ({
  ...{ id: gold.file, file: gold.file, url: null, outlet: gold.outlet ?? null, title: null },
  published: publishedOf(gold),
  publishedAt: gold.publishedAt === null ? null : toInstant(gold.publishedAt),
  ...{
    byline: null,
    modified: null,
    modifiedAt: null,
    captured: null,
    retrieved: null,
    parts: [],
    cut: [],
    agency: null,
    language: 'en',
    originalHash: '',
    bodyStart: 0,
  },
  text: gold.claims.map(({ quote }) => quote).join('\n'),
});

const knownOf = (gold: GoldLine, report: Report, theatre: Theatre): Instant =>
  report.publishedAt ?? endOfDayIn(dayOf(gold) ?? theatre.period.until ?? ('2022-01-01' as Day), theatre.timezone);

const FIRST_SEQ = 1;

/** Withdrawals by file and index: of a report's own earlier line, or of another report's. */
const withdrawnBy = (lines: readonly GoldLine[]): ReadonlyMap<string, GoldLine> => {
  const withdrawn = new Map<string, GoldLine>();
  for (const gold of lines) {
    for (const [index, claim] of gold.claims.entries())
      if (claim.retractedBy !== undefined && claim.retractedBy !== null) withdrawn.set(`${gold.file}#${index}`, gold);
    for (const { of } of gold.corrections)
      if (of !== null && typeof of === 'object') withdrawn.set(`${of.file}#${of.index}`, gold);
  }
  return withdrawn;
};

/** All gold claims of a theatre as evidence, by place. Families and corrections are those of the gold. */
export const goldEvidence = (theatre: Theatre): readonly Evidence[] => {
  const lines = goldLines(theatre);
  const reports = lines.map(reportOf);
  const withdrawn = withdrawnBy(lines);
  const affiliation = new Map(theatre.outlets.map(({ name, affiliation }) => [name, affiliation]));
  return readGold(reports, lines, theatre).flatMap((reading, index) => {
    const gold = lines[index];
    const report = reports[index];
    if (gold === undefined || report === undefined) return [];
    const known = knownOf(gold, report, theatre);
    const { id, outlet, url, published, publishedAt, agency } = report;
    const side = affiliation.get(outlet ?? '') ?? null;
    const { family } = gold;
    const source = { id, outlet, url, published, publishedAt, known, agency, affiliation: side };
    const head = { ...source, family, familyBefore: [] };
    return reading.claims.map((claim, at): Evidence => {
      const by = withdrawn.get(`${gold.file}#${at}`);
      const retracted =
        by === undefined ? null : { seq: FIRST_SEQ, known: knownOf(by, reportOf(by), theatre), reason: 'corrected' };
      return {
        claim,
        report: head,
        quoted: quotedRuns(claim.quote.text),
        known: null,
        judged: [],
        seq: FIRST_SEQ,
        retracted,
      };
    });
  });
};
