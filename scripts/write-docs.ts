// Writes the pages of docs/ that follow from the code: `npm run docs`. test/docs.test.ts fails where one is stale.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { allCommands, buildProgram } from '../src/cli.ts';
import { NOTE_CODES, REFUSAL_CODES, type RefusalCode } from '../src/model/outcome.ts';
import { SETTINGS, type Setting } from '../src/settings.ts';
import { ROOT } from './source-files.ts';

/** What a person can do about each refusal; the compiler asks for a line where a code is new. */
const REMEDIES: Readonly<Record<RefusalCode, string>> = {
  'empty-report': 'Look whether the download failed; an empty file has nothing to keep.',
  'binary-file': 'Give the text of the document. A picture or an office file must be turned into text first.',
  'too-large': 'Split the file, or raise the limit with `--max-bytes` where one report is really that long.',
  'no-article':
    'Save the page after it has loaded, or give its text: a page that is filled in by a script has none when fetched.',
  'unreadable-encoding': 'Save the file as UTF-8, or keep the page’s own declaration of its encoding.',
  'not-a-report':
    'Each line of a `.jsonl` file and each row of a table needs words: a field `text` or `html`, or the one that `--columns text=NAME` names.',
  'unsupported-form': 'Give one of the forms that the refusal lists, or the text of the document.',
  damaged:
    'Fetch or copy the file again. Of an archive, the members before and after the damage are taken in all the same.',
  'unsafe-name':
    'Look who made the archive: names with `..` or from the root on are how archives overwrite files. Nothing here is written by name; rename the member to have it read.',
  'too-deep': 'Unpack the outer archives first, or raise `--max-depth` (for XML: `--max-xml-depth`).',
  'too-many-members': 'Split the archive, or raise `--max-members`.',
  'decompression-bomb':
    'Look who made the archive. Where it is honest, raise `--max-ratio` or `--max-unpacked`, or unpack it first.',
  locked: 'Unlock it with its password and save it without.',
  'no-text-layer': 'Recognise the letters first (OCR) and give the PDF with its text, or the text.',
  'revisit-unresolved': 'Give the archive of the earlier visit too; the reason names the address and the day.',
  'not-an-address': 'Give an address that begins with `http://` or `https://`, without a name or password in it.',
  'address-not-allowed':
    'Private, loopback, link-local and other closed addresses are never asked, so that nobody can make the program read your own network. Allow a host by its name with `--allow-host` where it is meant.',
  'robots-disallow':
    'Ask the site, or save the page by hand and give the file. `--robots ignore` is for sites of your own.',
  'robots-unknown': 'It is tried again later; until then nothing of the site is fetched, as RFC 9309 has it.',
  'http-status': 'Open the address in a browser; a page that is gone, or behind a sign-in, must be saved by hand.',
  'too-many-redirects': 'Open the address in a browser and give the one where it ends, or raise `--max-redirects`.',
  'timed-out': 'Try again, or raise `--fetch-timeout`.',
  unreachable: 'Check the address and the network; `whoholds watch` tries again by itself.',
  'broken-answer': 'Try again; where it stays so, save the page by hand and give the file.',
  'other-language': 'This version reads English. Give a translation; its quotes are then the translation’s.',
  'place-ambiguous':
    'The claim is kept with its candidates. It counts nowhere until a person (`whoholds review place`), a fuller report or a better gazetteer tells them apart.',
  'place-unknown': 'Add the place or the spelling to the theatre’s `gazetteer.csv`, and read the report again.',
  'too-few-report-days':
    'Add more reports, or assess with the numbers that come with the program. Below this bound a fit would learn the chances of a few days ([learning](learning.md)).',
  'mark-crossed':
    'Look at how sentences of this kind are read: a fit turns one round where many of them are read the wrong way, or where reports of one side are missing.',
  'gold-mismatch': 'Run `whoholds check` on the gold file: it names each record, field and report.',
};

const MADE = '<!-- Written by `npm run docs`. Edit scripts/write-docs.ts or the code it reads, not this page. -->';

const refusalsPage = (): string => {
  const codes = Object.entries(REFUSAL_CODES) as [RefusalCode, string][];
  return `# Refusals

${MADE}

What could not be used is never thrown away and never stops the rest: it becomes a refusal, with a code, the stage that refused, one sentence with the offending words, and what would have been accepted. Refusals are printed with the reading (\`refusals\` in \`--json\`), kept beside the ledger, and shown on the page; where a whole item was refused, the command ends with status 1. Reading the report again with a newer reader or a better theatre tries them again.

${codes.map(([code, says]) => `## ${code}\n\n${says} ${REMEDIES[code]}`).join('\n\n')}

## Notes

A note is not a refusal: the reader went on. Notes are printed with the reading (\`notes\` in \`--json\`, each with code, message and span). A sentence that names or means a place and has a word of holding or taking, and of which no claim, count or incident was recorded, gets a note whose code begins with \`not-understood-\`: what the reader misses it does not miss in silence. \`whoholds read\` counts them in one line, and \`whoholds score\` says how many claims were missed in such sentences, and how many in silence.

| note | |
|---|---|
${Object.entries(NOTE_CODES)
  .map(([code, says]) => `| \`${code}\` | ${says} |`)
  .join('\n')}
`;
};

const cell = (text: string): string => text.replaceAll('|', '\\|');
const optionRow = (option: Command['options'][number]): string =>
  `| \`${cell(option.flags)}\` | ${cell(option.description)}${option.mandatory ? ' (needed)' : ''} |`;

/** "review assert": the words that name a command, after the program's own. */
const wordsOf = (command: Command): string =>
  command.parent?.parent ? `${wordsOf(command.parent)} ${command.name()}` : command.name();

const commandSection = (command: Command): string => {
  const usage = `whoholds ${wordsOf(command)} ${command.usage()}`.replace(/ ?\[options\]/, '');
  const options = command.options.map(optionRow).join('\n');
  const table = options === '' ? '' : `\n\n| flag | |\n|---|---|\n${options}`;
  return `## ${wordsOf(command)}\n\n\`${usage}\`: ${command.description()}.${table}`;
};

const commandsPage = (): string => {
  const settings: Setting[] = Object.values(SETTINGS);
  const variables = settings.filter((each) => each.variable !== null);
  return `# Commands

${MADE}

${allCommands(buildProgram())
  .map((command) => commandSection(command))
  .join('\n\n')}

## Exit status

| status | |
|---|---|
| 0 | done |
| 1 | done, but some input was refused ([refusals](refusals.md)), or a check found faults |
| 2 | wrong use: an unknown flag or command, a value that is none |
| 3 | the world is broken: no such file, no database, a ledger of another theatre |
| 130, 143 | stopped on the way, as asked by SIGINT or SIGTERM; what is in is kept, and \`add\` goes on from there |

## Variables

A flag wins over a variable.

| variable | as the flag | |
|---|---|---|
| \`WHOHOLDS_HOME\` | | where the ledger is kept (default: the user’s data directory) |
${variables.map((each) => `| \`${each.variable}\` | \`${cell(each.flags)}\` | ${cell(each.help)} |`).join('\n')}
| \`NO_COLOR\` | | no colours, also on a terminal |
`;
};

/** What a page shows as a command's output is that output: the block after `<!-- shown: whoholds … -->`. */
const withOutputs = (path: string): string =>
  readFileSync(join(ROOT, path), 'utf8').replace(
    /(<!-- shown: whoholds (.+) -->\n```text\n)[\s\S]*?(```)/g,
    (...[, head = '', words = '', tail = '']: string[]) => {
      const command = [join(ROOT, 'bin', 'whoholds.js'), ...words.split(' ')];
      return `${head}${execFileSync(process.execPath, command, { cwd: ROOT, encoding: 'utf8' }).trim()}\n${tail}`;
    },
  );

/** Every generated page: its path and the text it must have. */
export const GENERATED: Readonly<Record<string, () => string>> = {
  'docs/refusals.md': refusalsPage,
  'docs/commands.md': commandsPage,
  'docs/house.md': () => withOutputs('docs/house.md'),
};

if (import.meta.main) for (const [path, page] of Object.entries(GENERATED)) writeFileSync(join(ROOT, path), page());
