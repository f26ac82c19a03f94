// Words from attributes and answers, checked against the model's closed lists; and what a scope is called.
import { SCOPES, type Scope } from '../src/model/claim.ts';

export const isScope = (word: string | undefined): word is Scope => SCOPES.some((scope) => scope === word);

/** "District centre · Northmark": what of the place is meant, and where it lies. */
export const scopeWords = (scope: Scope): string =>
  scope === 'district' || scope === 'centre' ? 'District centre' : scope.charAt(0).toUpperCase() + scope.slice(1);
