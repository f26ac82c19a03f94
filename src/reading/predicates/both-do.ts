// What two sides do at once: "both sides have pulled back from A", "the army and the rebels have left A". One predicate for
// each of the two whose war it is. Who shares a place by holding it is told elsewhere (find-shares.ts).
// Invariant: only what can be of both: two sides leave a place, or are in it; friends who do it together are one.
import { isFiniteVerb } from '../clauses/clause-bounds.ts';
import { isNobodysDeed } from '../clauses/nobody-does.ts';
import { governorAt } from '../clauses/noun-phrases.ts';
import type { Parse } from '../clauses/parse.ts';
import type { ActorMark, Predicate } from '../marks.ts';
import { opponentOf } from '../mentions/theatre-sides.ts';
import { isIn, phraseLength, type SentenceView } from '../words/view-sentence.ts';
import { holds, mainSides, sidesBefore } from './find-shares.ts';
import { isDue } from './laid-down.ts';
import type { VerbMatch } from './verb-match.ts';

const OF_BOTH: readonly Predicate['kind'][] = ['withdrawal', 'hold', 'entry'];

/** The predicate of both sides twice, denied where nobody does it ("nobody is in control of A"), any other as it is. */
export const bothDo = (parse: Parse, match: VerbMatch, predicate: Predicate): readonly Predicate[] => {
  const { verb, doer } = match;
  if (!OF_BOTH.includes(predicate.kind)) return [predicate];
  if (doer !== null) {
    const beside = othersBeside(parse, match, doer).filter(
      ({ side }) => predicate.kind === 'hold' || side === opponentOf(doer.side ?? '', parse.view.theatre),
    );
    return [predicate, ...beside.map((side) => ({ ...predicate, doer: side }))];
  }
  if (isOfNobody(parse, match, predicate))
    return mainSides(parse, verb.from, verb.to).map((side) => ({ ...predicate, polarity: 'denied', doer: side }));
  // "Both sides withdrew from the talks": of a place nothing is said.
  // "BOTH had been given up": two places.
  if ((predicate.placeFromContext && !verb.gerund) || match.rule.place === 'subject') return [predicate];
  if (holds(parse, verb) || isIn(parse.view, 'have', verb.head)) return [predicate];
  const said = sidesBefore(parse, (governing(parse, verb) ?? verb).from);
  // "neither side MAY enter A": what is forbidden is nobody's deed.
  if (said === null || predicate.modality === 'possible') return [predicate];
  const modality = isToCome(parse, verb) ? 'planned' : predicate.modality;
  const polarity = isIn(parse.view, 'neitherWords', said.from) ? 'denied' : predicate.polarity;
  return said.sides.map((side) => ({ ...predicate, modality, polarity, doer: side }));
};

/** "Nobody has CONTROL of A", "no one is in CHARGE of A"; "nobody is in A" may mean people. */
const isOfNobody = (parse: Parse, { verb, rule, to }: VerbMatch, { kind, items }: Predicate): boolean =>
  kind === 'hold' &&
  rule.place !== 'subject' &&
  items.length > 0 &&
  parse.view.tokens.slice(verb.head, to).some((_, i) => isIn(parse.view, 'controlNouns', verb.head + i)) &&
  isNobodysDeed(parse, governing(parse, verb) ?? verb);

/** "THE ARMY and the rebels", "in the hands OF THE ARMY and of the militia", "were in A together with THE ARMY": who else is named beside the one who does it. */
const othersBeside = (
  { view, phrases, phraseAt, verbAt }: Parse,
  { verb, to: end }: VerbMatch,
  doer: ActorMark,
): readonly ActorMark[] => {
  const own = phrases.find(({ actor }) => actor?.from === doer.from);
  if (own === undefined || doer.side === null || doer.pronoun) return [];
  const isBeside = (from: number, to: number): boolean =>
    isLinked(view, own.to, from) || isLinked(view, to, own.from) || isPaired(view, end, from);
  // "the army and ALLIED militias", "militias LOYAL to it", "the army and THEIR militia ALLIES"
  const isFriend = (from: number, to: number): boolean =>
    view.tokens.slice(from, to + 1).some((_, i) => isIn(view, 'friendWords', from + i)) ||
    (isIn(view, 'possessives', from) && isIn(view, 'allyNouns', to - 1));
  // "lost A TO THE REBELS and the soldiers fled": a clause of its own begins behind "and".
  const isGoverned = (from: number): boolean => from < own.from && governorAt(view, from) !== null;
  // "is in the hands of the army AND THE REBELS FLED": who stands behind has a verb of his own.
  const hasOwnVerb = (from: number, to: number): boolean => {
    // "and the guards OF THE BRIDGE TO THE OTHER BANK fled"
    let at = to;
    while (isIn(view, 'prepositions', at) && phraseAt[at + 1] !== undefined) at = phraseAt[at + 1]?.to ?? at;
    const next = from > own.from && own.from >= verb.to ? verbAt[at] : undefined;
    return next?.from === at && isFiniteVerb(next) && !(next.bare && isIn(view, 'agentWords', next.to));
  };
  return phrases.flatMap(({ actor, from, to }) =>
    actor !== null &&
    !actor.pronoun &&
    (!actor.modifies || actor.to === to) &&
    actor.side !== null &&
    actor.side !== doer.side &&
    isBeside(from, to) &&
    !isGoverned(from) &&
    !hasOwnVerb(from, to) &&
    !isFriend(from, to)
      ? [actor]
      : [],
  );
};

/** "together with", behind what is told. */
const isPaired = (view: SentenceView, from: number, to: number): boolean => {
  const link = phraseLength(view, 'pairLinks', from);
  // "The Reds hold A along with 40 SOLDIERS": a number of them is what they hold.
  return link > 0 && from + link === to && view.tokens[to]?.type !== 'number';
};

/** "and", "together with", "and of": what stands between two who do one thing. */
const isLinked = (view: SentenceView, from: number, to: number): boolean => {
  const link = isIn(view, 'listLinks', from) ? 1 : phraseLength(view, 'pairLinks', from);
  if (link === 0 || isIn(view, 'orWords', from)) return false;
  const again = isIn(view, 'prepositions', from + link) ? 1 : 0;
  return from + link + again === to;
};

/** "A IS TO BE demilitarised, with both sides pulling out". */
const isToCome = (parse: Parse, verb: VerbMatch['verb']): boolean =>
  verb.gerund &&
  parse.verbs.some((one) => one.to <= verb.from && (one.modal !== null || isDue(parse, one, 'withdrawal')));

/** "both sides AGREED to leave A". */
const governing = ({ verbs }: Parse, verb: VerbMatch['verb']) =>
  verb.infinitive ? verbs.findLast(({ to }) => to <= verb.from) : undefined;
