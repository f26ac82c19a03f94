// One number with its words, its picture, its figures, what answers it, and who of its own side speaks against it.

import type { AggregateAnswer } from '../answers.ts';
import { make, mount } from '../elements.ts';
import { placeName } from '../names.ts';
import { sideNumberOf, whenWords } from '../said.ts';
import { say, sayCount, sayNumber, words } from '../words.ts';
import type { World } from '../world.ts';
import { drawCountPicture } from './count-picture.ts';
import { pageWords } from './page-words.ts';
import { sideTag, sourceLink, voiceName } from './source-words.ts';
import type { Visit } from './visit.ts';

const quoteWords = ({ quote }: AggregateAnswer): string => `“${quote.text.replace(/\s+/g, ' ')}”`;

const rangeOf = ({ low, high }: { readonly low: number; readonly high: number }): string =>
  say(pageWords().counts.range, { low, high });

type Row = readonly [head: string, told: string | null];

const denominatorRow = ({ denominator }: AggregateAnswer): Row => {
  const { counts } = pageWords();
  if (denominator === null) return [counts.whole, null];
  const { stated, gazetteer, lists } = denominator;
  const list = lists[0] === undefined ? '' : say(counts.listed, { list: lists[0].list, edition: lists[0].edition });
  return [
    counts.whole,
    stated === null
      ? say(counts.wholeNotSaid, { gazetteer })
      : say(counts.wholeSaid, { stated, list: lists.length === 0 ? counts.noList : list, gazetteer }),
  ];
};

/** The figures behind the sentence, a row each; none is left out where there is one. */
const rowsOf = (one: AggregateAnswer): readonly Row[] => {
  const { counts } = pageWords();
  const { ledger, named, namingGap } = one;
  return [
    [counts.heard, ledger === null ? null : rangeOf(ledger.heard)],
    [counts.drift, ledger === null ? null : rangeOf(ledger)],
    [counts.spokenOf, ledger === null ? null : say(counts.of, { n: ledger.spokenOf, of: ledger.places })],
    [counts.named, named === null ? null : sayNumber(named.length)],
    [
      counts.gap,
      namingGap === null ? null : say(namingGap < 0 ? counts.gapMore : counts.gapFewer, { n: Math.abs(namingGap) }),
    ],
    denominatorRow(one),
  ];
};

const drawFigures = (one: AggregateAnswer): HTMLElement =>
  make(
    'dl',
    { class: 'figures' },
    ...rowsOf(one)
      .filter(([, told]) => told !== null)
      .flatMap(([head, told]) => [make('div', {}, make('dt', {}, head), make('dd', { dir: 'auto' }, told))]),
  );

const picture = (one: AggregateAnswer, world: World): HTMLElement | null => {
  const { stated, ledger } = one;
  if (stated === null || ledger === null) return null;
  const drawn = drawCountPicture({ ...one, stated, ledger }, sideNumberOf(one.sides, world), one.sentence);
  return make('figure', {}, mount(drawn));
};

const differenceWords = (differs: readonly string[]): string => {
  const { counts } = pageWords();
  const names: Readonly<Record<string, string>> = counts.differences;
  return differs.length === 0
    ? counts.nothingDiffers
    : say(counts.differs, { what: differs.map((each) => names[each] ?? each).join(words().comma) });
};

export type Known = ReadonlyMap<string, AggregateAnswer>;

/** What answers it stands beside it, word by word, with what differs; neither corrects the other. */
const drawBeside = (one: AggregateAnswer, { world, moment }: Visit, byId: Known): HTMLElement | null => {
  const { counts } = pageWords();
  const items = one.beside.flatMap((beside) => {
    const other = byId.get(beside.aggregate);
    if (other === undefined) return [];
    return [
      make(
        'li',
        { class: 'beside' },
        make('p', { class: 'answers' }, beside.direction === 'answers' ? counts.answers : counts.answeredBy),
        make('p', {}, make('a', { href: `#${other.id}` }, quoteWords(other))),
        make('p', {}, voiceName(other, other.source.outlet), ', ', sideTag(other.sides, world)),
        make('p', { class: 'source' }, sourceLink(other.source, moment)),
        make(
          'p',
          { class: 'source' },
          beside.sameProposition ? counts.sameQuestion : counts.otherQuestion,
          ' ',
          differenceWords(beside.differs),
        ),
      ),
    ];
  });
  return items.length === 0 ? null : make('ul', { class: 'besides' }, ...items);
};

const MOST_ADMISSIONS = 6;

const drawAdmissions = ({ contradictedBy }: AggregateAnswer, world: World): HTMLElement | null => {
  if (contradictedBy.length === 0) return null;
  const { counts } = pageWords();
  const items = contradictedBy
    .slice(0, MOST_ADMISSIONS)
    .map(({ claim }) =>
      make(
        'li',
        {},
        `${placeName(claim.place)}: ${voiceName(claim, null)}, `,
        sideTag(claim.sides, world),
        ` “${claim.quote.text}”`,
      ),
    );
  const more = contradictedBy.length - MOST_ADMISSIONS;
  return make(
    'details',
    {},
    make('summary', {}, sayCount(counts.ownSide, contradictedBy.length)),
    make('ul', {}, ...items, more > 0 ? make('li', {}, say(counts.moreOwn, { n: more })) : null),
  );
};

const fitWords = ({ verdict }: AggregateAnswer): string => pageWords().counts.verdicts[verdict];

export const drawCount = (one: AggregateAnswer, visit: Visit, byId: Known): HTMLElement =>
  make(
    'li',
    { class: 'count-item', id: one.id },
    make(
      'div',
      { class: 'count-said' },
      make('blockquote', { dir: 'auto' }, make('mark', {}, quoteWords(one))),
      make('p', {}, make('strong', {}, voiceName(one, one.source.outlet)), ', ', sideTag(one.sides, visit.world)),
      make('p', { class: 'source' }, sourceLink(one.source, visit.moment), `, ${whenWords(one.when)}`),
      drawBeside(one, visit, byId),
    ),
    make(
      'div',
      { class: 'count-ledger' },
      make('p', { class: `fit of-${one.verdict}` }, make('strong', {}, fitWords(one))),
      picture(one, visit.world),
      make('p', { class: 'source', dir: 'auto' }, one.sentence),
      drawAdmissions(one, visit.world),
    ),
    drawFigures(one),
  );
