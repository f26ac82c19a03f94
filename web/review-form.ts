// Fields of a form with their labels, and what a person put in them. Words only; nothing is sent here.
import { make } from './elements.ts';

let count = 0;
const newId = (): string => {
  count += 1;
  return `review-field-${count}`;
};

const labelled = (words: string, control: HTMLElement): HTMLElement => {
  control.id ||= newId();
  return make('p', { class: 'field' }, make('label', { for: control.id }, words), control);
};

export interface Field<V> {
  readonly element: HTMLElement;
  value(): V;
  focus(): void;
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const fieldOf = (words: string, control: Control): Field<string> => ({
  element: labelled(words, control),
  value: () => control.value.trim(),
  focus: () => control.focus(),
});

export const textField = (
  words: string,
  value = '',
  attributes: Readonly<Record<string, string>> = {},
): Field<string> => {
  const input = make('input', { type: 'text', autocomplete: 'off', ...attributes }) as HTMLInputElement;
  input.value = value;
  return fieldOf(words, input);
};

export const areaField = (words: string, value: string, rows: number): Field<string> => {
  const area = make('textarea', { rows }) as HTMLTextAreaElement;
  area.value = value;
  return fieldOf(words, area);
};

export type Option = readonly [value: string, words: string];

export const choiceField = (words: string, options: readonly Option[], value: string): Field<string> => {
  const select = make(
    'select',
    {},
    ...options.map(([id, name]) => make('option', { value: id }, name)),
  ) as HTMLSelectElement;
  select.value = value;
  return fieldOf(words, select);
};

export const checkField = (words: string, value: boolean): Field<boolean> => {
  const input = make('input', { type: 'checkbox', id: newId() }) as HTMLInputElement;
  input.checked = value;
  return {
    element: make('p', { class: 'field check' }, input, make('label', { for: input.id }, words)),
    value: () => input.checked,
    focus: () => input.focus(),
  };
};

/** Null for nothing put in. */
export const orNull = (text: string): string | null => (text === '' ? null : text);
