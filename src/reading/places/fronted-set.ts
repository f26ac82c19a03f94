// "IN BOTH, the rebels walked in", "in each of them", "IN THE TWO DISTRICTS the police left": a set of places that opens a
// sentence, and is where what has no place of its own happens.
// Invariant: the words open the sentence, and no place is named between them and the deed.

import type { Draft, PlaceItem, Predicate, Reference, ScopeMark, Sentence } from '../marks.ts';
import { findSet } from './find-place-set.ts';
import type { NamedPlace } from './named-places.ts';
import type { Ground } from './place-suits.ts';

/** Words of "In all of the three". */
const LEAD = 6;

const isFront = ({ theatre: { lexicon } }: Draft, { tokens }: Sentence, at: number): boolean =>
  lexicon.has('frontPrepositions', tokens[at]?.word ?? '');

/** Where the sentence's own words open: past a quotation mark and a link. */
const opening = ({ theatre: { lexicon } }: Draft, { tokens }: Sentence): number => {
  const quote = /^["“”]$/u.test(tokens[0]?.word ?? '') ? 1 : 0;
  return quote + (['conjunctions', 'listLinks'].some((list) => lexicon.has(list, tokens[quote]?.word ?? '')) ? 1 : 0);
};

/** "both", "each", "neither" behind the preposition, with no noun of their own. */
const bareReference = (draft: Draft, sentence: Sentence, at: number): ScopeMark | null => {
  const { lexicon } = draft.theatre;
  const token = sentence.tokens[at];
  const next = sentence.tokens[at + 1];
  if (token === undefined || next === undefined || !lexicon.has('frontedPairs', token.word)) return null;
  const apart =
    next.type === 'mark' || ['determiners', 'articles', 'be', 'have'].some((list) => lexicon.has(list, next.word));
  const refers: Reference = { by: 'number', count: lexicon.has('frontedEach', token.word) ? null : 2 };
  const { start, end, word } = token;
  return apart
    ? {
        ...{ type: 'scope', start, end, sentence: sentence.index, from: at, to: at + 1, scope: 'area', kind: null },
        ...{ definite: true, plural: true, refers, noun: word },
      }
    : null;
};

/** The words for the set that open the predicate's sentence; null where none do. */
const setNoun = (draft: Draft, { sentence: index, start }: Predicate): ScopeMark | null => {
  const sentence = draft.sentences[index];
  if (sentence === undefined || sentence.heading) return null;
  const at = opening(draft, sentence);
  if (!isFront(draft, sentence, at)) return null;
  const bare = bareReference(draft, sentence, at + 1);
  if (bare !== null) return bare;
  const noun = draft.mentions.find(
    (one): one is ScopeMark =>
      one.type === 'scope' && one.sentence === index && one.from > at && one.from <= at + LEAD && one.end <= start,
  );
  if (noun === undefined || isPlaceFirst(draft, noun, at)) return null;
  return noun.plural === true && (noun.refers?.by === 'number' || isSetNoun(draft, sentence, { at, noun }))
    ? noun
    : null;
};

/** "IN ASHFORD the two sides fought": the town is where it is, and the noun opens nothing; "in Northmark's two ports" does. */
const isPlaceFirst = ({ mentions, sentences }: Draft, noun: ScopeMark, at: number): boolean =>
  mentions.some(
    (one) =>
      one.type === 'place' &&
      one.sentence === noun.sentence &&
      one.from > at &&
      one.from < noun.from &&
      !/^['’]s?$/u.test(sentences[one.sentence]?.tokens[one.to]?.word ?? ''),
  );

/** "both districts", "all three towns", "the two ports": what is said before the noun makes it a set. */
const isSetNoun = (
  { theatre: { lexicon } }: Draft,
  { tokens }: Sentence,
  { at, noun }: { readonly at: number; readonly noun: ScopeMark },
): boolean => {
  if (noun.kind === null) return false;
  const words = tokens.slice(at + 1, noun.from).map(({ word }) => word);
  return words.some((word) =>
    ['referencePairs', 'referenceWholes', 'referenceArticles'].some((list) => lexicon.has(list, word)),
  );
};

/** The places that open the sentence as a set, for what is told in it without a place; none where no set does. */
export const frontedSet = (ground: Ground, predicate: Predicate): readonly NamedPlace[] => {
  const { draft } = ground;
  if (predicate.placeWord !== null) return [];
  const noun = setNoun(draft, predicate);
  if (noun === null || noun.start >= predicate.start) return [];
  const between = draft.mentions.some(
    ({ type, start }) => type === 'place' && start > noun.start && start < predicate.start,
  );
  const { from, to, refers } = noun;
  const item: PlaceItem = {
    ...{ place: null, noun, scope: null, kindWord: refers === null ? noun.kind : null, within: [], capitalOf: null },
    ...{ from, to },
  };
  const set = between ? [] : findSet(ground, item, predicate);
  return set.length > 1 ? set : [];
};
