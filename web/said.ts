// Who said it, on which side, for which day, where it stood: the words beside a quote.
import type { SideNumber } from '../src/drawing/palette.ts';
import { capital, sideName } from '../src/drawing/words.ts';
import type { When } from '../src/model/time.ts';
import type { ClaimAnswer } from './answers.ts';
import { dayWords, say, words } from './words.ts';
import type { World } from './world.ts';

/** "23 June 2021", "about 23 June 2021", "on or before …", "between … and …" */
export const whenWords = ({ earliest, latest, precision }: When): string => {
  const { dates } = words();
  if (earliest === null) return latest === null ? dates.unknown : say(dates.onOrBefore, { day: dayWords(latest) });
  const day = dayWords(earliest);
  if (latest === null) return say(dates.onOrAfter, { day });
  if (earliest !== latest) return say(dates.between, { from: day, until: dayWords(latest) });
  if (precision === 'about') return say(dates.about, { day });
  if (precision === 'week') return say(dates.weekOf, { day });
  return precision === 'month' ? say(dates.monthOf, { day }) : day;
};

const voiceWords = (voice: string): string | null => {
  const { local, international, outlet, sideUnknown } = words().side;
  const voices: Readonly<Record<string, string>> = { local, international, outlet, unknown: sideUnknown };
  return voices[voice] ?? null;
};

export const sideWords = (sides: readonly string[], world: World): string => {
  const { comma, side: of } = words();
  const each = (side: string): string => voiceWords(side) ?? say(of.ofSide, { side: sideName(side, world.sides) });
  return sides.map(each).join(comma) || of.sideUnknown;
};

/** The number of the colour for a speaker, null for voices that stand on no side. */
export const sideNumberOf = (sides: readonly string[], world: World): SideNumber | null => {
  const [only, ...others] = sides;
  return only === undefined || others.length > 0 ? null : (world.numbers.get(only) ?? null);
};

export const speakerWords = (claim: ClaimAnswer): { name: string; role: string | null } => {
  const { evidence } = words();
  if (claim.speaker !== null) return { name: claim.speaker, role: claim.role };
  if (claim.role !== null) return { name: capital(claim.role), role: evidence.roleNotNamed };
  if (claim.sides.includes('outlet')) return { name: claim.report.outlet ?? evidence.theReport, role: null };
  return { name: evidence.byNobody, role: null };
};

const moodWords = ({ modality }: Pick<ClaimAnswer, 'modality'>): string =>
  modality === 'actual' ? '' : ` (${words().evidence[modality]})`;

type Proposition = Pick<ClaimAnswer, 'kind' | 'actor' | 'polarity' | 'modality' | 'when'>;

/** "denies capture by the … · for 23 June 2021 (implied)" in the reading guide's words. */
export const propositionWords = (claim: Proposition, world: World): string => {
  const { evidence, claim: kinds } = words();
  const proposition = say(evidence.proposition, {
    kind: kinds[claim.kind],
    actor: claim.actor === null ? '' : say(evidence.by, { side: sideName(claim.actor, world.sides) }),
    mood: moodWords(claim),
    day: whenWords(claim.when),
    implied: claim.when.basis === 'implied' ? evidence.implied : '',
  });
  return claim.polarity === 'denied' ? say(evidence.denies, { proposition }) : proposition;
};

export const outletWords = (claim: ClaimAnswer): string => {
  const { evidence } = words();
  const { outlet, published } = claim.report;
  return say(evidence.source, {
    outlet: outlet ?? evidence.outletUnknown,
    day: whenWords(published),
    via: claim.via === null || claim.via === outlet ? '' : say(evidence.via, { via: claim.via }),
    relayed: claim.relayedBy === null ? '' : say(evidence.relayed, { who: claim.relayedBy }),
  });
};
