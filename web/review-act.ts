// One act before it is saved: its fields, what it would change, the reason. Nothing is saved that was not looked at first.
import { AskProblem } from './answers.ts';
import { button, make } from './elements.ts';
import { type Done, newKey, type Session, type Supposed, save, suppose, type Writing } from './review-api.ts';
import { type Field, textField } from './review-form.ts';
import { drawTurns } from './review-turns.ts';
import { reviewWords } from './review-words.ts';
import type { Page } from './view.ts';
import { say } from './words.ts';
import { dayOf, type World } from './world.ts';

export interface Desk {
  readonly page: Page;
  readonly session: Session;
  /** The act is saved: everything that is shown is asked for again. */
  readonly saved: (done: Done) => Promise<void>;
}

export interface ActForm {
  readonly title: string;
  readonly saveWords?: string;
  readonly fields: readonly Field<string | boolean>[];
  /** What the fields ask for; a sentence where they are not complete. */
  readonly write: () => Writing | string;
  /** More to show of what was supposed, such as what was read. */
  readonly show?: (supposed: Supposed, world: World) => HTMLElement;
}

const wordsOf = (error: unknown): string => {
  if (error instanceof AskProblem) return error.message;
  console.error(error);
  return reviewWords().said.broke;
};

const waitWords = ({ waits, request }: Supposed): string =>
  waits && request === null ? reviewWords().waits : reviewWords().atOnce;

/** Looks what the act would change, and shows the last answer alone. */
const makeLook = ({ page, session }: Desk, act: ActForm, shown: HTMLElement) => {
  let turn = 0;
  const show = (...parts: readonly (HTMLElement | string)[]): void => shown.replaceChildren(...parts);
  return async (): Promise<boolean> => {
    turn += 1;
    const mine = turn;
    const writing = act.write();
    if (typeof writing === 'string') {
      show(make('p', { class: 'empty' }, writing));
      return false;
    }
    show(make('p', { class: 'empty' }, reviewWords().looking));
    try {
      const on = dayOf(page.state(), page.world);
      const supposed = await suppose({ ...writing, body: { ...writing.body, on } }, session);
      if (mine !== turn) return false;
      const more = act.show === undefined ? [] : [act.show(supposed, page.world)];
      const says = supposed.changed ? say(reviewWords().toBeWritten, { says: supposed.says }) : supposed.says;
      show(make('p', {}, says), ...more, drawTurns(supposed.turns, page.world));
      if (supposed.changed) shown.append(make('p', { class: 'waits' }, waitWords(supposed)));
      return supposed.changed;
    } catch (error) {
      if (mine === turn) show(make('p', { class: 'wrong' }, wordsOf(error)));
      return false;
    }
  };
};

const saving = async (desk: Desk, act: ActForm, { reason, key }: { reason: string; key: string }): Promise<void> => {
  const writing = act.write();
  if (typeof writing === 'string') throw new AskProblem(writing);
  const on = dayOf(desk.page.state(), desk.page.world);
  await desk.saved(await save({ ...writing, body: { ...writing.body, reason, on } }, desk.session, key));
};

export interface OpenAct {
  readonly element: HTMLElement;
  focus(): void;
}

/** The form of one act. `close` takes it away without saving. */
export const makeAct = (desk: Desk, act: ActForm, close: () => void): OpenAct => {
  const shown = make('output', { class: 'supposed' });
  const reason = textField(reviewWords().reason, '', { required: '', maxlength: '2000' });
  const submit = make('button', { type: 'submit', class: 'save', disabled: true }, act.saveWords ?? reviewWords().save);
  const wrong = make('p', { class: 'wrong', role: 'alert' });
  const look = makeLook(desk, act, shown);
  let key = newKey();
  const lookAgain = async (): Promise<void> => {
    key = newKey();
    submit.toggleAttribute('disabled', true);
    submit.toggleAttribute('disabled', !(await look()));
  };
  const fields = make('div', { class: 'fields' }, ...act.fields.map(({ element }) => element));
  fields.addEventListener('change', () => void lookAgain());
  const form = make(
    'form',
    { class: 'act', 'aria-label': act.title },
    make('p', { class: 'act-title' }, act.title),
    fields,
    shown,
    reason.element,
    wrong,
    make('p', { class: 'act-buttons' }, submit, button(reviewWords().cancel, {}, close)),
  );
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    // The page's own Escape closes the place.
    event.stopPropagation();
    close();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (submit.hasAttribute('disabled')) return;
    submit.toggleAttribute('disabled', true);
    wrong.replaceChildren();
    saving(desk, act, { reason: reason.value(), key }).catch((error: unknown) => {
      submit.toggleAttribute('disabled', false);
      wrong.replaceChildren(wordsOf(error));
    });
  });
  void lookAgain();
  return { element: form, focus: () => (act.fields[0] ?? reason).focus() };
};
