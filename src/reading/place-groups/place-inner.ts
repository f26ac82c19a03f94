// Where the place begins that a common noun is said of: "the centre OF A", "the entrance TO A", "villages north OF A".
// Invariant: nothing stands between the noun and that place but the words that link them.
import type { PlaceKind } from '../../model/place.ts';
import { isPossessive } from '../clauses/word-class.ts';
import type { ScopeMark } from '../marks.ts';
import { pastUnit, pastUnknownNames } from '../mentions/unknown-names.ts';
import { afterAmount } from '../words/past-amount.ts';
import { isFiller, isHyphen, isIn, isInAny, type SentenceView, wordAt } from '../words/view-sentence.ts';
import { pastFeature } from './place-along.ts';
import { isRoad } from './place-direction.ts';
import { markFrom, nounAt, placeAt } from './place-marks.ts';

/** "the airfield outside A", "the highway near A" are A's; "a village near A" need not be. */
const BESIDE_TOWNS: readonly PlaceKind[] = ['road', 'airport'];

/** "the entrance to Ashford", "the hills above Ashford": what leads into a place, and what lies over it. */
const isOver = (view: SentenceView, { scope, kind, to }: ScopeMark): boolean =>
  kind === null &&
  ((scope === 'outskirts' && isIn(view, 'entryLinks', to)) || (scope !== 'facility' && isIn(view, 'overLinks', to)));

/** "the base in MIRZA OLANG OF Ashford district": past a name that no gazetteer has, to the place that it lies in; -1 where none does. */
const pastPatch = (view: SentenceView, from: number): number => {
  const isName = (at: number): boolean =>
    view.markAt[at] === undefined &&
    (/^\p{Lu}/u.test(view.tokens[at]?.text ?? '') || isHyphen(view, at) || isHyphen(view, at - 1));
  let at = from;
  while (isName(at)) at++;
  return at > from && !view.theatre.open && isIn(view, 'locatorLinks', at) ? markFrom(view, at + 1, 3) : -1;
};

/** Words of "the last southern". */
const CALLED = 4;

/** "the outskirts of THE southern REBEL STRONGHOLD OF Ashford": past what the place is called, and whose it is, to its name; -1 where none follows. */
const pastStronghold = (view: SentenceView, from: number): number => {
  for (let at = from; at <= from + CALLED; at++) {
    const mark = view.markAt[at];
    const owner = mark?.type === 'actor' ? mark.to : at;
    const noun = owner + (owner > at && isPossessive(view, owner) ? 1 : 0);
    if (isIn(view, 'strongholdWords', noun) && isIn(view, 'partLinks', noun + 1)) {
      const name = markFrom(view, noun + 2, 3);
      return name >= 0 && placeAt(view, name) !== null ? name : -1;
    }
    if (!isFiller(view, at) && !isIn(view, 'determiners', at)) return -1;
  }
  return -1;
};

/** What follows a common noun: "of Ashford", "in Ashford", "called Wesh", or the name itself ("the town Ashford"). */
export const innerOf = (view: SentenceView, noun: ScopeMark): { at: number; link: string } | null => {
  const link = wordAt(view, noun.to);
  if (placeAt(view, noun.to) !== null) return { at: noun.to, link: '' };
  const along = noun.kind === null && noun.scope === 'base' ? pastFeature(view, noun.to) : -1;
  if (along >= 0) return { at: along, link: 'in' };
  if (isIn(view, 'directions', noun.to) && isIn(view, 'locatorLinks', noun.to + 1)) {
    // "villages north of Ashford"
    // "the hills south of Ashford" are not Ashford's.
    const own = noun.kind === 'village' || (noun.kind === null && noun.scope !== 'area');
    const beyond = own ? markFrom(view, noun.to + 2, 4) : -1;
    return beyond < 0 || isRoad(view, beyond) ? null : { at: beyond, link };
  }
  if (isIn(view, 'closeWords', noun.to) && isIn(view, 'closeLinks', noun.to + 1)) {
    const beside = noun.kind === null ? markFrom(view, noun.to + 2, 4) : -1;
    return beside < 0 ? null : { at: beside, link };
  }
  const unknown = Math.max(pastUnknownNames(view, noun), pastUnit(view, noun));
  if (unknown > noun.to) {
    const around = isInAny(view, ['locatorLinks', 'besideLinks', 'postStands'], unknown)
      ? markFrom(view, unknown + 1, 4)
      : -1;
    return around < 0 ? null : { at: around, link: 'in' };
  }
  // "the last village on the edge of Garth": where it lies is what is named.
  const edge = noun.kind === 'village' && isIn(view, 'villageLinks', noun.to) ? markFrom(view, noun.to + 1, 2) : -1;
  if (edge > 0 && nounAt(view, edge)?.scope === 'outskirts') return { at: edge, link: 'in' };
  const named = isIn(view, 'namingLinks', noun.to);
  if (!named && !isIn(view, 'scopeLinks', noun.to) && !isOver(view, noun)) return null;
  if (isOrigin(view, noun)) return null;
  if (noun.kind !== null && !BESIDE_TOWNS.includes(noun.kind) && isIn(view, 'nearLinks', noun.to)) return null;
  const next = noun.to + (wordAt(view, noun.to + 1) === 'as' ? 2 : 1);
  const near = markFrom(view, named ? next : afterAmount(view, next), 5);
  const at = near < 0 && noun.kind === null ? Math.max(pastPatch(view, next), pastStronghold(view, next)) : near;
  // "the hills above the town" are told of by the verb: only a name says whose they are.
  if (at >= 0 && isIn(view, 'overLinks', noun.to) && placeAt(view, at) === null) return null;
  return at < 0 ? null : { at, link: named ? '' : link };
};

/** Words of "reached the half-empty military". */
const REACHED = 5;

/** "reached the airport FROM A": where those came from who got there. */
const isOrigin = ({ lexicon, tokens, listsAt }: SentenceView, { from, to }: ScopeMark): boolean =>
  listsAt[to]?.has('fromWords') === true &&
  tokens
    .slice(Math.max(0, from - REACHED), from)
    .some(({ word }) => lexicon.verbs.get(word)?.some(({ lemma }) => lexicon.has('arrivalVerbs', lemma)));

/** "Ashford's KALA-E-SHAH quarter": the words of a name that no gazetteer has, and its hyphens. */
export const namesFrom = (view: SentenceView, from: number): number => {
  let at = from;
  while (view.markAt[at] === undefined && (/^\p{Lu}/u.test(view.tokens[at]?.text ?? '') || isHyphened(view, at))) at++;
  return at - from;
};

const isHyphened = (view: SentenceView, at: number): boolean => isHyphen(view, at) || isHyphen(view, at - 1);
