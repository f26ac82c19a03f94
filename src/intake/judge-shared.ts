// Whether what two reports share makes one a copy of the other, or is shared without being copied: a party's words, an
// agency's background, links to other stories, an item in a page that carries many.
// Invariant: a function of the two reports alone: the order in which they came, and what else there is, changes nothing.
import { type Comparison, compareSentences } from './compare-sentences.ts';
import type { Body, Sentence } from './sentences.ts';

/** Control method, section 5.1: at or above `same` one family; between the two, sentence by sentence. */
export const FAMILY_LIMITS = { same: 0.6, shared: 0.25, recurring: 0.5 } as const;

/** A sentence of the shorter report, with its fellow in the fuller one. */
interface Pair {
  readonly at: number;
  readonly sentence: Sentence;
  readonly fellow: number | null;
  /** In one of the two it stands between quotation marks. */
  readonly quoted: boolean;
}

const pairsOf = ({ shorter, fuller, recurs }: Comparison): readonly Pair[] =>
  shorter.map((sentence, at) => {
    const fellow = recurs[at] ?? null;
    const quoted = sentence.quoted || (fellow !== null && fuller[fellow]?.quoted === true);
    return { at, sentence, fellow, quoted };
  });

const wordsIn = (pairs: readonly Pair[]): number => pairs.reduce((sum, { sentence }) => sum + sentence.words.length, 0);

const isShared = ({ fellow }: Pair): boolean => fellow !== null;

/** Where all of it is somebody's words, a reprint is as long as what it reprints. */
const AS_LONG = 0.8;

/** What people said was said to everybody: of what is shared, most is quoted, and hardly anything besides. */
const isOnlyQuoted = (pairs: readonly Pair[], { fuller }: Comparison): boolean => {
  const [shared, own] = [pairs.filter(isShared), pairs.filter(({ quoted }) => !quoted)];
  const quoted = shared.filter((pair) => pair.quoted);
  if (wordsIn(quoted) * 2 < wordsIn(shared) || quoted.length === 0) return false;
  if (own.length === 0) return pairs.length < fuller.length * AS_LONG;
  return wordsIn(own.filter(isShared)) < wordsIn(own) * FAMILY_LIMITS.recurring;
};

/** A lead that is longer than this part of a report tells a story of its own; below this one, no background is so long. */
const LEAD = { long: 1 / 4, slight: 1 / 6 } as const;
/** So many of the names before what is shared stand in a report on the same matter; the longer that is, the more. */
const SAME_MATTER = { short: 0.6, long: 0.8 } as const;
const FEW_NAMES = 3;

const namesIn = (sentences: readonly Sentence[]): ReadonlySet<number> =>
  new Set(sentences.flatMap(({ names }) => names));

/** Share of the names that stand in the sentences; null where there are too few to tell. */
const namesMet = (names: ReadonlySet<number>, sentences: readonly Sentence[]): number | null => {
  if (names.size < FEW_NAMES) return null;
  const words = new Set(sentences.flatMap((sentence) => sentence.words));
  return [...names].filter((name) => words.has(name)).length / names.size;
};

/**
 * An agency's background and links to other stories close two reports of different matters: each begins with sentences of
 * its own, all that is shared follows, and the names of the one's beginning do not stand in the other.
 */
const isClosing = (pairs: readonly Pair[], { shorter, fuller }: Comparison): boolean => {
  const shared = pairs.filter((pair) => isShared(pair) && !pair.quoted);
  const [first] = shared;
  if (first === undefined) return false;
  const begins = Math.min(...shared.map(({ fellow }) => fellow ?? 0));
  if (first.at === 0 || begins === 0) return false;
  const lead = Math.max(first.at / shorter.length, begins / fuller.length);
  if (lead <= LEAD.slight) return false;
  const long = lead > LEAD.long;
  const met = [
    namesMet(namesIn(shorter.slice(0, first.at)), fuller),
    namesMet(namesIn(fuller.slice(0, begins)), shorter),
  ].filter((share) => share !== null);
  return met.length === 0 ? long : Math.min(...met) < SAME_MATTER[long ? 'long' : 'short'];
};

/** A story of its own takes up no more of a page that carries many. */
const ITEM = { marked: 1 / 2, unmarked: 1 / 3, opening: 1 / 4 } as const;
/** So many marked entries make a live page. */
const LIVE_ENTRIES = 3;
/** A desk that cuts keeps the beginning; one that writes through puts a sentence before it. */
const BEGINNING = 1;
/** Of the names of a story's piece so many stand in its rest. */
const OF_ITS_REST = 0.6;

const isLive = ({ parts }: Body): boolean => parts.filter(({ kind }) => kind === 'entry').length >= LIVE_ENTRIES;

/** A run of sentences without another between them, but for one. */
const isBlock = (places: ReadonlySet<number>): boolean => Math.max(...places) - Math.min(...places) <= places.size;

/**
 * A live page or a digest carries pieces of many stories: what it has of this one lies in one block, and all else in it is of
 * other matters. Where it opens with this story, none of the names may stand in the rest: else it is the story, and was cut.
 */
const isItemOf = ({ shorter, fuller, recurs }: Comparison, page: Body): boolean => {
  const fellows = new Set(recurs.filter((fellow) => fellow !== null));
  const live = isLive(page);
  if (fellows.size === 0 || fellows.size > fuller.length * ITEM[live ? 'marked' : 'unmarked']) return false;
  if (!isBlock(fellows)) return false;
  const begins = Math.min(...fellows);
  if (live || begins > BEGINNING) return true;
  if (begins === 0 && fellows.size > fuller.length * ITEM.opening) return false;
  const rest = fuller.filter((_, at) => !fellows.has(at));
  const met = namesMet(namesIn(shorter), rest);
  return met !== null && (begins === 0 ? met === 0 : met < OF_ITS_REST);
};

/** Most of the shorter report's sentences recur as its own, and not only in its second half. */
const recursMostly = (pairs: readonly Pair[]): boolean => {
  const shared = pairs.filter((pair) => isShared(pair) && !pair.quoted);
  const inFirstHalf = shared.some(({ at }) => at < Math.ceil(pairs.length / 2));
  return inFirstHalf && shared.length >= pairs.length * FAMILY_LIMITS.recurring;
};

/** Of two reports that are nearly all the same there is nothing to ask. */
const ALL_THE_SAME = 0.9;

/** What of the shorter report's shingles stands in the fuller one, and the length of the one by that of the other. */
export interface Likeness {
  readonly score: number;
  readonly length: number;
}

/** Whether the shorter report is of the fuller one's family. */
export const isFamily = (shorter: Body, fuller: Body, { score, length }: Likeness): boolean => {
  if (score < FAMILY_LIMITS.shared) return false;
  if (Math.min(score, length) >= ALL_THE_SAME) return true;
  const comparison = compareSentences(shorter, fuller);
  const pairs = pairsOf(comparison);
  if (score < FAMILY_LIMITS.same && !recursMostly(pairs)) return false;
  return !isOnlyQuoted(pairs, comparison) && !isClosing(pairs, comparison) && !isItemOf(comparison, fuller);
};
