// One generated English sentence for each verdict, by the names of the theatre's sides and the speakers (design, "Why").
// Invariant: says only what the statements say; a side is named as the theatre names it, the code names none.
import type { SpeakerSide } from '../model/actor.ts';
import { campOf, type Ground, sideOf } from './ground.ts';
import { dayFrom, type Statement } from './statements.ts';
import type { Verdict } from './verdict.ts';
import type { DayState } from './walk.ts';

const sideName = (ground: Ground, id: SpeakerSide | 'none' | null): string => {
  if (id === null) return 'nobody';
  return sideOf(ground, id)?.name ?? id;
};

const VOICES: Readonly<Record<string, string>> = {
  outlet: 'the outlet in its own voice',
  anonymous: 'an unnamed source',
  unknown: 'an unnamed source',
  resident: 'residents',
  witness: 'witnesses',
};

const speakerName = (ground: Ground, { claim, evidence, side, party }: Statement): string => {
  const { speaker, voice } = claim.by;
  if (speaker !== null) return party ? `${speaker} (${sideName(ground, side)})` : speaker;
  if (party) return `${sideName(ground, side)}'s own outlet`;
  return voice.class === 'outlet' && evidence.report.outlet !== null
    ? evidence.report.outlet
    : (VOICES[voice.class] ?? 'a voice');
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
/** At most two names, and whether that is one: "A says", "A and B say". */
const listed = (all: readonly string[]): { names: string; one: boolean } => {
  const names = [...new Set(all)].slice(0, 2);
  return { names: names.join(' and '), one: names.length < 2 };
};
const newest = (statements: readonly Statement[]): Statement | undefined =>
  statements.findLast(({ implied }) => !implied) ?? statements.at(-1);

const admittedBy = (ground: Ground, { support, proof }: Verdict): string => {
  const admitted = support.filter(({ camp }) => camp === proof?.by);
  const named = admitted.filter(({ says }) => says.what === 'has');
  const voice = newest(named.length > 0 ? named : admitted.length > 0 ? admitted : support);
  if (voice === undefined) return 'the side that lost it says so';
  const speaker = speakerName(ground, voice);
  if (proof?.rule === 'S4') return `${speaker} speaks of a loss, of a retreat or of retaking it`;
  return `the side that lost it says so: ${speaker} reported it for ${dayFrom(voice.day)}`;
};

const describeProof = (ground: Ground, { verdict }: DayState): string => {
  const { rule, holder, support } = verdict;
  if (rule === 'S1' || rule === 'S4') return admittedBy(ground, verdict);
  const neutral = support.filter(({ party }) => !party);
  const thirds = neutral.filter(({ claim }) => claim.by.voice.class === 'third-party');
  const { names, one } = listed([...thirds, ...neutral].map((each) => speakerName(ground, each)));
  return rule === 'S3'
    ? `${sideName(ground, holder)} claims it and ${names} ${one ? 'agrees' : 'agree'}`
    : `${names}, independent of each other, say so`;
};

const claimedBy = (ground: Ground, { verdict }: DayState): string => {
  const holder = sideName(ground, verdict.holder);
  const first = verdict.support[0];
  const since = first === undefined ? '' : ` since ${dayFrom(first.day)}`;
  if (verdict.borrowed)
    return `Claimed by ${holder}: nobody speaks of this place itself; a claim about a place or a part beside it${since} is borrowed.`;
  const own = verdict.support.every(({ camp }) => camp === campOf(ground, verdict.holder ?? ''));
  const { names, one } = listed(verdict.support.map((each) => speakerName(ground, each)));
  const who = own ? 'its own side says' : `${names} ${one ? 'says' : 'say'}`;
  const answer =
    verdict.opposed.length > 0
      ? 'it was denied, and neither was repeated lately'
      : 'nobody else has confirmed or denied it';
  return `Claimed by ${holder}: only ${who} so${since}; ${answer}.`;
};

const disputed = (ground: Ground, { support, opposed }: Verdict): string => {
  const a = newest(support);
  const b = newest(opposed);
  if (a === undefined || b === undefined) return 'Disputed: two sides say opposite things.';
  const hours = Math.round(Math.abs(a.said - b.said) / 3_600_000);
  const apart = hours === 0 ? 'at the same time' : `${hours} hours apart`;
  return `Disputed because ${speakerName(ground, a)} gives it to ${sideName(ground, a.says.side)} and ${speakerName(ground, b)} says otherwise, ${apart}, about the same place.`;
};

const contested = (ground: Ground, { support }: Verdict): string => {
  const voice = newest(support);
  const teller = voice === undefined ? '' : `, by ${speakerName(ground, voice)}`;
  return `Contested because fighters of both sides are reported inside or each in a part${teller}.`;
};

const threatened = (ground: Ground, { holder, support, against }: Verdict): string => {
  const voice = newest(support);
  const siege = support.some(({ says }) => says.what === 'siege');
  const teller = voice === undefined ? 'somebody' : speakerName(ground, voice);
  const danger = siege ? 'it is surrounded' : 'it may fall';
  return `Threatened: ${sideName(ground, holder)} holds it; ${teller} says ${danger}, to ${listed(against.map((id) => sideName(ground, id))).names}.`;
};

const undetermined = (ground: Ground, state: DayState): string => {
  const { verdict, view } = state;
  if (verdict.holder === 'none') {
    const voice = newest(verdict.support);
    const teller = voice === undefined ? 'It is said' : `${capital(speakerName(ground, voice))} says`;
    return `Undetermined: ${teller} that it was left or lost; nobody is said to have come.`;
  }
  const last = view.core.reduce<number | null>((day, one) => (day === null || one.until > day ? one.until : day), null);
  if (last === null) return 'Undetermined: nobody has spoken of it.';
  if (verdict.stale) return `Undetermined: the last word, ${dayFrom(last)}, is too old.`;
  return `Undetermined: what is said earns no status; ${sideName(ground, verdict.holder)} had it before.`;
};

/** The verdict's reason: one sentence. */
export const explain = (state: DayState): string => {
  const { verdict, view } = state;
  const { ground } = view.prepared;
  switch (verdict.status) {
    case 'confirmed':
      return `Confirmed for ${sideName(ground, verdict.holder)} because ${describeProof(ground, state)}.`;
    case 'claimed':
      return claimedBy(ground, state);
    case 'disputed':
      return disputed(ground, verdict);
    case 'contested':
      return contested(ground, verdict);
    case 'threatened':
      return threatened(ground, verdict);
    case 'undetermined':
      return undetermined(ground, state);
  }
};
