// SPDX-License-Identifier: BSD-2-Clause
//
// Linux drivers by the `compatible` that they match: configuration symbol and source file, after the of_match
// tables of Linux 6.1. The common parts of arm64 boards; a device that is not here gets a generic hint.

export interface Driver {
  readonly config: string
  readonly source: string
}

export const DRIVERS: Readonly<Record<string, Driver>> = {
  "arm,gic-400": { config: "CONFIG_ARM_GIC", source: "drivers/irqchip/irq-gic.c" },
  "arm,cortex-a15-gic": { config: "CONFIG_ARM_GIC", source: "drivers/irqchip/irq-gic.c" },
  "arm,gic-v3": { config: "CONFIG_ARM_GIC_V3", source: "drivers/irqchip/irq-gic-v3.c" },
  "arm,gic-v3-its": { config: "CONFIG_ARM_GIC_V3_ITS", source: "drivers/irqchip/irq-gic-v3-its.c" },
  "arm,gic-v2m-frame": { config: "CONFIG_ARM_GIC_V2M", source: "drivers/irqchip/irq-gic-v2m.c" },
  "arm,pl011": { config: "CONFIG_SERIAL_AMBA_PL011", source: "drivers/tty/serial/amba-pl011.c" },
  "arm,pl031": { config: "CONFIG_RTC_DRV_PL031", source: "drivers/rtc/rtc-pl031.c" },
  "arm,pl061": { config: "CONFIG_GPIO_PL061", source: "drivers/gpio/gpio-pl061.c" },
  "arm,sp805": { config: "CONFIG_ARM_SP805_WATCHDOG", source: "drivers/watchdog/sp805_wdt.c" },
  "arm,smmu-v3": { config: "CONFIG_ARM_SMMU_V3", source: "drivers/iommu/arm/arm-smmu-v3/arm-smmu-v3.c" },
  "cfi-flash": { config: "CONFIG_MTD_PHYSMAP_OF", source: "drivers/mtd/maps/physmap-core.c" },
  "pci-host-ecam-generic": {
    config: "CONFIG_PCI_HOST_GENERIC",
    source: "drivers/pci/controller/pci-host-generic.c",
  },
  "qemu,fw-cfg-mmio": { config: "CONFIG_FW_CFG_SYSFS", source: "drivers/firmware/qemu_fw_cfg.c" },
  "virtio,mmio": { config: "CONFIG_VIRTIO_MMIO", source: "drivers/virtio/virtio_mmio.c" },
  "snps,dwc3": { config: "CONFIG_USB_DWC3", source: "drivers/usb/dwc3/core.c" },
  "fsl,imx8mq-usb-phy": {
    config: "CONFIG_PHY_FSL_IMX8MQ_USB",
    source: "drivers/phy/freescale/phy-fsl-imx8mq-usb.c",
  },
  "fsl,imx8mq-ccm": { config: "CONFIG_CLK_IMX8MQ", source: "drivers/clk/imx/clk-imx8mq.c" },
  "fsl,imx8mq-iomuxc": {
    config: "CONFIG_PINCTRL_IMX8MQ",
    source: "drivers/pinctrl/freescale/pinctrl-imx8mq.c",
  },
  "fsl,imx8mq-gpc": { config: "CONFIG_IMX_GPCV2", source: "drivers/irqchip/irq-imx-gpcv2.c" },
  "fsl,imx8mq-src": { config: "CONFIG_RESET_IMX7", source: "drivers/reset/reset-imx7.c" },
  "fsl,imx8mq-tmu": { config: "CONFIG_QORIQ_THERMAL", source: "drivers/thermal/qoriq_thermal.c" },
  "fsl,imx8mq-ocotp": { config: "CONFIG_NVMEM_IMX_OCOTP", source: "drivers/nvmem/imx-ocotp.c" },
  "fsl,imx8mq-pcie": { config: "CONFIG_PCI_IMX6", source: "drivers/pci/controller/dwc/pci-imx6.c" },
  "fsl,imx6q-uart": { config: "CONFIG_SERIAL_IMX", source: "drivers/tty/serial/imx.c" },
  "fsl,imx21-uart": { config: "CONFIG_SERIAL_IMX", source: "drivers/tty/serial/imx.c" },
  "fsl,imx21-wdt": { config: "CONFIG_IMX2_WDT", source: "drivers/watchdog/imx2_wdt.c" },
  "fsl,imx35-gpio": { config: "CONFIG_GPIO_MXC", source: "drivers/gpio/gpio-mxc.c" },
  "fsl,imx6sx-gpt": { config: "CONFIG_TIMER_IMX_GPT", source: "drivers/clocksource/timer-imx-gpt.c" },
  "nxp,sysctr-timer": {
    config: "CONFIG_TIMER_IMX_SYS_CTR",
    source: "drivers/clocksource/timer-imx-sysctr.c",
  },
  "fsl,imx-irqsteer": { config: "CONFIG_IMX_IRQSTEER", source: "drivers/irqchip/irq-imx-irqsteer.c" },
  "fsl,imx35-sdma": { config: "CONFIG_IMX_SDMA", source: "drivers/dma/imx-sdma.c" },
  "fsl,imx51-ecspi": { config: "CONFIG_SPI_IMX", source: "drivers/spi/spi-imx.c" },
  "fsl,imx21-i2c": { config: "CONFIG_I2C_IMX", source: "drivers/i2c/busses/i2c-imx.c" },
  "fsl,imx7d-usdhc": { config: "CONFIG_MMC_SDHCI_ESDHC_IMX", source: "drivers/mmc/host/sdhci-esdhc-imx.c" },
  "fsl,imx8mq-usdhc": { config: "CONFIG_MMC_SDHCI_ESDHC_IMX", source: "drivers/mmc/host/sdhci-esdhc-imx.c" },
  "fsl,imx6sx-fec": { config: "CONFIG_FEC", source: "drivers/net/ethernet/freescale/fec_main.c" },
  "fsl,imx6sx-mu": { config: "CONFIG_IMX_MBOX", source: "drivers/mailbox/imx-mailbox.c" },
  "fsl,imx27-pwm": { config: "CONFIG_PWM_IMX27", source: "drivers/pwm/pwm-imx27.c" },
  "fsl,imx7d-qspi": { config: "CONFIG_SPI_FSL_QUADSPI", source: "drivers/spi/spi-fsl-qspi.c" },
  "fsl,sec-v4.0": { config: "CONFIG_CRYPTO_DEV_FSL_CAAM", source: "drivers/crypto/caam/ctrl.c" },
  "fsl,sec-v4.0-mon-rtc-lp": { config: "CONFIG_RTC_DRV_SNVS", source: "drivers/rtc/rtc-snvs.c" },
  "cdns,uart-r1p12": { config: "CONFIG_SERIAL_XILINX_PS_UART", source: "drivers/tty/serial/xilinx_uartps.c" },
  "amlogic,meson-gx-uart": { config: "CONFIG_SERIAL_MESON", source: "drivers/tty/serial/meson_uart.c" },
  "snps,dw-apb-uart": { config: "CONFIG_SERIAL_8250_DW", source: "drivers/tty/serial/8250/8250_dw.c" },
  ns16550a: { config: "CONFIG_SERIAL_OF_PLATFORM", source: "drivers/tty/serial/8250/8250_of.c" },
}
