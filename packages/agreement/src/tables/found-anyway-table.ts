// SPDX-License-Identifier: BSD-2-Clause
//
// Nodes that a function of Linux 6.1 looks up by their compatible and maps without a look at their status, so that
// `status = "disabled"` keeps nobody from their registers: drivers/irqchip/irq-gic-v2m.c (gicv2m_of_init),
// drivers/soc/fsl/guts.c, drivers/clk/imx/clk-imx8m*.c, drivers/soc/imx/soc-imx8m.c, drivers/soc/tegra/fuse.

export interface FoundAnyway {
  readonly compatible: RegExp
  /** Who looks it up. */
  readonly by: string
  /** Compatible of a device without which that function does not run. */
  readonly beside: RegExp
  /** A property without which the function leaves the node alone. */
  readonly property?: string
  /** The initcall that it runs under, which initcall_blacklist= leaves out. */
  readonly initcall?: string
}

const IMX8M = ["m", "n", "p", "q"].map((kind): FoundAnyway => ({
  compatible: new RegExp(`^fsl,imx8m${kind}-anatop$`),
  by: `imx8m${kind}_clocks_probe`,
  beside: new RegExp(`^fsl,imx8m${kind}-ccm$`),
  initcall: `imx8m${kind}_clk_driver_init`,
}))

export const FOUND_ANYWAY: readonly FoundAnyway[] = [
  {
    compatible: /^arm,gic-v2m-frame$/,
    by: "gicv2m_of_init",
    beside: /^arm,(gic-400|cortex-a(7|9|15)-gic)$/,
    property: "msi-controller",
  },
  { compatible: /^fsl,.*-(dcfg|guts)$/, by: "fsl_guts_init", beside: /./, initcall: "fsl_guts_init" },
  ...IMX8M,
  { compatible: /^fsl,imx8m[mq]-ocotp$/, by: "imx8_soc_init", beside: /./, initcall: "imx8_soc_init" },
  {
    compatible: /^nvidia,tegra\d+-(efuse|apbmisc)$/,
    by: "tegra_init_fuse",
    beside: /./,
    initcall: "tegra_init_fuse",
  },
]
