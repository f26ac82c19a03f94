// Sides and speakers by the names that a reason prints: as the theatre and the reports have them, never ids where a name is known.
import type { SpeakerSide } from '../model/actor.ts';
import { type Ground, sideOf } from './ground.ts';
import type { Statement } from './statements.ts';

export const sideName = (ground: Ground, id: SpeakerSide | 'none' | null): string => {
  if (id === null || id === 'none') return 'nobody';
  return sideOf(ground, id)?.name ?? id;
};

const VOICES: Readonly<Record<string, string>> = {
  outlet: 'the outlet in its own voice',
  anonymous: 'an unnamed source',
  unknown: 'an unnamed source',
  resident: 'residents',
  witness: 'witnesses',
};

export const speakerName = (ground: Ground, { claim, evidence, side, party }: Statement): string => {
  const { speaker, voice } = claim.by;
  if (speaker !== null) return party ? `${speaker} (${sideName(ground, side)})` : speaker;
  if (party) return `${sideName(ground, side)}'s own outlet`;
  return voice.class === 'outlet' && evidence.report.outlet !== null
    ? evidence.report.outlet
    : (VOICES[voice.class] ?? 'a voice');
};

/** "residents", "the observers", "a few elders (Blue)", "police": a common noun that stands for many. */
const isMany = (name: string): boolean => /(^|\s)(police|[a-z][\w-]*[^s\W]s)$/.test(name.replace(/ \([^)]*\)$/, ''));

/** "A says", "residents say". */
export const does = (name: string, [one, many]: readonly [string, string]): string =>
  `${name} ${isMany(name) ? many : one}`;

/** At most two names, and whether that is one: "A says", "A and B say". */
export const listed = (all: readonly string[]): { names: string; one: boolean } => {
  const names = [...new Set(all)].slice(0, 2);
  return { names: names.join(' and '), one: names.length < 2 && !names.some(isMany) };
};

/** The newest that somebody said himself; what is only entailed stands in for it where there is nothing else. */
export const newest = (statements: readonly Statement[]): Statement | undefined =>
  statements.findLast(({ implied }) => !implied) ?? statements.at(-1);
