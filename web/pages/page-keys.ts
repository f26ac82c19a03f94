// The keys of the pages beside the map: the field to look for something, the rows, the days, the way back to the map.
import { part } from '../elements.ts';
import { type KeyRow, openKeySheet } from '../key-sheet.ts';
import { words } from '../words.ts';
import { pageWords } from './page-words.ts';

const keyRows = (): readonly KeyRow[] => {
  const { keys } = pageWords();
  return [
    ['/', keys.find],
    ['j k', keys.rows],
    [', .', words().keys.day],
    ['m', keys.map],
    ['Esc', keys.escape],
    ['?', words().keys.sheet],
  ];
};

/** Rows are links marked as such by their page; from outside them the first or the last one is next. */
const stepRow = (by: 1 | -1): void => {
  const rows = [...document.querySelectorAll<HTMLElement>('#content a[data-row]')];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const next = at === -1 ? (by === 1 ? 0 : rows.length - 1) : at + by;
  rows[next]?.focus();
};

const leave = (): void => {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
};

export const pageKeys = (step: (days: number) => void): Readonly<Record<string, () => void>> => {
  const sheet = (): void => openKeySheet(keyRows());
  part('open-keys').addEventListener('click', sheet);
  return {
    '/': () =>
      document
        .querySelector<HTMLElement>('#content input[type="search"], #content .filters :is(input, select)')
        ?.focus(),
    j: () => stepRow(1),
    k: () => stepRow(-1),
    ',': () => step(-1),
    '.': () => step(1),
    m: () => document.querySelector<HTMLElement>('#page-list a')?.click(),
    '?': sheet,
    Escape: leave,
  };
};
