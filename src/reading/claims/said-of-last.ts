// A denial of no more than the sentence right before it: "The mayor SAID THIS was not true", "3. The road is closed / False."
// Invariant: asks of the denial's own words and of what stands over it.
import type { Cue } from '../actors/denial-cues.ts';
import type { Draft, Sentence } from '../marks.ts';
import { OPENING } from './false-words.ts';

/** "The mayor SAID THIS was not true". */
export const saysThis = ({ theatre: { lexicon } }: Draft, { tokens }: Sentence): boolean =>
  tokens.some(
    ({ word }, at) =>
      lexicon.has('pointingSubjects', word) &&
      (lexicon.verbs.get(tokens[at - 1]?.word ?? '') ?? []).some(({ lemma }) => lexicon.has('reportingVerbs', lemma)) &&
      lexicon.has('be', tokens[at + 1]?.word ?? ''),
  );

/** "3. The road is closed / False.": a bare verdict is on the heading over it, and on nothing before. */
export const isOfHeading = (
  { sentences, theatre }: Draft,
  { sentence: { index, paragraph, tokens } }: Cue,
): boolean => {
  const before = sentences[index - 1];
  const short = tokens.filter(({ type }) => type === 'word').length <= OPENING / 2;
  // "Claim / A has fallen. / Verdict / False.": the word over it is no claim.
  const label = before?.tokens.length === 1 && theatre.lexicon.has('verdictLabels', before.tokens[0]?.word ?? '');
  return !label && before?.heading === true && before.part !== 'entry' && before.paragraph < paragraph && short;
};
