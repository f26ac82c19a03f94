// Counts with a word of state beside them: "seven are contested", "14 under siege", "contest another three", "in control of eight".
// Invariant: no verb's rule governs the count; who is not named is the holder where something is given up, his enemy where it is besieged.
import type { SideId } from '../../model/actor.ts';
import type { AggregateClaim } from '../../model/claim.ts';
import { sideAt } from '../actors/actor-meant.ts';
import { asideTo } from '../clauses/counted-things.ts';
import type { Draft } from '../marks.ts';
import { challengerOf, incumbentOf } from '../mentions/theatre-sides.ts';
import { lengthIn } from '../words/read-amounts.ts';
import { type Around, actorsIn, type BareCount, FIRST_RULES, LATER_RULES, wordIn } from './held-counts.ts';

const SIDELESS_REACH = 9;
const GIVEN_UP: readonly AggregateClaim['kind'][] = ['loss', 'withdrawal'];

const PRESSED: readonly AggregateClaim['kind'][] = ['siege', 'threat'];

/** Who is meant where the words name nobody: the holder gives up, his enemy besieges. */
export const sideOf = ({ theatre }: Draft, kind: AggregateClaim['kind']): SideId | null => {
  if (GIVEN_UP.includes(kind)) return incumbentOf(theatre);
  return PRESSED.includes(kind) ? challengerOf(theatre) : null;
};

/** "two are contested", "seven have changed hands": said of no side. */
const sideless = ({ draft, stand, sentence }: Around): BareCount | null => {
  const { lexicon } = draft.theatre;
  const behind = asideTo({ tokens: sentence.tokens, lexicon }, stand.to);
  for (const kind of ['clash', 'capture', 'recapture', 'loss', 'withdrawal', 'siege', 'threat'] as const)
    for (
      let at = PRESSED.includes(kind) ? behind : stand.from;
      at < Math.min(behind + SIDELESS_REACH, sentence.tokens.length);
      at += 1
    ) {
      const word = wordIn(sentence, at);
      const pair = `${word} ${wordIn(sentence, at + 1)}`;
      const list = `counted:${kind}`;
      const found = lexicon.has(list, pair) ? at + 2 : lexicon.has(list, word) ? at + 1 : 0;
      // 'the other 180 as "contested"'
      const wall =
        (sentence.tokens[at]?.type === 'mark' && !/^["“”]$/.test(word)) ||
        lexicon.has('goneOn', wordIn(sentence, found));
      if (at >= behind && wall) break;
      const clause = { start: stand.start, end: Math.max(stand.end, sentence.tokens[found - 1]?.end ?? 0) };
      const actor = sideOf(draft, kind);
      const denied =
        lexicon.has('negations', wordIn(sentence, at - 1)) || lexicon.has('negations', wordIn(sentence, at - 2));
      if (found > 0) return { quantity: stand.quantity, sentence, kind, actor, clause, denied };
    }
  return null;
};

/** "hold four towns and CONTEST another three": who fights for them is told, and both do. */
const contestedBefore = ({ draft, stand, sentence }: Around): BareCount | null => {
  if (!draft.theatre.lexicon.has('disputedWords', wordIn(sentence, stand.from - 1))) return null;
  const start = sentence.tokens[stand.from - 1]?.start ?? stand.start;
  return { quantity: stand.quantity, sentence, kind: 'clash', actor: null, clause: { start, end: stand.end } };
};

/** How many words "in control of" and its kind have at most. */
const CHARGE = 5;

/** "shows the rebels IN CONTROL OF eight towns": right behind who has them, without a verb. */
const inControlOf = ({ draft, stand, sentence }: Around): BareCount | null => {
  const words = { tokens: sentence.tokens, lexicon: draft.theatre.lexicon };
  for (let at = stand.from - CHARGE; at < stand.from; at += 1) {
    if (at < 1 || at + lengthIn(words, 'inChargeOf', at) !== stand.from) continue;
    const actor = actorsIn({ draft, sentence }).find(({ to }) => to === at);
    const side = actor === undefined ? null : sideAt(draft, actor);
    if (actor === undefined || side === null) return null;
    const clause = { start: actor.start, end: stand.end };
    return { quantity: stand.quantity, sentence, kind: 'hold', actor: side, clause };
  }
  return null;
};

const RULES = [contestedBefore, inControlOf, ...FIRST_RULES, sideless, ...LATER_RULES];

/** What is said of a number of places without a verb's rule: the first rule that fits. */
export const placeCount = (around: Around): BareCount | null => {
  if (!around.draft.theatre.lexicon.has('placeUnits', around.stand.quantity.unit)) return null;
  for (const rule of RULES) {
    const found = rule(around);
    if (found !== null) return found;
  }
  return null;
};
