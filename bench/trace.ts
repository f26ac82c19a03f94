// What the browser's own tracing says of a page: when its marks were set, and when its main thread was free for a person.
import type { Browser, Page } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly cat: string;
  readonly args?: { readonly data?: { readonly isLoadingMainFrame?: boolean; readonly documentLoaderURL?: string } };
}

export interface Traced {
  /** Milliseconds from the start of the navigation to the page's own mark. */
  readonly markMs: (name: string) => number;
  /** To the end of the last task of over 50 ms that a person would have had to wait for. */
  readonly interactiveMs: (mark: string) => number;
}

const LONG_US = 50_000;
/** So long without a long task, and the page is taken to be at rest. */
const QUIET_US = 1_000_000;

const readTrace = (events: readonly TraceEvent[]): Traced => {
  const start = events.findLast(
    ({ name, args }) =>
      name === 'navigationStart' && args?.data?.isLoadingMainFrame !== false && args?.data?.documentLoaderURL !== '',
  );
  if (start === undefined) throw new Error('The trace has no navigation.');
  const markAt = (name: string): number => {
    const mark = events.find(
      (event) => event.name === name && event.cat.includes('user_timing') && event.ts >= start.ts,
    );
    if (mark === undefined) throw new Error(`The trace has no mark ${name}.`);
    return mark.ts;
  };
  const long = events
    .filter(
      ({ name, pid, tid, ts, dur = 0 }) =>
        name === 'RunTask' && pid === start.pid && tid === start.tid && ts >= start.ts && dur > LONG_US,
    )
    .sort((a, b) => a.ts - b.ts);
  return {
    markMs: (name) => (markAt(name) - start.ts) / 1000,
    interactiveMs: (mark) => {
      let at = markAt(mark);
      for (const { ts, dur = 0 } of long) if (ts + dur > at && ts - at < QUIET_US) at = ts + dur;
      return (at - start.ts) / 1000;
    },
  };
};

/** Traces what `act` does with the page. */
export const tracing = async (browser: Browser, page: Page, act: () => Promise<void>): Promise<Traced> => {
  const categories = [
    'toplevel',
    'blink.user_timing',
    'loading',
    'devtools.timeline',
    'disabled-by-default-devtools.timeline',
  ];
  await browser.startTracing(page, { categories });
  await act();
  const trace = JSON.parse((await browser.stopTracing()).toString('utf8')) as { traceEvents: readonly TraceEvent[] };
  return readTrace(trace.traceEvents);
};
