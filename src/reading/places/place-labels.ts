// A noun before a colon that says which of several places of one name a line is about: "The district: The rebels took it".
// Invariant: the label opens the line; a name that stands before the deed comes first.

import type { Draft, PlaceItem, Predicate } from '../marks.ts';
import { inSentence } from '../words/by-sentence.ts';

/** "THE DISTRICT: The rebels say they took it": the noun before the colon is what the line is about. */
export const labelOf = ({ sentences, mentions, theatre }: Draft, { sentence, start }: Predicate): PlaceItem | null => {
  const { tokens = [] } = sentences[sentence] ?? {};
  const noun = inSentence(mentions, sentence).find((mark) => mark.type === 'scope');
  if (noun?.type !== 'scope' || noun.plural || noun.to > LABEL || tokens[noun.to]?.word !== ':') return null;
  const opens = tokens.slice(0, noun.from).every(({ word }) => theatre.lexicon.has('definiteArticles', word));
  const named = inSentence(mentions, sentence).some((mark) => mark.type === 'place' && mark.end <= start);
  if (!opens || named) return null;
  const { scope, kind, from, to } = noun;
  return {
    place: null,
    noun: { ...noun, definite: true },
    scope,
    kindWord: kind,
    within: [],
    capitalOf: null,
    from,
    to,
  };
};

/** "The district:" has so many words. */
const LABEL = 2;
