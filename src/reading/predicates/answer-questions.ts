// What an answer says by leaning on its question: "Has A fallen? Not yet.", "Who holds A? The army.", "And B? Yes, since Friday."
// Invariant: the answer opens the sentence right behind the question, or a clause behind "asked whether"; a question that
// is not answered, or whose answer does not know, says nothing.

import type { Parse } from '../clauses/parse.ts';
import { parseSentence } from '../clauses/parse-sentence.ts';
import type { Predicate } from '../marks.ts';
import {
  afterLabel,
  afterOpeners,
  answerLength,
  asksToConfirm,
  isAsked,
  isChoice,
  isForYesOrNo,
  isOfWhole,
  isStatedQuestion,
  SAYINGS,
} from '../speakers/question-forms.ts';
import { isIn, isInAny, phraseLength, type SentenceView, wordAt } from '../words/view-sentence.ts';
import { clauseSpan } from './make-predicate.ts';

interface Answer {
  readonly view: SentenceView;
  readonly at: number;
  readonly to: number;
  readonly says: 'yes' | 'no' | 'partly';
}

/** Behind "yes" or "no" a stop, or when, who says so and what is set against it: "no fighters are inside" is no answer. */
const isEnd = (view: SentenceView, at: number): boolean => {
  const token = view.tokens[at];
  if (token === undefined || (token.type === 'mark' && token.word !== '-')) return true;
  if (isIn(view, 'conjunctions', at)) return true;
  return isInAny(view, ['prepositions', 'timeStarts', 'agentWords'], at) && !isIn(view, 'partLinks', at);
};

/** "Unfortunately, yes", "The short answer is no": what only leads to the answer. */
const pastLead = (view: SentenceView, from: number): number => {
  const length = phraseLength(view, 'answerLeads', from);
  const comma = wordAt(view, from + length) === ',' ? 1 : 0;
  return length > 0 && answerLength(view, from + length + comma) > 0 ? from + length + comma : from;
};

const answerAt = (view: SentenceView, from: number): Answer | null => {
  const at = pastLead(view, from);
  for (const says of ['partly', 'no', 'yes'] as const) {
    const length = phraseLength(view, SAYINGS[says], at);
    // "Yes, until last week": it is so no longer.
    const past = says !== 'no' && [at + length, at + length + 1].some((i) => isIn(view, 'untilEnds', i));
    if (length > 0 && isEnd(view, at + length) && !past) return { view, at, to: at + length, says };
  }
  return null;
};

/** "Do they hold it? Yes, AT THE GATE of A": the place that the answer names itself. */
const elsewhere = ({ view, groupAt }: Parse, { to, says }: Answer): Partial<Predicate> => {
  const at = /^[,:]$/.test(wordAt(view, to)) ? to + 1 : to;
  const own = isIn(view, 'innerPrepositions', at) ? (groupAt[at + 1] ?? groupAt[at + 2]) : undefined;
  // "Yes, at B WE HEARD THE GUNS": what goes on tells something else of that place.
  const ends =
    own !== undefined &&
    (view.tokens[own.to] === undefined ||
      /^[.;!]$/.test(wordAt(view, own.to)) ||
      (wordAt(view, own.to) === ',' && phraseLength(view, 'accordingTo', own.to + 1) > 0));
  const named = ends && own.items.every(({ place }) => place !== null);
  return says !== 'no' && named ? { items: own.items, placeFromContext: false, placeWord: null } : {};
};

const said = (question: Predicate, answer: Answer): Predicate => {
  const { view, at, to, says } = answer;
  const parse = parseSentence(view);
  const start = view.tokens[at]?.start ?? view.sentence.start;
  return {
    ...question,
    ...{ start, end: view.tokens[to - 1]?.end ?? start, sentence: view.sentence.index },
    ...{ rule: 'an answer', clause: clauseSpan(parse, at, to), dropped: null, modality: 'actual' },
    polarity: says === 'no' ? 'denied' : 'affirmed',
    partial: question.partial || says === 'partly',
    ...elsewhere(parse, answer),
  };
};

/** "Asked whether", "asked by our reporter on Tuesday if". */
const asksWhether = (view: SentenceView): boolean => {
  const condition = view.tokens.findIndex((_, at) => isIn(view, 'ifWords', at));
  return view.tokens.some((_, at) => at < condition && condition - at <= ASKER && isIn(view, 'askedForms', at));
};

const ASKER = 6;

/** "He was asked whether A had fallen. “No,” he replied.": the answer opens the sentence behind. */
const repliedBehind = (views: readonly SentenceView[], question: Predicate): Answer | null => {
  const [view, next] = [views[question.sentence], views[question.sentence + 1]];
  if (view === undefined || next === undefined || !asksWhether(view)) return null;
  const opens = /^["“‘]$/.test(wordAt(next, 0)) ? 1 : 0;
  return next.sentence.paragraph === view.sentence.paragraph ? answerAt(next, opens) : null;
};

/** "Asked whether A had fallen, the mayor said no": the answer stands in the sentence of what was asked. */
const repliedIn = (view: SentenceView, question: Predicate): Answer | null => {
  const from = view.tokens.findIndex(({ start }) => start >= question.end);
  if (from < 0 || !asksWhether(view)) return null;
  for (let at = from; at < view.tokens.length; at++) {
    const opens = /^["“‘:]$/.test(wordAt(view, at - 1)) || saysAt(view, at - 1);
    const found = opens ? answerAt(view, at) : null;
    if (found !== null) return found;
  }
  return null;
};

/** "Does the Council deny losing A?", "have they taken a capital?": asked about a saying, or about no one place. */
const isOfNoOne = (view: SentenceView, { start, items }: Predicate): boolean => {
  const { verbs, view: own } = parseSentence(view);
  const told = verbs.some(
    (verb) =>
      (own.tokens[verb.head]?.start ?? start) < start &&
      verb.lemmas.some((lemma) => view.lexicon.has('reportingVerbs', lemma) || view.lexicon.has('denyingVerbs', lemma)),
  );
  const vague = items.some(({ place, noun }) => place === null && noun !== null && !noun.definite);
  return told || vague;
};

/** "Were you in A WHEN it fell?", "is the market open NOW THAT they left?": what is not asked about has no answer. */
const isTakenForGranted = (view: SentenceView, { start }: Predicate): boolean => {
  const verb = view.tokens.findIndex((token) => token.start >= start);
  const comma = view.tokens.findLastIndex(({ word }, at) => at < verb && word === ',');
  const from = Math.max(afterOpeners(view), comma) + 1;
  return view.tokens
    .slice(from, verb)
    .some((_, i) => phraseLength(view, 'grantedLinks', from + i) > 0 && !isIn(view, 'weekdays', from + i + 1));
};

const plainAnswer = (views: readonly SentenceView[], question: Predicate): Answer | null => {
  const view = views[question.sentence];
  const next = views[question.sentence + 1];
  if (view === undefined) return null;
  if (question.dropped === 'a condition') return repliedIn(view, question) ?? repliedBehind(views, question);
  if (question.dropped !== 'a question' || next === undefined || !isAsked(view) || isAsked(next)) return null;
  const confirm = asksToConfirm(view);
  const plain = isForYesOrNo(view) && !isOfNoOne(view, question) && !isTakenForGranted(view, question);
  const found = plain || confirm ? answerAt(next, afterLabel(next)) : null;
  // "Can you confirm that A has fallen? No.", "Do they hold the whole of A? No.": that much is not said.
  const many = question.items.length > 1 && isStatedQuestion(view);
  if (found?.says === 'no' && (confirm || many || isOfWhole(view))) return null;
  return found !== null && found.says !== 'no' && isChoice(view) ? null : found;
};

/** How many sentences behind a question may answer it. */
const TELLERS = 3;

const saysAt = ({ tokens, lexicon }: SentenceView, at: number): boolean =>
  (lexicon.verbs.get(tokens[at]?.word ?? '') ?? []).some(({ lemma }) => lexicon.has('reportingVerbs', lemma));

/** "Did the army retake A? The ministry SAYS YES. The rebels SAY NO.": each who tells answers in his own words. */
const toldAnswers = (views: readonly SentenceView[], question: Predicate): readonly Answer[] => {
  const view = views[question.sentence];
  if (view === undefined || question.dropped !== 'a question' || !isAsked(view)) return [];
  if (!isForYesOrNo(view) || isOfNoOne(view, question)) return [];
  const behind = views.slice(question.sentence + 1, question.sentence + 1 + TELLERS);
  const next = behind.findIndex((one) => isAsked(one) || one.sentence.heading);
  return behind.slice(0, next < 0 ? TELLERS : next).flatMap((one) => {
    const label = afterLabel(one);
    const opens = (i: number): boolean => saysAt(one, i - 1) || (i === label && wordAt(one, i - 1) === ':');
    const at = one.tokens.findIndex((_, i) => i > 0 && opens(i) && answerAt(one, i) !== null);
    const found = at < 0 ? null : answerAt(one, at);
    return found === null || (found.says !== 'no' && isChoice(view)) ? [] : [found];
  });
};

const hasVerb = ({ verbAt, view }: Parse, from: number, to: number): boolean =>
  view.tokens.slice(from, to).some((_, i) => verbAt[from + i] !== undefined);

const clauseEnd = (view: SentenceView, from: number): number => {
  const end = view.tokens.findIndex(({ word, type }, at) => at > from && type === 'mark' && word !== '-');
  return end < 0 ? view.tokens.length : end;
};

const asksWho = (view: SentenceView): boolean => phraseLength(view, 'whoWords', afterOpeners(view)) > 0;

/** "Who holds A? As of Sunday evening, the army.": an actor with no verb of its own, behind no more than when it is so. */
const namedAnswer = (views: readonly SentenceView[], question: Predicate): readonly Predicate[] => {
  const view = views[question.sentence];
  const next = views[question.sentence + 1];
  if (question.dropped !== 'a question' || view === undefined || next === undefined) return [];
  if (!isAsked(view) || isAsked(next) || !asksWho(view) || question.doer !== null) return [];
  // "Who had A before the war?": what was is no more.
  if (question.kind === 'hold' && question.tense === 'past') return [];
  const parse = parseSentence(next);
  const doer = next.marks.find((mark) => mark.type === 'actor' && !mark.pronoun && mark.means !== 'civilian');
  if (doer?.type !== 'actor' || doer.side === null || doer.modifies) return [];
  const to = clauseEnd(next, doer.to);
  // "The army DOES": a helper says it again by itself.
  const helped = isInAny(next, ['do', 'have', 'be'], doer.to);
  if (helped || hasVerb(parse, 0, to) || isInAny(next, ['negations', 'choiceWords'], doer.from - 1)) return [];
  return [{ ...said(question, { view: next, at: doer.from, to: doer.to, says: 'yes' }), doer }];
};

/** "When did A fall? On Friday night.": when it is answered it is told. */
const datedAnswer = (views: readonly SentenceView[], question: Predicate): readonly Predicate[] => {
  const view = views[question.sentence];
  const next = views[question.sentence + 1];
  if (question.dropped !== 'a question' || view === undefined || next === undefined || isAsked(next)) return [];
  if (!isIn(view, 'whenWords', afterLabel(view)) || view.tokens.some((_, at) => isIn(view, 'negations', at))) return [];
  const from = afterLabel(next);
  const opens = [from, from + 1].some((at) => isInAny(next, ['weekdays', 'months', 'timeNouns', 'timeLeads'], at));
  const to = clauseEnd(next, from);
  if (!opens || isInAny(next, ['negations', 'negativeWords'], from) || hasVerb(parseSentence(next), from, to))
    return [];
  return [said(question, { view: next, at: from, to, says: 'yes' })];
};

/** "And B?", "What about the airport?": the last question, asked of another place. */
const askedAgain = (view: SentenceView, last: Predicate | undefined): Predicate | null => {
  const parse = parseSentence(view);
  const opener = phraseLength(view, 'sameQuestions', afterLabel(view));
  const [group, ...more] = parse.groups;
  if (last === undefined || opener === 0 || !isAsked(view) || group === undefined || more.length > 0) return null;
  if (parse.verbs.length > 0 || group.counted) return null;
  const { index } = view.sentence;
  return { ...last, sentence: index, items: group.items, placeFromContext: false, placeWord: null };
};

/** What is answered to the question last put, where a further one names no more than a place. */
const answersAgain = (views: readonly SentenceView[], dropped: readonly Predicate[]): readonly Predicate[] =>
  views.flatMap((view) => {
    const last = dropped.findLast(({ sentence }) => sentence < view.sentence.index);
    const question = isAsked(view) ? askedAgain(view, last) : null;
    const next = views[view.sentence.index + 1];
    if (question === null || next === undefined || isAsked(next)) return [];
    const answer = answerAt(next, afterLabel(next));
    return answer === null ? statesIn(next, question) : [said(question, answer)];
  });

const STATES = { siege: 'answersBesieged', loss: 'answersLost' } as const;

/** "And B? Besieged, but not lost.": in what state the place asked about is, said without a verb. */
const statesIn = (view: SentenceView, question: Predicate): readonly Predicate[] => {
  const end = clauseEnd(view, 0);
  const parse = parseSentence(view);
  const stop = view.tokens.findIndex(({ word }) => /^[.;:!?]$/.test(word));
  const to = stop < 0 ? view.tokens.length : stop;
  if (hasVerb(parse, 1, to) && !parse.verbs.every((verb) => verb.bare)) return [];
  return view.tokens.slice(0, to).flatMap((_, at) =>
    (['siege', 'loss'] as const).flatMap((kind): Predicate[] => {
      const length = phraseLength(view, STATES[kind], at);
      const denied = [at - 1, at - 2].some((before) => isInAny(view, ['negations', 'negativeWords'], before));
      const opens =
        at === 0 || /^[,]$/.test(wordAt(view, at - 1)) || isInAny(view, ['stateLeads', 'negations'], at - 1);
      if (length === 0 || !opens || at > end + STATE_REACH || !isEnd(view, at + length)) return [];
      const one = said(question, { view, at, to: at + length, says: denied ? 'no' : 'yes' });
      return [
        {
          ...one,
          kind,
          doer: null,
          receiver: null,
          fromContext: kind === 'loss',
          doerOpen: true,
          rule: `an answer: ${kind}`,
        },
      ];
    }),
  );
};

/** So many words behind the first stop a second state may stand. */
const STATE_REACH = 4;

const ASKED: readonly string[] = ['a question', 'a condition'];

/** All of a report's answers that lean on their question, as predicates of their own. */
export const answerQuestions = (
  views: readonly SentenceView[],
  predicates: readonly Predicate[],
): readonly Predicate[] => {
  const asked = predicates.filter(({ dropped }) => ASKED.includes(dropped ?? ''));
  const questions = asked.filter(({ dropped }) => dropped === 'a question');
  return [
    ...asked.flatMap((question) => {
      const answer = plainAnswer(views, question);
      const others = toldAnswers(views, question).map((one) => said(question, one));
      if (answer !== null) {
        const first = said(question, answer);
        return [first, ...others.filter(({ start }) => start !== first.start)];
      }
      return [...others, ...namedAnswer(views, question), ...datedAnswer(views, question)];
    }),
    ...answersAgain(views, questions),
  ];
};
