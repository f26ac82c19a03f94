// Men who are called by whom they follow: "Commander Nasir's men", "fighters loyal to a former governor", "the Karim men".
// Invariant: asked only where the theatre has a third force; men of a statesman, a cleric or a side are not its.
import type { SideId } from '../../model/actor.ts';
import type { Theatre } from '../../model/theatre.ts';
import type { ActorMark, Draft, Sentence } from '../marks.ts';
import { phraseAt } from '../mentions/name-tree.ts';
import { localForceOf } from '../mentions/theatre-sides.ts';
import { inSentences } from '../words/by-sentence.ts';
import { roleOf } from './speaker-sides.ts';

export const lastWord = (text: string): string => text.toLowerCase().split(' ').at(-1) ?? '';

/** Words between the men and whom they follow. */
const LINKS = 5;

/** So many words at most name whose men they are. */
const OWNER = 8;

interface Words {
  readonly from: number;
  readonly to: number;
}

const ends = (theatre: Theatre, sentence: Sentence, at: number): boolean => {
  const { lexicon } = theatre;
  const token = sentence.tokens[at];
  if (token === undefined || (token.type === 'mark' && token.word !== '-')) return true;
  if (token.word === "'s") return false;
  const acts = /^\p{Ll}/u.test(token.text) && lexicon.verbs.has(token.word) && !lexicon.has('leaderLinks', token.word);
  return (
    (acts && phraseAt(theatre, sentence.tokens, at) === null) ||
    ['be', 'have', 'modals', 'conjunctions', 'relatives'].some((list) => lexicon.has(list, token.word))
  );
};

/** "THE KARIM men": a name in the stead of whose they are. */
const nameBefore = ({ theatre, sentences }: Draft, mark: ActorMark): Words | null => {
  const tokens = sentences[mark.sentence]?.tokens ?? [];
  const at = mark.from - 1;
  const named =
    /^\p{Lu}\p{Ll}/u.test(tokens[at]?.text ?? '') &&
    theatre.lexicon.has('definiteArticles', tokens[at - 1]?.word ?? '');
  return named && phraseAt(theatre, tokens, at) === null ? { from: at, to: mark.from } : null;
};

/** "HAJI NASIR's men", "the local COMMANDER's fighters". */
export const ownerBefore = ({ theatre, sentences }: Draft, mark: ActorMark): Words | null => {
  const sentence = sentences[mark.sentence];
  const to = mark.from - 1;
  if (sentence === undefined || !/^(?:'s|'|’)$/.test(sentence.tokens[to]?.word ?? '')) return null;
  return wordsUpTo(theatre, sentence, to);
};

/** The words of a phrase that ends here. */
const wordsUpTo = (theatre: Theatre, sentence: Sentence | undefined, to: number): Words | null => {
  if (sentence === undefined) return null;
  let from = to;
  while (from > 0 && to - from < OWNER && !ends(theatre, sentence, from - 1)) {
    from--;
    if (theatre.lexicon.has('determiners', sentence.tokens[from]?.word ?? '')) break;
    if (theatre.lexicon.has('prepositions', sentence.tokens[from]?.word ?? '')) return { from: from + 1, to };
  }
  return { from, to };
};

/** Words of "and around 60 of his". */
const COUNT = 6;

/** "COMMANDER KARIM and his men": whose they are stands before the conjunction. */
const ownerBeside = ({ theatre, sentences }: Draft, mark: ActorMark): Words | null => {
  const { tokens } = sentences[mark.sentence] ?? { tokens: [] };
  const his = theatre.lexicon.has('leadersPossessives', tokens[mark.from - 1]?.word ?? '');
  // "Commander Karim and 60 OF his men"
  const counted = theatre.lexicon.has('partLinks', tokens[mark.from - 2]?.word ?? '');
  const to = counted
    ? tokens.findLastIndex(
        ({ word }, at) => at < mark.from - 2 && at >= mark.from - COUNT && theatre.lexicon.has('conjunctions', word),
      )
    : mark.from - 2;
  if (!his || to < 0 || !theatre.lexicon.has('conjunctions', tokens[to]?.word ?? '')) return null;
  return wordsUpTo(theatre, sentences[mark.sentence], to);
};

/** "men of Karim ON Monday": what a preposition adds tells when or where. */
const leads = ({ lexicon }: Theatre, { tokens }: Sentence, at: number): boolean =>
  lexicon.has('prepositions', tokens[at]?.word ?? '') && !lexicon.has('partLinks', tokens[at]?.word ?? '');

/** "men loyal to A FORMER COMMANDER", "fighters under HAJI NASIR". */
export const ownerBehind = ({ theatre, sentences }: Draft, mark: ActorMark): Words | null => {
  const sentence = sentences[mark.sentence];
  const { lexicon } = theatre;
  let from = mark.to;
  const isLink = (at: number): boolean => lexicon.has('leaderLinks', sentence?.tokens[at]?.word ?? '');
  // "under THE COMMAND of"
  while (from < mark.to + LINKS && (isLink(from) || (isLink(from - 1) && isLink(from + 1)))) from++;
  if (sentence === undefined || from === mark.to) return null;
  let to = from;
  while (to < from + OWNER && !ends(theatre, sentence, to) && !leads(theatre, sentence, to)) to++;
  return to > from ? { from, to } : null;
};

export const wordsOf = (sentence: Sentence | undefined, { from, to }: Words) => sentence?.tokens.slice(from, to) ?? [];

/** A side by name, or the state by a common noun: "the police commander", and not "a former police chief". */
const namesSide = (theatre: Theatre, sentence: Sentence, { from, to }: Words): boolean => {
  const words = sentence.tokens.slice(from, to);
  const former = words.some(({ word }) => theatre.lexicon.has('formerWords', word));
  return words.some((_, i) => {
    const value = phraseAt(theatre, sentence.tokens, from + i)?.value;
    if (value?.type === 'side') return value.side !== localForceOf(theatre);
    return !former && value?.type === 'noun' && value.means === 'government';
  });
};

const isLeader = ({ lexicon }: Theatre, sentence: Sentence, words: Words): boolean => {
  const all = wordsOf(sentence, words).map(({ word }) => word);
  const leads = all.some((word) => lexicon.has('irregularLeaders', word));
  return leads && !all.some((word) => lexicon.has('stateNouns', word));
};

/** Words beside a name that say what he is. */
const BESIDE = { before: 5, behind: 7 };

/** "Haji Nasir, a former commander, …": what the report has called the man of that name. */
const isKnownLeader = ({ theatre, sentences }: Draft, name: string): boolean =>
  sentences.some((sentence) =>
    sentence.tokens.some(({ text }, at) => {
      if (text !== name) return false;
      const words = { from: Math.max(0, at - BESIDE.before), to: at + BESIDE.behind };
      return isLeader(theatre, sentence, words) && !namesSide(theatre, sentence, words);
    }),
  );

/** Words that may tell a man's office before his name, and in the apposition behind it. */
const OFFICE = { before: 3, behind: 6 };

interface Owner {
  readonly mark: ActorMark;
  readonly words: Words;
}

/** "KARIM's men": of a man of whom the report tells no office, no cleric's title and no side. */
const isOnlyNamed = ({ theatre, sentences, mentions }: Draft, { mark, words }: Owner): boolean => {
  const { lexicon } = theatre;
  const said = wordsOf(sentences[mark.sentence], words).filter(({ word }) => !lexicon.has('determiners', word));
  const placed = inSentences(mentions, { from: mark.sentence, to: mark.sentence }).some(
    (one) => one !== mark && one.from < words.to && one.to > words.from,
  );
  const name = said.at(-1);
  if (
    placed ||
    name === undefined ||
    lexicon.has('stateWords', name.word) ||
    said.length > NAMES ||
    !said.every(({ text }) => /^\p{Lu}\p{Ll}/u.test(text))
  )
    return false;
  return sentences.every((sentence) =>
    sentence.tokens.every(({ text }, at) => text !== name.text || !hasOffice(theatre, sentence, at)),
  );
};

/** "Abdul Ghani Karim". */
const NAMES = 3;

const hasOffice = (theatre: Theatre, sentence: Sentence, at: number): boolean => {
  const { tokens } = sentence;
  const apposed = tokens[at + 1]?.word === ',';
  const range = [at - OFFICE.before, apposed ? at + OFFICE.behind : at] as const;
  const lists = ['stateNouns', 'officeActors', 'clericTitles', 'statesmenWords', 'capitalTitles'];
  return (
    tokens
      .slice(Math.max(0, range[0]), range[1])
      .some(({ word }) => lists.some((list) => theatre.lexicon.has(list, word))) ||
    (apposed && namesSide(theatre, sentence, { from: at + 1, to: range[1] })) ||
    phraseAt(theatre, tokens, at - 1)?.value.type === 'side'
  );
};

const isLeadersOwn = (draft: Draft, mark: ActorMark, words: Words): boolean => {
  const sentence = draft.sentences[mark.sentence];
  if (sentence === undefined || namesSide(draft.theatre, sentence, words)) return false;
  if (isLeader(draft.theatre, sentence, words)) return true;
  const name = wordsOf(sentence, words).findLast(({ text }) => /^\p{Lu}/u.test(text));
  return name !== undefined && (isKnownLeader(draft, name.text) || isOnlyNamed(draft, { mark, words }));
};

/** "fighters loyal to ISMAIL KHAN": whom the theatre knows, on the side on which he stands that day. */
const sideOfOwner = ({ theatre, report, sentences }: Draft, mark: ActorMark, words: Words): SideId | null => {
  const said = wordsOf(sentences[mark.sentence], words);
  if (said.every(({ text }, i) => i === 0 || !/^\p{Lu}/u.test(text)) && said.length > 1) return null;
  const told = said.map(({ text }) => text).join(' ');
  const side = roleOf(told, theatre, report.published.latest)?.side;
  return theatre.sides.find(({ id, belligerent }) => belligerent && id === side)?.id ?? null;
};

/** "the Karim men", where the report calls Karim a commander of no army. */
const calledAfter = (draft: Draft, mark: ActorMark): SideId | null => {
  const words = nameBefore(draft, mark);
  const name = words === null ? undefined : wordsOf(draft.sentences[mark.sentence], words)[0];
  return name !== undefined && isKnownLeader(draft, name.text) ? localForceOf(draft.theatre) : null;
};

/** "Commander Nasir's men", "fighters loyal to a former governor": a man's own are of those who rose. */
export const mansOwn = (draft: Draft, mark: ActorMark): SideId | null => {
  if (!draft.theatre.lexicon.has('followerMen', lastWord(mark.text))) return null;
  const words = ownerBefore(draft, mark) ?? ownerBeside(draft, mark) ?? ownerBehind(draft, mark);
  if (words === null) return calledAfter(draft, mark);
  return sideOfOwner(draft, mark, words) ?? (isLeadersOwn(draft, mark, words) ? localForceOf(draft.theatre) : null);
};
