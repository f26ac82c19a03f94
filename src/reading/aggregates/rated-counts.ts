// Counts of a table in prose: "we code 148 AS controlled by the rebels, 84 as held by the army", "two are LEFT, of nineteen".
// Invariant: what is said of the number stands right behind it; who is rated as holding is named, or it is the holder before.
import { sideAt } from '../actors/actor-meant.ts';
import { incumbentOf } from '../mentions/theatre-sides.ts';
import { inSentence } from '../words/by-sentence.ts';
import { type Around, actorsIn, type BareCount, wordIn } from './held-counts.ts';
import { kindBetween } from './number-of.ts';

/** "148 AS controlled by the rebels", "84 as held by the army": rated so by who counts. */
const codedAs = (around: Around): BareCount | null => {
  const { draft, stand, sentence } = around;
  const { lexicon } = draft.theatre;
  if (!lexicon.has('codingWords', wordIn(sentence, stand.to))) return null;
  const stop = sentence.tokens.findIndex(
    ({ type, word }, at) => at > stand.to && type === 'mark' && !/^["“”-]$/.test(word),
  );
  const last = Math.min(stand.to + CODED, stop < 0 ? sentence.tokens.length : stop);
  const actor = actorsIn(around).find(({ from }) => from > stand.to && from < last);
  // "as RED-CONTROLLED"
  const glued = actor !== undefined && wordIn(sentence, actor.to) === '-' ? 2 : 0;
  const end = actor === undefined ? last : actor.to + glued;
  const kind = kindBetween({ tokens: sentence.tokens, lexicon }, stand.to + 1, end + 1);
  const side = actor === undefined ? null : sideAt(draft, actor);
  if (kind === null || (kind === 'hold' && side === null)) return null;
  const clause = { start: stand.start, end: sentence.tokens[end - 1]?.end ?? stand.end };
  return {
    quantity: stand.quantity,
    sentence,
    kind,
    actor: kind === 'loss' ? incumbentOf(draft.theatre) : side,
    clause,
  };
};

/** How many words behind "as" say what it is rated as. */
const CODED = 6;

/** "Two are LEFT, of nineteen", "three REMAIN": who held them before has them still. */
const leftOver = ({ draft, stand, sentence }: Around): BareCount | null => {
  const { lexicon } = draft.theatre;
  const word = (at: number): string => wordIn(sentence, at);
  const verb = lexicon.has('remainingVerbs', word(stand.to)) ? stand.to : stand.to + 1;
  const left = verb === stand.to || (lexicon.has('be', word(stand.to)) && lexicon.has('leftOver', word(verb)));
  const next = sentence.tokens[verb + 1];
  const ends = next === undefined || /^[,.;:!?"”]$/.test(next.word) || lexicon.has('quantityLinks', next.word);
  if (!left || !ends) return null;
  const clause = { start: stand.start, end: sentence.tokens[verb]?.end ?? stand.end };
  return { quantity: stand.quantity, sentence, kind: 'hold', actor: incumbentOf(draft.theatre), clause };
};

/** "Takhar has LOST eleven of its districts": what a land loses, its holder does. */
const lostByLand = ({ draft, stand, sentence }: Around): BareCount | null => {
  const { lexicon } = draft.theatre;
  if (!lexicon.has('losingWords', wordIn(sentence, stand.from - 1))) return null;
  const land = inSentence(draft.mentions, sentence.index).findLast(
    ({ to }) => to < stand.from && to >= stand.from - LOST,
  );
  if (land === undefined || land.type === 'actor') return null;
  const clause = { start: land.start, end: stand.end };
  return { quantity: stand.quantity, sentence, kind: 'loss', actor: incumbentOf(draft.theatre), clause };
};

/** How far before the number the land may stand. */
const LOST = 6;

/** "the monitors CREDIT THE REBELS WITH nine districts", "the map GIVES THEM nine": so many they have by that count. */
const credited = (around: Around): BareCount | null => {
  const { draft, stand, sentence } = around;
  const { lexicon } = draft.theatre;
  const actor = actorsIn(around).find(({ to }) => to === stand.from || to === stand.from - 1);
  if (actor === undefined) return null;
  const verb = lexicon.has('determiners', wordIn(sentence, actor.from - 1)) ? actor.from - 2 : actor.from - 1;
  const paper = [verb - 1, verb - 2].some((at) => lexicon.has('countingPapers', wordIn(sentence, at)));
  const gives = actor.to === stand.from && paper && lexicon.has('awardVerbs', wordIn(sentence, verb));
  const credits =
    lexicon.has('holdLinks', wordIn(sentence, actor.to)) && lexicon.has('creditVerbs', wordIn(sentence, verb));
  const side = gives || credits ? sideAt(draft, actor) : null;
  if (side === null) return null;
  const clause = { start: sentence.tokens[Math.max(0, verb)]?.start ?? actor.start, end: stand.end };
  return { quantity: stand.quantity, sentence, kind: 'hold', actor: side, clause };
};

/** A number of places that is rated or left over. */
export const ratedCount = (around: Around): BareCount | null =>
  around.draft.theatre.lexicon.has('placeUnits', around.stand.quantity.unit)
    ? (credited(around) ?? codedAs(around) ?? leftOver(around) ?? lostByLand(around))
    : null;
