// What is said again by a helper alone: "The rebels say they hold A. The army says THEY DO NOT.", "…, but it HAS NOT".
// Invariant: the helper ends its clause, and what it stands for was said in its sentence or the one before.

import type { NounPhrase } from '../clauses/noun-phrases.ts';
import type { Parse } from '../clauses/parse.ts';
import { parseSentence } from '../clauses/parse-sentence.ts';
import type { ActorMark, Predicate } from '../marks.ts';
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { afterOpeners } from '../speakers/question-forms.ts';
import { isOnlyWanted } from '../words/moods.ts';
import { closesWithTime } from '../words/time-ahead.ts';
import { beginningsOf, isIn, isInAny, phraseLength, type SentenceView, wordAt } from '../words/view-sentence.ts';
import { clauseSpan } from './make-predicate.ts';

interface Ellipsis {
  /** The helper. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly actor: ActorMark | null;
  /** "the other Ashford is not": a place of its own. */
  readonly places: PlaceGroup | null;
  readonly negated: boolean;
}

const HELPERS = ['do', 'have', 'be'];

/** Behind the helper nothing more is said but when: a stop or the end. */
export const endsClause = ({ view }: Parse, at: number): boolean => {
  // "but have not DONE SO", "they did SO on Monday"
  const done = isIn(view, 'doneWords', at) ? at + 1 : at;
  const so = isIn(view, 'soWords', done) ? done + 1 : at;
  const token = view.tokens[so];
  if (token === undefined || /^[.,;:!–—]$/.test(token.word)) return true;
  // "They did ON TUESDAY"; "it was on Tuesday" only says when.
  if (isInAny(view, ['do', 'have'], at - 1) || so > at) {
    const again = isIn(view, 'againWords', so) ? so + 1 : so;
    if (closesWithTime(view, again)) return true;
  }
  return /^["”]$/.test(token.word) && view.tokens[at - 1]?.quoted === true;
};

/** "as it did last year", "more than they do": compared, and not said. */
const isCompared = ({ view, phraseAt }: Parse, from: number): boolean =>
  // "asked WHERE she was", "told us WHOSE MEN they were"
  isInAny(view, ['comparingWords', 'questionWords'], from - 1) ||
  isInAny(view, ['questionWords', 'whoseWords'], phraseAt[from - 1]?.from ?? -1) ||
  isInAny(view, ['questionWords', 'whoseWords'], (phraseAt[from - 1]?.from ?? 0) - 1);

/** The phrase before the helper, or the one that it hangs on by "of", "in" and their like. */
const isNumberBefore = ({ view, phrases }: Parse, { from, places }: NounPhrase): boolean => {
  const isNumber = (one: PlaceGroup | null): boolean =>
    one !== null &&
    (one.counted || one.items.every(({ place, noun }) => place === null && noun?.plural === true && !noun.definite));
  if (isNumber(places)) return true;
  const head = phrases.findLast((one) => one.to <= from && isNumber(one.places));
  return head !== undefined && isIn(view, 'prepositions', head.to) && from - head.to <= HANGING;
};

/** Words of "to the north of". */
const HANGING = 5;

/** "HOLLIN they have not": the place that stands in front of who is said to have done it or not. */
const frontedBefore = ({ view, phraseAt }: Parse, { from }: NounPhrase): PlaceGroup | null => {
  const ahead = phraseAt[from - 1];
  if (ahead === undefined || ahead.to !== from || ahead.places === null) return null;
  const opens = ahead.from === 0 || view.tokens[ahead.from - 1]?.type === 'mark';
  return opens || isIn(view, 'conjunctions', ahead.from - 1) ? ahead.places : null;
};

/** Words of "the mayor conceded on Sunday". */
const TELLING = 6;

/** "HOLLIN, he conceded, had": the subject stands before who tells it, between two commas. */
const beforeTelling = ({ view, verbs }: Parse, at: number): number => {
  if (wordAt(view, at - 1) !== ',') return at;
  const open = view.tokens.slice(0, at - 1).findLastIndex(({ type }) => type === 'mark');
  const telling = verbs.find(({ from, to }) => from > open && to < at);
  const tells = telling?.lemmas.some((lemma) => view.lexicon.has('reportingVerbs', lemma)) === true;
  return tells && open > 0 && at - open <= TELLING && wordAt(view, open) === ',' ? open : at;
};

const ellipsisAt = (parse: Parse, at: number): Ellipsis | null => {
  const { view, phraseAt, verbAt } = parse;
  if (!isInAny(view, HELPERS, at) || view.markAt[at] !== undefined || wordAt(view, at) === "'s") return null;
  // "have none" has an object, and says nothing again.
  const negates = isIn(view, 'negations', at + 1) && !isIn(view, 'negativeWords', at + 1);
  const behind = negates ? at + 2 : at + 1;
  // "had not" may pass for a verb of having.
  const verb = verbAt[at];
  const does = verb !== undefined && isIn(view, 'doneWords', verb.head) && isIn(view, 'soWords', verb.to);
  if (verb !== undefined && !does && (verb.head !== at || verb.to > behind)) return null;
  // "It NEVER was", "A, reported lost on Sunday, NEVER was"
  const never = isIn(view, 'negations', at - 1) ? at - 1 : at;
  if (never < at && wordAt(view, never - 1) === ',' && endsClause(parse, behind) && phraseAt[never - 2] !== undefined)
    return { at, from: never, to: behind, actor: null, places: null, negated: true };
  const subject = phraseAt[beforeTelling(parse, never) - 1];
  // "were to have left A BUT DID NOT": who was to do it did not.
  if (negates && isIn(view, 'butWords', at - 1) && endsClause(parse, behind))
    return { at, from: at, to: behind, actor: null, places: null, negated: true };
  if (!endsClause(parse, behind) || subject === undefined || isCompared(parse, subject.from)) return null;
  // "they stayed WHERE THEY WERE": where somebody is, and nothing said again; "where they are NOT" says that they are not there.
  if (!negates && isIn(view, 'whereWords', subject.from - 1)) return null;
  // "will not leave A UNTIL THE ARMY DOES": what is waited for.
  if (isInAny(view, ['waitingWords', 'ifWords'], subject.from - 1)) return null;
  // "but THREE VILLAGES to the north were not": a number of others, which have no name.
  if (isNumberBefore(parse, subject)) return null;
  if (subject.actor === null && subject.places === null && !isIn(view, 'placePronouns', never - 1)) return null;
  const negated = behind === at + 2 || isIn(view, 'negations', at) || never < at;
  const { from, actor } = subject;
  const places = subject.places ?? frontedBefore(parse, subject);
  return { at, from, to: behind, actor, places: places?.counted === true ? null : places, negated };
};

/** "they do not": whom it was said of; "it does": who says so; "the rebels do": they. */
const DENIES = ['reportingVerbs', 'denyingVerbs'];

/** "Does the Council deny losing A? It does.": what it does is deny. */
const isToldIn = (views: readonly SentenceView[], { sentence, start, dropped }: Predicate): boolean => {
  const view = views[sentence];
  if (dropped === null || view === undefined) return false;
  return parseSentence(view).verbs.some(
    (verb) =>
      (view.tokens[verb.head]?.start ?? start) < start &&
      verb.lemmas.some((lemma) => DENIES.some((list) => view.lexicon.has(list, lemma))),
  );
};

const doerOf = ({ actor, negated }: Ellipsis, { doer }: Predicate, asked?: SentenceView): ActorMark | null => {
  // "Who holds A? WE do."
  if (doer === null && asked !== undefined && phraseLength(asked, 'whoWords', afterOpeners(asked)) > 0) return actor;
  if (doer === null || actor === null) return doer;
  return actor.pronoun && negated ? doer : actor;
};

/** "would have gone on IF THE POLICE HAD HELPED. They did not": what is denied is what was imagined last. */
const isImagined = (views: readonly SentenceView[], { sentence, end }: Predicate, until: number): boolean =>
  views
    .slice(sentence, sentence + 2)
    .some((view) =>
      view.tokens.some(({ word, start }) => start >= end && start < until && view.lexicon.has('ifWords', word)),
    );

/** "A is OUT OF their hands, but B is not": where the first was denied by no "not", a "not" says the contrary of it. */
const polarityOf = (
  views: readonly SentenceView[],
  { polarity, dropped, sentence, clause }: Predicate,
  { negated }: Ellipsis,
): Predicate['polarity'] => {
  const view = views[sentence];
  const nots = ['negations', 'negativeWords', 'nobodyWords'];
  const said = view?.tokens.some(
    ({ start, end }, at) => start >= clause.start && end <= clause.end && isInAny(view, nots, at),
  );
  if (dropped === null && polarity === 'denied' && said === false) return negated ? 'affirmed' : 'denied';
  return negated ? 'denied' : 'affirmed';
};

const MEANT: readonly string[] = ['a question'];

/** "They were to enter A. They did NOT.": what somebody was to do and did not is denied of him. */
const isDueThen = ({ negated, actor }: Ellipsis, { dropped, doer }: Predicate): boolean =>
  negated && actor !== null && doer !== null && isOnlyWanted(dropped);

/** "Has A fallen? The ministry will not say. The rebels say it has.": so many sentences back a question may stand. */
const ASKED_BACK = 3;

const ellipsesIn = (
  views: readonly SentenceView[],
  view: SentenceView,
  before: readonly Predicate[],
): readonly Predicate[] => {
  const parse = parseSentence(view);
  return beginningsOf(view, HELPERS).flatMap((at): Predicate[] => {
    const found = ellipsisAt(parse, at);
    if (found === null) return [];
    const token = view.tokens[at] ?? view.sentence;
    const start = view.tokens[found.from]?.start ?? 0;
    const said = before.findLast(
      (one) =>
        one.start < start &&
        view.sentence.index - one.sentence <= (one.dropped === null ? 1 : ASKED_BACK) &&
        (one.dropped === null || MEANT.includes(one.dropped) || isDueThen(found, one)),
    );
    // "they would not come across, AND THEY HAVE NOT": what was said right before, and not sentences ago.
    const linked = isIn(view, 'andWords', found.from - 1);
    if (said !== undefined && (found.from === at || linked) && said.sentence !== view.sentence.index) return [];
    if (said === undefined || isToldIn(views, said) || isImagined(views, said, start)) return [];
    if (phraseLength(view, 'soEchoes', found.from) > 0) return [];
    const clause = clauseSpan(parse, found.from, found.to);
    return [
      {
        ...said,
        ...{ start: token.start, end: token.end, sentence: view.sentence.index, rule: 'a helper alone', clause },
        ...{
          doer: doerOf(found, said, said.dropped === null ? undefined : views[said.sentence]),
          polarity: polarityOf(views, said, found),
          modality: 'actual',
          dropped: null,
        },
        tense: wordAt(view, at) === 'did' ? 'past' : 'present',
        echoes: said.echoes ?? said.start,
        ...(found.places === null || said.placeFromContext ? {} : { items: found.places.items }),
      },
    ];
  });
};

/** All of a report's sentences, each knowing what was said before. */
export const findEllipses = (views: readonly SentenceView[], predicates: readonly Predicate[]): readonly Predicate[] =>
  views.flatMap((view) => ellipsesIn(views, view, predicates));
