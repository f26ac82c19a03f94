// The table of speakers: each voice with what it claimed, what was denied, and what came true.
import { capital } from '../../src/drawing/words.ts';
import type { speakerRecord } from '../../src/publishing/overview-records.ts';
import { button, type Child, make } from '../elements.ts';
import { empty, rowsTable } from '../rows-table.ts';
import { say, sayNumber, shortDayWords, words } from '../words.ts';
import { pageWords } from './page-words.ts';
import { sideTag } from './source-words.ts';
import type { Visit } from './visit.ts';
import { className } from './voice-classes.ts';

export type Speaker = ReturnType<typeof speakerRecord>;

const SHOWN = 40;

export const speakerName = ({ speaker, class: voice }: Speaker): string =>
  capital(speaker ?? say(pageWords().sources.unnamed, { voice: className(voice) }));

const speakerCell = (one: Speaker): HTMLElement => {
  const more = one.roles.length - 2;
  const roles = [...one.roles.slice(0, 2), ...(more > 0 ? [say(pageWords().sources.moreRoles, { n: more })] : [])];
  return make(
    'span',
    {},
    make('strong', {}, speakerName(one)),
    one.speaker === null || roles.length === 0
      ? null
      : make('span', { class: 'source' }, ` ${roles.join(words().comma)}`),
  );
};

const shareWords = ({ cameTrue, checkable }: Pick<Speaker, 'cameTrue' | 'checkable'>): string =>
  checkable === null || cameTrue === null || checkable === 0
    ? '—'
    : say(pageWords().sources.share, { n: cameTrue, of: checkable });

const daysWords = ({ first, last }: Speaker): string => {
  if (first === null || last === null) return '—';
  return first === last ? shortDayWords(first) : `${shortDayWords(first)} – ${shortDayWords(last)}`;
};

const drawSpeakerTable = (rows: readonly Speaker[], visit: Visit): HTMLElement => {
  const { sources } = pageWords();
  return rowsTable({
    caption: sources.speakersCaption,
    columns: [
      { head: sources.speaker },
      { head: sources.side, short: true },
      { head: sources.claims, numeric: true },
      { head: sources.denied, numeric: true },
      { head: sources.cameTrue, numeric: true },
      { head: sources.denials, numeric: true },
      { head: sources.outlets, numeric: true },
      { head: sources.days, short: true },
    ],
    rows: rows.map((one) => [
      speakerCell(one),
      sideTag(one.sides, visit.world),
      sayNumber(one.claims),
      sayNumber(one.denied),
      shareWords(one),
      sayNumber(one.denials),
      sayNumber(one.outlets),
      daysWords(one),
    ]),
  });
};

/** The first of them; the rest when a person wants them. */
export const drawSpeakers = (rows: readonly Speaker[], visit: Visit): readonly Child[] => {
  const { sources } = pageWords();
  if (rows.length === 0) return [empty(sources.noSpeaker)];
  const frame = make('div', {}, drawSpeakerTable(rows.slice(0, SHOWN), visit));
  if (rows.length <= SHOWN) return [frame];
  const more = button(say(sources.all, { n: rows.length }), { class: 'more' }, () => {
    frame.replaceChildren(drawSpeakerTable(rows, visit));
    more.remove();
  });
  return [frame, more];
};
