// The days told before an expression that it may be reckoned from: the last one, the beginning of a state, the end of one.
// Invariant: none from further back than a reader still has in mind.
import { daysBetween, type When } from '../../model/time.ts';
import type { DateMark, Draft, Sentence } from '../marks.ts';
import type { DateExpression } from './match-dates.ts';
import type { FirstMark } from './story-days.ts';

/** How many sentences and marks back a day may have been told that "the day before" counts from. */
const TOLD_REACH = 3;
const TOLD_MARKS = 12;

/** The day told last before the expression; null where none was told near enough. History only in its own sentence. */
export const toldBefore = (sentence: Sentence, told: readonly DateMark[]): When | null => {
  const isNear = (mark: DateMark): boolean => sentence.index - mark.sentence <= TOLD_REACH && !mark.background;
  const tells = (mark: DateMark): boolean =>
    mark.relation === 'on' && (mark.sentence === sentence.index || isNear(mark));
  return told.slice(-TOLD_MARKS).findLast(tells)?.when ?? null;
};

/** "held it since 2 March. THREE WEEKS LATER they took B": the day named last began a state. */
export const begunBefore = (sentence: Sentence, told: readonly FirstMark[]): When | null => {
  const last = told.at(-1);
  const begins = last !== undefined && sentence.index - last.sentence <= 1 ? last.begins : null;
  return begins !== null && begins.earliest === begins.latest ? begins : null;
};

/** "A fell on Sunday the 8th. UNTIL SATURDAY evening it had been theirs": a weekday that ends what a day told had ended. */
export const untilThen = (
  { meaning }: DateExpression,
  {
    sentence,
    draft,
    told,
  }: { readonly sentence: Sentence; readonly draft: Draft; readonly told: readonly FirstMark[] },
): When | null => {
  const paragraph = (index: number) => draft.sentences[index]?.paragraph;
  const last = told.at(-1);
  const day = last?.relation === 'on' && last.when.precision === 'day' ? last.when.latest : null;
  const near = last !== undefined && paragraph(last.sentence) === paragraph(sentence.index);
  // "A fell on the 8th. Until Saturday the army held B": another place, and no day of the first.
  const names = (index: number): readonly string[] =>
    draft.mentions.flatMap((mark) => (mark.type === 'place' && mark.sentence === index ? [mark.text] : []));
  const before = last === undefined ? [] : names(last.sentence);
  if (names(sentence.index).some((name) => !before.includes(name))) return null;
  if (!near || day === null || meaning.onward === undefined || meaning.needs !== 'relative') return null;
  const stretch = meaning.anchor(day, false);
  if (stretch === null || stretch.from !== stretch.to || daysBetween(stretch.from, day) > 2) return null;
  return { earliest: stretch.from, latest: stretch.to, precision: 'day', basis: 'stated' };
};

/** "And THE NEXT DAY? “THE NEXT DAY they left.”": an answer that says again what its question said means the same day. */
export const echoOf = (
  { start, end }: DateExpression,
  {
    sentence,
    draft,
    told,
  }: { readonly sentence: Sentence; readonly draft: Draft; readonly told: readonly FirstMark[] },
): When | null => {
  const last = told.at(-1);
  const asked = last === undefined ? undefined : draft.sentences[last.sentence];
  if (last === undefined || asked === undefined || sentence.index - asked.index !== 1) return null;
  const { text } = draft.report;
  const isQuestion = text.slice(asked.start, asked.end).trimEnd().endsWith('?');
  const words = text.slice(sentence.start + start, sentence.start + end).toLowerCase();
  return isQuestion && text.slice(last.start, last.end).toLowerCase() === words ? last.when : null;
};
