// What was told last, told of a further place: "it was the turn of A"; "it could be the turn of A" is feared.
// Invariant: only what changed hands in the sentences right before goes on so.
import type { Parse } from '../clauses/parse.ts';
import { objectFrom, parseSentence } from '../clauses/parse-sentence.ts';
import { isSegmentEnd } from '../clauses/segments.ts';
import type { Predicate } from '../marks.ts';
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { beginningsOf, isIn, isInAny, phraseLength, type SentenceView } from '../words/view-sentence.ts';
import { clauseSpan } from './make-predicate.ts';
import { ownedTurn } from './owned-turn.ts';

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

interface Turn {
  readonly at: number;
  readonly to: number;
  readonly group: PlaceGroup | null;
  readonly toCome: boolean;
}

/** Whose turn it was, or could be; null where nothing of the kind is said. */
const turnIn = (parse: Parse): Turn | null => {
  const { view } = parse;
  const owned = ownedTurn(parse);
  if (owned !== null) return { ...owned, toCome: false };
  const at = beginningsOf(view, TURNS).find((i) => TURNS.some((list) => phraseLength(view, list, i) > 0)) ?? -1;
  if (at < 0) return null;
  const past = phraseLength(view, 'turnPhrases', at);
  const toCome = past === 0;
  if (toCome && ![...Array(MODAL).keys()].some((i) => isIn(view, 'modals', at - 1 - i))) return null;
  const group = objectFrom(parse, at + (toCome ? phraseLength(view, 'turnsToCome', at) : past));
  return { at, to: group?.to ?? at, group, toCome };
};

const TURNS = ['turnPhrases', 'turnsToCome'] as const;

/** "On Saturday IT WAS THE TURN OF A": what was told last, told of a further place on a day of its own; "it COULD BE THE TURN OF A" is feared. */
export const turnOf = (view: SentenceView, before: readonly Predicate[]): readonly Predicate[] => {
  const parse = parseSentence(view);
  const turn = turnIn(parse);
  const group = turn?.group ?? null;
  if (turn === null || group === null || group.counted || group.items.some(({ place }) => place === null)) return [];
  // "the turn of the Ashford choir": what is somebody of the place.
  const goesOn = ['conjunctions', 'timeStarts', 'infinitiveLinks', 'nextFates'];
  if (!isSegmentEnd(parse, turn.to) && !isInAny(view, goesOn, turn.to)) return [];
  const last = before.findLast(
    (one) => mayFollow(one) && CHANGES.includes(one.kind) && one.start < (view.tokens[turn.at]?.start ?? 0),
  );
  if (last === undefined || view.sentence.index - last.sentence > FATE_BACK) return [];
  const clause = clauseSpan(parse, turn.at, group.to);
  const span = { start: clause.start, end: clause.end, sentence: view.sentence.index };
  const told = { ...(turn.toCome ? feared(last) : last), ...span, rule: 'turn of' };
  return [{ ...told, items: group.items, placeFromContext: false, clause }];
};
