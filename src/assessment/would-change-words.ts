// The sentences of what would change an answer: the words that would do it, and what the answer would then be.
import type { Day } from '../model/time.ts';
import type { Ground } from './ground.ts';
import type { Verdict } from './verdict.ts';
import { sideName } from './voice-names.ts';

export type Outcome = Pick<Verdict, 'status' | 'holder'>;

const outcomeWords = (ground: Ground, { status, holder }: Outcome): string => {
  const name = sideName(ground, holder);
  switch (status) {
    case 'confirmed':
      return `confirmed for ${name}`;
    case 'claimed':
      return `claimed by ${name}`;
    case 'threatened':
      return `threatened, with ${name} still there`;
    case 'disputed':
    case 'contested':
      return status;
    case 'undetermined':
      return holder === null || holder === 'none' ? status : `${status}, last held by ${name}`;
  }
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Any of the causes would do. */
export const sentenceOf = (ground: Ground, causes: readonly string[], outcome: Outcome): string =>
  `${capital(causes.join(', or '))}${causes.length > 1 ? ',' : ''} would make it ${outcomeWords(ground, outcome)}.`;

export const silenceSentence = (ground: Ground, outcome: Outcome, from: Day): string =>
  `If nobody speaks of it again, from ${from} on it will be ${outcomeWords(ground, outcome)}.`;

export const NOTHING_WOULD =
  'Nothing that was tried would change it: no third party, admission, denial or claim said of that day.';
