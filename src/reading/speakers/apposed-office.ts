// An office given to a name elsewhere in the report: "Jamal is the council's head of relations", "Jamal, head of A,".
import { kept } from '../../model/keep.ts';
import type { Lexicon } from '../../model/lexicon.ts';
import type { Draft } from '../marks.ts';
import type { Known } from './known-speakers.ts';
import { sidesOfSpeaker } from './speaker-sides.ts';

const rolePattern = kept((lexicon: Lexicon): RegExp => {
  const any = (list: string): string => lexicon.list(list).join('|');
  // "X, 54, has been mayor of A since 2017"
  return new RegExp(`^(?:, \\d{2},?)?(?:,| (?:${any('apposedLinks')}))\\s+((?:${any('apposedRoles')})\\b[^,.;]*)`, 'i');
});

const HELPERS = ['be', 'have', 'modals', 'do'];

/** "According to X, the rebels TOOK A": a verb with its helper or its object before any "who" tells of somebody else, and X has no such office. */
const tellsDeed = ({ theatre: { lexicon } }: Draft, role: string): boolean => {
  const words = role.split(/\s+/u);
  const who = words.findIndex((word) => lexicon.has('relatives', word));
  return words.slice(1, who < 0 ? words.length : who).some((word, i) => {
    const [before = '', next = ''] = [words[i], words[i + 2]];
    if (['determiners', 'prepositions'].some((list) => lexicon.has(list, before.toLowerCase()))) return false;
    if (HELPERS.some((list) => lexicon.has(list, word))) return true;
    const forms = (lexicon.verbs.get(word) ?? []).filter(({ past, s }) => past === word || s === word);
    const object = /^\p{Lu}/u.test(next) || lexicon.has('determiners', next);
    return forms.length > 0 && (object || forms.every(({ past, participle }) => past === word && participle !== past));
  });
};

/** ", deputy chief of A" and " is the head of B" behind a name. */
const roleBehind = (draft: Draft, after: string): string | undefined => {
  const role = rolePattern(draft.theatre.lexicon).exec(after)?.[1];
  return role === undefined || tellsDeed(draft, role) ? undefined : role;
};

/** The office that the report gives to a name where it first stands with one, or null. */
export const apposition = (draft: Draft, name: string): Known | null => {
  const last = name.split(' ').at(-1) ?? '';
  if (!/^\p{Lu}/u.test(last) || last.length < 3) return null;
  for (const sentence of draft.sentences) {
    const text = draft.report.text.slice(sentence.start, sentence.end);
    const at = text.indexOf(last);
    const role = at < 0 ? undefined : roleBehind(draft, text.slice(at + last.length));
    if (role === undefined) continue;
    const { sides } = sidesOfSpeaker(`${name}, ${role}`, draft.theatre, draft.report.published.latest);
    if (!sides.includes('unknown')) return { speaker: name, role, sides, via: null };
  }
  return null;
};
