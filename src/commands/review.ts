// whoholds review: the words of a person's act become a question to the ledger's desk; its sentence comes back.
import { KINDS, MODALITIES, type Modality } from '../model/claim.ts';
import { Fault } from '../model/outcome.ts';
import { actedRecord, queueRecord, reviewRecord } from '../publishing/review-records.ts';
import { logText, queueText } from '../publishing/review-tables.ts';
import { SETTINGS, type SettingName, wholeNumber } from '../settings.ts';
import type { Acted, HandClaim, Reviewer, Whoholds } from '../whoholds.ts';
import { type AskOptions, ask, onFrom } from './ask.ts';
import { dayFrom, oneOf, placeFrom, scopeFrom } from './moment.ts';
import { type LedgerOptions, withLedger } from './open-ledger.ts';
import { type ExitStatus, print, printRecord, tell } from './terminal.ts';

export interface ActOptions extends LedgerOptions {
  readonly by: string;
  readonly reason: string;
  readonly json?: boolean;
}

export interface AssertOptions extends ActOptions {
  readonly report?: string;
  readonly quote?: string;
  readonly at?: string;
  readonly place?: string;
  readonly scope?: string;
  readonly kind?: string;
  readonly actor?: string;
  readonly denied?: boolean;
  readonly modality?: string;
  readonly to?: string;
  readonly day?: string;
  readonly speaker?: string;
  readonly role?: string;
  readonly sides?: string;
  readonly via?: string;
  readonly partial?: boolean;
  readonly tactical?: boolean;
  readonly answers?: string;
}

type Doing = (whoholds: Whoholds, by: Reviewer) => Promise<Acted>;

/** Does one act and tells it. Opened to read first: an act on a ledger that is not there must not make one. */
const doAct = async (options: ActOptions, doing: Doing): Promise<ExitStatus> => {
  await withLedger(options, 'read', async () => 0);
  return withLedger(options, 'write', async (whoholds) => {
    const acted = await doing(whoholds, { name: options.by, reason: options.reason });
    await (options.json ? printRecord(actedRecord(acted)) : print(acted.says));
    return 0;
  });
};

const needed = <T>(name: SettingName, given: T | undefined | null): T => {
  if (given !== undefined && given !== null) return given;
  const { flags, help } = SETTINGS[name];
  throw new Fault('usage', `A claim needs ${flags}: ${help}.`);
};

const daysFrom = (text: string): { from: HandClaim['from']; until: HandClaim['until'] } => {
  const [first = '', last = first] = text.split('..');
  return { from: dayFrom('--day', first), until: dayFrom('--day', last) };
};

/** Everything but the place, which needs the theatre: what is wrong with the words is told before a ledger is opened. */
const handClaimFrom = (options: AssertOptions): Omit<HandClaim, 'place'> => {
  const modality: Modality = oneOf('--modality', options.modality, MODALITIES) ?? 'actual';
  return {
    report: needed('report', options.report),
    quote: needed('quote', options.quote),
    at: options.at === undefined ? null : wholeNumber('at', options.at, 0),
    scope: scopeFrom(options.scope),
    kind: needed('kind', oneOf('--kind', options.kind, KINDS)),
    actor: options.actor ?? null,
    polarity: options.denied ? 'denied' : 'affirmed',
    modality,
    ...daysFrom(needed('day', options.day)),
    speaker: options.speaker ?? null,
    role: options.role ?? null,
    sides: needed('sides', options.sides).split(','),
    via: options.via ?? null,
    to: options.to ?? null,
    partial: options.partial ?? false,
    tactical: options.tactical ?? false,
    answers: options.answers ?? null,
  };
};

export const assertCommand = (claim: string | undefined, options: AssertOptions): Promise<ExitStatus> => {
  if (claim !== undefined) {
    const { by: _by, reason: _reason, theatre: _theatre, ledger: _ledger, json: _json, ...words } = options;
    const [extra] = Object.keys(words);
    if (extra === undefined) return doAct(options, ({ review }, by) => review.standBy(claim, by));
    throw new Fault('usage', `With a claim’s id nothing is asserted anew: leave out --${extra}, or the id.`);
  }
  const hand = handClaimFrom(options);
  const place = needed('place', options.place);
  return doAct(options, ({ review, theatre }, by) => review.assert({ ...hand, place: placeFrom(place, theatre) }, by));
};

export const retractCommand = (claim: string, options: ActOptions): Promise<ExitStatus> =>
  doAct(options, ({ review }, by) => review.retract(claim, by));

export const placeCommand = (
  claim: string,
  place: string,
  options: ActOptions & { readonly scope?: string },
): Promise<ExitStatus> => {
  const scope = scopeFrom(options.scope);
  return doAct(options, ({ review, theatre }, by) =>
    review.place(claim, { place: placeFrom(place, theatre), scope }, by),
  );
};

export const joinCommand = (report: string, other: string, options: ActOptions): Promise<ExitStatus> =>
  doAct(options, ({ review }, by) => review.join([report, other], by));

export const cutCommand = (report: string, other: string | undefined, options: ActOptions): Promise<ExitStatus> =>
  doAct(options, ({ review }, by) => review.cut(other === undefined ? [report] : [report, other], by));

export const answersCommand = (
  denial: string,
  claim: string | undefined,
  options: ActOptions & { readonly same?: boolean; readonly other?: boolean },
): Promise<ExitStatus> => {
  const sameProposition = options.same ?? false;
  if (sameProposition === (options.other ?? false)) {
    throw new Fault('usage', 'Say which it is.', { expected: ['--same', '--other'] });
  }
  return doAct(options, ({ review }, by) => review.answers({ denial, claim: claim ?? null, sameProposition }, by));
};

export const logCommand = (options: AskOptions): Promise<ExitStatus> =>
  ask(options, async ({ review, acts }) => {
    const entries = await review.log();
    const waiting = (await acts.requests()).filter(({ state }) => state === 'waiting');
    for (const { request, answered } of waiting)
      tell(`Request ${request.number} of ${request.by} waits on the page (${request.reason}): ${answered.acted.says}`);
    if (options.json) for (const entry of entries) await printRecord(reviewRecord(entry));
    else await print(entries.length === 0 ? 'Nobody has reviewed anything in this ledger.' : logText(entries));
    return 0;
  });

const MOST_LINES = 20;

export const queueCommand = (options: AskOptions & { readonly limit?: string }): Promise<ExitStatus> => {
  const limit = wholeNumber('limit', options.limit, MOST_LINES);
  return ask(options, async (whoholds) => {
    const items = await whoholds.review.queue({ on: await onFrom(options, whoholds), limit });
    if (options.json) for (const item of items) await printRecord(queueRecord(item, whoholds.theatre));
    else if (items.length === 0) await print('Nothing that is in doubt would move the map on this day.');
    else await print(queueText(items, whoholds.theatre));
    return 0;
  });
};
