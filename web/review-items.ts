// A list of things to look at: one of them is open, with its words, its acts and their keys.

import type { Span } from '../src/model/text.ts';
import { AskProblem, ask, type CellAnswer, type ReportAnswer } from './answers.ts';
import { button, make } from './elements.ts';
import { cellName, placeName } from './names.ts';
import { type Desk, makeAct } from './review-act.ts';
import { actsOn, formOf, type Item, wordsOfAct } from './review-acts.ts';
import { ACT_KEYS, type ActName, reviewWords } from './review-words.ts';
import { propositionWords, sideWords } from './said.ts';
import { piecesOf } from './sentence.ts';
import { chooseCell } from './view.ts';
import { say } from './words.ts';
import type { World } from './world.ts';

export interface Listed extends Item {
  /** What is doubted of it; for a claim of a place, nothing. */
  readonly question: string | null;
  /** The cells that would move, to be shown on the map. */
  readonly cells: readonly Pick<CellAnswer, 'place' | 'scope'>[];
}

/** A report's text, asked for when it is opened, with the claim's words marked. */
const reportDetails = (words: string, id: string, marks: readonly Span[]): HTMLElement => {
  const text = make('div', { class: 'report-text' });
  const details = make('details', { class: 'report' }, make('summary', {}, words), text);
  const load = async (): Promise<void> => {
    const { data } = await ask<ReportAnswer>(`/api/reports/${encodeURIComponent(id)}`);
    const pieces = piecesOf(data.text, { start: 0, end: data.text.length }, marks);
    const source = [data.outlet, data.published.latest, data.url].filter((word) => word !== null).join(' · ');
    text.replaceChildren(
      make('p', { class: 'source' }, source),
      ...pieces.map((piece) => (piece.marked ? make('mark', {}, piece.text) : piece.text)),
    );
  };
  details.addEventListener('toggle', () => {
    if (text.childNodes.length > 0) return;
    text.replaceChildren('…');
    load().catch((error: unknown) =>
      text.replaceChildren(error instanceof AskProblem ? error.message : reviewWords().said.broke),
    );
  });
  return details;
};

const claimWords = (claim: NonNullable<Item['claim']>, world: World): HTMLElement => {
  const place =
    claim.place.id === null ? say(reviewWords().said.open, { name: claim.place.name }) : placeName(claim.place);
  return make(
    'div',
    {},
    make('p', { class: 'proposition' }, `${place}: ${propositionWords(claim, world)}`),
    make(
      'p',
      { class: 'speaker' },
      make('strong', {}, claim.speaker ?? claim.role ?? reviewWords().said.outlet),
      ` · ${sideWords(claim.sides, world)}`,
    ),
    make('blockquote', { dir: 'auto' }, make('mark', {}, claim.quote.text)),
    reportDetails(reviewWords().wholeReport, claim.report.id, [claim.quote]),
  );
};

/** What is asked about, in the reports' own words: the claim, what a denial stands against, or two reports. */
const drawSubject = ({ claim, against, family }: Listed, world: World): readonly (HTMLElement | null)[] => [
  claim === null ? null : claimWords(claim, world),
  against === null
    ? null
    : make(
        'div',
        { class: 'denials' },
        make('p', { class: 'answers' }, reviewWords().against),
        claimWords(against, world),
      ),
  ...(family === null
    ? []
    : [
        reportDetails(reviewWords().oneReport, family.report, []),
        reportDetails(reviewWords().otherReport, family.of, []),
      ]),
];

/** The question without the quote, which is marked below it. */
const questionWords = ({ question, claim }: Listed): string | null =>
  question === null || claim === null ? question : (question.split(': “')[0] ?? question).replace(/[^?.]$/, '$&.');

export interface ItemList {
  readonly element: HTMLElement;
  move(step: number): void;
  act(name: ActName): void;
}

const actButtons = (item: Listed, act: (name: ActName) => void): HTMLElement =>
  make(
    'div',
    { class: 'act-list' },
    ...actsOn(item).map((name) => {
      const open = button('', { 'aria-keyshortcuts': ACT_KEYS[name] }, () => act(name));
      open.append(make('kbd', { 'aria-hidden': 'true' }, ACT_KEYS[name]), ` ${wordsOfAct(name, item)}`);
      return open;
    }),
  );

const drawHead = ({ page }: Desk, { cells }: Listed, position: string): HTMLElement =>
  make(
    'p',
    { class: 'item-head' },
    make('span', { class: 'count' }, position),
    ...cells.map((cell) =>
      button(cellName(cell), { class: 'link', title: reviewWords().said.onMap }, () => page.go(chooseCell(cell))),
    ),
  );

interface Opening {
  readonly desk: Desk;
  readonly item: Listed;
  readonly row: HTMLElement;
}

/** One form at a time stands in the list, under its thing. */
const openForm = ({ desk, item, row }: Opening, name: ActName): void => {
  const form = actsOn(item).includes(name) ? formOf(name, item, desk.page.world) : null;
  if (form === null) return;
  for (const other of row.parentElement?.querySelectorAll('form.act') ?? []) other.remove();
  const opened = makeAct(desk, form, () => {
    opened.element.remove();
    row.focus();
  });
  row.append(opened.element);
  opened.focus();
};

/** Without a session the things can be read and no act is offered. */
export const makeItems = (desk: Desk, items: readonly Listed[]): ItemList => {
  const mayAct = desk.session.account !== null;
  const rows: HTMLElement[] = [];
  let current = 0;
  const choose = (at: number): void => {
    rows[current]?.removeAttribute('aria-current');
    current = Math.max(0, Math.min(items.length - 1, at));
    rows[current]?.setAttribute('aria-current', 'true');
  };
  const act = (name: ActName): void => {
    const [item, row] = [items[current], rows[current]];
    if (mayAct && item !== undefined && row !== undefined) openForm({ desk, item, row }, name);
  };
  const drawRow = (item: Listed, at: number): HTMLElement => {
    const row = make(
      'li',
      { class: 'review-item', tabindex: -1 },
      drawHead(desk, item, say(reviewWords().position, { at: at + 1, of: items.length })),
      item.question === null ? null : make('p', { class: 'question', dir: 'auto' }, questionWords(item)),
      ...drawSubject(item, desk.page.world),
      mayAct ? actButtons(item, (name) => openForm({ desk, item, row }, name)) : null,
    );
    row.addEventListener('focusin', () => choose(at));
    return row;
  };
  rows.push(...items.map(drawRow));
  choose(0);
  const move = (step: number): void => {
    choose(current + step);
    rows[current]?.focus();
    rows[current]?.scrollIntoView({ block: 'nearest' });
  };
  return { element: make('ol', { class: 'review-items' }, ...rows), move, act };
};
