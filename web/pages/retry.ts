// Trying a refused thing again, for who may write: the review's own form, which says first what it would change.
// Loaded where somebody is signed in, and not before.
import { button, make } from '../elements.ts';
import { type Desk, makeAct } from '../review-act.ts';
import type { Session } from '../review-api.ts';
import { drawRead } from '../review-read.ts';
import { reviewWords, speakReview } from '../review-words.ts';
import { parseAddress } from '../state.ts';
import { pageWords } from './page-words.ts';
import type { Visit } from './visit.ts';

/** What is done is said in the form's place, with a way to the list as it is then. */
const deskOf = (session: Session, { world, go, say, again }: Visit, place: HTMLElement): Desk => ({
  page: { world, say, go: () => go({}), state: () => parseAddress(location.search) },
  session,
  saved: async ({ state, says }) => {
    const told = `${reviewWords().saved[state]} ${says}`;
    const list = button(pageWords().refusals.listAgain, { class: 'link' }, again);
    place.replaceChildren(make('p', { tabindex: -1 }, `${told} `), list);
    list.focus();
    say(told);
  },
});

/** A button for each refusal, by its id. */
export const makeRetries = async (session: Session, visit: Visit): Promise<(id: string) => HTMLElement> => {
  await speakReview(visit.moment.lang);
  return (id) => {
    const place = make('div', { class: 'retry' });
    const { tryAgain } = pageWords().refusals;
    const offer = button(tryAgain, { 'data-retry': id }, () => {
      const path = `/api/refusals/${encodeURIComponent(id)}/retry`;
      const form = {
        title: tryAgain,
        saveWords: tryAgain,
        fields: [],
        write: () => ({ path, body: {} }),
        show: drawRead,
      };
      const desk = deskOf(session, visit, place);
      const act = makeAct(desk, form, () => {
        place.replaceChildren(offer);
        offer.focus();
      });
      place.replaceChildren(act.element);
      act.focus();
    });
    place.append(offer);
    return place;
  };
};
