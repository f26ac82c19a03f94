// Verbs with their helpers: "have not entered", "was retaken", "will be cleared", "having surrounded", "to capture".
// Invariant: one group a lexical verb; a word that can be noun or verb is a verb only where a verb can stand.
import type { VerbForms } from '../model/lexicon.ts';
import { isIn, type SentenceView, wordAt } from './view-sentence.ts';

export type VerbForm = 'base' | 's' | 'past' | 'participle' | 'ing';

export interface VerbGroup {
  readonly from: number;
  /** Exclusive: the token after the lexical verb. */
  readonly to: number;
  readonly head: number;
  readonly lemmas: readonly string[];
  readonly forms: readonly VerbForm[];
  readonly passive: boolean;
  readonly perfect: boolean;
  readonly negated: boolean;
  readonly modal: string | null;
  readonly infinitive: boolean;
  /** Without any helper and not finite: "captured by", "having taken". */
  readonly bare: boolean;
}

const FORMS: readonly VerbForm[] = ['base', 's', 'past', 'participle', 'ing'];

const formsOf = (word: string, verbs: readonly VerbForms[]): readonly VerbForm[] =>
  FORMS.filter((form) => verbs.some((verb) => verb[form] === word));

interface Helpers {
  readonly from: number;
  readonly words: readonly string[];
}

const HELPERS = ['have', 'be', 'do', 'modals'];

/** "the rebels' claim" and "Ashford's fall" against "it's fallen". */
const isPossessive = (view: SentenceView, at: number): boolean =>
  wordAt(view, at) === "'s" && !isIn(view, 'pronouns', at - 1);

/** Walks left over helpers, adverbs and negations: "have also not been". */
const helpersBefore = (view: SentenceView, head: number): Helpers => {
  let from = head;
  let at = head - 1;
  while (at >= 0) {
    const helper = HELPERS.some((list) => isIn(view, list, at)) || wordAt(view, at) === 'to';
    if (helper && view.markAt[at] === undefined && !isPossessive(view, at)) from = at;
    else if (isPossessive(view, at) || isIn(view, 'nounNegations', at)) break;
    else if (!isIn(view, 'verbAdverbs', at) && !isIn(view, 'negations', at)) break;
    at -= 1;
  }
  while (
    from > 0 &&
    (isIn(view, 'verbAdverbs', from - 1) || (isIn(view, 'negations', from - 1) && wordAt(view, from - 1) !== 'no'))
  )
    from--;
  return { from, words: view.tokens.slice(from, head).map(({ word }) => word) };
};

/** "have" before a participle and "be" before one or before an ing-form only help another verb. */
const onlyHelps = (view: SentenceView, at: number): boolean => {
  const have = isIn(view, 'have', at);
  const be = isIn(view, 'be', at);
  const modal = isIn(view, 'do', at) || isIn(view, 'modals', at);
  if (!have && !be && !modal) return false;
  let next = at + 1;
  while (isIn(view, 'verbAdverbs', next) || isIn(view, 'negations', next)) next++;
  if (view.markAt[next] !== undefined && view.markAt[next]?.type !== 'actor') return false;
  const forms = formsOf(wordAt(view, next), view.lexicon.verbs.get(wordAt(view, next)) ?? []);
  if (isIn(view, 'be', next) && (have || modal)) return true;
  if (have) return forms.includes('participle');
  if (be) return forms.includes('participle') || (forms.includes('ing') && !isNounHere(view, next));
  return forms.includes('base');
};

const isNounHere = (view: SentenceView, at: number): boolean => view.lexicon.has('ingNouns', wordAt(view, at));

const followsNounPhrase = (view: SentenceView, at: number): boolean => {
  const mark = view.markAt[at - 1];
  const word = wordAt(view, at - 1);
  if (mark !== undefined) return !(mark.type === 'actor' && mark.pronoun && mark.modifies);
  return (
    /s$/.test(word) ||
    /^\p{Lu}/u.test(view.tokens[at - 1]?.text ?? '') ||
    isIn(view, 'relatives', at - 1) ||
    isIn(view, 'conjunctions', at - 1) ||
    /^["“”,]$/.test(word)
  );
};

/** "Taliban attack on Ashford" is a noun even in a headline; "under rebel control" is one too. */
const isNounAfterActor = (view: SentenceView, at: number): boolean => {
  const mark = view.markAt[at - 1];
  if (mark?.type !== 'actor') return false;
  const governed =
    isIn(view, 'prepositions', mark.from - 1) ||
    (isIn(view, 'determiners', mark.from - 1) && isIn(view, 'prepositions', mark.from - 2));
  return governed || isIn(view, 'nounLinks', at + 1);
};

const BEFORE_NOUN = ['determiners', 'prepositions', 'possessives'];

const afterDeterminer = (view: SentenceView, at: number): boolean =>
  BEFORE_NOUN.some((list) => isIn(view, list, at - 1)) || /^('s|'|’)$/.test(wordAt(view, at - 1));

/** "captured": a verb, unless it describes the noun behind it ("the captured town"). */
const isPastHere = (view: SentenceView, at: number, forms: readonly VerbForm[]): boolean => {
  if (forms.includes('base') && isNounAfterActor(view, at)) return false;
  const opens = ['actorPronouns', 'relatives', 'nounPrepositions'].some((list) => isIn(view, list, at - 1));
  return opens || !afterDeterminer(view, at);
};

/** "Clashes went on": the verb behind it makes the first word a noun. */
const opensWithNoun = (view: SentenceView): boolean =>
  isIn(view, 'be', 1) ||
  isIn(view, 'have', 1) ||
  (view.markAt[1] === undefined && view.lexicon.verbs.has(wordAt(view, 1)));

/** "attack", "claims": a verb only behind what can be its subject. */
const isPresentHere = (view: SentenceView, at: number): boolean => {
  if (isIn(view, 'be', at) || isIn(view, 'have', at)) return true;
  if (afterDeterminer(view, at) && !isIn(view, 'relatives', at - 1)) return false;
  const lemma = view.lexicon.verbs.get(wordAt(view, at))?.[0]?.lemma ?? '';
  if (view.lexicon.has('reportingVerbs', lemma) && !isIn(view, 'speechNouns', at)) return true;
  if (at === 0) return !isIn(view, 'nounLinks', 1) && !opensWithNoun(view);
  return !isNounAfterActor(view, at) && (followsNounPhrase(view, at) || isIn(view, 'verbAdverbs', at - 1));
};

const hasHelper = (view: SentenceView, { words }: Helpers): boolean =>
  words.some((word) => HELPERS.some((list) => view.lexicon.has(list, word)) || word === 'to');

const isVerbHere = (view: SentenceView, at: number, forms: readonly VerbForm[]): boolean => {
  if (forms.includes('ing'))
    return !isNounHere(view, at) && !isIn(view, 'determiners', at - 1) && !/^('s|’)$/.test(wordAt(view, at - 1));
  return forms.includes('past') || forms.includes('participle') ? isPastHere(view, at, forms) : isPresentHere(view, at);
};

const groupAt = (view: SentenceView, head: number): VerbGroup | null => {
  const verbs = view.lexicon.verbs.get(wordAt(view, head));
  if (verbs === undefined || view.markAt[head] !== undefined || onlyHelps(view, head)) return null;
  if (
    wordAt(view, head) === "'s" ||
    (wordAt(view, head - 1) === '-' && !view.lexicon.has('verbPrefixes', wordAt(view, head - 2)))
  )
    return null;
  const forms = formsOf(wordAt(view, head), verbs);
  const helpers = helpersBefore(view, head);
  const isVerb = hasHelper(view, helpers) || (isVerbHere(view, head, forms) && !isIn(view, 'prepositions', head));
  if (!isVerb) return null;
  const has = (list: string): boolean => helpers.words.some((word) => view.lexicon.has(list, word));
  const modal = helpers.words.find((word) => view.lexicon.has('modals', word)) ?? null;
  const infinitive = helpers.words.includes('to');
  return {
    ...{
      from: helpers.from,
      to: head + 1,
      head,
      lemmas: verbs.filter((verb) => FORMS.some((form) => verb[form] === wordAt(view, head))).map(({ lemma }) => lemma),
      forms,
    },
    ...{ passive: has('be') && forms.includes('participle') && !forms.includes('ing'), perfect: has('have') },
    ...{
      negated: has('negations') || (infinitive && has('yetWords')) || isIn(view, 'negations', head + 1),
      modal,
      infinitive,
    },
    bare: !has('have') && !has('be') && !has('do') && modal === null && !infinitive,
  };
};

/** All verb groups of a sentence, in order. */
export const findVerbGroups = (view: SentenceView): readonly VerbGroup[] =>
  view.tokens.flatMap((token, at) => {
    const group = token.type === 'word' ? groupAt(view, at) : null;
    return group === null ? [] : [group];
  });
