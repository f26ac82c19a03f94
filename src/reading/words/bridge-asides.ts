// "The army has not, HOWEVER, retaken A": an adverb between two commas parts no verb from its helper, nor from what it governs.
// Invariant: only tokens between a helper, a no or a verb and what goes on with it are left out; spans stay as they are.
import type { Lexicon } from '../../model/lexicon.ts';
import type { Token } from '../marks.ts';

const HELPERS = ['have', 'be', 'do', 'modals', 'negations'];

const isHelper = (lexicon: Lexicon, word: string): boolean => HELPERS.some((list) => lexicon.has(list, word));

/** "reportedly", "apparently": what stays said of the deed. */
const DOUBTS = ['doubtAdverbs', 'doubtWords'];

/** Words of an aside between its two commas. */
const LONGEST = 4;

/** Where the aside that a comma opens ends, exclusive with its second comma; -1 where there is none. */
const asideEnd = (tokens: readonly Token[], comma: number, lexicon: Lexicon): number => {
  if (tokens[comma]?.word !== ',') return -1;
  for (let at = comma + 2; at <= comma + 1 + LONGEST; at++) {
    if (tokens[at]?.word !== ',') continue;
    const words = tokens.slice(comma + 1, at).map(({ word }) => word);
    return lexicon.has('bridgedAsides', words.join(' ')) ? at + 1 : -1;
  }
  return -1;
};

const isBridge = (tokens: readonly Token[], comma: number, { end, lexicon }: { end: number; lexicon: Lexicon }) => {
  const before = tokens[comma - 1]?.word ?? '';
  const after = tokens[end]?.word ?? '';
  return isHelper(lexicon, before) || (after === 'to' && lexicon.verbs.has(before));
};

/** Words of "for his part". */
const LOOSE = 3;

/** "The governor FOR HIS PART said": an aside without commas of its own, right before what is told; "for its part in the war" is none. */
const isLoose = (tokens: readonly Token[], at: number, lexicon: Lexicon): boolean => {
  const words = tokens.slice(at, at + LOOSE).map(({ word }) => word);
  const next = tokens[at + LOOSE];
  return (
    next?.type === 'word' && lexicon.has('looseAsides', words.join(' ')) && !lexicon.has('prepositions', next.word)
  );
};

/** The tokens of a sentence without the asides that only part a verb. */
export const bridgeAsides = (tokens: readonly Token[], lexicon: Lexicon): readonly Token[] => {
  const kept: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (isLoose(tokens, at, lexicon)) at += LOOSE;
    const end = asideEnd(tokens, at, lexicon);
    if (end > 0 && isBridge(tokens, at, { end, lexicon })) {
      // What says more than how the sentence goes on ("reportedly") stays.
      kept.push(...tokens.slice(at + 1, end - 1).filter(({ word }) => DOUBTS.some((list) => lexicon.has(list, word))));
      at = end - 1;
      continue;
    }
    const token = tokens[at];
    if (token !== undefined) kept.push(token);
  }
  return kept;
};

/** How many words open the sentence and only tie it to the one before ("But", "Meanwhile,"), with their comma; 0 for none. */
const openerLength = (tokens: readonly Token[], lexicon: Lexicon): number => {
  for (let to = LONGEST; to > 0; to--) {
    const words = tokens.slice(0, to).map(({ word }) => word);
    if (lexicon.has('tiedOpeners', words.join(' '))) return tokens[to]?.word === ',' ? to + 1 : to;
    if (lexicon.has('tiedOpenersBeforeComma', words.join(' ')) && tokens[to]?.word === ',') return to + 1;
  }
  return 0;
};

/** The tokens of a sentence from where it begins to tell something. */
export const withoutOpener = (tokens: readonly Token[], lexicon: Lexicon): readonly Token[] => {
  const length = openerLength(tokens, lexicon);
  // "And Ashford?": there the opener is all that asks again.
  return length > 0 && length < tokens.length && tokens.at(-1)?.word !== '?' ? tokens.slice(length) : tokens;
};
