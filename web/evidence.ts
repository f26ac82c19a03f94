// The panel of a chosen place: verdict and reason, then every sentence behind it, marked in the report's own text.

import { capital, verdictOf } from '../src/drawing/words.ts';
import type { Day } from '../src/model/time.ts';
import type { ClaimRowAnswer, PeriodAnswer, ReportAnswer, WhyAnswer } from './answers.ts';
import { button, make } from './elements.ts';
import { drawItem } from './evidence-item.ts';
import { type GroupName, groupSteps, type Item } from './group-steps.ts';
import { glyphImage } from './list.ts';
import { placeName, provinceName } from './names.ts';
import { placeAddress } from './page-links.ts';
import { drawPlaceStripFigure } from './place-strip.ts';
import { drawRelated } from './related.ts';
import { sideWords } from './said.ts';
import { scopeWords } from './scopes.ts';
import { flagWords } from './table.ts';
import type { Page, Shown } from './view.ts';
import { dayWords, say, sayCount, sayNumber, words } from './words.ts';
import { controlCell } from './world.ts';

export interface Evidence {
  readonly why: WhyAnswer;
  readonly periods: readonly PeriodAnswer[];
  /** Everything that anybody claims of the place, newest day first. */
  readonly claims: readonly ClaimRowAnswer[];
  readonly reports: ReadonlyMap<string, ReportAnswer>;
}

const heads = (): Readonly<Record<GroupName, readonly [title: string, empty: string]>> => {
  const { evidence } = words();
  return {
    supports: [evidence.supports, evidence.noSupport],
    opposes: [evidence.opposes, evidence.noOpposition],
    threatens: [evidence.threatens, evidence.noThreat],
    besides: [evidence.besides, ''],
  };
};

const group = (head: string, empty: string, items: readonly HTMLElement[]): HTMLElement =>
  make(
    'section',
    { class: 'evidence-group' },
    make('h3', {}, head, make('span', { class: 'count' }, sayNumber(items.length))),
    items.length === 0 ? make('p', { class: 'empty' }, empty) : make('ul', { class: 'items' }, ...items),
  );

/** Of a disputed place neither side is the verdict's: each group is headed by whose word it is. */
const headOf = (page: Page, why: WhyAnswer, { name, items }: { name: GroupName; items: readonly Item[] }): string => {
  const sides = items[0]?.claim.sides ?? [];
  const isWord = why.status === 'disputed' && (name === 'supports' || name === 'opposes') && sides.length > 0;
  return isWord ? say(words().evidence.says, { side: sideWords(sides, page.world) }) : heads()[name][0];
};

export const drawGroups = (page: Page, { why, reports }: Evidence): readonly HTMLElement[] => {
  const { evidence } = words();
  const { groups, notCounted } = groupSteps(why);
  const drawn = (items: readonly Item[]): readonly HTMLElement[] =>
    items.map((item) => drawItem(page.world, item, reports));
  const answered = [...groups.values()].flat().some(({ denials }) => denials.length > 0);
  const emptyWords = (name: GroupName): string =>
    name === 'opposes' && answered ? words().evidence.answered : heads()[name][1];
  const shownGroups = [...groups]
    .filter(([name, items]) => name !== 'besides' || items.length > 0)
    .map(([name, items]) => group(headOf(page, why, { name, items }), emptyWords(name), drawn(items)));
  return [...shownGroups, group(evidence.notCounted, evidence.allCounted, drawn(notCounted))];
};

const periodDays = (from: Day, until: Day | null): string =>
  until === null
    ? say(words().dates.from, { from: dayWords(from) })
    : say(words().dates.until, { from: dayWords(from), until: dayWords(until) });

export const drawPeriods = (page: Page, periods: readonly PeriodAnswer[]): HTMLElement => {
  const rows = periods.map(({ holder, status, from, until }) => {
    const go = button(periodDays(from, until), { class: 'link' }, () => page.go({ on: from }));
    const verdict = verdictOf({ holder, status, against: [], flags: [] }, page.world.sides);
    return make('li', {}, go, `: ${verdict}`);
  });
  return make(
    'details',
    { class: 'periods' },
    make('summary', {}, sayCount(words().evidence.periods, periods.length)),
    make('ol', {}, ...rows),
  );
};

/** What was tried and would change the answer, a sentence each. */
const drawChanges = ({ wouldChange }: WhyAnswer): HTMLElement | null =>
  wouldChange.length === 0
    ? null
    : make(
        'details',
        { class: 'would-change' },
        make('summary', {}, words().evidence.wouldChange),
        make('ul', {}, ...wouldChange.map(({ sentence }) => make('li', { dir: 'auto' }, sentence))),
      );

export const beforeWords = (page: Page, { changedFrom }: WhyAnswer): string | null => {
  if (changedFrom === null) return null;
  const { holder, status, until } = changedFrom;
  const verdict = verdictOf({ holder, status, against: [], flags: [] }, page.world.sides);
  return say(words().evidence.before, { verdict, day: dayWords(until) });
};

/** Nobody has spoken: the panel says so, and does not lend the silence a colour. */
export const silenceWords = ({ place, flags, on, steps }: WhyAnswer): string | null =>
  flags.includes('baselineOnly') && steps.length === 0
    ? say(words().evidence.silence, { place: placeName(place), day: dayWords(on) })
    : null;

const line = (className: string, sentence: string | null): HTMLElement | null =>
  sentence === null || sentence === '' ? null : make('p', { class: className, dir: 'auto' }, sentence);

const likelihoodWords = (likelihood: string): string =>
  (words().likelihood as Readonly<Record<string, string>>)[likelihood] ?? likelihood;

/** In words; the number, in steps of five, and its range only for who asks. Of silence nothing is said. */
export const drawProbability = ({ p, holder, pLow, pHigh, likelihood, flags }: WhyAnswer): HTMLElement | null => {
  if (likelihood === null || p === null || flags.includes('baselineOnly')) return null;
  // A holder of a camp has his camp's probability, which stands under the camp's name.
  const within = Object.values(p).find((value) => value >= (pLow ?? 1) && value <= (pHigh ?? 0));
  const [about = 0, low = 0, high = 0] = [p[holder ?? ''] ?? within, pLow, pHigh].map(
    (value) => Math.round((value ?? 0) * 20) * 5,
  );
  return make(
    'details',
    { class: 'probability' },
    make('summary', {}, capital(likelihoodWords(likelihood))),
    make('p', {}, say(words().evidence.probability, { about, low, high })),
  );
};

const head = (page: Page, why: WhyAnswer): readonly (HTMLElement | null)[] => [
  make('h2', { id: 'panel-title', tabindex: -1 }, placeName(why.place)),
  line('where', [scopeWords(why.scope), provinceName(why.place.province)].filter((word) => word !== null).join(' · ')),
  make(
    'div',
    { class: 'verdict-block' },
    glyphImage(why, page.world, 26),
    make('p', { class: 'verdict-words' }, verdictOf(controlCell(why), page.world.sides)),
  ),
  drawProbability(why),
  line('reason', silenceWords(why) ?? why.reason),
  line('before', beforeWords(page, why)),
  line('flags', why.flags.map(flagWords).join(' · ')),
];

/** A link that shows the same next year: day, known-until and ledger state are all in it. */
const copyLink = (page: Page, shown: Shown, link: (shown: Shown) => string): HTMLElement =>
  button(words().evidence.copyLink, {}, () => {
    navigator.clipboard.writeText(link(shown)).then(
      () => page.say(words().evidence.copied),
      () => page.say(say(words().evidence.theLink, { link: link(shown) })),
    );
  });

const ownPage = ({ state, on }: Shown, { why }: Evidence): HTMLElement =>
  make('a', { href: placeAddress(why.place.id, why.scope, { ...state, on }) }, words().nav.placePage);

/** The whole panel. `link` gives the address that always shows the same. */
export const drawEvidence = (
  page: Page,
  { shown, evidence }: { readonly shown: Shown; readonly evidence: Evidence },
  link: (shown: Shown) => string,
): readonly HTMLElement[] => {
  const back = button(sayCount(words().evidence.back, shown.cells.length), { class: 'link' }, () =>
    page.go({ place: null, scope: null }),
  );
  return [
    make('div', { class: 'panel-tools' }, back, ownPage(shown, evidence), copyLink(page, shown, link)),
    ...[...head(page, evidence.why), drawChanges(evidence.why)].filter((each) => each !== null),
    ...[drawRelated(page, shown, evidence.why)].filter((each) => each !== null),
    drawPlaceStripFigure(page, shown, evidence),
    drawPeriods(page, evidence.periods),
    ...drawGroups(page, evidence),
  ];
};
