// A heading that says a state of all that is listed beneath it: "Under Red control / - Ashford / - Garth", "Blue: / Eastry, Hollin".
// Invariant: the heading names no place, and its list is lines of places alone, up to the first line that says more.

import { isFree, isNameList, lineStart } from '../clauses/line-heads.ts';
import type { Parse } from '../clauses/parse.ts';
import { parseSentence } from '../clauses/parse-sentence.ts';
import type { Predicate } from '../marks.ts';
import type { SentenceView } from '../words/view-sentence.ts';
import { wordAt } from '../words/view-sentence.ts';
import { closed, type State, stateFrom } from './find-registers.ts';
import { makeState } from './make-state.ts';
import { moodOfNoun } from './noun-mood.ts';

/** The heading's state, where it is all that the line says. */
const stateOf = (parse: Parse): State | null => {
  const { view } = parse;
  const from = lineStart(parse);
  const colon = view.tokens.at(-1)?.word === ':';
  if (!(view.sentence.heading || colon) || parse.groups.some(({ counted }) => !counted)) return null;
  const label = stateFrom(parse, from);
  const state = label === null ? null : closed(parse, label);
  if (state === null) return null;
  // "Red control (9 districts):": a number in brackets may stand behind it.
  const rest = view.tokens.slice(state.to).filter(({ type, word }) => type === 'word' && !/^\p{Ll}+$/u.test(word));
  const marks = view.tokens.slice(state.to).every((_, i) => isFree(parse, state.to + i));
  return rest.length === 0 && marks ? state : null;
};

const linesUnder = (views: readonly SentenceView[], head: number): readonly Parse[] => {
  const lines: Parse[] = [];
  const [own] = [views[head]?.sentence.paragraph];
  for (const view of views.slice(head + 1)) {
    const parse = parseSentence(view);
    if (view.sentence.paragraph === own || !isNameList(parse)) break;
    lines.push(parse);
  }
  return lines;
};

const toldOf = (parse: Parse, state: State): readonly Predicate[] =>
  parse.groups.map((group) => {
    const { kind, actor, means } = state;
    const told = {
      name: `a heading: ${kind}`,
      kind,
      at: group.from,
      from: group.from,
      to: group.to,
      place: group,
      actor,
    };
    const tense = kind === 'hold' ? 'present' : 'none';
    return { ...makeState(parse, told, moodOfNoun(parse.view, kind, group.from)), means, tense };
  });

/** "Red League / Ashford": a bare name over one other may be anything. */
const isBare = (view: SentenceView, { actor, to }: State, lines: readonly Parse[]): boolean =>
  actor?.to === to &&
  wordAt(view, to) !== ':' &&
  lines.flatMap(({ groups }) => groups.flatMap(({ items }) => items)).length < 2;

interface Headed {
  readonly head: number;
  readonly lines: readonly Predicate[];
}

/** What headings say of the places listed beneath them. */
const headedIn = (views: readonly SentenceView[]): readonly Headed[] =>
  views.flatMap((view, head): Headed[] => {
    if (wordAt(view, 0) === '') return [];
    const next = views[head + 1];
    if (next === undefined || !(view.sentence.heading || view.tokens.at(-1)?.word === ':')) return [];
    const state = stateOf(parseSentence(view));
    const lines = state === null ? [] : linesUnder(views, head);
    return state === null || lines.length === 0 || isBare(view, state, lines)
      ? []
      : [{ head, lines: lines.flatMap((line) => toldOf(line, state)) }];
  });

/** What is told with what such headings say: a heading over a list says nothing of the place spoken of before. */
export const withListHeads = (views: readonly SentenceView[], told: readonly Predicate[]): readonly Predicate[] => {
  const headed = headedIn(views);
  const heads = new Set(headed.map(({ head }) => head));
  return headed.length === 0
    ? told
    : [...told.filter(({ sentence }) => !heads.has(sentence)), ...headed.flatMap(({ lines }) => lines)];
};
