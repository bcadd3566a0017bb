/** What a text can be read as, as the menu lists it: by name. */
import { FORMAT_NAMES } from '@/failures/index.ts';

export const FORMATS_TO_CHOOSE = [...FORMAT_NAMES].sort((a, b) => a.name.localeCompare(b.name, 'en'));
