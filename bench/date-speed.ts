// How fast dates are found, on one core, in a text without any and in one that is full of them, beside chrono-node.
import { en } from 'chrono-node';
import { findDates } from '../src/reading/find-dates.ts';
import { emptyDraft } from '../src/reading/read.ts';
import { splitSentences } from '../src/reading/split-sentences.ts';
import { loadTheatre } from '../src/theatre/load.ts';
import { inventedReport } from '../test/invented-report.ts';
import { type Figure, secondsARound } from './figures.ts';

const SECONDS = 1;
const SENTENCES = 4000;

const WITHOUT =
  'The rebels hold the road to the dam and say that nobody may pass without a paper from their commander. ';
const WITH =
  'Police said on Wednesday that the town, besieged since 3 May, had fallen two days after the bridge was blown. ';

const figureFor = (what: string, sentence: string): Figure => {
  const text = sentence.repeat(SENTENCES);
  const megabytes = Buffer.byteLength(text) / 1e6;
  const draft = splitSentences(emptyDraft(inventedReport(text, '2021-06-24'), loadTheatre('tiny')));
  const ours = megabytes / secondsARound(() => findDates(draft), SECONDS);
  const spans = draft.sentences.map(({ start, end }) => text.slice(start, end));
  const theirs = megabytes / secondsARound(() => spans.map((span) => en.casual.parse(span)), SECONDS);
  return {
    what,
    ours: `${ours.toFixed(1)} MB/s`,
    beside: { name: 'chrono-node', figure: `${theirs.toFixed(1)} MB/s` },
    ratio: ours / theirs,
  };
};

export const benchDates = async (): Promise<readonly Figure[]> => [
  figureFor('find dates in sentences without any, one core', WITHOUT),
  figureFor('find dates in sentences of three each, one core', WITH),
];
