// What opens a sentence before its speaker: a scene alone ("In A, residents said"), or a scene and what is said in it.
// Invariant: a relative clause only tells of the scene.
import { relativeOver } from '../clauses/clause-bounds.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { isInAny } from '../words/view-sentence.ts';

/** "After hours of fighting, the police left, X said, and …": between the scene and the speaker stands what is said. */
export const hasClauseBehindScene = (parse: Parse, from: number): boolean => {
  const comma = parse.view.tokens.findIndex(({ word }) => word === ',');
  // "In A, the town THAT THE REBELS TOOK on Monday, traders said"
  // "In another film, OBTAINED BY Wire 7, a man said": so does a participle behind the comma.
  const isReduced = ({ from: at, to, bare, forms }: VerbGroup): boolean =>
    at === comma + 1 && bare && forms.includes('participle') && isInAny(parse.view, ['agentWords', 'prepositions'], to);
  const isOwn = (verb: VerbGroup): boolean =>
    !verb.gerund && !verb.infinitive && !isReduced(verb) && relativeOver(parse, verb) < 0;
  return comma > 0 && parse.verbs.some((verb) => verb.from > comma && verb.to < from && isOwn(verb));
};
