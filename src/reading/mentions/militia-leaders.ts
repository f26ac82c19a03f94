// "X, who leads 150 local volunteers", "a leader of the town's resistance": whoever leads such men is one of them.
import { kept } from '../../model/keep.ts';
import type { Lexicon } from '../../model/lexicon.ts';

const pattern = kept(
  (lexicon: Lexicon) =>
    new RegExp(
      `\\b(?:${lexicon.list('leadingForms').join('|')})\\b[^,]*\\b(?:${lexicon.list('militiaNouns').join('|')})\\b`,
      'i',
    ),
);

/** True of words that name who leads a militia, and not who is led. */
export const leadsMilitia = (words: string, lexicon: Lexicon): boolean => pattern(lexicon).test(words);
