// Words that stand for places spoken of, without a name or a noun: "the former", "the ninth", "both", "the one in X", "the other".
// Invariant: only where nothing that they could describe follows ("both sides", "the other man" are none).
import type { Theatre } from '../../model/theatre.ts';
import type { Reference, ScopeMark, Sentence } from '../marks.ts';
import { listGroup } from '../words/list-group.ts';
import { numberOf } from '../words/numbers.ts';
import { orderOf } from '../words/order-words.ts';
import { phraseAt } from './name-tree.ts';

interface Found {
  readonly to: number;
  readonly refers: Reference;
  readonly plural: boolean;
}

type Ground = { readonly sentence: Sentence; readonly theatre: Theatre };

const wordOf = ({ sentence }: Ground, at: number): string => sentence.tokens[at]?.word ?? '';

const has = (ground: Ground, list: string, at: number): boolean => ground.theatre.lexicon.has(list, wordOf(ground, at));

/** Nothing follows that the word could describe: a verb, a link, a mark, or the end. */
const standsAlone = (ground: Ground, at: number): boolean => {
  const token = ground.sentence.tokens[at];
  if (token === undefined || token.type === 'mark') return token?.word !== '-';
  const lists = ['be', 'have', 'modals', 'conjunctions', 'relatives', 'verbAdverbs', 'referenceEnds'];
  if (lists.some((list) => has(ground, list, at))) return true;
  // "the two posts": a word that is a verb's too.
  if (ground.theatre.lexicon.has('scope:base', token.word.replace(/s$/u, ''))) return false;
  // "the two BESIEGED TOWNS": what was done to the places that follow.
  if (phraseAt(ground.theatre, ground.sentence.tokens, at + 1)?.value.type === 'scope') return false;
  // "the first HOUSES of the town"
  const noun = has(ground, 'partLinks', at + 1);
  return (ground.theatre.lexicon.verbs.get(token.word) ?? []).some(
    ({ past, s }) => past === token.word || (s === token.word && !noun),
  );
};

/** "In the first THERE is fighting", "in the other two THEY hold on": what can only begin the clause behind where it is. */
const CLAUSE_STARTS = ['subjectPronouns', 'thereWords'];
const PHRASE_STARTS = ['definiteArticles', 'indefiniteArticles', 'possessives', ...CLAUSE_STARTS];

const opensClause = (ground: Ground, { from, to }: Pick<ScopeMark, 'from' | 'to'>, lists = PHRASE_STARTS): boolean =>
  has(ground, 'frontPrepositions', from - 1) &&
  !has(ground, 'oneWords', to) &&
  lists.some((list) => has(ground, list, to));

const small = (ground: Ground, at: number): number | null => {
  const value = numberOf([wordOf(ground, at)], ground.theatre.lexicon);
  return value !== null && value > 1 && value < 10 ? value : null;
};

/** "both", "all three", "the two", "the three of them": how many places are meant. */
const manyAt = (ground: Ground, from: number): Found | null => {
  const pair = has(ground, 'referencePairs', from);
  const whole = has(ground, 'referenceWholes', from);
  // "A and B are BOTH entirely in their hands": of the places before the verb, and no word for others.
  if ((pair || whole) && has(ground, 'be', from - 1) && has(ground, 'verbAdverbs', from + 1)) return null;
  if (!pair && !whole && !has(ground, 'referenceArticles', from)) return null;
  const count = pair ? 2 : small(ground, from + 1);
  const next = from + (pair || count === null ? 1 : 2);
  if (count === null && !whole) return null;
  const ofThem = has(ground, 'partLinks', next) && has(ground, 'pluralPronouns', next + 1);
  const to = ofThem ? next + 2 : next;
  if (whole && count === null && !ofThem) return null;
  // "took BOTH back on Monday", "won THE TWO back"
  const behind = to + (has(ground, 'backWords', to) ? 1 : 0);
  const opens = opensClause(ground, { from, to: behind }, pair ? CLAUSE_STARTS : PHRASE_STARTS);
  const ends = standsAlone(ground, behind) || has(ground, 'referenceTimes', behind) || opens;
  return ofThem || ends ? { to, plural: true, refers: { by: 'number', count } } : null;
};

/** "the former", "the latter", "the ninth": by the order in which they were named. */
const ordered = (ground: Ground, at: number): number | null => orderOf(wordOf(ground, at), ground.theatre.lexicon);

/** "the last OF THESE", "the first OF THE THREE": as many words as stand for all of them. */
const ofThose = (ground: Ground, at: number): number => {
  if (!has(ground, 'partLinks', at)) return 0;
  if (has(ground, 'pluralPronouns', at + 1) || has(ground, 'demonstratives', at + 1))
    return standsAlone(ground, at + 2) ? 2 : 0;
  const counted = has(ground, 'referenceArticles', at + 1) && small(ground, at + 2) !== null;
  return counted && standsAlone(ground, at + 3) ? 3 : 0;
};

const orderAt = (ground: Ground, from: number): Found | null => {
  if (!has(ground, 'referenceArticles', from) || has(ground, 'be', from - 1)) return null;
  const count = ordered(ground, from + 1);
  const whole = count === null ? 0 : ofThose(ground, from + 2);
  if (whole > 0) return { to: from + 2 + whole, plural: false, refers: { by: 'order', count } };
  const called = ['referenceFirst', 'referenceCalled'].some((list) => has(ground, list, from + 1));
  // "In THE FORMER the army holds A", "in THE FOURTH the rebels are in": no article describes it further.
  const next =
    (called && ['prepositions', 'determiners'].some((list) => has(ground, list, from + 2))) ||
    (count !== null && opensClause(ground, { from, to: from + 2 }));
  if (count === null || !(standsAlone(ground, from + 2) || next)) return null;
  return { to: from + 2, plural: false, refers: { by: 'order', count } };
};

/** "the one in X", "the other", "the other one", "the other two". */
const oneAt = (ground: Ground, from: number): Found | null => {
  if (!has(ground, 'referenceArticles', from)) return null;
  const other = has(ground, 'otherWords', from + 1);
  const one = has(ground, 'oneWords', from + (other ? 2 : 1));
  if (one && !other) {
    const located = has(ground, 'oneLinks', from + 2);
    return located ? { to: from + 2, plural: false, refers: { by: 'one', count: 1 } } : null;
  }
  if (!other) return null;
  if (has(ground, 'otherParts', from + 2)) return null;
  const count = one ? 1 : small(ground, from + 2);
  const to = from + (count === null ? 2 : 3);
  const plural = count !== null && count > 1;
  const ends = standsAlone(ground, to) || opensClause(ground, { from, to });
  return ends ? { to, plural, refers: { by: 'other', count: count ?? 1 } } : null;
};

/** "THAT of Southlea has fallen": where a clause begins, the one there; "bigger than that of Ashford" compares. */
const thatAt = (ground: Ground, from: number): Found | null => {
  const begins = from === 0 || has(ground, 'conjunctions', from - 1) || /^[,;:.]$/.test(wordOf(ground, from - 1));
  const named = /^\p{Lu}/u.test(ground.sentence.tokens[from + 2]?.text ?? '');
  const points = has(ground, 'referencePointers', from) && has(ground, 'partLinks', from + 1);
  return begins && named && points ? { to: from + 1, plural: false, refers: { by: 'one', count: 1 } } : null;
};

const opensReference = listGroup(['referencePointers', 'referenceArticles', 'referencePairs', 'referenceWholes']);

/** The reference that begins at a word, or null. */
export const referenceAt = (sentence: Sentence, from: number, theatre: Theatre): ScopeMark | null => {
  if (!opensReference(theatre.lexicon.listsOf(sentence.tokens[from]?.word ?? ''))) return null;
  const ground: Ground = { sentence, theatre };
  const found = thatAt(ground, from) ?? oneAt(ground, from) ?? orderAt(ground, from) ?? manyAt(ground, from);
  if (found === null) return null;
  const words = sentence.tokens.slice(from, found.to);
  const start = words[0]?.start ?? sentence.start;
  return {
    ...{ type: 'scope', start, end: words.at(-1)?.end ?? start, sentence: sentence.index, from, to: found.to },
    ...{ scope: 'area', kind: null, definite: true, plural: found.plural, refers: found.refers },
    noun: words.map(({ word }) => word).join(' '),
  };
};
