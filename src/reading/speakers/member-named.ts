// Whose man somebody is by the words in which he was first named: "Commander Ivo Hale of the Red League … Commander Hale said".
// Invariant: the party stands right behind his name, and not after he speaks.
import type { SideId } from '../../model/actor.ts';
import { kept } from '../../model/keep.ts';
import type { Draft } from '../marks.ts';

/** A rank and a surname, or a surname. */
const LONGEST = 3;

const membersIn = kept(({ mentions }: Pick<Draft, 'mentions'>) => mentions.filter(({ type }) => type === 'actor'));

/** "HALE of the", "HALE, of the": the name that the words before a party end with. */
const named = ({ theatre: { lexicon } }: Draft, before: string): string => {
  const [, name = '', link = ''] = /(\p{Lu}[\p{L}’'-]+),?\s+(\p{Ll}+)\s+(?:\p{Ll}+\s+)?$/u.exec(before) ?? [];
  return lexicon.has('memberLinks', link) ? name : '';
};

/** The side of the party that stood behind a surname when it was first said; null where none did. */
export const memberNamed = (draft: Draft, name: string, at: number): SideId | null => {
  const words = name.replace(/,.*$/su, '').split(/\s+/u);
  const surname = words.at(-1) ?? '';
  if (words.length > LONGEST || !/^\p{Lu}\p{L}{2,}/u.test(surname)) return null;
  for (const mark of membersIn(draft)) {
    if (mark.start >= at + name.length + LINK) break;
    if (mark.type !== 'actor' || mark.pronoun || mark.side === null || mark.means === 'civilian') continue;
    const before = draft.report.text.slice(Math.max(0, mark.start - BEFORE), mark.start);
    if (before.includes(surname) && named(draft, before) === surname) return mark.side;
  }
  return null;
};

/** "FOR THE REBELS, Ivo Hale said", "Speaking on behalf of the rebels, Hale said": whose voice he is, told right before his name. */
export const voiceFor = (draft: Draft, at: number): SideId | null => {
  const mark = membersIn(draft).findLast(({ end }) => end < at);
  if (mark?.type !== 'actor' || mark.pronoun || mark.side === null || mark.means === 'civilian') return null;
  if (draft.report.text.slice(mark.end, at).trim() !== ',') return null;
  const { start = 0 } = draft.sentences[mark.sentence] ?? {};
  const lead = draft.report.text.slice(start, mark.start).toLowerCase().trim();
  return draft.theatre.lexicon.list('voiceLeads').some((words) => lead === words || lead.endsWith(` ${words}`))
    ? mark.side
    : null;
};

/** Characters of " of the ". */
const LINK = 12;

/** Characters of a long name and "of the". */
const BEFORE = 40;
