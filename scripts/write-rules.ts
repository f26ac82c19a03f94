// Writes docs/rules.md from the rule lists of the stage assessment: `node scripts/write-rules.ts`. A test keeps it fresh.
import { writeFileSync } from 'node:fs';
import {
  EVIDENCE_RULES,
  INDEPENDENCE_RULES,
  type Rule,
  STATUS_ORDER,
  STRUCTURAL_RULES,
} from '../src/assessment/rules.ts';

const table = (rules: readonly Rule[]): string =>
  ['| rule | what it says | example |', '|---|---|---|']
    .concat(rules.map(({ name, sentence, example }) => `| ${name} | ${sentence} | ${example} |`))
    .join('\n');

/** The whole page. */
export const rulesPage = (): string => `# The rules of assessment

<!-- Written by scripts/write-rules.ts from src/assessment/rules.ts. Edit the rules, not this page. -->

From claims to assessed control: the names below are those that \`whoholds why\` shows. Nothing here reads the wording of a report; a claim's kind, speaker, scope, time, polarity and modality are all that counts. This form of the method needs no probability: \`p\`, \`pLow\` and \`pHigh\` are null, and the conditions on them are taken as met. Each rule has cases in \`test/cases/assessment\`.

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
`;

if (import.meta.main) writeFileSync(new URL('../docs/rules.md', import.meta.url), rulesPage());
