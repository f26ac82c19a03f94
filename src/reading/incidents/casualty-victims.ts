// Who the dead and the hurt are: fighters, or people who are none.
// Invariant: who stands behind the numbers decides; without numbers who stands in the stretch; null where nobody tells.
import type { Lexicon } from '../../model/lexicon.ts';
import type { Token } from '../marks.ts';
import { isIn, type SentenceView } from '../words/view-sentence.ts';
import type { Counted } from './count-people.ts';

export type Victims = 'combatants' | 'civilians' | null;

const victimsAmong = (tokens: readonly Token[], lexicon: Lexicon): Victims => {
  const has = (list: string) => tokens.some(({ word }) => lexicon.has(list, word));
  if (has('combatants')) return 'combatants';
  return has('civilianVictims') ? 'civilians' : null;
};

/** "two shopkeepers": people of a trade are no fighters. */
const isTrade = ({ tokens, lexicon, markAt }: SentenceView, { to }: Counted): boolean => {
  const at = [to, to + 1].find((i) => /^\p{Ll}{3,}s$/u.test(tokens[i]?.text ?? '') || markAt[i] !== undefined);
  return at !== undefined && markAt[at] === undefined && !lexicon.has('neutralVictims', tokens[at]?.word ?? '');
};

/** Words of "members of the same large family". */
const KIN = 6;

/** "14 members OF ONE FAMILY", "two members OF THE PROVINCIAL COUNCIL"; a council with a name of its own may be a party. */
const isKin = ({ tokens, lexicon }: SentenceView, { to }: Counted): boolean => {
  const behind = tokens.slice(to, to + KIN);
  const civil = ({ word, text }: Token): boolean =>
    lexicon.has('civilianVictims', word) || (lexicon.has('civilBodies', word) && word === text);
  return lexicon.has('partLinks', behind[1]?.word ?? '') && behind.some(civil);
};

interface Deaths {
  readonly stretch: readonly [number, number];
  readonly counted: ReadonlySet<Counted>;
  /** The words of who did it. */
  readonly doer: readonly [number, number] | null;
}

/** "71 bodies, nine OF THEM women": where the words begin that tell of a part; the end where none do. */
export const partFrom = (view: SentenceView, [from, to]: readonly [number, number]): number => {
  const part = view.tokens.findIndex(
    (_, at) =>
      at >= from &&
      (isIn(view, 'lossParts', at) || (isIn(view, 'partLinks', at) && isIn(view, 'memberPronouns', at + 1))),
  );
  return part < 0 ? to : Math.min(part, to);
};

/** Who stands behind the numbers ("12 people"), else who stands in the stretch, but for who did it. */
export const victimsIn = (view: SentenceView, { stretch: [from, to], counted, doer }: Deaths): Victims => {
  const behindNumbers = [...counted].flatMap((number) => view.tokens.slice(number.to - 1, number.to + 3));
  if ([...counted].some((number) => isKin(view, number))) return 'civilians';
  const told = victimsAmong(behindNumbers, view.lexicon);
  // Counted themselves; elsewhere in the sentence a doctor or a driver may be who tells it.
  const isCounted = behindNumbers.some(({ word }) => view.lexicon.has('civilianPersons', word));
  if (told === null && (isCounted || [...counted].some((number) => isTrade(view, number)))) return 'civilians';
  // "71 bodies, nine OF THEM women": a part does not say who all were.
  const end = partFrom(view, [from, to]);
  const rest = view.tokens
    .slice(from, end)
    .filter((_, i) => doer === null || from + i < doer[0] || from + i >= doer[1]);
  return told ?? victimsAmong(rest, view.lexicon);
};
