// Counts of a table in prose: "we code 148 AS controlled by the rebels, 84 as held by the army", "two are LEFT, of nineteen".
// Invariant: what is said of the number stands right behind it; who is rated as holding is named, or it is the holder before.
import { sideAt } from './actor-meant.ts';
import { type Around, actorsIn, type BareCount, wordIn } from './held-counts.ts';
import { kindBetween } from './number-of.ts';
import { incumbentOf } from './theatre-sides.ts';

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
  const end = actor?.to ?? last;
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

/** A number of places that is rated or left over. */
export const ratedCount = (around: Around): BareCount | null =>
  around.draft.theatre.lexicon.has('placeUnits', around.stand.quantity.unit)
    ? (codedAs(around) ?? leftOver(around))
    : null;
