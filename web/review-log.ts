// All that people did and asked for, in public; and what waits, with a second person's word on it.

import { button, make } from './elements.ts';
import { placeName } from './names.ts';
import { type ActForm, type Desk, makeAct } from './review-act.ts';
import type { LogAnswer, RequestAnswer } from './review-api.ts';
import { drawRead } from './review-read.ts';
import { drawTurns } from './review-turns.ts';
import { reviewWords } from './review-words.ts';
import { propositionWords } from './said.ts';
import { say } from './words.ts';
import type { World } from './world.ts';

const timeWords = (instant: string): string => `${instant.slice(0, 16).replace('T', ' ')} UTC`;

type Act = LogAnswer['acts'][number];

const aboutWords = ({ claim, family, answer, movedFrom, act }: Act, world: World): string => {
  if (family !== null) return say(reviewWords().said.both, { a: family.report, b: family.of });
  if (claim === null) return '';
  const from =
    act === 'place' ? say(reviewWords().said.before, { place: movedFrom ?? reviewWords().said.noPlace }) : '';
  const judged = answer === null ? '' : ` ${reviewWords().answered[answer.sameProposition ? 'true' : 'false']}:`;
  return `${judged} ${placeName(claim.place)}${from}: ${propositionWords(claim, world)}`.trim();
};

const drawAct = (act: Act, world: World): HTMLElement =>
  make(
    'li',
    { class: 'log-entry' },
    make('p', {}, make('strong', {}, act.by), ` ${reviewWords().log[act.act]} ${aboutWords(act, world)}`),
    act.claim === null ? null : make('blockquote', {}, make('mark', {}, act.claim.quote.text)),
    make('p', { class: 'log-reason' }, act.reason),
    make('p', { class: 'source' }, timeWords(act.known)),
  );

const requestHead = ({ request, by, act, state }: RequestAnswer): HTMLElement =>
  make(
    'p',
    {},
    make('strong', {}, by),
    ` ${reviewWords().log[act.act]} · ${reviewWords().states[state]} · ${say(reviewWords().said.number, { n: request })}`,
  );

const drawRequest = (one: RequestAnswer): HTMLElement =>
  make(
    'li',
    { class: 'log-entry' },
    requestHead(one),
    make('p', { class: 'log-reason' }, one.reason),
    one.state === 'waiting' || one.state === 'done' ? make('p', {}, one.says) : null,
    one.ruling === null ? null : make('p', { class: 'log-reason' }, `${one.ruling.by}: ${one.ruling.reason}`),
    make('p', { class: 'source' }, timeWords(one.recorded)),
  );

const approvalForm = ({ request, by, act }: RequestAnswer, approve: boolean, words: string): ActForm => ({
  title: `${words} · ${say(reviewWords().said.number, { n: request })}, ${by}`,
  saveWords: words,
  fields: [],
  write: () => ({ path: '/api/approvals', body: { request, approve } }),
  ...(act.act === 'report' ? { show: drawRead } : {}),
});

/** An editor approves what another asked for; whoever asked may withdraw. */
const wordsOn = ({ session: { account } }: Desk, { by }: RequestAnswer): readonly (readonly [boolean, string])[] => {
  if (account === null) return [];
  if (account.name === by) return [[false, reviewWords().withdraw]];
  if (account.role !== 'editor') return [];
  return [
    [true, reviewWords().approve],
    [false, reviewWords().decline],
  ];
};

const drawWaiting = (desk: Desk, one: RequestAnswer): HTMLElement => {
  const row = drawRequest(one);
  row.append(drawTurns(one.turns, desk.page.world));
  const buttons = wordsOn(desk, one).map(([approve, words]) =>
    button(words, {}, () => {
      for (const open of row.querySelectorAll('form.act')) open.remove();
      const opened = makeAct(desk, approvalForm(one, approve, words), () => opened.element.remove());
      row.append(opened.element);
      opened.focus();
    }),
  );
  if (buttons.length > 0) row.append(make('div', { class: 'act-list' }, ...buttons));
  return row;
};

const group = (title: string, rows: readonly HTMLElement[], empty: string): HTMLElement =>
  make(
    'section',
    {},
    make('h3', {}, title),
    rows.length === 0 ? make('p', { class: 'empty' }, empty) : make('ul', {}, ...rows),
  );

export const drawLog = (desk: Desk, { acts, requests }: LogAnswer): HTMLElement => {
  const waiting = requests.filter(({ state }) => state === 'waiting');
  const others = requests.filter(({ state }) => state !== 'waiting');
  return make(
    'div',
    {},
    group(
      reviewWords().waiting,
      waiting.map((one) => drawWaiting(desk, one)),
      reviewWords().nothingWaits,
    ),
    group(
      reviewWords().didActs,
      acts.map((act) => drawAct(act, desk.page.world)),
      reviewWords().noActs,
    ),
    others.length === 0 ? null : group(reviewWords().requests, others.map(drawRequest), ''),
  );
};
