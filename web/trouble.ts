// What went wrong, in words for people: what, what still holds, what to do.
import type { Day } from '../src/model/time.ts';
import { AskProblem } from './answers.ts';
import { make, part } from './elements.ts';
import { dayWords, say, words } from './words.ts';

export const troubleWords = (error: unknown): string =>
  error instanceof AskProblem ? error.message : words().frame.broke;

/** `shown`: the day that the page still shows as it was loaded before. */
export const showTrouble = (error: unknown, shown: { readonly on: Day } | null): void => {
  const { frame } = words();
  const holds = shown === null ? '' : ` ${say(frame.holds, { day: dayWords(shown.on) })}`;
  part('trouble').replaceChildren(make('p', {}, `${troubleWords(error)}${holds} ${frame.again}`));
  part('trouble').hidden = false;
  if (!(error instanceof AskProblem)) console.error(error);
};
