// The review in the panel: who is signed in, what to look at, a report dropped in, the log. Loaded when it is opened.
import { ask } from './answers.ts';
import { drawDrop } from './drop-report.ts';
import { button, make, part } from './elements.ts';
import { isTyping, lettersAreOn } from './keys.ts';
import type { Desk } from './review-act.ts';
import { type ClaimRow, type Done, type LogAnswer, loadSession, type QueueAnswer, type Session } from './review-api.ts';
import { type ItemList, type Listed, makeItems } from './review-items.ts';
import { drawLog } from './review-log.ts';
import { drawSession } from './review-session.ts';
import { ACT_KEYS, ACT_NAMES, reviewWords, speakReview } from './review-words.ts';
import { showTrouble } from './trouble.ts';
import { type Page, SHOWN } from './view.ts';
import { dayOf } from './world.ts';

export interface Opening {
  readonly page: Page;
  /** The map is asked for again. */
  readonly refresh: () => Promise<void>;
  readonly close: () => void;
}

type Tab = keyof ReturnType<typeof reviewWords>['tabs'];

const listed = (item: QueueAnswer): Listed => ({ ...item, cells: item.moves });

const claimItem = ({ report, ...claim }: ClaimRow): Listed => ({
  ...{ kind: 'claim', subject: claim.id, answered: null, against: null, place: null, family: null, taken: null },
  ...{ claim: { ...claim, report: { id: report.id } }, question: null, cells: [] },
});

class ReviewPanel {
  readonly #opening: Opening;
  readonly #body = make('div', { class: 'review-body', id: 'review-body', role: 'tabpanel', tabindex: -1 });
  readonly #said = make('output', { class: 'said' });
  readonly #session: Session;
  #tab: Tab;
  #items: ItemList | null = null;
  #turn = 0;
  /** What the shown list is of. */
  #about = '';

  constructor(opening: Opening, session: Session, tab: Tab) {
    this.#opening = opening;
    this.#session = session;
    this.#tab = tab;
  }

  get #desk(): Desk {
    return { page: this.#opening.page, session: this.#session, saved: (done) => this.#saved(done) };
  }

  async #saved({ state, says }: Done): Promise<void> {
    this.#said.replaceChildren(`${reviewWords().saved[state]} ${says}`);
    await Promise.all([this.#opening.refresh(), this.#fill()]);
    this.#body.focus();
  }

  async #queue(): Promise<HTMLElement> {
    const { page } = this.#opening;
    const on = dayOf(page.state(), page.world);
    const { data } = await ask<readonly QueueAnswer[]>('/api/review/queue', { on, limit: 50 });
    return this.#list(data.map(listed), reviewWords().queueEmpty);
  }

  async #place(): Promise<HTMLElement> {
    const { place } = this.#opening.page.state();
    if (place === null) return make('p', { class: 'empty' }, reviewWords().placeNone);
    const { data } = await ask<readonly ClaimRow[]>('/api/claims', { place, limit: 100 });
    return this.#list(data.filter(({ retracted }) => !retracted).map(claimItem), reviewWords().placeEmpty);
  }

  #list(items: readonly Listed[], empty: string): HTMLElement {
    if (items.length === 0) return make('p', { class: 'empty' }, empty);
    this.#items = makeItems(this.#desk, items);
    return make('div', {}, make('p', { class: 'source keys' }, reviewWords().keys), this.#items.element);
  }

  async #log(): Promise<HTMLElement> {
    return drawLog(this.#desk, (await ask<LogAnswer>('/api/review/log')).data);
  }

  #content(): Promise<HTMLElement> {
    if (this.#tab === 'queue') return this.#queue();
    if (this.#tab === 'place') return this.#place();
    return this.#tab === 'log' ? this.#log() : Promise.resolve(drawDrop(this.#desk));
  }

  /** The queue is of a day, the claims of a place; the other two are of neither. */
  #subject(): string {
    const state = this.#opening.page.state();
    if (this.#tab === 'queue') return `queue ${dayOf(state, this.#opening.page.world)}`;
    return this.#tab === 'place' ? `place ${state.place}` : this.#tab;
  }

  /** Another day or place is shown; a form that is open is not taken away. */
  follow(): void {
    if (part('review').hidden || this.#about === this.#subject() || this.#body.querySelector('form.act') !== null)
      return;
    this.#fill().catch((error: unknown) => showTrouble(error, null));
  }

  async #fill(): Promise<void> {
    this.#about = this.#subject();
    this.#turn += 1;
    const mine = this.#turn;
    this.#items = null;
    this.#body.replaceChildren(make('p', { class: 'empty' }, reviewWords().loading));
    const content = await this.#content();
    if (mine === this.#turn) this.#body.replaceChildren(content);
  }

  #tabs(): HTMLElement {
    const names = (Object.keys(reviewWords().tabs) as Tab[]).filter(
      (tab) => tab !== 'drop' || this.#session.account !== null,
    );
    const tabs = names.map((tab) => {
      const isShown = tab === this.#tab;
      const attributes = {
        role: 'tab',
        'aria-selected': String(isShown),
        'aria-controls': 'review-body',
        'data-tab': tab,
      };
      return button(reviewWords().tabs[tab], attributes, () => {
        this.#tab = tab;
        for (const each of tabs) each.setAttribute('aria-selected', String(each.dataset.tab === tab));
        this.#said.replaceChildren();
        this.#fill().catch((error: unknown) => showTrouble(error, null));
      });
    });
    const list = make('div', { class: 'tabs', role: 'tablist', 'aria-label': reviewWords().title }, ...tabs);
    list.addEventListener('keydown', ({ key }) => {
      const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
      const at = tabs.indexOf(document.activeElement as HTMLElement);
      if (step !== 0 && at >= 0) tabs.at((at + step) % tabs.length)?.focus();
    });
    return list;
  }

  async draw(changed: (session: Session) => void): Promise<void> {
    const title = make('h2', { id: 'review-title', tabindex: -1 }, reviewWords().title);
    part('review').replaceChildren(
      make('div', { class: 'panel-tools' }, button(reviewWords().close, { class: 'link' }, this.#opening.close)),
      title,
      drawSession(this.#session, changed),
      this.#tabs(),
      this.#said,
      this.#body,
    );
    title.focus();
    await this.#fill();
  }

  /** False where the key means nothing here. */
  press(key: string): boolean {
    if (this.#items === null) return false;
    if (key === 'j' || key === 'k') this.#items.move(key === 'j' ? 1 : -1);
    const act = ACT_NAMES.find((name) => ACT_KEYS[name] === key);
    if (act !== undefined) this.#items.act(act);
    return key === 'j' || key === 'k' || act !== undefined;
  }
}

let shown: ReviewPanel | null = null;
let isListening = false;

/** Before the page's own keys, of which some are the same letters; only while the review is open and nobody types. */
const listen = (): void => {
  if (isListening) return;
  isListening = true;
  const press = (event: KeyboardEvent): void => {
    if (part('review').hidden || event.ctrlKey || event.altKey || event.metaKey) return;
    if (isTyping(event.target) || !lettersAreOn()) return;
    if (shown?.press(event.key) !== true) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener('keydown', press, { capture: true });
  document.addEventListener(SHOWN, () => shown?.follow());
};

export const openReview = async (opening: Opening): Promise<void> => {
  listen();
  await speakReview(opening.page.state().lang);
  const show = async (session: Session, tab: Tab): Promise<void> => {
    shown = new ReviewPanel(opening, session, tab);
    await shown.draw((next) => void show(next, 'queue').catch((error: unknown) => showTrouble(error, null)));
  };
  await show(await loadSession(), 'queue');
};
