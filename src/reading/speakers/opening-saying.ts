// "SAYS THE MINISTRY: A is ours": the verb of saying opens the sentence, who says it stands behind it, and the words said behind a colon.
// Invariant: no verb stands between who speaks and the colon; a title ("Claims and counter-claims: …") is none.
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { isIn, wordAt } from '../words/view-sentence.ts';
import { sourceEnd } from './source-after.ts';
import { isNounStart } from './source-words.ts';

/** Words of "in a statement on Monday". */
const MEDIUM = 7;

/** The colon behind whoever says it, where the verb opens the sentence ("says", "and adds"); -1 where it does not. */
export const openingColon = (parse: Parse, verb: VerbGroup): number => {
  const { view } = parse;
  const first = isIn(view, 'listLinks', 0) ? 1 : 0;
  if (verb.from !== first || verb.gerund || verb.infinitive || verb.passive || view.sentence.heading) return -1;
  const named = isNounStart(view, verb.to) || /^\p{Lu}/u.test(view.tokens[verb.to]?.text ?? '');
  if (!named) return -1;
  const to = sourceEnd(parse, verb.to);
  // "Says the ministry IN A STATEMENT:"
  const behind = isIn(view, 'prepositions', to)
    ? view.tokens.findIndex(({ word, type }, at) => at > to && at < to + MEDIUM && type === 'mark' && word === ':')
    : to;
  return wordAt(view, behind) === ':' && parse.verbs.every(({ from }) => from < to || from > behind) ? behind : -1;
};
