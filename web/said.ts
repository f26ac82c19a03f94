// Who said it, on which side, for which day, where it stood: the words beside a quote.
import type { SideNumber } from '../src/drawing/palette.ts';
import { dayWords, sideName } from '../src/drawing/words.ts';
import type { When } from '../src/model/time.ts';
import type { ClaimAnswer } from './answers.ts';
import type { World } from './world.ts';

/** "23 June 2021", "about 23 June 2021", "on or before …", "between … and …" */
export const whenWords = ({ earliest, latest, precision }: When): string => {
  if (earliest === null && latest === null) return 'day unknown';
  if (earliest === null) return `on or before ${latest === null ? '' : dayWords(latest)}`;
  if (latest === null) return `on or after ${dayWords(earliest)}`;
  if (earliest !== latest) return `between ${dayWords(earliest)} and ${dayWords(latest)}`;
  if (precision === 'about') return `about ${dayWords(earliest)}`;
  return precision === 'week' || precision === 'month'
    ? `the ${precision} of ${dayWords(earliest)}`
    : dayWords(earliest);
};

const VOICES: Readonly<Record<string, string>> = {
  local: 'local people',
  international: 'outsiders',
  outlet: 'the outlet in its own voice',
  unknown: 'side unknown',
};

export const sideWords = (sides: readonly string[], world: World): string =>
  sides.map((side) => VOICES[side] ?? `${sideName(side, world.sides)} side`).join(', ') || 'side unknown';

/** The number of the colour for a speaker, null for voices that stand on no side. */
export const sideNumberOf = (sides: readonly string[], world: World): SideNumber | null => {
  const [only, ...others] = sides;
  return only === undefined || others.length > 0 ? null : (world.numbers.get(only) ?? null);
};

export const speakerWords = (claim: ClaimAnswer): { name: string; role: string | null } => {
  if (claim.speaker !== null) return { name: claim.speaker, role: claim.role };
  if (claim.role !== null) return { name: claim.role.charAt(0).toUpperCase() + claim.role.slice(1), role: 'not named' };
  if (claim.sides.includes('outlet')) return { name: claim.report.outlet ?? 'The report', role: null };
  return { name: 'Not said by whom', role: null };
};

const MOODS: Readonly<Record<string, string>> = { possible: 'may come', planned: 'planned', reported: 'rumour' };

/** "denies capture by the … · for 23 June 2021 (implied)" in the reading guide's words. */
export const propositionWords = (claim: ClaimAnswer, world: World): string => {
  const actor = claim.actor === null ? '' : ` by ${sideName(claim.actor, world.sides)}`;
  const mood = MOODS[claim.modality] === undefined ? '' : ` (${MOODS[claim.modality]})`;
  const implied = claim.when.basis === 'implied' ? ', the day implied' : '';
  return `${claim.polarity === 'denied' ? 'denies ' : ''}${claim.kind}${actor}${mood}, for ${whenWords(claim.when)}${implied}`;
};

export const outletWords = (claim: ClaimAnswer): string => {
  const via = claim.via === null || claim.via === claim.report.outlet ? '' : `, via ${claim.via}`;
  const relayed = claim.relayedBy === null ? '' : `, told by ${claim.relayedBy}`;
  return `${claim.report.outlet ?? 'outlet unknown'}, ${whenWords(claim.report.published)}${via}${relayed}`;
};
