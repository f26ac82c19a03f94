// Numbers told only to be turned down: "it is not true that 20 districts have fallen", "the figure of 29 is wrong".
// Invariant: the words of falsehood stand in the sentence of the number, right before what is said or right behind it.
import type { Span } from '../model/text.ts';
import type { Draft } from './marks.ts';

/** How many letters before the number may lead to it: "not true that the rebels, as they say, have taken". */
const LEAD = 80;

/** "is wrong", "are all lies", "was therefore false". */
const BEING = /^\s*(?:is|are|was|were)\s+(?:\p{L}+\s+)?/u;

/** "It is NOT TRUE THAT three districts have fallen". */
const isLedFalse = ({ report, theatre }: Draft, sentence: Span, { start }: Span): boolean => {
  const before = report.text.slice(Math.max(sentence.start, start - LEAD), start).toLowerCase();
  return theatre.lexicon.list('falseLeads').some((phrase) => before.includes(phrase));
};

/** "The FIGURE of 25 bases under rebel control IS WRONG". */
const endsFalse = ({ report, theatre }: Draft, sentence: Span, { start, end }: Span): boolean => {
  const before = report.text
    .slice(Math.max(sentence.start, start - LEAD), start)
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  if (!before.some((word) => theatre.lexicon.has('claimedNouns', word))) return false;
  const behind = report.text.slice(end, sentence.end).toLowerCase();
  const said = BEING.exec(behind)?.[0];
  const rest = said === undefined ? '' : behind.slice(said.length);
  const whole = said === undefined ? '' : behind.replace(/^\s*(?:is|are|was|were)\s+/u, '');
  return theatre.lexicon.list('falseEnds').some((phrase) => rest.startsWith(phrase) || whole.startsWith(phrase));
};

/** Whether the number that stands there is called false in its own sentence. */
export const isCalledFalse = (draft: Draft, sentence: Span, number: Span): boolean =>
  isLedFalse(draft, sentence, number) || endsFalse(draft, sentence, number);
