// SPDX-License-Identifier: BSD-2-Clause
//
// "Did you mean": a remedy that names the known word closest to a mistyped one.

import { nearest } from "@vmm/diagnostic"

/** Among more words than these only a slip at one place of a word is looked for, which takes no time. */
const MANY_WORDS = 300

/** Whether the words are the same but for two letters beside each other at most. */
function slipped(a: string, b: string): boolean {
  const long = Math.max(a.length, b.length)
  if (2 * long - a.length - b.length > 2) return false
  const short = Math.min(a.length, b.length)
  let same = 0
  while (same < short && a.charCodeAt(same) === b.charCodeAt(same)) same++
  let behind = 0
  while (
    behind < short - same &&
    a.charCodeAt(a.length - 1 - behind) === b.charCodeAt(b.length - 1 - behind)
  ) {
    behind++
  }
  return same + behind >= long - 2
}

/** The known word that somebody meant: the nearest, else the only one that holds the word or is held by it. */
export function meantWord(word: string, candidates: Iterable<string>): string | undefined {
  const words = [...candidates]
  const many = words.length > MANY_WORDS
  const close = nearest(word, many ? words.filter((one) => slipped(word, one)) : words)
  if (close !== undefined || many) return close
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
