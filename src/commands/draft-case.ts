// whoholds read --as-case: a report and its reading as a draft of a text case, for a person to mend and keep.
import type { Reading } from '../model/claim.ts';
import { lineOf, printClaim } from '../model/notation.ts';
import type { Report } from '../model/report.ts';
import { theatreSetting } from '../settings.ts';

/** The case's text in the form of test/cases/reading: title, header, words, `---`, one claim a line. */
export const draftCase = (report: Report, reading: Reading, theatre: string | undefined): string =>
  [
    `=== ${report.title ?? report.file}`,
    `theatre: ${theatreSetting(theatre)}   published: ${report.published.latest ?? 'unknown'}`,
    report.text.trim(),
    '---',
    ...reading.claims.map((claim) => printClaim(lineOf(claim))),
  ].join('\n');
