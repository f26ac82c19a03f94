// Numbers in a table: lines of a label and a number under a title, "Status of districts / Government: 89 / Contested: 114".
// Invariant: what a label leaves out (the thing, who has it) stands in a title above it, with nothing but lines between.
import type { Kind } from '../../model/claim.ts';
import { sideAt } from '../actors/actor-meant.ts';
import { unitHere } from '../clauses/counted-things.ts';
import { frameOver } from '../clauses/frame-over.ts';
import type { ActorMark, Draft, Sentence } from '../marks.ts';
import { challengerOf, incumbentOf } from '../mentions/theatre-sides.ts';
import { inSentence } from '../words/by-sentence.ts';
import { beginningsIn } from '../words/lists-in.ts';
import { lengthIn, type Words } from '../words/read-amounts.ts';
import type { BareCount } from './held-counts.ts';
import { actorsIn } from './held-counts.ts';
import { kindBetween, SIDELESS } from './number-of.ts';
import { numberAfter } from './tally-numbers.ts';

/** How long a label may be, in words. */
const LABEL = 9;

/** How many lines of a table stand between a number and the title that it belongs to. */
const LINES = 40;

export const wordsOf = (draft: Draft, { tokens }: Sentence): Words => ({ tokens, lexicon: draft.theatre.lexicon });

/** The thing of many that is named between two words. */
export const unitIn = (words: Words, from: number, to: number): string | null => {
  for (const at of beginningsIn(words.tokens, 'units', words.lexicon)) {
    if (at < from || at >= to) continue;
    const unit = unitHere(words, at);
    if (unit?.value.plural && words.lexicon.has('placeUnits', unit.value.name)) return unit.value.name;
  }
  return null;
};

/** "District status", "Status of districts": the thing that a title names. */
const unitOfTitle = (words: Words): string | null => {
  const many = unitIn(words, 0, words.tokens.length);
  if (many !== null) return many;
  for (const at of beginningsIn(words.tokens, 'units', words.lexicon)) {
    const unit = unitHere(words, at);
    if (unit !== null && words.lexicon.has('placeUnits', unit.value.name)) return unit.value.name;
  }
  return null;
};

/** Where the label ends that a line begins with: at a colon, or at a dash between a word and a number; -1 where none does. */
const labelEnd = ({ tokens, lexicon }: Words): number => {
  const first = lexicon.has('bulletMarks', tokens[0]?.word ?? '') ? 1 : 0;
  const isDash = (at: number): boolean =>
    /^[-–—|]$/.test(tokens[at]?.word ?? '') && at > first && (tokens[at]?.start ?? 0) > (tokens[at - 1]?.end ?? 0);
  const at = tokens.findIndex(({ word }, i) => word === ':' || (isDash(i) && tokens[i + 1]?.type === 'number'));
  return at > first && at <= LABEL + first ? at : -1;
};

interface Line {
  readonly draft: Draft;
  readonly sentence: Sentence;
  readonly words: Words;
  readonly end: number;
}

const isLine = (draft: Draft, sentence: Sentence): boolean => {
  const words = wordsOf(draft, sentence);
  const end = labelEnd(words);
  return sentence.heading && end > 0 && words.tokens[end + 1]?.type === 'number';
};

/** The titles above a line, the nearest first: headings, and what ends with a colon. */
const titlesOver = (draft: Draft, { index }: Sentence): readonly Sentence[] => {
  const titles: Sentence[] = [];
  for (let at = index - 1; at >= Math.max(0, index - LINES); at -= 1) {
    const above = draft.sentences[at];
    if (above === undefined || !(above.heading || above.tokens.at(-1)?.word === ':')) break;
    if (!isLine(draft, above)) titles.push(above);
  }
  return titles;
};

const actorBefore = ({ draft, sentence }: Line, to: number): ActorMark | undefined =>
  actorsIn({ draft, sentence }).find((one) => one.to <= to && one.means !== 'civilian');

/** "Government: 89", "Taliban-held": a side and no deed has what is counted. */
const isHolder = ({ words, end }: Line, actor: ActorMark | undefined): boolean => {
  if (actor === undefined) return false;
  const isFree = (at: number): boolean =>
    (at < actor.from || at >= actor.to) && words.tokens[at]?.type === 'word' && !isSmall(words, at);
  return !words.tokens.slice(0, end).some((_, at) => isFree(at));
};

const isSmall = ({ tokens, lexicon }: Words, at: number): boolean =>
  ['determiners', 'holdNouns', 'heldWords', 'sideNouns'].some((list) => lexicon.has(list, tokens[at]?.word ?? ''));

interface Said {
  readonly kind: Kind;
  readonly side: BareCount['actor'];
}

/** "Council offices closed": a label with a thing of its own counts that, and not what the title does. */
const namesThing = ({ draft, sentence, words, end }: Line): boolean =>
  words.tokens.slice(0, end).some(({ word, type, start }, at) => {
    const marked = [...inSentence(draft.mentions, sentence.index), ...inSentence(draft.dates, sentence.index)];
    if (type !== 'word' || isSmall(words, at) || marked.some((mark) => mark.start <= start && start < mark.end))
      return false;
    return !words.lexicon.verbs.has(word) && !LABEL_WORDS.some((list) => words.lexicon.has(list, word));
  });

const LABEL_WORDS = [
  'counted:clash',
  'counted:loss',
  'labels:clash',
  'labels:threat',
  'prepositions',
  'conjunctions',
  'months',
  'timeNouns',
];

/** "Fighting: 12", "At risk: 4": a word that says no deed and names no side. */
const kindOfLabel = ({ words, end }: Line): Kind | null =>
  (['clash', 'threat'] as const).find((kind) =>
    words.tokens.slice(0, end).some((_, at) => lengthIn(words, `labels:${kind}`, at) > 0),
  ) ?? kindBetween(words, 0, end);

/** What only who held a place does with it. */
const HOLDERS: readonly Kind[] = ['loss', 'withdrawal', 'recapture'];

/** What the words of a line or a title say of the number: a deed, and whose. */
const saidIn = (line: Line): Said | null => {
  const { draft, end } = line;
  const actor = actorBefore(line, end);
  const side = actor === undefined ? null : sideAt(draft, actor);
  const kind = isHolder(line, actor) ? 'hold' : kindOfLabel(line);
  if (kind === null || (side === null && !SIDELESS.includes(kind))) return null;
  if (kind === 'threat') return { kind, side: side ?? challengerOf(draft.theatre) };
  const taken = kind === 'loss' && side !== null && side !== incumbentOf(draft.theatre);
  // "Posts lost: 11", "Posts retaken: four": the holder lost them, and took them back.
  const own = HOLDERS.includes(kind) ? incumbentOf(draft.theatre) : null;
  return { kind: taken ? 'capture' : kind, side: side ?? own };
};

/** "Badakhshan: 14 of 28": the label only says where; what is counted there the title says. */
const isWhere = ({ draft, sentence, end }: Line): boolean =>
  inSentence(draft.mentions, sentence.index).some(
    ({ type, from, to }) => type === 'place' && from <= 1 && to >= end - 1,
  );

const saidOver = (line: Line, titles: readonly Sentence[]): Said | null => {
  const { draft } = line;
  const said = titles.map((sentence) =>
    saidIn({ draft, sentence, words: wordsOf(draft, sentence), end: sentence.tokens.length }),
  );
  return isWhere(line) ? (said.find((one) => one !== null) ?? null) : null;
};

/** "The ministry gave these figures:" speaks for the lines below; the label of a line is no speaker, though it has a colon. */
const speakerOf = (
  { draft, sentence, words, end }: Line,
  titles: readonly Sentence[],
): Pick<BareCount, 'by' | 'unsaid'> => {
  const told = titles.flatMap(({ index }) => inSentence(draft.frames, index)).find(({ by }) => by.speaker !== null);
  if (told !== undefined) return { by: told.by };
  return { unsaid: (frameOver(draft, words.tokens[end + 1]?.start ?? 0)?.start ?? -1) >= sentence.start };
};

/** The number of one line of a table; empty where it is none. */
export const sheetCounts = (draft: Draft, sentence: Sentence): readonly BareCount[] => {
  const words = wordsOf(draft, sentence);
  const end = labelEnd(words);
  if (end < 0) return [];
  const line = { draft, sentence, words, end };
  const titles = sentence.heading ? titlesOver(draft, sentence) : [];
  const over = titles.map((one) => unitOfTitle(wordsOf(draft, one))).find((unit) => unit !== null);
  const own = unitIn(words, 0, end) ?? (namesThing(line) ? null : over);
  const quantity = numberAfter(words, end + 1, own ?? null);
  const said = saidIn(line) ?? saidOver(line, titles);
  if (said === null || quantity === null || !words.lexicon.has('placeUnits', quantity.unit)) return [];
  const clause = { start: words.tokens[0]?.start ?? quantity.start, end: quantity.end };
  const counted = { quantity: { ...quantity, single: false }, sentence, kind: said.kind, actor: said.side, clause };
  return [{ ...counted, ...speakerOf(line, titles) }];
};
