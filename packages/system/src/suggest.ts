// SPDX-License-Identifier: BSD-2-Clause
//
// "Did you mean": a remedy that names the known word closest to a mistyped one.

import { nearest } from "@vmm/diagnostic"

/** `did you mean 'x'?` when something is close, else the words of `otherwise`. */
export function didYouMean(word: string, candidates: Iterable<string>, otherwise: string): string {
  const found = nearest(word, candidates)
  return found === undefined ? otherwise : `did you mean '${found}'?`
}
