// SPDX-License-Identifier: BSD-2-Clause
//
// What the steps of booting hand to one another.

import type { CNode } from "../object/cap.ts"
import type { FrameSource, Frames } from "../object/frame.ts"
import type { Endpoint, Notification, Reply } from "../object/ipc.ts"
import type { Smc } from "../object/irq.ts"
import type { Tcb } from "../object/tcb.ts"
import type { KernelState } from "../state.ts"
import type { BootDomain, BootMap } from "./spec.ts"

/** A domain under construction. */
export interface Built {
  readonly spec: BootDomain
  readonly index: number
  readonly tcb: Tcb
  readonly cspace: CNode
  readonly endpoint: Endpoint
  readonly notification: Notification
  readonly reply: Reply
}

export interface BootContext {
  readonly state: KernelState
  readonly frames: ReadonlyMap<string, Frames>
  readonly source: FrameSource
  readonly smc: Smc
  /** VMIDs given out. */
  vmids: number
}

/** The frames that a map names. Throws RangeError when there are none. */
export function framesOf(context: BootContext, map: BootMap): Frames {
  const frames = context.frames.get(map.region)
  if (frames === undefined) {
    throw new RangeError(`a map names the memory region '${map.region}', which is not there`)
  }
  return frames
}
