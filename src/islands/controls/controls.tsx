/**
 * The controls of an island: native inputs with labels, a number box beside each slider, reset and a link. The
 * playground, which has a bar of its own for these last two, imports the others one by one and is the lighter for it.
 */
export * from './choice-controls.tsx';
export { FigureActions } from './FigureActions.tsx';
export * from './field-controls.tsx';
