// whoholds sources: the letter of each source, what it rests on, and whether letters and numbers are two axes.
import { sourceGradeRecord } from '../publishing/source-records.ts';
import { sourcesText } from '../publishing/source-tables.ts';
import { type AskOptions, ask, cutFrom } from './ask.ts';
import { type ExitStatus, print, printRecord } from './terminal.ts';

export const sourcesCommand = (options: AskOptions): Promise<ExitStatus> =>
  ask(options, async (whoholds) => {
    const grades = await whoholds.sourceGrades(cutFrom(options, whoholds));
    if (!options.json) await print(sourcesText(grades, whoholds.theatre));
    else {
      for (const source of grades.sources) await printRecord(sourceGradeRecord(source));
      await printRecord({ diagonal: grades.diagonal });
    }
    return 0;
  });
