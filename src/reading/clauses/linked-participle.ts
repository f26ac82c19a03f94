// "The army in A BECAME ENCIRCLED", "got cut off", "found itself besieged": a participle behind a verb of becoming is its passive.
// Invariant: nothing stands between the two but what turns the first on its own subject.
import { isIn, type SentenceView } from '../words/view-sentence.ts';
import type { VerbGroup } from './verb-forms.ts';

/** The second of two verbs, with the helpers of the first, where both are one; null where they are not. */
export const linkedParticiple = (
  view: SentenceView,
  group: VerbGroup,
  before: VerbGroup | undefined,
): VerbGroup | null => {
  if (before === undefined || !group.bare || !group.forms.includes('participle') || before.to !== group.from)
    return null;
  const turned = isIn(view, 'reflexives', group.from);
  const isOf = (list: string): boolean => before.lemmas.some((lemma) => view.lexicon.has(list, lemma));
  // "REMAINS BESIEGED" is so; "remains occupied", "remains held by" are states that have rules of their own.
  const stays = isOf('stayingBesieged') && isIn(view, 'besiegedAdjectives', group.head);
  const links = isOf(turned ? 'findingSelf' : 'becomingVerbs') || stays;
  if (!links || group.forms.includes('ing')) return null;
  const { from, perfect, modal, infinitive, gerund } = before;
  return { ...group, from, perfect, modal, infinitive, gerund, passive: true, bare: false, negated: before.negated };
};
