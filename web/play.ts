// Lets the days go by, two a second, each shown before the next is asked for. Where motion is not wanted, one step a press.
import { type Day, daysBetween } from '../src/model/time.ts';

const STEP_MS = 500;

export interface Playing {
  /** The day asked for, and the day that the picture shows. */
  readonly asked: () => Day;
  readonly shown: () => Day | null;
  /** The last day to go to. */
  readonly end: () => Day;
  readonly step: (how: 'push' | 'replace') => void;
  /** Told when it starts and when it stops. */
  readonly changed: (isPlaying: boolean) => void;
}

const wantsNoMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

export const makePlay = ({ asked, shown, end, step, changed }: Playing) => {
  let timer: ReturnType<typeof setInterval> | null = null;
  let reached: Day | null = null;
  const stop = (): void => {
    if (timer === null) return;
    clearInterval(timer);
    timer = null;
    changed(false);
  };
  /** Stops at the end, and when somebody has gone elsewhere meanwhile. */
  const tick = (): void => {
    const now = asked();
    if (now !== reached || daysBetween(now, end()) <= 0) stop();
    else if (shown() === now) {
      step('replace');
      reached = asked();
    }
  };
  return {
    stop,
    toggle: (): void => {
      if (timer !== null) stop();
      else if (wantsNoMotion()) step('push');
      else if (daysBetween(asked(), end()) > 0) {
        reached = asked();
        timer = setInterval(tick, STEP_MS);
        changed(true);
      }
    },
  };
};
