// Where a nation's word stands for its government or forces ("Norland said", "Norlandic troops"), not for a land or town.
// Invariant: asked only about words that a report's own nations have; a capital that falls is a town.
import type { Theatre } from '../../model/theatre.ts';
import type { Token } from '../marks.ts';
import { isHyphen, nationWordAt } from '../mentions/nation-words.ts';
import type { PhraseValue } from '../mentions/phrase-values.ts';

/** What phrase begins at a word, or null. */
type PhraseFrom = (at: number) => PhraseValue | null;

const FORCES: readonly string[] = ['government', 'forces'];

const isForces = (value: PhraseValue | null): boolean => value?.type === 'noun' && FORCES.includes(value.means);

const isIn = ({ lexicon }: Theatre, list: string, token: Token | undefined): boolean =>
  lexicon.has(list, token?.word ?? '');

const HELPING = ['verbAdverbs', 'have', 'modals', 'negations', 'longerWords'];

/** The verb behind a name, over adverbs, "has" and "will"; null where none follows. */
const verbBehind = (tokens: readonly Token[], to: number, theatre: Theatre): Token | null => {
  let at = to;
  while (HELPING.some((list) => isIn(theatre, list, tokens[at]))) at++;
  // "has RE-taken"
  if (isIn(theatre, 'verbPrefixes', tokens[at]) && isHyphen(tokens, at + 1)) at += 2;
  const token = tokens[at];
  return token !== undefined && theatre.lexicon.verbs.has(token.word) ? token : null;
};

/** "Norlandic ground troops": one plain word may stand between. */
const ownsForces = (tokens: readonly Token[], at: number, phraseFrom: PhraseFrom): boolean => {
  if (isForces(phraseFrom(at))) return true;
  return /^\p{Ll}/u.test(tokens[at]?.text ?? '') && phraseFrom(at) === null && isForces(phraseFrom(at + 1));
};

/** True where the nation's word that begins at `from` does something or owns what does. */
export const actsAt = (
  tokens: readonly Token[],
  from: number,
  { theatre, phraseFrom }: { readonly theatre: Theatre; readonly phraseFrom: PhraseFrom },
): boolean => {
  const found = nationWordAt(tokens, from, theatre.lexicon);
  if (found === null) return true;
  const { to, as } = found;
  if (as === 'nationCapitals' && isIn(theatre, 'ownFighters', tokens[to])) return true;
  // "control of Norhaven state": the capital's name is a province's there.
  if (as === 'nationCapitals' && phraseFrom(to)?.type === 'scope') return false;
  const next = tokens[to];
  // "Norlandic-held A"
  if (isHyphen(tokens, to)) return as === 'nationAdjectives' && isIn(theatre, 'heldNow', tokens[to + 1]);
  const noun = next?.word === "'s" ? to + 1 : to;
  if (['foreignArmsNouns', 'modifiedNouns'].some((list) => isIn(theatre, list, tokens[noun]))) return true;
  if (ownsForces(tokens, noun, phraseFrom) || isIn(theatre, 'agentWords', tokens[from - 1])) return true;
  // "Norland, WHO captured A"
  const who = next?.word === ',' ? tokens[to + 1] : next;
  if (noun === to && isIn(theatre, 'personRelatives', who)) return true;
  const verb = noun === to ? verbBehind(tokens, to, theatre) : null;
  if (isTakerHere(tokens, { from, to }, theatre)) return true;
  if (verb === null) return isFromAbroad(tokens, from, { theatre, phraseFrom });
  const fates = theatre.lexicon.verbs.get(verb.word)?.some(({ lemma }) => theatre.lexicon.has('capitalFates', lemma));
  return as !== 'nationCapitals' || fates !== true;
};

/** "in the hands OF the Norlanders", "fell TO Norland", "taken BY the Norlanders", "drove Norland OUT": who has a place, gets it or must go. */
const isTakerHere = (
  tokens: readonly Token[],
  { from, to }: { readonly from: number; readonly to: number },
  theatre: Theatre,
): boolean => {
  const has = (list: string, at: number): boolean => isIn(theatre, list, tokens[at]);
  const verbIn = (list: string, at: number): boolean =>
    (theatre.lexicon.verbs.get(tokens[at]?.word ?? '') ?? []).some(({ lemma }) => theatre.lexicon.has(list, lemma));
  const link = has('definiteArticles', from - 1) ? from - 2 : from - 1;
  if (has('agentWords', link)) return link < from - 1;
  if (has('partLinks', link)) return has('controlHeads', link - 1);
  if (has('toWords', link)) return ['yieldingVerbs', 'fallVerbs'].some((list) => verbIn(list, link - 1));
  // "accused NORLAND OF occupying A"
  if (has('partLinks', to) && verbIn('blamingVerbs', link)) return true;
  return has('outWords', to) && verbIn('expellingLemmas', link);
};

/** "soldiers from neighbouring Norland": the owner behind the noun. */
const isFromAbroad = (
  tokens: readonly Token[],
  from: number,
  { theatre, phraseFrom }: { readonly theatre: Theatre; readonly phraseFrom: PhraseFrom },
): boolean => {
  const link = isIn(theatre, 'awayWords', tokens[from - 1]) ? from - 2 : from - 1;
  return isIn(theatre, 'ownerLinks', tokens[link]) && isForces(phraseFrom(link - 1));
};
