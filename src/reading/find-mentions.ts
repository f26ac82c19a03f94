import type { Pass } from './marks.ts';

export const findMentions: Pass = (draft) => draft;
