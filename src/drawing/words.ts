// The sentences that say what the drawing shows: headline, verdict, counts. Form and words always agree.
// A side's name is the theatre's; nothing here knows whether it is one word or many, so no verb agrees with it.
import type { SideId } from '../model/actor.ts';
import type { Status } from '../model/control.ts';
import type { ControlCell } from './cell.ts';
import { count, ENGLISH, fill, type Words } from './language.ts';
import type { DrawnSide } from './sides.ts';

/** A theatre's sides by their ids, and the language in which they are spoken of. */
export interface SideNames {
  readonly words: Words;
  readonly get: (id: SideId) => DrawnSide | undefined;
}
export const nameSides = (sides: readonly DrawnSide[], words: Words = ENGLISH): SideNames => {
  const byId = new Map(sides.map((side) => [side.id, side]));
  return { words, get: (id) => byId.get(id) };
};

export const sideName = (id: SideId | null, sides: SideNames): string =>
  id === null ? sides.words.side.unknown : (sides.get(id)?.name ?? id);

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "the Taliban", "the government": a name that is only its class's word is written small. */
export const theSide = (id: SideId, sides: SideNames): string => {
  const name = sideName(id, sides);
  const side = name.toLowerCase() === sides.get(id)?.class ? name.toLowerCase() : name.replace(/^the /i, '');
  return fill(sides.words.side.the, { side }, sides.words);
};

const listed = (parts: readonly string[], { comma, and }: Words): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(comma)}${and}${parts.at(-1)}`;
const theSides = (ids: readonly SideId[], sides: SideNames): string =>
  listed(
    ids.map((id) => theSide(id, sides)),
    sides.words,
  );

const undetermined = (cell: Pick<ControlCell, 'holder' | 'flags'>, sides: SideNames): string => {
  const { verdict } = sides.words;
  if (cell.holder === 'none') return verdict.left;
  if (cell.holder === null) return verdict.undetermined;
  const sentence = cell.flags.includes('stale') ? verdict.lastWord : verdict.before;
  return fill(sentence, { side: theSide(cell.holder, sides) }, sides.words);
};

/** The verdict on one cell in a few words, e.g. "Government, threatened by the Taliban". */
export const verdictOf = (
  cell: Pick<ControlCell, 'holder' | 'against' | 'status' | 'flags'>,
  sides: SideNames,
): string => {
  const { words } = sides;
  const { verdict } = words;
  const holder = cell.holder === null || cell.holder === 'none' ? null : cell.holder;
  const both = holder === null ? cell.against : [holder, ...cell.against];
  const say = (sentence: string, of: readonly SideId[]): string =>
    fill(sentence, { side: capital(sideName(holder, sides)), sides: theSides(of, sides) }, words);
  switch (cell.status) {
    case 'confirmed':
      return say(verdict.confirmed, []);
    case 'claimed':
      return holder === null ? verdict.claimed : fill(verdict.claimedBy, { side: theSide(holder, sides) }, words);
    case 'disputed':
      return both.length === 0 ? verdict.disputed : say(verdict.disputedBetween, both);
    case 'contested':
      return both.length < 2 ? verdict.contested : say(verdict.contestedBy, both);
    case 'threatened':
      return say(cell.against.length === 0 ? verdict.threatened : verdict.threatenedBy, cell.against);
    case 'undetermined':
      return undetermined(cell, sides);
  }
};

export interface Tally {
  readonly side: SideId;
  readonly held: number;
  readonly claimed: number;
}

/** Cells that a side holds beyond its own word, and those that it only claims. */
export const tally = (cells: readonly Pick<ControlCell, 'holder' | 'status'>[], side: SideId): Tally => {
  const of = (...statuses: Status[]): number =>
    cells.filter((cell) => cell.holder === side && statuses.includes(cell.status)).length;
  return { side, held: of('confirmed', 'threatened'), claimed: of('claimed') };
};

export const places = (n: number, words: Words = ENGLISH): string => count(words.places, n, words);

/** The page's first sentence, in three parts so that the side's name can carry its colour. */
export const headlineOf = (counts: Tally, sides: SideNames): { before: string; side: string; after: string } => {
  const { words } = sides;
  const { held, claimed, heldAndClaimed } = words.headline;
  const sentence = counts.claimed === 0 ? held : counts.held === 0 ? claimed : heldAndClaimed;
  const [before = '', after = ''] = sentence.split('{side}');
  const values = { places: places(counts.held, words), n: counts.claimed };
  return { before: fill(before, values, words), side: theSide(counts.side, sides), after: fill(after, values, words) };
};

/** Whose gains the headline counts: the first belligerent challenger, else the first side. */
export const headlineSide = (sides: readonly DrawnSide[]): SideId | null =>
  (sides.find((side) => side.role === 'challenger' && side.belligerent) ?? sides[0])?.id ?? null;
