// Opens files to people, one after another: what is done is written down even when the next one fails, so that it is not done again.
import type { Ledger } from './effects';
import type { Ports } from './ports';

interface Share {
  /** Of its row in the ledger. */
  readonly key: string;
  readonly fileId: string;
  readonly email: string;
}

/** Gives the keys of those whom Drive refuses; they stay intended. */
export function shareEach(
  ports: Ports,
  ledger: Ledger,
  shares: readonly Share[],
  role: 'reader' | 'writer',
): ReadonlySet<string> {
  const refused = new Set<string>();
  const done: string[] = [];
  try {
    for (const { key, fileId, email } of shares) {
      if (ports.files.share(fileId, email, role)) done.push(key);
      else refused.add(key);
    }
  } finally {
    ledger.settle(done.map((key) => ({ key, state: 'done' as const })));
  }
  return refused;
}
