// "DENYING THAT its men had left A, the Council spoke of a lie": who denies or confirms by a participle is named behind the comma.
// Invariant: only a participle that opens the sentence, and only where the sentence's own subject follows its comma at once.
import type { VerbGroup } from './find-verb-groups.ts';
import type { RawFrame } from './name-speakers.ts';
import type { Parse } from './parse.ts';
import { spanOf } from './said-content.ts';
import { sourceBefore } from './source-before.ts';
import { isIn, wordAt } from './view-sentence.ts';

/** The sentence's own verb: the first behind a comma whose subject opens there. */
const ownVerb = (parse: Parse, opening: VerbGroup): { readonly comma: number; readonly verb: VerbGroup } | null => {
  const { view, verbs } = parse;
  for (const verb of verbs) {
    if (verb.from <= opening.to || verb.gerund || verb.infinitive) continue;
    const { from } = sourceBefore(parse, verb.from);
    if (from < verb.from && from > opening.to && wordAt(view, from - 1) === ',') return { comma: from - 1, verb };
  }
  return null;
};

/** One raw frame for a participle of denying or confirming that opens a sentence. */
export const findOpeningDenial = (parse: Parse): readonly RawFrame[] => {
  const { view } = parse;
  const opening = parse.verbs[0];
  if (opening === undefined || opening.from !== 0 || !opening.gerund) return [];
  const denies = opening.lemmas.some((lemma) => view.lexicon.has('denyingVerbs', lemma));
  const own = denies ? ownVerb(parse, opening) : null;
  if (own === null) return [];
  const from = isIn(view, 'clauseComplements', opening.to) ? opening.to + 1 : opening.to;
  const speaker = spanOf(view, own.comma + 1, own.verb.from);
  const cue = spanOf(view, opening.from, opening.to);
  const said = spanOf(view, from, own.comma);
  if (speaker === null || cue === null || said === null) return [];
  return [
    {
      ...{ start: cue.start, end: speaker.end, cue, sentence: view.sentence.index, speaker },
      ...{ content: [said], told: null, polarity: 'denied', modality: null },
    },
  ];
};
