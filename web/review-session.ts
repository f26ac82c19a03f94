// The head of the review: who is signed in, or the way in. The password goes to the server and is kept nowhere.
import { AskProblem } from './answers.ts';
import { button, make } from './elements.ts';
import { type Session, signIn, signOut } from './review-api.ts';
import { textField } from './review-form.ts';
import { reviewWords } from './review-words.ts';

type Changed = (session: Session) => void;

const tellWrong = (wrong: HTMLElement) => (error: unknown) => {
  wrong.replaceChildren(error instanceof AskProblem ? error.message : reviewWords().said.broke);
  if (!(error instanceof AskProblem)) console.error(error);
};

const signInForm = (changed: Changed): HTMLElement => {
  const name = textField(reviewWords().name, '', { autocomplete: 'username', required: '' });
  const password = textField(reviewWords().password, '', {
    ...{ type: 'password', autocomplete: 'current-password', required: '' },
  });
  const wrong = make('p', { class: 'wrong', role: 'alert' });
  const form = make(
    'form',
    { class: 'sign-in', 'aria-label': reviewWords().signIn },
    make('p', {}, reviewWords().signInFirst),
    name.element,
    password.element,
    wrong,
    make('p', {}, make('button', { type: 'submit', class: 'save' }, reviewWords().signIn)),
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
    return make('p', { class: 'read-only' }, `${reviewWords().readOnly} `, make('code', {}, reviewWords().readOnlyHow));
  if (session.account === null) return signInForm(changed);
  const { name, role } = session.account;
  const wrong = make('span', { class: 'wrong', role: 'alert' });
  return make(
    'div',
    { class: 'signed-in' },
    make('p', {}, make('strong', {}, name), ` · ${reviewWords().roles[role]}`),
    button(reviewWords().signOut, { class: 'link' }, () => {
      signOut(session).then(changed, tellWrong(wrong));
    }),
    make('p', { class: 'source' }, session.twoPersons ? reviewWords().twoPersons : reviewWords().onePerson),
    wrong,
  );
};
