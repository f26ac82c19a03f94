// Who denied an incident: a disclaimer near behind it, by a party that fights.
// Invariant: the denial of an incident is kept with it and is no incident of its own.
import type { Incident } from '../../model/claim.ts';
import type { PlaceMention } from '../../model/place.ts';
import { overlaps, type Span } from '../../model/text.ts';
import { sideAt } from '../actors/actor-meant.ts';
import type { Draft, Sentence } from '../marks.ts';
import { findPhrases, hasPhrase } from '../mentions/find-phrases.ts';

/** Characters between an incident and its denial: about three sentences. */
const REACH = 400;

interface Denial extends Span {
  readonly side: string;
}

/** The side named first in a span. */
const sideIn = ({ start, end }: Span, draft: Draft): string | null => {
  const mark = draft.mentions.find((one) => one.type === 'actor' && one.start >= start && one.start < end);
  return mark?.type === 'actor' ? sideAt(draft, mark) : null;
};

/** The side of who denies: the speaker of a denying frame, else who is named first in the sentence. */
const denierOf = (sentence: Sentence, draft: Draft): string | null => {
  const frame = draft.frames.find((one) => one.sentence === sentence.index && one.polarity === 'denied');
  const sides = draft.theatre.sides.filter(({ id }) => frame?.by.sides.includes(id));
  return sides[0]?.id ?? sideIn(sentence, draft);
};

/** What is denied where nothing but this is said: "it", "the claim", "all such accusations". */
const TOLD = ['toldThings', 'rumourNouns', 'chargeNouns', 'determiners', 'verbAdverbs', 'lieWords', 'lieNouns'];

/** "The rebels denied it", "…, a claim they reject": all that is denied was told before, and it was no claim of places. */
const deniesTold = (sentence: Sentence, { claims, aggregates, theatre, frames }: Draft): boolean =>
  frames.some((frame) => {
    if (frame.sentence !== sentence.index || frame.polarity !== 'denied') return false;
    const rest = sentence.tokens.filter(({ start }) => start >= frame.end);
    // "denied it AND SAID they had come to help"
    const end = rest.findIndex(({ word }) => theatre.lexicon.has('conjunctions', word));
    const behind = rest.slice(0, end < 0 ? rest.length : end).filter(({ type }) => type === 'word');
    const said = behind.every(({ word }) => TOLD.some((list) => theatre.lexicon.has(list, word)));
    const denied = [...claims, ...aggregates].filter(({ polarity }) => polarity === 'denied');
    return said && !denied.some(({ quote }) => overlaps(quote, frame));
  });

/** "denied that anyone had been killed": a denying frame over what incidents are about. */
const isDenial = (sentence: Sentence, draft: Draft): boolean => {
  const { lexicon } = draft.theatre;
  const text = draft.report.text.slice(sentence.start, sentence.end);
  if (hasPhrase(text, lexicon.list('disclaimingWords')) || deniesTold(sentence, draft)) return true;
  const denies = draft.frames.some((one) => one.sentence === sentence.index && one.polarity === 'denied');
  return denies && findPhrases(text, lexicon.list('denialTopics')).length > 0;
};

const denialsIn = (draft: Draft): readonly Denial[] =>
  draft.sentences.flatMap((sentence) => {
    const side = isDenial(sentence, draft) ? denierOf(sentence, draft) : null;
    return side === null ? [] : [{ start: sentence.start, end: sentence.end, side }];
  });

/** Accounts of one event: joined, or of one type at one place. */
const isSameEvent = (a: Incident<PlaceMention>, b: Incident<PlaceMention>): boolean =>
  (a.sameEvent ?? a.id) === (b.sameEvent ?? b.id) || (a.type === b.type && a.place?.text === b.place?.text);

/** "A bomb killed nine in A. Soldiers shot two in B; the army denied it": of its own sentence, else of what was told last. */
const deniedIn = (
  incidents: readonly Incident<PlaceMention>[],
  { start, end }: Denial,
): readonly Incident<PlaceMention>[] => {
  const near = incidents.filter(({ quote }) => end > quote.start && start - quote.end < REACH);
  const own = near.filter(({ quote }) => quote.start >= start);
  const last = near.at(-1);
  return own.length > 0 || last === undefined ? own : near.filter((one) => isSameEvent(one, last));
};

/** A later "denied responsibility" is the denial of the incidents right before it. */
export const withDenials = (
  draft: Draft,
  incidents: readonly Incident<PlaceMention>[],
): readonly Incident<PlaceMention>[] => {
  const denials = denialsIn(draft).map((denial) => ({ denial, denied: deniedIn(incidents, denial) }));
  return incidents.map((incident) => {
    const found = denials.find(({ denied }) => denied.includes(incident));
    return found === undefined ? incident : { ...incident, deniedBy: found.denial.side };
  });
};
