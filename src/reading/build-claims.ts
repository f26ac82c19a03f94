import type { Pass } from './marks.ts';

export const buildClaims: Pass = (draft) => draft;
