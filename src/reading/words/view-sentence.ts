// A sentence with its marks laid over its words, for the passes that look around a word.

import type { Lexicon } from '../../model/lexicon.ts';
import type { Theatre } from '../../model/theatre.ts';
import type { Draft, Mention, Sentence, Token } from '../marks.ts';
import { isGenitive } from './genitives.ts';
import { listGroup } from './list-group.ts';
import { phrasesFrom } from './list-phrases.ts';
import { beginningsIn, wordsIn } from './lists-in.ts';
import { numberOf } from './numbers.ts';

export interface SentenceView {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly marks: readonly Mention[];
  /** By token: the mark over it. */
  readonly markAt: readonly (Mention | undefined)[];
  readonly theatre: Theatre;
  readonly lexicon: Lexicon;
  /** By token: the lexicon's lists that the word stands in. */
  readonly listsAt: readonly (ReadonlySet<string> | undefined)[];
  /** By token: the lists and maps with a phrase that begins with the word. */
  readonly startsAt: readonly (ReadonlySet<string> | undefined)[];
}

const last = new WeakMap<Sentence, SentenceView>();

/** The view made last of a sentence, where its marks are still those: what was found in it still holds. */
const sameView = (sentence: Sentence, marks: readonly Mention[], theatre: Theatre): SentenceView | null => {
  const view = last.get(sentence);
  if (view === undefined || view.theatre !== theatre || view.marks.length !== marks.length) return null;
  return marks.every((mark, at) => mark === view.marks[at]) ? view : null;
};

const viewOf = (sentence: Sentence, marks: readonly Mention[], theatre: Theatre): SentenceView => {
  const known = sameView(sentence, marks, theatre);
  if (known !== null) return known;
  const markAt: (Mention | undefined)[] = new Array(sentence.tokens.length).fill(undefined);
  for (const mark of marks) for (let i = mark.from; i < mark.to; i++) markAt[i] = mark;
  const { tokens } = sentence;
  const { lexicon } = theatre;
  const listsAt: (ReadonlySet<string> | undefined)[] = [];
  const startsAt: (ReadonlySet<string> | undefined)[] = [];
  for (const { word } of tokens) {
    listsAt.push(lexicon.listsOf(word));
    startsAt.push(lexicon.startsOf(word));
  }
  const view = { sentence, tokens, marks, markAt, theatre, lexicon, listsAt, startsAt };
  last.set(sentence, view);
  return view;
};

const makeViews = (draft: Draft): readonly SentenceView[] => {
  const bySentence = new Map<number, Mention[]>();
  for (const mark of draft.mentions) {
    const own = bySentence.get(mark.sentence);
    if (own === undefined) bySentence.set(mark.sentence, [mark]);
    else own.push(mark);
  }
  return draft.sentences.map((sentence) => viewOf(sentence, bySentence.get(sentence.index) ?? [], draft.theatre));
};

/** Marks never change, so the views over them are made once for all passes. */
const made = new WeakMap<Draft['mentions'], readonly SentenceView[]>();

/** One view a sentence, in order. */
export const viewSentences = (draft: Draft): readonly SentenceView[] => {
  const known = made.get(draft.mentions);
  if (known !== undefined && known.length === draft.sentences.length) return known;
  const views = makeViews(draft);
  made.set(draft.mentions, views);
  return views;
};

/** Before the first and behind the last word there is none; a negative index would be slow to find that out. */
export const wordAt = (view: SentenceView, at: number): string => (at < 0 ? '' : (view.tokens[at]?.word ?? ''));

/** The words of the sentence that stand in a list, in order. */
export const wordsOf = ({ tokens, lexicon }: SentenceView, list: string): readonly number[] =>
  wordsIn(tokens, list, lexicon);

/** The words at which a phrase of one of the lists and maps may begin, or that stand in it, in order. */
export const beginningsOf = ({ tokens, lexicon }: SentenceView, lists: readonly string[]): readonly number[] => {
  let all = NONE;
  for (const list of lists) {
    const found = beginningsIn(tokens, list, lexicon);
    if (found.length > 0) all = all.length === 0 ? found : [...new Set([...all, ...found])].sort((a, b) => a - b);
  }
  return all;
};

const NONE: readonly number[] = [];

export const isIn = (view: SentenceView, list: string, at: number): boolean =>
  at >= 0 && view.listsAt[at]?.has(list) === true;

/** "the district governor", "Kabul Now"; in "Ashford now lies open" the same word is an adverb. */
export const isOfficeNoun = (view: SentenceView, at: number): boolean =>
  isIn(view, 'officeNouns', at) && !(isIn(view, 'verbAdverbs', at) && /^\p{Ll}/u.test(view.tokens[at]?.text ?? ''));

/** Whether the word stands in one of the lists. */
export const isInAny = (view: SentenceView, lists: readonly string[], at: number): boolean => {
  const known = at < 0 ? undefined : view.listsAt[at];
  if (known === undefined) return false;
  for (const list of lists) if (known.has(list)) return true;
  return false;
};

/** How many words of the longest phrase of a list begin here; 0 where none does. */
export const phraseLength = (view: SentenceView, list: string, at: number): number => {
  if (at < 0 || view.startsAt[at]?.has(list) !== true) return 0;
  let longest = 0;
  for (const words of phrasesFrom(view.lexicon.list(list), wordAt(view, at)))
    if (words.length > longest && words.every((word, i) => wordAt(view, at + i) === word)) longest = words.length;
  return longest;
};

/** No phrase that stands right before something is longer. */
const LEAD = 5;

/** Words of the shortest phrase of the list that ends right before a token; 0 = none. */
export const phraseBefore = (view: SentenceView, list: string, at: number): number => {
  for (let words = 1; words <= LEAD; words++) if (phraseLength(view, list, at - words) === words) return words;
  return 0;
};

/** "its" and "their" before a noun. */
const isPossessor = (mark: Mention): boolean => mark.type === 'actor' && mark.pronoun && mark.modifies;

/** A word that only describes: no mark, verb, preposition, conjunction or punctuation ("strategically important"). */
export const isFiller = (view: SentenceView, at: number): boolean => {
  const token = view.tokens[at];
  const mark = view.markAt[at];
  if (token === undefined || (mark !== undefined && !isPossessor(mark))) return false;
  if (token.type === 'mark') return token.word === '-' || /["“”'‘’]/.test(token.word);
  const lists = view.listsAt[at];
  // "the surrounding villages"; "said THAT following a raid they left"
  const article = isIn(view, 'determiners', at - 1) && !isIn(view, 'clauseComplements', at - 1);
  if (article && lists?.has('participlePrepositions')) return true;
  return lists === undefined || lists.has('determiners') || !isWall(lists);
};

const isWall = listGroup(['prepositions', 'conjunctions', 'relatives', 'be', 'have', 'modals', 'agencyNames']);

/** The hyphen of "six-hour" and "ally-backed", with no blank on either side. */
export const isHyphen = ({ tokens }: SentenceView, at: number): boolean => {
  const token = tokens[at];
  return token?.word === '-' && tokens[at - 1]?.end === token.start && tokens[at + 1]?.start === token.end;
};

/** "ally-backed" describes; "re-entered" is a verb. */
const isCompound = (view: SentenceView, at: number): boolean =>
  isHyphen(view, at - 1) && !isIn(view, 'verbPrefixes', at - 2);

/** "the mining town", "a besieged city", "the lower villages": a verb's form right behind a determiner describes. */
const isAttribute = (view: SentenceView, at: number): boolean =>
  isIn(view, 'definiteArticles', at - 1) ||
  isIn(view, 'indefiniteArticles', at - 1) ||
  isBehindRank(view, at) ||
  isBehindAdverb(view, at) ||
  // "the HEAVILY fortified base"
  (/^\p{Ll}{3,}ly$/u.test(view.tokens[at - 1]?.text ?? '') &&
    isInAny(view, ['definiteArticles', 'indefiniteArticles'], at - 2)) ||
  (/..(?:ing|ed)$/.test(wordAt(view, at)) && isIn(view, 'determiners', at - 1) && !isIn(view, 'relatives', at - 1));

/** "the LAST REMAINING base", "its two captured posts": a rank or a number may stand before what describes. */
const isBehindRank = (view: SentenceView, at: number): boolean =>
  /..(?:ing|ed)$/.test(wordAt(view, at)) &&
  isIn(view, 'determiners', at - 2) &&
  !isIn(view, 'relatives', at - 2) &&
  (isInAny(view, ['lastWords', 'onlyWords'], at - 1) || numberOf([wordAt(view, at - 1)], view.lexicon) !== null);

/** "the LARGELY DESTROYED city", "a NEWLY BUILT base": an adverb stands between the article and what describes. */
const isBehindAdverb = (view: SentenceView, at: number): boolean =>
  isIn(view, 'describingAdverbs', at - 1) && isInAny(view, ['definiteArticles', 'indefiniteArticles'], at - 2);

const isDescribing = (view: SentenceView, at: number): boolean =>
  isFiller(view, at) &&
  (view.tokens[at]?.type !== 'mark' || isHyphen(view, at)) &&
  !isIn(view, 'relatives', at) &&
  (!isIn(view, 'timeNouns', at) || isHyphen(view, at - 1)) &&
  !isIn(view, 'weekdays', at) &&
  (!isVerbForm(view, at) || isCompound(view, at) || isAttribute(view, at) || isOfForce(view, at));

/** "two border GUARD posts": behind another word of a force's name it is no verb. */
const isOfForce = (view: SentenceView, at: number): boolean =>
  isIn(view, 'stateForceWords', at) && [at - 1, at + 1].some((beside) => isIn(view, 'stateForceWords', beside));

/** "two BORDER GUARD police posts": what force the owner is of. */
const beforeForce = (view: SentenceView, owner: number): number => {
  let at = owner;
  while (isOfForce(view, at - 1) || (at < owner && isIn(view, 'stateForceWords', at - 1))) at--;
  return at;
};

/** "the army's headquarters in Ashford", "the rebels' base", "a rebel base": whose it is belongs to the phrase. */
const startOfOwner = (view: SentenceView, at: number): number => {
  const owner = view.markAt[isGenitive(view, at - 1) ? at - 2 : at - 1];
  const bare = owner?.type === 'actor' && owner.to === at && !owner.pronoun;
  const owns =
    owner?.type === 'actor' && (owner.to < at || (bare && (owner.modifies || view.markAt[at]?.type === 'scope')));
  return owns ? owner.from : startOfUnknownOwner(view, at);
};

/** "the broadcaster's headquarters", "the president's palace": so is an owner that is neither a side nor a place. */
const startOfUnknownOwner = (view: SentenceView, at: number): number => {
  if (!isGenitive(view, at - 1) || view.markAt[at - 2] !== undefined) return at;
  let from = at - 1;
  while (from > 0 && at - from < 6 && isDescribing(view, from - 1) && !isIn(view, 'pronouns', from - 1)) {
    from--;
    if (isIn(view, 'determiners', from)) return from;
  }
  return /^\p{Lu}/u.test(view.tokens[from]?.text ?? '') && from < at - 1 ? from : at;
};

/** "According to the ministry ASHFORD is quiet": behind an office in small letters a place begins a phrase of its own. */
export const isBehindOffice = (view: SentenceView, at: number): boolean =>
  isIn(view, 'speakingOffices', at - 1) &&
  isIn(view, 'determiners', at - 2) &&
  /^\p{Ll}/u.test(view.tokens[at - 1]?.text ?? '');

/** "the LAST rebel post", "a SMALL army base": what describes stands between the article and whose it is. */
const beforeAdjectives = (view: SentenceView, owner: number, noun: number): number => {
  let at = owner;
  while (owner < noun && owner - at < 2 && isDescribing(view, at - 1) && !isIn(view, 'determiners', at - 1)) at--;
  return isInAny(view, ['definiteArticles', 'indefiniteArticles'], at - 1) ? at : owner;
};

/** The first token of the noun phrase whose first mark is at `from`: its adjectives, back to its determiner. */
export const startOfPhrase = (view: SentenceView, from: number): number => {
  const mark = view.markAt[from];
  // "According to their spokesman THEY hold …": a pronoun is a phrase of its own.
  if (mark?.type === 'actor' && mark.pronoun && !mark.modifies) return from;
  // "By the grace of God NINE QUARTERS have …": a number begins one too, but for its determiner.
  if (mark?.type === 'place' && mark.counted)
    return isIn(view, 'determiners', from - 1) && !isIn(view, 'relatives', from - 1) ? from - 1 : from;
  if (mark?.type === 'place' && isBehindOffice(view, from)) return from;
  let at = from;
  while (at > 0 && from - at < 5 && isDescribing(view, at - 1)) {
    at--;
    // "two MORE districts", "the OTHER towns": such a word goes on to what stands before it.
    if (isIn(view, 'determiners', at) && !isIn(view, 'determiners', at - 1) && !isIn(view, 'moreWords', at)) return at;
  }
  while (isHyphen(view, at) || isHyphen(view, at - 1)) at--;
  const owner = beforeForce(view, startOfOwner(view, at));
  // "three rebel posts": the number stands before whose they are.
  at =
    owner < at && numberOf([wordAt(view, owner - 1)], view.lexicon) !== null
      ? owner - 1
      : beforeAdjectives(view, owner, at);
  if (!isIn(view, 'determiners', at - 1) || isIn(view, 'relatives', at - 1)) return at;
  // "two MORE rebel posts"
  const more = isIn(view, 'moreWords', at - 1) && numberOf([wordAt(view, at - 2)], view.lexicon) !== null;
  return more ? at - 2 : at - 1;
};

/** A word that can be a verb and is no determiner. */
export const isVerbForm = (view: SentenceView, at: number): boolean => {
  const forms = view.lexicon.verbs.get(wordAt(view, at)) ?? [];
  return forms.length > 0 && !isIn(view, 'determiners', at);
};

/** The least number in words that a preposition weighs: "about thirty men", but "over one bridge". */
const WEIGHED = 10;

/** "80", "thirty". */
export const isNumberAt = (view: SentenceView, at: number): boolean =>
  view.tokens[at]?.type === 'number' ||
  ((numberOf([wordAt(view, at)], view.lexicon) ?? 0) >= WEIGHED && !isVerbForm(view, at + 1));

/** "at least ten districts", "over 80": the preposition belongs to the number. */
const isAmount = (view: SentenceView, at: number): boolean =>
  isIn(view, 'amountWords', at + 1) || (isIn(view, 'amountPrepositions', at) && isNumberAt(view, at + 1));

/** The preposition that governs the phrase around `from`, or null. */
export const governorOf = (view: SentenceView, from: number): string | null => {
  const start = isIn(view, 'determiners', from) ? from : startOfPhrase(view, from);
  let at = start - 1;
  if (/^["“‘']$/.test(wordAt(view, at))) at--;
  return isIn(view, 'prepositions', at) && !isAmount(view, at) ? wordAt(view, at) : null;
};

/** "CONTROL OF A", "COMMAND OVER the road": what is ruled stands behind the noun, behind the verb with nothing between. */
export const isControlNoun = (view: SentenceView, at: number): boolean =>
  isIn(view, 'controlNouns', at) && isInAny(view, ['rulingLinks', 'partLinks'], at + 1);
