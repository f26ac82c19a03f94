// "DENYING THAT A HAD FALLEN, the governor called it calm": a participle of saying opens the sentence, and who says it is the
// subject of what follows the comma.
// Invariant: the comma ends what is said; a condition ("if confirming") and a lack ("without confirming") say nothing.
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { isIn, wordAt } from '../words/view-sentence.ts';
import { frameOf } from './frame-of-saying.ts';
import type { RawFrame } from './name-speakers.ts';
import { spanOf } from './said-content.ts';
import { sourceBefore } from './source-before.ts';
import { isNounStart } from './source-words.ts';
import { saidFrom } from './told-whom.ts';

/** "Confirming", "WHILE confirming", "THOUGH admitting". */
const opensSentence = ({ view }: Parse, { from, bare, forms }: VerbGroup): boolean =>
  bare && forms.includes('ing') && (from === 0 || (from === 1 && isIn(view, 'concessiveLinks', 0)));

/** The words of whoever the clause behind the comma is about, right behind that comma. */
const subjectBehind = (parse: Parse, verb: VerbGroup): readonly [number, number] | null => {
  for (const other of parse.verbs) {
    if (other.from < verb.to || other.gerund || other.infinitive) continue;
    const { from, to } = sourceBefore(parse, other.from);
    if (from < to && from > verb.to && wordAt(parse.view, from - 1) === ',') return [from, to];
  }
  return null;
};

/** The frame of a participle that opens its sentence; null where it says nothing of its own. */
export const openingParticiple = (parse: Parse, verb: VerbGroup): RawFrame | null => {
  if (!opensSentence(parse, verb)) return null;
  const from = saidFrom(parse, verb);
  // "Rejecting REPORTS that A had fallen"
  const that = isIn(parse.view, 'rumourNouns', from) ? from + 1 : from;
  const speaker = isIn(parse.view, 'clauseComplements', that) ? subjectBehind(parse, verb) : null;
  const content = speaker === null ? null : spanOf(parse.view, that, speaker[0] - 1);
  if (speaker === null || content === null) return null;
  const frame = frameOf(parse, verb, { speaker, content: [content] });
  return { ...frame, start: frame.cue.start, end: frame.cue.end };
};

/** "THE GOVERNOR, denying that A had fallen, went home": who opens the sentence, before the comma of what he says. */
export const beforeAside = (parse: Parse, { from: verb }: VerbGroup): readonly [number, number] | null => {
  if (wordAt(parse.view, verb - 1) !== ',') return null;
  const { from, to } = sourceBefore(parse, verb - 1);
  return from === 0 && to === verb - 1 ? [from, to] : null;
};

/** "with spokeswoman Kim Ford saying that": the participle has a subject of its own. */
export const absoluteOf = ({ view }: Parse, verb: VerbGroup): readonly [number, number] | null => {
  // "sided WITH THE UNION, saying": whom somebody sided with says nothing.
  if (/^[,;:]$/u.test(wordAt(view, verb.from - 1))) return null;
  // "clashed WITH THE ARMY in A and said": a finite verb has the subject of the verb before it.
  if (!verb.forms.includes('ing')) return null;
  for (let at = verb.from - 2; at >= Math.max(0, verb.from - 9) && !/^[,;:]$/u.test(wordAt(view, at)); at--)
    if (isIn(view, 'absoluteLinks', at) && isNounStart(view, at + 1)) return [at + 1, verb.from];
  return null;
};
