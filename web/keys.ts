// Keys that work anywhere on the page. They never act while a person types, nor with Ctrl, Alt or Meta held.
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

export const listenForKeys = (keys: Readonly<Record<string, () => void>>): void => {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (isTyping(event.target) && event.key !== 'Escape') return;
    const act = keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
};
