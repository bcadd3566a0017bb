/** The formats that a text can be read as, sorted by name for the menu. */
import { FORMAT_NAMES } from '@/failures/index.ts';

export const FORMATS_TO_CHOOSE = [...FORMAT_NAMES].sort((a, b) => a.name.localeCompare(b.name, 'en'));
