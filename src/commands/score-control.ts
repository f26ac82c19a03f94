// whoholds score --control: assessed control against a truth that somebody else set down.
import { type AskOptions, ask } from './ask.ts';
import { scoresOf } from './control-scores.ts';
import { controlScoresText, disagreementLines } from './print-control-scores.ts';
import { readTruth } from './read-truth.ts';
import { reliabilityPicture } from './reliability-picture.ts';
import { type ExitStatus, print, printRecord, tell } from './terminal.ts';
import { writeTextFile } from './write-file.ts';

export interface ScoreControlOptions extends AskOptions {
  readonly control: string;
  readonly out?: string;
  readonly errors?: boolean;
}

export const scoreControlCommand = (options: ScoreControlOptions): Promise<ExitStatus> =>
  ask(options, async (whoholds) => {
    const { theatre, model } = whoholds;
    const scores = await scoresOf(readTruth(options.control, theatre, 'scored'), options, whoholds);
    const made = { truth: options.control, theatre, model: model.version, seq: await whoholds.seq() };
    if (options.out !== undefined) writeTextFile(options.out, reliabilityPicture(scores, made));
    if (options.errors) for (const line of disagreementLines(scores, theatre)) tell(line);
    await (options.json
      ? printRecord({ ...scores, theatre: theatre.id, seq: made.seq, model })
      : print(controlScoresText(scores, made)));
    return 0;
  });
