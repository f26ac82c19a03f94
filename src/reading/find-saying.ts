// Frames of a reporting verb: "X said that A", "A, X said", "A, said X", "X told Y that A", "X denied that A".
import type { Span } from '../model/text.ts';
import type { VerbGroup } from './find-verb-groups.ts';
import type { RawFrame } from './name-speakers.ts';
import type { Parse } from './parse.ts';
import {
  callsFalse,
  isQuoteMark,
  isRelativeVerb,
  isReporting,
  speakerBounds,
  speakerFrom,
  speakerTo,
} from './speaker-bounds.ts';
import { isIn, type SentenceView, wordAt } from './view-sentence.ts';

const isTelling = ({ lexicon }: SentenceView, verb: VerbGroup): boolean =>
  verb.lemmas.some((lemma) => lexicon.has('toldVerbs', lemma));

/** A noun phrase that a verb of its own follows is what is said, not who says it ("said fighters had entered"). */
const hasOwnVerb = (parse: Parse, from: number): boolean => {
  for (let at = from; at < Math.min(from + 9, parse.view.tokens.length); at++) {
    if (/^[,.;:"“”]$/.test(wordAt(parse.view, at))) return false;
    if (parse.verbAt[at] !== undefined) return true;
  }
  return false;
};

/** ", said X" and '" said X': the speaker behind the verb. */
const isInverted = (parse: Parse, verb: VerbGroup): boolean => {
  const { view } = parse;
  const before = wordAt(view, verb.from - 1);
  if (verb.from === 0 || !(before === ',' || isQuoteMark(before)) || isTelling(view, verb)) return false;
  const next = view.tokens[verb.to];
  if (next === undefined || next.type === 'mark' || isIn(view, 'contentStarts', verb.to)) return false;
  const named =
    /^\p{Lu}/u.test(next.text) ||
    isIn(view, 'determiners', verb.to) ||
    view.markAt[verb.to]?.type === 'actor' ||
    view.lexicon.has('roleStarts', next.word);
  if (!named || hasOwnVerb(parse, verb.to)) return false;
  return (
    isQuoteMark(before) ||
    parse.verbs.some((other) => other.to < verb.from) ||
    view.tokens.slice(0, verb.from).some(({ quoted }) => quoted)
  );
};

const spanOf = ({ tokens }: SentenceView, from: number, to: number): Span | null => {
  const first = tokens[from];
  const last = tokens[to - 1];
  return first === undefined || last === undefined || to <= from ? null : { start: first.start, end: last.end };
};

/** "A, X said on Monday.": nothing but a time or manner follows. */
const saysNothingAfter = (parse: Parse, from: number): boolean => {
  const { view } = parse;
  for (let at = from; at < view.tokens.length; at++) {
    if (parse.verbAt[at] !== undefined || view.tokens[at]?.quoted) return false;
    if (/^[,.]$/.test(wordAt(view, at)) && at > from)
      return parse.verbs.every((verb) => verb.from < at) || !followsContent(parse, at);
  }
  return true;
};

const followsContent = (parse: Parse, at: number): boolean =>
  parse.verbs.some((verb) => verb.from > at && !isRelativeVerb(parse, verb.from));

const hasContentBefore = (parse: Parse, from: number): boolean => {
  const { view } = parse;
  const joint = wordAt(view, from - 1);
  if (!(joint === ',' || isQuoteMark(joint))) return false;
  return (
    parse.verbs.some((verb) => verb.to < from) ||
    view.tokens.slice(0, from).some(({ quoted }) => quoted) ||
    view.sentence.heading
  );
};

/** Where the content before a closing frame begins: after the frame before it, or with the sentence. */
const contentStart = (parse: Parse, from: number): number => {
  const { view } = parse;
  for (let at = from - 2; at > 0; at--) {
    if (wordAt(view, at) === ';') return at + 1;
    // "X said A, but B, Y said": only behind another frame does the contrast begin Y's words.
    const framed = parse.verbs.some((verb) => verb.to <= at && isReporting(view, verb));
    if (framed && isIn(view, 'strongContrast', at)) return at + 1;
  }
  return 0;
};

const told = (parse: Parse, verb: VerbGroup): string | null => {
  const { view } = parse;
  if (!isTelling(view, verb)) return null;
  let to = verb.to;
  while (
    to < verb.to + 6 &&
    view.tokens[to] !== undefined &&
    !/^[,.;:"“”]$/.test(wordAt(view, to)) &&
    (!isIn(view, 'contentStarts', to) || to === verb.to) &&
    !isIn(view, 'timeStarts', to) &&
    parse.verbAt[to] === undefined
  )
    to++;
  const span = spanOf(view, verb.to, to);
  return span === null
    ? null
    : view.tokens
        .slice(verb.to, to)
        .map(({ text }) => text)
        .join(' ');
};

const frameOf = (
  parse: Parse,
  verb: VerbGroup,
  { speaker, content }: Pick<RawFrame, 'speaker' | 'content'>,
): RawFrame => {
  const { view } = parse;
  const denies = callsFalse(view, verb) || verb.lemmas.some((lemma) => view.lexicon.has('denyingVerbs', lemma));
  const start = Math.min(speaker?.start ?? Number.POSITIVE_INFINITY, view.tokens[verb.from]?.start ?? 0);
  const end = Math.max(speaker?.end ?? 0, view.tokens[verb.to - 1]?.end ?? 0);
  return {
    ...{ start, end, sentence: view.sentence.index, speaker, content, told: told(parse, verb) },
    // "did not deny" and "could not confirm" deny nothing; what they stand over is doubted.
    polarity: denies && !verb.negated ? 'denied' : 'affirmed',
    modality: verb.negated ? 'reported' : null,
  };
};

const lastToken = ({ tokens }: SentenceView): number => tokens.length;

/** ", saying that", ", adding that": the same speaker goes on. */
const isContinuing = ({ view }: Parse, verb: VerbGroup): boolean =>
  verb.bare && verb.forms.includes('ing') && wordAt(view, verb.from - 1) === ',';

/** The end of what a frame says: the sentence, or the contrast with which somebody else begins ("…, while Y insisted"). */
const contentEnd = (parse: Parse, from: number): number => {
  const { view } = parse;
  for (const verb of parse.verbs) {
    if (verb.from <= from + 1 || !isReporting(view, verb)) continue;
    if (isContinuing(parse, verb) || sharesSpeaker(parse, verb)) return verb.from - 1;
    const start = speakerFrom(parse, verb);
    if (start > from && isIn(view, 'contrastWords', start - 1)) return start - 1;
    if (start > from && wordAt(view, start - 1) === ';') return start - 1;
  }
  return lastToken(view);
};

const inverted = (parse: Parse, verb: VerbGroup): RawFrame => {
  const { view } = parse;
  const to = speakerTo(parse, verb.to);
  const before = spanOf(view, contentStart(parse, verb.from), verb.from);
  const after = spanOf(view, to, contentEnd(parse, to));
  const speaker = spanOf(view, verb.to, to);
  return frameOf(parse, verb, { speaker, content: [before, after].filter((span) => span !== null) });
};

const straight = (parse: Parse, verb: VerbGroup): RawFrame => {
  const { view } = parse;
  const { from, to } = speakerBounds(parse, verb);
  const closes = hasContentBefore(parse, from);
  const before = closes ? spanOf(view, contentStart(parse, from), from) : null;
  const after = closes && saysNothingAfter(parse, verb.to) ? null : spanOf(view, verb.to, contentEnd(parse, verb.to));
  const both =
    closes && saysNothingAfter(parse, verb.to) ? [before] : [isAdverbial(parse, from) ? null : before, after];
  const speaker = spanOf(view, from, to);
  return frameOf(parse, verb, { speaker, content: both.filter((span) => span !== null) });
};

/** "After taking the town, the rebels said …": what comes first only sets the scene, unless it is quoted. */
const isAdverbial = (parse: Parse, from: number): boolean => {
  const { view } = parse;
  if (view.tokens.slice(0, from).some(({ quoted }) => quoted)) return false;
  const opens =
    isIn(view, 'subordinators', 0) || isIn(view, 'prepositions', 0) || parse.verbAt[0]?.forms.includes('ing') === true;
  return opens || !parse.verbs.some((verb) => verb.to < from);
};

/** "X denied A and said B": the second verb has the first one's speaker. */
const sharesSpeaker = (parse: Parse, verb: VerbGroup): boolean =>
  isIn(parse.view, 'conjunctions', verb.from - 1) &&
  parse.verbs.some((other) => other.to < verb.from && isReporting(parse.view, other));

const continuing = (parse: Parse, verb: VerbGroup): RawFrame => {
  const content = spanOf(parse.view, verb.to, contentEnd(parse, verb.to));
  return frameOf(parse, verb, { speaker: null, content: content === null ? [] : [content] });
};

const isSaying = (parse: Parse, verb: VerbGroup): boolean => {
  const { view } = parse;
  if (!isReporting(view, verb)) return false;
  if (isInverted(parse, verb)) return true;
  return speakerFrom(parse, verb) < verb.from && !isIn(view, 'relatives', verb.from - 1);
};

/** One raw frame for each reporting verb with a speaker. */
export const findSaying = (parse: Parse): readonly RawFrame[] =>
  parse.verbs.flatMap((verb) => {
    if (isReporting(parse.view, verb) && (isContinuing(parse, verb) || sharesSpeaker(parse, verb)))
      return [continuing(parse, verb)];
    if (!isSaying(parse, verb)) return [];
    return [isInverted(parse, verb) ? inverted(parse, verb) : straight(parse, verb)];
  });
