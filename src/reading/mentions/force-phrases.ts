// Bodies of men as reporters name them: "a force of 500 fighters", "men of the 9th Coastal Corps", "the League's elite units".
// Invariant: only words that can stand inside such a name are stepped over; a verb or a preposition ends it.
import type { Theatre } from '../../model/theatre.ts';
import type { Sentence } from '../marks.ts';
import { isGenitive } from '../words/genitives.ts';
import { numberOf } from '../words/numbers.ts';
import { type FoundPhrase, phraseAt } from './name-tree.ts';

/** Words of "some two hundred heavily armed", of "9th Coastal". */
const COUNT = 3;
const NAME = 3;

const isNumber = ({ tokens }: Sentence, at: number, { lexicon }: Theatre): boolean =>
  tokens[at]?.type === 'number' || numberOf([tokens[at]?.word ?? ''], lexicon) !== null;

/** "a force of SOME 500 fighters": where the noun behind a number begins; `at` where no number stands. */
export const behindNumber = (sentence: Sentence, at: number, theatre: Theatre): number => {
  const { tokens } = sentence;
  for (let i = at; i < at + COUNT; i++) {
    if (isNumber(sentence, i, theatre)) return i + 1;
    const word = tokens[i]?.word ?? '';
    if (!['amountPrepositions', 'amountWords', 'roundingWords'].some((list) => theatre.lexicon.has(list, word)))
      return at;
  }
  return at;
};

const isUnitWord = (sentence: Sentence, at: number, theatre: Theatre): boolean => {
  const { text = '', word = '', type } = sentence.tokens[at] ?? {};
  if (type === 'mark') return false;
  return /^\p{Lu}/u.test(text) || theatre.lexicon.has('forceModifiers', word) || isNumber(sentence, at, theatre);
};

/** "the League's FRONT 60", "the League's 60th FRONT": with a number it is a unit, and no line between two. */
const numberedFront = (sentence: Sentence, { at, i }: { at: number; i: number }, theatre: Theatre) => {
  const { text = '', word = '' } = sentence.tokens[i] ?? {};
  if (!/^\p{Lu}/u.test(text) || !theatre.lexicon.has('numberedUnits', word)) return null;
  const behind = isNumber(sentence, i + 1, theatre);
  const before = sentence.tokens.slice(at, i).some((_, k) => isNumber(sentence, at + k, theatre));
  if (!behind && !before) return null;
  return { from: i, to: behind ? i + 2 : i + 1, value: { type: 'noun', means: 'forces' } } as const;
};

/** "the 9TH COASTAL corps", "ELITE units": the noun for men under arms behind the words that name the unit. */
export const unitBehind = (sentence: Sentence, at: number, theatre: Theatre): FoundPhrase | null => {
  for (let i = at; i <= at + NAME; i++) {
    const front = numberedFront(sentence, { at, i }, theatre);
    if (front !== null) return front;
    const found = phraseAt(theatre, sentence.tokens, i);
    if (found !== null) {
      const { value } = found;
      return value.type === 'noun' && (value.means === 'forces' || value.means === 'government') ? found : null;
    }
    if (!isUnitWord(sentence, i, theatre)) return null;
  }
  return null;
};

/** "the League's 3RD BATTALION", "League ASSAULT TROOPS": a unit of the side named before it. */
export const ownUnit = (sentence: Sentence, to: number, theatre: Theatre): FoundPhrase | null => {
  const word = sentence.tokens[to]?.word ?? '';
  if (isGenitive(sentence, to)) return unitBehind(sentence, to + 1, theatre);
  // "LEAGUE BRIGADE 5 troops": a number behind the unit's noun; "cost the army 12 posts" counts posts.
  const noun = sentence.tokens[to - 1];
  const unit = /^\p{Lu}/u.test(noun?.text ?? '') && theatre.lexicon.has('armyUnits', noun?.word ?? '');
  if (unit && sentence.tokens[to]?.type === 'number')
    return { from: to, to: to + 1, value: { type: 'noun', means: 'forces' } };
  return theatre.lexicon.has('forceModifiers', word) ? unitBehind(sentence, to, theatre) : null;
};

/** Capitals of a gang's name. */
const BANDS_NAME = 3;

/** "gunmen of the KRAZE gang": where the noun stands that a name which no list knows goes before. */
export const behindName = ({ tokens }: Sentence, from: number, theatre: Theatre): number => {
  let at = from;
  while (at < from + BANDS_NAME && /^\p{Lu}/u.test(tokens[at]?.text ?? '')) at++;
  const noun = theatre.open && at > from ? phraseAt(theatre, tokens, at)?.value : undefined;
  return noun?.type === 'noun' && ['non-state', 'group'].includes(noun.means) ? at : from;
};

/** "A SUPPLY CONVOY reached A": men of nobody who fights; "an ARMY supply convoy" is the army's. */
export const isRelief = ({ tokens }: Sentence, { from, to }: FoundPhrase, { lexicon, sides }: Theatre): boolean => {
  const owner = tokens[from - 2];
  const armed =
    ['armedAdjectives', 'rebelAdjectives'].some((list) => lexicon.has(list, owner?.word ?? '')) ||
    sides.some(({ names }) => names.includes(owner?.text ?? ''));
  return (
    !armed &&
    lexicon.has('convoyNouns', tokens[to - 1]?.word ?? '') &&
    lexicon.has('reliefWords', tokens[from - 1]?.word ?? '')
  );
};

/** "AN AID GROUP", "a group OF DOCTORS": a body of people who bear no arms. */
export const isUnarmed = ({ tokens }: Sentence, { from, to, value }: FoundPhrase, theatre: Theatre): boolean => {
  if (value.type !== 'noun' || value.means !== 'group') return false;
  const { lexicon } = theatre;
  const [before = '', behind = ''] = [tokens[from - 1]?.word, tokens[to]?.word];
  if (lexicon.has('unarmedWords', before)) return true;
  if (!lexicon.has('partLinks', behind)) return false;
  const word = tokens[to + 1]?.word ?? '';
  const of = phraseAt(theatre, tokens, to + 1)?.value;
  return (of?.type === 'noun' && of.means === 'civilian') || lexicon.has('unarmedWords', word);
};
