// How far long work has got: a bar with rate and time left on a terminal, plain lines elsewhere, one JSON object a line
// for programs. All of it on standard error; answers are never mixed with it.
import { createRequire } from 'node:module';
import { tell } from './terminal.ts';

export interface Progress {
  step(what: string): void;
  end(): void;
}

export interface Progressing {
  readonly label: string;
  /** Null = not known beforehand. */
  readonly total: number | null;
  /** As JSON objects a line, for programs. */
  readonly json?: boolean;
  /** Milliseconds; the world's clock, unless a test has another. */
  readonly now?: () => number;
  /** Where plain lines and JSON go. */
  readonly write?: (line: string) => void;
}

const PLAIN_EVERY_MS = 5000;
const JSON_EVERY_MS = 1000;

export interface Pace {
  readonly done: number;
  readonly perSecond: number;
  /** Null where the total is not known, or nothing is done yet. */
  readonly secondsLeft: number | null;
}

/** From the start to now: a rate of the last moments would jump about with every long report. */
export const paceOf = (done: number, total: number | null, ms: number): Pace => {
  const perSecond = ms <= 0 ? 0 : (done * 1000) / ms;
  const left = total === null || perSecond === 0 ? null : Math.max(0, total - done) / perSecond;
  return { done, perSecond: Math.round(perSecond * 10) / 10, secondsLeft: left === null ? null : Math.ceil(left) };
};

/** "1 h 4 min", "3 min 20 s", "12 s". */
export const timeWords = (seconds: number): string => {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  if (hours > 0) return `${hours} h ${minutes} min`;
  return minutes > 0 ? `${minutes} min ${rest} s` : `${rest} s`;
};

const lineOf = (label: string, total: number | null, { done, perSecond, secondsLeft }: Pace): string =>
  `${label} ${done}${total === null ? '' : ` of ${total}`}, ${perSecond} a second` +
  (secondsLeft === null || secondsLeft === 0 ? '' : `, about ${timeWords(secondsLeft)} left`);

const drawBar = (label: string, total: number | null): Progress => {
  // Loaded only where a bar is drawn: every command starts through this file.
  const { SingleBar } = createRequire(import.meta.url)('cli-progress') as typeof import('cli-progress');
  const start = Date.now();
  let done = 0;
  const count = total === null ? '{value}' : '{bar} {value}/{total}';
  const bar = new SingleBar({ format: `${label} ${count} · {pace} · {what}`, hideCursor: true, etaBuffer: 100 });
  const about = (what: string) => {
    const { perSecond, secondsLeft } = paceOf(done, total, Date.now() - start);
    return {
      what: what.slice(-40),
      pace: `${perSecond} a second${secondsLeft === null ? '' : ` · ${timeWords(secondsLeft)} left`}`,
    };
  };
  bar.start(total ?? 0, 0, about(''));
  return { step: (what) => bar.update(++done, about(what)), end: () => bar.stop() };
};

/** Lines now and then, and one at the end. */
const tellLines = ({ label, total, json = false, now = Date.now, write = tell }: Progressing): Progress => {
  const start = now();
  let told = start;
  let done = 0;
  const say = (what: string | null): void => {
    const pace = paceOf(done, total, now() - start);
    if (json) write(JSON.stringify({ event: 'progress', what: label, total, ...pace, file: what }));
    else write(`${lineOf(label, total, pace)}${what === null ? ', done' : ''}`);
  };
  return {
    step: (what) => {
      done += 1;
      if (now() - told < (json ? JSON_EVERY_MS : PLAIN_EVERY_MS)) return;
      told = now();
      say(what);
    },
    end: () => say(null),
  };
};

export const progress = (progressing: Progressing): Progress =>
  process.stderr.isTTY && progressing.json !== true && progressing.write === undefined
    ? drawBar(progressing.label, progressing.total)
    : tellLines(progressing);
