// Every place named in the report in order, as a later "the district" may mean it; what only locates is marked.

import { kept } from '../../model/keep.ts';
import type { PlaceId } from '../../model/place.ts';
import { covers, type Span } from '../../model/text.ts';
import { subjectOf } from '../clauses/find-subject.ts';
import type { Parse } from '../clauses/parse.ts';
import { objectFrom, parseSentence } from '../clauses/parse-sentence.ts';
import type { Draft, PlaceItem, PlaceMark } from '../marks.ts';
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { inSentence, sentenceAt } from '../words/by-sentence.ts';
import { isDateline } from '../words/datelines.ts';
import { governorOf, isIn, isInAny, type SentenceView, viewSentences, wordAt } from '../words/view-sentence.ts';
import { isAgreedThere } from './agreed-there.ts';
import { isMeasured } from './measured-from.ts';
import { isFar, isSaidThere, isSeatOfSpeaker, onlyLocates } from './only-locates.ts';

export interface NamedPlace {
  readonly mark: PlaceMark;
  readonly item: PlaceItem;
  /** "50 kilometres from X", "Kunduz police", a dateline: named, but nothing is said of it. */
  readonly locates: boolean;
  readonly beside: readonly (readonly PlaceId[])[];
  /** Where the report was sent from, and no more. */
  readonly dateline: boolean;
  /** "the ministry in A": where those sit who speak for the whole country. */
  readonly seat: boolean;
  /** It is what a verb of its sentence is said of. */
  readonly subject: boolean;
  /** "In Ashford, …": the whole sentence is about it. */
  readonly fronted: boolean;
  /** "Things are worse in Ashford.": it tells how it is in this one place. */
  readonly matter: boolean;
  /** "two weeks after they took ASHFORD": only what the sentence's deed is reckoned from. */
  readonly reckoned: boolean;
}

/** A place without its name ("the mill", "the three districts"), as a later "it" or "they" may mean it. */
export interface DescribedPlace {
  readonly item: PlaceItem;
  readonly sentence: number;
  readonly start: number;
  readonly subject: boolean;
}

/** "If EASTRY does not pay attention", "Eastry said": a town that does what only people do stands for its government. */
const actingGroups = (parse: Parse): ReadonlySet<PlaceGroup | null> => {
  const { lexicon } = parse.view;
  const acts = (lemma: string): boolean => lexicon.has('metonymVerbs', lemma) || lexicon.has('reportingVerbs', lemma);
  return new Set([
    ...askedGroups(parse),
    ...parse.verbs
      // "Nerkh was lost, said X": behind a comma another speaks.
      .filter(
        ({ from, passive, gerund, lemmas }) =>
          !passive && !gerund && wordAt(parse.view, from - 1) !== ',' && lemmas.some(acts),
      )
      .map((verb) => subjectOf(parse, verb).places),
  ]);
};

/** "asked EASTRY for help", "appealed to Eastry": whom somebody turns to is the government there. */
const askedGroups = (parse: Parse): readonly (PlaceGroup | null)[] => {
  const { view } = parse;
  const { lexicon } = view;
  const asks = (lemma: string): boolean => lexicon.has('askingVerbs', lemma);
  const isSeat = ({ place }: PlaceItem): boolean =>
    place !== null && lexicon.has('governmentSeats', place.text.toLowerCase());
  // "called on Ashford TO SURRENDER": the town itself.
  const givesIn = (at: number): boolean =>
    parse.verbs.some(
      ({ from, infinitive, lemmas }) =>
        infinitive && from === at && lemmas.some((lemma) => lexicon.has('surrenderVerbs', lemma)),
    );
  return parse.verbs
    .filter(({ passive, lemmas }) => !passive && lemmas.some(asks))
    .map(({ to }) => objectFrom(parse, isIn(view, 'askingLinks', to) ? to + 1 : to))
    .filter((group) => group?.items.every(isSeat) === true && !givesIn(group.to));
};

/** "THE PEOPLE OF Ashford say …", "elders in Ashford asked": who speaks are the place's own, and the place is spoken of. */
const isFolk = ({ sentences, theatre: { lexicon } }: Draft, { start, end }: Span): boolean => {
  const words = sentences.find((one) => one.start <= start && start < one.end)?.tokens ?? [];
  const said = words.filter((token) => token.start >= start && token.end <= end);
  const at = said.findIndex(({ word }) => lexicon.has('folkWords', word) || lexicon.has('placesMen', word));
  return at >= 0 && at <= 2 && lexicon.has('partLinks', said[at + 1]?.word ?? '');
};

/** In the order of the text. */
export const listNamedPlaces = (draft: Draft): readonly NamedPlace[] => {
  const cues = draft.frames.flatMap(({ speaker }) =>
    speaker === null || isFolk(draft, speaker) ? [] : [{ ...speaker, sentence: sentenceAt(draft, speaker.start) }],
  );
  const inCue = (mark: PlaceMark): boolean => inSentence(cues, mark.sentence).some((cue) => covers(cue, mark));
  return allPlaces(viewSentences(draft)).map((named) =>
    named.locates || !inCue(named.mark) ? named : { ...named, locates: true },
  );
};

/** No more stands before the place of a flash: its hour, its tag. */
const LEAD = 4;

/** "In Ashford, officials said …", "In Ashford the shops …", "Ashford: rebels in control": a place that opens the sentence. */
const isFronted = (parse: Parse, { from, items, to }: PlaceGroup): boolean => {
  const { view } = parse;
  const [first] = items;
  if (from <= LEAD && wordAt(view, to) === ':') return true;
  const governor = governorOf(view, first?.from ?? from);
  if (first !== undefined && isSeatOfSpeaker(parse, first)) return false;
  const opens =
    wordAt(view, to) === ',' ||
    view.markAt[to]?.type === 'actor' ||
    (isIn(view, 'determiners', to) && view.markAt[to]?.type !== 'place');
  const fronts = opens && governor !== null && view.lexicon.has('frontLinks', governor);
  return fronts && (from <= 2 || isBehindStop(view, from - 2) || opensClause(parse, from, to));
};

/** "A is surrounded; and IN HOLLIN an attack was beaten off": a stop begins anew. */
const isBehindStop = (view: SentenceView, at: number): boolean =>
  wordAt(view, isIn(view, 'conjunctions', at) ? at - 1 : at) === ';';

/** "…, and IN HOLLIN they are still there", "while IN HOLLIN the police …": who does it stands right behind the place. */
const opensClause = ({ view, verbs }: Parse, from: number, to: number): boolean => {
  const [mark, next] = [view.markAt[to], view.markAt[to + 1]];
  const doer = mark?.type === 'actor' ? mark : isIn(view, 'determiners', to) && next?.type === 'actor' ? next : null;
  const linked = isInAny(view, ['conjunctions', 'strongContrast'], from - 2) || /^[;,]$/.test(wordAt(view, from - 2));
  return doer !== null && linked && verbs.some((verb) => verb.from >= doer.to && verb.from <= doer.to + 1);
};

/** Words from "weeks after" to the place: "they had captured the city of". */
const RECKONED = 12;
/** "Two weeks after they took Ashford, …": such a clause opens a sentence and ends at its comma. */
const OPENING = 3;

const STATES = ['be', 'have'];

/** "Things are worse in Ashford.", "The elders of Ashford have had less luck.": a sentence of how it is in one place. */
const isMatter = ({ view, verbs, groups }: Parse, group: PlaceGroup): boolean =>
  group.items.length === 1 &&
  verbs.length > 0 &&
  verbs.every(({ lemmas }) => lemmas.some((lemma) => STATES.some((list) => view.lexicon.has(list, lemma)))) &&
  groups.every((other) => other === group || other.items.every(({ place }) => place === null));

/** A place that a verb of the sentence is said of, no "in Ashford". */
const isSaidOf = ({ view }: Parse, { from, items }: PlaceGroup): boolean =>
  items.some(({ place }) => place !== null) && governorOf(view, from) === null;

/** "took Garth two weeks after they took Ashford": in a clause that only tells when what is told of another place was. */
const isReckoned = (parse: Parse, { from }: PlaceGroup): boolean => {
  const { view, groups } = parse;
  let comma = false;
  for (let at = from - 1; at > Math.max(0, from - RECKONED); at--) {
    if (/^[;:."“”]$/.test(wordAt(view, at))) return false;
    comma ||= wordAt(view, at) === ',';
    if (!isIn(view, 'afterWords', at) || !isIn(view, 'lengthNouns', at - 1)) continue;
    if (at > OPENING) return groups.some((other) => other.to < at && other.items.some(({ place }) => place !== null));
    return !comma && groups.some((other) => other.from > from && isSaidOf(parse, other));
  }
  return false;
};

/** "before EASTRY called for a halt": a capital that acts is a government. */
const isCapital = ({ lexicon }: SentenceView, { place }: PlaceItem): boolean =>
  place !== null && lexicon.look('nationCapitals', place.text.toLowerCase()) !== null;

/** "the ministry in CAPITAL": where those sit who speak for the whole country. */
const isMinistrySeat = (view: SentenceView, { from }: PlaceItem): boolean =>
  isIn(view, 'homeLinks', from - 1) && isIn(view, 'countryOffices', from - 2);

/** "men from Ashford and Garth": where those come from who are in a third place. */
const isOrigin = (parse: Parse, { items: [first, second] }: PlaceGroup): boolean =>
  first !== undefined && second !== undefined && isFar(parse, first);

/** Another place has been named in a sentence before. */
const isToldBefore = (views: readonly SentenceView[], view: SentenceView, { place }: PlaceItem): boolean =>
  views.some(
    ({ sentence, marks }) =>
      sentence.index < view.sentence.index && marks.some((one) => one.type === 'place' && one.text !== place?.text),
  );

const allPlaces = kept((views: readonly SentenceView[]): readonly NamedPlace[] =>
  views.flatMap((view) => {
    const parse = parseSentence(view);
    const subjects = new Set(parse.verbs.map((verb) => subjectOf(parse, verb).places));
    const acting = actingGroups(parse);
    return parse.groups.flatMap((group) => {
      const beside = group.items.flatMap(({ place }) => (place === null ? [] : [place.candidates]));
      const agreed = isAgreedThere(parse, group);
      const locates = agreed || acting.has(group) || isOrigin(parse, group);
      return group.items.flatMap((item) =>
        item.place === null
          ? []
          : [
              {
                ...{ mark: item.place, item, beside },
                locates: locates || onlyLocates(parse, item) || isMinistrySeat(view, item) || isFromCapital(view, item),
                reckoned: isReckoned(parse, group),
                ...{
                  subject: subjects.has(group),
                  fronted: isFronted(parse, group),
                  matter: isMatter(parse, group),
                  dateline: isDateline(view, item),
                  seat:
                    agreed ||
                    isMinistrySeat(view, item) ||
                    (isSeatOfSpeaker(parse, item) && (isCapital(view, item) || isToldBefore(views, view, item))) ||
                    (acting.has(group) && isCapital(view, item)) ||
                    (view.theatre.open && isSaidThere(parse, item)),
                },
              },
            ],
      );
    });
  }),
);

/** "north of the capital, A": reckoned from, though the name stands behind a comma of its own. */
const isFromCapital = (view: SentenceView, { from }: PlaceItem): boolean =>
  wordAt(view, from - 1) === ',' && isMeasured(view, from);

/** In the order of the text. */
export const listDescribed = (draft: Draft): readonly DescribedPlace[] => allDescribed(viewSentences(draft));

const allDescribed = kept((views: readonly SentenceView[]): readonly DescribedPlace[] =>
  views.flatMap((view) => {
    const parse = parseSentence(view);
    const subjects = new Set(parse.verbs.map((verb) => subjectOf(parse, verb).places));
    return parse.groups.flatMap((group) => {
      const [item, second] = group.items;
      if (item === undefined || second !== undefined || item.place !== null || item.noun === null) return [];
      if (!item.noun.definite || item.noun.refers !== null) return [];
      const { index } = view.sentence;
      return [{ item, sentence: index, start: item.noun.start, subject: subjects.has(group) }];
    });
  }),
);

const firstFrom = (places: readonly NamedPlace[], sentence: number): number => {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.mark.sentence ?? 0) < sentence) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The places named in a stretch of sentences; they stand in the order of the text. */
export const spokenIn = (places: readonly NamedPlace[], from: number, to: number): readonly NamedPlace[] =>
  places.slice(firstFrom(places, from), firstFrom(places, to + 1));
