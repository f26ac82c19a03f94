// Whom a question asks about is who says its answer: "What do the rebels say? That they hold A.", "What the army says: A is ours."
// Invariant: the answer leans on the verb of the question ("That …", "To have …"), or stands behind the label's colon.

import { parseSentence } from '../clauses/parse-sentence.ts';
import { isIn, type SentenceView, wordAt } from '../words/view-sentence.ts';
import type { RawFrame } from './name-speakers.ts';
import { afterOpeners, isAsked } from './question-forms.ts';
import { spanOf } from './said-content.ts';

/** Words behind the verb of saying: "say about it", "claim now". */
const TAIL = 4;

interface Asked {
  readonly from: number;
  readonly verb: number;
}

const isSaying = (view: SentenceView, at: number): boolean =>
  (view.lexicon.verbs.get(wordAt(view, at)) ?? []).some(({ lemma }) => view.lexicon.has('reportingVerbs', lemma));

/** "What DO THE REBELS SAY?", "What THE REBELS SAY:": the words of who says it, and the verb. */
const askedIn = (view: SentenceView, what: number, end: number): Asked | null => {
  if (!isIn(view, 'whatWords', what)) return null;
  const from = isIn(view, 'do', what + 1) ? what + 2 : what + 1;
  const verb = view.tokens.findIndex((_, at) => at > from && at < end && isSaying(view, at));
  const parted = view.tokens
    .slice(from, verb)
    .some(({ type, word }) => type === 'mark' && word !== '’' && word !== "'s");
  return verb < 0 || end - verb > TAIL || parted || isIn(view, 'secondPerson', from) ? null : { from, verb };
};

const frameOf = (view: SentenceView, { from, verb }: Asked, content: RawFrame['content']): readonly RawFrame[] => {
  const speaker = spanOf(view, from, verb);
  const cue = spanOf(view, verb, verb + 1);
  if (speaker === null || cue === null || content.length === 0) return [];
  const { index } = view.sentence;
  return [
    {
      ...{ start: speaker.start, end: cue.end, sentence: index, speaker, cue, content },
      ...{ told: null, polarity: 'affirmed', modality: null },
    },
  ];
};

/** "That …", "To have taken A": words that only the verb of the question holds up. */
const leansOnVerb = (view: SentenceView): boolean =>
  (wordAt(view, 0) === 'that' && parseSentence(view).verbAt[1] === undefined) ||
  (isIn(view, 'infinitiveLinks', 0) && isIn(view, 'have', 1));

/** The sentences behind a question that lean on it, one after the other. */
const answersBehind = (views: readonly SentenceView[], index: number): RawFrame['content'] => {
  const content: { start: number; end: number }[] = [];
  for (const view of views.slice(index + 1)) {
    if (!leansOnVerb(view) || view.sentence.heading) break;
    content.push({ start: view.sentence.start, end: view.sentence.end });
  }
  return content;
};

export const findAsked = (views: readonly SentenceView[]): readonly RawFrame[] =>
  views.flatMap((view) => {
    if (isAsked(view)) {
      const end = view.tokens.findIndex(({ word }) => word === '?');
      const asked = askedIn(view, afterOpeners(view), end);
      return asked === null ? [] : frameOf(view, asked, answersBehind(views, view.sentence.index));
    }
    const opens = view.tokens.findIndex(({ type }) => type === 'word');
    const colon = view.tokens.findIndex(({ word }) => word === ':');
    const label = colon < 0 ? null : askedIn(view, opens, colon);
    const said = spanOf(view, colon + 1, view.tokens.length);
    return label === null || label.verb !== colon - 1 || said === null ? [] : frameOf(view, label, [said]);
  });
