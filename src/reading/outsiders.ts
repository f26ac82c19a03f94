// Doers that are no side: a hurricane cut a town off, an envoy reached it, a crowd stormed it.
// Invariant: where nobody is said to do it, nobody is an outsider.

import type { NounPhrase } from './noun-phrases.ts';
import type { Parse } from './parse.ts';
import type { VerbMatch } from './verb-match.ts';
import { isIn, wordAt } from './view-sentence.ts';

/** Words between a passive and its "by". */
const REACH = 6;

/** "by force", "by Friday", "by 5 pm", "by road": how or when, not who. */
const isManner = ({ view }: Parse, { from, to }: NounPhrase): boolean =>
  view.tokens.slice(from, to).some(({ type }) => type === 'number') ||
  ['mannerNouns', 'timeNouns', 'weekdays', 'months'].some((list) => isIn(view, list, to - 1));

/** "was captured by a photographer": the phrase behind "by", where it is no side. */
const agentPhrase = (parse: Parse, from: number): NounPhrase | null => {
  for (let at = from; at < from + REACH; at++) {
    if (parse.verbAt[at] !== undefined || /^[,;:.]$/.test(wordAt(parse.view, at))) return null;
    if (isIn(parse.view, 'byWords', at)) return parse.phraseAt[at + 1] ?? null;
  }
  return null;
};

/** True where the words name a doer that is neither a side nor a place. */
export const isOutsiders = (parse: Parse, { rule, verb, passive, subject, doer }: VerbMatch): boolean => {
  if (doer !== null) return false;
  if (passive) {
    const agent = agentPhrase(parse, verb.to);
    return agent !== null && agent.actor === null && agent.places === null && !isManner(parse, agent);
  }
  return rule.actor === 'subject' && subject.said && subject.actor === null && subject.places === null;
};
