// Numbers that count no places: troops where they leave a country, and what is not control: people who fled, the sick.
// Invariant: troops in a fight are an incident's; people and the sick have the kind `not-control` (judgement call 11).
import { hasPhrase } from './find-phrases.ts';
import { type Around, actorsIn, type BareCount, wordIn } from './held-counts.ts';
import type { ActorMark } from './marks.ts';
import { sideAt } from './resolve-actors.ts';

const LEAVING_REACH = 8;

const leaves = ({ draft }: Around, word: string): boolean =>
  (draft.theatre.lexicon.verbs.get(word) ?? []).some(({ lemma }) => draft.theatre.lexicon.has('leavingVerbs', lemma));

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
const isGuest = ({ draft, stand }: Around, actor: ActorMark | undefined): boolean => {
  const side = draft.theatre.sides.find(({ id }) => id === (actor && sideAt(draft, actor)));
  const foreign = draft.theatre.lexicon.list('foreignWords').some((word) =>
    stand.text
      .toLowerCase()
      .split(/[^a-z]+/)
      .includes(word),
  );
  return foreign || (side !== undefined && side.role === 'other');
};

/** "has started to withdraw its remaining 2,500 troops", "About 7,000 foreign soldiers are to leave". */
export const leavingCount = (around: Around): BareCount | null => {
  const { draft, stand, sentence } = around;
  if (stand.quantity.unit !== 'troops') return null;
  const before = leavingBefore(around);
  const verb = before >= 0 ? before : leavingBehind(around);
  if (verb < 0) return null;
  const actors = actorsIn(around);
  const actor =
    before >= 0
      ? actors.findLast(({ to }) => to <= before)
      : actors.find(({ from, side }) => from >= stand.from && from < verb && side !== null);
  if (!isGuest(around, actor)) return null;
  const end = Math.max(stand.end, sentence.tokens[verb]?.end ?? 0);
  return {
    ...{ quantity: stand.quantity, sentence, kind: 'withdrawal' },
    actor: actor === undefined ? null : sideAt(draft, actor),
    clause: { start: Math.min(stand.start, before >= 0 ? (actor?.start ?? stand.start) : stand.start), end },
    modality: isPlanned(around) ? 'planned' : 'actual',
  };
};

const isPlanned = ({ draft, sentence }: Around): boolean =>
  sentence.tokens.some(({ word }) => draft.theatre.lexicon.has('plannedWords', word));

/** People who fled are counted too, but it says nothing of control. */
export const displacedCount = ({ draft, stand, sentence }: Around): BareCount | null => {
  const { lexicon } = draft.theatre;
  const text = draft.report.text.slice(sentence.start, sentence.end);
  const fled = hasPhrase(text, lexicon.list('incident:displacement|')) || hasPhrase(text, lexicon.list('fledWords'));
  if (!fled || !lexicon.has('displacedUnits', stand.quantity.unit)) return null;
  return { quantity: stand.quantity, sentence, kind: 'not-control', actor: null, clause: sentence };
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
  return { quantity, sentence, kind: 'not-control', actor: null, clause: sentence };
};
