// The third force of a theatre: those who rise beside the holder. Villagers in arms, a commander's men, "the same forces".
// Invariant: asked only where the theatre has one such side; whoever the words give to another side stays that side's.
import type { SideId } from '../../model/actor.ts';
import { frameOver } from '../clauses/frame-over.ts';
import type { ActorMark, Draft, Predicate } from '../marks.ts';
import { lastWord, mansOwn } from '../speakers/mans-own.ts';
import { ownVoice } from '../speakers/own-voice.ts';
import { inSentences } from '../words/by-sentence.ts';
import { challengerOf, incumbentOf, localForceOf } from './theatre-sides.ts';

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
  // "said THAT FORCES had left", "saying THAT POLICE were there", "and THAT POLICE held B"
  const saying = draft.sentences[mark.sentence]?.tokens[mark.from - 2]?.word ?? '';
  if (draft.theatre.lexicon.has('clauseStarts', before) && draft.theatre.lexicon.has('conjunctions', saying))
    return null;
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
  const words = mark.text.toLowerCase().replaceAll(' - ', '-').replaceAll(" '", "'");
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

/** "40 REBELS had surrendered", say those who are rebels themselves, of a text that has told of a third force. */
const rebelsAgainst = (draft: Draft, mark: ActorMark): SideId | null => {
  const { theatre, sentences } = draft;
  const { lexicon } = theatre;
  const tokens = sentences[mark.sentence]?.tokens ?? [];
  const definite = [mark.from - 1, mark.from].some((at) =>
    ['definiteWords', 'possessives'].some((list) => lexicon.has(list, tokens[at]?.word ?? '')),
  );
  const said = frameOver(draft, mark.start)?.by.sides ?? [];
  const own = mark.side !== null && mark.side === challengerOf(theatre) && said.includes(mark.side);
  return own && !definite && lexicon.has('foesOfRebels', lastWord(mark.text)) ? risenSpokenOf(draft, mark.start) : null;
};

/** In a side's own words its men are its own, whoever leads them. */
const speaksFor = (draft: Draft, { start, side }: ActorMark): boolean =>
  (frameOver(draft, start)?.by ?? ownVoice(draft))?.sides.some((own) => own === side) ?? false;

/** The side of men who are called by whom they follow, by "same", or by "the fighters" alone; null where these do not tell. */
export const risenSide = (draft: Draft, mark: ActorMark, sideOf: SideOf): SideId | null => {
  if (localForceOf(draft.theatre) === null || mark.pronoun) return null;
  // "The mujahideen of Haji Nasir": what a side calls its own may be men of a man as well.
  if (mark.means === 'name') return speaksFor(draft, mark) ? null : mansOwn(draft, mark);
  return (
    bornOfPlace(draft, mark) ??
    mansOwn(draft, mark) ??
    sameAsBefore(draft, mark, sideOf) ??
    theFighters(draft, mark, sideOf) ??
    localFighters(draft, mark) ??
    theDefenders(draft, mark) ??
    rebelsAgainst(draft, mark) ??
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

/** The same, or men of a man's own, whom the words before have told of. */
export const risenToldOf = (draft: Draft, until: number): SideId | null =>
  risenSpokenOf(draft, until) ??
  (draft.mentions.some(
    (one) => one.type === 'actor' && one.end <= until && mansOwn(draft, one) === localForceOf(draft.theatre),
  )
    ? localForceOf(draft.theatre)
    : null);

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

/** "the local fighters" of a text that has told of the holder's own allies who rose. */
export const localAlly = ({ theatre, sentences, mentions }: Draft, mark: ActorMark): SideId | null => {
  const before = sentences[mark.sentence]?.tokens[mark.from - 1]?.word ?? '';
  const first = mark.text.toLowerCase().split(' ')[0] ?? '';
  if (![before, first].some((word) => theatre.lexicon.has('localWords', word))) return null;
  const allies = theatre.sides.filter(({ alliedWith, belligerent }) => belligerent && alliedWith !== null);
  const named = mentions.findLast(
    (other): other is ActorMark =>
      other.type === 'actor' &&
      other.means === 'name' &&
      other.end <= mark.start &&
      allies.some(({ id }) => id === other.side),
  );
  return named?.side ?? null;
};
