// As known when, in words: everything, or the shown day seen from its own end, a day later, a week later.
import { addDays, type Day } from '../src/model/time.ts';
import { make } from './elements.ts';
import { knownWords } from './headline.ts';
import { words } from './words.ts';

const CHOICES = ['all', 'day', 'next', 'week'] as const;
type Choice = (typeof CHOICES)[number];
const LATER = { day: 0, next: 1, week: 7 } as const;

export const cutOf = (choice: Choice, on: Day): Day | null => (choice === 'all' ? null : addDays(on, LATER[choice]));

const OTHER = 'other';

export const makeKnownChoice = (choose: (asOf: Day | null) => void) => {
  const { strip } = words();
  const select = make('select', { 'aria-label': strip.knownUntil, class: 'known-choice' }) as HTMLSelectElement;
  let shown: Day | null = null;
  select.addEventListener('change', () => {
    const choice = CHOICES.find((each) => each === select.value);
    if (choice !== undefined && shown !== null) choose(cutOf(choice, shown));
  });
  return {
    element: select,
    show: (on: Day, asOf: string | null): void => {
      shown = on;
      const current = CHOICES.find((choice) => cutOf(choice, on) === asOf);
      const options = CHOICES.map((choice) => make('option', { value: choice }, strip.known[choice]));
      const other = current === undefined ? [make('option', { value: OTHER }, knownWords(asOf))] : [];
      select.replaceChildren(...options, ...other);
      select.value = current ?? OTHER;
    },
  };
};
