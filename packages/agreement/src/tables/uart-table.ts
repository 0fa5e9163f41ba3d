// SPDX-License-Identifier: BSD-2-Clause
//
// Serial ports by the `compatible` that Linux's drivers match (drivers/tty/serial): the name of the console, and the
// name that earlycon= knows the same hardware by.

export interface UartKind {
  /** console=NAME0 */
  readonly tty: string
  /** earlycon=NAME,ADDRESS; undefined when there is none. */
  readonly earlycon: readonly string[]
  readonly compatible: RegExp
  /** Initcalls of its driver, what initcall_blacklist= turns off. */
  readonly initcalls?: readonly string[]
  /** Its driver takes no port without a number from /aliases: of_alias_get_id fails, and with it the probe. */
  readonly numbered?: true
}

export const UARTS: readonly UartKind[] = [
  {
    tty: "ttyAMA",
    earlycon: ["pl011"],
    initcalls: ["pl011_init"],
    compatible: /^arm,(pl011|sbsa-uart|primecell-uart)$/,
  },
  {
    tty: "ttymxc",
    earlycon: ["ec_imx6q", "ec_imx21"],
    initcalls: ["imx_uart_init"],
    numbered: true,
    compatible: /^fsl,imx.*-uart$/,
  },
  {
    tty: "ttyLP",
    earlycon: ["lpuart", "lpuart32"],
    initcalls: ["lpuart_serial_init"],
    numbered: true,
    compatible: /^fsl,.*-lpuart$/,
  },
  {
    tty: "ttyPS",
    earlycon: ["cdns"],
    initcalls: ["cdns_uart_init"],
    compatible: /^(cdns,uart.*|xlnx,xuartps)$/,
  },
  {
    tty: "ttyUL",
    earlycon: ["uartlite"],
    initcalls: ["ulite_init"],
    compatible: /^xlnx,(xps-uartlite.*|opb-uartlite.*)$/,
  },
  { tty: "ttyAML", earlycon: ["meson"], initcalls: ["meson_uart_init"], compatible: /^amlogic,.*-uart$/ },
  {
    tty: "ttyMSM",
    earlycon: ["msm_serial_dm", "msm_serial"],
    initcalls: ["msm_serial_init"],
    compatible: /^qcom,msm-(uart|uartdm.*)$/,
  },
  {
    tty: "ttyMSM",
    earlycon: ["qcom_geni"],
    initcalls: ["qcom_geni_serial_init"],
    numbered: true,
    compatible: /^qcom,geni-(debug-)?uart$/,
  },
  {
    tty: "ttySAC",
    earlycon: ["s3c2410", "s3c2412", "s5pv210", "exynos4210"],
    initcalls: ["samsung_serial_init"],
    compatible: /^(samsung|apple),.*uart$/,
  },
  { tty: "ttySC", earlycon: ["scif", "hscif"], initcalls: ["sci_init"], compatible: /^renesas,.*scif.*$/ },
  {
    tty: "ttySTM",
    earlycon: ["stm32"],
    initcalls: ["stm32_usart_init"],
    numbered: true,
    compatible: /^st,stm32.*-uart$/,
  },
  { tty: "ttyMV", earlycon: ["ar3700_uart"], compatible: /^marvell,armada-3700-uart(-ext)?$/ },
  {
    tty: "ttyS",
    earlycon: ["uart8250", "uart"],
    initcalls: ["serial8250_init", "of_platform_serial_driver_init"],
    compatible: /^(ns16550a?|ns16450|ns8250|ns16650|ns16750|ns16850)$/,
  },
  { tty: "ttyS", earlycon: ["uart8250", "uart"], compatible: /^(snps,dw-apb-uart|brcm,bcm2835-aux-uart)$/ },
  {
    tty: "ttyS",
    earlycon: ["uart8250", "uart"],
    compatible: /^(mediatek|nvidia|ti|mrvl|allwinner|rockchip),.*uart$/,
  },
  { tty: "hvc", earlycon: [], compatible: /^(arm,dcc|xen,xen)$/ },
]

/** What ports of boards are compatible with, written out: for the slip of a name. */
export const UART_NAMES: readonly string[] = [
  "arm,pl011",
  "arm,sbsa-uart",
  "fsl,imx6q-uart",
  "fsl,imx6ul-uart",
  "fsl,imx7d-uart",
  "fsl,imx8mm-uart",
  "fsl,imx8mn-uart",
  "fsl,imx8mp-uart",
  "fsl,imx8mq-uart",
  "fsl,imx7ulp-lpuart",
  "fsl,imx8qxp-lpuart",
  "cdns,uart-r1p8",
  "cdns,uart-r1p12",
  "xlnx,xuartps",
  "amlogic,meson-gx-uart",
  "qcom,geni-debug-uart",
  "samsung,exynos4210-uart",
  "marvell,armada-3700-uart",
  "ns16550",
  "ns16550a",
  "snps,dw-apb-uart",
  "brcm,bcm2835-aux-uart",
  "nvidia,tegra20-uart",
]

/** Console names that stand for no serial port of a tree. */
export const OTHER_CONSOLES = /^(tty\d*$|tty0|null|netcon|hvc|ttynull|lp\d|usb|efifb|pstore)/
