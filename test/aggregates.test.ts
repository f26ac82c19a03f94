// Cases of aggregates as text, which an area expert can write: a sentence or two, then one line an aggregate.
import { describe, expect, test } from 'vitest';
import type { AggregateClaim } from '../src/model/claim.ts';
import { read } from '../src/reading/read.ts';
import { loadTheatre } from '../src/theatre/load.ts';
import { inventedReport } from './invented-report.ts';
import { textCasesIn } from './text-cases.ts';

const amount = ({ comparator, count, fraction, of }: AggregateClaim): string =>
  `${comparator} ${fraction === 0.5 ? '1/2' : (fraction ?? count ?? '')}${of === null ? '' : ` of ${of}`}`.trim();

const inside = ({ within }: AggregateClaim): string => (within.length === 0 ? '' : ` in ${within.join('+')}`);

const print = (one: AggregateClaim): string =>
  [
    `${one.kind} ${amount(one)} ${one.unit}${inside(one)}${one.actor === null ? '' : ` by ${one.actor}`}${one.polarity === 'denied' ? ' denied' : ''}`,
    ...(one.predicate === null ? [] : [one.predicate]),
    ...(one.since === null ? [] : [`since ${one.since}`]),
    ...(one.on === null ? [] : [`on ${one.on}`]),
    one.by.speaker === null ? one.by.sides.join(', ') : `${one.by.speaker} [${one.by.sides.join(', ')}]`,
    `"${one.quote.text}"`,
  ].join(' · ');

describe('aggregates', () => {
  test.each(textCasesIn('aggregates'))('$file: $title', ({ theatre, published, text, expected }) => {
    const { aggregates, trace } = read(inventedReport(text, published), loadTheatre(theatre));
    const why = trace.map(({ pass, says }) => `${pass}: ${says}`).join('\n');
    expect(aggregates.map(print), why).toEqual(expected);
  });
});
