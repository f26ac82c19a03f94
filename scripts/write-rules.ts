// Writes docs/rules.md from the rule lists of the stage assessment: `node scripts/write-rules.ts`. A test keeps it fresh.
import { writeFileSync } from 'node:fs';
import { GRADE_RULES } from '../src/assessment/grade-rules.ts';
import { MARK_NAMES, MODEL_PARAMETERS } from '../src/assessment/model-parameters.ts';
import { hashParameters, PARAMETERS } from '../src/assessment/parameters.ts';
import {
  EVIDENCE_RULES,
  INDEPENDENCE_RULES,
  type Rule,
  STATUS_ORDER,
  STRUCTURAL_RULES,
} from '../src/assessment/rules.ts';
import { INTERESTS } from '../src/model/source.ts';

const table = (rules: readonly Rule[]): string =>
  ['| rule | what it says | example |', '|---|---|---|']
    .concat(rules.map(({ name, sentence, example }) => `| ${name} | ${sentence} | ${example} |`))
    .join('\n');

const STATES = ['held', 'contested', 'newly taken', 'settled'];

const marks = (): string =>
  ['| sentence | held | contested | newly taken | settled | odds |', '|---|---|---|---|---|---|']
    .concat(
      MARK_NAMES.map((name) => {
        const row = MODEL_PARAMETERS.marks[name];
        const odds = row[2] >= row[0] ? (row[2] / row[0]).toPrecision(3) : `1/${(row[0] / row[2]).toPrecision(3)}`;
        return `| ${[name, ...row, odds].join(' | ')} |`;
      }),
    )
    .join('\n');

const transitions = (): string =>
  [`| from \\ to | ${STATES.join(' | ')} |`, '|---|---|---|---|---|']
    .concat(MODEL_PARAMETERS.transitions.map((row, at) => `| ${[STATES[at], ...row].join(' | ')} |`))
    .join('\n');

const presence = (): string => MODEL_PARAMETERS.presence.join(', ');

const others = (): string => {
  const {
    aggregates,
    weights,
    hours,
    days,
    bars,
    likelihoods: _words,
    grading: _grading,
    loans: _loans,
    model: { learning },
    version: _v,
    ...rest
  } = PARAMETERS;
  const { priorDays, ...fit } = learning;
  const groups: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    ...{ weights, hours, days, bars, aggregates: { ...aggregates } },
    ...{ 'a fit': fit, 'a fit, prior days': priorDays },
  };
  const rows = Object.entries(groups).flatMap(([group, values]) =>
    Object.entries(values).map(([name, value]) => `| ${group} | ${name} | ${value} |`),
  );
  const single = Object.entries(rest).filter(([, value]) => typeof value === 'number');
  return ['| of | name | value |', '|---|---|---|']
    .concat(
      rows,
      single.map(([name, value]) => `| | ${name} | ${value} |`),
    )
    .join('\n');
};

const startingLetters = (): string =>
  [`| voice | ${INTERESTS.join(' | ')} |`, '|---|---|---|---|']
    .concat(
      Object.entries(PARAMETERS.grading.starting).map(
        ([voice, letters]) => `| ${voice} | ${INTERESTS.map((interest) => letters[interest]).join(' | ')} |`,
      ),
    )
    .join('\n');

const gradeBars = (): string => {
  const { letters, numbers, fewestChecked, cameTrue, cameFalse, bearingDays, diagonal } = PARAMETERS.grading;
  const bars = letters.map(([from, letter]) => `${letter} from ${from}`).join(', ');
  const steps = numbers.map((from, at) => `${at + 1} from ${from}`).join(', ');
  return `Letters: ${bars}, else E; at least ${fewestChecked} checkable claims. Numbers: ${steps}, else 5. A claim came true from ${cameTrue} on and false up to ${cameFalse}; words bear on it within ${bearingDays} days; more than ${diagonal} on the diagonal is told as a fault.`;
};

const grades = (): string => `## Grades

\`whoholds why\` grades every sentence by a letter and a number, \`whoholds sources\` shows what the letters rest on. Grades move no status. [Why they are made so](decisions/derived-grades.md).

${table(GRADE_RULES)}

${gradeBars()} Letters before data:

${startingLetters()}`;

/** The whole page. */
export const rulesPage = (): string => `# The rules of assessment

<!-- Written by scripts/write-rules.ts from src/assessment/rules.ts. Edit the rules, not this page. -->

From claims to assessed control: the names below are those that \`whoholds why\` shows. Nothing here reads the wording of a report; a claim's kind, speaker, scope, time, polarity and modality are all that counts. [method.md](method.md) says the same for whoever reads the map. Each rule has cases in \`test/cases/assessment\`.

## How claims become evidence

${table(EVIDENCE_RULES)}

## Who is a source of his own

${table(INDEPENDENCE_RULES)}

\`effective\` is the number of voices after damping, summed over the sides. Campaigns are told from all claims of the theatre, in ledgers of fewer than 20,000 entries. Numbers about many places never colour a cell (E19), and history and hypotheses are no claims (E20): neither reaches this stage.

## What proves a holder

${table(STRUCTURAL_RULES)}

No test passes on one side's repetition, on anonymous sources alone, on copies, or on a borrowed scope.

## The statuses, in their precedence

${table(STATUS_ORDER)}

${grades()}

## What a sentence is worth

How likely each kind of sentence is on a day of each state, said of a challenger; the same numbers with the sides exchanged serve the other direction. *Odds*: newly taken against held. A sentence's weight (reading, scope, second voice of a side, rumour) is the power to which its row is raised. All are the author's defaults until a [fit](learning.md) replaces them.

${marks()}

## From one day to the next

${transitions()}

A day with a report on who holds the place is ${presence()} likely in each state; a day without one counts only as far as its province was listened to: ρ = 1 − exp(−n / ${MODEL_PARAMETERS.coverageFamilies}), n = families of reports that spoke of the province in the last ${MODEL_PARAMETERS.coverageDays} days, until the last of them.

## The other numbers

Version \`${PARAMETERS.version}\`, hash \`${hashParameters(PARAMETERS)}\`. All are the author's defaults.

${others()}
`;

if (import.meta.main) writeFileSync(new URL('../docs/rules.md', import.meta.url), rulesPage());
