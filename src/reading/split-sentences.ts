import type { Pass } from './marks.ts';

export const splitSentences: Pass = (draft) => draft;
