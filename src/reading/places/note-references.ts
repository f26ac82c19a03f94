// "Residents of THE FIRST tell another story. The soldiers have left.": a place that a word of order brings to mind, where
// nothing is told of it in that sentence.
// Invariant: only a word for one place that no deed has taken as its own; what it means is looked up where it stands.
import type { Draft, PlaceItem, Predicate, ScopeMark } from '../marks.ts';
import { inSentences } from '../words/by-sentence.ts';
import { findReferred } from './find-referred.ts';
import type { Ground } from './place-suits.ts';

const itemOf = (noun: ScopeMark): PlaceItem => ({
  ...{ place: null, noun, scope: null, kindWord: noun.kind, within: [], capitalOf: null },
  ...{ from: noun.from, to: noun.to },
});

/** A deed tells of it by itself. */
const isOfDeed = ({ predicates }: Draft, mark: ScopeMark): boolean =>
  predicates.some(
    ({ sentence, items }) => sentence === mark.sentence && items.some(({ noun }) => noun?.start === mark.start),
  );

/** "OF the first": whose people or matters are spoken of. */
const isOwned = ({ sentences, theatre }: Draft, { sentence, from }: ScopeMark): boolean =>
  theatre.lexicon.has('partLinks', sentences[sentence]?.tokens[from - 1]?.word ?? '');

/** Brings to mind the places that the words before a deed point to. */
export const noteReferences = (ground: Ground, predicate: Predicate): void => {
  const { draft, noted } = ground;
  const since = noted.at(-1) ?? -1;
  const marks = inSentences(draft.mentions, { from: predicate.sentence - 1, to: predicate.sentence }).filter(
    (mark): mark is ScopeMark =>
      mark.type === 'scope' &&
      !mark.plural &&
      (mark.refers?.by === 'order' || mark.refers?.by === 'other') &&
      mark.start > since &&
      mark.end <= predicate.start,
  );
  for (const mark of marks) {
    noted.push(mark.start);
    if (isOfDeed(draft, mark) || !isOwned(draft, mark)) continue;
    const at: Predicate = { ...predicate, sentence: mark.sentence, start: mark.start };
    const [meant] = findReferred(ground, itemOf(mark), at);
    if (meant === undefined) continue;
    ground.focus.push({ ...meant.named, mark: { ...meant.named.mark, sentence: mark.sentence } });
  }
};
