// One change as a sentence, from the two verdicts alone: the words are those of the map.
import { capital, nameSides, verdictOf } from '../drawing/words.ts';
import type { Scope } from '../model/claim.ts';
import type { Assessment } from '../model/control.ts';
import type { Theatre } from '../model/theatre.ts';
import type { Change } from '../whoholds.ts';

type Verdict = Pick<Assessment, 'holder' | 'status' | 'against' | 'flags'>;

export interface Turn {
  readonly place: string;
  readonly scope: Scope;
  readonly before: Verdict | null;
  readonly after: Verdict;
}

/** "Ashford (crossing)": the district itself needs no word. */
const nameOf = ({ place, scope }: Turn, theatre: Theatre): string => {
  const name = theatre.gazetteer.get(place)?.name ?? place;
  return scope === 'district' || scope === 'centre' ? name : `${name} (${scope})`;
};

/** "Ashford: claimed by the Red League; before: Blue Guard, confirmed." */
export const turnSentence = (turn: Turn, theatre: Theatre): string => {
  const sides = nameSides(theatre.sides);
  const { before, after } = turn;
  const was = before === null ? 'nobody had spoken of it' : verdictOf(before, sides);
  return `${nameOf(turn, theatre)}: ${capital(verdictOf(after, sides))}; before: ${was}.`;
};

const verdictIn = (change: Change, at: 'from' | 'to'): Verdict | null => {
  const period = change[at];
  if (period === null) return null;
  const { holder, status } = period;
  return { holder, status, against: change.against[at], flags: change.flags[at] };
};

export const changeSentence = (change: Change, theatre: Theatre): string => {
  const { place, scope } = change.cell;
  const after = verdictIn(change, 'to');
  if (after === null) throw new Error('A change has a period that it leads to.');
  return turnSentence({ place, scope, before: verdictIn(change, 'from'), after }, theatre);
};
