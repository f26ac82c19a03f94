// Which verbs of a sentence tell what its subject does: no infinitive, no gerund, no deed as a noun, no "HELD BY the army".
import { isIn } from '../words/view-sentence.ts';
import { isFiniteVerb } from './clause-bounds.ts';
import { isDeedNoun } from './deeds-as-nouns.ts';
import type { VerbGroup } from './find-verb-groups.ts';
import type { Parse } from './parse.ts';

/** "took A, the last town HELD BY the army": a participle with its doer behind it only describes. */
export const isDoneBy = ({ view }: Parse, { bare, forms, to }: VerbGroup): boolean =>
  bare && forms.includes('participle') && isIn(view, 'agentWords', to);

/** Whether a verb may be the one that the sentence's subject does. */
export const isMainVerb = (parse: Parse, verb: VerbGroup): boolean =>
  isFiniteVerb(verb) && !isDeedNoun(parse, verb) && !isDoneBy(parse, verb);
