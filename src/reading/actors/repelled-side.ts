// Whose an attack was that was beaten back, where no attacker is named: by what it was for and by whose posts they were.
// Invariant: asks of the words of the deed alone.
import { kept } from '../../model/keep.ts';
import type { Lexicon } from '../../model/lexicon.ts';
import type { ActorMark, Draft, Predicate } from '../marks.ts';
import { inSentence } from '../words/by-sentence.ts';

const retakingRules = kept(
  ({ verbRules }: Lexicon): ReadonlySet<string> =>
    new Set(verbRules.flatMap(({ name, kind }) => (kind === 'recapture' ? [name] : []))),
);

/** "An attempt to RETAKE A failed": it was that of those who had held it. */
export const isOfRetaking = ({ report, theatre: { lexicon } }: Draft, { start, end, rule }: Predicate): boolean =>
  // "Attempts to GET IT BACK failed"
  retakingRules(lexicon).has(rule) ||
  report.text
    .slice(start, end)
    .toLowerCase()
    .split(/\s+/)
    .some((word) => lexicon.verbs.get(word)?.some(({ lemma }) => lexicon.has('takingBackVerbs', lemma)));

/** "An attack on OUR outposts was repelled": it was the enemy's of whoever says so. */
export const isOnOurs = ({ sentences, theatre: { lexicon } }: Draft, { sentence, clause }: Predicate): boolean =>
  sentences[sentence]?.tokens.some(
    ({ word, start, end }) =>
      start >= clause.start &&
      end <= clause.end &&
      lexicon.has('firstPerson', word) &&
      lexicon.has('possessives', word),
  ) === true;

/** Words from who beats an attack back to the verb: "the rebels HAVE SINCE repelled". */
const HELPERS = 3;

/** "The rebels repelled an attack by militias of the north": who stands right before the verb has beaten it back. */
export const repellerOf = ({ mentions, sentences }: Draft, { sentence, start }: Predicate): ActorMark | null => {
  const verb = sentences[sentence]?.tokens.findIndex((token) => token.end > start) ?? -1;
  const before = inSentence(mentions, sentence).findLast(
    (one): one is ActorMark => one.type === 'actor' && one.end <= start && !one.modifies,
  );
  return before !== undefined && verb - before.to <= HELPERS ? before : null;
};

/** "repelled an attack on A BY THE ENEMY": who is named behind the attack, where nothing is told in the passive. */
export const attackerNamed = (
  { mentions, sentences, theatre: { lexicon } }: Draft,
  { sentence, start, end }: Pick<Predicate, 'sentence' | 'start' | 'end'>,
): ActorMark | null => {
  const { tokens = [] } = sentences[sentence] ?? {};
  const verb = tokens.findIndex((token) => token.end > start);
  const by = tokens.findIndex(({ word, start: at }, i) => i > verb && at >= end && lexicon.has('agentLinks', word));
  if (by < 0 || tokens.slice(verb, by).some(({ word, type }) => type === 'mark' || lexicon.has('be', word)))
    return null;
  if (!tokens.slice(verb, by).some(({ word }) => lexicon.has('attackNouns', word))) return null;
  const named = inSentence(mentions, sentence).find(({ from }) => from === by + 1 || from === by + 2);
  return named?.type === 'actor' ? named : null;
};

/** "The MEN who attacked A were beaten back": in a war of two, who is beaten off is the enemy of who holds the place. */
const isUnknownForce = ({ theatre }: Draft, { kind, doer }: Predicate): boolean =>
  kind === 'repulse' && !theatre.open && doer?.means === 'forces' && !doer.pronoun;

/** Nobody is named, so that the kind and the place have to say whose it was. */
export const isDoerOpen = (draft: Draft, predicate: Predicate): boolean =>
  (predicate.doer === null && predicate.doerOpen) || isUnknownForce(draft, predicate);
