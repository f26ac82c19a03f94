// Reading: a report in, claims with their exact words out. Pure: same report and theatre, same reading, on any machine.
// The list below is the method; each pass adds its marks to the draft and says so in the trace. Words of the language come
// from draft.theatre.lexicon: every JSON file in languages/en is joined, so a pass may bring a file of its own (dates.json).
import type { UnplacedReading } from '../model/claim.ts';
import type { Refusal } from '../model/outcome.ts';
import type { Report } from '../model/report.ts';
import type { Theatre } from '../model/theatre.ts';
import { whenAsked } from '../model/when-asked.ts';
import { buildClaims } from './build-claims.ts';
import { confirmClaims } from './confirm-claims.ts';
import { dateRestatements } from './date-restatements.ts';
import { denyClaims } from './deny-claims.ts';
import { dropAttacks } from './drop-attacks.ts';
import { dropBackground } from './drop-background.ts';
import { dropEndedHolds } from './drop-ended-holds.ts';
import { dropRaids } from './drop-raids.ts';
import { findAggregates } from './find-aggregates.ts';
import { findCorrections } from './find-corrections.ts';
import { findDates } from './find-dates.ts';
import { findFrames } from './find-frames.ts';
import { findIncidents } from './find-incidents.ts';
import { findMentions } from './find-mentions.ts';
import { findPredicates } from './find-predicates.ts';
import { linkAnswers } from './link-answers.ts';
import { listMarks } from './list-marks.ts';
import type { Draft, Pass } from './marks.ts';
import { nameCounted } from './name-counted.ts';
import { noteMissed } from './note-missed.ts';
import { READER } from './reader.ts';
import { resolveActors } from './resolve-actors.ts';
import { resolvePlaces } from './resolve-places.ts';
import { splitSentences } from './split-sentences.ts';

/** In the order in which they run. */
export const PASSES: readonly Pass[] = [
  splitSentences, // text → sentences, words, quotation marks; headings and entries apart
  findMentions, // names of places and sides, their common nouns, pronouns
  findDates, // days and stretches of time, anchored to the report's day
  findFrames, // who says what, over which words; quotations carried on
  findPredicates, // verbs and nouns of the twelve kinds, with doer, places, polarity, modality
  dropBackground, // history is dropped, with the reason in the trace
  dropRaids, // who searches a house holds no district; people caught are no places
  resolveActors, // "they", "the group", "the enemy": whose side is meant
  resolvePlaces, // "the district", "its headquarters", "it": which place is meant
  buildClaims, // one place, one kind, one actor, one speaker, one day
  dateRestatements, // a headline has the day of the event it tells of
  denyClaims, // "called that a lie": denials that do not say again what they deny
  confirmClaims, // "confirmed the claim", "said the same": what somebody else has told is told again
  dropAttacks, // an attack whose end is told is that end
  dropEndedHolds, // "took A, held by the army since May": a hold that the sentence tells the end of
  linkAnswers, // a denial or counter-claim points at what it answers
  findAggregates, // counts of places, by the rules for places; never a claim
  nameCounted, // "nine districts fell. They are A, B …": the names that a number is said to be of
  findIncidents, // losses, bombs, protests, arrests, flight: what happened beside the change of hands
  noteMissed, // what looks like a claim and became none is noted, with the reason
  findCorrections, // what the report takes back of what its outlet said before
];

export const emptyDraft = (report: Report, theatre: Theatre): Draft => ({
  report,
  theatre,
  sentences: [],
  mentions: [],
  dates: [],
  frames: [],
  predicates: [],
  noneSaid: [],
  drops: [],
  claims: [],
  aggregates: [],
  incidents: [],
  corrections: [],
  notes: [],
  refusals: [],
  trace: [],
});

const languageNames = whenAsked(() => new Intl.DisplayNames('en', { type: 'language' }));

/** A text in another language is kept and marked; reading it as this one would invent things. */
const otherLanguage = ({ language, id, file }: Report, { lexicon }: Theatre): readonly Refusal[] =>
  language === null || language === lexicon.language
    ? []
    : [
        {
          code: 'other-language',
          stage: 'reading',
          reason: `The text is in ${languageNames().of(language) ?? language} (${language}), which is not read; the report is kept.`,
          report: id,
          file,
          span: null,
          expected: [lexicon.language],
        },
      ];

/** A shorter text may leave out where and among whom it happened. */
const SHORT = 160;

/** A text of some length that names no place and no party of the theatre is about something else. */
const isElsewhere = ({ text }: Report, { open, gazetteer }: Theatre): boolean =>
  !open && text.length > SHORT && !gazetteer.touches(text);

/** Of such a text only the marks are made, and only when somebody asks for them. */
const unread = (report: Report, theatre: Theatre): UnplacedReading => ({
  ...{ report: report.id, reader: READER, claims: [], aggregates: [], incidents: [], corrections: [] },
  ...{ notes: [], refusals: [] },
  get marks() {
    return listMarks(PASSES.reduce((state, pass) => pass(state), emptyDraft(report, theatre)));
  },
  trace: [{ pass: 'read', span: { start: 0, end: report.text.length }, says: 'about something else: not read' }],
});

const readingOf = (draft: Draft): UnplacedReading => ({
  report: draft.report.id,
  reader: READER,
  claims: draft.claims,
  aggregates: draft.aggregates,
  incidents: draft.incidents,
  corrections: draft.corrections,
  notes: draft.notes,
  refusals: draft.refusals,
  get marks() {
    return listMarks(draft);
  },
  trace: draft.trace,
});

/** Each pass goes over all drafts before the next does: its code is then at hand for the processor, a quarter of the time. */
const passed = (drafts: readonly Draft[]): readonly Draft[] =>
  PASSES.reduce((all, pass) => all.map((draft) => pass(draft)), drafts);

/** Reads reports as each would be read alone, in less time. */
export const readAll = (reports: readonly Report[], theatre: Theatre): readonly UnplacedReading[] => {
  const begun = reports.map((report) => {
    const refusals = otherLanguage(report, theatre);
    if (refusals.length > 0) return readingOf({ ...emptyDraft(report, theatre), refusals });
    return isElsewhere(report, theatre) ? unread(report, theatre) : null;
  });
  const drafts = passed(reports.filter((_, at) => begun[at] === null).map((report) => emptyDraft(report, theatre)));
  const readings = drafts.map(readingOf).values();
  return begun.flatMap((reading) => reading ?? readings.next().value ?? []);
};

/** Reads one report: every claim still has its place as words, which the stage `places` resolves. Never throws on text. */
export const read = (report: Report, theatre: Theatre): UnplacedReading => {
  const [reading] = readAll([report], theatre);
  return reading ?? readingOf(emptyDraft(report, theatre));
};
