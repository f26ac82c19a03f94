// The button that opens the review in the panel. What it shows is loaded only then.
import { part } from './elements.ts';
import { showTrouble } from './trouble.ts';
import type { Page } from './view.ts';

export const listenForReview = (page: Page, refresh: () => Promise<void>): void => {
  const [button, panel, review] = [part('open-review'), part('panel'), part('review')];
  const show = (isOpen: boolean): void => {
    review.hidden = !isOpen;
    panel.classList.toggle('reviewing', isOpen);
    button.setAttribute('aria-expanded', String(isOpen));
  };
  const close = (): void => {
    show(false);
    button.focus();
  };
  const open = async (): Promise<void> => {
    const { openReview } = await import('./review.ts');
    show(true);
    await openReview({ page, refresh, close });
  };
  button.addEventListener('click', () => {
    if (!review.hidden) return close();
    open().catch((error: unknown) => showTrouble(error, null));
  });
};
