// Keeps the focus where a person had it when a page is drawn anew: in the same field, at the same letter.

interface Focused {
  readonly id: string;
  readonly at: number | null;
}

export const takeFocus = (): Focused | null => {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || active.id === '') return null;
  const isText = active instanceof HTMLInputElement && ['search', 'text'].includes(active.type);
  return { id: active.id, at: isText ? active.selectionStart : null };
};

export const restoreFocus = (focused: Focused | null): void => {
  const element = focused === null ? null : document.getElementById(focused.id);
  if (focused === null || element === null || element === document.activeElement) return;
  element.focus({ preventScroll: true });
  if (element instanceof HTMLInputElement && focused.at !== null) element.setSelectionRange(focused.at, focused.at);
};
