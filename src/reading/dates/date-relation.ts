// How a date stands to what it dates ("since", "by", "before"), and whether that is still to come.
// Invariant: both look back a bounded number of words; a text of dates alone is read as fast as any other.
import type { Lexicon } from '../../model/lexicon.ts';
import type { DateMark } from '../marks.ts';
import { isArranged, isArrangedBehind, isWall, opensComing, tenseBefore, tenseBehind } from './date-tense.ts';
import { type DateVocabulary, phraseAt } from './date-vocabulary.ts';
import { type DateWord, isLetters } from './date-words.ts';
import type { DateExpression } from './match-dates.ts';

const RELATIONS = ['since', 'by', 'until', 'before', 'after'] as const;
type Relation = DateMark['relation'];

/** "by noon on", "since late in the": at most so many words between the preposition and the date. */
const FILLERS = 5;

interface RelationPhrase {
  /** From its last word to its first. */
  readonly words: readonly string[];
  readonly relation: Relation;
}

/** Prepositions by their last word: "prior TO". */
type RelationPhrases = ReadonlyMap<string, readonly RelationPhrase[]>;

const made = new WeakMap<Lexicon, RelationPhrases>();

const relationPhrases = (lexicon: Lexicon): RelationPhrases => {
  const known = made.get(lexicon);
  if (known !== undefined) return known;
  const all = RELATIONS.flatMap((relation) =>
    lexicon.list(`relation:${relation}`).map((phrase) => ({ words: phrase.split(/\s+/).reverse(), relation })),
  ).sort((a, b) => b.words.length - a.words.length);
  const phrases = Map.groupBy(all, ({ words }) => words[0] ?? '');
  made.set(lexicon, phrases);
  return phrases;
};

/** The longest preposition that ends before `to`. */
const relationEndingAt = (words: readonly DateWord[], to: number, lexicon: Lexicon): Relation | null =>
  relationPhrases(lexicon)
    .get(words[to - 1]?.word ?? '')
    ?.find((phrase) => phrase.words.every((word, back) => words[to - 1 - back]?.word === word))?.relation ?? null;

/** The preposition before it, past "the", "noon on", "late": "by noon on MONDAY". */
export const relationOf = (words: readonly DateWord[], expression: DateExpression, lexicon: Lexicon): Relation => {
  if (expression.lasting) return 'since';
  if (expression.closed) return 'on';
  const found = relationBefore(words, expression, lexicon);
  // "the toll FROM MONDAY'S bombing": the day of what stands behind it.
  if (found === 'since' && isFromOwned(words, expression, lexicon)) return 'on';
  // "shortly AFTER the day before" is no words: a day reckoned from another starts, ends or limits a time and no more.
  return expression.fromTold && (found === 'before' || found === 'after') ? 'on' : found;
};

const isFromOwned = (words: readonly DateWord[], { from, to }: DateExpression, lexicon: Lexicon): boolean =>
  lexicon.has('originLinks', words[from - 1]?.word ?? '') && /^['’]s?$/.test(words[to]?.text ?? '');

const relationBefore = (words: readonly DateWord[], expression: DateExpression, lexicon: Lexicon): Relation => {
  for (let to = expression.from; to > expression.from - FILLERS - 1 && to > 0; to -= 1) {
    const found = relationEndingAt(words, to, lexicon);
    // "THE beginning of the end came on Monday" starts nothing on that day.
    if (found !== null) return lexicon.has('definiteArticles', words[to - 2]?.word ?? '') ? 'on' : found;
    if (!lexicon.has('dateFillers', words[to - 1]?.word ?? '')) break;
  }
  return isOfBeginning(words, expression, lexicon) ? 'since' : 'on';
};

/** Words from the beginning to its day, and from "since" to the beginning. */
const BEGUN = 9;
const SINCE = 22;

/** "since the alliance LAUNCHED its offensive on Monday": a clause that only tells from when on. */
const isOfBeginning = (words: readonly DateWord[], { from }: DateExpression, lexicon: Lexicon): boolean => {
  const near = words.slice(Math.max(0, from - BEGUN), from);
  const begun = near.findLastIndex(({ word }) => lexicon.has('begunForms', word));
  if (begun < 0 || near.slice(begun).some(({ text }) => /^[,;:]$/.test(text))) return false;
  const at = from - near.length + begun;
  const lead = words.slice(Math.max(0, at - SINCE), at);
  const since = lead.findLastIndex(({ word }) => lexicon.has('sinceLinks', word));
  return since >= 0 && !lead.slice(since).some(({ text }) => /^[;:]$/.test(text));
};

/** How many words away the verb may stand that says what is to come. */
const REACH = 14;

/** How many words away a deadline's verb may stand. */
const DEADLINE_REACH = 40;

const hasFuture = (words: readonly DateWord[], { from, to }: Place, { phrases }: DateVocabulary): boolean => {
  const near = words.slice(Math.max(0, from - DEADLINE_REACH), to + DEADLINE_REACH);
  return near.some((_, at) => phraseAt(near, at, phrases('futureWords')) !== null);
};

/** Words of "the second provincial capital in a week". */
const RANKED = 7;

/** "the FIRST district TO be captured", "is the LATEST TO fall": it has happened to what is so counted. */
const isRanked = (words: readonly DateWord[], at: number, lexicon: Lexicon): boolean =>
  words.slice(Math.max(0, at - RANKED), at).some(({ word }) => lexicon.has('ordinalWords', word));

/** "will", unless what follows says that it has happened ("will have"), or what stands before that it is so ("CLAIMED to be"). */
const saysComing = (words: readonly DateWord[], at: number, vocabulary: DateVocabulary): boolean =>
  opensComing({ words, vocabulary }, at) && isStillToCome(words, at, vocabulary) && !hadBeen(words, at, vocabulary);

/** "HAD BEEN set for Thursday": what was to come, and is told as past. */
const hadBeen = (words: readonly DateWord[], at: number, { lexicon }: DateVocabulary): boolean =>
  [1, 2].some((back) => lexicon.has('dateHad', words[at - back]?.word ?? ''));

const isStillToCome = (words: readonly DateWord[], at: number, { lexicon }: DateVocabulary): boolean =>
  !(lexicon.has('toWords', words[at]?.word ?? '') && isRanked(words, at, lexicon)) &&
  !lexicon.has('datePerfect', words[at + 1]?.word ?? '') &&
  !(lexicon.has('toWords', words[at]?.word ?? '') && lexicon.has('dateClaimed', words[at - 1]?.word ?? ''));

/** "said", "has", a comma; not "to be ANNOUNCED on Monday": behind "be" and "to" nothing has happened. */
const endsClause = (words: readonly DateWord[], at: number, vocabulary: DateVocabulary): boolean => {
  const { lexicon } = vocabulary;
  const word = words[at]?.word ?? '';
  if (isWall(words, at, vocabulary)) return true;
  return lexicon.has('dateHappened', word) && !lexicon.has('dateBare', words[at - 1]?.word ?? '');
};

/** "wait to be driven home AFTER GIVING themselves up on Wednesday": what was before is done. */
const opensPast = (words: readonly DateWord[], at: number, { lexicon }: DateVocabulary): boolean =>
  lexicon.has('dateAfterWords', words[at]?.word ?? '') && /ing$/u.test(words[at + 1]?.word ?? '');

/** Going out from the date: a word of the coming stands before any that ends its clause. */
const comesFirst = (
  words: readonly DateWord[],
  { first, step }: { readonly first: number; readonly step: 1 | -1 },
  vocabulary: DateVocabulary,
): boolean => {
  for (let at = first; Math.abs(at - first) < REACH && words[at] !== undefined; at += step) {
    if (saysComing(words, at, vocabulary)) return true;
    if (endsClause(words, at, vocabulary) || (step < 0 && opensPast(words, at, vocabulary))) return false;
  }
  return false;
};

/** A date among so many first words opens its sentence: what is said of it comes behind. */
const OPENING = 2;

/** "said that they would stay, and on Monday DENIED it": what was told then has been told. */
const isBeforeTelling = (next: DateWord | undefined, { lexicon }: DateVocabulary): boolean =>
  lexicon.verbs
    .get(next?.word ?? '')
    ?.some(({ lemma, past }) => past === next?.word && lexicon.has('reportingVerbs', lemma)) ?? false;

type Place = Pick<DateExpression, 'from' | 'to'>;

const withoutOn = (words: readonly DateWord[], from: number, { lexicon }: DateVocabulary): number =>
  lexicon.has('dateOn', words[from - 1]?.word ?? '') ? from - 1 : from;

/** "the summary for Saturday": of a day that is over. */
const PAPERS = ['documentNouns', 'writtenNouns', 'countNouns', 'dayPapers'];

/** "a walkout FOR Thursday", and not "for Thursday's attack", nor what had been so set. */
const isFor = (words: readonly DateWord[], { from, to }: Place, vocabulary: DateVocabulary): boolean =>
  vocabulary.lexicon.has('dateForLinks', words[from - 1]?.word ?? '') &&
  !PAPERS.some((list) => vocabulary.lexicon.has(list, words[from - 2]?.word ?? '')) &&
  !/^['’]/u.test(words[to]?.text ?? '') &&
  (words[to] === undefined ||
    !isLetters(words[to]) ||
    vocabulary.lexicon.has('dateFollowers', words[to]?.word ?? '')) &&
  !words.slice(Math.max(0, from - REACH), from).some(({ word }) => vocabulary.lexicon.has('dateHad', word));

/** "hopes to take A by FRIDAY", "is closed until FRIDAY": the verb of its own clause decides, else any word of the future. */
const isDeadline = (
  words: readonly DateWord[],
  place: Place & { readonly relation: Relation },
  vocabulary: DateVocabulary,
): boolean => {
  const { from, to, relation } = place;
  const look = { words, vocabulary };
  const own = tenseBefore(look, from) ?? (from <= OPENING ? tenseBehind(look, to) : null);
  if (own !== null) return own === 'coming';
  const lasts =
    relation === 'until' &&
    words.slice(Math.max(0, from - LASTS), from).some(({ word }) => vocabulary.lexicon.has('dateLasting', word));
  return lasts || hasFuture(words, place, vocabulary);
};

/** Words of "remains closed to all traffic until". */
const LASTS = 7;

/** What the date dates is still to come: "will meet on MONDAY", "On MONDAY they will meet", "to leave by MONDAY". */
export const isAhead = (
  words: readonly DateWord[],
  place: Place & { readonly relation: Relation },
  vocabulary: DateVocabulary,
): boolean => {
  const { from, to, relation } = place;
  if (relation === 'by' || relation === 'until') return isDeadline(words, place, vocabulary);
  if (isBeforeTelling(words[to], vocabulary)) return false;
  const before = withoutOn(words, from, vocabulary);
  // "The deadline WAS Thursday"
  if (vocabulary.lexicon.has('datePastWords', words[before - 1]?.word ?? '')) return false;
  if (relation === 'on' && isFor(words, place, vocabulary)) return true;
  // "will leave the hill that it TOOK on Friday"
  if (tenseBefore({ words, vocabulary }, from) === 'past') return false;
  if (comesFirst(words, { first: from - 1, step: -1 }, vocabulary)) return true;
  if (isArranged({ words, vocabulary }, before)) return true;
  const behind = words[to]?.text === ',' ? to + 1 : to;
  // "On Monday they TOOK A and vowed to take B": the first verb behind it has told what was done that day.
  return (
    from <= OPENING &&
    tenseBehind({ words, vocabulary }, behind) !== 'past' &&
    (comesFirst(words, { first: behind, step: 1 }, vocabulary) || isArrangedBehind({ words, vocabulary }, behind))
  );
};
