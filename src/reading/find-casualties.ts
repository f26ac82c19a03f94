// The dead and the hurt that a clause counts: "nine policemen and six civilians were killed", "killing four and wounding 11".
// Invariant: a number counts once, for the casualty word nearest to it.
import type { Incident } from '../model/claim.ts';
import type { Lexicon } from '../model/lexicon.ts';
import { holds } from './lists-in.ts';
import type { Sentence, Token } from './marks.ts';
import { numberOf } from './numbers.ts';

export interface Casualties {
  readonly fatalities: Incident['fatalities'];
  readonly injuries: Incident['injuries'];
  readonly victims: 'combatants' | 'civilians' | null;
  /** First and last casualty word's offsets. */
  readonly start: number;
  readonly end: number;
}

interface Word {
  readonly at: number;
  readonly kind: 'death' | 'injury';
  readonly token: Token;
}

interface Counted {
  readonly at: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
}

const casualtyWords = ({ tokens }: Sentence, lexicon: Lexicon): readonly Word[] => {
  if (!holds(tokens, 'deathWords', lexicon) && !holds(tokens, 'injuryWords', lexicon)) return [];
  return tokens.flatMap((token, at): Word[] => {
    if (lexicon.has('deathWords', token.word)) return [{ at, kind: 'death', token }];
    return lexicon.has('injuryWords', token.word) ? [{ at, kind: 'injury', token }] : [];
  });
};

/** "at least nine" is nine and more, "up to nine" is nine at most, of which none is sure. */
const rangeOf = (count: number, before: string, lexicon: Lexicon): Pick<Counted, 'low' | 'high'> => {
  const atMost = lexicon.list('comparator:at most').some((words) => before.endsWith(words));
  return { low: atMost ? 0 : count, high: count };
};

const isYear = (token: Token): boolean => /^(19|20)\d\d$/.test(token.text);

/** Numbers of the sentence that can count people: no year, no share, no clock time, no ordinal. */
const findNumbers = ({ tokens }: Sentence, lexicon: Lexicon): readonly Counted[] => {
  const found: Counted[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token || isYear(token) || /[:/.]/.test(token.word)) continue;
    const length = [3, 2, 1].find((count) => {
      const run = tokens.slice(at, at + count).map(({ word }) => word);
      return run.at(-1) !== 'and' && run.length === count && numberOf(run, lexicon) !== null;
    });
    if (length === undefined) continue;
    const run = tokens.slice(at, at + length).map(({ word }) => word);
    const before = tokens.slice(Math.max(0, at - 3), at).map(({ word }) => word);
    const count = numberOf(run, lexicon);
    const isArticle = length === 1 && lexicon.has('articles', run[0] ?? '');
    if (count !== null && !isArticle) found.push({ at, to: at + length, ...rangeOf(count, before.join(' '), lexicon) });
    at += length - 1;
  }
  return found;
};

interface Ground {
  readonly sentence: Sentence;
  readonly lexicon: Lexicon;
  /** Not yet counted by an earlier casualty word. */
  readonly numbers: readonly Counted[];
  /** Behind the casualty word before. */
  readonly from: number;
}

/** "killing two farmers", "killed at least four": right behind an active word. */
const behind = (word: Word, { sentence, numbers }: Ground): readonly Counted[] => {
  const next = numbers.find(({ at }) => at > word.at && at <= word.at + 4);
  const between = next ? sentence.tokens.slice(word.at + 1, next.at) : [];
  return next && between.every((token) => token.type !== 'mark') ? [next] : [];
};

/** "nine police officers and six civilians were killed": all joined numbers before it, up to the last casualty word. */
const ahead = (word: Word, { sentence, numbers, from }: Ground): readonly Counted[] => {
  const before = numbers.filter(({ at }) => at >= from && at < word.at && word.at - at <= 10);
  const last = before.at(-1);
  if (!last) return [];
  const other = before.at(-2);
  const joined = other && sentence.tokens.slice(other.to, last.at).some((token) => token.word === 'and');
  return joined ? [other, last] : [last];
};

const countFor = (word: Word, ground: Ground): readonly Counted[] => {
  const { sentence, lexicon } = ground;
  const passive = lexicon.has('be', sentence.tokens[word.at - 1]?.word ?? '');
  const before = ahead(word, ground);
  return before.length > 0 || passive ? before : behind(word, ground);
};

const sum = (counted: readonly Counted[]): Incident['fatalities'] =>
  counted.length === 0
    ? null
    : {
        low: counted.reduce((total, { low }) => total + low, 0),
        high: counted.reduce((total, { high }) => total + high, 0),
      };

const victimsAmong = (tokens: readonly Token[], lexicon: Lexicon): Casualties['victims'] => {
  const has = (list: string) => tokens.some(({ word }) => lexicon.has(list, word));
  if (has('combatants')) return 'combatants';
  return has('civilianVictims') ? 'civilians' : null;
};

/** Who stands behind the numbers ("12 people"), else who stands in the sentence. */
const victimsIn = ({ tokens }: Sentence, counted: Iterable<Counted>, lexicon: Lexicon): Casualties['victims'] => {
  const behindNumbers = [...counted].flatMap(({ to }) => tokens.slice(to, to + 3));
  return victimsAmong(behindNumbers, lexicon) ?? victimsAmong(tokens, lexicon);
};

/** Null where the sentence has no casualty word. */
export const findCasualties = (sentence: Sentence, lexicon: Lexicon): Casualties | null => {
  const words = casualtyWords(sentence, lexicon);
  const [first] = words;
  const last = words.at(-1);
  if (!first || !last) return null;
  const numbers = findNumbers(sentence, lexicon);
  const used = new Set<Counted>();
  const total = { death: null as Incident['fatalities'], injury: null as Incident['injuries'] };
  words.forEach((word, index) => {
    const from = (words[index - 1]?.at ?? -1) + 1;
    const free = numbers.filter((number) => !used.has(number));
    const counted = countFor(word, { sentence, numbers: free, from, lexicon });
    for (const number of counted) used.add(number);
    total[word.kind] ??= sum(counted);
  });
  const victims = victimsIn(sentence, used, lexicon);
  return { fatalities: total.death, injuries: total.injury, victims, start: first.token.start, end: last.token.end };
};
