// "A fell on Monday. B and C FOLLOWED.", "A fell. SO DID B.", "SO, TOO, HAD C": what was told last, told of further places.
// Invariant: only named places follow, and only in the sentence of what they follow or the next.

import { hasObject } from '../clauses/clause-ends.ts';
import { subjectOf } from '../clauses/find-subject.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { objectFrom, parseSentence } from '../clauses/parse-sentence.ts';
import { isSegmentEnd } from '../clauses/segments.ts';
import type { PlaceItem, Predicate } from '../marks.ts';
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { beginningsIn, lemmasIn } from '../words/lists-in.ts';
import { closesWithTime } from '../words/time-ahead.ts';
import { isIn, isInAny, phraseLength, type SentenceView, wordAt } from '../words/view-sentence.ts';
import { findEllipses } from './find-ellipsis.ts';
import { findRefused } from './find-refused.ts';
import { isDue } from './laid-down.ts';
import { clauseSpan } from './make-predicate.ts';
import { nothingDone } from './nothing-done.ts';
import { moodOf } from './predicate-mood.ts';
import { sameOfAnother } from './same-of-another.ts';
import { findRanked } from './the-first-was.ts';
import { CHANGES, FATE_BACK, feared, mayFollow, turnOf } from './turn-of.ts';

const followedIn = (view: SentenceView, before: readonly Predicate[]): readonly Predicate[] => {
  if (!hasEcho(view)) return [];
  const parse = parseSentence(view);
  return parse.verbs.flatMap((verb): Predicate[] => {
    const fate = sharesFate(view, verb.head) || isNext(view, verb.head);
    const barred = verb.negated || isRefused(parse, verb);
    if (!(fate || isEcho(view, verb.head))) return [];
    // "A fell, FOLLOWED BY B": B is what follows, and A was told.
    if ((!fate && hasObject(parse, verb)) || isIn(view, 'agentWords', verb.to)) return [];
    const places = followers(parse, verb);
    if (
      places === null ||
      places.counted ||
      places.items.some((item) => !isNamedOrOne(item) && !(fate && isPart(item)))
    )
      return [];
    const start = view.tokens[verb.from]?.start ?? view.sentence.start;
    const told = before.filter((one) => mayFollow(one) && one.start < start);
    // "A fell after the garrison had left. B followed.": what changed hands, not what led to it.
    const last =
      told.findLast((one) => one.sentence === told.at(-1)?.sentence && CHANGES.includes(one.kind)) ?? told.at(-1);
    if (last === undefined || view.sentence.index - last.sentence > (fate ? FATE_BACK : 1)) return [];
    const span = { start, end: view.tokens[verb.to - 1]?.end ?? start, sentence: view.sentence.index };
    const clause = clauseSpan(parse, places.from, verb.to);
    // "B did NOT follow suit", "B REFUSED to follow"
    if (barred)
      return CHANGES.includes(last.kind) && verb.modal === null ? [deniedOf(last, { ...span, clause }, places)] : [];
    // "B is to follow": what is laid down for later.
    const due = isDue(parse, verb, last.kind) && !isLikely(view, verb);
    if (verb.modal !== null || (verb.infinitive && !due))
      return CHANGES.includes(last.kind) && mayYetFollow(parse, verb, places)
        ? [{ ...feared(last), ...span, items: places.items, clause }]
        : [];
    const modality = due ? 'planned' : last.modality;
    const next = { ...last, ...span, modality, rule: 'follow', ...sameDay(view, [verb.from, verb.to], last) };
    return [{ ...next, items: places.items, placeFromContext: false, clause }];
  });
};

/** "ASHFORD", "THE ONE AT Ashford" */
const isNamedOrOne = ({ place, noun }: PlaceItem): boolean => place !== null || noun?.refers?.by === 'one';

/** "First the bazaar was lost. THE HEADQUARTERS was next": a part of the place spoken of. */
const isPart = ({ noun }: PlaceItem): boolean => noun?.definite === true && !noun.plural && noun.scope !== null;

/** "refused TO FOLLOW their example" */
const isRefused = ({ view: { lexicon }, verbs }: Parse, { from, infinitive }: VerbGroup): boolean =>
  infinitive &&
  verbs.some(({ to, lemmas }) => to === from && lemmas.some((lemma) => lexicon.has('refusingVerbs', lemma)));

/** The places that follow: the subject, or where those are from who do ("THE GARRISON OF B", "THOSE IN B"). */
const followers = (parse: Parse, verb: VerbGroup): PlaceGroup | null => {
  const { view, groups, verbs } = parse;
  const { places, actor, phrase } = subjectOf(parse, verb);
  if (places !== null) return places;
  const first = verbs.find(({ to }) => to === verb.from) ?? verb;
  const home = groups.find(({ to }) => to === first.from);
  const men = actor !== null || (phrase !== null && isInAny(view, ['restWords', 'fellowNouns'], phrase.to - 1));
  return men && home !== undefined && isInAny(view, ['locatorLinks', 'innerPrepositions'], home.from - 1) ? home : null;
};

const deniedOf = (
  last: Predicate,
  told: Pick<Predicate, 'start' | 'end' | 'sentence' | 'clause'>,
  { items }: PlaceGroup,
): Predicate => ({
  ...{ ...last, ...told, rule: 'not follow', polarity: 'denied', items, placeFromContext: false },
});

const isLikely = (view: SentenceView, { from, head }: VerbGroup): boolean =>
  view.tokens.slice(from, head).some((_, i) => isIn(view, 'likelyWords', from + i));

/** "B COULD FOLLOW", "is likely to follow": what may come, and not what is told on a condition. */
const mayYetFollow = (parse: Parse, verb: VerbGroup, { from }: PlaceGroup): boolean => {
  const { modality, polarity, dropped } = moodOf(parse, verb, { kind: 'threat', subjectFrom: from });
  return isLikely(parse.view, verb) || (modality === 'possible' && polarity === 'affirmed' && dropped === null);
};

interface Echo {
  readonly to: number;
  readonly denies: boolean;
  readonly turns?: true;
}

/** "So did B", "Nor has C": the words that open the sentence say the last one's again, or say no again. */
const openingEcho = (view: SentenceView): Echo | null => {
  const barred = phraseLength(view, 'norEchoes', 0);
  if (barred > 0) return { to: barred, denies: true };
  const from = isIn(view, 'listLinks', 0) ? 1 : 0;
  const so = phraseLength(view, 'soEchoes', from) || phraseLength(view, 'sameEchoes', from);
  if (so > 0) return { to: from + so, denies: false };
  // "THERE WAS NONE IN B": no to what is said with a yes of another place.
  const none = phraseLength(view, 'noneEchoes', from);
  if (none > 0) return { to: from + none, denies: false, turns: true };
  const nor = phraseLength(view, 'norEchoes', from);
  return nor > 0 ? { to: from + nor, denies: true } : null;
};

/** "Hollin TOO.", "Ashford DID AS WELL.": a whole sentence of a place and that it is so of it as well. */
const closingEcho = (view: SentenceView, before: readonly Predicate[]): readonly Predicate[] => {
  const at = isIn(view, 'listLinks', 0) ? 1 : 0;
  const group =
    beginningsIn(view.tokens, 'tooEchoes', view.lexicon).length === 0 ? null : objectFrom(parseSentence(view), at);
  if (group === null || group.counted || group.items.some(({ place }) => place === null)) return [];
  const comma = group.to + (wordAt(view, group.to) === ',' ? 1 : 0);
  const too = phraseLength(view, 'tooEchoes', comma);
  const end = comma + too;
  if (too === 0 || !/^[.!]?$/.test(wordAt(view, end)) || view.tokens.length > end + 1) return [];
  return againOf(view, { group, to: end, denies: false }, before);
};

/** "SO HAS B": a present perfect is of the day of saying, and no other's. */
const sameDay = (
  view: SentenceView,
  [from, to]: readonly [number, number],
  { start }: Predicate,
): Pick<Predicate, 'follows'> =>
  view.tokens.slice(from, to).some(({ word }) => view.lexicon.has('datePerfectNow', word)) ? {} : { follows: start };

const SO = { rule: 'so did', placeFromContext: false };

const echoedIn = (view: SentenceView, before: readonly Predicate[]): readonly Predicate[] => {
  const echo = openingEcho(view);
  if (echo === null) return [];
  const parse = parseSentence(view);
  const group = objectFrom(parse, echo.to);
  if (group === null && parse.phraseAt[echo.to]?.actor != null) return doneByOther(parse, echo, before);
  if (group === null || group.counted || group.items.some(({ place }) => place === null)) return [];
  if (!isSegmentEnd(parse, group.to) && parse.verbs.some(({ from }) => from >= group.to)) return [];
  const again = againOf(view, { group, to: group.to, denies: echo.denies }, before);
  return echo.turns === true ? again.map((one) => ({ ...one, polarity: 'denied' as const })) : again;
};

/** Letters between who does it and his verb: "did not", "have already". */
const BESIDE = 14;

/** "NOR DID THEY on Monday", "SO DID THE ARMY": what the sentence before tells of somebody, told again of him or of another. */
const doneByOther = (
  parse: Parse,
  { to, denies }: { readonly to: number; readonly denies: boolean },
  before: readonly Predicate[],
): readonly Predicate[] => {
  const { view } = parse;
  const phrase = parse.phraseAt.slice(to).find((one) => one?.actor != null);
  const actor = phrase?.actor ?? null;
  if (phrase === undefined || actor === null || phrase.from > to + 1) return [];
  if (!isSegmentEnd(parse, phrase.to) && !closesWithTime(view, phrase.to)) return [];
  const told = before.filter(({ sentence, dropped }) => sentence === view.sentence.index - 1 && dropped === null);
  const [last, ...more] = told;
  // "The rebels condemned the attack on A. So did the army": it has attacked nothing.
  if (last?.doer == null || more.length > 0 || (last.polarity === 'denied') !== denies) return [];
  // "The rebels praised the men who took A": the verb is not of the first who is named.
  if (last.doer.pronoun || last.start < last.doer.end || last.start - last.doer.end > BESIDE) return [];
  const clause = clauseSpan(parse, 0, phrase.to);
  const span = { start: view.tokens[0]?.start ?? clause.start, end: clause.end, sentence: view.sentence.index };
  return [
    {
      ...last,
      ...span,
      rule: 'so did',
      ...sameDay(view, [0, to], last),
      doer: actor.pronoun ? last.doer : actor,
      clause,
    },
  ];
};

interface Again {
  readonly group: PlaceGroup;
  readonly to: number;
  readonly denies: boolean;
}

/** What the sentence before told last, told of the places that this one names. */
const againOf = (
  view: SentenceView,
  { group, to, denies }: Again,
  before: readonly Predicate[],
): readonly Predicate[] => {
  const last = before.findLast(
    (one) => one.sentence === view.sentence.index - 1 && one.dropped === null && one.items.length > 0,
  );
  if (last === undefined || (last.polarity === 'denied') !== denies) return [];
  const clause = clauseSpan(parseSentence(view), 0, to);
  const span = { start: view.tokens[0]?.start ?? clause.start, end: clause.end, sentence: view.sentence.index };
  return [{ ...last, ...span, ...SO, ...sameDay(view, [0, to], last), items: group.items, clause }];
};

const hasEcho = ({ tokens, lexicon }: SentenceView): boolean =>
  lemmasIn(tokens, 'echoVerbs', lexicon).length > 0 ||
  beginningsIn(tokens, 'nextFates', lexicon).length > 0 ||
  (lemmasIn(tokens, 'fateVerbs', lexicon).length > 0 && beginningsIn(tokens, 'sameFates', lexicon).length > 0);

/** "went the same way", "met a similar fate", "followed suit": so plain that it reaches over a sentence between. */
const sharesFate = (view: SentenceView, at: number): boolean =>
  phraseLength(view, 'sameFates', at + 1) > 0 &&
  (view.lexicon.verbs.get(wordAt(view, at)) ?? []).some(({ lemma }) => view.lexicon.has('fateVerbs', lemma));

/** "B WAS NEXT": so it is told of what has been; "B is next" and "he said B was next" are feared. */
const isNext = (view: SentenceView, at: number): boolean =>
  !view.tokens.slice(0, at).some((_, i) => isReporting(view, i)) &&
  isIn(view, 'nextFates', at + 1) &&
  ((view.tokens[at + 2]?.type ?? 'mark') === 'mark' || isInAny(view, ['timeStarts', 'conjunctions'], at + 2)) &&
  (view.lexicon.verbs.get(wordAt(view, at)) ?? []).some(
    ({ lemma, past }) => past === wordAt(view, at) && view.lexicon.has('nextVerbs', lemma),
  );

const isReporting = (view: SentenceView, at: number): boolean =>
  (view.lexicon.verbs.get(wordAt(view, at)) ?? []).some(({ lemma }) => view.lexicon.has('reportingVerbs', lemma));

const isEcho = (view: SentenceView, at: number): boolean =>
  (view.lexicon.verbs.get(wordAt(view, at)) ?? []).some(({ lemma }) => view.lexicon.has('echoVerbs', lemma));

/** What has come to pass is not feared as well. */
const isFearOf = ({ kind, sentence, start }: Predicate, other: Predicate): boolean =>
  kind === 'threat' && other.kind !== 'threat' && sentence === other.sentence && start === other.start;

/** The predicates of a report with those of places that only follow. */
export const withFollowed = (
  views: readonly SentenceView[],
  predicates: readonly Predicate[],
): readonly Predicate[] => {
  const echoed = views.flatMap((view) =>
    [followedIn, echoedIn, closingEcho, turnOf, sameOfAnother].flatMap((find) => find(view, predicates)),
  );
  const followed = [
    ...echoed,
    ...findEllipses(views, predicates),
    ...nothingDone(views, predicates),
    ...findRefused(views, predicates),
    ...findRanked(views, predicates),
  ];
  const told = predicates.filter((one) => !followed.some((other) => isFearOf(one, other)));
  return followed.length === 0
    ? predicates
    : [...told, ...followed].sort((a, b) => a.sentence - b.sentence || a.start - b.start);
};
