// What is wrong with a body, as a problem: the field, what it takes, and where a field is unknown, that it is.
import type * as z from 'zod';
import { type Problem, problem } from './problems.ts';

const expectedOf = (issue: z.core.$ZodIssue): readonly string[] => {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  if (issue.code === 'invalid_type') return [issue.expected];
  return issue.code === 'custom' ? [issue.message] : [];
};

/** The first fault found is the answer. */
export const badBody = ({ issues }: z.ZodError): Problem => {
  const [issue] = issues;
  if (issue === undefined) return problem('bad-body', 'The body is not understood.');
  if (issue.code === 'unrecognized_keys')
    return problem('unknown-field', `There is no field \`${issue.keys[0]?.slice(0, 80)}\` here.`);
  const field = issue.path.join('.');
  return problem('bad-body', field === '' ? `${issue.message}.` : `\`${field}\`: ${issue.message}.`, expectedOf(issue));
};
