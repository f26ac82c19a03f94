// "retook A in an offensive LAUNCHED TWO WEEKS AGO": the day on which what led to a deed began is not the deed's.
// Invariant: only behind the deed, and where the word for the beginning stands right behind the noun of what began.
import type { DateMark, Draft, Predicate, Token } from '../marks.ts';

/** Words between the beginning and its day: "launched MORE THAN two weeks ago". */
const NEAR = 3;

export const isOfLaunch = (
  { sentences, theatre: { lexicon } }: Draft,
  { start, relation }: DateMark,
  deed: Predicate,
): boolean => {
  if (relation !== 'on' || start <= deed.end) return false;
  const tokens: readonly Token[] = sentences[deed.sentence]?.tokens ?? [];
  const has = (list: string, at: number): boolean => lexicon.has(list, tokens[at]?.word ?? '');
  const day = tokens.findIndex((token) => token.start >= start);
  const begun = tokens.findLastIndex(
    (token, at) => at < day && at >= day - NEAR && token.start >= deed.end && has('begunForms', at),
  );
  if (begun < 0) return false;
  // "an offensive THAT began"
  const noun = begun - (has('relatives', begun - 1) ? 2 : 1);
  return has('begunNouns', noun) && (tokens[noun]?.start ?? 0) >= deed.end;
};
