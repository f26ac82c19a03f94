// What the keys do, on a sheet that `?` opens; single letters can be switched off there (WCAG 2.1.4).
import { make } from './elements.ts';
import { lettersAreOn, switchLetters } from './keys.ts';
import { words } from './words.ts';

export type KeyRow = readonly [keys: string, does: string];

/** The keys of the map. */
const mapKeys = ({ keys }: ReturnType<typeof words>): readonly KeyRow[] => [
  [', .', keys.day],
  ['[ ]', keys.known],
  ['n p', keys.change],
  ['c', keys.compare],
  ['/', keys.find],
  ['t', keys.table],
  ['+ − 0', keys.zoom],
  ['Esc', keys.escape],
  [keys.arrows, keys.arrowsDo],
  [keys.slider, keys.sliderDo],
  [keys.space, keys.spaceDo],
  ['?', keys.sheet],
];

const drawRows = (rows: readonly KeyRow[]): readonly HTMLElement[] =>
  rows.map(([keys, does]) => make('tr', {}, make('th', { scope: 'row' }, keys), make('td', {}, does)));

const lettersSwitch = (): HTMLElement => {
  const box = make('input', { type: 'checkbox', id: 'letters', checked: lettersAreOn() }) as HTMLInputElement;
  box.addEventListener('change', () => switchLetters(box.checked));
  return make('label', { for: 'letters' }, box, words().keys.letters);
};

/** Opens the sheet; closing it gives the focus back to where it was. */
export const openKeySheet = (rows: readonly KeyRow[] = mapKeys(words())): void => {
  if (document.querySelector('#key-sheet') !== null) return;
  const close = make('button', { type: 'submit' }, words().keys.close);
  const sheet = make(
    'dialog',
    { id: 'key-sheet', 'aria-labelledby': 'key-sheet-title' },
    make('h2', { id: 'key-sheet-title' }, words().keys.title),
    make('table', {}, make('tbody', {}, ...drawRows(rows))),
    lettersSwitch(),
    make('form', { method: 'dialog' }, close),
  ) as HTMLDialogElement;
  sheet.addEventListener('close', () => sheet.remove());
  document.body.append(sheet);
  sheet.showModal();
  close.focus();
};
