// Whose an attack was that was beaten back, where no attacker is named: by what it was for and by whose posts they were.
// Invariant: asks of the words of the deed alone.
import type { Draft, Predicate } from './marks.ts';

/** "An attempt to RETAKE A failed": it was that of those who had held it. */
export const isOfRetaking = ({ report, theatre: { lexicon } }: Draft, { start, end }: Predicate): boolean =>
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
