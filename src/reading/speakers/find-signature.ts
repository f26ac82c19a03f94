// A statement that its speaker signs, and an outlet that is a party's own: over all words that have no frame of their own.

import type { Attribution } from '../../model/claim.ts';
import { kept } from '../../model/keep.ts';
import type { Lexicon } from '../../model/lexicon.ts';
import { covers } from '../../model/text.ts';
import type { Draft, Frame, Sentence } from '../marks.ts';
import { ownVoice } from './own-voice.ts';
import { sidesOfSpeaker } from './speaker-sides.ts';
import { splitSpeaker } from './split-speaker.ts';
import { voiceOf } from './voice.ts';

/** A signature stands among the last lines and is short; a head stands among the first. */
const LAST_LINES = 3;
const FIRST_LINES = 5;
const SHORT = 70;

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

const leadPattern = kept(({ list }: Lexicon) => new RegExp(`^(?:${list('signatureLeads').join('|')}),?\\s*`, 'i'));

/** "Ministry SAYS district has not fallen": a headline over one sentence is among the last lines too, and signs nothing. */
const isSaying = ({ tokens, heading }: Sentence, { verbs, has }: Lexicon): boolean =>
  heading &&
  tokens.some(
    ({ word }) =>
      !has('speechNouns', word) && verbs.get(word)?.some(({ lemma }) => has('reportingVerbs', lemma)) === true,
  );

const signatureLine = (draft: Draft): string | null => {
  const { sentences, report, theatre } = draft;
  const lead = leadPattern(theatre.lexicon);
  for (const sentence of sentences.slice(-LAST_LINES).toReversed()) {
    if (isSaying(sentence, theatre.lexicon)) continue;
    const line = report.text.slice(sentence.start, sentence.end);
    const text = line.replace(lead, '');
    const name = sentence.tokens.filter((token) => /^\p{Lu}/u.test(token.text)).length >= 2;
    const office =
      text !== line || theatre.lexicon.list('signatureWords').some((word) => text.toLowerCase().includes(word));
    // A line that ends in a number belongs to a table, and one with a colon has a topic: nobody signs so.
    if (text.length <= SHORT && name && office && !/[.!?\d]$|: /.test(text)) return text.replace(/[\s,]+$/, '');
  }
  return null;
};

const headPattern = kept(({ list }: Lexicon) => {
  const any = (name: string): string => list(name).join('|');
  return new RegExp(
    `^(?:${any('statementNouns')}) (?:${any('statementLinks')}) (.+?)(?: (?:${any('topicLinks')}) .*)?$`,
    'i',
  );
});

/** "Statement of the Ministry of Defence about Kunduz": a party's paper says at its head who speaks. */
const headLine = (draft: Draft): string | null => {
  const { sentences, report, theatre } = draft;
  const head = headPattern(theatre.lexicon);
  for (const sentence of sentences.slice(0, FIRST_LINES)) {
    const found = head.exec(report.text.slice(sentence.start, sentence.end))?.[1];
    if (found !== undefined && sentence.heading) return found;
  }
  return null;
};

/** In a party's own paper what nobody says is said by the first of its own whom it names; "X informs:" names him too. */
const firstOwn = (draft: Draft, frames: readonly Frame[], own: Attribution | null): Attribution | null => {
  // "Ashford begged for peace": a town is nobody who speaks for the party.
  const isPlace = ({ speaker }: Frame): boolean =>
    speaker !== null && draft.mentions.some((mark) => mark.type === 'place' && covers(mark, speaker));
  const ours = frames
    .filter((frame) => !isPlace(frame))
    .filter(({ by }) => own !== null && /\p{Lu}/u.test(by.speaker ?? '') && by.sides.includes(own.sides[0] ?? ''));
  const first = ours.find(({ sentence }) => sentence > 0) ?? ours[0];
  return first === undefined ? null : { ...first.by, via: null, relayedBy: null };
};

/** At most one frame over the whole report. */
export const findSignature = (draft: Draft, frames: readonly Frame[]): readonly Frame[] => {
  const own = ownVoice(draft);
  const line = (own === null ? null : headLine(draft)) ?? signatureLine(draft);
  const by = (line === null ? null : signed(draft, line, own)) ?? firstOwn(draft, frames, own) ?? own;
  if (by === null) return [];
  const [whole, none] = [
    { start: 0, end: draft.report.text.length },
    { start: 0, end: 0 },
  ];
  return [
    { ...none, sentence: 0, by, speaker: null, cue: none, content: [whole], polarity: 'affirmed', modality: null },
  ];
};
