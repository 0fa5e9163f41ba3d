// SPDX-License-Identifier: BSD-2-Clause
//
// Where the cache is: $VMM_CACHE, else $XDG_CACHE_HOME/vmm, else ~/.cache/vmm, after the XDG Base Directory
// Specification. On its own, so that who asks need not load what fills the cache.

import { homedir } from "node:os"
import { join } from "node:path"

/** The cache's folder by the environment. */
export function cacheRoot(env: Readonly<Record<string, string | undefined>> = process.env): string {
  const own = env["VMM_CACHE"]
  if (own !== undefined && own !== "") return own
  const xdg = env["XDG_CACHE_HOME"]
  return join(xdg !== undefined && xdg.startsWith("/") ? xdg : join(homedir(), ".cache"), "vmm")
}
