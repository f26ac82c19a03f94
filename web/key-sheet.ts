// What the keys do, on a sheet that `?` opens; single letters can be switched off there (WCAG 2.1.4).
import { make } from './elements.ts';
import { lettersAreOn, switchLetters } from './keys.ts';

const KEYS: readonly (readonly [keys: string, does: string])[] = [
  [', .', 'the day before, the day after'],
  ['[ ]', 'known until a day less, a day more'],
  ['n p', 'next and last day with a change'],
  ['c', 'compare two days, or stop'],
  ['/', 'find a place'],
  ['t', 'table or map'],
  ['+ − 0', 'closer, farther, the whole map'],
  ['Esc', 'close the place'],
  ['arrows, Enter', 'on the map: the neighbour that way, open'],
  ['arrows, Shift, Page Up and Down, Home, End', 'on a date: day, week, 30 days, ends'],
  ['Space', 'on a date: play the days, or stop'],
  ['?', 'this sheet'],
];

const rows = (): readonly HTMLElement[] =>
  KEYS.map(([keys, does]) => make('tr', {}, make('th', { scope: 'row' }, keys), make('td', {}, does)));

const lettersSwitch = (): HTMLElement => {
  const box = make('input', { type: 'checkbox', id: 'letters', checked: lettersAreOn() }) as HTMLInputElement;
  box.addEventListener('change', () => switchLetters(box.checked));
  return make('label', { for: 'letters' }, box, ' Keys of one character act (Esc always does)');
};

/** Opens the sheet; closing it gives the focus back to where it was. */
export const openKeySheet = (): void => {
  if (document.querySelector('#key-sheet') !== null) return;
  const close = make('button', { type: 'submit' }, 'Close');
  const sheet = make(
    'dialog',
    { id: 'key-sheet', 'aria-labelledby': 'key-sheet-title' },
    make('h2', { id: 'key-sheet-title' }, 'Keys'),
    make('table', {}, make('tbody', {}, ...rows())),
    lettersSwitch(),
    make('form', { method: 'dialog' }, close),
  ) as HTMLDialogElement;
  sheet.addEventListener('close', () => sheet.remove());
  document.body.append(sheet);
  sheet.showModal();
  close.focus();
};
