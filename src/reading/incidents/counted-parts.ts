// Numbers that count some of those counted before: "five civilians, INCLUDING two women", "ONE OF THEM a commander".
// Invariant: who is one of those counted before adds nothing to them.

import type { Parse } from '../clauses/parse.ts';
import { isIn, type SentenceView, wordAt } from '../words/view-sentence.ts';
import type { Counted } from './count-people.ts';

export const isCasualty = (view: SentenceView, at: number): boolean =>
  isIn(view, 'deathWords', at) || isIn(view, 'injuryWords', at);

export const hasMark = ({ tokens }: SentenceView, from: number, to: number): boolean =>
  tokens.slice(from, to).some(({ type, word }) => type === 'mark' && !/^["“”'’-]$/.test(word));

/** "The gunmen, ONE OF THEM a commander, were killed": some of those who are told of before. */
const isOfThem = (view: SentenceView, { at, to }: Counted): boolean =>
  wordAt(view, at - 1) === ',' &&
  isIn(view, 'partLinks', to) &&
  isIn(view, 'memberPronouns', to + 1) &&
  !isIn(view, 'be', to + 2);

/** "the bodies of ten men, ONE WITH his hands tied": how one of those counted was found. */
const isToldOfOne = (view: SentenceView, { at, to }: Counted): boolean =>
  wordAt(view, at - 1) === ',' && isIn(view, 'withWords', to);

/** "killing six people, A NURSE SAID": who tells it. */
const isTeller = ({ view, verbAt }: Parse, { at, to }: Counted): boolean =>
  wordAt(view, at - 1) === ',' &&
  [to, to + 1, to + 2].some((i) => {
    const verb = hasMark(view, to, i) ? undefined : verbAt[i];
    return verb?.passive === false && verb.lemmas.some((lemma) => view.lexicon.has('reportingVerbs', lemma));
  });

/** "Five civilians, INCLUDING two women and a child, died": who is one of those counted before adds nothing. */
export const withoutParts = (parse: Parse, numbers: readonly Counted[]): readonly Counted[] => {
  const { view } = parse;
  const isPart = ({ at }: Counted): boolean => {
    const lead = view.tokens.findLastIndex((_, i) => i < at && isIn(view, 'lossParts', i));
    if (lead < 0 || !numbers.some(({ to }) => to <= lead)) return false;
    return !view.tokens.slice(lead, at).some((_, i) => isCasualty(view, lead + i) || wordAt(view, lead + i) === ',');
  };
  const isOfOthers = (number: Counted): boolean =>
    isPart(number) || isOfThem(view, number) || isTeller(parse, number) || isToldOfOne(view, number);
  return numbers.filter((number, i) => !isOfOthers(number) || (i === 0 && isToldOfOne(view, number)));
};
