// The letters: how far each kind of voice of each side is believed, apart by whether it gains or loses by what it says.
import { capital } from '../../src/drawing/words.ts';
import { LETTERS } from '../../src/model/source.ts';
import type { sourceGradeRecord } from '../../src/publishing/source-records.ts';
import { type Child, make } from '../elements.ts';
import { rowsTable } from '../rows-table.ts';
import { say, sayCount, words } from '../words.ts';
import { pageWords } from './page-words.ts';
import { sideTag } from './source-words.ts';
import type { Visit } from './visit.ts';
import { className } from './voice-classes.ts';

type Grade = ReturnType<typeof sourceGradeRecord>;

export interface Grades {
  readonly sources: readonly Grade[];
  readonly diagonal: { readonly graded: number; readonly on: number; readonly share: number | null };
}

const INTERESTS = ['self-serving', 'neutral', 'against'] as const;

const letterCell = (grade: Grade | undefined): Child => {
  if (grade === undefined) return null;
  const { sources } = pageWords();
  return make(
    'span',
    { class: 'letter-cell' },
    make('strong', { class: `letter of-${grade.basis}` }, grade.letter),
    make(
      'span',
      { class: 'source' },
      [
        grade.basis === 'history' ? sources.byHistory : sources.byKind,
        sayCount(pageWords().reports.claims, grade.claims),
        grade.checkable === 0 ? null : say(sources.cameTrueOf, { n: grade.cameTrue, of: grade.checkable }),
      ]
        .filter((each) => each !== null)
        .join(' · '),
    ),
  );
};

/** An outlet's own voice is of the outlet's side by its name; nothing is said twice. */
const voiceCell = (grade: Grade | undefined, { world }: Visit): Child => {
  if (grade === undefined) return null;
  const side = sideTag([grade.side], world);
  return grade.side === 'outlet' ? side : make('span', {}, capital(className(grade.class)), words().comma, side);
};

/** One row a kind of voice of a side, one column an interest: the same voice counts otherwise where it loses by its words. */
export const drawLetters = ({ sources: grades, diagonal }: Grades, visit: Visit): readonly Child[] => {
  const { sources } = pageWords();
  const rows = [...Map.groupBy(grades, (one) => JSON.stringify([one.class, one.side])).values()];
  const total = (ones: readonly Grade[]): number => ones.reduce((sum, { claims }) => sum + claims, 0);
  const table = rowsTable({
    caption: sources.lettersCaption,
    columns: [{ head: sources.voice }, ...INTERESTS.map((interest) => ({ head: sources.interests[interest] }))],
    rows: rows
      .toSorted((a, b) => total(b) - total(a))
      .map((ones) => [
        voiceCell(ones[0], visit),
        ...INTERESTS.map((interest) => letterCell(ones.find((one) => one.interest === interest))),
      ]),
  });
  const share = diagonal.share === null ? null : say(sources.diagonal, { n: diagonal.on, of: diagonal.graded });
  return [table, letterKey(), share === null ? null : make('p', { class: 'source' }, share)];
};

const letterKey = (): HTMLElement =>
  make(
    'p',
    { class: 'source letter-key' },
    LETTERS.map((letter) => `${letter}: ${pageWords().sources.letterMeans[letter]}`).join(' · '),
  );
