// SPDX-License-Identifier: BSD-2-Clause
//
// "Did you mean": the known word nearest to a misspelt one, by the optimal string alignment distance (insertion,
// deletion, substitution, and two neighbours swapped count one each).

function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, row) => [row, ...Array<number>(b.length).fill(0)])
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0
  for (let column = 0; column <= b.length; column += 1) rows[0]![column] = column
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const plain = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + cost)
      rows[i]![j] = swapped ? Math.min(plain, at(i - 2, j - 2) + 1) : plain
    }
  }
  return at(a.length, b.length)
}

/** The one of `known` nearest to `word`, when it is near enough to be meant. */
export function suggestion(word: string, known: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(word.length / 3))
  const [best] = known
    .map((candidate) => ({ candidate, far: distance(word.toLowerCase(), candidate) }))
    .filter(({ far }) => far <= limit)
    .sort((a, b) => a.far - b.far)
  return best?.candidate
}
