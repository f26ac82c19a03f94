// "The north of A is with the rebels, THE SOUTH WITH THE ARMY", "by day A is theirs, BY NIGHT THE REBELS'": the other half of
// a place that is told to be held, with no verb of its own.
// Invariant: only behind a hold of the same sentence, with another side, and with nothing else to the stop.

import type { Parse } from '../clauses/parse.ts';
import { finderOf } from '../clauses/parse-sentence.ts';
import type { ActorMark, Predicate } from '../marks.ts';
import { isIn, isInAny, wordAt } from '../words/view-sentence.ts';

/** Words of "on the other, southern bank". */
const HALF = 5;

const HALVES = ['directions', 'compassPoints', 'compassAdjectives', 'otherWords', 'halfNouns', 'riverSides'];

interface Half {
  /** Behind the words for the half. */
  readonly to: number;
  /** "by night": another time, and the same place. */
  readonly whole: boolean;
}

/** "the south", "the other bank", "the rest", "by night" from a word on; null where it is nothing of the kind. */
const halfFrom = ({ view, verbAt }: Parse, from: number): Half | null => {
  const timed = isIn(view, 'prepositions', from) && isIn(view, 'timesOfDay', from + 1);
  if (timed) return { to: from + 2, whole: true };
  let at = isIn(view, 'prepositions', from) ? from + 1 : from;
  if (!isIn(view, 'definiteArticles', at)) return null;
  at++;
  const first = at;
  while (at < first + HALF && verbAt[at] === undefined && isInAny(view, HALVES, at)) at++;
  return at > first ? { to: at, whole: false } : null;
};

/** The word that leads to the holder: "WITH the rebels", "TO the police"; empty where he stands bare ("is Red"). */
const linkBefore = ({ view }: Parse, doer: ActorMark): string => {
  const at = isInAny(view, ['definiteArticles', 'possessives'], doer.from - 1) ? doer.from - 2 : doer.from - 1;
  return isInAny(view, ['halfLinks'], at) ? wordAt(view, at) : '';
};

/** Behind the link, where it is the same as before the first holder. */
const pastLink = ({ view }: Parse, at: number, link: string): number => (wordAt(view, at) === link ? at + 1 : at);

const isEnd = ({ view, verbAt }: Parse, at: number): boolean => {
  const token = view.tokens[at];
  return token === undefined || (/^[.,;:!?"“”–—)]$/.test(token.word) && verbAt[at] === undefined);
};

interface Told {
  readonly actor: ActorMark;
  readonly half: Half;
  /** Behind both. */
  readonly to: number;
}

/** "the south WITH THE ARMY", "THE ARMY the south": who has the other half, behind its words or before them. */
const holderAndHalf = (parse: Parse, from: number, link: string): Told | null => {
  const half = halfFrom(parse, from);
  const finder = finderOf(parse);
  if (half !== null) {
    const actor = finder.actorAt(pastLink(parse, half.to, link));
    return actor === null ? null : { actor, half, to: actor.to };
  }
  const actor = link === '' ? finder.actorAt(from) : null;
  const behind = actor === null ? null : halfFrom(parse, actor.to);
  return actor === null || behind === null ? null : { actor, half: behind, to: behind.to };
};

/** The same hold of the other half, by another side; none where the sentence goes on otherwise. */
export const otherHalf = (parse: Parse, predicate: Predicate): readonly Predicate[] => {
  const { view } = parse;
  const { kind, doer, dropped, polarity, items, clause } = predicate;
  if (kind !== 'hold' || doer === null || dropped !== null || polarity === 'denied' || items.length === 0) return [];
  const stop = view.tokens.findIndex(({ start }) => start >= clause.end);
  const joint = stop + (/^[,;]$/.test(wordAt(view, stop)) ? 1 : 0);
  const from = joint + (isInAny(view, ['listLinks', 'doerLinks'], joint) ? 1 : 0);
  if (stop < 0 || from === stop) return [];
  const told = holderAndHalf(parse, from, linkBefore(parse, doer));
  if (told === null) return [];
  const { actor, half, to } = told;
  if (actor.pronoun || actor.means === 'civilian' || actor.start === doer.start) return [];
  // "hold the east bank AND THE ARMY THE WEST BANK": find-shares.ts has read both.
  if (actor.modifies || !isEnd(parse, to) || (joint === stop && isIn(view, 'partOfPlace', to - 1))) return [];
  const start = view.tokens[from]?.start ?? clause.end;
  const end = view.tokens[to - 1]?.end ?? actor.end;
  const scoped = half.whole ? items : items.map((item) => ({ ...item, noun: null, scope: 'area' as const }));
  return [
    {
      ...predicate,
      start,
      end,
      doer: actor,
      items: scoped,
      partial: true,
      clause: { start, end },
    },
  ];
};
