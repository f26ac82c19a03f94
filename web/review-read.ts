// What would be read of a report: each claim beside its words, what could not be used, and the whole text with the words marked.

import { make } from './elements.ts';
import { cellName } from './names.ts';
import type { Supposed } from './review-api.ts';
import { reviewWords } from './review-words.ts';
import { propositionWords, sideWords, whenWords } from './said.ts';
import { piecesOf } from './sentence.ts';
import { say, sayCount } from './words.ts';
import type { World } from './world.ts';

type Read = NonNullable<Supposed['read']>;
type Claim = Read['claims'][number];

const claimWords = (claim: Claim, world: World): string => {
  const { place, scope } = claim;
  const where = place.id === null ? say(reviewWords().said.open, { name: place.name }) : cellName({ place, scope });
  return `${where}: ${propositionWords(claim, world)}`;
};

const drawClaim = (claim: Claim, world: World): HTMLElement =>
  make(
    'li',
    { class: 'read-claim' },
    make('p', {}, make('strong', {}, claimWords(claim, world))),
    make(
      'p',
      { class: 'speaker' },
      `${claim.speaker ?? claim.role ?? reviewWords().said.outlet} [${sideWords(claim.sides, world)}]`,
    ),
    make('blockquote', {}, make('mark', {}, claim.quote.text)),
  );

const headWords = ({ report }: Read): string =>
  [
    report?.outlet ?? reviewWords().said.outletUnknown,
    report === null ? null : whenWords(report.published),
    report?.url,
  ]
    .filter((word) => word !== null && word !== undefined)
    .join(' · ');

const drawRefusals = ({ refusals }: Read): HTMLElement | null =>
  refusals.length === 0
    ? null
    : make(
        'div',
        {},
        make('p', {}, sayCount(reviewWords().drop.refusals, refusals.length)),
        make('ul', { class: 'read-refusals' }, ...refusals.map(({ reason }) => make('li', {}, reason))),
      );

const drawText = ({ report, claims }: Read): HTMLElement | null => {
  if (report === null) return null;
  const all = { start: 0, end: report.text.length };
  const quotes = claims.map(({ quote }) => quote);
  const pieces = piecesOf(report.text, all, quotes).map(({ text, marked }) => (marked ? make('mark', {}, text) : text));
  return make(
    'details',
    { class: 'report' },
    make('summary', {}, reviewWords().drop.whole),
    make('div', { class: 'report-text' }, ...pieces),
  );
};

export const drawRead = ({ read }: Supposed, world: World): HTMLElement => {
  if (read === null) return make('div', {});
  const { claims, aggregates, incidents } = read;
  return make(
    'div',
    { class: 'read' },
    make('p', { class: 'source' }, headWords(read)),
    make('p', {}, sayCount(reviewWords().drop.claims, claims.length)),
    make('ul', {}, ...claims.map((claim) => drawClaim(claim, world))),
    make(
      'p',
      { class: 'source' },
      say(reviewWords().drop.others, { aggregates: aggregates.length, incidents: incidents.length }),
    ),
    drawRefusals(read),
    drawText(read),
  );
};
