// Numbers about many places on a terminal: one line each, and below it what answers it and who contradicts it.
import type { AggregateVerdict, Beside, OwnAdmission, Reconciliation } from '../model/reconciliation.ts';
import { claimWords, paint } from './tables.ts';

const VERDICT_STYLE: Record<AggregateVerdict, 'bold' | 'yellow' | 'magenta' | 'dim'> = {
  plausible: 'bold',
  'plausible-high': 'yellow',
  'plausible-low': 'yellow',
  'implausible-high': 'magenta',
  'implausible-low': 'magenta',
  'cannot-say': 'dim',
};

const speakerWords = ({ aggregate: { by }, report }: Reconciliation): string =>
  by.speaker ?? by.role ?? report.outlet ?? 'nobody named';

const besideWords = ({ direction, differs, sameProposition }: Beside, other: Reconciliation | undefined): string => {
  const head = direction === 'answers' ? 'answers' : 'answered by';
  const quote =
    other === undefined ? 'a number of another day' : `“${other.aggregate.quote.text.replace(/\s+/g, ' ')}”`;
  const same = sameProposition ? 'the same proposition' : 'another proposition';
  return `      ${head} ${quote}: ${same}${differs.length === 0 ? '' : `, another ${differs.join(', ')}`}`;
};

const admissionWords = ({ claim }: OwnAdmission): string =>
  `      against it, ${claim.by.speaker ?? claim.by.role ?? 'an officer of its side'}: ${claimWords(claim)}`;

const SHOWN = 5;

const admissionLines = ({ contradictedBy }: Reconciliation): readonly string[] => {
  const all = [...new Set(contradictedBy.map(admissionWords))];
  const more = all.length - SHOWN;
  return [...all.slice(0, SHOWN), ...(more > 0 ? [`      and ${more} more against it (--json has them all)`] : [])];
};

const linesOf = (one: Reconciliation, byId: ReadonlyMap<string, Reconciliation>): readonly string[] => [
  `${paint(VERDICT_STYLE[one.verdict], one.verdict.padEnd(16))}  ${speakerWords(one)}: ${one.sentence}`,
  ...one.beside.map((beside) => besideWords(beside, byId.get(beside.aggregate))),
  ...admissionLines(one),
];

/** One line a number, in their order. */
export const reconciliationsText = (all: readonly Reconciliation[]): string => {
  const byId = new Map(all.map((one) => [one.aggregate.id, one]));
  return all.flatMap((one) => linesOf(one, byId)).join('\n');
};
