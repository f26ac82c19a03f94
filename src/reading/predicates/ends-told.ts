// What a verb says only on the way to what another verb of its sentence tells: an attempt whose end is told, men who were
// there before they came over, an attack by those who were driven off.
// Invariant: what is left out here is told by another match of the same sentence.

import type { Parse } from '../clauses/parse.ts';
import type { Predicate } from '../marks.ts';
import { isIn } from '../words/view-sentence.ts';
import { foiledBy } from './foiled-attempt.ts';
import type { VerbMatch } from './verb-match.ts';

/** "tried to flee but were stopped": of those who meant to go nobody's attack has failed. */
export const GOING: readonly Predicate['kind'][] = ['withdrawal', 'surrender'];

/** Why an attempt makes no claim of its own. */
export const ENDED = 'an attempt whose end is told';

/** "The soldiers who WERE THERE came over to us": told of those who have gone. */
const isOfGone = (parse: Parse, { rule, verb }: VerbMatch): boolean =>
  parse.view.lexicon.has('thereRules', rule.name) &&
  verb.forms.includes('past') &&
  isIn(parse.view, 'personRelatives', verb.from - 1) &&
  parse.verbs.some(({ from, infinitive }) => from >= verb.to && !infinitive);

/** "have not withdrawn; they CHANGED POSITIONS": said to deny that they left. */
const isNoLeaving = ({ view }: Parse, matches: readonly VerbMatch[], { rule, verb }: VerbMatch): boolean =>
  view.lexicon.has('repositionRules', rule.name) &&
  matches.some((other) => other.rule.kind === 'withdrawal' && other.verb.to <= verb.from);

/** "drove off a column that wanted to enter A": whose attack was beaten off has not come in. */
const isOfBeaten = (matches: readonly VerbMatch[], { verb, subject }: VerbMatch): boolean =>
  verb.infinitive &&
  subject.actor !== null &&
  matches.some(
    ({ rule, doer }) => rule.kind === 'repulse' && rule.actor === 'after' && doer?.from === subject.actor?.from,
  );

/** "The army tried to retake it": who tried, and what, is said with the attempt. */
export const ofOwnDoer = ({ subject, place, rule }: VerbMatch): boolean =>
  rule.kind !== 'attack' && subject.actor !== null && (place !== null || rule.place === 'object');

/** "The army tried to retake A but WAS THROWN BACK": the end of an attempt that itself says what failed. */
export const endsTold = (parse: Parse, matches: readonly VerbMatch[]): ReadonlySet<VerbMatch> =>
  new Set(
    matches.flatMap((match) => {
      const foiled = ofOwnDoer(match) ? foiledBy(parse, match) : null;
      return foiled === null
        ? []
        : matches.filter((other) => other.verb === foiled && other.rule.kind === 'repulse' && other.place === null);
    }),
  );

/** "left A and ARE NOW AT B": where a retreat went; "left A but are STILL in B" tells of both. */
const isWhereRetreatWent = (
  { view }: Parse,
  matches: readonly VerbMatch[],
  { rule, verb, subject }: VerbMatch,
): boolean =>
  view.lexicon.has('presenceRules', rule.name) &&
  subject.actor !== null &&
  !isIn(view, 'stillWords', verb.to) &&
  !isIn(view, 'stillWords', verb.from - 1) &&
  !view.tokens.slice(verb.from, verb.to).some((_, i) => isIn(view, 'stillWords', verb.from + i)) &&
  matches.some(
    (other) =>
      other.rule.kind === 'withdrawal' && other.verb.to <= verb.from && other.doer?.from === subject.actor?.from,
  );

/** True where another match tells what this one only leads up to. */
export const isSaidBeside = (parse: Parse, matches: readonly VerbMatch[], match: VerbMatch): boolean =>
  isOfGone(parse, match) ||
  isOfBeaten(matches, match) ||
  isNoLeaving(parse, matches, match) ||
  isWhereRetreatWent(parse, matches, match);
