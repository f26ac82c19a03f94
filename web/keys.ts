// Keys that work anywhere on the page. They never act while a person types, nor with Ctrl, Alt or Meta held.
// Invariant: single characters act only while they are switched on; voice and slips of the hand must not move the map.
import { keep, kept } from './kept.ts';

let letters = kept('letters') !== 'off';

export const lettersAreOn = (): boolean => letters;

/** For this visit, on every page. */
export const switchLetters = (on: boolean): void => {
  letters = on;
  keep('letters', on ? 'on' : 'off');
};

export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

export const listenForKeys = (keys: Readonly<Record<string, () => void>>): void => {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (isTyping(event.target) && event.key !== 'Escape') return;
    if (event.key.length === 1 && !lettersAreOn()) return;
    if (document.querySelector('dialog[open]') !== null) return;
    const act = keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
};
