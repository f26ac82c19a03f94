// A statement that its speaker signs, and an outlet that is a party's own: over all words that have no frame of their own.
import type { Attribution } from '../model/claim.ts';
import type { Draft, Frame } from './marks.ts';
import { sidesOfSpeaker } from './speaker-sides.ts';
import { splitSpeaker } from './split-speaker.ts';
import { voiceOf } from './voice.ts';

/** A signature stands among the last lines and is short. */
const LAST_LINES = 3;
const SHORT = 70;
/** A letterhead has few words. */
const LETTERHEAD = 8;

/** Who signed, on the side that the office gives, else on that of the letterhead. */
const signed = (draft: Draft, words: string, own: Attribution | null): Attribution | null => {
  const { theatre, report } = draft;
  const { speaker, role } = splitSpeaker(words, theatre);
  const named = sidesOfSpeaker(words, theatre, report.published.latest).sides;
  const sides = named.some((id) => theatre.sides.some((side) => side.id === id)) ? named : own?.sides;
  if (sides === undefined) return null;
  const voice = voiceOf({ speaker, role, sides }, theatre);
  return { speaker, role, voice, sides, via: null, relayedBy: null, frame: null };
};

const signatureLine = (draft: Draft): string | null => {
  const { sentences, report, theatre } = draft;
  for (const sentence of sentences.slice(-LAST_LINES)) {
    const leads = theatre.lexicon.list('signatureLeads').join('|');
    const line = report.text.slice(sentence.start, sentence.end);
    const text = line.replace(new RegExp(`^(?:${leads}),?s*`, 'iu'), '');
    const name = sentence.tokens.filter((token) => /^\p{Lu}/u.test(token.text)).length >= 2;
    const office = theatre.lexicon.list('signatureWords').some((word) => text.toLowerCase().includes(word));
    if (text.length <= SHORT && name && office && !/[.!?]$/.test(text)) return text.replace(/[\s,]+$/, '');
  }
  return null;
};

const ownVoice = (draft: Draft): Attribution | null => {
  const { theatre, report } = draft;
  const own = (report.outlet ?? '').toLowerCase();
  const outlet = theatre.outlets.find(({ name, names }) => [name, ...names].some((one) => one.toLowerCase() === own));
  const side = outlet?.affiliation ?? null;
  if (side === null || !theatre.sides.some(({ id, belligerent }) => id === side && belligerent)) return null;
  const spoken = { speaker: null, role: null, sides: [side] };
  return { ...spoken, voice: voiceOf(spoken, theatre), via: null, relayedBy: null, frame: null };
};

/** "BLUE COUNCIL - OFFICE OF INFORMATION": a side's own letterhead, in capitals and without a verb. */
const letterhead = (draft: Draft): Attribution | null => {
  const [first] = draft.sentences;
  const text = first === undefined ? '' : draft.report.text.slice(first.start, first.end);
  if (first === undefined || text !== text.toUpperCase() || first.tokens.length > LETTERHEAD) return null;
  const mark = draft.mentions.find((one) => one.type === 'actor' && one.means === 'name' && one.sentence === 0);
  if (mark?.type !== 'actor' || mark.side === null) return null;
  const spoken = { speaker: mark.text, role: null, sides: [mark.side] };
  return { ...spoken, voice: voiceOf(spoken, draft.theatre), via: null, relayedBy: null, frame: null };
};

/** At most one frame over the whole report. */
export const findSignature = (draft: Draft): readonly Frame[] => {
  const line = signatureLine(draft);
  const own = ownVoice(draft) ?? letterhead(draft);
  const by = (line === null ? null : signed(draft, line, own)) ?? own;
  if (by === null) return [];
  const whole = { start: 0, end: draft.report.text.length };
  return [
    {
      start: 0,
      end: 0,
      sentence: 0,
      by,
      speaker: null,
      cue: { start: 0, end: 0 },
      content: [whole],
      polarity: 'affirmed',
      modality: null,
    },
  ];
};
