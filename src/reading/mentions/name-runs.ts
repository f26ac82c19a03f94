// Runs of capitalised words that can be a name, in texts for which there is no list of names.
// Invariant: a word that is only capital because a sentence or a title begins makes no run, unless the text shows it to be a name.
import { kept } from '../../model/keep.ts';
import type { Theatre } from '../../model/theatre.ts';
import type { Sentence, Token } from '../marks.ts';
import { CLOSED_LISTS, isCapital } from '../words/closed-words.ts';
import { phraseAt } from './name-tree.ts';
import { isHyphen, nationWordAt } from './nation-words.ts';

export interface NameRun {
  readonly sentence: Sentence;
  readonly from: number;
  readonly to: number;
  /** The words in lower case with single blanks: what makes two runs one name. */
  readonly key: string;
  /** Its first letter is capital by its position too. */
  readonly initial: boolean;
}

export interface NameGround {
  readonly sentence: Sentence;
  readonly theatre: Theatre;
}

const CLOSED = [...CLOSED_LISTS, 'demonyms', 'be', 'have', 'modals', 'neverPlaces'];

export const tokenAt = ({ sentence }: NameGround, at: number): Token | undefined => sentence.tokens[at];

export const has = ({ sentence, theatre }: NameGround, list: string, at: number): boolean =>
  theatre.lexicon.has(list, sentence.tokens[at]?.word ?? '');

/** "the district of Sheikh Lutfi": behind a place's noun a title is a part of the name. */
const isTitleOfPlace = (ground: NameGround, at: number): boolean =>
  has(ground, 'titles', at) &&
  has(ground, 'partLinks', at - 1) &&
  isCapital(ground.sentence.tokens[at + 1]) &&
  isKindNoun(ground, at - 2);

/** "ORDISH State", "the ORDISH region": a people's name before the noun is the land's. */
const isPeoplesLand = (ground: NameGround, at: number): boolean =>
  has(ground, 'demonyms', at) && has(ground, 'landNouns', at + 1);

/** "held since May (C)": a letter in brackets grades a source, and is no name. */
const isBracketed = ({ sentence: { tokens } }: NameGround, at: number): boolean =>
  tokens[at]?.text.length === 1 && tokens[at - 1]?.text === '(' && tokens[at + 1]?.text === ')';

const isClosed = (ground: NameGround, at: number): boolean => {
  if (isBracketed(ground, at)) return true;
  if (has(ground, 'orgWords', at) || isTitleOfPlace(ground, at) || isPeoplesLand(ground, at)) return false;
  const { lexicon } = ground.theatre;
  const word = tokenAt(ground, at)?.word ?? '';
  const lists = lexicon.listsOf(word);
  return (
    (lists !== undefined && CLOSED.some((list) => lists.has(list))) || lexicon.look('nationAdjectives', word) !== null
  );
};

/** A word that stands in every text: capital only where a sentence or a title makes it so. */
const isCommon = ({ sentence, theatre: { lexicon } }: NameGround, at: number): boolean => {
  const word = sentence.tokens[at]?.word ?? '';
  return (
    ['commonWords', 'verbAdverbs', 'directions', 'amountWords'].some((list) => lexicon.has(list, word)) ||
    lexicon.verbs.has(word) ||
    lexicon.look('numbers', word) !== null ||
    lexicon.list('wordEndings').some((ending) => word.endsWith(ending))
  );
};

/** Links between the words of one name: "Sar-e Pul", "Maarat al-Numan", "Rio de Janeiro". */
const LINKS = 3;

const afterLinks = (ground: NameGround, from: number): number => {
  const { tokens } = ground.sentence;
  let at = from;
  while (at < from + LINKS) {
    const hyphened =
      isHyphen(tokens, at) ||
      (has(ground, 'hyphenNameLinks', at) && (isHyphen(tokens, at - 1) || isHyphen(tokens, at + 1)));
    if (!hyphened && !(has(ground, 'openNameLinks', at) && isCapital(tokens[at + 1]))) break;
    at++;
  }
  return at;
};

/** "Ministry of Defence", "Committee of the Red Cross": what an institution's name goes on with. */
const afterOf = (ground: NameGround, run: { from: number; to: number }): number => {
  const { tokens } = ground.sentence;
  const isOrg = tokens.slice(run.from, run.to).some((_, i) => has(ground, 'orgWords', run.from + i));
  if (!isOrg || !has(ground, 'orgLinks', run.to)) return run.to;
  return has(ground, 'definiteWords', run.to + 1) ? run.to + 2 : run.to + 1;
};

const endOfName = (ground: NameGround, from: number): number => {
  const { tokens } = ground.sentence;
  let to = from + 1;
  for (;;) {
    // "the K-1 base": a number joined to a name is its own.
    if (isHyphen(tokens, to) && tokens[to + 1]?.type === 'number') return to + 2;
    const linked = afterLinks(ground, to);
    const at = linked > to ? linked : afterOf(ground, { from, to });
    if (!isCapital(tokens[at])) return to;
    // "Old City", "Green Zone": a common word is a name only together with its noun.
    if (at === from + 1 && isKindNoun(ground, at) && isCommon(ground, from)) return at + 1;
    // "Salt Pass": such a noun is no kind of place that a name could do without.
    if (at === to && has(ground, 'landmarkNames', at)) return at + 1;
    if (at === to && (isClosed(ground, at) || isKindNoun(ground, at))) return to;
    to = at + 1;
  }
};

/** "district", "airport", "rebels": a word of the lexicon, written with a capital. */
const isKindNoun = ({ sentence, theatre }: NameGround, at: number): boolean => {
  const found = phraseAt(theatre, sentence.tokens, at);
  // "Ashford INTERNATIONAL AIRPORT", and no "Ashford International".
  const kind = found !== null && found.to > at + 1 && found.value.type === 'scope';
  return found !== null && (kind || !theatre.lexicon.has('orgWords', sentence.tokens[at]?.word ?? ''));
};

/** "RSF", "TPLF (": initials name a force, an outlet, a body, hardly ever a place. */
const isInitials = ({ text }: Token): boolean => /^\p{Lu}{2,6}\d{0,2}$/u.test(text);

const isShouted = ({ tokens }: Sentence): boolean => !tokens.some(({ text }) => /^\p{Ll}{3,}/u.test(text));

/** Title case ("Two Districts Fall In North") says nothing about names. */
export const isTitled = kept(
  (sentence: Sentence): boolean =>
    isShouted(sentence) ||
    (sentence.heading && !sentence.tokens.some(({ text, type }) => type === 'word' && /^\p{Ll}{5,}/u.test(text))),
);

const PARTICLES = ['prepositions', 'determiners', 'conjunctions', 'subordinators', 'be'];

/** "the town of AM Timan", "captured AS Suwayda": within a sentence a small word with a capital, before another, is a name's. */
const isParticle = (ground: NameGround, at: number): boolean => {
  const { sentence } = ground;
  const [before, word, next] = [sentence.tokens[at - 1], sentence.tokens[at], sentence.tokens[at + 1]];
  if (word === undefined || word.text.length > 3 || before?.type !== 'word' || isCapital(before)) return false;
  const follows = isCapital(next) && next?.start === word.end + 1 && !isClosed(ground, at + 1);
  return follows && !isTitled(sentence) && PARTICLES.some((list) => has(ground, list, at));
};

/** "the EAST African force", "the NEW Syrian army": a direction before a people's word tells which of that people. */
const isBeforePeople = (ground: NameGround, at: number): boolean =>
  has(ground, 'directions', at) &&
  (has(ground, 'demonyms', at + 1) ||
    ground.theatre.lexicon.look('nationAdjectives', tokenAt(ground, at + 1)?.word ?? '') !== null);

const startsName = (ground: NameGround, at: number): boolean => {
  const { tokens } = ground.sentence;
  if (isBeforePeople(ground, at)) return false;
  const hyphened = isHyphen(tokens, at + 1);
  if (hyphened && has(ground, 'namePrefixes', at)) return false;
  if (hyphened && isCapital(tokens[at + 2]) && has(ground, 'hyphenNameLinks', at))
    return phraseAt(ground.theatre, tokens, at)?.value.type !== 'side';
  return (
    isCapital(tokens[at]) &&
    (!isClosed(ground, at) || isParticle(ground, at)) &&
    (phraseAt(ground.theatre, tokens, at) === null || has(ground, 'orgWords', at) || isHeadOfName(ground, at))
  );
};

/** "PORT Ashford", "FORT Garth": a kind of place that stands before a name is a part of it. */
const isHeadOfName = (ground: NameGround, at: number): boolean => {
  const [noun, name] = ground.sentence.tokens.slice(at, at + 2);
  if (isJoinedHead(ground, at)) return true;
  return has(ground, 'headsOfNames', at) && isCapital(name) && name?.start === (noun?.end ?? 0) + 1;
};

/** "PORT-OF-ASHFORD", "PORT-AU-GARTH": joined by hyphens to a capital, over a link or none. */
const isJoinedHead = (ground: NameGround, at: number): boolean => {
  const { tokens } = ground.sentence;
  if (!has(ground, 'headsOfNames', at) || !isCapital(tokens[at])) return false;
  const end = isHyphen(tokens, at + 1) ? afterLinks(ground, at + 1) : at + 1;
  return end > at + 2 && isCapital(tokens[end]);
};

/** A whole country is no place that anybody takes; one that has its capital's name may be the town. */
const isCountry = ({ sentence, theatre }: NameGround, { from, to }: { from: number; to: number }): boolean => {
  const word = nationWordAt(sentence.tokens, from, theatre.lexicon);
  return word?.to === to && word.as === 'nationNames';
};

export const keyOf = ({ tokens }: Sentence, from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map(({ word }) => word)
    .join(' ');

/** "Coastal Front": behind a side's name, whose words make no names of their own. */
const afterSide = ({ sentence, theatre }: NameGround, at: number): number => {
  const found = phraseAt(theatre, sentence.tokens, at);
  return found?.value.type === 'side' && found.to > at + 1 ? found.to : at + 1;
};

/** All runs of one sentence, longest first from each capital on. */
const runsIn = (ground: NameGround): readonly NameRun[] => {
  const { sentence } = ground;
  const { tokens } = sentence;
  const runs: NameRun[] = [];
  for (let at = 0; at < tokens.length; ) {
    const nation = nationWordAt(tokens, at, ground.theatre.lexicon);
    const nationEnd = nation?.as === 'nationNames' ? nation.to : 0;
    if (!startsName(ground, at)) {
      // No word of a country's name of many words begins a name of its own.
      at = Math.max(afterSide(ground, at), nationEnd);
      continue;
    }
    const to = Math.max(endOfName(ground, at), nationEnd);
    const first = tokens[at];
    const short = to === at + 1 && first !== undefined && isInitials(first) && !isShouted(sentence);
    if (!short && !isCountry(ground, { from: at, to }))
      runs.push({
        sentence,
        from: at,
        to,
        key: keyOf(sentence, at, to),
        initial: isInitial(sentence, at) || isTitled(sentence),
      });
    at = to;
  }
  return runs;
};

/** At the head of a sentence, of a quotation, behind a colon or a dash: any word is written with a capital. */
const isInitial = ({ tokens }: Sentence, at: number): boolean => {
  const before = tokens[at - 1];
  // "three towns: Ashford, Garth and Hollin": a list behind a colon or a dash begins no sentence.
  if (/^[:—–-]$/.test(before?.text ?? '') && /^(?:,|and)$/.test(tokens[at + 1]?.word ?? '')) return false;
  return (
    before === undefined ||
    (before.type !== 'word' && /^["“”‘'’:;.!?–—•*)-]+$/.test(before.text) && !isHyphen(tokens, at - 1))
  );
};

/** Words that a capital alone makes look like a name. */
const isDoubtful = (ground: NameGround, { from, to }: NameRun): boolean => {
  const { sentence } = ground;
  if (isHeadOfName(ground, from)) return false;
  if (isTitled(sentence)) return sentence.tokens.slice(from, to).some((_, i) => isCommon(ground, from + i));
  return isInitial(sentence, from) && isCommon(ground, from);
};

/** "Rebels of the ARF": behind the first word and its links. */
const firstCapital = ({ sentence, from, to }: NameRun): number =>
  sentence.tokens.findIndex((token, at) => at > from && at < to && isCapital(token));

/** "Rebels Ashford": without the common word that the sentence begins with. */
const trimmed = (ground: NameGround, run: NameRun, known: ReadonlySet<string>): NameRun | null => {
  for (let from = run.from; from < run.to; from++)
    for (let to = run.to; to > from; to--) {
      const key = keyOf(run.sentence, from, to);
      if (known.has(key)) return { ...run, from, to, key };
    }
  const own = isTitled(run.sentence) ? -1 : firstCapital(run);
  return own > 0 && own < run.to && !isHyphen(run.sentence.tokens, own) && !isCommon(ground, own)
    ? { ...run, from: own, key: keyOf(run.sentence, own, run.to) }
    : null;
};

/** Every run of a report, in the order of the text. */
export const findRuns = (sentences: readonly Sentence[], theatre: Theatre): readonly NameRun[] => {
  const all = sentences.map((sentence) => ({ ground: { sentence, theatre }, runs: runsIn({ sentence, theatre }) }));
  const sure = all.flatMap(({ ground, runs }) => runs.filter((run) => !isDoubtful(ground, run)));
  const known = new Set(sure.map(({ key }) => key));
  return all.flatMap(({ ground, runs }) =>
    runs.flatMap((run) => {
      if (!isDoubtful(ground, run)) return [run];
      return trimmed(ground, run, known) ?? [];
    }),
  );
};
