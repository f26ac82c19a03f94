// "A judge SIDED WITH the union, saying that A": a verb that no list has, told by its form, still has a subject.
// Invariant: asked only where the sentence has no verb that is known before the one of saying.
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { isIn, isInAny } from '../words/view-sentence.ts';
import { sourceBefore } from './source-before.ts';

/** Who does what the sentence's own verb tells; null where no word looks like one. */
export const unlistedSubject = (parse: Parse, { from: verb }: VerbGroup): readonly [number, number] | null => {
  const { view } = parse;
  const at = view.tokens.findIndex(
    ({ text, quoted }, i) =>
      i > 0 &&
      i < verb - 1 &&
      !quoted &&
      /^\p{Ll}{3,}ed$/u.test(text) &&
      view.tokens[i - 1]?.type === 'word' &&
      !isInAny(view, ['determiners', 'prepositions', 'be', 'have'], i - 1) &&
      (isInAny(view, ['prepositions', 'determiners', 'possessives', 'conjunctions', 'objectPronouns'], i + 1) ||
        view.tokens[i + 1]?.type === 'mark'),
  );
  if (at < 0 || isIn(view, 'relatives', at - 1)) return null;
  const { from, to } = sourceBefore(parse, at);
  return from < to ? [from, to] : null;
};
