// Drop a report in: pasted words, a file or an address, read first, recorded only when a person says so.
import { button, make } from './elements.ts';
import { type Desk, makeAct } from './review-act.ts';
import { areaField, type Field, orNull, textField } from './review-form.ts';
import { drawRead } from './review-read.ts';
import { reviewWords } from './review-words.ts';

const MOST_BYTES = 2_000_000;

interface Chosen {
  readonly file: string;
  readonly base64: string;
}

/** In pieces, since a whole file is too many arguments at once. */
const toBase64 = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
};

const readFile = async (file: File): Promise<Chosen | string> => {
  if (file.size > MOST_BYTES) return reviewWords().drop.tooLarge;
  return { file: file.name, base64: toBase64(new Uint8Array(await file.arrayBuffer())) };
};

const makeFields = () => ({
  text: areaField(reviewWords().drop.text, '', 8),
  published: textField(reviewWords().drop.published, '', { type: 'date' }),
  outlet: textField(reviewWords().drop.outlet, '', { maxlength: '300' }),
  url: textField(reviewWords().drop.url, '', { type: 'url', placeholder: 'https://…' }),
});

type Fields = ReturnType<typeof makeFields>;

const hasWords = (fields: Fields): boolean => fields.text.value().trim() !== '';

/** A file that is chosen takes the place of pasted words; an address without either is fetched by the server. */
const bodyOf = (fields: Fields, chosen: Chosen | null) => ({
  ...(chosen ?? (hasWords(fields) ? { text: fields.text.value() } : {})),
  published: orNull(fields.published.value()),
  outlet: orNull(fields.outlet.value()),
  url: orNull(fields.url.value()),
});

const makeFilePart = (choose: (file: File) => void): Field<string> => {
  const input = make('input', {
    type: 'file',
    id: 'drop-file',
    accept: '.txt,.html,.htm,text/plain,text/html',
  }) as HTMLInputElement;
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file !== undefined) choose(file);
  });
  const element = make('p', { class: 'field' }, make('label', { for: 'drop-file' }, reviewWords().drop.file), input);
  return { element, value: () => input.value, focus: () => input.focus() };
};

const listenForDrops = (section: HTMLElement, choose: (file: File) => void): void => {
  const over = (isOver: boolean) => (event: DragEvent) => {
    event.preventDefault();
    section.classList.toggle('over', isOver);
  };
  section.addEventListener('dragover', over(true));
  section.addEventListener('dragleave', over(false));
  section.addEventListener('drop', (event) => {
    over(false)(event);
    const [file] = event.dataTransfer?.files ?? [];
    if (file !== undefined) choose(file);
  });
};

interface Parts {
  readonly fields: ReturnType<typeof makeFields>;
  readonly told: HTMLElement;
  readonly below: HTMLElement;
}

/** What was read stands below the fields until one of them changes. */
const makeReading = (desk: Desk, { fields, told, below }: Parts) => {
  let chosen: Chosen | null = null;
  const read = (): void => {
    const isEmpty = chosen === null && !hasWords(fields) && fields.url.value().trim() === '';
    told.replaceChildren(isEmpty ? reviewWords().drop.nothing : reviewWords().drop.nothingYet);
    if (isEmpty) return;
    const body = bodyOf(fields, chosen);
    const write = () => ({ path: '/api/reports', body });
    const form = {
      title: reviewWords().drop.record,
      saveWords: reviewWords().drop.record,
      fields: [],
      write,
      show: drawRead,
    };
    const act = makeAct(desk, form, () => below.replaceChildren());
    below.replaceChildren(act.element);
    act.focus();
  };
  const choose = async (file: File): Promise<void> => {
    const found = await readFile(file);
    chosen = typeof found === 'string' ? null : found;
    told.replaceChildren(typeof found === 'string' ? found : found.file);
    if (chosen !== null) read();
  };
  const forget = (): void => {
    chosen = null;
  };
  const take = (file: File): void => {
    choose(file).catch((error: unknown) => {
      console.error(error);
      told.replaceChildren(reviewWords().drop.unreadable);
    });
  };
  return { read, choose: take, forget };
};

export const drawDrop = (desk: Desk): HTMLElement => {
  const fields = makeFields();
  const told = make('p', { class: 'meant', role: 'status' });
  const below = make('div', {});
  const { read, choose, forget } = makeReading(desk, { fields, told, below });
  // Words that are typed are meant instead of a file chosen before.
  fields.text.element.addEventListener('input', forget);
  const form = make(
    'div',
    { class: 'fields' },
    fields.text.element,
    makeFilePart(choose).element,
    ...[fields.published, fields.outlet, fields.url].map(({ element }) => element),
  );
  form.addEventListener('input', () => below.replaceChildren());
  const section = make(
    'section',
    { class: 'drop', 'aria-label': reviewWords().drop.head },
    make('h3', {}, reviewWords().drop.head),
    make('p', { class: 'source' }, reviewWords().drop.dropHere),
    form,
    told,
    make('p', {}, button(reviewWords().drop.read, { class: 'save' }, read)),
    below,
  );
  listenForDrops(section, choose);
  return section;
};
