// A speaker's words to name and office: "Captain X, deputy chief of Y", "a ministry spokesman, X", "rebel spokesman X".
import type { Theatre } from '../../model/theatre.ts';
import { findOffices } from '../mentions/find-offices.ts';
import { selfNamed } from './self-named.ts';

export interface SplitSpeaker {
  readonly speaker: string;
  readonly role: string | null;
}

/** Two to five capitalised words, small links between them allowed ("Hazrat-e Ali bin Said"). */
const isPersonName = (words: string, theatre: Theatre): boolean => {
  const parts = words.trim().split(/\s+/);
  const capital = (part: string): boolean => /^\p{Lu}/u.test(part) || linked(part);
  const small = (part: string): boolean => theatre.lexicon.has('nameLinks', part.toLowerCase());
  // "al-Mahjoub", "el-Sisi"
  const linked = (part: string): boolean => /^\p{Ll}+-\p{Lu}/u.test(part) && small(part.replace(/-.*$/u, ''));
  const opens = theatre.lexicon.has('determiners', (parts[0] ?? '').toLowerCase());
  return (
    !opens &&
    parts.length <= 5 &&
    parts.filter(capital).length >= Math.min(2, parts.length) &&
    parts.every((part) => capital(part) || small(part))
  );
};

/** "farmers' union head Otto Lang": the noun for a person, in small letters, right before a name of two words or more. */
const splitAtNoun = (words: string, theatre: Theatre): SplitSpeaker => {
  const [, role = '', noun = '', name = ''] = /^((?:\S+ )*?(\p{Ll}+)) (\p{Lu}\S* \p{Lu}.*)$/u.exec(words) ?? [];
  const { lexicon } = theatre;
  const person = lexicon.has('personNouns', noun) || lexicon.list('personEnds').some((end) => noun.endsWith(end));
  const other = ['pressWords', 'orgWords', 'prepositions', 'determiners'].some((list) => lexicon.has(list, noun));
  const body = lexicon.has('orgWords', name.split(' ').at(-1)?.toLowerCase() ?? '');
  const plain = person && !other && !body && isPersonName(name, theatre);
  return plain ? { speaker: name, role } : { speaker: words, role: null };
};

/** "representative of the defence ministry OF NORLAND Ivo Hale": what the office is of is a nation, and the rest his name. */
const splitAtNation = (words: string, theatre: Theatre): SplitSpeaker | null => {
  const parts = words.split(' ');
  const nation = parts.findIndex(
    (part, at) =>
      at > 1 &&
      theatre.lexicon.has('partLinks', parts[at - 1] ?? '') &&
      theatre.lexicon.look('nationNames', part.toLowerCase()) !== null,
  );
  const name = nation < 0 ? [] : parts.slice(nation + 1);
  const body = theatre.lexicon.has('orgWords', name.at(-1)?.toLowerCase() ?? '');
  if (name.length < 2 || body || !isPersonName(name.join(' '), theatre)) return null;
  return { speaker: name.join(' '), role: parts.slice(0, nation + 1).join(' ') };
};

const splitAtOffice = (words: string, theatre: Theatre): SplitSpeaker => {
  const last = findOffices(words, theatre).at(-1);
  const behind = last === undefined ? '' : words.slice(last.end).trim();
  const body = theatre.lexicon.has('orgWords', behind.split(/\s+/).at(-1)?.toLowerCase() ?? '');
  if (last === undefined || body || !isPersonName(behind, theatre) || behind.split(/\s+/).length < 2)
    return splitAtNation(words, theatre) ?? splitAtNoun(words, theatre);
  const role = words.slice(0, last.end).trim();
  // "Captain Najib Ormal" is named so; "police spokesman Najib Ormal" has an office.
  return role.split(/\s+/).length === 1 && /^\p{Lu}/u.test(role)
    ? { speaker: words, role: null }
    : { speaker: behind, role };
};

/** Name and role as said; the whole words as the speaker where they cannot be told apart. */
export const splitSpeaker = (words: string, theatre: Theatre): SplitSpeaker => {
  const text = words.replace(/\s+/g, ' ').replace(/,$/, '').trim();
  const named = selfNamed(text, theatre.lexicon);
  if (named !== null) return { speaker: named.name, role: named.who };
  const [first = '', ...rest] = text.split(', ');
  if (rest.length === 0) return splitAtOffice(text, theatre);
  // "the mayor's deputy, 34-year-old Ola Berg": an age is no part of the name.
  const parts = [first, ...rest].map((part) => part.replace(/^\d+-year-old (?=\p{Lu})/u, ''));
  // "the deputy governor, Waheed Mirwand, asked last week": the part that is a name, wherever it stands.
  const full = isPersonName(first, theatre) ? 0 : parts.slice(1).findIndex((part) => isFullName(part, theatre)) + 1;
  const at = full > 0 || isPersonName(first, theatre) ? full : givenName(parts, theatre);
  const name = parts[at] ?? first;
  if (at === 0 && !isPersonName(first, theatre) && first.split(' ').length > 8) return { speaker: text, role: null };
  const inner = splitAtOffice(name, theatre);
  const role = [inner.role, ...parts.filter((_, i) => i !== at && !/^\d+$/.test(parts[i] ?? ''))];
  return { speaker: inner.speaker, role: role.filter((part) => part !== null).join(', ') || null };
};

/** "a local journalist, Nasir", "Her neighbour, Zahra": one word, behind one person who is only described; else 0. */
const givenName = ([first = '', second = '']: readonly string[], theatre: Theatre): number => {
  const { lexicon } = theatre;
  const all = first.toLowerCase().split(' ');
  // "a shopkeeper who gave only one name, Karim"
  const who = all.findIndex((word) => lexicon.has('personRelatives', word));
  const [opening = '', ...more] = who < 0 ? all : all.slice(0, who);
  // "Mr Obi's wife, Grace"
  const owned = [opening, ...more].some((word) => /['’]s$/u.test(word));
  const one = owned || ['indefiniteArticles', 'determiners'].some((list) => lexicon.has(list, opening));
  const person = more.length > 0 && lexicon.has('personNouns', more.at(-1) ?? '');
  // "a soldier who had reached the only TOWN, Hollin": what stands before the comma is a place, and so is its name.
  const told = ['superlatives', 'besideAdjectives', 'soleWords'].some((list) => lexicon.has(list, all.at(-2) ?? ''));
  if (lexicon.has('placeUnits', all.at(-1) ?? '') && (told || theatre.gazetteer.touches(second))) return 0;
  const name = /^\p{Lu}\p{Ll}+$/u.test(second) && findOffices(second, theatre).length === 0;
  return one && person && name ? 1 : 0;
};

const isFullName = (words: string, theatre: Theatre): boolean =>
  isPersonName(words, theatre) &&
  words.includes(' ') &&
  findOffices(words, theatre).every(({ end }) => end < words.length);
