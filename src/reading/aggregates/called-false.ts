// Numbers told only to be turned down: "it is not true that 20 districts have fallen", "the figure of 29 is wrong".
// Invariant: the words of falsehood stand in the sentence of the number, right before what is said or right behind it.
import type { Span } from '../../model/text.ts';
import type { Draft } from '../marks.ts';

/** How many letters before the number may lead to it: "not true that the rebels, as they say, have taken". */
const LEAD = 80;

/** What is said behind a form of "be", and behind a word or two more: "is WRONG", "was therefore FALSE", "is a plain LIE". */
const saidOf = (behind: string, { theatre: { lexicon } }: Draft): readonly string[] => {
  const [, be = '', whole = ''] = /^\s*(\p{L}+)\s+(.*)$/su.exec(behind) ?? [];
  if (!lexicon.has('be', be)) return [];
  const [first = '', second = '', ...rest] = whole.split(/\s+/u);
  if (lexicon.has('negations', first)) return [whole];
  const later = [second, ...rest].join(' ');
  return lexicon.has('articles', first) ? [later, rest.join(' ')] : [whole, later];
};

/** "It is NOT TRUE THAT three districts have fallen". */
const isLedFalse = ({ report, theatre }: Draft, sentence: Span, { start }: Span): boolean => {
  const lead = report.text.slice(Math.max(sentence.start, start - LEAD), start).toLowerCase();
  // "It is not true that A has fallen, the army said, and 20 districts are ours"
  const before = lead.slice(lead.search(/[^,;:]*$/u));
  return theatre.lexicon.list('falseLeads').some((phrase) => before.includes(phrase));
};

/** "RUMOURS THAT 200 police have deserted ARE REJECTED": a claim opens the sentence, and its own verb stands farther behind. */
const saidOfOpener = (draft: Draft, { start, end }: Span, behind: string): readonly string[] => {
  const { lexicon } = draft.theatre;
  const [first = '', second = '', third = ''] = draft.report.text.slice(start, end).toLowerCase().split(/\s+/u);
  const noun = lexicon.has('determiners', first) ? second : first;
  const link = lexicon.has('determiners', first) ? third : second;
  if (!lexicon.has('claimedNouns', noun) || !lexicon.has('saidLinks', link)) return [];
  return [...behind.matchAll(/\s\p{L}+(?=\s)/gu)].flatMap(({ index }) => saidOf(behind.slice(index), draft));
};

/** "The FIGURE of 25 bases under rebel control IS WRONG". */
const endsFalse = (draft: Draft, sentence: Span, { start, end }: Span): boolean => {
  const { report, theatre } = draft;
  const before = report.text
    .slice(Math.max(sentence.start, start - LEAD), start)
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  if (!before.some((word) => theatre.lexicon.has('claimedNouns', word))) return false;
  const behind = report.text.slice(end, sentence.end).toLowerCase();
  const said = [...saidOf(behind, draft), ...saidOfOpener(draft, sentence, behind)];
  return theatre.lexicon.list('falseEnds').some((phrase) => said.some((words) => words.startsWith(phrase)));
};

/** Whether the number that stands there is called false in its own sentence. */
export const isCalledFalse = (draft: Draft, sentence: Span, number: Span): boolean =>
  isLedFalse(draft, sentence, number) || endsFalse(draft, sentence, number);
