// Who the dead and the hurt are: fighters, or people who are none.
// Invariant: who stands behind the numbers decides; without numbers who stands in the stretch; null where nobody tells.
import type { Lexicon } from '../model/lexicon.ts';
import type { Counted } from './count-people.ts';
import type { Token } from './marks.ts';
import type { SentenceView } from './view-sentence.ts';

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

/** Who stands behind the numbers ("12 people"), else who stands in the stretch. */
export const victimsIn = (
  view: SentenceView,
  [from, to]: readonly [number, number],
  counted: Iterable<Counted>,
): Victims => {
  const behindNumbers = [...counted].flatMap((number) => view.tokens.slice(number.to - 1, number.to + 3));
  const told = victimsAmong(behindNumbers, view.lexicon);
  // Counted themselves; elsewhere in the sentence a doctor or a driver may be who tells it.
  const isCounted = behindNumbers.some(({ word }) => view.lexicon.has('civilianPersons', word));
  if (told === null && (isCounted || [...counted].some((number) => isTrade(view, number)))) return 'civilians';
  return told ?? victimsAmong(view.tokens.slice(from, to), view.lexicon);
};
