// Days that are part of a name: "the 27 March Brigade", "12 May Street". Such a day dates nothing.
import type { Span } from '../../model/text.ts';
import type { Draft } from '../marks.ts';
import { cutWords } from '../words/text-words.ts';

/** Characters of the longest words that end a name. */
const NAME = 32;

/** "the 27 March BRIGADE", "12 May STREET", "the April 6 Youth MOVEMENT": a day that is part of a name. */
export const isInName = ({ report, theatre }: Draft, { end, start: from }: Span, { start }: Span): boolean => {
  const [, next = ''] = /^((?:\s\p{Lu}\p{L}+){1,3})/u.exec(report.text.slice(start + end, start + end + NAME)) ?? [];
  const [first, ...more] = cutWords(next).words;
  const before = cutWords(report.text.slice(start, start + from)).words.at(-1) ?? '';
  const words = theatre.lexicon.has('definiteArticles', before) ? [first, ...more] : [first];
  return words.some((word) => ['groupNameWords', 'streetWords'].some((list) => theatre.lexicon.has(list, word ?? '')));
};
