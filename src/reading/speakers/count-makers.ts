// "A tally by X", "statistics collected by X", "figures from X": whose numbers they are is who speaks.
// Invariant: what is left is the maker's own words; a count without a maker stays as it is.
import type { Lexicon } from '../../model/lexicon.ts';

const patterns = new WeakMap<Lexicon, RegExp>();

const patternOf = (lexicon: Lexicon): RegExp => {
  const any = (list: string): string => lexicon.list(list).join('|');
  const known =
    patterns.get(lexicon) ??
    new RegExp(
      `^(?:\\S+ ){0,3}?(?:${any('countNouns')})(?: (?:${any('countMakers')}))? (?:${any('countOwners')}) (?=\\S)`,
      'i',
    );
  patterns.set(lexicon, known);
  return known;
};

/** The maker of a count, from the words for both. */
export const makerOf = (words: string, lexicon: Lexicon): string => words.replace(patternOf(lexicon), '');
