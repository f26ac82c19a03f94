// The head of the review: who is signed in, or the way in. The password goes to the server and is kept nowhere.
import { AskProblem } from './answers.ts';
import { button, make } from './elements.ts';
import { type Session, signIn, signOut } from './review-api.ts';
import { textField } from './review-form.ts';
import { REVIEW, SAID } from './review-words.ts';

type Changed = (session: Session) => void;

const tellWrong = (wrong: HTMLElement) => (error: unknown) => {
  wrong.replaceChildren(error instanceof AskProblem ? error.message : SAID.broke);
  if (!(error instanceof AskProblem)) console.error(error);
};

const signInForm = (changed: Changed): HTMLElement => {
  const name = textField(REVIEW.name, '', { autocomplete: 'username', required: '' });
  const password = textField(REVIEW.password, '', {
    ...{ type: 'password', autocomplete: 'current-password', required: '' },
  });
  const wrong = make('p', { class: 'wrong', role: 'alert' });
  const form = make(
    'form',
    { class: 'sign-in', 'aria-label': REVIEW.signIn },
    make('p', {}, REVIEW.signInFirst),
    name.element,
    password.element,
    wrong,
    make('p', {}, make('button', { type: 'submit', class: 'save' }, REVIEW.signIn)),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    wrong.replaceChildren();
    signIn(name.value(), password.value()).then(changed, tellWrong(wrong));
  });
  return form;
};

export const drawSession = (session: Session, changed: Changed): HTMLElement => {
  if (!session.writable)
    return make('p', { class: 'read-only' }, `${REVIEW.readOnly} `, make('code', {}, REVIEW.readOnlyHow));
  if (session.account === null) return signInForm(changed);
  const { name, role } = session.account;
  const wrong = make('span', { class: 'wrong', role: 'alert' });
  return make(
    'div',
    { class: 'signed-in' },
    make('p', {}, make('strong', {}, name), ` · ${REVIEW.roles[role]}`),
    button(REVIEW.signOut, { class: 'link' }, () => {
      signOut(session).then(changed, tellWrong(wrong));
    }),
    make('p', { class: 'source' }, session.twoPersons ? REVIEW.twoPersons : REVIEW.onePerson),
    wrong,
  );
};
