// What a noun says that somebody owns: "the mayor's call for calm", "his plea for help", "opposition leaders' demand that".
// Invariant: asked for the marks alone; "the call for calm" is nobody's.

import type { Parse } from '../clauses/parse.ts';
import { isPossessive } from '../clauses/word-class.ts';
import type { RawFrame } from '../speakers/name-speakers.ts';
import { spanOf } from '../speakers/said-content.ts';
import type { Bounds } from '../speakers/source-scan.ts';
import { isIn, isInAny, startOfPhrase, wordAt } from '../words/view-sentence.ts';
import { isSomebody } from './stance-owners.ts';

/** Words between the owner and his noun: "his first public". */
const BETWEEN = 3;

const ownerBefore = ({ view }: Parse, noun: number): Bounds | null => {
  for (let at = noun - 1; at >= Math.max(0, noun - 1 - BETWEEN); at--) {
    if (isPossessive(view, at)) return { from: startOfPhrase(view, at - 1), to: at };
    if (isInAny(view, ['possessives', 'pluralPossessives'], at)) return { from: at, to: at + 1 };
    if (view.tokens[at]?.type !== 'word' || isInAny(view, ['determiners', 'prepositions'], at)) return null;
  }
  return null;
};

/** To the clause's end: a stop, a comma, or a verb that the noun is the subject of. */
const endOf = ({ view, verbs }: Parse, from: number): number => {
  const clause = isIn(view, 'clauseComplements', from);
  const stop = view.tokens.findIndex(({ word, quoted }, at) => at > from && !quoted && /^[,;:.—–]$/u.test(word));
  const end = stop < 0 ? view.tokens.length : stop;
  const finite = verbs.filter(({ from: at, gerund, infinitive }) => at > from && at < end && !gerund && !infinitive);
  const own = clause ? finite[1] : finite[0];
  const relative = own !== undefined && isInAny(view, ['relatives', 'frameWalls'], own.from - 1);
  return own === undefined || relative ? end : own.from;
};

/** One raw frame for each such noun. */
export const findOwnedStances = (parse: Parse): readonly RawFrame[] =>
  parse.view.tokens.flatMap(({ quoted }, at): readonly RawFrame[] => {
    const { view } = parse;
    if (quoted || !isIn(view, 'ownedStances', at) || !isIn(view, 'ownedLinks', at + 1)) return [];
    const owner = ownerBefore(parse, at);
    const theirs = owner !== null && owner.to - owner.from === 1 && isIn(view, 'possessives', owner.from);
    if (owner === null || owner.from >= owner.to || !(theirs || isSomebody(view, owner))) return [];
    const infinitive = isIn(view, 'infinitiveLinks', at + 1) || wordAt(view, at + 1) === 'that';
    const link = infinitive ? at + 1 : at + 2;
    const [speaker, cue, said] = [
      spanOf(view, owner.from, owner.to),
      spanOf(view, at, link),
      spanOf(view, link, endOf(parse, link)),
    ];
    if (speaker === null || cue === null || said === null) return [];
    const base = { sentence: view.sentence.index, speaker, cue, content: [said], told: null };
    return [{ ...base, start: speaker.start, end: cue.end, polarity: 'affirmed', modality: null }];
  });
