// Days in figures: "23/06/2021", "2021-06-23", "05-Aug-2016", "20210623", "22/04"; 1400 is a solar hijri year.
// Invariant: three parts are joined by the same sign without blanks; which is day and which month is settled later.
import { fullYear, type SlotGround, type SlotRead, type SlotReader } from './date-slot.ts';
import { phraseAt } from './date-vocabulary.ts';
import { type DateWord, figureOf, isCapital } from './date-words.ts';

/** Three words joined by one sign. */
const joined = (words: readonly DateWord[], at: number): readonly DateWord[] | null => {
  const [a, sign, b, again, c] = words.slice(at, at + 5);
  if (!a || !sign || !b || !again || !c || ![sign, b, again, c].every(({ glued }) => glued)) return null;
  return /^[/.-]$/.test(sign.text) && sign.text === again.text ? [a, b, c] : null;
};

const isYear = (word: DateWord): boolean => word.figure && word.text.length === 4;

/** "05-Aug-2016", "2020/23/Sep": a month by its name tells the other two apart. */
const withName = ({ words, vocabulary }: SlotGround, at: number): SlotRead | null => {
  const parts = joined(words, at);
  if (parts === null) return null;
  const months = vocabulary.phrases('dateMonths');
  const month = parts.map((part, i) => (part.figure ? null : phraseAt(words, at + 2 * i, months))).find(Boolean);
  const year = parts.find(isYear) ?? (parts[2]?.text.length === 2 ? parts[2] : undefined);
  const day = parts.find((part) => part !== year && figureOf(part, 2) !== null);
  if (!month || !year || !day || month.value.includes(' ')) return null;
  const values = { year: fullYear(Number(year.text)), month: Number(month.value), day: Number(day.text) };
  return { to: at + 5, values: { figures: { form: 'year-first', ...values } } };
};

const inFigures = (parts: readonly DateWord[], to: number): SlotRead | null => {
  const [a, b, c] = parts.map(({ text }) => Number(text));
  if (a === undefined || b === undefined || c === undefined) return null;
  const short = (index: number): boolean => (parts[index]?.text.length ?? 9) <= 2;
  if (parts[0] && isYear(parts[0]) && short(1) && short(2))
    return { to, values: { figures: { form: 'year-first', year: a, month: b, day: c } } };
  const yearLast = short(0) && short(1) && (parts[2]?.text.length === 4 || parts[2]?.text.length === 2);
  return yearLast ? { to, values: { figures: { form: 'year-last', year: fullYear(c), first: a, second: b } } } : null;
};

/** "20210623" */
const together = (word: DateWord | undefined, to: number): SlotRead | null => {
  const [, year, month, day] = /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(word?.text ?? '') ?? [];
  const values = { year: Number(year), month: Number(month), day: Number(day) };
  return year === undefined ? null : { to, values: { figures: { form: 'year-first', ...values } } };
};

/** "2021 06 23" */
const apart = (words: readonly DateWord[], at: number): SlotRead | null => {
  const parts = words.slice(at, at + 3);
  const written =
    parts.length === 3 && parts.every(({ figure, text }, i) => figure && text.length === (i === 0 ? 4 : 2));
  return written ? inFigures(parts, at + 3) : null;
};

export const readFigures: SlotReader = (ground, at) => {
  const { words } = ground;
  if (!words[at]?.figure) return isCapital(words[at]) ? withName(ground, at) : null;
  const parts = joined(words, at);
  if (parts === null) return together(words[at], at + 1) ?? apart(words, at);
  return parts.every(({ figure }) => figure) ? inFigures(parts, at + 5) : withName(ground, at);
};

/** "22/04", "7.6", "7-6" */
export const readShortFigures: SlotReader = ({ words }, at) => {
  const sign = words[at + 1];
  const [first, second] = [figureOf(words[at], 2), figureOf(words[at + 2], 2)];
  if (first === null || second === null || first < 1 || second < 1 || first > 31 || second > 31) return null;
  const isOne = sign?.glued === true && words[at + 2]?.glued === true && /^[/.-]$/.test(sign.text);
  return isOne ? { to: at + 3, values: { shortFigures: [first, second] } } : null;
};
