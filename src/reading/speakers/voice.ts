// How a speaker counts: class, on the record or not, with a stake or not (control-method E2, E3, E8, S1).
// Works on words and sides alone, so that rules and gold are weighed alike; assessment never sees the words.
import type { SpeakerSide } from '../../model/actor.ts';
import type { Voice, VoiceClass } from '../../model/claim.ts';
import type { Theatre } from '../../model/theatre.ts';
import type { OfficeClass } from '../mentions/find-offices.ts';
import { findOffices } from '../mentions/find-offices.ts';
import { hasPhrase } from '../mentions/find-phrases.ts';
import { namesForeigner } from './speaker-sides.ts';

export interface Spoken {
  /** As named in the report; null for the outlet's own voice. */
  readonly speaker: string | null;
  readonly role: string | null;
  readonly sides: readonly SpeakerSide[];
}

const sideIn = (id: SpeakerSide, theatre: Theatre) => theatre.sides.find((side) => side.id === id) ?? null;

const isParty = (id: SpeakerSide, theatre: Theatre): boolean => {
  const side = sideIn(id, theatre);
  return side !== null && (side.belligerent || side.alliedWith !== null);
};

/** The highest office counts: a captain who is the police chief speaks as the police. */
const OFFICE_ORDER: readonly OfficeClass[] = ['witness', 'ministry', 'local-official', 'commander', 'spokesman'];

const officeClass = (words: string, theatre: Theatre): VoiceClass => {
  const found = findOffices(words, theatre).map((office) => office.class);
  return OFFICE_ORDER.find((name) => found.includes(name)) ?? 'spokesman';
};

const classOf = (words: string, { speaker, sides }: Spoken, theatre: Theatre): VoiceClass => {
  const party = sides.some((id) => isParty(id, theatre));
  if (speaker === null && !party) return sides.includes('outlet') || sides.length === 0 ? 'outlet' : 'unknown';
  if (hasPhrase(words, theatre.lexicon.list('anonymousVoices'))) return 'anonymous';
  if (party) return officeClass(words, theatre);
  if (sides.includes('international') || sides.some((id) => sideIn(id, theatre) !== null)) return 'third-party';
  if (sides.includes('local')) return hasPhrase(words, theatre.lexicon.list('office:witness')) ? 'witness' : 'resident';
  return sides.includes('outlet') ? 'outlet' : 'unknown';
};

const STATE: readonly OfficeClass[] = ['ministry', 'local-official', 'commander'];

/** A party has a stake; so has a neighbour state's officer, whose border it is; an alliance or a relief body has none. */
const hasStake = (words: string, { sides }: Spoken, theatre: Theatre): boolean => {
  if (sides.some((id) => sideIn(id, theatre) !== null)) return true;
  if (!sides.includes('international')) return false;
  const offices = findOffices(words, theatre).map((office) => office.class);
  return (
    !offices.includes('third-party') && (offices.some((name) => STATE.includes(name)) || namesForeigner(words, theatre))
  );
};

const NOBODY_ON_RECORD: readonly VoiceClass[] = ['anonymous', 'unknown', 'outlet'];

/** An official quoted by office is on the record; a "source", and one who asks not to be named, is not (S1). */
export const voiceOf = (spoken: Spoken, theatre: Theatre): Voice => {
  const words = [spoken.speaker, spoken.role].filter((part) => part !== null).join(', ');
  const voice = classOf(words, spoken, theatre);
  return { class: voice, onRecord: !NOBODY_ON_RECORD.includes(voice), stake: hasStake(words, spoken, theatre) };
};
