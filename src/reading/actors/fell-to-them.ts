// "Soldiers fled A. B had fallen to THEM too.", "A fell to them, a rebel spokesman said": who takes a place that falls.
// Invariant: asked only where "them" would be the holder's own; who has just lost or left a place is not whom the next one falls to.
import type { SideId } from '../../model/actor.ts';
import type { Draft, Predicate } from '../marks.ts';
import { isIncumbent, opponentOf } from '../mentions/theatre-sides.ts';
import { sideAt, speakerSideAt } from './actor-meant.ts';
import { GOING } from './doer-before.ts';

/** The side of "them", or null where the words leave it as it is. */
export const fellToThem = (draft: Draft, { kind, doer, sentence, start }: Predicate): SideId | null => {
  const { theatre, predicates } = draft;
  const them =
    doer?.pronoun === true && doer.start > start && theatre.lexicon.has('objectPlurals', doer.text.toLowerCase());
  if (kind !== 'capture' || !them) return null;
  const said = sideAt(draft, doer);
  if (said === null || !isIncumbent(said, theatre)) return null;
  const speaker = speakerSideAt(draft, start);
  if (speaker !== null && !isIncumbent(speaker, theatre)) return speaker;
  const last = predicates.findLast((one) => one.start < start && one.dropped === null && one.sentence >= sentence - 1);
  const lost = last !== undefined && GOING.includes(last.kind) && last.polarity === 'affirmed';
  const loser = lost ? (sideAt(draft, last.doer) ?? said) : null;
  return loser === said ? opponentOf(said, theatre) : null;
};
