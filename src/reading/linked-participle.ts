// "The army in A BECAME ENCIRCLED", "got cut off", "found itself besieged": a participle behind a verb of becoming is its passive.
// Invariant: nothing stands between the two but what turns the first on its own subject.
import type { VerbGroup } from './find-verb-groups.ts';
import { isIn, type SentenceView } from './view-sentence.ts';

/** The second of two verbs, with the helpers of the first, where both are one; null where they are not. */
export const linkedParticiple = (
  view: SentenceView,
  group: VerbGroup,
  before: VerbGroup | undefined,
): VerbGroup | null => {
  if (before === undefined || !group.bare || !group.forms.includes('participle') || before.to !== group.from)
    return null;
  const turned = isIn(view, 'reflexives', group.from);
  const links = before.lemmas.some((lemma) => view.lexicon.has(turned ? 'findingSelf' : 'becomingVerbs', lemma));
  if (!links || group.forms.includes('ing')) return null;
  const { from, perfect, modal, infinitive, gerund } = before;
  return { ...group, from, perfect, modal, infinitive, gerund, passive: true, bare: false, negated: before.negated };
};
