import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, { integrity?: string; link?: boolean }>;
};

describe('the lock file', () => {
  it('has a hash for every package, those of other platforms too', () => {
    const bare = Object.entries(packages).filter(([path, { integrity, link }]) => path !== '' && !link && !integrity);
    expect(bare.map(([path]) => path)).toEqual([]);
  });
});
