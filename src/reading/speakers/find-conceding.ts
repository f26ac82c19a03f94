// Who holds an office and gives a place up owns that it is lost: "Local officials gave up three: A, B and C."
// Invariant: soldiers who give up a place leave it, and say nothing.

import type { Parse } from '../clauses/parse.ts';
import { isIn, wordAt } from '../words/view-sentence.ts';
import type { RawFrame } from './name-speakers.ts';
import { spanOf } from './said-content.ts';
import { sourceBefore } from './source-before.ts';

/** So far behind the verb may the first place stand: "gave up three on Tuesday evening: A". */
const REACH = 8;

/** One raw frame for each such verb; what it stands over is the verb alone. */
export const findConceding = (parse: Parse): readonly RawFrame[] => {
  const { view, verbs, groups } = parse;
  return verbs.flatMap((verb): RawFrame[] => {
    const gives = verb.lemmas.some((lemma) => view.lexicon.has('concedingVerbs', lemma));
    if (!gives || verb.passive || verb.infinitive || !isIn(view, 'concedingParticles', verb.to)) return [];
    const { from, to } = sourceBefore(parse, verb.from);
    const named = groups.find((group) => group.from > verb.to && group.from <= verb.to + REACH);
    // "gave up A to the rebels" hands it over.
    const owns = named !== undefined && wordAt(view, named.to) !== 'to';
    const speaker = from < to && isIn(view, 'officeActors', to - 1) && owns ? spanOf(view, from, to) : null;
    const cue = spanOf(view, verb.from, verb.to);
    if (speaker === null || cue === null) return [];
    return [
      {
        ...{ start: speaker.start, end: cue.end, cue, sentence: view.sentence.index, speaker },
        ...{ content: [], told: null, polarity: 'affirmed', modality: null },
      },
    ];
  });
};
