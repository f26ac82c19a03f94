// Prisoners who go home by agreement, which is no jailbreak.
// Invariant: any word of the sentence that tells of terms will do.
import type { Parse } from '../clauses/parse.ts';

/** "freed 14 prisoners IN RETURN", "released them UNDER THE DEAL": no gate was broken. */
export const isByTerms = ({ view: { tokens, lexicon } }: Parse): boolean =>
  tokens.some(({ word }) => lexicon.has('exchangeWords', word));

/** "freed 14 soldiers IN EXCHANGE for nine men", "SWAPPED them". */
export const isSwap = ({ view: { tokens, lexicon } }: Parse): boolean =>
  tokens.some(({ word }) => lexicon.has('bodyExchanges', word));
