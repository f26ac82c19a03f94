// Reports and their copies on a terminal: what was read in a report, what it lacks of a fuller one, what its versions changed.
import type { Assessment } from '../model/control.ts';
import type { Theatre } from '../model/theatre.ts';
import type { Version, WholeReport, Why } from '../whoholds.ts';
import { paint, readingText, sideName } from './tables.ts';

type Dropped = WholeReport['dropped'][number];

const sentenceLines = ({ sentences }: Dropped): readonly string[] =>
  sentences.map(({ text, claims }) => {
    const tail = claims.length === 0 ? '' : ` ${paint('dim', claims.join(' '))}`;
    return `      “${text.replace(/\s+/g, ' ')}”${tail}`;
  });

const countWords = (many: number): string => (many === 1 ? '1 sentence' : `${many} sentences`);

const oneLine = ({ text }: { readonly text: string }): string => `“${text.replace(/\s+/g, ' ')}”`;

const changeLines = ({ dropped, changed, added }: Version['changes']): readonly string[] => [
  ...changed.flatMap(({ before, after }) => [`      - ${oneLine(before)}`, `      + ${oneLine(after)}`]),
  ...dropped.map((one) => `      - ${oneLine(one)}`),
  ...added.map((one) => `      + ${oneLine(one)}`),
];

const versionText = ({ id, is, published, corrects, changes, withdrawn }: Version): string => {
  const { dropped, changed, added } = changes;
  const counts = [`${changed.length} changed`, `${dropped.length} dropped`, `${added.length} added`].join(', ');
  const since = is === 'earlier' ? 'since this earlier version' : 'in this later version';
  const taken = withdrawn.length === 0 ? '' : `, ${withdrawn.length} claims withdrawn`;
  const head = `  ${since} of ${published.latest ?? 'an unknown day'}, ${id}: ${counts}${corrects ? ', a correction' : ''}${taken}`;
  return [head, ...changeLines(changes), ...withdrawn.map((claim) => paint('dim', `      withdrawn ${claim}`))].join(
    '\n',
  );
};

const originText = ({ agency, report }: WholeReport['relations']['origin']): string =>
  agency === null ? '' : ` · from ${agency}${report === null ? '' : ` (${report})`}`;

const memberLine = ({ id, outlet, copyOf }: WholeReport['relations']['members'][number]): string =>
  `  also in ${outlet ?? 'an outlet that is not named'} ${paint('dim', id)}${copyOf === null ? '' : ` (copy of ${copyOf})`}`;

/** One report with what was read in it and not understood, its family, its versions, and the sentences that it dropped. */
export const reportText = ({ row, reading, refusals, notes, dropped, relations }: WholeReport): string => {
  const { report, family, copyOf } = row;
  const of = `${copyOf === null ? '' : ` · copy of ${copyOf}`}${originText(relations.origin)}`;
  const blocks = dropped.map((one) =>
    [`  lacks ${countWords(one.sentences.length)} of ${one.of}`, ...sentenceLines(one)].join('\n'),
  );
  return [
    readingText(report, { ...reading, refusals, notes }),
    paint('dim', `  ${report.id} · family ${family}${of}`),
    ...blocks,
    ...relations.members.map(memberLine),
    ...relations.versions.map(versionText),
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
