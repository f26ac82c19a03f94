// "laughed the claim off", "made fun of that", "poured scorn on the claim": words that call something told false without a word for it.
// Invariant: something told stands behind the verb; "mocked the rebels who had taken A" denies nothing.
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import { isIn, isInAny, type SentenceView } from '../words/view-sentence.ts';

const BRUSHED = 6;

/** "laughed the claim off", "brushed it aside": a verb of brushing with its particle soon behind it. */
const brushesOff = (view: SentenceView, verb: VerbGroup): boolean =>
  verb.lemmas.some((lemma) => view.lexicon.has('brushingVerbs', lemma)) &&
  view.tokens.slice(verb.to, verb.to + BRUSHED).some(({ word }) => view.lexicon.has('brushingParticles', word)) &&
  view.tokens.slice(verb.to, verb.to + BRUSHED).some(({ word }) => view.lexicon.has('toldThings', word));

/** Words of "the rebels' latest". */
const MOCKED = 4;

/** "MADE FUN OF that", "poured scorn on the claim", "mocked the claim": said of something told, it calls that false. */
const scorns = (view: SentenceView, { lemmas, to }: VerbGroup): boolean => {
  const phrase = isIn(view, 'scornNouns', to) && isIn(view, 'scornLinks', to + 1);
  const mocks = lemmas.some((lemma) => view.lexicon.has('mockingVerbs', lemma));
  const from = mocks ? to : to + 2;
  const told = view.tokens
    .slice(from, from + MOCKED)
    .some((_, i) => isInAny(view, ['toldThings', 'rumourNouns', 'pointingSubjects'], from + i));
  return told && (mocks || (phrase && lemmas.some((lemma) => view.lexicon.has('scornVerbs', lemma))));
};

/** Whether the verb makes light of something that was told. */
export const laughsOff = (view: SentenceView, verb: VerbGroup): boolean => brushesOff(view, verb) || scorns(view, verb);
