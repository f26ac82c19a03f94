// "He denied that A was in THEIR HANDS": one person of an office has no "their" of his own; so the hands are his enemies'.
// Invariant: only hands and control are read so, of no spokesman, and where none of his own stands before them in what he says.
import type { SideId } from '../../model/actor.ts';
import type { ActorMark, Draft, Frame } from '../marks.ts';
import { opponentOf } from '../mentions/theatre-sides.ts';
import { inSentence } from '../words/by-sentence.ts';

interface Told {
  readonly frame: Frame | null;
  /** The side of who tells it. */
  readonly speaker: SideId | null;
}

/** "He", "the mayor", "a police chief": one, and nobody who speaks for many. */
const isOneInOffice = ({ theatre: { lexicon }, report }: Draft, { speaker, by }: Frame): boolean => {
  const said = speaker === null ? '' : report.text.slice(speaker.start, speaker.end).toLowerCase();
  const has = (words: string, lists: readonly string[]): boolean =>
    words.split(/[^\p{L}]+/u).some((word) => !word.endsWith('s') && lists.some((list) => lexicon.has(list, word)));
  if (has(`${said} ${by.role ?? ''} ${by.speaker ?? ''}`.toLowerCase(), ['spokesWords'])) return false;
  return has(said, ['personPronouns', 'officeActors']);
};

/** Whose hands "their" are, where one man of an office tells of them; null where they may be his own. */
export const othersHands = (draft: Draft, mark: ActorMark, { frame, speaker }: Told): SideId | null => {
  const { lexicon } = draft.theatre;
  if (frame === null || speaker === null || frame.sentence !== mark.sentence || !mark.modifies) return null;
  const head = draft.sentences[mark.sentence]?.tokens[mark.to]?.word ?? '';
  if (!lexicon.has('pluralPossessives', mark.text.toLowerCase()) || !lexicon.has('controlHeads', head)) return null;
  const named = inSentence(draft.mentions, mark.sentence).some(
    (one) => one.type === 'actor' && one.start >= frame.end && one.end <= mark.start && !one.modifies,
  );
  return named || !isOneInOffice(draft, frame) ? null : opponentOf(speaker, draft.theatre);
};
