// Every place named in the report in order, as a later "the district" may mean it; what only locates is marked.

import type { PlaceId } from '../model/place.ts';
import { covers } from '../model/text.ts';
import { inSentence, sentenceAt } from './by-sentence.ts';
import { type Parse, subjectOf } from './find-subject.ts';
import type { Draft, PlaceItem, PlaceMark } from './marks.ts';
import { parseSentence } from './parse-sentence.ts';
import { governorOf, isIn, type SentenceView, startOfPhrase, viewSentences, wordAt } from './view-sentence.ts';

export interface NamedPlace {
  readonly mark: PlaceMark;
  readonly item: PlaceItem;
  /** "50 kilometres from X", "Kunduz police", a dateline: named, but nothing is said of it. */
  readonly locates: boolean;
  readonly beside: readonly (readonly PlaceId[])[];
  /** It is what a verb of its sentence is said of. */
  readonly subject: boolean;
}

const isDistance = (view: SentenceView, from: number): boolean => {
  for (let i = Math.max(0, from - 4); i < from; i++) if (isIn(view, 'distanceWords', i)) return true;
  return false;
};

const isOffice = (view: SentenceView, item: PlaceItem): boolean =>
  isIn(view, 'officeNouns', item.to) ||
  (isIn(view, 'officeNouns', item.to + 1) && isIn(view, 'officeAdjectives', item.to));

/** "KUNDUZ, June 14 (Wire 7) -": capitals at the head of a paragraph. */
export const isDateline = (view: SentenceView, item: PlaceItem): boolean => {
  const { tokens } = view;
  if (item.from !== 0 || tokens[0] === undefined) return false;
  // "Ashford, July 27 (ANA) The council …", with no capitals and no dash.
  const dated = wordAt(view, item.to) === ',' && isIn(view, 'months', item.to + 1);
  return (
    dated || (/^\p{Lu}{3,}$/u.test(tokens[0].text) && tokens.slice(0, 14).some(({ word }) => /^[-–—(]$/.test(word)))
  );
};

/** "the district, which begins where the suburbs of X end,": said in passing. */
const isInPassing = (view: SentenceView, from: number): boolean => {
  for (let at = from - 1; at > 0; at--) {
    if (/^[,;:."“”]$/.test(wordAt(view, at))) return false;
    if (isIn(view, 'clauseRelatives', at) && wordAt(view, at - 1) === ',') return true;
  }
  return false;
};

/** "withdrew from X": what somebody leaves is spoken of, where somebody is from only locates. */
const isLeft = ({ view, verbAt }: Parse, item: PlaceItem): boolean => {
  const start = startOfPhrase(view, item.from);
  return isIn(view, 'prepositions', start - 1) && verbAt[start - 2] !== undefined;
};

const isFar = (parse: Parse, item: PlaceItem): boolean =>
  parse.view.lexicon.has('farPrepositions', governorOf(parse.view, item.from) ?? '') && !isLeft(parse, item);

const locates = (parse: Parse, item: PlaceItem): boolean => {
  const { view } = parse;
  return (
    isInPassing(view, item.from) ||
    isDistance(view, item.from) ||
    isOffice(view, item) ||
    isDateline(view, item) ||
    isFar(parse, item) ||
    wordAt(view, item.to) === "'s"
  );
};

/** In the order of the text. */
export const listNamedPlaces = (draft: Draft): readonly NamedPlace[] => {
  const cues = draft.frames.flatMap(({ speaker }) =>
    speaker === null ? [] : [{ ...speaker, sentence: sentenceAt(draft, speaker.start) }],
  );
  const inCue = (mark: PlaceMark): boolean => inSentence(cues, mark.sentence).some((cue) => covers(cue, mark));
  return allPlaces(draft).map((named) => (named.locates || !inCue(named.mark) ? named : { ...named, locates: true }));
};

const allPlaces = (draft: Draft): readonly NamedPlace[] =>
  viewSentences(draft).flatMap((view) => {
    const parse = parseSentence(view);
    const subjects = new Set(parse.verbs.map((verb) => subjectOf(parse, verb).places));
    return parse.groups.flatMap((group) => {
      const beside = group.items.flatMap(({ place }) => (place === null ? [] : [place.candidates]));
      return group.items.flatMap((item) =>
        item.place === null
          ? []
          : [{ mark: item.place, item, locates: locates(parse, item), beside, subject: subjects.has(group) }],
      );
    });
  });
