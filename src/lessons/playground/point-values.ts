/** Values where none is set: near 1, all different, inside the domain of logarithms and roots. */
export const VALUES = [1.5, 0.8, 2.1, 0.6, 1.2, 1.7] as const;
