// SPDX-License-Identifier: BSD-2-Clause
//
// Calls to firmware by owner, vendor and name, and their reports.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { faultReport } from "../fault/fault-report.ts"
import { NO_SYSTEM } from "../example.ts"
import { renderFaultReport } from "../fault/render-fault.ts"
import { smcCall } from "./smc-call.ts"
import { sampleFault, sampleTree } from "../testing.ts"

const test = suite("report: calls to firmware")

const words = (id: number, ...root: readonly string[]) => {
  const { name, vendor, ownerName } = smcCall(id, root)
  return [name, vendor, ownerName]
}

test("a vendor's call is named by the board's compatible, whatever its convention", () => {
  const sip = "SiP (silicon provider) service"
  assert.equal(words(0xc2000006, "x,y", "fsl,imx8mq"), [
    "IMX_SIP_GET_SOC_INFO, revision of the SoC",
    "NXP i.MX",
    sip,
  ])
  assert.equal(words(0x82000030, "amlogic,g12a"), ["SM_EFUSE_READ", "Amlogic", sip])
  assert.equal(words(0xc2000023, "xlnx,zynqmp"), ["PM_QUERY_DATA", "AMD Xilinx", sip])
  assert.equal(words(0x42000601, "qcom,sdm845"), ["SCM information, command 1", "Qualcomm", sip])
  assert.equal(words(0xc2000006, "acme,board"), [undefined, undefined, sip])
})

test("calls that all boards share have their names, and owners theirs", () => {
  assert.equal(words(0xc4000003), ["PSCI CPU_ON", undefined, "standard secure service"])
  assert.equal(words(0x84000063), ["FFA_VERSION", undefined, "standard secure service"])
  assert.equal(words(0xbf00ff01), ["trusted OS's UID", undefined, "trusted OS"])
  assert.is(smcCall(0x83000000, []).ownerName, "OEM service")
  assert.is(smcCall(0xb0000000, []).ownerName, "trusted application")
  assert.equal([smcCall(0x83000000, []).firmwares, smcCall(0x86000000, []).firmwares], [true, false])
})

const system = {
  file: "a.system",
  text: '<system>\n  <protection_domain name="vmm" priority="9">\n  </protection_domain>\n</system>\n',
}

function report(conduit: "smc" | "hvc", smc: boolean) {
  const call = { conduit, functionId: 0xc2000006, immediate: 0, args: [0xc2000006n, 5n, 0n] }
  const fault = sampleFault({
    fault: "VCPUFault",
    access: undefined,
    esr: 0x5e000000,
    instruction: 0xd4000003,
    call,
  })
  return faultReport(fault, {
    tree: sampleTree('/ { compatible = "fsl,imx8mq"; };'),
    system: { ...NO_SYSTEM, smc },
    example: { system, overlays: [] },
  })
}

test("a call that nobody answers is told with its arguments and the domain that could forward it", () => {
  const told = report("smc", false)
  assert.is(told.code, "call-not-answered")
  assert.equal(told.call?.domain, { file: "a.system", line: 2, column: 3, endColumn: 21 })
  const text = renderFaultReport(told, { example: { system, overlays: [] } })
  assert.match(
    text,
    "SMC 0xc2000006, IMX_SIP_GET_SOC_INFO, revision of the SoC (SiP (silicon provider) service of NXP i.MX).",
  )
  assert.match(text, "  call         SMC 0xc2000006, x1 = 0x5\n")
  assert.match(text, '+  <protection_domain smc="true" name="vmm" priority="9">')
  assert.equal(
    told.fixes.map(({ id }) => id),
    ["forward", "emulate"],
  )
})

test("who may forward already is not told to", () => {
  assert.equal(
    report("hvc", true).fixes.map(({ id }) => id),
    ["emulate"],
  )
})

test.run()
