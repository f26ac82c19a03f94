// Whose "Northlander-led forces", "army-backed militia" and "pro-Norland fighters" are: the word before the hyphen tells.
// Invariant: asked only in the theatre `open`; null where the compound changes nothing.
import type { Side } from '../../model/actor.ts';
import type { Theatre } from '../../model/theatre.ts';
import type { Token } from '../marks.ts';
import { type FoundPhrase, phraseAt } from './name-tree.ts';
import { nationWordAt } from './nation-words.ts';

interface Ground {
  readonly tokens: readonly Token[];
  readonly theatre: Theatre;
}

const isIn = ({ tokens, theatre }: Ground, list: string, at: number): boolean =>
  theatre.lexicon.has(list, tokens[at]?.word ?? '');

const isHyphenAt = ({ tokens }: Ground, at: number): boolean => tokens[at]?.word === '-';

/** Where the compound's last word stands before a noun: right before it, or over one adjective ("X-backed regional forces"). */
const compoundBefore = (ground: Ground, from: number): number =>
  [from - 1, from - 2].find((at) => isIn(ground, 'backedWords', at) && isHyphenAt(ground, at - 1)) ?? -1;

/** The class of side that a word before a hyphen is of. */
const classOf = (ground: Ground, at: number): Side['class'] | null => {
  const { tokens, theatre } = ground;
  if (isIn(ground, 'office:third-party', at)) return 'foreign';
  const found = phraseAt(theatre, tokens, at)?.value;
  if (found?.type === 'side' && !found.nation) return theatre.sides.find(({ id }) => id === found.side)?.class ?? null;
  if (found?.type === 'noun')
    return ['government', 'non-state'].includes(found.means) ? (found.means as Side['class']) : null;
  const nation = nationWordAt(tokens, at, theatre.lexicon);
  const text = tokens
    .slice(at, nation?.to ?? at + 1)
    .map((token) => token.text)
    .join(' ');
  const own = theatre.sides.find(({ names }) => names.includes(text))?.class;
  if (own !== undefined) return own;
  if (nation !== null) return 'foreign';
  return /^\p{Lu}/u.test(text) ? 'non-state' : null;
};

/** "led by Norland" is Norland's; "backed by Norland" is somebody else, except where the state itself backs. */
const classLed = (owner: Side['class'] | null, led: boolean): Side['class'] | null =>
  owner === 'foreign' && !led ? 'non-state' : owner;

/** The class of side that the compound before the noun at `from` gives it, or null. */
export const compoundClass = (found: FoundPhrase, { tokens, theatre }: Ground): Side['class'] | null => {
  const ground = { tokens, theatre };
  const { from, value } = found;
  const compound = compoundBefore(ground, from);
  const means = value.type === 'noun' ? value.means : null;
  // "the ETHNIC Ordish army": a people's own, and not the state's.
  const peoples = [from - 1, from - 2].some((at) => isIn(ground, 'ethnicWords', at));
  if (peoples && (means === 'government' || means === 'forces')) return 'non-state';
  if (compound >= 0) {
    const led = isIn(ground, 'ledWords', compound);
    if (means === null || (means === 'government' && !led) || isIn(ground, 'stateNouns', found.to - 1)) return null;
    return classLed(classOf(ground, compound - 2), led);
  }
  if (!isHyphenAt(ground, from - 1)) return null;
  const state = classOf(ground, from);
  if (isIn(ground, 'againstPrefixes', from - 2)) return state === 'non-state' ? 'government' : 'non-state';
  return isIn(ground, 'forPrefixes', from - 2) ? classLed(state, false) : null;
};
