// "A judge SIDED WITH the union, saying that A": a verb that no list has, told by its form, still has a subject.
// Invariant: asked only where the sentence has no verb that is known before the one of saying.
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { isIn, isInAny, wordAt } from '../words/view-sentence.ts';
import { sourceBefore } from './source-before.ts';

/** Who does what the sentence's own verb tells; null where no word looks like one. */
export const unlistedSubject = (parse: Parse, { from: verb }: VerbGroup): readonly [number, number] | null => {
  const { view } = parse;
  const isPast = (i: number): boolean =>
    /^\p{Ll}{3,}ed$/u.test(view.tokens[i]?.text ?? '') &&
    view.tokens[i]?.quoted !== true &&
    (isInAny(view, ['prepositions', 'determiners', 'possessives', 'conjunctions', 'objectPronouns'], i + 1) ||
      view.tokens[i + 1]?.type === 'mark');
  const behindWord = (i: number): boolean =>
    view.tokens[i - 1]?.type === 'word' && !isInAny(view, ['determiners', 'prepositions', 'be', 'have'], i - 1);
  // "Hale, DESPITE ALL ADVICE, DEVIATED from his text and said": an aside may stand between.
  const behindAside = (i: number): boolean => {
    const source = sourceBefore(parse, i);
    return wordAt(view, i - 1) === ',' && source.from < source.to && source.head < i - 1;
  };
  const at = view.tokens.findIndex((_, i) => i > 0 && i < verb - 1 && isPast(i) && (behindWord(i) || behindAside(i)));
  if (at < 0 || isIn(view, 'relatives', at - 1)) return null;
  const { from, to, head, aside } = sourceBefore(parse, at);
  return from < to ? [from, aside ? head : to] : null;
};
