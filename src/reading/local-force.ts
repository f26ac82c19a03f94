// The third force of a theatre: those who rise beside the holder. Villagers in arms, a commander's men, "the same forces".
// Invariant: asked only where the theatre has one such side; whoever the words give to another side stays that side's.
import type { SideId } from '../model/actor.ts';
import { kept } from '../model/keep.ts';
import type { Theatre } from '../model/theatre.ts';
import { inSentences } from './by-sentence.ts';
import type { ActorMark, Draft, Predicate, Sentence } from './marks.ts';
import { phraseAt } from './name-tree.ts';
import { roleOf } from './speaker-sides.ts';
import { incumbentOf } from './theatre-sides.ts';

/** The one side that fights beside the holder and is neither the state's nor from abroad. */
export const localForceOf = kept((theatre: Theatre): SideId | null => {
  const holder = incumbentOf(theatre);
  const risen = theatre.sides.filter(
    ({ role, alliedWith, belligerent, class: of }) =>
      role === 'other' && belligerent && alliedWith !== null && alliedWith === holder && of !== 'foreign',
  );
  return risen.length === 1 ? (risen[0]?.id ?? null) : null;
});

const lastWord = (text: string): string => text.toLowerCase().split(' ').at(-1) ?? '';

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

/** "HAJI NASIR's men", "the local COMMANDER's fighters". */
const ownerBefore = ({ theatre, sentences }: Draft, mark: ActorMark): Words | null => {
  const sentence = sentences[mark.sentence];
  const to = mark.from - 1;
  if (sentence === undefined || !/^(?:'s|'|’)$/.test(sentence.tokens[to]?.word ?? '')) return null;
  let from = to;
  while (from > 0 && to - from < OWNER && !ends(theatre, sentence, from - 1)) {
    from--;
    if (theatre.lexicon.has('determiners', sentence.tokens[from]?.word ?? '')) break;
    if (theatre.lexicon.has('prepositions', sentence.tokens[from]?.word ?? '')) return { from: from + 1, to };
  }
  return { from, to };
};

/** "men loyal to A FORMER COMMANDER", "fighters under HAJI NASIR". */
const ownerBehind = ({ theatre, sentences }: Draft, mark: ActorMark): Words | null => {
  const sentence = sentences[mark.sentence];
  const { lexicon } = theatre;
  let from = mark.to;
  while (from < mark.to + 3 && lexicon.has('leaderLinks', sentence?.tokens[from]?.word ?? '')) from++;
  if (sentence === undefined || from === mark.to) return null;
  let to = from;
  while (to < from + OWNER && !ends(theatre, sentence, to)) to++;
  return to > from ? { from, to } : null;
};

const wordsOf = (sentence: Sentence | undefined, { from, to }: Words) => sentence?.tokens.slice(from, to) ?? [];

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
const isKnownLeader = ({ theatre, sentences }: Draft, name: string, until: number): boolean =>
  sentences.slice(0, until + 1).some((sentence) =>
    sentence.tokens.some(({ text }, at) => {
      if (text !== name) return false;
      const words = { from: Math.max(0, at - BESIDE.before), to: at + BESIDE.behind };
      return isLeader(theatre, sentence, words) && !namesSide(theatre, sentence, words);
    }),
  );

const isLeadersOwn = (draft: Draft, mark: ActorMark, words: Words): boolean => {
  const sentence = draft.sentences[mark.sentence];
  if (sentence === undefined || namesSide(draft.theatre, sentence, words)) return false;
  if (isLeader(draft.theatre, sentence, words)) return true;
  const name = wordsOf(sentence, words).findLast(({ text }) => /^\p{Lu}/u.test(text));
  return name !== undefined && isKnownLeader(draft, name.text, mark.sentence);
};

/** "fighters loyal to ISMAIL KHAN": whom the theatre knows, on the side on which he stands that day. */
const sideOfOwner = ({ theatre, report, sentences }: Draft, mark: ActorMark, words: Words): SideId | null => {
  const told = wordsOf(sentences[mark.sentence], words)
    .map(({ text }) => text)
    .join(' ');
  const side = roleOf(told, theatre, report.published.latest)?.side;
  return theatre.sides.find(({ id, belligerent }) => belligerent && id === side)?.id ?? null;
};

/** "Commander Nasir's men", "fighters loyal to a former governor": a man's own are of those who rose. */
export const mansOwn = (draft: Draft, mark: ActorMark): SideId | null => {
  if (!draft.theatre.lexicon.has('followerMen', lastWord(mark.text))) return null;
  const words = ownerBefore(draft, mark) ?? ownerBehind(draft, mark);
  if (words === null) return null;
  return sideOfOwner(draft, mark, words) ?? (isLeadersOwn(draft, mark, words) ? localForceOf(draft.theatre) : null);
};

/** Sentences back that "the same forces" and "the fighters" may reach. */
const BACK = 3;

export const GOING: readonly Predicate['kind'][] = ['withdrawal', 'loss', 'surrender'];

/** What was told of those who came or stayed, last first. */
const deedsBefore = ({ predicates }: Draft, { sentence, start }: ActorMark): readonly Predicate[] =>
  inSentences(predicates, { from: sentence - BACK, to: sentence }).filter(
    ({ doer, kind }) => doer !== null && doer.start < start && !GOING.includes(kind),
  );

/** The side that a mark means, as it is asked elsewhere too. */
export type SideOf = (draft: Draft, mark: ActorMark) => SideId | null;

/** Who did the last thing told before, whoever fled. */
const lastDoer = (draft: Draft, mark: ActorMark, sideOf: SideOf): SideId | null => {
  const last = deedsBefore(draft, mark).at(-1)?.doer ?? null;
  return last === null ? null : sideOf(draft, last);
};

/** "the same forces reached A": who did what was told last. */
const sameAsBefore = (draft: Draft, mark: ActorMark, sideOf: SideOf): SideId | null => {
  const before = draft.sentences[mark.sentence]?.tokens[mark.from - 1]?.word ?? '';
  const first = lastWord(mark.text.split(' ')[0] ?? '');
  // "said THAT FORCES had left", "saying THAT POLICE were there"
  const saying = draft.sentences[mark.sentence]?.tokens[mark.from - 2]?.word ?? '';
  const told = draft.theatre.lexicon.verbs
    .get(saying)
    ?.some(({ lemma }) => draft.theatre.lexicon.has('reportingVerbs', lemma));
  if (draft.theatre.lexicon.has('clauseStarts', before) && (mark.text.endsWith('s') || told)) return null;
  return [before, first].some((word) => draft.theatre.lexicon.has('sameWords', word))
    ? lastDoer(draft, mark, sideOf)
    : null;
};

/** "The fighters also took B", of a text whose fighters are those who rose. */
const theFighters = (draft: Draft, mark: ActorMark, sideOf: SideOf): SideId | null => {
  const { theatre, sentences, mentions } = draft;
  const { lexicon } = theatre;
  const tokens = sentences[mark.sentence]?.tokens ?? [];
  const definite = [mark.from - 1, mark.from].some((at) => lexicon.has('definiteWords', tokens[at]?.word ?? ''));
  if (!definite || !lexicon.has('plainFighters', lastWord(mark.text))) return null;
  const force = localForceOf(theatre);
  const near = inSentences(mentions, { from: mark.sentence - BACK, to: mark.sentence }).filter(
    (one): one is ActorMark => one.type === 'actor' && one.means === 'name' && one.end <= mark.start,
  );
  if (mark.means === 'forces') return lastDoer(draft, mark, sideOf) === force ? force : null;
  if (near.every(({ side }) => side !== force)) return null;
  return lastDoer(draft, mark, sideOf) === force || near.at(-1)?.side === force || raisesOwnFlag(draft, mark)
    ? force
    : null;
};

/** "The fighters … raised the national flag": the holder's flag is raised by its friends. */
const raisesOwnFlag = ({ sentences, theatre }: Draft, mark: ActorMark): boolean => {
  const { lexicon } = theatre;
  const colours = `colours:${incumbentOf(theatre)}`;
  const tokens = sentences[mark.sentence]?.tokens ?? [];
  return tokens.some(
    ({ word }, at) =>
      at > mark.to &&
      lexicon.has('flagNouns', word) &&
      [1, 2].some((back) => lexicon.has(colours, tokens[at - back]?.word ?? '')),
  );
};

/** "Local fighters retook A": those of the place, where nothing makes them another side's. */
const localFighters = (draft: Draft, mark: ActorMark): SideId | null => {
  const { theatre, sentences } = draft;
  const before = sentences[mark.sentence]?.tokens[mark.from - 1]?.word ?? '';
  const first = lastWord(mark.text.split(' ')[0] ?? '');
  const local = [before, first].some((word) => theatre.lexicon.has('localFolk', word));
  if (!local || !theatre.lexicon.has('plainFighters', lastWord(mark.text))) return null;
  // "local forces" are the state's where nobody else is told of.
  return mark.means === 'non-state' || theatre.lexicon.has('placesMen', lastWord(mark.text))
    ? localForceOf(theatre)
    : risenSpokenOf(draft, mark.start);
};

/** "The defenders fell back on the pass": those who hold what is told of. */
const theDefenders = (draft: Draft, mark: ActorMark): SideId | null => {
  const { theatre, mentions } = draft;
  if (!theatre.lexicon.has('defenderNouns', lastWord(mark.text))) return null;
  const force = localForceOf(theatre);
  const near = inSentences(mentions, { from: mark.sentence - BACK, to: mark.sentence }).findLast(
    (one) => one.type === 'actor' && one.end <= mark.start && [force, incumbentOf(theatre)].includes(one.side ?? ''),
  );
  return near?.type === 'actor' && near.side === force ? force : null;
};

/** "THE MEN of Ashford", a place's own, and no army's. */
const menOf = ({ theatre, sentences, mentions }: Draft, mark: ActorMark): SideId | null => {
  const { lexicon } = theatre;
  const tokens = sentences[mark.sentence]?.tokens ?? [];
  const definite = [mark.from - 1, mark.from].some((at) => lexicon.has('definiteArticles', tokens[at]?.word ?? ''));
  const of = lexicon.has('partLinks', tokens[mark.to]?.word ?? '');
  if (!definite || !of || !lexicon.has('placesMen', lastWord(mark.text))) return null;
  const [next] = inSentences(mentions, { from: mark.sentence, to: mark.sentence }).filter(
    ({ from }) => from > mark.to && from <= mark.to + 2,
  );
  return next !== undefined && next.type !== 'actor' ? localForceOf(theatre) : null;
};

/** "Self-defence groups", "the people's committees": what those who rise are called anywhere. */
const bornOfPlace = ({ theatre }: Draft, mark: ActorMark): SideId | null => {
  const words = mark.text.toLowerCase().replaceAll(' - ', '-');
  return theatre.lexicon.list('risenForces').some((name) => words.endsWith(name)) ? localForceOf(theatre) : null;
};

/** "some 200 men from both districts", in a text that has told of those who rose. */
const menFrom = ({ theatre, sentences, mentions }: Draft, mark: ActorMark): SideId | null => {
  const { lexicon } = theatre;
  const next = sentences[mark.sentence]?.tokens[mark.to]?.word ?? '';
  if (!lexicon.has('robbedLinks', next) || !lexicon.has('weakForces', lastWord(mark.text))) return null;
  const placed = inSentences(mentions, { from: mark.sentence, to: mark.sentence }).some(
    ({ type, from }) => type !== 'actor' && from > mark.to && from <= mark.to + 2,
  );
  return placed ? risenSpokenOf({ theatre, mentions }, mark.start) : null;
};

/** The side of men who are called by whom they follow, by "same", or by "the fighters" alone; null where these do not tell. */
export const risenSide = (draft: Draft, mark: ActorMark, sideOf: SideOf): SideId | null => {
  if (localForceOf(draft.theatre) === null || mark.pronoun || mark.means === 'name') return null;
  return (
    bornOfPlace(draft, mark) ??
    mansOwn(draft, mark) ??
    sameAsBefore(draft, mark, sideOf) ??
    theFighters(draft, mark, sideOf) ??
    localFighters(draft, mark) ??
    theDefenders(draft, mark) ??
    menOf(draft, mark) ??
    menFrom(draft, mark)
  );
};

/** The third force of a text that has spoken of it: whom its enemy means by "the attackers". */
export const risenSpokenOf = (
  { theatre, mentions }: Pick<Draft, 'theatre' | 'mentions'>,
  until: number,
): SideId | null => {
  const force = localForceOf(theatre);
  return mentions.some((one) => one.type === 'actor' && one.side === force && one.end <= until) ? force : null;
};

/** "Local fighters and soldiers beat the attack back": those who fight beside the state's, where a text names no third force. */
export const besideState = ({ theatre, sentences, mentions }: Draft, mark: ActorMark): SideId | null => {
  const { lexicon, open } = theatre;
  const tokens = sentences[mark.sentence]?.tokens ?? [];
  if (!open || mark.means !== 'non-state' || !lexicon.has('listLinks', tokens[mark.to]?.word ?? '')) return null;
  const local = [mark.from - 1, mark.from].some((at) => lexicon.has('localFolk', tokens[at]?.word ?? ''));
  const next = inSentences(mentions, { from: mark.sentence, to: mark.sentence }).find(
    (one): one is ActorMark => one.type === 'actor' && one.from > mark.to && one.from <= mark.to + 2,
  );
  return local && next?.side != null && next.side === incumbentOf(theatre) ? next.side : null;
};
