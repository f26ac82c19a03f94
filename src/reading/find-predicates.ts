import type { Pass } from './marks.ts';

export const findPredicates: Pass = (draft) => draft;
