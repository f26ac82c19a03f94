// Reports and their copies on a terminal: what was read in a report, what it lacks of a fuller one, and what that cost.
import type { Assessment } from '../model/control.ts';
import type { Theatre } from '../model/theatre.ts';
import type { WholeReport, Why } from '../whoholds.ts';
import { paint, readingText, sideName } from './tables.ts';

type Dropped = WholeReport['dropped'][number];

const sentenceLines = ({ sentences }: Dropped): readonly string[] =>
  sentences.map(({ text, claims }) => {
    const tail = claims.length === 0 ? '' : ` ${paint('dim', claims.join(' '))}`;
    return `      “${text.replace(/\s+/g, ' ')}”${tail}`;
  });

const countWords = (many: number): string => (many === 1 ? '1 sentence' : `${many} sentences`);

const memberLine = ({ id, outlet, copyOf }: WholeReport['relations']['members'][number]): string =>
  `  also in ${outlet ?? 'an outlet that is not named'} ${paint('dim', id)}${copyOf === null ? '' : ` (copy of ${copyOf})`}`;

/** One report with what was read in it and not understood, its family, and the sentences that it dropped. */
export const reportText = ({ row, reading, refusals, notes, dropped, relations }: WholeReport): string => {
  const { report, family, copyOf } = row;
  const of = copyOf === null ? '' : ` · copy of ${copyOf}`;
  const blocks = dropped.map((one) =>
    [`  lacks ${countWords(one.sentences.length)} of ${one.of}`, ...sentenceLines(one)].join('\n'),
  );
  return [
    readingText(report, { ...reading, refusals, notes }),
    paint('dim', `  ${report.id} · family ${family}${of}`),
    ...blocks,
    ...relations.members.map(memberLine),
    ...relations.versions.map(({ id }) => `  another version: ${id}`),
  ].join('\n');
};

/** The largest difference of a probability, in whole percents. */
const shareWords = (now: Assessment['p'], then: Assessment['p']): string => {
  if (now === null || then === null) return '';
  const off = Object.keys(now).map((key) => ({ key, from: now[key] ?? 0, to: then[key] ?? 0 }));
  const [most] = off.toSorted((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from));
  return most === undefined ? '' : ` (${most.key} ${Math.round(most.to * 100)} % for ${Math.round(most.from * 100)} %)`;
};

/** Where a cell would stand had only a copy been read; empty where it would stand as it does. */
export const hadOnlyText = ({ hadOnly, assessment }: Why, theatre: Theatre): string => {
  const blocks = hadOnly.map(({ report, dropped, status, holder, p }) =>
    [
      `  ${status} ${sideName(holder, theatre)}${shareWords(assessment.p, p)}, had only ${report.outlet ?? 'this copy'} been read ${paint('dim', report.id)}; it lacks`,
      ...dropped.flatMap(sentenceLines),
    ].join('\n'),
  );
  return blocks.length === 0 ? '' : [`\n${paint('bold', 'What copies left out')}`, ...blocks].join('\n');
};
