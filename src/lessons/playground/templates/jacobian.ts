// A Jacobian: a row for each output, a column for each input. Here: an arm of two links, and where its hand is.
// Break it: leave the first term out of an entry, or swap the two rows.
const [upper, lower] = [1.2, 0.8];

// angles of shoulder and elbow
export const x = [0.7, -1.1];

export function forward([shoulder, elbow]: number[]): number[] {
  return [
    upper * Math.cos(shoulder) + lower * Math.cos(shoulder + elbow),
    upper * Math.sin(shoulder) + lower * Math.sin(shoulder + elbow),
  ];
}

export function jacobian([shoulder, elbow]: number[]): number[][] {
  const [sin, cos] = [lower * Math.sin(shoulder + elbow), lower * Math.cos(shoulder + elbow)];
  return [
    [-upper * Math.sin(shoulder) - sin, -sin],
    [upper * Math.cos(shoulder) + cos, cos],
  ];
}
