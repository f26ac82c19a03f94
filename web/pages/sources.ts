// Who speaks and who prints it: each voice with what it claimed and what became of it, the letters by interest, the outlets.
import { capital } from '../../src/drawing/words.ts';
import { LETTERS } from '../../src/model/source.ts';
import type { speakerRecord } from '../../src/publishing/overview-records.ts';
import type { sourceGradeRecord } from '../../src/publishing/source-records.ts';
import { ask } from '../answers.ts';
import { button, type Child, make } from '../elements.ts';
import { knownWords } from '../headline.ts';
import { addressWith } from '../page-links.ts';
import { sideWords } from '../said.ts';
import { say, sayCount, sayNumber, shortDayWords, words } from '../words.ts';
import { drawFilters } from './filters.ts';
import { pageWords } from './page-words.ts';
import { sideTag } from './source-words.ts';
import { drawTable, empty, section } from './tables.ts';
import type { View, Visit } from './visit.ts';

type Speaker = ReturnType<typeof speakerRecord>;
type Grade = ReturnType<typeof sourceGradeRecord>;
interface Outlet {
  readonly outlet: string | null;
  readonly affiliation: string | null;
  readonly reports: number;
  readonly copies: number;
  readonly claims: number;
}
interface Grades {
  readonly sources: readonly Grade[];
  readonly diagonal: { readonly graded: number; readonly on: number; readonly share: number | null };
}

const SHOWN = 40;

const className = (voice: string): string =>
  (pageWords().sources.classes as Readonly<Record<string, string>>)[voice] ?? voice.replaceAll('-', ' ');

const nameOf = ({ speaker, class: voice }: Speaker): string =>
  capital(speaker ?? say(pageWords().sources.unnamed, { voice: className(voice) }));

const speakerName = (one: Speaker): HTMLElement => {
  const more = one.roles.length - 2;
  const roles = [...one.roles.slice(0, 2), ...(more > 0 ? [say(pageWords().sources.moreRoles, { n: more })] : [])];
  return make(
    'span',
    {},
    make('strong', {}, nameOf(one)),
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
  return drawTable({
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
      speakerName(one),
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
const drawSpeakers = (rows: readonly Speaker[], visit: Visit): readonly Child[] => {
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

/** One row a kind of voice of a side, one column an interest: the same voice counts otherwise where it loses by its words. */
const drawLetters = ({ sources: grades, diagonal }: Grades, visit: Visit): readonly Child[] => {
  const { sources } = pageWords();
  const rows = [...Map.groupBy(grades, (one) => JSON.stringify([one.class, one.side])).values()];
  const total = (ones: readonly Grade[]): number => ones.reduce((sum, { claims }) => sum + claims, 0);
  const table = drawTable({
    caption: sources.lettersCaption,
    columns: [{ head: sources.voice }, ...INTERESTS.map((interest) => ({ head: sources.interests[interest] }))],
    rows: rows
      .toSorted((a, b) => total(b) - total(a))
      .map((ones) => [
        make(
          'span',
          {},
          capital(className(ones[0]?.class ?? '')),
          ', ',
          sideTag([ones[0]?.side ?? 'unknown'], visit.world),
        ),
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

const drawOutlets = (outlets: readonly Outlet[], visit: Visit): readonly Child[] => {
  const { sources } = pageWords();
  const link = (outlet: string | null): Child =>
    outlet === null
      ? words().evidence.outletUnknown
      : make('a', { href: addressWith('/reports', visit.moment, { outlet }) }, outlet);
  const near = ({ affiliation }: Outlet): string =>
    affiliation === null ? '—' : sideWords([affiliation], visit.world);
  return [
    drawTable({
      caption: sources.outletsCaption,
      columns: [
        { head: pageWords().frame.outlet },
        { head: sources.reports, numeric: true },
        { head: sources.copies, numeric: true },
        { head: sources.claims, numeric: true },
        { head: sources.affiliation },
      ],
      rows: outlets.map((one) => [
        link(one.outlet),
        sayNumber(one.reports),
        sayNumber(one.copies),
        sayNumber(one.claims),
        near(one),
      ]),
    }),
  ];
};

const isWanted = (one: Speaker, visit: Visit): boolean => {
  const side = visit.asked('side');
  const q = visit.asked('q')?.toLowerCase() ?? '';
  const said = [nameOf(one), ...one.roles].join(' ').toLowerCase();
  return (side === null || one.sides.some((each) => each === side)) && said.includes(q);
};

const filters = (visit: Visit, speakers: readonly Speaker[]): HTMLElement => {
  const { sources, frame } = pageWords();
  const sides = [...new Set(speakers.flatMap((one) => one.sides))];
  return drawFilters(visit, [
    { name: 'q', label: sources.find, type: 'search', value: visit.asked('q') },
    {
      ...{ name: 'side', label: sources.side, type: 'choice', value: visit.asked('side') },
      options: [['', frame.any], ...sides.map((side) => [side, sideWords([side], visit.world)] as const)],
    },
  ]);
};

export const showSources = async (visit: Visit): Promise<View> => {
  const { asOf, seq } = visit.moment;
  const [speakers, grades, outlets] = await Promise.all([
    ask<readonly Speaker[]>('/api/speakers', { asOf, seq }),
    ask<Grades>('/api/sources/grades', { asOf, seq }),
    ask<readonly Outlet[]>('/api/sources'),
  ]);
  const { sources } = pageWords();
  const wanted = speakers.data.filter((one) => isWanted(one, visit));
  const found = sayCount(sources.found, wanted.length);
  if (visit.asked('q') !== null || visit.asked('side') !== null) visit.say(found);
  return {
    ...{ page: 'sources', title: sources.title, stamp: speakers.meta },
    sub: say(sources.sub, { known: knownWords(asOf) }),
    parts: [
      section(
        sources.speakers,
        filters(visit, speakers.data),
        make('p', { class: 'found' }, found),
        ...drawSpeakers(wanted, visit),
      ),
      section(sources.letters, make('p', {}, sources.lettersSay), ...drawLetters(grades.data, visit)),
      section(sources.outletsTitle, make('p', {}, sources.outletsSay), ...drawOutlets(outlets.data, visit)),
    ],
  };
};
