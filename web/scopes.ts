// Words from attributes and answers, checked against the model's closed lists; and what a scope is called.
import { capital } from '../src/drawing/words.ts';
import { SCOPES, type Scope } from '../src/model/claim.ts';
import { words } from './words.ts';

export const isScope = (word: string | undefined): word is Scope => SCOPES.some((scope) => scope === word);

/** "District centre · Northmark": what of the place is meant, and where it lies. */
export const scopeWords = (scope: Scope): string => capital(words().scope[scope]);
