// An incident in words: its type, and how many were killed by whose word.
import type { Incident } from '../../src/model/claim.ts';
import { say } from '../words.ts';
import { pageWords } from './page-words.ts';

type Range = { readonly low: number; readonly high: number };

/** "7", "7 to 9" */
export const rangeWords = ({ low, high }: Range): string =>
  low === high ? say('{n}', { n: low }) : say(pageWords().incidents.range, { low, high });

export const typeWords = ({ type, subtype }: Pick<Incident, 'type' | 'subtype'>): string => {
  const types: Readonly<Record<string, string>> = pageWords().incidents.types;
  return subtype === null ? (types[type] ?? type) : subtype;
};

/** "7 to 9 killed" */
export const fatalityWords = ({ fatalities }: { readonly fatalities: Range | null }): string =>
  fatalities === null
    ? pageWords().incidents.notTold
    : say(pageWords().incidents.killed, { n: rangeWords(fatalities) });
