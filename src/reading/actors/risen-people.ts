// People who do what fighters do: they rise, drive an enemy out, hold what they took; with them a place is the third force's.
// Invariant: who only lives in a place, or only comes back to it, is nobody's fighter.
import type { SideId } from '../../model/actor.ts';
import type { Theatre } from '../../model/theatre.ts';
import { frameOver } from '../clauses/frame-over.ts';
import type { ActorMark, Draft, PlaceItem, Predicate } from '../marks.ts';
import { GOING, risenSpokenOf, type SideOf } from '../mentions/local-force.ts';
import { challengerOf, incumbentOf, localForceOf } from '../mentions/theatre-sides.ts';
import { lastWord } from '../speakers/mans-own.ts';
import { inSentences } from '../words/by-sentence.ts';

const DEEDS: readonly Predicate['kind'][] = ['capture', 'recapture', 'siege', 'hold'];

/** "WE hold the posts", says an elder whose people have taken up arms: they do. */
const isFolksWe = (draft: Draft, { doer, kind, start }: Predicate): boolean => {
  const { lexicon } = draft.theatre;
  if (doer?.means !== 'pronoun' || !lexicon.has('firstPerson', doer.text.toLowerCase().split(' ')[0] ?? ''))
    return false;
  const sides = frameOver(draft, start)?.by.sides ?? [];
  return (
    DEEDS.includes(kind) &&
    sides.length > 0 &&
    sides.every((side) => side === 'local') &&
    risenSpokenOf(draft, start) !== null
  );
};

/** "A is in the hands of the people", "villagers control A": who holds a place are no longer only its people. */
const isFolksOwn = (
  { theatre: { lexicon }, sentences }: Draft,
  { doer, rule, items, sentence }: Predicate,
): boolean => {
  // "A remains with ITS PEOPLE": with those whom it belongs to anyway.
  const tokens = sentences[sentence]?.tokens ?? [];
  const from = doer?.from ?? 0;
  if ([from - 1, from].some((at) => lexicon.has('possessives', tokens[at]?.word ?? ''))) return false;
  const last = doer?.text.toLowerCase().split(' ').at(-1) ?? '';
  return lexicon.has('folkWords', last) && lexicon.has('peoplesHoldRules', rule) && items.length > 0;
};

/** "Villagers drove the rebels out of A", "residents with hunting rifles hold the pass": people who do what fighters do. */
export const risenPeople = (draft: Draft, predicate: Predicate): SideId | null => {
  const { doer, kind, other, sentence } = predicate;
  const { theatre, sentences, mentions } = draft;
  if (doer !== null && isFolksWe(draft, predicate)) return localForceOf(theatre);
  if (doer?.means !== 'civilian' || !DEEDS.includes(kind)) return null;
  if (theatre.lexicon.has('neverRisen', lastWord(doer.text))) return null;
  const words = sentences[sentence]?.tokens.filter(({ end }) => end <= predicate.start) ?? [];
  const armed = words.some(({ word }) => theatre.lexicon.has('armsWords', word));
  // "captured three rebel posts"
  const foes = inSentences(mentions, { from: sentence, to: sentence }).some(
    (one) =>
      one.type === 'actor' &&
      one.side === challengerOf(theatre) &&
      one.start >= predicate.end &&
      one.end <= predicate.clause.end,
  );
  const ousts = (kind === 'recapture' || kind === 'capture') && (foes || (other?.side ?? null) !== null);
  // "The people are holding it", in a text that has told of those who rose.
  const guard = kind === 'hold' && theatre.lexicon.has('guardRules', predicate.rule);
  if (guard && risenSpokenOf(draft, predicate.start) !== null) return localForceOf(theatre);
  if (kind === 'hold' && isFolksOwn(draft, predicate)) return risenForceOf(theatre);
  if (!theatre.open && other !== null && other.side === incumbentOf(theatre)) return null;
  return armed || ousts || kind === 'recapture' || isFolk(draft, predicate) ? risenForceOf(theatre) : null;
};

const SETTLED: readonly PlaceItem['kindWord'][] = ['city', 'town', 'district', 'village'];

/** "Miners captured A": people take places as fighters do; a house, a bazaar or a street they only crowd. */
const isFolk = ({ theatre: { lexicon } }: Draft, { doer, items, kind }: Predicate): boolean =>
  kind !== 'hold' &&
  kind !== 'siege' &&
  items.length > 0 &&
  items.every(
    ({ noun, kindWord }) => noun === null || (SETTLED.includes(kindWord) && !lexicon.has('marketWords', noun.noun)),
  ) &&
  lexicon.has('folkWords', lastWord(doer?.text ?? ''));

/** Those who rise: the third force; where no theatre gives sides of its own, they are no state's. */
const risenForceOf = (theatre: Theatre): SideId | null =>
  localForceOf(theatre) ??
  (theatre.open ? (theatre.sides.find(({ class: of }) => of === 'non-state')?.id ?? null) : null);

/** "The people of the valley ROSE on Friday": said in this sentence or the one before. */
const rose = ({ theatre, sentences, mentions }: Draft, { sentence, start }: Pick<Predicate, 'sentence' | 'start'>) =>
  inSentences(mentions, { from: sentence - 1, to: sentence }).some(
    (one) =>
      one.type === 'actor' &&
      one.means === 'civilian' &&
      one.end < start &&
      sentences[one.sentence]?.tokens.some(
        ({ word }, at) => at >= one.to && theatre.lexicon.has('risingWords', word),
      ) === true,
  );

/** "All three have been cleared", says their enemy: by his own. */
const isTheirEnemys = (draft: Draft, start: number): boolean =>
  frameOver(draft, start)?.by.sides.includes(challengerOf(draft.theatre) ?? 'unknown') === true;

/** "Uprising forces moved on to A; by evening A was free of the rebels": freed by those of whom the words before tell. */
export const risenBefore = (
  draft: Draft,
  { sentence, start, other, rule, items }: Predicate,
  sideOf: SideOf,
): SideId | null => {
  const force = localForceOf(draft.theatre);
  // "A rose and threw out the rebels": what a place does, its people do.
  if (draft.theatre.lexicon.has('placeRisesRules', rule)) return force;
  if (force === null || other?.side === force || isTheirEnemys(draft, start)) return null;
  // "… where the rebels held out until evening. By nightfall it was free of THEM"
  const foe = other === null ? null : sideOf(draft, other);
  const isFoe = (mark: ActorMark): boolean => foe !== null && sideOf(draft, mark) === foe;
  const last = inSentences(draft.predicates, { from: sentence - 1, to: sentence }).findLast(
    (one) => one.start < start && one.doer !== null && !GOING.includes(one.kind) && !isFoe(one.doer),
  );
  const mark = last?.doer ?? null;
  // "Uprising men hold A. B fell and was retaken": who only stays in one place has not come to another.
  if (last?.kind === 'hold' && last.sentence < sentence && items.length > 0) return null;
  if (mark === null || mark.means === 'civilian') return rose(draft, { sentence, start }) ? force : null;
  return sideOf(draft, mark) === force ? force : null;
};
