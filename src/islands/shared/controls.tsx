/** The controls of an island: native inputs with labels, a number box beside each slider, reset and a link. */
export * from './choice-controls.tsx';
export { FigureActions } from './FigureActions.tsx';
export * from './field-controls.tsx';
