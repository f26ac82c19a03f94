// What was read in one report, item by item in the order of the text, each with a link to its words in it.

import { capital } from '../../src/drawing/words.ts';
import { isNotUnderstood } from '../../src/model/outcome.ts';
import type { Quote, Span } from '../../src/model/text.ts';
import { type Child, make } from '../elements.ts';
import { placeName, provinceName } from '../names.ts';
import { placeAddress } from '../page-links.ts';
import { empty } from '../rows-table.ts';
import { propositionWords, whenWords } from '../said.ts';
import { scopeWords } from '../scopes.ts';
import { say, sayNumber, words } from '../words.ts';
import { fatalityWords, typeWords } from './incident-words.ts';
import { pageWords } from './page-words.ts';
import { markId, missed, type Read, type WholeReport } from './report-marks.ts';
import type { MarkKind } from './report-text.ts';
import { sideTag, voiceName } from './source-words.ts';
import type { Visit } from './visit.ts';

type Claim = Read['claims'][number];

const quoteLink = (kind: MarkKind, span: Span, text: string): HTMLElement =>
  make('a', { class: `quote-link of-${kind}`, href: `#${markId(kind, span)}` }, `“${text.replace(/\s+/g, ' ')}”`);
const quoted = (kind: MarkKind, quote: Quote): HTMLElement => quoteLink(kind, quote, quote.text);

const byQuote = <T extends { readonly quote: Span }>(found: readonly T[]): readonly T[] =>
  found.toSorted((a, b) => a.quote.start - b.quote.start);

const item = (...parts: readonly Child[]): HTMLElement => make('li', { class: 'read-item' }, ...parts);
const line = (...parts: readonly Child[]): HTMLElement => make('p', {}, ...parts);

const group = (title: string, [none, n]: readonly [string, number], items: readonly HTMLElement[]): HTMLElement =>
  make(
    'section',
    { class: 'read-group' },
    make('h3', {}, title, make('span', { class: 'count' }, sayNumber(n))),
    items.length === 0 ? empty(none) : make('ul', {}, ...items),
  );

const placeLink = ({ place, scope }: Claim, { moment }: Visit): HTMLElement =>
  make(
    'strong',
    {},
    place.id === null ? place.name : make('a', { href: placeAddress(place.id, scope, moment) }, placeName(place)),
  );

const whereWords = ({ place, scope }: Claim): string =>
  [scopeWords(scope).toLowerCase(), provinceName(place.province)].filter((each) => each !== null).join(words().comma);

/** One sentence may name many places: they stand together, as they do in the sentence. */
const sentenceKey = ({ quote, kind, actor, polarity, modality, speaker, role, when }: Claim): string =>
  JSON.stringify([quote.start, quote.end, kind, actor, polarity, modality, speaker, role, when.earliest, when.latest]);

const claimItem =
  (report: WholeReport, visit: Visit) =>
  (alike: readonly Claim[]): readonly HTMLElement[] => {
    const [claim] = alike;
    if (claim === undefined) return [];
    const { outlet } = report;
    const named = alike.map((one) => make('li', {}, placeLink(one, visit), `, ${whereWords(one)}`));
    return [
      item(
        make('ul', { class: 'named-places' }, ...named),
        line(capital(propositionWords(claim, visit.world))),
        line(voiceName(claim, outlet), ', ', sideTag(claim.sides, visit.world)),
        line(quoted('claim', claim.quote)),
        claim.answers === null ? null : make('p', { class: 'source' }, pageWords().report.answers),
      ),
    ];
  };

/** The count in the head is of claims, of which one item may hold several. */
const claimGroup = (report: WholeReport, visit: Visit): HTMLElement => {
  const { claims } = report.read;
  const { report: told } = pageWords();
  const items = [...Map.groupBy(byQuote(claims), sentenceKey).values()].flatMap(claimItem(report, visit));
  return group(told.claims, [told.noClaims, claims.length], items);
};

const countItem =
  ({ outlet }: WholeReport, { world }: Visit) =>
  (count: Read['aggregates'][number]) =>
    item(
      line(quoted('count', count.quote)),
      line(voiceName(count, outlet), ', ', sideTag(count.sides, world), ', ', whenWords(count.when)),
    );

const incidentItem =
  ({ outlet }: WholeReport, { world }: Visit) =>
  (incident: Read['incidents'][number]) =>
    item(
      line(
        make('strong', {}, capital(typeWords(incident))),
        incident.place === null ? null : `, ${placeName(incident.place)}`,
        `, ${whenWords(incident.when)}`,
      ),
      incident.fatalities === null ? null : line(fatalityWords(incident)),
      line(voiceName(incident, outlet), ', ', sideTag(incident.sides, world)),
      line(quoted('incident', incident.quote)),
    );

const noteItem =
  ({ text }: WholeReport) =>
  ({ message, span }: Read['notes'][number]) =>
    item(line(message), span === null ? null : line(quoteLink('note', span, text.slice(span.start, span.end))));

const refusalItem = ({ text }: WholeReport, { reason, span, expected }: Read['refusals'][number]): HTMLElement =>
  item(
    line(reason),
    span === null ? null : line(quoteLink('refused', span, text.slice(span.start, span.end))),
    expected.length === 0
      ? null
      : make('p', { class: 'source' }, say(pageWords().refusals.expected, { what: expected.join(words().comma) })),
  );

const correctionItem = ({ quote, of, text }: Read['corrections'][number]): HTMLElement =>
  item(
    line(`“${quote.text}”`),
    line(text),
    of === null ? null : make('p', { class: 'source' }, [of.place, of.kind, of.date].filter(Boolean).join(' · ')),
  );

/** The groups beside the text; those that nothing depends on are left out where they are empty. */
export const drawReadItems = (report: WholeReport, visit: Visit): readonly HTMLElement[] => {
  const { aggregates, incidents, notes, refusals, corrections } = report.read;
  const { report: told } = pageWords();
  const unread = missed(report.read);
  const plain = notes.filter((note) => !isNotUnderstood(note));
  const countItems = byQuote(aggregates).map(countItem(report, visit));
  const incidentItems = byQuote(incidents).map(incidentItem(report, visit));
  const refused = refusals.map((one) => refusalItem(report, one));
  const granted = plain.map((note) => item(line(note.message)));
  return [
    claimGroup(report, visit),
    group(told.counts, [told.noCounts, aggregates.length], countItems),
    group(told.incidents, [told.noIncidents, incidents.length], incidentItems),
    group(told.missed, [told.noMissed, unread.length], unread.map(noteItem(report))),
    group(told.refused, [told.noRefused, refusals.length], refused),
    ...(plain.length === 0 ? [] : [group(told.notes, ['', plain.length], granted)]),
    ...(corrections.length === 0
      ? []
      : [group(told.corrections, ['', corrections.length], corrections.map(correctionItem))]),
  ];
};
