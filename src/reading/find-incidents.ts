// Things that happened beside the change of hands (reading guide, Incident): ACLED's six types and displacement.
// Invariant: a fight that is a claim is an incident only with losses; headings repeat and are passed over.

import type { Attribution, Incident } from '../model/claim.ts';
import type { Lexicon } from '../model/lexicon.ts';
import type { PlaceMention } from '../model/place.ts';
import type { Span } from '../model/text.ts';
import { covers, overlaps, quoteOf } from '../model/text.ts';
import type { When } from '../model/time.ts';
import { daysBetween } from '../model/time.ts';
import { attributionAt } from './attribution-at.ts';
import { inSentence } from './by-sentence.ts';
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

/** "heads the Ashford council": a place in the speaker's own name says who speaks, not where it happened. */
const isOfSpeaker = (mark: PlaceMark, { frames }: Draft): boolean =>
  frames.some((frame) => covers(frame, mark) || (frame.speaker !== null && covers(frame.speaker, mark)));

/** Characters between two things told of one event: about two sentences. */
const SAME_EVENT_REACH = 250;

/** The place that most claims of the report are about. */
const topicOf = ({ claims }: Draft): PlaceMention | null => {
  const byPlace = [...Map.groupBy(claims, ({ place }) => place.text).values()];
  return byPlace.sort((a, b) => b.length - a.length)[0]?.[0]?.place ?? null;
};

/** The nearest place of the sentence, one inside a province before the province. */
const placeIn = (cue: Span, sentence: Sentence, draft: Draft): PlaceMention | null => {
  const own = draft.mentions
    .filter((mark) => mark.type === 'place')
    .filter((mark) => mark.sentence === sentence.index && !isOfSpeaker(mark, draft))
    .sort((a, b) => Math.abs(a.start - cue.start) - Math.abs(b.start - cue.start));
  const found = own.find((mark) => !isLarger(mark, draft)) ?? own[0];
  return found === undefined ? null : mentionOf(found, draft);
};

/** What the paragraph speaks of, else where the last thing happened, else what the report is about. */
const placeBefore = (cue: Span, sentence: Sentence, draft: Draft): PlaceMention | null => {
  const paragraph = draft.sentences.find((one) => one.paragraph === sentence.paragraph)?.start ?? sentence.start;
  const claimed = draft.claims.findLast(({ quote }) => quote.start < cue.start && quote.start >= paragraph);
  if (claimed) return claimed.place;
  const named = draft.mentions.findLast(
    (mark) => mark.type === 'place' && mark.start < cue.start && mark.start >= paragraph && !isLarger(mark, draft),
  );
  if (named?.type === 'place') return mentionOf(named, draft);
  const last = draft.incidents.at(-1);
  return last && cue.start - last.quote.end < SAME_EVENT_REACH ? last.place : topicOf(draft);
};

const mentionOf = ({ start, end, text, candidates, kindWord, within }: PlaceMark, draft: Draft): PlaceMention => {
  const known = draft.claims.find(({ place }) => place.span.start === start);
  if (known) return known.place;
  const context = { kindWord, within, beside: [], told: [], report: [] };
  return { span: { start, end }, text, candidates, context };
};

const isShort = ({ earliest, latest }: When): boolean =>
  earliest !== null && latest !== null && daysBetween(earliest, latest) <= 1;

/** Its own date, else the day told last in the paragraph, else about the day of the saying; null for history. */
const whenNear = (cue: Span, sentence: Sentence, draft: Draft): When | null => {
  const dates = inSentence(draft.dates, sentence.index).filter((date) => date.relation !== 'by');
  if (dates.some((date) => date.background)) return null;
  const [near] = [...dates].sort((a, b) => Math.abs(a.start - cue.start) - Math.abs(b.start - cue.start));
  if (near) return near.when;
  const told = draft.dates.findLast((date) => {
    const same = draft.sentences[date.sentence]?.paragraph === sentence.paragraph;
    return same && date.start < cue.start && date.relation === 'on' && isShort(date.when) && !date.background;
  });
  if (told) return { ...told.when, precision: 'about', basis: 'implied' };
  const said = saidOn(sentence, draft.report, draft.theatre);
  return { ...said, precision: said.precision === 'day' ? 'about' : said.precision, basis: 'implied' };
};

/** The side named first in a span. */
const sideIn = ({ start, end }: Span, draft: Draft): string | null => {
  const mark = draft.mentions.find((one) => one.type === 'actor' && one.start >= start && one.start < end);
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
    actor: sideIn({ start: clause.start, end: cue.start }, draft),
    target: sideIn({ start: cue.end, end: clause.end }, draft),
    place: placeIn(cue, sentence, draft) ?? placeBefore(cue, sentence, draft),
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

const incidentsIn = (draft: Draft): readonly Incident<PlaceMention>[] => {
  const incidents: Incident<PlaceMention>[] = [];
  const sentences = draft.sentences.filter(({ heading, part }) => !heading && part !== 'caption').flatMap(partsOf);
  for (const sentence of sentences)
    for (const found of findCues(sentence, draft)) {
      const incident = incidentOf({ ...draft, incidents }, sentence, found);
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
    const side = denial ? sideIn(denial, draft) : null;
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
