// Taking a view along: a picture or a table of it, a link that always shows the same, a frame for another page.
import { formatBox } from '../src/drawing/map-box.ts';
import { button, type Child, make, part } from './elements.ts';
import { formatAddress, type State } from './state.ts';
import { themeNow } from './theme.ts';
import type { Page, Shown } from './view.ts';
import { dayWords, say, words } from './words.ts';

/** The shown day, everything known now and this ledger's state: what a link must name to show the same for ever. */
export const lastingState = ({ state, on, stamp }: Shown): State => ({
  ...{ ...state, on, seq: stamp.seq },
  asOf: state.asOf ?? new Date().toISOString(),
});

export const lastingLink = (shown: Shown): string => `${location.origin}/${formatAddress(lastingState(shown))}`;

/** The same view in a frame: the map and its legend only. */
export const embedCode = (page: Page, shown: Shown): string => {
  const { world } = page;
  const frame = document.createElement('iframe');
  const title = say(words().embed.title, { theatre: world.theatre.title, day: dayWords(shown.on) });
  frame.setAttribute('src', `${location.origin}/embed${formatAddress({ ...lastingState(shown), view: 'map' })}`);
  for (const [name, value] of Object.entries({
    title,
    width: '100%',
    height: '560',
    frameborder: '0',
    loading: 'lazy',
  }))
    frame.setAttribute(name, value);
  return frame.outerHTML;
};

const fileLink = (
  name: string,
  path: string,
  { shown, more }: { shown: Shown; more: Readonly<Record<string, string | null>> },
) => {
  const { on, asOf, seq } = lastingState(shown);
  const query = new URLSearchParams({ on: on ?? '', asOf: asOf ?? '', seq: String(seq) });
  for (const [key, value] of Object.entries(more)) if (value !== null) query.set(key, value);
  return make('a', { class: 'button', href: `${path}?${query}`, download: true }, name);
};

/** Words to copy, which can be chosen by hand where the browser does not let us. */
const toCopy = (page: Page, id: string, [label, text]: readonly [string, string]): HTMLElement => {
  const { share } = words();
  const area = make('textarea', { id, readonly: true, rows: id === 'share-embed' ? 4 : 2, dir: 'ltr' }, text);
  const copy = button(share.copy, { 'aria-describedby': `${id}-label` }, () => {
    navigator.clipboard.writeText(text).then(
      () => page.say(share.copied),
      () => page.say(share.notCopied),
    );
  });
  return make('div', { class: 'to-copy' }, make('label', { for: id, id: `${id}-label` }, label), area, copy);
};

const content = (page: Page, shown: Shown): readonly Child[] => {
  const { share } = words();
  const { place, lang, box, with: other, withAsOf } = shown.state;
  const look = { theme: themeNow(), lang, place, with: other, withAsOf, box: box === null ? null : formatBox(box) };
  return [
    make('h2', { id: 'share-title' }, share.title),
    make(
      'p',
      { class: 'share-files' },
      fileLink(share.png, '/api/map.png', { shown, more: look }),
      fileLink(share.svg, '/api/map.svg', { shown, more: look }),
      fileLink(share.csv, '/api/control.csv', { shown, more: {} }),
      button(share.print, {}, () => print()),
    ),
    toCopy(page, 'share-link', [share.link, lastingLink(shown)]),
    toCopy(page, 'share-embed', [share.embed, embedCode(page, shown)]),
  ];
};

const open = (page: Page, shown: Shown): void => {
  const close = make('button', { type: 'submit' }, words().share.close);
  const sheet = make(
    'dialog',
    { id: 'share-sheet', class: 'sheet', 'aria-labelledby': 'share-title' },
    ...content(page, shown),
    make('form', { method: 'dialog' }, close),
  ) as HTMLDialogElement;
  sheet.addEventListener('close', () => sheet.remove());
  document.body.append(sheet);
  sheet.showModal();
  close.focus();
};

export const listenForShare = (page: Page, latest: () => Shown | null): void =>
  part('open-share').addEventListener('click', () => {
    const shown = latest();
    if (shown !== null && document.querySelector('#share-sheet') === null) open(page, shown);
  });
