// What was told last, told of a further place: "it was the turn of A"; "it could be the turn of A" is feared.
// Invariant: only what changed hands in the sentences right before goes on so.
import { objectFrom, parseSentence } from '../clauses/parse-sentence.ts';
import { isSegmentEnd } from '../clauses/segments.ts';
import type { Predicate } from '../marks.ts';
import { beginningsOf, isIn, isInAny, phraseLength, type SentenceView } from '../words/view-sentence.ts';
import { clauseSpan } from './make-predicate.ts';

export const mayFollow = ({ dropped, polarity, modality }: Predicate): boolean =>
  dropped === null && polarity === 'affirmed' && modality === 'actual';

export const CHANGES: readonly Predicate['kind'][] = ['capture', 'loss', 'recapture', 'surrender'];

/** So many sentences back it may stand. */
export const FATE_BACK = 3;

/** What befell one place may befall another, of the same side if the words named it. */
export const feared = (last: Predicate): Predicate => ({
  ...last,
  ...{ kind: 'threat', modality: 'possible', rule: 'may follow', tense: 'present', placeFromContext: false },
  ...{
    doer: last.kind === 'capture' ? last.doer : null,
    receiver: null,
    means: null,
    fromContext: true,
    doerOpen: true,
  },
});

/** Words of "could soon". */
const MODAL = 3;

/** "On Saturday IT WAS THE TURN OF A": what was told last, told of a further place on a day of its own; "it COULD BE THE TURN OF A" is feared. */
export const turnOf = (view: SentenceView, before: readonly Predicate[]): readonly Predicate[] => {
  const turns = ['turnPhrases', 'turnsToCome'] as const;
  const at = beginningsOf(view, turns).find((i) => turns.some((list) => phraseLength(view, list, i) > 0)) ?? -1;
  if (at < 0) return [];
  const parse = parseSentence(view);
  const past = phraseLength(view, 'turnPhrases', at);
  const toCome = past === 0;
  if (toCome && ![...Array(MODAL).keys()].some((i) => isIn(view, 'modals', at - 1 - i))) return [];
  const group = objectFrom(parse, at + (toCome ? phraseLength(view, 'turnsToCome', at) : past));
  if (group === null || group.counted || group.items.some(({ place }) => place === null)) return [];
  // "the turn of the Ashford choir": what is somebody of the place.
  if (
    !isSegmentEnd(parse, group.to) &&
    !isInAny(view, ['conjunctions', 'timeStarts', 'infinitiveLinks', 'nextFates'], group.to)
  )
    return [];
  const last = before.findLast(
    (one) => mayFollow(one) && CHANGES.includes(one.kind) && one.start < (view.tokens[at]?.start ?? 0),
  );
  if (last === undefined || view.sentence.index - last.sentence > FATE_BACK) return [];
  const clause = clauseSpan(parse, at, group.to);
  const span = { start: clause.start, end: clause.end, sentence: view.sentence.index };
  return [
    {
      ...(toCome ? feared(last) : last),
      ...span,
      rule: 'turn of',
      items: group.items,
      placeFromContext: false,
      clause,
    },
  ];
};
