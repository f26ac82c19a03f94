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
  /** How much of the whole is done, 0 to 1, where that is known better than by counting; null where it is not. */
  readonly share?: () => number | null;
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

/** How much is done of how much, both in things or both as shares of the whole. */
export interface Part {
  readonly done: number;
  readonly of: number;
}

/** From the start to now: a rate of the last moments would jump about with every long report. */
export const paceOf = (done: number, part: Part | null, ms: number): Pace => {
  const perSecond = ms <= 0 ? 0 : (done * 1000) / ms;
  const left = part === null || part.done <= 0 ? null : (ms / 1000) * (Math.max(0, part.of - part.done) / part.done);
  return { done, perSecond: Math.round(perSecond * 10) / 10, secondsLeft: left === null ? null : Math.ceil(left) };
};

/** What has passed of the whole since the first thing was done: what was only gone past before says nothing of the pace. */
const partSince = ({ total, share }: Progressing) => {
  let first: number | null = null;
  return (done: number): Part | null => {
    const now = share?.() ?? null;
    first ??= now;
    if (now !== null && first !== null && now > first) return { done: now - first, of: 1 - first };
    return total === null ? null : { done, of: total };
  };
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

const STEPS = 1000;

const drawBar = (progressing: Progressing): Progress => {
  // Loaded only where a bar is drawn: every command starts through this file.
  const { SingleBar } = createRequire(import.meta.url)('cli-progress') as typeof import('cli-progress');
  const { label, total, share } = progressing;
  const [start, partOf] = [Date.now(), partSince(progressing)];
  let done = 0;
  const isKnown = total !== null || share?.() !== undefined;
  const bar = new SingleBar({
    format: `${label} ${isKnown ? '{bar} ' : ''}{count} · {pace} · {what}`,
    hideCursor: true,
  });
  const about = (what: string) => {
    const { perSecond, secondsLeft } = paceOf(done, partOf(done), Date.now() - start);
    return {
      what: what.slice(-40),
      count: total === null ? `${done}` : `${done}/${total}`,
      pace: `${perSecond} a second${secondsLeft === null ? '' : ` · ${timeWords(secondsLeft)} left`}`,
    };
  };
  const filled = (): number => Math.round(STEPS * (share?.() ?? (total === null ? 0 : done / Math.max(1, total))));
  bar.start(STEPS, 0, about(''));
  const step = (what: string): void => {
    done += 1;
    bar.update(filled(), about(what));
  };
  return { step, end: () => bar.stop() };
};

/** Lines now and then, and one at the end. */
const tellLines = (progressing: Progressing): Progress => {
  const { label, total, json = false, now = Date.now, write = tell } = progressing;
  const [start, partOf] = [now(), partSince(progressing)];
  let told = start;
  let done = 0;
  const say = (what: string | null): void => {
    const pace = paceOf(done, partOf(done), now() - start);
    if (json) write(JSON.stringify({ event: 'progress', what: label, total, ...pace, file: what }));
    else write(`${lineOf(label, total, pace)}${what === null ? ', done' : ''}`);
  };
  return {
    step: (what) => {
      done += 1;
      if (done === 1) partOf(done);
      if (now() - told < (json ? JSON_EVERY_MS : PLAIN_EVERY_MS)) return;
      told = now();
      say(what);
    },
    end: () => say(null),
  };
};

export const progress = (progressing: Progressing): Progress =>
  process.stderr.isTTY && progressing.json !== true && progressing.write === undefined
    ? drawBar(progressing)
    : tellLines(progressing);
