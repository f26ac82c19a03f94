// Phrases beside a subject that are none: who goes with it, and a time said between it and its verb.
// Invariant: what a verb has for its object goes with nobody.
import type { VerbGroup } from './find-verb-groups.ts';
import { governorAt, type NounPhrase } from './noun-phrases.ts';
import type { Parse } from './parse.ts';
import { isIn } from './view-sentence.ts';

/** "fighters and ALLIED TRIBESMEN advanced": who stands beside a side that no verb has taken goes with it. */
const isBeside = ({ view, verbAt }: Parse, first: NounPhrase, { from, to, places }: NounPhrase): boolean =>
  places === null &&
  verbAt[first.from - 1] === undefined &&
  !isIn(view, 'determiners', from) &&
  /^\p{Ll}+(?:[^s]s|men)$/u.test(view.tokens[to - 1]?.text ?? '') &&
  !isIn(view, 'timeNouns', to - 1);

/** "Fighters who seized Ashford LAST MONTH still hold it": a time behind other words does nothing. */
export const isBareTime = ({ view, verbAt, phraseAt }: Parse, { actor, places, from, to }: NounPhrase): boolean => {
  const time = actor === null && places === null && isIn(view, 'timeNouns', to - 1);
  if (!time || !isIn(view, 'timeAdjectives', from - 1)) return false;
  return phraseAt[from - 2] !== undefined || verbAt[from - 2] !== undefined;
};

/** "the soldiers and the militia left", "the army and its partners took A", "the dam and the mill are held": the first one named leads, unless it is another verb's object. */
export const firstOfPair = (parse: Parse, phrase: NounPhrase): NounPhrase => {
  const { view, phraseAt } = parse;
  // "handed it to the rebels and THAT the soldiers left": another clause, no pair.
  const joined = isIn(view, 'listLinks', phrase.from - 1) && !isIn(view, 'clauseComplements', phrase.from);
  const first = joined ? phraseAt[phrase.from - 2] : undefined;
  const places = first?.places != null && phrase.actor === null && phrase.places === null;
  const own = phrase.places === null && isIn(view, 'possessives', phrase.from);
  const fighters = first?.actor?.side != null && (phrase.actor !== null || own || isBeside(parse, first, phrase));
  if (first === undefined || !(places || fighters)) return phrase;
  const governed = governorAt(view, first.from);
  return governed !== null && !view.lexicon.has('clausePrepositions', governed) ? phrase : first;
};

/** "posts BETWEEN A AND B fell": where the pair begins that only locates; -1 where the phrase ends none. */
export const betweenBefore = ({ view, phraseAt }: Parse, { from }: NounPhrase): number => {
  const first = isIn(view, 'listLinks', from - 1) ? phraseAt[from - 2] : undefined;
  return first !== undefined && isIn(view, 'betweenWords', first.from - 1) ? first.from - 1 : -1;
};

/** "the police, WHOSE COMMANDER, Karim, surrendered": what stands behind the word is its clause's subject. */
export const ownedBefore = ({ view, verbAt, phraseAt }: Parse, { from }: VerbGroup): NounPhrase | null => {
  for (let at = from - 1; at >= 0 && verbAt[at] === undefined; at--)
    if (isIn(view, 'owningRelatives', at)) return phraseAt[at + 1] ?? null;
  return null;
};
