// A noun's match as a predicate: what it says of whom and where; sides and places are resolved by later passes.
import type { NounRule } from '../../model/lexicon.ts';
import type { Parse } from '../clauses/parse.ts';
import type { ActorMark, Predicate } from '../marks.ts';
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import type { Mood } from '../words/moods.ts';
import { clauseSpan, saysTactical } from './make-predicate.ts';
import { isStrangerBehind } from './stranger-phrases.ts';

export interface NounMatch {
  readonly rule: NounRule;
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly place: PlaceGroup | null;
  readonly actor: ActorMark | null;
  /** Who lost it, where the noun tells of a loss. */
  readonly loser?: ActorMark | null;
  /** Who ended it, where the noun tells of a siege: it was none of his. */
  readonly foe?: ActorMark | null;
}

export const nounPredicate = (parse: Parse, match: NounMatch, mood: Mood): Predicate => {
  const { tokens, sentence } = parse.view;
  return {
    ...{
      start: tokens[match.at]?.start ?? 0,
      end: tokens[match.at]?.end ?? 0,
      sentence: sentence.index,
      rule: match.rule.name,
    },
    ...{
      kind: mood.kind,
      fromContext: match.rule.possessor === 'place' && !match.loser,
      doerOpen: match.actor !== null || !isStrangerBehind(parse, match.to),
      outsider: false,
      // "the liberation of A", says the side that had it.
      means: parse.view.lexicon.has('ownDeedRules', match.rule.name) ? 'speaker' : null,
      doer: match.rule.gives || mood.kind === 'loss' ? (match.loser ?? null) : match.actor,
      receiver: match.rule.gives ? match.actor : null,
      // "The fall of the Reds' base in A is near": to their enemy.
      other: match.foe ?? (mood.kind === 'threat' ? (match.loser ?? null) : null),
      items: match.place?.items ?? [],
    },
    ...{
      placeFromContext: match.place === null,
      placeWord: null,
      polarity: mood.polarity,
      modality: mood.modality === 'actual' ? (match.rule.modality ?? 'actual') : mood.modality,
    },
    ...{
      tense: 'none',
      partial: match.place?.partial === true,
      dropped: mood.dropped,
      actor: null,
      to: null,
      places: [],
    },
    tactical: match.rule.kind === 'withdrawal' && saysTactical(parse.view, match.from),
    clause: clauseSpan(parse, match.from, match.to),
  };
};
