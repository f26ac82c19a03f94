// "The other side attacked us": whose it is depends on who says so. A bank of a river does nothing.
// Invariant: marked only where a verb follows and no preposition goes before; told by nobody, or by both, it is nobody.
import type { SideId } from '../../model/actor.ts';
import type { Theatre } from '../../model/theatre.ts';
import { frameOver } from '../clauses/frame-over.ts';
import type { ActorMark, Draft, Sentence } from '../marks.ts';

const VERBS = ['be', 'have', 'do', 'modals', 'relatives'];

export const otherSideMark = ({ tokens, index }: Sentence, from: number, { lexicon }: Theatre): ActorMark | null => {
  const has = (list: string, at: number): boolean => lexicon.has(list, tokens[at]?.word ?? '');
  const [first, last] = [tokens[from], tokens[from + 1]];
  if (first === undefined || last === undefined) return null;
  if (!has('otherSideWords', from) || !has('sideWords', from + 1) || !has('definiteArticles', from - 1)) return null;
  const acts = VERBS.some((list) => has(list, from + 2)) || lexicon.verbs.has(tokens[from + 2]?.word ?? '');
  if (!acts || has('prepositions', from - 2)) return null;
  return {
    ...{ type: 'actor', start: first.start, end: last.end, sentence: index, from, to: from + 2 },
    ...{ text: `${first.text} ${last.text}`, side: null, means: 'enemy', pronoun: false, modifies: false },
  };
};

/** Whether "the enemy" is only called the other side. */
export const isOtherSide = ({ theatre: { lexicon } }: Draft, { text }: ActorMark): boolean => {
  const [first = '', last = ''] = text.toLowerCase().split(' ');
  return lexicon.has('otherSideWords', first) && lexicon.has('sideWords', last);
};

/** The one side that speaks over a word, where one alone does. */
export const onlySpeaker = (draft: Draft, at: number): SideId | null => {
  const sides = frameOver(draft, at)?.by.sides ?? [];
  const [only, ...more] = draft.theatre.sides.filter(({ id, belligerent }) => belligerent && sides.includes(id));
  return more.length > 0 ? null : (only?.id ?? null);
};
