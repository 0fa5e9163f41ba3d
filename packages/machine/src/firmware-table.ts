// SPDX-License-Identifier: BSD-2-Clause
//
// Vendor SMC calls by the root's compatible. i.MX: the SiP services of Trusted Firmware-A
// (plat/imx/common/include/imx_sip_svc.h) with the answers its i.MX8MQ port gives on silicon revision 2.1,
// and their users in Linux (drivers/soc/imx/soc-imx8m.c, drivers/devfreq/imx8m-ddrc.c).

/** x1 .. x7 in, x0 .. x3 out. */
type Call = (args: readonly bigint[]) => readonly bigint[]

const OK: Call = () => [0n]
const UNKNOWN_SUBCALL = 0xffff_ffff_ffff_ffffn

/** SoC 0x8240, revision 2.1: Linux takes the low byte. */
const IMX8MQ_SOC_ID = 0x82_4021n

/** dram_dvfs_handler: x1 is the sub-call. One set point, 3200 MT/s, clocked by the DRAM PLL. */
const DDR_DVFS_GET_FREQ_COUNT = 0x10n
const DDR_DVFS_GET_FREQ_INFO = 0x11n
const dramDvfs: Call = ([sub = 0n, index = 0n]) => {
  if (sub === DDR_DVFS_GET_FREQ_COUNT) return [1n]
  if (sub === DDR_DVFS_GET_FREQ_INFO) return index === 0n ? [3200n, 1n, 0n, 0n] : [UNKNOWN_SUBCALL]
  return [0n]
}

/** imx_src_handler: x1 0 starts the Cortex-M4, 1 asks whether it runs; it does not. */
const src: Call = ([sub = 0n]) => (sub <= 1n ? [0n] : [UNKNOWN_SUBCALL])

export const VENDOR_CALLS: ReadonlyMap<string, ReadonlyMap<number, Call>> = new Map([
  [
    "fsl,imx8mq",
    new Map<number, Call>([
      /** IMX_SIP_GPC: power domains, wake-up masks; the GPC's own registers are the model. */
      [0xc200_0000, OK],
      /** IMX_SIP_CPUFREQ. */
      [0xc200_0001, OK],
      /** IMX_SIP_BUILDINFO: hash of the source, 0 = unknown. */
      [0xc200_0003, OK],
      [0xc200_0004, dramDvfs],
      [0xc200_0005, src],
      /** IMX_SIP_GET_SOC_INFO. */
      [0xc200_0006, () => [IMX8MQ_SOC_ID]],
      /** IMX_SIP_NOC: bus priorities. */
      [0xc200_0008, OK],
    ]),
  ],
])
