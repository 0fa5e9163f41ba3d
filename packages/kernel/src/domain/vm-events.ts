// SPDX-License-Identifier: BSD-2-Clause
//
// What a VMM tells about its guest, turned into events of the record and, where the runner decides what
// comes next, into an event that ends `run`.

import { faultName } from "../api/fault.ts"
import { type EventBody, hex } from "../events/event.ts"
import type { VmEvent } from "../events/vm-event.ts"
import type { KernelState } from "../state.ts"

function bodyOf(pd: string, event: VmEvent): EventBody {
  switch (event.kind) {
    case "vm-off":
      return { type: "vm-off", pd }
    case "vm-reset":
      return { type: "vm-reset", pd, handled: event.handled }
    case "vm-fault": {
      const [fault, words] = [faultName(event.label), event.words.map(hex)]
      return { type: "vm-fault", pd, vcpu: event.vcpu, fault, words, text: event.text }
    }
    case "psci": {
      const args = event.args.map(hex)
      const result = event.result ?? null
      return { type: "psci", pd, vcpu: event.vcpu, function: event.function, args, result }
    }
    case "vm-note":
      return { type: "vm-note", pd, what: event.what, data: event.data }
  }
}

/** The same in a few words, for the last events. */
function toldOf(pd: string, event: VmEvent): string {
  if (event.kind === "psci")
    return `${pd}: ${event.function.replace(/^(?!PSCI_)/, "PSCI ")} of vCPU ${event.vcpu}: ${event.result ?? "-"}`
  return `${pd}: ${event.kind === "vm-note" ? event.what : event.kind}`
}

export function recordVmEvent(state: KernelState, pd: string, event: VmEvent): void {
  state.recorder.note("told", toldOf(pd, event), 0, 0)
  if (state.recorder.on) state.recorder.emit(bodyOf(pd, event))
  if (event.kind === "vm-off" || event.kind === "vm-reset" || event.kind === "vm-fault") {
    state.events.push({ kind: "vm-event", pd, event })
  }
}
