// whoholds export and serve: the ledger's answers as files and as a page on the loopback address.
import { accountsFile, readAccounts } from '../accounts/accounts-file.ts';
import { Gate } from '../accounts/gate.ts';
import { Fault } from '../model/outcome.ts';
import type { Instant } from '../model/time.ts';
import { cutBefore, delayed, delayHours } from '../publishing/delay.ts';
import { TWO_PERSONS, type TwoPersons } from '../publishing/desk.ts';
import { EXPORT_FORMATS, exportControl } from '../publishing/exports.ts';
import { serve } from '../publishing/serve.ts';
import { DEFAULT_PORT, homeFolder, wholeNumber } from '../settings.ts';
import type { Whoholds } from '../whoholds.ts';
import { type AskOptions, ask, cutFrom, onFrom } from './ask.ts';
import { scoresOf } from './control-scores.ts';
import { fetchPageBy } from './fetch-page.ts';
import { type FetchOptions, openFetcher } from './fetching.ts';
import { oneOf } from './moment.ts';
import { withLedger } from './open-ledger.ts';
import { readTruth } from './read-truth.ts';
import { type ExitStatus, print, tell } from './terminal.ts';
import { writeTextFile } from './write-file.ts';

export interface DelayOptions {
  readonly delay?: string;
}

export interface ExportOptions extends AskOptions, DelayOptions {
  readonly out?: string;
  readonly hxl?: boolean;
}

/** `--delay` or WHOHOLDS_DELAY in whole hours; else by the theatre. */
const delayOf = (flag: string | undefined, whoholds: Whoholds): number => {
  const given = flag ?? process.env.WHOHOLDS_DELAY;
  return delayHours(whoholds.theatre, given === undefined ? null : wholeNumber('delay', given, 0));
};

/** The ledger as it may be shown, and the last moment that is let through; null where nothing is held back. */
export const delayedBy = (
  { delay }: DelayOptions,
  open: Whoholds,
): { readonly whoholds: Whoholds; readonly cut: Instant | null } => {
  const hours = delayOf(delay, open);
  if (hours === 0) return { whoholds: open, cut: null };
  const cut = cutBefore(new Date(), hours);
  return { whoholds: delayed(open, () => cut), cut };
};

export const exportCommand = (formatWords: string, options: ExportOptions): Promise<ExitStatus> =>
  ask(options, async (open) => {
    const { whoholds } = delayedBy(options, open);
    const format = EXPORT_FORMATS.find((known) => known === formatWords);
    if (format === undefined) {
      throw new Fault('usage', `No export format “${formatWords}”.`, { expected: EXPORT_FORMATS });
    }
    const on = await onFrom(options, whoholds);
    const text = await exportControl(whoholds, format, {
      on,
      ...cutFrom(options, whoholds),
      hxl: options.hxl ?? false,
    });
    if (options.out === undefined) await print(text);
    else writeTextFile(options.out, text);
    return 0;
  });

const untilStopped = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });

const HIGHEST_PORT = 65_535;

export const portFrom = (text: string | undefined): number => {
  const port = wholeNumber('port', text, DEFAULT_PORT);
  if (port <= HIGHEST_PORT) return port;
  throw new Fault('usage', `--port takes a port, not ${port}.`, { expected: [`0 to ${HIGHEST_PORT}`] });
};

export interface ServeFlags extends DelayOptions, FetchOptions {
  readonly port?: string;
  readonly twoPersons?: string;
  readonly truth?: string;
}

const twoPersonsFrom = (flag: string | undefined): TwoPersons =>
  oneOf('--two-persons', flag ?? process.env.WHOHOLDS_TWO_PERSONS, TWO_PERSONS) ?? 'auto';

/** Who may write here; null where there is no account. */
const gateOf = (): Gate | null => {
  const file = accountsFile(homeFolder(process.env));
  return readAccounts(file).length === 0 ? null : new Gate(file);
};

/** Only for whoever may write; its pages are brought by him. */
const fetchingFor = (gate: Gate | null, flags: ServeFlags, signal: AbortSignal) =>
  gate === null ? {} : { fetchPage: fetchPageBy(openFetcher(flags, signal), {}) };

/** A truth with faults is told before anything is served. */
const calibratingBy = ({ truth }: ServeFlags, { theatre }: Whoholds) => {
  if (truth === undefined) return {};
  const rows = readTruth(truth, theatre, 'scored');
  return { calibrate: (whoholds: Whoholds) => scoresOf(rows, {}, whoholds) };
};

/** Serves until the process is asked to stop. */
export const serveUntilStopped = async (whoholds: Whoholds, flags: ServeFlags): Promise<void> => {
  const [port, delay, twoPersons] = [
    portFrom(flags.port),
    delayOf(flags.delay, whoholds),
    twoPersonsFrom(flags.twoPersons),
  ];
  const [gate, stopping] = [gateOf(), new AbortController()];
  const fetching = fetchingFor(gate, flags, stopping.signal);
  const calibrating = calibratingBy(flags, whoholds);
  const server = await serve(whoholds, {
    port,
    host: '127.0.0.1',
    delay,
    gate,
    twoPersons,
    ...fetching,
    ...calibrating,
  });
  await print(`The map is at ${server.url} (stop with Ctrl-C)`);
  if (delay > 0) tell(`It shows what was known ${delay} hours ago (--delay 0 shows all).`);
  await untilStopped();
  stopping.abort(new Error('asked to stop'));
  await server.close();
  tell('Stopped.');
};

/** Only where somebody may write is the ledger opened to be written; it is never made here. */
export const serveCommand = async (options: AskOptions & ServeFlags): Promise<ExitStatus> => {
  portFrom(options.port);
  twoPersonsFrom(options.twoPersons);
  const serving = async (whoholds: Whoholds): Promise<ExitStatus> => {
    await serveUntilStopped(whoholds, options);
    return 0;
  };
  if (gateOf() === null) return ask(options, serving);
  await ask(options, async () => 0);
  return withLedger(options, 'write', serving);
};
