// Doers that are no side: a hurricane cut a town off, an envoy reached it, a crowd stormed it.
// Invariant: where nobody is said to do it, nobody is an outsider.

import type { NounPhrase } from '../clauses/noun-phrases.ts';
import type { Parse } from '../clauses/parse.ts';
import type { ActorMark } from '../marks.ts';
import { isIn, isInAny, phraseLength, wordAt } from '../words/view-sentence.ts';
import type { VerbMatch } from './verb-match.ts';

/** Words between a passive and its "by". */
const REACH = 6;

/** "by force", "by Friday", "by 5 pm", "by road": how or when, not who. */
const isManner = ({ view }: Parse, { from, to }: NounPhrase): boolean =>
  view.tokens.slice(from, to).some(({ type }) => type === 'number') ||
  isInAny(view, ['mannerNouns', 'timeNouns', 'weekdays', 'months'], to - 1);

/** "was captured by a photographer": the phrase behind "by", where it is no side. */
const agentPhrase = (parse: Parse, from: number): NounPhrase | null => {
  for (let at = from; at < from + REACH; at++) {
    if (parse.verbAt[at] !== undefined || /^[,;:.]$/.test(wordAt(parse.view, at))) return null;
    if (isIn(parse.view, 'byWords', at)) return parse.phraseAt[at + 1] ?? null;
  }
  return null;
};

/** "was retaken by a road gang": somebody is named, so nobody else is meant, though he is no side. */
export const isByStranger = (parse: Parse, match: VerbMatch): boolean =>
  match.passive &&
  match.doer === null &&
  match.rule.kind !== 'surrender' &&
  !match.officer &&
  !isByOwnMen(parse, match) &&
  namesStranger(parse, match.verb);

/** "The posts had been abandoned BY THEIR CREWS": whoever left what was his own held it. */
const isByOwnMen = (parse: Parse, { rule, verb }: VerbMatch): boolean => {
  const agent = rule.kind === 'withdrawal' ? agentPhrase(parse, verb.to) : null;
  return agent !== null && ['theirWords', 'placePossessives'].some((list) => isIn(parse.view, list, agent.from));
};

const namesStranger = (parse: Parse, { to }: VerbMatch['verb']): boolean => {
  const agent = agentPhrase(parse, to);
  return (
    agent !== null &&
    isIn(parse.view, 'agentWords', agent.from - 1) &&
    agent.actor === null &&
    agent.places === null &&
    !isManner(parse, agent)
  );
};

/** "soldiers on leave", "retired officers", "an army of volunteers": called so, but not under arms. */
const isIdle = ({ view }: Parse, { from, to }: ActorMark): boolean => {
  if (phraseLength(view, 'idlePhrases', to) > 0 || isIn(view, 'idleWords', from - 1)) return true;
  const many = isIn(view, 'articles', from - 1) && isIn(view, 'partLinks', to);
  const mark = view.markAt[to + 1];
  const plain = mark === undefined || (mark.type === 'actor' && mark.means === 'civilian');
  return many && plain && /^\p{Ll}+s$/u.test(view.tokens[to + 1]?.text ?? '');
};

/** True where the words name a doer that is neither a side nor a place. */
export const isOutsiders = (parse: Parse, match: VerbMatch): boolean => {
  const { rule, verb, passive, subject, doer } = match;
  if (doer !== null) return isIdle(parse, doer);
  if (passive) return namesStranger(parse, verb);
  const own = rule.actor === 'subject' && rule.place !== 'subject';
  return own && subject.said && subject.actor === null && !subject.pointing;
};
