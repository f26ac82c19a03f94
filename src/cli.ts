// The commands, a line each; each loads its own file only when called, so that `whoholds read` starts at once.
import { Command } from 'commander';
import { CUT, LEDGER, needing, run, withSettings } from './commands/program.ts';
import { addRefusals } from './commands/refusals-program.ts';
import { addReview } from './commands/review-program.ts';
import { endQuietlyOnClosedPipe, reportFault } from './commands/terminal.ts';
import { addUser } from './commands/user-program.ts';
import { packageVersion, type SettingName } from './settings.ts';

const LIMITS: readonly SettingName[] = ['maxBytes', 'maxRatio', 'maxUnpacked', 'maxDepth', 'maxMembers', 'maxXmlDepth'];
/** For addresses; each is a limit or a manner of fetching. */
const FETCH: readonly SettingName[] = [
  ...(['allowHost', 'fetchTimeout', 'maxRedirects', 'pause', 'attempts', 'maxWait', 'robots', 'userAgent'] as const),
  'maxEntries',
];

const INPUT: readonly SettingName[] = ['published', 'outlet', 'manifest', 'columns', ...LIMITS, ...FETCH];

const READ_HELP = `
Examples:
  whoholds read story.txt                        what the report claims, for people
  whoholds read reports/ --manifest known.csv --json
  whoholds read https://news.example/story       a page, or a feed and the pages of its entries
  pbpaste | whoholds read - --published 2021-07-14
  whoholds read crawl.warc.gz feed.xml mails.mbox --json
  whoholds read table.csv --columns text=body,published=date
  whoholds read story.txt --trace                which pass of the reader made each mark
  whoholds read story.txt --theatre open         without a gazetteer, for any war`;

const ASK_HELP = `
Examples:
  whoholds control --on 2021-06-23
  whoholds control --on 2021-06-23 --as-of 2021-06-23   as it was known that evening
  whoholds why PLACE --on 2021-06-23                    every sentence behind one cell
  whoholds timeline PLACE                               a place: its id, or any spelling`;

const AGGREGATES_HELP = `
Without --on all numbers are listed, by the day they speak of; with it those that speak of that day.
Examples:
  whoholds aggregates --on 2021-06-23
  whoholds aggregates --as-of 2021-06-30 --json   with the interval, the places named, and what answers what`;

const SCORE_HELP = `
Examples:
  whoholds read reports/ --json | whoholds score --gold gold.jsonl
  whoholds score --control truth.csv --out reliability.svg
A row of the truth says that holder had the place from \`from\` on, up to and without \`until\` (empty: to the end).`;

const FIT_HELP = `
Examples:
  whoholds fit --out learned.json                 from all that the ledger holds
  whoholds fit --truth may.csv --out learned.json      and from changes of hands known from outside
  whoholds control --parameters learned.json           who holds what, by what was learned
Fewer than 1,000 report-days, or a kind of statement that comes out against its meaning, are refused (status 1).`;

const addReading = (program: Command): void => {
  withSettings(program.command('read [paths...]'), [...INPUT, 'theatre', 'trace', 'marks', 'asCase', 'json'])
    .description('read reports and say what they claim; no ledger is touched')
    .addHelpText('after', READ_HELP)
    .action((paths, options) => run(async () => (await import('./commands/read.ts')).readCommand(paths, options)));
  withSettings(program.command('add [paths...]'), [...INPUT, ...LEDGER, 'gold', 'json'])
    .description('read reports and append what they claim to the ledger')
    .action((paths, options) => run(async () => (await import('./commands/add.ts')).addCommand(paths, options)));
};

const WATCH_HELP = `
SOURCES are addresses (feeds, pages, sitemaps and their indexes, OPML), folders, OPML files, and files with one address or folder a line.
New entries are followed to their pages. Where it was is kept in the ledger: stopped and started again, it goes on.

Examples:
  whoholds watch feeds.opml wires/
  whoholds watch https://news.example/feed.xml --every 5
  whoholds watch sources.txt --once --json          one round, for a schedule of your own`;

const addWatching = (program: Command): void => {
  withSettings(program.command('watch [sources...]'), [
    ...(['every', 'lookEvery', 'parallel', 'once'] as const),
    ...INPUT,
    ...LEDGER,
    'json',
  ])
    .description('follow feeds, pages and folders, and append what they bring')
    .addHelpText('after', WATCH_HELP)
    .action((sources, options) =>
      run(async () => (await import('./commands/watch.ts')).watchCommand(sources, options)),
    );
};

const addAsking = (program: Command): void => {
  withSettings(program.command('control'), [...LEDGER, 'on', ...CUT, 'place', 'scope', 'minStatus', 'all', 'json'])
    .description('who holds what on a day')
    .addHelpText('after', ASK_HELP)
    .action((options) => run(async () => (await import('./commands/ask.ts')).controlCommand(options)));
  withSettings(program.command('why <place>'), [...LEDGER, 'on', ...CUT, 'scope', 'json'])
    .description('the sentences behind one place')
    .action((place, options) => run(async () => (await import('./commands/ask.ts')).whyCommand(place, options)));
  withSettings(program.command('timeline <place>'), [...LEDGER, 'from', 'until', 'series', ...CUT, 'scope', 'json'])
    .description('the periods of one place, or its days')
    .action((place, options) => run(async () => (await import('./commands/ask.ts')).timelineCommand(place, options)));
};

const CHANGES_HELP = `
Examples:
  whoholds changes --from 2021-06-21 --to 2021-06-23               two days, as all is known now
  whoholds changes --from 2021-06-21 --to 2021-06-23 --as-then     each as it was known on its evening
  whoholds changes --on 2021-06-21 --from 2021-06-21 --to 2021-06-24   one day, as known at two moments
  whoholds changes --on 2021-06-21 --from-seq 1041 --to-seq 1187   one day, from two states of the ledger
Each cell is told with what was and what is, and with the entries between that bear on it.`;

const addChanges = (program: Command): void => {
  withSettings(program.command('changes'), [...LEDGER, 'on', ...CUT, 'place', 'scope', 'json'])
    .description('what changed between two days, two moments of knowledge or two states of the ledger, and why')
    .option(
      '--from <moment>',
      'the earlier day; with --on, the earlier moment of knowledge: a day (its end) or an instant',
    )
    .option('--to <moment>', 'the later one; with --on and left out, all that is known')
    .option('--from-seq <n>', 'the earlier state of the ledger')
    .option('--to-seq <n>', 'the later state of the ledger (default: the last)')
    .option('--as-then', 'with two days: each as it was known at its end')
    .addHelpText('after', CHANGES_HELP)
    .action((options) => run(async () => (await import('./commands/changes.ts')).changesCommand(options)));
};

const SOURCES_HELP = `
A letter says how a kind of voice of one side fared with such claims: A (95 of 100 came true) to E (fewer than half), F a
rumour. Fewer than ten checkable claims: the letter of its kind before data, marked "start".`;

const addCounting = (program: Command): void => {
  withSettings(program.command('aggregates'), [...LEDGER, 'on', ...CUT, 'json'])
    .description('numbers about many places, each held against what the ledger would count')
    .addHelpText('after', AGGREGATES_HELP)
    .action((options) => run(async () => (await import('./commands/aggregates.ts')).aggregatesCommand(options)));
};

const addReports = (program: Command): void => {
  withSettings(program.command('report <id>'), [...LEDGER, 'json'])
    .description('one report: what was read in it, its family, and the sentences that it dropped as a copy')
    .action((id, options) => run(async () => (await import('./commands/show-report.ts')).reportCommand(id, options)));
};

const addSources = (program: Command): void => {
  withSettings(program.command('sources'), [...LEDGER, ...CUT, 'json'])
    .description('who said how much, in whose interest, how often it came true, and the letter that follows')
    .addHelpText('after', SOURCES_HELP)
    .action((options) => run(async () => (await import('./commands/sources.ts')).sourcesCommand(options)));
};

const addPublishing = (program: Command): void => {
  withSettings(program.command('export <format>'), [...LEDGER, 'on', ...CUT, 'hxl', 'delay', 'out'])
    .description('geojson, csv, jsonl (claims), acled-like')
    .action((format, options) =>
      run(async () => (await import('./commands/publish.ts')).exportCommand(format, options)),
    );
  withSettings(program.command('map'), [
    ...LEDGER,
    'on',
    ...CUT,
    'with',
    'withAsOf',
    'place',
    'box',
    'theme',
    'lang',
    'width',
    'delay',
    'out',
  ])
    .description('the map of one day as a picture: SVG, or PNG by the name after --out; with another day, what differs')
    .action((options) => run(async () => (await import('./commands/map.ts')).mapCommand(options)));
  withSettings(program.command('serve'), [...LEDGER, 'delay', 'twoPersons', 'port', 'rightness', ...FETCH])
    .description('serve the map and the API on the loopback address')
    .action((options) => run(async () => (await import('./commands/publish.ts')).serveCommand(options)));
  withSettings(program.command('demo'), ['port'])
    .description('read the demo notes into a ledger of their own and serve the map')
    .option('--no-serve', 'stop after the summary')
    .action((options) => run(async () => (await import('./commands/demo.ts')).demoCommand(options)));
};

const addChecking = (program: Command): void => {
  withSettings(program.command('score [readings]'), [...LEDGER, ...CUT])
    .description('score readings (a file, or standard input) against gold, or a ledger against a truth')
    .option('--gold <file.jsonl>', 'the gold file')
    .option('--control <truth.csv>', 'who really held what: columns placeId,scope,from,until,holder,confidence')
    .option(
      '--from <day>',
      'with --control: the first day scored (default: the truth’s own, within the theatre’s period)',
    )
    .option('--until <day>', 'with --control: the last day scored')
    .option('--out <file.svg>', 'with --control: write the reliability diagram to this file')
    .option('--only <file>', 'score only the files of this list or split.csv')
    .option('--split <name>', 'with --only split.csv: this part')
    .option('--places <csv>', 'gazetteers, comma separated, so that a district and its seat count as one')
    .option('--no-actor', 'compare without the doer')
    .option('--errors', 'list what is wrong on standard error: misses and extras, or cells that differ from the truth')
    .option('--json', 'print one JSON object')
    .addHelpText('after', SCORE_HELP)
    .action((readings, options) =>
      run(async () => (await import('./commands/judge.ts')).scoreCommand(readings, options)),
    );
  needing(withSettings(program.command('fit'), [...LEDGER, 'seq', 'truth', 'json']), ['out'])
    .description('learn the numbers of the model from a ledger, and write them to a file for --parameters')
    .addHelpText('after', FIT_HELP)
    .action((options) => run(async () => (await import('./commands/fit.ts')).fitCommand(options)));
  program
    .command('check <what>')
    .description('validate a theatre (id or folder) or a gold file; all faults at once')
    .option('--json', 'print one JSON object a fault')
    .option('--reports <dir>', 'for a gold file: the folder of its reports (default: beside it)')
    .option('--theatre <id|dir>', 'for a gold file: the theatre whose places it names')
    .action((what, options) => run(async () => (await import('./commands/judge.ts')).checkCommand(what, options)));
  withSettings(program.command('theatre').command('boundaries [file]'), ['theatre', 'json'])
    .description('take real outlines (GeoJSON) for a theatre’s districts, joined by id, name or spelling')
    .option('--dry-run', 'only say what would be joined')
    .option('--forget', 'draw the theatre’s own approximate outlines again')
    .action((file, options) =>
      run(async () => (await import('./commands/theatre.ts')).boundariesCommand(file, options)),
    );
  program
    .command('completion <shell>')
    .description('print the completion script for bash, zsh or fish')
    .action((shell) => run(async () => (await import('./commands/completion.ts')).completionCommand(shell, program)));
};

export const buildProgram = (): Command => {
  const program = new Command('whoholds')
    .description('Who claims to hold which place, since when, and who says so.')
    .version(packageVersion())
    .showHelpAfterError('(whoholds --help shows the commands, whoholds COMMAND --help its flags)')
    .configureHelp({ showGlobalOptions: true });
  addReading(program);
  addWatching(program);
  addAsking(program);
  addChanges(program);
  addCounting(program);
  addReports(program);
  addSources(program);
  addRefusals(program, INPUT);
  addReview(program);
  addPublishing(program);
  addUser(program);
  addChecking(program);
  return program;
};

/** Every command below another, each before those below it. */
export const allCommands = ({ commands }: Command): readonly Command[] =>
  commands.flatMap((command) => [command, ...allCommands(command)]);

/** Runs the command that the arguments name; `bin/whoholds.js` calls it. */
export const main = async (): Promise<void> => {
  endQuietlyOnClosedPipe();
  const program = buildProgram();
  for (const command of [program, ...allCommands(program)]) command.exitOverride();
  try {
    await program.parseAsync(process.argv);
  } catch (error) {
    // commander throws for help (status 0) and for wrong use (it has printed why already)
    const code = (error as { exitCode?: number }).exitCode;
    process.exitCode = code === 0 ? 0 : code === undefined ? reportFault(error) : 2;
  }
};
