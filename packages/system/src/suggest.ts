// SPDX-License-Identifier: BSD-2-Clause
//
// "Did you mean": a remedy that names the known word closest to a mistyped one.

import { nearest } from "@vmm/diagnostic"

/** The known word that somebody meant: the nearest, else the only one that holds the word or is held by it. */
export function meantWord(word: string, candidates: Iterable<string>): string | undefined {
  const words = [...candidates]
  const close = nearest(word, words)
  if (close !== undefined) return close
  const long = (text: string) => text.length >= 4
  const holding = words.filter(
    (one) => one !== word && ((long(word) && one.includes(word)) || (long(one) && word.includes(one))),
  )
  return holding.length === 1 ? holding[0] : undefined
}

/** `did you mean 'x'?` when something is close, else the words of `otherwise`. */
export function didYouMean(word: string, candidates: Iterable<string>, otherwise: string): string {
  const found = meantWord(word, candidates)
  return found === undefined ? otherwise : `did you mean '${found}'?`
}
