import type { Pass } from './marks.ts';

export const dropBackground: Pass = (draft) => draft;
