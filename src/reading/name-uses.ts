// One use of a capitalised name in a sentence, with the small questions that its neighbours answer.
import type { Lexicon } from '../model/lexicon.ts';
import type { Theatre } from '../model/theatre.ts';
import type { Sentence, Token } from './marks.ts';
import { type FoundPhrase, phraseAt } from './name-tree.ts';

export interface NameUse {
  readonly sentence: Sentence;
  /** Token indexes of the name, `to` exclusive. */
  readonly from: number;
  readonly to: number;
}

/** A use with the theatre, as its evidence is asked for. */
export interface SeenUse extends NameUse {
  readonly tokens: readonly Token[];
  readonly theatre: Theatre;
}

export const wordOf = ({ tokens }: SeenUse, at: number): string => tokens[at]?.word ?? '';

export const isOf = (use: SeenUse, list: string, at: number): boolean => use.theatre.lexicon.has(list, wordOf(use, at));

/** The lemmas that a word can be a form of. */
export const lemmasAt = (use: SeenUse, at: number): readonly string[] =>
  (use.theatre.lexicon.verbs.get(wordOf(use, at)) ?? []).map(({ lemma }) => lemma);

export const scopeAt = (use: SeenUse, at: number): FoundPhrase | null => {
  const found = phraseAt(use.theatre, use.tokens, at);
  return found?.value.type === 'scope' ? found : null;
};

/** The words of a name as they were written, in lower case: "Deir el-Zour" and "DEIR EL-ZOUR" are one. */
export const keyOf = ({ sentence, from, to }: NameUse): string =>
  sentence.tokens
    .slice(from, to)
    .map(({ word, start }, i) => (i === 0 || sentence.tokens[from + i - 1]?.end === start ? word : ` ${word}`))
    .join('');

const OPENERS = /^["“‘'«(:–—-]$/;

/** True where the capital may only begin a sentence, a quotation or what stands behind a dash. */
export const isLeading = ({ sentence, from }: NameUse): boolean => {
  const before = sentence.tokens[from - 1];
  if (before === undefined) return true;
  const hyphen = before.word === '-' && sentence.tokens[from - 2]?.end === before.start;
  return OPENERS.test(before.text) && !hyphen;
};

/** "Two Districts Fall In North": capitals everywhere tell nothing of names. */
export const isTitled = ({ tokens, heading }: Sentence): boolean => {
  if (!heading) return false;
  const long = tokens.filter(({ type, text }) => type === 'word' && text.length > 4);
  return long.length > 2 && long.every(({ text }) => /^\p{Lu}/u.test(text));
};

const controlVerbs = new WeakMap<Lexicon, ReadonlySet<string>>();

/** The verbs whose object is a place that is taken, held, left or fought for. */
export const isControlVerb = (lexicon: Lexicon, lemma: string): boolean => {
  const known =
    controlVerbs.get(lexicon) ??
    new Set(lexicon.verbRules.filter(({ place }) => place === 'object').flatMap(({ verbs }) => verbs));
  controlVerbs.set(lexicon, known);
  return known.has(lemma);
};

const controlNouns = new WeakMap<Lexicon, ReadonlySet<string>>();

/** "the fall of", "control of", "clashes in": nouns whose rule names a place. */
export const isControlNoun = (lexicon: Lexicon, noun: string): boolean => {
  const known = controlNouns.get(lexicon) ?? new Set(lexicon.nounRules.flatMap(({ nouns }) => nouns));
  controlNouns.set(lexicon, known);
  return known.has(noun);
};
