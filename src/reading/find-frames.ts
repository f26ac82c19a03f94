import type { Pass } from './marks.ts';

export const findFrames: Pass = (draft) => draft;
