// SPDX-License-Identifier: BSD-2-Clause
//
// Devices that read and write memory themselves, by the generic names of nodes (Devicetree Specification v0.4, 2.2.2)
// and by `compatible` where the name says nothing.

/** Names of nodes without their unit address. */
export const DMA_NAMES =
  /^(ethernet|mmc|sdhci|sdmmc|usb|usb3|usb2|xhci|ehci|ohci|pci|pcie|sata|ahci|dma|dma-controller|dma-apbh|gpu|vpu|video-codec|crypto|nand-controller|ufs|display-controller|lcd-controller|lcdif|isi|csi|qspi-dma|can-dma|nvme|virtio_mmio)$/

export const DMA_COMPATIBLE =
  /(-sdma$|dw-axi-dma|pl330|pl08[01]|usdhc|sdhci|dwc3|-fec$|gmac|dwmac|macb|cdns,.*gem|ahci|xhci|ehci|ohci|-pcie$|pci-host|,sec-v|-gpu|vivante|mali|-vpu|lcdif|-dcss|imx.*-caam|arasan,sdhci|meson-.*-mmc|virtio,mmio)/
