// Places behind "from": where men come from, and what they left where it opens the clause.
// Invariant: asked of the places of the predicate's own sentence only.
import type { Draft, Predicate } from './marks.ts';
import type { NamedPlace } from './named-places.ts';

/** "SOLDIERS FROM A went in": in a place where they are not from. */
export const isOriginOf = ({ sentences, theatre }: Draft, { sentence, kind }: Predicate, { mark, item }: NamedPlace) =>
  kind === 'entry' &&
  mark.sentence === sentence &&
  theatre.lexicon.has('farPrepositions', sentences[sentence]?.tokens[item.from - 1]?.word ?? '');

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
