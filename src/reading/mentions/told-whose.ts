// Men told apart by the words beside them: "anti-rebel fighters", "unknown gunmen", "former soldiers".
// Invariant: asked only in a theatre with sides of its own; null where the words beside a noun say nothing of whose it is.
import type { SideId } from '../../model/actor.ts';
import type { Theatre } from '../../model/theatre.ts';
import type { ActorMark, Sentence, Token } from '../marks.ts';
import { numberOf } from '../words/numbers.ts';
import { isPlacesGuards } from './guards-of-place.ts';
import { type FoundPhrase, phraseAt } from './name-tree.ts';
import { nationWordAt } from './nation-words.ts';
import { challengerOf, incumbentOf, localForceOf, opponentOf } from './theatre-sides.ts';

/** Whose the men are; with `means` "civilian" they are no side's. */
interface Told {
  readonly side: SideId | null;
  readonly means: ActorMark['means'];
  readonly to: number;
}

interface Ground {
  readonly tokens: readonly Token[];
  readonly theatre: Theatre;
  readonly found: FoundPhrase;
  /** Where the noun ends, with those that go on with it. */
  readonly to: number;
}

type Rule = (ground: Ground) => Told | null;

const isIn = ({ tokens, theatre }: Ground, list: string, at: number): boolean =>
  theatre.lexicon.has(list, tokens[at]?.word ?? '');

const headOf = ({ tokens, to }: Ground): string => tokens[to - 1]?.word ?? '';

const nobody = ({ to }: Ground): Told => ({ side: null, means: 'civilian', to });

/** The third force, or nobody where the theatre has none. */
const risen = (ground: Ground, to: number = ground.to): Told => {
  const side = localForceOf(ground.theatre);
  return { side, means: side === null ? 'civilian' : 'name', to };
};

const isCommonNoun = ({ found: { value } }: Ground): boolean =>
  value.type === 'noun' || (value.type === 'side' && value.common);

const isGovernments = ({ found, theatre }: Ground): boolean =>
  found.value.type === 'side'
    ? found.value.side === incumbentOf(theatre)
    : found.value.type === 'noun' && found.value.means === 'government';

/** "men", "fighters", "militiamen": no army's, or anybody's. */
const isIrregular = (ground: Ground): boolean => {
  const { found, theatre } = ground;
  if (!isCommonNoun(ground)) return false;
  if (found.value.type === 'side') return [localForceOf(theatre), challengerOf(theatre)].includes(found.value.side);
  return found.value.type === 'noun' && ['non-state', 'forces', 'group'].includes(found.value.means);
};

/** Words from "of" to the firm: "of a coal mining". */
const FIRM = 4;

/** "guards OF A MINING COMPANY". */
const isFirms = (ground: Ground): boolean => {
  if (!isIn(ground, 'partLinks', ground.to)) return false;
  const { tokens, to } = ground;
  const words = tokens.slice(to + 1, to + 1 + FIRM).map((_, i) => to + 1 + i);
  const end = words.findIndex((at) => tokens[at]?.type === 'mark' || isIn(ground, 'prepositions', at));
  return (end < 0 ? words : words.slice(0, end)).some((at) => isIn(ground, 'firmNouns', at));
};

/** "unidentified gunmen", "a criminal gang", "private guards", "peacekeepers": men, and nobody's that fights here. */
const strangers: Rule = (ground) => {
  const { found, tokens } = ground;
  const words = tokens
    .slice(found.from, ground.to)
    .map(({ word }) => word)
    .join(' ');
  if (ground.theatre.lexicon.has('strangerNouns', words)) return nobody(ground);
  const near = [found.from - 1, found.from - 2].some(
    (at, i) => isIn(ground, 'strangerWords', at) && (i === 0 || !isIn(ground, 'prepositions', at + 1)),
  );
  const told = near || isIn(ground, 'strangerWords', found.from);
  const hired = isIn(ground, 'privateWords', found.from - 1) || isIn(ground, 'privateWords', found.from - 2);
  const neutral = isIn(ground, 'neutralWords', found.from - 1) && /^\p{Lu}/u.test(tokens[found.from - 1]?.text ?? '');
  if (hired || neutral || (isGovernments(ground) && isFirms(ground))) return nobody(ground);
  const parted =
    isIn(ground, 'breakawayWords', found.from - 1) ||
    (ground.to > found.to && isIn(ground, 'breakawayNouns', ground.to - 1));
  return (told && isIrregular(ground)) || (parted && !isGovernments(ground)) || isUnknownPeoples(ground)
    ? nobody(ground)
    : null;
};

/** "Chechen fighters", "Corvo gunmen": of a people or a band that the theatre does not know. */
const isUnknownPeoples = (ground: Ground): boolean => {
  const { tokens, theatre, found } = ground;
  const at = found.from - 1;
  const token = tokens[at];
  if (found.value.type !== 'noun' || found.value.means !== 'non-state' || !isIn(ground, 'plainFighters', ground.to - 1))
    return false;
  if (token === undefined || !/^\p{Lu}\p{Ll}/u.test(token.text) || phraseAt(theatre, tokens, at) !== null) return false;
  // "On Sunday gunmen captured A"
  if (isIn(ground, 'weekdays', at) || isIn(ground, 'months', at)) return false;
  if (theatre.gazetteer.touches(token.text) || numberOf([token.word], theatre.lexicon) !== null) return false;
  const known = theatre.actors.some(({ name, names }) =>
    [name, ...names].some((one) => one.split(' ').includes(token.text)),
  );
  const opens = at === 0 || tokens[at - 1]?.type === 'mark';
  const plain = opens && !isNationAdjective(ground, at) && (theatre.lexicon.listsOf(token.word)?.size ?? 0) > 0;
  return !known && !plain && !isIn(ground, 'communities', at);
};

const isNationAdjective = ({ tokens, theatre }: Ground, at: number): boolean =>
  nationWordAt(tokens, at, theatre.lexicon) !== null;

/** "former soldiers", "retired policemen" are people; "former mujahideen" are of those who rise. */
const bygone: Rule = (ground) => {
  const { found } = ground;
  const prefixed = ground.tokens[found.from - 1]?.word === '-' && isIn(ground, 'formerWords', found.from - 2);
  const former = prefixed || ['formerWords', 'idleWords'].some((list) => isIn(ground, list, found.from - 1));
  const veteran = former || isIn(ground, 'veteranWords', found.from - 1);
  if (!veteran || !isCommonNoun(ground)) return null;
  const head = headOf(ground);
  if (!former) return ground.theatre.lexicon.has('formerRisen', head) ? risen(ground) : null;
  // "the former governor's men"
  const owned = ground.tokens.slice(found.from, ground.to).some(({ word }) => word === "'s");
  if (owned && ground.theatre.lexicon.has('followerMen', head)) return risen(ground);
  if (isGovernments(ground) && isIn(ground, 'formerMen', ground.to)) return { ...nobody(ground), to: ground.to + 1 };
  if (isGovernments(ground) && ground.theatre.lexicon.has('formerMen', head)) return nobody(ground);
  return isIrregular(ground) && ground.theatre.lexicon.has('formerRisen', head) ? risen(ground) : null;
};

/** "anti-rebel militiamen", "an anti-rebel alliance": who is against a side, where its name follows the prefix. */
const against: Rule = (ground) => {
  const { found, tokens, theatre } = ground;
  const rebels = found.value.type === 'noun' && found.value.means === 'non-state' ? challengerOf(theatre) : null;
  const state = isGovernments(ground) ? incumbentOf(theatre) : null;
  const side = found.value.type === 'side' ? found.value.side : (rebels ?? state);
  const joined = tokens[found.from - 1]?.word === '-' && isIn(ground, 'againstPrefixes', found.from - 2);
  if (!joined || side === null) return null;
  const next = phraseAt(theatre, tokens, found.to)?.value;
  if (next?.type === 'side' && next.side !== side) return { side: next.side, means: 'name', to: ground.to };
  const states = next?.type === 'noun' && next.means === 'government';
  if (states || side !== challengerOf(theatre) || localForceOf(theatre) === null)
    return { side: opponentOf(side, theatre), means: 'name', to: ground.to };
  return risen(ground, isIn(ground, 'againstHeads', ground.to) ? ground.to + 1 : ground.to);
};

/** "government-backed militias", "rebel-allied fighters": whose the word before the hyphen names. */
const backed: Rule = (ground) => {
  const { found, tokens, theatre } = ground;
  const at = found.from - 1;
  if (!isIn(ground, 'backedWords', at) || tokens[at - 1]?.word !== '-' || !isIrregular(ground)) return null;
  const owner = phraseAt(theatre, tokens, at - 2)?.value;
  if (owner?.type === 'side' && [incumbentOf(theatre), challengerOf(theatre)].includes(owner.side))
    return { side: owner.side, means: 'name', to: ground.to };
  const states = (owner?.type === 'noun' && owner.means === 'government') || isIn(ground, 'stateNouns', at - 2);
  return states ? { side: incumbentOf(theatre), means: 'name', to: ground.to } : null;
};

/** "pro-government villagers", "pro-League tribesmen": for whom they are, they are. */
const inFavour: Rule = (ground) => {
  const { found, tokens, theatre } = ground;
  if (tokens[found.from - 1]?.word !== '-' || !isIn(ground, 'forPrefixes', found.from - 2)) return null;
  const next = phraseAt(theatre, tokens, found.to);
  const side = isGovernments(ground) ? incumbentOf(theatre) : found.value.type === 'side' ? found.value.side : null;
  if (side === null || next?.value.type !== 'noun') return null;
  return { side, means: 'name', to: Math.max(ground.to, next.to) };
};

/** Words from the noun to the foe's name. */
const FOE = 7;

/** "fighters OPPOSED TO the rebels", "groups FIGHTING the rebels". */
const foeBehind: Rule = (ground) => {
  const { tokens, theatre } = ground;
  if (!isIrregular(ground)) return null;
  let at = ground.to;
  let opposed = false;
  while (at < ground.to + FOE && (isIn(ground, 'foeWords', at) || isIn(ground, 'foeJoints', at))) {
    opposed ||= isIn(ground, 'foeWords', at);
    at++;
  }
  const foe = opposed ? phraseAt(theatre, tokens, at)?.value : undefined;
  return foe?.type === 'side' && foe.side === challengerOf(theatre) ? risen(ground) : null;
};

/** Words from "from" to the tribe. */
const TRIBE = 3;

/** "fighters FROM THE LOCAL TRIBES", "young men from the villages". */
const isOfTribes = (ground: Ground): boolean => {
  if (
    !isIn(ground, 'tribeLinks', ground.to) ||
    isIn(ground, 'neverRisen', ground.to - 1) !== isIn(ground, 'plainFighters', ground.to - 1)
  )
    return false;
  for (let at = ground.to + 1; at <= ground.to + 1 + TRIBE; at++) {
    if (isIn(ground, 'tribeNouns', at)) return true;
    if (ground.tokens[at]?.type !== 'word' || isIn(ground, 'prepositions', at)) return false;
  }
  return false;
};

/** "Shia fighters", "tribal forces", "a resistance force": of a people or a place, and no army's. */
const bornOfPeople: Rule = (ground) => {
  const { found } = ground;
  const people = ['communities', 'risenAdjectives'].some((list) => isIn(ground, list, found.from - 1));
  if (people && isIn(ground, 'tribesArmies', ground.to - 1)) return risen(ground);
  if (!isIrregular(ground) || !isIn(ground, 'peoplesMen', ground.to - 1)) return null;
  return people || isOfTribes(ground) ? risen(ground) : null;
};

/** "a group of local miners", "a force of some 200 villagers", in so many words. */
const PEOPLE = 4;

const ofPeople: Rule = (ground) => {
  const { found, tokens, theatre } = ground;
  const amount = isIn(ground, 'partNouns', found.from);
  const body =
    found.value.type === 'noun' &&
    (['group', 'forces'].includes(found.value.means) || (amount && found.value.means === 'civilian'));
  if (!body || !isIn(ground, 'partLinks', ground.to)) return null;
  for (let at = ground.to + 1; at <= ground.to + PEOPLE; at++) {
    const next = phraseAt(theatre, tokens, at);
    const local = isIn(ground, 'localFolk', at - 1) && isIn(ground, 'placesMen', at);
    if (next !== null && local) return risen(ground, next.to);
    if (next?.value.type === 'noun' && next.value.means === 'civilian')
      return { side: null, means: 'civilian', to: next.to };
    if (next !== null || tokens[at]?.type === 'mark' || isIn(ground, 'determiners', at)) return null;
  }
  return null;
};

/** "militias loyal to the League", "a militia of the army". */
const isOwned = (ground: Ground): boolean => {
  let at = ground.to;
  while (isIn(ground, 'ownerLinks', at) || (at > ground.to && isIn(ground, 'determiners', at))) at++;
  const owner = at === ground.to ? undefined : phraseAt(ground.theatre, ground.tokens, at)?.value;
  return owner?.type === 'side' || (owner?.type === 'noun' && owner.means !== 'civilian');
};

/** "a local militia", "home guards": where no third force is known they are nobody's; "the militia" is whose was spoken of. */
const bornOfPlace: Rule = (ground) => {
  const { found, tokens, theatre } = ground;
  if (localForceOf(theatre) !== null || !isCommonNoun(ground) || isOwned(ground)) return null;
  const words = tokens
    .slice(found.from, ground.to)
    .map(({ word }) => word)
    .join(' ')
    .replaceAll(" '", "'")
    .replaceAll(' - ', '-');
  const born = theatre.lexicon.list('risenForces').some((name) => words.endsWith(name));
  const plain = theatre.lexicon.has('militiaNouns', words) && !isIn(ground, 'definiteArticles', found.from - 1);
  return born || plain ? nobody(ground) : null;
};

/** "village guards", "the elders' guards", "the self-declared republic's police": of a place or a rising, and no state's. */
const guardsOfPlace: Rule = (ground) => {
  const { tokens, theatre, found, to } = ground;
  if (!isPlacesGuards(tokens, theatre, { from: found.from, to })) return null;
  return theatre.open ? { side: challengerOf(theatre), means: 'name', to } : risen(ground);
};

/** "a warlord's men", "the strongman's fighters", where no theatre has sides of its own. */
const warlords: Rule = (ground) => {
  const { tokens, found, theatre, to } = ground;
  const owned = tokens[found.from - 1]?.word === "'s" && isIn(ground, 'rebelOwners', found.from - 2);
  const side = (theatre.open ? null : localForceOf(theatre)) ?? challengerOf(theatre);
  return owned && isIrregular(ground) ? { side, means: 'name', to } : null;
};

const RULES: readonly Rule[] = [
  bygone,
  guardsOfPlace,
  against,
  inFavour,
  bornOfPeople,
  strangers,
  backed,
  foeBehind,
  ofPeople,
  bornOfPlace,
];

/** Without sides of its own, a theatre's men are told apart by compound-sides. */
const ANYWHERE: readonly Rule[] = [ofPeople, warlords, guardsOfPlace];

/** Whose men are by the words beside them; null where these do not tell. */
export const toldWhose = (
  sentence: Sentence,
  found: FoundPhrase,
  { to, theatre }: { to: number; theatre: Theatre },
) => {
  const ground = { tokens: sentence.tokens, theatre, found, to };
  for (const rule of theatre.open ? ANYWHERE : RULES) {
    const told = rule(ground);
    if (told !== null) return told;
  }
  return null;
};
