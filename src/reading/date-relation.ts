// How a date stands to what it dates ("since", "by", "before"), and whether that is still to come.
// Invariant: both look back a bounded number of words; a text of dates alone is read as fast as any other.
import type { Lexicon } from '../model/lexicon.ts';
import type { DateWord } from './date-words.ts';
import type { DateMark } from './marks.ts';
import type { DateExpression } from './match-dates.ts';

const RELATIONS = ['since', 'by', 'until', 'before', 'after'] as const;
type Relation = DateMark['relation'];

/** "by noon on", "since late in the": at most so many words between the preposition and the date. */
const FILLERS = 5;

/** The longest of the list's phrases that ends before `to`: "prior to". */
const PHRASE = 3;

const phrasesBefore = (words: readonly DateWord[], to: number): readonly string[] =>
  Array.from({ length: PHRASE }, (_, i) =>
    words
      .slice(Math.max(0, to - PHRASE + i), to)
      .map(({ word }) => word)
      .join(' '),
  );

const relationEndingAt = (words: readonly DateWord[], to: number, lexicon: Lexicon): Relation | null =>
  phrasesBefore(words, to)
    .map((phrase) => RELATIONS.find((name) => lexicon.has(`relation:${name}`, phrase)))
    .find((name) => name !== undefined) ?? null;

/** The preposition before it, past "the", "noon on", "late": "by noon on MONDAY". */
export const relationOf = (words: readonly DateWord[], expression: DateExpression, lexicon: Lexicon): Relation => {
  if (expression.lasting) return 'since';
  if (expression.fromTold || expression.closed) return 'on';
  for (let to = expression.from; to > expression.from - FILLERS - 1 && to > 0; to -= 1) {
    const found = relationEndingAt(words, to, lexicon);
    if (found !== null) return found;
    if (!lexicon.has('dateFillers', words[to - 1]?.word ?? '')) break;
  }
  return 'on';
};

/** How far back the verb may stand that says what is to come. */
const REACH = 14;

const hasPhrase = (words: readonly DateWord[], list: string, lexicon: Lexicon): boolean =>
  words.some(
    ({ word }, at) =>
      lexicon.has(list, word) || (words[at + 1] !== undefined && lexicon.has(list, `${word} ${words[at + 1]?.word}`)),
  );

/** "will", unless what follows says that it has happened: "will have", "would have". */
const saysComing = (words: readonly DateWord[], at: number, lexicon: Lexicon): boolean =>
  (lexicon.has('dateComing', words[at]?.word ?? '') ||
    lexicon.has('dateComing', `${words[at]?.word} ${words[at + 1]?.word}`)) &&
  !lexicon.has('datePerfect', words[at + 1]?.word ?? '');

/** "will be announced on Monday": behind "be" and "to" nothing has happened. Going out from the date: a word of the coming first, or a word of saying or a wall first. */
const firstSign = (words: readonly DateWord[], places: readonly number[], lexicon: Lexicon): boolean => {
  for (const at of places) {
    const word = words[at]?.word ?? '';
    if (saysComing(words, at, lexicon)) return true;
    const bare = lexicon.has('dateBare', words[at - 1]?.word ?? '');
    if ((lexicon.has('dateHappened', word) && !bare) || lexicon.has('dateWalls', word)) return false;
  }
  return false;
};

const range = (from: number, length: number, step: 1 | -1): readonly number[] =>
  Array.from({ length }, (_, i) => from + step * i);

/** What the date dates is still to come: "will meet on MONDAY", "On MONDAY they will meet", "to leave by MONDAY". */
export const isAhead = (
  words: readonly DateWord[],
  { from, to, relation }: Pick<DateExpression, 'from' | 'to'> & { readonly relation: Relation },
  lexicon: Lexicon,
): boolean => {
  if (relation === 'by' || relation === 'until') return hasPhrase(words, 'futureWords', lexicon);
  if (firstSign(words, range(from - 1, Math.min(REACH, from), -1), lexicon)) return true;
  const opens = from <= 2;
  const behind = words[to]?.text === ',' ? to + 1 : to;
  return opens && firstSign(words, range(behind, REACH, 1), lexicon);
};
