// Verb forms that only describe who is named right behind them: "the RETREATING soldiers", "drove OUTNUMBERED troops out".
// Invariant: a form whose phrase can be its object stays a verb ("by attacking soldiers", "rebels besieging the garrison").

import { isIn, isInAny, type SentenceView, wordAt } from '../words/view-sentence.ts';
import type { VerbGroup } from './find-verb-groups.ts';

interface Ground {
  readonly view: SentenceView;
  readonly groups: readonly VerbGroup[];
}

const lemmaIn = ({ view }: Ground, { lemmas }: VerbGroup, list: string): boolean =>
  lemmas.some((lemma) => view.lexicon.has(list, lemma));

const endingAt = ({ groups }: Ground, at: number): VerbGroup | undefined => groups.find(({ to }) => to === at);

/** "FLEEING rebels entered A": the sentence's own verb follows at once. */
const openWithOwnVerb = ({ view, groups }: Ground, at: number, behind: number): boolean => {
  const opens =
    at === 0 || /^[,;:“"]$/.test(wordAt(view, at - 1)) || isInAny(view, ['timeClauseWords', 'clauseStarts'], at - 1);
  const own = groups.find(({ from }) => from === behind);
  return opens && own !== undefined && !own.gerund && !own.infinitive;
};

/** "drove FLEEING rebels out", "said TRAPPED soldiers": not "began attacking soldiers". */
const isBehindVerb = (ground: Ground, at: number): boolean => {
  const past = isIn(ground.view, 'tellingParticles', at - 1) ? at - 1 : at;
  const verb = endingAt(ground, at) ?? endingAt(ground, past);
  return verb !== undefined && !lemmaIn(ground, verb, 'aspectVerbs') && !lemmaIn(ground, verb, 'copulas');
};

/** "was captured BY fleeing rebels", "fell TO advancing rebels", "took A FROM retreating soldiers": not "kept them FROM attacking". */
const isBehindLink = (ground: Ground, at: number): boolean => {
  const { view, groups } = ground;
  if (isInAny(view, ['betweenWords', 'withWords', 'againstWords', 'goalLinks'], at - 1)) return true;
  if (isIn(view, 'robbedLinks', at - 1))
    return view.markAt[at - 2]?.type !== 'actor' && endingAt(ground, at - 1) === undefined;
  if (!isIn(view, 'agentWords', at - 1)) return false;
  // "came under attack BY FLEEING rebels"
  if (isIn(view, 'modifiedNouns', at - 2)) return true;
  const before = groups.findLast(({ to }) => to <= at - 1);
  return before === undefined || before.passive;
};

/** "reached BESIEGED A"; not "those who attacked BESIEGED A". */
const describesPlace = (ground: Ground, { from, to }: VerbGroup): boolean => {
  const { view } = ground;
  const over = endingAt(ground, from);
  return (
    view.markAt[to]?.type === 'place' &&
    isIn(view, 'besiegedAdjectives', from) &&
    isBehindVerb(ground, from) &&
    !isInAny(view, ['relatives', 'personRelatives'], (over?.from ?? 0) - 1)
  );
};

/** "the INTERNATIONALLY RECOGNISED government", "a heavily armed group": an adverb stands between it and the article. */
const isBehindAdverb = (view: SentenceView, { from, to, head, bare, forms }: VerbGroup): boolean =>
  bare &&
  from === head &&
  forms.includes('participle') &&
  isIn(view, 'describingAdverbs', from - 1) &&
  isInAny(view, ['definiteArticles', 'indefiniteArticles'], from - 2) &&
  view.tokens[to]?.type === 'word' &&
  !isInAny(view, ['clauseComplements', 'prepositions', 'determiners', 'pronouns'], to);

const describes = (ground: Ground, group: VerbGroup): boolean => {
  const { view } = ground;
  const { from, to, head, bare, forms } = group;
  if (isBehindAdverb(view, group)) return true;
  const next = view.markAt[to];
  if (bare && from === head && describesPlace(ground, group)) return true;
  if (!bare || from !== head || next?.type !== 'actor' || next.from !== to || next.pronoun) return false;
  if (isIn(view, 'determiners', to)) return false;
  // ", SAYING rebels had left": who says so is described by nothing.
  if (lemmaIn(ground, group, 'reportingVerbs')) return false;
  const ing = forms.includes('ing');
  if (ing && lemmaIn(ground, group, 'goingVerbs')) return true;
  if (!ing) return /.ed$/.test(wordAt(view, head)) && isBehindVerb(ground, from);
  return openWithOwnVerb(ground, from, next.to) || isBehindVerb(ground, from) || isBehindLink(ground, from);
};

/** The verbs of a sentence but for those that only describe. */
export const withoutAttributes = (view: SentenceView, groups: readonly VerbGroup[]): readonly VerbGroup[] =>
  groups.some(({ bare }) => bare) ? groups.filter((group) => !describes({ view, groups }, group)) : groups;
