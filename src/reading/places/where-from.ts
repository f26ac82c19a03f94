// Places behind "from": where men come from, and what they left where it opens the clause.
// Invariant: asked of the places of the predicate's own sentence only.
import type { Draft, Predicate } from '../marks.ts';
import type { NamedPlace } from './named-places.ts';

/** "SOLDIERS FROM A went in", "commandos SENT FROM A while the army held on": where somebody comes from is not where he is. */
export const isOriginOf = (
  { sentences, theatre: { lexicon } }: Draft,
  { sentence, kind }: Predicate,
  { mark, item }: NamedPlace,
): boolean => {
  const { tokens = [] } = sentences[sentence] ?? {};
  const wordAt = (at: number): string => tokens[at]?.word ?? '';
  if (mark.sentence !== sentence || !lexicon.has('farPrepositions', wordAt(item.from - 1))) return false;
  const sent = (lexicon.verbs.get(wordAt(item.from - 2)) ?? []).some(({ lemma }) => lexicon.has('sendingVerbs', lemma));
  return kind === 'entry' || (sent && !LEAVING.includes(kind));
};

const LEAVING: readonly Predicate['kind'][] = ['withdrawal', 'surrender', 'loss'];

/** "drove TO A, leaving the town to them": where those who leave have gone is not what they leave. */
const isGoalOf = (
  { sentences, theatre: { lexicon } }: Draft,
  { sentence, kind }: Predicate,
  { mark, item }: NamedPlace,
): boolean => {
  const { tokens = [] } = sentences[sentence] ?? {};
  const [verb, link] = [tokens[item.from - 2]?.word ?? '', tokens[item.from - 1]?.word ?? ''];
  const goes = (lexicon.verbs.get(verb) ?? []).some(({ lemma }) =>
    ['movingVerbs', 'carryingVerbs', 'goingVerbs'].some((list) => lexicon.has(list, lemma)),
  );
  return kind === 'withdrawal' && mark.sentence === sentence && goes && lexicon.has('goalLinks', link);
};

/** The places that may be left, but for those where they went; these too where there is no other. */
export const withoutGoals = (
  draft: Draft,
  predicate: Predicate,
  named: readonly NamedPlace[],
): readonly NamedPlace[] => {
  const left = named.filter((one) => !isGoalOf(draft, predicate, one));
  return left.length > 0 ? left : named;
};

/** "FROM A in the south the police withdrew": what they left opens the clause. */
export const isLeftPlace = (
  { sentences, theatre }: Draft,
  { sentence, kind }: Predicate,
  { mark, item }: NamedPlace,
) => {
  const { tokens = [] } = sentences[sentence] ?? {};
  const before = tokens[item.from - 2];
  const opens = before === undefined || /^[,;:—–"“]$/u.test(before.word);
  return (
    kind === 'withdrawal' &&
    mark.sentence === sentence &&
    opens &&
    theatre.lexicon.has('leavingLinks', tokens[item.from - 1]?.word ?? '')
  );
};

/** "withdrew TO DEFEND A", "fell back to regroup around A": where they went, and not what they left. */
export const isRalliedTo = ({ sentences, theatre: { lexicon } }: Draft, predicate: Predicate, { mark }: NamedPlace) => {
  const { tokens = [] } = sentences[mark.sentence] ?? {};
  return tokens.some(
    ({ start, word }, at) =>
      start >= predicate.start &&
      at < mark.from &&
      lexicon.has('infinitiveMarks', word) &&
      (lexicon.verbs.get(tokens[at + 1]?.word ?? '') ?? []).some(({ lemma }) => lexicon.has('rallyingVerbs', lemma)),
  );
};
