/** After how many steps of training the plane is looked at. */
import { integerField } from '@/input/fields.ts';

/** The most that a slider asks for. */
export const MOST_STEPS = 300;
/** Side of the drawing. */
export const SIDE = 340;

export const fields = { steps: integerField(100, { min: 0, max: MOST_STEPS }) };
