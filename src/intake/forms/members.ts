// Which members of an archive are read. Invariant: a name that leads out of the archive is refused, though nothing is written by it.
import type { Outcome } from '../../model/outcome.ts';
import type { Item } from '../item.ts';
import { memberName, refuseItem } from './form.ts';

/** `..`, from the root on, a drive, a zero: how archives overwrite files of whoever unpacks them by name. */
export const isUnsafeName = (name: string): boolean =>
  /(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[A-Za-z]:[\\/]|\0/.test(name);

/** Beside reports: what systems leave, README files, hidden ones. As in a directory. */
export const isPassedOver = (name: string): boolean =>
  name.endsWith('/') ||
  name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX') ||
  /(?:^|\/)readme\b[^/]*$/i.test(name);

export const refuseName = (container: string, name: string): Outcome<Item> => {
  const shown = name.replaceAll('\0', '\\0');
  return refuseItem(
    'unsafe-name',
    memberName(container, shown),
    `${container} has a member “${shown}”, whose name leads out of it.`,
  );
};
