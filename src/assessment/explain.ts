// One generated English sentence for each verdict, by the names of the theatre's sides and the speakers (design, "Why").
// Invariant: says only what the statements say; a side is named as the theatre names it, the code names none.
import {
  contestedWords,
  describeProof,
  doubtWords,
  heldBackWords,
  heldWords,
  isHeldBack,
  unlikelyWords,
} from './explain-doubt.ts';
import { campOf, type Ground } from './ground.ts';
import { dayFrom } from './statements.ts';
import { isHolding } from './verdict.ts';
import { does, listed, newest, sideName, speakerName } from './voice-names.ts';
import type { DayState } from './walk.ts';

const SAY = ['says', 'say'] as const;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** E13: nobody says who holds it; one side alone is said to be there. */
const presentIn = (ground: Ground, { verdict }: DayState): string => {
  const { holder, support } = verdict;
  const tellers = support.filter(({ says }) => says.what === 'inside').map((each) => speakerName(ground, each));
  return `Claimed by ${sideName(ground, holder)}: it was left, and of all others only ${sideName(ground, holder)} is said to be inside, by ${listed(tellers).names}.`;
};

const claimedBy = (ground: Ground, state: DayState): string => {
  const { verdict } = state;
  const holder = sideName(ground, verdict.holder);
  const first = verdict.support[0];
  const since = first === undefined ? '' : ` since ${dayFrom(first.day)}`;
  if (verdict.borrowed)
    return `Claimed by ${holder}: nobody speaks of this place itself; a claim about a place or a part beside it${since} is borrowed.`;
  const heldBack = isHeldBack(state) ? heldBackWords(state) : null;
  if (heldBack !== null) return `Claimed by ${holder}: ${heldBack}.`;
  if (!verdict.support.some(isHolding)) return presentIn(ground, state);
  const own = verdict.support.every(({ camp }) => camp === campOf(ground, verdict.holder ?? ''));
  const { names, one } = listed(verdict.support.map((each) => speakerName(ground, each)));
  const who = own ? 'its own side says' : `${names} ${one ? 'says' : 'say'}`;
  const others = listed(verdict.against.map((id) => sideName(ground, id)));
  const answer =
    verdict.opposed.length > 0
      ? 'it was denied, and neither was repeated lately'
      : verdict.against.length > 0
        ? `at another time ${others.names} ${others.one ? 'claims' : 'claim'} to have it`
        : 'nobody else has confirmed or denied it';
  return `Claimed by ${holder}: only ${who} so${since}; ${answer}.`;
};

const disputed = (ground: Ground, state: DayState): string => {
  const { support, opposed } = state.verdict;
  const heldBack = heldBackWords(state);
  const also = heldBack === null ? '' : `; ${heldBack}`;
  const a = newest(support);
  const b = newest(opposed);
  if (a === undefined || b === undefined) return 'Disputed: two sides say opposite things.';
  const hours = Math.round(Math.abs(a.said - b.said) / 3_600_000);
  const apart = hours === 0 ? 'at the same time' : `${hours} hour${hours === 1 ? '' : 's'} apart`;
  return `Disputed because ${does(speakerName(ground, a), ['gives', 'give'])} it to ${sideName(ground, a.says.side)} and ${does(speakerName(ground, b), SAY)} otherwise, ${apart}, about the same place${also}.`;
};

const contested = (ground: Ground, state: DayState): string => {
  const voice = newest(state.verdict.support);
  const teller = voice === undefined ? '' : `, by ${speakerName(ground, voice)}`;
  return `Contested because fighters of both sides are reported inside or each in a part${teller}${contestedWords(state)}.`;
};

const threatened = (ground: Ground, state: DayState): string => {
  const { holder, support, against } = state.verdict;
  const voice = newest(support);
  const siege = support.some(({ says }) => says.what === 'siege');
  const teller = voice === undefined ? 'somebody' : speakerName(ground, voice);
  const danger = siege ? 'it is surrounded' : 'it may fall';
  return `Threatened: ${sideName(ground, holder)} holds it${heldWords(state)}; ${does(teller, SAY)} ${danger}, to ${listed(against.map((id) => sideName(ground, id))).names}.`;
};

const undetermined = (ground: Ground, state: DayState): string => {
  const { verdict, view } = state;
  if (verdict.holder === 'none') {
    const voice = newest(verdict.support);
    const teller = voice === undefined ? 'It is said' : capital(does(speakerName(ground, voice), SAY));
    return `Undetermined: ${teller} that it was left or lost; nobody is said to have come.`;
  }
  const last = view.core.reduce<number | null>((day, one) => (day === null || one.until > day ? one.until : day), null);
  if (last === null) return 'Undetermined: nobody has spoken of it.';
  if (verdict.stale) return `Undetermined: the last word, ${dayFrom(last)}, is too old.`;
  const because = heldBackWords(state) ?? unlikelyWords(state) ?? 'what is said earns no status';
  return `Undetermined: ${because}; ${sideName(ground, verdict.holder)} had it before.`;
};

const confirmedFor = (ground: Ground, state: DayState): string => {
  const { holder, proof, opposed } = state.verdict;
  const how = proof === null ? 'it is proven' : describeProof(state, proof);
  const denied = listed(opposed.map((one) => speakerName(ground, one)));
  const over = opposed.length === 0 ? '' : `, over the denial by ${denied.names}`;
  return `Confirmed for ${sideName(ground, holder)} because ${how}${over}${doubtWords(state)}.`;
};

/** The verdict's reason: one sentence. */
export const explain = (state: DayState): string => {
  const { verdict, view } = state;
  const { ground } = view.prepared;
  switch (verdict.status) {
    case 'confirmed':
      return confirmedFor(ground, state);
    case 'claimed':
      return claimedBy(ground, state);
    case 'disputed':
      return disputed(ground, state);
    case 'contested':
      return contested(ground, state);
    case 'threatened':
      return threatened(ground, state);
    case 'undetermined':
      return undetermined(ground, state);
  }
};
