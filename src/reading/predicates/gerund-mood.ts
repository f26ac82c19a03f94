// What a gerund leaves open of the deed it names: "on the verge of losing A", "an operation aimed at retaking A",
// "considered leaving A", "failed in taking A". A gerund tells no deed by itself; the word that governs it does.
// Invariant: a gerund that nothing governs ("after losing A", "capturing A on Monday") is left as it stands.
import { isCutShort } from '../clauses/cut-short.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { isIn, isInAny, phraseLength, wordAt } from '../words/view-sentence.ts';
import { isCalledOpen } from './said-of-noun.ts';

export type GerundMood = 'possible' | 'planned' | 'unplanned' | 'denied' | 'unreal';

/** So many words stand at most between the word that governs and the preposition before the gerund. */
const REACH = 3;

const MOODS: readonly (readonly [mood: GerundMood, verbs: string, words: string])[] = [
  ['unreal', 'gerundUnrealVerbs', 'gerundUnrealWords'],
  ['possible', 'gerundDoubtVerbs', 'gerundDoubtWords'],
  ['planned', 'gerundPlanVerbs', 'gerundPlanWords'],
  ['denied', 'gerundFailVerbs', 'gerundFailWords'],
];

/** "NO intention of taking A": a plan that is denied. "in NO danger of falling": nothing that may come. */
const NONE: Readonly<Partial<Record<GerundMood, GerundMood>>> = { planned: 'unplanned', possible: 'unreal' };

/** "is YET TO TAKE steps for retaking A": what nobody has begun. */
const isYetToCome = ({ view, verbs }: Parse, at: number): boolean => {
  const verb = verbs.findLast(({ to }) => to <= at);
  if (verb === undefined || at - verb.to >= REACH) return false;
  return view.tokens
    .slice(Math.max(0, verb.from - 2), verb.head)
    .some(({ word }) => view.lexicon.has('yetWords', word));
};

/** Where the gerund's own words begin: "of ever losing", "from being taken". */
const governorEnd = ({ view, phraseAt }: Parse, { from }: VerbGroup): number => {
  let at = from - 1;
  while (isIn(view, 'verbAdverbs', at) && !isIn(view, 'prepositions', at)) at--;
  // "no question OF THE ARMY leaving A": who is to do it stands between.
  const doer = phraseAt[at];
  return doer?.actor != null && isIn(view, 'partLinks', doer.from - 1) ? doer.from - 1 : at;
};

const verbEnding = ({ verbs }: Parse, at: number): VerbGroup | undefined => verbs.find(({ to }) => to === at + 1);

/** "CAME WITHIN hours OF taking A": it was not taken. */
const isWithin = ({ view, verbs }: Parse, at: number): boolean => {
  const verb = verbs.findLast(({ to }) => to <= at);
  const near = verb?.lemmas.some((lemma) => view.lexicon.has('nearingVerbs', lemma)) === true;
  return near && at - verb.to <= REACH + 1 && isIn(view, 'withinWords', verb.to);
};

/** "considered leaving", "aimed at retaking", "ruled out withdrawing": the verb right before, or before its preposition. */
const byVerb = (parse: Parse, at: number): GerundMood | null => {
  const { view } = parse;
  // "moves TOWARDS regaining control of A": on the way to it, nobody has it.
  if (isIn(view, 'towardWords', at)) return 'planned';
  const linked = isIn(view, 'prepositions', at) || isIn(view, 'toWords', at);
  const verb = verbEnding(parse, at) ?? (linked ? verbEnding(parse, at - 1) : undefined);
  if (verb === undefined) return isWithin(parse, at) ? 'unreal' : null;
  // "WAS NOT SEEN leaving A"
  if (verb.negated && verb.lemmas.some((lemma) => view.lexicon.has('witnessingVerbs', lemma))) return 'unreal';
  // "DID NOT SUCCEED in taking A"
  if (verb.negated && verb.lemmas.some((lemma) => view.lexicon.has('succeedingVerbs', lemma))) return 'denied';
  const mood = MOODS.find(([, list]) => verb.lemmas.some((lemma) => view.lexicon.has(list, lemma)))?.[0] ?? null;
  // "left TO AVOID being captured": what somebody goes in order that it may not happen.
  if (mood === 'denied' && verb.infinitive && verbEnding(parse, verb.from - 1) === undefined) return 'unreal';
  // "did not consider leaving" is no more than "considered" has said.
  return mood !== null && verb.negated ? 'unreal' : mood;
};

/** Where the words that may govern begin: after the verb or the mark before them. */
const reachFrom = ({ view, verbAt }: Parse, at: number): number => {
  let from = at;
  while (from > Math.max(0, at - REACH) && verbAt[from - 1] === undefined && !/^[,;:.]$/.test(wordAt(view, from - 1)))
    from--;
  return from;
};

/** "the verge of", "close to", "intent on", "with the aim of": the words before the gerund, up to its preposition. */
const byWord = (parse: Parse, at: number): GerundMood | null => {
  const { view } = parse;
  const from = reachFrom(parse, at);
  const linked = isIn(view, 'prepositions', at) || isIn(view, 'toWords', at);
  const governs = (list: string, i: number): boolean => {
    const length = phraseLength(view, list, i);
    return length > 0 && (linked || i + length > at);
  };
  for (const [mood, , list] of MOODS)
    for (let i = from; i <= at; i++)
      if (governs(list, i))
        return isIn(view, 'negativeWords', i - 1) ? (NONE[mood] ?? mood) : isYetToCome(parse, i) ? 'unreal' : mood;
  return null;
};

/** Nothing but "the town of" parts the verb from the place. */
const isRightBehind = ({ view }: Parse, from: number, place: number): boolean =>
  view.tokens
    .slice(from, place)
    .every(
      (_, i) =>
        isInAny(view, ['determiners', 'partLinks', 'describingWords'], from + i) ||
        view.markAt[from + i]?.type === 'scope',
    );

/** "WANTS A TAKEN by Friday", "want the army GONE", "hopes TO SEE A retaken": what somebody wants to be done to a place. */
const moodOfWanted = (parse: Parse, verb: VerbGroup): GerundMood | null => {
  if (!verb.bare || !verb.forms.includes('participle')) return null;
  const { view, verbs, phraseAt } = parse;
  const has = (one: VerbGroup | undefined, list: string): boolean =>
    one?.lemmas.some((lemma) => view.lexicon.has(list, lemma)) === true;
  const told = phraseAt[verb.from - 1];
  const over = verbs.findLast(({ to }) => to <= verb.from);
  if (told === undefined || (told.places ?? told.actor) === null) return null;
  if (over === undefined || !isRightBehind(parse, over.to, told.from)) return null;
  const wants = over.infinitive && has(over, 'seenDoneVerbs') ? verbs.find(({ to }) => to === over.from) : over;
  if (!has(wants, wants === over ? 'wantedDoneVerbs' : 'plannedGovernors')) return null;
  return wants?.negated === true ? 'unplanned' : 'planned';
};

/** The mood that the governing word gives a gerund; null where none governs it. */
export const moodOfGerund = (parse: Parse, verb: VerbGroup): GerundMood | null => {
  if (!verb.gerund) return moodOfWanted(parse, verb);
  const at = governorEnd(parse, verb);
  const opens = at < 0 || parse.view.tokens[at]?.type === 'mark';
  // "LEAVING A was never an option"
  if (opens && isCalledOpen(parse.view, verb.head)) return 'unreal';
  if (at < 0) return null;
  return isCutShort(parse, verb, at) ? 'denied' : (byVerb(parse, at) ?? byWord(parse, at));
};
