// The package as a newcomer gets it.
import { source } from './dist';

interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly resolved?: string; readonly integrity?: string; readonly link?: boolean }>
  >;
}

describe('package-lock.json', () => {
  const { packages } = JSON.parse(source('package-lock.json')) as Lock;

  it('names no registry: a package comes from wherever the reader’s npm is set to', () => {
    expect(Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });

  it('holds the checksum of every package', () => {
    expect(
      Object.entries(packages).filter(
        ([path, { integrity, link }]) => path !== '' && integrity === undefined && link !== true,
      ),
    ).toEqual([]);
  });
});

it('is under the Apache licence 2.0, and says so in both places', () => {
  const { license } = JSON.parse(source('package.json')) as { readonly license: string };
  expect(license).toBe('Apache-2.0');
  expect(source('LICENSE')).toContain('Apache License');
});
