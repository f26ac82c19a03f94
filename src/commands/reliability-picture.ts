// The reliability diagram of a set of scores as an SVG file's text: a panel for each clock, and how it was made.

import { longDayWords } from '../drawing/day-words.ts';
import { drawReliability, type ReliabilityPanel } from '../drawing/reliability.ts';
import { CLOCKS, type Clock } from '../model/series.ts';
import type { ControlScores } from '../score/control-scores.ts';
import { CLOCK_WORDS, type Made, number, sideName } from './print-control-scores.ts';

const panelOf = (scores: ControlScores, clock: Clock): ReliabilityPanel => {
  const { assessed, reliability } = scores[clock];
  const figures = `Brier ${number(assessed.brier)} · ECE ${number(assessed.ece)} · AUC ${number(assessed.auc)}`;
  return { title: CLOCK_WORDS[clock], figures, bins: reliability };
};

export const reliabilityPicture = (scores: ControlScores, made: Made): string =>
  drawReliability(
    CLOCKS.map((clock) => panelOf(scores, clock)),
    {
      heading: 'Do the probabilities keep their word?',
      below: `${made.theatre.title} · that ${sideName(scores.challenger, made.theatre)} holds the seat`,
      foot: [
        `${scores.cells} cells in ${scores.blocks} provinces, ${longDayWords(scores.from)} to ${longDayWords(scores.until)}, ${scores.cellDays} cell-days. On the dashed line a forecast keeps its word.`,
        'Points: ten bins of equal count, the area by what a bin holds. Whiskers: 90 % bands, provinces drawn again with replacement.',
        `Ledger ${made.seq} · theatre ${made.theatre.id} ${made.theatre.version.slice(0, 12)} · model ${made.model} · made with whoholds`,
      ],
      theme: 'light',
    },
  );
