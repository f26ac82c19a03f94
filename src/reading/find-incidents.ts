// Things that happened beside the change of hands (reading guide, Incident): ACLED's six types and displacement.
// Invariant: a fight that is a claim is an incident only with losses; headings repeat and are passed over.
import type { Attribution, Incident } from '../model/claim.ts';
import type { Lexicon } from '../model/lexicon.ts';
import type { PlaceMention } from '../model/place.ts';
import type { Span } from '../model/text.ts';
import { overlaps, quoteOf } from '../model/text.ts';
import type { When } from '../model/time.ts';
import { attributionAt } from './attribution-at.ts';
import { saidOn } from './find-dates.ts';
import { hasPhrase } from './find-phrases.ts';
import { frameOver } from './frame-over.ts';
import { type Cue, type Found, findCues, partsOf, VIOLENT } from './incident-cues.ts';
import type { Draft, Pass, PlaceMark, Sentence } from './marks.ts';
import { incidentId } from './record-ids.ts';
import { sideAt } from './resolve-actors.ts';

/** The words of the frame's content around the cue, else the sentence. */
const clauseAround = (cue: Span, sentence: Sentence, draft: Draft): Span => {
  const frame = frameOver(draft, cue.start);
  const content = frame?.content.find((span) => overlaps(span, cue) && overlaps(span, sentence));
  const start = Math.max(sentence.start, content?.start ?? sentence.start);
  const end = Math.min(sentence.end, content?.end ?? sentence.end);
  return { start, end: draft.report.text.slice(start, end).trimEnd().length + start };
};

const isLarger = ({ candidates, kindWord }: PlaceMark, { theatre }: Draft): boolean =>
  kindWord === 'province' ||
  (candidates.length > 0 &&
    candidates.every((id) => ['province', 'country'].includes(theatre.gazetteer.get(id)?.kind ?? '')));

/** How many sentences back a place may have been named and still be meant. */
const REACH = 2;

/** The nearest place of the sentence, one inside a province before the province; else the place last spoken of. */
const placeNear = (cue: Span, sentence: Sentence, draft: Draft): PlaceMention | null => {
  const places = draft.mentions
    .filter((mark) => mark.type === 'place')
    .filter((mark) => mark.sentence <= sentence.index && mark.sentence >= sentence.index - REACH);
  const own = places
    .filter((mark) => mark.sentence === sentence.index)
    .sort((a, b) => Math.abs(a.start - cue.start) - Math.abs(b.start - cue.start));
  const found = own.find((mark) => !isLarger(mark, draft)) ?? own[0];
  if (found) return mentionOf(found, draft);
  const spoken = draft.claims.findLast(
    ({ quote }) => quote.start < cue.start && isRecent(quote.start, sentence, draft),
  );
  const before = places.findLast((mark) => !isLarger(mark, draft));
  return spoken?.place ?? (before ? mentionOf(before, draft) : null);
};

const isRecent = (at: number, sentence: Sentence, { sentences }: Draft): boolean =>
  at >= (sentences[Math.max(0, sentence.index - REACH)]?.start ?? 0);

const mentionOf = ({ start, end, text, candidates, kindWord, within }: PlaceMark, draft: Draft): PlaceMention => {
  const known = draft.claims.find(({ place }) => place.span.start === start);
  if (known) return known.place;
  const context = { kindWord, within, beside: [], report: [] };
  return { span: { start, end }, text, candidates, context };
};

const whenNear = (cue: Span, sentence: Sentence, draft: Draft): When | null => {
  const dates = draft.dates.filter((date) => date.sentence === sentence.index && date.relation !== 'by');
  if (dates.some((date) => date.background)) return null;
  const [near] = [...dates].sort((a, b) => Math.abs(a.start - cue.start) - Math.abs(b.start - cue.start));
  if (near) return near.when;
  const said = saidOn(sentence, draft.report, draft.theatre);
  return { ...said, precision: said.precision === 'day' ? 'about' : said.precision, basis: 'implied' };
};

const sideNamed = (sentence: Sentence, draft: Draft, from: number, until: number): string | null => {
  const marks = draft.mentions.filter(
    (mark) => mark.type === 'actor' && mark.sentence === sentence.index && mark.start >= from && mark.start < until,
  );
  const mark = marks[0];
  return mark?.type === 'actor' ? sideAt(draft, mark) : null;
};

const isPlanned = (sentence: Sentence, cue: Cue, lexicon: Lexicon): boolean =>
  sentence.tokens.some((token) => token.end <= cue.start && lexicon.has('futureModals', token.word));

interface Said {
  readonly by: Attribution;
  readonly polarity: Incident['polarity'];
  readonly modality: Incident['modality'];
}

const saidAt = (cue: Cue, sentence: Sentence, draft: Draft): Said => {
  const frame = frameOver(draft, cue.start);
  const planned = isPlanned(sentence, cue, draft.theatre.lexicon);
  return {
    by: attributionAt(draft, cue.start),
    polarity: frame?.polarity ?? 'affirmed',
    modality: planned ? 'planned' : (frame?.modality ?? 'actual'),
  };
};

const incidentOf = (draft: Draft, sentence: Sentence, { cue, losses }: Found): Incident<PlaceMention> | null => {
  const when = whenNear(cue, sentence, draft);
  if (when === null) return null;
  const clause = clauseAround(cue, sentence, draft);
  const incident: Omit<Incident<PlaceMention>, 'id'> = {
    report: draft.report.id,
    type: cue.type,
    subtype: cue.subtype,
    actor: sideNamed(sentence, draft, clause.start, cue.start),
    target: sideNamed(sentence, draft, cue.end, clause.end),
    place: placeNear(cue, sentence, draft),
    when,
    fatalities: losses?.fatalities ?? null,
    injuries: losses?.injuries ?? null,
    ...saidAt(cue, sentence, draft),
    ...{ deniedBy: null, sameEvent: null },
    quote: quoteOf(draft.report.text, clause),
  };
  return { id: incidentId(incident), ...incident };
};

/** A further toll of an event just told ("a nurse counted three") is that event, whatever words it uses. */
const asSameEvent = (
  incident: Incident<PlaceMention>,
  before: readonly Incident<PlaceMention>[],
): Incident<PlaceMention> => {
  const last = before.findLast(({ type }) => VIOLENT.includes(type));
  const isToll =
    incident.subtype === 'armed clash' || (incident.type === 'violence against civilians' && !incident.subtype);
  if (!last || !isToll || incident.quote.start - last.quote.end > SAME_EVENT_REACH) return incident;
  const same = { ...incident, type: last.type, subtype: last.subtype, sameEvent: last.sameEvent ?? last.id };
  return { ...same, id: incidentId(same) };
};

/** Characters between two tolls of one event: about two sentences. */
const SAME_EVENT_REACH = 250;

const incidentsIn = (draft: Draft): readonly Incident<PlaceMention>[] => {
  const incidents: Incident<PlaceMention>[] = [];
  const sentences = draft.sentences.filter(({ heading, part }) => !heading && part !== 'caption').flatMap(partsOf);
  for (const sentence of sentences)
    for (const found of findCues(sentence, draft)) {
      const incident = incidentOf(draft, sentence, found);
      if (incident !== null) incidents.push(asSameEvent(incident, incidents));
    }
  return incidents;
};

/** A later "denied responsibility" is the denial of the last incident's actor. */
const withDenials = (draft: Draft, incidents: readonly Incident<PlaceMention>[]): readonly Incident<PlaceMention>[] => {
  const denials = draft.sentences.filter((sentence) =>
    hasPhrase(draft.report.text.slice(sentence.start, sentence.end), draft.theatre.lexicon.list('disclaimingWords')),
  );
  return incidents.map((incident) => {
    const denial = denials.find(({ start, end }) => end > incident.quote.start && start - incident.quote.end < 400);
    const side = denial ? sideNamed(denial, draft, denial.start, denial.end) : null;
    return side === null ? incident : { ...incident, deniedBy: side };
  });
};

const uniqueById = (all: readonly Incident<PlaceMention>[]): readonly Incident<PlaceMention>[] => [
  ...new Map(all.map((one) => [one.id, one])).values(),
];

export const findIncidents: Pass = (draft) => {
  const incidents = withDenials(draft, uniqueById(incidentsIn(draft)));
  const trace = incidents.map(({ quote, type, subtype }) => ({
    pass: 'findIncidents',
    span: { start: quote.start, end: quote.end },
    says: subtype === null ? type : `${type}: ${subtype}`,
  }));
  return { ...draft, incidents, trace: [...draft.trace, ...trace] };
};
