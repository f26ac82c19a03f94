// "entered Ashford's western districts": quarters of a city that the words name by a side of the sky, and no districts of a land.
// Invariant: the owner stands right before the noun and may be a city, and what is done is done inside it.

import type { Draft, PlaceItem, PlaceMark, Predicate, PredicatePlace } from '../marks.ts';
import { inSentence } from '../words/by-sentence.ts';

const INSIDE: readonly Predicate['kind'][] = ['entry', 'clash', 'attack', 'repulse'];

/** "Ashford 's western districts": so many words from the owner's name to the noun. */
const REACH = 3;

const mayBeCity = ({ theatre: { open, gazetteer } }: Draft, { candidates }: PlaceMark): boolean =>
  open || candidates.some((id) => gazetteer.get(id)?.kind === 'city');

const ownerOf = (draft: Draft, { noun }: PlaceItem): PlaceMark | null => {
  if (noun === null || !noun.plural || noun.kind !== 'district') return null;
  const tokens = draft.sentences[noun.sentence]?.tokens ?? [];
  const { lexicon } = draft.theatre;
  const before = tokens[noun.from - 1]?.word ?? '';
  const side = lexicon.has('compassAdjectives', before) || lexicon.has('innerAdjectives', before);
  const owner = inSentence(draft.mentions, noun.sentence).find(
    (mark) => mark.type === 'place' && mark.to < noun.from && noun.from - mark.to <= REACH,
  );
  if (!side || owner?.type !== 'place' || !/^['’]s?$/u.test(tokens[owner.to]?.text ?? '')) return null;
  return mayBeCity(draft, owner) ? owner : null;
};

/** The city whose quarters are meant, as an area; null where the districts of a land may be. */
export const quartersOf = (draft: Draft, item: PlaceItem, { kind }: Predicate): PredicatePlace | null => {
  const owner = INSIDE.includes(kind) ? ownerOf(draft, item) : null;
  if (owner === null) return null;
  const { start, end, text, candidates } = owner;
  const context = { kindWord: 'city' as const, within: [], beside: [], told: [], report: [] };
  return { mention: { span: { start, end }, text, candidates, context }, scope: 'area' };
};

/** "four of the city's districts": parts of a city, and none of the districts spoken of. */
export const areOfCity = ({ sentences, theatre: { lexicon } }: Draft, { noun }: PlaceItem): boolean => {
  const { tokens = [] } = sentences[noun?.sentence ?? -1] ?? {};
  const is = (list: string, at: number): boolean => lexicon.has(list, tokens[at]?.word ?? '');
  if (noun?.plural !== true) return false;
  // "the city's EASTERN quarters", "the quarters of the city"
  const from = noun.from - (is('directions', noun.from - 1) ? 1 : 0);
  const owned = /^['’]s?$/u.test(tokens[from - 1]?.word ?? '') && is('cityWords', from - 2);
  return owned || (is('partLinks', noun.to) && is('definiteArticles', noun.to + 1) && is('cityWords', noun.to + 2));
};
