// Soldiers counted where they give themselves up or leave: "1,500 soldiers have joined us", "34 policemen had surrendered in
// the past week". Invariant: counted over a stretch of time or up to now; of one event they are its incident's.
import { sideAt } from '../actors/actor-meant.ts';
import type { DateMark, Draft } from '../marks.ts';
import { incumbentOf } from '../mentions/theatre-sides.ts';
import { inSentence } from '../words/by-sentence.ts';
import type { Words } from '../words/read-amounts.ts';
import { lengthIn } from '../words/read-amounts.ts';
import { type Around, actorsIn, type BareCount, wordIn } from './held-counts.ts';

/** How far behind the men the verb may stand: "soldiers and policemen stationed in A HAVE SURRENDERED". */
const REACH = 9;

const KINDS = ['surrender', 'withdrawal'] as const;

interface Deed {
  readonly kind: (typeof KINDS)[number];
  readonly to: number;
}

const wordsOf = ({ draft, sentence }: Pick<Around, 'draft' | 'stand' | 'sentence'>): Words => ({
  tokens: sentence.tokens,
  lexicon: draft.theatre.lexicon,
});

/** The first verb behind the men that is no helper says what they did. */
const deedBehind = (around: Around): Deed | null => {
  const { draft, stand, sentence } = around;
  const { lexicon } = draft.theatre;
  const words = wordsOf(around);
  for (let at = stand.quantity.to; at < Math.min(stand.to + REACH, sentence.tokens.length); at += 1) {
    if (sentence.tokens[at]?.type === 'mark' && wordIn(sentence, at) !== ',') return null;
    if (lexicon.has('negations', wordIn(sentence, at)) || lexicon.has('modals', wordIn(sentence, at))) return null;
    for (const kind of KINDS) {
      const length = lengthIn(words, `soldiers:${kind}`, at);
      if (length > 0) return { kind, to: at + length };
    }
  }
  return null;
};

/** "Over the past week": so far from the sentence's first letter its own date may begin. */
const LEAD = 6;

/** How far behind the verb the place may stand. */
const BEHIND = 6;

const WIDE = ['province', 'country'];

/** "30 soldiers IN ASHFORD had joined the rebels": one place smaller than a province makes them one event's. */
const isInPlace = (draft: Draft, sentence: number, [from, to]: readonly [number, number]): boolean =>
  inSentence(draft.mentions, sentence).some(
    (mark) =>
      mark.type === 'place' &&
      mark.from >= from &&
      mark.to <= to &&
      !mark.candidates.some((id) => WIDE.includes(draft.theatre.gazetteer.get(id)?.kind ?? '')),
  );

/** Counted up to the day of the saying ("have surrendered") or over a stretch of time; a day of their own makes them one event's. */
const isTally = ({ draft, stand, sentence }: Around, { to }: Deed): boolean => {
  const dates = inSentence(draft.dates, sentence.index).filter(({ background }) => !background);
  const isTheirs = ({ start }: DateMark): boolean => start >= stand.start || start <= sentence.start + LEAD;
  const isLong = dates.some(
    (date) => isTheirs(date) && (date.relation === 'since' || date.when.earliest !== date.when.latest),
  );
  const isDay = dates.some(({ when, relation }) => relation === 'on' && when.earliest === when.latest);
  const perfect = sentence.tokens.slice(stand.to, to).some(({ word }) => draft.theatre.lexicon.has('have', word));
  const words = wordsOf({ draft, stand, sentence });
  const period = sentence.tokens.some(
    (_, at) => (at >= stand.from || at < 2) && lengthIn(words, 'periodWords', at) > 0,
  );
  return isLong || period || (perfect && !isDay && !isInPlace(draft, sentence.index, [stand.from, to + BEHIND]));
};

/** Soldiers who surrendered, deserted or crossed a border, whose side is named or the holder's. */
export const soldierCount = (around: Around): BareCount | null => {
  const { draft, stand, sentence } = around;
  if (stand.quantity.unit !== 'troops' || stand.quantity.count === null) return null;
  const deed = deedBehind(around);
  if (deed === null || !isTally(around, deed)) return null;
  const own = actorsIn(around).find(({ from, to }) => from >= stand.from && to <= stand.to);
  const actor = (own === undefined ? null : sideAt(draft, own)) ?? incumbentOf(draft.theatre);
  const clause = { start: stand.start, end: sentence.tokens[deed.to - 1]?.end ?? stand.end };
  return { quantity: stand.quantity, sentence, kind: deed.kind, actor, clause };
};
