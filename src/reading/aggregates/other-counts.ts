// Numbers that count no places: troops where they leave a country, and what is not control: people who fled, the sick.
// Invariant: troops in a fight are an incident's; people and the sick have the kind `not-control` (judgement call 11).

import type { Lexicon } from '../../model/lexicon.ts';
import { sideAt } from '../actors/actor-meant.ts';
import { frameOver } from '../clauses/frame-over.ts';
import type { ActorMark, Draft, Sentence } from '../marks.ts';
import { hasPhrase } from '../mentions/find-phrases.ts';
import { incumbentOf } from '../mentions/theatre-sides.ts';
import { type Around, actorsIn, type BareCount, wordIn } from './held-counts.ts';

const LEAVING_REACH = 8;

const leaves = ({ draft }: Around, word: string): boolean =>
  (draft.theatre.lexicon.verbs.get(word) ?? []).some(({ lemma }) =>
    draft.theatre.lexicon.has('withdrawingVerbs', lemma),
  );

const leavingBefore = (around: Around): number => {
  const { sentence, stand } = around;
  for (let at = stand.from - 1; at >= Math.max(0, stand.from - LEAVING_REACH); at -= 1)
    if (leaves(around, wordIn(sentence, at))) return at;
  return -1;
};

/** "7,000 personnel from mainly NORTHERN countries are planning to LEAVE": behind the number, in its own clause. */
const leavingBehind = (around: Around): number =>
  around.sentence.tokens.findIndex(
    ({ word }, at) => at >= around.stand.to && at < around.stand.to + 26 && leaves(around, word),
  );

/** Only who is a guest in the country is counted where he leaves; an army that gives ground is told by its places. */
const isGuest = ({ draft }: Around, actor: ActorMark): boolean =>
  actor.means === 'foreign' ||
  draft.theatre.sides.some(({ id, role }) => role === 'other' && id === sideAt(draft, actor));

const saysForeign = ({ draft, stand }: Around): boolean =>
  stand.text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => draft.theatre.lexicon.has('foreignWords', word));

/** Who leaves: before the verb that has the number behind it, else named in or behind the number. */
const guestOf = (around: Around, verb: number): ActorMark | null => {
  const { stand } = around;
  const inClause = actorsIn(around).filter(({ from, to }) =>
    verb < stand.from ? to <= verb : from >= stand.from && from < verb,
  );
  return (verb < stand.from ? inClause.slice(-1) : inClause).find((actor) => isGuest(around, actor)) ?? null;
};

/** "has started to withdraw its remaining 2,500 troops", "About 7,000 foreign soldiers are to leave". */
export const leavingCount = (around: Around): BareCount | null => {
  const { draft, stand, sentence } = around;
  if (stand.quantity.unit !== 'troops') return null;
  const before = leavingBefore(around);
  const verb = before >= 0 ? before : leavingBehind(around);
  const actor = verb < 0 ? null : guestOf(around, verb);
  if (verb < 0 || (actor === null && !saysForeign(around))) return null;
  const start = Math.min(stand.start, actor?.start ?? stand.start);
  const clause = { start, end: Math.max(stand.end, sentence.tokens[verb]?.end ?? 0) };
  const modality = isPlanned(around) ? 'planned' : 'actual';
  return { quantity: stand.quantity, sentence, kind: 'withdrawal', actor: sideAt(draft, actor), clause, modality };
};

const isPlanned = ({ draft, sentence }: Around): boolean =>
  sentence.tokens.some(({ word }) => draft.theatre.lexicon.has('plannedWords', word));

/** "1,224 civilians had LEFT the city", "600 families WERE EVACUATED": the verb that the people are the subject of. */
const areMoving = ({ draft, stand, sentence }: Around): boolean => {
  const { lexicon } = draft.theatre;
  const from = behindAside(sentence, stand.to);
  const at = sentence.tokens.findIndex(
    ({ word }, i) => i >= from && lexicon.verbs.has(word) && !isHelper(word, lexicon),
  );
  // "walked OUT OF the town" has left it; "walked in protest" has not.
  const away = lexicon.has('wayLinks', wordIn(sentence, at + 1));
  const moving = (lexicon.verbs.get(wordIn(sentence, at)) ?? []).some(
    ({ lemma }) => lexicon.has('movingVerbs', lemma) || (away && lexicon.has('trekVerbs', lemma)),
  );
  return moving && at - from < MOVING_REACH;
};

/** "10,400 people, OVER HALF OF THE TOWN, have fled": behind what stands between two commas. */
const behindAside = ({ tokens }: Sentence, at: number): number => {
  if (tokens[at]?.word !== ',') return at;
  const close = tokens.findIndex(({ word }, i) => i > at && word === ',');
  return close < 0 ? at : close + 1;
};

const MOVING_REACH = 6;

const isHelper = (word: string, lexicon: Lexicon): boolean =>
  ['be', 'have', 'modals'].some((list) => lexicon.has(list, word));

/** Words between the dead and the verb that tells of them. */
const DEAD = 4;

/** "has KILLED 20,000 people and driven two million from their homes": the dead are not the displaced. */
const areDead = ({ draft, stand, sentence: { tokens } }: Around): boolean => {
  const isDeath = (at: number): boolean => draft.theatre.lexicon.has('deathWords', tokens[at]?.word ?? '');
  const before = Array.from({ length: DEAD }, (_, i) => stand.from - 1 - i);
  const behind = Array.from({ length: DEAD }, (_, i) => stand.to + i);
  const stop = behind.findIndex((at) => draft.theatre.lexicon.has('conjunctions', tokens[at]?.word ?? ''));
  const near = before.findIndex((at) => draft.theatre.lexicon.has('conjunctions', tokens[at]?.word ?? ''));
  return before.slice(0, near < 0 ? DEAD : near).some(isDeath) || behind.slice(0, stop < 0 ? DEAD : stop).some(isDeath);
};

/** "70 families who had fled the town HAVE RETURNED": they are back. */
const areBack = ({ draft, stand, sentence }: Around): boolean =>
  draft.theatre.lexicon.has('relatives', wordIn(sentence, stand.to)) &&
  sentence.tokens.some(
    ({ word }, at) =>
      at > stand.to + 1 &&
      draft.theatre.lexicon.has('returnedForms', word) &&
      !draft.theatre.lexicon.has('negations', wordIn(sentence, at - 1)),
  );

/** A part of so few is a share. */
const RATIO = 10;

/** People who fled are counted too, but it says nothing of control; a vague number of them is no count. */
export const displacedCount = (around: Around): BareCount | null => {
  const { draft, stand, sentence } = around;
  const { lexicon } = draft.theatre;
  const { unit, count, vague } = stand.quantity;
  if (!lexicon.has('displacedUnits', unit) || count === null || vague) return null;
  // "FOUR OUT OF FIVE are women", "more than 70 WOUNDED were brought in"
  const { of, bare, to } = stand.quantity;
  if ((of !== null && of <= RATIO) || (bare && lexicon.has('injuryWords', wordIn(sentence, to)))) return null;
  const text = draft.report.text.slice(sentence.start, sentence.end);
  const fled = ['incident:displacement|', 'fledWords'].some((list) => hasPhrase(text, lexicon.list(list)));
  if ((!fled && !areMoving(around)) || areDead(around) || areBack(around)) return null;
  return { quantity: stand.quantity, sentence, kind: 'not-control', actor: null, clause: sentence };
};

/** "120 of 388 district governors no longer SIT in their districts": where they are gone, so is the rule they stood for. */
export const absentCount = (around: Around): BareCount | null => {
  const { draft, stand, sentence } = around;
  const { lexicon } = draft.theatre;
  if (!lexicon.has('governorUnits', stand.quantity.unit)) return null;
  const at = sentence.tokens.findIndex(
    ({ word }, i) => i >= stand.to && lexicon.verbs.has(word) && !isHelper(word, lexicon),
  );
  const lemmas = (lexicon.verbs.get(wordIn(sentence, at)) ?? []).map(({ lemma }) => lemma);
  const between = sentence.tokens.slice(stand.to, Math.max(at, stand.to));
  const gone = lemmas.some((lemma) => lexicon.has('movingVerbs', lemma));
  const away =
    lemmas.some((lemma) => lexicon.has('seatVerbs', lemma)) &&
    between.some(({ word }) => lexicon.has('negations', word));
  if (at < 0 || between.length > MOVING_REACH || !(gone || away)) return null;
  const clause = { start: stand.start, end: sentence.tokens[at]?.end ?? stand.end };
  const quantity = { ...stand.quantity, unit: 'district' };
  return { quantity, sentence, kind: 'withdrawal', actor: incumbentOf(draft.theatre), clause };
};

/** "4,366 deaths due to a sickness and 107,957 cases": the dead name the record, cases where no dead are told. */
export const illnessCount = ({ draft, stand, sentence }: Around): BareCount | null => {
  const { lexicon } = draft.theatre;
  const { unit } = stand.quantity;
  if (!lexicon.has('illnessUnits', unit) || stand.quantity.count === null) return null;
  const illness = sentence.tokens.map(({ word }) => lexicon.look('illnesses', word)).find((name) => name !== null);
  const deaths = lexicon.list('illnessUnits')[0] ?? '';
  const told = unit !== deaths && sentence.tokens.some(({ word }) => lexicon.look('units', word) === deaths);
  if (illness === undefined || told) return null;
  const quantity = { ...stand.quantity, unit: `${illness}-${unit}` };
  const unsaid = isCountrySpeaking(draft, stand.start);
  return { quantity, sentence, kind: 'not-control', actor: null, clause: sentence, unsaid };
};

/** "The country has reported": where its sick are, not who says so. */
const isCountrySpeaking = (draft: Draft, at: number): boolean => {
  const speaker = frameOver(draft, at)?.speaker ?? null;
  return speaker !== null && draft.mentions.some((mark) => mark.type === 'place' && mark.end === speaker.end);
};
