// SPDX-License-Identifier: BSD-2-Clause
//
// Drivers of Linux that call the board's firmware by SMC (Arm DEN 0028), by the `compatible` that brings them in.

export interface Caller {
  readonly compatible: string
  /** A sentence's beginning: who calls what for. */
  readonly what: string
  /** What initcall_blacklist= turns off. */
  readonly initcall?: string
}

const soc = (compatible: string): Caller => ({
  compatible,
  what: "the SoC driver asks firmware for the chip's revision (SiP call 0xc2000006)",
  initcall: "imx8_soc_init",
})

export const CALLERS: readonly Caller[] = [
  ...["fsl,imx8mq", "fsl,imx8mm", "fsl,imx8mn", "fsl,imx8mp"].map(soc),
  {
    compatible: "xlnx,zynqmp-firmware",
    what: "the ZynqMP platform drivers ask firmware for clocks and power",
  },
  {
    compatible: "amlogic,meson-gxbb-sm",
    what: "the secure monitor driver asks firmware for the chip's identity",
  },
  { compatible: "arm,scmi-smc", what: "the SCMI driver talks to firmware by SMC" },
  { compatible: "linaro,optee-tz", what: "the OP-TEE driver talks to the trusted OS by SMC" },
  { compatible: "qcom,scm", what: "the SCM driver asks firmware" },
]
