// The fields above a list. What is chosen stands in the address; a change there draws the page anew.
import { type Child, make } from '../elements.ts';
import { pageWords } from './page-words.ts';
import type { Visit } from './visit.ts';

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type: 'search' | 'date' | 'choice';
  readonly value: string | null;
  /** Of a choice; the first is for none. */
  readonly options?: readonly (readonly [value: string, words: string])[];
}

const optionsOf = ({ options = [], value }: Field): readonly HTMLElement[] =>
  options.map(([each, told]) => make('option', { value: each, selected: each === (value ?? '') }, told));

const inputOf = (field: Field): HTMLElement => {
  const id = `filter-${field.name}`;
  if (field.type === 'choice') return make('select', { id, name: field.name }, ...optionsOf(field));
  return make('input', { id, name: field.name, type: field.type, value: field.value ?? '', autocomplete: 'off' });
};

const draw = (field: Field): HTMLElement =>
  make(
    'p',
    { class: `field of-${field.type}` },
    make('label', { for: `filter-${field.name}` }, field.label),
    inputOf(field),
  );

/** `besides` stands at the end of the row. Any change begins at the list's first page. */
export const drawFilters = (visit: Visit, fields: readonly Field[], ...besides: readonly Child[]): HTMLElement => {
  const form = make(
    'form',
    { class: 'filters', role: 'search', 'aria-label': pageWords().frame.filters },
    ...fields.map(draw),
    ...besides,
  ) as HTMLFormElement;
  const read = (): void => {
    const given = new FormData(form);
    const chosen = fields.map(({ name }) => [name, String(given.get(name) ?? '').trim() || null] as const);
    visit.go({ ...Object.fromEntries(chosen), cursor: null });
  };
  form.addEventListener('change', read);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    read();
  });
  return form;
};
