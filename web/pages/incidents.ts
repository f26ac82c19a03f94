// Incidents: what happened, where and when, and how many were killed by whose word. Tellings of one event stand together.

import { capital } from '../../src/drawing/words.ts';
import { INCIDENT_TYPES } from '../../src/model/claim.ts';
import type { incidentRowRecord } from '../../src/publishing/overview-records.ts';
import { ask } from '../answers.ts';
import { button, type Child, make } from '../elements.ts';
import { placeName, provinceName } from '../names.ts';
import { placeAddress } from '../page-links.ts';
import { empty } from '../rows-table.ts';
import { whenWords } from '../said.ts';
import { say, sayCount, words } from '../words.ts';
import { drawFilters } from './filters.ts';
import { fatalityWords, rangeWords, typeWords } from './incident-words.ts';
import { pageWords } from './page-words.ts';
import { sideTag, sourceLink, voiceName } from './source-words.ts';
import type { View, Visit } from './visit.ts';

type Incident = ReturnType<typeof incidentRowRecord>;

/** Each event with all its tellings, the order kept; a telling of an event on another page stands alone. */
export const eventsOf = <T extends Pick<Incident, 'id' | 'sameEvent'>>(
  rows: readonly T[],
): readonly (readonly T[])[] => {
  const known = new Map(rows.map((row) => [row.id, row]));
  const rootOf = (row: T): string => {
    const seen = new Set<string>([row.id]);
    let at = row;
    for (;;) {
      const next = at.sameEvent === null ? undefined : known.get(at.sameEvent);
      if (next === undefined || seen.has(next.id)) return at.id;
      seen.add(next.id);
      at = next;
    }
  };
  return [...Map.groupBy(rows, rootOf).values()];
};

/** The lowest and the highest that anybody tells. */
const spanOf = (tellings: readonly Incident[]) => {
  const told = tellings.flatMap(({ fatalities }) => fatalities ?? []);
  if (told.length === 0) return null;
  return { low: Math.min(...told.map(({ low }) => low)), high: Math.max(...told.map(({ high }) => high)) };
};

const partyWords = ({ actor, target }: Incident, { world }: Visit): string | null => {
  const { incidents } = pageWords();
  const name = (id: string): string => world.sides.get(id)?.name ?? id;
  const parts = [
    actor === null ? null : say(incidents.by, { who: name(actor) }),
    target === null ? null : say(incidents.against, { who: name(target) }),
  ].filter((each) => each !== null);
  return parts.length === 0 ? null : parts.join(words().comma);
};

const telling = (one: Incident, { world, moment }: Visit): HTMLElement => {
  const { incidents } = pageWords();
  const doubts = [
    one.polarity === 'denied' ? incidents.denied : null,
    one.modality === 'reported' ? words().evidence.reported : null,
    one.injuries === null ? null : say(incidents.injured, { n: rangeWords(one.injuries) }),
  ].filter((each) => each !== null);
  return make(
    'li',
    { class: 'telling' },
    make(
      'p',
      {},
      make('strong', {}, fatalityWords(one)),
      doubts.length === 0 ? null : ` (${doubts.join(words().comma)})`,
      say(incidents.says, { who: voiceName(one, one.source.outlet) }),
      ' ',
      sideTag(one.sides, world),
    ),
    make('blockquote', { dir: 'auto' }, make('mark', {}, one.quote.text.replace(/\s+/g, ' '))),
    make('p', { class: 'source' }, sourceLink(one.source, moment)),
    one.deniedBy === null
      ? null
      : make('p', { class: 'answers' }, incidents.deniedBy, ' ', sideTag([one.deniedBy], world)),
  );
};

const placeCell = ({ place }: Incident, { moment }: Visit): Child => {
  if (place === null) return pageWords().incidents.noPlace;
  const name =
    place.id === null
      ? place.name
      : make('a', { href: placeAddress(place.id, null, moment), 'data-row': true }, placeName(place));
  return make(
    'span',
    {},
    name,
    place.province === null ? null : make('span', { class: 'source' }, ` ${provinceName(place.province)}`),
  );
};

const drawEvent = (tellings: readonly Incident[], visit: Visit): HTMLElement | null => {
  const [first] = tellings;
  if (first === undefined) return null;
  const span = spanOf(tellings);
  const parties = partyWords(first, visit);
  return make(
    'li',
    { class: 'event' },
    make(
      'div',
      { class: 'event-head' },
      make('p', { class: 'event-day' }, whenWords(first.when)),
      make('p', { class: 'row-title' }, placeCell(first, visit)),
      make(
        'p',
        {},
        capital(typeWords(first)),
        parties === null ? null : make('span', { class: 'source' }, ` ${parties}`),
      ),
    ),
    make(
      'p',
      { class: 'event-toll' },
      ...(span === null
        ? []
        : [make('strong', { class: 'toll' }, rangeWords(span)), ` ${pageWords().incidents.killedHead}`]),
    ),
    make('ul', { class: 'tellings' }, ...tellings.map((one) => telling(one, visit))),
  );
};

/** Every place that an incident of the ledger is put at, with its province: what can be asked for. */
const placesIn = (all: readonly Incident[]): readonly (readonly [string, string])[] => {
  const named = all.flatMap(({ place }) => (place?.id == null ? [] : [[place.id, place] as const]));
  return [...new Map(named)]
    .map(
      ([id, place]) =>
        [
          id,
          [placeName(place), provinceName(place.province)].filter((each) => each !== null).join(words().comma),
        ] as const,
    )
    .sort(([, a], [, b]) => a.localeCompare(b));
};

const filters = (visit: Visit, all: readonly Incident[]): HTMLElement => {
  const { incidents, frame } = pageWords();
  const types: Readonly<Record<string, string>> = incidents.types;
  return drawFilters(visit, [
    {
      ...{ name: 'type', label: incidents.type, type: 'choice', value: visit.asked('type') },
      options: [['', frame.any], ...INCIDENT_TYPES.map((type) => [type, types[type] ?? type] as const)],
    },
    {
      ...{ name: 'at', label: words().table.place, type: 'choice', value: visit.asked('at') },
      options: [['', frame.any], ...placesIn(all)],
    },
    { name: 'from', label: frame.from, type: 'date', value: visit.asked('from') },
    { name: 'until', label: frame.until, type: 'date', value: visit.asked('until') },
  ]);
};

const MOST = 1000;
const SHOWN = 100;

/** The newest first; the rest when a person wants them. */
const drawEvents = (events: readonly (readonly Incident[])[], visit: Visit): readonly Child[] => {
  if (events.length === 0) return [empty(pageWords().incidents.none)];
  const list = make('ul', { class: 'rows events' }, ...events.slice(0, SHOWN).map((each) => drawEvent(each, visit)));
  if (events.length <= SHOWN) return [list];
  const more = button(say(pageWords().incidents.all, { n: events.length }), { class: 'more' }, () => {
    list.append(...events.slice(SHOWN).flatMap((each) => drawEvent(each, visit) ?? []));
    more.remove();
  });
  return [list, more];
};

export const showIncidents = async (visit: Visit): Promise<View> => {
  const asked = {
    type: visit.asked('type'),
    place: visit.asked('at'),
    from: visit.asked('from'),
    until: visit.asked('until'),
  };
  const isAsked = Object.values(asked).some((each) => each !== null);
  const all = await ask<readonly Incident[]>('/api/incidents', { limit: MOST });
  const found = isAsked ? await ask<readonly Incident[]>('/api/incidents', { ...asked, limit: MOST }) : all;
  const events = eventsOf(found.data);
  const { incidents } = pageWords();
  const told = sayCount(incidents.found, events.length);
  if (isAsked) visit.say(told);
  return {
    ...{ page: 'incidents', title: incidents.title, stamp: found.meta },
    sub: incidents.sub,
    parts: [
      filters(visit, all.data),
      make('p', { class: 'found' }, told),
      ...drawEvents(events, visit),
      found.meta.next === null ? null : empty(say(incidents.more, { n: MOST })),
    ],
  };
};
