// SPDX-License-Identifier: BSD-2-Clause
//
// Made by scripts/driver-table.ts from the source of Linux 6.1.192; do not edit. One driver a line, sorted:
// source file|CONFIG symbol without its prefix, empty for what is always built|how the kernel comes to it, as
// level:function, level being that of an initcall or the kind of a declaration|its `compatible` strings.

export const LINUX_VERSION = "6.1.192"

export const LINUX_DRIVERS = `
arch/arm64/kernel/perf_event.c|HW_PERF_EVENTS|device:armv8_pmu_driver_init|arm,armv8-pmuv3 arm,cortex-a34-pmu arm,cortex-a35-pmu arm,cortex-a510-pmu arm,cortex-a53-pmu arm,cortex-a55-pmu arm,cortex-a57-pmu arm,cortex-a65-pmu arm,cortex-a710-pmu arm,cortex-a72-pmu arm,cortex-a73-pmu arm,cortex-a75-pmu arm,cortex-a76-pmu arm,cortex-a77-pmu arm,cortex-a78-pmu arm,cortex-x1-pmu arm,cortex-x2-pmu arm,neoverse-e1-pmu arm,neoverse-n1-pmu arm,neoverse-n2-pmu arm,neoverse-v1-pmu brcm,vulcan-pmu cavium,thunder-pmu nvidia,carmel-pmu nvidia,denver-pmu
drivers/amba/tegra-ahb.c|TEGRA_AHB|device:tegra_ahb_driver_init|nvidia,tegra20-ahb nvidia,tegra30-ahb
drivers/ata/ahci_brcm.c|AHCI_BRCM|device:brcm_ahci_driver_init|brcm,bcm-nsp-ahci brcm,bcm63138-ahci brcm,bcm7216-ahci brcm,bcm7425-ahci brcm,bcm7445-ahci
drivers/ata/ahci_ceva.c|AHCI_CEVA|device:ceva_ahci_driver_init|ceva,ahci-1v84
drivers/ata/ahci_da850.c|AHCI_DA850|device:ahci_da850_driver_init|ti,da850-ahci
drivers/ata/ahci_dm816.c|AHCI_DM816|device:ahci_dm816_driver_init|ti,dm816-ahci
drivers/ata/ahci_dwc.c|AHCI_DWC|device:ahci_dwc_driver_init|baikal,bt1-ahci snps,dwc-ahci snps,spear-ahci
drivers/ata/ahci_imx.c|AHCI_IMX|device:imx_ahci_driver_init|fsl,imx53-ahci fsl,imx6q-ahci fsl,imx6qp-ahci fsl,imx8qm-ahci
drivers/ata/ahci_mtk.c|AHCI_MTK|device:mtk_ahci_driver_init|mediatek,mtk-ahci
drivers/ata/ahci_mvebu.c|AHCI_MVEBU|device:ahci_mvebu_driver_init|marvell,armada-3700-ahci marvell,armada-380-ahci
drivers/ata/ahci_octeon.c|AHCI_OCTEON|device:ahci_octeon_driver_init|cavium,octeon-7130-sata-uctl
drivers/ata/ahci_platform.c|SATA_AHCI_PLATFORM|device:ahci_driver_init|cavium,octeon-7130-ahci generic-ahci hisilicon,hisi-ahci ibm,476gtr-ahci
drivers/ata/ahci_qoriq.c|AHCI_QORIQ|device:ahci_qoriq_driver_init|fsl,ls1021a-ahci fsl,ls1028a-ahci fsl,ls1043a-ahci fsl,ls1046a-ahci fsl,ls1088a-ahci fsl,ls2080a-ahci fsl,ls2088a-ahci fsl,lx2160a-ahci
drivers/ata/ahci_st.c|AHCI_ST|device:st_ahci_driver_init|st,ahci
drivers/ata/ahci_sunxi.c|AHCI_SUNXI|device:ahci_sunxi_driver_init|allwinner,sun4i-a10-ahci allwinner,sun8i-r40-ahci
drivers/ata/ahci_tegra.c|AHCI_TEGRA|device:tegra_ahci_driver_init|nvidia,tegra124-ahci nvidia,tegra186-ahci nvidia,tegra210-ahci
drivers/ata/ahci_xgene.c|AHCI_XGENE|device:xgene_ahci_driver_init|apm,xgene-ahci apm,xgene-ahci-v2
drivers/ata/pata_arasan_cf.c|PATA_ARASAN_CF|device:arasan_cf_driver_init|arasan,cf-spear1340
drivers/ata/pata_ftide010.c|PATA_FTIDE010|device:pata_ftide010_driver_init|faraday,ftide010
drivers/ata/pata_imx.c|PATA_IMX|device:pata_imx_driver_init|fsl,imx27-pata
drivers/ata/pata_ixp4xx_cf.c|PATA_IXP4XX_CF|device:ixp4xx_pata_platform_driver_init|intel,ixp4xx-compact-flash
drivers/ata/pata_mpc52xx.c|PATA_MPC52xx|device:mpc52xx_ata_of_platform_driver_init|fsl,mpc5200-ata mpc5200-ata
drivers/ata/pata_octeon_cf.c|PATA_OCTEON_CF|device:octeon_cf_init|cavium,ebt3000-compact-flash
drivers/ata/pata_of_platform.c|PATA_OF_PLATFORM|device:pata_of_platform_driver_init|ata-generic
drivers/ata/sata_dwc_460ex.c|SATA_DWC|device:sata_dwc_driver_init|amcc,sata-460ex
drivers/ata/sata_fsl.c|SATA_FSL|device:fsl_sata_driver_init|fsl,pq-sata fsl,pq-sata-v2
drivers/ata/sata_gemini.c|SATA_GEMINI|device:gemini_sata_driver_init|cortina,gemini-sata-bridge
drivers/ata/sata_highbank.c|SATA_HIGHBANK|device:ahci_highbank_driver_init|calxeda,hb-ahci
drivers/ata/sata_mv.c|SATA_MV|device:mv_init|marvell,armada-370-sata marvell,orion-sata
drivers/ata/sata_rcar.c|SATA_RCAR|device:sata_rcar_driver_init|renesas,rcar-gen2-sata renesas,rcar-gen3-sata renesas,rcar-sata renesas,sata-r8a7779 renesas,sata-r8a7790 renesas,sata-r8a7790-es1 renesas,sata-r8a7791 renesas,sata-r8a7793 renesas,sata-r8a7795
drivers/auxdisplay/arm-charlcd.c|ARM_CHARLCD|device:charlcd_driver_init|arm,versatile-lcd
drivers/auxdisplay/hd44780.c|HD44780|device:hd44780_driver_init|hit,hd44780
drivers/auxdisplay/ht16k33.c|HT16K33|device:ht16k33_driver_init|adafruit,3108 adafruit,3130 holtek,ht16k33
drivers/auxdisplay/img-ascii-lcd.c|IMG_ASCII_LCD|device:img_ascii_lcd_driver_init|img,boston-lcd mti,malta-lcd mti,sead3-lcd
drivers/auxdisplay/lcd2s.c|LCD2S|device:lcd2s_i2c_driver_init|modtronix,lcd2s
drivers/base/power/domain.c|PM_GENERIC_DOMAINS|late_sync:genpd_power_off_unused core:genpd_bus_init late:genpd_debug_init|domain-idle-state
drivers/bcma/host_soc.c|BCMA_HOST_SOC|fs:bcma_init_bus_register device:bcma_modinit|brcm,bus-axi
drivers/block/swim3.c|MAC_FLOPPY|device:swim3_init|ohare-swim3 swim3
drivers/bluetooth/btmrvl_sdio.c|BT_MRVL_SDIO|device:btmrvl_sdio_init_module|marvell,sd8897-bt marvell,sd8997-bt
drivers/bluetooth/btmtkuart.c|BT_MTKUART|device:btmtkuart_driver_init|mediatek,mt7622-bluetooth mediatek,mt7663u-bluetooth mediatek,mt7668u-bluetooth
drivers/bluetooth/btqcomsmd.c|BT_QCOMSMD|device:btqcomsmd_driver_init|qcom,wcnss-bt
drivers/bluetooth/btusb.c|BT_HCIBTUSB|device:btusb_driver_init|usb1286,204e usb4ca,301a usbcf3,e300
drivers/bluetooth/hci_bcm.c|BT_HCIUART_BCM|device:hci_uart_init|brcm,bcm20702a1 brcm,bcm4329-bt brcm,bcm4330-bt brcm,bcm4334-bt brcm,bcm4335a0 brcm,bcm43430a0-bt brcm,bcm43430a1-bt brcm,bcm43438-bt brcm,bcm4345c5 brcm,bcm4349-bt brcm,bcm43540-bt cypress,cyw4373a0-bt infineon,cyw55572-bt
drivers/bluetooth/hci_h5.c|BT_HCIUART_3WIRE|device:hci_uart_init|realtek,rtl8723bs-bt realtek,rtl8723cs-bt realtek,rtl8723ds-bt realtek,rtl8822cs-bt
drivers/bluetooth/hci_ll.c|BT_HCIUART_LL|device:hci_uart_init|ti,cc2560 ti,wl1271-st ti,wl1273-st ti,wl1281-st ti,wl1283-st ti,wl1285-st ti,wl1801-st ti,wl1805-st ti,wl1807-st ti,wl1831-st ti,wl1835-st ti,wl1837-st
drivers/bluetooth/hci_mrvl.c|BT_HCIUART_MRVL|device:hci_uart_init|mrvl,88w8897
drivers/bluetooth/hci_nokia.c|BT_HCIUART_NOKIA|device:nokia_bluetooth_serdev_driver_init|nokia,h4p-bluetooth
drivers/bluetooth/hci_qca.c|BT_HCIUART_QCA|device:hci_uart_init|qcom,qca2066-bt qcom,qca6174-bt qcom,qca6390-bt qcom,qca9377-bt qcom,wcn3988-bt qcom,wcn3990-bt qcom,wcn3991-bt qcom,wcn3998-bt qcom,wcn6750-bt qcom,wcn6855-bt qcom,wcn7850-bt
drivers/bus/arm-cci.c|ARM_CCI|early:cci_init core:cci_platform_init|arm,cci-400 arm,cci-400-ctrl-if arm,cci-500 arm,cci-550
drivers/bus/arm-integrator-lm.c|ARM_INTEGRATOR_LM|device:integrator_ap_lm_driver_init|arm,integrator-ap-lm arm,integrator-ap-syscon
drivers/bus/brcmstb_gisb.c|BRCMSTB_GISB_ARB|device:brcm_gisb_driver_init|brcm,bcm7038-gisb-arb brcm,bcm7278-gisb-arb brcm,bcm7400-gisb-arb brcm,bcm7435-gisb-arb brcm,bcm7445-gisb-arb brcm,gisb-arb
drivers/bus/bt1-apb.c|BT1_APB|device:bt1_apb_driver_init|baikal,bt1-apb
drivers/bus/bt1-axi.c|BT1_AXI|device:bt1_axi_driver_init|baikal,bt1-axi
drivers/bus/da8xx-mstpri.c|DA8XX_MSTPRI|device:da8xx_mstpri_driver_init|ti,da850-mstpri
drivers/bus/fsl-mc/fsl-mc-bus.c|FSL_MC_BUS|postcore:fsl_mc_bus_driver_init|fsl,qoriq-mc
drivers/bus/hisi_lpc.c|HISILICON_LPC|device:hisi_lpc_driver_init|hisilicon,hip06-lpc hisilicon,hip07-lpc
drivers/bus/imx-weim.c|IMX_WEIM|device:weim_init|fsl,imx1-weim fsl,imx27-weim fsl,imx50-weim fsl,imx51-weim fsl,imx6q-weim
drivers/bus/intel-ixp4xx-eb.c|INTEL_IXP4XX_EB|device:ixp4xx_exp_driver_init|intel,ixp42x-expansion-bus-controller intel,ixp43x-expansion-bus-controller intel,ixp45x-expansion-bus-controller intel,ixp46x-expansion-bus-controller
drivers/bus/moxtet.c|MOXTET|postcore_sync:moxtet_init|cznic,moxtet
drivers/bus/mvebu-mbus.c|MVEBU_MBUS|fs:mvebu_mbus_debugfs_init|marvell,armada370-mbus marvell,armada375-mbus marvell,armada380-mbus marvell,armadaxp-mbus marvell,dove-mbus marvell,kirkwood-mbus marvell,mv78xx0-mbus marvell,orion5x-88f5181-mbus marvell,orion5x-88f5182-mbus marvell,orion5x-88f5281-mbus marvell,orion5x-88f6183-mbus
drivers/bus/omap-ocp2scp.c|OMAP_OCP2SCP|device:omap_ocp2scp_driver_init|ti,am437x-ocp2scp ti,omap-ocp2scp
drivers/bus/omap_l3_noc.c|OMAP_INTERCONNECT|postcore_sync:omap_l3_init|ti,am4372-l3-noc ti,dra7-l3-noc ti,omap4-l3-noc ti,omap5-l3-noc
drivers/bus/omap_l3_smx.c|OMAP_INTERCONNECT|postcore_sync:omap3_l3_init|ti,omap3-l3-smx
drivers/bus/qcom-ebi2.c|QCOM_EBI2|device:qcom_ebi2_driver_init|qcom,apq8060-ebi2 qcom,msm8660-ebi2
drivers/bus/qcom-ssc-block-bus.c|QCOM_SSC_BLOCK_BUS|device:qcom_ssc_block_bus_driver_init|qcom,ssc-block-bus
drivers/bus/simple-pm-bus.c|OF|device:simple_pm_bus_driver_init|arm,amba-bus isa simple-bus simple-mfd simple-pm-bus
drivers/bus/sun50i-de2.c|SUN50I_DE2_BUS|device:sun50i_de2_bus_driver_init|allwinner,sun50i-a64-de2
drivers/bus/sunxi-rsb.c|SUNXI_RSB|device:sunxi_rsb_init|allwinner,sun8i-a23-rsb
drivers/bus/tegra-aconnect.c|TEGRA_ACONNECT|device:tegra_aconnect_driver_init|nvidia,tegra210-aconnect
drivers/bus/tegra-gmi.c|TEGRA_GMI|device:tegra_gmi_driver_init|nvidia,tegra20-gmi nvidia,tegra30-gmi
drivers/bus/ti-pwmss.c|TI_PWMSS|device:pwmss_driver_init|ti,am33xx-pwmss
drivers/bus/ti-sysc.c|TI_SYSC|device:sysc_init|simple-bus ti,sysc-dra7-mcan ti,sysc-dra7-mcasp ti,sysc-mcasp ti,sysc-omap-aes ti,sysc-omap2 ti,sysc-omap2-timer ti,sysc-omap3-sham ti,sysc-omap3430-sr ti,sysc-omap3630-sr ti,sysc-omap4 ti,sysc-omap4-simple ti,sysc-omap4-sr ti,sysc-omap4-timer ti,sysc-pruss ti,sysc-usb-host-fs
drivers/bus/ts-nbus.c|TS_NBUS|device:ts_nbus_driver_init|technologic,ts-nbus
drivers/bus/uniphier-system-bus.c|UNIPHIER_SYSTEM_BUS|device:uniphier_system_bus_driver_init|socionext,uniphier-system-bus
drivers/char/hw_random/atmel-rng.c|HW_RANDOM_ATMEL|device:atmel_trng_driver_init|atmel,at91sam9g45-trng microchip,sam9x60-trng
drivers/char/hw_random/ba431-rng.c|HW_RANDOM_BA431|device:ba431_trng_driver_init|silex-insight,ba431-rng
drivers/char/hw_random/bcm2835-rng.c|HW_RANDOM_BCM2835|device:bcm2835_rng_driver_init|brcm,bcm-nsp-rng brcm,bcm2835-rng brcm,bcm5301x-rng brcm,bcm6368-rng
drivers/char/hw_random/cctrng.c|HW_RANDOM_CCTRNG|device:cctrng_mod_init|arm,cryptocell-703-trng arm,cryptocell-713-trng
drivers/char/hw_random/exynos-trng.c|HW_RANDOM_EXYNOS|device:exynos_trng_driver_init|samsung,exynos5250-trng
drivers/char/hw_random/hisi-rng.c|HW_RANDOM_HISI|device:hisi_rng_driver_init|hisilicon,hip04-rng hisilicon,hip05-rng
drivers/char/hw_random/imx-rngc.c|HW_RANDOM_IMX_RNGC|device:imx_rngc_driver_init|fsl,imx25-rngb
drivers/char/hw_random/ingenic-rng.c|HW_RANDOM_INGENIC_RNG|device:ingenic_rng_driver_init|ingenic,jz4780-rng ingenic,x1000-rng
drivers/char/hw_random/ingenic-trng.c|HW_RANDOM_INGENIC_TRNG|device:ingenic_trng_driver_init|ingenic,x1830-dtrng
drivers/char/hw_random/iproc-rng200.c|HW_RANDOM_IPROC_RNG200|device:iproc_rng200_driver_init|brcm,bcm2711-rng200 brcm,bcm7211-rng200 brcm,bcm7278-rng200 brcm,iproc-rng200
drivers/char/hw_random/ixp4xx-rng.c|HW_RANDOM_IXP4XX|device:ixp4xx_rng_driver_init|intel,ixp46x-rng
drivers/char/hw_random/ks-sa-rng.c|HW_RANDOM_KEYSTONE|device:ks_sa_rng_driver_init|ti,keystone-rng
drivers/char/hw_random/meson-rng.c|HW_RANDOM_MESON|device:meson_rng_driver_init|amlogic,meson-rng
drivers/char/hw_random/mtk-rng.c|HW_RANDOM_MTK|device:mtk_rng_driver_init|mediatek,mt7623-rng
drivers/char/hw_random/mxc-rnga.c|HW_RANDOM_MXC_RNGA|device:mxc_rnga_driver_init|fsl,imx21-rnga fsl,imx31-rnga
drivers/char/hw_random/n2-drv.c|HW_RANDOM_N2RNG|device:n2rng_driver_init|ORCL,m4-rng ORCL,m7-rng SUNW,kt-rng SUNW,n2-rng SUNW,vf-rng
drivers/char/hw_random/npcm-rng.c|HW_RANDOM_NPCM|device:npcm_rng_driver_init|nuvoton,npcm750-rng
drivers/char/hw_random/omap-rng.c|HW_RANDOM_OMAP|device:omap_rng_driver_init|inside-secure,safexcel-eip76 ti,omap2-rng ti,omap4-rng
drivers/char/hw_random/omap3-rom-rng.c|HW_RANDOM_OMAP3_ROM|device:omap3_rom_rng_driver_init|nokia,n900-rom-rng
drivers/char/hw_random/pasemi-rng.c|HW_RANDOM_PASEMI|device:rng_driver_init|1682m-rng pasemi,pwrficient-rng
drivers/char/hw_random/pic32-rng.c|HW_RANDOM_PIC32|device:pic32_rng_driver_init|microchip,pic32mzda-rng
drivers/char/hw_random/powernv-rng.c|HW_RANDOM_POWERNV|device:powernv_rng_driver_init|ibm,power-rng
drivers/char/hw_random/st-rng.c|HW_RANDOM_ST|device:st_rng_driver_init|st,rng
drivers/char/hw_random/stm32-rng.c|HW_RANDOM_STM32|device:stm32_rng_driver_init|st,stm32-rng
drivers/char/hw_random/timeriomem-rng.c|HW_RANDOM_TIMERIOMEM|device:timeriomem_rng_driver_init|timeriomem_rng
drivers/char/hw_random/xgene-rng.c|HW_RANDOM_XGENE|device:xgene_rng_driver_init|apm,xgene-rng
drivers/char/hw_random/xiphera-trng.c|HW_RANDOM_XIPHERA|device:xiphera_trng_driver_init|xiphera,xip8001b-trng
drivers/char/ipmi/bt-bmc.c|ASPEED_BT_IPMI_BMC|device:bt_bmc_driver_init|aspeed,ast2400-ibt-bmc aspeed,ast2500-ibt-bmc aspeed,ast2600-ibt-bmc
drivers/char/ipmi/ipmi_ipmb.c|IPMI_IPMB|device:ipmi_ipmb_driver_init|ipmi-ipmb
drivers/char/ipmi/ipmi_powernv.c|IPMI_POWERNV|device:powernv_ipmi_driver_init|ibm,opal-ipmi
drivers/char/ipmi/ipmi_si_platform.c|IPMI_SI|device:init_ipmi_si|ipmi-bt ipmi-kcs ipmi-smic
drivers/char/ipmi/kcs_bmc_aspeed.c|ASPEED_KCS_IPMI_BMC|device:ast_kcs_bmc_driver_init|aspeed,ast2400-kcs-bmc-v2 aspeed,ast2500-kcs-bmc-v2 aspeed,ast2600-kcs-bmc
drivers/char/ipmi/kcs_bmc_npcm7xx.c|NPCM7XX_KCS_IPMI_BMC|device:npcm_kcs_bmc_driver_init|nuvoton,npcm750-kcs-bmc
drivers/char/powernv-op-panel.c|POWERNV_OP_PANEL|device:oppanel_driver_init|ibm,opal-oppanel
drivers/char/tpm/st33zp24/i2c.c|TCG_TIS_ST33ZP24_I2C|device:st33zp24_i2c_driver_init|st,st33zp24-i2c
drivers/char/tpm/st33zp24/spi.c|TCG_TIS_ST33ZP24_SPI|device:st33zp24_spi_driver_init|st,st33zp24-spi
drivers/char/tpm/tpm_ftpm_tee.c|TCG_FTPM_TEE|device:ftpm_mod_init|microsoft,ftpm
drivers/char/tpm/tpm_i2c_atmel.c|TCG_TIS_I2C_ATMEL|device:i2c_atmel_driver_init|atmel,at97sc3204t
drivers/char/tpm/tpm_i2c_infineon.c|TCG_TIS_I2C_INFINEON|device:tpm_tis_i2c_driver_init|infineon,slb9635tt infineon,slb9645tt infineon,tpm_i2c_infineon
drivers/char/tpm/tpm_i2c_nuvoton.c|TCG_TIS_I2C_NUVOTON|device:i2c_nuvoton_driver_init|nuvoton,npct501 nuvoton,npct601 winbond,wpct301
drivers/char/tpm/tpm_tis.c|TCG_TIS|device:init_tis|tcg,tpm-tis-mmio
drivers/char/tpm/tpm_tis_i2c.c|TCG_TIS_I2C|device:tpm_tis_i2c_driver_init|infineon,slb9673
drivers/char/tpm/tpm_tis_i2c_cr50.c|TCG_TIS_I2C_CR50|device:cr50_i2c_driver_init|google,cr50
drivers/char/tpm/tpm_tis_spi_main.c|TCG_TIS_SPI|device:tpm_tis_spi_driver_init|google,cr50 infineon,slb9670 st,st33htpm-spi tcg,tpm_tis-spi
drivers/char/tpm/tpm_tis_synquacer.c|TCG_TIS_SYNQUACER|device:tpm_tis_synquacer_module_init|socionext,synquacer-tpm-mmio
drivers/char/xilinx_hwicap/xilinx_hwicap.c|XILINX_HWICAP|device:hwicap_module_init|xlnx,opb-hwicap-1.00.b xlnx,xps-hwicap-1.00.a
drivers/char/xillybus/xillybus_of.c|XILLYBUS_OF|device:xillybus_platform_driver_init|xillybus,xillybus-1.00.a xlnx,xillybus-1.00.a
drivers/clk/actions/owl-s500.c|CLK_OWL_S500|core:s500_clk_init|actions,s500-cmu
drivers/clk/actions/owl-s700.c|CLK_OWL_S700|core:s700_clk_init|actions,s700-cmu
drivers/clk/actions/owl-s900.c|CLK_OWL_S900|core:s900_clk_init|actions,s900-cmu
drivers/clk/at91/at91rm9200.c|SOC_AT91RM9200|clk:at91rm9200_pmc_setup|atmel,at91rm9200-pmc
drivers/clk/at91/at91sam9260.c|SOC_AT91SAM9|clk:at91sam9260_pmc_setup|atmel,at91sam9260-pmc
drivers/clk/at91/at91sam9260.c|SOC_AT91SAM9|clk:at91sam9261_pmc_setup|atmel,at91sam9261-pmc
drivers/clk/at91/at91sam9260.c|SOC_AT91SAM9|clk:at91sam9263_pmc_setup|atmel,at91sam9263-pmc
drivers/clk/at91/at91sam9260.c|SOC_AT91SAM9|clk:at91sam9g20_pmc_setup|atmel,at91sam9g20-pmc
drivers/clk/at91/at91sam9g45.c|SOC_AT91SAM9|clk:at91sam9g45_pmc_setup|atmel,at91sam9g45-pmc
drivers/clk/at91/at91sam9n12.c|SOC_AT91SAM9|clk:at91sam9n12_pmc_setup|atmel,at91sam9n12-pmc
drivers/clk/at91/at91sam9rl.c|SOC_AT91SAM9|clk:at91sam9rl_pmc_setup|atmel,at91sam9rl-pmc
drivers/clk/at91/at91sam9x5.c|SOC_AT91SAM9|clk:at91sam9g15_pmc_setup|atmel,at91sam9g15-pmc
drivers/clk/at91/at91sam9x5.c|SOC_AT91SAM9|clk:at91sam9g25_pmc_setup|atmel,at91sam9g25-pmc
drivers/clk/at91/at91sam9x5.c|SOC_AT91SAM9|clk:at91sam9g35_pmc_setup|atmel,at91sam9g35-pmc
drivers/clk/at91/at91sam9x5.c|SOC_AT91SAM9|clk:at91sam9x25_pmc_setup|atmel,at91sam9x25-pmc
drivers/clk/at91/at91sam9x5.c|SOC_AT91SAM9|clk:at91sam9x35_pmc_setup|atmel,at91sam9x35-pmc
drivers/clk/at91/dt-compat.c|COMMON_CLK_AT91|clk:of_at91rm9200_clk_main_osc_setup|atmel,at91rm9200-clk-main-osc
drivers/clk/at91/dt-compat.c|COMMON_CLK_AT91|clk:of_at91rm9200_clk_main_setup|atmel,at91rm9200-clk-main
drivers/clk/at91/dt-compat.c|COMMON_CLK_AT91|clk:of_at91rm9200_clk_master_setup|atmel,at91rm9200-clk-master
drivers/clk/at91/dt-compat.c|COMMON_CLK_AT91|clk:of_at91rm9200_clk_periph_setup|atmel,at91rm9200-clk-peripheral
drivers/clk/at91/dt-compat.c|COMMON_CLK_AT91|clk:of_at91rm9200_clk_pll_setup|atmel,at91rm9200-clk-pll
drivers/clk/at91/dt-compat.c|COMMON_CLK_AT91|clk:of_at91rm9200_clk_prog_setup|atmel,at91rm9200-clk-programmable
drivers/clk/at91/dt-compat.c|COMMON_CLK_AT91|clk:of_at91rm9200_clk_sys_setup|atmel,at91rm9200-clk-system
drivers/clk/at91/dt-compat.c|COMMON_CLK_AT91|clk:of_at91rm9200_clk_usb_setup|atmel,at91rm9200-clk-usb
drivers/clk/at91/dt-compat.c|COMMON_CLK_AT91|clk:of_at91sam9260_clk_slow_setup|atmel,at91sam9260-clk-slow
drivers/clk/at91/dt-compat.c|COMMON_CLK_AT91|clk:of_at91sam9g20_clk_pllb_setup|atmel,at91sam9g20-clk-pllb
drivers/clk/at91/dt-compat.c|COMMON_CLK_AT91|clk:of_at91sam9g45_clk_pll_setup|atmel,at91sam9g45-clk-pll
drivers/clk/at91/dt-compat.c|COMMON_CLK_AT91|clk:of_at91sam9g45_clk_prog_setup|atmel,at91sam9g45-clk-programmable
drivers/clk/at91/dt-compat.c|COMMON_CLK_AT91|clk:of_at91sam9n12_clk_usb_setup|atmel,at91sam9n12-clk-usb
drivers/clk/at91/dt-compat.c|COMMON_CLK_AT91|clk:of_at91sam9x5_clk_main_rc_osc_setup|atmel,at91sam9x5-clk-main-rc-osc
drivers/clk/at91/dt-compat.c|COMMON_CLK_AT91|clk:of_at91sam9x5_clk_main_setup|atmel,at91sam9x5-clk-main
drivers/clk/at91/dt-compat.c|COMMON_CLK_AT91|clk:of_at91sam9x5_clk_master_setup|atmel,at91sam9x5-clk-master
drivers/clk/at91/dt-compat.c|COMMON_CLK_AT91|clk:of_at91sam9x5_clk_periph_setup|atmel,at91sam9x5-clk-peripheral
drivers/clk/at91/dt-compat.c|COMMON_CLK_AT91|clk:of_at91sam9x5_clk_plldiv_setup|atmel,at91sam9x5-clk-plldiv
drivers/clk/at91/dt-compat.c|COMMON_CLK_AT91|clk:of_at91sam9x5_clk_prog_setup|atmel,at91sam9x5-clk-programmable
drivers/clk/at91/dt-compat.c|COMMON_CLK_AT91|clk:of_at91sam9x5_clk_smd_setup|atmel,at91sam9x5-clk-smd
drivers/clk/at91/dt-compat.c|COMMON_CLK_AT91|clk:of_at91sam9x5_clk_usb_setup|atmel,at91sam9x5-clk-usb
drivers/clk/at91/dt-compat.c|COMMON_CLK_AT91|clk:of_at91sam9x5_clk_utmi_setup|atmel,at91sam9x5-clk-utmi
drivers/clk/at91/dt-compat.c|COMMON_CLK_AT91|clk:of_sama5d2_clk_audio_pll_frac_setup|atmel,sama5d2-clk-audio-pll-frac
drivers/clk/at91/dt-compat.c|COMMON_CLK_AT91|clk:of_sama5d2_clk_audio_pll_pad_setup|atmel,sama5d2-clk-audio-pll-pad
drivers/clk/at91/dt-compat.c|COMMON_CLK_AT91|clk:of_sama5d2_clk_audio_pll_pmc_setup|atmel,sama5d2-clk-audio-pll-pmc
drivers/clk/at91/dt-compat.c|COMMON_CLK_AT91|clk:of_sama5d2_clk_generated_setup|atmel,sama5d2-clk-generated
drivers/clk/at91/dt-compat.c|COMMON_CLK_AT91|clk:of_sama5d2_clk_i2s_mux_setup|atmel,sama5d2-clk-i2s-mux
drivers/clk/at91/dt-compat.c|COMMON_CLK_AT91|clk:of_sama5d3_clk_pll_setup|atmel,sama5d3-clk-pll
drivers/clk/at91/dt-compat.c|COMMON_CLK_AT91|clk:of_sama5d4_clk_h32mx_setup|atmel,sama5d4-clk-h32mx
drivers/clk/at91/pmc.c|COMMON_CLK_AT91|postcore:pmc_register_ops|atmel,sama5d2-pmc microchip,sama7g5-pmc
drivers/clk/at91/sam9x60.c|SOC_SAM9X60|clk:sam9x60_pmc_setup|microchip,sam9x60-pmc
drivers/clk/at91/sama5d2.c|SOC_SAMA5D2|clk:sama5d2_pmc_setup|atmel,sama5d2-pmc
drivers/clk/at91/sama5d3.c|SOC_SAMA5D3|clk:sama5d3_pmc_setup|atmel,sama5d3-pmc
drivers/clk/at91/sama5d4.c|SOC_SAMA5D4|clk:sama5d4_pmc_setup|atmel,sama5d4-pmc
drivers/clk/at91/sama7g5.c|SOC_SAMA7G5|clk:sama7g5_pmc_setup|microchip,sama7g5-pmc
drivers/clk/at91/sckc.c|COMMON_CLK_AT91|clk:of_at91sam9x5_sckc_setup|atmel,at91sam9x5-sckc
drivers/clk/at91/sckc.c|COMMON_CLK_AT91|clk:of_sam9x60_sckc_setup|microchip,sam9x60-sckc
drivers/clk/at91/sckc.c|COMMON_CLK_AT91|clk:of_sama5d3_sckc_setup|atmel,sama5d3-sckc
drivers/clk/at91/sckc.c|COMMON_CLK_AT91|clk:of_sama5d4_sckc_setup|atmel,sama5d4-sckc
drivers/clk/axis/clk-artpec6.c|MACH_ARTPEC6|clk:of_artpec6_clkctrl_setup|axis,artpec6-clkctrl
drivers/clk/axis/clk-artpec6.c|MACH_ARTPEC6|device:artpec6_clkctrl_driver_init|axis,artpec6-clkctrl
drivers/clk/axs10x/i2s_pll_clock.c|ARC_PLAT_AXS10X|device:i2s_pll_clk_driver_init|snps,axs10x-i2s-pll-clock
drivers/clk/axs10x/pll_clock.c|ARC_PLAT_AXS10X|clk:of_axs10x_pll_clk_setup|snps,axs10x-arc-pll-clock
drivers/clk/axs10x/pll_clock.c|ARC_PLAT_AXS10X|device:axs10x_pll_clk_driver_init|snps,axs10x-pgu-pll-clock
drivers/clk/baikal-t1/clk-ccu-div.c|CLK_BT1_CCU_DIV|clk:ccu_div_init|baikal,bt1-ccu-axi baikal,bt1-ccu-sys
drivers/clk/baikal-t1/clk-ccu-div.c|CLK_BT1_CCU_DIV|device:ccu_div_driver_init|baikal,bt1-ccu-axi baikal,bt1-ccu-sys
drivers/clk/baikal-t1/clk-ccu-pll.c|CLK_BT1_CCU_PLL|clk:ccu_pll_init|baikal,bt1-ccu-pll
drivers/clk/baikal-t1/clk-ccu-pll.c|CLK_BT1_CCU_PLL|device:ccu_pll_driver_init|baikal,bt1-ccu-pll
drivers/clk/bcm/clk-bcm2711-dvp.c|CLK_BCM2711_DVP|device:clk_dvp_driver_init|brcm,brcm2711-dvp
drivers/clk/bcm/clk-bcm2835-aux.c|CLK_BCM2835|device:bcm2835_aux_clk_driver_init|brcm,bcm2835-aux
drivers/clk/bcm/clk-bcm2835.c|CLK_BCM2835|device:bcm2835_clk_driver_init|brcm,bcm2711-cprman brcm,bcm2835-cprman
drivers/clk/bcm/clk-bcm53573-ilp.c|ARCH_BCM_53573|clk:bcm53573_ilp_init|brcm,bcm53573-ilp
drivers/clk/bcm/clk-bcm63xx-gate.c|CLK_BCM_63XX_GATE|device:clk_bcm63xx_init|brcm,bcm3368-clocks brcm,bcm6318-clocks brcm,bcm6318-ubus-clocks brcm,bcm63268-clocks brcm,bcm6328-clocks brcm,bcm6358-clocks brcm,bcm6362-clocks brcm,bcm6368-clocks
drivers/clk/bcm/clk-bcm63xx.c|CLK_BCM_63XX|clk:bcm63138_armpll_init|brcm,bcm63138-armpll
drivers/clk/bcm/clk-cygnus.c|CLK_BCM_CYGNUS|clk:cygnus_armpll_init|brcm,cygnus-armpll
drivers/clk/bcm/clk-cygnus.c|CLK_BCM_CYGNUS|clk:cygnus_asiu_init|brcm,cygnus-asiu-clk
drivers/clk/bcm/clk-cygnus.c|CLK_BCM_CYGNUS|clk:cygnus_audiopll_clk_init|brcm,cygnus-audiopll
drivers/clk/bcm/clk-cygnus.c|CLK_BCM_CYGNUS|clk:cygnus_genpll_clk_init|brcm,cygnus-genpll
drivers/clk/bcm/clk-cygnus.c|CLK_BCM_CYGNUS|clk:cygnus_lcpll0_clk_init|brcm,cygnus-lcpll0
drivers/clk/bcm/clk-cygnus.c|CLK_BCM_CYGNUS|clk:cygnus_mipipll_clk_init|brcm,cygnus-mipipll
drivers/clk/bcm/clk-hr2.c|CLK_BCM_HR2|clk:hr2_armpll_init|brcm,hr2-armpll
drivers/clk/bcm/clk-ns2.c|CLK_BCM_NS2|clk:ns2_genpll_scr_clk_init|brcm,ns2-genpll-scr
drivers/clk/bcm/clk-ns2.c|CLK_BCM_NS2|clk:ns2_genpll_sw_clk_init|brcm,ns2-genpll-sw
drivers/clk/bcm/clk-ns2.c|CLK_BCM_NS2|clk:ns2_lcpll_ddr_clk_init|brcm,ns2-lcpll-ddr
drivers/clk/bcm/clk-ns2.c|CLK_BCM_NS2|clk:ns2_lcpll_ports_clk_init|brcm,ns2-lcpll-ports
drivers/clk/bcm/clk-nsp.c|CLK_BCM_NSP|clk:nsp_armpll_init|brcm,nsp-armpll
drivers/clk/bcm/clk-nsp.c|CLK_BCM_NSP|clk:nsp_genpll_clk_init|brcm,nsp-genpll
drivers/clk/bcm/clk-nsp.c|CLK_BCM_NSP|clk:nsp_lcpll0_clk_init|brcm,nsp-lcpll0
drivers/clk/bcm/clk-raspberrypi.c|CLK_RASPBERRYPI|device:raspberrypi_clk_driver_init|raspberrypi,firmware-clocks
drivers/clk/bcm/clk-sr.c|CLK_BCM_SR|clk:sr_genpll3_clk_init|brcm,sr-genpll3
drivers/clk/bcm/clk-sr.c|CLK_BCM_SR|device:sr_clk_driver_init|brcm,sr-genpll0 brcm,sr-genpll2 brcm,sr-genpll4 brcm,sr-genpll5 brcm,sr-lcpll-pcie brcm,sr-lcpll0 brcm,sr-lcpll1
drivers/clk/berlin/bg2.c|MACH_BERLIN_BG2|clk:berlin2_clock_setup|marvell,berlin2-clk
drivers/clk/berlin/bg2q.c|MACH_BERLIN_BG2Q|clk:berlin2q_clock_setup|marvell,berlin2q-clk
drivers/clk/clk-apple-nco.c|COMMON_CLK_APPLE_NCO|device:applnco_driver_init|apple,nco apple,t8103-nco
drivers/clk/clk-asm9260.c|MACH_ASM9260|clk:asm9260_acc_init|alphascale,asm9260-clock-controller
drivers/clk/clk-aspeed.c|COMMON_CLK_ASPEED|clk:aspeed_cc_init|aspeed,ast2400-scu aspeed,ast2500-scu
drivers/clk/clk-aspeed.c|COMMON_CLK_ASPEED|device:aspeed_clk_driver_init|aspeed,ast2400-scu aspeed,ast2500-scu
drivers/clk/clk-ast2600.c|MACH_ASPEED_G6|clk:aspeed_g6_cc_init|aspeed,ast2600-scu
drivers/clk/clk-ast2600.c|MACH_ASPEED_G6|device:aspeed_g6_clk_driver_init|aspeed,ast2600-scu
drivers/clk/clk-axi-clkgen.c|COMMON_CLK_AXI_CLKGEN|device:axi_clkgen_driver_init|adi,axi-clkgen-2.00.a adi,zynqmp-axi-clkgen-2.00.a
drivers/clk/clk-axm5516.c|ARCH_AXXIA|core:axmclk_init|lsi,axm5516-clks
drivers/clk/clk-bm1880.c|COMMON_CLK_BM1880|device:bm1880_clk_driver_init|bitmain,bm1880-clk
drivers/clk/clk-cdce706.c|COMMON_CLK_CDCE706|device:cdce706_i2c_driver_init|ti,cdce706
drivers/clk/clk-cdce925.c|COMMON_CLK_CDCE925|device:cdce925_driver_init|ti,cdce913 ti,cdce925 ti,cdce937 ti,cdce949
drivers/clk/clk-clps711x.c|ARCH_CLPS711X|clk:clps711x_clk_init_dt|cirrus,ep7209-clk
drivers/clk/clk-cs2000-cp.c|COMMON_CLK_CS2000_CP|device:cs2000_driver_init|cirrus,cs2000-cp
drivers/clk/clk-en7523.c|COMMON_CLK_EN7523|arch:clk_en7523_init|airoha,en7523-scu
drivers/clk/clk-fixed-factor.c|COMMON_CLK|clk:of_fixed_factor_clk_setup|fixed-factor-clock
drivers/clk/clk-fixed-factor.c|COMMON_CLK|device:of_fixed_factor_clk_driver_init|fixed-factor-clock
drivers/clk/clk-fixed-mmio.c|COMMON_CLK_FIXED_MMIO|clk:of_fixed_mmio_clk_setup|fixed-mmio-clock
drivers/clk/clk-fixed-mmio.c|COMMON_CLK_FIXED_MMIO|device:of_fixed_mmio_clk_driver_init|fixed-mmio-clock
drivers/clk/clk-fixed-rate.c|COMMON_CLK|clk:of_fixed_clk_setup|fixed-clock
drivers/clk/clk-fixed-rate.c|COMMON_CLK|device:of_fixed_clk_driver_init|fixed-clock
drivers/clk/clk-fsl-flexspi.c|COMMON_CLK_FSL_FLEXSPI|device:fsl_flexspi_clk_driver_init|fsl,ls1028a-flexspi-clk fsl,lx2160a-flexspi-clk
drivers/clk/clk-fsl-sai.c|COMMON_CLK_FSL_SAI|device:fsl_sai_clk_driver_init|fsl,vf610-sai-clock
drivers/clk/clk-gemini.c|COMMON_CLK_GEMINI|clk:gemini_cc_init|cortina,gemini-syscon
drivers/clk/clk-gemini.c|COMMON_CLK_GEMINI|device:gemini_clk_driver_init|cortina,gemini-syscon
drivers/clk/clk-gpio.c|COMMON_CLK|device:gpio_clk_driver_init|gpio-gate-clock gpio-mux-clock
drivers/clk/clk-highbank.c|ARCH_HIGHBANK|clk:hb_a9bus_init|calxeda,hb-a9bus-clock
drivers/clk/clk-highbank.c|ARCH_HIGHBANK|clk:hb_a9periph_init|calxeda,hb-a9periph-clock
drivers/clk/clk-highbank.c|ARCH_HIGHBANK|clk:hb_emmc_init|calxeda,hb-emmc-clock
drivers/clk/clk-highbank.c|ARCH_HIGHBANK|clk:hb_pll_init|calxeda,hb-pll-clock
drivers/clk/clk-hsdk-pll.c|CLK_HSDK|clk:of_hsdk_pll_clk_setup|snps,hsdk-core-pll-clock
drivers/clk/clk-hsdk-pll.c|CLK_HSDK|device:hsdk_pll_clk_driver_init|snps,hsdk-gp-pll-clock snps,hsdk-hdmi-pll-clock
drivers/clk/clk-k210.c|COMMON_CLK_K210|clk:k210_clk_init|canaan,k210-clk
drivers/clk/clk-lan966x.c|COMMON_CLK_LAN966X|device:lan966x_clk_driver_init|microchip,lan966x-gck
drivers/clk/clk-lmk04832.c|LMK04832|device:lmk04832_driver_init|ti,lmk04832
drivers/clk/clk-lochnagar.c|COMMON_CLK_LOCHNAGAR|device:lochnagar_clk_driver_init|cirrus,lochnagar1-clk cirrus,lochnagar2-clk
drivers/clk/clk-max9485.c|COMMON_CLK_MAX9485|device:max9485_driver_init|maxim,max9485
drivers/clk/clk-milbeaut.c|ARCH_MILBEAUT_M10V|clk:m10v_cc_init|socionext,milbeaut-m10v-ccu
drivers/clk/clk-milbeaut.c|ARCH_MILBEAUT_M10V|device:m10v_clk_driver_init|socionext,milbeaut-m10v-ccu
drivers/clk/clk-moxart.c|ARCH_MOXART|clk:moxart_of_apb_clk_init|moxa,moxart-apb-clock
drivers/clk/clk-moxart.c|ARCH_MOXART|clk:moxart_of_pll_clk_init|moxa,moxart-pll-clock
drivers/clk/clk-nomadik.c|ARCH_NOMADIK|clk:of_nomadik_hclk_setup|st,nomadik-hclk-clock
drivers/clk/clk-nomadik.c|ARCH_NOMADIK|clk:of_nomadik_pll_setup|st,nomadik-pll-clock
drivers/clk/clk-nomadik.c|ARCH_NOMADIK|clk:of_nomadik_src_clk_setup|st,nomadik-src-clock
drivers/clk/clk-nomadik.c|ARCH_NOMADIK|device:nomadik_src_clk_init_debugfs|stericsson,nomadik-src
drivers/clk/clk-npcm7xx.c|ARCH_NPCM7XX|clk:npcm7xx_clk_init|nuvoton,npcm750-clk
drivers/clk/clk-nspire.c|ARCH_NSPIRE|clk:nspire_ahbdiv_setup_classic|lsi,nspire-classic-ahb-divider
drivers/clk/clk-nspire.c|ARCH_NSPIRE|clk:nspire_ahbdiv_setup_cx|lsi,nspire-cx-ahb-divider
drivers/clk/clk-nspire.c|ARCH_NSPIRE|clk:nspire_clk_setup_classic|lsi,nspire-classic-clock
drivers/clk/clk-nspire.c|ARCH_NSPIRE|clk:nspire_clk_setup_cx|lsi,nspire-cx-clock
drivers/clk/clk-oxnas.c|COMMON_CLK_OXNAS|device:oxnas_stdclk_driver_init|oxsemi,ox810se-stdclk oxsemi,ox820-stdclk
drivers/clk/clk-palmas.c|COMMON_CLK_PALMAS|device:palmas_clks_driver_init|ti,palmas-clk32kg ti,palmas-clk32kgaudio
drivers/clk/clk-plldig.c|CLK_LS1028A_PLLDIG|device:plldig_clk_driver_init|fsl,ls1028a-plldig
drivers/clk/clk-pwm.c|COMMON_CLK_PWM|device:clk_pwm_driver_init|pwm-clock
drivers/clk/clk-qoriq.c|CLK_QORIQ|clk:clockgen_init|fsl,b4420-clockgen fsl,b4860-clockgen fsl,ls1012a-clockgen fsl,ls1021a-clockgen fsl,ls1028a-clockgen fsl,ls1043a-clockgen fsl,ls1046a-clockgen fsl,ls1088a-clockgen fsl,ls2080a-clockgen fsl,lx2160a-clockgen fsl,p2041-clockgen fsl,p3041-clockgen fsl,p4080-clockgen fsl,p5020-clockgen fsl,p5040-clockgen fsl,qoriq-clockgen-1.0 fsl,qoriq-clockgen-2.0 fsl,t1023-clockgen fsl,t1040-clockgen fsl,t2080-clockgen fsl,t4240-clockgen
drivers/clk/clk-qoriq.c|CLK_QORIQ|clk:core_mux_init|fsl,qoriq-core-mux-1.0 fsl,qoriq-core-mux-2.0
drivers/clk/clk-qoriq.c|CLK_QORIQ|clk:core_pll_init|fsl,qoriq-core-pll-1.0 fsl,qoriq-core-pll-2.0
drivers/clk/clk-qoriq.c|CLK_QORIQ|clk:pltfrm_pll_init|fsl,qoriq-platform-pll-1.0 fsl,qoriq-platform-pll-2.0
drivers/clk/clk-qoriq.c|CLK_QORIQ|clk:sysclk_init|fsl,qoriq-sysclk-1.0 fsl,qoriq-sysclk-2.0
drivers/clk/clk-renesas-pcie.c|COMMON_CLK_RS9_PCIE|device:rs9_driver_init|renesas,9fgv0241
drivers/clk/clk-s2mps11.c|COMMON_CLK_S2MPS11|device:s2mps11_clk_driver_init|samsung,s2mps11-clk samsung,s2mps13-clk samsung,s2mps14-clk samsung,s5m8767-clk
drivers/clk/clk-scpi.c|COMMON_CLK_SCPI|device:scpi_clocks_driver_init|arm,scpi-clocks arm,scpi-dvfs-clocks arm,scpi-variable-clocks
drivers/clk/clk-si514.c|COMMON_CLK_SI514|device:si514_driver_init|silabs,si514
drivers/clk/clk-si5341.c|COMMON_CLK_SI5341|device:si5341_driver_init|silabs,si5340 silabs,si5341 silabs,si5342 silabs,si5344 silabs,si5345
drivers/clk/clk-si5351.c|COMMON_CLK_SI5351|device:si5351_driver_init|silabs,si5351a silabs,si5351a-msop silabs,si5351b silabs,si5351c
drivers/clk/clk-si544.c|COMMON_CLK_SI544|device:si544_driver_init|silabs,si544a silabs,si544b silabs,si544c
drivers/clk/clk-si570.c|COMMON_CLK_SI570|device:si570_driver_init|silabs,si570 silabs,si571 silabs,si598 silabs,si599
drivers/clk/clk-sparx5.c|ARCH_SPARX5|device:s5_clk_driver_init|microchip,sparx5-dpll
drivers/clk/clk-stm32f4.c|COMMON_CLK_STM32F|clk:stm32f4_rcc_init|st,stm32f42xx-rcc st,stm32f469-rcc st,stm32f746-rcc st,stm32f769-rcc
drivers/clk/clk-stm32f4.c|COMMON_CLK_STM32F||st,stm32f42xx-rcc st,stm32f469-rcc st,stm32f746-rcc st,stm32f769-rcc
drivers/clk/clk-stm32h7.c|COMMON_CLK_STM32H7|clk:stm32h7_rcc_init|st,stm32h743-rcc
drivers/clk/clk-stm32mp1.c|COMMON_CLK_STM32MP157|core:stm32mp1_clocks_init|st,stm32mp1-rcc st,stm32mp1-rcc-secure
drivers/clk/clk-versaclock5.c|COMMON_CLK_VC5|device:vc5_driver_init|idt,5p49v5923 idt,5p49v5925 idt,5p49v5933 idt,5p49v5935 idt,5p49v6901 idt,5p49v6965 idt,5p49v6975
drivers/clk/clk-versaclock7.c|COMMON_CLK_VC7|device:vc7_i2c_driver_init|renesas,rc21008a
drivers/clk/clk-vt8500.c|ARCH_VT8500|clk:vt8500_pll_init|via,vt8500-pll-clock
drivers/clk/clk-vt8500.c|ARCH_VT8500|clk:vtwm_device_clk_init|via,vt8500-device-clock
drivers/clk/clk-vt8500.c|ARCH_VT8500|clk:wm8650_pll_init|wm,wm8650-pll-clock
drivers/clk/clk-vt8500.c|ARCH_VT8500|clk:wm8750_pll_init|wm,wm8750-pll-clock
drivers/clk/clk-vt8500.c|ARCH_VT8500|clk:wm8850_pll_init|wm,wm8850-pll-clock
drivers/clk/clk-xgene.c|COMMON_CLK_XGENE|clk:xgene_devclk_init|apm,xgene-device-clock
drivers/clk/clk-xgene.c|COMMON_CLK_XGENE|clk:xgene_pcppllclk_init|apm,xgene-pcppll-clock apm,xgene-pcppll-v2-clock
drivers/clk/clk-xgene.c|COMMON_CLK_XGENE|clk:xgene_pmdclk_init|apm,xgene-pmd-clock
drivers/clk/clk-xgene.c|COMMON_CLK_XGENE|clk:xgene_socpllclk_init|apm,xgene-socpll-clock apm,xgene-socpll-v2-clock
drivers/clk/davinci/da8xx-cfgchip.c|ARCH_DAVINCI_DA8XX|postcore:da8xx_cfgchip_driver_init|ti,da830-div4p5ena ti,da830-tbclksync ti,da830-usb-phy-clocks ti,da850-async1-clksrc ti,da850-async3-clksrc
drivers/clk/davinci/pll.c|ARCH_DAVINCI|clk:of_da850_pll0_init|ti,da850-pll0
drivers/clk/davinci/pll.c|ARCH_DAVINCI|postcore:davinci_pll_driver_init|ti,da850-pll1
drivers/clk/davinci/psc.c|ARCH_DAVINCI|postcore:davinci_psc_driver_init|ti,da850-psc0 ti,da850-psc1
drivers/clk/hisilicon/clk-hi3519.c|COMMON_CLK_HI3519|core:hi3519_clk_init|hisilicon,hi3519-crg
drivers/clk/hisilicon/clk-hi3559a.c|COMMON_CLK_HI3559A|core:hi3559av100_crg_init|hisilicon,hi3559av100-clock hisilicon,hi3559av100-shub-clock
drivers/clk/hisilicon/clk-hi3620.c|ARCH_HI3xxx|clk:hi3620_clk_init|hisilicon,hi3620-clock
drivers/clk/hisilicon/clk-hi3620.c|ARCH_HI3xxx|clk:hi3620_mmc_clk_init|hisilicon,hi3620-mmc-clock
drivers/clk/hisilicon/clk-hi3660-stub.c|STUB_CLK_HI3660|subsys:hi3660_stub_clk_init|hisilicon,hi3660-stub-clk
drivers/clk/hisilicon/clk-hi3660.c|COMMON_CLK_HI3660|clk:hi3660_clk_crgctrl_early_init|hisilicon,hi3660-crgctrl
drivers/clk/hisilicon/clk-hi3660.c|COMMON_CLK_HI3660|core:hi3660_clk_init|hisilicon,hi3660-crgctrl hisilicon,hi3660-iomcu hisilicon,hi3660-pctrl hisilicon,hi3660-pmuctrl hisilicon,hi3660-sctrl
drivers/clk/hisilicon/clk-hi3670.c|COMMON_CLK_HI3670|core:hi3670_clk_init|hisilicon,hi3670-crgctrl hisilicon,hi3670-iomcu hisilicon,hi3670-media1-crg hisilicon,hi3670-media2-crg hisilicon,hi3670-pctrl hisilicon,hi3670-pmuctrl hisilicon,hi3670-sctrl
drivers/clk/hisilicon/clk-hi6220-stub.c|STUB_CLK_HI6220|subsys:hi6220_stub_clk_init|hisilicon,hi6220-stub-clk
drivers/clk/hisilicon/clk-hi6220.c|COMMON_CLK_HI6220|clk:hi6220_clk_acpu_init|hisilicon,hi6220-acpu-sctrl
drivers/clk/hisilicon/clk-hi6220.c|COMMON_CLK_HI6220|clk:hi6220_clk_ao_init|hisilicon,hi6220-aoctrl
drivers/clk/hisilicon/clk-hi6220.c|COMMON_CLK_HI6220|clk:hi6220_clk_media_init|hisilicon,hi6220-mediactrl
drivers/clk/hisilicon/clk-hi6220.c|COMMON_CLK_HI6220|clk:hi6220_clk_power_init|hisilicon,hi6220-pmctrl
drivers/clk/hisilicon/clk-hi6220.c|COMMON_CLK_HI6220|clk:hi6220_clk_sys_init|hisilicon,hi6220-sysctrl
drivers/clk/hisilicon/clk-hip04.c|ARCH_HIP04|clk:hip04_clk_init|hisilicon,hip04-clock
drivers/clk/hisilicon/clk-hix5hd2.c|ARCH_HIX5HD2|clk:hix5hd2_clk_init|hisilicon,hix5hd2-clock
drivers/clk/hisilicon/crg-hi3516cv300.c|COMMON_CLK_HI3516CV300|core:hi3516cv300_crg_init|hisilicon,hi3516cv300-crg hisilicon,hi3516cv300-sysctrl
drivers/clk/hisilicon/crg-hi3798cv200.c|COMMON_CLK_HI3798CV200|core:hi3798cv200_crg_init|hisilicon,hi3798cv200-crg hisilicon,hi3798cv200-sysctrl
drivers/clk/imgtec/clk-boston.c|COMMON_CLK_BOSTON|clk:clk_boston_setup|img,boston-clock
drivers/clk/imx/clk-imx1.c|CLK_IMX1|clk:mx1_clocks_init_dt|fsl,imx1-ccm
drivers/clk/imx/clk-imx25.c|CLK_IMX25|clk:mx25_clocks_init_dt|fsl,imx25-ccm
drivers/clk/imx/clk-imx27.c|CLK_IMX27|clk:mx27_clocks_init_dt|fsl,imx27-ccm
drivers/clk/imx/clk-imx31.c|CLK_IMX31|clk:mx31_clocks_init_dt|fsl,imx31-ccm
drivers/clk/imx/clk-imx35.c|CLK_IMX35|clk:mx35_clocks_init_dt|fsl,imx35-ccm
drivers/clk/imx/clk-imx5.c|CLK_IMX5|clk:mx50_clocks_init|fsl,imx50-ccm
drivers/clk/imx/clk-imx5.c|CLK_IMX5|clk:mx51_clocks_init|fsl,imx51-ccm
drivers/clk/imx/clk-imx5.c|CLK_IMX5|clk:mx53_clocks_init|fsl,imx53-ccm
drivers/clk/imx/clk-imx6q.c|CLK_IMX6Q|clk:imx6q_clocks_init|fsl,imx6q-ccm
drivers/clk/imx/clk-imx6sl.c|CLK_IMX6SL|clk:imx6sl_clocks_init|fsl,imx6sl-ccm
drivers/clk/imx/clk-imx6sll.c|CLK_IMX6SLL|clk:imx6sll_clocks_init|fsl,imx6sll-ccm
drivers/clk/imx/clk-imx6sx.c|CLK_IMX6SX|clk:imx6sx_clocks_init|fsl,imx6sx-ccm
drivers/clk/imx/clk-imx6ul.c|CLK_IMX6UL|clk:imx6ul_clocks_init|fsl,imx6ul-ccm
drivers/clk/imx/clk-imx7d.c|CLK_IMX7D|clk:imx7d_clocks_init|fsl,imx7d-ccm
drivers/clk/imx/clk-imx7ulp.c|CLK_IMX7ULP|clk:imx7ulp_clk_pcc2_init|fsl,imx7ulp-pcc2
drivers/clk/imx/clk-imx7ulp.c|CLK_IMX7ULP|clk:imx7ulp_clk_pcc3_init|fsl,imx7ulp-pcc3
drivers/clk/imx/clk-imx7ulp.c|CLK_IMX7ULP|clk:imx7ulp_clk_scg1_init|fsl,imx7ulp-scg1
drivers/clk/imx/clk-imx7ulp.c|CLK_IMX7ULP|clk:imx7ulp_clk_smc1_init|fsl,imx7ulp-smc1
drivers/clk/imx/clk-imx8mm.c|CLK_IMX8MM|device:imx8mm_clk_driver_init|fsl,imx8mm-ccm
drivers/clk/imx/clk-imx8mn.c|CLK_IMX8MN|device:imx8mn_clk_driver_init|fsl,imx8mn-ccm
drivers/clk/imx/clk-imx8mp.c|CLK_IMX8MP|device:imx8mp_clk_driver_init|fsl,imx8mp-ccm
drivers/clk/imx/clk-imx8mq.c|CLK_IMX8MQ|device:imx8mq_clk_driver_init|fsl,imx8mq-ccm
drivers/clk/imx/clk-imx8qxp-lpcg.c|CLK_IMX8QXP|device:imx8qxp_lpcg_clk_driver_init|fsl,imx8qxp-lpcg fsl,imx8qxp-lpcg-adma fsl,imx8qxp-lpcg-conn fsl,imx8qxp-lpcg-lsio
drivers/clk/imx/clk-imx8qxp.c|CLK_IMX8QXP|device:imx8qxp_clk_driver_init|fsl,imx8dxl-clk fsl,imx8qm-clk fsl,imx8qxp-clk fsl,scu-clk
drivers/clk/imx/clk-imx8ulp.c|CLK_IMX8ULP|device:imx8ulp_clk_driver_init|fsl,imx8ulp-cgc1 fsl,imx8ulp-cgc2 fsl,imx8ulp-pcc3 fsl,imx8ulp-pcc4 fsl,imx8ulp-pcc5
drivers/clk/imx/clk-imx93.c|CLK_IMX93|device:imx93_clk_driver_init|fsl,imx93-ccm
drivers/clk/imx/clk-imxrt1050.c|CLK_IMXRT1050|device:imxrt1050_clk_driver_init|fsl,imxrt1050-ccm
drivers/clk/imx/clk-vf610.c|CLK_VF610|clk:vf610_clocks_init|fsl,vf610-ccm
drivers/clk/ingenic/jz4725b-cgu.c|INGENIC_CGU_JZ4725B|clk:jz4725b_cgu_init|ingenic,jz4725b-cgu
drivers/clk/ingenic/jz4740-cgu.c|INGENIC_CGU_JZ4740|clk:jz4740_cgu_init|ingenic,jz4740-cgu
drivers/clk/ingenic/jz4760-cgu.c|INGENIC_CGU_JZ4760|clk:jz4760_cgu_init|ingenic,jz4760-cgu ingenic,jz4760b-cgu
drivers/clk/ingenic/jz4770-cgu.c|INGENIC_CGU_JZ4770|clk:jz4770_cgu_init|ingenic,jz4770-cgu
drivers/clk/ingenic/jz4780-cgu.c|INGENIC_CGU_JZ4780|clk:jz4780_cgu_init|ingenic,jz4780-cgu
drivers/clk/ingenic/tcu.c|INGENIC_TCU_CLK|clk:ingenic_tcu_init|ingenic,jz4725b-tcu ingenic,jz4740-tcu ingenic,jz4760-tcu ingenic,jz4770-tcu ingenic,x1000-tcu
drivers/clk/ingenic/x1000-cgu.c|INGENIC_CGU_X1000|clk:x1000_cgu_init|ingenic,x1000-cgu
drivers/clk/ingenic/x1830-cgu.c|INGENIC_CGU_X1830|clk:x1830_cgu_init|ingenic,x1830-cgu
drivers/clk/keystone/gate.c|COMMON_CLK_KEYSTONE|clk:of_keystone_psc_clk_init|ti,keystone,psc-clock
drivers/clk/keystone/pll.c|COMMON_CLK_KEYSTONE|clk:of_keystone_main_pll_clk_init|ti,keystone,main-pll-clock
drivers/clk/keystone/pll.c|COMMON_CLK_KEYSTONE|clk:of_keystone_pll_clk_init|ti,keystone,pll-clock
drivers/clk/keystone/pll.c|COMMON_CLK_KEYSTONE|clk:of_pll_div_clk_init|ti,keystone,pll-divider-clock
drivers/clk/keystone/pll.c|COMMON_CLK_KEYSTONE|clk:of_pll_mux_clk_init|ti,keystone,pll-mux-clock
drivers/clk/keystone/sci-clk.c|TI_SCI_CLK|device:ti_sci_clk_driver_init|ti,k2g-sci-clk
drivers/clk/keystone/syscon-clk.c|TI_SYSCON_CLK|device:ti_syscon_gate_clk_driver_init|ti,am62-epwm-tbclk ti,am64-epwm-tbclk ti,am654-ehrpwm-tbclk
drivers/clk/mediatek/clk-mt2701-aud.c|COMMON_CLK_MT2701_AUDSYS|device:clk_mt2701_aud_drv_init|mediatek,mt2701-audsys
drivers/clk/mediatek/clk-mt2701-bdp.c|COMMON_CLK_MT2701_BDPSYS|device:clk_mt2701_bdp_drv_init|mediatek,mt2701-bdpsys
drivers/clk/mediatek/clk-mt2701-eth.c|COMMON_CLK_MT2701_ETHSYS|device:clk_mt2701_eth_drv_init|mediatek,mt2701-ethsys
drivers/clk/mediatek/clk-mt2701-g3d.c|COMMON_CLK_MT2701_G3DSYS|device:clk_mt2701_g3d_drv_init|mediatek,mt2701-g3dsys
drivers/clk/mediatek/clk-mt2701-hif.c|COMMON_CLK_MT2701_HIFSYS|device:clk_mt2701_hif_drv_init|mediatek,mt2701-hifsys
drivers/clk/mediatek/clk-mt2701-img.c|COMMON_CLK_MT2701_IMGSYS|device:clk_mt2701_img_drv_init|mediatek,mt2701-imgsys
drivers/clk/mediatek/clk-mt2701-vdec.c|COMMON_CLK_MT2701_VDECSYS|device:clk_mt2701_vdec_drv_init|mediatek,mt2701-vdecsys
drivers/clk/mediatek/clk-mt2701.c|COMMON_CLK_MT2701|arch:clk_mt2701_init|mediatek,mt2701-apmixedsys mediatek,mt2701-infracfg mediatek,mt2701-pericfg mediatek,mt2701-topckgen
drivers/clk/mediatek/clk-mt2701.c|COMMON_CLK_MT2701|clk:mtk_infrasys_init_early|mediatek,mt2701-infracfg
drivers/clk/mediatek/clk-mt2712-bdp.c|COMMON_CLK_MT2712_BDPSYS|device:clk_mt2712_bdp_drv_init|mediatek,mt2712-bdpsys
drivers/clk/mediatek/clk-mt2712-img.c|COMMON_CLK_MT2712_IMGSYS|device:clk_mt2712_img_drv_init|mediatek,mt2712-imgsys
drivers/clk/mediatek/clk-mt2712-jpgdec.c|COMMON_CLK_MT2712_JPGDECSYS|device:clk_mt2712_jpgdec_drv_init|mediatek,mt2712-jpgdecsys
drivers/clk/mediatek/clk-mt2712-mfg.c|COMMON_CLK_MT2712_MFGCFG|device:clk_mt2712_mfg_drv_init|mediatek,mt2712-mfgcfg
drivers/clk/mediatek/clk-mt2712-vdec.c|COMMON_CLK_MT2712_VDECSYS|device:clk_mt2712_vdec_drv_init|mediatek,mt2712-vdecsys
drivers/clk/mediatek/clk-mt2712-venc.c|COMMON_CLK_MT2712_VENCSYS|device:clk_mt2712_venc_drv_init|mediatek,mt2712-vencsys
drivers/clk/mediatek/clk-mt2712.c|COMMON_CLK_MT2712|arch:clk_mt2712_init|mediatek,mt2712-apmixedsys mediatek,mt2712-infracfg mediatek,mt2712-mcucfg mediatek,mt2712-pericfg mediatek,mt2712-topckgen
drivers/clk/mediatek/clk-mt2712.c|COMMON_CLK_MT2712|clk:clk_mt2712_top_init_early|mediatek,mt2712-topckgen
drivers/clk/mediatek/clk-mt6765-audio.c|COMMON_CLK_MT6765_AUDIOSYS|device:clk_mt6765_audio_drv_init|mediatek,mt6765-audsys
drivers/clk/mediatek/clk-mt6765-cam.c|COMMON_CLK_MT6765_CAMSYS|device:clk_mt6765_cam_drv_init|mediatek,mt6765-camsys
drivers/clk/mediatek/clk-mt6765-img.c|COMMON_CLK_MT6765_IMGSYS|device:clk_mt6765_img_drv_init|mediatek,mt6765-imgsys
drivers/clk/mediatek/clk-mt6765-mipi0a.c|COMMON_CLK_MT6765_MIPI0ASYS|device:clk_mt6765_mipi0a_drv_init|mediatek,mt6765-mipi0a
drivers/clk/mediatek/clk-mt6765-mm.c|COMMON_CLK_MT6765_MMSYS|device:clk_mt6765_mm_drv_init|mediatek,mt6765-mmsys
drivers/clk/mediatek/clk-mt6765-vcodec.c|COMMON_CLK_MT6765_VCODECSYS|device:clk_mt6765_vcodec_drv_init|mediatek,mt6765-vcodecsys
drivers/clk/mediatek/clk-mt6765.c|COMMON_CLK_MT6765|arch:clk_mt6765_init|mediatek,mt6765-apmixedsys mediatek,mt6765-infracfg mediatek,mt6765-topckgen
drivers/clk/mediatek/clk-mt6779-aud.c|COMMON_CLK_MT6779_AUDSYS|device:clk_mt6779_aud_drv_init|mediatek,mt6779-audio
drivers/clk/mediatek/clk-mt6779-cam.c|COMMON_CLK_MT6779_CAMSYS|device:clk_mt6779_cam_drv_init|mediatek,mt6779-camsys
drivers/clk/mediatek/clk-mt6779-img.c|COMMON_CLK_MT6779_IMGSYS|device:clk_mt6779_img_drv_init|mediatek,mt6779-imgsys
drivers/clk/mediatek/clk-mt6779-ipe.c|COMMON_CLK_MT6779_IPESYS|device:clk_mt6779_ipe_drv_init|mediatek,mt6779-ipesys
drivers/clk/mediatek/clk-mt6779-mfg.c|COMMON_CLK_MT6779_MFGCFG|device:clk_mt6779_mfg_drv_init|mediatek,mt6779-mfgcfg
drivers/clk/mediatek/clk-mt6779-vdec.c|COMMON_CLK_MT6779_VDECSYS|device:clk_mt6779_vdec_drv_init|mediatek,mt6779-vdecsys
drivers/clk/mediatek/clk-mt6779-venc.c|COMMON_CLK_MT6779_VENCSYS|device:clk_mt6779_venc_drv_init|mediatek,mt6779-vencsys
drivers/clk/mediatek/clk-mt6779.c|COMMON_CLK_MT6779|arch:clk_mt6779_init|mediatek,mt6779-apmixed mediatek,mt6779-infracfg_ao mediatek,mt6779-topckgen
drivers/clk/mediatek/clk-mt6795-apmixedsys.c|COMMON_CLK_MT6795|device:clk_mt6795_apmixed_drv_init|mediatek,mt6795-apmixedsys
drivers/clk/mediatek/clk-mt6795-infracfg.c|COMMON_CLK_MT6795|device:clk_mt6795_infracfg_drv_init|mediatek,mt6795-infracfg
drivers/clk/mediatek/clk-mt6795-mfg.c|COMMON_CLK_MT6795_MFGCFG|device:clk_mt6795_mfg_drv_init|mediatek,mt6795-mfgcfg
drivers/clk/mediatek/clk-mt6795-pericfg.c|COMMON_CLK_MT6795|device:clk_mt6795_pericfg_drv_init|mediatek,mt6795-pericfg
drivers/clk/mediatek/clk-mt6795-topckgen.c|COMMON_CLK_MT6795|device:clk_mt6795_topckgen_drv_init|mediatek,mt6795-topckgen
drivers/clk/mediatek/clk-mt6795-vdecsys.c|COMMON_CLK_MT6795_VDECSYS|device:clk_mt6795_vdecsys_drv_init|mediatek,mt6795-vdecsys
drivers/clk/mediatek/clk-mt6795-vencsys.c|COMMON_CLK_MT6795_VENCSYS|device:clk_mt6795_vencsys_drv_init|mediatek,mt6795-vencsys
drivers/clk/mediatek/clk-mt6797-img.c|COMMON_CLK_MT6797_IMGSYS|device:clk_mt6797_img_drv_init|mediatek,mt6797-imgsys
drivers/clk/mediatek/clk-mt6797-vdec.c|COMMON_CLK_MT6797_VDECSYS|device:clk_mt6797_vdec_drv_init|mediatek,mt6797-vdecsys
drivers/clk/mediatek/clk-mt6797-venc.c|COMMON_CLK_MT6797_VENCSYS|device:clk_mt6797_venc_drv_init|mediatek,mt6797-vencsys
drivers/clk/mediatek/clk-mt6797.c|COMMON_CLK_MT6797|arch:clk_mt6797_init|mediatek,mt6797-apmixedsys mediatek,mt6797-infracfg mediatek,mt6797-topckgen
drivers/clk/mediatek/clk-mt6797.c|COMMON_CLK_MT6797|clk:mtk_infrasys_init_early|mediatek,mt6797-infracfg
drivers/clk/mediatek/clk-mt7622-aud.c|COMMON_CLK_MT7622_AUDSYS|device:clk_mt7622_aud_drv_init|mediatek,mt7622-audsys
drivers/clk/mediatek/clk-mt7622-eth.c|COMMON_CLK_MT7622_ETHSYS|device:clk_mt7622_eth_drv_init|mediatek,mt7622-ethsys mediatek,mt7622-sgmiisys
drivers/clk/mediatek/clk-mt7622-hif.c|COMMON_CLK_MT7622_HIFSYS|device:clk_mt7622_hif_drv_init|mediatek,mt7622-pciesys mediatek,mt7622-ssusbsys
drivers/clk/mediatek/clk-mt7622.c|COMMON_CLK_MT7622|arch:clk_mt7622_init|mediatek,mt7622-apmixedsys mediatek,mt7622-infracfg mediatek,mt7622-pericfg mediatek,mt7622-topckgen
drivers/clk/mediatek/clk-mt7629-eth.c|COMMON_CLK_MT7629_ETHSYS|device:clk_mt7629_eth_drv_init|mediatek,mt7629-ethsys mediatek,mt7629-sgmiisys
drivers/clk/mediatek/clk-mt7629-hif.c|COMMON_CLK_MT7629_HIFSYS|device:clk_mt7629_hif_drv_init|mediatek,mt7629-pciesys mediatek,mt7629-ssusbsys
drivers/clk/mediatek/clk-mt7629.c|COMMON_CLK_MT7629|arch:clk_mt7629_init|mediatek,mt7629-apmixedsys mediatek,mt7629-infracfg mediatek,mt7629-pericfg mediatek,mt7629-topckgen
drivers/clk/mediatek/clk-mt7986-apmixed.c|COMMON_CLK_MT7986|device:clk_mt7986_apmixed_drv_init|mediatek,mt7986-apmixedsys
drivers/clk/mediatek/clk-mt7986-eth.c|COMMON_CLK_MT7986_ETHSYS|clk:mtk_ethsys_init|mediatek,mt7986-ethsys
drivers/clk/mediatek/clk-mt7986-eth.c|COMMON_CLK_MT7986_ETHSYS|clk:mtk_sgmiisys_0_init|mediatek,mt7986-sgmiisys_0
drivers/clk/mediatek/clk-mt7986-eth.c|COMMON_CLK_MT7986_ETHSYS|clk:mtk_sgmiisys_1_init|mediatek,mt7986-sgmiisys_1
drivers/clk/mediatek/clk-mt7986-infracfg.c|COMMON_CLK_MT7986|device:clk_mt7986_infracfg_drv_init|mediatek,mt7986-infracfg
drivers/clk/mediatek/clk-mt7986-topckgen.c|COMMON_CLK_MT7986|device:clk_mt7986_topckgen_drv_init|mediatek,mt7986-topckgen
drivers/clk/mediatek/clk-mt8135.c|COMMON_CLK_MT8135|clk:mtk_apmixedsys_init|mediatek,mt8135-apmixedsys
drivers/clk/mediatek/clk-mt8135.c|COMMON_CLK_MT8135|clk:mtk_infrasys_init|mediatek,mt8135-infracfg
drivers/clk/mediatek/clk-mt8135.c|COMMON_CLK_MT8135|clk:mtk_pericfg_init|mediatek,mt8135-pericfg
drivers/clk/mediatek/clk-mt8135.c|COMMON_CLK_MT8135|clk:mtk_topckgen_init|mediatek,mt8135-topckgen
drivers/clk/mediatek/clk-mt8167-aud.c|COMMON_CLK_MT8167_AUDSYS|clk:mtk_audsys_init|mediatek,mt8167-audsys
drivers/clk/mediatek/clk-mt8167-img.c|COMMON_CLK_MT8167_IMGSYS|clk:mtk_imgsys_init|mediatek,mt8167-imgsys
drivers/clk/mediatek/clk-mt8167-mfgcfg.c|COMMON_CLK_MT8167_MFGCFG|clk:mtk_mfgcfg_init|mediatek,mt8167-mfgcfg
drivers/clk/mediatek/clk-mt8167-vdec.c|COMMON_CLK_MT8167_VDECSYS|clk:mtk_vdecsys_init|mediatek,mt8167-vdecsys
drivers/clk/mediatek/clk-mt8167.c|COMMON_CLK_MT8167|clk:mtk_apmixedsys_init|mediatek,mt8167-apmixedsys
drivers/clk/mediatek/clk-mt8167.c|COMMON_CLK_MT8167|clk:mtk_infracfg_init|mediatek,mt8167-infracfg
drivers/clk/mediatek/clk-mt8167.c|COMMON_CLK_MT8167|clk:mtk_topckgen_init|mediatek,mt8167-topckgen
drivers/clk/mediatek/clk-mt8173.c|COMMON_CLK_MT8173|clk:mtk_apmixedsys_init|mediatek,mt8173-apmixedsys
drivers/clk/mediatek/clk-mt8173.c|COMMON_CLK_MT8173|clk:mtk_imgsys_init|mediatek,mt8173-imgsys
drivers/clk/mediatek/clk-mt8173.c|COMMON_CLK_MT8173|clk:mtk_infrasys_init|mediatek,mt8173-infracfg
drivers/clk/mediatek/clk-mt8173.c|COMMON_CLK_MT8173|clk:mtk_pericfg_init|mediatek,mt8173-pericfg
drivers/clk/mediatek/clk-mt8173.c|COMMON_CLK_MT8173|clk:mtk_topckgen_init|mediatek,mt8173-topckgen
drivers/clk/mediatek/clk-mt8173.c|COMMON_CLK_MT8173|clk:mtk_vdecsys_init|mediatek,mt8173-vdecsys
drivers/clk/mediatek/clk-mt8173.c|COMMON_CLK_MT8173|clk:mtk_vencltsys_init|mediatek,mt8173-vencltsys
drivers/clk/mediatek/clk-mt8173.c|COMMON_CLK_MT8173|clk:mtk_vencsys_init|mediatek,mt8173-vencsys
drivers/clk/mediatek/clk-mt8183-audio.c|COMMON_CLK_MT8183_AUDIOSYS|device:clk_mt8183_audio_drv_init|mediatek,mt8183-audiosys
drivers/clk/mediatek/clk-mt8183-cam.c|COMMON_CLK_MT8183_CAMSYS|device:clk_mt8183_cam_drv_init|mediatek,mt8183-camsys
drivers/clk/mediatek/clk-mt8183-img.c|COMMON_CLK_MT8183_IMGSYS|device:clk_mt8183_img_drv_init|mediatek,mt8183-imgsys
drivers/clk/mediatek/clk-mt8183-ipu0.c|COMMON_CLK_MT8183_IPU_CORE0|device:clk_mt8183_ipu_core0_drv_init|mediatek,mt8183-ipu_core0
drivers/clk/mediatek/clk-mt8183-ipu1.c|COMMON_CLK_MT8183_IPU_CORE1|device:clk_mt8183_ipu_core1_drv_init|mediatek,mt8183-ipu_core1
drivers/clk/mediatek/clk-mt8183-ipu_adl.c|COMMON_CLK_MT8183_IPU_ADL|device:clk_mt8183_ipu_adl_drv_init|mediatek,mt8183-ipu_adl
drivers/clk/mediatek/clk-mt8183-ipu_conn.c|COMMON_CLK_MT8183_IPU_CONN|device:clk_mt8183_ipu_conn_drv_init|mediatek,mt8183-ipu_conn
drivers/clk/mediatek/clk-mt8183-mfgcfg.c|COMMON_CLK_MT8183_MFGCFG|device:clk_mt8183_mfg_drv_init|mediatek,mt8183-mfgcfg
drivers/clk/mediatek/clk-mt8183-vdec.c|COMMON_CLK_MT8183_VDECSYS|device:clk_mt8183_vdec_drv_init|mediatek,mt8183-vdecsys
drivers/clk/mediatek/clk-mt8183-venc.c|COMMON_CLK_MT8183_VENCSYS|device:clk_mt8183_venc_drv_init|mediatek,mt8183-vencsys
drivers/clk/mediatek/clk-mt8183.c|COMMON_CLK_MT8183|arch:clk_mt8183_init|mediatek,mt8183-apmixedsys mediatek,mt8183-infracfg mediatek,mt8183-mcucfg mediatek,mt8183-pericfg mediatek,mt8183-topckgen
drivers/clk/mediatek/clk-mt8183.c|COMMON_CLK_MT8183|clk:clk_mt8183_top_init_early|mediatek,mt8183-topckgen
drivers/clk/mediatek/clk-mt8186-apmixedsys.c|COMMON_CLK_MT8186|device:clk_mt8186_apmixed_drv_init|mediatek,mt8186-apmixedsys
drivers/clk/mediatek/clk-mt8186-cam.c|COMMON_CLK_MT8186|device:clk_mt8186_cam_drv_init|mediatek,mt8186-camsys mediatek,mt8186-camsys_rawa mediatek,mt8186-camsys_rawb
drivers/clk/mediatek/clk-mt8186-img.c|COMMON_CLK_MT8186|device:clk_mt8186_img_drv_init|mediatek,mt8186-imgsys1 mediatek,mt8186-imgsys2
drivers/clk/mediatek/clk-mt8186-imp_iic_wrap.c|COMMON_CLK_MT8186|device:clk_mt8186_imp_iic_wrap_drv_init|mediatek,mt8186-imp_iic_wrap
drivers/clk/mediatek/clk-mt8186-infra_ao.c|COMMON_CLK_MT8186|device:clk_mt8186_infra_ao_drv_init|mediatek,mt8186-infracfg_ao
drivers/clk/mediatek/clk-mt8186-ipe.c|COMMON_CLK_MT8186|device:clk_mt8186_ipe_drv_init|mediatek,mt8186-ipesys
drivers/clk/mediatek/clk-mt8186-mcu.c|COMMON_CLK_MT8186|device:clk_mt8186_mcu_drv_init|mediatek,mt8186-mcusys
drivers/clk/mediatek/clk-mt8186-mdp.c|COMMON_CLK_MT8186|device:clk_mt8186_mdp_drv_init|mediatek,mt8186-mdpsys
drivers/clk/mediatek/clk-mt8186-mfg.c|COMMON_CLK_MT8186|device:clk_mt8186_mfg_drv_init|mediatek,mt8186-mfgsys
drivers/clk/mediatek/clk-mt8186-topckgen.c|COMMON_CLK_MT8186|device:clk_mt8186_topck_drv_init|mediatek,mt8186-topckgen
drivers/clk/mediatek/clk-mt8186-vdec.c|COMMON_CLK_MT8186|device:clk_mt8186_vdec_drv_init|mediatek,mt8186-vdecsys
drivers/clk/mediatek/clk-mt8186-venc.c|COMMON_CLK_MT8186|device:clk_mt8186_venc_drv_init|mediatek,mt8186-vencsys
drivers/clk/mediatek/clk-mt8186-wpe.c|COMMON_CLK_MT8186|device:clk_mt8186_wpe_drv_init|mediatek,mt8186-wpesys
drivers/clk/mediatek/clk-mt8192-aud.c|COMMON_CLK_MT8192_AUDSYS|device:clk_mt8192_aud_drv_init|mediatek,mt8192-audsys
drivers/clk/mediatek/clk-mt8192-cam.c|COMMON_CLK_MT8192_CAMSYS|device:clk_mt8192_cam_drv_init|mediatek,mt8192-camsys mediatek,mt8192-camsys_rawa mediatek,mt8192-camsys_rawb mediatek,mt8192-camsys_rawc
drivers/clk/mediatek/clk-mt8192-img.c|COMMON_CLK_MT8192_IMGSYS|device:clk_mt8192_img_drv_init|mediatek,mt8192-imgsys mediatek,mt8192-imgsys2
drivers/clk/mediatek/clk-mt8192-imp_iic_wrap.c|COMMON_CLK_MT8192_IMP_IIC_WRAP|device:clk_mt8192_imp_iic_wrap_drv_init|mediatek,mt8192-imp_iic_wrap_c mediatek,mt8192-imp_iic_wrap_e mediatek,mt8192-imp_iic_wrap_n mediatek,mt8192-imp_iic_wrap_s mediatek,mt8192-imp_iic_wrap_w mediatek,mt8192-imp_iic_wrap_ws
drivers/clk/mediatek/clk-mt8192-ipe.c|COMMON_CLK_MT8192_IPESYS|device:clk_mt8192_ipe_drv_init|mediatek,mt8192-ipesys
drivers/clk/mediatek/clk-mt8192-mdp.c|COMMON_CLK_MT8192_MDPSYS|device:clk_mt8192_mdp_drv_init|mediatek,mt8192-mdpsys
drivers/clk/mediatek/clk-mt8192-mfg.c|COMMON_CLK_MT8192_MFGCFG|device:clk_mt8192_mfg_drv_init|mediatek,mt8192-mfgcfg
drivers/clk/mediatek/clk-mt8192-msdc.c|COMMON_CLK_MT8192_MSDC|device:clk_mt8192_msdc_drv_init|mediatek,mt8192-msdc_top
drivers/clk/mediatek/clk-mt8192-scp_adsp.c|COMMON_CLK_MT8192_SCP_ADSP|device:clk_mt8192_scp_adsp_drv_init|mediatek,mt8192-scp_adsp
drivers/clk/mediatek/clk-mt8192-vdec.c|COMMON_CLK_MT8192_VDECSYS|device:clk_mt8192_vdec_drv_init|mediatek,mt8192-vdecsys mediatek,mt8192-vdecsys_soc
drivers/clk/mediatek/clk-mt8192-venc.c|COMMON_CLK_MT8192_VENCSYS|device:clk_mt8192_venc_drv_init|mediatek,mt8192-vencsys
drivers/clk/mediatek/clk-mt8192.c|COMMON_CLK_MT8192|arch:clk_mt8192_init|mediatek,mt8192-apmixedsys mediatek,mt8192-infracfg mediatek,mt8192-pericfg mediatek,mt8192-topckgen
drivers/clk/mediatek/clk-mt8192.c|COMMON_CLK_MT8192|clk:clk_mt8192_top_init_early|mediatek,mt8192-topckgen
drivers/clk/mediatek/clk-mt8195-apmixedsys.c|COMMON_CLK_MT8195|device:clk_mt8195_apmixed_drv_init|mediatek,mt8195-apmixedsys
drivers/clk/mediatek/clk-mt8195-apusys_pll.c|COMMON_CLK_MT8195|device:clk_mt8195_apusys_pll_drv_init|mediatek,mt8195-apusys_pll
drivers/clk/mediatek/clk-mt8195-cam.c|COMMON_CLK_MT8195|device:clk_mt8195_cam_drv_init|mediatek,mt8195-camsys mediatek,mt8195-camsys_mraw mediatek,mt8195-camsys_rawa mediatek,mt8195-camsys_rawb mediatek,mt8195-camsys_yuva mediatek,mt8195-camsys_yuvb
drivers/clk/mediatek/clk-mt8195-ccu.c|COMMON_CLK_MT8195|device:clk_mt8195_ccu_drv_init|mediatek,mt8195-ccusys
drivers/clk/mediatek/clk-mt8195-img.c|COMMON_CLK_MT8195|device:clk_mt8195_img_drv_init|mediatek,mt8195-imgsys mediatek,mt8195-imgsys1_dip_nr mediatek,mt8195-imgsys1_dip_top mediatek,mt8195-imgsys1_wpe
drivers/clk/mediatek/clk-mt8195-imp_iic_wrap.c|COMMON_CLK_MT8195|device:clk_mt8195_imp_iic_wrap_drv_init|mediatek,mt8195-imp_iic_wrap_s mediatek,mt8195-imp_iic_wrap_w
drivers/clk/mediatek/clk-mt8195-infra_ao.c|COMMON_CLK_MT8195|device:clk_mt8195_infra_ao_drv_init|mediatek,mt8195-infracfg_ao
drivers/clk/mediatek/clk-mt8195-ipe.c|COMMON_CLK_MT8195|device:clk_mt8195_ipe_drv_init|mediatek,mt8195-ipesys
drivers/clk/mediatek/clk-mt8195-mfg.c|COMMON_CLK_MT8195|device:clk_mt8195_mfg_drv_init|mediatek,mt8195-mfgcfg
drivers/clk/mediatek/clk-mt8195-peri_ao.c|COMMON_CLK_MT8195|device:clk_mt8195_peri_ao_drv_init|mediatek,mt8195-pericfg_ao
drivers/clk/mediatek/clk-mt8195-scp_adsp.c|COMMON_CLK_MT8195|device:clk_mt8195_scp_adsp_drv_init|mediatek,mt8195-scp_adsp
drivers/clk/mediatek/clk-mt8195-topckgen.c|COMMON_CLK_MT8195|device:clk_mt8195_topck_drv_init|mediatek,mt8195-topckgen
drivers/clk/mediatek/clk-mt8195-vdec.c|COMMON_CLK_MT8195|device:clk_mt8195_vdec_drv_init|mediatek,mt8195-vdecsys mediatek,mt8195-vdecsys_core1 mediatek,mt8195-vdecsys_soc
drivers/clk/mediatek/clk-mt8195-venc.c|COMMON_CLK_MT8195|device:clk_mt8195_venc_drv_init|mediatek,mt8195-vencsys mediatek,mt8195-vencsys_core1
drivers/clk/mediatek/clk-mt8195-vpp0.c|COMMON_CLK_MT8195|device:clk_mt8195_vpp0_drv_init|mediatek,mt8195-vppsys0
drivers/clk/mediatek/clk-mt8195-vpp1.c|COMMON_CLK_MT8195|device:clk_mt8195_vpp1_drv_init|mediatek,mt8195-vppsys1
drivers/clk/mediatek/clk-mt8195-wpe.c|COMMON_CLK_MT8195|device:clk_mt8195_wpe_drv_init|mediatek,mt8195-wpesys mediatek,mt8195-wpesys_vpp0 mediatek,mt8195-wpesys_vpp1
drivers/clk/mediatek/clk-mt8365-apu.c|COMMON_CLK_MT8365_APU|device:clk_mt8365_apu_drv_init|mediatek,mt8365-apu
drivers/clk/mediatek/clk-mt8365-cam.c|COMMON_CLK_MT8365_CAM|device:clk_mt8365_cam_drv_init|mediatek,mt8365-imgsys
drivers/clk/mediatek/clk-mt8365-mfg.c|COMMON_CLK_MT8365_MFG|device:clk_mt8365_mfg_drv_init|mediatek,mt8365-mfgcfg
drivers/clk/mediatek/clk-mt8365-vdec.c|COMMON_CLK_MT8365_VDEC|device:clk_mt8365_vdec_drv_init|mediatek,mt8365-vdecsys
drivers/clk/mediatek/clk-mt8365-venc.c|COMMON_CLK_MT8365_VENC|device:clk_mt8365_venc_drv_init|mediatek,mt8365-vencsys
drivers/clk/mediatek/clk-mt8365.c|COMMON_CLK_MT8365|arch:clk_mt8365_init|mediatek,mt8365-apmixedsys mediatek,mt8365-infracfg mediatek,mt8365-mcucfg mediatek,mt8365-pericfg mediatek,mt8365-topckgen
drivers/clk/mediatek/clk-mt8516-aud.c|COMMON_CLK_MT8516_AUDSYS|clk:mtk_audsys_init|mediatek,mt8516-audsys
drivers/clk/mediatek/clk-mt8516.c|COMMON_CLK_MT8516|clk:mtk_apmixedsys_init|mediatek,mt8516-apmixedsys
drivers/clk/mediatek/clk-mt8516.c|COMMON_CLK_MT8516|clk:mtk_infracfg_init|mediatek,mt8516-infracfg
drivers/clk/mediatek/clk-mt8516.c|COMMON_CLK_MT8516|clk:mtk_topckgen_init|mediatek,mt8516-topckgen
drivers/clk/meson/axg-aoclk.c|COMMON_CLK_AXG|device:axg_aoclkc_driver_init|amlogic,meson-axg-aoclkc
drivers/clk/meson/axg-audio.c|COMMON_CLK_AXG_AUDIO|device:axg_audio_driver_init|amlogic,axg-audio-clkc amlogic,g12a-audio-clkc amlogic,sm1-audio-clkc
drivers/clk/meson/axg.c|COMMON_CLK_AXG|device:axg_driver_init|amlogic,axg-clkc
drivers/clk/meson/g12a-aoclk.c|COMMON_CLK_G12A|device:g12a_aoclkc_driver_init|amlogic,meson-g12a-aoclkc
drivers/clk/meson/g12a.c|COMMON_CLK_G12A|device:g12a_driver_init|amlogic,g12a-clkc amlogic,g12b-clkc amlogic,sm1-clkc
drivers/clk/meson/gxbb-aoclk.c|COMMON_CLK_GXBB|device:gxbb_aoclkc_driver_init|amlogic,meson-gx-aoclkc
drivers/clk/meson/gxbb.c|COMMON_CLK_GXBB|device:gxbb_driver_init|amlogic,gxbb-clkc amlogic,gxl-clkc
drivers/clk/meson/meson8-ddr.c|COMMON_CLK_MESON8B|device:meson8_ddr_clkc_driver_init|amlogic,meson8-ddr-clkc amlogic,meson8b-ddr-clkc
drivers/clk/meson/meson8b.c|COMMON_CLK_MESON8B|clk:meson8_clkc_init|amlogic,meson8-clkc
drivers/clk/meson/meson8b.c|COMMON_CLK_MESON8B|clk:meson8b_clkc_init|amlogic,meson8b-clkc
drivers/clk/meson/meson8b.c|COMMON_CLK_MESON8B|clk:meson8m2_clkc_init|amlogic,meson8m2-clkc
drivers/clk/microchip/clk-mpfs-ccc.c|MCHP_CLK_MPFS|core:clk_ccc_init|microchip,mpfs-ccc
drivers/clk/microchip/clk-mpfs.c|MCHP_CLK_MPFS|core:clk_mpfs_init|microchip,mpfs-clkcfg
drivers/clk/microchip/clk-pic32mzda.c|PIC32MZDA|core:microchip_pic32mzda_clk_init|microchip,pic32mzda-clk
drivers/clk/mmp/clk-audio.c|COMMON_CLK_MMP2_AUDIO|device:mmp2_audio_clk_driver_init|marvell,mmp2-audio-clock
drivers/clk/mmp/clk-of-mmp2.c|COMMON_CLK_MMP2|clk:mmp2_clk_init|marvell,mmp2-clock marvell,mmp3-clock
drivers/clk/mmp/clk-of-pxa168.c|MACH_MMP_DT|clk:pxa168_clk_init|marvell,pxa168-clock
drivers/clk/mmp/clk-of-pxa1928.c|ARCH_MMP|clk:pxa1928_apbc_clk_init|marvell,pxa1928-apbc
drivers/clk/mmp/clk-of-pxa1928.c|ARCH_MMP|clk:pxa1928_apmu_clk_init|marvell,pxa1928-apmu
drivers/clk/mmp/clk-of-pxa1928.c|ARCH_MMP|clk:pxa1928_mpmu_clk_init|marvell,pxa1928-mpmu
drivers/clk/mmp/clk-of-pxa910.c|MACH_MMP_DT|clk:pxa910_clk_init|marvell,pxa910-clock
drivers/clk/mstar/clk-msc313-mpll.c|MSTAR_MSC313_MPLL|device:msc313_mpll_driver_init|mstar,msc313-mpll
drivers/clk/mvebu/ap-cpu-clk.c|ARMADA_AP_CPU_CLK|device:ap_cpu_clock_driver_init|marvell,ap806-cpu-clock marvell,ap807-cpu-clock
drivers/clk/mvebu/ap806-system-controller.c|ARMADA_AP806_SYSCON|device:ap806_syscon_legacy_driver_init device:ap806_clock_driver_init|marvell,ap806-clock marvell,ap806-system-controller marvell,ap807-clock
drivers/clk/mvebu/armada-370.c|ARMADA_370_CLK|clk:a370_clk_init|marvell,armada-370-core-clock
drivers/clk/mvebu/armada-375.c|ARMADA_375_CLK|clk:armada_375_clk_gating_init|marvell,armada-375-gating-clock
drivers/clk/mvebu/armada-375.c|ARMADA_375_CLK|clk:armada_375_coreclk_init|marvell,armada-375-core-clock
drivers/clk/mvebu/armada-37xx-periph.c|ARMADA_37XX_CLK|device:armada_3700_periph_clock_driver_init|marvell,armada-3700-periph-clock-nb marvell,armada-3700-periph-clock-sb
drivers/clk/mvebu/armada-37xx-tbg.c|ARMADA_37XX_CLK|device:armada_3700_tbg_clock_driver_init|marvell,armada-3700-tbg-clock
drivers/clk/mvebu/armada-37xx-xtal.c|ARMADA_37XX_CLK|device:armada_3700_xtal_clock_driver_init|marvell,armada-3700-xtal-clock
drivers/clk/mvebu/armada-38x.c|ARMADA_38X_CLK|clk:armada_38x_clk_gating_init|marvell,armada-380-gating-clock
drivers/clk/mvebu/armada-38x.c|ARMADA_38X_CLK|clk:armada_38x_coreclk_init|marvell,armada-380-core-clock
drivers/clk/mvebu/armada-39x.c|ARMADA_39X_CLK|clk:armada_39x_clk_gating_init|marvell,armada-390-gating-clock
drivers/clk/mvebu/armada-39x.c|ARMADA_39X_CLK|clk:armada_39x_coreclk_init|marvell,armada-390-core-clock
drivers/clk/mvebu/armada-xp.c|ARMADA_XP_CLK|clk:axp_clk_init|marvell,armada-xp-core-clock
drivers/clk/mvebu/clk-corediv.c|MVEBU_CLK_COREDIV|clk:armada370_corediv_clk_init|marvell,armada-370-corediv-clock
drivers/clk/mvebu/clk-corediv.c|MVEBU_CLK_COREDIV|clk:armada375_corediv_clk_init|marvell,armada-375-corediv-clock
drivers/clk/mvebu/clk-corediv.c|MVEBU_CLK_COREDIV|clk:armada380_corediv_clk_init|marvell,armada-380-corediv-clock
drivers/clk/mvebu/clk-corediv.c|MVEBU_CLK_COREDIV|clk:mv98dx3236_corediv_clk_init|marvell,mv98dx3236-corediv-clock
drivers/clk/mvebu/clk-cpu.c|MVEBU_CLK_CPU|clk:of_cpu_clk_setup|marvell,armada-xp-cpu-clock
drivers/clk/mvebu/clk-cpu.c|MVEBU_CLK_CPU|clk:of_mv98dx3236_cpu_clk_setup|marvell,mv98dx3236-cpu-clock
drivers/clk/mvebu/cp110-system-controller.c|ARMADA_CP110_SYSCON|device:cp110_syscon_legacy_driver_init device:cp110_clock_driver_init|marvell,cp110-clock marvell,cp110-system-controller0
drivers/clk/mvebu/dove.c|DOVE_CLK|clk:dove_clk_init|marvell,dove-core-clock
drivers/clk/mvebu/kirkwood.c|KIRKWOOD_CLK|clk:kirkwood_clk_init|marvell,kirkwood-core-clock marvell,mv88f6180-core-clock marvell,mv98dx1135-core-clock
drivers/clk/mvebu/mv98dx3236.c|ARMADA_XP_CLK|clk:mv98dx3236_clk_init|marvell,mv98dx3236-core-clock
drivers/clk/mvebu/orion.c|ORION_CLK|clk:mv88f5181_clk_init|marvell,mv88f5181-core-clock
drivers/clk/mvebu/orion.c|ORION_CLK|clk:mv88f5182_clk_init|marvell,mv88f5182-core-clock
drivers/clk/mvebu/orion.c|ORION_CLK|clk:mv88f5281_clk_init|marvell,mv88f5281-core-clock
drivers/clk/mvebu/orion.c|ORION_CLK|clk:mv88f6183_clk_init|marvell,mv88f6183-core-clock
drivers/clk/mxs/clk-imx23.c|SOC_IMX23|clk:mx23_clocks_init|fsl,imx23-clkctrl
drivers/clk/mxs/clk-imx28.c|SOC_IMX28|clk:mx28_clocks_init|fsl,imx28-clkctrl
drivers/clk/nxp/clk-lpc18xx-ccu.c|ARCH_LPC18XX|clk:lpc18xx_ccu_init|nxp,lpc1850-ccu
drivers/clk/nxp/clk-lpc18xx-cgu.c|ARCH_LPC18XX|clk:lpc18xx_cgu_init|nxp,lpc1850-cgu
drivers/clk/nxp/clk-lpc18xx-creg.c|ARCH_LPC18XX|clk:lpc18xx_creg_clk_init|nxp,lpc1850-creg-clk
drivers/clk/nxp/clk-lpc18xx-creg.c|ARCH_LPC18XX|device:lpc18xx_creg_clk_driver_init|nxp,lpc1850-creg-clk
drivers/clk/nxp/clk-lpc32xx.c|ARCH_LPC32XX|clk:lpc32xx_clk_init|nxp,lpc3220-clk
drivers/clk/nxp/clk-lpc32xx.c|ARCH_LPC32XX|clk:lpc32xx_usb_clk_init|nxp,lpc3220-usb-clk
drivers/clk/pistachio/clk-pistachio.c|COMMON_CLK_PISTACHIO|clk:pistachio_clk_init|img,pistachio-clk
drivers/clk/pistachio/clk-pistachio.c|COMMON_CLK_PISTACHIO|clk:pistachio_clk_periph_init|img,pistachio-clk-periph
drivers/clk/pistachio/clk-pistachio.c|COMMON_CLK_PISTACHIO|clk:pistachio_cr_periph_init|img,pistachio-cr-periph
drivers/clk/pistachio/clk-pistachio.c|COMMON_CLK_PISTACHIO|clk:pistachio_cr_top_init|img,pistachio-cr-top
drivers/clk/pxa/clk-pxa25x.c|PXA25x|clk:pxa25x_dt_clocks_init|marvell,pxa250-core-clocks
drivers/clk/pxa/clk-pxa27x.c|PXA27x|clk:pxa27x_dt_clocks_init|marvell,pxa270-clocks
drivers/clk/pxa/clk-pxa3xx.c|PXA3xx|clk:pxa3xx_dt_clocks_init|marvell,pxa300-clocks
drivers/clk/qcom/a53-pll.c|QCOM_A53PLL|device:qcom_a53pll_driver_init|qcom,msm8916-a53pll qcom,msm8939-a53pll
drivers/clk/qcom/a7-pll.c|QCOM_A7PLL|device:qcom_a7pll_driver_init|qcom,sdx55-a7pll
drivers/clk/qcom/apss-ipq-pll.c|IPQ_APSS_PLL|device:apss_ipq_pll_driver_init|qcom,ipq6018-a53pll qcom,ipq8074-a53pll
drivers/clk/qcom/camcc-sc7180.c|SC_CAMCC_7180|subsys:cam_cc_sc7180_init|qcom,sc7180-camcc
drivers/clk/qcom/camcc-sc7280.c|SC_CAMCC_7280|subsys:cam_cc_sc7280_init|qcom,sc7280-camcc
drivers/clk/qcom/camcc-sdm845.c|SDM_CAMCC_845|subsys:cam_cc_sdm845_init|qcom,sdm845-camcc
drivers/clk/qcom/camcc-sm8250.c|SM_CAMCC_8250|device:cam_cc_sm8250_driver_init|qcom,sm8250-camcc
drivers/clk/qcom/camcc-sm8450.c|SM_CAMCC_8450|device:cam_cc_sm8450_driver_init|qcom,sm8450-camcc
drivers/clk/qcom/clk-cpu-8996.c|QCOM_CLK_APCC_MSM8996|device:qcom_cpu_clk_msm8996_driver_init|qcom,msm8996-apcc
drivers/clk/qcom/clk-rpm.c|QCOM_CLK_RPM|core:rpm_clk_init|qcom,rpmcc-apq8060 qcom,rpmcc-apq8064 qcom,rpmcc-ipq806x qcom,rpmcc-msm8660
drivers/clk/qcom/clk-rpmh.c|QCOM_CLK_RPMH|core:clk_rpmh_init|qcom,sc7180-rpmh-clk qcom,sc7280-rpmh-clk qcom,sc8180x-rpmh-clk qcom,sc8280xp-rpmh-clk qcom,sdm670-rpmh-clk qcom,sdm845-rpmh-clk qcom,sdx55-rpmh-clk qcom,sdx65-rpmh-clk qcom,sm6350-rpmh-clk qcom,sm8150-rpmh-clk qcom,sm8250-rpmh-clk qcom,sm8350-rpmh-clk qcom,sm8450-rpmh-clk
drivers/clk/qcom/clk-smd-rpm.c|QCOM_CLK_SMD_RPM|core:rpm_smd_clk_init|qcom,rpmcc-mdm9607 qcom,rpmcc-msm8226 qcom,rpmcc-msm8909 qcom,rpmcc-msm8916 qcom,rpmcc-msm8936 qcom,rpmcc-msm8953 qcom,rpmcc-msm8974 qcom,rpmcc-msm8976 qcom,rpmcc-msm8992 qcom,rpmcc-msm8994 qcom,rpmcc-msm8996 qcom,rpmcc-msm8998 qcom,rpmcc-qcm2290 qcom,rpmcc-qcs404 qcom,rpmcc-sdm660 qcom,rpmcc-sm6115 qcom,rpmcc-sm6125 qcom,rpmcc-sm6375
drivers/clk/qcom/clk-spmi-pmic-div.c|SPMI_PMIC_CLKDIV|device:spmi_pmic_clkdiv_driver_init|qcom,spmi-clkdiv
drivers/clk/qcom/dispcc-qcm2290.c|QCM_DISPCC_2290|subsys:disp_cc_qcm2290_init|qcom,qcm2290-dispcc
drivers/clk/qcom/dispcc-sc7180.c|SC_DISPCC_7180|subsys:disp_cc_sc7180_init|qcom,sc7180-dispcc
drivers/clk/qcom/dispcc-sc7280.c|SC_DISPCC_7280|subsys:disp_cc_sc7280_init|qcom,sc7280-dispcc
drivers/clk/qcom/dispcc-sdm845.c|SDM_DISPCC_845|subsys:disp_cc_sdm845_init|qcom,sdm845-dispcc
drivers/clk/qcom/dispcc-sm6115.c|SM_DISPCC_6115|device:disp_cc_sm6115_driver_init|qcom,sm6115-dispcc
drivers/clk/qcom/dispcc-sm6125.c|SM_DISPCC_6125|subsys:disp_cc_sm6125_init|qcom,dispcc-sm6125
drivers/clk/qcom/dispcc-sm6350.c|SM_DISPCC_6350|subsys:disp_cc_sm6350_init|qcom,sm6350-dispcc
drivers/clk/qcom/dispcc-sm8250.c|SM_DISPCC_8250|subsys:disp_cc_sm8250_init|qcom,sc8180x-dispcc qcom,sm8150-dispcc qcom,sm8250-dispcc qcom,sm8350-dispcc
drivers/clk/qcom/dispcc-sm8450.c|SM_DISPCC_8450|subsys:disp_cc_sm8450_init|qcom,sm8450-dispcc
drivers/clk/qcom/gcc-apq8084.c|APQ_GCC_8084|core:gcc_apq8084_init|qcom,gcc-apq8084
drivers/clk/qcom/gcc-ipq4019.c|IPQ_GCC_4019|core:gcc_ipq4019_init|qcom,gcc-ipq4019
drivers/clk/qcom/gcc-ipq6018.c|IPQ_GCC_6018|core:gcc_ipq6018_init|qcom,gcc-ipq6018
drivers/clk/qcom/gcc-ipq806x.c|IPQ_GCC_806X|core:gcc_ipq806x_init|qcom,gcc-ipq8064
drivers/clk/qcom/gcc-ipq8074.c|IPQ_GCC_8074|core:gcc_ipq8074_init|qcom,gcc-ipq8074
drivers/clk/qcom/gcc-mdm9607.c|MDM_GCC_9607|core:gcc_mdm9607_init|qcom,gcc-mdm9607
drivers/clk/qcom/gcc-mdm9615.c|MDM_GCC_9615|core:gcc_mdm9615_init|qcom,gcc-mdm9615
drivers/clk/qcom/gcc-msm8660.c|MSM_GCC_8660|core:gcc_msm8660_init|qcom,gcc-msm8660
drivers/clk/qcom/gcc-msm8909.c|MSM_GCC_8909|core:gcc_msm8909_init|qcom,gcc-msm8909
drivers/clk/qcom/gcc-msm8916.c|MSM_GCC_8916|core:gcc_msm8916_init|qcom,gcc-msm8916
drivers/clk/qcom/gcc-msm8939.c|MSM_GCC_8939|core:gcc_msm8939_init|qcom,gcc-msm8939
drivers/clk/qcom/gcc-msm8953.c|MSM_GCC_8953|core:gcc_msm8953_init|qcom,gcc-msm8953
drivers/clk/qcom/gcc-msm8960.c|MSM_GCC_8960|core:gcc_msm8960_init|qcom,gcc-apq8064 qcom,gcc-msm8960
drivers/clk/qcom/gcc-msm8974.c|MSM_GCC_8974|core:gcc_msm8974_init|qcom,gcc-msm8226 qcom,gcc-msm8974 qcom,gcc-msm8974pro qcom,gcc-msm8974pro-ac
drivers/clk/qcom/gcc-msm8976.c|MSM_GCC_8976|core:gcc_msm8976_init|qcom,gcc-msm8976 qcom,gcc-msm8976-v1.1
drivers/clk/qcom/gcc-msm8994.c|MSM_GCC_8994|core:gcc_msm8994_init|qcom,gcc-msm8992 qcom,gcc-msm8994
drivers/clk/qcom/gcc-msm8996.c|MSM_GCC_8996|core:gcc_msm8996_init|qcom,gcc-msm8996
drivers/clk/qcom/gcc-msm8998.c|MSM_GCC_8998|core:gcc_msm8998_init|qcom,gcc-msm8998
drivers/clk/qcom/gcc-qcm2290.c|QCM_GCC_2290|subsys:gcc_qcm2290_init|qcom,gcc-qcm2290
drivers/clk/qcom/gcc-qcs404.c|QCS_GCC_404|core:gcc_qcs404_init|qcom,gcc-qcs404
drivers/clk/qcom/gcc-sc7180.c|SC_GCC_7180|core:gcc_sc7180_init|qcom,gcc-sc7180
drivers/clk/qcom/gcc-sc7280.c|SC_GCC_7280|subsys:gcc_sc7280_init|qcom,gcc-sc7280
drivers/clk/qcom/gcc-sc8180x.c|SC_GCC_8180X|core:gcc_sc8180x_init|qcom,gcc-sc8180x
drivers/clk/qcom/gcc-sc8280xp.c|SC_GCC_8280XP|subsys:gcc_sc8280xp_init|qcom,gcc-sc8280xp
drivers/clk/qcom/gcc-sdm660.c|SDM_GCC_660|core_sync:gcc_sdm660_init|qcom,gcc-sdm630 qcom,gcc-sdm660
drivers/clk/qcom/gcc-sdm845.c|SDM_GCC_845|core:gcc_sdm845_init|qcom,gcc-sdm670 qcom,gcc-sdm845
drivers/clk/qcom/gcc-sdx55.c|SDX_GCC_55|subsys:gcc_sdx55_init|qcom,gcc-sdx55
drivers/clk/qcom/gcc-sdx65.c|SDX_GCC_65|subsys:gcc_sdx65_init|qcom,gcc-sdx65
drivers/clk/qcom/gcc-sm6115.c|SM_GCC_6115|subsys:gcc_sm6115_init|qcom,gcc-sm6115
drivers/clk/qcom/gcc-sm6125.c|SM_GCC_6125|subsys:gcc_sm6125_init|qcom,gcc-sm6125
drivers/clk/qcom/gcc-sm6350.c|SM_GCC_6350|core:gcc_sm6350_init|qcom,gcc-sm6350
drivers/clk/qcom/gcc-sm6375.c|SM_GCC_6375|subsys:gcc_sm6375_init|qcom,sm6375-gcc
drivers/clk/qcom/gcc-sm8150.c|SM_GCC_8150|subsys:gcc_sm8150_init|qcom,gcc-sm8150
drivers/clk/qcom/gcc-sm8250.c|SM_GCC_8250|subsys:gcc_sm8250_init|qcom,gcc-sm8250
drivers/clk/qcom/gcc-sm8350.c|SM_GCC_8350|subsys:gcc_sm8350_init|qcom,gcc-sm8350
drivers/clk/qcom/gcc-sm8450.c|SM_GCC_8450|subsys:gcc_sm8450_init|qcom,gcc-sm8450
drivers/clk/qcom/gcc-sm8550.c|SM_GCC_8550|subsys:gcc_sm8550_init|qcom,sm8550-gcc
drivers/clk/qcom/gpucc-msm8998.c|MSM_GPUCC_8998|device:gpucc_msm8998_driver_init|qcom,msm8998-gpucc
drivers/clk/qcom/gpucc-sc7180.c|SC_GPUCC_7180|subsys:gpu_cc_sc7180_init|qcom,sc7180-gpucc
drivers/clk/qcom/gpucc-sc7280.c|SC_GPUCC_7280|subsys:gpu_cc_sc7280_init|qcom,sc7280-gpucc
drivers/clk/qcom/gpucc-sc8280xp.c|SC_GPUCC_8280XP|device:gpu_cc_sc8280xp_driver_init|qcom,sc8280xp-gpucc
drivers/clk/qcom/gpucc-sdm660.c|SDM_GPUCC_660|device:gpucc_sdm660_driver_init|qcom,gpucc-sdm630 qcom,gpucc-sdm660
drivers/clk/qcom/gpucc-sdm845.c|SDM_GPUCC_845|subsys:gpu_cc_sdm845_init|qcom,sdm845-gpucc
drivers/clk/qcom/gpucc-sm6350.c|SM_GPUCC_6350|core:gpu_cc_sm6350_init|qcom,sm6350-gpucc
drivers/clk/qcom/gpucc-sm8150.c|SM_GPUCC_8150|subsys:gpu_cc_sm8150_init|qcom,sc8180x-gpucc qcom,sm8150-gpucc
drivers/clk/qcom/gpucc-sm8250.c|SM_GPUCC_8250|subsys:gpu_cc_sm8250_init|qcom,sm8250-gpucc
drivers/clk/qcom/gpucc-sm8350.c|SM_GPUCC_8350|subsys:gpu_cc_sm8350_init|qcom,sm8350-gpucc
drivers/clk/qcom/hfpll.c|QCOM_HFPLL|device:qcom_hfpll_driver_init|qcom,hfpll
drivers/clk/qcom/kpss-xcc.c|KPSS_XCC|device:kpss_xcc_driver_init|qcom,kpss-acc-v1 qcom,kpss-gcc
drivers/clk/qcom/krait-cc.c|KRAITCC|device:krait_cc_driver_init|qcom,krait-cc-v1 qcom,krait-cc-v2
drivers/clk/qcom/lcc-ipq806x.c|IPQ_LCC_806X|device:lcc_ipq806x_driver_init|qcom,lcc-ipq8064
drivers/clk/qcom/lcc-mdm9615.c|MDM_LCC_9615|device:lcc_mdm9615_driver_init|qcom,lcc-mdm9615
drivers/clk/qcom/lcc-msm8960.c|MSM_LCC_8960|device:lcc_msm8960_driver_init|qcom,lcc-apq8064 qcom,lcc-msm8960
drivers/clk/qcom/lpass-gfm-sm8250.c|CLK_GFM_LPASS_SM8250|device:lpass_gfm_clk_driver_init|qcom,sm8250-lpass-aoncc qcom,sm8250-lpass-audiocc
drivers/clk/qcom/lpassaudiocc-sc7280.c|SC_LPASS_CORECC_7280|subsys:lpass_audio_cc_sc7280_init|qcom,sc7280-lpassaoncc qcom,sc7280-lpassaudiocc
drivers/clk/qcom/lpasscc-sc7280.c|SC_LPASSCC_7280|subsys:lpass_cc_sc7280_init|qcom,sc7280-lpasscc
drivers/clk/qcom/lpasscc-sdm845.c|SDM_LPASSCC_845|subsys:lpass_cc_sdm845_init|qcom,sdm845-lpasscc
drivers/clk/qcom/lpasscorecc-sc7180.c|SC_LPASS_CORECC_7180|subsys:lpass_sc7180_init|qcom,sc7180-lpasscorecc qcom,sc7180-lpasshm
drivers/clk/qcom/lpasscorecc-sc7280.c|SC_LPASS_CORECC_7280|subsys:lpass_core_cc_sc7280_init|qcom,sc7280-lpasscorecc qcom,sc7280-lpasshm
drivers/clk/qcom/mmcc-apq8084.c|APQ_MMCC_8084|device:mmcc_apq8084_driver_init|qcom,mmcc-apq8084
drivers/clk/qcom/mmcc-msm8960.c|MSM_MMCC_8960|device:mmcc_msm8960_driver_init|qcom,mmcc-apq8064 qcom,mmcc-msm8960
drivers/clk/qcom/mmcc-msm8974.c|MSM_MMCC_8974|device:mmcc_msm8974_driver_init|qcom,mmcc-msm8226 qcom,mmcc-msm8974
drivers/clk/qcom/mmcc-msm8994.c|MSM_MMCC_8994|device:mmcc_msm8994_driver_init|qcom,mmcc-msm8992 qcom,mmcc-msm8994
drivers/clk/qcom/mmcc-msm8996.c|MSM_MMCC_8996|device:mmcc_msm8996_driver_init|qcom,mmcc-msm8996
drivers/clk/qcom/mmcc-msm8998.c|MSM_MMCC_8998|device:mmcc_msm8998_driver_init|qcom,mmcc-msm8998
drivers/clk/qcom/mmcc-sdm660.c|SDM_MMCC_660|device:mmcc_660_driver_init|qcom,mmcc-sdm630 qcom,mmcc-sdm660
drivers/clk/qcom/mss-sc7180.c|SC_MSS_7180|subsys:mss_sc7180_init|qcom,sc7180-mss
drivers/clk/qcom/q6sstop-qcs404.c|QCS_Q6SSTOP_404|device:q6sstopcc_qcs404_driver_init|qcom,qcs404-q6sstopcc
drivers/clk/qcom/turingcc-qcs404.c|QCS_TURING_404|device:turingcc_driver_init|qcom,qcs404-turingcc
drivers/clk/qcom/videocc-sc7180.c|SC_VIDEOCC_7180|subsys:video_cc_sc7180_init|qcom,sc7180-videocc
drivers/clk/qcom/videocc-sc7280.c|SC_VIDEOCC_7280|subsys:video_cc_sc7280_init|qcom,sc7280-videocc
drivers/clk/qcom/videocc-sdm845.c|SDM_VIDEOCC_845|subsys:video_cc_sdm845_init|qcom,sdm845-videocc
drivers/clk/qcom/videocc-sm8150.c|SM_VIDEOCC_8150|subsys:video_cc_sm8150_init|qcom,sm8150-videocc
drivers/clk/qcom/videocc-sm8250.c|SM_VIDEOCC_8250|subsys:video_cc_sm8250_init|qcom,sm8250-videocc
drivers/clk/ralink/clk-mt7621.c|CLK_MT7621|arch:mt7621_clk_reset_init|mediatek,mt7621-sysc
drivers/clk/ralink/clk-mt7621.c|CLK_MT7621|clk:mt7621_clk_init|mediatek,mt7621-sysc
drivers/clk/renesas/clk-div6.c|CLK_RENESAS_DIV6|clk:cpg_div6_clock_init|renesas,cpg-div6-clock
drivers/clk/renesas/clk-emev2.c|CLK_EMEV2|clk:emev2_smu_clkdiv_init|renesas,emev2-smu-clkdiv
drivers/clk/renesas/clk-emev2.c|CLK_EMEV2|clk:emev2_smu_gclk_init|renesas,emev2-smu-gclk
drivers/clk/renesas/clk-emev2.c|CLK_EMEV2||renesas,emev2-smu
drivers/clk/renesas/clk-mstp.c|CLK_RENESAS_CPG_MSTP|clk:cpg_mstp_clocks_init|renesas,cpg-mstp-clocks
drivers/clk/renesas/clk-r8a73a4.c|CLK_R8A73A4|clk:r8a73a4_cpg_clocks_init|renesas,r8a73a4-cpg-clocks
drivers/clk/renesas/clk-r8a7740.c|CLK_R8A7740|clk:r8a7740_cpg_clocks_init|renesas,r8a7740-cpg-clocks
drivers/clk/renesas/clk-r8a7778.c|CLK_R8A7778|clk:r8a7778_cpg_clocks_init|renesas,r8a7778-cpg-clocks
drivers/clk/renesas/clk-r8a7779.c|CLK_R8A7779|clk:r8a7779_cpg_clocks_init|renesas,r8a7779-cpg-clocks
drivers/clk/renesas/clk-rz.c|CLK_RZA1|clk:rz_cpg_clocks_init|renesas,rz-cpg-clocks
drivers/clk/renesas/clk-sh73a0.c|CLK_SH73A0|clk:sh73a0_cpg_clocks_init|renesas,sh73a0-cpg-clocks
drivers/clk/renesas/r7s9210-cpg-mssr.c|CLK_R7S9210|clk:r7s9210_cpg_mssr_early_init|renesas,r7s9210-cpg-mssr
drivers/clk/renesas/r9a06g032-clocks.c|CLK_R9A06G032|subsys:r9a06g032_clocks_init|renesas,r9a06g032-sysctrl
drivers/clk/renesas/rcar-usb2-clock-sel.c|CLK_RCAR_USB2_CLOCK_SEL|device:rcar_usb2_clock_sel_driver_init|renesas,rcar-gen3-usb2-clock-sel
drivers/clk/renesas/renesas-cpg-mssr.c|CLK_RENESAS_CPG_MSSR|subsys:cpg_mssr_init|renesas,r7s9210-cpg-mssr renesas,r8a7742-cpg-mssr renesas,r8a7743-cpg-mssr renesas,r8a7744-cpg-mssr renesas,r8a7745-cpg-mssr renesas,r8a77470-cpg-mssr renesas,r8a774a1-cpg-mssr renesas,r8a774b1-cpg-mssr renesas,r8a774c0-cpg-mssr renesas,r8a774e1-cpg-mssr renesas,r8a7790-cpg-mssr renesas,r8a7791-cpg-mssr renesas,r8a7792-cpg-mssr renesas,r8a7793-cpg-mssr renesas,r8a7794-cpg-mssr renesas,r8a7795-cpg-mssr renesas,r8a7796-cpg-mssr renesas,r8a77961-cpg-mssr renesas,r8a77965-cpg-mssr renesas,r8a77970-cpg-mssr renesas,r8a77980-cpg-mssr renesas,r8a77990-cpg-mssr renesas,r8a77995-cpg-mssr renesas,r8a779a0-cpg-mssr renesas,r8a779f0-cpg-mssr renesas,r8a779g0-cpg-mssr
drivers/clk/renesas/rzg2l-cpg.c|CLK_RZG2L|subsys:rzg2l_cpg_init|renesas,r9a07g043-cpg renesas,r9a07g044-cpg renesas,r9a07g054-cpg renesas,r9a09g011-cpg
drivers/clk/rockchip/clk-px30.c|CLK_PX30|clk:px30_clk_init|rockchip,px30-cru
drivers/clk/rockchip/clk-px30.c|CLK_PX30|clk:px30_pmu_clk_init|rockchip,px30-pmucru
drivers/clk/rockchip/clk-rk3036.c|CLK_RK3036|clk:rk3036_clk_init|rockchip,rk3036-cru
drivers/clk/rockchip/clk-rk3128.c|CLK_RK312X|clk:rk3126_clk_init|rockchip,rk3126-cru
drivers/clk/rockchip/clk-rk3128.c|CLK_RK312X|clk:rk3128_clk_init|rockchip,rk3128-cru
drivers/clk/rockchip/clk-rk3188.c|CLK_RK3188|clk:rk3066a_clk_init|rockchip,rk3066a-cru
drivers/clk/rockchip/clk-rk3188.c|CLK_RK3188|clk:rk3188_clk_init|rockchip,rk3188-cru
drivers/clk/rockchip/clk-rk3188.c|CLK_RK3188|clk:rk3188a_clk_init|rockchip,rk3188a-cru
drivers/clk/rockchip/clk-rk3228.c|CLK_RK322X|clk:rk3228_clk_init|rockchip,rk3228-cru
drivers/clk/rockchip/clk-rk3288.c|CLK_RK3288|clk:rk3288_clk_init|rockchip,rk3288-cru
drivers/clk/rockchip/clk-rk3288.c|CLK_RK3288|clk:rk3288w_clk_init|rockchip,rk3288w-cru
drivers/clk/rockchip/clk-rk3308.c|CLK_RK3308|clk:rk3308_clk_init|rockchip,rk3308-cru
drivers/clk/rockchip/clk-rk3328.c|CLK_RK3328|clk:rk3328_clk_init|rockchip,rk3328-cru
drivers/clk/rockchip/clk-rk3368.c|CLK_RK3368|clk:rk3368_clk_init|rockchip,rk3368-cru
drivers/clk/rockchip/clk-rk3399.c|CLK_RK3399|clk:rk3399_clk_init|rockchip,rk3399-cru
drivers/clk/rockchip/clk-rk3399.c|CLK_RK3399|clk:rk3399_pmu_clk_init|rockchip,rk3399-pmucru
drivers/clk/rockchip/clk-rk3399.c|CLK_RK3399|device:clk_rk3399_driver_init|rockchip,rk3399-cru rockchip,rk3399-pmucru
drivers/clk/rockchip/clk-rk3568.c|CLK_RK3568|clk:rk3568_clk_init|rockchip,rk3568-cru
drivers/clk/rockchip/clk-rk3568.c|CLK_RK3568|clk:rk3568_pmu_clk_init|rockchip,rk3568-pmucru
drivers/clk/rockchip/clk-rk3568.c|CLK_RK3568|device:clk_rk3568_driver_init|rockchip,rk3568-cru rockchip,rk3568-pmucru
drivers/clk/rockchip/clk-rv1108.c|CLK_RV110X|clk:rv1108_clk_init|rockchip,rv1108-cru
drivers/clk/rockchip/clk-rv1126.c|CLK_RV1126|device:clk_rv1126_driver_init|rockchip,rv1126-cru rockchip,rv1126-pmucru
drivers/clk/samsung/clk-exynos-audss.c|EXYNOS_AUDSS_CLK_CON|device:exynos_audss_clk_driver_init|samsung,exynos4210-audss-clock samsung,exynos5250-audss-clock samsung,exynos5410-audss-clock samsung,exynos5420-audss-clock
drivers/clk/samsung/clk-exynos-clkout.c|EXYNOS_CLKOUT|device:exynos_clkout_driver_init|samsung,exynos3250-pmu samsung,exynos4210-pmu samsung,exynos4412-pmu samsung,exynos5250-pmu samsung,exynos5410-pmu samsung,exynos5420-pmu samsung,exynos5433-pmu
drivers/clk/samsung/clk-exynos3250.c|EXYNOS_3250_COMMON_CLK|clk:exynos3250_cmu_dmc_init|samsung,exynos3250-cmu-dmc
drivers/clk/samsung/clk-exynos3250.c|EXYNOS_3250_COMMON_CLK|clk:exynos3250_cmu_init|samsung,exynos3250-cmu
drivers/clk/samsung/clk-exynos3250.c|EXYNOS_3250_COMMON_CLK|subsys:exynos3250_cmu_platform_init|samsung,exynos3250-cmu-isp
drivers/clk/samsung/clk-exynos4.c|EXYNOS_4_COMMON_CLK|clk:exynos4210_clk_init|samsung,exynos4210-clock
drivers/clk/samsung/clk-exynos4.c|EXYNOS_4_COMMON_CLK|clk:exynos4412_clk_init|samsung,exynos4412-clock
drivers/clk/samsung/clk-exynos4.c|EXYNOS_4_COMMON_CLK||samsung,clock-xusbxti samsung,clock-xxti
drivers/clk/samsung/clk-exynos4412-isp.c|EXYNOS_4_COMMON_CLK|core:exynos4x12_isp_clk_init|samsung,exynos4412-isp-clock
drivers/clk/samsung/clk-exynos5-subcmu.c|EXYNOS_5250_COMMON_CLK|core:exynos5_clk_drv_init|samsung,exynos5250-clock samsung,exynos5420-clock samsung,exynos5800-clock
drivers/clk/samsung/clk-exynos5250.c|EXYNOS_5250_COMMON_CLK|clk:exynos5250_clk_init|samsung,exynos5250-clock
drivers/clk/samsung/clk-exynos5250.c|EXYNOS_5250_COMMON_CLK||samsung,clock-xxti
drivers/clk/samsung/clk-exynos5260.c|EXYNOS_5260_COMMON_CLK|clk:exynos5260_clk_aud_init|samsung,exynos5260-clock-aud
drivers/clk/samsung/clk-exynos5260.c|EXYNOS_5260_COMMON_CLK|clk:exynos5260_clk_disp_init|samsung,exynos5260-clock-disp
drivers/clk/samsung/clk-exynos5260.c|EXYNOS_5260_COMMON_CLK|clk:exynos5260_clk_egl_init|samsung,exynos5260-clock-egl
drivers/clk/samsung/clk-exynos5260.c|EXYNOS_5260_COMMON_CLK|clk:exynos5260_clk_fsys_init|samsung,exynos5260-clock-fsys
drivers/clk/samsung/clk-exynos5260.c|EXYNOS_5260_COMMON_CLK|clk:exynos5260_clk_g2d_init|samsung,exynos5260-clock-g2d
drivers/clk/samsung/clk-exynos5260.c|EXYNOS_5260_COMMON_CLK|clk:exynos5260_clk_g3d_init|samsung,exynos5260-clock-g3d
drivers/clk/samsung/clk-exynos5260.c|EXYNOS_5260_COMMON_CLK|clk:exynos5260_clk_gscl_init|samsung,exynos5260-clock-gscl
drivers/clk/samsung/clk-exynos5260.c|EXYNOS_5260_COMMON_CLK|clk:exynos5260_clk_isp_init|samsung,exynos5260-clock-isp
drivers/clk/samsung/clk-exynos5260.c|EXYNOS_5260_COMMON_CLK|clk:exynos5260_clk_kfc_init|samsung,exynos5260-clock-kfc
drivers/clk/samsung/clk-exynos5260.c|EXYNOS_5260_COMMON_CLK|clk:exynos5260_clk_mfc_init|samsung,exynos5260-clock-mfc
drivers/clk/samsung/clk-exynos5260.c|EXYNOS_5260_COMMON_CLK|clk:exynos5260_clk_mif_init|samsung,exynos5260-clock-mif
drivers/clk/samsung/clk-exynos5260.c|EXYNOS_5260_COMMON_CLK|clk:exynos5260_clk_peri_init|samsung,exynos5260-clock-peri
drivers/clk/samsung/clk-exynos5260.c|EXYNOS_5260_COMMON_CLK|clk:exynos5260_clk_top_init|samsung,exynos5260-clock-top
drivers/clk/samsung/clk-exynos5410.c|EXYNOS_5410_COMMON_CLK|clk:exynos5410_clk_init|samsung,exynos5410-clock
drivers/clk/samsung/clk-exynos5420.c|EXYNOS_5420_COMMON_CLK|clk:exynos5420_clk_init|samsung,exynos5420-clock
drivers/clk/samsung/clk-exynos5420.c|EXYNOS_5420_COMMON_CLK|clk:exynos5800_clk_init|samsung,exynos5800-clock
drivers/clk/samsung/clk-exynos5420.c|EXYNOS_5420_COMMON_CLK||samsung,exynos5420-oscclk
drivers/clk/samsung/clk-exynos5433.c|EXYNOS_ARM64_COMMON_CLK|clk:exynos5433_cmu_apollo_init|samsung,exynos5433-cmu-apollo
drivers/clk/samsung/clk-exynos5433.c|EXYNOS_ARM64_COMMON_CLK|clk:exynos5433_cmu_atlas_init|samsung,exynos5433-cmu-atlas
drivers/clk/samsung/clk-exynos5433.c|EXYNOS_ARM64_COMMON_CLK|clk:exynos5433_cmu_cpif_init|samsung,exynos5433-cmu-cpif
drivers/clk/samsung/clk-exynos5433.c|EXYNOS_ARM64_COMMON_CLK|clk:exynos5433_cmu_mif_init|samsung,exynos5433-cmu-mif
drivers/clk/samsung/clk-exynos5433.c|EXYNOS_ARM64_COMMON_CLK|clk:exynos5433_cmu_peric_init|samsung,exynos5433-cmu-peric
drivers/clk/samsung/clk-exynos5433.c|EXYNOS_ARM64_COMMON_CLK|clk:exynos5433_cmu_peris_init|samsung,exynos5433-cmu-peris
drivers/clk/samsung/clk-exynos5433.c|EXYNOS_ARM64_COMMON_CLK|clk:exynos5433_cmu_top_init|samsung,exynos5433-cmu-top
drivers/clk/samsung/clk-exynos5433.c|EXYNOS_ARM64_COMMON_CLK|core:exynos5433_cmu_init|samsung,exynos5433-cmu-aud samsung,exynos5433-cmu-cam0 samsung,exynos5433-cmu-cam1 samsung,exynos5433-cmu-disp samsung,exynos5433-cmu-fsys samsung,exynos5433-cmu-g2d samsung,exynos5433-cmu-g3d samsung,exynos5433-cmu-gscl samsung,exynos5433-cmu-hevc samsung,exynos5433-cmu-imem samsung,exynos5433-cmu-isp samsung,exynos5433-cmu-mfc samsung,exynos5433-cmu-mscl
drivers/clk/samsung/clk-exynos7.c|EXYNOS_ARM64_COMMON_CLK|clk:exynos7_clk_aud_init|samsung,exynos7-clock-aud
drivers/clk/samsung/clk-exynos7.c|EXYNOS_ARM64_COMMON_CLK|clk:exynos7_clk_ccore_init|samsung,exynos7-clock-ccore
drivers/clk/samsung/clk-exynos7.c|EXYNOS_ARM64_COMMON_CLK|clk:exynos7_clk_fsys0_init|samsung,exynos7-clock-fsys0
drivers/clk/samsung/clk-exynos7.c|EXYNOS_ARM64_COMMON_CLK|clk:exynos7_clk_fsys1_init|samsung,exynos7-clock-fsys1
drivers/clk/samsung/clk-exynos7.c|EXYNOS_ARM64_COMMON_CLK|clk:exynos7_clk_mscl_init|samsung,exynos7-clock-mscl
drivers/clk/samsung/clk-exynos7.c|EXYNOS_ARM64_COMMON_CLK|clk:exynos7_clk_peric0_init|samsung,exynos7-clock-peric0
drivers/clk/samsung/clk-exynos7.c|EXYNOS_ARM64_COMMON_CLK|clk:exynos7_clk_peric1_init|samsung,exynos7-clock-peric1
drivers/clk/samsung/clk-exynos7.c|EXYNOS_ARM64_COMMON_CLK|clk:exynos7_clk_peris_init|samsung,exynos7-clock-peris
drivers/clk/samsung/clk-exynos7.c|EXYNOS_ARM64_COMMON_CLK|clk:exynos7_clk_top0_init|samsung,exynos7-clock-top0
drivers/clk/samsung/clk-exynos7.c|EXYNOS_ARM64_COMMON_CLK|clk:exynos7_clk_top1_init|samsung,exynos7-clock-top1
drivers/clk/samsung/clk-exynos7.c|EXYNOS_ARM64_COMMON_CLK|clk:exynos7_clk_topc_init|samsung,exynos7-clock-topc
drivers/clk/samsung/clk-exynos7885.c|EXYNOS_ARM64_COMMON_CLK|clk:exynos7885_cmu_peri_init|samsung,exynos7885-cmu-peri
drivers/clk/samsung/clk-exynos7885.c|EXYNOS_ARM64_COMMON_CLK|clk:exynos7885_cmu_top_init|samsung,exynos7885-cmu-top
drivers/clk/samsung/clk-exynos7885.c|EXYNOS_ARM64_COMMON_CLK|core:exynos7885_cmu_init|samsung,exynos7885-cmu-core samsung,exynos7885-cmu-fsys
drivers/clk/samsung/clk-exynos850.c|EXYNOS_ARM64_COMMON_CLK|clk:exynos850_cmu_peri_init|samsung,exynos850-cmu-peri
drivers/clk/samsung/clk-exynos850.c|EXYNOS_ARM64_COMMON_CLK|clk:exynos850_cmu_top_init|samsung,exynos850-cmu-top
drivers/clk/samsung/clk-exynos850.c|EXYNOS_ARM64_COMMON_CLK|core:exynos850_cmu_init|samsung,exynos850-cmu-apm samsung,exynos850-cmu-aud samsung,exynos850-cmu-cmgp samsung,exynos850-cmu-core samsung,exynos850-cmu-dpu samsung,exynos850-cmu-hsi samsung,exynos850-cmu-is samsung,exynos850-cmu-mfcmscl
drivers/clk/samsung/clk-exynosautov9.c|EXYNOS_ARM64_COMMON_CLK|clk:exynosautov9_cmu_top_init|samsung,exynosautov9-cmu-top
drivers/clk/samsung/clk-exynosautov9.c|EXYNOS_ARM64_COMMON_CLK|core:exynosautov9_cmu_init|samsung,exynosautov9-cmu-busmc samsung,exynosautov9-cmu-core samsung,exynosautov9-cmu-fsys0 samsung,exynosautov9-cmu-fsys1 samsung,exynosautov9-cmu-fsys2 samsung,exynosautov9-cmu-peric0 samsung,exynosautov9-cmu-peric1 samsung,exynosautov9-cmu-peris
drivers/clk/samsung/clk-fsd.c|TESLA_FSD_COMMON_CLK|clk:fsd_clk_cmu_init|tesla,fsd-clock-cmu
drivers/clk/samsung/clk-fsd.c|TESLA_FSD_COMMON_CLK|clk:fsd_clk_imem_init|tesla,fsd-clock-imem
drivers/clk/samsung/clk-fsd.c|TESLA_FSD_COMMON_CLK|core:fsd_cmu_init|tesla,fsd-clock-cam_csi tesla,fsd-clock-fsys0 tesla,fsd-clock-fsys1 tesla,fsd-clock-mfc tesla,fsd-clock-peric
drivers/clk/samsung/clk-s3c2410.c|S3C2410_COMMON_CLK|clk:s3c2410_clk_init|samsung,s3c2410-clock
drivers/clk/samsung/clk-s3c2410.c|S3C2410_COMMON_CLK|clk:s3c2440_clk_init|samsung,s3c2440-clock
drivers/clk/samsung/clk-s3c2410.c|S3C2410_COMMON_CLK|clk:s3c2442_clk_init|samsung,s3c2442-clock
drivers/clk/samsung/clk-s3c2412.c|S3C2412_COMMON_CLK|clk:s3c2412_clk_init|samsung,s3c2412-clock
drivers/clk/samsung/clk-s3c2443.c|S3C2443_COMMON_CLK|clk:s3c2416_clk_init|samsung,s3c2416-clock
drivers/clk/samsung/clk-s3c2443.c|S3C2443_COMMON_CLK|clk:s3c2443_clk_init|samsung,s3c2443-clock
drivers/clk/samsung/clk-s3c2443.c|S3C2443_COMMON_CLK|clk:s3c2450_clk_init|samsung,s3c2450-clock
drivers/clk/samsung/clk-s3c64xx.c|S3C64XX_COMMON_CLK|clk:s3c6400_clk_init|samsung,s3c6400-clock
drivers/clk/samsung/clk-s3c64xx.c|S3C64XX_COMMON_CLK|clk:s3c6410_clk_init|samsung,s3c6410-clock
drivers/clk/samsung/clk-s5pv210-audss.c|S5PV210_COMMON_CLK|core:s5pv210_audss_clk_init|samsung,s5pv210-audss-clock
drivers/clk/samsung/clk-s5pv210.c|S5PV210_COMMON_CLK|clk:s5p6442_clk_dt_init|samsung,s5p6442-clock
drivers/clk/samsung/clk-s5pv210.c|S5PV210_COMMON_CLK|clk:s5pv210_clk_dt_init|samsung,s5pv210-clock
drivers/clk/sifive/sifive-prci.c|CLK_SIFIVE_PRCI|core:sifive_prci_init|sifive,fu540-c000-prci sifive,fu740-c000-prci
drivers/clk/socfpga/clk-agilex.c|CLK_INTEL_SOCFPGA64|core:agilex_clk_init|intel,agilex-clkmgr intel,easic-n5x-clkmgr
drivers/clk/socfpga/clk-s10.c|CLK_INTEL_SOCFPGA64|core:s10_clk_init|intel,stratix10-clkmgr
drivers/clk/socfpga/clk.c|CLK_INTEL_SOCFPGA32|clk:socfpga_a10_gate_init|altr,socfpga-a10-gate-clk
drivers/clk/socfpga/clk.c|CLK_INTEL_SOCFPGA32|clk:socfpga_a10_periph_init|altr,socfpga-a10-perip-clk
drivers/clk/socfpga/clk.c|CLK_INTEL_SOCFPGA32|clk:socfpga_a10_pll_init|altr,socfpga-a10-pll-clock
drivers/clk/socfpga/clk.c|CLK_INTEL_SOCFPGA32|clk:socfpga_gate_init|altr,socfpga-gate-clk
drivers/clk/socfpga/clk.c|CLK_INTEL_SOCFPGA32|clk:socfpga_periph_init|altr,socfpga-perip-clk
drivers/clk/socfpga/clk.c|CLK_INTEL_SOCFPGA32|clk:socfpga_pll_init|altr,socfpga-pll-clock
drivers/clk/sprd/sc9860-clk.c|SPRD_SC9860_CLK|device:sc9860_clk_driver_init|sprd,sc9860-agcp-gate sprd,sc9860-aon-gate sprd,sc9860-aon-prediv sprd,sc9860-aonsecure-clk sprd,sc9860-ap-clk sprd,sc9860-apahb-gate sprd,sc9860-apapb-gate sprd,sc9860-cam-clk sprd,sc9860-cam-gate sprd,sc9860-disp-clk sprd,sc9860-disp-gate sprd,sc9860-gpu-clk sprd,sc9860-pll sprd,sc9860-pmu-gate sprd,sc9860-vsp-clk sprd,sc9860-vsp-gate
drivers/clk/sprd/sc9863a-clk.c|SPRD_SC9863A_CLK|device:sc9863a_clk_driver_init|sprd,sc9863a-aon-clk sprd,sc9863a-aonapb-gate sprd,sc9863a-ap-clk sprd,sc9863a-apahb-gate sprd,sc9863a-apapb-gate sprd,sc9863a-dpll sprd,sc9863a-mm-clk sprd,sc9863a-mm-gate sprd,sc9863a-mpll sprd,sc9863a-pll sprd,sc9863a-pmu-gate sprd,sc9863a-rpll
drivers/clk/sprd/ums512-clk.c|SPRD_UMS512_CLK|device:ums512_clk_driver_init|sprd,ums512-aon-gate sprd,ums512-aonapb-clk sprd,ums512-ap-clk sprd,ums512-apahb-gate sprd,ums512-apapb-gate sprd,ums512-audcpahb-gate sprd,ums512-audcpapb-gate sprd,ums512-g0-pll sprd,ums512-g2-pll sprd,ums512-g3-pll sprd,ums512-gc-pll sprd,ums512-gpu-clk sprd,ums512-mm-clk sprd,ums512-mm-gate-clk sprd,ums512-pmu-gate
drivers/clk/st/clk-flexgen.c|ARCH_STI|clk:st_of_flexgen_setup|st,flexgen
drivers/clk/st/clk-flexgen.c|ARCH_STI||st,flexgen-audio st,flexgen-stih407-a0 st,flexgen-stih407-c0 st,flexgen-stih407-d0 st,flexgen-stih407-d2 st,flexgen-stih407-d3 st,flexgen-stih410-a0 st,flexgen-stih410-c0 st,flexgen-stih410-d0 st,flexgen-stih418-c0 st,flexgen-stih418-d2 st,flexgen-video
drivers/clk/st/clkgen-fsyn.c|ARCH_STI|clk:st_of_quadfs660C_setup|st,quadfs-pll
drivers/clk/st/clkgen-fsyn.c|ARCH_STI|clk:st_of_quadfs660D0_setup|st,quadfs-d0
drivers/clk/st/clkgen-fsyn.c|ARCH_STI|clk:st_of_quadfs660D2_setup|st,quadfs-d2
drivers/clk/st/clkgen-fsyn.c|ARCH_STI|clk:st_of_quadfs660D3_setup|st,quadfs-d3
drivers/clk/st/clkgen-fsyn.c|ARCH_STI|clk:st_of_quadfs660D_setup|st,quadfs
drivers/clk/st/clkgen-mux.c|ARCH_STI|clk:st_of_clkgen_a9_mux_setup|st,stih407-clkgen-a9-mux
drivers/clk/st/clkgen-pll.c|ARCH_STI|clk:clkgen_c28_plla9_setup|st,stih418-clkgen-plla9
drivers/clk/st/clkgen-pll.c|ARCH_STI|clk:clkgen_c32_pll0_a0_setup|st,clkgen-pll0-a0
drivers/clk/st/clkgen-pll.c|ARCH_STI|clk:clkgen_c32_pll0_c0_setup|st,clkgen-pll0-c0
drivers/clk/st/clkgen-pll.c|ARCH_STI|clk:clkgen_c32_pll0_setup|st,clkgen-pll0
drivers/clk/st/clkgen-pll.c|ARCH_STI|clk:clkgen_c32_pll1_c0_setup|st,clkgen-pll1-c0
drivers/clk/st/clkgen-pll.c|ARCH_STI|clk:clkgen_c32_pll1_setup|st,clkgen-pll1
drivers/clk/st/clkgen-pll.c|ARCH_STI|clk:clkgen_c32_plla9_setup|st,stih407-clkgen-plla9
drivers/clk/starfive/clk-starfive-jh7100-audio.c|CLK_STARFIVE_JH7100_AUDIO|device:jh7100_audclk_driver_init|starfive,jh7100-audclk
drivers/clk/starfive/clk-starfive-jh7100.c|CLK_STARFIVE_JH7100|device:clk_starfive_jh7100_driver_init|starfive,jh7100-clkgen
drivers/clk/stm32/clk-stm32mp13.c|COMMON_CLK_STM32MP135|core:stm32mp13_clocks_init|st,stm32mp13-rcc
drivers/clk/sunxi-ng/ccu-sun20i-d1-r.c|SUN20I_D1_R_CCU|device:sun20i_d1_r_ccu_driver_init|allwinner,sun20i-d1-r-ccu
drivers/clk/sunxi-ng/ccu-sun20i-d1.c|SUN20I_D1_CCU|device:sun20i_d1_ccu_driver_init|allwinner,sun20i-d1-ccu
drivers/clk/sunxi-ng/ccu-sun4i-a10.c|SUN4I_A10_CCU|device:sun4i_a10_ccu_driver_init|allwinner,sun4i-a10-ccu allwinner,sun7i-a20-ccu
drivers/clk/sunxi-ng/ccu-sun50i-a100-r.c|SUN50I_A100_R_CCU|device:sun50i_a100_r_ccu_driver_init|allwinner,sun50i-a100-r-ccu
drivers/clk/sunxi-ng/ccu-sun50i-a100.c|SUN50I_A100_CCU|device:sun50i_a100_ccu_driver_init|allwinner,sun50i-a100-ccu
drivers/clk/sunxi-ng/ccu-sun50i-a64.c|SUN50I_A64_CCU|device:sun50i_a64_ccu_driver_init|allwinner,sun50i-a64-ccu
drivers/clk/sunxi-ng/ccu-sun50i-h6-r.c|SUN50I_H6_R_CCU|device:sun50i_h6_r_ccu_driver_init|allwinner,sun50i-h6-r-ccu allwinner,sun50i-h616-r-ccu
drivers/clk/sunxi-ng/ccu-sun50i-h6.c|SUN50I_H6_CCU|device:sun50i_h6_ccu_driver_init|allwinner,sun50i-h6-ccu
drivers/clk/sunxi-ng/ccu-sun50i-h616.c|SUN50I_H616_CCU|device:sun50i_h616_ccu_driver_init|allwinner,sun50i-h616-ccu
drivers/clk/sunxi-ng/ccu-sun5i.c|SUN5I_CCU|clk:sun5i_a10s_ccu_setup|allwinner,sun5i-a10s-ccu
drivers/clk/sunxi-ng/ccu-sun5i.c|SUN5I_CCU|clk:sun5i_a13_ccu_setup|allwinner,sun5i-a13-ccu
drivers/clk/sunxi-ng/ccu-sun5i.c|SUN5I_CCU|clk:sun5i_gr8_ccu_setup|nextthing,gr8-ccu
drivers/clk/sunxi-ng/ccu-sun6i-a31.c|SUN6I_A31_CCU|device:sun6i_a31_ccu_driver_init|allwinner,sun6i-a31-ccu
drivers/clk/sunxi-ng/ccu-sun6i-rtc.c|SUN6I_RTC_CCU||allwinner,sun50i-h616-rtc allwinner,sun50i-r329-rtc
drivers/clk/sunxi-ng/ccu-sun8i-a23.c|SUN8I_A23_CCU|device:sun8i_a23_ccu_driver_init|allwinner,sun8i-a23-ccu
drivers/clk/sunxi-ng/ccu-sun8i-a33.c|SUN8I_A33_CCU|device:sun8i_a33_ccu_driver_init|allwinner,sun8i-a33-ccu
drivers/clk/sunxi-ng/ccu-sun8i-a83t.c|SUN8I_A83T_CCU|device:sun8i_a83t_ccu_driver_init|allwinner,sun8i-a83t-ccu
drivers/clk/sunxi-ng/ccu-sun8i-de2.c|SUN8I_DE2_CCU|device:sunxi_de2_clk_driver_init|allwinner,sun50i-a64-de2-clk allwinner,sun50i-h5-de2-clk allwinner,sun50i-h6-de3-clk allwinner,sun8i-a83t-de2-clk allwinner,sun8i-h3-de2-clk allwinner,sun8i-r40-de2-clk allwinner,sun8i-v3s-de2-clk
drivers/clk/sunxi-ng/ccu-sun8i-h3.c|SUN8I_H3_CCU|device:sun8i_h3_ccu_driver_init|allwinner,sun50i-h5-ccu allwinner,sun8i-h3-ccu
drivers/clk/sunxi-ng/ccu-sun8i-r.c|SUN8I_R_CCU|device:sun8i_r_ccu_driver_init|allwinner,sun50i-a64-r-ccu allwinner,sun8i-a83t-r-ccu allwinner,sun8i-h3-r-ccu
drivers/clk/sunxi-ng/ccu-sun8i-r40.c|SUN8I_R40_CCU|device:sun8i_r40_ccu_driver_init|allwinner,sun8i-r40-ccu
drivers/clk/sunxi-ng/ccu-sun8i-v3s.c|SUN8I_V3S_CCU|device:sun8i_v3s_ccu_driver_init|allwinner,sun8i-v3-ccu allwinner,sun8i-v3s-ccu
drivers/clk/sunxi-ng/ccu-sun9i-a80-de.c|SUN9I_A80_CCU|device:sun9i_a80_de_clk_driver_init|allwinner,sun9i-a80-de-clks
drivers/clk/sunxi-ng/ccu-sun9i-a80-usb.c|SUN9I_A80_CCU|device:sun9i_a80_usb_clk_driver_init|allwinner,sun9i-a80-usb-clks
drivers/clk/sunxi-ng/ccu-sun9i-a80.c|SUN9I_A80_CCU|device:sun9i_a80_ccu_driver_init|allwinner,sun9i-a80-ccu
drivers/clk/sunxi-ng/ccu-suniv-f1c100s.c|SUNIV_F1C100S_CCU|device:suniv_f1c100s_ccu_driver_init|allwinner,suniv-f1c100s-ccu
drivers/clk/sunxi/clk-a10-codec.c|CLK_SUNXI_CLOCKS|clk:sun4i_codec_clk_setup|allwinner,sun4i-a10-codec-clk
drivers/clk/sunxi/clk-a10-hosc.c|CLK_SUNXI_CLOCKS|clk:sun4i_osc_clk_setup|allwinner,sun4i-a10-osc-clk
drivers/clk/sunxi/clk-a10-mod1.c|CLK_SUNXI_CLOCKS|clk:sun4i_mod1_clk_setup|allwinner,sun4i-a10-mod1-clk
drivers/clk/sunxi/clk-a10-pll2.c|CLK_SUNXI_CLOCKS|clk:sun4i_a10_pll2_setup|allwinner,sun4i-a10-pll2-clk
drivers/clk/sunxi/clk-a10-pll2.c|CLK_SUNXI_CLOCKS|clk:sun5i_a13_pll2_setup|allwinner,sun5i-a13-pll2-clk
drivers/clk/sunxi/clk-a10-ve.c|CLK_SUNXI_CLOCKS|clk:sun4i_ve_clk_setup|allwinner,sun4i-a10-ve-clk
drivers/clk/sunxi/clk-a20-gmac.c|CLK_SUNXI_CLOCKS|clk:sun7i_a20_gmac_clk_setup|allwinner,sun7i-a20-gmac-clk
drivers/clk/sunxi/clk-mod0.c|CLK_SUNXI_CLOCKS|clk:sun4i_a10_mmc_setup|allwinner,sun4i-a10-mmc-clk
drivers/clk/sunxi/clk-mod0.c|CLK_SUNXI_CLOCKS|clk:sun4i_a10_mod0_setup|allwinner,sun4i-a10-mod0-clk
drivers/clk/sunxi/clk-mod0.c|CLK_SUNXI_CLOCKS|clk:sun5i_a13_mbus_setup|allwinner,sun5i-a13-mbus-clk
drivers/clk/sunxi/clk-mod0.c|CLK_SUNXI_CLOCKS|clk:sun9i_a80_mmc_setup|allwinner,sun9i-a80-mmc-clk
drivers/clk/sunxi/clk-mod0.c|CLK_SUNXI_CLOCKS|clk:sun9i_a80_mod0_setup|allwinner,sun9i-a80-mod0-clk
drivers/clk/sunxi/clk-mod0.c|CLK_SUNXI_CLOCKS|device:sun4i_a10_mod0_clk_driver_init|allwinner,sun4i-a10-mod0-clk
drivers/clk/sunxi/clk-simple-gates.c|CLK_SUNXI_CLOCKS|clk:sun4i_a10_ahb_init|allwinner,sun4i-a10-ahb-gates-clk allwinner,sun5i-a10s-ahb-gates-clk allwinner,sun5i-a13-ahb-gates-clk allwinner,sun7i-a20-ahb-gates-clk
drivers/clk/sunxi/clk-simple-gates.c|CLK_SUNXI_CLOCKS|clk:sun4i_a10_dram_init|allwinner,sun4i-a10-dram-gates-clk
drivers/clk/sunxi/clk-simple-gates.c|CLK_SUNXI_CLOCKS|clk:sunxi_simple_gates_init|allwinner,sun4i-a10-apb0-gates-clk allwinner,sun4i-a10-apb1-gates-clk allwinner,sun4i-a10-axi-gates-clk allwinner,sun4i-a10-gates-clk allwinner,sun5i-a10s-apb0-gates-clk allwinner,sun5i-a10s-apb1-gates-clk allwinner,sun5i-a13-apb0-gates-clk allwinner,sun5i-a13-apb1-gates-clk allwinner,sun6i-a31-ahb1-gates-clk allwinner,sun6i-a31-apb1-gates-clk allwinner,sun6i-a31-apb2-gates-clk allwinner,sun7i-a20-apb0-gates-clk allwinner,sun7i-a20-apb1-gates-clk allwinner,sun8i-a23-ahb1-gates-clk allwinner,sun8i-a23-apb1-gates-clk allwinner,sun8i-a23-apb2-gates-clk allwinner,sun8i-a33-ahb1-gates-clk allwinner,sun8i-a83t-apb0-gates-clk allwinner,sun9i-a80-ahb0-gates-clk allwinner,sun9i-a80-ahb1-gates-clk allwinner,sun9i-a80-ahb2-gates-clk allwinner,sun9i-a80-apb0-gates-clk allwinner,sun9i-a80-apb1-gates-clk allwinner,sun9i-a80-apbs-gates-clk
drivers/clk/sunxi/clk-sun4i-display.c|CLK_SUNXI_CLOCKS|clk:sun4i_a10_display_setup|allwinner,sun4i-a10-display-clk
drivers/clk/sunxi/clk-sun4i-display.c|CLK_SUNXI_CLOCKS|clk:sun4i_a10_tcon_ch0_setup|allwinner,sun4i-a10-tcon-ch0-clk
drivers/clk/sunxi/clk-sun4i-pll3.c|CLK_SUNXI_CLOCKS|clk:sun4i_a10_pll3_setup|allwinner,sun4i-a10-pll3-clk
drivers/clk/sunxi/clk-sun4i-tcon-ch1.c|CLK_SUNXI_CLOCKS|clk:tcon_ch1_setup|allwinner,sun4i-a10-tcon-ch1-clk
drivers/clk/sunxi/clk-sun6i-apb0-gates.c|CLK_SUNXI_PRCM_SUN6I|device:sun6i_a31_apb0_gates_clk_driver_init|allwinner,sun6i-a31-apb0-gates-clk allwinner,sun8i-a23-apb0-gates-clk
drivers/clk/sunxi/clk-sun6i-apb0.c|CLK_SUNXI_PRCM_SUN6I|device:sun6i_a31_apb0_clk_driver_init|allwinner,sun6i-a31-apb0-clk
drivers/clk/sunxi/clk-sun6i-ar100.c|CLK_SUNXI_PRCM_SUN6I|device:sun6i_a31_ar100_clk_driver_init|allwinner,sun6i-a31-ar100-clk
drivers/clk/sunxi/clk-sun8i-apb0.c|CLK_SUNXI_CLOCKS|clk:sun8i_a23_apb0_setup|allwinner,sun8i-a23-apb0-clk
drivers/clk/sunxi/clk-sun8i-apb0.c|CLK_SUNXI_CLOCKS|device:sun8i_a23_apb0_clk_driver_init|allwinner,sun8i-a23-apb0-clk
drivers/clk/sunxi/clk-sun8i-bus-gates.c|CLK_SUNXI_CLOCKS|clk:sun8i_h3_bus_gates_init|allwinner,sun8i-a83t-bus-gates-clk allwinner,sun8i-h3-bus-gates-clk
drivers/clk/sunxi/clk-sun8i-mbus.c|CLK_SUNXI_CLOCKS|clk:sun8i_a23_mbus_setup|allwinner,sun8i-a23-mbus-clk
drivers/clk/sunxi/clk-sun9i-core.c|CLK_SUNXI_CLOCKS|clk:sun9i_a80_ahb_setup|allwinner,sun9i-a80-ahb-clk
drivers/clk/sunxi/clk-sun9i-core.c|CLK_SUNXI_CLOCKS|clk:sun9i_a80_apb0_setup|allwinner,sun9i-a80-apb0-clk
drivers/clk/sunxi/clk-sun9i-core.c|CLK_SUNXI_CLOCKS|clk:sun9i_a80_apb1_setup|allwinner,sun9i-a80-apb1-clk
drivers/clk/sunxi/clk-sun9i-core.c|CLK_SUNXI_CLOCKS|clk:sun9i_a80_gt_setup|allwinner,sun9i-a80-gt-clk
drivers/clk/sunxi/clk-sun9i-core.c|CLK_SUNXI_CLOCKS|clk:sun9i_a80_pll4_setup|allwinner,sun9i-a80-pll4-clk
drivers/clk/sunxi/clk-sun9i-cpus.c|CLK_SUNXI_CLOCKS|clk:sun9i_a80_cpus_setup|allwinner,sun9i-a80-cpus-clk
drivers/clk/sunxi/clk-sun9i-mmc.c|CLK_SUNXI_CLOCKS|device:sun9i_a80_mmc_config_clk_driver_init|allwinner,sun9i-a80-mmc-config-clk
drivers/clk/sunxi/clk-sunxi.c|CLK_SUNXI_CLOCKS|clk:sun4i_ahb_clk_setup|allwinner,sun4i-a10-ahb-clk
drivers/clk/sunxi/clk-sunxi.c|CLK_SUNXI_CLOCKS|clk:sun4i_apb0_clk_setup|allwinner,sun4i-a10-apb0-clk
drivers/clk/sunxi/clk-sunxi.c|CLK_SUNXI_CLOCKS|clk:sun4i_apb1_clk_setup|allwinner,sun4i-a10-apb1-clk
drivers/clk/sunxi/clk-sunxi.c|CLK_SUNXI_CLOCKS|clk:sun4i_axi_clk_setup|allwinner,sun4i-a10-axi-clk
drivers/clk/sunxi/clk-sunxi.c|CLK_SUNXI_CLOCKS|clk:sun4i_cpu_clk_setup|allwinner,sun4i-a10-cpu-clk
drivers/clk/sunxi/clk-sunxi.c|CLK_SUNXI_CLOCKS|clk:sun4i_pll1_clk_setup|allwinner,sun4i-a10-pll1-clk
drivers/clk/sunxi/clk-sunxi.c|CLK_SUNXI_CLOCKS|clk:sun4i_pll5_clk_setup|allwinner,sun4i-a10-pll5-clk
drivers/clk/sunxi/clk-sunxi.c|CLK_SUNXI_CLOCKS|clk:sun4i_pll6_clk_setup|allwinner,sun4i-a10-pll6-clk
drivers/clk/sunxi/clk-sunxi.c|CLK_SUNXI_CLOCKS|clk:sun5i_ahb_clk_setup|allwinner,sun5i-a13-ahb-clk
drivers/clk/sunxi/clk-sunxi.c|CLK_SUNXI_CLOCKS|clk:sun6i_ahb1_clk_setup|allwinner,sun6i-a31-ahb1-clk
drivers/clk/sunxi/clk-sunxi.c|CLK_SUNXI_CLOCKS|clk:sun6i_ahb1_mux_clk_setup|allwinner,sun6i-a31-ahb1-mux-clk
drivers/clk/sunxi/clk-sunxi.c|CLK_SUNXI_CLOCKS|clk:sun6i_display_setup|allwinner,sun6i-a31-display-clk
drivers/clk/sunxi/clk-sunxi.c|CLK_SUNXI_CLOCKS|clk:sun6i_pll1_clk_setup|allwinner,sun6i-a31-pll1-clk
drivers/clk/sunxi/clk-sunxi.c|CLK_SUNXI_CLOCKS|clk:sun6i_pll6_clk_setup|allwinner,sun6i-a31-pll6-clk
drivers/clk/sunxi/clk-sunxi.c|CLK_SUNXI_CLOCKS|clk:sun7i_out_clk_setup|allwinner,sun7i-a20-out-clk
drivers/clk/sunxi/clk-sunxi.c|CLK_SUNXI_CLOCKS|clk:sun7i_pll4_clk_setup|allwinner,sun7i-a20-pll4-clk
drivers/clk/sunxi/clk-sunxi.c|CLK_SUNXI_CLOCKS|clk:sun8i_ahb2_clk_setup|allwinner,sun8i-h3-ahb2-clk
drivers/clk/sunxi/clk-sunxi.c|CLK_SUNXI_CLOCKS|clk:sun8i_axi_clk_setup|allwinner,sun8i-a23-axi-clk
drivers/clk/sunxi/clk-sunxi.c|CLK_SUNXI_CLOCKS|clk:sun8i_pll1_clk_setup|allwinner,sun8i-a23-pll1-clk
drivers/clk/sunxi/clk-usb.c|CLK_SUNXI_CLOCKS|clk:sun4i_a10_usb_setup|allwinner,sun4i-a10-usb-clk
drivers/clk/sunxi/clk-usb.c|CLK_SUNXI_CLOCKS|clk:sun5i_a13_usb_setup|allwinner,sun5i-a13-usb-clk
drivers/clk/sunxi/clk-usb.c|CLK_SUNXI_CLOCKS|clk:sun6i_a31_usb_setup|allwinner,sun6i-a31-usb-clk
drivers/clk/sunxi/clk-usb.c|CLK_SUNXI_CLOCKS|clk:sun8i_a23_usb_setup|allwinner,sun8i-a23-usb-clk
drivers/clk/sunxi/clk-usb.c|CLK_SUNXI_CLOCKS|clk:sun8i_h3_usb_setup|allwinner,sun8i-h3-usb-clk
drivers/clk/sunxi/clk-usb.c|CLK_SUNXI_CLOCKS|clk:sun9i_a80_usb_mod_setup|allwinner,sun9i-a80-usb-mod-clk
drivers/clk/sunxi/clk-usb.c|CLK_SUNXI_CLOCKS|clk:sun9i_a80_usb_phy_setup|allwinner,sun9i-a80-usb-phy-clk
drivers/clk/tegra/clk-device.c|ARCH_TEGRA|device:tegra_clock_driver_init|nvidia,tegra20-sclk nvidia,tegra30-pllc nvidia,tegra30-plle nvidia,tegra30-pllm nvidia,tegra30-sclk
drivers/clk/tegra/clk-tegra114.c|ARCH_TEGRA_114_SOC|clk:tegra114_clock_init|nvidia,tegra114-car
drivers/clk/tegra/clk-tegra114.c|ARCH_TEGRA_114_SOC||nvidia,tegra114-pmc
drivers/clk/tegra/clk-tegra124-dfll-fcpu.c|TEGRA_CLK_DFLL|device:tegra124_dfll_fcpu_driver_init|nvidia,tegra124-dfll nvidia,tegra210-dfll
drivers/clk/tegra/clk-tegra124.c|ARCH_TEGRA_124_SOC|clk:tegra124_clock_init|nvidia,tegra124-car
drivers/clk/tegra/clk-tegra124.c|ARCH_TEGRA_124_SOC|clk:tegra132_clock_init|nvidia,tegra132-car
drivers/clk/tegra/clk-tegra124.c|ARCH_TEGRA_124_SOC||nvidia,tegra124-pmc
drivers/clk/tegra/clk-tegra20.c|ARCH_TEGRA_2x_SOC|clk:tegra20_clock_init|nvidia,tegra20-car
drivers/clk/tegra/clk-tegra20.c|ARCH_TEGRA_2x_SOC|device:tegra20_car_driver_init|nvidia,tegra20-car nvidia,tegra20-pmc
drivers/clk/tegra/clk-tegra210.c|ARCH_TEGRA_210_SOC|clk:tegra210_clock_init|nvidia,tegra210-car
drivers/clk/tegra/clk-tegra210.c|ARCH_TEGRA_210_SOC||nvidia,tegra210-pmc
drivers/clk/tegra/clk-tegra30.c|ARCH_TEGRA_3x_SOC|clk:tegra30_clock_init|nvidia,tegra30-car
drivers/clk/tegra/clk-tegra30.c|ARCH_TEGRA_3x_SOC|postcore:tegra30_car_init|nvidia,tegra30-car nvidia,tegra30-pmc
drivers/clk/ti/adpll.c|COMMON_CLK_TI_ADPLL|core:ti_adpll_init|ti,dm814-adpll-lj-clock ti,dm814-adpll-s-clock
drivers/clk/ti/apll.c|SOC_AM33XX|clk:of_dra7_apll_setup|ti,dra7-apll-clock
drivers/clk/ti/apll.c|SOC_AM33XX|clk:of_omap2_apll_setup|ti,omap2-apll-clock
drivers/clk/ti/clk-dra7-atl.c|SOC_DRA7XX|clk:of_dra7_atl_clock_setup|ti,dra7-atl-clock
drivers/clk/ti/clk-dra7-atl.c|SOC_DRA7XX|device:dra7_atl_clk_driver_init|ti,dra7-atl
drivers/clk/ti/clk.c|||fixed-clock fixed-factor-clock
drivers/clk/ti/clkctrl.c|SOC_AM33XX|clk:_ti_omap4_clkctrl_setup|ti,clkctrl
drivers/clk/ti/clockdomain.c|||ti,clockdomain
drivers/clk/ti/composite.c|SOC_AM33XX|clk:of_ti_composite_clk_setup|ti,composite-clock
drivers/clk/ti/divider.c|SOC_AM33XX|clk:of_ti_composite_divider_clk_setup|ti,composite-divider-clock
drivers/clk/ti/divider.c|SOC_AM33XX|clk:of_ti_divider_clk_setup|ti,divider-clock
drivers/clk/ti/dpll.c|SOC_AM33XX|clk:of_ti_am3_core_dpll_setup|ti,am3-dpll-core-clock
drivers/clk/ti/dpll.c|SOC_AM33XX|clk:of_ti_am3_dpll_setup|ti,am3-dpll-clock
drivers/clk/ti/dpll.c|SOC_AM33XX|clk:of_ti_am3_dpll_x2_setup|ti,am3-dpll-x2-clock
drivers/clk/ti/dpll.c|SOC_AM33XX|clk:of_ti_am3_jtype_dpll_setup|ti,am3-dpll-j-type-clock
drivers/clk/ti/dpll.c|SOC_AM33XX|clk:of_ti_am3_no_gate_dpll_setup|ti,am3-dpll-no-gate-clock
drivers/clk/ti/dpll.c|SOC_AM33XX|clk:of_ti_am3_no_gate_jtype_dpll_setup|ti,am3-dpll-no-gate-j-type-clock
drivers/clk/ti/dpll.c|SOC_AM33XX|clk:of_ti_omap2_core_dpll_setup|ti,omap2-dpll-core-clock
drivers/clk/ti/dpll.c|SOC_AM33XX|clk:of_ti_omap3_core_dpll_setup|ti,omap3-dpll-core-clock
drivers/clk/ti/dpll.c|SOC_AM33XX|clk:of_ti_omap3_dpll_setup|ti,omap3-dpll-clock
drivers/clk/ti/dpll.c|SOC_AM33XX|clk:of_ti_omap3_per_dpll_setup|ti,omap3-dpll-per-clock
drivers/clk/ti/dpll.c|SOC_AM33XX|clk:of_ti_omap3_per_jtype_dpll_setup|ti,omap3-dpll-per-j-type-clock
drivers/clk/ti/dpll.c|SOC_AM33XX|clk:of_ti_omap4_core_dpll_setup|ti,omap4-dpll-core-clock
drivers/clk/ti/dpll.c|SOC_AM33XX|clk:of_ti_omap4_dpll_setup|ti,omap4-dpll-clock
drivers/clk/ti/dpll.c|SOC_AM33XX|clk:of_ti_omap4_dpll_x2_setup|ti,omap4-dpll-x2-clock
drivers/clk/ti/dpll.c|SOC_AM33XX|clk:of_ti_omap4_jtype_dpll_setup|ti,omap4-dpll-j-type-clock
drivers/clk/ti/dpll.c|SOC_AM33XX|clk:of_ti_omap4_m4xen_dpll_setup|ti,omap4-dpll-m4xen-clock
drivers/clk/ti/dpll.c|SOC_AM33XX|clk:of_ti_omap5_mpu_dpll_setup|ti,omap5-mpu-dpll-clock
drivers/clk/ti/fapll.c|SOC_TI81XX|clk:ti_fapll_setup|ti,dm816-fapll-clock
drivers/clk/ti/fixed-factor.c|SOC_AM33XX|clk:of_ti_fixed_factor_clk_setup|ti,fixed-factor-clock
drivers/clk/ti/gate.c|SOC_AM33XX|clk:of_ti_am35xx_gate_clk_setup|ti,am35xx-gate-clock
drivers/clk/ti/gate.c|SOC_AM33XX|clk:of_ti_clkdm_gate_clk_setup|ti,clkdm-gate-clock
drivers/clk/ti/gate.c|SOC_AM33XX|clk:of_ti_composite_gate_clk_setup|ti,composite-gate-clock
drivers/clk/ti/gate.c|SOC_AM33XX|clk:of_ti_composite_interface_clk_setup|ti,composite-interface-clock
drivers/clk/ti/gate.c|SOC_AM33XX|clk:of_ti_composite_no_wait_gate_clk_setup|ti,composite-no-wait-gate-clock
drivers/clk/ti/gate.c|SOC_AM33XX|clk:of_ti_dss_gate_clk_setup|ti,dss-gate-clock
drivers/clk/ti/gate.c|SOC_AM33XX|clk:of_ti_gate_clk_setup|ti,gate-clock
drivers/clk/ti/gate.c|SOC_AM33XX|clk:of_ti_hsdiv_gate_clk_setup|ti,hsdiv-gate-clock
drivers/clk/ti/gate.c|SOC_AM33XX|clk:of_ti_wait_gate_clk_setup|ti,wait-gate-clock
drivers/clk/ti/interface.c|ARCH_OMAP2|clk:of_ti_am35xx_interface_clk_setup|ti,am35xx-interface-clock
drivers/clk/ti/interface.c|ARCH_OMAP2|clk:of_ti_dss_interface_clk_setup|ti,omap3-dss-interface-clock
drivers/clk/ti/interface.c|ARCH_OMAP2|clk:of_ti_hsotgusb_interface_clk_setup|ti,omap3-hsotgusb-interface-clock
drivers/clk/ti/interface.c|ARCH_OMAP2|clk:of_ti_interface_clk_setup|ti,omap3-interface-clock
drivers/clk/ti/interface.c|ARCH_OMAP2|clk:of_ti_no_wait_interface_clk_setup|ti,omap3-no-wait-interface-clock
drivers/clk/ti/interface.c|ARCH_OMAP2|clk:of_ti_omap2430_interface_clk_setup|ti,omap2430-interface-clock
drivers/clk/ti/interface.c|ARCH_OMAP2|clk:of_ti_ssi_interface_clk_setup|ti,omap3-ssi-interface-clock
drivers/clk/ti/mux.c|SOC_AM33XX|clk:of_mux_clk_setup|ti,mux-clock
drivers/clk/ti/mux.c|SOC_AM33XX|clk:of_ti_composite_mux_clk_setup|ti,composite-mux-clock
drivers/clk/uniphier/clk-uniphier-core.c|CLK_UNIPHIER|device:uniphier_clk_driver_init|socionext,uniphier-ld11-clock socionext,uniphier-ld11-mio-clock socionext,uniphier-ld11-peri-clock socionext,uniphier-ld20-clock socionext,uniphier-ld20-peri-clock socionext,uniphier-ld20-sd-clock socionext,uniphier-ld4-clock socionext,uniphier-ld4-mio-clock socionext,uniphier-ld4-peri-clock socionext,uniphier-nx1-clock socionext,uniphier-nx1-peri-clock socionext,uniphier-nx1-sd-clock socionext,uniphier-pro4-clock socionext,uniphier-pro4-mio-clock socionext,uniphier-pro4-peri-clock socionext,uniphier-pro4-sg-clock socionext,uniphier-pro5-clock socionext,uniphier-pro5-peri-clock socionext,uniphier-pro5-sd-clock socionext,uniphier-pxs2-clock socionext,uniphier-pxs2-peri-clock socionext,uniphier-pxs2-sd-clock socionext,uniphier-pxs3-clock socionext,uniphier-pxs3-peri-clock socionext,uniphier-pxs3-sd-clock socionext,uniphier-sld8-clock socionext,uniphier-sld8-mio-clock socionext,uniphier-sld8-peri-clock
drivers/clk/ux500/abx500-clk.c|ARCH_U8500|arch:abx500_clk_init|stericsson,ab8500-clk
drivers/clk/ux500/u8500_of_clk.c|ARCH_U8500|clk:u8500_clk_init|stericsson,u8500-clks
drivers/clk/versatile/clk-icst.c|CLK_ICST|clk:of_syscon_icst_setup|arm,syscon-icst307 arm,syscon-icst525 arm,syscon-icst525-integratorap-cm arm,syscon-icst525-integratorap-pci arm,syscon-icst525-integratorap-sys arm,syscon-icst525-integratorcp-cm-core arm,syscon-icst525-integratorcp-cm-mem
drivers/clk/versatile/clk-impd1.c|INTEGRATOR_IMPD1|device:impd1_clk_driver_init|arm,im-pd1-syscon
drivers/clk/versatile/clk-sp810.c|CLK_SP810|clk:clk_sp810_of_setup|arm,sp810
drivers/clk/versatile/clk-versatile.c|CLK_ICST|clk:of_integrator_cm_osc_setup|arm,integrator-cm-auxosc
drivers/clk/versatile/clk-versatile.c|CLK_ICST|clk:of_versatile_cm_osc_setup|arm,versatile-cm-auxosc
drivers/clk/versatile/clk-vexpress-osc.c|CLK_VEXPRESS_OSC|device:vexpress_osc_driver_init|arm,vexpress-osc
drivers/clk/visconti/clkc-tmpv770x.c|COMMON_CLK_VISCONTI|device:visconti_clk_driver_init|toshiba,tmpv7708-pismu
drivers/clk/visconti/pll-tmpv770x.c|COMMON_CLK_VISCONTI|clk:tmpv770x_setup_plls|toshiba,tmpv7708-pipllct
drivers/clk/x86/clk-lgm.c|CLK_LGM_CGU|device:lgm_cgu_driver_init|intel,cgu-lgm
drivers/clk/xilinx/clk-xlnx-clock-wizard.c|COMMON_CLK_XLNX_CLKWZRD|device:clk_wzrd_driver_init|xlnx,clocking-wizard xlnx,clocking-wizard-v5.2 xlnx,clocking-wizard-v6.0
drivers/clk/xilinx/xlnx_vcu.c|XILINX_VCU|device:xvcu_driver_init|xlnx,vcu xlnx,vcu-logicoreip-1.0
drivers/clk/zynq/clkc.c|ARCH_ZYNQ|clk:zynq_clk_setup|xlnx,ps7-clkc
drivers/clk/zynqmp/clkc.c|ARCH_ZYNQMP|device:zynqmp_clock_driver_init|xlnx,versal-clk xlnx,zynqmp-clk
drivers/clocksource/arc_timer.c|ARC_TIMERS|timer:arc_cs_setup_gfrc|snps,archs-timer-gfrc
drivers/clocksource/arc_timer.c|ARC_TIMERS|timer:arc_cs_setup_rtc|snps,archs-timer-rtc
drivers/clocksource/arc_timer.c|ARC_TIMERS|timer:arc_of_timer_init|snps,arc-timer
drivers/clocksource/arm_arch_timer.c|ARM_ARCH_TIMER|timer:arch_timer_mem_of_init|arm,armv7-timer-mem
drivers/clocksource/arm_arch_timer.c|ARM_ARCH_TIMER|timer:arch_timer_of_init|arm,armv7-timer arm,armv8-timer
drivers/clocksource/arm_arch_timer.c|ARM_ARCH_TIMER||arm,armv7-timer arm,armv7-timer-mem arm,armv8-timer
drivers/clocksource/arm_global_timer.c|ARM_GLOBAL_TIMER|timer:global_timer_of_register|arm,cortex-a9-global-timer
drivers/clocksource/armv7m_systick.c|ARMV7M_SYSTICK|timer:system_timer_of_register|arm,armv7m-systick
drivers/clocksource/asm9260_timer.c|ASM9260_TIMER|timer:asm9260_timer_init|alphascale,asm9260-timer
drivers/clocksource/bcm2835_timer.c|BCM2835_TIMER|timer:bcm2835_timer_init|brcm,bcm2835-system-timer
drivers/clocksource/bcm_kona_timer.c|BCM_KONA_TIMER|timer:kona_timer_init|bcm,kona-timer brcm,kona-timer
drivers/clocksource/clksrc-dbx500-prcmu.c|CLKSRC_DBX500_PRCMU|timer:clksrc_dbx500_prcmu_init|stericsson,db8500-prcmu-timer-4
drivers/clocksource/clksrc_st_lpc.c|CLKSRC_ST_LPC|timer:st_clksrc_of_register|st,stih407-lpc
drivers/clocksource/clps711x-timer.c|CLPS711X_TIMER|timer:clps711x_timer_init|cirrus,ep7209-timer
drivers/clocksource/dw_apb_timer_of.c|DW_APB_TIMER_OF|timer:dw_apb_timer_init|picochip,pc3x2-timer snps,dw-apb-timer snps,dw-apb-timer-osc snps,dw-apb-timer-sp
drivers/clocksource/dw_apb_timer_of.c|DW_APB_TIMER_OF||picochip,pc3x2-rtc
drivers/clocksource/em_sti.c|EM_TIMER_STI|subsys:em_sti_init|renesas,em-sti
drivers/clocksource/exynos_mct.c|CLKSRC_EXYNOS_MCT|timer:mct_init_ppi|samsung,exynos4412-mct
drivers/clocksource/exynos_mct.c|CLKSRC_EXYNOS_MCT|timer:mct_init_spi|samsung,exynos4210-mct
drivers/clocksource/ingenic-ost.c|INGENIC_OST|device:ingenic_ost_driver_init|ingenic,jz4725b-ost ingenic,jz4760b-ost ingenic,jz4770-ost
drivers/clocksource/ingenic-sysost.c|INGENIC_SYSOST|timer:ingenic_ost_init|ingenic,x1000-ost
drivers/clocksource/ingenic-timer.c|INGENIC_TIMER|device:ingenic_tcu_driver_init|ingenic,jz4725b-tcu ingenic,jz4740-tcu ingenic,jz4760-tcu ingenic,jz4770-tcu ingenic,x1000-tcu
drivers/clocksource/ingenic-timer.c|INGENIC_TIMER|timer:ingenic_tcu_init|ingenic,jz4725b-tcu ingenic,jz4740-tcu ingenic,jz4760-tcu ingenic,jz4770-tcu ingenic,x1000-tcu
drivers/clocksource/jcore-pit.c|CLKSRC_JCORE_PIT|timer:jcore_pit_init|jcore,pit
drivers/clocksource/mips-gic-timer.c|CLKSRC_MIPS_GIC|timer:gic_clocksource_of_init|mti,gic-timer
drivers/clocksource/mps2-timer.c|CLKSRC_MPS2|timer:mps2_timer_init|arm,mps2-timer
drivers/clocksource/mxs_timer.c|MXS_TIMER|timer:mxs_timer_init|fsl,timrot
drivers/clocksource/nomadik-mtu.c|CLKSRC_NOMADIK_MTU|timer:nmdk_timer_of_init|st,nomadik-mtu
drivers/clocksource/renesas-ostm.c|RENESAS_OSTM|device:ostm_device_driver_init|renesas,ostm
drivers/clocksource/renesas-ostm.c|RENESAS_OSTM|timer:ostm_init|renesas,ostm
drivers/clocksource/samsung_pwm_timer.c|CLKSRC_SAMSUNG_PWM|timer:s3c2410_pwm_clocksource_init|samsung,s3c2410-pwm
drivers/clocksource/samsung_pwm_timer.c|CLKSRC_SAMSUNG_PWM|timer:s3c64xx_pwm_clocksource_init|samsung,s3c6400-pwm
drivers/clocksource/samsung_pwm_timer.c|CLKSRC_SAMSUNG_PWM|timer:s5p64x0_pwm_clocksource_init|samsung,s5p6440-pwm
drivers/clocksource/samsung_pwm_timer.c|CLKSRC_SAMSUNG_PWM|timer:s5p_pwm_clocksource_init|samsung,s5pc100-pwm
drivers/clocksource/sh_cmt.c|SH_TIMER_CMT|subsys:sh_cmt_init|renesas,cmt-48 renesas,cmt-48-gen2 renesas,r8a7740-cmt1 renesas,rcar-gen2-cmt0 renesas,rcar-gen2-cmt1 renesas,rcar-gen3-cmt0 renesas,rcar-gen3-cmt1 renesas,rcar-gen4-cmt0 renesas,rcar-gen4-cmt1 renesas,sh73a0-cmt1
drivers/clocksource/sh_mtu2.c|SH_TIMER_MTU2|subsys:sh_mtu2_init|renesas,mtu2
drivers/clocksource/sh_tmu.c|SH_TIMER_TMU|subsys:sh_tmu_init|renesas,tmu
drivers/clocksource/timer-armada-370-xp.c|ARMADA_370_XP_TIMER|timer:armada_370_timer_init|marvell,armada-370-timer
drivers/clocksource/timer-armada-370-xp.c|ARMADA_370_XP_TIMER|timer:armada_375_timer_init|marvell,armada-375-timer
drivers/clocksource/timer-armada-370-xp.c|ARMADA_370_XP_TIMER|timer:armada_xp_timer_init|marvell,armada-xp-timer
drivers/clocksource/timer-atmel-pit.c|ATMEL_PIT|timer:at91sam926x_pit_dt_init|atmel,at91sam9260-pit
drivers/clocksource/timer-atmel-st.c|ATMEL_ST|timer:atmel_st_timer_init|atmel,at91rm9200-st
drivers/clocksource/timer-atmel-tcb.c|ATMEL_TCB_CLKSRC|timer:tcb_clksrc_init|atmel,tcb-timer
drivers/clocksource/timer-atmel-tcb.c|ATMEL_TCB_CLKSRC||atmel,at91rm9200-tcb atmel,at91sam9x5-tcb atmel,sama5d2-tcb
drivers/clocksource/timer-cadence-ttc.c|CADENCE_TTC_TIMER|device:ttc_timer_driver_init|cdns,ttc
drivers/clocksource/timer-clint.c|CLINT_TIMER|timer:clint_timer_init_dt|riscv,clint0 sifive,clint0
drivers/clocksource/timer-davinci.c|DAVINCI_TIMER|timer:of_davinci_timer_register|ti,da830-timer
drivers/clocksource/timer-digicolor.c|DIGICOLOR_TIMER|timer:digicolor_timer_init|cnxt,cx92755-timer
drivers/clocksource/timer-fsl-ftm.c|FSL_FTM_TIMER|timer:ftm_timer_init|fsl,ftm-timer
drivers/clocksource/timer-fttmr010.c|FTTMR010_TIMER|timer:aspeed_timer_init|aspeed,ast2400-timer aspeed,ast2500-timer
drivers/clocksource/timer-fttmr010.c|FTTMR010_TIMER|timer:ast2600_timer_init|aspeed,ast2600-timer
drivers/clocksource/timer-fttmr010.c|FTTMR010_TIMER|timer:fttmr010_timer_init|cortina,gemini-timer faraday,fttmr010 moxa,moxart-timer
drivers/clocksource/timer-gx6605s.c|GX6605S_TIMER|timer:gx6605s_timer_init|csky,gx6605s-timer
drivers/clocksource/timer-gxp.c|GXP_TIMER|device:gxp_timer_driver_init|hpe,gxp-timer
drivers/clocksource/timer-gxp.c|GXP_TIMER|timer:gxp_timer_init|hpe,gxp-timer
drivers/clocksource/timer-imx-gpt.c|CLKSRC_IMX_GPT|timer:imx1_timer_init_dt|fsl,imx1-gpt
drivers/clocksource/timer-imx-gpt.c|CLKSRC_IMX_GPT|timer:imx21_timer_init_dt|fsl,imx21-gpt fsl,imx27-gpt
drivers/clocksource/timer-imx-gpt.c|CLKSRC_IMX_GPT|timer:imx31_timer_init_dt|fsl,imx25-gpt fsl,imx31-gpt fsl,imx50-gpt fsl,imx51-gpt fsl,imx53-gpt fsl,imx6q-gpt
drivers/clocksource/timer-imx-gpt.c|CLKSRC_IMX_GPT|timer:imx6dl_timer_init_dt|fsl,imx6dl-gpt fsl,imx6sl-gpt fsl,imx6sx-gpt
drivers/clocksource/timer-imx-sysctr.c|TIMER_IMX_SYS_CTR|timer:sysctr_timer_init|nxp,sysctr-timer
drivers/clocksource/timer-imx-tpm.c|CLKSRC_IMX_TPM|timer:tpm_timer_init|fsl,imx7ulp-tpm
drivers/clocksource/timer-integrator-ap.c|INTEGRATOR_AP_TIMER|timer:integrator_ap_timer_init_of|arm,integrator-timer
drivers/clocksource/timer-ixp4xx.c|IXP4XX_TIMER|device:ixp4xx_timer_driver_init|intel,ixp4xx-timer
drivers/clocksource/timer-ixp4xx.c|IXP4XX_TIMER|timer:ixp4xx_of_timer_init|intel,ixp4xx-timer
drivers/clocksource/timer-keystone.c|KEYSTONE_TIMER|timer:keystone_timer_init|ti,keystone-timer
drivers/clocksource/timer-lpc32xx.c|CLKSRC_LPC32XX|timer:lpc32xx_timer_init|nxp,lpc3220-timer
drivers/clocksource/timer-mediatek.c|MTK_TIMER|timer:mtk_cpux_init|mediatek,mt6795-systimer
drivers/clocksource/timer-mediatek.c|MTK_TIMER|timer:mtk_gpt_init|mediatek,mt6577-timer
drivers/clocksource/timer-mediatek.c|MTK_TIMER|timer:mtk_syst_init|mediatek,mt6765-timer
drivers/clocksource/timer-meson6.c|MESON6_TIMER|timer:meson6_timer_init|amlogic,meson6-timer
drivers/clocksource/timer-microchip-pit64b.c|MICROCHIP_PIT64B|timer:mchp_pit64b_dt_init|microchip,sam9x60-pit64b
drivers/clocksource/timer-milbeaut.c|MILBEAUT_TIMER|timer:mlb_timer_init|socionext,milbeaut-timer
drivers/clocksource/timer-mp-csky.c|CSKY_MP_TIMER|timer:csky_mptimer_init|csky,mptimer
drivers/clocksource/timer-msc313e.c|MSC313E_TIMER|timer:msc313e_timer_init|mstar,msc313e-timer sstar,ssd20xd-timer
drivers/clocksource/timer-npcm7xx.c|NPCM7XX_TIMER|timer:npcm7xx_timer_init|nuvoton,npcm750-timer nuvoton,wpcm450-timer
drivers/clocksource/timer-orion.c|ORION_TIMER|timer:orion_timer_init|marvell,orion-timer
drivers/clocksource/timer-owl.c|OWL_TIMER|timer:owl_timer_init|actions,s500-timer actions,s700-timer actions,s900-timer
drivers/clocksource/timer-oxnas-rps.c|OXNAS_RPS_TIMER|timer:oxnas_rps_timer_init|oxsemi,ox810se-rps-timer oxsemi,ox820-rps-timer
drivers/clocksource/timer-pistachio.c|CLKSRC_PISTACHIO|timer:pistachio_clksrc_of_init|img,pistachio-gptimer
drivers/clocksource/timer-pxa.c|CLKSRC_PXA|timer:pxa_timer_dt_init|marvell,pxa-timer
drivers/clocksource/timer-qcom.c|CLKSRC_QCOM|timer:msm_dt_timer_init|qcom,kpss-timer qcom,scss-timer
drivers/clocksource/timer-rda.c|RDA_TIMER|timer:rda_timer_init|rda,8810pl-timer
drivers/clocksource/timer-riscv.c|RISCV_TIMER|timer:riscv_timer_init_dt|riscv
drivers/clocksource/timer-rockchip.c|ROCKCHIP_TIMER|timer:rk_timer_init|rockchip,rk3288-timer rockchip,rk3399-timer
drivers/clocksource/timer-sp804.c|ARM_TIMER_SP804|timer:arm_sp804_of_init|arm,sp804
drivers/clocksource/timer-sp804.c|ARM_TIMER_SP804|timer:hisi_sp804_of_init|hisilicon,sp804
drivers/clocksource/timer-sp804.c|ARM_TIMER_SP804|timer:integrator_cp_of_init|arm,integrator-cp-timer
drivers/clocksource/timer-sp804.c|ARM_TIMER_SP804||arm,sp804
drivers/clocksource/timer-sprd.c|SPRD_TIMER|timer:sprd_suspend_timer_init|sprd,sc9860-suspend-timer
drivers/clocksource/timer-sprd.c|SPRD_TIMER|timer:sprd_timer_init|sprd,sc9860-timer
drivers/clocksource/timer-stm32-lp.c|CLKSRC_STM32_LP|device:stm32_clkevent_lp_driver_init|st,stm32-lptimer-timer
drivers/clocksource/timer-stm32.c|CLKSRC_STM32|timer:stm32_timer_init|st,stm32-timer
drivers/clocksource/timer-sun4i.c|SUN4I_TIMER|timer:sun4i_timer_init|allwinner,sun4i-a10-timer allwinner,sun8i-a23-timer allwinner,sun8i-v3s-timer allwinner,suniv-f1c100s-timer
drivers/clocksource/timer-sun5i.c|SUN5I_HSTIMER|timer:sun5i_timer_init|allwinner,sun5i-a13-hstimer allwinner,sun7i-a20-hstimer
drivers/clocksource/timer-tegra.c|TEGRA_TIMER|timer:tegra20_init_rtc|nvidia,tegra20-rtc
drivers/clocksource/timer-tegra.c|TEGRA_TIMER|timer:tegra20_init_timer|nvidia,tegra20-timer
drivers/clocksource/timer-tegra.c|TEGRA_TIMER|timer:tegra210_init_timer|nvidia,tegra210-timer
drivers/clocksource/timer-tegra186.c|TEGRA186_TIMER|device:tegra186_wdt_driver_init|nvidia,tegra186-timer nvidia,tegra234-timer
drivers/clocksource/timer-ti-32k.c|CLKSRC_TI_32K|timer:ti_32k_timer_init|ti,omap-counter32k
drivers/clocksource/timer-ti-dm-systimer.c|OMAP_DM_SYSTIMER|subsys:dmtimer_percpu_timer_startup|ti,am335x-timer ti,am335x-timer-1ms ti,dm814-timer ti,dm816-timer ti,omap-counter32k ti,omap2420-timer ti,omap3430-timer ti,omap4430-timer ti,omap5430-timer
drivers/clocksource/timer-ti-dm-systimer.c|OMAP_DM_SYSTIMER|timer:dmtimer_systimer_init|ti,am335x-timer ti,am335x-timer-1ms ti,dm814-timer ti,dm816-timer ti,omap2420-timer ti,omap3430-timer ti,omap4430-timer ti,omap5430-timer
drivers/clocksource/timer-ti-dm.c|OMAP_DM_TIMER|device:omap_dm_timer_driver_init|ti,am335x-timer ti,am335x-timer-1ms ti,am654-timer ti,dm816-timer ti,omap2420-timer ti,omap3430-timer ti,omap4430-timer ti,omap5430-timer
drivers/clocksource/timer-versatile.c|CLKSRC_VERSATILE|timer:versatile_sched_clock_init|arm,versatile-sysreg arm,vexpress-sysreg
drivers/clocksource/timer-vf-pit.c|VF_PIT_TIMER|timer:pit_timer_init|fsl,vf610-pit
drivers/clocksource/timer-vt8500.c|VT8500_TIMER|timer:vt8500_timer_init|via,vt8500-timer
drivers/clocksource/timer-zevio.c|NSPIRE_TIMER|timer:zevio_timer_init|lsi,zevio-timer
drivers/counter/ftm-quaddec.c|FTM_QUADDEC|device:ftm_quaddec_driver_init|fsl,ftm-quaddec
drivers/counter/interrupt-cnt.c|INTERRUPT_CNT|device:interrupt_cnt_driver_init|interrupt-counter
drivers/counter/microchip-tcb-capture.c|MICROCHIP_TCB_CAPTURE|device:mchp_tc_driver_init|atmel,at91rm9200-tcb atmel,at91sam9x5-tcb atmel,sama5d2-tcb atmel,sama5d3-tcb microchip,tcb-capture
drivers/counter/stm32-lptimer-cnt.c|STM32_LPTIMER_CNT|device:stm32_lptim_cnt_driver_init|st,stm32-lptimer-counter
drivers/counter/stm32-timer-cnt.c|STM32_TIMER_CNT|device:stm32_timer_cnt_driver_init|st,stm32-timer-counter
drivers/counter/ti-ecap-capture.c|TI_ECAP_CAPTURE|device:ecap_cnt_driver_init|ti,am62-ecap-capture
drivers/counter/ti-eqep.c|TI_EQEP|device:ti_eqep_driver_init|ti,am3352-eqep
drivers/cpufreq/brcmstb-avs-cpufreq.c|ARM_BRCMSTB_AVS_CPUFREQ|device:brcm_avs_cpufreq_platdrv_init|brcm,avs-cpu-data-mem
drivers/cpufreq/cpufreq-dt-platdev.c|CPUFREQ_DT_PLATDEV|core:cpufreq_dt_platdev_init|allwinner,sun4i-a10 allwinner,sun50i-h6 allwinner,sun5i-a10s allwinner,sun5i-a13 allwinner,sun5i-r8 allwinner,sun6i-a31 allwinner,sun6i-a31s allwinner,sun7i-a20 allwinner,sun8i-a23 allwinner,sun8i-a83t allwinner,sun8i-h3 apm,xgene-shadowcat arm,integrator-ap arm,integrator-cp arm,vexpress calxeda,ecx-2000 calxeda,highbank fsl,imx27 fsl,imx51 fsl,imx53 fsl,imx7d fsl,imx7s fsl,imx7ulp fsl,imx8mm fsl,imx8mn fsl,imx8mp fsl,imx8mq hisilicon,hi3660 marvell,armadaxp marvell,berlin marvell,pxa250 marvell,pxa270 mediatek,mt2701 mediatek,mt2712 mediatek,mt7622 mediatek,mt7623 mediatek,mt8167 mediatek,mt8173 mediatek,mt8176 mediatek,mt817x mediatek,mt8183 mediatek,mt8186 mediatek,mt8365 mediatek,mt8516 nvidia,tegra124 nvidia,tegra20 nvidia,tegra210 nvidia,tegra234 nvidia,tegra30 qcom,apq8064 qcom,apq8096 qcom,ipq8064 qcom,msm8960 qcom,msm8974 qcom,msm8996 qcom,qcs404 qcom,sa8155p qcom,sa8540p qcom,sc7180 qcom,sc7280 qcom,sc8180x qcom,sc8280xp qcom,sdm845 qcom,sm6115 qcom,sm6350 qcom,sm6375 qcom,sm8150 qcom,sm8250 qcom,sm8350 renesas,emev2 renesas,r7s72100 renesas,r8a73a4 renesas,r8a7740 renesas,r8a7742 renesas,r8a7743 renesas,r8a7744 renesas,r8a7745 renesas,r8a7778 renesas,r8a7779 renesas,r8a7790 renesas,r8a7791 renesas,r8a7792 renesas,r8a7793 renesas,r8a7794 renesas,sh73a0 rockchip,rk2928 rockchip,rk3036 rockchip,rk3066a rockchip,rk3066b rockchip,rk3188 rockchip,rk3228 rockchip,rk3288 rockchip,rk3328 rockchip,rk3366 rockchip,rk3368 rockchip,rk3399 samsung,exynos3250 samsung,exynos4210 samsung,exynos5250 samsung,exynos5800 st,stih407 st,stih410 st,stih418 st-ericsson,u8500 st-ericsson,u8540 st-ericsson,u9500 st-ericsson,u9540 ti,am33xx ti,am43 ti,dra7 ti,omap2 ti,omap3 ti,omap4 ti,omap5 xlnx,zynq-7000 xlnx,zynqmp
drivers/cpufreq/mediatek-cpufreq-hw.c|ARM_MEDIATEK_CPUFREQ_HW|device:mtk_cpufreq_hw_driver_init|mediatek,cpufreq-hw
drivers/cpufreq/mediatek-cpufreq.c|ARM_MEDIATEK_CPUFREQ|device:mtk_cpufreq_driver_init|mediatek,mt2701 mediatek,mt2712 mediatek,mt7622 mediatek,mt7623 mediatek,mt8167 mediatek,mt8173 mediatek,mt8176 mediatek,mt817x mediatek,mt8183 mediatek,mt8186 mediatek,mt8365 mediatek,mt8516
drivers/cpufreq/qcom-cpufreq-hw.c|ARM_QCOM_CPUFREQ_HW|postcore:qcom_cpufreq_hw_init|qcom,cpufreq-epss qcom,cpufreq-hw
drivers/cpufreq/qcom-cpufreq-nvmem.c|ARM_QCOM_CPUFREQ_NVMEM|device:qcom_cpufreq_init|qcom,apq8064 qcom,apq8096 qcom,ipq8064 qcom,msm8960 qcom,msm8974 qcom,msm8996 qcom,qcs404
drivers/cpufreq/qoriq-cpufreq.c|QORIQ_CPUFREQ|device:qoriq_cpufreq_platform_driver_init|fsl,b4420-clockgen fsl,b4860-clockgen fsl,t2080-clockgen fsl,t4240-clockgen
drivers/cpufreq/sun50i-cpufreq-nvmem.c|ARM_ALLWINNER_SUN50I_CPUFREQ_NVMEM|device:sun50i_cpufreq_init|allwinner,sun50i-h6
drivers/cpufreq/tegra186-cpufreq.c|ARM_TEGRA186_CPUFREQ|device:tegra186_cpufreq_platform_driver_init|nvidia,tegra186-ccplex-cluster
drivers/cpufreq/tegra194-cpufreq.c|ARM_TEGRA194_CPUFREQ|device:tegra194_ccplex_driver_init|nvidia,tegra194-ccplex nvidia,tegra234-ccplex-cluster nvidia,tegra239-ccplex-cluster
drivers/cpufreq/ti-cpufreq.c|ARM_TI_CPUFREQ|device:ti_cpufreq_driver_init device:ti_cpufreq_init|ti,am33xx ti,am3517 ti,am43 ti,dra7 ti,omap3430 ti,omap34xx ti,omap3630 ti,omap36xx
drivers/cpuidle/cpuidle-arm.c|ARM_CPUIDLE|device:arm_idle_init|arm,idle-state
drivers/cpuidle/cpuidle-big_little.c|ARM_BIG_LITTLE_CPUIDLE|device:bl_idle_init|arm,idle-state arm,vexpress,v2p-ca15_a7 google,peach
drivers/cpuidle/cpuidle-psci-domain.c|ARM_PSCI_CPUIDLE_DOMAIN|subsys:psci_idle_init_domains|arm,psci-1.0
drivers/cpuidle/cpuidle-psci.c|ARM_PSCI_CPUIDLE|device:psci_idle_init|arm,idle-state
drivers/cpuidle/cpuidle-qcom-spm.c|ARM_QCOM_SPM_CPUIDLE|device:qcom_spm_cpuidle_init|qcom,idle-state-spc
drivers/cpuidle/cpuidle-riscv-sbi.c|RISCV_SBI_CPUIDLE|device:sbi_cpuidle_init|riscv,idle-state
drivers/crypto/allwinner/sun4i-ss/sun4i-ss-core.c|CRYPTO_DEV_SUN4I_SS|device:sun4i_ss_driver_init|allwinner,sun4i-a10-crypto allwinner,sun8i-a33-crypto
drivers/crypto/allwinner/sun8i-ce/sun8i-ce-core.c|CRYPTO_DEV_SUN8I_CE|device:sun8i_ce_driver_init|allwinner,sun20i-d1-crypto allwinner,sun50i-a64-crypto allwinner,sun50i-h5-crypto allwinner,sun50i-h6-crypto allwinner,sun8i-h3-crypto allwinner,sun8i-r40-crypto
drivers/crypto/allwinner/sun8i-ss/sun8i-ss-core.c|CRYPTO_DEV_SUN8I_SS|device:sun8i_ss_driver_init|allwinner,sun8i-a83t-crypto allwinner,sun9i-a80-crypto
drivers/crypto/amcc/crypto4xx_core.c|CRYPTO_DEV_PPC4XX|device:crypto4xx_driver_init|amcc,ppc4xx-crypto
drivers/crypto/amcc/crypto4xx_trng.c|HW_RANDOM_PPC4XX|device:crypto4xx_driver_init|amcc,ppc440epx-rng amcc,ppc460ex-rng ppc4xx-rng
drivers/crypto/amlogic/amlogic-gxl-core.c|CRYPTO_DEV_AMLOGIC_GXL|device:meson_crypto_driver_init|amlogic,gxl-crypto
drivers/crypto/aspeed/aspeed-hace.c|CRYPTO_DEV_ASPEED|device:aspeed_hace_driver_init|aspeed,ast2500-hace aspeed,ast2600-hace
drivers/crypto/atmel-aes.c|CRYPTO_DEV_ATMEL_AES|device:atmel_aes_driver_init|atmel,at91sam9g46-aes
drivers/crypto/atmel-ecc.c|CRYPTO_DEV_ATMEL_ECC|device:atmel_ecc_init|atmel,atecc508a atmel,atecc608b
drivers/crypto/atmel-sha.c|CRYPTO_DEV_ATMEL_SHA|device:atmel_sha_driver_init|atmel,at91sam9g46-sha
drivers/crypto/atmel-sha204a.c|CRYPTO_DEV_ATMEL_SHA204A|device:atmel_sha204a_init|atmel,atsha204 atmel,atsha204a
drivers/crypto/atmel-tdes.c|CRYPTO_DEV_ATMEL_TDES|device:atmel_tdes_driver_init|atmel,at91sam9g46-tdes
drivers/crypto/axis/artpec6_crypto.c|CRYPTO_DEV_ARTPEC6|device:artpec6_crypto_driver_init|axis,artpec6-crypto axis,artpec7-crypto
drivers/crypto/bcm/cipher.c|CRYPTO_DEV_BCM_SPU|device:bcm_spu_pdriver_init|brcm,spu2-crypto brcm,spu2-v2-crypto brcm,spum-crypto brcm,spum-nsp-crypto
drivers/crypto/caam/ctrl.c|CRYPTO_DEV_FSL_CAAM|device:caam_driver_init|fsl,sec-v4.0 fsl,sec4.0
drivers/crypto/caam/jr.c|CRYPTO_DEV_FSL_CAAM_JR|device:jr_driver_init|fsl,sec-v4.0-job-ring fsl,sec4.0-job-ring
drivers/crypto/ccp/sp-platform.c|CRYPTO_DEV_CCP_DD|device:sp_mod_init|amd,ccp-seattle-v1a
drivers/crypto/ccree/cc_driver.c|CRYPTO_DEV_CCREE|device:ccree_init|arm,cryptocell-630p-ree arm,cryptocell-703-ree arm,cryptocell-710-ree arm,cryptocell-712-ree arm,cryptocell-713-ree
drivers/crypto/exynos-rng.c|CRYPTO_DEV_EXYNOS_RNG|device:exynos_rng_driver_init|samsung,exynos4-rng samsung,exynos5250-prng
drivers/crypto/gemini/sl3516-ce-core.c|CRYPTO_DEV_SL3516|device:sl3516_ce_driver_init|cortina,sl3516-crypto
drivers/crypto/hisilicon/sec/sec_drv.c|CRYPTO_DEV_HISI_SEC|device:sec_driver_init|hisilicon,hip06-sec hisilicon,hip07-sec
drivers/crypto/img-hash.c|CRYPTO_DEV_IMGTEC_HASH|device:img_hash_driver_init|img,hash-accelerator
drivers/crypto/inside-secure/safexcel.c|CRYPTO_DEV_SAFEXCEL|device:safexcel_init|inside-secure,safexcel-eip197 inside-secure,safexcel-eip197b inside-secure,safexcel-eip197d inside-secure,safexcel-eip97 inside-secure,safexcel-eip97ies
drivers/crypto/ixp4xx_crypto.c|CRYPTO_DEV_IXP4XX|device:ixp_crypto_driver_init|intel,ixp4xx-crypto
drivers/crypto/keembay/keembay-ocs-aes-core.c|CRYPTO_DEV_KEEMBAY_OCS_AES_SM4|device:kmb_ocs_aes_driver_init|intel,keembay-ocs-aes
drivers/crypto/keembay/keembay-ocs-ecc.c|CRYPTO_DEV_KEEMBAY_OCS_ECC|device:kmb_ocs_ecc_driver_init|intel,keembay-ocs-ecc
drivers/crypto/keembay/keembay-ocs-hcu-core.c|CRYPTO_DEV_KEEMBAY_OCS_HCU|device:kmb_ocs_hcu_driver_init|intel,keembay-ocs-hcu
drivers/crypto/marvell/cesa/cesa.c|CRYPTO_DEV_MARVELL_CESA|device:marvell_cesa_init|marvell,armada-370-crypto marvell,armada-375-crypto marvell,armada-38x-crypto marvell,armada-xp-crypto marvell,dove-crypto marvell,kirkwood-crypto marvell,orion-crypto
drivers/crypto/mxs-dcp.c|CRYPTO_DEV_MXS_DCP|device:mxs_dcp_driver_init|fsl,imx23-dcp fsl,imx28-dcp
drivers/crypto/n2_core.c|CRYPTO_DEV_NIAGARA2|device:n2_init|SUNW,kt-cwq SUNW,kt-mau SUNW,n2-cwq SUNW,n2-mau SUNW,vf-cwq SUNW,vf-mau
drivers/crypto/omap-aes.c|CRYPTO_DEV_OMAP_AES|device:omap_aes_driver_init|ti,omap2-aes ti,omap3-aes ti,omap4-aes
drivers/crypto/omap-des.c|CRYPTO_DEV_OMAP_DES|device:omap_des_driver_init|ti,omap4-des
drivers/crypto/omap-sham.c|CRYPTO_DEV_OMAP_SHAM|device:omap_sham_driver_init|ti,omap2-sham ti,omap3-sham ti,omap4-sham ti,omap5-sham
drivers/crypto/qce/core.c|CRYPTO_DEV_QCE|device:qce_crypto_driver_init|qcom,crypto-v5.1 qcom,crypto-v5.4
drivers/crypto/rockchip/rk3288_crypto.c|CRYPTO_DEV_ROCKCHIP|device:crypto_driver_init|rockchip,rk3288-crypto
drivers/crypto/s5p-sss.c|CRYPTO_DEV_S5P|device:s5p_aes_crypto_init|samsung,exynos4210-secss samsung,exynos5433-slim-sss samsung,s5pv210-secss
drivers/crypto/sa2ul.c|CRYPTO_DEV_SA2UL|device:sa_ul_driver_init|ti,am62-sa3ul ti,am64-sa2ul ti,am654-sa2ul ti,j721e-sa2ul
drivers/crypto/sahara.c|CRYPTO_DEV_SAHARA|device:sahara_driver_init|fsl,imx27-sahara fsl,imx53-sahara
drivers/crypto/stm32/stm32-crc32.c|CRYPTO_DEV_STM32_CRC|device:stm32_crc_driver_init|st,stm32f7-crc
drivers/crypto/stm32/stm32-cryp.c|CRYPTO_DEV_STM32_CRYP|device:stm32_cryp_driver_init|st,stm32f756-cryp st,stm32mp1-cryp
drivers/crypto/stm32/stm32-hash.c|CRYPTO_DEV_STM32_HASH|device:stm32_hash_driver_init|st,stm32f456-hash st,stm32f756-hash
drivers/crypto/talitos.c|CRYPTO_DEV_TALITOS|device:talitos_driver_init|fsl,sec1.0 fsl,sec2.0
drivers/crypto/ux500/cryp/cryp_core.c|CRYPTO_DEV_UX500_CRYP|device:ux500_cryp_mod_init|stericsson,ux500-cryp
drivers/crypto/ux500/hash/hash_core.c|CRYPTO_DEV_UX500_HASH|device:ux500_hash_mod_init|stericsson,ux500-hash
drivers/crypto/xilinx/zynqmp-aes-gcm.c|CRYPTO_DEV_ZYNQMP_AES|device:zynqmp_aes_driver_init|xlnx,zynqmp-aes
drivers/devfreq/event/exynos-nocp.c|DEVFREQ_EVENT_EXYNOS_NOCP|device:exynos_nocp_driver_init|samsung,exynos5420-nocp
drivers/devfreq/event/exynos-ppmu.c|DEVFREQ_EVENT_EXYNOS_PPMU|device:exynos_ppmu_driver_init|samsung,exynos-ppmu samsung,exynos-ppmu-v2
drivers/devfreq/event/rockchip-dfi.c|DEVFREQ_EVENT_ROCKCHIP_DFI|device:rockchip_dfi_driver_init|rockchip,rk3399-dfi
drivers/devfreq/exynos-bus.c|ARM_EXYNOS_BUS_DEVFREQ|device:exynos_bus_platdrv_init|samsung,exynos-bus
drivers/devfreq/imx-bus.c|ARM_IMX_BUS_DEVFREQ|device:imx_bus_platdrv_init|fsl,imx8m-nic fsl,imx8m-noc fsl,imx8mm-noc fsl,imx8mn-noc fsl,imx8mp-noc fsl,imx8mq-noc
drivers/devfreq/imx8m-ddrc.c|ARM_IMX8M_DDRC_DEVFREQ|device:imx8m_ddrc_platdrv_init|fsl,imx8m-ddrc
drivers/devfreq/mtk-cci-devfreq.c|ARM_MEDIATEK_CCI_DEVFREQ|device:mtk_ccifreq_platdrv_init|mediatek,mt8183-cci mediatek,mt8186-cci
drivers/devfreq/rk3399_dmc.c|ARM_RK3399_DMC_DEVFREQ|device:rk3399_dmcfreq_driver_init|rockchip,rk3399-dmc
drivers/devfreq/sun8i-a33-mbus.c|ARM_SUN8I_A33_MBUS_DEVFREQ|device:sun8i_a33_mbus_driver_init|allwinner,sun50i-a64-mbus allwinner,sun50i-h5-mbus
drivers/devfreq/tegra30-devfreq.c|ARM_TEGRA_DEVFREQ|device:tegra_devfreq_driver_init|nvidia,tegra124-actmon nvidia,tegra30-actmon
drivers/dma/altera-msgdma.c|ALTERA_MSGDMA|device:msgdma_driver_init|altr,socfpga-msgdma
drivers/dma/amba-pl08x.c|AMBA_PL08X|subsys:pl08x_init|arm,pl080 arm,pl081
drivers/dma/apple-admac.c|APPLE_ADMAC|device:apple_admac_driver_init|apple,admac apple,t8103-admac
drivers/dma/at_hdmac.c|AT_HDMAC|subsys:at_dma_init|atmel,at91sam9g45-dma atmel,at91sam9rl-dma
drivers/dma/at_xdmac.c|AT_XDMAC|subsys:at_xdmac_init|atmel,sama5d4-dma microchip,sama7g5-dma
drivers/dma/bcm-sba-raid.c|BCM_SBA_RAID|device:sba_driver_init|brcm,iproc-sba brcm,iproc-sba-v2
drivers/dma/bcm2835-dma.c|DMA_BCM2835|device:bcm2835_dma_driver_init|brcm,bcm2835-dma
drivers/dma/bestcomm/bestcomm.c|PPC_BESTCOMM|subsys:mpc52xx_bcom_init|fsl,mpc5200-bestcomm fsl,mpc5200-sram mpc5200-bestcomm mpc5200-sram
drivers/dma/dma-axi-dmac.c|AXI_DMAC|device:axi_dmac_driver_init|adi,axi-dmac-1.00.a
drivers/dma/dma-jz4780.c|DMA_JZ4780|subsys:jz4780_dma_init|ingenic,jz4725b-dma ingenic,jz4740-dma ingenic,jz4760-bdma ingenic,jz4760-dma ingenic,jz4760-mdma ingenic,jz4760b-bdma ingenic,jz4760b-dma ingenic,jz4760b-mdma ingenic,jz4770-dma ingenic,jz4780-dma ingenic,x1000-dma ingenic,x1830-dma
drivers/dma/dw-axi-dmac/dw-axi-dmac-platform.c|DW_AXI_DMAC|device:dw_driver_init|intel,kmb-axi-dma snps,axi-dma-1.01a
drivers/dma/dw/platform.c|DW_DMAC|subsys:dw_init|renesas,rzn1-dma snps,dma-spear1340
drivers/dma/dw/rzn1-dmamux.c|RZN1_DMAMUX|device:rzn1_dmamux_driver_init|renesas,rzn1-dma renesas,rzn1-dmamux
drivers/dma/fsl-edma.c|FSL_EDMA|subsys:fsl_edma_init|fsl,imx7ulp-edma fsl,ls1028a-edma fsl,vf610-edma
drivers/dma/fsl-qdma.c|FSL_QDMA|device:fsl_qdma_driver_init|fsl,ls1021a-qdma
drivers/dma/fsl_raid.c|FSL_RAID|device:fsl_re_driver_init|fsl,raideng-v1.0
drivers/dma/fsldma.c|FSL_DMA|subsys:fsldma_init|fsl,elo-dma fsl,elo3-dma fsl,eloplus-dma
drivers/dma/img-mdc-dma.c|IMG_MDC_DMA|device:mdc_dma_driver_init|img,pistachio-mdc-dma
drivers/dma/imx-dma.c|IMX_DMA|subsys:imxdma_module_init|fsl,imx1-dma fsl,imx21-dma fsl,imx27-dma
drivers/dma/imx-sdma.c|IMX_SDMA|device:sdma_driver_init|fsl,imx25-sdma fsl,imx31-sdma fsl,imx35-sdma fsl,imx51-sdma fsl,imx53-sdma fsl,imx6q-sdma fsl,imx6ul-sdma fsl,imx7d-sdma fsl,imx8mq-sdma
drivers/dma/k3dma.c|K3_DMA|device:k3_pdma_driver_init|hisilicon,hisi-pcm-asp-dma-1.0 hisilicon,k3-dma-1.0
drivers/dma/lgm/lgm-dma.c|INTEL_LDMA|device:intel_ldma_init|intel,lgm-cdma intel,lgm-dma0tx intel,lgm-dma1rx intel,lgm-dma1tx intel,lgm-dma2tx intel,lgm-dma3 intel,lgm-toe-dma30 intel,lgm-toe-dma31
drivers/dma/lpc18xx-dmamux.c|LPC18XX_DMAMUX|arch:lpc18xx_dmamux_init|nxp,lpc1850-dmamux
drivers/dma/mediatek/mtk-cqdma.c|MTK_CQDMA|device:mtk_cqdma_driver_init|mediatek,mt6765-cqdma
drivers/dma/mediatek/mtk-hsdma.c|MTK_HSDMA|device:mtk_hsdma_driver_init|mediatek,mt7622-hsdma mediatek,mt7623-hsdma
drivers/dma/mediatek/mtk-uart-apdma.c|MTK_UART_APDMA|device:mtk_uart_apdma_driver_init|mediatek,mt6577-uart-dma
drivers/dma/milbeaut-hdmac.c|MILBEAUT_HDMAC|device:milbeaut_hdmac_driver_init|socionext,milbeaut-m10v-hdmac
drivers/dma/milbeaut-xdmac.c|MILBEAUT_XDMAC|device:milbeaut_xdmac_driver_init|socionext,milbeaut-m10v-xdmac
drivers/dma/mmp_pdma.c|MMP_PDMA|device:mmp_pdma_driver_init|marvell,pdma-1.0
drivers/dma/mmp_tdma.c|MMP_TDMA|device:mmp_tdma_driver_init|marvell,adma-1.0 marvell,pxa910-squ
drivers/dma/moxart-dma.c|MOXART_DMA|subsys:moxart_init|moxa,moxart-dma
drivers/dma/mpc512x_dma.c|MPC512X_DMA|device:mpc_dma_driver_init|fsl,mpc5121-dma fsl,mpc8308-dma
drivers/dma/mv_xor.c|MV_XOR|device:mv_xor_driver_init|marvell,armada-3700-xor marvell,armada-380-xor marvell,orion-xor
drivers/dma/mv_xor_v2.c|MV_XOR_V2|device:mv_xor_v2_driver_init|marvell,xor-v2
drivers/dma/mxs-dma.c|MXS_DMA|device:mxs_dma_driver_init|fsl,imx23-dma-apbh fsl,imx23-dma-apbx fsl,imx28-dma-apbh fsl,imx28-dma-apbx
drivers/dma/nbpfaxi.c|NBPFAXI_DMA|device:nbpf_driver_init|renesas,nbpfaxi64dmac1b16 renesas,nbpfaxi64dmac1b4 renesas,nbpfaxi64dmac1b8 renesas,nbpfaxi64dmac4b16 renesas,nbpfaxi64dmac4b4 renesas,nbpfaxi64dmac4b8 renesas,nbpfaxi64dmac8b16 renesas,nbpfaxi64dmac8b4 renesas,nbpfaxi64dmac8b8
drivers/dma/owl-dma.c|OWL_DMA|subsys:owl_dma_init|actions,s500-dma actions,s700-dma actions,s900-dma
drivers/dma/pl330.c|PL330_DMA|device:pl330_driver_init|arm,pl330
drivers/dma/ppc4xx/adma.c|AMCC_PPC440SPE_ADMA|arch:ppc440spe_adma_init|amcc,xor-accelerator ibm,dma-440spe
drivers/dma/pxa_dma.c|PXA_DMA|device:pxad_driver_init|marvell,pdma-1.0
drivers/dma/qcom/bam_dma.c|QCOM_BAM_DMA|device:bam_dma_driver_init|qcom,bam-v1.3.0 qcom,bam-v1.4.0 qcom,bam-v1.7.0
drivers/dma/qcom/gpi.c|QCOM_GPI_DMA|subsys:gpi_init|qcom,sc7280-gpi-dma qcom,sdm845-gpi-dma qcom,sm6350-gpi-dma qcom,sm8150-gpi-dma qcom,sm8250-gpi-dma qcom,sm8350-gpi-dma qcom,sm8450-gpi-dma
drivers/dma/qcom/hidma.c|QCOM_HIDMA|device:hidma_driver_init|qcom,hidma-1.0 qcom,hidma-1.1 qcom,hidma-1.2
drivers/dma/qcom/hidma_mgmt.c|QCOM_HIDMA_MGMT|device:hidma_mgmt_init|qcom,hidma-mgmt-1.0
drivers/dma/qcom/qcom_adm.c|QCOM_ADM|device:adm_dma_driver_init|qcom,adm
drivers/dma/sf-pdma/sf-pdma.c|SF_PDMA|subsys:sf_pdma_init|sifive,fu540-c000-pdma sifive,pdma0
drivers/dma/sh/rcar-dmac.c|RCAR_DMAC|device:rcar_dmac_driver_init|renesas,dmac-r8a779a0 renesas,rcar-dmac renesas,rcar-gen4-dmac
drivers/dma/sh/rz-dmac.c|RZ_DMAC|device:rz_dmac_driver_init|renesas,rz-dmac
drivers/dma/sh/usb-dmac.c|RENESAS_USB_DMAC|device:usb_dmac_driver_init|renesas,usb-dmac
drivers/dma/sprd-dma.c|SPRD_DMA|device:sprd_dma_driver_init|sprd,sc9860-dma
drivers/dma/st_fdma.c|ST_FDMA|device:st_fdma_platform_driver_init|st,stih407-fdma-mpe31-11 st,stih407-fdma-mpe31-12 st,stih407-fdma-mpe31-13
drivers/dma/ste_dma40.c|STE_DMA40|subsys:stedma40_init|stericsson,dma40
drivers/dma/stm32-dma.c|STM32_DMA|subsys:stm32_dma_init|st,stm32-dma
drivers/dma/stm32-dmamux.c|STM32_DMAMUX|arch:stm32_dmamux_init|st,stm32-dma st,stm32h7-dmamux
drivers/dma/stm32-mdma.c|STM32_MDMA|subsys:stm32_mdma_init|st,stm32h7-mdma
drivers/dma/sun4i-dma.c|DMA_SUN4I|device:sun4i_dma_driver_init|allwinner,sun4i-a10-dma
drivers/dma/sun6i-dma.c|DMA_SUN6I|device:sun6i_dma_driver_init|allwinner,sun20i-d1-dma allwinner,sun50i-a100-dma allwinner,sun50i-a64-dma allwinner,sun50i-h6-dma allwinner,sun6i-a31-dma allwinner,sun8i-a23-dma allwinner,sun8i-a83t-dma allwinner,sun8i-h3-dma allwinner,sun8i-v3s-dma
drivers/dma/tegra186-gpc-dma.c|TEGRA186_GPC_DMA|device:tegra_dma_driver_init|nvidia,tegra186-gpcdma nvidia,tegra194-gpcdma nvidia,tegra234-gpcdma
drivers/dma/tegra20-apb-dma.c|TEGRA20_APB_DMA|device:tegra_dmac_driver_init|nvidia,tegra114-apbdma nvidia,tegra148-apbdma nvidia,tegra20-apbdma nvidia,tegra30-apbdma
drivers/dma/tegra210-adma.c|TEGRA210_ADMA|device:tegra_admac_driver_init|nvidia,tegra186-adma nvidia,tegra210-adma
drivers/dma/ti/cppi41.c|TI_CPPI41|device:cpp41_dma_driver_init|ti,am3359-cppi41 ti,da830-cppi41
drivers/dma/ti/dma-crossbar.c|TI_DMA_CROSSBAR|arch:omap_dmaxbar_init|ti,am335x-edma-crossbar ti,dra7-dma-crossbar ti,edma3 ti,edma3-tpcc ti,omap4430-sdma
drivers/dma/ti/edma.c|TI_EDMA|subsys:edma_init|ti,edma3 ti,edma3-tpcc ti,edma3-tptc
drivers/dma/ti/k3-udma.c|TI_K3_UDMA|device:udma_driver_init device:bcdma_driver_init device:pktdma_driver_init|ti,am64-dmss-bcdma ti,am64-dmss-pktdma ti,am654-navss-main-udmap ti,am654-navss-mcu-udmap ti,j721e-navss-main-udmap ti,j721e-navss-mcu-udmap
drivers/dma/ti/omap-dma.c|DMA_OMAP|subsys:omap_dma_init|ti,omap2420-sdma ti,omap2430-sdma ti,omap3430-sdma ti,omap3630-sdma ti,omap4430-sdma
drivers/dma/uniphier-mdmac.c|UNIPHIER_MDMAC|device:uniphier_mdmac_driver_init|socionext,uniphier-mio-dmac
drivers/dma/uniphier-xdmac.c|UNIPHIER_XDMAC|device:uniphier_xdmac_driver_init|socionext,uniphier-xdmac
drivers/dma/xgene-dma.c|XGENE_DMA|device:xgene_dma_driver_init|apm,xgene-storm-dma
drivers/dma/xilinx/xilinx_dma.c|XILINX_DMA|device:xilinx_vdma_driver_init|xlnx,axi-cdma-1.00.a xlnx,axi-dma-1.00.a xlnx,axi-mcdma-1.00.a xlnx,axi-vdma-1.00.a
drivers/dma/xilinx/xilinx_dpdma.c|XILINX_ZYNQMP_DPDMA|device:xilinx_dpdma_driver_init|xlnx,zynqmp-dpdma
drivers/dma/xilinx/zynqmp_dma.c|XILINX_ZYNQMP_DMA|device:zynqmp_dma_driver_init|xlnx,zynqmp-dma-1.0
drivers/edac/al_mc_edac.c|EDAC_AL_MC|device:al_mc_edac_driver_init|amazon,al-mc-edac
drivers/edac/altera_edac.c|EDAC_ALTERA|device:altr_sdram_edac_driver_init device:altr_edac_driver_init device:altr_edac_device_driver_init device:altr_edac_a10_driver_init|altr,sdram-edac altr,sdram-edac-a10 altr,sdram-edac-s10 altr,socfpga-a10-ecc-manager altr,socfpga-a10-l2-ecc altr,socfpga-a10-ocram-ecc altr,socfpga-dma-ecc altr,socfpga-ecc-manager altr,socfpga-eth-mac-ecc altr,socfpga-l2-ecc altr,socfpga-nand-ecc altr,socfpga-ocram-ecc altr,socfpga-qspi-ecc altr,socfpga-s10-ecc-manager altr,socfpga-sdmmc-ecc altr,socfpga-usb-ecc
drivers/edac/armada_xp_edac.c|EDAC_ARMADA_XP|device:armada_xp_edac_init|marvell,armada-xp-sdram-controller marvell,aurora-system-cache
drivers/edac/aspeed_edac.c|EDAC_ASPEED|device:aspeed_driver_init|aspeed,ast2400-sdram-edac aspeed,ast2500-sdram-edac aspeed,ast2600-sdram-edac
drivers/edac/dmc520_edac.c|EDAC_DMC520|device:dmc520_edac_driver_init|arm,dmc-520
drivers/edac/highbank_l2_edac.c|EDAC_HIGHBANK_L2|device:highbank_l2_edac_driver_init|calxeda,hb-sregs-l2-ecc
drivers/edac/highbank_mc_edac.c|EDAC_HIGHBANK_MC|device:highbank_mc_edac_driver_init|calxeda,ecx-2000-ddr-ctrl calxeda,hb-ddr-ctrl
drivers/edac/layerscape_edac.c|EDAC_LAYERSCAPE|device:fsl_ddr_mc_init|fsl,qoriq-memory-controller
drivers/edac/mpc85xx_edac.c|EDAC_MPC85XX|device:mpc85xx_mc_init|fsl,mpc8349-memory-controller fsl,mpc8536-l2-cache-controller fsl,mpc8536-memory-controller fsl,mpc8540-l2-cache-controller fsl,mpc8540-memory-controller fsl,mpc8541-l2-cache-controller fsl,mpc8541-memory-controller fsl,mpc8544-l2-cache-controller fsl,mpc8544-memory-controller fsl,mpc8548-l2-cache-controller fsl,mpc8548-memory-controller fsl,mpc8555-l2-cache-controller fsl,mpc8555-memory-controller fsl,mpc8560-l2-cache-controller fsl,mpc8560-memory-controller fsl,mpc8568-l2-cache-controller fsl,mpc8568-memory-controller fsl,mpc8569-l2-cache-controller fsl,mpc8569-memory-controller fsl,mpc8572-l2-cache-controller fsl,mpc8572-memory-controller fsl,p1020-l2-cache-controller fsl,p1020-memory-controller fsl,p1021-l2-cache-controller fsl,p1021-memory-controller fsl,p2020-l2-cache-controller fsl,p2020-memory-controller fsl,qoriq-memory-controller fsl,t2080-l2-cache-controller
drivers/edac/ppc4xx_edac.c|EDAC_PPC4XX|device:ppc4xx_edac_init|ibm,sdram-4xx-ddr2
drivers/edac/synopsys_edac.c|EDAC_SYNOPSYS|device:synps_edac_mc_driver_init|snps,ddrc-3.80a xlnx,zynq-ddrc-a05 xlnx,zynqmp-ddrc-2.40a
drivers/edac/ti_edac.c|EDAC_TI|device:ti_edac_driver_init|ti,emif-dra7xx ti,emif-keystone
drivers/edac/xgene_edac.c|EDAC_XGENE|device:xgene_edac_init|apm,xgene-edac
drivers/extcon/extcon-fsa9480.c|EXTCON_FSA9480|subsys:fsa9480_module_init|fcs,fsa880 fcs,fsa9480 ti,tsu6111
drivers/extcon/extcon-max14577.c|EXTCON_MAX14577|device:max14577_muic_driver_init|maxim,max14577-muic maxim,max77836-muic
drivers/extcon/extcon-max3355.c|EXTCON_MAX3355|device:max3355_driver_init|maxim,max3355
drivers/extcon/extcon-palmas.c|EXTCON_PALMAS|device:palmas_usb_driver_init|ti,palmas-usb ti,palmas-usb-vid ti,twl6035-usb ti,twl6035-usb-vid
drivers/extcon/extcon-ptn5150.c|EXTCON_PTN5150|device:ptn5150_i2c_driver_init|nxp,ptn5150
drivers/extcon/extcon-qcom-spmi-misc.c|EXTCON_QCOM_SPMI_MISC|device:qcom_usb_extcon_driver_init|qcom,pm8941-misc
drivers/extcon/extcon-rt8973a.c|EXTCON_RT8973A|subsys:rt8973a_muic_i2c_init|richtek,rt8973a-muic
drivers/extcon/extcon-sm5502.c|EXTCON_SM5502|subsys:sm5502_muic_i2c_init|siliconmitus,sm5502-muic siliconmitus,sm5504-muic siliconmitus,sm5703-muic
drivers/extcon/extcon-usb-gpio.c|EXTCON_USB_GPIO|device:usb_extcon_driver_init|linux,extcon-usb-gpio
drivers/extcon/extcon-usbc-cros-ec.c|EXTCON_USBC_CROS_EC|device:extcon_cros_ec_driver_init|google,extcon-usbc-cros-ec
drivers/extcon/extcon-usbc-tusb320.c|EXTCON_USBC_TUSB320|subsys:tusb320_init|ti,tusb320 ti,tusb320l
drivers/firmware/arm_scmi/driver.c|ARM_SCMI_PROTOCOL|subsys:scmi_driver_init|arm,scmi arm,scmi-smc arm,scmi-virtio linaro,scmi-optee
drivers/firmware/arm_scpi.c|ARM_SCPI_PROTOCOL|device:scpi_driver_init|amlogic,meson-axg-scp-shmem amlogic,meson-gxbb-scp-shmem arm,juno-scp-shmem arm,scp-shmem arm,scpi arm,scpi-pre-1.0
drivers/firmware/arm_sdei.c|ARM_SDE_INTERFACE|arch:sdei_init|arm,sdei-1.0
drivers/firmware/google/coreboot_table.c|GOOGLE_COREBOOT_TABLE|device:coreboot_table_driver_init|coreboot
drivers/firmware/imx/imx-scu.c|IMX_SCU|device:imx_scu_driver_init|fsl,imx-scu
drivers/firmware/imx/scu-pd.c|IMX_SCU_PD|device:imx_sc_pd_driver_init|fsl,imx8qxp-scu-pd fsl,scu-pd
drivers/firmware/meson/meson_sm.c|MESON_SM|device:meson_sm_driver_init|amlogic,meson-gxbb-sm
drivers/firmware/psci/psci.c|ARM_PSCI_FW|late:psci_debugfs_init|arm,psci arm,psci-0.2 arm,psci-1.0
drivers/firmware/qcom_scm.c|QCOM_SCM|subsys:qcom_scm_init|qcom,scm qcom,scm-apq8064 qcom,scm-apq8084 qcom,scm-ipq4019 qcom,scm-mdm9607 qcom,scm-msm8660 qcom,scm-msm8916 qcom,scm-msm8953 qcom,scm-msm8960 qcom,scm-msm8974 qcom,scm-msm8976 qcom,scm-msm8994 qcom,scm-msm8996
drivers/firmware/qemu_fw_cfg.c|FW_CFG_SYSFS|device:fw_cfg_sysfs_init|qemu,fw-cfg-mmio
drivers/firmware/raspberrypi.c|RASPBERRYPI_FIRMWARE|device:rpi_firmware_driver_init|raspberrypi,bcm2835-firmware
drivers/firmware/scpi_pm_domain.c|ARM_SCPI_POWER_DOMAIN|device:scpi_power_domain_driver_init|arm,scpi-power-domains
drivers/firmware/stratix10-svc.c|INTEL_STRATIX10_SERVICE|subsys:stratix10_svc_init|intel,agilex-svc intel,stratix10-svc
drivers/firmware/tegra/bpmp.c|TEGRA_BPMP|device:tegra_bpmp_driver_init|nvidia,tegra186-bpmp nvidia,tegra210-bpmp
drivers/firmware/ti_sci.c|TI_SCI_PROTOCOL|device:ti_sci_driver_init|ti,am654-sci ti,k2g-sci
drivers/firmware/turris-mox-rwtm.c|TURRIS_MOX_RWTM|device:turris_mox_rwtm_driver_init|cznic,turris-mox-rwtm marvell,armada-3700-rwtm-firmware
drivers/firmware/xilinx/zynqmp.c|ZYNQMP_FIRMWARE|device:zynqmp_firmware_driver_init|xlnx,versal-firmware xlnx,zynqmp-firmware
drivers/fpga/altera-fpga2sdram.c|SOCFPGA_FPGA_BRIDGE|device:altera_fpga_driver_init|altr,socfpga-fpga2sdram-bridge
drivers/fpga/altera-freeze-bridge.c|ALTERA_FREEZE_BRIDGE|device:altera_freeze_br_driver_init|altr,freeze-bridge-controller
drivers/fpga/altera-hps2fpga.c|SOCFPGA_FPGA_BRIDGE|device:alt_fpga_bridge_driver_init|altr,socfpga-fpga2hps-bridge altr,socfpga-hps2fpga-bridge altr,socfpga-lwhps2fpga-bridge
drivers/fpga/altera-pr-ip-core-plat.c|ALTERA_PR_IP_CORE_PLAT|device:alt_pr_platform_driver_init|altr,a10-pr-ip
drivers/fpga/altera-ps-spi.c|FPGA_MGR_ALTERA_PS_SPI|device:altera_ps_driver_init|altr,fpga-arria10-passive-serial altr,fpga-passive-serial
drivers/fpga/ice40-spi.c|FPGA_MGR_ICE40_SPI|device:ice40_fpga_driver_init|lattice,ice40-fpga-mgr
drivers/fpga/machxo2-spi.c|FPGA_MGR_MACHXO2_SPI|device:machxo2_spi_driver_init|lattice,machxo2-slave-spi
drivers/fpga/microchip-spi.c|FPGA_MGR_MICROCHIP_SPI|device:mpf_driver_init|microchip,mpf-spi-fpga-mgr
drivers/fpga/of-fpga-region.c|OF_FPGA_REGION|subsys:of_fpga_region_init|fpga-region
drivers/fpga/socfpga-a10.c|FPGA_MGR_SOCFPGA_A10|device:socfpga_a10_fpga_driver_init|altr,socfpga-a10-fpga-mgr
drivers/fpga/socfpga.c|FPGA_MGR_SOCFPGA|device:socfpga_fpga_driver_init|altr,socfpga-fpga-mgr
drivers/fpga/stratix10-soc.c|FPGA_MGR_STRATIX10_SOC|device:s10_init|intel,agilex-soc-fpga-mgr intel,stratix10-soc-fpga-mgr
drivers/fpga/versal-fpga.c|FPGA_MGR_VERSAL_FPGA|device:versal_fpga_driver_init|xlnx,versal-fpga
drivers/fpga/xilinx-pr-decoupler.c|XILINX_PR_DECOUPLER|device:xlnx_pr_decoupler_driver_init|xlnx,dfx-axi-shutdown-manager xlnx,dfx-axi-shutdown-manager-1.00 xlnx,pr-decoupler xlnx,pr-decoupler-1.00
drivers/fpga/xilinx-spi.c|FPGA_MGR_XILINX_SPI|device:xilinx_slave_spi_driver_init|xlnx,fpga-slave-serial
drivers/fpga/zynq-fpga.c|FPGA_MGR_ZYNQ_FPGA|device:zynq_fpga_driver_init|xlnx,zynq-devcfg-1.0
drivers/fpga/zynqmp-fpga.c|FPGA_MGR_ZYNQMP_FPGA|device:zynqmp_fpga_driver_init|xlnx,zynqmp-pcap-fpga
drivers/fsi/fsi-master-aspeed.c|FSI_MASTER_ASPEED|device:fsi_master_aspeed_driver_init|aspeed,ast2600-fsi-master
drivers/fsi/fsi-master-ast-cf.c|FSI_MASTER_AST_CF|device:fsi_master_acf_init|aspeed,ast2400-cf-fsi-master aspeed,ast2500-cf-fsi-master
drivers/fsi/fsi-master-gpio.c|FSI_MASTER_GPIO|device:fsi_master_gpio_driver_init|fsi-master-gpio
drivers/fsi/fsi-occ.c|FSI_OCC|device:occ_init|ibm,p10-occ ibm,p9-occ
drivers/gnss/mtk.c|GNSS_MTK_SERIAL|device:mtk_driver_init|globaltop,pa6h
drivers/gnss/sirf.c|GNSS_SIRF_SERIAL|device:sirf_driver_init|fastrax,uc430 linx,r4 wi2wi,w2sg0004 wi2wi,w2sg0008i wi2wi,w2sg0084i
drivers/gnss/ubx.c|GNSS_UBX_SERIAL|device:ubx_driver_init|u-blox,neo-6m u-blox,neo-8 u-blox,neo-m8
drivers/gpio/gpio-74x164.c|GPIO_74X164|device:gen_74x164_driver_init|fairchild,74hc595 nxp,74lvc594
drivers/gpio/gpio-74xx-mmio.c|GPIO_74XX_MMIO|device:mmio_74xx_gpio_driver_init|ti,74125 ti,741624 ti,7416374 ti,74174 ti,74175 ti,741g125 ti,741g74 ti,74244 ti,74273 ti,742g125 ti,74365 ti,7474
drivers/gpio/gpio-adnp.c|GPIO_ADNP|device:adnp_i2c_driver_init|ad,gpio-adnp
drivers/gpio/gpio-altera-a10sr.c|GPIO_ALTERA_A10SR|device:altr_a10sr_gpio_driver_init|altr,a10sr-gpio
drivers/gpio/gpio-altera.c|GPIO_ALTERA|subsys:altera_gpio_init|altr,pio-1.0
drivers/gpio/gpio-aspeed-sgpio.c|GPIO_ASPEED_SGPIO|device:aspeed_sgpio_driver_init|aspeed,ast2400-sgpio aspeed,ast2500-sgpio aspeed,ast2600-sgpiom
drivers/gpio/gpio-aspeed.c|GPIO_ASPEED|device:aspeed_gpio_driver_init|aspeed,ast2400-gpio aspeed,ast2500-gpio aspeed,ast2600-gpio
drivers/gpio/gpio-ath79.c|GPIO_ATH79|device:ath79_gpio_driver_init|qca,ar7100-gpio qca,ar9340-gpio
drivers/gpio/gpio-brcmstb.c|GPIO_BRCMSTB|device:brcmstb_gpio_driver_init|brcm,brcmstb-gpio
drivers/gpio/gpio-cadence.c|GPIO_CADENCE|device:cdns_gpio_driver_init|cdns,gpio-r1p02
drivers/gpio/gpio-creg-snps.c|GPIO_SNPS_CREG|device:creg_gpio_snps_driver_init|snps,creg-gpio-axs10x snps,creg-gpio-hsdk
drivers/gpio/gpio-davinci.c|GPIO_DAVINCI|postcore:davinci_gpio_drv_reg|ti,am654-gpio ti,dm6441-gpio ti,keystone-gpio
drivers/gpio/gpio-dwapb.c|GPIO_DWAPB|device:dwapb_gpio_driver_init|apm,xgene-gpio-v2 snps,dw-apb-gpio
drivers/gpio/gpio-eic-sprd.c|GPIO_EIC_SPRD|device:sprd_eic_driver_init|sprd,sc9860-eic-async sprd,sc9860-eic-debounce sprd,sc9860-eic-latch sprd,sc9860-eic-sync
drivers/gpio/gpio-em.c|GPIO_EM|postcore:em_gio_init|renesas,em-gio
drivers/gpio/gpio-en7523.c|GPIO_EN7523|device:airoha_gpio_driver_init|airoha,en7523-gpio
drivers/gpio/gpio-ftgpio010.c|GPIO_FTGPIO010|device:ftgpio_gpio_driver_init|cortina,gemini-gpio faraday,ftgpio010 moxa,moxart-gpio
drivers/gpio/gpio-ge.c|GPIO_GE_FPGA|device:gef_gpio_driver_init|ge,imp3a-gpio gef,sbc310-gpio gef,sbc610-gpio
drivers/gpio/gpio-gw-pld.c|GPIO_GW_PLD|device:gw_pld_driver_init|gateworks,pld-gpio
drivers/gpio/gpio-hlwd.c|GPIO_HLWD|device:hlwd_gpio_driver_init|nintendo,hollywood-gpio
drivers/gpio/gpio-idt3243x.c|GPIO_IDT3243X|device:idt_gpio_driver_init|idt,32434-gpio
drivers/gpio/gpio-imx-scu.c|GPIO_IMX_SCU|subsys_sync:_imx_scu_gpio_init|fsl,imx8qxp-sc-gpio
drivers/gpio/gpio-ixp4xx.c|GPIO_IXP4XX|device:ixp4xx_gpio_driver_init|intel,ixp4xx-gpio
drivers/gpio/gpio-logicvc.c|GPIO_LOGICVC|device:logicvc_gpio_driver_init|xylon,logicvc-3.02.a-gpio
drivers/gpio/gpio-lp3943.c|GPIO_LP3943|device:lp3943_gpio_driver_init|ti,lp3943-gpio
drivers/gpio/gpio-lpc18xx.c|GPIO_LPC18XX|device:lpc18xx_gpio_driver_init|nxp,lpc1850-gpio
drivers/gpio/gpio-lpc32xx.c|GPIO_LPC32XX|device:lpc32xx_gpio_driver_init|nxp,lpc3220-gpio
drivers/gpio/gpio-max3191x.c|GPIO_MAX3191X|device:max3191x_driver_init|maxim,max31910 maxim,max31911 maxim,max31912 maxim,max31913 maxim,max31953 maxim,max31963
drivers/gpio/gpio-max732x.c|GPIO_MAX732X|subsys:max732x_init|maxim,max7319 maxim,max7320 maxim,max7321 maxim,max7322 maxim,max7323 maxim,max7324 maxim,max7325 maxim,max7326 maxim,max7327
drivers/gpio/gpio-mb86s7x.c|GPIO_MB86S7X|device:mb86s70_gpio_driver_init|fujitsu,mb86s70-gpio
drivers/gpio/gpio-mm-lantiq.c|GPIO_MM_LANTIQ|subsys:ltq_mm_init|lantiq,gpio-mm
drivers/gpio/gpio-mmio.c|GPIO_GENERIC|device:bgpio_driver_init|brcm,bcm6345-gpio ni,169445-nand-gpio wd,mbl-gpio
drivers/gpio/gpio-mockup.c|GPIO_MOCKUP|device:gpio_mockup_init|gpio-mockup
drivers/gpio/gpio-moxtet.c|GPIO_MOXTET|device:moxtet_gpio_driver_init|cznic,moxtet-gpio
drivers/gpio/gpio-mpc5200.c|GPIO_MPC5200|subsys:mpc52xx_gpio_init|fsl,mpc5200-gpio fsl,mpc5200-gpio-wkup
drivers/gpio/gpio-mpc8xxx.c|GPIO_MPC8XXX|arch:mpc8xxx_init|fsl,ls1028a-gpio fsl,ls1088a-gpio fsl,mpc5121-gpio fsl,mpc5125-gpio fsl,mpc8349-gpio fsl,mpc8572-gpio fsl,mpc8610-gpio fsl,pq3-gpio fsl,qoriq-gpio
drivers/gpio/gpio-msc313.c|GPIO_MSC313|device:msc313_gpio_driver_init|mstar,msc313-gpio sstar,ssd20xd-gpio
drivers/gpio/gpio-mt7621.c|GPIO_MT7621|device:mediatek_gpio_driver_init|mediatek,mt7621-gpio
drivers/gpio/gpio-mvebu.c|GPIO_MVEBU|device:mvebu_gpio_driver_init|marvell,armada-370-gpio marvell,armada-8k-gpio marvell,armadaxp-gpio marvell,mv78200-gpio marvell,orion-gpio
drivers/gpio/gpio-mxc.c|GPIO_MXC|subsys:gpio_mxc_init|fsl,imx1-gpio fsl,imx21-gpio fsl,imx31-gpio fsl,imx35-gpio fsl,imx7d-gpio fsl,imx8dxl-gpio fsl,imx8qm-gpio fsl,imx8qxp-gpio
drivers/gpio/gpio-mxs.c|GPIO_MXS|postcore:mxs_gpio_init|fsl,imx23-gpio fsl,imx28-gpio
drivers/gpio/gpio-octeon.c|GPIO_OCTEON|device:octeon_gpio_driver_init|cavium,octeon-3860-gpio
drivers/gpio/gpio-omap.c|GPIO_OMAP|postcore:omap_gpio_drv_reg|ti,omap2-gpio ti,omap3-gpio ti,omap4-gpio
drivers/gpio/gpio-palmas.c|GPIO_PALMAS|subsys:palmas_gpio_init|ti,palmas-gpio ti,tps65913-gpio ti,tps65914-gpio ti,tps80036-gpio
drivers/gpio/gpio-pca953x.c|GPIO_PCA953X|subsys:pca953x_init|exar,xra1202 maxim,max7310 maxim,max7312 maxim,max7313 maxim,max7315 maxim,max7318 nxp,pca6408 nxp,pca6416 nxp,pca9505 nxp,pca9506 nxp,pca9534 nxp,pca9535 nxp,pca9536 nxp,pca9537 nxp,pca9538 nxp,pca9539 nxp,pca9554 nxp,pca9555 nxp,pca9556 nxp,pca9557 nxp,pca9574 nxp,pca9575 nxp,pca9698 nxp,pcal6408 nxp,pcal6416 nxp,pcal6524 nxp,pcal6534 nxp,pcal9535 nxp,pcal9554b nxp,pcal9555a onnn,cat9554 onnn,pca9654 onnn,pca9655 ti,pca6107 ti,pca9536 ti,tca6408 ti,tca6416 ti,tca6424 ti,tca9539
drivers/gpio/gpio-pca9570.c|GPIO_PCA9570|device:pca9570_driver_init|nxp,pca9570 nxp,pca9571
drivers/gpio/gpio-pcf857x.c|GPIO_PCF857X|subsys:pcf857x_init|maxim,max7328 maxim,max7329 nxp,pca8574 nxp,pca8575 nxp,pca9670 nxp,pca9671 nxp,pca9672 nxp,pca9673 nxp,pca9674 nxp,pca9675 nxp,pcf8574 nxp,pcf8574a nxp,pcf8575
drivers/gpio/gpio-pisosr.c|GPIO_PISOSR|device:pisosr_gpio_driver_init|pisosr-gpio
drivers/gpio/gpio-pl061.c|GPIO_PL061|device:pl061_gpio_driver_init|arm,pl061
drivers/gpio/gpio-pmic-eic-sprd.c|GPIO_PMIC_EIC_SPRD|device:sprd_pmic_eic_driver_init|sprd,sc2731-eic
drivers/gpio/gpio-pxa.c|GPIO_PXA|postcore:pxa_gpio_legacy_init device:pxa_gpio_dt_init postcore:pxa_gpio_sysinit|intel,pxa25x-gpio intel,pxa26x-gpio intel,pxa27x-gpio intel,pxa3xx-gpio marvell,mmp-gpio marvell,mmp2-gpio marvell,pxa1928-gpio marvell,pxa93x-gpio
drivers/gpio/gpio-raspberrypi-exp.c|GPIO_RASPBERRYPI_EXP|device:rpi_exp_gpio_driver_init|raspberrypi,firmware-gpio
drivers/gpio/gpio-rcar.c|GPIO_RCAR|device:gpio_rcar_device_driver_init|renesas,gpio-r8a779a0 renesas,gpio-rcar renesas,rcar-gen1-gpio renesas,rcar-gen2-gpio renesas,rcar-gen3-gpio renesas,rcar-gen4-gpio
drivers/gpio/gpio-rda.c|GPIO_RDA|device:rda_gpio_driver_init|rda,8810pl-gpio
drivers/gpio/gpio-realtek-otto.c|GPIO_REALTEK_OTTO|device:realtek_gpio_driver_init|realtek,otto-gpio realtek,rtl8380-gpio realtek,rtl8390-gpio realtek,rtl9300-gpio realtek,rtl9310-gpio
drivers/gpio/gpio-rockchip.c|GPIO_ROCKCHIP|postcore:rockchip_gpio_init|rockchip,gpio-bank rockchip,rk3188-gpio-bank0
drivers/gpio/gpio-sama5d2-piobu.c|GPIO_SAMA5D2_PIOBU|device:sama5d2_piobu_driver_init|atmel,sama5d2-secumod
drivers/gpio/gpio-sifive.c|GPIO_SIFIVE|device:sifive_gpio_driver_init|sifive,fu540-c000-gpio sifive,gpio0
drivers/gpio/gpio-sim.c|GPIO_SIM|device:gpio_sim_init|gpio-simulator
drivers/gpio/gpio-sl28cpld.c|GPIO_SL28CPLD|device:sl28cpld_gpio_driver_init|kontron,sl28cpld-gpi kontron,sl28cpld-gpio kontron,sl28cpld-gpo
drivers/gpio/gpio-spear-spics.c|GPIO_SPEAR_SPICS|subsys:spics_gpio_init|st,spear-spics-gpio
drivers/gpio/gpio-sprd.c|GPIO_SPRD|device:sprd_gpio_driver_init|sprd,sc9860-gpio
drivers/gpio/gpio-stp-xway.c|GPIO_STP_XWAY|subsys:xway_stp_init|lantiq,gpio-stp-xway
drivers/gpio/gpio-syscon.c|GPIO_SYSCON|device:syscon_gpio_driver_init|cirrus,ep7209-mctrl-gpio rockchip,rk3328-grf-gpio ti,keystone-dsp-gpio
drivers/gpio/gpio-tb10x.c|GPIO_TB10X|device:tb10x_gpio_driver_init|abilis,tb10x-gpio
drivers/gpio/gpio-tegra.c|GPIO_TEGRA|device:tegra_gpio_driver_init|nvidia,tegra20-gpio nvidia,tegra210-gpio nvidia,tegra210-pmc nvidia,tegra30-gpio
drivers/gpio/gpio-tegra186.c|GPIO_TEGRA186|device:tegra186_gpio_driver_init|nvidia,tegra186-gpio nvidia,tegra186-gpio-aon nvidia,tegra186-pmc nvidia,tegra194-gpio nvidia,tegra194-gpio-aon nvidia,tegra194-pmc nvidia,tegra234-gpio nvidia,tegra234-gpio-aon
drivers/gpio/gpio-tn48m.c|GPIO_TN48M_CPLD|device:tn48m_gpio_driver_init|delta,tn48m-gpi delta,tn48m-gpo
drivers/gpio/gpio-tpic2810.c|GPIO_TPIC2810|device:tpic2810_driver_init|ti,tpic2810
drivers/gpio/gpio-tps65218.c|GPIO_TPS65218|device:tps65218_gpio_driver_init|ti,tps65218-gpio
drivers/gpio/gpio-ts4800.c|GPIO_TS4800|device:ts4800_gpio_driver_init|technologic,ts4800-gpio
drivers/gpio/gpio-ts4900.c|GPIO_TS4900|device:ts4900_gpio_driver_init|technologic,ts4900-gpio technologic,ts7970-gpio
drivers/gpio/gpio-twl4030.c|GPIO_TWL4030|subsys:gpio_twl4030_init|ti,twl4030-gpio
drivers/gpio/gpio-uniphier.c|GPIO_UNIPHIER|device:uniphier_gpio_driver_init|socionext,uniphier-gpio
drivers/gpio/gpio-vf610.c|GPIO_VF610|device:vf610_gpio_driver_init|fsl,imx7ulp-gpio fsl,vf610-gpio
drivers/gpio/gpio-visconti.c|GPIO_VISCONTI|device:visconti_gpio_driver_init|toshiba,gpio-tmpv7708
drivers/gpio/gpio-wcd934x.c|GPIO_WCD934X|device:wcd_gpio_driver_init|qcom,wcd9340-gpio qcom,wcd9341-gpio
drivers/gpio/gpio-xgene-sb.c|GPIO_XGENE_SB|device:xgene_gpio_sb_driver_init|apm,xgene-gpio-sb
drivers/gpio/gpio-xgene.c|GPIO_XGENE|device:xgene_gpio_driver_init|apm,xgene-gpio
drivers/gpio/gpio-xgs-iproc.c|GPIO_BCM_XGS_IPROC|device:bcm_iproc_gpio_driver_init|brcm,iproc-gpio-cca
drivers/gpio/gpio-xilinx.c|GPIO_XILINX|subsys:xgpio_init|xlnx,xps-gpio-1.00.a
drivers/gpio/gpio-xra1403.c|GPIO_XRA1403|device:xra1403_driver_init|exar,xra1403
drivers/gpio/gpio-zevio.c|GPIO_ZEVIO|device:zevio_gpio_driver_init|lsi,zevio-gpio
drivers/gpio/gpio-zynq.c|GPIO_ZYNQ|device:zynq_gpio_driver_init|xlnx,pmc-gpio-1.0 xlnx,versal-gpio-1.0 xlnx,zynq-gpio-1.0 xlnx,zynqmp-gpio-1.0
drivers/gpio/gpio-zynqmp-modepin.c|GPIO_ZYNQMP_MODEPIN|device:modepin_platform_driver_init|xlnx,zynqmp-gpio-modepin
drivers/gpu/drm/arm/display/komeda/komeda_drv.c|DRM_KOMEDA|device:komeda_platform_driver_init|arm,mali-d32 arm,mali-d71
drivers/gpu/drm/arm/hdlcd_drv.c|DRM_HDLCD|device:hdlcd_platform_driver_init|arm,hdlcd
drivers/gpu/drm/arm/malidp_drv.c|DRM_MALI_DISPLAY|device:malidp_platform_driver_init|arm,mali-dp500 arm,mali-dp550 arm,mali-dp650
drivers/gpu/drm/armada/armada_crtc.c|DRM_ARMADA|device:armada_drm_init|marvell,dove-lcd
drivers/gpu/drm/aspeed/aspeed_gfx_drv.c|DRM_ASPEED_GFX|device:aspeed_gfx_platform_driver_init|aspeed,ast2400-gfx aspeed,ast2500-gfx aspeed,ast2600-gfx
drivers/gpu/drm/atmel-hlcdc/atmel_hlcdc_dc.c|DRM_ATMEL_HLCDC|device:atmel_hlcdc_dc_platform_driver_init|atmel,at91sam9n12-hlcdc atmel,at91sam9x5-hlcdc atmel,hlcdc-display-controller atmel,sama5d2-hlcdc atmel,sama5d3-hlcdc atmel,sama5d4-hlcdc microchip,sam9x60-hlcdc
drivers/gpu/drm/bridge/adv7511/adv7511_drv.c|DRM_I2C_ADV7511|device:adv7511_init|adi,adv7511 adi,adv7511w adi,adv7513 adi,adv7533 adi,adv7535
drivers/gpu/drm/bridge/analogix/analogix-anx6345.c|DRM_ANALOGIX_ANX6345|device:anx6345_driver_init|analogix,anx6345
drivers/gpu/drm/bridge/analogix/analogix-anx78xx.c|DRM_ANALOGIX_ANX78XX|device:anx78xx_driver_init|analogix,anx7808 analogix,anx7812 analogix,anx7814 analogix,anx7818
drivers/gpu/drm/bridge/analogix/anx7625.c|DRM_ANALOGIX_ANX7625|device:anx7625_driver_init|analogix,anx7625
drivers/gpu/drm/bridge/cadence/cdns-mhdp8546-core.c|DRM_CDNS_MHDP8546|device:mhdp_driver_init|cdns,mhdp8546 ti,j721e-mhdp8546
drivers/gpu/drm/bridge/cdns-dsi.c|DRM_CDNS_DSI|device:cdns_dsi_platform_driver_init|cdns,dsi
drivers/gpu/drm/bridge/chipone-icn6211.c|DRM_CHIPONE_ICN6211|device:chipone_init|chipone,icn6211
drivers/gpu/drm/bridge/chrontel-ch7033.c|DRM_CHRONTEL_CH7033|device:ch7033_driver_init|chrontel,ch7033
drivers/gpu/drm/bridge/cros-ec-anx7688.c|DRM_CROS_EC_ANX7688|device:cros_ec_anx7688_bridge_driver_init|google,cros-ec-anx7688
drivers/gpu/drm/bridge/display-connector.c|DRM_DISPLAY_CONNECTOR|device:display_connector_driver_init|composite-video-connector dp-connector dvi-connector hdmi-connector svideo-connector vga-connector
drivers/gpu/drm/bridge/fsl-ldb.c|DRM_FSL_LDB|device:fsl_ldb_driver_init|fsl,imx8mp-ldb
drivers/gpu/drm/bridge/imx/imx8qm-ldb-drv.c|DRM_IMX8QM_LDB|device:imx8qm_ldb_driver_init|fsl,imx8qm-ldb
drivers/gpu/drm/bridge/imx/imx8qxp-ldb-drv.c|DRM_IMX8QXP_LDB|device:imx8qxp_ldb_driver_init|fsl,imx8qxp-ldb
drivers/gpu/drm/bridge/imx/imx8qxp-pixel-combiner.c|DRM_IMX8QXP_PIXEL_COMBINER|device:imx8qxp_pc_bridge_driver_init|fsl,imx8qm-pixel-combiner fsl,imx8qxp-pixel-combiner
drivers/gpu/drm/bridge/imx/imx8qxp-pixel-link.c|DRM_IMX8QXP_PIXEL_LINK|device:imx8qxp_pixel_link_bridge_driver_init|fsl,imx8qm-dc-pixel-link fsl,imx8qxp-dc-pixel-link
drivers/gpu/drm/bridge/imx/imx8qxp-pxl2dpi.c|DRM_IMX8QXP_PIXEL_LINK_TO_DPI|device:imx8qxp_pxl2dpi_bridge_driver_init|fsl,imx8qxp-pxl2dpi
drivers/gpu/drm/bridge/ite-it6505.c|DRM_ITE_IT6505|device:it6505_i2c_driver_init|ite,it6505
drivers/gpu/drm/bridge/ite-it66121.c|DRM_ITE_IT66121|device:it66121_driver_init|ite,it66121
drivers/gpu/drm/bridge/lontium-lt8912b.c|DRM_LONTIUM_LT8912B|device:lt8912_i2c_driver_init|lontium,lt8912b
drivers/gpu/drm/bridge/lontium-lt9211.c|DRM_LONTIUM_LT9211|device:lt9211_driver_init|lontium,lt9211
drivers/gpu/drm/bridge/lontium-lt9611.c|DRM_LONTIUM_LT9611|device:lt9611_driver_init|lontium,lt9611
drivers/gpu/drm/bridge/lontium-lt9611uxc.c|DRM_LONTIUM_LT9611UXC|device:lt9611uxc_driver_init|lontium,lt9611uxc
drivers/gpu/drm/bridge/lvds-codec.c|DRM_LVDS_CODEC|device:lvds_codec_driver_init|lvds-decoder lvds-encoder thine,thc63lvdm83d
drivers/gpu/drm/bridge/megachips-stdpxxxx-ge-b850v3-fw.c|DRM_MEGACHIPS_STDPXXXX_GE_B850V3_FW|device:stdpxxxx_ge_b850v3_init|megachips,stdp2690-ge-b850v3-fw megachips,stdp4028-ge-b850v3-fw
drivers/gpu/drm/bridge/nwl-dsi.c|DRM_NWL_MIPI_DSI|device:nwl_dsi_driver_init|fsl,imx8mq-nwl-dsi
drivers/gpu/drm/bridge/nxp-ptn3460.c|DRM_NXP_PTN3460|device:ptn3460_driver_init|nxp,ptn3460
drivers/gpu/drm/bridge/parade-ps8622.c|DRM_PARADE_PS8622|device:ps8622_driver_init|parade,ps8622 parade,ps8625
drivers/gpu/drm/bridge/parade-ps8640.c|DRM_PARADE_PS8640|device:ps8640_driver_init|parade,ps8640
drivers/gpu/drm/bridge/sii902x.c|DRM_SII902X|device:sii902x_driver_init|sil,sii9022
drivers/gpu/drm/bridge/sii9234.c|DRM_SII9234|device:sii9234_driver_init|sil,sii9234
drivers/gpu/drm/bridge/sil-sii8620.c|DRM_SIL_SII8620|device:sii8620_driver_init|sil,sii8620
drivers/gpu/drm/bridge/simple-bridge.c|DRM_SIMPLE_BRIDGE|device:simple_bridge_driver_init|adi,adv7123 dumb-vga-dac ti,opa362 ti,ths8134 ti,ths8135
drivers/gpu/drm/bridge/tc358762.c|DRM_TOSHIBA_TC358762|device:tc358762_driver_init|toshiba,tc358762
drivers/gpu/drm/bridge/tc358764.c|DRM_TOSHIBA_TC358764|device:tc358764_driver_init|toshiba,tc358764
drivers/gpu/drm/bridge/tc358767.c|DRM_TOSHIBA_TC358767|device:tc358767_driver_init|toshiba,tc358767
drivers/gpu/drm/bridge/tc358768.c|DRM_TOSHIBA_TC358768|device:tc358768_driver_init|toshiba,tc358768 toshiba,tc358778
drivers/gpu/drm/bridge/tc358775.c|DRM_TOSHIBA_TC358775|device:tc358775_driver_init|toshiba,tc358775
drivers/gpu/drm/bridge/thc63lvd1024.c|DRM_THINE_THC63LVD1024|device:thc63_driver_init|thine,thc63lvd1024
drivers/gpu/drm/bridge/ti-dlpc3433.c|DRM_TI_DLPC3433|device:dlpc3433_driver_init|ti,dlpc3433
drivers/gpu/drm/bridge/ti-sn65dsi83.c|DRM_TI_SN65DSI83|device:sn65dsi83_driver_init|ti,sn65dsi83 ti,sn65dsi84
drivers/gpu/drm/bridge/ti-sn65dsi86.c|DRM_TI_SN65DSI86|device:ti_sn65dsi86_init|ti,sn65dsi86
drivers/gpu/drm/bridge/ti-tfp410.c|DRM_TI_TFP410|device:tfp410_module_init|ti,tfp410
drivers/gpu/drm/bridge/ti-tpd12s015.c|DRM_TI_TPD12S015|device:tpd12s015_driver_init|ti,tpd12s015
drivers/gpu/drm/etnaviv/etnaviv_gpu.c|DRM_ETNAVIV|device:etnaviv_init|vivante,gc
drivers/gpu/drm/exynos/exynos5433_drm_decon.c|DRM_EXYNOS5433_DECON|device:exynos_drm_init|samsung,exynos5433-decon samsung,exynos5433-decon-tv
drivers/gpu/drm/exynos/exynos7_drm_decon.c|DRM_EXYNOS7_DECON|device:exynos_drm_init|samsung,exynos7-decon
drivers/gpu/drm/exynos/exynos_dp.c|DRM_EXYNOS_DP|device:exynos_drm_init|samsung,exynos5-dp
drivers/gpu/drm/exynos/exynos_drm_dsi.c|DRM_EXYNOS_DSI|device:exynos_drm_init|samsung,exynos3250-mipi-dsi samsung,exynos4210-mipi-dsi samsung,exynos5410-mipi-dsi samsung,exynos5422-mipi-dsi samsung,exynos5433-mipi-dsi
drivers/gpu/drm/exynos/exynos_drm_fimc.c|DRM_EXYNOS_FIMC|device:exynos_drm_init|samsung,exynos4210-fimc samsung,exynos4212-fimc
drivers/gpu/drm/exynos/exynos_drm_fimd.c|DRM_EXYNOS_FIMD|device:exynos_drm_init|samsung,exynos3250-fimd samsung,exynos4210-fimd samsung,exynos5250-fimd samsung,exynos5420-fimd samsung,s3c6400-fimd samsung,s5pv210-fimd
drivers/gpu/drm/exynos/exynos_drm_g2d.c|DRM_EXYNOS_G2D|device:exynos_drm_init|samsung,exynos4212-g2d samsung,exynos5250-g2d
drivers/gpu/drm/exynos/exynos_drm_gsc.c|DRM_EXYNOS_GSC|device:exynos_drm_init|samsung,exynos5-gsc samsung,exynos5250-gsc samsung,exynos5420-gsc samsung,exynos5433-gsc
drivers/gpu/drm/exynos/exynos_drm_mic.c|DRM_EXYNOS_MIC|device:exynos_drm_init|samsung,exynos5433-mic
drivers/gpu/drm/exynos/exynos_drm_rotator.c|DRM_EXYNOS_ROTATOR|device:exynos_drm_init|samsung,exynos4210-rotator samsung,exynos4212-rotator samsung,exynos5250-rotator samsung,s5pv210-rotator
drivers/gpu/drm/exynos/exynos_drm_scaler.c|DRM_EXYNOS_SCALER|device:exynos_drm_init|samsung,exynos5420-scaler samsung,exynos5433-scaler
drivers/gpu/drm/exynos/exynos_hdmi.c|DRM_EXYNOS_HDMI|device:exynos_drm_init|samsung,exynos4210-hdmi samsung,exynos4212-hdmi samsung,exynos5420-hdmi samsung,exynos5433-hdmi
drivers/gpu/drm/exynos/exynos_mixer.c|DRM_EXYNOS_MIXER|device:exynos_drm_init|samsung,exynos4210-mixer samsung,exynos4212-mixer samsung,exynos5-mixer samsung,exynos5250-mixer samsung,exynos5420-mixer
drivers/gpu/drm/fsl-dcu/fsl_dcu_drm_drv.c|DRM_FSL_DCU|device:fsl_dcu_drm_platform_driver_init|fsl,ls1021a-dcu fsl,vf610-dcu
drivers/gpu/drm/hisilicon/kirin/dw_drm_dsi.c|DRM_HISI_KIRIN|device:dsi_driver_init|hisilicon,hi6220-dsi
drivers/gpu/drm/hisilicon/kirin/kirin_drm_drv.c|DRM_HISI_KIRIN|device:kirin_drm_platform_driver_init|hisilicon,hi6220-ade
drivers/gpu/drm/i2c/tda998x_drv.c|DRM_I2C_NXP_TDA998X|device:tda998x_driver_init|nxp,tda998x
drivers/gpu/drm/imx/dcss/dcss-drv.c|DRM_IMX_DCSS|device:dcss_platform_driver_init|nxp,imx8mq-dcss
drivers/gpu/drm/imx/dw_hdmi-imx.c|DRM_IMX_HDMI|device:dw_hdmi_imx_platform_driver_init|fsl,imx6dl-hdmi fsl,imx6q-hdmi
drivers/gpu/drm/imx/imx-drm-core.c|DRM_IMX|device:imx_drm_init|fsl,imx-display-subsystem
drivers/gpu/drm/imx/imx-ldb.c|DRM_IMX_LDB|device:imx_ldb_driver_init|fsl,imx53-ldb fsl,imx6q-ldb
drivers/gpu/drm/imx/imx-tve.c|DRM_IMX_TVE|device:imx_tve_driver_init|fsl,imx53-tve
drivers/gpu/drm/imx/parallel-display.c|DRM_IMX_PARALLEL_DISPLAY|device:imx_pd_driver_init|fsl,imx-parallel-display
drivers/gpu/drm/ingenic/ingenic-drm-drv.c|DRM_INGENIC|device:ingenic_drm_init|ingenic,jz4725b-lcd ingenic,jz4740-lcd ingenic,jz4760-lcd ingenic,jz4760b-lcd ingenic,jz4770-lcd ingenic,jz4780-lcd
drivers/gpu/drm/ingenic/ingenic-dw-hdmi.c|DRM_INGENIC_DW_HDMI|device:ingenic_dw_hdmi_driver_init|ingenic,jz4780-dw-hdmi
drivers/gpu/drm/ingenic/ingenic-ipu.c|DRM_INGENIC_IPU|device:ingenic_drm_init|ingenic,jz4725b-ipu ingenic,jz4760-ipu
drivers/gpu/drm/kmb/kmb_drv.c|DRM_KMB_DISPLAY|device:kmb_platform_driver_init|intel,keembay-display
drivers/gpu/drm/lima/lima_drv.c|DRM_LIMA|device:lima_platform_driver_init|arm,mali-400 arm,mali-450
drivers/gpu/drm/logicvc/logicvc_drm.c|DRM_LOGICVC|device:logicvc_drm_platform_driver_init|xylon,logicvc-3.02.a-display xylon,logicvc-4.01.a-display
drivers/gpu/drm/mcde/mcde_drv.c|DRM_MCDE|device:mcde_drm_register|ste,mcde
drivers/gpu/drm/mcde/mcde_dsi.c|DRM_MCDE|device:mcde_drm_register|ste,mcde-dsi
drivers/gpu/drm/mediatek/mtk_cec.c|DRM_MEDIATEK_HDMI|device:mtk_hdmitx_init|mediatek,mt8173-cec
drivers/gpu/drm/mediatek/mtk_disp_aal.c|DRM_MEDIATEK|device:mtk_drm_init|mediatek,mt8173-disp-aal mediatek,mt8183-disp-aal
drivers/gpu/drm/mediatek/mtk_disp_ccorr.c|DRM_MEDIATEK|device:mtk_drm_init|mediatek,mt8183-disp-ccorr mediatek,mt8192-disp-ccorr
drivers/gpu/drm/mediatek/mtk_disp_color.c|DRM_MEDIATEK|device:mtk_drm_init|mediatek,mt2701-disp-color mediatek,mt8167-disp-color mediatek,mt8173-disp-color
drivers/gpu/drm/mediatek/mtk_disp_gamma.c|DRM_MEDIATEK|device:mtk_drm_init|mediatek,mt8173-disp-gamma mediatek,mt8183-disp-gamma
drivers/gpu/drm/mediatek/mtk_disp_merge.c|DRM_MEDIATEK|device:mtk_drm_init|mediatek,mt8195-disp-merge
drivers/gpu/drm/mediatek/mtk_disp_ovl.c|DRM_MEDIATEK|device:mtk_drm_init|mediatek,mt2701-disp-ovl mediatek,mt8173-disp-ovl mediatek,mt8183-disp-ovl mediatek,mt8183-disp-ovl-2l mediatek,mt8192-disp-ovl mediatek,mt8192-disp-ovl-2l
drivers/gpu/drm/mediatek/mtk_disp_rdma.c|DRM_MEDIATEK|device:mtk_drm_init|mediatek,mt2701-disp-rdma mediatek,mt8173-disp-rdma mediatek,mt8183-disp-rdma mediatek,mt8195-disp-rdma
drivers/gpu/drm/mediatek/mtk_dp.c|DRM_MEDIATEK_DP|device:mtk_dp_driver_init|mediatek,mt8195-dp-tx mediatek,mt8195-edp-tx
drivers/gpu/drm/mediatek/mtk_dpi.c|DRM_MEDIATEK|device:mtk_drm_init|mediatek,mt2701-dpi mediatek,mt8173-dpi mediatek,mt8183-dpi mediatek,mt8192-dpi mediatek,mt8195-dp-intf
drivers/gpu/drm/mediatek/mtk_drm_drv.c|DRM_MEDIATEK|device:mtk_drm_init|mediatek,mt2701-disp-color mediatek,mt2701-disp-mutex mediatek,mt2701-disp-ovl mediatek,mt2701-disp-pwm mediatek,mt2701-disp-rdma mediatek,mt2701-dpi mediatek,mt2701-dsi mediatek,mt2701-mmsys mediatek,mt2712-disp-mutex mediatek,mt2712-mmsys mediatek,mt7623-mmsys mediatek,mt8167-disp-aal mediatek,mt8167-disp-ccorr mediatek,mt8167-disp-color mediatek,mt8167-disp-dither mediatek,mt8167-disp-gamma mediatek,mt8167-disp-mutex mediatek,mt8167-disp-ovl mediatek,mt8167-disp-pwm mediatek,mt8167-disp-rdma mediatek,mt8167-dsi mediatek,mt8167-mmsys mediatek,mt8173-disp-aal mediatek,mt8173-disp-color mediatek,mt8173-disp-gamma mediatek,mt8173-disp-mutex mediatek,mt8173-disp-od mediatek,mt8173-disp-ovl mediatek,mt8173-disp-pwm mediatek,mt8173-disp-rdma mediatek,mt8173-disp-ufoe mediatek,mt8173-disp-wdma mediatek,mt8173-dpi mediatek,mt8173-dsi mediatek,mt8173-mmsys mediatek,mt8183-disp-aal mediatek,mt8183-disp-ccorr mediatek,mt8183-disp-dither mediatek,mt8183-disp-gamma mediatek,mt8183-disp-mutex mediatek,mt8183-disp-ovl mediatek,mt8183-disp-ovl-2l mediatek,mt8183-disp-rdma mediatek,mt8183-dpi mediatek,mt8183-dsi mediatek,mt8183-mmsys mediatek,mt8186-disp-mutex mediatek,mt8186-dsi mediatek,mt8186-mmsys mediatek,mt8192-disp-aal mediatek,mt8192-disp-ccorr mediatek,mt8192-disp-mutex mediatek,mt8192-disp-ovl mediatek,mt8192-disp-ovl-2l mediatek,mt8192-disp-postmask mediatek,mt8192-dpi mediatek,mt8192-mmsys mediatek,mt8195-disp-dsc mediatek,mt8195-disp-merge mediatek,mt8195-disp-mutex mediatek,mt8195-disp-ovl mediatek,mt8195-disp-rdma mediatek,mt8195-dp-intf mediatek,mt8195-mmsys
drivers/gpu/drm/mediatek/mtk_dsi.c|DRM_MEDIATEK|device:mtk_drm_init|mediatek,mt2701-dsi mediatek,mt8173-dsi mediatek,mt8183-dsi mediatek,mt8186-dsi
drivers/gpu/drm/mediatek/mtk_hdmi.c|DRM_MEDIATEK_HDMI|device:mtk_hdmitx_init|mediatek,mt2701-hdmi mediatek,mt8167-hdmi mediatek,mt8173-hdmi
drivers/gpu/drm/mediatek/mtk_hdmi_ddc.c|DRM_MEDIATEK_HDMI|device:mtk_hdmitx_init|mediatek,mt8173-hdmi-ddc
drivers/gpu/drm/mediatek/mtk_mdp_rdma.c|DRM_MEDIATEK|device:mtk_drm_init|mediatek,mt8195-vdo1-rdma
drivers/gpu/drm/meson/meson_drv.c|DRM_MESON|device:meson_drm_platform_driver_init|amlogic,meson-g12a-vpu amlogic,meson-gxbb-vpu amlogic,meson-gxl-vpu amlogic,meson-gxm-vpu composite-video-connector svideo-connector
drivers/gpu/drm/meson/meson_dw_hdmi.c|DRM_MESON_DW_HDMI|device:meson_dw_hdmi_platform_driver_init|amlogic,meson-g12a-dw-hdmi amlogic,meson-gxbb-dw-hdmi amlogic,meson-gxl-dw-hdmi amlogic,meson-gxm-dw-hdmi
drivers/gpu/drm/msm/adreno/adreno_device.c|DRM_MSM||amd,imageon qcom,adreno qcom,adreno-3xx qcom,kgsl-3d0
drivers/gpu/drm/msm/disp/dpu1/dpu_kms.c|DRM_MSM_DPU||qcom,msm8998-dpu qcom,qcm2290-dpu qcom,sc7180-dpu qcom,sc7280-dpu qcom,sc8180x-dpu qcom,sdm845-dpu qcom,sm8150-dpu qcom,sm8250-dpu
drivers/gpu/drm/msm/disp/mdp4/mdp4_kms.c|DRM_MSM_MDP4||qcom,mdp4
drivers/gpu/drm/msm/disp/mdp5/mdp5_kms.c|DRM_MSM_MDP5||qcom,mdp5 qcom,mdss_mdp
drivers/gpu/drm/msm/dp/dp_display.c|DRM_MSM_DP||qcom,sc7180-dp qcom,sc7280-dp qcom,sc7280-edp qcom,sc8180x-dp qcom,sc8180x-edp qcom,sm8350-dp
drivers/gpu/drm/msm/dsi/dsi.c|DRM_MSM_DSI||qcom,dsi-ctrl-6g-qcm2290 qcom,mdss-dsi-ctrl
drivers/gpu/drm/msm/dsi/phy/dsi_phy.c|DRM_MSM_DSI||qcom,dsi-phy-10nm qcom,dsi-phy-10nm-8998 qcom,dsi-phy-14nm qcom,dsi-phy-14nm-660 qcom,dsi-phy-14nm-8953 qcom,dsi-phy-20nm qcom,dsi-phy-28nm-8960 qcom,dsi-phy-28nm-hpm qcom,dsi-phy-28nm-hpm-fam-b qcom,dsi-phy-28nm-lp qcom,dsi-phy-7nm qcom,dsi-phy-7nm-8150 qcom,sc7280-dsi-phy-7nm
drivers/gpu/drm/msm/hdmi/hdmi.c|DRM_MSM_HDMI||qcom,hdmi-tx-8084 qcom,hdmi-tx-8660 qcom,hdmi-tx-8960 qcom,hdmi-tx-8974 qcom,hdmi-tx-8994 qcom,hdmi-tx-8996
drivers/gpu/drm/msm/hdmi/hdmi_phy.c|DRM_MSM_HDMI||qcom,hdmi-phy-8084 qcom,hdmi-phy-8660 qcom,hdmi-phy-8960 qcom,hdmi-phy-8974 qcom,hdmi-phy-8996
drivers/gpu/drm/msm/msm_drv.c|DRM_MSM|device:msm_drm_register|amd,imageon qcom,adreno qcom,adreno-3xx qcom,kgsl-3d0
drivers/gpu/drm/msm/msm_mdss.c|DRM_MSM_MDSS|device:msm_drm_register|qcom,mdss qcom,msm8998-mdss qcom,qcm2290-mdss qcom,sc7180-mdss qcom,sc7280-mdss qcom,sc8180x-mdss qcom,sdm845-mdss qcom,sm8150-mdss qcom,sm8250-mdss
drivers/gpu/drm/mxsfb/lcdif_drv.c|DRM_IMX_LCDIF|device:lcdif_platform_driver_init|fsl,imx8mp-lcdif
drivers/gpu/drm/mxsfb/mxsfb_drv.c|DRM_MXSFB|device:mxsfb_platform_driver_init|fsl,imx23-lcdif fsl,imx28-lcdif fsl,imx6sx-lcdif
drivers/gpu/drm/nouveau/nouveau_platform.c|NOUVEAU_PLATFORM_DRIVER|device:nouveau_drm_init|nvidia,gk20a nvidia,gm20b nvidia,gp10b
drivers/gpu/drm/omapdrm/dss/dispc.c|DRM_OMAP||ti,dra7-dispc ti,omap2-dispc ti,omap3-dispc ti,omap4-dispc ti,omap5-dispc
drivers/gpu/drm/omapdrm/dss/dsi.c|OMAP2_DSS_DSI||ti,omap3-dsi ti,omap4-dsi ti,omap5-dsi
drivers/gpu/drm/omapdrm/dss/dss.c|DRM_OMAP||ti,dra7-dss ti,omap2-dss ti,omap3-dss ti,omap4-dss ti,omap5-dss
drivers/gpu/drm/omapdrm/dss/hdmi4.c|OMAP4_DSS_HDMI||ti,omap4-hdmi
drivers/gpu/drm/omapdrm/dss/hdmi5.c|OMAP5_DSS_HDMI||ti,dra7-hdmi ti,omap5-hdmi
drivers/gpu/drm/omapdrm/dss/venc.c|OMAP2_DSS_VENC||ti,omap2-venc ti,omap3-venc ti,omap4-venc
drivers/gpu/drm/omapdrm/omap_dmm_tiler.c|DRM_OMAP|device:omap_drm_init|ti,omap4-dmm ti,omap5-dmm
drivers/gpu/drm/panel/panel-abt-y030xx067a.c|DRM_PANEL_ABT_Y030XX067A|device:y030xx067a_driver_init|abt,y030xx067a
drivers/gpu/drm/panel/panel-arm-versatile.c|DRM_PANEL_ARM_VERSATILE|device:versatile_panel_driver_init|arm,versatile-tft-panel
drivers/gpu/drm/panel/panel-asus-z00t-tm5p5-n35596.c|DRM_PANEL_ASUS_Z00T_TM5P5_NT35596|device:tm5p5_nt35596_driver_init|asus,z00t-tm5p5-n35596
drivers/gpu/drm/panel/panel-boe-bf060y8m-aj0.c|DRM_PANEL_BOE_BF060Y8M_AJ0|device:boe_bf060y8m_aj0_driver_init|boe,bf060y8m-aj0
drivers/gpu/drm/panel/panel-boe-himax8279d.c|DRM_PANEL_BOE_HIMAX8279D|device:panel_driver_init|boe,himax8279d10p boe,himax8279d8p
drivers/gpu/drm/panel/panel-boe-tv101wum-nl6.c|DRM_PANEL_BOE_TV101WUM_NL6|device:boe_panel_driver_init|auo,b101uan08.3 auo,kd101n80-45na boe,tv101wum-n53 boe,tv101wum-nl6 boe,tv105wum-nw0 boe,tv110c9m-ll3 innolux,hj110iz-01a
drivers/gpu/drm/panel/panel-dsi-cm.c|DRM_PANEL_DSI_CM|device:dsicm_driver_init|motorola,droid4-panel nokia,himalaya tpo,taal
drivers/gpu/drm/panel/panel-ebbg-ft8719.c|DRM_PANEL_EBBG_FT8719|device:ebbg_ft8719_driver_init|ebbg,ft8719
drivers/gpu/drm/panel/panel-edp.c|DRM_PANEL_EDP|device:panel_edp_init|auo,b101ean01 auo,b116xa01 auo,b116xw03 auo,b133han05 auo,b133htn01 auo,b133xtn01 auo,b140han06 boe,nv101wxmn51 boe,nv110wtm-n61 boe,nv133fhm-n61 boe,nv133fhm-n62 boe,nv140fhmn49 edp-panel innolux,n116bca-ea1 innolux,n116bge innolux,n125hce-gn1 innolux,p120zdg-bf1 ivo,m133nwf4-r0 kingdisplay,kd116n21-30nv-a010 lg,lp079qx1-sp0v lg,lp097qx1-spa1 lg,lp120up1 lg,lp129qe neweast,wjfh116008a samsung,lsn122dl01-c01 samsung,ltn140at29-301 sharp,ld-d5116z01b sharp,lq123p1jx31 sharp,lq140m1jw46 starry,kr122ea0sra
drivers/gpu/drm/panel/panel-elida-kd35t133.c|DRM_PANEL_ELIDA_KD35T133|device:kd35t133_driver_init|elida,kd35t133
drivers/gpu/drm/panel/panel-feixin-k101-im2ba02.c|DRM_PANEL_FEIXIN_K101_IM2BA02|device:k101_im2ba02_driver_init|feixin,k101-im2ba02
drivers/gpu/drm/panel/panel-feiyang-fy07024di26a30d.c|DRM_PANEL_FEIYANG_FY07024DI26A30D|device:feiyang_driver_init|feiyang,fy07024di26a30d
drivers/gpu/drm/panel/panel-ilitek-ili9322.c|DRM_PANEL_ILITEK_IL9322|device:ili9322_driver_init|dlink,dir-685-panel ilitek,ili9322
drivers/gpu/drm/panel/panel-ilitek-ili9341.c|DRM_PANEL_ILITEK_ILI9341|device:ili9341_driver_init|adafruit,yx240qv29 st,sf-tc240t-9370-t
drivers/gpu/drm/panel/panel-ilitek-ili9881c.c|DRM_PANEL_ILITEK_ILI9881C|device:ili9881c_dsi_driver_init|bananapi,lhr050h41 feixin,k101-im2byl02 wanchanglong,w552946aba
drivers/gpu/drm/panel/panel-innolux-ej030na.c|DRM_PANEL_INNOLUX_EJ030NA|device:ej030na_driver_init|innolux,ej030na
drivers/gpu/drm/panel/panel-innolux-p079zca.c|DRM_PANEL_INNOLUX_P079ZCA|device:innolux_panel_driver_init|innolux,p079zca innolux,p097pfg
drivers/gpu/drm/panel/panel-jdi-fhd-r63452.c|DRM_PANEL_JDI_R63452|device:jdi_fhd_r63452_driver_init|jdi,fhd-r63452
drivers/gpu/drm/panel/panel-jdi-lt070me05000.c|DRM_PANEL_JDI_LT070ME05000|device:jdi_panel_driver_init|jdi,lt070me05000
drivers/gpu/drm/panel/panel-khadas-ts050.c|DRM_PANEL_KHADAS_TS050|device:khadas_ts050_panel_driver_init|khadas,ts050
drivers/gpu/drm/panel/panel-kingdisplay-kd097d04.c|DRM_PANEL_KINGDISPLAY_KD097D04|device:kingdisplay_panel_driver_init|kingdisplay,kd097d04
drivers/gpu/drm/panel/panel-leadtek-ltk050h3146w.c|DRM_PANEL_LEADTEK_LTK050H3146W|device:ltk050h3146w_driver_init|leadtek,ltk050h3146w leadtek,ltk050h3146w-a2
drivers/gpu/drm/panel/panel-leadtek-ltk500hd1829.c|DRM_PANEL_LEADTEK_LTK500HD1829|device:ltk500hd1829_driver_init|leadtek,ltk500hd1829
drivers/gpu/drm/panel/panel-lg-lb035q02.c|DRM_PANEL_LG_LB035Q02|device:lb035q02_driver_init|lgphilips,lb035q02
drivers/gpu/drm/panel/panel-lg-lg4573.c|DRM_PANEL_LG_LG4573|device:lg4573_driver_init|lg,lg4573
drivers/gpu/drm/panel/panel-lvds.c|DRM_PANEL_LVDS|device:panel_lvds_driver_init|panel-lvds
drivers/gpu/drm/panel/panel-mantix-mlaf057we51.c|DRM_PANEL_MANTIX_MLAF057WE51|device:mantix_driver_init|mantix,mlaf057we51-x ys,ys57pss36bh5gq
drivers/gpu/drm/panel/panel-nec-nl8048hl11.c|DRM_PANEL_NEC_NL8048HL11|device:nl8048_driver_init|nec,nl8048hl11
drivers/gpu/drm/panel/panel-newvision-nv3052c.c|DRM_PANEL_NEWVISION_NV3052C|device:nv3052c_driver_init|leadtek,ltk035c5444t
drivers/gpu/drm/panel/panel-novatek-nt35510.c|DRM_PANEL_NOVATEK_NT35510|device:nt35510_driver_init|hydis,hva40wv1
drivers/gpu/drm/panel/panel-novatek-nt35560.c|DRM_PANEL_NOVATEK_NT35560|device:nt35560_driver_init|sony,acx424akm sony,acx424akp
drivers/gpu/drm/panel/panel-novatek-nt35950.c|DRM_PANEL_NOVATEK_NT35950|device:nt35950_driver_init|sharp,ls055d1sx04
drivers/gpu/drm/panel/panel-novatek-nt36672a.c|DRM_PANEL_NOVATEK_NT36672A|device:nt36672a_panel_driver_init|tianma,fhd-video
drivers/gpu/drm/panel/panel-novatek-nt39016.c|DRM_PANEL_NOVATEK_NT39016|device:nt39016_driver_init|kingdisplay,kd035g6-54nt
drivers/gpu/drm/panel/panel-olimex-lcd-olinuxino.c|DRM_PANEL_OLIMEX_LCD_OLINUXINO|device:lcd_olinuxino_driver_init|olimex,lcd-olinuxino
drivers/gpu/drm/panel/panel-orisetech-otm8009a.c|DRM_PANEL_ORISETECH_OTM8009A|device:orisetech_otm8009a_driver_init|orisetech,otm8009a
drivers/gpu/drm/panel/panel-osd-osd101t2587-53ts.c|DRM_PANEL_OSD_OSD101T2587_53TS|device:osd101t2587_panel_driver_init|osddisplays,osd101t2587-53ts
drivers/gpu/drm/panel/panel-panasonic-vvx10f034n00.c|DRM_PANEL_PANASONIC_VVX10F034N00|device:wuxga_nt_panel_driver_init|panasonic,vvx10f034n00
drivers/gpu/drm/panel/panel-raspberrypi-touchscreen.c|DRM_PANEL_RASPBERRYPI_TOUCHSCREEN|device:rpi_touchscreen_init|raspberrypi,7inch-touchscreen-panel
drivers/gpu/drm/panel/panel-raydium-rm67191.c|DRM_PANEL_RAYDIUM_RM67191|device:rad_panel_driver_init|raydium,rm67191
drivers/gpu/drm/panel/panel-raydium-rm68200.c|DRM_PANEL_RAYDIUM_RM68200|device:raydium_rm68200_driver_init|raydium,rm68200
drivers/gpu/drm/panel/panel-ronbo-rb070d30.c|DRM_PANEL_RONBO_RB070D30|device:rb070d30_panel_driver_init|ronbo,rb070d30
drivers/gpu/drm/panel/panel-samsung-atna33xc20.c|DRM_PANEL_SAMSUNG_ATNA33XC20|device:atana33xc20_init|samsung,atna33xc20
drivers/gpu/drm/panel/panel-samsung-db7430.c|DRM_PANEL_SAMSUNG_DB7430|device:db7430_driver_init|samsung,lms397kf04
drivers/gpu/drm/panel/panel-samsung-ld9040.c|DRM_PANEL_SAMSUNG_LD9040|device:ld9040_driver_init|samsung,ld9040
drivers/gpu/drm/panel/panel-samsung-s6d16d0.c|DRM_PANEL_SAMSUNG_S6D16D0|device:s6d16d0_driver_init|samsung,s6d16d0
drivers/gpu/drm/panel/panel-samsung-s6d27a1.c|DRM_PANEL_SAMSUNG_S6D27A1|device:s6d27a1_driver_init|samsung,s6d27a1
drivers/gpu/drm/panel/panel-samsung-s6e3ha2.c|DRM_PANEL_SAMSUNG_S6E3HA2|device:s6e3ha2_driver_init|samsung,s6e3ha2 samsung,s6e3hf2
drivers/gpu/drm/panel/panel-samsung-s6e63j0x03.c|DRM_PANEL_SAMSUNG_S6E63J0X03|device:s6e63j0x03_driver_init|samsung,s6e63j0x03
drivers/gpu/drm/panel/panel-samsung-s6e63m0-dsi.c|DRM_PANEL_SAMSUNG_S6E63M0_DSI|device:s6e63m0_dsi_driver_init|samsung,s6e63m0
drivers/gpu/drm/panel/panel-samsung-s6e63m0-spi.c|DRM_PANEL_SAMSUNG_S6E63M0_SPI|device:s6e63m0_spi_driver_init|samsung,s6e63m0
drivers/gpu/drm/panel/panel-samsung-s6e88a0-ams452ef01.c|DRM_PANEL_SAMSUNG_S6E88A0_AMS452EF01|device:s6e88a0_ams452ef01_driver_init|samsung,s6e88a0-ams452ef01
drivers/gpu/drm/panel/panel-samsung-s6e8aa0.c|DRM_PANEL_SAMSUNG_S6E8AA0|device:s6e8aa0_driver_init|samsung,s6e8aa0
drivers/gpu/drm/panel/panel-samsung-sofef00.c|DRM_PANEL_SAMSUNG_SOFEF00|device:sofef00_panel_driver_init|samsung,s6e3fc2x01 samsung,sofef00
drivers/gpu/drm/panel/panel-seiko-43wvf1g.c|DRM_PANEL_SEIKO_43WVF1G|device:seiko_panel_platform_driver_init|sii,43wvf1g
drivers/gpu/drm/panel/panel-sharp-lq101r1sx01.c|DRM_PANEL_SHARP_LQ101R1SX01|device:sharp_panel_driver_init|sharp,lq101r1sx01
drivers/gpu/drm/panel/panel-sharp-ls037v7dw01.c|DRM_PANEL_SHARP_LS037V7DW01|device:ls037v7dw01_driver_init|sharp,ls037v7dw01
drivers/gpu/drm/panel/panel-sharp-ls043t1le01.c|DRM_PANEL_SHARP_LS043T1LE01|device:sharp_nt_panel_driver_init|sharp,ls043t1le01-qhd
drivers/gpu/drm/panel/panel-sharp-ls060t1sx01.c|DRM_PANEL_SHARP_LS060T1SX01|device:sharp_ls060_driver_init|sharp,ls060t1sx01
drivers/gpu/drm/panel/panel-simple.c|DRM_PANEL_SIMPLE|device:panel_simple_init|ampire,am-1280800n3tzqw-t00h ampire,am-1280800w8tzqw-t00h ampire,am-480272h3tmqw-t01h ampire,am800480r3tmqwa1h ampire,am800600p5tmqw-tb8h arm,rtsm-display armadeus,st0700-adapt auo,b080uan01 auo,b101aw03 auo,b101xtn01 auo,g070vvn01 auo,g101evn010 auo,g104sn02 auo,g121ean01 auo,g133han01 auo,g156xtn01 auo,g185han01 auo,g190ean01 auo,p320hvn03 auo,t215hvn01 avic,tm070ddh03 bananapi,s070wv20-ct16 boe,hv070wsa-100 boe,tv080wum-nl0 cdtech,s043wq26h-ct7 cdtech,s070pws19hp-fc21 cdtech,s070swv29hg-dc44 cdtech,s070wv95-ct16 chefree,ch101olhlwh-002 chunghwa,claa070wp03xg chunghwa,claa101wa01a chunghwa,claa101wb01 dataimage,fg040346dsswbg04 dataimage,fg1001l0dsswmg01 dataimage,scf0700c48ggu18 dlc,dlc0700yzg-1 dlc,dlc1010gig edt,et035012dm6 edt,et057090dhu edt,et070080dh6 edt,etm0350g0dh6 edt,etm043080dh6gp edt,etm0430g0dh6 edt,etm0700g0bdh6 edt,etm0700g0dh6 edt,etm0700g0edh6 edt,etml0700y5dha edt,etmv570g2dhu eink,vb3300-kca evervision,vgg804821 foxlink,fl500wvr00-a0t frida,frd350h54004 friendlyarm,hd702e giantplus,gpg482739qs5 giantplus,gpm940b0 hannstar,hsd070pww1 hannstar,hsd100pxn1 hannstar,hsd101pww2 hit,tx23d38vm0caa innolux,at043tn24 innolux,at070tn92 innolux,g070y2-l01 innolux,g070y2-t02 innolux,g101ice-l01 innolux,g121i1-l01 innolux,g121x1-l03 innolux,n156bge-l21 innolux,zj070na-01p koe,tx14d24vm1bpa koe,tx26d202vm0bwa koe,tx31d200vm0baa kyo,tcg121xglp lemaker,bl035-rgb-002 lg,acx467akm-7 lg,lb070wv8 lg,ld070wx3-sl01 lg,lh500wx1-sd03 logicpd,type28 logictechno,lt161010-2nhc logictechno,lt161010-2nhr logictechno,lt170410-2whc logictechno,lttd800480070-l2rt logictechno,lttd800480070-l6wh-rt microchip,ac69t88a mitsubishi,aa070mc01-ca1 multi-inno,mi0700s4t-6 multi-inno,mi0800ft-9 multi-inno,mi1010ait-1cp nec,nl12880bc20-05 nec,nl4827hc19-05b netron-dy,e231732 newhaven,nhd-4.3-480272ef-atxl nlt,nl192108ac18-02d nvd,9128 okaya,rs800480t-7x0gp olimex,lcd-olinuxino-43-ts ontat,yx700wv03 ortustech,com37h3m05dtc ortustech,com37h3m99dtc ortustech,com43h4m85ulc osddisplays,osd070t1718-19ts osddisplays,osd101t2045-53ts panasonic,vvx10f004b00 panel-dpi pda,91-00156-a0 powertip,ph800480t013-idf02 qiaodian,qd43003c0-40 qishenglong,gopher2b-lcd rocktech,rk070er9427 rocktech,rk101ii01d-ct samsung,ltl101al01 samsung,ltn101nt05 satoz,sat050at40h12r2 sharp,lq035q7db03 sharp,lq070y3dg3b sharp,lq101k1ly04 sharp,ls020b1dd01d shelly,sca07010-bfn-lnn starry,kr070pe2t startek,kd070wvfpa team-source-display,tst043015cmhx tfc,s9700rtwv43tr-01b ti,nspire-classic-lcd-panel ti,nspire-cx-lcd-panel tianma,tm070jdhg30 tianma,tm070jvhg33 tianma,tm070rvhg71 toshiba,lt089ac29000 tpk,f07a-0102 tpk,f10a-0102 urt,umsh-8596md-11t urt,umsh-8596md-19t urt,umsh-8596md-1t urt,umsh-8596md-20t urt,umsh-8596md-7t urt,umsh-8596md-t vivax,tpc9150-panel vxt,vl050-8048nt-c01 winstar,wf35ltiacd yes-optoelectronics,ytc700tlag-05-201c
drivers/gpu/drm/panel/panel-sitronix-st7701.c|DRM_PANEL_SITRONIX_ST7701|device:st7701_dsi_driver_init|densitron,dmt028vghmcmi-1a techstar,ts8550b
drivers/gpu/drm/panel/panel-sitronix-st7703.c|DRM_PANEL_SITRONIX_ST7703|device:st7703_driver_init|rocktech,jh057n00900 xingbangda,xbd599
drivers/gpu/drm/panel/panel-sitronix-st7789v.c|DRM_PANEL_SITRONIX_ST7789V|device:st7789v_driver_init|sitronix,st7789v
drivers/gpu/drm/panel/panel-sony-acx565akm.c|DRM_PANEL_SONY_ACX565AKM|device:acx565akm_driver_init|sony,acx565akm
drivers/gpu/drm/panel/panel-sony-tulip-truly-nt35521.c|DRM_PANEL_SONY_TULIP_TRULY_NT35521|device:truly_nt35521_driver_init|sony,tulip-truly-nt35521
drivers/gpu/drm/panel/panel-tdo-tl070wsh30.c|DRM_PANEL_TDO_TL070WSH30|device:tdo_tl070wsh30_panel_driver_init|tdo,tl070wsh30
drivers/gpu/drm/panel/panel-tpo-td028ttec1.c|DRM_PANEL_TPO_TD028TTEC1|device:td028ttec1_driver_init|toppoly,td028ttec1 tpo,td028ttec1
drivers/gpu/drm/panel/panel-tpo-td043mtea1.c|DRM_PANEL_TPO_TD043MTEA1|device:td043mtea1_driver_init|tpo,td043mtea1
drivers/gpu/drm/panel/panel-tpo-tpg110.c|DRM_PANEL_TPO_TPG110|device:tpg110_driver_init|tpo,tpg110
drivers/gpu/drm/panel/panel-truly-nt35597.c|DRM_PANEL_TRULY_NT35597_WQXGA|device:truly_nt35597_driver_init|truly,nt35597-2K-display
drivers/gpu/drm/panel/panel-visionox-rm69299.c|DRM_PANEL_VISIONOX_RM69299|device:visionox_rm69299_driver_init|visionox,rm69299-1080p-display
drivers/gpu/drm/panel/panel-widechips-ws2401.c|DRM_PANEL_WIDECHIPS_WS2401|device:ws2401_driver_init|samsung,lms380kf01
drivers/gpu/drm/panel/panel-xinpeng-xpp055c272.c|DRM_PANEL_XINPENG_XPP055C272|device:xpp055c272_driver_init|xinpeng,xpp055c272
drivers/gpu/drm/panfrost/panfrost_drv.c|DRM_PANFROST|device:panfrost_driver_init|amlogic,meson-g12a-mali amlogic,meson-gxm-mali arm,mali-bifrost arm,mali-t604 arm,mali-t624 arm,mali-t628 arm,mali-t720 arm,mali-t760 arm,mali-t820 arm,mali-t830 arm,mali-t860 arm,mali-t880 arm,mali-valhall-jm mediatek,mt8183-mali
drivers/gpu/drm/pl111/pl111_drv.c|DRM_PL111|device:pl111_amba_driver_init|arm,pl110 arm,pl111
drivers/gpu/drm/pl111/pl111_versatile.c|DRM_PL111|device:pl111_amba_driver_init|arm,core-module-integrator arm,im-pd1-syscon arm,realview-eb-syscon arm,realview-pb1176-syscon arm,realview-pb11mp-syscon arm,realview-pba8-syscon arm,realview-pbx-syscon arm,versatile-sysreg arm,vexpress-muxfpga
drivers/gpu/drm/rcar-du/rcar_cmm.c|DRM_RCAR_CMM|device:rcar_cmm_platform_driver_init|renesas,rcar-gen2-cmm renesas,rcar-gen3-cmm
drivers/gpu/drm/rcar-du/rcar_du_drv.c|DRM_RCAR_DU|device:rcar_du_platform_driver_init|renesas,du-r8a7742 renesas,du-r8a7743 renesas,du-r8a7744 renesas,du-r8a7745 renesas,du-r8a77470 renesas,du-r8a774a1 renesas,du-r8a774b1 renesas,du-r8a774c0 renesas,du-r8a774e1 renesas,du-r8a7779 renesas,du-r8a7790 renesas,du-r8a7791 renesas,du-r8a7792 renesas,du-r8a7793 renesas,du-r8a7794 renesas,du-r8a7795 renesas,du-r8a7796 renesas,du-r8a77961 renesas,du-r8a77965 renesas,du-r8a77970 renesas,du-r8a77980 renesas,du-r8a77990 renesas,du-r8a77995 renesas,du-r8a779a0
drivers/gpu/drm/rcar-du/rcar_dw_hdmi.c|DRM_RCAR_DW_HDMI|device:rcar_dw_hdmi_platform_driver_init|renesas,rcar-gen3-hdmi
drivers/gpu/drm/rcar-du/rcar_lvds.c|DRM_RCAR_LVDS|device:rcar_lvds_platform_driver_init|renesas,r8a7742-lvds renesas,r8a7743-lvds renesas,r8a7744-lvds renesas,r8a774a1-lvds renesas,r8a774b1-lvds renesas,r8a774c0-lvds renesas,r8a774e1-lvds renesas,r8a7790-lvds renesas,r8a7791-lvds renesas,r8a7793-lvds renesas,r8a7795-lvds renesas,r8a7796-lvds renesas,r8a77961-lvds renesas,r8a77965-lvds renesas,r8a77970-lvds renesas,r8a77980-lvds renesas,r8a77990-lvds renesas,r8a77995-lvds
drivers/gpu/drm/rcar-du/rcar_mipi_dsi.c|DRM_RCAR_MIPI_DSI|device:rcar_mipi_dsi_platform_driver_init|renesas,r8a779a0-dsi-csi2-tx
drivers/gpu/drm/rockchip/analogix_dp-rockchip.c|ROCKCHIP_ANALOGIX_DP|device:rockchip_drm_init|rockchip,rk3288-dp rockchip,rk3399-edp
drivers/gpu/drm/rockchip/cdn-dp-core.c|ROCKCHIP_CDN_DP|device:rockchip_drm_init|rockchip,rk3399-cdn-dp
drivers/gpu/drm/rockchip/dw-mipi-dsi-rockchip.c|ROCKCHIP_DW_MIPI_DSI|device:rockchip_drm_init|rockchip,px30-mipi-dsi rockchip,rk3288-mipi-dsi rockchip,rk3399-mipi-dsi rockchip,rk3568-mipi-dsi
drivers/gpu/drm/rockchip/dw_hdmi-rockchip.c|ROCKCHIP_DW_HDMI|device:rockchip_drm_init|rockchip,rk3228-dw-hdmi rockchip,rk3288-dw-hdmi rockchip,rk3328-dw-hdmi rockchip,rk3399-dw-hdmi rockchip,rk3568-dw-hdmi
drivers/gpu/drm/rockchip/inno_hdmi.c|ROCKCHIP_INNO_HDMI|device:rockchip_drm_init|rockchip,rk3036-inno-hdmi
drivers/gpu/drm/rockchip/rk3066_hdmi.c|ROCKCHIP_RK3066_HDMI|device:rockchip_drm_init|rockchip,rk3066-hdmi
drivers/gpu/drm/rockchip/rockchip_drm_drv.c|DRM_ROCKCHIP|device:rockchip_drm_init|rockchip,display-subsystem
drivers/gpu/drm/rockchip/rockchip_lvds.c|ROCKCHIP_LVDS|device:rockchip_drm_init|rockchip,px30-lvds rockchip,rk3288-lvds
drivers/gpu/drm/rockchip/rockchip_vop2_reg.c|ROCKCHIP_VOP2|device:rockchip_drm_init|rockchip,rk3566-vop rockchip,rk3568-vop
drivers/gpu/drm/rockchip/rockchip_vop_reg.c|ROCKCHIP_VOP|device:rockchip_drm_init|rockchip,px30-vop-big rockchip,px30-vop-lit rockchip,rk3036-vop rockchip,rk3066-vop rockchip,rk3126-vop rockchip,rk3188-vop rockchip,rk3228-vop rockchip,rk3288-vop rockchip,rk3328-vop rockchip,rk3366-vop rockchip,rk3368-vop rockchip,rk3399-vop-big rockchip,rk3399-vop-lit
drivers/gpu/drm/solomon/ssd130x-i2c.c|DRM_SSD130X_I2C|device:ssd130x_i2c_driver_init|sinowealth,sh1106 solomon,ssd1305 solomon,ssd1305fb-i2c solomon,ssd1306 solomon,ssd1306fb-i2c solomon,ssd1307 solomon,ssd1307fb-i2c solomon,ssd1309 solomon,ssd1309fb-i2c
drivers/gpu/drm/solomon/ssd130x-spi.c|DRM_SSD130X_SPI|device:ssd130x_spi_driver_init|sinowealth,sh1106 solomon,ssd1305 solomon,ssd1306 solomon,ssd1307 solomon,ssd1309
drivers/gpu/drm/sprd/sprd_dpu.c|DRM_SPRD|device:sprd_drm_init|sprd,sharkl3-dpu
drivers/gpu/drm/sprd/sprd_drm.c|DRM_SPRD|device:sprd_drm_init|sprd,display-subsystem
drivers/gpu/drm/sprd/sprd_dsi.c|DRM_SPRD|device:sprd_drm_init|sprd,sharkl3-dsi-host
drivers/gpu/drm/sti/sti_compositor.c|DRM_STI|device:sti_drm_init|st,stih407-compositor
drivers/gpu/drm/sti/sti_drv.c|DRM_STI|device:sti_drm_init|st,sti-display-subsystem
drivers/gpu/drm/sti/sti_dvo.c|DRM_STI|device:sti_drm_init|st,stih407-dvo
drivers/gpu/drm/sti/sti_hda.c|DRM_STI|device:sti_drm_init|st,stih407-hda st,stih416-hda
drivers/gpu/drm/sti/sti_hdmi.c|DRM_STI|device:sti_drm_init|st,stih407-hdmi
drivers/gpu/drm/sti/sti_hqvdp.c|DRM_STI|device:sti_drm_init|st,stih407-hqvdp
drivers/gpu/drm/sti/sti_tvout.c|DRM_STI|device:sti_drm_init|st,stih407-tvout
drivers/gpu/drm/sti/sti_vtg.c|DRM_STI|device:sti_drm_init|st,vtg
drivers/gpu/drm/stm/drv.c|DRM_STM|device:stm_drm_platform_driver_init|st,stm32-ltdc
drivers/gpu/drm/stm/dw_mipi_dsi-stm.c|DRM_STM_DSI|device:dw_mipi_dsi_stm_driver_init|st,stm32-dsi
drivers/gpu/drm/sun4i/sun4i_backend.c|DRM_SUN4I_BACKEND|device:sun4i_backend_platform_driver_init|allwinner,sun4i-a10-display-backend allwinner,sun5i-a13-display-backend allwinner,sun6i-a31-display-backend allwinner,sun7i-a20-display-backend allwinner,sun8i-a23-display-backend allwinner,sun8i-a33-display-backend allwinner,sun9i-a80-display-backend
drivers/gpu/drm/sun4i/sun4i_drv.c|DRM_SUN4I|device:sun4i_drv_platform_driver_init|allwinner,sun20i-d1-display-engine allwinner,sun4i-a10-display-engine allwinner,sun50i-a64-display-engine allwinner,sun50i-h6-display-engine allwinner,sun5i-a10s-display-engine allwinner,sun5i-a13-display-engine allwinner,sun6i-a31-display-engine allwinner,sun6i-a31s-display-engine allwinner,sun7i-a20-display-engine allwinner,sun8i-a23-display-engine allwinner,sun8i-a33-display-engine allwinner,sun8i-a83t-display-engine allwinner,sun8i-h3-display-engine allwinner,sun8i-r40-display-engine allwinner,sun8i-v3s-display-engine allwinner,sun9i-a80-display-engine
drivers/gpu/drm/sun4i/sun4i_frontend.c|DRM_SUN4I|device:sun4i_frontend_driver_init|allwinner,sun4i-a10-display-frontend allwinner,sun7i-a20-display-frontend allwinner,sun8i-a23-display-frontend allwinner,sun8i-a33-display-frontend
drivers/gpu/drm/sun4i/sun4i_hdmi_enc.c|DRM_SUN4I_HDMI|device:sun4i_hdmi_driver_init|allwinner,sun4i-a10-hdmi allwinner,sun5i-a10s-hdmi allwinner,sun6i-a31-hdmi
drivers/gpu/drm/sun4i/sun4i_tcon.c|DRM_SUN4I|device:sun4i_tcon_platform_driver_init|allwinner,sun20i-d1-tcon-lcd allwinner,sun20i-d1-tcon-tv allwinner,sun4i-a10-tcon allwinner,sun5i-a13-tcon allwinner,sun6i-a31-tcon allwinner,sun6i-a31s-tcon allwinner,sun7i-a20-tcon allwinner,sun7i-a20-tcon0 allwinner,sun7i-a20-tcon1 allwinner,sun8i-a23-tcon allwinner,sun8i-a33-tcon allwinner,sun8i-a83t-tcon-lcd allwinner,sun8i-a83t-tcon-tv allwinner,sun8i-r40-tcon-tv allwinner,sun8i-v3s-tcon allwinner,sun9i-a80-tcon-lcd allwinner,sun9i-a80-tcon-tv
drivers/gpu/drm/sun4i/sun4i_tv.c|DRM_SUN4I|device:sun4i_tv_platform_driver_init|allwinner,sun4i-a10-tv-encoder
drivers/gpu/drm/sun4i/sun6i_drc.c|DRM_SUN4I|device:sun6i_drc_platform_driver_init|allwinner,sun6i-a31-drc allwinner,sun6i-a31s-drc allwinner,sun8i-a23-drc allwinner,sun8i-a33-drc allwinner,sun9i-a80-drc
drivers/gpu/drm/sun4i/sun6i_mipi_dsi.c|DRM_SUN6I_DSI|device:sun6i_dsi_platform_driver_init|allwinner,sun50i-a64-mipi-dsi allwinner,sun6i-a31-mipi-dsi
drivers/gpu/drm/sun4i/sun8i_dw_hdmi.c|DRM_SUN8I_DW_HDMI|device:sun8i_dw_hdmi_init|allwinner,sun50i-h6-dw-hdmi allwinner,sun8i-a83t-dw-hdmi
drivers/gpu/drm/sun4i/sun8i_hdmi_phy.c|DRM_SUN8I_DW_HDMI|device:sun8i_dw_hdmi_init|allwinner,sun50i-a64-hdmi-phy allwinner,sun50i-h6-hdmi-phy allwinner,sun8i-a83t-hdmi-phy allwinner,sun8i-h3-hdmi-phy allwinner,sun8i-r40-hdmi-phy
drivers/gpu/drm/sun4i/sun8i_mixer.c|DRM_SUN8I_MIXER|device:sun8i_mixer_platform_driver_init|allwinner,sun20i-d1-de2-mixer-0 allwinner,sun20i-d1-de2-mixer-1 allwinner,sun50i-a64-de2-mixer-0 allwinner,sun50i-a64-de2-mixer-1 allwinner,sun50i-h6-de3-mixer-0 allwinner,sun8i-a83t-de2-mixer-0 allwinner,sun8i-a83t-de2-mixer-1 allwinner,sun8i-h3-de2-mixer-0 allwinner,sun8i-r40-de2-mixer-0 allwinner,sun8i-r40-de2-mixer-1 allwinner,sun8i-v3s-de2-mixer
drivers/gpu/drm/sun4i/sun8i_tcon_top.c|DRM_SUN8I_TCON_TOP|device:sun8i_tcon_top_platform_driver_init|allwinner,sun20i-d1-tcon-top allwinner,sun50i-h6-tcon-top allwinner,sun8i-r40-tcon-top
drivers/gpu/drm/tegra/dc.c|DRM_TEGRA|device:host1x_drm_init|nvidia,tegra114-dc nvidia,tegra124-dc nvidia,tegra186-dc nvidia,tegra194-dc nvidia,tegra20-dc nvidia,tegra210-dc nvidia,tegra30-dc
drivers/gpu/drm/tegra/dpaux.c|DRM_TEGRA|device:host1x_drm_init|nvidia,tegra124-dpaux nvidia,tegra186-dpaux nvidia,tegra194-dpaux nvidia,tegra210-dpaux
drivers/gpu/drm/tegra/drm.c|DRM_TEGRA|device:host1x_drm_init|nvidia,tegra114-dc nvidia,tegra114-dsi nvidia,tegra114-gr2d nvidia,tegra114-gr3d nvidia,tegra114-hdmi nvidia,tegra124-dc nvidia,tegra124-dsi nvidia,tegra124-hdmi nvidia,tegra124-sor nvidia,tegra124-vic nvidia,tegra132-dsi nvidia,tegra186-dc nvidia,tegra186-display nvidia,tegra186-nvdec nvidia,tegra186-sor nvidia,tegra186-sor1 nvidia,tegra186-vic nvidia,tegra194-dc nvidia,tegra194-display nvidia,tegra194-nvdec nvidia,tegra194-sor nvidia,tegra194-vic nvidia,tegra20-dc nvidia,tegra20-gr2d nvidia,tegra20-gr3d nvidia,tegra20-hdmi nvidia,tegra210-dc nvidia,tegra210-dsi nvidia,tegra210-nvdec nvidia,tegra210-sor nvidia,tegra210-sor1 nvidia,tegra210-vic nvidia,tegra234-vic nvidia,tegra30-dc nvidia,tegra30-gr2d nvidia,tegra30-gr3d nvidia,tegra30-hdmi
drivers/gpu/drm/tegra/dsi.c|DRM_TEGRA|device:host1x_drm_init|nvidia,tegra114-dsi nvidia,tegra124-dsi nvidia,tegra132-dsi nvidia,tegra210-dsi
drivers/gpu/drm/tegra/gr2d.c|DRM_TEGRA|device:host1x_drm_init|nvidia,tegra114-gr2d nvidia,tegra20-gr2d nvidia,tegra30-gr2d
drivers/gpu/drm/tegra/gr3d.c|DRM_TEGRA|device:host1x_drm_init|nvidia,tegra114-gr3d nvidia,tegra20-gr3d nvidia,tegra30-gr3d
drivers/gpu/drm/tegra/hdmi.c|DRM_TEGRA|device:host1x_drm_init|nvidia,tegra114-hdmi nvidia,tegra124-hdmi nvidia,tegra20-hdmi nvidia,tegra30-hdmi
drivers/gpu/drm/tegra/hub.c|DRM_TEGRA|device:host1x_drm_init|nvidia,tegra186-display nvidia,tegra194-display
drivers/gpu/drm/tegra/nvdec.c|DRM_TEGRA|device:host1x_drm_init|nvidia,tegra186-nvdec nvidia,tegra194-nvdec nvidia,tegra210-nvdec
drivers/gpu/drm/tegra/sor.c|DRM_TEGRA|device:host1x_drm_init|nvidia,tegra124-sor nvidia,tegra132-sor nvidia,tegra186-sor nvidia,tegra194-sor nvidia,tegra210-sor nvidia,tegra210-sor1
drivers/gpu/drm/tegra/vic.c|DRM_TEGRA|device:host1x_drm_init|nvidia,tegra124-vic nvidia,tegra186-vic nvidia,tegra194-vic nvidia,tegra210-vic nvidia,tegra234-vic
drivers/gpu/drm/tidss/tidss_drv.c|DRM_TIDSS|device:tidss_platform_driver_init|ti,am65x-dss ti,j721e-dss ti,k2g-dss
drivers/gpu/drm/tilcdc/tilcdc_drv.c|DRM_TILCDC|device:tilcdc_drm_init|ti,am33xx-tilcdc ti,da850-tilcdc
drivers/gpu/drm/tilcdc/tilcdc_panel.c|DRM_TILCDC|device:tilcdc_drm_init|ti,tilcdc,panel
drivers/gpu/drm/tiny/arcpgu.c|DRM_ARCPGU|device:arcpgu_platform_driver_init|snps,arcpgu
drivers/gpu/drm/tiny/hx8357d.c|TINYDRM_HX8357D|device:hx8357d_spi_driver_init|adafruit,yx350hv15
drivers/gpu/drm/tiny/ili9163.c|TINYDRM_ILI9163|device:ili9163_spi_driver_init|newhaven,1.8-128160EF
drivers/gpu/drm/tiny/ili9225.c|TINYDRM_ILI9225|device:ili9225_spi_driver_init|vot,v220hf01a-t
drivers/gpu/drm/tiny/ili9341.c|TINYDRM_ILI9341|device:ili9341_spi_driver_init|adafruit,yx240qv29
drivers/gpu/drm/tiny/ili9486.c|TINYDRM_ILI9486|device:ili9486_spi_driver_init|ozzmaker,piscreen waveshare,rpi-lcd-35
drivers/gpu/drm/tiny/mi0283qt.c|TINYDRM_MI0283QT|device:mi0283qt_spi_driver_init|multi-inno,mi0283qt
drivers/gpu/drm/tiny/panel-mipi-dbi.c|DRM_PANEL_MIPI_DBI|device:panel_mipi_dbi_spi_driver_init|panel-mipi-dbi-spi
drivers/gpu/drm/tiny/repaper.c|TINYDRM_REPAPER|device:repaper_spi_driver_init|pervasive,e1144cs021 pervasive,e1190cs021 pervasive,e2200cs021 pervasive,e2271cs021
drivers/gpu/drm/tiny/simpledrm.c|DRM_SIMPLEDRM|device:simpledrm_platform_driver_init|simple-framebuffer
drivers/gpu/drm/tiny/st7586.c|TINYDRM_ST7586|device:st7586_spi_driver_init|lego,ev3-lcd
drivers/gpu/drm/tiny/st7735r.c|TINYDRM_ST7735R|device:st7735r_spi_driver_init|jianda,jd-t18003-t01 okaya,rh128128t
drivers/gpu/drm/tve200/tve200_drv.c|DRM_TVE200|device:tve200_driver_init|faraday,tve200
drivers/gpu/drm/v3d/v3d_drv.c|DRM_V3D|device:v3d_platform_driver_init|brcm,2711-v3d brcm,7268-v3d brcm,7278-v3d
drivers/gpu/drm/vc4/vc4_crtc.c|DRM_VC4|device:vc4_drm_register|brcm,bcm2711-pixelvalve0 brcm,bcm2711-pixelvalve1 brcm,bcm2711-pixelvalve2 brcm,bcm2711-pixelvalve3 brcm,bcm2711-pixelvalve4 brcm,bcm2835-pixelvalve0 brcm,bcm2835-pixelvalve1 brcm,bcm2835-pixelvalve2
drivers/gpu/drm/vc4/vc4_dpi.c|DRM_VC4|device:vc4_drm_register|brcm,bcm2835-dpi
drivers/gpu/drm/vc4/vc4_drv.c|DRM_VC4|device:vc4_drm_register|brcm,bcm2711-hvs brcm,bcm2711-vc5 brcm,bcm2835-hvs brcm,bcm2835-v3d brcm,bcm2835-vc4 brcm,cygnus-v3d brcm,cygnus-vc4 brcm,vc4-v3d
drivers/gpu/drm/vc4/vc4_dsi.c|DRM_VC4|device:vc4_drm_register|brcm,bcm2711-dsi1 brcm,bcm2835-dsi0 brcm,bcm2835-dsi1
drivers/gpu/drm/vc4/vc4_hdmi.c|DRM_VC4|device:vc4_drm_register|brcm,bcm2711-hdmi0 brcm,bcm2711-hdmi1 brcm,bcm2835-hdmi
drivers/gpu/drm/vc4/vc4_hvs.c|DRM_VC4|device:vc4_drm_register|brcm,bcm2711-hvs brcm,bcm2835-hvs
drivers/gpu/drm/vc4/vc4_txp.c|DRM_VC4|device:vc4_drm_register|brcm,bcm2835-txp
drivers/gpu/drm/vc4/vc4_v3d.c|DRM_VC4|device:vc4_drm_register|brcm,bcm2835-v3d brcm,cygnus-v3d brcm,vc4-v3d
drivers/gpu/drm/vc4/vc4_vec.c|DRM_VC4|device:vc4_drm_register|brcm,bcm2711-vec brcm,bcm2835-vec
drivers/gpu/drm/xlnx/zynqmp_dpsub.c|DRM_ZYNQMP_DPSUB|device:zynqmp_dpsub_driver_init|xlnx,zynqmp-dpsub-1.7
drivers/gpu/host1x/dev.c|TEGRA_HOST1X|device:tegra_host1x_init|nvidia,tegra114-host1x nvidia,tegra124-host1x nvidia,tegra186-host1x nvidia,tegra194-host1x nvidia,tegra20-host1x nvidia,tegra210-host1x nvidia,tegra234-host1x nvidia,tegra30-host1x
drivers/gpu/host1x/mipi.c|TEGRA_HOST1X|device:tegra_host1x_init|nvidia,tegra114-mipi nvidia,tegra124-mipi nvidia,tegra132-mipi nvidia,tegra210-mipi
drivers/gpu/ipu-v3/ipu-common.c|IMX_IPUV3_CORE|device:imx_ipu_init|fsl,imx51-ipu fsl,imx53-ipu fsl,imx6q-ipu fsl,imx6qp-ipu
drivers/gpu/ipu-v3/ipu-pre.c|IMX_IPUV3_CORE|device:imx_ipu_init|fsl,imx6qp-pre
drivers/gpu/ipu-v3/ipu-prg.c|IMX_IPUV3_CORE|device:imx_ipu_init|fsl,imx6qp-prg
drivers/hid/hid-google-hammer.c|HID_GOOGLE_HAMMER|device:hammer_init|google,cros-cbas
drivers/hid/i2c-hid/i2c-hid-of-elan.c|I2C_HID_OF_ELAN|device:elan_i2c_hid_ts_driver_init|elan,ekth6915 ilitek,ili9882t
drivers/hid/i2c-hid/i2c-hid-of-goodix.c|I2C_HID_OF_GOODIX|device:goodix_i2c_hid_ts_driver_init|goodix,gt7375p
drivers/hid/i2c-hid/i2c-hid-of.c|I2C_HID_OF|device:i2c_hid_of_driver_init|hid-over-i2c
drivers/hsi/clients/nokia-modem.c|NOKIA_MODEM|device:nokia_modem_init|nokia,n9-modem nokia,n900-modem nokia,n950-modem
drivers/hsi/controllers/omap_ssi_core.c|OMAP_SSI|device:ssi_init|ti,omap3-ssi
drivers/hsi/controllers/omap_ssi_port.c|OMAP_SSI|device:ssi_init|ti,omap3-ssi-port
drivers/hte/hte-tegra194-test.c|HTE_TEGRA194_TEST|device:tegra_hte_test_driver_init|nvidia,tegra194-hte-test
drivers/hte/hte-tegra194.c|HTE_TEGRA194|device:tegra_hte_driver_init|nvidia,tegra194-gte-aon nvidia,tegra194-gte-lic
drivers/hwmon/ad7418.c|SENSORS_AD7418|device:ad7418_driver_init|adi,ad7416 adi,ad7417 adi,ad7418
drivers/hwmon/adm1177.c|SENSORS_ADM1177|device:adm1177_driver_init|adi,adm1177
drivers/hwmon/adt7462.c|SENSORS_ADT7462|device:adt7462_driver_init|onnn,adt7462
drivers/hwmon/as370-hwmon.c|SENSORS_AS370|device:as370_hwmon_driver_init|syna,as370-hwmon
drivers/hwmon/aspeed-pwm-tacho.c|SENSORS_ASPEED|device:aspeed_pwm_tacho_driver_init|aspeed,ast2400-pwm-tacho aspeed,ast2500-pwm-tacho
drivers/hwmon/axi-fan-control.c|SENSORS_AXI_FAN_CONTROL|device:axi_fan_control_driver_init|adi,axi-fan-control-1.00.a
drivers/hwmon/bt1-pvt.c|SENSORS_BT1_PVT|device:pvt_driver_init|baikal,bt1-pvt
drivers/hwmon/g762.c|SENSORS_G762|device:g762_driver_init|gmt,g762 gmt,g763
drivers/hwmon/gpio-fan.c|SENSORS_GPIO_FAN|device:gpio_fan_driver_init|gpio-fan
drivers/hwmon/gsc-hwmon.c|SENSORS_GSC|device:gsc_hwmon_driver_init|gw,gsc-adc
drivers/hwmon/ibmpowernv.c|SENSORS_IBMPOWERNV|device:ibmpowernv_driver_init|ibm,opal-sensor
drivers/hwmon/iio_hwmon.c|SENSORS_IIO_HWMON|device:iio_hwmon_driver_init|iio-hwmon
drivers/hwmon/ina3221.c|SENSORS_INA3221|device:ina3221_i2c_driver_init|ti,ina3221
drivers/hwmon/jc42.c|SENSORS_JC42|device:jc42_driver_init|jedec,jc-42.4-temp
drivers/hwmon/lan966x-hwmon.c|SENSORS_LAN966X|device:lan966x_hwmon_driver_init|microchip,lan9668-hwmon
drivers/hwmon/lm70.c|SENSORS_LM70|device:lm70_driver_init|ti,lm70 ti,lm71 ti,lm74 ti,tmp121 ti,tmp122 ti,tmp125
drivers/hwmon/lm73.c|SENSORS_LM73|device:lm73_driver_init|ti,lm73
drivers/hwmon/lm87.c|SENSORS_LM87|device:lm87_driver_init|adi,adm1024 ti,lm87
drivers/hwmon/lochnagar-hwmon.c|SENSORS_LOCHNAGAR|device:lochnagar_hwmon_driver_init|cirrus,lochnagar2-hwmon
drivers/hwmon/ltc2947-core.c|SENSORS_LTC2947||adi,ltc2947
drivers/hwmon/ltc2992.c|SENSORS_LTC2992|device:ltc2992_i2c_driver_init|adi,ltc2992
drivers/hwmon/ltq-cputemp.c|SENSORS_LTQ_CPUTEMP|device:ltq_cputemp_driver_init|lantiq,cputemp
drivers/hwmon/max1619.c|SENSORS_MAX1619|device:max1619_driver_init|maxim,max1619
drivers/hwmon/max31760.c|SENSORS_MAX31760|device:max31760_driver_init|adi,max31760
drivers/hwmon/mcp3021.c|SENSORS_MCP3021|device:mcp3021_driver_init|microchip,mcp3021 microchip,mcp3221
drivers/hwmon/mr75203.c|SENSORS_MR75203|device:moortec_pvt_driver_init|moortec,mr75203
drivers/hwmon/npcm750-pwm-fan.c|SENSORS_NPCM7XX|device:npcm7xx_pwm_fan_driver_init|nuvoton,npcm750-pwm-fan
drivers/hwmon/nsa320-hwmon.c|SENSORS_NSA320|device:nsa320_hwmon_driver_init|zyxel,nsa320-mcu
drivers/hwmon/ntc_thermistor.c|SENSORS_NTC_THERMISTOR|device:ntc_thermistor_driver_init|epcos,b57330v2103 epcos,b57891s0103 murata,ncp03wb473 murata,ncp03wf104 murata,ncp15wb473 murata,ncp15wl333 murata,ncp15xh103 murata,ncp18wb473 murata,ncp21wb473 ntc,ncp03wb473 ntc,ncp15wb473 ntc,ncp15wl333 ntc,ncp18wb473 ntc,ncp21wb473 samsung,1404-001221
drivers/hwmon/occ/p8_i2c.c|SENSORS_OCC_P8_I2C|device:p8_i2c_occ_driver_init|ibm,p8-occ-hwmon
drivers/hwmon/occ/p9_sbe.c|SENSORS_OCC_P9_SBE|device:p9_sbe_occ_driver_init|ibm,p10-occ-hwmon ibm,p9-occ-hwmon
drivers/hwmon/pmbus/adm1266.c|SENSORS_ADM1266|device:adm1266_driver_init|adi,adm1266
drivers/hwmon/pmbus/ibm-cffps.c|SENSORS_IBM_CFFPS|device:ibm_cffps_driver_init|ibm,cffps ibm,cffps1 ibm,cffps2
drivers/hwmon/pmbus/inspur-ipsps.c|SENSORS_INSPUR_IPSPS|device:ipsps_driver_init|inspur,ipsps1
drivers/hwmon/pmbus/ltc2978.c|SENSORS_LTC2978|device:ltc2978_driver_init|lltc,ltc2972 lltc,ltc2974 lltc,ltc2975 lltc,ltc2977 lltc,ltc2978 lltc,ltc2979 lltc,ltc2980 lltc,ltc3880 lltc,ltc3882 lltc,ltc3883 lltc,ltc3884 lltc,ltc3886 lltc,ltc3887 lltc,ltc3889 lltc,ltc7880 lltc,ltm2987 lltc,ltm4664 lltc,ltm4675 lltc,ltm4676 lltc,ltm4677 lltc,ltm4678 lltc,ltm4680 lltc,ltm4686 lltc,ltm4700
drivers/hwmon/pmbus/max20730.c|SENSORS_MAX20730|device:max20730_driver_init|maxim,max20710 maxim,max20730 maxim,max20734 maxim,max20743
drivers/hwmon/pmbus/max31785.c|SENSORS_MAX31785|device:max31785_driver_init|maxim,max31785 maxim,max31785a maxim,max31785b
drivers/hwmon/pmbus/pli1209bc.c|SENSORS_PLI1209BC|device:pli1209bc_driver_init|vicor,pli1209bc
drivers/hwmon/pmbus/q54sj108a2.c|SENSORS_Q54SJ108A2|device:q54sj108a2_driver_init|delta,q54sj108a2
drivers/hwmon/pwm-fan.c|SENSORS_PWM_FAN|device:pwm_fan_driver_init|pwm-fan
drivers/hwmon/scpi-hwmon.c|SENSORS_ARM_SCPI|device:scpi_hwmon_platdrv_init|amlogic,meson-gxbb-scpi-sensors arm,scpi-sensors
drivers/hwmon/sht15.c|SENSORS_SHT15|device:sht15_driver_init|sensirion,sht15
drivers/hwmon/sht4x.c|SENSORS_SHT4x|device:sht4x_driver_init|sensirion,sht4x
drivers/hwmon/shtc1.c|SENSORS_SHTC1|device:shtc1_i2c_driver_init|sensirion,shtc1 sensirion,shtc3 sensirion,shtw1
drivers/hwmon/sl28cpld-hwmon.c|SENSORS_SL28CPLD|device:sl28cpld_hwmon_driver_init|kontron,sl28cpld-fan
drivers/hwmon/sparx5-temp.c|SENSORS_SPARX5|device:s5_temp_driver_init|microchip,sparx5-temp
drivers/hwmon/tmp108.c|SENSORS_TMP108|device:tmp108_driver_init|ti,tmp108
drivers/hwmon/tmp513.c|SENSORS_TMP513|device:tmp51x_driver_init|ti,tmp512 ti,tmp513
drivers/hwmon/ultra45_env.c|SENSORS_ULTRA45|device:env_driver_init|SUNW,ebus-pic16f747-env
drivers/hwmon/vexpress-hwmon.c|SENSORS_VEXPRESS|device:vexpress_hwmon_driver_init|arm,vexpress-amp arm,vexpress-energy arm,vexpress-power arm,vexpress-temp arm,vexpress-volt
drivers/hwmon/w83781d.c|SENSORS_W83781D|device:sensors_w83781d_init|asus,as99127f winbond,w83781d winbond,w83781g winbond,w83782d winbond,w83783s
drivers/hwmon/xgene-hwmon.c|SENSORS_XGENE|device:xgene_hwmon_driver_init|apm,xgene-slimpro-hwmon
drivers/hwspinlock/omap_hwspinlock.c|HWSPINLOCK_OMAP|postcore:omap_hwspinlock_init|ti,am64-hwspinlock ti,am654-hwspinlock ti,omap4-hwspinlock
drivers/hwspinlock/qcom_hwspinlock.c|HWSPINLOCK_QCOM|postcore:qcom_hwspinlock_init|qcom,apq8084-tcsr-mutex qcom,ipq6018-tcsr-mutex qcom,msm8226-tcsr-mutex qcom,msm8974-tcsr-mutex qcom,msm8994-tcsr-mutex qcom,sfpb-mutex qcom,tcsr-mutex
drivers/hwspinlock/sprd_hwspinlock.c|HWSPINLOCK_SPRD|device:sprd_hwspinlock_driver_init|sprd,hwspinlock-r3p0
drivers/hwspinlock/stm32_hwspinlock.c|HWSPINLOCK_STM32|postcore:stm32_hwspinlock_init|st,stm32-hwspinlock
drivers/hwspinlock/sun6i_hwspinlock.c|HWSPINLOCK_SUN6I|device:sun6i_hwspinlock_driver_init|allwinner,sun6i-a31-hwspinlock
drivers/hwtracing/coresight/coresight-etm4x-core.c|CORESIGHT_SOURCE_ETM4X|device:etm4x_init|arm,coresight-etm4x-sysreg arm,embedded-trace-extension
drivers/hwtracing/coresight/coresight-funnel.c|CORESIGHT_LINKS_AND_SINKS|device:funnel_init|arm,coresight-static-funnel
drivers/hwtracing/coresight/coresight-replicator.c|CORESIGHT_LINKS_AND_SINKS|device:replicator_init|arm,coresight-replicator arm,coresight-static-replicator
drivers/hwtracing/coresight/coresight-trbe.c|CORESIGHT_TRBE|device:arm_trbe_init|arm,trace-buffer-extension
drivers/i2c/busses/i2c-altera.c|I2C_ALTERA|device:altr_i2c_driver_init|altr,softip-i2c-v1.0
drivers/i2c/busses/i2c-aspeed.c|I2C_ASPEED|device:aspeed_i2c_bus_driver_init|aspeed,ast2400-i2c-bus aspeed,ast2500-i2c-bus aspeed,ast2600-i2c-bus
drivers/i2c/busses/i2c-at91-core.c|I2C_AT91|subsys:at91_twi_init|atmel,at91rm9200-i2c atmel,at91sam9260-i2c atmel,at91sam9261-i2c atmel,at91sam9g10-i2c atmel,at91sam9g20-i2c atmel,at91sam9x5-i2c atmel,sama5d2-i2c atmel,sama5d4-i2c microchip,sam9x60-i2c
drivers/i2c/busses/i2c-axxia.c|I2C_AXXIA|device:axxia_i2c_driver_init|lsi,api2c
drivers/i2c/busses/i2c-bcm-iproc.c|I2C_BCM_IPROC|device:bcm_iproc_i2c_driver_init|brcm,iproc-i2c brcm,iproc-nic-i2c
drivers/i2c/busses/i2c-bcm-kona.c|I2C_BCM_KONA|device:bcm_kona_i2c_driver_init|brcm,kona-i2c
drivers/i2c/busses/i2c-bcm2835.c|I2C_BCM2835|device:bcm2835_i2c_driver_init|brcm,bcm2711-i2c brcm,bcm2835-i2c
drivers/i2c/busses/i2c-brcmstb.c|I2C_BRCMSTB|device:brcmstb_i2c_driver_init|brcm,bcm2711-hdmi-i2c brcm,brcmper-i2c brcm,brcmstb-i2c
drivers/i2c/busses/i2c-cadence.c|I2C_CADENCE|device:cdns_i2c_drv_init|cdns,i2c-r1p10 cdns,i2c-r1p14
drivers/i2c/busses/i2c-cbus-gpio.c|I2C_CBUS_GPIO|device:cbus_i2c_driver_init|i2c-cbus-gpio
drivers/i2c/busses/i2c-cpm.c|I2C_CPM|device:cpm_i2c_driver_init|fsl,cpm1-i2c fsl,cpm2-i2c
drivers/i2c/busses/i2c-cros-ec-tunnel.c|I2C_CROS_EC_TUNNEL|device:ec_i2c_tunnel_driver_init|google,cros-ec-i2c-tunnel
drivers/i2c/busses/i2c-davinci.c|I2C_DAVINCI|subsys:davinci_i2c_init_driver|ti,davinci-i2c ti,keystone-i2c
drivers/i2c/busses/i2c-designware-platdrv.c|I2C_DESIGNWARE_PLATFORM|subsys:dw_i2c_init_driver|baikal,bt1-sys-i2c mscc,ocelot-i2c snps,designware-i2c
drivers/i2c/busses/i2c-digicolor.c|I2C_DIGICOLOR|device:dc_i2c_driver_init|cnxt,cx92755-i2c
drivers/i2c/busses/i2c-emev2.c|I2C_EMEV2|device:em_i2c_driver_init|renesas,iic-emev2
drivers/i2c/busses/i2c-exynos5.c|I2C_EXYNOS5|device:exynos5_i2c_driver_init|samsung,exynos5-hsi2c samsung,exynos5250-hsi2c samsung,exynos5260-hsi2c samsung,exynos7-hsi2c samsung,exynosautov9-hsi2c
drivers/i2c/busses/i2c-gpio.c|I2C_GPIO|subsys:i2c_gpio_init|i2c-gpio
drivers/i2c/busses/i2c-hix5hd2.c|I2C_HIX5HD2|device:hix5hd2_i2c_driver_init|hisilicon,hix5hd2-i2c
drivers/i2c/busses/i2c-ibm_iic.c|I2C_IBM_IIC|device:ibm_iic_driver_init|ibm,iic
drivers/i2c/busses/i2c-img-scb.c|I2C_IMG|device:img_scb_i2c_driver_init|img,scb-i2c
drivers/i2c/busses/i2c-imx-lpi2c.c|I2C_IMX_LPI2C|device:lpi2c_imx_driver_init|fsl,imx7ulp-lpi2c
drivers/i2c/busses/i2c-imx.c|I2C_IMX|subsys:i2c_adap_imx_init|fsl,imx1-i2c fsl,imx21-i2c fsl,imx6q-i2c fsl,imx6sl-i2c fsl,imx6sll-i2c fsl,imx6sx-i2c fsl,imx6ul-i2c fsl,imx7d-i2c fsl,imx7s-i2c fsl,imx8mm-i2c fsl,imx8mn-i2c fsl,imx8mp-i2c fsl,imx8mq-i2c fsl,vf610-i2c
drivers/i2c/busses/i2c-iop3xx.c|I2C_IOP3XX|device:iop3xx_i2c_driver_init|intel,iop3xx-i2c intel,ixp4xx-i2c
drivers/i2c/busses/i2c-jz4780.c|I2C_JZ4780|device:jz4780_i2c_driver_init|ingenic,jz4770-i2c ingenic,jz4780-i2c ingenic,x1000-i2c
drivers/i2c/busses/i2c-lpc2k.c|I2C_LPC2K|device:i2c_lpc2k_driver_init|nxp,lpc1788-i2c
drivers/i2c/busses/i2c-meson.c|I2C_MESON|device:meson_i2c_driver_init|amlogic,meson-axg-i2c amlogic,meson-gxbb-i2c amlogic,meson6-i2c
drivers/i2c/busses/i2c-microchip-corei2c.c|I2C_MICROCHIP_CORE|device:mchp_corei2c_driver_init|microchip,corei2c-rtl-v7 microchip,mpfs-i2c
drivers/i2c/busses/i2c-mpc.c|I2C_MPC|device:mpc_i2c_driver_init|fsl,mpc5121-i2c fsl,mpc5200-i2c fsl,mpc5200b-i2c fsl,mpc8313-i2c fsl,mpc8543-i2c fsl,mpc8544-i2c fsl-i2c mpc5200-i2c
drivers/i2c/busses/i2c-mt65xx.c|I2C_MT65XX|device:mtk_i2c_driver_init|mediatek,mt2712-i2c mediatek,mt6577-i2c mediatek,mt6589-i2c mediatek,mt7622-i2c mediatek,mt8168-i2c mediatek,mt8173-i2c mediatek,mt8183-i2c mediatek,mt8186-i2c mediatek,mt8188-i2c mediatek,mt8192-i2c
drivers/i2c/busses/i2c-mt7621.c|I2C_MT7621|device:mtk_i2c_driver_init|mediatek,mt7621-i2c
drivers/i2c/busses/i2c-mv64xxx.c|I2C_MV64XXX|device:mv64xxx_i2c_driver_init|allwinner,sun4i-a10-i2c allwinner,sun6i-a31-i2c marvell,mv64xxx-i2c marvell,mv78230-a0-i2c marvell,mv78230-i2c
drivers/i2c/busses/i2c-mxs.c|I2C_MXS|subsys:mxs_i2c_init|fsl,imx23-i2c fsl,imx28-i2c
drivers/i2c/busses/i2c-npcm7xx.c|I2C_NPCM|device:npcm_i2c_init|nuvoton,npcm750-i2c nuvoton,npcm845-i2c
drivers/i2c/busses/i2c-ocores.c|I2C_OCORES|device:ocores_i2c_driver_init|aeroflexgaisler,i2cmst opencores,i2c-ocores sifive,fu540-c000-i2c sifive,i2c0
drivers/i2c/busses/i2c-octeon-platdrv.c|I2C_OCTEON|device:octeon_i2c_driver_init|cavium,octeon-3860-twsi cavium,octeon-7890-twsi
drivers/i2c/busses/i2c-omap.c|I2C_OMAP|subsys:omap_i2c_init_driver|ti,omap2420-i2c ti,omap2430-i2c ti,omap3-i2c ti,omap4-i2c
drivers/i2c/busses/i2c-opal.c|I2C_OPAL|device:i2c_opal_init|ibm,opal-i2c
drivers/i2c/busses/i2c-owl.c|I2C_OWL|device:owl_i2c_driver_init|actions,s500-i2c actions,s700-i2c actions,s900-i2c
drivers/i2c/busses/i2c-pasemi-platform.c|I2C_APPLE|device:pasemi_platform_i2c_driver_init|apple,i2c apple,t8103-i2c
drivers/i2c/busses/i2c-pca-platform.c|I2C_PCA_PLATFORM|device:i2c_pca_pf_driver_init|nxp,pca9564 nxp,pca9665
drivers/i2c/busses/i2c-pnx.c|I2C_PNX|subsys:i2c_adap_pnx_init|nxp,pnx-i2c
drivers/i2c/busses/i2c-pxa.c|I2C_PXA|subsys:i2c_adap_pxa_init|marvell,armada-3700-i2c mrvl,mmp-twsi mrvl,pwri2c mrvl,pxa-i2c
drivers/i2c/busses/i2c-qcom-cci.c|I2C_QCOM_CCI|device:qcom_cci_driver_init|qcom,msm8226-cci qcom,msm8916-cci qcom,msm8974-cci qcom,msm8996-cci qcom,sdm845-cci qcom,sm8250-cci qcom,sm8450-cci
drivers/i2c/busses/i2c-qcom-geni.c|I2C_QCOM_GENI|device:geni_i2c_driver_init|qcom,geni-i2c
drivers/i2c/busses/i2c-qup.c|I2C_QUP|device:qup_i2c_driver_init|qcom,i2c-qup-v1.1.1 qcom,i2c-qup-v2.1.1 qcom,i2c-qup-v2.2.1
drivers/i2c/busses/i2c-rcar.c|I2C_RCAR|device:rcar_i2c_driver_init|renesas,i2c-r8a7778 renesas,i2c-r8a7779 renesas,i2c-r8a7790 renesas,i2c-r8a7791 renesas,i2c-r8a7792 renesas,i2c-r8a7793 renesas,i2c-r8a7794 renesas,i2c-r8a7795 renesas,i2c-r8a7796 renesas,rcar-gen1-i2c renesas,rcar-gen2-i2c renesas,rcar-gen3-i2c renesas,rcar-gen4-i2c
drivers/i2c/busses/i2c-riic.c|I2C_RIIC|device:riic_i2c_driver_init|renesas,riic-rz
drivers/i2c/busses/i2c-rk3x.c|I2C_RK3X|device:rk3x_i2c_driver_init|rockchip,rk3066-i2c rockchip,rk3188-i2c rockchip,rk3228-i2c rockchip,rk3288-i2c rockchip,rk3399-i2c rockchip,rv1108-i2c rockchip,rv1126-i2c
drivers/i2c/busses/i2c-rzv2m.c|I2C_RZV2M|device:rzv2m_i2c_driver_init|renesas,rzv2m-i2c
drivers/i2c/busses/i2c-s3c2410.c|I2C_S3C2410|subsys:i2c_adap_s3c_init|samsung,exynos5-sata-phy-i2c samsung,s3c2410-i2c samsung,s3c2440-hdmiphy-i2c samsung,s3c2440-i2c
drivers/i2c/busses/i2c-sh_mobile.c|I2C_SH_MOBILE|subsys:sh_mobile_i2c_adap_init|renesas,iic-r8a73a4 renesas,iic-r8a7740 renesas,iic-r8a774c0 renesas,iic-r8a7790 renesas,iic-r8a7791 renesas,iic-r8a7792 renesas,iic-r8a7793 renesas,iic-r8a7794 renesas,iic-r8a7795 renesas,iic-r8a77990 renesas,iic-sh73a0 renesas,rcar-gen2-iic renesas,rcar-gen3-iic renesas,rmobile-iic
drivers/i2c/busses/i2c-sprd.c|I2C_SPRD|device:sprd_i2c_driver_init|sprd,sc9860-i2c
drivers/i2c/busses/i2c-st.c|I2C_ST|device:st_i2c_driver_init|st,comms-ssc-i2c st,comms-ssc4-i2c
drivers/i2c/busses/i2c-stm32f4.c|I2C_STM32F4|device:stm32f4_i2c_driver_init|st,stm32f4-i2c
drivers/i2c/busses/i2c-stm32f7.c|I2C_STM32F7|device:stm32f7_i2c_driver_init|st,stm32f7-i2c st,stm32mp13-i2c st,stm32mp15-i2c
drivers/i2c/busses/i2c-sun6i-p2wi.c|I2C_SUN6I_P2WI|device:p2wi_driver_init|allwinner,sun6i-a31-p2wi
drivers/i2c/busses/i2c-synquacer.c|I2C_SYNQUACER|device:synquacer_i2c_driver_init|socionext,synquacer-i2c
drivers/i2c/busses/i2c-tegra-bpmp.c|I2C_TEGRA_BPMP|device:tegra_bpmp_i2c_driver_init|nvidia,tegra186-bpmp-i2c
drivers/i2c/busses/i2c-tegra.c|I2C_TEGRA|device:tegra_i2c_driver_init|nvidia,tegra114-i2c nvidia,tegra124-i2c nvidia,tegra186-i2c nvidia,tegra194-i2c nvidia,tegra20-i2c nvidia,tegra20-i2c-dvc nvidia,tegra210-i2c nvidia,tegra210-i2c-vi nvidia,tegra30-i2c
drivers/i2c/busses/i2c-uniphier-f.c|I2C_UNIPHIER_F|device:uniphier_fi2c_drv_init|socionext,uniphier-fi2c
drivers/i2c/busses/i2c-uniphier.c|I2C_UNIPHIER|device:uniphier_i2c_drv_init|socionext,uniphier-i2c
drivers/i2c/busses/i2c-versatile.c|I2C_VERSATILE|subsys:i2c_versatile_init|arm,versatile-i2c
drivers/i2c/busses/i2c-wmt.c|I2C_WMT|device:wmt_i2c_driver_init|wm,wm8505-i2c
drivers/i2c/busses/i2c-xgene-slimpro.c|I2C_XGENE_SLIMPRO|device:xgene_slimpro_i2c_driver_init|apm,xgene-slimpro-i2c
drivers/i2c/busses/i2c-xiic.c|I2C_XILINX|device:xiic_i2c_driver_init|xlnx,xps-iic-2.00.a
drivers/i2c/muxes/i2c-arb-gpio-challenge.c|I2C_ARB_GPIO_CHALLENGE|device:i2c_arbitrator_driver_init|i2c-arb-gpio-challenge
drivers/i2c/muxes/i2c-demux-pinctrl.c|I2C_DEMUX_PINCTRL|device:i2c_demux_pinctrl_driver_init|i2c-demux-pinctrl
drivers/i2c/muxes/i2c-mux-gpio.c|I2C_MUX_GPIO|device:i2c_mux_gpio_driver_init|i2c-mux-gpio
drivers/i2c/muxes/i2c-mux-gpmux.c|I2C_MUX_GPMUX|device:i2c_mux_driver_init|i2c-mux
drivers/i2c/muxes/i2c-mux-ltc4306.c|I2C_MUX_LTC4306|device:ltc4306_driver_init|lltc,ltc4305 lltc,ltc4306
drivers/i2c/muxes/i2c-mux-pca9541.c|I2C_MUX_PCA9541|device:pca9541_driver_init|nxp,pca9541
drivers/i2c/muxes/i2c-mux-pca954x.c|I2C_MUX_PCA954x|device:pca954x_driver_init|nxp,pca9540 nxp,pca9542 nxp,pca9543 nxp,pca9544 nxp,pca9545 nxp,pca9546 nxp,pca9547 nxp,pca9548 nxp,pca9846 nxp,pca9847 nxp,pca9848 nxp,pca9849
drivers/i2c/muxes/i2c-mux-pinctrl.c|I2C_MUX_PINCTRL|device:i2c_mux_pinctrl_driver_init|i2c-mux-pinctrl
drivers/i2c/muxes/i2c-mux-reg.c|I2C_MUX_REG|device:i2c_mux_reg_driver_init|i2c-mux-reg
drivers/i3c/master/dw-i3c-master.c|DW_I3C_MASTER|device:dw_i3c_driver_init|snps,dw-i3c-master-1.00a
drivers/i3c/master/i3c-master-cdns.c|CDNS_I3C_MASTER|device:cdns_i3c_master_init|cdns,i3c-master
drivers/i3c/master/mipi-i3c-hci/core.c|MIPI_I3C_HCI|device:i3c_hci_driver_init|mipi-i3c-hci
drivers/i3c/master/svc-i3c-master.c|SVC_I3C_MASTER|device:svc_i3c_master_init|silvaco,i3c-master
drivers/iio/accel/adxl313_i2c.c|ADXL313_I2C|device:adxl313_i2c_driver_init|adi,adxl312 adi,adxl313 adi,adxl314
drivers/iio/accel/adxl313_spi.c|ADXL313_SPI|device:adxl313_spi_driver_init|adi,adxl312 adi,adxl313 adi,adxl314
drivers/iio/accel/adxl345_i2c.c|ADXL345_I2C|device:adxl345_i2c_driver_init|adi,adxl345 adi,adxl375
drivers/iio/accel/adxl345_spi.c|ADXL345_SPI|device:adxl345_spi_driver_init|adi,adxl345 adi,adxl375
drivers/iio/accel/adxl355_i2c.c|ADXL355_I2C|device:adxl355_i2c_driver_init|adi,adxl355
drivers/iio/accel/adxl355_spi.c|ADXL355_SPI|device:adxl355_spi_driver_init|adi,adxl355
drivers/iio/accel/adxl367_i2c.c|ADXL367_I2C|device:adxl367_i2c_driver_init|adi,adxl367
drivers/iio/accel/adxl367_spi.c|ADXL367_SPI|device:adxl367_spi_driver_init|adi,adxl367
drivers/iio/accel/adxl372_i2c.c|ADXL372_I2C|device:adxl372_i2c_driver_init|adi,adxl372
drivers/iio/accel/adxl372_spi.c|ADXL372_SPI|device:adxl372_spi_driver_init|adi,adxl372
drivers/iio/accel/bma180.c|BMA180|device:bma180_driver_init|bosch,bma023 bosch,bma150 bosch,bma180 bosch,bma250 bosch,smb380
drivers/iio/accel/bma400_i2c.c|BMA400_I2C|device:bma400_i2c_driver_init|bosch,bma400
drivers/iio/accel/bma400_spi.c|BMA400_SPI|device:bma400_spi_driver_init|bosch,bma400
drivers/iio/accel/bmc150-accel-i2c.c|BMC150_ACCEL_I2C|device:bmc150_accel_driver_init|bosch,bma222 bosch,bma222e bosch,bma250e bosch,bma253 bosch,bma254 bosch,bma255 bosch,bma280 bosch,bmc150_accel bosch,bmc156_accel bosch,bmi055_accel
drivers/iio/accel/bmi088-accel-spi.c|BMI088_ACCEL_SPI|device:bmi088_accel_driver_init|bosch,bmi085-accel bosch,bmi088-accel bosch,bmi090l-accel
drivers/iio/accel/dmard06.c|DMARD06|device:dmard06_driver_init|domintech,dmard05 domintech,dmard06 domintech,dmard07
drivers/iio/accel/fxls8962af-i2c.c|FXLS8962AF_I2C|device:fxls8962af_driver_init|nxp,fxls8962af nxp,fxls8964af
drivers/iio/accel/fxls8962af-spi.c|FXLS8962AF_SPI|device:fxls8962af_driver_init|nxp,fxls8962af nxp,fxls8964af
drivers/iio/accel/kxcjk-1013.c|KXCJK1013|device:kxcjk1013_driver_init|kionix,kx023-1025 kionix,kxcj91008 kionix,kxcjk1013 kionix,kxtf9 kionix,kxtj21009
drivers/iio/accel/kxsd9-i2c.c|KXSD9_I2C|device:kxsd9_i2c_driver_init|kionix,kxsd9
drivers/iio/accel/kxsd9-spi.c|KXSD9_SPI|device:kxsd9_spi_driver_init|kionix,kxsd9
drivers/iio/accel/mma7455_i2c.c|MMA7455_I2C|device:mma7455_i2c_driver_init|fsl,mma7455 fsl,mma7456
drivers/iio/accel/mma7660.c|MMA7660|device:mma7660_driver_init|fsl,mma7660
drivers/iio/accel/mma8452.c|MMA8452|device:mma8452_driver_init|fsl,fxls8471 fsl,mma8451 fsl,mma8452 fsl,mma8453 fsl,mma8652 fsl,mma8653
drivers/iio/accel/msa311.c|MSA311|device:msa311_driver_init|memsensing,msa311
drivers/iio/accel/mxc4005.c|MXC4005|device:mxc4005_driver_init|memsic,mxc4005 memsic,mxc6655
drivers/iio/accel/sca3300.c|SCA3300|device:sca3300_driver_init|murata,sca3300 murata,scl3300
drivers/iio/accel/st_accel_i2c.c|IIO_ST_ACCEL_I2C_3AXIS|device:st_accel_driver_init|silan,sc7a20 st,h3lis331dl-accel st,lis2de12 st,lis2dh12-accel st,lis2dw12 st,lis2hh12 st,lis302dl st,lis331dl-accel st,lis331dlh-accel st,lis3de st,lis3dh-accel st,lis3l02dq st,lis3lv02d st,lis3lv02dl-accel st,lng2dm-accel st,lsm303agr-accel st,lsm303dl-accel st,lsm303dlh-accel st,lsm303dlhc-accel st,lsm303dlm-accel st,lsm330-accel st,lsm330d-accel st,lsm330dl-accel st,lsm330dlc-accel
drivers/iio/accel/st_accel_spi.c|IIO_ST_ACCEL_SPI_3AXIS|device:st_accel_driver_init|st,h3lis331dl-accel st,lis2dh12-accel st,lis2dw12 st,lis302dl st,lis302dl-spi st,lis331dl-accel st,lis331dlh-accel st,lis3de st,lis3dh-accel st,lis3dhh st,lis3l02dq st,lis3lv02dl-accel st,lng2dm-accel st,lsm303agr-accel st,lsm330-accel st,lsm330d-accel st,lsm330dl-accel st,lsm330dlc-accel
drivers/iio/adc/ad7091r5.c|AD7091R5|device:ad7091r5_driver_init|adi,ad7091r5
drivers/iio/adc/ad7124.c|AD7124|device:ad71124_driver_init|adi,ad7124-4 adi,ad7124-8
drivers/iio/adc/ad7192.c|AD7192|device:ad7192_driver_init|adi,ad7190 adi,ad7192 adi,ad7193 adi,ad7195
drivers/iio/adc/ad7291.c|AD7291|device:ad7291_driver_init|adi,ad7291
drivers/iio/adc/ad7292.c|AD7292|device:ad7292_driver_init|adi,ad7292
drivers/iio/adc/ad7606_par.c|AD7606_IFACE_PARALLEL|device:ad7606_driver_init|adi,ad7605-4 adi,ad7606-4 adi,ad7606-6 adi,ad7606-8
drivers/iio/adc/ad7606_spi.c|AD7606_IFACE_SPI|device:ad7606_driver_init|adi,ad7605-4 adi,ad7606-4 adi,ad7606-6 adi,ad7606-8 adi,ad7606b adi,ad7616
drivers/iio/adc/ad7768-1.c|AD7768_1|device:ad7768_driver_init|adi,ad7768-1
drivers/iio/adc/ad7923.c|AD7923|device:ad7923_driver_init|adi,ad7904 adi,ad7908 adi,ad7914 adi,ad7918 adi,ad7923 adi,ad7924 adi,ad7928
drivers/iio/adc/ad7949.c|AD7949|device:ad7949_spi_driver_init|adi,ad7682 adi,ad7689 adi,ad7949
drivers/iio/adc/ad9467.c|AD9467|device:ad9467_driver_init|adi,ad9265 adi,ad9434 adi,ad9467
drivers/iio/adc/adi-axi-adc.c|ADI_AXI_ADC|device:adi_axi_adc_driver_init|adi,axi-adc-10.0.a
drivers/iio/adc/aspeed_adc.c|ASPEED_ADC|device:aspeed_adc_driver_init|aspeed,ast2400-adc aspeed,ast2500-adc aspeed,ast2600-adc0 aspeed,ast2600-adc1
drivers/iio/adc/at91-sama5d2_adc.c|AT91_SAMA5D2_ADC|device:at91_adc_driver_init|atmel,sama5d2-adc microchip,sama7g5-adc
drivers/iio/adc/at91_adc.c|AT91_ADC|device:at91_adc_driver_init|atmel,at91sam9260-adc atmel,at91sam9g45-adc atmel,at91sam9rl-adc atmel,at91sam9x5-adc atmel,sama5d3-adc
drivers/iio/adc/axp20x_adc.c|AXP20X_ADC|device:axp20x_adc_driver_init|x-powers,axp209-adc x-powers,axp221-adc x-powers,axp813-adc
drivers/iio/adc/bcm_iproc_adc.c|BCM_IPROC_ADC|device:iproc_adc_driver_init|brcm,iproc-static-adc
drivers/iio/adc/berlin2-adc.c|BERLIN2_ADC|device:berlin2_adc_driver_init|marvell,berlin2-adc
drivers/iio/adc/cc10001_adc.c|CC10001_ADC|device:cc10001_adc_driver_init|cosmic,10001-adc
drivers/iio/adc/cpcap-adc.c|CPCAP_ADC|device:cpcap_adc_driver_init|motorola,cpcap-adc motorola,mapphone-cpcap-adc
drivers/iio/adc/envelope-detector.c|ENVELOPE_DETECTOR|device:envelope_detector_driver_init|axentia,tse850-envelope-detector
drivers/iio/adc/exynos_adc.c|EXYNOS_ADC|device:exynos_adc_driver_init|samsung,exynos-adc-v1 samsung,exynos-adc-v2 samsung,exynos3250-adc samsung,exynos4212-adc samsung,exynos7-adc samsung,s3c2410-adc samsung,s3c2416-adc samsung,s3c2440-adc samsung,s3c2443-adc samsung,s3c6410-adc samsung,s5pv210-adc
drivers/iio/adc/fsl-imx25-gcq.c|FSL_MX25_ADC|device:mx25_gcq_driver_init|fsl,imx25-gcq
drivers/iio/adc/hi8435.c|HI8435|device:hi8435_driver_init|holt,hi8435
drivers/iio/adc/hx711.c|HX711|device:hx711_driver_init|avia,hx711
drivers/iio/adc/imx7d_adc.c|IMX7D_ADC|device:imx7d_adc_driver_init|fsl,imx7d-adc
drivers/iio/adc/imx8qxp-adc.c|IMX8QXP_ADC|device:imx8qxp_adc_driver_init|nxp,imx8qxp-adc
drivers/iio/adc/ina2xx-adc.c|INA2XX_ADC|device:ina2xx_driver_init|ti,ina219 ti,ina220 ti,ina226 ti,ina230 ti,ina231
drivers/iio/adc/ingenic-adc.c|INGENIC_ADC|device:ingenic_adc_driver_init|ingenic,jz4725b-adc ingenic,jz4740-adc ingenic,jz4760-adc ingenic,jz4760b-adc ingenic,jz4770-adc
drivers/iio/adc/lpc18xx_adc.c|LPC18XX_ADC|device:lpc18xx_adc_driver_init|nxp,lpc1850-adc
drivers/iio/adc/lpc32xx_adc.c|LPC32XX_ADC|device:lpc32xx_adc_driver_init|nxp,lpc3220-adc
drivers/iio/adc/ltc2496.c|LTC2496|device:ltc2496_driver_init|lltc,ltc2496
drivers/iio/adc/ltc2497.c|LTC2497|device:ltc2497_driver_init|lltc,ltc2497 lltc,ltc2499
drivers/iio/adc/max1027.c|MAX1027|device:max1027_driver_init|maxim,max1027 maxim,max1029 maxim,max1031 maxim,max1227 maxim,max1229 maxim,max1231
drivers/iio/adc/max11100.c|MAX11100|device:max11100_driver_init|maxim,max11100
drivers/iio/adc/max1118.c|MAX1118|device:max1118_spi_driver_init|maxim,max1117 maxim,max1118 maxim,max1119
drivers/iio/adc/max11205.c|MAX11205|device:max11205_spi_driver_init|maxim,max11205a maxim,max11205b
drivers/iio/adc/max1241.c|MAX1241|device:max1241_spi_driver_init|maxim,max1241
drivers/iio/adc/max9611.c|MAX9611|device:max9611_driver_init|maxim,max9611 maxim,max9612
drivers/iio/adc/mcp320x.c|MCP320X|device:mcp320x_driver_init|mcp3001 mcp3002 mcp3004 mcp3008 mcp3201 mcp3202 mcp3204 mcp3208 mcp3301 microchip,mcp3001 microchip,mcp3002 microchip,mcp3004 microchip,mcp3008 microchip,mcp3201 microchip,mcp3202 microchip,mcp3204 microchip,mcp3208 microchip,mcp3301 microchip,mcp3550-50 microchip,mcp3550-60 microchip,mcp3551 microchip,mcp3553
drivers/iio/adc/mcp3422.c|MCP3422|device:mcp3422_driver_init|mcp3422
drivers/iio/adc/mcp3911.c|MCP3911|device:mcp3911_driver_init|microchip,mcp3911
drivers/iio/adc/meson_saradc.c|MESON_SARADC|device:meson_sar_adc_driver_init|amlogic,meson-axg-saradc amlogic,meson-g12a-saradc amlogic,meson-gxbb-saradc amlogic,meson-gxl-saradc amlogic,meson-gxm-saradc amlogic,meson8-saradc amlogic,meson8b-saradc amlogic,meson8m2-saradc
drivers/iio/adc/mp2629_adc.c|MP2629_ADC|device:mp2629_adc_driver_init|mps,mp2629_adc
drivers/iio/adc/mt6360-adc.c|MEDIATEK_MT6360_ADC|device:mt6360_adc_driver_init|mediatek,mt6360-adc
drivers/iio/adc/mt6577_auxadc.c|MEDIATEK_MT6577_AUXADC|device:mt6577_auxadc_driver_init|mediatek,mt2701-auxadc mediatek,mt2712-auxadc mediatek,mt6765-auxadc mediatek,mt7622-auxadc mediatek,mt8173-auxadc mediatek,mt8186-auxadc
drivers/iio/adc/nau7802.c|NAU7802|device:nau7802_driver_init|nuvoton,nau7802
drivers/iio/adc/npcm_adc.c|NPCM_ADC|device:npcm_adc_driver_init|nuvoton,npcm750-adc nuvoton,npcm845-adc
drivers/iio/adc/palmas_gpadc.c|PALMAS_GPADC|device:palmas_gpadc_driver_init|ti,palmas-gpadc
drivers/iio/adc/qcom-pm8xxx-xoadc.c|QCOM_PM8XXX_XOADC|device:pm8xxx_xoadc_driver_init|qcom,pm8018-adc qcom,pm8038-adc qcom,pm8058-adc qcom,pm8921-adc
drivers/iio/adc/qcom-spmi-adc5.c|QCOM_SPMI_ADC5|device:adc5_driver_init|qcom,spmi-adc-rev2 qcom,spmi-adc5 qcom,spmi-adc7
drivers/iio/adc/qcom-spmi-iadc.c|QCOM_SPMI_IADC|device:iadc_driver_init|qcom,spmi-iadc
drivers/iio/adc/qcom-spmi-rradc.c|QCOM_SPMI_RRADC|device:rradc_driver_init|qcom,pm660-rradc qcom,pmi8998-rradc
drivers/iio/adc/qcom-spmi-vadc.c|QCOM_SPMI_VADC|device:vadc_driver_init|qcom,spmi-vadc
drivers/iio/adc/rcar-gyroadc.c|RCAR_GYRO_ADC|device:rcar_gyroadc_driver_init|adi,ad7476 fujitsu,mb88101a maxim,max11100 maxim,max1162 renesas,r8a7792-gyroadc renesas,rcar-gyroadc ti,adc121 ti,adcs7476
drivers/iio/adc/rockchip_saradc.c|ROCKCHIP_SARADC|device:rockchip_saradc_driver_init|rockchip,rk3066-tsadc rockchip,rk3399-saradc rockchip,rk3568-saradc rockchip,saradc
drivers/iio/adc/rtq6056.c|RICHTEK_RTQ6056|device:rtq6056_driver_init|richtek,rtq6056
drivers/iio/adc/rzg2l_adc.c|RZG2L_ADC|device:rzg2l_adc_driver_init|renesas,rzg2l-adc
drivers/iio/adc/sc27xx_adc.c|SC27XX_ADC|device:sc27xx_adc_driver_init|sprd,sc2720-adc sprd,sc2721-adc sprd,sc2730-adc sprd,sc2731-adc
drivers/iio/adc/sd_adc_modulator.c|SD_ADC_MODULATOR|device:iio_sd_mod_adc_init|ads1201 sd-modulator
drivers/iio/adc/spear_adc.c|SPEAR_ADC|device:spear_adc_driver_init|st,spear600-adc
drivers/iio/adc/stm32-adc-core.c|STM32_ADC_CORE|device:stm32_adc_driver_init|st,stm32f4-adc-core st,stm32h7-adc-core st,stm32mp1-adc-core
drivers/iio/adc/stm32-adc.c|STM32_ADC|device:stm32_adc_driver_init|st,stm32f4-adc st,stm32h7-adc st,stm32mp1-adc
drivers/iio/adc/stm32-dfsdm-adc.c|STM32_DFSDM_ADC|device:stm32_dfsdm_adc_driver_init|st,stm32-dfsdm-adc st,stm32-dfsdm-dmic
drivers/iio/adc/stm32-dfsdm-core.c|STM32_DFSDM_CORE|device:stm32_dfsdm_driver_init|st,stm32h7-dfsdm st,stm32mp1-dfsdm
drivers/iio/adc/stmpe-adc.c|STMPE_ADC|device:stmpe_adc_driver_init|st,stmpe-adc
drivers/iio/adc/sun4i-gpadc-iio.c|SUN4I_GPADC|device:sun4i_gpadc_driver_init|allwinner,sun8i-a33-ths
drivers/iio/adc/ti-adc081c.c|TI_ADC081C|device:adc081c_driver_init|ti,adc081c ti,adc101c ti,adc121c
drivers/iio/adc/ti-adc0832.c|TI_ADC0832|device:adc0832_driver_init|ti,adc0831 ti,adc0832 ti,adc0834 ti,adc0838
drivers/iio/adc/ti-adc084s021.c|TI_ADC084S021|device:adc084s021_driver_init|ti,adc084s021
drivers/iio/adc/ti-adc108s102.c|TI_ADC108S102|device:adc108s102_driver_init|ti,adc108s102
drivers/iio/adc/ti-adc12138.c|TI_ADC12138|device:adc12138_driver_init|ti,adc12130 ti,adc12132 ti,adc12138
drivers/iio/adc/ti-adc128s052.c|TI_ADC128S052|device:adc128_driver_init|ti,adc122s021 ti,adc122s051 ti,adc122s101 ti,adc124s021 ti,adc124s051 ti,adc124s101 ti,adc128s052
drivers/iio/adc/ti-adc161s626.c|TI_ADC161S626|device:ti_adc_driver_init|ti,adc141s626 ti,adc161s626
drivers/iio/adc/ti-ads1015.c|TI_ADS1015|device:ads1015_driver_init|ti,ads1015 ti,ads1115 ti,tla2024
drivers/iio/adc/ti-ads124s08.c|TI_ADS124S08|device:ads124s_driver_init|ti,ads124s06 ti,ads124s08
drivers/iio/adc/ti-ads131e08.c|TI_ADS131E08|device:ads131e08_driver_init|ti,ads131e04 ti,ads131e06 ti,ads131e08
drivers/iio/adc/ti-ads7950.c|TI_ADS7950|device:ti_ads7950_driver_init|ti,ads7950 ti,ads7951 ti,ads7952 ti,ads7953 ti,ads7954 ti,ads7955 ti,ads7956 ti,ads7957 ti,ads7958 ti,ads7959 ti,ads7960 ti,ads7961
drivers/iio/adc/ti-ads8344.c|TI_ADS8344|device:ads8344_driver_init|ti,ads8344
drivers/iio/adc/ti-ads8688.c|TI_ADS8688|device:ads8688_driver_init|ti,ads8684 ti,ads8688
drivers/iio/adc/ti-tlc4541.c|TI_TLC4541|device:tlc4541_driver_init|ti,tlc3541 ti,tlc4541
drivers/iio/adc/ti-tsc2046.c|TI_TSC2046|device:tsc2046_adc_driver_init|ti,tsc2046e-adc
drivers/iio/adc/ti_am335x_adc.c|TI_AM335X_ADC|device:tiadc_driver_init|ti,am3359-adc ti,am4372-adc
drivers/iio/adc/twl4030-madc.c|TWL4030_MADC|device:twl4030_madc_driver_init|ti,twl4030-madc
drivers/iio/adc/twl6030-gpadc.c|TWL6030_GPADC|device:twl6030_gpadc_driver_init|ti,twl6030-gpadc ti,twl6032-gpadc
drivers/iio/adc/vf610_adc.c|VF610_ADC|device:vf610_adc_driver_init|fsl,vf610-adc
drivers/iio/adc/xilinx-ams.c|XILINX_AMS|device:ams_driver_init|xlnx,zynqmp-ams
drivers/iio/adc/xilinx-xadc-core.c|XILINX_XADC|device:xadc_driver_init|xlnx,axi-xadc-1.00.a xlnx,system-management-wiz-1.3 xlnx,zynq-xadc-1.00.a
drivers/iio/addac/ad74413r.c|AD74413R|device:ad74413r_driver_init|adi,ad74412r adi,ad74413r
drivers/iio/afe/iio-rescale.c|IIO_RESCALE|device:rescale_driver_init|current-sense-amplifier current-sense-shunt temperature-sense-rtd temperature-transducer voltage-divider
drivers/iio/amplifiers/ada4250.c|ADA4250|device:ada4250_driver_init|adi,ada4250
drivers/iio/amplifiers/hmc425a.c|HMC425|device:hmc425a_driver_init|adi,hmc425a
drivers/iio/cdc/ad7150.c|AD7150|device:ad7150_driver_init|adi,ad7150 adi,ad7151 adi,ad7156
drivers/iio/cdc/ad7746.c|AD7746|device:ad7746_driver_init|adi,ad7745 adi,ad7746 adi,ad7747
drivers/iio/chemical/ams-iaq-core.c|IAQCORE|device:ams_iaqcore_driver_init|ams,iaq-core
drivers/iio/chemical/atlas-ezo-sensor.c|ATLAS_EZO_SENSOR|device:atlas_ezo_driver_init|atlas,co2-ezo atlas,hum-ezo atlas,o2-ezo
drivers/iio/chemical/atlas-sensor.c|ATLAS_PH_SENSOR|device:atlas_driver_init|atlas,do-sm atlas,ec-sm atlas,orp-sm atlas,ph-sm atlas,rtd-sm
drivers/iio/chemical/bme680_i2c.c|BME680_I2C|device:bme680_i2c_driver_init|bosch,bme680
drivers/iio/chemical/bme680_spi.c|BME680_SPI|device:bme680_spi_driver_init|bosch,bme680
drivers/iio/chemical/ccs811.c|CCS811|device:ccs811_driver_init|ams,ccs811
drivers/iio/chemical/pms7003.c|PMS7003|device:pms7003_driver_init|plantower,pms1003 plantower,pms3003 plantower,pms5003 plantower,pms6003 plantower,pms7003 plantower,pmsa003
drivers/iio/chemical/scd30_i2c.c|SCD30_I2C|device:scd30_i2c_driver_init|sensirion,scd30
drivers/iio/chemical/scd30_serial.c|SCD30_SERIAL|device:scd30_serdev_driver_init|sensirion,scd30
drivers/iio/chemical/scd4x.c|SCD4X|device:scd4x_i2c_driver_init|sensirion,scd40 sensirion,scd41
drivers/iio/chemical/sgp30.c|SENSIRION_SGP30|device:sgp_driver_init|sensirion,sgp30 sensirion,sgpc3
drivers/iio/chemical/sgp40.c|SENSIRION_SGP40|device:sgp40_driver_init|sensirion,sgp40
drivers/iio/chemical/sps30_i2c.c|SPS30_I2C|device:sps30_i2c_driver_init|sensirion,sps30
drivers/iio/chemical/sps30_serial.c|SPS30_SERIAL|device:sps30_serial_driver_init|sensirion,sps30
drivers/iio/chemical/sunrise_co2.c|SENSEAIR_SUNRISE_CO2|device:sunrise_driver_init|senseair,sunrise-006-0-0007
drivers/iio/chemical/vz89x.c|VZ89X|device:vz89x_driver_init|sgx,vz89te sgx,vz89x
drivers/iio/common/ssp_sensors/ssp_dev.c|IIO_SSP_SENSORHUB|device:ssp_driver_init|samsung,sensorhub-rinato samsung,sensorhub-thermostat
drivers/iio/dac/ad3552r.c|AD3552R|device:ad3552r_driver_init|adi,ad3542r adi,ad3552r
drivers/iio/dac/ad5446.c|AD5446|device:ad5446_init|ti,dac7512
drivers/iio/dac/ad5592r.c|AD5592R|device:ad5592r_spi_driver_init|adi,ad5592r
drivers/iio/dac/ad5593r.c|AD5593R|device:ad5593r_driver_init|adi,ad5593r
drivers/iio/dac/ad5696-i2c.c|AD5696_I2C|device:ad5686_i2c_driver_init|adi,ad5311r adi,ad5338r adi,ad5671r adi,ad5675r adi,ad5691r adi,ad5692r adi,ad5693 adi,ad5693r adi,ad5694 adi,ad5694r adi,ad5695r adi,ad5696 adi,ad5696r
drivers/iio/dac/ad5755.c|AD5755|device:ad5755_driver_init|adi,ad5735 adi,ad5737 adi,ad5755 adi,ad5755-1 adi,ad5757
drivers/iio/dac/ad5758.c|AD5758|device:ad5758_driver_init|adi,ad5758
drivers/iio/dac/ad5766.c|AD5766|device:ad5766_driver_init|adi,ad5766 adi,ad5767
drivers/iio/dac/ad5770r.c|AD5770R|device:ad5770r_driver_init|adi,ad5770r
drivers/iio/dac/ad7293.c|AD7293|device:ad7293_driver_init|adi,ad7293
drivers/iio/dac/ad7303.c|AD7303|device:ad7303_driver_init|adi,ad7303
drivers/iio/dac/dpot-dac.c|DPOT_DAC|device:dpot_dac_driver_init|dpot-dac
drivers/iio/dac/ds4424.c|DS4424|device:ds4424_driver_init|maxim,ds4422 maxim,ds4424
drivers/iio/dac/lpc18xx_dac.c|LPC18XX_DAC|device:lpc18xx_dac_driver_init|nxp,lpc1850-dac
drivers/iio/dac/ltc1660.c|LTC1660|device:ltc1660_driver_init|lltc,ltc1660 lltc,ltc1665
drivers/iio/dac/ltc2632.c|LTC2632|device:ltc2632_driver_init|lltc,ltc2632-h10 lltc,ltc2632-h12 lltc,ltc2632-h8 lltc,ltc2632-l10 lltc,ltc2632-l12 lltc,ltc2632-l8 lltc,ltc2634-h10 lltc,ltc2634-h12 lltc,ltc2634-h8 lltc,ltc2634-l10 lltc,ltc2634-l12 lltc,ltc2634-l8 lltc,ltc2636-h10 lltc,ltc2636-h12 lltc,ltc2636-h8 lltc,ltc2636-l10 lltc,ltc2636-l12 lltc,ltc2636-l8
drivers/iio/dac/ltc2688.c|LTC2688|device:ltc2688_driver_init|adi,ltc2688
drivers/iio/dac/max5821.c|MAX5821|device:max5821_driver_init|maxim,max5821
drivers/iio/dac/mcp4725.c|MCP4725|device:mcp4725_driver_init|microchip,mcp4725 microchip,mcp4726
drivers/iio/dac/stm32-dac-core.c|STM32_DAC_CORE|device:stm32_dac_driver_init|st,stm32f4-dac-core st,stm32h7-dac-core
drivers/iio/dac/stm32-dac.c|STM32_DAC|device:stm32_dac_driver_init|st,stm32-dac
drivers/iio/dac/ti-dac082s085.c|TI_DAC082S085|device:ti_dac_driver_init|ti,dac082s085 ti,dac084s085 ti,dac102s085 ti,dac104s085 ti,dac122s085 ti,dac124s085
drivers/iio/dac/ti-dac5571.c|TI_DAC5571|device:dac5571_driver_init|ti,dac121c081 ti,dac5571 ti,dac5573 ti,dac5574 ti,dac6571 ti,dac6573 ti,dac6574 ti,dac7571 ti,dac7573 ti,dac7574
drivers/iio/dac/ti-dac7311.c|TI_DAC7311|device:ti_dac_driver_init|ti,dac5311 ti,dac6311 ti,dac7311
drivers/iio/dac/ti-dac7612.c|TI_DAC7612|device:dac7612_driver_init|ti,dac7612 ti,dac7612u ti,dac7612ub
drivers/iio/dac/vf610_dac.c|VF610_DAC|device:vf610_dac_driver_init|fsl,vf610-dac
drivers/iio/filter/admv8818.c|ADMV8818|device:admv8818_driver_init|adi,admv8818
drivers/iio/frequency/adf4350.c|ADF4350|device:adf4350_driver_init|adi,adf4350 adi,adf4351
drivers/iio/frequency/adf4371.c|ADF4371|device:adf4371_driver_init|adi,adf4371 adi,adf4372
drivers/iio/frequency/admv1013.c|ADMV1013|device:admv1013_driver_init|adi,admv1013
drivers/iio/frequency/admv1014.c|ADMV1014|device:admv1014_driver_init|adi,admv1014
drivers/iio/frequency/admv4420.c|ADMV4420|device:admv4420_driver_init|adi,admv4420
drivers/iio/frequency/adrf6780.c|ADRF6780|device:adrf6780_driver_init|adi,adrf6780
drivers/iio/gyro/adxrs290.c|ADXRS290|device:adxrs290_driver_init|adi,adxrs290
drivers/iio/gyro/bmg160_i2c.c|BMG160_I2C|device:bmg160_i2c_driver_init|bosch,bmg160 bosch,bmi055_gyro
drivers/iio/gyro/fxas21002c_i2c.c|FXAS21002C_I2C|device:fxas21002c_i2c_driver_init|nxp,fxas21002c
drivers/iio/gyro/fxas21002c_spi.c|FXAS21002C_SPI|device:fxas21002c_spi_driver_init|nxp,fxas21002c
drivers/iio/gyro/itg3200_core.c|ITG3200|device:itg3200_driver_init|invensense,itg3200
drivers/iio/gyro/mpu3050-i2c.c|MPU3050|device:mpu3050_i2c_driver_init|invensense,mpu3050 invn,mpu3050
drivers/iio/gyro/st_gyro_i2c.c|IIO_ST_GYRO_I2C_3AXIS|device:st_gyro_driver_init|st,l3g4200d-gyro st,l3g4is-gyro st,l3gd20-gyro st,l3gd20h-gyro st,lsm330-gyro st,lsm330d-gyro st,lsm330dl-gyro st,lsm330dlc-gyro st,lsm9ds0-gyro
drivers/iio/gyro/st_gyro_spi.c|IIO_ST_GYRO_SPI_3AXIS|device:st_gyro_driver_init|st,l3g4200d-gyro st,l3g4is-gyro st,l3gd20-gyro st,l3gd20h-gyro st,lsm330-gyro st,lsm330d-gyro st,lsm330dl-gyro st,lsm330dlc-gyro st,lsm9ds0-gyro
drivers/iio/health/afe4403.c|AFE4403|device:afe4403_spi_driver_init|ti,afe4403
drivers/iio/health/afe4404.c|AFE4404|device:afe4404_i2c_driver_init|ti,afe4404
drivers/iio/health/max30100.c|MAX30100|device:max30100_driver_init|maxim,max30100
drivers/iio/health/max30102.c|MAX30102|device:max30102_driver_init|maxim,max30102 maxim,max30105
drivers/iio/humidity/dht11.c|DHT11|device:dht11_driver_init|dht11
drivers/iio/humidity/hdc100x.c|HDC100X|device:hdc100x_driver_init|ti,hdc1000 ti,hdc1008 ti,hdc1010 ti,hdc1050 ti,hdc1080
drivers/iio/humidity/hdc2010.c|HDC2010|device:hdc2010_driver_init|ti,hdc2010 ti,hdc2080
drivers/iio/humidity/hts221_i2c.c|HTS221_I2C|device:hts221_driver_init|st,hts221
drivers/iio/humidity/hts221_spi.c|HTS221_SPI|device:hts221_driver_init|st,hts221
drivers/iio/humidity/htu21.c|HTU21|device:htu21_driver_init|meas,htu21 meas,ms8607-humidity
drivers/iio/humidity/si7020.c|SI7020|device:si7020_driver_init|silabs,si7020
drivers/iio/imu/adis16460.c|ADIS16460|device:adis16460_driver_init|adi,adis16460
drivers/iio/imu/adis16475.c|ADIS16475|device:adis16475_driver_init|adi,adis16465-1 adi,adis16465-2 adi,adis16465-3 adi,adis16467-1 adi,adis16467-2 adi,adis16467-3 adi,adis16470 adi,adis16475-1 adi,adis16475-2 adi,adis16475-3 adi,adis16477-1 adi,adis16477-2 adi,adis16477-3 adi,adis16500 adi,adis16505-1 adi,adis16505-2 adi,adis16505-3 adi,adis16507-1 adi,adis16507-2 adi,adis16507-3
drivers/iio/imu/adis16480.c|ADIS16480|device:adis16480_driver_init|adi,adis16375 adi,adis16480 adi,adis16485 adi,adis16488 adi,adis16490 adi,adis16495-1 adi,adis16495-2 adi,adis16495-3 adi,adis16497-1 adi,adis16497-2 adi,adis16497-3
drivers/iio/imu/bmi160/bmi160_i2c.c|BMI160_I2C|device:bmi160_i2c_driver_init|bosch,bmi160
drivers/iio/imu/bmi160/bmi160_spi.c|BMI160_SPI|device:bmi160_spi_driver_init|bosch,bmi160
drivers/iio/imu/bno055/bno055_ser_core.c|BOSCH_BNO055_SERIAL|device:bno055_ser_driver_init|bosch,bno055
drivers/iio/imu/fxos8700_i2c.c|FXOS8700_I2C|device:fxos8700_i2c_driver_init|nxp,fxos8700
drivers/iio/imu/fxos8700_spi.c|FXOS8700_SPI|device:fxos8700_spi_driver_init|nxp,fxos8700
drivers/iio/imu/inv_icm42600/inv_icm42600_i2c.c|INV_ICM42600_I2C|device:inv_icm42600_driver_init|invensense,icm42600 invensense,icm42602 invensense,icm42605 invensense,icm42622
drivers/iio/imu/inv_icm42600/inv_icm42600_spi.c|INV_ICM42600_SPI|device:inv_icm42600_driver_init|invensense,icm42600 invensense,icm42602 invensense,icm42605 invensense,icm42622
drivers/iio/imu/inv_mpu6050/inv_mpu_i2c.c|INV_MPU6050_I2C|device:inv_mpu_driver_init|invensense,iam20680 invensense,icm20602 invensense,icm20608 invensense,icm20608d invensense,icm20609 invensense,icm20689 invensense,icm20690 invensense,mpu6050 invensense,mpu6500 invensense,mpu6515 invensense,mpu6880 invensense,mpu9150 invensense,mpu9250 invensense,mpu9255
drivers/iio/imu/inv_mpu6050/inv_mpu_spi.c|INV_MPU6050_SPI|device:inv_mpu_driver_init|invensense,iam20680 invensense,icm20602 invensense,icm20608 invensense,icm20608d invensense,icm20609 invensense,icm20689 invensense,icm20690 invensense,mpu6000 invensense,mpu6500 invensense,mpu6515 invensense,mpu6880 invensense,mpu9250 invensense,mpu9255
drivers/iio/imu/st_lsm6dsx/st_lsm6dsx_i2c.c|IIO_ST_LSM6DSX_I2C|device:st_lsm6dsx_driver_init|st,asm330lhh st,asm330lhhx st,ism330dhcx st,ism330dlc st,lsm6ds0 st,lsm6ds3 st,lsm6ds3h st,lsm6ds3tr-c st,lsm6dsl st,lsm6dsm st,lsm6dso st,lsm6dsop st,lsm6dsox st,lsm6dsr st,lsm6dsrx st,lsm6dst st,lsm6dstx st,lsm9ds1-imu
drivers/iio/imu/st_lsm6dsx/st_lsm6dsx_spi.c|IIO_ST_LSM6DSX_SPI|device:st_lsm6dsx_driver_init|st,asm330lhh st,asm330lhhx st,ism330dhcx st,ism330dlc st,lsm6ds0 st,lsm6ds3 st,lsm6ds3h st,lsm6ds3tr-c st,lsm6dsl st,lsm6dsm st,lsm6dso st,lsm6dsop st,lsm6dsox st,lsm6dsr st,lsm6dsrx st,lsm6dst st,lsm6dstx st,lsm9ds1-imu
drivers/iio/imu/st_lsm9ds0/st_lsm9ds0_i2c.c|IIO_ST_LSM9DS0_I2C|device:st_lsm9ds0_driver_init|st,lsm9ds0-imu
drivers/iio/imu/st_lsm9ds0/st_lsm9ds0_spi.c|IIO_ST_LSM9DS0_SPI|device:st_lsm9ds0_driver_init|st,lsm9ds0-imu
drivers/iio/light/adux1020.c|ADUX1020|device:adux1020_driver_init|adi,adux1020
drivers/iio/light/al3010.c|AL3010|device:al3010_driver_init|dynaimage,al3010
drivers/iio/light/al3320a.c|AL3320A|device:al3320a_driver_init|dynaimage,al3320a
drivers/iio/light/apds9960.c|APDS9960|device:apds9960_driver_init|avago,apds9960
drivers/iio/light/as73211.c|AS73211|device:as73211_driver_init|ams,as73211
drivers/iio/light/bh1750.c|BH1750|device:bh1750_driver_init|rohm,bh1710 rohm,bh1715 rohm,bh1721 rohm,bh1750 rohm,bh1751
drivers/iio/light/bh1780.c|BH1780|device:bh1780_driver_init|rohm,bh1780gli
drivers/iio/light/cm32181.c|CM32181|device:cm32181_driver_init|capella,cm3218 capella,cm32181
drivers/iio/light/cm3232.c|CM3232|device:cm3232_driver_init|capella,cm3232
drivers/iio/light/cm3323.c|CM3323|device:cm3323_driver_init|capella,cm3323
drivers/iio/light/cm3605.c|CM3605|device:cm3605_driver_init|capella,cm3605
drivers/iio/light/cm36651.c|CM36651|device:cm36651_driver_init|capella,cm36651
drivers/iio/light/gp2ap002.c|GP2AP002|device:gp2ap002_driver_init|sharp,gp2ap002a00f sharp,gp2ap002s00f
drivers/iio/light/gp2ap020a00f.c|GP2AP020A00F|device:gp2ap020a00f_driver_init|sharp,gp2ap020a00f
drivers/iio/light/isl29018.c|SENSORS_ISL29018|device:isl29018_driver_init|isil,isl29018 isil,isl29023 isil,isl29035
drivers/iio/light/isl29028.c|SENSORS_ISL29028|device:isl29028_driver_init|isil,isl29028 isil,isl29030 isl,isl29028
drivers/iio/light/ltr501.c|LTR501|device:ltr501_driver_init|liteon,ltr301 liteon,ltr303 liteon,ltr501 liteon,ltr559
drivers/iio/light/ltrf216a.c|LTRF216A|device:ltrf216a_driver_init|liteon,ltrf216a ltr,ltrf216a
drivers/iio/light/max44009.c|MAX44009|device:max44009_driver_init|maxim,max44009
drivers/iio/light/noa1305.c|NOA1305|device:noa1305_driver_init|onnn,noa1305
drivers/iio/light/opt3001.c|OPT3001|device:opt3001_driver_init|ti,opt3001
drivers/iio/light/st_uvis25_i2c.c|ST_UVIS25_I2C|device:st_uvis25_driver_init|st,uvis25
drivers/iio/light/st_uvis25_spi.c|ST_UVIS25_SPI|device:st_uvis25_driver_init|st,uvis25
drivers/iio/light/stk3310.c|STK3310|device:stk3310_driver_init|sensortek,stk3310 sensortek,stk3311 sensortek,stk3335
drivers/iio/light/tsl2563.c|SENSORS_TSL2563|device:tsl2563_i2c_driver_init|amstaos,tsl2560 amstaos,tsl2561 amstaos,tsl2562 amstaos,tsl2563
drivers/iio/light/tsl2583.c|TSL2583|device:tsl2583_driver_init|amstaos,tsl2580 amstaos,tsl2581 amstaos,tsl2583
drivers/iio/light/tsl2591.c|TSL2591|device:tsl2591_driver_init|amstaos,tsl2591
drivers/iio/light/tsl2772.c|TSL2772|device:tsl2772_driver_init|amstaos,tmd2671 amstaos,tmd2672 amstaos,tmd2771 amstaos,tmd2772 amstaos,tsl2571 amstaos,tsl2572 amstaos,tsl2671 amstaos,tsl2672 amstaos,tsl2771 amstaos,tsl2772 avago,apds9930
drivers/iio/light/us5182d.c|US5182D|device:us5182d_driver_init|upisemi,usd5182
drivers/iio/light/vcnl4000.c|VCNL4000|device:vcnl4000_driver_init|vishay,vcnl4000 vishay,vcnl4010 vishay,vcnl4020 vishay,vcnl4040 vishay,vcnl4200
drivers/iio/light/vcnl4035.c|VCNL4035|device:vcnl4035_driver_init|vishay,vcnl4035
drivers/iio/light/veml6030.c|VEML6030|device:veml6030_driver_init|vishay,veml6030
drivers/iio/light/vl6180.c|VL6180|device:vl6180_driver_init|st,vl6180
drivers/iio/magnetometer/ak8974.c|AK8974|device:ak8974_driver_init|alps,hscdtd008a asahi-kasei,ak8974
drivers/iio/magnetometer/ak8975.c|AK8975|device:ak8975_driver_init|ak09911 ak09912 ak8963 ak8975 asahi-kasei,ak09911 asahi-kasei,ak09912 asahi-kasei,ak09916 asahi-kasei,ak8963 asahi-kasei,ak8975
drivers/iio/magnetometer/bmc150_magn_i2c.c|BMC150_MAGN_I2C|device:bmc150_magn_driver_init|bosch,bmc150_magn bosch,bmc156_magn bosch,bmm150 bosch,bmm150_magn
drivers/iio/magnetometer/hmc5843_i2c.c|SENSORS_HMC5843_I2C|device:hmc5843_driver_init|honeywell,hmc5843 honeywell,hmc5883 honeywell,hmc5883l honeywell,hmc5983
drivers/iio/magnetometer/mag3110.c|MAG3110|device:mag3110_driver_init|fsl,mag3110
drivers/iio/magnetometer/mmc35240.c|MMC35240|device:mmc35240_driver_init|memsic,mmc35240
drivers/iio/magnetometer/rm3100-i2c.c|SENSORS_RM3100_I2C|device:rm3100_driver_init|pni,rm3100
drivers/iio/magnetometer/rm3100-spi.c|SENSORS_RM3100_SPI|device:rm3100_driver_init|pni,rm3100
drivers/iio/magnetometer/st_magn_i2c.c|IIO_ST_MAGN_I2C_3AXIS|device:st_magn_driver_init|st,iis2mdc st,lis2mdl st,lis3mdl-magn st,lsm303agr-magn st,lsm303dlh-magn st,lsm303dlhc-magn st,lsm303dlm-magn st,lsm9ds1-magn
drivers/iio/magnetometer/st_magn_spi.c|IIO_ST_MAGN_SPI_3AXIS|device:st_magn_driver_init|st,iis2mdc st,lis2mdl st,lis3mdl-magn st,lsm303agr-magn st,lsm9ds1-magn
drivers/iio/magnetometer/yamaha-yas530.c|YAMAHA_YAS530|device:yas5xx_driver_init|yamaha,yas530 yamaha,yas532 yamaha,yas533 yamaha,yas537
drivers/iio/multiplexer/iio-mux.c|IIO_MUX|device:mux_driver_init|io-channel-mux
drivers/iio/potentiometer/ad5272.c|AD5272|device:ad5272_driver_init|adi,ad5272-020 adi,ad5272-050 adi,ad5272-100 adi,ad5274-020 adi,ad5274-100
drivers/iio/potentiometer/ds1803.c|DS1803|device:ds1803_driver_init|maxim,ds1803-010 maxim,ds1803-050 maxim,ds1803-100 maxim,ds3502
drivers/iio/potentiometer/max5432.c|MAX5432|device:max5432_driver_init|maxim,max5432 maxim,max5433 maxim,max5434 maxim,max5435
drivers/iio/potentiometer/max5481.c|MAX5481|device:max5481_driver_init|maxim,max5481 maxim,max5482 maxim,max5483 maxim,max5484
drivers/iio/potentiometer/mcp41010.c|MCP41010|device:mcp41010_driver_init|microchip,mcp41010 microchip,mcp41050 microchip,mcp41100 microchip,mcp42010 microchip,mcp42050 microchip,mcp42100
drivers/iio/potentiometer/mcp4131.c|MCP4131|device:mcp4131_driver_init|microchip,mcp4131-103 microchip,mcp4131-104 microchip,mcp4131-502 microchip,mcp4131-503 microchip,mcp4132-103 microchip,mcp4132-104 microchip,mcp4132-502 microchip,mcp4132-503 microchip,mcp4141-103 microchip,mcp4141-104 microchip,mcp4141-502 microchip,mcp4141-503 microchip,mcp4142-103 microchip,mcp4142-104 microchip,mcp4142-502 microchip,mcp4142-503 microchip,mcp4151-103 microchip,mcp4151-104 microchip,mcp4151-502 microchip,mcp4151-503 microchip,mcp4152-103 microchip,mcp4152-104 microchip,mcp4152-502 microchip,mcp4152-503 microchip,mcp4161-103 microchip,mcp4161-104 microchip,mcp4161-502 microchip,mcp4161-503 microchip,mcp4162-103 microchip,mcp4162-104 microchip,mcp4162-502 microchip,mcp4162-503 microchip,mcp4231-103 microchip,mcp4231-104 microchip,mcp4231-502 microchip,mcp4231-503 microchip,mcp4232-103 microchip,mcp4232-104 microchip,mcp4232-502 microchip,mcp4232-503 microchip,mcp4241-103 microchip,mcp4241-104 microchip,mcp4241-502 microchip,mcp4241-503 microchip,mcp4242-103 microchip,mcp4242-104 microchip,mcp4242-502 microchip,mcp4242-503 microchip,mcp4251-103 microchip,mcp4251-104 microchip,mcp4251-502 microchip,mcp4251-503 microchip,mcp4252-103 microchip,mcp4252-104 microchip,mcp4252-502 microchip,mcp4252-503 microchip,mcp4261-103 microchip,mcp4261-104 microchip,mcp4261-502 microchip,mcp4261-503 microchip,mcp4262-103 microchip,mcp4262-104 microchip,mcp4262-502 microchip,mcp4262-503
drivers/iio/potentiostat/lmp91000.c|LMP91000|device:lmp91000_driver_init|ti,lmp91000 ti,lmp91002
drivers/iio/pressure/bmp280-i2c.c|BMP280_I2C|device:bmp280_i2c_driver_init|bosch,bme280 bosch,bmp085 bosch,bmp180 bosch,bmp280 bosch,bmp380
drivers/iio/pressure/bmp280-spi.c|BMP280_SPI|device:bmp280_spi_driver_init|bosch,bme280 bosch,bmp085 bosch,bmp180 bosch,bmp181 bosch,bmp280 bosch,bmp380
drivers/iio/pressure/dlhl60d.c|DLHL60D|device:dlh_driver_init|asc,dlhl60d asc,dlhl60g
drivers/iio/pressure/hp03.c|HP03|device:hp03_driver_init|hoperf,hp03
drivers/iio/pressure/icp10100.c|ICP10100|device:icp10100_driver_init|invensense,icp10100
drivers/iio/pressure/mpl3115.c|MPL3115|device:mpl3115_driver_init|fsl,mpl3115
drivers/iio/pressure/ms5611_i2c.c|MS5611_I2C|device:ms5611_driver_init|meas,ms5607 meas,ms5611
drivers/iio/pressure/ms5611_spi.c|MS5611_SPI|device:ms5611_driver_init|meas,ms5607 meas,ms5611
drivers/iio/pressure/ms5637.c|MS5637|device:ms5637_driver_init|meas,ms5637 meas,ms5803 meas,ms5805 meas,ms5837 meas,ms8607-temppressure
drivers/iio/pressure/st_pressure_i2c.c|IIO_ST_PRESS_I2C|device:st_press_driver_init|st,lps001wp-press st,lps22df st,lps22hb-press st,lps22hh st,lps25h-press st,lps331ap-press st,lps33hw st,lps35hw
drivers/iio/pressure/st_pressure_spi.c|IIO_ST_PRESS_SPI|device:st_press_driver_init|st,lps001wp-press st,lps22df st,lps22hb-press st,lps22hh st,lps25h-press st,lps331ap-press st,lps33hw st,lps35hw
drivers/iio/pressure/zpa2326_i2c.c|ZPA2326_I2C|device:zpa2326_i2c_driver_init|murata,zpa2326
drivers/iio/pressure/zpa2326_spi.c|ZPA2326_SPI|device:zpa2326_spi_driver_init|murata,zpa2326
drivers/iio/proximity/as3935.c|AS3935|device:as3935_driver_init|ams,as3935
drivers/iio/proximity/cros_ec_mkbp_proximity.c|CROS_EC_MKBP_PROXIMITY|device:cros_ec_mkbp_proximity_driver_init|google,cros-ec-mkbp-proximity
drivers/iio/proximity/isl29501.c|ISL29501|device:isl29501_driver_init|renesas,isl29501
drivers/iio/proximity/mb1232.c|MB1232|device:mb1232_driver_init|maxbotix,mb1202 maxbotix,mb1212 maxbotix,mb1222 maxbotix,mb1232 maxbotix,mb1242 maxbotix,mb7040 maxbotix,mb7137
drivers/iio/proximity/ping.c|PING|device:ping_driver_init|parallax,laserping parallax,ping
drivers/iio/proximity/pulsedlight-lidar-lite-v2.c|LIDAR_LITE_V2|device:lidar_driver_init|grmn,lidar-lite-v3 pulsedlight,lidar-lite-v2
drivers/iio/proximity/srf04.c|SRF04|device:srf04_driver_init|devantech,srf04 maxbotix,mb1000 maxbotix,mb1010 maxbotix,mb1020 maxbotix,mb1030 maxbotix,mb1040
drivers/iio/proximity/srf08.c|SRF08|device:srf08_driver_init|devantech,srf02 devantech,srf08 devantech,srf10
drivers/iio/proximity/sx9310.c|SX9310|device:sx9310_driver_init|semtech,sx9310 semtech,sx9311
drivers/iio/proximity/sx9324.c|SX9324|device:sx9324_driver_init|semtech,sx9324
drivers/iio/proximity/sx9360.c|SX9360|device:sx9360_driver_init|semtech,sx9360
drivers/iio/proximity/sx9500.c|SX9500|device:sx9500_driver_init|semtech,sx9500
drivers/iio/proximity/vcnl3020.c|VCNL3020|device:vcnl3020_driver_init|vishay,vcnl3020
drivers/iio/proximity/vl53l0x-i2c.c|VL53L0X_I2C|device:vl53l0x_driver_init|st,vl53l0x
drivers/iio/resolver/ad2s1200.c|AD2S1200|device:ad2s1200_driver_init|adi,ad2s1200 adi,ad2s1205
drivers/iio/resolver/ad2s90.c|AD2S90|device:ad2s90_driver_init|adi,ad2s90
drivers/iio/temperature/ltc2983.c|LTC2983|device:ltc2983_driver_init|adi,ltc2983
drivers/iio/temperature/max31856.c|MAX31856|device:max31856_driver_init|maxim,max31856
drivers/iio/temperature/max31865.c|MAX31865|device:max31865_driver_init|maxim,max31865
drivers/iio/temperature/maxim_thermocouple.c|MAXIM_THERMOCOUPLE|device:maxim_thermocouple_driver_init|maxim,max31855 maxim,max31855e maxim,max31855j maxim,max31855k maxim,max31855n maxim,max31855r maxim,max31855s maxim,max31855t maxim,max6675
drivers/iio/temperature/mlx90614.c|MLX90614|device:mlx90614_driver_init|melexis,mlx90614
drivers/iio/temperature/mlx90632.c|MLX90632|device:mlx90632_driver_init|melexis,mlx90632
drivers/iio/temperature/tmp007.c|TMP007|device:tmp007_driver_init|ti,tmp007
drivers/iio/temperature/tmp117.c|TMP117|device:tmp117_driver_init|ti,tmp117
drivers/iio/temperature/tsys01.c|TSYS01|device:tsys01_driver_init|meas,tsys01
drivers/iio/trigger/stm32-lptimer-trigger.c|IIO_STM32_LPTIMER_TRIGGER|device:stm32_lptim_trigger_driver_init|st,stm32-lptimer-trigger
drivers/iio/trigger/stm32-timer-trigger.c|IIO_STM32_TIMER_TRIGGER|device:stm32_timer_trigger_driver_init|st,stm32-timer-trigger st,stm32h7-timer-trigger
drivers/input/joystick/adc-joystick.c|JOYSTICK_ADC|device:adc_joystick_driver_init|adc-joystick
drivers/input/joystick/qwiic-joystick.c|JOYSTICK_QWIIC|device:qwiic_driver_init|sparkfun,qwiic-joystick
drivers/input/joystick/sensehat-joystick.c|JOYSTICK_SENSEHAT|device:sensehat_joystick_driver_init|raspberrypi,sensehat-joystick
drivers/input/keyboard/adc-keys.c|KEYBOARD_ADC|device:adc_keys_driver_init|adc-keys
drivers/input/keyboard/adp5588-keys.c|KEYBOARD_ADP5588|device:adp5588_driver_init|adi,adp5587 adi,adp5588
drivers/input/keyboard/bcm-keypad.c|KEYBOARD_BCM|device:bcm_kp_device_driver_init|brcm,bcm-keypad
drivers/input/keyboard/cap11xx.c|KEYBOARD_CAP11XX|device:cap11xx_i2c_driver_init|microchip,cap1106 microchip,cap1126 microchip,cap1188 microchip,cap1206
drivers/input/keyboard/clps711x-keypad.c|KEYBOARD_CLPS711X|device:clps711x_keypad_driver_init|cirrus,ep7209-keypad
drivers/input/keyboard/cros_ec_keyb.c|KEYBOARD_CROS_EC|device:cros_ec_keyb_driver_init|google,cros-ec-keyb google,cros-ec-keyb-switches
drivers/input/keyboard/cypress-sf.c|KEYBOARD_CYPRESS_SF|device:cypress_sf_driver_init|cypress,sf3155
drivers/input/keyboard/dlink-dir685-touchkeys.c|KEYBOARD_DLINK_DIR685|device:dir685_tk_i2c_driver_init|dlink,dir685-touchkeys
drivers/input/keyboard/goldfish_events.c|KEYBOARD_GOLDFISH_EVENTS|device:events_driver_init|google,goldfish-events-keypad
drivers/input/keyboard/gpio_keys.c|KEYBOARD_GPIO|late:gpio_keys_init|gpio-keys
drivers/input/keyboard/gpio_keys_polled.c|KEYBOARD_GPIO_POLLED|device:gpio_keys_polled_driver_init|gpio-keys-polled
drivers/input/keyboard/imx_keypad.c|KEYBOARD_IMX|device:imx_keypad_driver_init|fsl,imx21-kpp
drivers/input/keyboard/imx_sc_key.c|KEYBOARD_IMX_SC_KEY|device:imx_sc_key_driver_init|fsl,imx-sc-key
drivers/input/keyboard/lpc32xx-keys.c|KEYBOARD_LPC32XX|device:lpc32xx_kscan_driver_init|nxp,lpc3220-key
drivers/input/keyboard/matrix_keypad.c|KEYBOARD_MATRIX|device:matrix_keypad_driver_init|gpio-matrix-keypad
drivers/input/keyboard/mpr121_touchkey.c|KEYBOARD_MPR121|device:mpr_touchkey_driver_init|fsl,mpr121-touchkey
drivers/input/keyboard/mt6779-keypad.c|KEYBOARD_MT6779|device:mt6779_keypad_pdrv_init|mediatek,mt6779-keypad mediatek,mt6873-keypad
drivers/input/keyboard/mtk-pmic-keys.c|KEYBOARD_MTK_PMIC|device:pmic_keys_pdrv_init|mediatek,mt6323-keys mediatek,mt6331-keys mediatek,mt6358-keys mediatek,mt6397-keys
drivers/input/keyboard/nspire-keypad.c|KEYBOARD_NSPIRE|device:nspire_keypad_driver_init|ti,nspire-keypad
drivers/input/keyboard/omap4-keypad.c|KEYBOARD_OMAP4|device:omap4_keypad_driver_init|ti,omap4-keypad
drivers/input/keyboard/pinephone-keyboard.c|KEYBOARD_PINEPHONE|device:ppkb_driver_init|pine64,pinephone-keyboard
drivers/input/keyboard/pmic8xxx-keypad.c|KEYBOARD_PMIC8XXX|device:pmic8xxx_kp_driver_init|qcom,pm8058-keypad qcom,pm8921-keypad
drivers/input/keyboard/pxa27x_keypad.c|KEYBOARD_PXA27x|device:pxa27x_keypad_driver_init|marvell,pxa27x-keypad
drivers/input/keyboard/qt1070.c|KEYBOARD_QT1070|device:qt1070_driver_init|qt1070
drivers/input/keyboard/samsung-keypad.c|KEYBOARD_SAMSUNG|device:samsung_keypad_driver_init|samsung,s3c6410-keypad samsung,s5pv210-keypad
drivers/input/keyboard/snvs_pwrkey.c|KEYBOARD_SNVS_PWRKEY|device:imx_snvs_pwrkey_driver_init|fsl,sec-v4.0-pwrkey
drivers/input/keyboard/spear-keyboard.c|KEYBOARD_SPEAR|device:spear_kbd_driver_init|st,spear300-kbd
drivers/input/keyboard/st-keyscan.c|KEYBOARD_ST_KEYSCAN|device:keyscan_device_driver_init|st,sti-keyscan
drivers/input/keyboard/sun4i-lradc-keys.c|KEYBOARD_SUN4I_LRADC|device:sun4i_lradc_driver_init|allwinner,sun4i-a10-lradc-keys allwinner,sun50i-r329-lradc allwinner,sun8i-a83t-r-lradc
drivers/input/keyboard/tca8418_keypad.c|KEYBOARD_TCA8418|subsys:tca8418_keypad_init|ti,tca8418
drivers/input/keyboard/tegra-kbc.c|KEYBOARD_TEGRA|device:tegra_kbc_driver_init|nvidia,tegra114-kbc nvidia,tegra20-kbc nvidia,tegra30-kbc
drivers/input/keyboard/tm2-touchkey.c|KEYBOARD_TM2_TOUCHKEY|device:tm2_touchkey_driver_init|coreriver,tc360-touchkey cypress,aries-touchkey cypress,midas-touchkey cypress,tm2-touchkey
drivers/input/keyboard/twl4030_keypad.c|KEYBOARD_TWL4030|device:twl4030_kp_driver_init|ti,twl4030-keypad
drivers/input/misc/ab8500-ponkey.c|INPUT_AB8500_PONKEY|device:ab8500_ponkey_driver_init|stericsson,ab8500-ponkey
drivers/input/misc/adxl34x-i2c.c|INPUT_ADXL34X_I2C|device:adxl34x_driver_init|adi,adxl345 adi,adxl34x
drivers/input/misc/ariel-pwrbutton.c|INPUT_ARIEL_PWRBUTTON|device:ariel_pwrbutton_driver_init|dell,wyse-ariel-ec-input
drivers/input/misc/atmel_captouch.c|INPUT_ATMEL_CAPTOUCH|device:atmel_captouch_driver_init|atmel,captouch
drivers/input/misc/cpcap-pwrbutton.c|INPUT_CPCAP_PWRBUTTON|device:cpcap_power_button_driver_init|motorola,cpcap-pwrbutton
drivers/input/misc/da7280.c|INPUT_DA7280_HAPTICS|device:da7280_driver_init|dlg,da7280
drivers/input/misc/da9063_onkey.c|INPUT_DA9063_ONKEY|device:da9063_onkey_driver_init|dlg,da9062-onkey dlg,da9063-onkey
drivers/input/misc/drv260x.c|INPUT_DRV260X_HAPTICS|device:drv260x_driver_init|ti,drv2604 ti,drv2604l ti,drv2605 ti,drv2605l
drivers/input/misc/drv2665.c|INPUT_DRV2665_HAPTICS|device:drv2665_driver_init|ti,drv2665
drivers/input/misc/drv2667.c|INPUT_DRV2667_HAPTICS|device:drv2667_driver_init|ti,drv2667
drivers/input/misc/e3x0-button.c|INPUT_E3X0_BUTTON|device:e3x0_button_driver_init|ettus,e3x0-button
drivers/input/misc/gpio-beeper.c|INPUT_GPIO_BEEPER|device:gpio_beeper_platform_driver_init|gpio-beeper
drivers/input/misc/gpio-vibra.c|INPUT_GPIO_VIBRA|device:gpio_vibrator_driver_init|gpio-vibrator
drivers/input/misc/gpio_decoder.c|INPUT_GPIO_DECODER|device:gpio_decoder_driver_init|gpio-decoder
drivers/input/misc/ibm-panel.c|INPUT_IBM_PANEL|device:ibm_panel_driver_init|ibm,op-panel
drivers/input/misc/iqs269a.c|INPUT_IQS269A|device:iqs269_i2c_driver_init|azoteq,iqs269a
drivers/input/misc/iqs626a.c|INPUT_IQS626A|device:iqs626_i2c_driver_init|azoteq,iqs626a
drivers/input/misc/iqs7222.c|INPUT_IQS7222|device:iqs7222_i2c_driver_init|azoteq,iqs7222a azoteq,iqs7222b azoteq,iqs7222c
drivers/input/misc/max77650-onkey.c|INPUT_MAX77650_ONKEY|device:max77650_onkey_driver_init|maxim,max77650-onkey
drivers/input/misc/mma8450.c|INPUT_MMA8450|device:mma8450_driver_init|fsl,mma8450
drivers/input/misc/palmas-pwrbutton.c|INPUT_PALMAS_PWRBUTTON|device:palmas_pwron_driver_init|ti,palmas-pwrbutton
drivers/input/misc/pm8941-pwrkey.c|INPUT_PM8941_PWRKEY|device:pm8941_pwrkey_driver_init|qcom,pm8941-pwrkey qcom,pm8941-resin qcom,pmk8350-pwrkey qcom,pmk8350-resin
drivers/input/misc/pm8xxx-vibrator.c|INPUT_PM8XXX_VIBRATOR|device:pm8xxx_vib_driver_init|qcom,pm8058-vib qcom,pm8916-vib qcom,pm8921-vib
drivers/input/misc/pmic8xxx-pwrkey.c|INPUT_PMIC8XXX_PWRKEY|device:pmic8xxx_pwrkey_driver_init|qcom,pm8058-pwrkey qcom,pm8921-pwrkey
drivers/input/misc/pwm-beeper.c|INPUT_PWM_BEEPER|device:pwm_beeper_driver_init|pwm-beeper
drivers/input/misc/pwm-vibra.c|INPUT_PWM_VIBRA|device:pwm_vibrator_driver_init|pwm-vibrator
drivers/input/misc/rave-sp-pwrbutton.c|INPUT_RAVE_SP_PWRBUTTON|device:rave_sp_pwrbutton_driver_init|zii,rave-sp-pwrbutton
drivers/input/misc/regulator-haptic.c|INPUT_REGULATOR_HAPTIC|device:regulator_haptic_driver_init|regulator-haptic
drivers/input/misc/rotary_encoder.c|INPUT_GPIO_ROTARY_ENCODER|device:rotary_encoder_driver_init|rotary-encoder
drivers/input/misc/rt5120-pwrkey.c|INPUT_RT5120_PWRKEY|device:rt5120_pwrkey_driver_init|richtek,rt5120-pwrkey
drivers/input/misc/sc27xx-vibra.c|INPUT_SC27XX_VIBRA|device:sc27xx_vibra_driver_init|sprd,sc2721-vibrator sprd,sc2730-vibrator sprd,sc2731-vibrator
drivers/input/misc/sparcspkr.c|INPUT_SPARCSPKR|device:sparcspkr_init|SUNW,bbc-beep SUNW,smbus-beep
drivers/input/misc/stpmic1_onkey.c|INPUT_STPMIC1_ONKEY|device:stpmic1_onkey_driver_init|st,stpmic1-onkey
drivers/input/misc/tps65218-pwrbutton.c|INPUT_TPS65218_PWRBUTTON|device:tps6521x_pb_driver_init|ti,tps65217-pwrbutton ti,tps65218-pwrbutton
drivers/input/misc/twl4030-pwrbutton.c|INPUT_TWL4030_PWRBUTTON|device:twl4030_pwrbutton_driver_init|ti,twl4030-pwrbutton
drivers/input/mouse/cyapa.c|MOUSE_CYAPA|device:cyapa_driver_init|cypress,cyapa
drivers/input/mouse/elan_i2c_core.c|MOUSE_ELAN_I2C|device:elan_driver_init|elan,ekth3000
drivers/input/mouse/gpio_mouse.c|MOUSE_GPIO|device:gpio_mouse_device_driver_init|gpio-mouse
drivers/input/mouse/synaptics_i2c.c|MOUSE_SYNAPTICS_I2C|device:synaptics_i2c_driver_init|synaptics,synaptics_i2c
drivers/input/rmi4/rmi_i2c.c|RMI4_I2C|device:rmi_i2c_driver_init|syna,rmi4-i2c
drivers/input/rmi4/rmi_spi.c|RMI4_SPI|device:rmi_spi_driver_init|syna,rmi4-spi
drivers/input/serio/altera_ps2.c|SERIO_ALTERA_PS2|device:altera_ps2_driver_init|ALTR,ps2-1.0 altr,ps2-1.0
drivers/input/serio/ambakmi.c|SERIO_AMBAKMI|device:ambakmi_driver_init|arm,pl050
drivers/input/serio/arc_ps2.c|SERIO_ARC_PS2|device:arc_ps2_driver_init|snps,arc_ps2
drivers/input/serio/olpc_apsp.c|SERIO_OLPC_APSP|device:olpc_apsp_driver_init|olpc,ap-sp
drivers/input/serio/ps2-gpio.c|SERIO_GPIO_PS2|device:ps2_gpio_driver_init|ps2-gpio
drivers/input/serio/sun4i-ps2.c|SERIO_SUN4I_PS2|device:sun4i_ps2_driver_init|allwinner,sun4i-a10-ps2
drivers/input/serio/xilinx_ps2.c|SERIO_XILINX_XPS_PS2|device:xps2_of_driver_init|xlnx,xps-ps2-1.00.a
drivers/input/touchscreen/ad7879-i2c.c|TOUCHSCREEN_AD7879_I2C|device:ad7879_i2c_driver_init|adi,ad7879-1
drivers/input/touchscreen/ad7879-spi.c|TOUCHSCREEN_AD7879_SPI|device:ad7879_spi_driver_init|adi,ad7879
drivers/input/touchscreen/ads7846.c|TOUCHSCREEN_ADS7846|device:ads7846_driver_init|ti,ads7843 ti,ads7845 ti,ads7846 ti,ads7873 ti,tsc2046
drivers/input/touchscreen/ar1021_i2c.c|TOUCHSCREEN_AR1021_I2C|device:ar1021_i2c_driver_init|microchip,ar1021-i2c
drivers/input/touchscreen/atmel_mxt_ts.c|TOUCHSCREEN_ATMEL_MXT|device:mxt_driver_init|atmel,atmel_mxt_tp atmel,atmel_mxt_ts atmel,mXT224 atmel,maxtouch atmel,qt602240_ts
drivers/input/touchscreen/auo-pixcir-ts.c|TOUCHSCREEN_AUO_PIXCIR|device:auo_pixcir_driver_init|auo,auo_pixcir_ts
drivers/input/touchscreen/bcm_iproc_tsc.c|TOUCHSCREEN_IPROC|device:iproc_ts_driver_init|brcm,iproc-touchscreen
drivers/input/touchscreen/bu21029_ts.c|TOUCHSCREEN_BU21029|device:bu21029_driver_init|rohm,bu21029
drivers/input/touchscreen/chipone_icn8318.c|TOUCHSCREEN_CHIPONE_ICN8318|device:icn8318_driver_init|chipone,icn8318
drivers/input/touchscreen/colibri-vf50-ts.c|TOUCHSCREEN_COLIBRI_VF50|device:vf50_touch_driver_init|toradex,vf50-touchscreen
drivers/input/touchscreen/cy8ctma140.c|TOUCHSCREEN_CY8CTMA140|device:cy8ctma140_driver_init|cypress,cy8ctma140
drivers/input/touchscreen/cyttsp_i2c.c|TOUCHSCREEN_CYTTSP_I2C|device:cyttsp_i2c_driver_init|cypress,cy8ctma340 cypress,cy8ctst341
drivers/input/touchscreen/cyttsp_spi.c|TOUCHSCREEN_CYTTSP_SPI|device:cyttsp_spi_driver_init|cypress,cy8ctma340 cypress,cy8ctst341
drivers/input/touchscreen/edt-ft5x06.c|TOUCHSCREEN_EDT_FT5X06|device:edt_ft5x06_ts_driver_init|edt,edt-ft5206 edt,edt-ft5306 edt,edt-ft5406 edt,edt-ft5506 evervision,ev-ft5726 focaltech,ft6236
drivers/input/touchscreen/eeti_ts.c|TOUCHSCREEN_EETI|device:eeti_ts_driver_init|eeti,exc3000-i2c
drivers/input/touchscreen/egalax_ts.c|TOUCHSCREEN_EGALAX|device:egalax_ts_driver_init|eeti,egalax_ts
drivers/input/touchscreen/ektf2127.c|TOUCHSCREEN_EKTF2127|device:ektf2127_driver_init|elan,ektf2127 elan,ektf2132
drivers/input/touchscreen/elants_i2c.c|TOUCHSCREEN_ELAN|device:elants_i2c_driver_init|elan,ektf3624 elan,ekth3500
drivers/input/touchscreen/exc3000.c|TOUCHSCREEN_EXC3000|device:exc3000_driver_init|eeti,exc3000 eeti,exc80h60 eeti,exc80h84
drivers/input/touchscreen/fsl-imx25-tcq.c|TOUCHSCREEN_MX25|device:mx25_tcq_driver_init|fsl,imx25-tcq
drivers/input/touchscreen/goodix.c|TOUCHSCREEN_GOODIX|device:goodix_ts_driver_init|goodix,gt1151 goodix,gt1158 goodix,gt5663 goodix,gt5688 goodix,gt911 goodix,gt9110 goodix,gt912 goodix,gt9147 goodix,gt917s goodix,gt927 goodix,gt9271 goodix,gt928 goodix,gt9286 goodix,gt967
drivers/input/touchscreen/hideep.c|TOUCHSCREEN_HIDEEP|device:hideep_driver_init|hideep,hideep-ts
drivers/input/touchscreen/hycon-hy46xx.c|TOUCHSCREEN_HYCON_HY46XX|device:hycon_hy46xx_driver_init|hycon,hy4613 hycon,hy4614 hycon,hy4621 hycon,hy4623 hycon,hy4633 hycon,hy4635
drivers/input/touchscreen/ili210x.c|TOUCHSCREEN_ILI210X|device:ili210x_ts_driver_init|ilitek,ili210x ilitek,ili2117 ilitek,ili2120 ilitek,ili251x
drivers/input/touchscreen/ilitek_ts_i2c.c|TOUCHSCREEN_ILITEK|device:ilitek_ts_i2c_driver_init|ilitek,ili2130 ilitek,ili2131 ilitek,ili2132 ilitek,ili2316 ilitek,ili2322 ilitek,ili2323 ilitek,ili2326 ilitek,ili2520 ilitek,ili2521
drivers/input/touchscreen/imagis.c|TOUCHSCREEN_IMAGIS|device:imagis_ts_driver_init|imagis,ist3038c
drivers/input/touchscreen/imx6ul_tsc.c|TOUCHSCREEN_IMX6UL_TSC|device:imx6ul_tsc_driver_init|fsl,imx6ul-tsc
drivers/input/touchscreen/iqs5xx.c|TOUCHSCREEN_IQS5XX|device:iqs5xx_i2c_driver_init|azoteq,iqs525 azoteq,iqs550 azoteq,iqs572
drivers/input/touchscreen/lpc32xx_ts.c|TOUCHSCREEN_LPC32XX|device:lpc32xx_ts_driver_init|nxp,lpc3220-tsc
drivers/input/touchscreen/max11801_ts.c|TOUCHSCREEN_MAX11801|device:max11801_ts_driver_init|maxim,max11801
drivers/input/touchscreen/melfas_mip4.c|TOUCHSCREEN_MELFAS_MIP4|device:mip4_driver_init|melfas,
drivers/input/touchscreen/mms114.c|TOUCHSCREEN_MMS114|device:mms114_driver_init|melfas,mms114 melfas,mms134s melfas,mms136 melfas,mms152 melfas,mms345l
drivers/input/touchscreen/msg2638.c|TOUCHSCREEN_MSG2638|device:msg2638_ts_driver_init|mstar,msg2638
drivers/input/touchscreen/pixcir_i2c_ts.c|TOUCHSCREEN_PIXCIR|device:pixcir_i2c_ts_driver_init|pixcir,pixcir_tangoc pixcir,pixcir_ts
drivers/input/touchscreen/raspberrypi-ts.c|TOUCHSCREEN_RASPBERRYPI_FW|device:rpi_ts_driver_init|raspberrypi,firmware-ts
drivers/input/touchscreen/raydium_i2c_ts.c|TOUCHSCREEN_RM_TS|device:raydium_i2c_driver_init|raydium,rm32380
drivers/input/touchscreen/resistive-adc-touch.c|TOUCHSCREEN_ADC|device:grts_driver_init|resistive-adc-touch
drivers/input/touchscreen/s6sy761.c|TOUCHSCREEN_S6SY761|device:s6sy761_driver_init|samsung,s6sy761
drivers/input/touchscreen/silead.c|TOUCHSCREEN_SILEAD|device:silead_ts_driver_init|silead,gsl1680 silead,gsl1688 silead,gsl3670 silead,gsl3675 silead,gsl3692
drivers/input/touchscreen/sis_i2c.c|TOUCHSCREEN_SIS_I2C|device:sis_ts_driver_init|sis,9200-ts
drivers/input/touchscreen/st1232.c|TOUCHSCREEN_ST1232|device:st1232_ts_driver_init|sitronix,st1232 sitronix,st1633
drivers/input/touchscreen/stmfts.c|TOUCHSCREEN_STMFTS|device:stmfts_driver_init|st,stmfts
drivers/input/touchscreen/stmpe-ts.c|TOUCHSCREEN_STMPE|device:stmpe_ts_driver_init|st,stmpe-ts
drivers/input/touchscreen/sun4i-ts.c|TOUCHSCREEN_SUN4I|device:sun4i_ts_driver_init|allwinner,sun4i-a10-ts allwinner,sun5i-a13-ts allwinner,sun6i-a31-ts
drivers/input/touchscreen/sx8654.c|TOUCHSCREEN_SX8654|device:sx8654_driver_init|semtech,sx8650 semtech,sx8654 semtech,sx8655 semtech,sx8656
drivers/input/touchscreen/ti_am335x_tsc.c|TOUCHSCREEN_TI_AM335X_TSC|device:ti_tsc_driver_init|ti,am3359-tsc
drivers/input/touchscreen/ts4800-ts.c|TOUCHSCREEN_TS4800|device:ts4800_ts_driver_init|technologic,ts4800-ts
drivers/input/touchscreen/tsc2004.c|TOUCHSCREEN_TSC2004|device:tsc2004_driver_init|ti,tsc2004
drivers/input/touchscreen/tsc2005.c|TOUCHSCREEN_TSC2005|device:tsc2005_driver_init|ti,tsc2005
drivers/input/touchscreen/tsc2007_core.c|TOUCHSCREEN_TSC2007|device:tsc2007_driver_init|ti,tsc2007
drivers/input/touchscreen/zet6223.c|TOUCHSCREEN_ZET6223|device:zet6223_driver_init|zeitec,zet6223
drivers/input/touchscreen/zforce_ts.c|TOUCHSCREEN_ZFORCE|device:zforce_driver_init|neonode,zforce
drivers/input/touchscreen/zinitix.c|TOUCHSCREEN_ZINITIX|device:zinitix_ts_driver_init|zinitix,at100 zinitix,bt402 zinitix,bt403 zinitix,bt404 zinitix,bt412 zinitix,bt413 zinitix,bt431 zinitix,bt432 zinitix,bt531 zinitix,bt532 zinitix,bt538 zinitix,bt541 zinitix,bt548 zinitix,bt554
drivers/interconnect/qcom/bcm-voter.c|INTERCONNECT_QCOM_BCM_VOTER|device:qcom_icc_bcm_voter_driver_init|qcom,bcm-voter
drivers/interconnect/qcom/msm8916.c|INTERCONNECT_QCOM_MSM8916|device:msm8916_noc_driver_init|qcom,msm8916-bimc qcom,msm8916-pcnoc qcom,msm8916-snoc
drivers/interconnect/qcom/msm8939.c|INTERCONNECT_QCOM_MSM8939|device:msm8939_noc_driver_init|qcom,msm8939-bimc qcom,msm8939-pcnoc qcom,msm8939-snoc qcom,msm8939-snoc-mm
drivers/interconnect/qcom/msm8974.c|INTERCONNECT_QCOM_MSM8974|device:msm8974_noc_driver_init|qcom,msm8974-bimc qcom,msm8974-cnoc qcom,msm8974-mmssnoc qcom,msm8974-ocmemnoc qcom,msm8974-pnoc qcom,msm8974-snoc
drivers/interconnect/qcom/msm8996.c|INTERCONNECT_QCOM_MSM8996|device:qnoc_driver_init|qcom,msm8996-a0noc qcom,msm8996-a1noc qcom,msm8996-a2noc qcom,msm8996-bimc qcom,msm8996-cnoc qcom,msm8996-mnoc qcom,msm8996-pnoc qcom,msm8996-snoc
drivers/interconnect/qcom/osm-l3.c|INTERCONNECT_QCOM_OSM_L3|device:osm_l3_driver_init|qcom,sc7180-osm-l3 qcom,sc7280-epss-l3 qcom,sc8180x-osm-l3 qcom,sdm845-osm-l3 qcom,sm8150-osm-l3 qcom,sm8250-epss-l3
drivers/interconnect/qcom/qcm2290.c|INTERCONNECT_QCOM_QCM2290|device:qcm2290_noc_driver_init|qcom,qcm2290-bimc qcom,qcm2290-cnoc qcom,qcm2290-mmnrt-virt qcom,qcm2290-mmrt-virt qcom,qcm2290-qup-virt qcom,qcm2290-snoc
drivers/interconnect/qcom/qcs404.c|INTERCONNECT_QCOM_QCS404|device:qcs404_noc_driver_init|qcom,qcs404-bimc qcom,qcs404-pcnoc qcom,qcs404-snoc
drivers/interconnect/qcom/sc7180.c|INTERCONNECT_QCOM_SC7180|device:qnoc_driver_init|qcom,sc7180-aggre1-noc qcom,sc7180-aggre2-noc qcom,sc7180-camnoc-virt qcom,sc7180-compute-noc qcom,sc7180-config-noc qcom,sc7180-dc-noc qcom,sc7180-gem-noc qcom,sc7180-mc-virt qcom,sc7180-mmss-noc qcom,sc7180-npu-noc qcom,sc7180-qup-virt qcom,sc7180-system-noc
drivers/interconnect/qcom/sc7280.c|INTERCONNECT_QCOM_SC7280|device:qnoc_driver_init|qcom,sc7280-aggre1-noc qcom,sc7280-aggre2-noc qcom,sc7280-clk-virt qcom,sc7280-cnoc2 qcom,sc7280-cnoc3 qcom,sc7280-dc-noc qcom,sc7280-gem-noc qcom,sc7280-lpass-ag-noc qcom,sc7280-mc-virt qcom,sc7280-mmss-noc qcom,sc7280-nsp-noc qcom,sc7280-system-noc
drivers/interconnect/qcom/sc8180x.c|INTERCONNECT_QCOM_SC8180X|device:qnoc_driver_init|qcom,sc8180x-aggre1-noc qcom,sc8180x-aggre2-noc qcom,sc8180x-camnoc-virt qcom,sc8180x-compute-noc qcom,sc8180x-config-noc qcom,sc8180x-dc-noc qcom,sc8180x-gem-noc qcom,sc8180x-ipa-virt qcom,sc8180x-mc-virt qcom,sc8180x-mmss-noc qcom,sc8180x-qup-virt qcom,sc8180x-system-noc
drivers/interconnect/qcom/sc8280xp.c|INTERCONNECT_QCOM_SC8280XP|core:qnoc_driver_init|qcom,sc8280xp-aggre1-noc qcom,sc8280xp-aggre2-noc qcom,sc8280xp-clk-virt qcom,sc8280xp-config-noc qcom,sc8280xp-dc-noc qcom,sc8280xp-gem-noc qcom,sc8280xp-lpass-ag-noc qcom,sc8280xp-mc-virt qcom,sc8280xp-mmss-noc qcom,sc8280xp-nspa-noc qcom,sc8280xp-nspb-noc qcom,sc8280xp-system-noc
drivers/interconnect/qcom/sdm660.c|INTERCONNECT_QCOM_SDM660|device:sdm660_noc_driver_init|qcom,sdm660-a2noc qcom,sdm660-bimc qcom,sdm660-cnoc qcom,sdm660-gnoc qcom,sdm660-mnoc qcom,sdm660-snoc
drivers/interconnect/qcom/sdm845.c|INTERCONNECT_QCOM_SDM845|device:qnoc_driver_init|qcom,sdm845-aggre1-noc qcom,sdm845-aggre2-noc qcom,sdm845-config-noc qcom,sdm845-dc-noc qcom,sdm845-gladiator-noc qcom,sdm845-mem-noc qcom,sdm845-mmss-noc qcom,sdm845-system-noc
drivers/interconnect/qcom/sdx55.c|INTERCONNECT_QCOM_SDX55|device:qnoc_driver_init|qcom,sdx55-mc-virt qcom,sdx55-mem-noc qcom,sdx55-system-noc
drivers/interconnect/qcom/sdx65.c|INTERCONNECT_QCOM_SDX65|device:qnoc_driver_init|qcom,sdx65-mc-virt qcom,sdx65-mem-noc qcom,sdx65-system-noc
drivers/interconnect/qcom/sm6350.c|INTERCONNECT_QCOM_SM6350|device:qnoc_driver_init|qcom,sm6350-aggre1-noc qcom,sm6350-aggre2-noc qcom,sm6350-clk-virt qcom,sm6350-compute-noc qcom,sm6350-config-noc qcom,sm6350-dc-noc qcom,sm6350-gem-noc qcom,sm6350-mmss-noc qcom,sm6350-npu-noc qcom,sm6350-system-noc
drivers/interconnect/qcom/sm8150.c|INTERCONNECT_QCOM_SM8150|device:qnoc_driver_init|qcom,sm8150-aggre1-noc qcom,sm8150-aggre2-noc qcom,sm8150-camnoc-virt qcom,sm8150-compute-noc qcom,sm8150-config-noc qcom,sm8150-dc-noc qcom,sm8150-gem-noc qcom,sm8150-mc-virt qcom,sm8150-mmss-noc qcom,sm8150-system-noc
drivers/interconnect/qcom/sm8250.c|INTERCONNECT_QCOM_SM8250|device:qnoc_driver_init|qcom,sm8250-aggre1-noc qcom,sm8250-aggre2-noc qcom,sm8250-compute-noc qcom,sm8250-config-noc qcom,sm8250-dc-noc qcom,sm8250-gem-noc qcom,sm8250-ipa-virt qcom,sm8250-mc-virt qcom,sm8250-mmss-noc qcom,sm8250-npu-noc qcom,sm8250-system-noc
drivers/interconnect/qcom/sm8350.c|INTERCONNECT_QCOM_SM8350|device:qnoc_driver_init|qcom,sm8350-aggre1-noc qcom,sm8350-aggre2-noc qcom,sm8350-compute-noc qcom,sm8350-config-noc qcom,sm8350-dc-noc qcom,sm8350-gem-noc qcom,sm8350-lpass-ag-noc qcom,sm8350-mc-virt qcom,sm8350-mmss-noc qcom,sm8350-system-noc
drivers/interconnect/qcom/sm8450.c|INTERCONNECT_QCOM_SM8450|core:qnoc_driver_init|qcom,sm8450-aggre1-noc qcom,sm8450-aggre2-noc qcom,sm8450-clk-virt qcom,sm8450-config-noc qcom,sm8450-gem-noc qcom,sm8450-lpass-ag-noc qcom,sm8450-mc-virt qcom,sm8450-mmss-noc qcom,sm8450-nsp-noc qcom,sm8450-pcie-anoc qcom,sm8450-system-noc
drivers/iommu/apple-dart.c|APPLE_DART|device:apple_dart_driver_init|apple,t6000-dart apple,t8103-dart
drivers/iommu/arm/arm-smmu-v3/arm-smmu-v3.c|ARM_SMMU_V3|device:arm_smmu_driver_init|arm,smmu-v3
drivers/iommu/arm/arm-smmu/arm-smmu-qcom.c|ARM_SMMU_QCOM|device:arm_smmu_driver_init|qcom,adreno qcom,adreno-gmu qcom,mdp4 qcom,mdss qcom,sc7180-mdss qcom,sc7180-mss-pil qcom,sc7280-mdss qcom,sc7280-mss-pil qcom,sc8180x-mdss qcom,sdm845-mdss qcom,sdm845-mss-pil qcom,sm8250-mdss
drivers/iommu/arm/arm-smmu/arm-smmu.c|ARM_SMMU|device:arm_smmu_driver_init|arm,mmu-400 arm,mmu-401 arm,mmu-500 arm,smmu-v1 arm,smmu-v2 cavium,smmu-v2 nvidia,smmu-500 qcom,smmu-v2
drivers/iommu/arm/arm-smmu/qcom_iommu.c|QCOM_IOMMU|device:qcom_iommu_init|qcom,msm-iommu-v1 qcom,msm-iommu-v1-ns qcom,msm-iommu-v1-sec
drivers/iommu/exynos-iommu.c|EXYNOS_IOMMU|core:exynos_iommu_init|samsung,exynos-sysmmu
drivers/iommu/fsl_pamu.c|FSL_PAMU|arch:fsl_pamu_init|fsl,b4860-l3-cache-controller fsl,p4080-l3-cache-controller fsl,qoriq-device-config-1.0 fsl,qoriq-device-config-2.0 fsl,t4240-l3-cache-controller
drivers/iommu/ipmmu-vmsa.c|IPMMU_VMSA|device:ipmmu_driver_init|renesas,ipmmu-r8a774a1 renesas,ipmmu-r8a774b1 renesas,ipmmu-r8a774c0 renesas,ipmmu-r8a774e1 renesas,ipmmu-r8a7795 renesas,ipmmu-r8a7796 renesas,ipmmu-r8a77961 renesas,ipmmu-r8a77965 renesas,ipmmu-r8a77970 renesas,ipmmu-r8a77980 renesas,ipmmu-r8a77990 renesas,ipmmu-r8a77995 renesas,ipmmu-r8a779a0 renesas,ipmmu-vmsa renesas,rcar-gen4-ipmmu-vmsa
drivers/iommu/msm_iommu.c|MSM_IOMMU|device:msm_iommu_driver_init|qcom,apq8064-iommu
drivers/iommu/mtk_iommu.c|MTK_IOMMU|device:mtk_iommu_driver_init|mediatek,mt2712-m4u mediatek,mt6779-m4u mediatek,mt6795-m4u mediatek,mt8167-m4u mediatek,mt8173-m4u mediatek,mt8183-m4u mediatek,mt8186-iommu-mm mediatek,mt8192-m4u mediatek,mt8195-iommu-infra mediatek,mt8195-iommu-vdo mediatek,mt8195-iommu-vpp
drivers/iommu/mtk_iommu_v1.c|MTK_IOMMU_V1|device:mtk_iommu_v1_driver_init|mediatek,mt2701-m4u
drivers/iommu/omap-iommu.c|OMAP_IOMMU|subsys:omap_iommu_init|ti,dra7-dsp-iommu ti,dra7-iommu ti,omap2-iommu ti,omap4-iommu
drivers/iommu/rockchip-iommu.c|ROCKCHIP_IOMMU|device:rk_iommu_driver_init|rockchip,iommu rockchip,rk3568-iommu
drivers/iommu/sprd-iommu.c|SPRD_IOMMU|device:sprd_iommu_driver_init|sprd,iommu-v1
drivers/iommu/sun50i-iommu.c|SUN50I_IOMMU|device:sun50i_iommu_driver_init|allwinner,sun50i-h6-iommu
drivers/iommu/tegra-smmu.c|TEGRA_IOMMU_SMMU||nvidia,tegra30-ahb
drivers/irqchip/exynos-combiner.c|EXYNOS_IRQ_COMBINER|irqchip:combiner_of_init|samsung,exynos4210-combiner
drivers/irqchip/irq-al-fic.c|AL_FIC|irqchip:al_fic_init_dt|amazon,al-fic
drivers/irqchip/irq-alpine-msi.c|ALPINE_MSI|irqchip:alpine_msix_init|al,alpine-msix
drivers/irqchip/irq-apple-aic.c|APPLE_AIC|irqchip:aic_of_ic_init|apple,aic apple,aic2
drivers/irqchip/irq-apple-aic.c|APPLE_AIC||apple,aic apple,aic2 apple,t8103-aic
drivers/irqchip/irq-armada-370-xp.c|ARMADA_370_XP_IRQ|irqchip:armada_370_xp_mpic_of_init|marvell,mpic
drivers/irqchip/irq-aspeed-i2c-ic.c|ARCH_ASPEED|irqchip:aspeed_i2c_ic_of_init|aspeed,ast2400-i2c-ic aspeed,ast2500-i2c-ic
drivers/irqchip/irq-aspeed-scu-ic.c|ARCH_ASPEED|irqchip:aspeed_ast2600_scu_ic0_of_init|aspeed,ast2600-scu-ic0
drivers/irqchip/irq-aspeed-scu-ic.c|ARCH_ASPEED|irqchip:aspeed_ast2600_scu_ic1_of_init|aspeed,ast2600-scu-ic1
drivers/irqchip/irq-aspeed-scu-ic.c|ARCH_ASPEED|irqchip:aspeed_scu_ic_of_init|aspeed,ast2400-scu-ic aspeed,ast2500-scu-ic
drivers/irqchip/irq-aspeed-vic.c|ARCH_ASPEED|irqchip:avic_of_init|aspeed,ast2400-vic aspeed,ast2500-vic
drivers/irqchip/irq-ath79-cpu.c|ATH79|irqchip:ar79_cpu_intc_of_init|qca,ar7100-cpu-intc
drivers/irqchip/irq-ath79-misc.c|ATH79|irqchip:ar7100_misc_intc_of_init|qca,ar7100-misc-intc
drivers/irqchip/irq-ath79-misc.c|ATH79|irqchip:ar7240_misc_intc_of_init|qca,ar7240-misc-intc
drivers/irqchip/irq-atmel-aic.c|ATMEL_AIC_IRQ|irqchip:aic_of_init|atmel,at91rm9200-aic
drivers/irqchip/irq-atmel-aic.c|ATMEL_AIC_IRQ||atmel,at91rm9200 atmel,at91sam9260 atmel,at91sam9261 atmel,at91sam9263 atmel,at91sam9g20 atmel,at91sam9g45 atmel,at91sam9n12 atmel,at91sam9rl atmel,at91sam9x5
drivers/irqchip/irq-atmel-aic5.c|ATMEL_AIC5_IRQ|irqchip:sam9x60_aic5_of_init|microchip,sam9x60-aic
drivers/irqchip/irq-atmel-aic5.c|ATMEL_AIC5_IRQ|irqchip:sama5d2_aic5_of_init|atmel,sama5d2-aic
drivers/irqchip/irq-atmel-aic5.c|ATMEL_AIC5_IRQ|irqchip:sama5d3_aic5_of_init|atmel,sama5d3-aic
drivers/irqchip/irq-atmel-aic5.c|ATMEL_AIC5_IRQ|irqchip:sama5d4_aic5_of_init|atmel,sama5d4-aic
drivers/irqchip/irq-atmel-aic5.c|ATMEL_AIC5_IRQ||atmel,sama5d3 atmel,sama5d4 microchip,sam9x60
drivers/irqchip/irq-bcm2835.c|ARCH_BCM2835|irqchip:bcm2835_armctrl_of_init|brcm,bcm2835-armctrl-ic
drivers/irqchip/irq-bcm2835.c|ARCH_BCM2835|irqchip:bcm2836_armctrl_of_init|brcm,bcm2836-armctrl-ic
drivers/irqchip/irq-bcm2836.c|ARCH_BCM2835|irqchip:bcm2836_arm_irqchip_l1_intc_of_init|brcm,bcm2836-l1-intc
drivers/irqchip/irq-bcm6345-l1.c|BCM6345_L1_IRQ|irqchip:bcm6345_l1_of_init|brcm,bcm6345-l1-intc
drivers/irqchip/irq-clps711x.c|CLPS711X_IRQCHIP|irqchip:clps711x_intc_init_dt|cirrus,ep7209-intc
drivers/irqchip/irq-crossbar.c|IRQ_CROSSBAR|irqchip:irqcrossbar_init|ti,irq-crossbar
drivers/irqchip/irq-csky-apb-intc.c|CSKY_APB_INTC|irqchip:ck_dual_intc_init|csky,dual-apb-intc
drivers/irqchip/irq-csky-apb-intc.c|CSKY_APB_INTC|irqchip:ck_intc_init|csky,apb-intc
drivers/irqchip/irq-csky-apb-intc.c|CSKY_APB_INTC|irqchip:gx_intc_init|csky,gx6605s-intc
drivers/irqchip/irq-csky-mpintc.c|CSKY_MPINTC|irqchip:csky_mpintc_init|csky,mpintc
drivers/irqchip/irq-davinci-cp-intc.c|DAVINCI_CP_INTC|irqchip:davinci_cp_intc_of_init|ti,cp-intc
drivers/irqchip/irq-digicolor.c|ARCH_DIGICOLOR|irqchip:digicolor_of_init|cnxt,cx92755-ic
drivers/irqchip/irq-dw-apb-ictl.c|DW_APB_ICTL|irqchip:dw_apb_ictl_init|snps,dw-apb-ictl
drivers/irqchip/irq-ftintc010.c|FARADAY_FTINTC010|irqchip:ft010_of_init_irq|cortina,gemini-interrupt-controller faraday,ftintc010 moxa,moxart-ic
drivers/irqchip/irq-gic-pm.c|ARM_GIC_PM|device:gic_driver_init|nvidia,tegra210-agic
drivers/irqchip/irq-gic-realview.c|ARCH_REALVIEW|irqchip:realview_gic_of_init|arm,eb11mp-gic arm,tc11mp-gic
drivers/irqchip/irq-gic-realview.c|ARCH_REALVIEW||arm,realview-eb-syscon arm,realview-eb11mp-revb-syscon arm,realview-eb11mp-revc-syscon arm,realview-pb11mp-syscon
drivers/irqchip/irq-gic-v2m.c|ARM_GIC_V2M||arm,gic-v2m-frame
drivers/irqchip/irq-gic-v3-its-fsl-mc-msi.c|ARM_GIC_V3_ITS_FSL_MC|early:its_fsl_mc_msi_init|arm,gic-v3-its
drivers/irqchip/irq-gic-v3-its-pci-msi.c|ARM_GIC_V3_ITS_PCI|early:its_pci_msi_init|arm,gic-v3-its
drivers/irqchip/irq-gic-v3-its-platform-msi.c|ARM_GIC_V3_ITS|early:its_pmsi_init|arm,gic-v3-its
drivers/irqchip/irq-gic-v3-its.c|ARM_GIC_V3_ITS||arm,gic-v3-its
drivers/irqchip/irq-gic-v3.c|ARM_GIC_V3|irqchip:gic_of_init|arm,gic-v3
drivers/irqchip/irq-gic.c|ARM_GIC|irqchip:gic_of_init|arm,arm1176jzf-devchip-gic arm,arm11mp-gic arm,cortex-a15-gic arm,cortex-a7-gic arm,cortex-a9-gic arm,gic-400 arm,pl390 qcom,msm-8660-qgic qcom,msm-qgic2
drivers/irqchip/irq-goldfish-pic.c|GOLDFISH_PIC|irqchip:goldfish_pic_of_init|google,goldfish-pic
drivers/irqchip/irq-hip04.c|ARCH_HIP04|irqchip:hip04_of_init|hisilicon,hip04-intc
drivers/irqchip/irq-i8259.c|I8259|irqchip:i8259_of_init|intel,i8259
drivers/irqchip/irq-idt3243x.c|IRQ_IDT3243X|irqchip:idt_pic_init|idt,32434-pic
drivers/irqchip/irq-imgpdc.c|IMGPDC_IRQ|core:pdc_intc_init|img,pdc-intc
drivers/irqchip/irq-imx-gpcv2.c|IMX_GPCV2|irqchip:imx_gpcv2_irqchip_init|fsl,imx7d-gpc fsl,imx8mq-gpc
drivers/irqchip/irq-imx-gpcv2.c|IMX_GPCV2||fsl,imx7d-gpc fsl,imx8mq-gpc
drivers/irqchip/irq-imx-intmux.c|IMX_INTMUX|device:imx_intmux_driver_init|fsl,imx-intmux
drivers/irqchip/irq-imx-irqsteer.c|IMX_IRQSTEER|device:imx_irqsteer_driver_init|fsl,imx-irqsteer
drivers/irqchip/irq-ingenic-tcu.c|INGENIC_TCU_IRQ|irqchip:ingenic_tcu_irq_init|ingenic,jz4725b-tcu ingenic,jz4740-tcu ingenic,jz4760-tcu ingenic,jz4770-tcu ingenic,x1000-tcu
drivers/irqchip/irq-ingenic.c|INGENIC_IRQ|irqchip:intc_1chip_of_init|ingenic,jz4725b-intc ingenic,jz4740-intc
drivers/irqchip/irq-ingenic.c|INGENIC_IRQ|irqchip:intc_2chip_of_init|ingenic,jz4760-intc ingenic,jz4770-intc ingenic,jz4775-intc ingenic,jz4780-intc
drivers/irqchip/irq-ixp4xx.c|IXP4XX_IRQ|irqchip:ixp4xx_of_init_irq|intel,ixp42x-interrupt intel,ixp43x-interrupt intel,ixp45x-interrupt intel,ixp46x-interrupt
drivers/irqchip/irq-jcore-aic.c|JCORE_AIC|irqchip:aic_irq_of_init|jcore,aic1 jcore,aic2
drivers/irqchip/irq-keystone.c|KEYSTONE_IRQ|device:keystone_irq_device_driver_init|ti,keystone-irq
drivers/irqchip/irq-loongson-htpic.c|LOONGSON_HTPIC|irqchip:htpic_of_init|loongson,htpic-1.0
drivers/irqchip/irq-loongson-htvec.c|LOONGSON_HTVEC|irqchip:htvec_of_init|loongson,htvec-1.0
drivers/irqchip/irq-loongson-liointc.c|LOONGSON_LIOINTC|irqchip:liointc_of_init|loongson,liointc-1.0 loongson,liointc-1.0a loongson,liointc-2.0
drivers/irqchip/irq-loongson-pch-msi.c|LOONGSON_PCH_MSI|irqchip:pch_msi_of_init|loongson,pch-msi-1.0
drivers/irqchip/irq-loongson-pch-pic.c|LOONGSON_PCH_PIC|irqchip:pch_pic_of_init|loongson,pch-pic-1.0
drivers/irqchip/irq-lpc32xx.c|ARCH_LPC32XX|irqchip:lpc32xx_of_ic_init|nxp,lpc3220-mic nxp,lpc3220-sic
drivers/irqchip/irq-ls-extirq.c|LS_EXTIRQ|irqchip:ls_extirq_of_init|fsl,ls1021a-extirq fsl,ls1043a-extirq fsl,ls1088a-extirq
drivers/irqchip/irq-ls-scfg-msi.c|LS_SCFG_MSI|device:ls_scfg_msi_driver_init|fsl,1s1021a-msi fsl,1s1043a-msi fsl,ls1012a-msi fsl,ls1021a-msi fsl,ls1043a-msi fsl,ls1043a-v1.1-msi fsl,ls1046a-msi
drivers/irqchip/irq-ls1x.c|LS1X_IRQ|irqchip:ls1x_intc_of_init|loongson,ls1x-intc
drivers/irqchip/irq-mbigen.c|HISILICON_IRQ_MBIGEN|device:mbigen_platform_driver_init|hisilicon,mbigen-v2
drivers/irqchip/irq-meson-gpio.c|MESON_IRQ_GPIO|device:meson_gpio_intc_driver_init|amlogic,meson-a1-gpio-intc amlogic,meson-axg-gpio-intc amlogic,meson-g12a-gpio-intc amlogic,meson-gpio-intc amlogic,meson-gxbb-gpio-intc amlogic,meson-gxl-gpio-intc amlogic,meson-s4-gpio-intc amlogic,meson-sm1-gpio-intc amlogic,meson8-gpio-intc amlogic,meson8b-gpio-intc
drivers/irqchip/irq-mips-cpu.c|IRQ_MIPS_CPU|irqchip:mips_cpu_irq_of_init|mti,cpu-interrupt-controller
drivers/irqchip/irq-mips-gic.c|MIPS_GIC|irqchip:gic_of_init|mti,gic
drivers/irqchip/irq-mmp.c|ARCH_MMP|irqchip:mmp2_mux_of_init|mrvl,mmp2-mux-intc
drivers/irqchip/irq-mmp.c|ARCH_MMP|irqchip:mmp2_of_init|mrvl,mmp2-intc
drivers/irqchip/irq-mmp.c|ARCH_MMP|irqchip:mmp3_of_init|marvell,mmp3-intc
drivers/irqchip/irq-mmp.c|ARCH_MMP|irqchip:mmp_of_init|mrvl,mmp-intc
drivers/irqchip/irq-mscc-ocelot.c|MSCC_OCELOT_IRQ|irqchip:jaguar2_irq_init|mscc,jaguar2-icpu-intr
drivers/irqchip/irq-mscc-ocelot.c|MSCC_OCELOT_IRQ|irqchip:luton_irq_init|mscc,luton-icpu-intr
drivers/irqchip/irq-mscc-ocelot.c|MSCC_OCELOT_IRQ|irqchip:ocelot_irq_init|mscc,ocelot-icpu-intr
drivers/irqchip/irq-mscc-ocelot.c|MSCC_OCELOT_IRQ|irqchip:serval_irq_init|mscc,serval-icpu-intr
drivers/irqchip/irq-mst-intc.c|MST_IRQ|irqchip:mst_intc_of_init|mstar,mst-intc
drivers/irqchip/irq-mtk-cirq.c|ARCH_MEDIATEK|irqchip:mtk_cirq_of_init|mediatek,mtk-cirq
drivers/irqchip/irq-mtk-sysirq.c|ARCH_MEDIATEK|irqchip:mtk_sysirq_of_init|mediatek,mt6577-sysirq
drivers/irqchip/irq-mvebu-gicp.c|MVEBU_GICP|device:mvebu_gicp_driver_init|marvell,ap806-gicp
drivers/irqchip/irq-mvebu-icu.c|MVEBU_ICU|device:mvebu_icu_subset_driver_init device:mvebu_icu_driver_init|marvell,cp110-icu marvell,cp110-icu-nsr marvell,cp110-icu-sei
drivers/irqchip/irq-mvebu-odmi.c|MVEBU_ODMI|irqchip:mvebu_odmi_init|marvell,odmi-controller
drivers/irqchip/irq-mvebu-pic.c|MVEBU_PIC|device:mvebu_pic_driver_init|marvell,armada-8k-pic
drivers/irqchip/irq-mvebu-sei.c|MVEBU_SEI|device:mvebu_sei_driver_init|marvell,ap806-sei
drivers/irqchip/irq-mxs.c|IRQ_MXS|irqchip:asm9260_of_init|alphascale,asm9260-icoll
drivers/irqchip/irq-mxs.c|IRQ_MXS|irqchip:icoll_of_init|fsl,icoll
drivers/irqchip/irq-nvic.c|ARM_NVIC|irqchip:nvic_of_init|arm,armv7m-nvic
drivers/irqchip/irq-omap-intc.c|OMAP_IRQCHIP|irqchip:intc_of_init|ti,am33xx-intc ti,dm814-intc ti,dm816-intc ti,omap2-intc ti,omap3-intc
drivers/irqchip/irq-ompic.c|OMPIC|irqchip:ompic_of_init|openrisc,ompic
drivers/irqchip/irq-or1k-pic.c|OR1K_PIC|irqchip:or1k_pic_edge_init|opencores,or1k-pic-edge
drivers/irqchip/irq-or1k-pic.c|OR1K_PIC|irqchip:or1k_pic_level_init|opencores,or1k-pic-level
drivers/irqchip/irq-or1k-pic.c|OR1K_PIC|irqchip:or1k_pic_or1200_init|opencores,or1200-pic opencores,or1k-pic
drivers/irqchip/irq-orion.c|ORION_IRQCHIP|irqchip:orion_bridge_irq_init|marvell,orion-bridge-intc
drivers/irqchip/irq-orion.c|ORION_IRQCHIP|irqchip:orion_irq_init|marvell,orion-intc
drivers/irqchip/irq-owl-sirq.c|ARCH_ACTIONS|irqchip:owl_sirq_s500_of_init|actions,s500-sirq actions,s700-sirq
drivers/irqchip/irq-owl-sirq.c|ARCH_ACTIONS|irqchip:owl_sirq_s900_of_init|actions,s900-sirq
drivers/irqchip/irq-pic32-evic.c|PIC32_EVIC|irqchip:pic32_of_init|microchip,pic32mzda-evic
drivers/irqchip/irq-pruss-intc.c|TI_PRUSS_INTC|device:pruss_intc_driver_init|ti,icssg-intc ti,pruss-intc
drivers/irqchip/irq-rda-intc.c|RDA_INTC|irqchip:rda8810_intc_init|rda,8810pl-intc
drivers/irqchip/irq-realtek-rtl.c|MACH_REALTEK_RTL|irqchip:realtek_rtl_of_init|realtek,rtl-intc
drivers/irqchip/irq-renesas-intc-irqpin.c|RENESAS_INTC_IRQPIN|postcore:intc_irqpin_init|renesas,intc-irqpin renesas,intc-irqpin-r8a7740 renesas,intc-irqpin-r8a7778 renesas,intc-irqpin-r8a7779 renesas,intc-irqpin-sh73a0
drivers/irqchip/irq-renesas-irqc.c|RENESAS_IRQC|postcore:irqc_init|renesas,irqc
drivers/irqchip/irq-renesas-rza1.c|RENESAS_RZA1_IRQC|postcore:rza1_irqc_init|renesas,rza1-irqc
drivers/irqchip/irq-riscv-intc.c|RISCV_INTC|irqchip:riscv_intc_init|riscv,cpu-intc
drivers/irqchip/irq-sifive-plic.c|SIFIVE_PLIC|irqchip:plic_edge_init|andestech,nceplic100 thead,c900-plic
drivers/irqchip/irq-sifive-plic.c|SIFIVE_PLIC|irqchip:plic_init|riscv,plic0 sifive,plic-1.0.0
drivers/irqchip/irq-sl28cpld.c|SL28CPLD_INTC|device:sl28cpld_intc_driver_init|kontron,sl28cpld-intc
drivers/irqchip/irq-sni-exiu.c|ARCH_SYNQUACER|irqchip:exiu_dt_init|socionext,synquacer-exiu
drivers/irqchip/irq-sp7021-intc.c|SUNPLUS_SP7021_INTC|irqchip:sp_intc_init_dt|sunplus,sp7021-intc
drivers/irqchip/irq-st.c|ST_IRQCHIP|core:st_irq_syscfg_init|st,stid127-irq-syscfg st,stih407-irq-syscfg st,stih415-irq-syscfg st,stih416-irq-syscfg
drivers/irqchip/irq-stm32-exti.c|STM32_EXTI|arch:stm32_exti_arch_init|st,stm32mp1-exti st,stm32mp13-exti
drivers/irqchip/irq-stm32-exti.c|STM32_EXTI|irqchip:stm32f4_exti_of_init|st,stm32-exti
drivers/irqchip/irq-stm32-exti.c|STM32_EXTI|irqchip:stm32h7_exti_of_init|st,stm32h7-exti
drivers/irqchip/irq-sun4i.c|SUN4I_INTC|irqchip:sun4i_ic_of_init|allwinner,sun4i-a10-ic
drivers/irqchip/irq-sun4i.c|SUN4I_INTC|irqchip:suniv_ic_of_init|allwinner,suniv-f1c100s-ic
drivers/irqchip/irq-sun6i-r.c|SUN6I_R_INTC|irqchip:sun50i_h6_r_intc_init|allwinner,sun50i-h6-r-intc
drivers/irqchip/irq-sun6i-r.c|SUN6I_R_INTC|irqchip:sun6i_a31_r_intc_init|allwinner,sun6i-a31-r-intc
drivers/irqchip/irq-sunxi-nmi.c|SUNXI_NMI_INTC|irqchip:sun6i_sc_nmi_irq_init|allwinner,sun6i-a31-sc-nmi
drivers/irqchip/irq-sunxi-nmi.c|SUNXI_NMI_INTC|irqchip:sun7i_sc_nmi_irq_init|allwinner,sun7i-a20-sc-nmi
drivers/irqchip/irq-sunxi-nmi.c|SUNXI_NMI_INTC|irqchip:sun9i_nmi_irq_init|allwinner,sun9i-a80-nmi
drivers/irqchip/irq-tb10x.c|TB10X_IRQC|irqchip:of_tb10x_init_irq|abilis,tb10x-ictl
drivers/irqchip/irq-tegra.c|ARCH_TEGRA|irqchip:tegra_ictlr_init|nvidia,tegra20-ictlr nvidia,tegra210-ictlr nvidia,tegra30-ictlr
drivers/irqchip/irq-tegra.c|ARCH_TEGRA||nvidia,tegra20-ictlr nvidia,tegra210-ictlr nvidia,tegra30-ictlr
drivers/irqchip/irq-ti-sci-inta.c|TI_SCI_INTA_IRQCHIP|device:ti_sci_inta_irq_domain_driver_init|ti,sci-inta
drivers/irqchip/irq-ti-sci-intr.c|TI_SCI_INTR_IRQCHIP|device:ti_sci_intr_irq_domain_driver_init|ti,sci-intr
drivers/irqchip/irq-ts4800.c|TS4800_IRQ|device:ts4800_ic_driver_init|technologic,ts4800-irqc
drivers/irqchip/irq-uniphier-aidet.c|IRQ_UNIPHIER_AIDET|device:uniphier_aidet_driver_init|socionext,uniphier-ld11-aidet socionext,uniphier-ld20-aidet socionext,uniphier-ld4-aidet socionext,uniphier-nx1-aidet socionext,uniphier-pro4-aidet socionext,uniphier-pro5-aidet socionext,uniphier-pxs2-aidet socionext,uniphier-pxs3-aidet socionext,uniphier-sld8-aidet
drivers/irqchip/irq-versatile-fpga.c|VERSATILE_FPGA_IRQ|irqchip:fpga_irq_of_init|arm,versatile-fpga-irq arm,versatile-sic oxsemi,ox810se-rps-irq
drivers/irqchip/irq-vf610-mscm-ir.c|SOC_VF610|irqchip:vf610_mscm_ir_of_init|fsl,vf610-mscm-ir
drivers/irqchip/irq-vic.c|ARM_VIC|irqchip:vic_of_init|arm,pl190-vic arm,pl192-vic arm,versatile-vic
drivers/irqchip/irq-vt8500.c|ARCH_VT8500|irqchip:vt8500_irq_init|via,vt8500-intc
drivers/irqchip/irq-wpcm450-aic.c|WPCM450_AIC|irqchip:wpcm450_aic_of_init|nuvoton,wpcm450-aic
drivers/irqchip/irq-xilinx-intc.c|XILINX_INTC|irqchip:xilinx_intc_of_init|xlnx,opb-intc-1.00.c xlnx,xps-intc-1.00.a
drivers/irqchip/irq-xtensa-mx.c|XTENSA_MX|irqchip:xtensa_mx_init|cdns,xtensa-mx
drivers/irqchip/irq-xtensa-pic.c|XTENSA|irqchip:xtensa_pic_init|cdns,xtensa-pic
drivers/irqchip/irq-zevio.c|ARCH_NSPIRE|irqchip:zevio_of_init|lsi,zevio-intc
drivers/irqchip/spear-shirq.c|ARCH_SPEAR3XX|irqchip:spear300_shirq_of_init|st,spear300-shirq
drivers/irqchip/spear-shirq.c|ARCH_SPEAR3XX|irqchip:spear310_shirq_of_init|st,spear310-shirq
drivers/irqchip/spear-shirq.c|ARCH_SPEAR3XX|irqchip:spear320_shirq_of_init|st,spear320-shirq
drivers/leds/blink/leds-bcm63138.c|LEDS_BCM63138|device:bcm63138_leds_driver_init|brcm,bcm63138-leds
drivers/leds/blink/leds-lgm-sso.c|LEDS_LGM|device:intel_sso_led_driver_init|intel,lgm-ssoled
drivers/leds/flash/leds-aat1290.c|LEDS_AAT1290|device:aat1290_led_driver_init|skyworks,aat1290
drivers/leds/flash/leds-as3645a.c|LEDS_AS3645A|device:as3645a_i2c_driver_init|ams,as3645a
drivers/leds/flash/leds-ktd2692.c|LEDS_KTD2692|device:ktd2692_driver_init|kinetic,ktd2692
drivers/leds/flash/leds-lm3601x.c|LEDS_LM3601X|device:lm3601x_i2c_driver_init|ti,lm36010 ti,lm36011
drivers/leds/flash/leds-max77693.c|LEDS_MAX77693|device:max77693_led_driver_init|maxim,max77693-led
drivers/leds/flash/leds-rt8515.c|LEDS_RT8515|device:rt8515_driver_init|richtek,rt8515
drivers/leds/flash/leds-sgm3140.c|LEDS_SGM3140|device:sgm3140_driver_init|ocs,ocp8110 sgmicro,sgm3140
drivers/leds/leds-an30259a.c|LEDS_AN30259A|device:an30259a_driver_init|panasonic,an30259a
drivers/leds/leds-aw2013.c|LEDS_AW2013|device:aw2013_driver_init|awinic,aw2013
drivers/leds/leds-bcm6328.c|LEDS_BCM6328|device:bcm6328_leds_driver_init|brcm,bcm6328-leds
drivers/leds/leds-bcm6358.c|LEDS_BCM6358|device:bcm6358_leds_driver_init|brcm,bcm6358-leds
drivers/leds/leds-cpcap.c|LEDS_CPCAP|device:cpcap_led_driver_init|motorola,cpcap-led-adl motorola,cpcap-led-blue motorola,cpcap-led-cp motorola,cpcap-led-green motorola,cpcap-led-red
drivers/leds/leds-cr0014114.c|LEDS_CR0014114|device:cr0014114_driver_init|crane,cr0014114
drivers/leds/leds-el15203000.c|LEDS_EL15203000|device:el15203000_driver_init|crane,el15203000
drivers/leds/leds-gpio.c|LEDS_GPIO|device:gpio_led_driver_init|gpio-leds
drivers/leds/leds-is31fl319x.c|LEDS_IS31FL319X|device:is31fl319x_driver_init|issi,is31fl3190 issi,is31fl3191 issi,is31fl3193 issi,is31fl3196 issi,is31fl3199 si-en,sn3190 si-en,sn3191 si-en,sn3193 si-en,sn3196 si-en,sn3199
drivers/leds/leds-is31fl32xx.c|LEDS_IS31FL32XX|device:is31fl32xx_driver_init|issi,is31fl3216 issi,is31fl3218 issi,is31fl3235 issi,is31fl3236 si-en,sn3216 si-en,sn3218
drivers/leds/leds-lm3532.c|LEDS_LM3532|device:lm3532_i2c_driver_init|ti,lm3532
drivers/leds/leds-lm36274.c|LEDS_LM36274|device:lm36274_driver_init|ti,lm36274-backlight
drivers/leds/leds-lm3692x.c|LEDS_LM3692X|device:lm3692x_driver_init|ti,lm36922 ti,lm36923
drivers/leds/leds-lm3697.c|LEDS_LM3697|device:lm3697_driver_init|ti,lm3697
drivers/leds/leds-lp50xx.c|LEDS_LP50XX|device:lp50xx_driver_init|ti,lp5009 ti,lp5012 ti,lp5018 ti,lp5024 ti,lp5030 ti,lp5036
drivers/leds/leds-lp5521.c|LEDS_LP5521|device:lp5521_driver_init|national,lp5521
drivers/leds/leds-lp5523.c|LEDS_LP5523|device:lp5523_driver_init|national,lp5523 ti,lp55231
drivers/leds/leds-lp5562.c|LEDS_LP5562|device:lp5562_driver_init|ti,lp5562
drivers/leds/leds-lp8501.c|LEDS_LP8501|device:lp8501_driver_init|ti,lp8501
drivers/leds/leds-lp8860.c|LEDS_LP8860|device:lp8860_driver_init|ti,lp8860
drivers/leds/leds-lt3593.c|LEDS_LT3593|device:lt3593_led_driver_init|lltc,lt3593
drivers/leds/leds-max77650.c|LEDS_MAX77650|device:max77650_led_driver_init|maxim,max77650-led
drivers/leds/leds-mt6323.c|LEDS_MT6323|device:mt6323_led_driver_init|mediatek,mt6323-led
drivers/leds/leds-netxbig.c|LEDS_NETXBIG|device:netxbig_led_driver_init|lacie,netxbig-leds
drivers/leds/leds-ns2.c|LEDS_NS2|device:ns2_led_driver_init|lacie,ns2-leds
drivers/leds/leds-pca9532.c|LEDS_PCA9532|device:pca9532_driver_init|nxp,pca9530 nxp,pca9531 nxp,pca9532 nxp,pca9533
drivers/leds/leds-pca955x.c|LEDS_PCA955X|device:pca955x_driver_init|ibm,pca9552 nxp,pca9550 nxp,pca9551 nxp,pca9552 nxp,pca9553
drivers/leds/leds-pca963x.c|LEDS_PCA963X|device:pca963x_driver_init|nxp,pca9632 nxp,pca9633 nxp,pca9634 nxp,pca9635
drivers/leds/leds-pm8058.c|LEDS_PM8058|device:pm8058_led_driver_init|qcom,pm8058-flash-led qcom,pm8058-keypad-led qcom,pm8058-led
drivers/leds/leds-powernv.c|LEDS_POWERNV|device:powernv_led_driver_init|ibm,opal-v3-led
drivers/leds/leds-pwm.c|LEDS_PWM|device:led_pwm_driver_init|pwm-leds
drivers/leds/leds-regulator.c|LEDS_REGULATOR|device:regulator_led_driver_init|regulator-led
drivers/leds/leds-sc27xx-bltc.c|LEDS_SC27XX_BLTC|device:sc27xx_led_driver_init|sprd,sc2731-bltc
drivers/leds/leds-spi-byte.c|LEDS_SPI_BYTE|device:spi_byte_driver_init|ubnt,acb-spi-led
drivers/leds/leds-syscon.c|LEDS_SYSCON|device:syscon_led_driver_init|register-bit-led
drivers/leds/leds-tlc591xx.c|LEDS_TLC591XX|device:tlc591xx_driver_init|ti,tlc59108 ti,tlc59116
drivers/leds/leds-turris-omnia.c|LEDS_TURRIS_OMNIA|device:omnia_leds_driver_init|cznic,turris-omnia-leds
drivers/leds/rgb/leds-pwm-multicolor.c|LEDS_PWM_MULTICOLOR|device:led_pwm_mc_driver_init|pwm-leds-multicolor
drivers/leds/rgb/leds-qcom-lpg.c|LEDS_QCOM_LPG|device:lpg_driver_init|qcom,pm8150b-lpg qcom,pm8150l-lpg qcom,pm8350c-pwm qcom,pm8916-pwm qcom,pm8941-lpg qcom,pm8994-lpg qcom,pmc8180c-lpg qcom,pmi8994-lpg qcom,pmi8998-lpg
drivers/macintosh/mediabay.c|PMAC_MEDIABAY|device:media_bay_init|heathrow-media-bay keylargo-media-bay ohare-media-bay
drivers/macintosh/therm_windtunnel.c|THERM_WINDTUNNEL|device:g4fan_init|adm1030
drivers/macintosh/windfarm_ad7417_sensor.c|WINDFARM_PM72|device:wf_ad7417_init|ad7417
drivers/macintosh/windfarm_fcu_controls.c|WINDFARM_PM72|device:wf_fcu_driver_init|fcu
drivers/macintosh/windfarm_lm75_sensor.c|WINDFARM_PM72|device:wf_lm75_driver_init|ds1775 lm75
drivers/macintosh/windfarm_lm87_sensor.c|WINDFARM_RM31|device:wf_lm87_sensor_init|lm87cimt
drivers/macintosh/windfarm_max6690_sensor.c|WINDFARM_PM72|device:wf_max6690_driver_init|max6690
drivers/macintosh/windfarm_smu_sat.c|WINDFARM_PM112|device:wf_sat_driver_init|smu-sat
drivers/mailbox/apple-mailbox.c|APPLE_MAILBOX|device:apple_mbox_driver_init|apple,asc-mailbox-v4 apple,m3-mailbox-v2
drivers/mailbox/armada-37xx-rwtm-mailbox.c|ARMADA_37XX_RWTM_MBOX|device:armada_37xx_mbox_driver_init|marvell,armada-3700-rwtm-mailbox
drivers/mailbox/bcm-flexrm-mailbox.c|BCM_FLEXRM_MBOX|device:flexrm_mbox_driver_init|brcm,iproc-flexrm-mbox
drivers/mailbox/bcm-pdc-mailbox.c|BCM_PDC_MBOX|device:pdc_mbox_driver_init|brcm,iproc-fa2-mbox brcm,iproc-pdc-mbox
drivers/mailbox/bcm2835-mailbox.c|BCM2835_MBOX|device:bcm2835_mbox_driver_init|brcm,bcm2835-mbox
drivers/mailbox/hi3660-mailbox.c|HI3660_MBOX|core:hi3660_mbox_init|hisilicon,hi3660-mbox
drivers/mailbox/hi6220-mailbox.c|HI6220_MBOX|core:hi6220_mbox_init|hisilicon,hi6220-mbox
drivers/mailbox/imx-mailbox.c|IMX_MBOX|device:imx_mu_driver_init|fsl,imx6sx-mu fsl,imx7ulp-mu fsl,imx8-mu-scu fsl,imx8-mu-seco fsl,imx8ulp-mu fsl,imx8ulp-mu-s4 fsl,imx93-mu-s4
drivers/mailbox/mailbox-altera.c|ALTERA_MBOX|device:altera_mbox_driver_init|altr,mailbox-1.0
drivers/mailbox/mailbox-mpfs.c|POLARFIRE_SOC_MAILBOX|device:mpfs_mbox_driver_init|microchip,mpfs-mailbox
drivers/mailbox/mailbox-sti.c|STI_MBOX|device:sti_mbox_driver_init|st,stih407-mailbox
drivers/mailbox/mailbox-test.c|MAILBOX_TEST|device:mbox_test_driver_init|mailbox-test
drivers/mailbox/mailbox-xgene-slimpro.c|XGENE_SLIMPRO_MBOX|subsys:slimpro_mbox_init|apm,xgene-slimpro-mbox
drivers/mailbox/mtk-adsp-mailbox.c|MTK_ADSP_MBOX|device:mtk_adsp_mbox_driver_init|mediatek,mt8186-adsp-mbox mediatek,mt8195-adsp-mbox
drivers/mailbox/mtk-cmdq-mailbox.c|MTK_CMDQ_MBOX|subsys:cmdq_drv_init|mediatek,mt6779-gce mediatek,mt8173-gce mediatek,mt8183-gce mediatek,mt8192-gce mediatek,mt8195-gce
drivers/mailbox/omap-mailbox.c|OMAP2PLUS_MBOX|subsys:omap_mbox_init|ti,am64-mailbox ti,am654-mailbox ti,omap2-mailbox ti,omap3-mailbox ti,omap4-mailbox
drivers/mailbox/platform_mhu.c|PLATFORM_MHU|device:platform_mhu_driver_init|amlogic,meson-gxbb-mhu
drivers/mailbox/qcom-apcs-ipc-mailbox.c|QCOM_APCS_IPC|postcore:qcom_apcs_ipc_init|qcom,ipq6018-apcs-apps-global qcom,ipq8074-apcs-apps-global qcom,msm8916-apcs-kpss-global qcom,msm8939-apcs-kpss-global qcom,msm8953-apcs-kpss-global qcom,msm8976-apcs-kpss-global qcom,msm8994-apcs-kpss-global qcom,msm8996-apcs-hmss-global qcom,msm8998-apcs-hmss-global qcom,qcm2290-apcs-hmss-global qcom,qcs404-apcs-apps-global qcom,sc7180-apss-shared qcom,sc8180x-apss-shared qcom,sdm660-apcs-hmss-global qcom,sdm845-apss-shared qcom,sdx55-apcs-gcc qcom,sm6115-apcs-hmss-global qcom,sm6125-apcs-hmss-global qcom,sm8150-apss-shared
drivers/mailbox/qcom-ipcc.c|QCOM_IPCC|arch:qcom_ipcc_init|qcom,ipcc
drivers/mailbox/rockchip-mailbox.c|ROCKCHIP_MBOX|device:rockchip_mbox_driver_init|rockchip,rk3368-mailbox
drivers/mailbox/sprd-mailbox.c|SPRD_MBOX|device:sprd_mbox_driver_init|sprd,sc9860-mailbox sprd,sc9863a-mailbox
drivers/mailbox/stm32-ipcc.c|STM32_IPCC|device:stm32_ipcc_driver_init|st,stm32mp1-ipcc
drivers/mailbox/sun6i-msgbox.c|SUN6I_MSGBOX|device:sun6i_msgbox_driver_init|allwinner,sun6i-a31-msgbox
drivers/mailbox/tegra-hsp.c|TEGRA_HSP_MBOX|core:tegra_hsp_init|nvidia,tegra186-hsp nvidia,tegra194-hsp nvidia,tegra234-hsp
drivers/mailbox/ti-msgmgr.c|TI_MESSAGE_MANAGER|device:ti_msgmgr_driver_init|ti,am654-secure-proxy ti,k2g-message-manager
drivers/mailbox/zynqmp-ipi-mailbox.c|ZYNQMP_IPI_MBOX|subsys:zynqmp_ipi_init|xlnx,zynqmp-ipi-mailbox
drivers/media/cec/i2c/ch7322.c|CEC_CH7322|device:ch7322_i2c_driver_init|chrontel,ch7322
drivers/media/cec/platform/cec-gpio/cec-gpio.c|CEC_GPIO|device:cec_gpio_pdrv_init|cec-gpio
drivers/media/cec/platform/meson/ao-cec-g12a.c|CEC_MESON_G12A_AO|device:meson_ao_cec_g12a_driver_init|amlogic,meson-g12a-ao-cec amlogic,meson-sm1-ao-cec
drivers/media/cec/platform/meson/ao-cec.c|CEC_MESON_AO|device:meson_ao_cec_driver_init|amlogic,meson-gx-ao-cec
drivers/media/cec/platform/s5p/s5p_cec.c|CEC_SAMSUNG_S5P|device:s5p_cec_pdrv_init|samsung,s5p-cec
drivers/media/cec/platform/sti/stih-cec.c|CEC_STI|device:stih_cec_pdrv_init|st,stih-cec
drivers/media/cec/platform/stm32/stm32-cec.c|CEC_STM32|device:stm32_cec_driver_init|st,stm32-cec
drivers/media/cec/platform/tegra/tegra_cec.c|CEC_TEGRA|device:tegra_cec_driver_init|nvidia,tegra114-cec nvidia,tegra124-cec nvidia,tegra210-cec
drivers/media/dvb-frontends/mn88443x.c|DVB_MN88443X|device:mn88443x_driver_init|socionext,mn884433 socionext,mn884434-0 socionext,mn884434-1
drivers/media/i2c/ad5820.c|VIDEO_AD5820|device:ad5820_i2c_driver_init|adi,ad5820 adi,ad5821
drivers/media/i2c/adv7180.c|VIDEO_ADV7180|device:adv7180_driver_init|adi,adv7180 adi,adv7180cp adi,adv7180st adi,adv7182 adi,adv7280 adi,adv7280-m adi,adv7281 adi,adv7281-m adi,adv7281-ma adi,adv7282 adi,adv7282-m
drivers/media/i2c/adv7343.c|VIDEO_ADV7343|device:adv7343_driver_init|adi,adv7343
drivers/media/i2c/adv748x/adv748x-core.c|VIDEO_ADV748X|device:adv748x_driver_init|adi,adv7481 adi,adv7482
drivers/media/i2c/adv7604.c|VIDEO_ADV7604|device:adv76xx_driver_init|adi,adv7610 adi,adv7611 adi,adv7612
drivers/media/i2c/ak7375.c|VIDEO_AK7375|device:ak7375_i2c_driver_init|asahi-kasei,ak7375
drivers/media/i2c/ar0521.c|VIDEO_AR0521|device:ar0521_i2c_driver_init|onnn,ar0521
drivers/media/i2c/ccs/ccs-core.c|VIDEO_CCS|device:ccs_module_init|mipi-ccs mipi-ccs-1.0 mipi-ccs-1.1 nokia,smia
drivers/media/i2c/dw9714.c|VIDEO_DW9714|device:dw9714_i2c_driver_init|dongwoon,dw9714
drivers/media/i2c/dw9768.c|VIDEO_DW9768|device:dw9768_i2c_driver_init|dongwoon,dw9768 giantec,gt9769
drivers/media/i2c/dw9807-vcm.c|VIDEO_DW9807_VCM|device:dw9807_i2c_driver_init|dongwoon,dw9807 dongwoon,dw9807-vcm
drivers/media/i2c/et8ek8/et8ek8_driver.c|VIDEO_ET8EK8|device:et8ek8_i2c_driver_init|toshiba,et8ek8
drivers/media/i2c/hi846.c|VIDEO_HI846|device:hi846_i2c_driver_init|hynix,hi846
drivers/media/i2c/imx214.c|VIDEO_IMX214|device:imx214_i2c_driver_init|sony,imx214
drivers/media/i2c/imx219.c|VIDEO_IMX219|device:imx219_i2c_driver_init|sony,imx219
drivers/media/i2c/imx258.c|VIDEO_IMX258|device:imx258_i2c_driver_init|sony,imx258
drivers/media/i2c/imx274.c|VIDEO_IMX274|device:imx274_i2c_driver_init|sony,imx274
drivers/media/i2c/imx290.c|VIDEO_IMX290|device:imx290_i2c_driver_init|sony,imx290
drivers/media/i2c/imx334.c|VIDEO_IMX334|device:imx334_driver_init|sony,imx334
drivers/media/i2c/imx335.c|VIDEO_IMX335|device:imx335_driver_init|sony,imx335
drivers/media/i2c/imx412.c|VIDEO_IMX412|device:imx412_driver_init|sony,imx412
drivers/media/i2c/isl7998x.c|VIDEO_ISL7998X|device:isl7998x_i2c_driver_init|isil,isl79987
drivers/media/i2c/max2175.c|SDR_MAX2175|device:max2175_driver_init|maxim,max2175
drivers/media/i2c/max9286.c|VIDEO_MAX9286|device:max9286_i2c_driver_init|maxim,max9286
drivers/media/i2c/mt9m001.c|VIDEO_MT9M001|device:mt9m001_i2c_driver_init|onnn,mt9m001
drivers/media/i2c/mt9m111.c|VIDEO_MT9M111|device:mt9m111_i2c_driver_init|micron,mt9m111
drivers/media/i2c/mt9p031.c|VIDEO_MT9P031|device:mt9p031_i2c_driver_init|aptina,mt9p006 aptina,mt9p031 aptina,mt9p031m
drivers/media/i2c/mt9v032.c|VIDEO_MT9V032|device:mt9v032_driver_init|aptina,mt9v022 aptina,mt9v022m aptina,mt9v024 aptina,mt9v024m aptina,mt9v032 aptina,mt9v032m aptina,mt9v034 aptina,mt9v034m
drivers/media/i2c/mt9v111.c|VIDEO_MT9V111|device:mt9v111_driver_init|aptina,mt9v111
drivers/media/i2c/ov02a10.c|VIDEO_OV02A10|device:ov02a10_i2c_driver_init|ovti,ov02a10
drivers/media/i2c/ov2640.c|VIDEO_OV2640|device:ov2640_i2c_driver_init|ovti,ov2640
drivers/media/i2c/ov2659.c|VIDEO_OV2659|device:ov2659_i2c_driver_init|ovti,ov2659
drivers/media/i2c/ov2680.c|VIDEO_OV2680|device:ov2680_i2c_driver_init|ovti,ov2680
drivers/media/i2c/ov2685.c|VIDEO_OV2685|device:ov2685_i2c_driver_init|ovti,ov2685
drivers/media/i2c/ov5640.c|VIDEO_OV5640|device:ov5640_i2c_driver_init|ovti,ov5640
drivers/media/i2c/ov5645.c|VIDEO_OV5645|device:ov5645_i2c_driver_init|ovti,ov5645
drivers/media/i2c/ov5647.c|VIDEO_OV5647|device:ov5647_driver_init|ovti,ov5647
drivers/media/i2c/ov5648.c|VIDEO_OV5648|device:ov5648_driver_init|ovti,ov5648
drivers/media/i2c/ov5693.c|VIDEO_OV5693|device:ov5693_driver_init|ovti,ov5693
drivers/media/i2c/ov5695.c|VIDEO_OV5695|device:ov5695_i2c_driver_init|ovti,ov5695
drivers/media/i2c/ov7251.c|VIDEO_OV7251|device:ov7251_i2c_driver_init|ovti,ov7251
drivers/media/i2c/ov7670.c|VIDEO_OV7670|device:ov7670_driver_init|ovti,ov7670
drivers/media/i2c/ov772x.c|VIDEO_OV772X|device:ov772x_i2c_driver_init|ovti,ov7720 ovti,ov7725
drivers/media/i2c/ov7740.c|VIDEO_OV7740|device:ov7740_i2c_driver_init|ovti,ov7740
drivers/media/i2c/ov8856.c|VIDEO_OV8856|device:ov8856_i2c_driver_init|ovti,ov8856
drivers/media/i2c/ov8865.c|VIDEO_OV8865|device:ov8865_driver_init|ovti,ov8865
drivers/media/i2c/ov9282.c|VIDEO_OV9282|device:ov9282_driver_init|ovti,ov9282
drivers/media/i2c/ov9650.c|VIDEO_OV9650|device:ov965x_i2c_driver_init|ovti,ov9650 ovti,ov9652
drivers/media/i2c/rdacm20.c|VIDEO_RDACM20|device:rdacm20_i2c_driver_init|imi,rdacm20
drivers/media/i2c/rdacm21.c|VIDEO_RDACM21|device:rdacm21_i2c_driver_init|imi,rdacm21
drivers/media/i2c/s5c73m3/s5c73m3-core.c|VIDEO_S5C73M3|device:s5c73m3_i2c_driver_init|samsung,s5c73m3
drivers/media/i2c/s5c73m3/s5c73m3-spi.c|VIDEO_S5C73M3|device:s5c73m3_i2c_driver_init|samsung,s5c73m3
drivers/media/i2c/s5k5baf.c|VIDEO_S5K5BAF|device:s5k5baf_i2c_driver_init|samsung,s5k5baf
drivers/media/i2c/s5k6a3.c|VIDEO_S5K6A3|device:s5k6a3_driver_init|samsung,s5k6a3
drivers/media/i2c/st-mipid02.c|VIDEO_ST_MIPID02|device:mipid02_i2c_driver_init|st,st-mipid02
drivers/media/i2c/tc358743.c|VIDEO_TC358743|device:tc358743_driver_init|toshiba,tc358743
drivers/media/i2c/tda1997x.c|VIDEO_TDA1997X|device:tda1997x_i2c_driver_init|nxp,tda19971 nxp,tda19973
drivers/media/i2c/ths8200.c|VIDEO_THS8200|device:ths8200_driver_init|ti,ths8200
drivers/media/i2c/tvp514x.c|VIDEO_TVP514X|device:tvp514x_driver_init|ti,tvp5146 ti,tvp5146m2 ti,tvp5147 ti,tvp5147m1
drivers/media/i2c/tvp5150.c|VIDEO_TVP5150|device:tvp5150_driver_init|ti,tvp5150
drivers/media/i2c/tvp7002.c|VIDEO_TVP7002|device:tvp7002_driver_init|ti,tvp7002
drivers/media/i2c/video-i2c.c|VIDEO_I2C|device:video_i2c_driver_init|melexis,mlx90640 panasonic,amg88xx
drivers/media/platform/allegro-dvt/allegro-core.c|VIDEO_ALLEGRO_DVT|device:allegro_driver_init|allegro,al5e-1.1
drivers/media/platform/amlogic/meson-ge2d/ge2d.c|VIDEO_MESON_GE2D|device:ge2d_drv_init|amlogic,axg-ge2d
drivers/media/platform/amphion/vpu_core.c|VIDEO_AMPHION_VPU|device:vpu_driver_init|nxp,imx8q-vpu-decoder nxp,imx8q-vpu-encoder
drivers/media/platform/amphion/vpu_drv.c|VIDEO_AMPHION_VPU|device:vpu_driver_init|nxp,imx8qm-vpu nxp,imx8qxp-vpu
drivers/media/platform/aspeed/aspeed-video.c|VIDEO_ASPEED|device:aspeed_video_driver_init|aspeed,ast2400-video-engine aspeed,ast2500-video-engine aspeed,ast2600-video-engine
drivers/media/platform/atmel/atmel-isi.c|VIDEO_ATMEL_ISI|device:atmel_isi_driver_init|atmel,at91sam9g45-isi
drivers/media/platform/atmel/atmel-sama5d2-isc.c|VIDEO_ATMEL_ISC|device:atmel_isc_driver_init|atmel,sama5d2-isc
drivers/media/platform/atmel/atmel-sama7g5-isc.c|VIDEO_ATMEL_XISC|device:microchip_xisc_driver_init|microchip,sama7g5-isc
drivers/media/platform/atmel/microchip-csi2dc.c|VIDEO_MICROCHIP_CSI2DC|device:csi2dc_driver_init|microchip,sama7g5-csi2dc
drivers/media/platform/cadence/cdns-csi2rx.c|VIDEO_CADENCE_CSI2RX|device:csi2rx_driver_init|cdns,csi2rx
drivers/media/platform/cadence/cdns-csi2tx.c|VIDEO_CADENCE_CSI2TX|device:csi2tx_driver_init|cdns,csi2tx cdns,csi2tx-1.3 cdns,csi2tx-2.1
drivers/media/platform/chips-media/coda-common.c|VIDEO_CODA|device:coda_driver_init|fsl,imx27-vpu fsl,imx51-vpu fsl,imx53-vpu fsl,imx6dl-vpu fsl,imx6q-vpu
drivers/media/platform/chips-media/imx-vdoa.c|VIDEO_IMX_VDOA|device:vdoa_driver_init|fsl,imx6q-vdoa
drivers/media/platform/intel/pxa_camera.c|VIDEO_PXA27x|device:pxa_camera_driver_init|marvell,pxa270-qci
drivers/media/platform/marvell/mmp-driver.c|VIDEO_MMP_CAMERA|device:mmpcam_driver_init|marvell,mmp2-ccic
drivers/media/platform/mediatek/jpeg/mtk_jpeg_core.c|VIDEO_MEDIATEK_JPEG|device:mtk_jpeg_driver_init|mediatek,mt2701-jpgdec mediatek,mt8173-jpgdec mediatek,mtk-jpgenc
drivers/media/platform/mediatek/mdp/mtk_mdp_core.c|VIDEO_MEDIATEK_MDP|device:mtk_mdp_driver_init|mediatek,mt8173-mdp mediatek,mt8173-mdp-rdma mediatek,mt8173-mdp-rsz mediatek,mt8173-mdp-wdma mediatek,mt8173-mdp-wrot
drivers/media/platform/mediatek/mdp3/mtk-mdp3-comp.c|VIDEO_MEDIATEK_MDP3|device:mdp_driver_init|mediatek,mt8183-mdp3-ccorr mediatek,mt8183-mdp3-rdma mediatek,mt8183-mdp3-rsz mediatek,mt8183-mdp3-wdma mediatek,mt8183-mdp3-wrot
drivers/media/platform/mediatek/mdp3/mtk-mdp3-core.c|VIDEO_MEDIATEK_MDP3|device:mdp_driver_init|mediatek,mt8183-disp-mutex mediatek,mt8183-mdp3-rdma mediatek,mt8183-mmsys mediatek,mt8183-scp
drivers/media/platform/mediatek/vcodec/mtk_vcodec_dec_drv.c|VIDEO_MEDIATEK_VCODEC|device:mtk_vcodec_dec_driver_init|mediatek,mt8173-vcodec-dec mediatek,mt8183-vcodec-dec mediatek,mt8186-vcodec-dec mediatek,mt8188-vcodec-dec mediatek,mt8192-vcodec-dec mediatek,mt8195-vcodec-dec
drivers/media/platform/mediatek/vcodec/mtk_vcodec_dec_hw.c|VIDEO_MEDIATEK_VCODEC|device:mtk_vdec_driver_init|mediatek,mtk-vcodec-core mediatek,mtk-vcodec-lat mediatek,mtk-vcodec-lat-soc
drivers/media/platform/mediatek/vcodec/mtk_vcodec_enc_drv.c|VIDEO_MEDIATEK_VCODEC|device:mtk_vcodec_enc_driver_init|mediatek,mt8173-vcodec-enc mediatek,mt8173-vcodec-enc-vp8 mediatek,mt8183-vcodec-enc mediatek,mt8188-vcodec-enc mediatek,mt8192-vcodec-enc mediatek,mt8195-vcodec-enc
drivers/media/platform/mediatek/vpu/mtk_vpu.c|VIDEO_MEDIATEK_VPU|device:mtk_vpu_driver_init|mediatek,mt8173-vpu
drivers/media/platform/nvidia/tegra-vde/vde.c|VIDEO_TEGRA_VDE|device:tegra_vde_driver_init|nvidia,tegra114-vde nvidia,tegra124-vde nvidia,tegra20-vde nvidia,tegra30-vde
drivers/media/platform/nxp/dw100/dw100.c|VIDEO_DW100|device:dw100_driver_init|nxp,imx8mp-dw100
drivers/media/platform/nxp/imx-jpeg/mxc-jpeg.c|VIDEO_IMX8_JPEG|device:mxc_jpeg_driver_init|nxp,imx8qxp-jpgdec nxp,imx8qxp-jpgenc
drivers/media/platform/nxp/imx-mipi-csis.c|VIDEO_IMX_MIPI_CSIS|device:mipi_csis_driver_init|fsl,imx7-mipi-csi2 fsl,imx8mm-mipi-csi2
drivers/media/platform/nxp/imx-pxp.c|VIDEO_IMX_PXP|device:pxp_driver_init|fsl,imx6ull-pxp
drivers/media/platform/qcom/camss/camss.c|VIDEO_QCOM_CAMSS|device:qcom_camss_driver_init|qcom,msm8916-camss qcom,msm8996-camss qcom,sdm660-camss qcom,sdm845-camss qcom,sm8250-camss
drivers/media/platform/qcom/venus/core.c|VIDEO_QCOM_VENUS|device:qcom_venus_driver_init|qcom,msm8916-venus qcom,msm8996-venus qcom,sc7180-venus qcom,sc7280-venus qcom,sdm660-venus qcom,sdm845-venus qcom,sdm845-venus-v2 qcom,sm8250-venus
drivers/media/platform/qcom/venus/vdec.c|VIDEO_QCOM_VENUS|device:qcom_venus_dec_driver_init|venus-decoder
drivers/media/platform/qcom/venus/venc.c|VIDEO_QCOM_VENUS|device:qcom_venus_enc_driver_init|venus-encoder
drivers/media/platform/renesas/rcar-fcp.c|VIDEO_RENESAS_FCP|device:rcar_fcp_platform_driver_init|renesas,fcpf renesas,fcpv
drivers/media/platform/renesas/rcar-isp.c|VIDEO_RCAR_ISP|device:rcar_isp_driver_init|renesas,r8a779a0-isp
drivers/media/platform/renesas/rcar-vin/rcar-core.c|VIDEO_RCAR_VIN|device:rcar_vin_driver_init|renesas,rcar-gen2-vin renesas,vin-r8a774a1 renesas,vin-r8a774b1 renesas,vin-r8a774c0 renesas,vin-r8a774e1 renesas,vin-r8a7778 renesas,vin-r8a7779 renesas,vin-r8a7795 renesas,vin-r8a7796 renesas,vin-r8a77961 renesas,vin-r8a77965 renesas,vin-r8a77970 renesas,vin-r8a77980 renesas,vin-r8a77990 renesas,vin-r8a77995 renesas,vin-r8a779a0
drivers/media/platform/renesas/rcar-vin/rcar-csi2.c|VIDEO_RCAR_CSI2|device:rcar_csi2_pdrv_init|renesas,r8a774a1-csi2 renesas,r8a774b1-csi2 renesas,r8a774c0-csi2 renesas,r8a774e1-csi2 renesas,r8a7795-csi2 renesas,r8a7796-csi2 renesas,r8a77961-csi2 renesas,r8a77965-csi2 renesas,r8a77970-csi2 renesas,r8a77980-csi2 renesas,r8a77990-csi2 renesas,r8a779a0-csi2
drivers/media/platform/renesas/rcar_drif.c|VIDEO_RCAR_DRIF|device:rcar_drif_driver_init|renesas,rcar-gen3-drif
drivers/media/platform/renesas/rcar_fdp1.c|VIDEO_RENESAS_FDP1|device:fdp1_pdrv_init|renesas,fdp1
drivers/media/platform/renesas/rcar_jpu.c|VIDEO_RENESAS_JPU|device:jpu_driver_init|renesas,jpu-r8a7790 renesas,jpu-r8a7791 renesas,jpu-r8a7792 renesas,jpu-r8a7793 renesas,rcar-gen2-jpu
drivers/media/platform/renesas/renesas-ceu.c|VIDEO_RENESAS_CEU|device:ceu_driver_init|renesas,r7s72100-ceu renesas,r8a7740-ceu
drivers/media/platform/renesas/vsp1/vsp1_drv.c|VIDEO_RENESAS_VSP1|device:vsp1_platform_driver_init|renesas,r9a07g044-vsp2 renesas,vsp1 renesas,vsp2
drivers/media/platform/rockchip/rga/rga.c|VIDEO_ROCKCHIP_RGA|device:rga_pdrv_init|rockchip,rk3288-rga rockchip,rk3399-rga
drivers/media/platform/rockchip/rkisp1/rkisp1-dev.c|VIDEO_ROCKCHIP_ISP1|device:rkisp1_drv_init|rockchip,px30-cif-isp rockchip,rk3399-cif-isp
drivers/media/platform/samsung/exynos-gsc/gsc-core.c|VIDEO_SAMSUNG_EXYNOS_GSC|device:gsc_driver_init|samsung,exynos5-gsc samsung,exynos5250-gsc samsung,exynos5420-gsc samsung,exynos5433-gsc
drivers/media/platform/samsung/exynos4-is/fimc-core.c|VIDEO_S5P_FIMC|device:fimc_md_init|samsung,exynos4210-fimc samsung,exynos4212-fimc samsung,s5pv210-fimc
drivers/media/platform/samsung/exynos4-is/fimc-is-sensor.c|VIDEO_EXYNOS4_FIMC_IS|device:fimc_is_module_init|samsung,s5k6a3
drivers/media/platform/samsung/exynos4-is/fimc-is.c|VIDEO_EXYNOS4_FIMC_IS|device:fimc_is_module_init|samsung,exynos4212-fimc-is
drivers/media/platform/samsung/exynos4-is/fimc-lite.c|VIDEO_EXYNOS_FIMC_LITE|device:fimc_lite_driver_init|samsung,exynos4212-fimc-lite samsung,exynos5250-fimc-lite
drivers/media/platform/samsung/exynos4-is/media-dev.c|VIDEO_S5P_FIMC|device:fimc_md_init|samsung,fimc
drivers/media/platform/samsung/exynos4-is/mipi-csis.c|VIDEO_S5P_MIPI_CSIS|device:s5pcsis_driver_init|samsung,exynos4210-csis samsung,exynos5250-csis samsung,s5pv210-csis
drivers/media/platform/samsung/s5p-g2d/g2d.c|VIDEO_SAMSUNG_S5P_G2D|device:g2d_pdrv_init|samsung,exynos4212-g2d samsung,s5pv210-g2d
drivers/media/platform/samsung/s5p-jpeg/jpeg-core.c|VIDEO_SAMSUNG_S5P_JPEG|device:s5p_jpeg_driver_init|samsung,exynos3250-jpeg samsung,exynos4210-jpeg samsung,exynos4212-jpeg samsung,exynos5420-jpeg samsung,exynos5433-jpeg samsung,s5pv210-jpeg
drivers/media/platform/samsung/s5p-mfc/s5p_mfc.c|VIDEO_SAMSUNG_S5P_MFC|device:s5p_mfc_driver_init|samsung,exynos3250-mfc samsung,exynos5433-mfc samsung,mfc-v10 samsung,mfc-v5 samsung,mfc-v6 samsung,mfc-v7 samsung,mfc-v8
drivers/media/platform/st/sti/bdisp/bdisp-v4l2.c|VIDEO_STI_BDISP|device:bdisp_driver_init|st,stih407-bdisp
drivers/media/platform/st/sti/c8sectpfe/c8sectpfe-core.c|DVB_C8SECTPFE|device:c8sectpfe_driver_init|st,stih407-c8sectpfe
drivers/media/platform/st/sti/delta/delta-v4l2.c|VIDEO_STI_DELTA_DRIVER|device:delta_driver_init|st,st-delta
drivers/media/platform/st/sti/hva/hva-v4l2.c|VIDEO_STI_HVA|device:hva_driver_init|st,st-hva
drivers/media/platform/st/stm32/dma2d/dma2d.c|VIDEO_STM32_DMA2D|device:dma2d_pdrv_init|st,stm32-dma2d
drivers/media/platform/st/stm32/stm32-dcmi.c|VIDEO_STM32_DCMI|device:stm32_dcmi_driver_init|st,stm32-dcmi
drivers/media/platform/sunxi/sun4i-csi/sun4i_csi.c|VIDEO_SUN4I_CSI|device:sun4i_csi_driver_init|allwinner,sun4i-a10-csi1 allwinner,sun7i-a20-csi0
drivers/media/platform/sunxi/sun6i-csi/sun6i_csi.c|VIDEO_SUN6I_CSI|device:sun6i_csi_platform_driver_init|allwinner,sun50i-a64-csi allwinner,sun6i-a31-csi allwinner,sun8i-a83t-csi allwinner,sun8i-h3-csi allwinner,sun8i-v3s-csi
drivers/media/platform/sunxi/sun6i-mipi-csi2/sun6i_mipi_csi2.c|VIDEO_SUN6I_MIPI_CSI2|device:sun6i_mipi_csi2_platform_driver_init|allwinner,sun6i-a31-mipi-csi2
drivers/media/platform/sunxi/sun8i-a83t-mipi-csi2/sun8i_a83t_mipi_csi2.c|VIDEO_SUN8I_A83T_MIPI_CSI2|device:sun8i_a83t_mipi_csi2_platform_driver_init|allwinner,sun8i-a83t-mipi-csi2
drivers/media/platform/sunxi/sun8i-di/sun8i-di.c|VIDEO_SUN8I_DEINTERLACE|device:deinterlace_driver_init|allwinner,sun8i-h3-deinterlace
drivers/media/platform/sunxi/sun8i-rotate/sun8i_rotate.c|VIDEO_SUN8I_ROTATE|device:rotate_driver_init|allwinner,sun8i-a83t-de2-rotate
drivers/media/platform/ti/am437x/am437x-vpfe.c|VIDEO_AM437X_VPFE|device:vpfe_driver_init|ti,am437x-vpfe
drivers/media/platform/ti/cal/cal.c|VIDEO_TI_CAL|device:cal_pdrv_init|ti,am654-cal ti,dra72-cal ti,dra72-pre-es2-cal ti,dra76-cal
drivers/media/platform/ti/davinci/vpif.c|VIDEO_DAVINCI_VPIF_DISPLAY|subsys:vpif_init|ti,da850-vpif
drivers/media/platform/ti/omap3isp/isp.c|VIDEO_OMAP3|device:omap3isp_driver_init|ti,omap3-isp
drivers/media/platform/ti/vpe/vpe.c|VIDEO_TI_VPE|device:vpe_pdrv_init|ti,dra7-vpe
drivers/media/platform/verisilicon/hantro_drv.c|VIDEO_HANTRO|device:hantro_driver_init|allwinner,sun50i-h6-vpu-g2 microchip,sama5d4-vdec nxp,imx8mm-vpu-g1 nxp,imx8mq-vpu nxp,imx8mq-vpu-g1 nxp,imx8mq-vpu-g2 rockchip,px30-vpu rockchip,rk3036-vpu rockchip,rk3066-vpu rockchip,rk3288-vpu rockchip,rk3328-vpu rockchip,rk3399-vpu rockchip,rk3568-vepu rockchip,rk3568-vpu
drivers/media/platform/verisilicon/imx8m_vpu_hw.c|VIDEO_HANTRO_IMX8M|device:hantro_driver_init|nxp,imx8mq-vpu-g1 nxp,imx8mq-vpu-g2
drivers/media/platform/video-mux.c|VIDEO_MUX|device:video_mux_driver_init|video-mux
drivers/media/platform/xilinx/xilinx-csi2rxss.c|VIDEO_XILINX_CSI2RXSS|device:xcsi2rxss_driver_init|xlnx,mipi-csi2-rx-subsystem-5.0
drivers/media/platform/xilinx/xilinx-tpg.c|VIDEO_XILINX_TPG|device:xtpg_driver_init|xlnx,v-tpg-5.0
drivers/media/platform/xilinx/xilinx-vipp.c|VIDEO_XILINX|device:xvip_composite_driver_init|xlnx,video
drivers/media/platform/xilinx/xilinx-vtc.c|VIDEO_XILINX_VTC|device:xvtc_driver_init|xlnx,v-tc-6.1
drivers/media/radio/si470x/radio-si470x-i2c.c|I2C_SI470X|device:si470x_i2c_driver_init|silabs,si470x
drivers/media/radio/si4713/si4713.c|I2C_SI4713|device:si4713_i2c_driver_init|silabs,si4713
drivers/media/rc/gpio-ir-recv.c|IR_GPIO_CIR|device:gpio_ir_recv_driver_init|gpio-ir-receiver
drivers/media/rc/gpio-ir-tx.c|IR_GPIO_TX|device:gpio_ir_tx_driver_init|gpio-ir-tx
drivers/media/rc/img-ir/img-ir-core.c|IR_IMG|device:img_ir_driver_init|img,ir-rev1
drivers/media/rc/ir-hix5hd2.c|IR_HIX5HD2|device:hix5hd2_ir_driver_init|hisilicon,hi3796cv300-ir hisilicon,hix5hd2-ir
drivers/media/rc/ir-rx51.c|IR_RX51|device:ir_rx51_platform_driver_init|nokia,n900-ir
drivers/media/rc/ir-spi.c|IR_SPI|device:ir_spi_driver_init|ir-spi-led
drivers/media/rc/meson-ir-tx.c|IR_MESON_TX|device:meson_irtx_pd_init|amlogic,meson-g12a-ir-tx
drivers/media/rc/meson-ir.c|IR_MESON|device:meson_ir_driver_init|amlogic,meson-gxbb-ir amlogic,meson6-ir amlogic,meson8b-ir
drivers/media/rc/mtk-cir.c|IR_MTK|device:mtk_ir_driver_init|mediatek,mt7622-cir mediatek,mt7623-cir
drivers/media/rc/pwm-ir-tx.c|IR_PWM_TX|device:pwm_ir_driver_init|pwm-ir-tx
drivers/media/rc/st_rc.c|RC_ST|device:st_rc_driver_init|st,comms-irb
drivers/media/rc/sunxi-cir.c|IR_SUNXI|device:sunxi_ir_driver_init|allwinner,sun4i-a10-ir allwinner,sun5i-a13-ir allwinner,sun6i-a31-ir
drivers/media/spi/cxd2880-spi.c|CXD2880_SPI_DRV|device:cxd2880_spi_driver_init|sony,cxd2880
drivers/memory/atmel-ebi.c|ATMEL_EBI|device:atmel_ebi_driver_init|atmel,at91sam9260-ebi atmel,at91sam9261-ebi atmel,at91sam9263-ebi0 atmel,at91sam9263-ebi1 atmel,at91sam9g45-ebi atmel,at91sam9rl-ebi atmel,at91sam9x5-ebi atmel,sama5d3-ebi microchip,sam9x60-ebi
drivers/memory/atmel-sdramc.c|ATMEL_SDRAMC|device:atmel_ramc_driver_init|atmel,at91rm9200-sdramc atmel,at91sam9260-sdramc atmel,at91sam9g45-ddramc atmel,sama5d3-ddramc
drivers/memory/brcmstb_dpfe.c|BRCMSTB_DPFE|device:brcmstb_dpfe_driver_init|brcm,bcm7211-dpfe-cpu brcm,bcm7268-dpfe-cpu brcm,bcm7271-dpfe-cpu brcm,bcm7278-dpfe-cpu brcm,dpfe-cpu
drivers/memory/brcmstb_memc.c|BRCMSTB_MEMC|device:brcmstb_memc_driver_init|brcm,brcmstb-memc-ddr brcm,brcmstb-memc-ddr-rev-b.1.x brcm,brcmstb-memc-ddr-rev-b.2.0 brcm,brcmstb-memc-ddr-rev-b.2.1 brcm,brcmstb-memc-ddr-rev-b.2.2 brcm,brcmstb-memc-ddr-rev-b.2.3 brcm,brcmstb-memc-ddr-rev-b.2.5 brcm,brcmstb-memc-ddr-rev-b.2.6 brcm,brcmstb-memc-ddr-rev-b.2.7 brcm,brcmstb-memc-ddr-rev-b.2.8 brcm,brcmstb-memc-ddr-rev-b.3.0 brcm,brcmstb-memc-ddr-rev-b.3.1 brcm,brcmstb-memc-ddr-rev-c.1.0 brcm,brcmstb-memc-ddr-rev-c.1.1 brcm,brcmstb-memc-ddr-rev-c.1.2 brcm,brcmstb-memc-ddr-rev-c.1.3 brcm,brcmstb-memc-ddr-rev-c.1.4
drivers/memory/bt1-l2-ctl.c|BT1_L2_CTL|device:l2_ctl_driver_init|baikal,bt1-l2-ctl
drivers/memory/da8xx-ddrctl.c|DA8XX_DDRCTL|device:da8xx_ddrctl_driver_init|ti,da850-ddr-controller
drivers/memory/emif.c|TI_EMIF|device:emif_driver_init|ti,emif-4d ti,emif-4d5
drivers/memory/fsl-corenet-cf.c|FSL_CORENET_CF|device:ccf_driver_init|fsl,corenet1-cf fsl,corenet2-cf
drivers/memory/fsl_ifc.c|FSL_IFC|subsys:fsl_ifc_init|fsl,ifc
drivers/memory/jz4780-nemc.c|JZ4780_NEMC|subsys:jz4780_nemc_init|ingenic,jz4740-nemc ingenic,jz4780-nemc
drivers/memory/mtk-smi.c|MTK_SMI|device:mtk_smi_init|mediatek,mt2701-smi-common mediatek,mt2701-smi-larb mediatek,mt2712-smi-common mediatek,mt2712-smi-larb mediatek,mt6779-smi-common mediatek,mt6779-smi-larb mediatek,mt6795-smi-common mediatek,mt6795-smi-larb mediatek,mt8167-smi-common mediatek,mt8167-smi-larb mediatek,mt8173-smi-common mediatek,mt8173-smi-larb mediatek,mt8183-smi-common mediatek,mt8183-smi-larb mediatek,mt8186-smi-common mediatek,mt8186-smi-larb mediatek,mt8188-smi-common-vdo mediatek,mt8188-smi-common-vpp mediatek,mt8188-smi-larb mediatek,mt8192-smi-common mediatek,mt8192-smi-larb mediatek,mt8195-smi-common-vdo mediatek,mt8195-smi-common-vpp mediatek,mt8195-smi-larb mediatek,mt8195-smi-sub-common
drivers/memory/mvebu-devbus.c|MVEBU_DEVBUS|device:mvebu_devbus_init|marvell,mvebu-devbus marvell,orion-devbus
drivers/memory/omap-gpmc.c|OMAP_GPMC|device:gpmc_driver_init|ti,am3352-gpmc ti,am64-gpmc ti,omap2420-gpmc ti,omap2430-gpmc ti,omap3430-gpmc ti,omap4430-gpmc
drivers/memory/pl172.c|ARM_PL172_MPMC|device:pl172_driver_init|arm,pl172 arm,pl175 arm,pl176
drivers/memory/pl353-smc.c|PL353_SMC|device:pl353_smc_driver_init|arm,pl353-nand-r2p1 arm,pl353-smc-r2p1 cfi-flash
drivers/memory/renesas-rpc-if.c|RENESAS_RPCIF|device:rpcif_driver_init|renesas,rcar-gen3-rpc-if renesas,rzg2l-rpc-if
drivers/memory/samsung/exynos-srom.c|EXYNOS_SROM|device:exynos_srom_driver_init|samsung,exynos4210-srom
drivers/memory/samsung/exynos5422-dmc.c|EXYNOS5422_DMC|device:exynos5_dmc_platdrv_init|samsung,exynos5422-dmc
drivers/memory/stm32-fmc2-ebi.c|STM32_FMC2_EBI|device:stm32_fmc2_ebi_driver_init|st,stm32mp1-fmc2-ebi
drivers/memory/tegra/mc.c|TEGRA_MC|arch:tegra_mc_init|nvidia,tegra114-mc nvidia,tegra124-mc nvidia,tegra132-mc nvidia,tegra186-mc nvidia,tegra194-mc nvidia,tegra20-mc-gart nvidia,tegra210-mc nvidia,tegra234-mc nvidia,tegra30-mc
drivers/memory/tegra/tegra124-emc.c|TEGRA124_EMC|device:tegra_emc_driver_init|nvidia,tegra124-emc nvidia,tegra132-emc
drivers/memory/tegra/tegra186-emc.c|ARCH_TEGRA_186_SOC|device:tegra186_emc_driver_init|nvidia,tegra186-emc nvidia,tegra194-emc nvidia,tegra234-emc
drivers/memory/tegra/tegra20-emc.c|TEGRA20_EMC|device:tegra_emc_driver_init|nvidia,tegra20-emc
drivers/memory/tegra/tegra210-emc-core.c|TEGRA210_EMC|device:tegra210_emc_driver_init|nvidia,tegra210-emc
drivers/memory/tegra/tegra210-emc-table.c|TEGRA210_EMC_TABLE|reserved-memory:tegra210_emc_table_init|nvidia,tegra210-emc-table
drivers/memory/tegra/tegra30-emc.c|TEGRA30_EMC|device:tegra_emc_driver_init|nvidia,tegra30-emc
drivers/memory/ti-aemif.c|TI_AEMIF|device:aemif_driver_init|ti,da850-aemif ti,davinci-aemif
drivers/memory/ti-emif-pm.c|TI_EMIF_SRAM|device:ti_emif_driver_init|ti,emif-am3352 ti,emif-am4372
drivers/mfd/88pm860x-core.c|MFD_88PM860X|subsys:pm860x_i2c_init|marvell,88pm860x
drivers/mfd/ab8500-sysctrl.c|AB8500_CORE|arch:ab8500_sysctrl_init|stericsson,ab8500-sysctrl
drivers/mfd/ac100.c|MFD_AC100|device:ac100_rsb_driver_init|x-powers,ac100
drivers/mfd/acer-ec-a500.c|MFD_ACER_A500_EC|device:a500_ec_driver_init|acer,a500-iconia-ec
drivers/mfd/act8945a.c|MFD_ACT8945A|subsys:act8945a_i2c_init|active-semi,act8945a
drivers/mfd/altera-a10sr.c|MFD_ALTERA_A10SR|device:altr_a10sr_spi_driver_init|altr,a10sr
drivers/mfd/altera-sysmgr.c|MFD_ALTERA_SYSMGR|core:altr_sysmgr_init|altr,sys-mgr altr,sys-mgr-s10
drivers/mfd/arizona-i2c.c|MFD_ARIZONA_I2C|device:arizona_i2c_driver_init|wlf,wm1814 wlf,wm5102 wlf,wm5110 wlf,wm8280 wlf,wm8997 wlf,wm8998
drivers/mfd/arizona-spi.c|MFD_ARIZONA_SPI|device:arizona_spi_driver_init|cirrus,cs47l24 wlf,wm1831 wlf,wm5102 wlf,wm5110 wlf,wm8280
drivers/mfd/as3711.c|MFD_AS3711|subsys:as3711_i2c_init|ams,as3711
drivers/mfd/as3722.c|MFD_AS3722|device:as3722_i2c_driver_init|ams,as3722
drivers/mfd/at91-usart.c|MFD_AT91_USART|device:at91_usart_mfd_init|atmel,at91rm9200-usart atmel,at91sam9260-usart
drivers/mfd/atc260x-i2c.c|MFD_ATC260X_I2C|device:atc260x_i2c_driver_init|actions,atc2603c actions,atc2609a
drivers/mfd/atmel-flexcom.c|MFD_ATMEL_FLEXCOM|device:atmel_flexcom_driver_init|atmel,sama5d2-flexcom
drivers/mfd/atmel-hlcdc.c|MFD_ATMEL_HLCDC|device:atmel_hlcdc_driver_init|atmel,at91sam9n12-hlcdc atmel,at91sam9x5-hlcdc atmel,sama5d2-hlcdc atmel,sama5d3-hlcdc atmel,sama5d4-hlcdc microchip,sam9x60-hlcdc
drivers/mfd/atmel-smc.c|MFD_ATMEL_SMC||atmel,at91sam9260-smc atmel,sama5d2-smc atmel,sama5d3-smc
drivers/mfd/axp20x-i2c.c|MFD_AXP20X_I2C|device:axp20x_i2c_driver_init|x-powers,axp152 x-powers,axp202 x-powers,axp209 x-powers,axp221 x-powers,axp223 x-powers,axp803 x-powers,axp806
drivers/mfd/axp20x-rsb.c|MFD_AXP20X_RSB|device:axp20x_rsb_driver_init|x-powers,axp223 x-powers,axp803 x-powers,axp806 x-powers,axp809 x-powers,axp813
drivers/mfd/bcm2835-pm.c|ARCH_BCM2835|device:bcm2835_pm_driver_init|brcm,bcm2711-pm brcm,bcm2835-pm brcm,bcm2835-pm-wdt
drivers/mfd/bcm590xx.c|MFD_BCM590XX|device:bcm590xx_i2c_driver_init|brcm,bcm59056
drivers/mfd/bd9571mwv.c|MFD_BD9571MWV|device:bd9571mwv_driver_init|rohm,bd9571mwv rohm,bd9574mwf
drivers/mfd/da9052-i2c.c|MFD_DA9052_I2C|subsys:da9052_i2c_init|dlg,da9052 dlg,da9053-aa dlg,da9053-ba dlg,da9053-bb dlg,da9053-bc
drivers/mfd/da9055-i2c.c|MFD_DA9055|subsys:da9055_i2c_init|dlg,da9055-pmic
drivers/mfd/da9062-core.c|MFD_DA9062|device:da9062_i2c_driver_init|dlg,da9061 dlg,da9062
drivers/mfd/da9063-i2c.c|MFD_DA9063|device:da9063_i2c_driver_init|dlg,da9063 dlg,da9063l
drivers/mfd/da9150-core.c|MFD_DA9150|device:da9150_driver_init|dlg,da9150
drivers/mfd/db8500-prcmu.c|MFD_DB8500_PRCMU|core:db8500_prcmu_init|stericsson,db8500-prcmu
drivers/mfd/ene-kb3930.c|MFD_ENE_KB3930|device:kb3930_driver_init|ene,kb3930
drivers/mfd/exynos-lpass.c|MFD_EXYNOS_LPASS|device:exynos_lpass_driver_init|samsung,exynos5433-lpass
drivers/mfd/fsl-imx25-tsadc.c|MFD_MX25_TSADC|device:mx25_tsadc_driver_init|fsl,imx25-tsadc
drivers/mfd/gateworks-gsc.c|MFD_GATEWORKS_GSC|device:gsc_driver_init|gw,gsc
drivers/mfd/hi6421-pmic-core.c|MFD_HI6421_PMIC|device:hi6421_pmic_driver_init|hisilicon,hi6421-pmic hisilicon,hi6421v530-pmic
drivers/mfd/hi6421-spmi-pmic.c|MFD_HI6421_SPMI|device:hi6421_spmi_pmic_driver_init|hisilicon,hi6421-spmi
drivers/mfd/hi655x-pmic.c|MFD_HI655X_PMIC|device:hi655x_pmic_driver_init|hisilicon,hi655x-pmic
drivers/mfd/iqs62x.c|MFD_IQS62X|device:iqs62x_i2c_driver_init|azoteq,iqs620a azoteq,iqs621 azoteq,iqs622 azoteq,iqs624 azoteq,iqs625
drivers/mfd/khadas-mcu.c|MFD_KHADAS_MCU|device:khadas_mcu_driver_init|khadas,mcu
drivers/mfd/lochnagar-i2c.c|MFD_LOCHNAGAR|subsys:lochnagar_i2c_init|cirrus,lochnagar1 cirrus,lochnagar2
drivers/mfd/lp3943.c|MFD_LP3943|device:lp3943_driver_init|ti,lp3943
drivers/mfd/lp873x.c|MFD_TI_LP873X|device:lp873x_driver_init|ti,lp8732 ti,lp8733
drivers/mfd/lp87565.c|MFD_TI_LP87565|device:lp87565_driver_init|ti,lp87524-q1 ti,lp87561-q1 ti,lp87565 ti,lp87565-q1
drivers/mfd/madera-core.c|MFD_MADERA||cirrus,cs42l92 cirrus,cs47l15 cirrus,cs47l35 cirrus,cs47l85 cirrus,cs47l90 cirrus,cs47l91 cirrus,cs47l92 cirrus,cs47l93 cirrus,wm1840
drivers/mfd/max14577.c|MFD_MAX14577|device:max14577_i2c_init|maxim,max14577 maxim,max77836
drivers/mfd/max77650.c|MFD_MAX77650|device:max77650_i2c_driver_init|maxim,max77650
drivers/mfd/max77686.c|MFD_MAX77686|device:max77686_i2c_driver_init|maxim,max77686 maxim,max77802
drivers/mfd/max77693.c|MFD_MAX77693|device:max77693_i2c_driver_init|maxim,max77693
drivers/mfd/max77714.c|MFD_MAX77714|device:max77714_driver_init|maxim,max77714
drivers/mfd/max77843.c|MFD_MAX77843|subsys:max77843_i2c_init|maxim,max77843
drivers/mfd/max8907.c|MFD_MAX8907|subsys:max8907_i2c_init|maxim,max8907
drivers/mfd/max8925-i2c.c|MFD_MAX8925|subsys:max8925_i2c_init|maxim,max8925
drivers/mfd/max8997.c|MFD_MAX8997|subsys:max8997_i2c_init|maxim,max8997-pmic
drivers/mfd/max8998.c|MFD_MAX8998|subsys:max8998_i2c_init|maxim,max8998 national,lp3974 ti,lp3974
drivers/mfd/mc13xxx-i2c.c|MFD_MC13XXX_I2C|subsys:mc13xxx_i2c_init|fsl,mc13892 fsl,mc34708
drivers/mfd/mc13xxx-spi.c|MFD_MC13XXX_SPI|subsys:mc13xxx_init|fsl,mc13783 fsl,mc13892 fsl,mc34708
drivers/mfd/motorola-cpcap.c|MFD_CPCAP|device:cpcap_driver_init|motorola,cpcap st,6556002
drivers/mfd/mp2629.c|MFD_MP2629|device:mp2629_driver_init|mps,mp2629
drivers/mfd/mt6370.c|MFD_MT6370|device:mt6370_driver_init|mediatek,mt6370
drivers/mfd/mt6397-core.c|MFD_MT6397|device:mt6397_driver_init|mediatek,mt6323 mediatek,mt6331 mediatek,mt6357 mediatek,mt6358 mediatek,mt6359 mediatek,mt6397
drivers/mfd/mxs-lradc.c|MFD_MXS_LRADC|device:mxs_lradc_driver_init|fsl,imx23-lradc fsl,imx28-lradc
drivers/mfd/ntxec.c|MFD_NTXEC|device:ntxec_driver_init|netronix,ntxec
drivers/mfd/ocelot-spi.c|MFD_OCELOT|device:ocelot_spi_driver_init|mscc,vsc7512
drivers/mfd/omap-usb-host.c|MFD_OMAP_USB_HOST|fs_sync:omap_usbhs_drvinit|ti,ehci-omap ti,ohci-omap3 ti,usbhs-host
drivers/mfd/omap-usb-tll.c|MFD_OMAP_USB_HOST|fs:omap_usbtll_drvinit|ti,usbhs-tll
drivers/mfd/palmas.c|MFD_PALMAS|subsys:palmas_i2c_init|ti,palmas ti,tps659038 ti,tps65917
drivers/mfd/qcom-pm8008.c|MFD_QCOM_PM8008|device:pm8008_mfd_driver_init|qcom,pm8008
drivers/mfd/qcom-pm8xxx.c|MFD_PM8XXX|subsys:pm8xxx_init|qcom,pm8018 qcom,pm8058 qcom,pm8821 qcom,pm8921
drivers/mfd/qcom-spmi-pmic.c|MFD_SPMI_PMIC|device:pmic_spmi_driver_init|qcom,pm660 qcom,pm660l qcom,pm8004 qcom,pm8005 qcom,pm8019 qcom,pm8028 qcom,pm8110 qcom,pm8150 qcom,pm8150b qcom,pm8150c qcom,pm8150l qcom,pm8226 qcom,pm8841 qcom,pm8901 qcom,pm8909 qcom,pm8916 qcom,pm8941 qcom,pm8950 qcom,pm8994 qcom,pm8998 qcom,pma8084 qcom,pmd9635 qcom,pmi8950 qcom,pmi8962 qcom,pmi8994 qcom,pmi8998 qcom,pmk8002 qcom,pmp8074 qcom,smb2351 qcom,spmi-pmic
drivers/mfd/qcom_rpm.c|MFD_QCOM_RPM|arch:qcom_rpm_init|qcom,rpm-apq8064 qcom,rpm-ipq8064 qcom,rpm-mdm9615 qcom,rpm-msm8660 qcom,rpm-msm8960
drivers/mfd/rave-sp.c|RAVE_SP_CORE|device:rave_sp_drv_init|zii,rave-sp-esb zii,rave-sp-mezz zii,rave-sp-niu zii,rave-sp-rdu1 zii,rave-sp-rdu2
drivers/mfd/retu-mfd.c|MFD_RETU|device:retu_driver_init|nokia,retu nokia,tahvo
drivers/mfd/rk808.c|MFD_RK808|device:rk808_i2c_driver_init|rockchip,rk805 rockchip,rk808 rockchip,rk809 rockchip,rk817 rockchip,rk818
drivers/mfd/rn5t618.c|MFD_RN5T618|device:rn5t618_i2c_driver_init|ricoh,rc5t619 ricoh,rn5t567 ricoh,rn5t618
drivers/mfd/rohm-bd71828.c|MFD_ROHM_BD71828|device:bd71828_drv_init|rohm,bd71815 rohm,bd71828
drivers/mfd/rohm-bd718x7.c|MFD_ROHM_BD718XX|subsys:bd718xx_i2c_init|rohm,bd71837 rohm,bd71847 rohm,bd71850
drivers/mfd/rohm-bd9576.c|MFD_ROHM_BD957XMUF|device:bd957x_drv_init|rohm,bd9573 rohm,bd9576
drivers/mfd/rsmu_i2c.c|MFD_RSMU_I2C|subsys:rsmu_i2c_init|idt,82p33810 idt,82p33811 idt,8a34000 idt,8a34001 idt,8a34002 idt,8v19n850 idt,8v19n851
drivers/mfd/rsmu_spi.c|MFD_RSMU_SPI|subsys:rsmu_spi_init|idt,82p33810 idt,82p33811 idt,8a34000 idt,8a34001 idt,8a34002
drivers/mfd/rt5033.c|MFD_RT5033|device:rt5033_driver_init|richtek,rt5033
drivers/mfd/rt5120.c|MFD_RT5120|device:rt5120_driver_init|richtek,rt5120
drivers/mfd/sec-core.c|MFD_SEC_CORE|device:sec_pmic_driver_init|samsung,s2mpa01-pmic samsung,s2mps11-pmic samsung,s2mps13-pmic samsung,s2mps14-pmic samsung,s2mps15-pmic samsung,s2mpu02-pmic samsung,s5m8767-pmic
drivers/mfd/simple-mfd-i2c.c|MFD_SIMPLE_MFD_I2C|device:simple_mfd_i2c_driver_init|kontron,sl28cpld silergy,sy7636a
drivers/mfd/sky81452.c|MFD_SKY81452|device:sky81452_driver_init|skyworks,sky81452
drivers/mfd/sm501.c|MFD_SM501|device:sm501_base_init|smi,sm501
drivers/mfd/sprd-sc27xx-spi.c|MFD_SC27XX_PMIC|subsys:sprd_pmic_init|sprd,sc2730 sprd,sc2731
drivers/mfd/ssbi.c|MFD_PM8XXX|device:ssbi_driver_init|qcom,ssbi
drivers/mfd/stm32-lptimer.c|MFD_STM32_LPTIMER|device:stm32_lptimer_driver_init|st,stm32-lptimer
drivers/mfd/stm32-timers.c|MFD_STM32_TIMERS|device:stm32_timers_driver_init|st,stm32-timers
drivers/mfd/stmfx.c|MFD_STMFX|device:stmfx_driver_init|st,stmfx-0300
drivers/mfd/stmpe-i2c.c|STMPE_I2C|subsys:stmpe_init|st,stmpe1600 st,stmpe1601 st,stmpe1801 st,stmpe2401 st,stmpe2403 st,stmpe610 st,stmpe801 st,stmpe811
drivers/mfd/stmpe-spi.c|STMPE_SPI|subsys:stmpe_init|st,stmpe1601 st,stmpe2401 st,stmpe2403 st,stmpe610 st,stmpe801 st,stmpe811
drivers/mfd/stpmic1.c|MFD_STPMIC1|device:stpmic1_driver_init|st,stpmic1
drivers/mfd/stw481x.c|MFD_STW481X|device:stw481x_driver_init|st,stw4810 st,stw4811
drivers/mfd/sun4i-gpadc.c|MFD_SUN4I_GPADC|device:sun4i_gpadc_driver_init|allwinner,sun4i-a10-ts allwinner,sun5i-a13-ts allwinner,sun6i-a31-ts
drivers/mfd/sun6i-prcm.c|MFD_SUN6I_PRCM|device:sun6i_prcm_driver_init|allwinner,sun6i-a31-prcm allwinner,sun8i-a23-prcm
drivers/mfd/tc3589x.c|MFD_TC3589X|subsys:tc3589x_init|tc3589x toshiba,tc35890 toshiba,tc35892 toshiba,tc35893 toshiba,tc35894 toshiba,tc35895 toshiba,tc35896
drivers/mfd/ti-lmu.c|MFD_TI_LMU|device:ti_lmu_driver_init|ti,lm36274 ti,lm3631 ti,lm3632 ti,lm3633 ti,lm3695
drivers/mfd/ti_am335x_tscadc.c|MFD_TI_AM335X_TSCADC|device:ti_tscadc_driver_init|ti,am3359-tscadc ti,am4372-magadc
drivers/mfd/tps6105x.c|TPS6105X|subsys:tps6105x_init|ti,tps61050 ti,tps61052
drivers/mfd/tps6507x.c|TPS6507X|subsys:tps6507x_i2c_init|ti,tps6507x
drivers/mfd/tps65086.c|MFD_TPS65086|device:tps65086_driver_init|ti,tps65086
drivers/mfd/tps65090.c|MFD_TPS65090|subsys:tps65090_init|ti,tps65090
drivers/mfd/tps65217.c|MFD_TPS65217|subsys:tps65217_init|ti,tps65217
drivers/mfd/tps65218.c|MFD_TPS65218|device:tps65218_driver_init|ti,tps65218
drivers/mfd/tps6586x.c|MFD_TPS6586X|subsys:tps6586x_init|ti,tps6586x
drivers/mfd/tps65910.c|MFD_TPS65910|subsys:tps65910_i2c_init|ti,tps65910 ti,tps65911
drivers/mfd/tps65912-i2c.c|MFD_TPS65912_I2C|device:tps65912_i2c_driver_init|ti,tps65912
drivers/mfd/tps65912-spi.c|MFD_TPS65912_SPI|device:tps65912_spi_driver_init|ti,tps65912
drivers/mfd/twl4030-audio.c|MFD_TWL4030_AUDIO|device:twl4030_audio_driver_init|ti,twl4030-audio
drivers/mfd/twl4030-power.c|TWL4030_POWER|device:twl4030_power_driver_init|ti,twl4030-power ti,twl4030-power-idle ti,twl4030-power-idle-osc-off ti,twl4030-power-omap3-evm ti,twl4030-power-omap3-ldp ti,twl4030-power-omap3-sdp ti,twl4030-power-reset
drivers/mfd/twl6030-irq.c|TWL4030_CORE||ti,twl6030 ti,twl6032
drivers/mfd/vexpress-sysreg.c|MFD_VEXPRESS_SYSREG|device:vexpress_sysreg_driver_init|arm,vexpress-sysreg
drivers/mfd/wm831x-core.c|MFD_WM831X||wlf,wm8310 wlf,wm8311 wlf,wm8312 wlf,wm8320 wlf,wm8321 wlf,wm8325 wlf,wm8326
drivers/mfd/wm8994-core.c|MFD_WM8994|device:wm8994_i2c_driver_init|wlf,wm1811 wlf,wm8958 wlf,wm8994
drivers/misc/atmel-ssc.c|ATMEL_SSC|device:ssc_driver_init|atmel,at91rm9200-ssc atmel,at91sam9g45-ssc atmel,at91sam9rl-ssc
drivers/misc/cxl/of.c|PPC_PSERIES|device:init_cxl|ibm,coherent-platform-facility
drivers/misc/ds1682.c|DS1682|device:ds1682_driver_init|dallas,ds1682
drivers/misc/eeprom/at24.c|EEPROM_AT24|device:at24_init|atmel,24c00 atmel,24c01 atmel,24c02 atmel,24c04 atmel,24c08 atmel,24c1024 atmel,24c1025 atmel,24c128 atmel,24c16 atmel,24c2048 atmel,24c256 atmel,24c32 atmel,24c512 atmel,24c64 atmel,24cs01 atmel,24cs02 atmel,24cs04 atmel,24cs08 atmel,24cs16 atmel,24cs32 atmel,24cs64 atmel,24mac402 atmel,24mac602 atmel,spd
drivers/misc/eeprom/at25.c|EEPROM_AT25|device:at25_driver_init|atmel,at25 cypress,fm25
drivers/misc/eeprom/eeprom_93xx46.c|EEPROM_93XX46|device:eeprom_93xx46_driver_init|atmel,at93c46 atmel,at93c46d atmel,at93c56 atmel,at93c66 eeprom-93xx46 microchip,93lc46b
drivers/misc/eeprom/idt_89hpesx.c|EEPROM_IDT_89HPESX|device:idt_init|idt,89hpes10t4g2 idt,89hpes12n3 idt,89hpes12n3a idt,89hpes12nt12g2 idt,89hpes12nt3 idt,89hpes12t3g2 idt,89hpes16h16 idt,89hpes16nt16g2 idt,89hpes16t4 idt,89hpes16t4ag2 idt,89hpes16t4g2 idt,89hpes16t7 idt,89hpes22h16 idt,89hpes22h16g2 idt,89hpes24n3 idt,89hpes24n3a idt,89hpes24nt24g2 idt,89hpes24nt6ag2 idt,89hpes24t3g2 idt,89hpes24t6 idt,89hpes24t6g2 idt,89hpes32h8 idt,89hpes32h8g2 idt,89hpes32nt24ag2 idt,89hpes32nt24bg2 idt,89hpes32nt8ag2 idt,89hpes32nt8bg2 idt,89hpes32t8 idt,89hpes32t8g2 idt,89hpes34h16 idt,89hpes34h16g2 idt,89hpes48h12 idt,89hpes48h12ag2 idt,89hpes48h12g2 idt,89hpes48t12 idt,89hpes48t12g2 idt,89hpes4t4g2 idt,89hpes5t5 idt,89hpes64h16 idt,89hpes64h16ag2 idt,89hpes64h16g2 idt,89hpes6t5 idt,89hpes6t6g2 idt,89hpes8nt2 idt,89hpes8t5 idt,89hpes8t5a
drivers/misc/fastrpc.c|QCOM_FASTRPC|device:fastrpc_init|qcom,fastrpc qcom,fastrpc-compute-cb
drivers/misc/gehc-achc.c|GEHC_ACHC|device:gehc_achc_spi_driver_init|ge,achc
drivers/misc/hisi_hikey_usb.c|HISI_HIKEY_USB|device:hisi_hikey_usb_driver_init|hisilicon,usbhub
drivers/misc/lis3lv02d/lis3lv02d_i2c.c|SENSORS_LIS3_I2C|device:lis3lv02d_i2c_driver_init|st,lis3lv02d
drivers/misc/lis3lv02d/lis3lv02d_spi.c|SENSORS_LIS3_SPI|device:lis302dl_spi_driver_init|st,lis302dl-spi
drivers/misc/open-dice.c|OPEN_DICE|device:open_dice_init|google,open-dice
drivers/misc/pvpanic/pvpanic-mmio.c|PVPANIC_MMIO|device:pvpanic_mmio_driver_init|qemu,pvpanic-mmio
drivers/misc/qcom-coincell.c|QCOM_COINCELL|device:qcom_coincell_driver_init|qcom,pm8941-coincell
drivers/misc/sram.c|SRAM|postcore:sram_init|atmel,sama5d2-securam mmio-sram nvidia,tegra186-sysram nvidia,tegra194-sysram nvidia,tegra234-sysram
drivers/misc/tsl2550.c|SENSORS_TSL2550|device:tsl2550_driver_init|taos,tsl2550
drivers/misc/vcpu_stall_detector.c|VCPU_STALL_DETECTOR|device:vcpu_stall_detect_driver_init|qemu,vcpu-stall-detector
drivers/misc/xilinx_sdfec.c|XILINX_SDFEC|device:xsdfec_driver_init|xlnx,sd-fec-1.1
drivers/mmc/core/pwrseq_emmc.c|PWRSEQ_EMMC|device:mmc_pwrseq_emmc_driver_init|mmc-pwrseq-emmc
drivers/mmc/core/pwrseq_sd8787.c|PWRSEQ_SD8787|device:mmc_pwrseq_sd8787_driver_init|mmc-pwrseq-sd8787 mmc-pwrseq-wilc1000
drivers/mmc/core/pwrseq_simple.c|PWRSEQ_SIMPLE|device:mmc_pwrseq_simple_driver_init|mmc-pwrseq-simple
drivers/mmc/host/atmel-mci.c|MMC_ATMELMCI|device:atmci_driver_init|atmel,hsmci
drivers/mmc/host/bcm2835.c|MMC_BCM2835|device:bcm2835_driver_init|brcm,bcm2835-sdhost
drivers/mmc/host/cavium-octeon.c|MMC_CAVIUM_OCTEON|device:octeon_mmc_driver_init|cavium,octeon-6130-mmc cavium,octeon-7890-mmc
drivers/mmc/host/davinci_mmc.c|MMC_DAVINCI|device:davinci_mmcsd_driver_init|ti,da830-mmc ti,dm6441-mmc
drivers/mmc/host/dw_mmc-bluefield.c|MMC_DW_BLUEFIELD|device:dw_mci_bluefield_pltfm_driver_init|mellanox,bluefield-dw-mshc
drivers/mmc/host/dw_mmc-exynos.c|MMC_DW_EXYNOS|device:dw_mci_exynos_pltfm_driver_init|axis,artpec8-dw-mshc samsung,exynos4412-dw-mshc samsung,exynos5250-dw-mshc samsung,exynos5420-dw-mshc samsung,exynos5420-dw-mshc-smu samsung,exynos7-dw-mshc samsung,exynos7-dw-mshc-smu samsung,exynos7870-dw-mshc samsung,exynos7870-dw-mshc-smu
drivers/mmc/host/dw_mmc-hi3798cv200.c|MMC_DW_HI3798CV200|device:dw_mci_hi3798cv200_driver_init|hisilicon,hi3798cv200-dw-mshc
drivers/mmc/host/dw_mmc-k3.c|MMC_DW_K3|device:dw_mci_k3_pltfm_driver_init|hisilicon,hi3660-dw-mshc hisilicon,hi4511-dw-mshc hisilicon,hi6220-dw-mshc
drivers/mmc/host/dw_mmc-pltfm.c|MMC_DW_PLTFM|device:dw_mci_pltfm_driver_init|altr,socfpga-dw-mshc img,pistachio-dw-mshc snps,dw-mshc
drivers/mmc/host/dw_mmc-rockchip.c|MMC_DW_ROCKCHIP|device:dw_mci_rockchip_pltfm_driver_init|rockchip,rk2928-dw-mshc rockchip,rk3288-dw-mshc
drivers/mmc/host/jz4740_mmc.c|MMC_JZ4740|device:jz4740_mmc_driver_init|ingenic,jz4725b-mmc ingenic,jz4740-mmc ingenic,jz4760-mmc ingenic,jz4775-mmc ingenic,jz4780-mmc ingenic,x1000-mmc
drivers/mmc/host/litex_mmc.c|MMC_LITEX|device:litex_mmc_driver_init|litex,mmc
drivers/mmc/host/meson-gx-mmc.c|MMC_MESON_GX|device:meson_mmc_driver_init|amlogic,meson-axg-mmc amlogic,meson-gx-mmc amlogic,meson-gxbb-mmc amlogic,meson-gxl-mmc amlogic,meson-gxm-mmc
drivers/mmc/host/meson-mx-sdhc-mmc.c|MMC_MESON_MX_SDHC|device:meson_mx_sdhc_driver_init|amlogic,meson8-sdhc amlogic,meson8b-sdhc amlogic,meson8m2-sdhc
drivers/mmc/host/meson-mx-sdio.c|MMC_MESON_MX_SDIO|device:meson_mx_mmc_driver_init|amlogic,meson8-sdio amlogic,meson8b-sdio
drivers/mmc/host/mmc_spi.c|MMC_SPI|device:mmc_spi_driver_init|mmc-spi-slot
drivers/mmc/host/mmci.c|MMC_ARMMMCI|device:mmci_driver_init|arm,pl180 arm,pl181 arm,pl18x
drivers/mmc/host/moxart-mmc.c|MMC_MOXART|device:moxart_mmc_driver_init|faraday,ftsdc010 moxa,moxart-mmc
drivers/mmc/host/mtk-sd.c|MMC_MTK|device:mt_msdc_driver_init|mediatek,mt2701-mmc mediatek,mt2712-mmc mediatek,mt6779-mmc mediatek,mt6795-mmc mediatek,mt7620-mmc mediatek,mt7622-mmc mediatek,mt8135-mmc mediatek,mt8173-mmc mediatek,mt8183-mmc mediatek,mt8516-mmc
drivers/mmc/host/mvsdio.c|MMC_MVSDIO|device:mvsd_driver_init|marvell,orion-sdio
drivers/mmc/host/mxcmmc.c|MMC_MXC|device:mxcmci_driver_init|fsl,imx21-mmc fsl,imx31-mmc fsl,mpc5121-sdhc
drivers/mmc/host/mxs-mmc.c|MMC_MXS|device:mxs_mmc_driver_init|fsl,imx23-mmc fsl,imx28-mmc
drivers/mmc/host/omap.c|MMC_OMAP|device:mmc_omap_driver_init|ti,omap2420-mmc
drivers/mmc/host/omap_hsmmc.c|MMC_OMAP_HS|device:omap_hsmmc_driver_init|ti,am33xx-hsmmc ti,omap2-hsmmc ti,omap3-hsmmc ti,omap3-pre-es3-hsmmc ti,omap4-hsmmc
drivers/mmc/host/owl-mmc.c|MMC_OWL|device:owl_mmc_driver_init|actions,owl-mmc
drivers/mmc/host/pxamci.c|MMC_PXA|device:pxamci_driver_init|marvell,pxa-mmc
drivers/mmc/host/renesas_sdhi_internal_dmac.c|MMC_SDHI_INTERNAL_DMAC|device:renesas_internal_dmac_sdhi_driver_init|renesas,rcar-gen3-sdhi renesas,rcar-gen4-sdhi renesas,sdhi-mmc-r8a77470 renesas,sdhi-r7s9210 renesas,sdhi-r8a774b1 renesas,sdhi-r8a774c0 renesas,sdhi-r8a774e1 renesas,sdhi-r8a7795 renesas,sdhi-r8a77961 renesas,sdhi-r8a77965 renesas,sdhi-r8a77970 renesas,sdhi-r8a77990 renesas,sdhi-r8a77995
drivers/mmc/host/renesas_sdhi_sys_dmac.c|MMC_SDHI_SYS_DMAC|device:renesas_sys_dmac_sdhi_driver_init|renesas,rcar-gen1-sdhi renesas,rcar-gen2-sdhi renesas,sdhi-r7s72100 renesas,sdhi-r8a73a4 renesas,sdhi-r8a7740 renesas,sdhi-r8a7743 renesas,sdhi-r8a7745 renesas,sdhi-r8a7778 renesas,sdhi-r8a7779 renesas,sdhi-r8a7790 renesas,sdhi-r8a7791 renesas,sdhi-r8a7792 renesas,sdhi-r8a7793 renesas,sdhi-r8a7794 renesas,sdhi-sh73a0 renesas,sdhi-shmobile
drivers/mmc/host/s3cmci.c|MMC_S3C|device:s3cmci_driver_init|samsung,s3c2410-sdi samsung,s3c2412-sdi samsung,s3c2440-sdi
drivers/mmc/host/sdhci-bcm-kona.c|MMC_SDHCI_BCM_KONA|device:sdhci_bcm_kona_driver_init|bcm,kona-sdhci brcm,kona-sdhci
drivers/mmc/host/sdhci-brcmstb.c|MMC_SDHCI_BRCMSTB|device:sdhci_brcmstb_driver_init|brcm,bcm7216-sdhci brcm,bcm7425-sdhci brcm,bcm7445-sdhci
drivers/mmc/host/sdhci-cadence.c|MMC_SDHCI_CADENCE|device:sdhci_cdns_driver_init|cdns,sd4hc socionext,uniphier-sd4hc
drivers/mmc/host/sdhci-dove.c|MMC_SDHCI_DOVE|device:sdhci_dove_driver_init|marvell,dove-sdhci
drivers/mmc/host/sdhci-esdhc-imx.c|MMC_SDHCI_ESDHC_IMX|device:sdhci_esdhc_imx_driver_init|fsl,imx25-esdhc fsl,imx35-esdhc fsl,imx51-esdhc fsl,imx53-esdhc fsl,imx6q-usdhc fsl,imx6sl-usdhc fsl,imx6sll-usdhc fsl,imx6sx-usdhc fsl,imx6ull-usdhc fsl,imx7d-usdhc fsl,imx7ulp-usdhc fsl,imx8mm-usdhc fsl,imx8qxp-usdhc fsl,imxrt1050-usdhc nxp,s32g2-usdhc
drivers/mmc/host/sdhci-iproc.c|MMC_SDHCI_IPROC|device:sdhci_iproc_driver_init|brcm,bcm2711-emmc2 brcm,bcm2835-sdhci brcm,bcm7211a0-sdhci brcm,sdhci-iproc brcm,sdhci-iproc-cygnus
drivers/mmc/host/sdhci-milbeaut.c|MMC_SDHCI_MILBEAUT|device:sdhci_milbeaut_driver_init|socionext,milbeaut-m10v-sdhci-3.0
drivers/mmc/host/sdhci-msm.c|MMC_SDHCI_MSM|device:sdhci_msm_driver_init|qcom,sc7180-sdhci qcom,sdhci-msm-v4 qcom,sdhci-msm-v5 qcom,sdm670-sdhci qcom,sdm845-sdhci
drivers/mmc/host/sdhci-of-arasan.c|MMC_SDHCI_OF_ARASAN|device:sdhci_arasan_driver_init|arasan,sdhci-4.9a arasan,sdhci-5.1 arasan,sdhci-8.9a intel,keembay-sdhci-5.1-emmc intel,keembay-sdhci-5.1-sd intel,keembay-sdhci-5.1-sdio intel,lgm-sdhci-5.1-emmc intel,lgm-sdhci-5.1-sdxc intel,thunderbay-sdhci-5.1 rockchip,rk3399-sdhci-5.1 xlnx,versal-8.9a xlnx,zynqmp-8.9a
drivers/mmc/host/sdhci-of-aspeed.c|MMC_SDHCI_OF_ASPEED|device:aspeed_sdc_init|aspeed,ast2400-sd-controller aspeed,ast2400-sdhci aspeed,ast2500-sd-controller aspeed,ast2500-sdhci aspeed,ast2600-sd-controller aspeed,ast2600-sdhci
drivers/mmc/host/sdhci-of-at91.c|MMC_SDHCI_OF_AT91|device:sdhci_at91_driver_init|atmel,sama5d2-sdhci microchip,sam9x60-sdhci
drivers/mmc/host/sdhci-of-dwcmshc.c|MMC_SDHCI_OF_DWCMSHC|device:sdhci_dwcmshc_driver_init|rockchip,rk3568-dwcmshc rockchip,rk3588-dwcmshc snps,dwcmshc-sdhci
drivers/mmc/host/sdhci-of-esdhc.c|MMC_SDHCI_OF_ESDHC|device:sdhci_esdhc_driver_init|fsl,esdhc fsl,ls1012a-esdhc fsl,ls1012a-scfg fsl,ls1021a-esdhc fsl,ls1046a-esdhc fsl,ls1046a-scfg fsl,mpc8379-esdhc fsl,mpc8536-esdhc fsl,p1010-esdhc fsl,t1040-scfg
drivers/mmc/host/sdhci-of-hlwd.c|MMC_SDHCI_OF_HLWD|device:sdhci_hlwd_driver_init|nintendo,hollywood-sdhci
drivers/mmc/host/sdhci-of-sparx5.c|MMC_SDHCI_OF_SPARX5|device:sdhci_sparx5_driver_init|microchip,dw-sparx5-sdhci
drivers/mmc/host/sdhci-omap.c|MMC_SDHCI_OMAP|device:sdhci_omap_driver_init|ti,am335-sdhci ti,am437-sdhci ti,dra7-sdhci ti,k2g-sdhci ti,omap2430-sdhci ti,omap3-sdhci ti,omap4-sdhci ti,omap5-sdhci
drivers/mmc/host/sdhci-pic32.c|MMC_SDHCI_MICROCHIP_PIC32|device:pic32_sdhci_driver_init|microchip,pic32mzda-sdhci
drivers/mmc/host/sdhci-pxav2.c|MMC_SDHCI_PXAV2|device:sdhci_pxav2_driver_init|mrvl,pxav2-mmc
drivers/mmc/host/sdhci-pxav3.c|MMC_SDHCI_PXAV3|device:sdhci_pxav3_driver_init|marvell,armada-380-sdhci mrvl,pxav3-mmc
drivers/mmc/host/sdhci-s3c.c|MMC_SDHCI_S3C|device:sdhci_s3c_driver_init|samsung,exynos4210-sdhci samsung,s3c6410-sdhci
drivers/mmc/host/sdhci-spear.c|MMC_SDHCI_SPEAR|device:sdhci_driver_init|st,spear300-sdhci
drivers/mmc/host/sdhci-sprd.c|MMC_SDHCI_SPRD|device:sdhci_sprd_driver_init|sprd,sdhci-r11
drivers/mmc/host/sdhci-st.c|MMC_SDHCI_ST|device:sdhci_st_driver_init|st,sdhci
drivers/mmc/host/sdhci-tegra.c|MMC_SDHCI_TEGRA|device:sdhci_tegra_driver_init|nvidia,tegra114-sdhci nvidia,tegra124-sdhci nvidia,tegra186-sdhci nvidia,tegra194-sdhci nvidia,tegra20-sdhci nvidia,tegra210-sdhci nvidia,tegra30-sdhci
drivers/mmc/host/sdhci-xenon.c|MMC_SDHCI_XENON|device:sdhci_xenon_driver_init|marvell,armada-3700-sdhci marvell,armada-ap806-sdhci marvell,armada-ap807-sdhci marvell,armada-cp110-sdhci
drivers/mmc/host/sdhci_am654.c|MMC_SDHCI_AM654|device:sdhci_am654_driver_init|ti,am62-sdhci ti,am64-sdhci-4bit ti,am64-sdhci-8bit ti,am654-sdhci-5.1 ti,j721e-sdhci-4bit ti,j721e-sdhci-8bit
drivers/mmc/host/sdhci_f_sdh30.c|MMC_SDHCI_F_SDH30|device:sdhci_f_sdh30_driver_init|fujitsu,mb86s70-sdhci-3.0
drivers/mmc/host/sh_mmcif.c|MMC_SH_MMCIF|device:sh_mmcif_driver_init|renesas,sh-mmcif
drivers/mmc/host/sunxi-mmc.c|MMC_SUNXI|device:sunxi_mmc_driver_init|allwinner,sun20i-d1-mmc allwinner,sun4i-a10-mmc allwinner,sun50i-a100-emmc allwinner,sun50i-a100-mmc allwinner,sun50i-a64-emmc allwinner,sun50i-a64-mmc allwinner,sun50i-h616-mmc allwinner,sun5i-a13-mmc allwinner,sun7i-a20-mmc allwinner,sun8i-a83t-emmc allwinner,sun9i-a80-mmc
drivers/mmc/host/uniphier-sd.c|MMC_UNIPHIER|device:uniphier_sd_driver_init|socionext,uniphier-sd-v2.91 socionext,uniphier-sd-v3.1 socionext,uniphier-sd-v3.1.1
drivers/mmc/host/usdhi6rol0.c|MMC_USDHI6ROL0|device:usdhi6_driver_init|renesas,usdhi6rol0
drivers/mmc/host/wmt-sdmmc.c|MMC_WMT|device:wmt_mci_driver_init|wm,wm8505-sdhc
drivers/mtd/devices/docg3.c|MTD_DOCG3|device:g3_driver_init|m-systems,diskonchip-g3
drivers/mtd/devices/mchp23k256.c|MTD_MCHP23K256|device:mchp23k256_driver_init|microchip,mchp23k256 microchip,mchp23lcv1024
drivers/mtd/devices/mchp48l640.c|MTD_MCHP48L640|device:mchp48l640_driver_init|microchip,48l640
drivers/mtd/devices/mtd_dataflash.c|MTD_DATAFLASH|device:dataflash_driver_init|atmel,at45 atmel,dataflash
drivers/mtd/devices/phram.c|MTD_PHRAM|device:init_phram|phram
drivers/mtd/devices/powernv_flash.c|MTD_POWERNV_FLASH|device:powernv_flash_driver_init|ibm,opal-flash
drivers/mtd/devices/spear_smi.c|MTD_SPEAR_SMI|device:spear_smi_driver_init|st,spear600-smi
drivers/mtd/devices/st_spi_fsm.c|MTD_ST_SPI_FSM|device:stfsm_driver_init|st,spi-fsm
drivers/mtd/hyperbus/hbmc-am654.c|HBMC_AM654|device:am654_hbmc_platform_driver_init|ti,am654-hbmc
drivers/mtd/maps/lantiq-flash.c|MTD_LANTIQ|device:ltq_mtd_driver_init|lantiq,nor
drivers/mtd/maps/physmap-core.c|MTD_PHYSMAP|device:physmap_init|cfi-flash direct-mapped jedec-flash mtd-ram mtd-rom
drivers/mtd/maps/physmap-versatile.c|MTD_PHYSMAP_VERSATILE|device:physmap_init|arm,core-module-versatile arm,external-bus-interface arm,integrator-ap-syscon arm,integrator-cp-syscon arm,realview-eb-syscon arm,realview-pb1176-syscon arm,realview-pb11mp-syscon arm,realview-pba8-syscon arm,realview-pbx-syscon
drivers/mtd/nand/ecc-mtk.c|MTD_NAND_ECC_MEDIATEK|device:mtk_ecc_driver_init|mediatek,mt2701-ecc mediatek,mt2712-ecc mediatek,mt7622-ecc
drivers/mtd/nand/ecc-mxic.c|MTD_NAND_ECC_MXIC|device:mxic_ecc_driver_init|mxicy,nand-ecc-engine-rev3
drivers/mtd/nand/onenand/onenand_omap2.c|MTD_ONENAND_OMAP2|device:omap2_onenand_driver_init|ti,omap2-onenand
drivers/mtd/nand/raw/arasan-nand-controller.c|MTD_NAND_ARASAN|device:anfc_driver_init|arasan,nfc-v3p10 xlnx,zynqmp-nand-controller
drivers/mtd/nand/raw/atmel/nand-controller.c|MTD_NAND_ATMEL|device:atmel_nand_controller_driver_init|atmel,at91rm9200-nand atmel,at91rm9200-nand-controller atmel,at91sam9260-nand-controller atmel,at91sam9261-nand-controller atmel,at91sam9g45-nand-controller atmel,sama5d2-nand atmel,sama5d3-nand-controller atmel,sama5d4-nand microchip,sam9x60-nand-controller
drivers/mtd/nand/raw/atmel/pmecc.c|MTD_NAND_ATMEL|device:atmel_pmecc_driver_init|atmel,at91sam9g45-pmecc atmel,sama5d2-pmecc atmel,sama5d4-pmecc
drivers/mtd/nand/raw/brcmnand/bcm63138_nand.c|MTD_NAND_BRCMNAND_BCMBCA|device:bcm63138_nand_driver_init|brcm,nand-bcm63138
drivers/mtd/nand/raw/brcmnand/bcm6368_nand.c|MTD_NAND_BRCMNAND_BCM63XX|device:bcm6368_nand_driver_init|brcm,nand-bcm6368
drivers/mtd/nand/raw/brcmnand/brcmstb_nand.c|MTD_NAND_BRCMNAND_BRCMSTB|device:brcmstb_nand_driver_init|brcm,brcmnand
drivers/mtd/nand/raw/brcmnand/iproc_nand.c|MTD_NAND_BRCMNAND_IPROC|device:iproc_nand_driver_init|brcm,nand-iproc
drivers/mtd/nand/raw/cadence-nand-controller.c|MTD_NAND_CADENCE|device:cadence_nand_dt_driver_init|cdns,hp-nfc
drivers/mtd/nand/raw/davinci_nand.c|MTD_NAND_DAVINCI|device:nand_davinci_driver_init|ti,davinci-nand ti,keystone-nand
drivers/mtd/nand/raw/denali_dt.c|MTD_NAND_DENALI_DT|device:denali_dt_driver_init|altr,socfpga-denali-nand socionext,uniphier-denali-nand-v5a socionext,uniphier-denali-nand-v5b
drivers/mtd/nand/raw/fsl_elbc_nand.c|MTD_NAND_FSL_ELBC|device:fsl_elbc_nand_driver_init|fsl,elbc-fcm-nand
drivers/mtd/nand/raw/fsl_ifc_nand.c|MTD_NAND_FSL_IFC|device:fsl_ifc_nand_driver_init|fsl,ifc-nand
drivers/mtd/nand/raw/fsl_upm.c|MTD_NAND_FSL_UPM|device:of_fun_driver_init|fsl,upm-nand
drivers/mtd/nand/raw/fsmc_nand.c|MTD_NAND_FSMC|device:fsmc_nand_driver_init|st,spear600-fsmc-nand stericsson,fsmc-nand
drivers/mtd/nand/raw/gpio.c|MTD_NAND_GPIO|device:gpio_nand_driver_init|gpio-control-nand
drivers/mtd/nand/raw/gpmi-nand/gpmi-nand.c|MTD_NAND_GPMI_NAND|device:gpmi_nand_driver_init|fsl,imx23-gpmi-nand fsl,imx28-gpmi-nand fsl,imx6q-gpmi-nand fsl,imx6sx-gpmi-nand fsl,imx7d-gpmi-nand
drivers/mtd/nand/raw/hisi504_nand.c|MTD_NAND_HISI504|device:hisi_nfc_driver_init|hisilicon,504-nfc
drivers/mtd/nand/raw/ingenic/ingenic_nand_drv.c|MTD_NAND_JZ4780|device:ingenic_nand_driver_init|ingenic,jz4725b-nand ingenic,jz4740-nand ingenic,jz4780-nand
drivers/mtd/nand/raw/ingenic/jz4725b_bch.c|MTD_NAND_JZ4725B_BCH|device:jz4725b_bch_driver_init|ingenic,jz4725b-bch
drivers/mtd/nand/raw/ingenic/jz4740_ecc.c|MTD_NAND_JZ4740_ECC|device:jz4740_ecc_driver_init|ingenic,jz4740-ecc
drivers/mtd/nand/raw/ingenic/jz4780_bch.c|MTD_NAND_JZ4780_BCH|device:jz4780_bch_driver_init|ingenic,jz4780-bch
drivers/mtd/nand/raw/intel-nand-controller.c|MTD_NAND_INTEL_LGM|device:ebu_nand_driver_init|intel,lgm-ebunand
drivers/mtd/nand/raw/lpc32xx_mlc.c|MTD_NAND_MLC_LPC32XX|device:lpc32xx_nand_driver_init|nxp,lpc3220-mlc
drivers/mtd/nand/raw/lpc32xx_slc.c|MTD_NAND_SLC_LPC32XX|device:lpc32xx_nand_driver_init|nxp,lpc3220-slc
drivers/mtd/nand/raw/marvell_nand.c|MTD_NAND_MARVELL|device:marvell_nfc_driver_init|marvell,armada-8k-nand marvell,armada-8k-nand-controller marvell,armada370-nand marvell,armada370-nand-controller marvell,pxa3xx-nand marvell,pxa3xx-nand-controller
drivers/mtd/nand/raw/meson_nand.c|MTD_NAND_MESON|device:meson_nfc_driver_init|amlogic,meson-axg-nfc amlogic,meson-gxl-nfc
drivers/mtd/nand/raw/mpc5121_nfc.c|MTD_NAND_MPC5121_NFC|device:mpc5121_nfc_driver_init|fsl,mpc5121-nfc
drivers/mtd/nand/raw/mtk_nand.c|MTD_NAND_MTK|device:mtk_nfc_driver_init|mediatek,mt2701-nfc mediatek,mt2712-nfc mediatek,mt7622-nfc
drivers/mtd/nand/raw/mxc_nand.c|MTD_NAND_MXC|device:mxcnd_driver_init|fsl,imx21-nand fsl,imx25-nand fsl,imx27-nand fsl,imx51-nand fsl,imx53-nand
drivers/mtd/nand/raw/mxic_nand.c|MTD_NAND_MXIC|device:mxic_nfc_driver_init|mxic,multi-itfc-v009-nand-controller
drivers/mtd/nand/raw/ndfc.c|MTD_NAND_NDFC|device:ndfc_driver_init|ibm,ndfc
drivers/mtd/nand/raw/omap_elm.c|MTD_NAND_OMAP_BCH_BUILD|device:elm_driver_init|ti,am3352-elm ti,am64-elm
drivers/mtd/nand/raw/orion_nand.c|MTD_NAND_ORION|device:orion_nand_driver_init|marvell,orion-nand
drivers/mtd/nand/raw/oxnas_nand.c|MTD_NAND_OXNAS|device:oxnas_nand_driver_init|oxsemi,ox820-nand
drivers/mtd/nand/raw/pasemi_nand.c|MTD_NAND_PASEMI|device:pasemi_nand_driver_init|pasemi,localbus-nand
drivers/mtd/nand/raw/pl35x-nand-controller.c|MTD_NAND_PL35X|device:pl35x_nandc_driver_init|arm,pl353-nand-r2p1
drivers/mtd/nand/raw/plat_nand.c|MTD_NAND_PLATFORM|device:plat_nand_driver_init|gen_nand
drivers/mtd/nand/raw/qcom_nandc.c|MTD_NAND_QCOM|device:qcom_nandc_driver_init|qcom,ipq4019-nand qcom,ipq6018-nand qcom,ipq806x-nand qcom,ipq8074-nand qcom,sdx55-nand
drivers/mtd/nand/raw/renesas-nand-controller.c|MTD_NAND_RENESAS|device:rnandc_driver_init|renesas,rcar-gen3-nandc renesas,rzn1-nandc
drivers/mtd/nand/raw/rockchip-nand-controller.c|MTD_NAND_ROCKCHIP|device:rk_nfc_driver_init|rockchip,px30-nfc rockchip,rk2928-nfc rockchip,rv1108-nfc
drivers/mtd/nand/raw/s3c2410.c|MTD_NAND_S3C2410|device:s3c24xx_nand_driver_init|samsung,s3c2410-nand samsung,s3c2412-nand samsung,s3c2440-nand
drivers/mtd/nand/raw/sh_flctl.c|MTD_NAND_SH_FLCTL|device:flctl_driver_init|renesas,shmobile-flctl-sh7372
drivers/mtd/nand/raw/socrates_nand.c|MTD_NAND_SOCRATES|device:socrates_nand_driver_init|abb,socrates-nand
drivers/mtd/nand/raw/stm32_fmc2_nand.c|MTD_NAND_STM32_FMC2|device:stm32_fmc2_nfc_driver_init|st,stm32mp1-fmc2-nfc st,stm32mp15-fmc2
drivers/mtd/nand/raw/sunxi_nand.c|MTD_NAND_SUNXI|device:sunxi_nfc_driver_init|allwinner,sun4i-a10-nand allwinner,sun8i-a23-nand-controller
drivers/mtd/nand/raw/tegra_nand.c|MTD_NAND_TEGRA|device:tegra_nand_driver_init|nvidia,tegra20-nand
drivers/mtd/nand/raw/vf610_nfc.c|MTD_NAND_VF610_NFC|device:vf610_nfc_driver_init|fsl,vf610-nfc
drivers/mtd/nand/raw/xway_nand.c|MTD_NAND_XWAY|device:xway_nand_driver_init|lantiq,nand-xway
drivers/mtd/nand/spi/core.c|MTD_SPI_NAND|device:spinand_drv_init|spi-nand
drivers/mtd/parsers/afs.c|MTD_AFS_PARTS||arm,arm-firmware-suite
drivers/mtd/parsers/bcm47xxpart.c|MTD_BCM47XX_PARTS||brcm,bcm947xx-cfe-partitions
drivers/mtd/parsers/bcm63xxpart.c|MTD_BCM63XX_PARTS||brcm,bcm963xx-cfe-nor-partitions
drivers/mtd/parsers/brcm_u-boot.c|MTD_BRCM_U_BOOT||brcm,u-boot
drivers/mtd/parsers/ofpart_core.c|MTD_OF_PARTS|device:ofpart_parser_init|brcm,bcm4908-partitions fixed-partitions linksys,ns-partitions
drivers/mtd/parsers/parser_imagetag.c|MTD_PARSER_IMAGETAG||brcm,bcm963xx-imagetag
drivers/mtd/parsers/parser_trx.c|MTD_PARSER_TRX||brcm,trx
drivers/mtd/parsers/qcomsmempart.c|MTD_QCOMSMEM_PARTS||qcom,smem-part
drivers/mtd/parsers/redboot.c|MTD_REDBOOT_PARTS||redboot-fis
drivers/mtd/parsers/scpart.c|MTD_SERCOMM_PARTS||sercomm,sc-partitions
drivers/mtd/spi-nor/controllers/hisi-sfc.c|SPI_HISI_SFC|device:hisi_spi_nor_driver_init|hisilicon,fmc-spi-nor
drivers/mtd/spi-nor/controllers/nxp-spifi.c|SPI_NXP_SPIFI|device:nxp_spifi_driver_init|nxp,lpc1773-spifi
drivers/mtd/spi-nor/core.c|MTD_SPI_NOR|device:spi_nor_module_init|jedec,spi-nor
drivers/mux/adg792a.c|MUX_ADG792A|device:adg792a_driver_init|adi,adg792a adi,adg792g
drivers/mux/adgs1408.c|MUX_ADGS1408|device:adgs1408_driver_init|adi,adgs1408 adi,adgs1409
drivers/mux/gpio.c|MUX_GPIO|device:mux_gpio_driver_init|gpio-mux
drivers/mux/mmio.c|MUX_MMIO|device:mux_mmio_driver_init|mmio-mux reg-mux
drivers/net/can/at91_can.c|CAN_AT91|device:at91_can_driver_init|atmel,at91sam9263-can atmel,at91sam9x5-can
drivers/net/can/c_can/c_can_platform.c|CAN_C_CAN_PLATFORM|device:c_can_plat_driver_init|bosch,c_can bosch,d_can ti,am3352-d_can ti,am4372-d_can ti,dra7-d_can
drivers/net/can/cc770/cc770_platform.c|CAN_CC770_PLATFORM|device:cc770_platform_driver_init|bosch,cc770 intc,82527
drivers/net/can/ctucanfd/ctucanfd_platform.c|CAN_CTUCANFD_PLATFORM|device:ctucanfd_driver_init|ctu,ctucanfd ctu,ctucanfd-2
drivers/net/can/flexcan/flexcan-core.c|CAN_FLEXCAN|device:flexcan_driver_init|fsl,imx25-flexcan fsl,imx28-flexcan fsl,imx35-flexcan fsl,imx53-flexcan fsl,imx6q-flexcan fsl,imx8mp-flexcan fsl,imx8qm-flexcan fsl,ls1021ar2-flexcan fsl,lx2160ar1-flexcan fsl,p1010-flexcan fsl,vf610-flexcan
drivers/net/can/ifi_canfd/ifi_canfd.c|CAN_IFI_CANFD|device:ifi_canfd_plat_driver_init|ifi,canfd-1.0
drivers/net/can/m_can/m_can_platform.c|CAN_M_CAN_PLATFORM|device:m_can_plat_driver_init|bosch,m_can
drivers/net/can/m_can/tcan4x5x-core.c|CAN_M_CAN_TCAN4X5X|device:tcan4x5x_can_driver_init|ti,tcan4x5x
drivers/net/can/mscan/mpc5xxx_can.c|CAN_MPC5XXX|device:mpc5xxx_can_driver_init|fsl,mpc5121-mscan fsl,mpc5200-cdm fsl,mpc5200-mscan
drivers/net/can/rcar/rcar_can.c|CAN_RCAR|device:rcar_can_driver_init|renesas,can-r8a7778 renesas,can-r8a7779 renesas,can-r8a7790 renesas,can-r8a7791 renesas,rcar-gen1-can renesas,rcar-gen2-can renesas,rcar-gen3-can
drivers/net/can/rcar/rcar_canfd.c|CAN_RCAR_CANFD|device:rcar_canfd_driver_init|renesas,r8a779a0-canfd renesas,rcar-gen3-canfd renesas,rzg2l-canfd
drivers/net/can/sja1000/sja1000_platform.c|CAN_SJA1000_PLATFORM|device:sp_driver_init|nxp,sja1000 renesas,rzn1-sja1000 technologic,sja1000
drivers/net/can/spi/hi311x.c|CAN_HI311X|device:hi3110_can_driver_init|holt,hi3110
drivers/net/can/spi/mcp251x.c|CAN_MCP251X|device:mcp251x_can_driver_init|microchip,mcp2510 microchip,mcp2515 microchip,mcp25625
drivers/net/can/spi/mcp251xfd/mcp251xfd-core.c|CAN_MCP251XFD|device:mcp251xfd_driver_init|microchip,mcp2517fd microchip,mcp251863 microchip,mcp2518fd microchip,mcp251xfd
drivers/net/can/sun4i_can.c|CAN_SUN4I|device:sun4i_can_driver_init|allwinner,sun20i-d1-can allwinner,sun4i-a10-can allwinner,sun7i-a20-can allwinner,sun8i-r40-can
drivers/net/can/ti_hecc.c|CAN_TI_HECC|device:ti_hecc_driver_init|ti,am3517-hecc
drivers/net/can/xilinx_can.c|CAN_XILINXCAN|device:xcan_driver_init|xlnx,axi-can-1.00.a xlnx,canfd-1.0 xlnx,canfd-2.0 xlnx,zynq-can-1.0
drivers/net/dsa/b53/b53_mdio.c|B53_MDIO_DRIVER||brcm,bcm53115 brcm,bcm53125 brcm,bcm53128 brcm,bcm5325 brcm,bcm5365 brcm,bcm5389 brcm,bcm5395 brcm,bcm5397 brcm,bcm5398
drivers/net/dsa/b53/b53_mmap.c|B53_MMAP_DRIVER|device:b53_mmap_driver_init|brcm,bcm3384-switch brcm,bcm6328-switch brcm,bcm6368-switch brcm,bcm63xx-switch
drivers/net/dsa/b53/b53_spi.c|B53_SPI_DRIVER|device:b53_spi_driver_init|brcm,bcm53115 brcm,bcm53125 brcm,bcm53128 brcm,bcm5325 brcm,bcm5365 brcm,bcm5395 brcm,bcm5397 brcm,bcm5398
drivers/net/dsa/b53/b53_srab.c|B53_SRAB_DRIVER|device:b53_srab_driver_init|brcm,bcm11360-srab brcm,bcm53010-srab brcm,bcm53011-srab brcm,bcm53012-srab brcm,bcm53018-srab brcm,bcm53019-srab brcm,bcm5301x-srab brcm,bcm58522-srab brcm,bcm58525-srab brcm,bcm58535-srab brcm,bcm58622-srab brcm,bcm58623-srab brcm,bcm58625-srab brcm,bcm88312-srab brcm,cygnus-srab brcm,nsp-srab brcm,omega-srab
drivers/net/dsa/bcm_sf2.c|NET_DSA_BCM_SF2|device:bcm_sf2_driver_init|brcm,bcm4908-switch brcm,bcm7278-switch-v4.0 brcm,bcm7278-switch-v4.8 brcm,bcm7445-switch-v4.0
drivers/net/dsa/hirschmann/hellcreek.c|NET_DSA_HIRSCHMANN_HELLCREEK|device:hellcreek_driver_init|hirschmann,hellcreek-de1soc-r1
drivers/net/dsa/lan9303_i2c.c|NET_DSA_SMSC_LAN9303_I2C|device:lan9303_i2c_driver_init|smsc,lan9303-i2c
drivers/net/dsa/lan9303_mdio.c|NET_DSA_SMSC_LAN9303_MDIO||microchip,lan9354-mdio smsc,lan9303-mdio
drivers/net/dsa/lantiq_gswip.c|NET_DSA_LANTIQ_GSWIP|device:gswip_driver_init|lantiq,xrx200-gphy-fw lantiq,xrx200-gswip lantiq,xrx200a1x-gphy-fw lantiq,xrx200a2x-gphy-fw lantiq,xrx300-gphy-fw lantiq,xrx300-gswip lantiq,xrx330-gphy-fw lantiq,xrx330-gswip
drivers/net/dsa/microchip/ksz8863_smi.c|NET_DSA_MICROCHIP_KSZ8863_SMI||microchip,ksz8863 microchip,ksz8873
drivers/net/dsa/microchip/ksz9477_i2c.c|NET_DSA_MICROCHIP_KSZ9477_I2C|device:ksz9477_i2c_driver_init|microchip,ksz8563 microchip,ksz9477 microchip,ksz9563 microchip,ksz9567 microchip,ksz9893 microchip,ksz9896 microchip,ksz9897
drivers/net/dsa/microchip/ksz_spi.c|NET_DSA_MICROCHIP_KSZ_SPI|device:ksz_spi_driver_init|microchip,ksz8563 microchip,ksz8765 microchip,ksz8794 microchip,ksz8795 microchip,ksz8863 microchip,ksz8873 microchip,ksz9477 microchip,ksz9563 microchip,ksz9567 microchip,ksz9893 microchip,ksz9896 microchip,ksz9897 microchip,lan9370 microchip,lan9371 microchip,lan9372 microchip,lan9373 microchip,lan9374
drivers/net/dsa/mt7530.c|NET_DSA_MT7530||mediatek,mt7530 mediatek,mt7531 mediatek,mt7621
drivers/net/dsa/mv88e6060.c|NET_DSA_MV88E6060||marvell,mv88e6060
drivers/net/dsa/mv88e6xxx/chip.c|NET_DSA_MV88E6XXX||marvell,mv88e6085 marvell,mv88e6190 marvell,mv88e6250
drivers/net/dsa/ocelot/seville_vsc9953.c|NET_DSA_MSCC_SEVILLE|device:seville_vsc9953_driver_init|mscc,vsc9953-switch
drivers/net/dsa/qca/ar9331.c|NET_DSA_AR9331||qca,ar9331-switch
drivers/net/dsa/qca/qca8k-8xxx.c|NET_DSA_QCA8K||qca,qca8327 qca,qca8328 qca,qca8334 qca,qca8337
drivers/net/dsa/realtek/realtek-mdio.c|NET_DSA_REALTEK_MDIO||realtek,rtl8365mb realtek,rtl8366rb
drivers/net/dsa/realtek/realtek-smi.c|NET_DSA_REALTEK_SMI|device:realtek_smi_driver_init|realtek,rtl8365mb realtek,rtl8366rb
drivers/net/dsa/rzn1_a5psw.c|NET_DSA_RZN1_A5PSW|device:a5psw_driver_init|renesas,rzn1-a5psw
drivers/net/dsa/sja1105/sja1105_main.c|NET_DSA_SJA1105|device:sja1105_driver_init|nxp,sja1105e nxp,sja1105p nxp,sja1105q nxp,sja1105r nxp,sja1105s nxp,sja1105t nxp,sja1110a nxp,sja1110b nxp,sja1110c nxp,sja1110d
drivers/net/dsa/vitesse-vsc73xx-platform.c|NET_DSA_VITESSE_VSC73XX_PLATFORM|device:vsc73xx_platform_driver_init|vitesse,vsc7385 vitesse,vsc7388 vitesse,vsc7395 vitesse,vsc7398
drivers/net/dsa/vitesse-vsc73xx-spi.c|NET_DSA_VITESSE_VSC73XX_SPI|device:vsc73xx_spi_driver_init|vitesse,vsc7385 vitesse,vsc7388 vitesse,vsc7395 vitesse,vsc7398
drivers/net/ethernet/actions/owl-emac.c|OWL_EMAC|device:owl_emac_driver_init|actions,owl-emac
drivers/net/ethernet/adi/adin1110.c|ADIN1110|device:adin1110_driver_init|adi,adin1110 adi,adin2111
drivers/net/ethernet/allwinner/sun4i-emac.c|SUN4I_EMAC|device:emac_driver_init|allwinner,sun4i-a10-emac allwinner,sun4i-emac
drivers/net/ethernet/altera/altera_tse_main.c|ALTERA_TSE|device:altera_tse_driver_init|ALTR,tse-1.0 altr,tse-1.0 altr,tse-msgdma-1.0
drivers/net/ethernet/amd/xgbe/xgbe-platform.c|AMD_XGBE|device:xgbe_mod_init|amd,xgbe-seattle-v1a
drivers/net/ethernet/apm/xgene/xgene_enet_main.c|NET_XGENE|device:xgene_enet_driver_init|apm,xgene-enet apm,xgene1-sgenet apm,xgene1-xgenet apm,xgene2-sgenet apm,xgene2-xgenet
drivers/net/ethernet/apple/bmac.c|BMAC|device:bmac_init|bmac+
drivers/net/ethernet/arc/emac_arc.c|ARC_EMAC|device:emac_arc_driver_init|snps,arc-emac
drivers/net/ethernet/arc/emac_rockchip.c|EMAC_ROCKCHIP|device:emac_rockchip_driver_init|rockchip,rk3036-emac rockchip,rk3066-emac rockchip,rk3188-emac
drivers/net/ethernet/asix/ax88796c_main.c|SPI_AX88796C|device:ax88796c_spi_init|asix,ax88796c
drivers/net/ethernet/atheros/ag71xx.c|AG71XX|device:ag71xx_driver_init|qca,ar7100-eth qca,ar7240-eth qca,ar7241-eth qca,ar7242-eth qca,ar9130-eth qca,ar9330-eth qca,ar9340-eth qca,qca9530-eth qca,qca9550-eth qca,qca9560-eth
drivers/net/ethernet/broadcom/bcm4908_enet.c|BCM4908_ENET|device:bcm4908_enet_driver_init|brcm,bcm4908-enet
drivers/net/ethernet/broadcom/bcmsysport.c|SYSTEMPORT|device:bcm_sysport_driver_init|brcm,systemport brcm,systemport-v1.00 brcm,systemportlite-v1.00
drivers/net/ethernet/broadcom/bgmac-platform.c|BGMAC_PLATFORM|device:bgmac_enet_driver_init|brcm,amac brcm,ns2-amac brcm,nsp-amac
drivers/net/ethernet/broadcom/genet/bcmgenet.c|BCMGENET|device:bcmgenet_driver_init|brcm,bcm2711-genet-v5 brcm,bcm7712-genet-v5 brcm,genet-v1 brcm,genet-v2 brcm,genet-v3 brcm,genet-v4 brcm,genet-v5
drivers/net/ethernet/cadence/macb_main.c|MACB|device:macb_driver_init|atmel,sama5d2-gem atmel,sama5d29-gem atmel,sama5d3-gem atmel,sama5d3-macb atmel,sama5d4-gem cdns,at91rm9200-emac cdns,at91sam9260-macb cdns,emac cdns,gem cdns,macb cdns,np4-macb cdns,pc302-gem cdns,sam9x60-macb cdns,zynq-gem cdns,zynqmp-gem microchip,mpfs-macb microchip,sama7g5-emac microchip,sama7g5-gem sifive,fu540-c000-gem xlnx,versal-gem xlnx,zynq-gem xlnx,zynqmp-gem
drivers/net/ethernet/calxeda/xgmac.c|NET_CALXEDA_XGMAC|device:xgmac_driver_init|calxeda,hb-xgmac
drivers/net/ethernet/cavium/octeon/octeon_mgmt.c|OCTEON_MGMT_ETHERNET|device:octeon_mgmt_driver_init|cavium,octeon-5750-mix
drivers/net/ethernet/cortina/gemini.c|GEMINI_ETHERNET|device:gemini_ethernet_module_init|cortina,gemini-ethernet cortina,gemini-ethernet-port
drivers/net/ethernet/davicom/dm9000.c|DM9000|device:dm9000_driver_init|davicom,dm9000
drivers/net/ethernet/davicom/dm9051.c|DM9051|device:dm9051_driver_init|davicom,dm9051
drivers/net/ethernet/engleder/tsnep_main.c|TSNEP|device:tsnep_driver_init|engleder,tsnep
drivers/net/ethernet/ethoc.c|ETHOC|device:ethoc_driver_init|opencores,ethoc
drivers/net/ethernet/ezchip/nps_enet.c|EZCHIP_NPS_MANAGEMENT_ENET|device:nps_enet_driver_init|ezchip,nps-mgt-enet
drivers/net/ethernet/faraday/ftgmac100.c|FTGMAC100|device:ftgmac100_driver_init|faraday,ftgmac100
drivers/net/ethernet/faraday/ftmac100.c|FTMAC100|device:ftmac100_driver_init|andestech,atmac100
drivers/net/ethernet/freescale/enetc/enetc_ierb.c|FSL_ENETC_IERB|device:enetc_ierb_driver_init|fsl,ls1028a-enetc-ierb
drivers/net/ethernet/freescale/fec_main.c|FEC|device:fec_driver_init|fsl,imx25-fec fsl,imx27-fec fsl,imx28-fec fsl,imx6q-fec fsl,imx6sx-fec fsl,imx6ul-fec fsl,imx8mq-fec fsl,imx8qm-fec fsl,mvf600-fec fsl,s32v234-fec
drivers/net/ethernet/freescale/fec_mpc52xx.c|FEC_MPC52xx|device:mpc52xx_fec_init|fsl,mpc5200-fec fsl,mpc5200b-fec mpc5200-fec
drivers/net/ethernet/freescale/fec_mpc52xx_phy.c|FEC_MPC52xx||fsl,mpc5200-mdio fsl,mpc5200b-mdio mpc5200b-fec-phy
drivers/net/ethernet/freescale/fman/fman.c|FSL_FMAN|device:fman_load|fsl,fman fsl,fman-muram
drivers/net/ethernet/freescale/fman/fman_port.c|FSL_FMAN|device:fman_port_load|fsl,fman-v2-port-rx fsl,fman-v2-port-tx fsl,fman-v3-port-rx fsl,fman-v3-port-tx
drivers/net/ethernet/freescale/fman/mac.c|FSL_FMAN|device:mac_driver_init|fsl,fman-dtsec fsl,fman-memac fsl,fman-xgec
drivers/net/ethernet/freescale/fs_enet/fs_enet-main.c|FS_ENET|device:fs_enet_driver_init|fsl,cpm1-scc-enet fsl,cpm2-fcc-enet fsl,cpm2-scc-enet fsl,mpc5121-fec fsl,mpc5125-fec fsl,pq1-fec-enet
drivers/net/ethernet/freescale/fs_enet/mii-bitbang.c|FS_ENET_MDIO_FCC|device:fs_enet_bb_mdio_driver_init|fsl,cpm2-mdio-bitbang
drivers/net/ethernet/freescale/fs_enet/mii-fec.c|FS_ENET_MDIO_FEC|device:fs_enet_fec_mdio_driver_init|fsl,mpc5121-fec-mdio fsl,pq1-fec-mdio
drivers/net/ethernet/freescale/fsl_pq_mdio.c|FSL_PQ_MDIO|device:fsl_pq_mdio_driver_init|fsl,etsec2-mdio fsl,etsec2-tbi fsl,fman-mdio fsl,gianfar-mdio fsl,gianfar-tbi fsl,ucc-mdio gianfar ucc_geth_phy
drivers/net/ethernet/freescale/gianfar.c|GIANFAR|device:gfar_driver_init|fsl,etsec2 gianfar
drivers/net/ethernet/freescale/ucc_geth.c|UCC_GETH|device:ucc_geth_init|ucc_geth
drivers/net/ethernet/freescale/xgmac_mdio.c|FSL_XGMAC_MDIO|device:xgmac_mdio_driver_init|fsl,fman-memac-mdio fsl,fman-xmdio
drivers/net/ethernet/hisilicon/hip04_eth.c|HIP04_ETH|device:hip04_mac_driver_init|hisilicon,hip04-mac
drivers/net/ethernet/hisilicon/hisi_femac.c|HISI_FEMAC|device:hisi_femac_driver_init|hisilicon,hi3516cv300-femac hisilicon,hisi-femac-v1 hisilicon,hisi-femac-v2
drivers/net/ethernet/hisilicon/hix5hd2_gmac.c|HIX5HD2_GMAC|device:hix5hd2_dev_driver_init|hisilicon,hi3516a-gmac hisilicon,hi3798cv200-gmac hisilicon,hisi-gmac-v1 hisilicon,hisi-gmac-v2 hisilicon,hix5hd2-gmac
drivers/net/ethernet/hisilicon/hns/hns_dsaf_main.c|HNS_DSAF|device:g_dsaf_driver_init|hisilicon,hns-dsaf-v1 hisilicon,hns-dsaf-v2
drivers/net/ethernet/hisilicon/hns/hns_enet.c|HNS_ENET|device:hns_nic_dev_driver_init|hisilicon,hns-nic-v1 hisilicon,hns-nic-v2
drivers/net/ethernet/hisilicon/hns_mdio.c|HNS_MDIO|device:hns_mdio_driver_init|hisilicon,hns-mdio hisilicon,mdio
drivers/net/ethernet/ibm/ehea/ehea_main.c|EHEA|device:ehea_module_init|IBM,lhea IBM,lhea-ethernet
drivers/net/ethernet/ibm/emac/core.c|IBM_EMAC|device:emac_init|ibm,emac ibm,emac4 ibm,emac4sync
drivers/net/ethernet/ibm/emac/mal.c|IBM_EMAC|device:emac_init|ibm,mcmal ibm,mcmal2
drivers/net/ethernet/ibm/emac/rgmii.c|IBM_EMAC_RGMII|device:emac_init|ibm,rgmii
drivers/net/ethernet/ibm/emac/tah.c|IBM_EMAC_TAH|device:emac_init|ibm,tah
drivers/net/ethernet/ibm/emac/zmii.c|IBM_EMAC_ZMII|device:emac_init|ibm,zmii
drivers/net/ethernet/korina.c|KORINA|device:korina_driver_init|idt,3243x-emac
drivers/net/ethernet/lantiq_xrx200.c|LANTIQ_XRX200|device:xrx200_driver_init|lantiq,xrx200-net
drivers/net/ethernet/litex/litex_liteeth.c|LITEX_LITEETH|device:liteeth_driver_init|litex,liteeth
drivers/net/ethernet/marvell/mv643xx_eth.c|MV643XX_ETH|device:mv643xx_eth_init_module|marvell,kirkwood-eth marvell,orion-eth
drivers/net/ethernet/marvell/mvmdio.c|MVMDIO|device:orion_mdio_driver_init|marvell,orion-mdio marvell,xmdio
drivers/net/ethernet/marvell/mvneta.c|MVNETA|device:mvneta_driver_init|marvell,armada-370-neta marvell,armada-3700-neta marvell,armada-ac5-neta marvell,armada-xp-neta
drivers/net/ethernet/marvell/mvneta_bm.c|MVNETA_BM|device:mvneta_bm_driver_init|marvell,armada-380-neta-bm
drivers/net/ethernet/marvell/mvpp2/mvpp2_main.c|MVPP2|device:mvpp2_driver_init|marvell,armada-375-pp2 marvell,armada-7k-pp22
drivers/net/ethernet/marvell/pxa168_eth.c|PXA168_ETH|device:pxa168_eth_driver_init|marvell,pxa168-eth
drivers/net/ethernet/mediatek/mtk_eth_soc.c|NET_MEDIATEK_SOC|device:mtk_driver_init|mediatek,mt2701-eth mediatek,mt7621-eth mediatek,mt7622-eth mediatek,mt7623-eth mediatek,mt7629-eth mediatek,mt7986-eth ralink,rt5350-eth
drivers/net/ethernet/mediatek/mtk_star_emac.c|NET_MEDIATEK_STAR_EMAC|device:mtk_star_driver_init|mediatek,mt8175-eth mediatek,mt8365-eth mediatek,mt8516-eth mediatek,mt8518-eth
drivers/net/ethernet/micrel/ks8851_par.c|KS8851_MLL|device:ks8851_driver_init|micrel,ks8851-mll
drivers/net/ethernet/micrel/ks8851_spi.c|KS8851|device:ks8851_driver_init|micrel,ks8851
drivers/net/ethernet/microchip/enc28j60.c|ENC28J60|device:enc28j60_driver_init|microchip,enc28j60
drivers/net/ethernet/microchip/lan966x/lan966x_main.c|LAN966X_SWITCH|device:lan966x_switch_driver_init|microchip,lan966x-switch
drivers/net/ethernet/microchip/sparx5/sparx5_main.c|SPARX5_SWITCH|device:mchp_sparx5_driver_init|microchip,sparx5-switch
drivers/net/ethernet/moxa/moxart_ether.c|ARM_MOXART_ETHER|device:moxart_mac_driver_init|moxa,moxart-mac
drivers/net/ethernet/mscc/ocelot_vsc7514.c|MSCC_OCELOT_SWITCH|device:mscc_ocelot_driver_init|mscc,vsc7514-switch
drivers/net/ethernet/ni/nixge.c|NI_XGE_MANAGEMENT_ENET|device:nixge_driver_init|ni,xge-enet-2.00 ni,xge-enet-3.00
drivers/net/ethernet/nxp/lpc_eth.c|LPC_ENET|device:lpc_eth_driver_init|nxp,lpc-eth
drivers/net/ethernet/qualcomm/emac/emac-sgmii.c|QCOM_EMAC|device:emac_platform_driver_init|qcom,fsm9900-emac-sgmii qcom,qdf2432-emac-sgmii
drivers/net/ethernet/qualcomm/emac/emac.c|QCOM_EMAC|device:emac_platform_driver_init|qcom,fsm9900-emac
drivers/net/ethernet/qualcomm/qca_spi.c|QCA7000_SPI|device:qca_spi_driver_init|qca,qca7000
drivers/net/ethernet/qualcomm/qca_uart.c|QCA7000_UART|device:qca_uart_driver_init|qca,qca7000
drivers/net/ethernet/renesas/ravb_main.c|RAVB|device:ravb_driver_init|renesas,etheravb-r8a7790 renesas,etheravb-r8a7794 renesas,etheravb-r8a7795 renesas,etheravb-rcar-gen2 renesas,etheravb-rcar-gen3 renesas,etheravb-rcar-gen4 renesas,etheravb-rzv2m renesas,rzg2l-gbeth
drivers/net/ethernet/renesas/sh_eth.c|SH_ETH|device:sh_eth_driver_init|renesas,ether-r7s72100 renesas,ether-r7s9210 renesas,ether-r8a7743 renesas,ether-r8a7745 renesas,ether-r8a7778 renesas,ether-r8a7779 renesas,ether-r8a7790 renesas,ether-r8a7791 renesas,ether-r8a7793 renesas,ether-r8a7794 renesas,gether-r8a7740 renesas,gether-r8a77980 renesas,rcar-gen1-ether renesas,rcar-gen2-ether
drivers/net/ethernet/samsung/sxgbe/sxgbe_platform.c|SXGBE_ETH|device:sxgbe_init|samsung,sxgbe-v2.0a
drivers/net/ethernet/smsc/smc91x.c|SMC91X|device:smc_driver_init|smsc,lan91c111 smsc,lan91c94
drivers/net/ethernet/smsc/smsc911x.c|SMSC911X|device:smsc911x_init_module|smsc,lan9115
drivers/net/ethernet/socionext/netsec.c|SNI_NETSEC|device:netsec_driver_init|socionext,synquacer-netsec
drivers/net/ethernet/socionext/sni_ave.c|SNI_AVE|device:ave_driver_init|socionext,uniphier-ld11-ave4 socionext,uniphier-ld20-ave4 socionext,uniphier-nx1-ave4 socionext,uniphier-pro4-ave4 socionext,uniphier-pxs2-ave4 socionext,uniphier-pxs3-ave4
drivers/net/ethernet/stmicro/stmmac/dwmac-anarion.c|DWMAC_ANARION|device:anarion_dwmac_driver_init|adaptrum,anarion-gmac
drivers/net/ethernet/stmicro/stmmac/dwmac-dwc-qos-eth.c|DWMAC_DWC_QOS_ETH|device:dwc_eth_dwmac_driver_init|nvidia,tegra186-eqos snps,dwc-qos-ethernet-4.10
drivers/net/ethernet/stmicro/stmmac/dwmac-generic.c|DWMAC_GENERIC|device:dwmac_generic_driver_init|snps,dwmac snps,dwmac-3.40a snps,dwmac-3.50a snps,dwmac-3.610 snps,dwmac-3.70a snps,dwmac-3.710 snps,dwmac-4.00 snps,dwmac-4.10a snps,dwxgmac snps,dwxgmac-2.10 st,spear600-gmac
drivers/net/ethernet/stmicro/stmmac/dwmac-imx.c|DWMAC_IMX8|device:imx_dwmac_driver_init|nxp,imx8dxl-dwmac-eqos nxp,imx8mp-dwmac-eqos
drivers/net/ethernet/stmicro/stmmac/dwmac-ingenic.c|DWMAC_INGENIC|device:ingenic_mac_driver_init|ingenic,jz4775-mac ingenic,x1000-mac ingenic,x1600-mac ingenic,x1830-mac ingenic,x2000-mac
drivers/net/ethernet/stmicro/stmmac/dwmac-intel-plat.c|DWMAC_INTEL_PLAT|device:intel_eth_plat_driver_init|intel,keembay-dwmac
drivers/net/ethernet/stmicro/stmmac/dwmac-ipq806x.c|DWMAC_IPQ806X|device:ipq806x_gmac_dwmac_driver_init|qcom,ipq806x-gmac
drivers/net/ethernet/stmicro/stmmac/dwmac-lpc18xx.c|DWMAC_LPC18XX|device:lpc18xx_dwmac_driver_init|nxp,lpc1850-dwmac
drivers/net/ethernet/stmicro/stmmac/dwmac-mediatek.c|DWMAC_MEDIATEK|device:mediatek_dwmac_driver_init|mediatek,mt2712-gmac mediatek,mt8195-gmac
drivers/net/ethernet/stmicro/stmmac/dwmac-meson.c|DWMAC_MESON|device:meson6_dwmac_driver_init|amlogic,meson6-dwmac
drivers/net/ethernet/stmicro/stmmac/dwmac-meson8b.c|DWMAC_MESON|device:meson8b_dwmac_driver_init|amlogic,meson-axg-dwmac amlogic,meson-g12a-dwmac amlogic,meson-gxbb-dwmac amlogic,meson8b-dwmac amlogic,meson8m2-dwmac
drivers/net/ethernet/stmicro/stmmac/dwmac-oxnas.c|DWMAC_OXNAS|device:oxnas_dwmac_driver_init|oxsemi,ox810se-dwmac oxsemi,ox820-dwmac
drivers/net/ethernet/stmicro/stmmac/dwmac-qcom-ethqos.c|DWMAC_QCOM_ETHQOS|device:qcom_ethqos_driver_init|qcom,qcs404-ethqos qcom,sm8150-ethqos
drivers/net/ethernet/stmicro/stmmac/dwmac-rk.c|DWMAC_ROCKCHIP|device:rk_gmac_dwmac_driver_init|rockchip,px30-gmac rockchip,rk3128-gmac rockchip,rk3228-gmac rockchip,rk3288-gmac rockchip,rk3308-gmac rockchip,rk3328-gmac rockchip,rk3366-gmac rockchip,rk3368-gmac rockchip,rk3399-gmac rockchip,rk3568-gmac rockchip,rk3588-gmac rockchip,rv1108-gmac rockchip,rv1126-gmac
drivers/net/ethernet/stmicro/stmmac/dwmac-socfpga.c|DWMAC_SOCFPGA|device:socfpga_dwmac_driver_init|altr,socfpga-stmmac altr,socfpga-stmmac-a10-s10
drivers/net/ethernet/stmicro/stmmac/dwmac-sti.c|DWMAC_STI|device:sti_dwmac_driver_init|st,stid127-dwmac st,stih407-dwmac st,stih415-dwmac st,stih416-dwmac
drivers/net/ethernet/stmicro/stmmac/dwmac-stm32.c|DWMAC_STM32|device:stm32_dwmac_driver_init|st,stm32-dwmac st,stm32mp1-dwmac
drivers/net/ethernet/stmicro/stmmac/dwmac-sun8i.c|DWMAC_SUN8I|device:sun8i_dwmac_driver_init|allwinner,sun50i-a64-emac allwinner,sun50i-h6-emac allwinner,sun8i-a83t-emac allwinner,sun8i-h3-emac allwinner,sun8i-r40-gmac allwinner,sun8i-v3s-emac
drivers/net/ethernet/stmicro/stmmac/dwmac-sunxi.c|DWMAC_SUNXI|device:sun7i_dwmac_driver_init|allwinner,sun7i-a20-gmac
drivers/net/ethernet/stmicro/stmmac/dwmac-visconti.c|DWMAC_VISCONTI|device:visconti_eth_dwmac_driver_init|toshiba,visconti-dwmac
drivers/net/ethernet/stmicro/stmmac/stmmac_platform.c|STMMAC_PLATFORM||snps,dwc-qos-ethernet-4.10
drivers/net/ethernet/sun/niu.c|NIU|device:niu_init|SUNW,niusl
drivers/net/ethernet/sunplus/spl2sw_driver.c|SP7021_EMAC|device:spl2sw_driver_init|sunplus,sp7021-emac
drivers/net/ethernet/ti/am65-cpsw-nuss.c|TI_K3_AM65_CPSW_NUSS|device:am65_cpsw_nuss_driver_init|ti,am642-cpsw-nuss ti,am654-cpsw-nuss ti,j7200-cpswxg-nuss ti,j721e-cpsw-nuss
drivers/net/ethernet/ti/am65-cpts.c|TI_K3_AM65_CPTS|device:am65_cpts_driver_init|ti,am65-cpts ti,j721e-cpts
drivers/net/ethernet/ti/cpsw-phy-sel.c|TI_CPSW_PHY_SEL|device:cpsw_phy_sel_driver_init|ti,am3352-cpsw-phy-sel ti,am43xx-cpsw-phy-sel ti,dra7xx-cpsw-phy-sel
drivers/net/ethernet/ti/cpsw.c|TI_CPSW|device:cpsw_driver_init|ti,am335x-cpsw ti,am4372-cpsw ti,cpsw ti,dra7-cpsw
drivers/net/ethernet/ti/cpsw_new.c|TI_CPSW_SWITCHDEV|device:cpsw_driver_init|ti,am335x-cpsw-switch ti,am4372-cpsw-switch ti,cpsw-switch ti,dra7-cpsw-switch
drivers/net/ethernet/ti/davinci_emac.c|TI_DAVINCI_EMAC|late:davinci_emac_init|ti,am3517-emac ti,davinci-dm6467-emac ti,dm816-emac
drivers/net/ethernet/ti/davinci_mdio.c|TI_DAVINCI_MDIO|device:davinci_mdio_init|ti,cpsw-mdio ti,davinci_mdio
drivers/net/ethernet/ti/netcp_core.c|TI_KEYSTONE_NETCP|device:netcp_driver_init|ti,netcp-1.0
drivers/net/ethernet/vertexcom/mse102x.c|MSE102X|device:mse102x_driver_init|vertexcom,mse1021 vertexcom,mse1022
drivers/net/ethernet/via/via-rhine.c|VIA_RHINE|device:rhine_init|via,vt8500-rhine
drivers/net/ethernet/via/via-velocity.c|VIA_VELOCITY|device:velocity_init_module|via,velocity-vt6110
drivers/net/ethernet/wiznet/w5100-spi.c|WIZNET_W5100_SPI|device:w5100_spi_driver_init|wiznet,w5100 wiznet,w5200 wiznet,w5500
drivers/net/ethernet/xilinx/ll_temac_main.c|XILINX_LL_TEMAC|device:temac_driver_init|xlnx,xps-ll-temac-1.01.b xlnx,xps-ll-temac-2.00.a xlnx,xps-ll-temac-2.02.a xlnx,xps-ll-temac-2.03.a
drivers/net/ethernet/xilinx/xilinx_axienet_main.c|XILINX_AXI_EMAC|device:axienet_driver_init|xlnx,axi-ethernet-1.00.a xlnx,axi-ethernet-1.01.a xlnx,axi-ethernet-2.01.a
drivers/net/ethernet/xilinx/xilinx_emaclite.c|XILINX_EMACLITE|device:xemaclite_of_driver_init|xlnx,opb-ethernetlite-1.01.a xlnx,opb-ethernetlite-1.01.b xlnx,xps-ethernetlite-1.00.a xlnx,xps-ethernetlite-2.00.a xlnx,xps-ethernetlite-2.01.a xlnx,xps-ethernetlite-3.00.a
drivers/net/ethernet/xscale/ixp4xx_eth.c|IXP4XX_ETH|device:ixp4xx_eth_driver_init|intel,ixp4xx-ethernet
drivers/net/ethernet/xscale/ptp_ixp46x.c|IXP4XX_ETH|device:ptp_ixp_driver_init|intel,ixp46x-ptp-timer
drivers/net/ieee802154/adf7242.c|IEEE802154_ADF7242|device:adf7242_driver_init|adi,adf7241 adi,adf7242
drivers/net/ieee802154/at86rf230.c|IEEE802154_AT86RF230|device:at86rf230_driver_init|atmel,at86rf212 atmel,at86rf230 atmel,at86rf231 atmel,at86rf233
drivers/net/ieee802154/ca8210.c|IEEE802154_CA8210|device:ca8210_spi_driver_init|cascoda,ca8210
drivers/net/ieee802154/cc2520.c|IEEE802154_CC2520|device:cc2520_driver_init|ti,cc2520
drivers/net/ieee802154/mcr20a.c|IEEE802154_MCR20A|device:mcr20a_driver_init|nxp,mcr20a
drivers/net/ieee802154/mrf24j40.c|IEEE802154_MRF24J40|device:mrf24j40_driver_init|microchip,mrf24j40 microchip,mrf24j40ma microchip,mrf24j40mc
drivers/net/ipa/ipa_main.c|QCOM_IPA|device:ipa_driver_init|qcom,msm8998-ipa qcom,sc7180-ipa qcom,sc7280-ipa qcom,sdm845-ipa qcom,sdx55-ipa qcom,sm8350-ipa
drivers/net/mctp/mctp-i2c.c|MCTP_TRANSPORT_I2C|device:mctp_i2c_mod_init|mctp-i2c-controller
drivers/net/mdio/mdio-aspeed.c|MDIO_ASPEED|device:aspeed_mdio_driver_init|aspeed,ast2600-mdio
drivers/net/mdio/mdio-bcm-iproc.c|MDIO_BCM_IPROC|device:iproc_mdio_driver_init|brcm,iproc-mdio
drivers/net/mdio/mdio-bcm-unimac.c|MDIO_BCM_UNIMAC|device:unimac_mdio_driver_init|brcm,genet-mdio-v1 brcm,genet-mdio-v2 brcm,genet-mdio-v3 brcm,genet-mdio-v4 brcm,genet-mdio-v5 brcm,unimac-mdio
drivers/net/mdio/mdio-gpio.c|MDIO_GPIO|device:mdio_gpio_driver_init|microchip,mdio-smi0 virtual,mdio-gpio
drivers/net/mdio/mdio-hisi-femac.c|MDIO_HISI_FEMAC|device:hisi_femac_mdio_driver_init|hisilicon,hisi-femac-mdio
drivers/net/mdio/mdio-ipq4019.c|MDIO_IPQ4019|device:ipq4019_mdio_driver_init|qcom,ipq4019-mdio qcom,ipq5018-mdio
drivers/net/mdio/mdio-ipq8064.c|MDIO_IPQ8064|device:ipq8064_mdio_driver_init|qcom,ipq8064-mdio
drivers/net/mdio/mdio-moxart.c|MDIO_MOXART|device:moxart_mdio_driver_init|moxa,moxart-mdio
drivers/net/mdio/mdio-mscc-miim.c|MDIO_MSCC_MIIM|device:mscc_miim_driver_init|microchip,lan966x-miim mscc,ocelot-miim
drivers/net/mdio/mdio-mux-bcm-iproc.c|MDIO_BUS_MUX_BCM_IPROC|device:mdiomux_iproc_driver_init|brcm,mdio-mux-iproc
drivers/net/mdio/mdio-mux-bcm6368.c|MDIO_BUS_MUX_BCM6368|device:bcm6368_mdiomux_driver_init|brcm,bcm6368-mdio-mux
drivers/net/mdio/mdio-mux-gpio.c|MDIO_BUS_MUX_GPIO|device:mdio_mux_gpio_driver_init|cavium,mdio-mux-sn74cbtlv3253 mdio-mux-gpio
drivers/net/mdio/mdio-mux-meson-g12a.c|MDIO_BUS_MUX_MESON_G12A|device:g12a_mdio_mux_driver_init|amlogic,g12a-mdio-mux
drivers/net/mdio/mdio-mux-mmioreg.c|MDIO_BUS_MUX_MMIOREG|device:mdio_mux_mmioreg_driver_init|mdio-mux-mmioreg
drivers/net/mdio/mdio-mux-multiplexer.c|MDIO_BUS_MUX_MULTIPLEXER|device:mdio_mux_multiplexer_driver_init|mdio-mux-multiplexer
drivers/net/mdio/mdio-octeon.c|MDIO_OCTEON|device:octeon_mdiobus_driver_init|cavium,octeon-3860-mdio
drivers/net/mdio/mdio-sun4i.c|MDIO_SUN4I|device:sun4i_mdio_driver_init|allwinner,sun4i-a10-mdio allwinner,sun4i-mdio
drivers/net/mdio/mdio-xgene.c|MDIO_XGENE|device:xgene_mdio_driver_init|apm,xgene-mdio-rgmii apm,xgene-mdio-xfi
drivers/net/mdio/of_mdio.c|OF_MDIO||brcm,40nm-ephy broadcom,bcm5241 marvell,88E1111 marvell,88E1510 marvell,88E1514 marvell,88e1116 marvell,88e1118 marvell,88e1145 marvell,88e1149r marvell,88e1310 moxa,moxart-rtl8201cp
drivers/net/pcs/pcs-rzn1-miic.c|PCS_RZN1_MIIC|device:miic_driver_init|renesas,rzn1-miic
drivers/net/phy/sfp.c|SFP|device:sfp_init|sff,sff sff,sfp
drivers/net/phy/spi_ks8995.c|MICREL_KS8995MA|device:ks8995_driver_init|micrel,ks8995 micrel,ksz8795 micrel,ksz8864
drivers/net/phy/xilinx_gmii2rgmii.c|XILINX_GMII2RGMII||xlnx,gmii-to-rgmii-1.0
drivers/net/pse-pd/pse_regulator.c|PSE_REGULATOR|device:pse_reg_driver_init|podl-pse-regulator
drivers/net/wan/fsl_ucc_hdlc.c|FSL_UCC_HDLC|device:ucc_hdlc_driver_init|fsl,ucc-hdlc
drivers/net/wan/slic_ds26522.c|SLIC_DS26522|device:slic_ds26522_driver_init|maxim,ds26522
drivers/net/wireless/ath/ath10k/ahb.c|ATH10K_AHB|device:ath10k_pci_init|qcom,ipq4019-wifi
drivers/net/wireless/ath/ath10k/snoc.c|ATH10K_SNOC|device:ath10k_snoc_driver_init|qcom,wcn3990-wifi
drivers/net/wireless/ath/ath11k/ahb.c|ATH11K_AHB|device:ath11k_ahb_init|qcom,ipq6018-wifi qcom,ipq8074-wifi qcom,wcn6750-wifi
drivers/net/wireless/ath/wcn36xx/main.c|WCN36XX|device:wcn36xx_driver_init|qcom,wcnss-wlan
drivers/net/wireless/marvell/mwifiex/pcie.c|MWIFIEX_PCIE|device:mwifiex_pcie_init|pci11ab,2b42 pci1b4b,2b42
drivers/net/wireless/marvell/mwifiex/sdio.c|MWIFIEX_SDIO|device:mwifiex_sdio_init|marvell,sd8787 marvell,sd8897 marvell,sd8978 marvell,sd8997 nxp,iw416
drivers/net/wireless/mediatek/mt76/mt7603/soc.c|MT7603E|device:mt7603_init|mediatek,mt7628-wmac
drivers/net/wireless/mediatek/mt76/mt7615/soc.c|MT7622_WMAC|device:mt7615_init|mediatek,mt7622-wmac
drivers/net/wireless/mediatek/mt76/mt7915/soc.c|MT7986_WMAC|device:mt7915_init|mediatek,mt7986-wmac
drivers/net/wireless/microchip/wilc1000/sdio.c|WILC1000_SDIO|device:wilc_sdio_driver_init|microchip,wilc1000
drivers/net/wireless/microchip/wilc1000/spi.c|WILC1000_SPI|device:wilc_spi_driver_init|microchip,wilc1000
drivers/net/wireless/silabs/wfx/bus_sdio.c|MMC|device:wfx_core_init|silabs,brd4001a silabs,brd8022a silabs,brd8023a silabs,wf200
drivers/net/wireless/silabs/wfx/bus_spi.c|SPI|device:wfx_core_init|silabs,brd4001a silabs,brd8022a silabs,brd8023a silabs,wf200
drivers/net/wireless/ti/wlcore/sdio.c|WLCORE_SDIO|device:wl1271_init|ti,wl1271 ti,wl1273 ti,wl1281 ti,wl1283 ti,wl1285 ti,wl1801 ti,wl1805 ti,wl1807 ti,wl1831 ti,wl1835 ti,wl1837
drivers/net/wireless/ti/wlcore/spi.c|WLCORE_SPI|device:wl1271_spi_driver_init|ti,wl1271 ti,wl1273 ti,wl1281 ti,wl1283 ti,wl1285 ti,wl1801 ti,wl1805 ti,wl1807 ti,wl1831 ti,wl1835 ti,wl1837
drivers/net/wwan/qcom_bam_dmux.c|QCOM_BAM_DMUX|device:bam_dmux_driver_init|qcom,bam-dmux
drivers/nfc/nfcmrvl/i2c.c|NFC_MRVL_I2C|device:nfcmrvl_i2c_driver_init|marvell,nfc-i2c
drivers/nfc/nfcmrvl/spi.c|NFC_MRVL_SPI|device:nfcmrvl_spi_driver_init|marvell,nfc-spi
drivers/nfc/nxp-nci/i2c.c|NFC_NXP_NCI_I2C|device:nxp_nci_i2c_driver_init|nxp,nxp-nci-i2c
drivers/nfc/pn533/i2c.c|NFC_PN533_I2C|device:pn533_i2c_driver_init|nxp,pn532 nxp,pn532-i2c nxp,pn533-i2c
drivers/nfc/pn533/uart.c|NFC_PN532_UART|device:pn532_uart_driver_init|nxp,pn532
drivers/nfc/pn544/i2c.c|NFC_PN544_I2C|device:pn544_hci_i2c_driver_init|nxp,pn544-i2c
drivers/nfc/s3fwrn5/i2c.c|NFC_S3FWRN5_I2C|device:s3fwrn5_i2c_driver_init|samsung,s3fwrn5-i2c
drivers/nfc/s3fwrn5/uart.c|NFC_S3FWRN82_UART|device:s3fwrn82_uart_driver_init|samsung,s3fwrn82
drivers/nfc/st-nci/i2c.c|NFC_ST_NCI_I2C|device:st_nci_i2c_driver_init|st,st21nfcb-i2c st,st21nfcb_i2c st,st21nfcc-i2c
drivers/nfc/st-nci/spi.c|NFC_ST_NCI_SPI|device:st_nci_spi_driver_init|st,st21nfcb-spi
drivers/nfc/st21nfca/i2c.c|NFC_ST21NFCA_I2C|device:st21nfca_hci_i2c_driver_init|st,st21nfca-i2c st,st21nfca_i2c
drivers/nfc/st95hf/core.c|NFC_ST95HF|device:st95hf_driver_init|st,st95hf
drivers/nfc/trf7970a.c|NFC_TRF7970A|device:trf7970a_spi_driver_init|ti,trf7970a
drivers/nvdimm/of_pmem.c|OF_PMEM|device:of_pmem_region_driver_init|pmem-region pmem-region-v2
drivers/nvme/host/apple.c|NVME_APPLE|device:apple_nvme_driver_init|apple,nvme-ans2
drivers/nvmem/apple-efuses.c|NVMEM_APPLE_EFUSES|device:apple_efuses_driver_init|apple,efuses
drivers/nvmem/bcm-ocotp.c|NVMEM_BCM_OCOTP|device:bcm_otpc_driver_init|brcm,ocotp brcm,ocotp-v2
drivers/nvmem/brcm_nvram.c|NVMEM_BRCM_NVRAM|subsys_sync:brcm_nvram_init|brcm,nvram
drivers/nvmem/imx-iim.c|NVMEM_IMX_IIM|device:imx_iim_driver_init|fsl,imx25-iim fsl,imx27-iim fsl,imx31-iim fsl,imx35-iim fsl,imx51-iim fsl,imx53-iim
drivers/nvmem/imx-ocotp-scu.c|NVMEM_IMX_OCOTP_SCU|device:imx_scu_ocotp_driver_init|fsl,imx8qm-scu-ocotp fsl,imx8qxp-scu-ocotp
drivers/nvmem/imx-ocotp.c|NVMEM_IMX_OCOTP|device:imx_ocotp_driver_init|fsl,imx6q-ocotp fsl,imx6sl-ocotp fsl,imx6sll-ocotp fsl,imx6sx-ocotp fsl,imx6ul-ocotp fsl,imx6ull-ocotp fsl,imx7d-ocotp fsl,imx7ulp-ocotp fsl,imx8mm-ocotp fsl,imx8mn-ocotp fsl,imx8mp-ocotp fsl,imx8mq-ocotp
drivers/nvmem/jz4780-efuse.c|NVMEM_JZ4780_EFUSE|device:jz4780_efuse_driver_init|ingenic,jz4780-efuse
drivers/nvmem/lan9662-otpc.c|NVMEM_LAN9662_OTPC|device:lan9662_otp_driver_init|microchip,lan9662-otpc
drivers/nvmem/layerscape-sfp.c|NVMEM_LAYERSCAPE_SFP|device:layerscape_sfp_driver_init|fsl,ls1021a-sfp fsl,ls1028a-sfp
drivers/nvmem/lpc18xx_eeprom.c|NVMEM_LPC18XX_EEPROM|device:lpc18xx_eeprom_driver_init|nxp,lpc1857-eeprom
drivers/nvmem/lpc18xx_otp.c|NVMEM_LPC18XX_OTP|device:lpc18xx_otp_driver_init|nxp,lpc1850-otp
drivers/nvmem/meson-efuse.c|NVMEM_MESON_EFUSE|device:meson_efuse_driver_init|amlogic,meson-gxbb-efuse
drivers/nvmem/meson-mx-efuse.c|NVMEM_MESON_MX_EFUSE|device:meson_mx_efuse_driver_init|amlogic,meson6-efuse amlogic,meson8-efuse amlogic,meson8b-efuse
drivers/nvmem/mtk-efuse.c|NVMEM_MTK_EFUSE|subsys:mtk_efuse_init|mediatek,efuse mediatek,mt8173-efuse
drivers/nvmem/mxs-ocotp.c|NVMEM_MXS_OCOTP|device:mxs_ocotp_driver_init|fsl,imx23-ocotp fsl,imx28-ocotp
drivers/nvmem/nintendo-otp.c|NVMEM_NINTENDO_OTP|device:nintendo_otp_driver_init|nintendo,hollywood-otp nintendo,latte-otp
drivers/nvmem/qcom-spmi-sdam.c|NVMEM_SPMI_SDAM|subsys:sdam_init|qcom,spmi-sdam
drivers/nvmem/qfprom.c|NVMEM_QCOM_QFPROM|device:qfprom_driver_init|qcom,qfprom qcom,sc7180-qfprom qcom,sc7280-qfprom
drivers/nvmem/rave-sp-eeprom.c|NVMEM_RAVE_SP_EEPROM|device:rave_sp_eeprom_driver_init|zii,rave-sp-eeprom
drivers/nvmem/rmem.c|NVMEM_RMEM|device:rmem_driver_init|nvmem-rmem
drivers/nvmem/rockchip-efuse.c|NVMEM_ROCKCHIP_EFUSE|device:rockchip_efuse_driver_init|rockchip,rk3066a-efuse rockchip,rk3188-efuse rockchip,rk3228-efuse rockchip,rk3288-efuse rockchip,rk3328-efuse rockchip,rk3368-efuse rockchip,rk3399-efuse rockchip,rockchip-efuse
drivers/nvmem/rockchip-otp.c|NVMEM_ROCKCHIP_OTP|device:rockchip_otp_driver_init|rockchip,px30-otp rockchip,rk3308-otp
drivers/nvmem/sc27xx-efuse.c|NVMEM_SC27XX_EFUSE|device:sc27xx_efuse_driver_init|sprd,sc2730-efuse sprd,sc2731-efuse
drivers/nvmem/snvs_lpgpr.c|NVMEM_SNVS_LPGPR|device:snvs_lpgpr_driver_init|fsl,imx6q-snvs-lpgpr fsl,imx6ul-snvs-lpgpr fsl,imx7d-snvs-lpgpr
drivers/nvmem/sprd-efuse.c|NVMEM_SPRD_EFUSE|device:sprd_efuse_driver_init|sprd,ums312-efuse
drivers/nvmem/stm32-romem.c|NVMEM_STM32_ROMEM|device:stm32_romem_driver_init|st,stm32f4-otp st,stm32mp15-bsec
drivers/nvmem/sunplus-ocotp.c|NVMEM_SUNPLUS_OCOTP|device:sp_otp_driver_init|sunplus,sp7021-ocotp
drivers/nvmem/sunxi_sid.c|NVMEM_SUNXI_SID|device:sunxi_sid_driver_init|allwinner,sun20i-d1-sid allwinner,sun4i-a10-sid allwinner,sun50i-a64-sid allwinner,sun50i-h5-sid allwinner,sun50i-h6-sid allwinner,sun7i-a20-sid allwinner,sun8i-a83t-sid allwinner,sun8i-h3-sid
drivers/nvmem/u-boot-env.c|NVMEM_U_BOOT_ENV|device:u_boot_env_driver_init|u-boot,env u-boot,env-redundant-bool u-boot,env-redundant-count
drivers/nvmem/uniphier-efuse.c|NVMEM_UNIPHIER_EFUSE|device:uniphier_efuse_driver_init|socionext,uniphier-efuse
drivers/nvmem/vf610-ocotp.c|NVMEM_VF610_OCOTP|device:vf610_ocotp_driver_init|fsl,vf610-ocotp
drivers/nvmem/zynqmp_nvmem.c|NVMEM_ZYNQMP|device:zynqmp_nvmem_driver_init|xlnx,zynqmp-nvmem-fw
drivers/of/platform.c|OF|arch_sync:of_platform_default_populate_init late_sync:of_platform_sync_state_init|arm,amba-bus google,open-dice isa nvmem-rmem operating-points-v2 phram qcom,cmd-db qcom,rmtfs-mem qcom,smem ramoops simple-bus simple-mfd
drivers/of/unittest.c|OF_UNITTEST|late:of_unittest|compat2 compat3 test-device unittest unittest-gpio unittest-i2c-bus
drivers/opp/ti-opp-supply.c|ARM_TI_CPUFREQ|device:ti_opp_supply_driver_init|ti,omap-opp-supply ti,omap5-core-opp-supply ti,omap5-opp-supply
drivers/pci/controller/cadence/pci-j721e.c|PCI_J721E|device:j721e_pcie_driver_init|ti,am64-pcie-ep ti,am64-pcie-host ti,j7200-pcie-ep ti,j7200-pcie-host ti,j721e-pcie-ep ti,j721e-pcie-host
drivers/pci/controller/cadence/pcie-cadence-plat.c|PCIE_CADENCE_PLAT|device:cdns_plat_pcie_driver_init|cdns,cdns-pcie-ep cdns,cdns-pcie-host
drivers/pci/controller/dwc/pci-dra7xx.c|PCI_DRA7XX|device:dra7xx_pcie_driver_init|ti,dra7-pcie ti,dra7-pcie-ep ti,dra726-pcie-ep ti,dra726-pcie-rc ti,dra746-pcie-ep ti,dra746-pcie-rc
drivers/pci/controller/dwc/pci-exynos.c|PCI_EXYNOS|device:exynos_pcie_driver_init|samsung,exynos5433-pcie
drivers/pci/controller/dwc/pci-imx6.c|PCI_IMX6|device:imx6_pcie_init|fsl,imx6q-pcie fsl,imx6qp-pcie fsl,imx6sx-pcie fsl,imx7d-pcie fsl,imx8mm-pcie fsl,imx8mp-pcie fsl,imx8mq-pcie
drivers/pci/controller/dwc/pci-keystone.c|PCI_KEYSTONE|device:ks_pcie_driver_init|ti,am654-pcie-ep ti,am654-pcie-rc ti,keystone-pcie
drivers/pci/controller/dwc/pci-layerscape-ep.c|PCI_LAYERSCAPE_EP|device:ls_pcie_ep_driver_init|fsl,ls1046a-pcie-ep fsl,ls1088a-pcie-ep fsl,ls2088a-pcie-ep fsl,lx2160ar2-pcie-ep
drivers/pci/controller/dwc/pci-layerscape.c|PCI_LAYERSCAPE|device:ls_pcie_driver_init|fsl,ls1012a-pcie fsl,ls1021a-pcie fsl,ls1028a-pcie fsl,ls1043a-pcie fsl,ls1046a-pcie fsl,ls1088a-pcie fsl,ls2080a-pcie fsl,ls2085a-pcie fsl,ls2088a-pcie
drivers/pci/controller/dwc/pci-meson.c|PCI_MESON|device:meson_pcie_driver_init|amlogic,axg-pcie amlogic,g12a-pcie
drivers/pci/controller/dwc/pcie-al.c|PCIE_AL|device:al_pcie_driver_init|amazon,al-alpine-v2-pcie amazon,al-alpine-v3-pcie
drivers/pci/controller/dwc/pcie-armada8k.c|PCIE_ARMADA_8K|device:armada8k_pcie_driver_init|marvell,armada8k-pcie
drivers/pci/controller/dwc/pcie-artpec6.c|PCIE_ARTPEC6|device:artpec6_pcie_driver_init|axis,artpec6-pcie axis,artpec6-pcie-ep axis,artpec7-pcie axis,artpec7-pcie-ep
drivers/pci/controller/dwc/pcie-designware-plat.c|PCIE_DW_PLAT|device:dw_plat_pcie_driver_init|snps,dw-pcie snps,dw-pcie-ep
drivers/pci/controller/dwc/pcie-dw-rockchip.c|PCIE_ROCKCHIP_DW_HOST|device:rockchip_pcie_driver_init|rockchip,rk3568-pcie
drivers/pci/controller/dwc/pcie-fu740.c|PCIE_FU740|device:fu740_pcie_driver_init|sifive,fu740-pcie
drivers/pci/controller/dwc/pcie-hisi.c|PCI_HISI|device:hisi_pcie_almost_ecam_driver_init|hisilicon,hip06-pcie-ecam hisilicon,hip07-pcie-ecam
drivers/pci/controller/dwc/pcie-histb.c|PCIE_HISI_STB|device:histb_pcie_platform_driver_init|hisilicon,hi3798cv200-pcie
drivers/pci/controller/dwc/pcie-intel-gw.c|PCIE_INTEL_GW|device:intel_pcie_driver_init|intel,lgm-pcie
drivers/pci/controller/dwc/pcie-keembay.c|PCIE_KEEMBAY|device:keembay_pcie_driver_init|intel,keembay-pcie intel,keembay-pcie-ep
drivers/pci/controller/dwc/pcie-kirin.c|PCIE_KIRIN|device:kirin_pcie_driver_init|hisilicon,kirin960-pcie hisilicon,kirin970-pcie
drivers/pci/controller/dwc/pcie-qcom-ep.c|PCIE_QCOM_EP|device:qcom_pcie_ep_driver_init|qcom,sdx55-pcie-ep qcom,sm8450-pcie-ep
drivers/pci/controller/dwc/pcie-qcom.c|PCIE_QCOM|device:qcom_pcie_driver_init|qcom,pcie-apq8064 qcom,pcie-apq8084 qcom,pcie-ipq4019 qcom,pcie-ipq6018 qcom,pcie-ipq8064 qcom,pcie-ipq8064-v2 qcom,pcie-ipq8074 qcom,pcie-msm8996 qcom,pcie-qcs404 qcom,pcie-sa8540p qcom,pcie-sc7280 qcom,pcie-sc8180x qcom,pcie-sc8280xp qcom,pcie-sdm845 qcom,pcie-sm8150 qcom,pcie-sm8250 qcom,pcie-sm8450-pcie0 qcom,pcie-sm8450-pcie1
drivers/pci/controller/dwc/pcie-spear13xx.c|PCIE_SPEAR13XX|device:spear13xx_pcie_driver_init|st,spear1340-pcie
drivers/pci/controller/dwc/pcie-tegra194.c|PCIE_TEGRA194|device:tegra_pcie_dw_driver_init|nvidia,tegra194-pcie nvidia,tegra194-pcie-ep nvidia,tegra234-pcie nvidia,tegra234-pcie-ep
drivers/pci/controller/dwc/pcie-uniphier-ep.c|PCIE_UNIPHIER_EP|device:uniphier_pcie_ep_driver_init|socionext,uniphier-nx1-pcie-ep socionext,uniphier-pro5-pcie-ep
drivers/pci/controller/dwc/pcie-uniphier.c|PCIE_UNIPHIER|device:uniphier_pcie_driver_init|socionext,uniphier-pcie
drivers/pci/controller/dwc/pcie-visconti.c|PCIE_VISCONTI_HOST|device:visconti_pcie_driver_init|toshiba,visconti-pcie
drivers/pci/controller/mobiveil/pcie-layerscape-gen4.c|PCIE_LAYERSCAPE_GEN4|device:ls_g4_pcie_driver_init|fsl,lx2160a-pcie
drivers/pci/controller/mobiveil/pcie-mobiveil-plat.c|PCIE_MOBIVEIL_PLAT|device:mobiveil_pcie_driver_init|mbvl,gpex40-pcie
drivers/pci/controller/pci-aardvark.c|PCI_AARDVARK|device:advk_pcie_driver_init|marvell,armada-3700-pcie
drivers/pci/controller/pci-ftpci100.c|PCI_FTPCI100|device:faraday_pci_driver_init|faraday,ftpci100 faraday,ftpci100-dual
drivers/pci/controller/pci-host-generic.c|PCI_HOST_GENERIC|device:gen_pci_driver_init|marvell,armada8k-pcie-ecam pci-host-cam-generic pci-host-ecam-generic snps,dw-pcie-ecam socionext,synquacer-pcie-ecam
drivers/pci/controller/pci-ixp4xx.c|PCI_IXP4XX|device:ixp4xx_pci_driver_init|intel,ixp42x-pci intel,ixp43x-pci
drivers/pci/controller/pci-loongson.c|PCI_LOONGSON|device:loongson_pci_driver_init|loongson,ls2k-pci loongson,ls7a-pci loongson,rs780e-pci
drivers/pci/controller/pci-mvebu.c|PCI_MVEBU|device:mvebu_pcie_driver_init|marvell,armada-370-pcie marvell,armada-xp-pcie marvell,dove-pcie marvell,kirkwood-pcie
drivers/pci/controller/pci-rcar-gen2.c|PCI_RCAR_GEN2|device:rcar_pci_driver_init|renesas,pci-r8a7790 renesas,pci-r8a7791 renesas,pci-r8a7794 renesas,pci-rcar-gen2 renesas,pci-rzn1
drivers/pci/controller/pci-tegra.c|PCI_TEGRA|device:tegra_pcie_driver_init|nvidia,tegra124-pcie nvidia,tegra186-pcie nvidia,tegra20-pcie nvidia,tegra210-pcie nvidia,tegra30-pcie
drivers/pci/controller/pci-thunder-ecam.c|PCI_HOST_THUNDER_ECAM|device:thunder_ecam_driver_init|cavium,pci-host-thunder-ecam
drivers/pci/controller/pci-thunder-pem.c|PCI_HOST_THUNDER_PEM|device:thunder_pem_driver_init|cavium,pci-host-thunder-pem
drivers/pci/controller/pci-v3-semi.c|PCI_V3_SEMI|device:v3_pci_driver_init|v3,v360epc-pci
drivers/pci/controller/pci-versatile.c|PCI_VERSATILE|device:versatile_pci_driver_init|arm,versatile-pci
drivers/pci/controller/pci-xgene-msi.c|PCI_XGENE_MSI|subsys:xgene_pcie_msi_init|apm,xgene1-msi
drivers/pci/controller/pci-xgene.c|PCI_XGENE|device:xgene_pcie_driver_init|apm,xgene-pcie
drivers/pci/controller/pcie-altera-msi.c|PCIE_ALTERA_MSI|subsys:altera_msi_init|altr,msi-1.0
drivers/pci/controller/pcie-altera.c|PCIE_ALTERA|device:altera_pcie_driver_init|altr,pcie-root-port-1.0 altr,pcie-root-port-2.0
drivers/pci/controller/pcie-apple.c|PCIE_APPLE|device:apple_pcie_driver_init|apple,pcie
drivers/pci/controller/pcie-brcmstb.c|PCIE_BRCMSTB|device:brcm_pcie_driver_init|brcm,bcm2711-pcie brcm,bcm4908-pcie brcm,bcm7211-pcie brcm,bcm7216-pcie brcm,bcm7278-pcie brcm,bcm7425-pcie brcm,bcm7435-pcie brcm,bcm7445-pcie
drivers/pci/controller/pcie-iproc-platform.c|PCIE_IPROC_PLATFORM|device:iproc_pltfm_pcie_driver_init|brcm,iproc-pcie brcm,iproc-pcie-paxb-v2 brcm,iproc-pcie-paxc brcm,iproc-pcie-paxc-v2
drivers/pci/controller/pcie-mediatek-gen3.c|PCIE_MEDIATEK_GEN3|device:mtk_pcie_driver_init|mediatek,mt8192-pcie
drivers/pci/controller/pcie-mediatek.c|PCIE_MEDIATEK|device:mtk_pcie_driver_init|mediatek,mt2701-pcie mediatek,mt2712-pcie mediatek,mt7622-pcie mediatek,mt7623-pcie mediatek,mt7629-pcie
drivers/pci/controller/pcie-microchip-host.c|PCIE_MICROCHIP_HOST|device:mc_pcie_driver_init|microchip,pcie-host-1.0
drivers/pci/controller/pcie-mt7621.c|PCIE_MT7621|device:mt7621_pcie_driver_init|mediatek,mt7621-pci
drivers/pci/controller/pcie-rcar-ep.c|PCIE_RCAR_EP|device:rcar_pcie_ep_driver_init|renesas,r8a774c0-pcie-ep renesas,rcar-gen3-pcie-ep
drivers/pci/controller/pcie-rcar-host.c|PCIE_RCAR_HOST|device:rcar_pcie_driver_init device:rcar_pcie_init|renesas,pcie-r8a7779 renesas,pcie-r8a7790 renesas,pcie-r8a7791 renesas,pcie-r8a7795 renesas,pcie-rcar-gen2 renesas,pcie-rcar-gen3
drivers/pci/controller/pcie-rockchip-ep.c|PCIE_ROCKCHIP_EP|device:rockchip_pcie_ep_driver_init|rockchip,rk3399-pcie-ep
drivers/pci/controller/pcie-rockchip-host.c|PCIE_ROCKCHIP_HOST|device:rockchip_pcie_driver_init|rockchip,rk3399-pcie
drivers/pci/controller/pcie-xilinx-cpm.c|PCIE_XILINX_CPM|device:xilinx_cpm_pcie_driver_init|xlnx,versal-cpm-host-1.00 xlnx,versal-cpm5-host
drivers/pci/controller/pcie-xilinx-nwl.c|PCIE_XILINX_NWL|device:nwl_pcie_driver_init|xlnx,nwl-pcie-2.11
drivers/pci/controller/pcie-xilinx.c|PCIE_XILINX|device:xilinx_pcie_driver_init|xlnx,axi-pcie-host-1.00.a
drivers/pcmcia/electra_cf.c|ELECTRA_CF|device:electra_cf_driver_init|electra-cf
drivers/peci/controller/peci-aspeed.c|PECI_ASPEED|device:aspeed_peci_driver_init|aspeed,ast2400-peci aspeed,ast2500-peci aspeed,ast2600-peci
drivers/perf/apple_m1_cpu_pmu.c|APPLE_M1_CPU_PMU|device:m1_pmu_driver_init|apple,firestorm-pmu apple,icestorm-pmu
drivers/perf/arm-cci.c|ARM_CCI_PMU|device:cci_pmu_driver_init|arm,cci-400-pmu arm,cci-400-pmu,r0 arm,cci-400-pmu,r1 arm,cci-500-pmu,r0 arm,cci-550-pmu,r0
drivers/perf/arm-ccn.c|ARM_CCN|device:arm_ccn_init|arm,ccn-502 arm,ccn-504 arm,ccn-512
drivers/perf/arm-cmn.c|ARM_CMN|device:arm_cmn_init|arm,ci-700 arm,cmn-600 arm,cmn-650 arm,cmn-700
drivers/perf/arm_dsu_pmu.c|ARM_DSU_PMU|device:dsu_pmu_init|arm,dsu-pmu
drivers/perf/arm_smmuv3_pmu.c|ARM_SMMU_V3_PMU|device:arm_smmu_pmu_init|arm,smmu-v3-pmcg
drivers/perf/arm_spe_pmu.c|ARM_SPE_PMU|device:arm_spe_pmu_init|arm,statistical-profiling-extension-v1
drivers/perf/fsl_imx8_ddr_perf.c|FSL_IMX8_DDR_PMU|device:imx_ddr_pmu_driver_init|fsl,imx8-ddr-pmu fsl,imx8m-ddr-pmu fsl,imx8mm-ddr-pmu fsl,imx8mn-ddr-pmu fsl,imx8mp-ddr-pmu fsl,imx8mq-ddr-pmu
drivers/perf/marvell_cn10k_ddr_pmu.c|MARVELL_CN10K_DDR_PMU|device:cn10k_ddr_pmu_init|marvell,cn10k-ddr-pmu
drivers/perf/marvell_cn10k_tad_pmu.c|MARVELL_CN10K_TAD_PMU|device:tad_pmu_init|marvell,cn10k-tad-pmu
drivers/perf/xgene_pmu.c|XGENE_PMU|device:xgene_pmu_driver_init|apm,xgene-pmu apm,xgene-pmu-v2
drivers/phy/allwinner/phy-sun4i-usb.c|PHY_SUN4I_USB|device:sun4i_usb_phy_driver_init|allwinner,sun20i-d1-usb-phy allwinner,sun4i-a10-usb-phy allwinner,sun50i-a64-usb-phy allwinner,sun50i-h6-usb-phy allwinner,sun50i-h616-usb-phy allwinner,sun5i-a13-usb-phy allwinner,sun6i-a31-usb-phy allwinner,sun7i-a20-usb-phy allwinner,sun8i-a23-usb-phy allwinner,sun8i-a33-usb-phy allwinner,sun8i-a83t-usb-phy allwinner,sun8i-h3-usb-phy allwinner,sun8i-r40-usb-phy allwinner,sun8i-v3s-usb-phy
drivers/phy/allwinner/phy-sun50i-usb3.c|PHY_SUN50I_USB3|device:sun50i_usb3_phy_driver_init|allwinner,sun50i-h6-usb3-phy
drivers/phy/allwinner/phy-sun6i-mipi-dphy.c|PHY_SUN6I_MIPI_DPHY|device:sun6i_dphy_platform_driver_init|allwinner,sun6i-a31-mipi-dphy
drivers/phy/allwinner/phy-sun9i-usb.c|PHY_SUN9I_USB|device:sun9i_usb_phy_driver_init|allwinner,sun9i-a80-usb-phy
drivers/phy/amlogic/phy-meson-axg-mipi-dphy.c|PHY_MESON_AXG_MIPI_DPHY|device:phy_meson_axg_mipi_dphy_driver_init|amlogic,axg-mipi-dphy
drivers/phy/amlogic/phy-meson-axg-mipi-pcie-analog.c|PHY_MESON_AXG_MIPI_PCIE_ANALOG|device:phy_axg_mipi_pcie_analog_driver_init|amlogic,axg-mipi-pcie-analog-phy
drivers/phy/amlogic/phy-meson-axg-pcie.c|PHY_MESON_AXG_PCIE|device:phy_axg_pcie_driver_init|amlogic,axg-pcie-phy
drivers/phy/amlogic/phy-meson-g12a-mipi-dphy-analog.c|PHY_MESON_G12A_MIPI_DPHY_ANALOG|device:phy_g12a_mipi_dphy_analog_driver_init|amlogic,g12a-mipi-dphy-analog
drivers/phy/amlogic/phy-meson-g12a-usb2.c|PHY_MESON_G12A_USB2|device:phy_meson_g12a_usb2_driver_init|amlogic,a1-usb2-phy amlogic,g12a-usb2-phy
drivers/phy/amlogic/phy-meson-g12a-usb3-pcie.c|PHY_MESON_G12A_USB3_PCIE|device:phy_g12a_usb3_pcie_driver_init|amlogic,g12a-usb3-pcie-phy
drivers/phy/amlogic/phy-meson-gxl-usb2.c|PHY_MESON_GXL_USB2|device:phy_meson_gxl_usb2_driver_init|amlogic,meson-gxl-usb2-phy
drivers/phy/amlogic/phy-meson8-hdmi-tx.c|PHY_MESON8_HDMI_TX|device:phy_meson8_hdmi_tx_driver_init|amlogic,meson8-hdmi-tx-phy
drivers/phy/amlogic/phy-meson8b-usb2.c|PHY_MESON8B_USB2|device:phy_meson8b_usb2_driver_init|amlogic,meson-gxbb-usb2-phy amlogic,meson8-usb2-phy amlogic,meson8b-usb2-phy amlogic,meson8m2-usb2-phy
drivers/phy/broadcom/phy-bcm-cygnus-pcie.c|PHY_CYGNUS_PCIE|device:cygnus_pcie_phy_driver_init|brcm,cygnus-pcie-phy
drivers/phy/broadcom/phy-bcm-kona-usb2.c|BCM_KONA_USB2_PHY|device:bcm_kona_usb2_driver_init|brcm,kona-usb2-phy
drivers/phy/broadcom/phy-bcm-ns-usb2.c|PHY_BCM_NS_USB2|device:bcm_ns_usb2_driver_init|brcm,ns-usb2-phy
drivers/phy/broadcom/phy-bcm-ns-usb3.c|PHY_BCM_NS_USB3||brcm,ns-ax-usb3-phy brcm,ns-bx-usb3-phy
drivers/phy/broadcom/phy-bcm-ns2-pcie.c|PHY_NS2_PCIE||brcm,ns2-pcie-phy
drivers/phy/broadcom/phy-bcm-ns2-usbdrd.c|PHY_NS2_USB_DRD|device:ns2_drd_phy_driver_init|brcm,ns2-drd-phy
drivers/phy/broadcom/phy-bcm-sr-pcie.c|PHY_BCM_SR_PCIE|device:sr_pcie_phy_driver_init|brcm,sr-pcie-phy
drivers/phy/broadcom/phy-bcm-sr-usb.c|PHY_BCM_SR_USB|device:bcm_usb_phy_driver_init|brcm,sr-usb-combo-phy brcm,sr-usb-hs-phy
drivers/phy/broadcom/phy-bcm63xx-usbh.c|PHY_BCM63XX_USBH|device:bcm63xx_usbh_phy_driver_init|brcm,bcm6318-usbh-phy brcm,bcm63268-usbh-phy brcm,bcm6328-usbh-phy brcm,bcm6358-usbh-phy brcm,bcm6362-usbh-phy brcm,bcm6368-usbh-phy
drivers/phy/broadcom/phy-brcm-sata.c|PHY_BRCM_SATA|device:brcm_sata_phy_driver_init|brcm,bcm63138-sata-phy brcm,bcm7216-sata-phy brcm,bcm7425-sata-phy brcm,bcm7445-sata-phy brcm,iproc-ns2-sata-phy brcm,iproc-nsp-sata-phy brcm,iproc-sr-sata-phy
drivers/phy/broadcom/phy-brcm-usb.c|PHY_BRCM_USB|device:brcm_usb_driver_init|brcm,bcm4908-usb-phy brcm,bcm7211-usb-phy brcm,bcm7216-usb-phy brcm,brcmstb-usb-phy
drivers/phy/cadence/cdns-dphy-rx.c|PHY_CADENCE_DPHY_RX|device:cdns_dphy_rx_platform_driver_init|cdns,dphy-rx
drivers/phy/cadence/cdns-dphy.c|PHY_CADENCE_DPHY|device:cdns_dphy_platform_driver_init|cdns,dphy ti,j721e-dphy
drivers/phy/cadence/phy-cadence-salvo.c|PHY_CADENCE_SALVO|device:cdns_salvo_phy_driver_init|nxp,salvo-phy
drivers/phy/cadence/phy-cadence-sierra.c|PHY_CADENCE_SIERRA|device:cdns_sierra_driver_init|cdns,sierra-phy-t0 ti,sierra-phy-t0
drivers/phy/cadence/phy-cadence-torrent.c|PHY_CADENCE_TORRENT|device:cdns_torrent_phy_driver_init|cdns,torrent-phy ti,j721e-serdes-10g
drivers/phy/freescale/phy-fsl-imx8-mipi-dphy.c|PHY_MIXEL_MIPI_DPHY|device:mixel_dphy_driver_init|fsl,imx8mq-mipi-dphy fsl,imx8qxp-mipi-dphy
drivers/phy/freescale/phy-fsl-imx8m-pcie.c|PHY_FSL_IMX8M_PCIE|device:imx8_pcie_phy_driver_init|fsl,imx8mm-pcie-phy fsl,imx8mp-pcie-phy
drivers/phy/freescale/phy-fsl-imx8mq-usb.c|PHY_FSL_IMX8MQ_USB|device:imx8mq_usb_phy_driver_init|fsl,imx8mp-usb-phy fsl,imx8mq-usb-phy
drivers/phy/freescale/phy-fsl-imx8qm-lvds-phy.c|PHY_MIXEL_LVDS_PHY|device:mixel_lvds_phy_driver_init|fsl,imx8qm-lvds-phy
drivers/phy/freescale/phy-fsl-lynx-28g.c|PHY_FSL_LYNX_28G|device:lynx_28g_driver_init|fsl,lynx-28g
drivers/phy/hisilicon/phy-hi3660-usb3.c|PHY_HI3660_USB|device:hi3660_phy_driver_init|hisilicon,hi3660-usb-phy
drivers/phy/hisilicon/phy-hi3670-pcie.c|PHY_HI3670_PCIE|device:hi3670_pcie_phy_driver_init|hisilicon,hi970-pcie-phy
drivers/phy/hisilicon/phy-hi3670-usb3.c|PHY_HI3670_USB|device:hi3670_phy_driver_init|hisilicon,hi3670-usb-phy
drivers/phy/hisilicon/phy-hi6220-usb.c|PHY_HI6220_USB|device:hi6220_phy_driver_init|hisilicon,hi6220-usb-phy
drivers/phy/hisilicon/phy-hisi-inno-usb2.c|PHY_HISI_INNO_USB2|device:hisi_inno_phy_driver_init|hisilicon,hi3798cv200-usb2-phy hisilicon,inno-usb2-phy
drivers/phy/hisilicon/phy-histb-combphy.c|PHY_HISTB_COMBPHY|device:histb_combphy_driver_init|hisilicon,hi3798cv200-combphy
drivers/phy/hisilicon/phy-hix5hd2-sata.c|PHY_HIX5HD2_SATA|device:hix5hd2_sata_phy_driver_init|hisilicon,hix5hd2-sata-phy
drivers/phy/ingenic/phy-ingenic-usb.c|PHY_INGENIC_USB|device:ingenic_usb_phy_driver_init|ingenic,jz4770-phy ingenic,jz4775-phy ingenic,jz4780-phy ingenic,x1000-phy ingenic,x1830-phy ingenic,x2000-phy
drivers/phy/intel/phy-intel-keembay-emmc.c|PHY_INTEL_KEEMBAY_EMMC|device:keembay_emmc_phy_driver_init|intel,keembay-emmc-phy
drivers/phy/intel/phy-intel-keembay-usb.c|PHY_INTEL_KEEMBAY_USB|device:keembay_usb_phy_driver_init|intel,keembay-usb-phy
drivers/phy/intel/phy-intel-lgm-combo.c|PHY_INTEL_LGM_COMBO|device:intel_cbphy_driver_init|intel,combo-phy intel,combophy-lgm
drivers/phy/intel/phy-intel-lgm-emmc.c|PHY_INTEL_LGM_EMMC|device:intel_emmc_driver_init|intel,lgm-emmc-phy
drivers/phy/intel/phy-intel-thunderbay-emmc.c|PHY_INTEL_THUNDERBAY_EMMC|device:thunderbay_emmc_phy_driver_init|intel,thunderbay-emmc-phy
drivers/phy/lantiq/phy-lantiq-rcu-usb2.c|PHY_LANTIQ_RCU_USB2|device:ltq_rcu_usb2_phy_driver_init|lantiq,ase-usb2-phy lantiq,danube-usb2-phy lantiq,xrx100-usb2-phy lantiq,xrx200-usb2-phy lantiq,xrx300-usb2-phy
drivers/phy/lantiq/phy-lantiq-vrx200-pcie.c|PHY_LANTIQ_VRX200_PCIE|device:ltq_vrx200_pcie_phy_driver_init|lantiq,arx300-pcie-phy lantiq,vrx200-pcie-phy
drivers/phy/marvell/phy-armada375-usb2.c|ARMADA375_USBCLUSTER_PHY|device:armada375_usb_phy_driver_init|marvell,armada-375-usb-cluster
drivers/phy/marvell/phy-armada38x-comphy.c|PHY_MVEBU_A38X_COMPHY|device:a38x_comphy_driver_init|marvell,armada-380-comphy
drivers/phy/marvell/phy-berlin-sata.c|PHY_BERLIN_SATA|device:phy_berlin_sata_driver_init|marvell,berlin2-sata-phy marvell,berlin2q-sata-phy
drivers/phy/marvell/phy-berlin-usb.c|PHY_BERLIN_USB|device:phy_berlin_usb_driver_init|marvell,berlin2-usb-phy marvell,berlin2cd-usb-phy
drivers/phy/marvell/phy-mmp3-hsic.c|PHY_MMP3_HSIC|device:mmp3_hsic_phy_driver_init|marvell,mmp3-hsic-phy
drivers/phy/marvell/phy-mmp3-usb.c|PHY_MMP3_USB|device:mmp3_usb_phy_driver_init|marvell,mmp3-usb-phy
drivers/phy/marvell/phy-mvebu-a3700-comphy.c|PHY_MVEBU_A3700_COMPHY|device:mvebu_a3700_comphy_driver_init|marvell,comphy-a3700
drivers/phy/marvell/phy-mvebu-a3700-utmi.c|PHY_MVEBU_A3700_UTMI|device:mvebu_a3700_utmi_driver_init|marvell,a3700-utmi-host-phy marvell,a3700-utmi-otg-phy
drivers/phy/marvell/phy-mvebu-cp110-comphy.c|PHY_MVEBU_CP110_COMPHY|device:mvebu_comphy_driver_init|marvell,comphy-cp110
drivers/phy/marvell/phy-mvebu-cp110-utmi.c|PHY_MVEBU_CP110_UTMI|device:mvebu_cp110_utmi_driver_init|marvell,cp110-utmi-phy
drivers/phy/marvell/phy-mvebu-sata.c|PHY_MVEBU_SATA|device:phy_mvebu_sata_driver_init|marvell,mvebu-sata-phy
drivers/phy/marvell/phy-pxa-28nm-hsic.c|PHY_PXA_28NM_HSIC|device:mv_hsic_phy_driver_init|marvell,pxa1928-hsic-phy
drivers/phy/marvell/phy-pxa-28nm-usb2.c|PHY_PXA_28NM_USB2|device:mv_usb2_phy_driver_init|marvell,pxa1928-usb-phy
drivers/phy/marvell/phy-pxa-usb.c|PHY_PXA_USB|device:pxa_usb_phy_driver_init|marvell,mmp2-usb-phy marvell,pxa168-usb-phy marvell,pxa910-usb-phy
drivers/phy/mediatek/phy-mtk-hdmi.c|PHY_MTK_HDMI|device:mtk_hdmi_phy_driver_init|mediatek,mt2701-hdmi-phy mediatek,mt8173-hdmi-phy
drivers/phy/mediatek/phy-mtk-mipi-dsi.c|PHY_MTK_MIPI_DSI|device:mtk_mipi_tx_driver_init|mediatek,mt2701-mipi-tx mediatek,mt8173-mipi-tx mediatek,mt8183-mipi-tx
drivers/phy/mediatek/phy-mtk-pcie.c|PHY_MTK_PCIE|device:mtk_pcie_phy_driver_init|mediatek,mt8195-pcie-phy
drivers/phy/mediatek/phy-mtk-tphy.c|PHY_MTK_TPHY|device:mtk_tphy_driver_init|mediatek,generic-tphy-v1 mediatek,generic-tphy-v2 mediatek,generic-tphy-v3 mediatek,mt2701-u3phy mediatek,mt2712-u3phy mediatek,mt8173-u3phy mediatek,mt8195-tphy
drivers/phy/mediatek/phy-mtk-ufs.c|PHY_MTK_UFS|device:ufs_mtk_phy_driver_init|mediatek,mt8183-ufsphy
drivers/phy/mediatek/phy-mtk-xsphy.c|PHY_MTK_XSPHY|device:mtk_xsphy_driver_init|mediatek,xsphy
drivers/phy/microchip/lan966x_serdes.c|PHY_LAN966X_SERDES|device:mscc_lan966x_serdes_init|microchip,lan966x-serdes
drivers/phy/microchip/sparx5_serdes.c|PHY_SPARX5_SERDES|device:sparx5_serdes_driver_init|microchip,sparx5-serdes
drivers/phy/motorola/phy-cpcap-usb.c|PHY_CPCAP_USB|device:cpcap_usb_phy_driver_init|motorola,cpcap-usb-phy motorola,mapphone-cpcap-usb-phy
drivers/phy/motorola/phy-mapphone-mdm6600.c|PHY_MAPPHONE_MDM6600|device:phy_mdm6600_driver_init|motorola,mapphone-mdm6600
drivers/phy/mscc/phy-ocelot-serdes.c|PHY_OCELOT_SERDES|device:mscc_ocelot_serdes_init|mscc,vsc7514-serdes
drivers/phy/phy-can-transceiver.c|PHY_CAN_TRANSCEIVER|device:can_transceiver_phy_driver_init|ti,tcan1042 ti,tcan1043
drivers/phy/phy-lgm-usb.c|USB_LGM_PHY|device:lgm_phy_driver_init|intel,lgm-usb-phy
drivers/phy/phy-lpc18xx-usb-otg.c|PHY_LPC18XX_USB_OTG|device:lpc18xx_usb_otg_phy_driver_init|nxp,lpc1850-usb-otg-phy
drivers/phy/phy-pistachio-usb.c|PHY_PISTACHIO_USB|device:pistachio_usb_phy_driver_init|img,pistachio-usb-phy
drivers/phy/phy-xgene.c|PHY_XGENE|device:xgene_phy_driver_init|apm,xgene-phy
drivers/phy/qualcomm/phy-ath79-usb.c|PHY_ATH79_USB|device:ath79_usb_phy_driver_init|qca,ar7100-usb-phy
drivers/phy/qualcomm/phy-qcom-apq8064-sata.c|PHY_QCOM_APQ8064_SATA|device:qcom_apq8064_sata_phy_driver_init|qcom,apq8064-sata-phy
drivers/phy/qualcomm/phy-qcom-edp.c|PHY_QCOM_EDP|device:qcom_edp_phy_driver_init|qcom,sc7280-edp-phy qcom,sc8180x-edp-phy qcom,sc8280xp-dp-phy qcom,sc8280xp-edp-phy
drivers/phy/qualcomm/phy-qcom-ipq4019-usb.c|PHY_QCOM_IPQ4019_USB|device:ipq4019_usb_phy_driver_init|qcom,usb-hs-ipq4019-phy qcom,usb-ss-ipq4019-phy
drivers/phy/qualcomm/phy-qcom-ipq806x-sata.c|PHY_QCOM_IPQ806X_SATA|device:qcom_ipq806x_sata_phy_driver_init|qcom,ipq806x-sata-phy
drivers/phy/qualcomm/phy-qcom-ipq806x-usb.c|PHY_QCOM_IPQ806X_USB|device:qcom_ipq806x_usb_phy_driver_init|qcom,ipq806x-usb-phy-hs qcom,ipq806x-usb-phy-ss
drivers/phy/qualcomm/phy-qcom-pcie2.c|PHY_QCOM_PCIE2|device:qcom_pcie2_phy_driver_init|qcom,pcie2-phy
drivers/phy/qualcomm/phy-qcom-qmp-combo.c|PHY_QCOM_QMP|device:qmp_combo_driver_init|qcom,sc7180-qmp-usb3-dp-phy qcom,sc8180x-qmp-usb3-dp-phy qcom,sc8280xp-qmp-usb43dp-phy qcom,sdm845-qmp-usb3-dp-phy qcom,sm8250-qmp-usb3-dp-phy
drivers/phy/qualcomm/phy-qcom-qmp-pcie-msm8996.c|PHY_QCOM_QMP|device:qmp_pcie_msm8996_driver_init|qcom,msm8996-qmp-pcie-phy
drivers/phy/qualcomm/phy-qcom-qmp-pcie.c|PHY_QCOM_QMP|device:qmp_pcie_driver_init|qcom,ipq6018-qmp-pcie-phy qcom,ipq8074-qmp-gen3-pcie-phy qcom,ipq8074-qmp-pcie-phy qcom,msm8998-qmp-pcie-phy qcom,sc8180x-qmp-pcie-phy qcom,sdm845-qhp-pcie-phy qcom,sdm845-qmp-pcie-phy qcom,sdx55-qmp-pcie-phy qcom,sm8250-qmp-gen3x1-pcie-phy qcom,sm8250-qmp-gen3x2-pcie-phy qcom,sm8250-qmp-modem-pcie-phy qcom,sm8450-qmp-gen3x1-pcie-phy qcom,sm8450-qmp-gen4x2-pcie-phy
drivers/phy/qualcomm/phy-qcom-qmp-ufs.c|PHY_QCOM_QMP|device:qmp_ufs_driver_init|qcom,msm8996-qmp-ufs-phy qcom,msm8998-qmp-ufs-phy qcom,sc8180x-qmp-ufs-phy qcom,sc8280xp-qmp-ufs-phy qcom,sdm845-qmp-ufs-phy qcom,sm6115-qmp-ufs-phy qcom,sm6350-qmp-ufs-phy qcom,sm8150-qmp-ufs-phy qcom,sm8250-qmp-ufs-phy qcom,sm8350-qmp-ufs-phy qcom,sm8450-qmp-ufs-phy
drivers/phy/qualcomm/phy-qcom-qmp-usb.c|PHY_QCOM_QMP|device:qmp_usb_driver_init|qcom,ipq6018-qmp-usb3-phy qcom,ipq8074-qmp-usb3-phy qcom,msm8996-qmp-usb3-phy qcom,msm8998-qmp-usb3-phy qcom,qcm2290-qmp-usb3-phy qcom,sc7180-qmp-usb3-phy qcom,sc8180x-qmp-usb3-phy qcom,sc8280xp-qmp-usb3-uni-phy qcom,sdm845-qmp-usb3-phy qcom,sdm845-qmp-usb3-uni-phy qcom,sdx55-qmp-usb3-uni-phy qcom,sdx65-qmp-usb3-uni-phy qcom,sm8150-qmp-usb3-phy qcom,sm8150-qmp-usb3-uni-phy qcom,sm8250-qmp-usb3-phy qcom,sm8250-qmp-usb3-uni-phy qcom,sm8350-qmp-usb3-phy qcom,sm8350-qmp-usb3-uni-phy qcom,sm8450-qmp-usb3-phy
drivers/phy/qualcomm/phy-qcom-qusb2.c|PHY_QCOM_QUSB2|device:qusb2_phy_driver_init|qcom,ipq6018-qusb2-phy qcom,ipq8074-qusb2-phy qcom,msm8953-qusb2-phy qcom,msm8996-qusb2-phy qcom,msm8998-qusb2-phy qcom,qcm2290-qusb2-phy qcom,qusb2-v2-phy qcom,sdm660-qusb2-phy qcom,sdm845-qusb2-phy qcom,sm4250-qusb2-phy qcom,sm6115-qusb2-phy
drivers/phy/qualcomm/phy-qcom-snps-femto-v2.c|PHY_QCOM_USB_SNPS_FEMTO_V2|device:qcom_snps_hsphy_driver_init|qcom,sm8150-usb-hs-phy qcom,usb-snps-femto-v2-phy qcom,usb-snps-hs-5nm-phy qcom,usb-snps-hs-7nm-phy
drivers/phy/qualcomm/phy-qcom-usb-hs-28nm.c|PHY_QCOM_USB_HS_28NM|device:qcom_snps_hsphy_driver_init|qcom,usb-hs-28nm-femtophy qcom,usb-hs-28nm-mdm9607
drivers/phy/qualcomm/phy-qcom-usb-hs.c|PHY_QCOM_USB_HS|device:qcom_usb_hs_phy_driver_init|qcom,usb-hs-phy
drivers/phy/qualcomm/phy-qcom-usb-hsic.c|PHY_QCOM_USB_HSIC|device:qcom_usb_hsic_phy_driver_init|qcom,usb-hsic-phy
drivers/phy/qualcomm/phy-qcom-usb-ss.c|PHY_QCOM_USB_SS|device:qcom_ssphy_driver_init|qcom,usb-ss-28nm-phy
drivers/phy/ralink/phy-mt7621-pci.c|PHY_MT7621_PCI|device:mt7621_pci_phy_driver_init|mediatek,mt7621-pci-phy
drivers/phy/ralink/phy-ralink-usb.c|PHY_RALINK_USB|device:ralink_usb_phy_driver_init|mediatek,mt7620-usbphy mediatek,mt7628-usbphy ralink,rt3352-usbphy
drivers/phy/renesas/phy-rcar-gen2.c|PHY_RCAR_GEN2|device:rcar_gen2_phy_driver_init|renesas,rcar-gen2-usb-phy renesas,usb-phy-r8a77470 renesas,usb-phy-r8a7790 renesas,usb-phy-r8a7791 renesas,usb-phy-r8a7794
drivers/phy/renesas/phy-rcar-gen3-pcie.c|PHY_RCAR_GEN3_PCIE|device:rcar_gen3_phy_driver_init|renesas,r8a77980-pcie-phy
drivers/phy/renesas/phy-rcar-gen3-usb2.c|PHY_RCAR_GEN3_USB2|device:rcar_gen3_phy_usb2_driver_init|renesas,rcar-gen3-usb2-phy renesas,rzg2l-usb2-phy renesas,usb2-phy-r8a77470 renesas,usb2-phy-r8a7795 renesas,usb2-phy-r8a7796 renesas,usb2-phy-r8a77965
drivers/phy/renesas/phy-rcar-gen3-usb3.c|PHY_RCAR_GEN3_USB3|device:rcar_gen3_phy_usb3_driver_init|renesas,rcar-gen3-usb3-phy
drivers/phy/rockchip/phy-rockchip-dp.c|PHY_ROCKCHIP_DP|device:rockchip_dp_phy_driver_init|rockchip,rk3288-dp-phy
drivers/phy/rockchip/phy-rockchip-dphy-rx0.c|PHY_ROCKCHIP_DPHY_RX0|device:rk_dphy_driver_init|rockchip,rk3399-mipi-dphy-rx0
drivers/phy/rockchip/phy-rockchip-emmc.c|PHY_ROCKCHIP_EMMC|device:rockchip_emmc_driver_init|rockchip,rk3399-emmc-phy
drivers/phy/rockchip/phy-rockchip-inno-csidphy.c|PHY_ROCKCHIP_INNO_CSIDPHY|device:rockchip_inno_csidphy_driver_init|rockchip,px30-csi-dphy rockchip,rk1808-csi-dphy rockchip,rk3326-csi-dphy rockchip,rk3368-csi-dphy rockchip,rk3568-csi-dphy
drivers/phy/rockchip/phy-rockchip-inno-dsidphy.c|PHY_ROCKCHIP_INNO_DSIDPHY|device:inno_dsidphy_driver_init|rockchip,px30-dsi-dphy rockchip,rk3128-dsi-dphy rockchip,rk3368-dsi-dphy rockchip,rk3568-dsi-dphy
drivers/phy/rockchip/phy-rockchip-inno-hdmi.c|PHY_ROCKCHIP_INNO_HDMI|device:inno_hdmi_phy_driver_init|rockchip,rk3228-hdmi-phy rockchip,rk3328-hdmi-phy
drivers/phy/rockchip/phy-rockchip-inno-usb2.c|PHY_ROCKCHIP_INNO_USB2|device:rockchip_usb2phy_driver_init|rockchip,px30-usb2phy rockchip,rk3228-usb2phy rockchip,rk3308-usb2phy rockchip,rk3328-usb2phy rockchip,rk3366-usb2phy rockchip,rk3399-usb2phy rockchip,rk3568-usb2phy rockchip,rv1108-usb2phy
drivers/phy/rockchip/phy-rockchip-naneng-combphy.c|PHY_ROCKCHIP_NANENG_COMBO_PHY|device:rockchip_combphy_driver_init|rockchip,rk3568-naneng-combphy
drivers/phy/rockchip/phy-rockchip-pcie.c|PHY_ROCKCHIP_PCIE|device:rockchip_pcie_driver_init|rockchip,rk3399-pcie-phy
drivers/phy/rockchip/phy-rockchip-snps-pcie3.c|PHY_ROCKCHIP_SNPS_PCIE3|device:rockchip_p3phy_driver_init|rockchip,rk3568-pcie3-phy rockchip,rk3588-pcie3-phy
drivers/phy/rockchip/phy-rockchip-typec.c|PHY_ROCKCHIP_TYPEC|device:rockchip_typec_phy_driver_init|rockchip,rk3399-typec-phy
drivers/phy/rockchip/phy-rockchip-usb.c|PHY_ROCKCHIP_USB|device:rockchip_usb_driver_init early:rockchip_init_usb_uart|rockchip,rk3066a-usb-phy rockchip,rk3188-usb-phy rockchip,rk3288-usb-phy
drivers/phy/samsung/phy-exynos-dp-video.c|PHY_EXYNOS_DP_VIDEO|device:exynos_dp_video_phy_driver_init|samsung,exynos5250-dp-video-phy samsung,exynos5420-dp-video-phy
drivers/phy/samsung/phy-exynos-mipi-video.c|PHY_EXYNOS_MIPI_VIDEO|device:exynos_mipi_video_phy_driver_init|samsung,exynos5420-mipi-video-phy samsung,exynos5433-mipi-video-phy samsung,s5pv210-mipi-video-phy
drivers/phy/samsung/phy-exynos-pcie.c|PHY_EXYNOS_PCIE|device:exynos_pcie_phy_driver_init|samsung,exynos5433-pcie-phy
drivers/phy/samsung/phy-exynos5-usbdrd.c|PHY_EXYNOS5_USBDRD|device:exynos5_usb3drd_phy_init|samsung,exynos5250-usbdrd-phy samsung,exynos5420-usbdrd-phy samsung,exynos5433-usbdrd-phy samsung,exynos7-usbdrd-phy
drivers/phy/samsung/phy-exynos5250-sata.c|PHY_EXYNOS5250_SATA|device:exynos_sata_phy_driver_init|samsung,exynos5250-sata-phy
drivers/phy/samsung/phy-samsung-ufs.c|PHY_SAMSUNG_UFS|device:samsung_ufs_phy_driver_init|samsung,exynos7-ufs-phy samsung,exynosautov9-ufs-phy tesla,fsd-ufs-phy
drivers/phy/samsung/phy-samsung-usb2.c|PHY_SAMSUNG_USB2|device:samsung_usb2_phy_driver_init|samsung,exynos3250-usb2-phy samsung,exynos4210-usb2-phy samsung,exynos4x12-usb2-phy samsung,exynos5250-usb2-phy samsung,exynos5420-usb2-phy samsung,s5pv210-usb2-phy
drivers/phy/socionext/phy-uniphier-ahci.c|PHY_UNIPHIER_AHCI|device:uniphier_ahciphy_driver_init|socionext,uniphier-pro4-ahci-phy socionext,uniphier-pxs2-ahci-phy socionext,uniphier-pxs3-ahci-phy
drivers/phy/socionext/phy-uniphier-pcie.c|PHY_UNIPHIER_PCIE|device:uniphier_pciephy_driver_init|socionext,uniphier-ld20-pcie-phy socionext,uniphier-nx1-pcie-phy socionext,uniphier-pro5-pcie-phy socionext,uniphier-pxs3-pcie-phy
drivers/phy/socionext/phy-uniphier-usb2.c|PHY_UNIPHIER_USB2|device:uniphier_u2phy_driver_init|socionext,uniphier-ld11-usb2-phy socionext,uniphier-pro4-usb2-phy
drivers/phy/socionext/phy-uniphier-usb3hs.c|PHY_UNIPHIER_USB3|device:uniphier_u3hsphy_driver_init|socionext,uniphier-ld20-usb3-hsphy socionext,uniphier-nx1-usb3-hsphy socionext,uniphier-pro5-usb3-hsphy socionext,uniphier-pxs2-usb3-hsphy socionext,uniphier-pxs3-usb3-hsphy
drivers/phy/socionext/phy-uniphier-usb3ss.c|PHY_UNIPHIER_USB3|device:uniphier_u3ssphy_driver_init|socionext,uniphier-ld20-usb3-ssphy socionext,uniphier-nx1-usb3-ssphy socionext,uniphier-pro4-usb3-ssphy socionext,uniphier-pro5-usb3-ssphy socionext,uniphier-pxs2-usb3-ssphy socionext,uniphier-pxs3-usb3-ssphy
drivers/phy/st/phy-miphy28lp.c|PHY_MIPHY28LP|device:miphy28lp_driver_init|st,miphy28lp-phy
drivers/phy/st/phy-spear1310-miphy.c|PHY_ST_SPEAR1310_MIPHY|device:spear1310_miphy_driver_init|st,spear1310-miphy
drivers/phy/st/phy-spear1340-miphy.c|PHY_ST_SPEAR1340_MIPHY|device:spear1340_miphy_driver_init|st,spear1340-miphy
drivers/phy/st/phy-stih407-usb.c|PHY_STIH407_USB|device:stih407_usb2_picophy_driver_init|st,stih407-usb2-phy
drivers/phy/st/phy-stm32-usbphyc.c|PHY_STM32_USBPHYC|device:stm32_usbphyc_driver_init|st,stm32mp1-usbphyc
drivers/phy/sunplus/phy-sunplus-usb2.c|PHY_SUNPLUS_USB|device:sunplus_usb_phy_driver_init|sunplus,sp7021-usb2-phy
drivers/phy/tegra/phy-tegra194-p2u.c|PHY_TEGRA194_P2U|device:tegra_p2u_driver_init|nvidia,tegra194-p2u nvidia,tegra234-p2u
drivers/phy/tegra/xusb.c|PHY_TEGRA_XUSB|device:tegra_xusb_padctl_driver_init|nvidia,tegra124-xusb-padctl nvidia,tegra186-xusb-padctl nvidia,tegra194-xusb-padctl nvidia,tegra210-xusb-padctl
drivers/phy/ti/phy-am654-serdes.c|PHY_AM654_SERDES|device:serdes_am654_driver_init|ti,phy-am654-serdes
drivers/phy/ti/phy-da8xx-usb.c|PHY_DA8XX_USB|device:da8xx_usb_phy_driver_init|ti,da830-usb-phy
drivers/phy/ti/phy-dm816x-usb.c|PHY_DM816X_USB|device:dm816x_usb_phy_driver_init|ti,dm8168-usb-phy
drivers/phy/ti/phy-gmii-sel.c|PHY_TI_GMII_SEL|device:phy_gmii_sel_driver_init|ti,am3352-phy-gmii-sel ti,am43xx-phy-gmii-sel ti,am654-phy-gmii-sel ti,dm814-phy-gmii-sel ti,dra7xx-phy-gmii-sel ti,j7200-cpsw5g-phy-gmii-sel
drivers/phy/ti/phy-j721e-wiz.c|PHY_J721E_WIZ|device:wiz_driver_init|ti,am64-wiz-10g ti,j7200-wiz-10g ti,j721e-wiz-10g ti,j721e-wiz-16g
drivers/phy/ti/phy-omap-control.c|OMAP_CONTROL_PHY|subsys:omap_control_phy_init|ti,control-phy-otghs ti,control-phy-pcie ti,control-phy-pipe3 ti,control-phy-usb2 ti,control-phy-usb2-am437 ti,control-phy-usb2-dra7
drivers/phy/ti/phy-omap-usb2.c|OMAP_USB2|device:omap_usb2_driver_init|ti,am437x-usb2 ti,am654-usb2 ti,dra7x-usb2 ti,dra7x-usb2-phy2 ti,omap-usb2 ti,omap5-usb2
drivers/phy/ti/phy-ti-pipe3.c|TI_PIPE3|device:ti_pipe3_driver_init|ti,omap-usb3 ti,phy-pipe3-pcie ti,phy-pipe3-sata ti,phy-usb3
drivers/phy/ti/phy-twl4030-usb.c|TWL4030_USB|subsys:twl4030_usb_init|ti,twl4030-usb
drivers/phy/xilinx/phy-zynqmp.c|PHY_XILINX_ZYNQMP|device:xpsgtr_driver_init|xlnx,zynqmp-psgtr xlnx,zynqmp-psgtr-v1.1
drivers/pinctrl/actions/pinctrl-s500.c|PINCTRL_S500|arch:s500_pinctrl_init|actions,s500-pinctrl
drivers/pinctrl/actions/pinctrl-s700.c|PINCTRL_S700|arch:s700_pinctrl_init|actions,s700-pinctrl
drivers/pinctrl/actions/pinctrl-s900.c|PINCTRL_S900|arch:s900_pinctrl_init|actions,s900-pinctrl
drivers/pinctrl/aspeed/pinctrl-aspeed-g4.c|PINCTRL_ASPEED_G4|arch:aspeed_g4_pinctrl_init|aspeed,ast2400-pinctrl aspeed,g4-pinctrl
drivers/pinctrl/aspeed/pinctrl-aspeed-g5.c|PINCTRL_ASPEED_G5|arch:aspeed_g5_pinctrl_init|aspeed,ast2500-pinctrl aspeed,g5-pinctrl
drivers/pinctrl/aspeed/pinctrl-aspeed-g6.c|PINCTRL_ASPEED_G6|arch:aspeed_g6_pinctrl_init|aspeed,ast2600-pinctrl
drivers/pinctrl/bcm/pinctrl-bcm281xx.c|PINCTRL_BCM281XX|device:bcm281xx_pinctrl_driver_init|brcm,bcm11351-pinctrl
drivers/pinctrl/bcm/pinctrl-bcm2835.c|PINCTRL_BCM2835|device:bcm2835_pinctrl_driver_init|brcm,bcm2711-gpio brcm,bcm2835-gpio brcm,bcm7211-gpio
drivers/pinctrl/bcm/pinctrl-bcm4908.c|PINCTRL_BCM4908|device:bcm4908_pinctrl_driver_init|brcm,bcm4908-pinctrl
drivers/pinctrl/bcm/pinctrl-bcm6318.c|PINCTRL_BCM6318|device:bcm6318_pinctrl_driver_init|brcm,bcm6318-pinctrl
drivers/pinctrl/bcm/pinctrl-bcm63268.c|PINCTRL_BCM63268|device:bcm63268_pinctrl_driver_init|brcm,bcm63268-pinctrl
drivers/pinctrl/bcm/pinctrl-bcm6328.c|PINCTRL_BCM6328|device:bcm6328_pinctrl_driver_init|brcm,bcm6328-pinctrl
drivers/pinctrl/bcm/pinctrl-bcm6358.c|PINCTRL_BCM6358|device:bcm6358_pinctrl_driver_init|brcm,bcm6358-pinctrl
drivers/pinctrl/bcm/pinctrl-bcm6362.c|PINCTRL_BCM6362|device:bcm6362_pinctrl_driver_init|brcm,bcm6362-pinctrl
drivers/pinctrl/bcm/pinctrl-bcm6368.c|PINCTRL_BCM6368|device:bcm6368_pinctrl_driver_init|brcm,bcm6368-pinctrl
drivers/pinctrl/bcm/pinctrl-bcm63xx.c|PINCTRL_BCM63XX||brcm,bcm6318-gpio brcm,bcm63268-gpio brcm,bcm6328-gpio brcm,bcm6358-gpio brcm,bcm6362-gpio brcm,bcm6368-gpio
drivers/pinctrl/bcm/pinctrl-cygnus-mux.c|PINCTRL_CYGNUS_MUX|arch:cygnus_pinmux_init|brcm,cygnus-pinmux
drivers/pinctrl/bcm/pinctrl-iproc-gpio.c|PINCTRL_IPROC_GPIO|arch_sync:iproc_gpio_init|brcm,cygnus-asiu-gpio brcm,cygnus-ccm-gpio brcm,cygnus-crmu-gpio brcm,iproc-gpio brcm,iproc-nsp-gpio brcm,iproc-stingray-gpio
drivers/pinctrl/bcm/pinctrl-ns.c|PINCTRL_NS|device:ns_pinctrl_driver_init|brcm,bcm4708-pinmux brcm,bcm4709-pinmux brcm,bcm53012-pinmux
drivers/pinctrl/bcm/pinctrl-ns2-mux.c|PINCTRL_NS2_MUX|arch:ns2_pinmux_init|brcm,ns2-pinmux
drivers/pinctrl/bcm/pinctrl-nsp-gpio.c|PINCTRL_NSP_GPIO|arch_sync:nsp_gpio_init|brcm,nsp-gpio-a
drivers/pinctrl/bcm/pinctrl-nsp-mux.c|PINCTRL_NSP_MUX|arch:nsp_pinmux_init|brcm,nsp-pinmux
drivers/pinctrl/berlin/berlin-bg2.c|PINCTRL_BERLIN_BG2|device:berlin2_pinctrl_driver_init|marvell,berlin2-soc-pinctrl marvell,berlin2-system-pinctrl
drivers/pinctrl/berlin/berlin-bg2cd.c|PINCTRL_BERLIN_BG2CD|device:berlin2cd_pinctrl_driver_init|marvell,berlin2cd-soc-pinctrl marvell,berlin2cd-system-pinctrl
drivers/pinctrl/berlin/berlin-bg2q.c|PINCTRL_BERLIN_BG2Q|device:berlin2q_pinctrl_driver_init|marvell,berlin2q-soc-pinctrl marvell,berlin2q-system-pinctrl
drivers/pinctrl/berlin/berlin-bg4ct.c|PINCTRL_BERLIN_BG4CT|device:berlin4ct_pinctrl_driver_init|marvell,berlin4ct-avio-pinctrl marvell,berlin4ct-soc-pinctrl marvell,berlin4ct-system-pinctrl
drivers/pinctrl/berlin/pinctrl-as370.c|PINCTRL_AS370|device:as370_pinctrl_driver_init|syna,as370-soc-pinctrl
drivers/pinctrl/cirrus/pinctrl-lochnagar.c|PINCTRL_LOCHNAGAR|device:lochnagar_pin_driver_init|cirrus,lochnagar-pinctrl
drivers/pinctrl/freescale/pinctrl-imx1.c|PINCTRL_IMX1|device:imx1_pinctrl_driver_init|fsl,imx1-iomuxc
drivers/pinctrl/freescale/pinctrl-imx23.c|PINCTRL_IMX23|postcore:imx23_pinctrl_init|fsl,imx23-pinctrl
drivers/pinctrl/freescale/pinctrl-imx25.c|PINCTRL_IMX25|arch:imx25_pinctrl_init|fsl,imx25-iomuxc
drivers/pinctrl/freescale/pinctrl-imx27.c|PINCTRL_IMX27|arch:imx27_pinctrl_init|fsl,imx27-iomuxc
drivers/pinctrl/freescale/pinctrl-imx28.c|PINCTRL_IMX28|postcore:imx28_pinctrl_init|fsl,imx28-pinctrl
drivers/pinctrl/freescale/pinctrl-imx35.c|PINCTRL_IMX35|arch:imx35_pinctrl_init|fsl,imx35-iomuxc
drivers/pinctrl/freescale/pinctrl-imx50.c|PINCTRL_IMX50|arch:imx50_pinctrl_init|fsl,imx50-iomuxc
drivers/pinctrl/freescale/pinctrl-imx51.c|PINCTRL_IMX51|arch:imx51_pinctrl_init|fsl,imx51-iomuxc
drivers/pinctrl/freescale/pinctrl-imx53.c|PINCTRL_IMX53|arch:imx53_pinctrl_init|fsl,imx53-iomuxc
drivers/pinctrl/freescale/pinctrl-imx6dl.c|PINCTRL_IMX6Q|arch:imx6dl_pinctrl_init|fsl,imx6dl-iomuxc
drivers/pinctrl/freescale/pinctrl-imx6q.c|PINCTRL_IMX6Q|arch:imx6q_pinctrl_init|fsl,imx6q-iomuxc
drivers/pinctrl/freescale/pinctrl-imx6sl.c|PINCTRL_IMX6SL|arch:imx6sl_pinctrl_init|fsl,imx6sl-iomuxc
drivers/pinctrl/freescale/pinctrl-imx6sll.c|PINCTRL_IMX6SLL|arch:imx6sll_pinctrl_init|fsl,imx6sll-iomuxc
drivers/pinctrl/freescale/pinctrl-imx6sx.c|PINCTRL_IMX6SX|arch:imx6sx_pinctrl_init|fsl,imx6sx-iomuxc
drivers/pinctrl/freescale/pinctrl-imx6ul.c|PINCTRL_IMX6UL|arch:imx6ul_pinctrl_init|fsl,imx6ul-iomuxc fsl,imx6ull-iomuxc-snvs
drivers/pinctrl/freescale/pinctrl-imx7d.c|PINCTRL_IMX7D|arch:imx7d_pinctrl_init|fsl,imx7d-iomuxc fsl,imx7d-iomuxc-lpsr
drivers/pinctrl/freescale/pinctrl-imx7ulp.c|PINCTRL_IMX7ULP|arch:imx7ulp_pinctrl_init|fsl,imx7ulp-iomuxc1
drivers/pinctrl/freescale/pinctrl-imx8dxl.c|PINCTRL_IMX8DXL|arch:imx8dxl_pinctrl_init|fsl,imx8dxl-iomuxc
drivers/pinctrl/freescale/pinctrl-imx8mm.c|PINCTRL_IMX8MM|arch:imx8mm_pinctrl_init|fsl,imx8mm-iomuxc
drivers/pinctrl/freescale/pinctrl-imx8mn.c|PINCTRL_IMX8MN|arch:imx8mn_pinctrl_init|fsl,imx8mn-iomuxc
drivers/pinctrl/freescale/pinctrl-imx8mp.c|PINCTRL_IMX8MP|arch:imx8mp_pinctrl_init|fsl,imx8mp-iomuxc
drivers/pinctrl/freescale/pinctrl-imx8mq.c|PINCTRL_IMX8MQ|arch:imx8mq_pinctrl_init|fsl,imx8mq-iomuxc
drivers/pinctrl/freescale/pinctrl-imx8qm.c|PINCTRL_IMX8QM|arch:imx8qm_pinctrl_init|fsl,imx8qm-iomuxc
drivers/pinctrl/freescale/pinctrl-imx8qxp.c|PINCTRL_IMX8QXP|arch:imx8qxp_pinctrl_init|fsl,imx8qxp-iomuxc
drivers/pinctrl/freescale/pinctrl-imx8ulp.c|PINCTRL_IMX8ULP|arch:imx8ulp_pinctrl_init|fsl,imx8ulp-iomuxc1
drivers/pinctrl/freescale/pinctrl-imx93.c|PINCTRL_IMX93|arch:imx93_pinctrl_init|fsl,imx93-iomuxc
drivers/pinctrl/freescale/pinctrl-imxrt1050.c|PINCTRL_IMXRT1050|arch:imxrt1050_pinctrl_init|fsl,imxrt1050-iomuxc
drivers/pinctrl/freescale/pinctrl-imxrt1170.c|PINCTRL_IMXRT1170|arch:imxrt1170_pinctrl_init|fsl,imxrt1170-iomuxc
drivers/pinctrl/freescale/pinctrl-vf610.c|PINCTRL_VF610|arch:vf610_pinctrl_init|fsl,vf610-iomuxc
drivers/pinctrl/mediatek/pinctrl-mt2701.c|PINCTRL_MT2701|arch:mtk_pinctrl_init|mediatek,mt2701-pinctrl mediatek,mt7623-pinctrl
drivers/pinctrl/mediatek/pinctrl-mt2712.c|PINCTRL_MT2712|arch:mtk_pinctrl_init|mediatek,mt2712-pinctrl
drivers/pinctrl/mediatek/pinctrl-mt6397.c|PINCTRL_MT6397|device:mtk_pinctrl_driver_init|mediatek,mt6397-pinctrl
drivers/pinctrl/mediatek/pinctrl-mt6765.c|PINCTRL_MT6765|arch:mt6765_pinctrl_init|mediatek,mt6765-pinctrl
drivers/pinctrl/mediatek/pinctrl-mt6779.c|PINCTRL_MT6779|arch:mt6779_pinctrl_init|mediatek,mt6779-pinctrl
drivers/pinctrl/mediatek/pinctrl-mt6795.c|PINCTRL_MT6795|arch:mtk_pinctrl_init|mediatek,mt6795-pinctrl
drivers/pinctrl/mediatek/pinctrl-mt6797.c|PINCTRL_MT6797|arch:mt6797_pinctrl_init|mediatek,mt6797-pinctrl
drivers/pinctrl/mediatek/pinctrl-mt7622.c|PINCTRL_MT7622|arch:mt7622_pinctrl_init|mediatek,mt7622-pinctrl
drivers/pinctrl/mediatek/pinctrl-mt7623.c|PINCTRL_MT7623|arch:mtk_pinctrl_init|mediatek,mt7623-moore-pinctrl
drivers/pinctrl/mediatek/pinctrl-mt7629.c|PINCTRL_MT7629|arch:mt7629_pinctrl_init|mediatek,mt7629-pinctrl
drivers/pinctrl/mediatek/pinctrl-mt7986.c|PINCTRL_MT7986|arch:mt7986a_pinctrl_init arch:mt7986b_pinctrl_init|mediatek,mt7986a-pinctrl mediatek,mt7986b-pinctrl
drivers/pinctrl/mediatek/pinctrl-mt8127.c|PINCTRL_MT8127|arch:mtk_pinctrl_init|mediatek,mt8127-pinctrl
drivers/pinctrl/mediatek/pinctrl-mt8135.c|PINCTRL_MT8135|arch:mtk_pinctrl_init|mediatek,mt8135-pinctrl
drivers/pinctrl/mediatek/pinctrl-mt8167.c|PINCTRL_MT8167|arch:mtk_pinctrl_init|mediatek,mt8167-pinctrl
drivers/pinctrl/mediatek/pinctrl-mt8173.c|PINCTRL_MT8173|arch:mtk_pinctrl_init|mediatek,mt8173-pinctrl
drivers/pinctrl/mediatek/pinctrl-mt8183.c|PINCTRL_MT8183|arch:mt8183_pinctrl_init|mediatek,mt8183-pinctrl
drivers/pinctrl/mediatek/pinctrl-mt8186.c|PINCTRL_MT8186|arch:mt8186_pinctrl_init|mediatek,mt8186-pinctrl
drivers/pinctrl/mediatek/pinctrl-mt8188.c|PINCTRL_MT8188|arch:mt8188_pinctrl_init|mediatek,mt8188-pinctrl
drivers/pinctrl/mediatek/pinctrl-mt8192.c|PINCTRL_MT8192|arch:mt8192_pinctrl_init|mediatek,mt8192-pinctrl
drivers/pinctrl/mediatek/pinctrl-mt8195.c|PINCTRL_MT8195|arch:mt8195_pinctrl_init|mediatek,mt8195-pinctrl
drivers/pinctrl/mediatek/pinctrl-mt8365.c|PINCTRL_MT8365|arch:mtk_pinctrl_init|mediatek,mt8365-pinctrl
drivers/pinctrl/mediatek/pinctrl-mt8516.c|PINCTRL_MT8516|arch:mtk_pinctrl_init|mediatek,mt8516-pinctrl
drivers/pinctrl/meson/pinctrl-meson-a1.c|PINCTRL_MESON_A1|device:meson_a1_pinctrl_driver_init|amlogic,meson-a1-periphs-pinctrl
drivers/pinctrl/meson/pinctrl-meson-axg.c|PINCTRL_MESON_AXG|device:meson_axg_pinctrl_driver_init|amlogic,meson-axg-aobus-pinctrl amlogic,meson-axg-periphs-pinctrl
drivers/pinctrl/meson/pinctrl-meson-g12a.c|PINCTRL_MESON_G12A|device:meson_g12a_pinctrl_driver_init|amlogic,meson-g12a-aobus-pinctrl amlogic,meson-g12a-periphs-pinctrl
drivers/pinctrl/meson/pinctrl-meson-gxbb.c|PINCTRL_MESON_GXBB|device:meson_gxbb_pinctrl_driver_init|amlogic,meson-gxbb-aobus-pinctrl amlogic,meson-gxbb-periphs-pinctrl
drivers/pinctrl/meson/pinctrl-meson-gxl.c|PINCTRL_MESON_GXL|device:meson_gxl_pinctrl_driver_init|amlogic,meson-gxl-aobus-pinctrl amlogic,meson-gxl-periphs-pinctrl
drivers/pinctrl/meson/pinctrl-meson-s4.c|PINCTRL_MESON_S4|device:meson_s4_pinctrl_driver_init|amlogic,meson-s4-periphs-pinctrl
drivers/pinctrl/meson/pinctrl-meson8.c|PINCTRL_MESON8|device:meson8_pinctrl_driver_init|amlogic,meson8-aobus-pinctrl amlogic,meson8-cbus-pinctrl amlogic,meson8m2-aobus-pinctrl amlogic,meson8m2-cbus-pinctrl
drivers/pinctrl/meson/pinctrl-meson8b.c|PINCTRL_MESON8B|device:meson8b_pinctrl_driver_init|amlogic,meson8b-aobus-pinctrl amlogic,meson8b-cbus-pinctrl
drivers/pinctrl/mvebu/pinctrl-ac5.c|PINCTRL_AC5|device:ac5_pinctrl_driver_init|marvell,ac5-pinctrl
drivers/pinctrl/mvebu/pinctrl-armada-370.c|PINCTRL_ARMADA_370|device:armada_370_pinctrl_driver_init|marvell,mv88f6710-pinctrl
drivers/pinctrl/mvebu/pinctrl-armada-375.c|PINCTRL_ARMADA_375|device:armada_375_pinctrl_driver_init|marvell,mv88f6720-pinctrl
drivers/pinctrl/mvebu/pinctrl-armada-37xx.c|PINCTRL_ARMADA_37XX|device:armada_37xx_pinctrl_driver_init|marvell,armada3710-nb-pinctrl marvell,armada3710-sb-pinctrl
drivers/pinctrl/mvebu/pinctrl-armada-38x.c|PINCTRL_ARMADA_38X|device:armada_38x_pinctrl_driver_init|marvell,mv88f6810-pinctrl marvell,mv88f6820-pinctrl marvell,mv88f6828-pinctrl
drivers/pinctrl/mvebu/pinctrl-armada-39x.c|PINCTRL_ARMADA_39X|device:armada_39x_pinctrl_driver_init|marvell,mv88f6920-pinctrl marvell,mv88f6925-pinctrl marvell,mv88f6928-pinctrl
drivers/pinctrl/mvebu/pinctrl-armada-ap806.c|PINCTRL_ARMADA_AP806|device:armada_ap806_pinctrl_driver_init|marvell,ap806-pinctrl
drivers/pinctrl/mvebu/pinctrl-armada-cp110.c|PINCTRL_ARMADA_CP110|device:armada_cp110_pinctrl_driver_init|marvell,armada-7k-pinctrl marvell,armada-8k-cpm-pinctrl marvell,armada-8k-cps-pinctrl marvell,cp115-standalone-pinctrl
drivers/pinctrl/mvebu/pinctrl-armada-xp.c|PINCTRL_ARMADA_XP|device:armada_xp_pinctrl_driver_init|marvell,98dx3236-pinctrl marvell,98dx4251-pinctrl marvell,mv78230-pinctrl marvell,mv78260-pinctrl marvell,mv78460-pinctrl
drivers/pinctrl/mvebu/pinctrl-dove.c|PINCTRL_DOVE|device:dove_pinctrl_driver_init|marvell,dove-pinctrl
drivers/pinctrl/mvebu/pinctrl-kirkwood.c|PINCTRL_KIRKWOOD|device:kirkwood_pinctrl_driver_init|marvell,88f6180-pinctrl marvell,88f6190-pinctrl marvell,88f6192-pinctrl marvell,88f6281-pinctrl marvell,88f6282-pinctrl marvell,98dx1135-pinctrl marvell,98dx4122-pinctrl
drivers/pinctrl/mvebu/pinctrl-orion.c|PINCTRL_ORION|device:orion_pinctrl_driver_init|marvell,88f5181-pinctrl marvell,88f5181l-pinctrl marvell,88f5182-pinctrl marvell,88f5281-pinctrl
drivers/pinctrl/nomadik/pinctrl-abx500.c|PINCTRL_ABX500|core:abx500_gpio_init|stericsson,ab8500-gpio stericsson,ab8505-gpio
drivers/pinctrl/nomadik/pinctrl-nomadik.c|PINCTRL_NOMADIK|subsys:nmk_gpio_init core:nmk_pinctrl_init|st,nomadik-gpio stericsson,db8500-pinctrl stericsson,stn8815-pinctrl
drivers/pinctrl/nuvoton/pinctrl-npcm7xx.c|PINCTRL_NPCM7XX|arch:npcm7xx_pinctrl_register|nuvoton,npcm750-pinctrl
drivers/pinctrl/nuvoton/pinctrl-wpcm450.c|PINCTRL_WPCM450|device:wpcm450_pinctrl_driver_init|nuvoton,wpcm450-pinctrl
drivers/pinctrl/pinctrl-apple-gpio.c|PINCTRL_APPLE_GPIO|device:apple_gpio_pinctrl_driver_init|apple,pinctrl
drivers/pinctrl/pinctrl-artpec6.c|PINCTRL_ARTPEC6|arch:artpec6_pmx_init|axis,artpec6-pinctrl
drivers/pinctrl/pinctrl-as3722.c|PINCTRL_AS3722|device:as3722_pinctrl_driver_init|ams,as3722-pinctrl
drivers/pinctrl/pinctrl-at91-pio4.c|PINCTRL_AT91PIO4|device:atmel_pinctrl_driver_init|atmel,sama5d2-pinctrl microchip,sama7g5-pinctrl
drivers/pinctrl/pinctrl-at91.c|PINCTRL_AT91|arch:at91_pinctrl_init|atmel,at91rm9200-gpio atmel,at91rm9200-pinctrl atmel,at91sam9x5-gpio atmel,at91sam9x5-pinctrl atmel,sama5d3-pinctrl microchip,sam9x60-gpio microchip,sam9x60-pinctrl
drivers/pinctrl/pinctrl-axp209.c|PINCTRL_AXP209|device:axp20x_pctl_driver_init|x-powers,axp209-gpio x-powers,axp221-gpio x-powers,axp813-gpio
drivers/pinctrl/pinctrl-bm1880.c|PINCTRL_BM1880|arch:bm1880_pinctrl_init|bitmain,bm1880-pinctrl
drivers/pinctrl/pinctrl-cy8c95x0.c|PINCTRL_CY8C95X0|device:cy8c95x0_driver_init|cypress,cy8c9520 cypress,cy8c9540 cypress,cy8c9560
drivers/pinctrl/pinctrl-da850-pupd.c|PINCTRL_DA850_PUPD|device:da850_pupd_driver_init|ti,da850-pupd
drivers/pinctrl/pinctrl-digicolor.c|PINCTRL_DIGICOLOR|device:dc_pinctrl_driver_init|cnxt,cx92755-pinctrl
drivers/pinctrl/pinctrl-equilibrium.c|PINCTRL_EQUILIBRIUM|device:eqbr_pinctrl_driver_init|intel,lgm-io
drivers/pinctrl/pinctrl-falcon.c|PINCTRL_FALCON|core_sync:pinctrl_falcon_init|lantiq,pinctrl-falcon
drivers/pinctrl/pinctrl-gemini.c|PINCTRL_GEMINI|arch:gemini_pmx_init|cortina,gemini-pinctrl
drivers/pinctrl/pinctrl-ingenic.c|PINCTRL_INGENIC|subsys:ingenic_pinctrl_drv_register|ingenic,jz4725b-gpio ingenic,jz4725b-pinctrl ingenic,jz4730-gpio ingenic,jz4730-pinctrl ingenic,jz4740-gpio ingenic,jz4740-pinctrl ingenic,jz4750-gpio ingenic,jz4750-pinctrl ingenic,jz4755-gpio ingenic,jz4755-pinctrl ingenic,jz4760-gpio ingenic,jz4760-pinctrl ingenic,jz4760b-pinctrl ingenic,jz4770-gpio ingenic,jz4770-pinctrl ingenic,jz4775-gpio ingenic,jz4775-pinctrl ingenic,jz4780-gpio ingenic,jz4780-pinctrl ingenic,x1000-gpio ingenic,x1000-pinctrl ingenic,x1000e-pinctrl ingenic,x1500-pinctrl ingenic,x1830-gpio ingenic,x1830-pinctrl ingenic,x2000-gpio ingenic,x2000-pinctrl ingenic,x2000e-pinctrl ingenic,x2100-gpio ingenic,x2100-pinctrl
drivers/pinctrl/pinctrl-k210.c|PINCTRL_K210|device:k210_fpioa_driver_init|canaan,k210-fpioa
drivers/pinctrl/pinctrl-keembay.c|PINCTRL_KEEMBAY|device:keembay_pinctrl_driver_init|intel,keembay-pinctrl
drivers/pinctrl/pinctrl-lpc18xx.c|PINCTRL_LPC18XX|device:lpc18xx_scu_driver_init|nxp,lpc1850-scu
drivers/pinctrl/pinctrl-mcp23s08_i2c.c|PINCTRL_MCP23S08_I2C|subsys:mcp23s08_i2c_init|mcp,mcp23008 mcp,mcp23017 microchip,mcp23008 microchip,mcp23017 microchip,mcp23018
drivers/pinctrl/pinctrl-mcp23s08_spi.c|PINCTRL_MCP23S08_SPI|subsys:mcp23s08_spi_init|mcp,mcp23s08 mcp,mcp23s17 microchip,mcp23s08 microchip,mcp23s17 microchip,mcp23s18
drivers/pinctrl/pinctrl-microchip-sgpio.c|PINCTRL_MICROCHIP_SGPIO|device:microchip_sgpio_pinctrl_driver_init|microchip,sparx5-sgpio mscc,luton-sgpio mscc,ocelot-sgpio
drivers/pinctrl/pinctrl-ocelot.c|PINCTRL_OCELOT|device:ocelot_pinctrl_driver_init|microchip,lan966x-pinctrl microchip,sparx5-pinctrl mscc,jaguar2-pinctrl mscc,luton-pinctrl mscc,ocelot-pinctrl mscc,serval-pinctrl mscc,servalt-pinctrl
drivers/pinctrl/pinctrl-oxnas.c|PINCTRL_OXNAS|arch:oxnas_gpio_register arch:oxnas_pinctrl_register|oxsemi,ox810se-gpio oxsemi,ox810se-pinctrl oxsemi,ox820-gpio oxsemi,ox820-pinctrl
drivers/pinctrl/pinctrl-palmas.c|PINCTRL_PALMAS|device:palmas_pinctrl_driver_init|ti,palmas-pinctrl ti,tps65913-pinctrl ti,tps80036-pinctrl
drivers/pinctrl/pinctrl-pic32.c|PINCTRL_PIC32|arch:pic32_gpio_register arch:pic32_pinctrl_register|microchip,pic32mzda-gpio microchip,pic32mzda-pinctrl
drivers/pinctrl/pinctrl-pistachio.c|PINCTRL_PISTACHIO|arch:pistachio_pinctrl_register|img,pistachio-system-pinctrl
drivers/pinctrl/pinctrl-rockchip.c|PINCTRL_ROCKCHIP|postcore:rockchip_pinctrl_drv_register|rockchip,gpio-bank rockchip,px30-pinctrl rockchip,rk2928-pinctrl rockchip,rk3036-pinctrl rockchip,rk3066a-pinctrl rockchip,rk3066b-pinctrl rockchip,rk3128-pinctrl rockchip,rk3188-gpio-bank0 rockchip,rk3188-pinctrl rockchip,rk3228-pinctrl rockchip,rk3288-pinctrl rockchip,rk3308-pinctrl rockchip,rk3328-pinctrl rockchip,rk3368-pinctrl rockchip,rk3399-pinctrl rockchip,rk3568-pinctrl rockchip,rk3588-pinctrl rockchip,rv1108-pinctrl rockchip,rv1126-pinctrl
drivers/pinctrl/pinctrl-single.c|PINCTRL_SINGLE|device:pcs_driver_init|pinconf-single pinctrl-single ti,am437-padconf ti,dra7-padconf ti,omap3-padconf ti,omap4-padconf ti,omap5-padconf
drivers/pinctrl/pinctrl-st.c|PINCTRL_ST|arch:st_pctl_init|st,stih407-flash-pinctrl st,stih407-front-pinctrl st,stih407-rear-pinctrl st,stih407-sbc-pinctrl
drivers/pinctrl/pinctrl-stmfx.c|PINCTRL_STMFX|device:stmfx_pinctrl_driver_init|st,stmfx-0300-pinctrl
drivers/pinctrl/pinctrl-sx150x.c|PINCTRL_SX150X|subsys:sx150x_init|semtech,sx1501q semtech,sx1502q semtech,sx1503q semtech,sx1504q semtech,sx1505q semtech,sx1506q semtech,sx1507q semtech,sx1508q semtech,sx1509q
drivers/pinctrl/pinctrl-tb10x.c|PINCTRL_TB10X|device:tb10x_pinctrl_pdrv_init|abilis,tb10x-iomux
drivers/pinctrl/pinctrl-thunderbay.c|PINCTRL_THUNDERBAY|device:thunderbay_pinctrl_driver_init|intel,thunderbay-pinctrl
drivers/pinctrl/pinctrl-xway.c|PINCTRL_XWAY|core_sync:pinmux_xway_init|lantiq,ase-pinctrl lantiq,danube-pinctrl lantiq,pinctrl-ase lantiq,pinctrl-xr9 lantiq,pinctrl-xway lantiq,xrx100-pinctrl lantiq,xrx200-pinctrl lantiq,xrx300-pinctrl
drivers/pinctrl/pinctrl-zynq.c|PINCTRL_ZYNQ|device:zynq_pinctrl_driver_init|xlnx,pinctrl-zynq
drivers/pinctrl/pinctrl-zynqmp.c|PINCTRL_ZYNQMP|device:zynqmp_pinctrl_driver_init|xlnx,zynqmp-pinctrl
drivers/pinctrl/pxa/pinctrl-pxa25x.c|PINCTRL_PXA25X|device:pxa25x_pinctrl_driver_init|marvell,pxa25x-pinctrl
drivers/pinctrl/pxa/pinctrl-pxa27x.c|PINCTRL_PXA27X|device:pxa27x_pinctrl_driver_init|marvell,pxa27x-pinctrl
drivers/pinctrl/qcom/pinctrl-apq8064.c|PINCTRL_APQ8064|arch:apq8064_pinctrl_init|qcom,apq8064-pinctrl
drivers/pinctrl/qcom/pinctrl-apq8084.c|PINCTRL_APQ8084|arch:apq8084_pinctrl_init|qcom,apq8084-pinctrl
drivers/pinctrl/qcom/pinctrl-ipq4019.c|PINCTRL_IPQ4019|arch:ipq4019_pinctrl_init|qcom,ipq4019-pinctrl
drivers/pinctrl/qcom/pinctrl-ipq6018.c|PINCTRL_IPQ6018|arch:ipq6018_pinctrl_init|qcom,ipq6018-pinctrl
drivers/pinctrl/qcom/pinctrl-ipq8064.c|PINCTRL_IPQ8064|arch:ipq8064_pinctrl_init|qcom,ipq8064-pinctrl
drivers/pinctrl/qcom/pinctrl-ipq8074.c|PINCTRL_IPQ8074|arch:ipq8074_pinctrl_init|qcom,ipq8074-pinctrl
drivers/pinctrl/qcom/pinctrl-mdm9607.c|PINCTRL_MDM9607|arch:mdm9607_pinctrl_init|qcom,mdm9607-tlmm
drivers/pinctrl/qcom/pinctrl-mdm9615.c|PINCTRL_MDM9615|arch:mdm9615_pinctrl_init|qcom,mdm9615-pinctrl
drivers/pinctrl/qcom/pinctrl-msm8226.c|PINCTRL_MSM8226|arch:msm8226_pinctrl_init|qcom,msm8226-pinctrl
drivers/pinctrl/qcom/pinctrl-msm8660.c|PINCTRL_MSM8660|arch:msm8660_pinctrl_init|qcom,msm8660-pinctrl
drivers/pinctrl/qcom/pinctrl-msm8909.c|PINCTRL_MSM8909|arch:msm8909_pinctrl_init|qcom,msm8909-tlmm
drivers/pinctrl/qcom/pinctrl-msm8916.c|PINCTRL_MSM8916|arch:msm8916_pinctrl_init|qcom,msm8916-pinctrl
drivers/pinctrl/qcom/pinctrl-msm8953.c|PINCTRL_MSM8953|arch:msm8953_pinctrl_init|qcom,msm8953-pinctrl
drivers/pinctrl/qcom/pinctrl-msm8960.c|PINCTRL_MSM8960|arch:msm8960_pinctrl_init|qcom,msm8960-pinctrl
drivers/pinctrl/qcom/pinctrl-msm8976.c|PINCTRL_MSM8976|arch:msm8976_pinctrl_init|qcom,msm8976-pinctrl
drivers/pinctrl/qcom/pinctrl-msm8994.c|PINCTRL_MSM8994|arch:msm8994_pinctrl_init|qcom,msm8992-pinctrl qcom,msm8994-pinctrl
drivers/pinctrl/qcom/pinctrl-msm8996.c|PINCTRL_MSM8996|arch:msm8996_pinctrl_init|qcom,msm8996-pinctrl
drivers/pinctrl/qcom/pinctrl-msm8998.c|PINCTRL_MSM8998|arch:msm8998_pinctrl_init|qcom,msm8998-pinctrl
drivers/pinctrl/qcom/pinctrl-msm8x74.c|PINCTRL_MSM8X74|arch:msm8x74_pinctrl_init|qcom,msm8974-pinctrl
drivers/pinctrl/qcom/pinctrl-qcm2290.c|PINCTRL_QCM2290|arch:qcm2290_pinctrl_init|qcom,qcm2290-tlmm
drivers/pinctrl/qcom/pinctrl-qcs404.c|PINCTRL_QCS404|arch:qcs404_pinctrl_init|qcom,qcs404-pinctrl
drivers/pinctrl/qcom/pinctrl-sc7180.c|PINCTRL_SC7180|arch:sc7180_pinctrl_init|qcom,sc7180-pinctrl
drivers/pinctrl/qcom/pinctrl-sc7280-lpass-lpi.c|PINCTRL_SC7280_LPASS_LPI|device:lpi_pinctrl_driver_init|qcom,sc7280-lpass-lpi-pinctrl
drivers/pinctrl/qcom/pinctrl-sc7280.c|PINCTRL_SC7280|arch:sc7280_pinctrl_init|qcom,sc7280-pinctrl
drivers/pinctrl/qcom/pinctrl-sc8180x.c|PINCTRL_SC8180X|arch:sc8180x_pinctrl_init|qcom,sc8180x-tlmm
drivers/pinctrl/qcom/pinctrl-sc8280xp-lpass-lpi.c|PINCTRL_SC8280XP_LPASS_LPI|device:lpi_pinctrl_driver_init|qcom,sc8280xp-lpass-lpi-pinctrl
drivers/pinctrl/qcom/pinctrl-sc8280xp.c|PINCTRL_SC8280XP|arch:sc8280xp_pinctrl_init|qcom,sc8280xp-tlmm
drivers/pinctrl/qcom/pinctrl-sdm660.c|PINCTRL_SDM660|arch:sdm660_pinctrl_init|qcom,sdm630-pinctrl qcom,sdm660-pinctrl
drivers/pinctrl/qcom/pinctrl-sdm845.c|PINCTRL_SDM845|arch:sdm845_pinctrl_init|qcom,sdm845-pinctrl
drivers/pinctrl/qcom/pinctrl-sdx55.c|PINCTRL_SDX55|arch:sdx55_pinctrl_init|qcom,sdx55-pinctrl
drivers/pinctrl/qcom/pinctrl-sdx65.c|PINCTRL_SDX65|arch:sdx65_pinctrl_init|qcom,sdx65-tlmm
drivers/pinctrl/qcom/pinctrl-sm6115.c|PINCTRL_SM6115|arch:sm6115_tlmm_init|qcom,sm6115-tlmm
drivers/pinctrl/qcom/pinctrl-sm6125.c|PINCTRL_SM6125|arch:sm6125_tlmm_init|qcom,sm6125-tlmm
drivers/pinctrl/qcom/pinctrl-sm6350.c|PINCTRL_SM6350|arch:sm6350_tlmm_init|qcom,sm6350-tlmm
drivers/pinctrl/qcom/pinctrl-sm6375.c|PINCTRL_SM6375|arch:sm6375_tlmm_init|qcom,sm6375-tlmm
drivers/pinctrl/qcom/pinctrl-sm8150.c|PINCTRL_SM8150|arch:sm8150_pinctrl_init|qcom,sm8150-pinctrl
drivers/pinctrl/qcom/pinctrl-sm8250-lpass-lpi.c|PINCTRL_SM8250_LPASS_LPI|device:lpi_pinctrl_driver_init|qcom,sm8250-lpass-lpi-pinctrl
drivers/pinctrl/qcom/pinctrl-sm8250.c|PINCTRL_SM8250|arch:sm8250_pinctrl_init|qcom,sm8250-pinctrl
drivers/pinctrl/qcom/pinctrl-sm8350.c|PINCTRL_SM8350|arch:sm8350_tlmm_init|qcom,sm8350-tlmm
drivers/pinctrl/qcom/pinctrl-sm8450-lpass-lpi.c|PINCTRL_SM8450_LPASS_LPI|device:lpi_pinctrl_driver_init|qcom,sm8450-lpass-lpi-pinctrl
drivers/pinctrl/qcom/pinctrl-sm8450.c|PINCTRL_SM8450|arch:sm8450_tlmm_init|qcom,sm8450-tlmm
drivers/pinctrl/qcom/pinctrl-spmi-gpio.c|PINCTRL_QCOM_SPMI_PMIC|device:pmic_gpio_driver_init|qcom,pm2250-gpio qcom,pm6125-gpio qcom,pm6150-gpio qcom,pm6150l-gpio qcom,pm6350-gpio qcom,pm660-gpio qcom,pm660l-gpio qcom,pm7250b-gpio qcom,pm7325-gpio qcom,pm8005-gpio qcom,pm8019-gpio qcom,pm8150-gpio qcom,pm8150b-gpio qcom,pm8150l-gpio qcom,pm8226-gpio qcom,pm8350-gpio qcom,pm8350b-gpio qcom,pm8350c-gpio qcom,pm8450-gpio qcom,pm8916-gpio qcom,pm8937-gpio qcom,pm8941-gpio qcom,pm8950-gpio qcom,pm8994-gpio qcom,pm8998-gpio qcom,pma8084-gpio qcom,pmc8180-gpio qcom,pmc8180c-gpio qcom,pmi8950-gpio qcom,pmi8994-gpio qcom,pmi8998-gpio qcom,pmk8350-gpio qcom,pmm8155au-gpio qcom,pmp8074-gpio qcom,pmr735a-gpio qcom,pmr735b-gpio qcom,pms405-gpio qcom,pmx55-gpio qcom,pmx65-gpio
drivers/pinctrl/qcom/pinctrl-spmi-mpp.c|PINCTRL_QCOM_SPMI_PMIC|device:pmic_mpp_driver_init|qcom,pm8019-mpp qcom,pm8226-mpp qcom,pm8841-mpp qcom,pm8916-mpp qcom,pm8937-mpp qcom,pm8941-mpp qcom,pm8950-mpp qcom,pm8994-mpp qcom,pma8084-mpp qcom,pmi8950-mpp qcom,pmi8994-mpp
drivers/pinctrl/qcom/pinctrl-ssbi-gpio.c|PINCTRL_QCOM_SSBI_PMIC|device:pm8xxx_gpio_driver_init|qcom,pm8018-gpio qcom,pm8038-gpio qcom,pm8058-gpio qcom,pm8917-gpio qcom,pm8921-gpio
drivers/pinctrl/qcom/pinctrl-ssbi-mpp.c|PINCTRL_QCOM_SSBI_PMIC|device:pm8xxx_mpp_driver_init|qcom,pm8018-mpp qcom,pm8038-mpp qcom,pm8058-mpp qcom,pm8821-mpp qcom,pm8917-mpp qcom,pm8921-mpp
drivers/pinctrl/ralink/pinctrl-mt7620.c|PINCTRL_MT7620|core_sync:mt7620_pinctrl_init|ralink,mt7620-pinctrl ralink,rt2880-pinmux
drivers/pinctrl/ralink/pinctrl-mt7621.c|PINCTRL_MT7621|core_sync:mt7621_pinctrl_init|ralink,mt7621-pinctrl ralink,rt2880-pinmux
drivers/pinctrl/ralink/pinctrl-rt2880.c|PINCTRL_RT2880|core_sync:rt2880_pinctrl_init|ralink,rt2880-pinctrl ralink,rt2880-pinmux
drivers/pinctrl/ralink/pinctrl-rt305x.c|PINCTRL_RT305X|core_sync:rt305x_pinctrl_init|ralink,rt2880-pinmux ralink,rt305x-pinctrl
drivers/pinctrl/ralink/pinctrl-rt3883.c|PINCTRL_RT3883|core_sync:rt3883_pinctrl_init|ralink,rt2880-pinmux ralink,rt3883-pinctrl
drivers/pinctrl/renesas/core.c|PINCTRL_SH_PFC|postcore:sh_pfc_init|renesas,pfc-emev2 renesas,pfc-r8a73a4 renesas,pfc-r8a7740 renesas,pfc-r8a7742 renesas,pfc-r8a7743 renesas,pfc-r8a7744 renesas,pfc-r8a7745 renesas,pfc-r8a77470 renesas,pfc-r8a774a1 renesas,pfc-r8a774b1 renesas,pfc-r8a774c0 renesas,pfc-r8a774e1 renesas,pfc-r8a7778 renesas,pfc-r8a7779 renesas,pfc-r8a7790 renesas,pfc-r8a7791 renesas,pfc-r8a7792 renesas,pfc-r8a7793 renesas,pfc-r8a7794 renesas,pfc-r8a7795 renesas,pfc-r8a7796 renesas,pfc-r8a77961 renesas,pfc-r8a77965 renesas,pfc-r8a77970 renesas,pfc-r8a77980 renesas,pfc-r8a77990 renesas,pfc-r8a77995 renesas,pfc-r8a779a0 renesas,pfc-r8a779f0 renesas,pfc-r8a779g0 renesas,pfc-sh73a0
drivers/pinctrl/renesas/pinctrl-rza1.c|PINCTRL_RZA1|core:rza1_pinctrl_init|renesas,r7s72100-ports renesas,r7s72102-ports
drivers/pinctrl/renesas/pinctrl-rza2.c|PINCTRL_RZA2|core:rza2_pinctrl_init|renesas,r7s9210-pinctrl
drivers/pinctrl/renesas/pinctrl-rzg2l.c|PINCTRL_RZG2L|core:rzg2l_pinctrl_init|renesas,r9a07g043-pinctrl renesas,r9a07g044-pinctrl
drivers/pinctrl/renesas/pinctrl-rzn1.c|PINCTRL_RZN1|subsys:_pinctrl_drv_register|renesas,rzn1-pinctrl
drivers/pinctrl/renesas/pinctrl-rzv2m.c|PINCTRL_RZV2M|core:rzv2m_pinctrl_init|renesas,r9a09g011-pinctrl
drivers/pinctrl/samsung/pinctrl-exynos.c|PINCTRL_EXYNOS||samsung,exynos4210-wakeup-eint samsung,exynos7-wakeup-eint samsung,exynos850-wakeup-eint samsung,exynosautov9-wakeup-eint samsung,s5pv210-wakeup-eint
drivers/pinctrl/samsung/pinctrl-s3c24xx.c|PINCTRL_S3C24XX||samsung,s3c2410-wakeup-eint samsung,s3c2412-wakeup-eint
drivers/pinctrl/samsung/pinctrl-s3c64xx.c|PINCTRL_S3C64XX||samsung,s3c64xx-wakeup-eint
drivers/pinctrl/samsung/pinctrl-samsung.c|PINCTRL_SAMSUNG|postcore:samsung_pinctrl_drv_register|samsung,exynos3250-pinctrl samsung,exynos4210-pinctrl samsung,exynos4x12-pinctrl samsung,exynos5250-pinctrl samsung,exynos5260-pinctrl samsung,exynos5410-pinctrl samsung,exynos5420-pinctrl samsung,exynos5433-pinctrl samsung,exynos7-pinctrl samsung,exynos7885-pinctrl samsung,exynos850-pinctrl samsung,exynosautov9-pinctrl samsung,s3c2412-pinctrl samsung,s3c2416-pinctrl samsung,s3c2440-pinctrl samsung,s3c2450-pinctrl samsung,s3c64xx-pinctrl samsung,s5pv210-pinctrl tesla,fsd-pinctrl
drivers/pinctrl/spear/pinctrl-plgpio.c|PINCTRL_SPEAR_PLGPIO|subsys:plgpio_init|st,spear-plgpio
drivers/pinctrl/spear/pinctrl-spear1310.c|PINCTRL_SPEAR1310|arch:spear1310_pinctrl_init|st,spear1310-pinmux
drivers/pinctrl/spear/pinctrl-spear1340.c|PINCTRL_SPEAR1340|arch:spear1340_pinctrl_init|st,spear1340-pinmux
drivers/pinctrl/spear/pinctrl-spear300.c|PINCTRL_SPEAR300|arch:spear300_pinctrl_init|st,spear300-pinmux
drivers/pinctrl/spear/pinctrl-spear310.c|PINCTRL_SPEAR310|arch:spear310_pinctrl_init|st,spear310-pinmux
drivers/pinctrl/spear/pinctrl-spear320.c|PINCTRL_SPEAR320|arch:spear320_pinctrl_init|st,spear320-pinmux
drivers/pinctrl/sprd/pinctrl-sprd-sc9860.c|PINCTRL_SPRD_SC9860|device:sprd_pinctrl_driver_init|sprd,sc9860-pinctrl
drivers/pinctrl/starfive/pinctrl-starfive-jh7100.c|PINCTRL_STARFIVE_JH7100|device:starfive_pinctrl_driver_init|starfive,jh7100-pinctrl
drivers/pinctrl/stm32/pinctrl-stm32f429.c|PINCTRL_STM32F429|arch:stm32f429_pinctrl_init|st,stm32f429-pinctrl
drivers/pinctrl/stm32/pinctrl-stm32f469.c|PINCTRL_STM32F469|arch:stm32f469_pinctrl_init|st,stm32f469-pinctrl
drivers/pinctrl/stm32/pinctrl-stm32f746.c|PINCTRL_STM32F746|arch:stm32f746_pinctrl_init|st,stm32f746-pinctrl
drivers/pinctrl/stm32/pinctrl-stm32f769.c|PINCTRL_STM32F769|arch:stm32f769_pinctrl_init|st,stm32f769-pinctrl
drivers/pinctrl/stm32/pinctrl-stm32h743.c|PINCTRL_STM32H743|arch:stm32h743_pinctrl_init|st,stm32h743-pinctrl
drivers/pinctrl/stm32/pinctrl-stm32mp135.c|PINCTRL_STM32MP135|arch:stm32mp135_pinctrl_init|st,stm32mp135-pinctrl
drivers/pinctrl/stm32/pinctrl-stm32mp157.c|PINCTRL_STM32MP157|arch:stm32mp157_pinctrl_init|st,stm32mp157-pinctrl st,stm32mp157-z-pinctrl
drivers/pinctrl/sunplus/sppctl.c|PINCTRL_SPPCTL|device:sppctl_pinctrl_driver_init|sunplus,sp7021-pctl
drivers/pinctrl/sunxi/pinctrl-sun20i-d1.c|PINCTRL_SUN20I_D1|device:d1_pinctrl_driver_init|allwinner,sun20i-d1-pinctrl
drivers/pinctrl/sunxi/pinctrl-sun4i-a10.c|PINCTRL_SUN4I_A10|device:sun4i_a10_pinctrl_driver_init|allwinner,sun4i-a10-pinctrl allwinner,sun7i-a20-pinctrl allwinner,sun8i-r40-pinctrl
drivers/pinctrl/sunxi/pinctrl-sun50i-a100-r.c|PINCTRL_SUN50I_A100_R|device:a100_r_pinctrl_driver_init|allwinner,sun50i-a100-r-pinctrl
drivers/pinctrl/sunxi/pinctrl-sun50i-a100.c|PINCTRL_SUN50I_A100|device:a100_pinctrl_driver_init|allwinner,sun50i-a100-pinctrl
drivers/pinctrl/sunxi/pinctrl-sun50i-a64-r.c|PINCTRL_SUN50I_A64_R|device:sun50i_a64_r_pinctrl_driver_init|allwinner,sun50i-a64-r-pinctrl
drivers/pinctrl/sunxi/pinctrl-sun50i-a64.c|PINCTRL_SUN50I_A64|device:a64_pinctrl_driver_init|allwinner,sun50i-a64-pinctrl
drivers/pinctrl/sunxi/pinctrl-sun50i-h5.c|PINCTRL_SUN50I_H5|device:sun50i_h5_pinctrl_driver_init|allwinner,sun50i-h5-pinctrl
drivers/pinctrl/sunxi/pinctrl-sun50i-h6-r.c|PINCTRL_SUN50I_H6_R|device:sun50i_h6_r_pinctrl_driver_init|allwinner,sun50i-h6-r-pinctrl
drivers/pinctrl/sunxi/pinctrl-sun50i-h6.c|PINCTRL_SUN50I_H6|device:h6_pinctrl_driver_init|allwinner,sun50i-h6-pinctrl
drivers/pinctrl/sunxi/pinctrl-sun50i-h616-r.c|PINCTRL_SUN50I_H616_R|device:sun50i_h616_r_pinctrl_driver_init|allwinner,sun50i-h616-r-pinctrl
drivers/pinctrl/sunxi/pinctrl-sun50i-h616.c|PINCTRL_SUN50I_H616|device:h616_pinctrl_driver_init|allwinner,sun50i-h616-pinctrl
drivers/pinctrl/sunxi/pinctrl-sun5i.c|PINCTRL_SUN5I|device:sun5i_pinctrl_driver_init|allwinner,sun5i-a10s-pinctrl allwinner,sun5i-a13-pinctrl nextthing,gr8-pinctrl
drivers/pinctrl/sunxi/pinctrl-sun6i-a31-r.c|PINCTRL_SUN6I_A31_R|device:sun6i_a31_r_pinctrl_driver_init|allwinner,sun6i-a31-r-pinctrl
drivers/pinctrl/sunxi/pinctrl-sun6i-a31.c|PINCTRL_SUN6I_A31|device:sun6i_a31_pinctrl_driver_init|allwinner,sun6i-a31-pinctrl allwinner,sun6i-a31s-pinctrl
drivers/pinctrl/sunxi/pinctrl-sun8i-a23-r.c|PINCTRL_SUN8I_A23_R|device:sun8i_a23_r_pinctrl_driver_init|allwinner,sun8i-a23-r-pinctrl
drivers/pinctrl/sunxi/pinctrl-sun8i-a23.c|PINCTRL_SUN8I_A23|device:sun8i_a23_pinctrl_driver_init|allwinner,sun8i-a23-pinctrl
drivers/pinctrl/sunxi/pinctrl-sun8i-a33.c|PINCTRL_SUN8I_A33|device:sun8i_a33_pinctrl_driver_init|allwinner,sun8i-a33-pinctrl
drivers/pinctrl/sunxi/pinctrl-sun8i-a83t-r.c|PINCTRL_SUN8I_A83T_R|device:sun8i_a83t_r_pinctrl_driver_init|allwinner,sun8i-a83t-r-pinctrl
drivers/pinctrl/sunxi/pinctrl-sun8i-a83t.c|PINCTRL_SUN8I_A83T|device:sun8i_a83t_pinctrl_driver_init|allwinner,sun8i-a83t-pinctrl
drivers/pinctrl/sunxi/pinctrl-sun8i-h3-r.c|PINCTRL_SUN8I_H3_R|device:sun8i_h3_r_pinctrl_driver_init|allwinner,sun8i-h3-r-pinctrl
drivers/pinctrl/sunxi/pinctrl-sun8i-h3.c|PINCTRL_SUN8I_H3|device:sun8i_h3_pinctrl_driver_init|allwinner,sun8i-h3-pinctrl
drivers/pinctrl/sunxi/pinctrl-sun8i-v3s.c|PINCTRL_SUN8I_V3S|device:sun8i_v3s_pinctrl_driver_init|allwinner,sun8i-v3-pinctrl allwinner,sun8i-v3s-pinctrl
drivers/pinctrl/sunxi/pinctrl-sun9i-a80-r.c|PINCTRL_SUN9I_A80_R|device:sun9i_a80_r_pinctrl_driver_init|allwinner,sun9i-a80-r-pinctrl
drivers/pinctrl/sunxi/pinctrl-sun9i-a80.c|PINCTRL_SUN9I_A80|device:sun9i_a80_pinctrl_driver_init|allwinner,sun9i-a80-pinctrl
drivers/pinctrl/sunxi/pinctrl-suniv-f1c100s.c|PINCTRL_SUNIV_F1C100S|device:suniv_f1c100s_pinctrl_driver_init|allwinner,suniv-f1c100s-pinctrl
drivers/pinctrl/tegra/pinctrl-tegra-xusb.c|PINCTRL_TEGRA_XUSB||nvidia,tegra124-xusb-padctl
drivers/pinctrl/tegra/pinctrl-tegra114.c|PINCTRL_TEGRA114|arch:tegra114_pinctrl_init|nvidia,tegra114-pinmux
drivers/pinctrl/tegra/pinctrl-tegra124.c|PINCTRL_TEGRA124|arch:tegra124_pinctrl_init|nvidia,tegra124-pinmux
drivers/pinctrl/tegra/pinctrl-tegra194.c|PINCTRL_TEGRA194|arch:tegra194_pinctrl_init|nvidia,tegra194-pinmux
drivers/pinctrl/tegra/pinctrl-tegra20.c|PINCTRL_TEGRA20|arch:tegra20_pinctrl_init|nvidia,tegra20-pinmux
drivers/pinctrl/tegra/pinctrl-tegra210.c|PINCTRL_TEGRA210|arch:tegra210_pinctrl_init|nvidia,tegra210-pinmux
drivers/pinctrl/tegra/pinctrl-tegra30.c|PINCTRL_TEGRA30|arch:tegra30_pinctrl_init|nvidia,tegra30-pinmux
drivers/pinctrl/ti/pinctrl-ti-iodelay.c|PINCTRL_TI_IODELAY|device:ti_iodelay_driver_init|ti,dra7-iodelay
drivers/pinctrl/uniphier/pinctrl-uniphier-ld11.c|PINCTRL_UNIPHIER_LD11|device:uniphier_ld11_pinctrl_driver_init|socionext,uniphier-ld11-pinctrl
drivers/pinctrl/uniphier/pinctrl-uniphier-ld20.c|PINCTRL_UNIPHIER_LD20|device:uniphier_ld20_pinctrl_driver_init|socionext,uniphier-ld20-pinctrl
drivers/pinctrl/uniphier/pinctrl-uniphier-ld4.c|PINCTRL_UNIPHIER_LD4|device:uniphier_ld4_pinctrl_driver_init|socionext,uniphier-ld4-pinctrl
drivers/pinctrl/uniphier/pinctrl-uniphier-ld6b.c|PINCTRL_UNIPHIER_LD6B|device:uniphier_ld6b_pinctrl_driver_init|socionext,uniphier-ld6b-pinctrl
drivers/pinctrl/uniphier/pinctrl-uniphier-nx1.c|PINCTRL_UNIPHIER_NX1|device:uniphier_nx1_pinctrl_driver_init|socionext,uniphier-nx1-pinctrl
drivers/pinctrl/uniphier/pinctrl-uniphier-pro4.c|PINCTRL_UNIPHIER_PRO4|device:uniphier_pro4_pinctrl_driver_init|socionext,uniphier-pro4-pinctrl
drivers/pinctrl/uniphier/pinctrl-uniphier-pro5.c|PINCTRL_UNIPHIER_PRO5|device:uniphier_pro5_pinctrl_driver_init|socionext,uniphier-pro5-pinctrl
drivers/pinctrl/uniphier/pinctrl-uniphier-pxs2.c|PINCTRL_UNIPHIER_PXS2|device:uniphier_pxs2_pinctrl_driver_init|socionext,uniphier-pxs2-pinctrl
drivers/pinctrl/uniphier/pinctrl-uniphier-pxs3.c|PINCTRL_UNIPHIER_PXS3|device:uniphier_pxs3_pinctrl_driver_init|socionext,uniphier-pxs3-pinctrl
drivers/pinctrl/uniphier/pinctrl-uniphier-sld8.c|PINCTRL_UNIPHIER_SLD8|device:uniphier_sld8_pinctrl_driver_init|socionext,uniphier-sld8-pinctrl
drivers/pinctrl/visconti/pinctrl-tmpv7700.c|PINCTRL_TMPV7700|arch:tmpv7700_pinctrl_init|toshiba,tmpv7708-pinctrl
drivers/pinctrl/vt8500/pinctrl-vt8500.c|PINCTRL_VT8500|device:wmt_pinctrl_driver_init|via,vt8500-pinctrl
drivers/pinctrl/vt8500/pinctrl-wm8505.c|PINCTRL_WM8505|device:wmt_pinctrl_driver_init|wm,wm8505-pinctrl
drivers/pinctrl/vt8500/pinctrl-wm8650.c|PINCTRL_WM8650|device:wmt_pinctrl_driver_init|wm,wm8650-pinctrl
drivers/pinctrl/vt8500/pinctrl-wm8750.c|PINCTRL_WM8750|device:wmt_pinctrl_driver_init|wm,wm8750-pinctrl
drivers/pinctrl/vt8500/pinctrl-wm8850.c|PINCTRL_WM8850|device:wmt_pinctrl_driver_init|wm,wm8850-pinctrl
drivers/platform/chrome/cros_ec_i2c.c|CROS_EC_I2C|device:cros_ec_driver_init|google,cros-ec-i2c
drivers/platform/chrome/cros_ec_rpmsg.c|CROS_EC_RPMSG|device:cros_ec_driver_rpmsg_init|google,cros-ec-rpmsg
drivers/platform/chrome/cros_ec_spi.c|CROS_EC_SPI|device:cros_ec_driver_spi_init|google,cros-ec-spi
drivers/platform/chrome/cros_ec_typec.c|CROS_EC_TYPEC|device:cros_typec_driver_init|google,cros-ec-typec
drivers/platform/chrome/cros_kbd_led_backlight.c|CROS_KBD_LED_BACKLIGHT|device:keyboard_led_driver_init|google,cros-kbd-led-backlight
drivers/platform/goldfish/goldfish_pipe.c|GOLDFISH_PIPE|device:goldfish_pipe_driver_init|google,android-pipe
drivers/platform/mips/rs780e-acpi.c|RS780E_ACPI|device:rs780e_acpi_driver_init|loongson,rs780e-acpi
drivers/platform/olpc/olpc-xo175-ec.c|OLPC_XO175_EC|device:olpc_xo175_ec_spi_driver_init|olpc,xo1.75-ec
drivers/power/reset/arm-versatile-reboot.c|POWER_RESET_VERSATILE|device:versatile_reboot_probe|arm,core-module-integrator arm,core-module-versatile arm,realview-eb-syscon arm,realview-pb1176-syscon arm,realview-pb11mp-syscon arm,realview-pba8-syscon arm,realview-pbx-syscon
drivers/power/reset/at91-poweroff.c|POWER_RESET_AT91_POWEROFF|device:at91_poweroff_driver_init|atmel,at91sam9260-shdwc atmel,at91sam9rl-shdwc atmel,at91sam9x5-shdwc
drivers/power/reset/at91-reset.c|POWER_RESET_AT91_RESET|device:at91_reset_driver_init|atmel,at91sam9260-rstc atmel,at91sam9260-sdramc atmel,at91sam9g45-ddramc atmel,at91sam9g45-rstc atmel,sama5d3-rstc atmel,samx7-rstc microchip,sam9x60-rstc microchip,sama7g5-rstc
drivers/power/reset/at91-sama5d2_shdwc.c|POWER_RESET_AT91_SAMA5D2_SHDWC|device:at91_shdwc_driver_init|atmel,sama5d2-pmc atmel,sama5d2-shdwc microchip,sam9x60-pmc microchip,sam9x60-shdwc microchip,sama7g5-pmc microchip,sama7g5-shdwc
drivers/power/reset/axxia-reset.c|POWER_RESET_AXXIA|device:axxia_reset_init|lsi,axm55xx-reset
drivers/power/reset/brcm-kona-reset.c|POWER_RESET_BRCMKONA|device:bcm_kona_reset_driver_init|brcm,bcm21664-resetmgr
drivers/power/reset/brcmstb-reboot.c|POWER_RESET_BRCMSTB|subsys:brcmstb_reboot_init|brcm,bcm7038-reboot brcm,brcmstb-reboot
drivers/power/reset/gemini-poweroff.c|POWER_RESET_GEMINI_POWEROFF|device:gemini_poweroff_driver_init|cortina,gemini-power-controller
drivers/power/reset/gpio-poweroff.c|POWER_RESET_GPIO|device:gpio_poweroff_driver_init|gpio-poweroff
drivers/power/reset/gpio-restart.c|POWER_RESET_GPIO_RESTART|device:gpio_restart_driver_init|gpio-restart
drivers/power/reset/hisi-reboot.c|POWER_RESET_HISI|device:hisi_reboot_driver_init|hisilicon,sysctrl
drivers/power/reset/keystone-reset.c|POWER_RESET_KEYSTONE|device:rsctrl_driver_init|ti,keystone-reset
drivers/power/reset/linkstation-poweroff.c|POWER_RESET_LINKSTATION|device:linkstation_poweroff_init|buffalo,ls421d buffalo,ls421de netgear,readynas-duo-v2
drivers/power/reset/ltc2952-poweroff.c|POWER_RESET_LTC2952|device:ltc2952_poweroff_driver_init|lltc,ltc2952
drivers/power/reset/msm-poweroff.c|POWER_RESET_MSM|device:msm_restart_init|qcom,pshold
drivers/power/reset/mt6323-poweroff.c|POWER_RESET_MT6323|device:mt6323_pwrc_driver_init|mediatek,mt6323-pwrc
drivers/power/reset/nvmem-reboot-mode.c|NVMEM_REBOOT_MODE|device:nvmem_reboot_mode_driver_init|nvmem-reboot-mode
drivers/power/reset/ocelot-reset.c|POWER_RESET_OCELOT_RESET|device:ocelot_reset_driver_init|microchip,sparx5-chip-reset mscc,jaguar2-chip-reset mscc,luton-chip-reset mscc,ocelot-chip-reset
drivers/power/reset/oxnas-restart.c|POWER_RESET_OXNAS|device:ox820_restart_driver_init|oxsemi,ox820-sys-ctrl
drivers/power/reset/qcom-pon.c|POWER_RESET_QCOM_PON|device:pm8916_pon_driver_init|qcom,pm8916-pon qcom,pm8998-pon qcom,pmk8350-pon qcom,pms405-pon
drivers/power/reset/qnap-poweroff.c|POWER_RESET_QNAP|device:qnap_power_off_driver_init|qnap,power-off synology,power-off
drivers/power/reset/regulator-poweroff.c|POWER_RESET_REGULATOR|device:regulator_poweroff_driver_init|regulator-poweroff
drivers/power/reset/restart-poweroff.c|POWER_RESET_RESTART|device:restart_poweroff_driver_init|restart-poweroff
drivers/power/reset/rmobile-reset.c|POWER_RESET_RMOBILE|device:rmobile_reset_driver_init|renesas,sysc-rmobile
drivers/power/reset/st-poweroff.c|POWER_RESET_ST|device:st_reset_init|st,stih407-restart
drivers/power/reset/syscon-poweroff.c|POWER_RESET_SYSCON_POWEROFF|device:syscon_poweroff_register|syscon-poweroff
drivers/power/reset/syscon-reboot-mode.c|SYSCON_REBOOT_MODE|device:syscon_reboot_mode_driver_init|syscon-reboot-mode
drivers/power/reset/syscon-reboot.c|POWER_RESET_SYSCON|device:syscon_reboot_driver_init|syscon-reboot
drivers/power/reset/vexpress-poweroff.c|POWER_RESET_VEXPRESS|device:vexpress_reset_driver_init|arm,vexpress-reboot arm,vexpress-reset arm,vexpress-shutdown
drivers/power/reset/xgene-reboot.c|POWER_RESET_XGENE|device:xgene_reboot_init|apm,xgene-reboot
drivers/power/supply/ab8500_btemp.c|AB8500_BM||stericsson,ab8500-btemp
drivers/power/supply/ab8500_chargalg.c|AB8500_BM||stericsson,ab8500-chargalg
drivers/power/supply/ab8500_charger.c|AB8500_BM|device:ab8500_charger_init|stericsson,ab8500-charger
drivers/power/supply/ab8500_fg.c|AB8500_BM||stericsson,ab8500-fg
drivers/power/supply/axp20x_ac_power.c|CHARGER_AXP20X|device:axp20x_ac_power_driver_init|x-powers,axp202-ac-power-supply x-powers,axp221-ac-power-supply x-powers,axp813-ac-power-supply
drivers/power/supply/axp20x_battery.c|BATTERY_AXP20X|device:axp20x_batt_driver_init|x-powers,axp209-battery-power-supply x-powers,axp221-battery-power-supply x-powers,axp813-battery-power-supply
drivers/power/supply/axp20x_usb_power.c|AXP20X_POWER|device:axp20x_usb_power_driver_init|x-powers,axp202-usb-power-supply x-powers,axp221-usb-power-supply x-powers,axp223-usb-power-supply x-powers,axp813-usb-power-supply
drivers/power/supply/bd99954-charger.c|CHARGER_BD99954|device:bd9995x_driver_init|rohm,bd99954
drivers/power/supply/bq2415x_charger.c|CHARGER_BQ2415X|device:bq2415x_driver_init|ti,bq24150 ti,bq24150a ti,bq24151 ti,bq24151a ti,bq24152 ti,bq24153 ti,bq24153a ti,bq24155 ti,bq24156 ti,bq24156a ti,bq24157s ti,bq24158
drivers/power/supply/bq24190_charger.c|CHARGER_BQ24190|device:bq24190_driver_init|ti,bq24190 ti,bq24192 ti,bq24192i ti,bq24196
drivers/power/supply/bq24257_charger.c|CHARGER_BQ24257|device:bq24257_driver_init|ti,bq24250 ti,bq24251 ti,bq24257
drivers/power/supply/bq24735-charger.c|CHARGER_BQ24735|device:bq24735_charger_driver_init|ti,bq24735
drivers/power/supply/bq2515x_charger.c|CHARGER_BQ2515X|device:bq2515x_driver_init|ti,bq25150 ti,bq25155
drivers/power/supply/bq256xx_charger.c|CHARGER_BQ256XX|device:bq256xx_driver_init|ti,bq25600 ti,bq25600d ti,bq25601 ti,bq25601d ti,bq25611d ti,bq25618 ti,bq25619
drivers/power/supply/bq25890_charger.c|CHARGER_BQ25890|device:bq25890_driver_init|ti,bq25890 ti,bq25892 ti,bq25895 ti,bq25896
drivers/power/supply/bq25980_charger.c|CHARGER_BQ25980|device:bq25980_driver_init|ti,bq25960 ti,bq25975 ti,bq25980
drivers/power/supply/bq27xxx_battery_i2c.c|BATTERY_BQ27XXX_I2C|device:bq27xxx_battery_i2c_driver_init|ti,bq27200 ti,bq27210 ti,bq27411 ti,bq27421 ti,bq27425 ti,bq27426 ti,bq27441 ti,bq27500 ti,bq27500-1 ti,bq27510 ti,bq27510g1 ti,bq27510g2 ti,bq27510g3 ti,bq27520 ti,bq27520g1 ti,bq27520g2 ti,bq27520g3 ti,bq27520g4 ti,bq27521 ti,bq27530 ti,bq27531 ti,bq27541 ti,bq27542 ti,bq27545 ti,bq27546 ti,bq27621 ti,bq27742 ti,bq27z561 ti,bq28z610 ti,bq34z100 ti,bq78z100
drivers/power/supply/charger-manager.c|CHARGER_MANAGER|late:charger_manager_init|charger-manager
drivers/power/supply/cpcap-battery.c|BATTERY_CPCAP|device:cpcap_battery_driver_init|motorola,cpcap-battery
drivers/power/supply/cpcap-charger.c|CHARGER_CPCAP|device:cpcap_charger_driver_init|motorola,mapphone-cpcap-charger
drivers/power/supply/cw2015_battery.c|BATTERY_CW2015|device:cw_bat_driver_init|cellwise,cw2015
drivers/power/supply/ds2760_battery.c|BATTERY_DS2760||maxim,ds2760
drivers/power/supply/goldfish_battery.c|BATTERY_GOLDFISH|device:goldfish_battery_device_init|google,goldfish-battery
drivers/power/supply/gpio-charger.c|CHARGER_GPIO|device:gpio_charger_driver_init|gpio-charger
drivers/power/supply/ingenic-battery.c|BATTERY_INGENIC|device:ingenic_battery_driver_init|ingenic,jz4740-battery
drivers/power/supply/ip5xxx_power.c|IP5XXX_POWER|device:ip5xxx_power_driver_init|injoinic,ip5108 injoinic,ip5109 injoinic,ip5207 injoinic,ip5209
drivers/power/supply/isp1704_charger.c|CHARGER_ISP1704|device:isp1704_charger_driver_init|nxp,isp1704 nxp,isp1707
drivers/power/supply/lego_ev3_battery.c|BATTERY_LEGO_EV3|device:lego_ev3_battery_driver_init|lego,ev3-battery
drivers/power/supply/lp8727_charger.c|CHARGER_LP8727|device:lp8727_driver_init|ti,lp8727
drivers/power/supply/lt3651-charger.c|CHARGER_LT3651|device:lt3651_charger_driver_init|lltc,lt3651-charger lltc,ltc3651-charger
drivers/power/supply/ltc2941-battery-gauge.c|BATTERY_GAUGE_LTC2941|device:ltc294x_driver_init|lltc,ltc2941 lltc,ltc2942 lltc,ltc2943 lltc,ltc2944
drivers/power/supply/ltc4162-l-charger.c|CHARGER_LTC4162L|device:ltc4162l_driver_init|lltc,ltc4162-l
drivers/power/supply/max14577_charger.c|CHARGER_MAX14577|device:max14577_charger_driver_init|maxim,max14577-charger maxim,max77836-charger
drivers/power/supply/max14656_charger_detector.c|CHARGER_DETECTOR_MAX14656|device:max14656_i2c_driver_init|maxim,max14656
drivers/power/supply/max17040_battery.c|BATTERY_MAX17040|device:max17040_i2c_driver_init|maxim,max17040 maxim,max17041 maxim,max17043 maxim,max17044 maxim,max17048 maxim,max17049 maxim,max17058 maxim,max17059 maxim,max77836-battery
drivers/power/supply/max17042_battery.c|BATTERY_MAX17042|device:max17042_i2c_driver_init|maxim,max17042 maxim,max17047 maxim,max17050 maxim,max17055 maxim,max77849-battery
drivers/power/supply/max77650-charger.c|CHARGER_MAX77650|device:max77650_charger_driver_init|maxim,max77650-charger
drivers/power/supply/max77976_charger.c|CHARGER_MAX77976|device:max77976_driver_init|maxim,max77976
drivers/power/supply/max8903_charger.c|CHARGER_MAX8903|device:max8903_driver_init|maxim,max8903
drivers/power/supply/mp2629_charger.c|CHARGER_MP2629|device:mp2629_charger_driver_init|mps,mp2629_charger
drivers/power/supply/mt6370-charger.c|CHARGER_MT6370|device:mt6370_chg_driver_init|mediatek,mt6370-charger
drivers/power/supply/olpc_battery.c|BATTERY_OLPC|device:olpc_battery_driver_init|olpc,xo1-battery olpc,xo1.5-battery
drivers/power/supply/qcom_smbb.c|CHARGER_QCOM_SMBB|device:smbb_charger_driver_init|qcom,pm8226-charger qcom,pm8941-charger
drivers/power/supply/rt5033_battery.c|BATTERY_RT5033|device:rt5033_battery_driver_init|richtek,rt5033-battery
drivers/power/supply/rt9455_charger.c|CHARGER_RT9455|device:rt9455_driver_init|richtek,rt9455
drivers/power/supply/rx51_battery.c|BATTERY_RX51|device:rx51_battery_driver_init|nokia,n900-battery
drivers/power/supply/sbs-battery.c|BATTERY_SBS|device:sbs_battery_driver_init|sbs,sbs-battery ti,bq20z65 ti,bq20z75
drivers/power/supply/sbs-charger.c|CHARGER_SBS|device:sbs_driver_init|sbs,sbs-charger
drivers/power/supply/sbs-manager.c|MANAGER_SBS|device:sbsm_driver_init|lltc,ltc1760 sbs,sbs-manager
drivers/power/supply/sc2731_charger.c|CHARGER_SC2731|device:sc2731_charger_driver_init|sprd,sc2731-charger
drivers/power/supply/sc27xx_fuel_gauge.c|FUEL_GAUGE_SC27XX|device:sc27xx_fgu_driver_init|sprd,sc2731-fgu
drivers/power/supply/smb347-charger.c|CHARGER_SMB347|device:smb347_driver_init|summit,smb345 summit,smb347 summit,smb358
drivers/power/supply/tps65090-charger.c|CHARGER_TPS65090|device:tps65090_charger_driver_init|ti,tps65090-charger
drivers/power/supply/tps65217_charger.c|CHARGER_TPS65217|device:tps65217_charger_driver_init|ti,tps65217-charger
drivers/power/supply/twl4030_charger.c|CHARGER_TWL4030|device:twl4030_bci_driver_init|ti,twl4030-bci
drivers/power/supply/ucs1002_power.c|CHARGER_UCS1002|device:ucs1002_driver_init|microchip,ucs1002
drivers/pps/clients/pps-gpio.c|PPS_CLIENT_GPIO|device:pps_gpio_driver_init|pps-gpio
drivers/ptp/ptp_dte.c|PTP_1588_CLOCK_DTE|device:ptp_dte_driver_init|brcm,ptp-dte
drivers/ptp/ptp_ines.c|PTP_1588_CLOCK_INES|device:ines_ptp_ctrl_driver_init|ines,ptp-ctrl
drivers/ptp/ptp_qoriq.c|PTP_1588_CLOCK_QORIQ|device:ptp_qoriq_driver_init|fsl,etsec-ptp fsl,fman-ptp-timer
drivers/pwm/pwm-atmel-hlcdc.c|PWM_ATMEL_HLCDC_PWM|device:atmel_hlcdc_pwm_driver_init|atmel,at91sam9n12-hlcdc atmel,at91sam9x5-hlcdc atmel,hlcdc-pwm atmel,sama5d2-hlcdc atmel,sama5d3-hlcdc atmel,sama5d4-hlcdc microchip,sam9x60-hlcdc
drivers/pwm/pwm-atmel-tcb.c|PWM_ATMEL_TCB|device:atmel_tcb_pwm_driver_init|atmel,at91rm9200-tcb atmel,at91sam9x5-tcb atmel,sama5d2-tcb atmel,tcb-pwm
drivers/pwm/pwm-atmel.c|PWM_ATMEL|device:atmel_pwm_driver_init|atmel,at91sam9rl-pwm atmel,sama5d2-pwm atmel,sama5d3-pwm microchip,sam9x60-pwm
drivers/pwm/pwm-bcm-iproc.c|PWM_BCM_IPROC|device:iproc_pwmc_driver_init|brcm,iproc-pwm
drivers/pwm/pwm-bcm-kona.c|PWM_BCM_KONA|device:kona_pwmc_driver_init|brcm,kona-pwm
drivers/pwm/pwm-bcm2835.c|PWM_BCM2835|device:bcm2835_pwm_driver_init|brcm,bcm2835-pwm
drivers/pwm/pwm-berlin.c|PWM_BERLIN|device:berlin_pwm_driver_init|marvell,berlin-pwm
drivers/pwm/pwm-brcmstb.c|PWM_BRCMSTB|device:brcmstb_pwm_driver_init|brcm,bcm7038-pwm
drivers/pwm/pwm-clk.c|PWM_CLK|device:pwm_clk_driver_init|clk-pwm
drivers/pwm/pwm-cros-ec.c|PWM_CROS_EC|device:cros_ec_pwm_driver_init|google,cros-ec-pwm google,cros-ec-pwm-type
drivers/pwm/pwm-fsl-ftm.c|PWM_FSL_FTM|device:fsl_pwm_driver_init|fsl,imx8qm-ftm-pwm fsl,vf610-ftm-pwm
drivers/pwm/pwm-hibvt.c|PWM_HIBVT|device:hibvt_pwm_driver_init|hisilicon,hi3516cv300-pwm hisilicon,hi3519v100-pwm hisilicon,hi3559v100-pwm hisilicon,hi3559v100-shub-pwm
drivers/pwm/pwm-img.c|PWM_IMG|device:img_pwm_driver_init|img,pistachio-pwm
drivers/pwm/pwm-imx-tpm.c|PWM_IMX_TPM|device:imx_tpm_pwm_driver_init|fsl,imx7ulp-pwm
drivers/pwm/pwm-imx1.c|PWM_IMX1|device:pwm_imx1_driver_init|fsl,imx1-pwm
drivers/pwm/pwm-imx27.c|PWM_IMX27|device:imx_pwm_driver_init|fsl,imx27-pwm
drivers/pwm/pwm-intel-lgm.c|PWM_INTEL_LGM|device:lgm_pwm_driver_init|intel,lgm-pwm
drivers/pwm/pwm-jz4740.c|PWM_JZ4740|device:jz4740_pwm_driver_init|ingenic,jz4725b-pwm ingenic,jz4740-pwm ingenic,x1000-pwm
drivers/pwm/pwm-keembay.c|PWM_KEEMBAY|device:keembay_pwm_driver_init|intel,keembay-pwm
drivers/pwm/pwm-lp3943.c|PWM_LP3943|device:lp3943_pwm_driver_init|ti,lp3943-pwm
drivers/pwm/pwm-lpc18xx-sct.c|PWM_LPC18XX_SCT|device:lpc18xx_pwm_driver_init|nxp,lpc1850-sct-pwm
drivers/pwm/pwm-lpc32xx.c|PWM_LPC32XX|device:lpc32xx_pwm_driver_init|nxp,lpc3220-pwm
drivers/pwm/pwm-mediatek.c|PWM_MEDIATEK|device:pwm_mediatek_driver_init|mediatek,mt2712-pwm mediatek,mt6795-pwm mediatek,mt7622-pwm mediatek,mt7623-pwm mediatek,mt7628-pwm mediatek,mt7629-pwm mediatek,mt8183-pwm mediatek,mt8365-pwm mediatek,mt8516-pwm
drivers/pwm/pwm-meson.c|PWM_MESON|device:meson_pwm_driver_init|amlogic,meson-axg-ao-pwm amlogic,meson-axg-ee-pwm amlogic,meson-g12a-ao-pwm-ab amlogic,meson-g12a-ao-pwm-cd amlogic,meson-g12a-ee-pwm amlogic,meson-gxbb-ao-pwm amlogic,meson-gxbb-pwm amlogic,meson8b-pwm
drivers/pwm/pwm-mtk-disp.c|PWM_MTK_DISP|device:mtk_disp_pwm_driver_init|mediatek,mt2701-disp-pwm mediatek,mt6595-disp-pwm mediatek,mt8173-disp-pwm mediatek,mt8183-disp-pwm
drivers/pwm/pwm-mxs.c|PWM_MXS|device:mxs_pwm_driver_init|fsl,imx23-pwm
drivers/pwm/pwm-omap-dmtimer.c|PWM_OMAP_DMTIMER|device:pwm_omap_dmtimer_driver_init|ti,omap-dmtimer-pwm
drivers/pwm/pwm-pca9685.c|PWM_PCA9685|device:pca9685_i2c_driver_init|nxp,pca9685-pwm
drivers/pwm/pwm-pxa.c|PWM_PXA|device:pwm_driver_init|marvell,pxa168-pwm marvell,pxa250-pwm marvell,pxa270-pwm marvell,pxa910-pwm
drivers/pwm/pwm-raspberrypi-poe.c|PWM_RASPBERRYPI_POE|device:raspberrypi_pwm_driver_init|raspberrypi,firmware-poe-pwm
drivers/pwm/pwm-rcar.c|PWM_RCAR|device:rcar_pwm_driver_init|renesas,pwm-rcar
drivers/pwm/pwm-renesas-tpu.c|PWM_RENESAS_TPU|device:tpu_driver_init|renesas,tpu renesas,tpu-r8a73a4 renesas,tpu-r8a7740 renesas,tpu-r8a7790
drivers/pwm/pwm-rockchip.c|PWM_ROCKCHIP|device:rockchip_pwm_driver_init|rockchip,rk2928-pwm rockchip,rk3288-pwm rockchip,rk3328-pwm rockchip,vop-pwm
drivers/pwm/pwm-samsung.c|PWM_SAMSUNG|device:pwm_samsung_driver_init|samsung,exynos4210-pwm samsung,s3c2410-pwm samsung,s3c6400-pwm samsung,s5p6440-pwm samsung,s5pc100-pwm
drivers/pwm/pwm-sifive.c|PWM_SIFIVE|device:pwm_sifive_driver_init|sifive,pwm0
drivers/pwm/pwm-sl28cpld.c|PWM_SL28CPLD|device:sl28cpld_pwm_driver_init|kontron,sl28cpld-pwm
drivers/pwm/pwm-spear.c|PWM_SPEAR|device:spear_pwm_driver_init|st,spear1340-pwm st,spear320-pwm
drivers/pwm/pwm-sprd.c|PWM_SPRD|device:sprd_pwm_driver_init|sprd,ums512-pwm
drivers/pwm/pwm-sti.c|PWM_STI|device:sti_pwm_driver_init|st,sti-pwm
drivers/pwm/pwm-stm32-lp.c|PWM_STM32_LP|device:stm32_pwm_lp_driver_init|st,stm32-pwm-lp
drivers/pwm/pwm-stm32.c|PWM_STM32|device:stm32_pwm_driver_init|st,stm32-pwm
drivers/pwm/pwm-sun4i.c|PWM_SUN4I|device:sun4i_pwm_driver_init|allwinner,sun4i-a10-pwm allwinner,sun50i-a64-pwm allwinner,sun50i-h6-pwm allwinner,sun5i-a10s-pwm allwinner,sun5i-a13-pwm allwinner,sun7i-a20-pwm allwinner,sun8i-h3-pwm
drivers/pwm/pwm-sunplus.c|PWM_SUNPLUS|device:sunplus_pwm_driver_init|sunplus,sp7021-pwm
drivers/pwm/pwm-tegra.c|PWM_TEGRA|device:tegra_pwm_driver_init|nvidia,tegra186-pwm nvidia,tegra194-pwm nvidia,tegra20-pwm
drivers/pwm/pwm-tiecap.c|PWM_TIECAP|device:ecap_pwm_driver_init|ti,am3352-ecap ti,am33xx-ecap
drivers/pwm/pwm-tiehrpwm.c|PWM_TIEHRPWM|device:ehrpwm_pwm_driver_init|ti,am3352-ehrpwm ti,am33xx-ehrpwm
drivers/pwm/pwm-twl-led.c|PWM_TWL_LED|device:twl_pwmled_driver_init|ti,twl4030-pwmled ti,twl6030-pwmled
drivers/pwm/pwm-twl.c|PWM_TWL|device:twl_pwm_driver_init|ti,twl4030-pwm ti,twl6030-pwm
drivers/pwm/pwm-visconti.c|PWM_VISCONTI|device:visconti_pwm_driver_init|toshiba,visconti-pwm
drivers/pwm/pwm-vt8500.c|PWM_VT8500|device:vt8500_pwm_driver_init|via,vt8500-pwm
drivers/pwm/pwm-xilinx.c|PWM_XILINX|device:xilinx_pwm_driver_init|xlnx,xps-timer-1.00.a
drivers/regulator/act8865-regulator.c|REGULATOR_ACT8865|device:act8865_pmic_driver_init|active-semi,act8600 active-semi,act8846 active-semi,act8865
drivers/regulator/anatop-regulator.c|REGULATOR_ANATOP|postcore:anatop_regulator_init|fsl,anatop-regulator
drivers/regulator/as3722-regulator.c|REGULATOR_AS3722|device:as3722_regulator_driver_init|ams,as3722-regulator
drivers/regulator/cpcap-regulator.c|REGULATOR_CPCAP|device:cpcap_regulator_driver_init|motorola,cpcap-regulator motorola,mapphone-cpcap-regulator motorola,xoom-cpcap-regulator
drivers/regulator/cros-ec-regulator.c|REGULATOR_CROS_EC|device:cros_ec_regulator_driver_init|google,cros-ec-regulator
drivers/regulator/da9121-regulator.c|REGULATOR_DA9121|device:da9121_regulator_driver_init|dlg,da9121 dlg,da9122 dlg,da9130 dlg,da9131 dlg,da9132 dlg,da9141 dlg,da9142 dlg,da9217 dlg,da9220
drivers/regulator/da9211-regulator.c|REGULATOR_DA9211|device:da9211_regulator_driver_init|dlg,da9211 dlg,da9212 dlg,da9213 dlg,da9214 dlg,da9215 dlg,da9223 dlg,da9224 dlg,da9225
drivers/regulator/fan53880.c|REGULATOR_FAN53880|device:fan53880_regulator_driver_init|onnn,fan53880
drivers/regulator/fixed.c|REGULATOR_FIXED_VOLTAGE|subsys:regulator_fixed_voltage_init|regulator-fixed regulator-fixed-clock regulator-fixed-domain
drivers/regulator/gpio-regulator.c|REGULATOR_GPIO|subsys:gpio_regulator_init|regulator-gpio
drivers/regulator/isl9305.c|REGULATOR_ISL9305|device:isl9305_regulator_driver_init|isil,isl9305 isil,isl9305h isl,isl9305 isl,isl9305h
drivers/regulator/lochnagar-regulator.c|REGULATOR_LOCHNAGAR|device:lochnagar_regulator_driver_init|cirrus,lochnagar2-mic1vdd cirrus,lochnagar2-mic2vdd cirrus,lochnagar2-micvdd cirrus,lochnagar2-vddcore
drivers/regulator/lp872x.c|REGULATOR_LP872X|device:lp872x_driver_init|ti,lp8720 ti,lp8725
drivers/regulator/max20086-regulator.c|REGULATOR_MAX20086|device:max20086_regulator_driver_init|maxim,max20086 maxim,max20087 maxim,max20088 maxim,max20089
drivers/regulator/max77650-regulator.c|REGULATOR_MAX77650|device:max77650_regulator_driver_init|maxim,max77650-regulator
drivers/regulator/max8660.c|REGULATOR_MAX8660|subsys:max8660_init|maxim,max8660 maxim,max8661
drivers/regulator/max8893.c|REGULATOR_MAX8893|device:max8893_driver_init|maxim,max8893
drivers/regulator/max8952.c|REGULATOR_MAX8952|subsys:max8952_pmic_init|maxim,max8952
drivers/regulator/max8973-regulator.c|REGULATOR_MAX8973|subsys:max8973_init|maxim,max77621 maxim,max8973
drivers/regulator/mcp16502.c|REGULATOR_MCP16502|device:mcp16502_drv_init|microchip,mcp16502
drivers/regulator/mp5416.c|REGULATOR_MP5416|device:mp5416_regulator_driver_init|mps,mp5416 mps,mp5496
drivers/regulator/mp8859.c|REGULATOR_MP8859|device:mp8859_regulator_driver_init|mps,mp8859
drivers/regulator/mp886x.c|REGULATOR_MP886X|device:mp886x_regulator_driver_init|mps,mp8867 mps,mp8869
drivers/regulator/mpq7920.c|REGULATOR_MPQ7920|device:mpq7920_regulator_driver_init|mps,mpq7920
drivers/regulator/mt6311-regulator.c|REGULATOR_MT6311|device:mt6311_regulator_driver_init|mediatek,mt6311-regulator
drivers/regulator/mt6315-regulator.c|REGULATOR_MT6315|device:mt6315_regulator_driver_init|mediatek,mt6315-regulator
drivers/regulator/mt6397-regulator.c|REGULATOR_MT6397|device:mt6397_regulator_driver_init|mediatek,mt6397-regulator
drivers/regulator/mtk-dvfsrc-regulator.c|REGULATOR_MTK_DVFSRC|subsys:mtk_dvfsrc_regulator_init|mediatek,mt6873-dvfsrc mediatek,mt8183-dvfsrc mediatek,mt8192-dvfsrc
drivers/regulator/palmas-regulator.c|REGULATOR_PALMAS|subsys:palmas_init|ti,palmas-pmic ti,tps659038-pmic ti,tps65913-pmic ti,tps65914-pmic ti,tps65917-pmic ti,tps80036-pmic ti,twl6035-pmic ti,twl6036-pmic ti,twl6037-pmic
drivers/regulator/pbias-regulator.c|REGULATOR_PBIAS|device:pbias_regulator_driver_init|ti,pbias-dra7 ti,pbias-omap ti,pbias-omap2 ti,pbias-omap3 ti,pbias-omap4 ti,pbias-omap5
drivers/regulator/pca9450-regulator.c|REGULATOR_PCA9450|device:pca9450_i2c_driver_init|nxp,pca9450a nxp,pca9450b nxp,pca9450c
drivers/regulator/pf8x00-regulator.c|REGULATOR_PF8X00|device:pf8x00_regulator_driver_init|nxp,pf8100 nxp,pf8121a nxp,pf8200
drivers/regulator/pfuze100-regulator.c|REGULATOR_PFUZE100|device:pfuze_driver_init|fsl,pfuze100 fsl,pfuze200 fsl,pfuze3000 fsl,pfuze3001
drivers/regulator/pv88060-regulator.c|REGULATOR_PV88060|device:pv88060_regulator_driver_init|pvs,pv88060
drivers/regulator/pv88080-regulator.c|REGULATOR_PV88080|device:pv88080_regulator_driver_init|pvs,pv88080 pvs,pv88080-aa pvs,pv88080-ba
drivers/regulator/pv88090-regulator.c|REGULATOR_PV88090|device:pv88090_regulator_driver_init|pvs,pv88090
drivers/regulator/qcom-labibb-regulator.c|REGULATOR_QCOM_LABIBB|device:qcom_labibb_regulator_driver_init|qcom,pmi8998-lab-ibb
drivers/regulator/qcom_rpm-regulator.c|REGULATOR_QCOM_RPM|subsys:rpm_reg_init|qcom,rpm-pm8018-regulators qcom,rpm-pm8058-regulators qcom,rpm-pm8901-regulators qcom,rpm-pm8921-regulators qcom,rpm-smb208-regulators
drivers/regulator/qcom_smd-regulator.c|REGULATOR_QCOM_SMD_RPM|subsys:rpm_reg_init|qcom,rpm-mp5496-regulators qcom,rpm-pm2250-regulators qcom,rpm-pm6125-regulators qcom,rpm-pm660-regulators qcom,rpm-pm660l-regulators qcom,rpm-pm8226-regulators qcom,rpm-pm8841-regulators qcom,rpm-pm8909-regulators qcom,rpm-pm8916-regulators qcom,rpm-pm8941-regulators qcom,rpm-pm8950-regulators qcom,rpm-pm8953-regulators qcom,rpm-pm8994-regulators qcom,rpm-pm8998-regulators qcom,rpm-pma8084-regulators qcom,rpm-pmi8994-regulators qcom,rpm-pmi8998-regulators qcom,rpm-pms405-regulators
drivers/regulator/qcom_spmi-regulator.c|REGULATOR_QCOM_SPMI|device:qcom_spmi_regulator_driver_init|qcom,pm6125-regulators qcom,pm660-regulators qcom,pm660l-regulators qcom,pm8004-regulators qcom,pm8005-regulators qcom,pm8226-regulators qcom,pm8841-regulators qcom,pm8916-regulators qcom,pm8941-regulators qcom,pm8950-regulators qcom,pm8994-regulators qcom,pmi8994-regulators qcom,pmp8074-regulators qcom,pms405-regulators
drivers/regulator/qcom_usb_vbus-regulator.c|REGULATOR_QCOM_USB_VBUS|device:qcom_usb_vbus_regulator_driver_init|qcom,pm8150b-vbus-reg
drivers/regulator/rpi-panel-attiny-regulator.c|REGULATOR_RASPBERRYPI_TOUCHSCREEN_ATTINY|device:attiny_regulator_driver_init|raspberrypi,7inch-touchscreen-panel-regulator
drivers/regulator/stpmic1_regulator.c|REGULATOR_STPMIC1|device:stpmic1_regulator_driver_init|st,stpmic1-regulators
drivers/regulator/stw481x-vmmc.c|REGULATOR_STW481X_VMMC|device:stw481x_vmmc_regulator_driver_init|st,stw481x-vmmc
drivers/regulator/sy8824x.c|REGULATOR_SY8824X|device:sy8824_regulator_driver_init|silergy,sy20276 silergy,sy20278 silergy,sy8824c silergy,sy8824e
drivers/regulator/sy8827n.c|REGULATOR_SY8827N|device:sy8827n_regulator_driver_init|silergy,sy8827n
drivers/regulator/ti-abb-regulator.c|REGULATOR_TI_ABB|device:ti_abb_driver_init|ti,abb-v1 ti,abb-v2 ti,abb-v3
drivers/regulator/tps51632-regulator.c|REGULATOR_TPS51632|subsys:tps51632_init|ti,tps51632
drivers/regulator/tps62360-regulator.c|REGULATOR_TPS62360|subsys:tps62360_init|ti,tps62360 ti,tps62361 ti,tps62362 ti,tps62363
drivers/regulator/tps6286x-regulator.c|REGULATOR_TPS6286X|device:tps6286x_regulator_driver_init|ti,tps62864 ti,tps62866 ti,tps62868 ti,tps62869
drivers/regulator/twl-regulator.c|REGULATOR_TWL4030|subsys:twlreg_init|ti,twl4030-vintana1 ti,twl4030-vintdig ti,twl4030-vusb1v5 ti,twl4030-vusb1v8 ti,twl4030-vusb3v1
drivers/regulator/twl6030-regulator.c|REGULATOR_TWL4030|subsys:twlreg_init|ti,twl6030-v1v8 ti,twl6030-v2v1 ti,twl6030-vana ti,twl6030-vcxio ti,twl6030-vdac ti,twl6030-vusb ti,twl6032-smps3 ti,twl6032-smps4 ti,twl6032-vio
drivers/regulator/uniphier-regulator.c|REGULATOR_UNIPHIER|device:uniphier_regulator_driver_init|socionext,uniphier-ld20-usb3-regulator socionext,uniphier-nx1-usb3-regulator socionext,uniphier-pro4-usb3-regulator socionext,uniphier-pro5-usb3-regulator socionext,uniphier-pxs2-usb3-regulator socionext,uniphier-pxs3-usb3-regulator
drivers/regulator/vctrl-regulator.c|REGULATOR_VCTRL|device:vctrl_driver_init|vctrl-regulator
drivers/regulator/vexpress-regulator.c|REGULATOR_VEXPRESS|device:vexpress_regulator_driver_init|arm,vexpress-volt
drivers/regulator/virtual.c|REGULATOR_VIRTUAL_CONSUMER|device:regulator_virtual_consumer_driver_init|regulator-virtual-consumer
drivers/regulator/vqmmc-ipq4019-regulator.c|REGULATOR_VQMMC_IPQ4019|device:ipq4019_regulator_driver_init|qcom,vqmmc-ipq4019-regulator
drivers/remoteproc/da8xx_remoteproc.c|DA8XX_REMOTEPROC|device:da8xx_rproc_driver_init|ti,da850-dsp
drivers/remoteproc/imx_dsp_rproc.c|IMX_DSP_REMOTEPROC|device:imx_dsp_rproc_driver_init|fsl,imx8mp-hifi4 fsl,imx8qm-hifi4 fsl,imx8qxp-hifi4 fsl,imx8ulp-hifi4
drivers/remoteproc/imx_rproc.c|IMX_REMOTEPROC|device:imx_rproc_driver_init|fsl,imx6sx-cm4 fsl,imx7d-cm4 fsl,imx7ulp-cm4 fsl,imx8mm-cm4 fsl,imx8mn-cm7 fsl,imx8mp-cm7 fsl,imx8mq-cm4 fsl,imx8ulp-cm33 fsl,imx93-cm33
drivers/remoteproc/ingenic_rproc.c|INGENIC_VPU_RPROC|device:ingenic_rproc_driver_init|ingenic,jz4770-vpu-rproc
drivers/remoteproc/keystone_remoteproc.c|KEYSTONE_REMOTEPROC|device:keystone_rproc_driver_init|ti,k2e-dsp ti,k2g-dsp ti,k2hk-dsp ti,k2l-dsp
drivers/remoteproc/meson_mx_ao_arc.c|MESON_MX_AO_ARC_REMOTEPROC|device:meson_mx_ao_arc_rproc_driver_init|amlogic,meson8-ao-arc amlogic,meson8b-ao-arc
drivers/remoteproc/mtk_scp.c|MTK_SCP|device:mtk_scp_driver_init|mediatek,mt8183-scp mediatek,mt8186-scp mediatek,mt8188-scp mediatek,mt8192-scp mediatek,mt8195-scp
drivers/remoteproc/omap_remoteproc.c|OMAP_REMOTEPROC|device:omap_rproc_driver_init|ti,dra7-dsp ti,dra7-ipu ti,omap4-dsp ti,omap4-ipu ti,omap5-dsp ti,omap5-ipu
drivers/remoteproc/pru_rproc.c|PRU_REMOTEPROC|device:pru_rproc_driver_init|ti,am3356-pru ti,am4376-pru ti,am5728-pru ti,am625-pru ti,am642-pru ti,am642-rtu ti,am642-tx-pru ti,am654-pru ti,am654-rtu ti,am654-tx-pru ti,j721e-pru ti,j721e-rtu ti,j721e-tx-pru ti,k2g-pru
drivers/remoteproc/qcom_q6v5_adsp.c|QCOM_Q6V5_ADSP|device:adsp_pil_driver_init|qcom,qcs404-cdsp-pil qcom,sc7280-wpss-pil qcom,sdm845-adsp-pil
drivers/remoteproc/qcom_q6v5_mss.c|QCOM_Q6V5_MSS|device:q6v5_driver_init|qcom,msm8916-mss-pil qcom,msm8974-mss-pil qcom,msm8996-mss-pil qcom,msm8998-mss-pil qcom,q6v5-pil qcom,sc7180-mss-pil qcom,sc7280-mss-pil qcom,sdm845-mss-pil
drivers/remoteproc/qcom_q6v5_pas.c|QCOM_Q6V5_PAS|device:adsp_driver_init|qcom,msm8226-adsp-pil qcom,msm8974-adsp-pil qcom,msm8996-adsp-pil qcom,msm8996-slpi-pil qcom,msm8998-adsp-pas qcom,msm8998-slpi-pas qcom,qcs404-adsp-pas qcom,qcs404-cdsp-pas qcom,qcs404-wcss-pas qcom,sc7180-mpss-pas qcom,sc7280-mpss-pas qcom,sc8180x-adsp-pas qcom,sc8180x-cdsp-pas qcom,sc8180x-mpss-pas qcom,sc8280xp-adsp-pas qcom,sc8280xp-nsp0-pas qcom,sc8280xp-nsp1-pas qcom,sdm660-adsp-pas qcom,sdm845-adsp-pas qcom,sdm845-cdsp-pas qcom,sdx55-mpss-pas qcom,sm6350-adsp-pas qcom,sm6350-cdsp-pas qcom,sm6350-mpss-pas qcom,sm8150-adsp-pas qcom,sm8150-cdsp-pas qcom,sm8150-mpss-pas qcom,sm8150-slpi-pas qcom,sm8250-adsp-pas qcom,sm8250-cdsp-pas qcom,sm8250-slpi-pas qcom,sm8350-adsp-pas qcom,sm8350-cdsp-pas qcom,sm8350-mpss-pas qcom,sm8350-slpi-pas qcom,sm8450-adsp-pas qcom,sm8450-cdsp-pas qcom,sm8450-mpss-pas qcom,sm8450-slpi-pas
drivers/remoteproc/qcom_q6v5_wcss.c|QCOM_Q6V5_WCSS|device:q6v5_wcss_driver_init|qcom,ipq8074-wcss-pil qcom,qcs404-wcss-pil
drivers/remoteproc/qcom_wcnss.c|QCOM_WCNSS_PIL|device:wcnss_driver_init|qcom,pronto-v1-pil qcom,pronto-v2-pil qcom,riva-pil
drivers/remoteproc/qcom_wcnss_iris.c|QCOM_WCNSS_PIL|device:wcnss_driver_init|qcom,wcn3620 qcom,wcn3660 qcom,wcn3660b qcom,wcn3680
drivers/remoteproc/rcar_rproc.c|RCAR_REMOTEPROC|device:rcar_rproc_driver_init|renesas,rcar-cr7
drivers/remoteproc/st_remoteproc.c|ST_REMOTEPROC|device:st_rproc_driver_init|st,st231-rproc st,st40-rproc
drivers/remoteproc/stm32_rproc.c|STM32_RPROC|device:stm32_rproc_driver_init|st,stm32mp1-m4
drivers/remoteproc/ti_k3_dsp_remoteproc.c|TI_K3_DSP_REMOTEPROC|device:k3_dsp_rproc_driver_init|ti,j721e-c66-dsp ti,j721e-c71-dsp ti,j721s2-c71-dsp
drivers/remoteproc/ti_k3_r5_remoteproc.c|TI_K3_R5_REMOTEPROC|device:k3_r5_rproc_driver_init|ti,am64-r5fss ti,am654-r5fss ti,j7200-r5fss ti,j721e-r5fss ti,j721s2-r5fss
drivers/remoteproc/wkup_m3_rproc.c|WKUP_M3_RPROC|device:wkup_m3_rproc_driver_init|ti,am3352-wkup-m3 ti,am4372-wkup-m3
drivers/reset/hisilicon/hi6220_reset.c|COMMON_RESET_HI6220|postcore:hi6220_reset_init|hisilicon,hi6220-aoctrl hisilicon,hi6220-mediactrl hisilicon,hi6220-sysctrl
drivers/reset/hisilicon/reset-hi3660.c|COMMON_RESET_HI3660|arch:hi3660_reset_init|hisilicon,hi3660-reset
drivers/reset/reset-a10sr.c|RESET_A10SR|device:a10sr_reset_driver_init|altr,a10sr-reset
drivers/reset/reset-ath79.c|RESET_ATH79|device:ath79_reset_driver_init|qca,ar7100-reset
drivers/reset/reset-axs10x.c|RESET_AXS10X|device:axs10x_reset_driver_init|snps,axs10x-reset
drivers/reset/reset-bcm6345.c|RESET_BCM6345|device:bcm6345_reset_driver_init|brcm,bcm6345-reset
drivers/reset/reset-berlin.c|RESET_BERLIN|device:berlin_reset_driver_init|marvell,berlin2-reset
drivers/reset/reset-brcmstb-rescal.c|RESET_BRCMSTB_RESCAL|device:brcm_rescal_reset_driver_init|brcm,bcm7216-pcie-sata-rescal
drivers/reset/reset-brcmstb.c|RESET_BRCMSTB|device:brcmstb_reset_driver_init|brcm,brcmstb-reset
drivers/reset/reset-hsdk.c|RESET_HSDK|device:hsdk_reset_driver_init|snps,hsdk-reset
drivers/reset/reset-imx7.c|RESET_IMX7|device:imx7_reset_driver_init|fsl,imx7d-src fsl,imx8mp-src fsl,imx8mq-src
drivers/reset/reset-intel-gw.c|RESET_INTEL_GW|postcore:intel_reset_init|intel,rcu-lgm intel,rcu-xrx200
drivers/reset/reset-k210.c|RESET_K210|device:k210_rst_driver_init|canaan,k210-rst
drivers/reset/reset-lantiq.c|RESET_LANTIQ|device:lantiq_rcu_reset_driver_init|lantiq,danube-reset lantiq,xrx200-reset
drivers/reset/reset-lpc18xx.c|RESET_LPC18XX|device:lpc18xx_rgu_driver_init|nxp,lpc1850-rgu
drivers/reset/reset-meson-audio-arb.c|RESET_MESON_AUDIO_ARB|device:meson_audio_arb_pdrv_init|amlogic,meson-axg-audio-arb amlogic,meson-sm1-audio-arb
drivers/reset/reset-meson.c|RESET_MESON|device:meson_reset_driver_init|amlogic,meson-a1-reset amlogic,meson-axg-reset amlogic,meson-gxbb-reset amlogic,meson-s4-reset amlogic,meson8b-reset
drivers/reset/reset-microchip-sparx5.c|RESET_MCHP_SPARX5|postcore:mchp_sparx5_reset_init|microchip,lan966x-switch-reset microchip,sparx5-switch-reset
drivers/reset/reset-npcm.c|RESET_NPCM|device:npcm_rc_driver_init|nuvoton,npcm750-reset nuvoton,npcm845-reset
drivers/reset/reset-oxnas.c|RESET_OXNAS|device:oxnas_reset_driver_init|oxsemi,ox810se-reset oxsemi,ox820-reset
drivers/reset/reset-pistachio.c|RESET_PISTACHIO|device:pistachio_reset_driver_init|img,pistachio-reset
drivers/reset/reset-qcom-aoss.c|RESET_QCOM_AOSS|device:qcom_aoss_reset_driver_init|qcom,sdm845-aoss-cc
drivers/reset/reset-qcom-pdc.c|RESET_QCOM_PDC|device:qcom_pdc_reset_driver_init|qcom,sc7280-pdc-global qcom,sdm845-pdc-global
drivers/reset/reset-raspberrypi.c|RESET_RASPBERRYPI|device:rpi_reset_driver_init|raspberrypi,firmware-reset
drivers/reset/reset-rzg2l-usbphy-ctrl.c|RESET_RZG2L_USBPHY_CTRL|device:rzg2l_usbphy_ctrl_driver_init|renesas,rzg2l-usbphy-ctrl
drivers/reset/reset-simple.c|RESET_SIMPLE|device:reset_simple_driver_init|allwinner,sun6i-a31-clock-reset altr,stratix10-rst-mgr aspeed,ast2400-lpc-reset aspeed,ast2500-lpc-reset aspeed,ast2600-lpc-reset bitmain,bm1880-reset brcm,bcm4908-misc-pcie-reset snps,dw-high-reset snps,dw-low-reset st,stm32-rcc zte,zx296718-reset
drivers/reset/reset-socfpga.c|RESET_SOCFPGA|device:reset_socfpga_driver_init|altr,rst-mgr
drivers/reset/reset-starfive-jh7100.c|RESET_STARFIVE_JH7100|device:jh7100_reset_driver_init|starfive,jh7100-reset
drivers/reset/reset-sunplus.c|RESET_SUNPLUS|device:sp_reset_driver_init|sunplus,sp7021-reset
drivers/reset/reset-sunxi.c|RESET_SUNXI||allwinner,sun6i-a31-ahb1-reset
drivers/reset/reset-ti-sci.c|RESET_TI_SCI|device:ti_sci_reset_driver_init|ti,sci-reset
drivers/reset/reset-ti-syscon.c|RESET_TI_SYSCON|device:ti_syscon_reset_driver_init|ti,syscon-reset
drivers/reset/reset-tn48m.c|RESET_TN48M_CPLD|device:tn48m_reset_driver_init|delta,tn48m-reset
drivers/reset/reset-tps380x.c|RESET_TI_TPS380X|device:tps380x_reset_driver_init|ti,tps3801
drivers/reset/reset-uniphier-glue.c|RESET_UNIPHIER_GLUE|device:uniphier_glue_reset_driver_init|socionext,uniphier-ld20-usb3-reset socionext,uniphier-nx1-usb3-reset socionext,uniphier-pro4-ahci-reset socionext,uniphier-pro4-usb3-reset socionext,uniphier-pro5-usb3-reset socionext,uniphier-pxs2-ahci-reset socionext,uniphier-pxs2-usb3-reset socionext,uniphier-pxs3-ahci-reset socionext,uniphier-pxs3-usb3-reset
drivers/reset/reset-uniphier.c|RESET_UNIPHIER|device:uniphier_reset_driver_init|socionext,uniphier-ld11-adamv-reset socionext,uniphier-ld11-mio-reset socionext,uniphier-ld11-peri-reset socionext,uniphier-ld11-reset socionext,uniphier-ld11-sd-reset socionext,uniphier-ld20-adamv-reset socionext,uniphier-ld20-peri-reset socionext,uniphier-ld20-reset socionext,uniphier-ld20-sd-reset socionext,uniphier-ld4-mio-reset socionext,uniphier-ld4-peri-reset socionext,uniphier-ld4-reset socionext,uniphier-nx1-peri-reset socionext,uniphier-nx1-reset socionext,uniphier-nx1-sd-reset socionext,uniphier-pro4-mio-reset socionext,uniphier-pro4-peri-reset socionext,uniphier-pro4-reset socionext,uniphier-pro5-peri-reset socionext,uniphier-pro5-reset socionext,uniphier-pro5-sd-reset socionext,uniphier-pxs2-peri-reset socionext,uniphier-pxs2-reset socionext,uniphier-pxs2-sd-reset socionext,uniphier-pxs3-peri-reset socionext,uniphier-pxs3-reset socionext,uniphier-pxs3-sd-reset socionext,uniphier-sld8-mio-reset socionext,uniphier-sld8-peri-reset socionext,uniphier-sld8-reset
drivers/reset/reset-zynq.c|RESET_ZYNQ|device:zynq_reset_driver_init|xlnx,zynq-reset
drivers/reset/reset-zynqmp.c|ARCH_ZYNQMP|arch:zynqmp_reset_init|xlnx,versal-reset xlnx,zynqmp-reset
drivers/reset/sti/reset-stih407.c|STIH407_RESET|arch:stih407_reset_init|st,stih407-picophyreset st,stih407-powerdown st,stih407-softreset
drivers/rpmsg/qcom_glink_rpm.c|RPMSG_QCOM_GLINK_RPM|subsys:glink_rpm_init|qcom,glink-rpm
drivers/rpmsg/qcom_smd.c|RPMSG_QCOM_SMD|arch:qcom_smd_init|qcom,smd
drivers/rtc/rtc-ab-b5ze-s3.c|RTC_DRV_ABB5ZES3|device:abb5zes3_driver_init|abracon,abb5zes3
drivers/rtc/rtc-ab-eoz9.c|RTC_DRV_ABEOZ9|device:abeoz9_driver_init|abracon,abeoz9
drivers/rtc/rtc-abx80x.c|RTC_DRV_ABX80X|device:abx80x_driver_init|abracon,ab0801 abracon,ab0803 abracon,ab0804 abracon,ab0805 abracon,ab1801 abracon,ab1803 abracon,ab1804 abracon,ab1805 abracon,abx80x microcrystal,rv1805
drivers/rtc/rtc-ac100.c|RTC_DRV_AC100|device:ac100_rtc_driver_init|x-powers,ac100-rtc
drivers/rtc/rtc-armada38x.c|RTC_DRV_ARMADA38X|device:armada38x_rtc_driver_init|marvell,armada-380-rtc marvell,armada-8k-rtc
drivers/rtc/rtc-asm9260.c|RTC_DRV_ASM9260|device:asm9260_rtc_driver_init|alphascale,asm9260-rtc
drivers/rtc/rtc-aspeed.c|RTC_DRV_ASPEED|device:aspeed_rtc_driver_init|aspeed,ast2400-rtc aspeed,ast2500-rtc aspeed,ast2600-rtc aspeed,ast2700-rtc
drivers/rtc/rtc-at91rm9200.c|RTC_DRV_AT91RM9200|device:at91_rtc_driver_init|atmel,at91rm9200-rtc atmel,at91sam9x5-rtc atmel,sama5d2-rtc atmel,sama5d4-rtc microchip,sam9x60-rtc
drivers/rtc/rtc-at91sam9.c|RTC_DRV_AT91SAM9|device:at91_rtc_driver_init|atmel,at91sam9260-rtt
drivers/rtc/rtc-bq32k.c|RTC_DRV_BQ32K|device:bq32k_driver_init|ti,bq32000
drivers/rtc/rtc-brcmstb-waketimer.c|RTC_DRV_BRCMSTB|device:brcmstb_waketmr_driver_init|brcm,brcmstb-waketimer
drivers/rtc/rtc-cadence.c|RTC_DRV_CADENCE|device:cdns_rtc_driver_init|cdns,rtc-r109v3
drivers/rtc/rtc-cmos.c|RTC_DRV_CMOS|device:cmos_init|motorola,mc146818
drivers/rtc/rtc-cpcap.c|RTC_DRV_CPCAP|device:cpcap_rtc_driver_init|motorola,cpcap-rtc
drivers/rtc/rtc-da9063.c|RTC_DRV_DA9063|device:da9063_rtc_driver_init|dlg,da9062-rtc dlg,da9063-rtc
drivers/rtc/rtc-digicolor.c|RTC_DRV_DIGICOLOR|device:dc_rtc_driver_init|cnxt,cx92755-rtc
drivers/rtc/rtc-ds1302.c|RTC_DRV_DS1302|device:ds1302_driver_init|maxim,ds1302
drivers/rtc/rtc-ds1307.c|RTC_DRV_DS1307|device:ds1307_driver_init|dallas,ds1307 dallas,ds1308 dallas,ds1337 dallas,ds1338 dallas,ds1339 dallas,ds1340 dallas,ds1341 dallas,ds1388 epson,rx8025 epson,rx8130 isil,isl12057 maxim,ds3231 microchip,mcp7940x microchip,mcp7941x pericom,pt7c4338 st,m41t0 st,m41t00 st,m41t11
drivers/rtc/rtc-ds1374.c|RTC_DRV_DS1374|device:ds1374_driver_init|dallas,ds1374
drivers/rtc/rtc-ds1390.c|RTC_DRV_DS1390|device:ds1390_driver_init|dallas,ds1390
drivers/rtc/rtc-ds1672.c|RTC_DRV_DS1672|device:ds1672_driver_init|dallas,ds1672
drivers/rtc/rtc-ds3232.c|RTC_DRV_DS3232|device:ds323x_init|dallas,ds3232
drivers/rtc/rtc-em3027.c|RTC_DRV_EM3027|device:em3027_driver_init|emmicro,em3027
drivers/rtc/rtc-fsl-ftm-alarm.c|RTC_DRV_FSL_FTM_ALARM|device:ftm_alarm_init|fsl,ls1012a-ftm-alarm fsl,ls1021a-ftm-alarm fsl,ls1028a-ftm-alarm fsl,ls1043a-ftm-alarm fsl,ls1046a-ftm-alarm fsl,ls1088a-ftm-alarm fsl,ls208xa-ftm-alarm fsl,lx2160a-ftm-alarm
drivers/rtc/rtc-ftrtc010.c|RTC_DRV_FTRTC010|device:ftrtc010_rtc_driver_init|cortina,gemini-rtc faraday,ftrtc010
drivers/rtc/rtc-gamecube.c|RTC_DRV_GAMECUBE|device:gamecube_rtc_driver_init|nintendo,flipper-exi nintendo,hollywood-exi nintendo,latte-exi
drivers/rtc/rtc-goldfish.c|RTC_DRV_GOLDFISH|device:goldfish_rtc_init|google,goldfish-rtc
drivers/rtc/rtc-hym8563.c|RTC_DRV_HYM8563|device:hym8563_driver_init|haoyu,hym8563
drivers/rtc/rtc-imx-sc.c|RTC_DRV_IMX_SC|device:imx_sc_rtc_driver_init|fsl,imx8qxp-sc-rtc
drivers/rtc/rtc-imxdi.c|RTC_DRV_IMXDI|device:dryice_rtc_driver_init|fsl,imx25-rtc
drivers/rtc/rtc-isl12022.c|RTC_DRV_ISL12022|device:isl12022_driver_init|isil,isl12022 isl,isl12022
drivers/rtc/rtc-isl12026.c|RTC_DRV_ISL12026|device:isl12026_driver_init|isil,isl12026
drivers/rtc/rtc-isl1208.c|RTC_DRV_ISL1208|device:isl1208_driver_init|isil,isl1208 isil,isl1209 isil,isl1218 isil,isl1219
drivers/rtc/rtc-jz4740.c|RTC_DRV_JZ4740|device:jz4740_rtc_driver_init|ingenic,jz4740-rtc ingenic,jz4760-rtc ingenic,jz4780-rtc
drivers/rtc/rtc-lpc24xx.c|RTC_DRV_LPC24XX|device:lpc24xx_rtc_driver_init|nxp,lpc1788-rtc
drivers/rtc/rtc-lpc32xx.c|RTC_DRV_LPC32XX|device:lpc32xx_rtc_driver_init|nxp,lpc3220-rtc
drivers/rtc/rtc-m41t80.c|RTC_DRV_M41T80|device:m41t80_driver_init|microcrystal,rv4162 rv4162 st,m41t62 st,m41t65 st,m41t80 st,m41t81 st,m41t81s st,m41t82 st,m41t83 st,m41t84 st,m41t85 st,m41t87 st,rv4162
drivers/rtc/rtc-mcp795.c|RTC_DRV_MCP795|device:mcp795_driver_init|maxim,mcp795
drivers/rtc/rtc-meson-vrtc.c|RTC_DRV_MESON_VRTC|device:meson_vrtc_driver_init|amlogic,meson-vrtc
drivers/rtc/rtc-meson.c|RTC_DRV_MESON|device:meson_rtc_driver_init|amlogic,meson6-rtc amlogic,meson8-rtc amlogic,meson8b-rtc amlogic,meson8m2-rtc
drivers/rtc/rtc-moxart.c|RTC_DRV_MOXART|device:moxart_rtc_driver_init|moxa,moxart-rtc
drivers/rtc/rtc-mpc5121.c|RTC_DRV_MPC5121|device:mpc5121_rtc_driver_init|fsl,mpc5121-rtc fsl,mpc5200-rtc
drivers/rtc/rtc-mpfs.c|RTC_DRV_POLARFIRE_SOC|device:mpfs_rtc_driver_init|microchip,mpfs-rtc
drivers/rtc/rtc-msc313.c|RTC_DRV_MSC313|device:msc313_rtc_driver_init|mstar,msc313-rtc
drivers/rtc/rtc-mt2712.c|RTC_DRV_MT2712|device:mt2712_rtc_driver_init|mediatek,mt2712-rtc
drivers/rtc/rtc-mt6397.c|RTC_DRV_MT6397|device:mtk_rtc_driver_init|mediatek,mt6323-rtc mediatek,mt6358-rtc mediatek,mt6397-rtc
drivers/rtc/rtc-mt7622.c|RTC_DRV_MT7622|device:mtk_rtc_driver_init|mediatek,mt7622-rtc mediatek,soc-rtc
drivers/rtc/rtc-mv.c|RTC_DRV_MV|device:mv_rtc_driver_init|marvell,orion-rtc
drivers/rtc/rtc-mxc.c|RTC_DRV_MXC|device:mxc_rtc_driver_init|fsl,imx1-rtc fsl,imx21-rtc
drivers/rtc/rtc-mxc_v2.c|RTC_DRV_MXC_V2|device:mxc_rtc_driver_init|fsl,imx53-rtc
drivers/rtc/rtc-nct3018y.c|RTC_DRV_NCT3018Y|device:nct3018y_driver_init|nuvoton,nct3018y
drivers/rtc/rtc-omap.c|RTC_DRV_OMAP|device:omap_rtc_driver_init|ti,am3352-rtc ti,da830-rtc
drivers/rtc/rtc-opal.c|RTC_DRV_OPAL|device:opal_rtc_init|ibm,opal-rtc
drivers/rtc/rtc-palmas.c|RTC_DRV_PALMAS|device:palmas_rtc_driver_init|ti,palmas-rtc
drivers/rtc/rtc-pcf2123.c|RTC_DRV_PCF2123|device:pcf2123_driver_init|microcrystal,rv2123 nxp,pcf2123 nxp,rtc-pcf2123
drivers/rtc/rtc-pcf2127.c|RTC_DRV_PCF2127|device:pcf2127_init|nxp,pca2129 nxp,pcf2127 nxp,pcf2129
drivers/rtc/rtc-pcf85063.c|RTC_DRV_PCF85063|device:pcf85063_driver_init|microcrystal,rv8263 nxp,pca85073a nxp,pcf85063 nxp,pcf85063a nxp,pcf85063tp
drivers/rtc/rtc-pcf8523.c|RTC_DRV_PCF8523|device:pcf8523_driver_init|microcrystal,rv8523 nxp,pcf8523
drivers/rtc/rtc-pcf85363.c|RTC_DRV_PCF85363|device:pcf85363_driver_init|nxp,pcf85263 nxp,pcf85363
drivers/rtc/rtc-pcf8563.c|RTC_DRV_PCF8563|device:pcf8563_driver_init|epson,rtc8564 microcrystal,rv8564 nxp,pca8565 nxp,pcf8563
drivers/rtc/rtc-pic32.c|RTC_DRV_PIC32|device:pic32_rtc_driver_init|microchip,pic32mzda-rtc
drivers/rtc/rtc-pl030.c|RTC_DRV_PL030|device:pl030_driver_init|arm,pl030
drivers/rtc/rtc-pl031.c|RTC_DRV_PL031|device:pl031_driver_init|arm,pl031
drivers/rtc/rtc-pm8xxx.c|RTC_DRV_PM8XXX|device:pm8xxx_rtc_driver_init|qcom,pm8018-rtc qcom,pm8058-rtc qcom,pm8921-rtc qcom,pm8941-rtc qcom,pmk8350-rtc
drivers/rtc/rtc-pxa.c|RTC_DRV_PXA|device:pxa_rtc_driver_init|marvell,pxa-rtc
drivers/rtc/rtc-r7301.c|RTC_DRV_R7301|device:rtc7301_rtc_driver_init|epson,rtc7301dg epson,rtc7301sf
drivers/rtc/rtc-rs5c372.c|RTC_DRV_RS5C372|device:rs5c372_driver_init|ricoh,r2025sd ricoh,r2221tl ricoh,rs5c372a ricoh,rs5c372b ricoh,rv5c386 ricoh,rv5c387a
drivers/rtc/rtc-rtd119x.c|RTC_DRV_RTD119X|device:rtd119x_rtc_driver_init|realtek,rtd1295-rtc
drivers/rtc/rtc-rv3028.c|RTC_DRV_RV3028|device:rv3028_driver_init|microcrystal,rv3028
drivers/rtc/rtc-rv3029c2.c|RTC_DRV_RV3029C2|device:rv30x9_init|microcrystal,rv3029
drivers/rtc/rtc-rv3032.c|RTC_DRV_RV3032|device:rv3032_driver_init|microcrystal,rv3032
drivers/rtc/rtc-rv8803.c|RTC_DRV_RV8803|device:rv8803_driver_init|epson,rx8803 epson,rx8804 epson,rx8900 microcrystal,rv8803
drivers/rtc/rtc-rx6110.c|RTC_DRV_RX6110|device:rx6110_module_init|epson,rx6110
drivers/rtc/rtc-rx8010.c|RTC_DRV_RX8010|device:rx8010_driver_init|epson,rx8010
drivers/rtc/rtc-rx8581.c|RTC_DRV_RX8581|device:rx8581_driver_init|epson,rx8571 epson,rx8581
drivers/rtc/rtc-rzn1.c|RTC_DRV_RZN1|device:rzn1_rtc_driver_init|renesas,rzn1-rtc
drivers/rtc/rtc-s35390a.c|RTC_DRV_S35390A|device:s35390a_driver_init|s35390a sii,s35390a
drivers/rtc/rtc-s3c.c|RTC_DRV_S3C|device:s3c_rtc_driver_init|samsung,exynos3250-rtc samsung,s3c2410-rtc samsung,s3c2416-rtc samsung,s3c2443-rtc samsung,s3c6410-rtc
drivers/rtc/rtc-sa1100.c|RTC_DRV_SA1100|device:sa1100_rtc_driver_init|mrvl,mmp-rtc mrvl,sa1100-rtc
drivers/rtc/rtc-sc27xx.c|RTC_DRV_SC27XX|device:sprd_rtc_driver_init|sprd,sc2731-rtc
drivers/rtc/rtc-sd3078.c|RTC_DRV_SD3078|device:sd3078_driver_init|whwave,sd3078
drivers/rtc/rtc-sh.c|RTC_DRV_SH|device:sh_rtc_platform_driver_init|renesas,sh-rtc
drivers/rtc/rtc-snvs.c|RTC_DRV_SNVS|device:snvs_rtc_driver_init|fsl,sec-v4.0-mon-rtc-lp
drivers/rtc/rtc-spear.c|RTC_DRV_SPEAR|device:spear_rtc_driver_init|st,spear600-rtc
drivers/rtc/rtc-st-lpc.c|RTC_DRV_ST_LPC|device:st_rtc_platform_driver_init|st,stih407-lpc
drivers/rtc/rtc-stm32.c|RTC_DRV_STM32|device:stm32_rtc_driver_init|st,stm32-rtc st,stm32h7-rtc st,stm32mp1-rtc
drivers/rtc/rtc-stmp3xxx.c|RTC_DRV_STMP|device:stmp3xxx_rtcdrv_init|fsl,stmp3xxx-rtc
drivers/rtc/rtc-sun6i.c|RTC_DRV_SUN6I|clk:sun50i_h6_rtc_clk_init|allwinner,sun50i-h6-rtc
drivers/rtc/rtc-sun6i.c|RTC_DRV_SUN6I|clk:sun6i_a31_rtc_clk_init|allwinner,sun6i-a31-rtc
drivers/rtc/rtc-sun6i.c|RTC_DRV_SUN6I|clk:sun8i_a23_rtc_clk_init|allwinner,sun8i-a23-rtc
drivers/rtc/rtc-sun6i.c|RTC_DRV_SUN6I|clk:sun8i_h3_rtc_clk_init|allwinner,sun50i-h5-rtc allwinner,sun8i-h3-rtc
drivers/rtc/rtc-sun6i.c|RTC_DRV_SUN6I|clk:sun8i_r40_rtc_clk_init|allwinner,sun8i-r40-rtc
drivers/rtc/rtc-sun6i.c|RTC_DRV_SUN6I|clk:sun8i_v3_rtc_clk_init|allwinner,sun8i-v3-rtc
drivers/rtc/rtc-sun6i.c|RTC_DRV_SUN6I|device:sun6i_rtc_driver_init|allwinner,sun50i-h5-rtc allwinner,sun50i-h6-rtc allwinner,sun50i-h616-rtc allwinner,sun50i-r329-rtc allwinner,sun6i-a31-rtc allwinner,sun8i-a23-rtc allwinner,sun8i-h3-rtc allwinner,sun8i-r40-rtc allwinner,sun8i-v3-rtc
drivers/rtc/rtc-sunplus.c|RTC_DRV_SUNPLUS|device:sp_rtc_driver_init|sunplus,sp7021-rtc
drivers/rtc/rtc-sunxi.c|RTC_DRV_SUNXI|device:sunxi_rtc_driver_init|allwinner,sun4i-a10-rtc allwinner,sun7i-a20-rtc
drivers/rtc/rtc-tegra.c|RTC_DRV_TEGRA|device:tegra_rtc_driver_init|nvidia,tegra20-rtc
drivers/rtc/rtc-ti-k3.c|RTC_DRV_TI_K3|device:ti_k3_rtc_driver_init|ti,am62-rtc
drivers/rtc/rtc-twl.c|RTC_DRV_TWL4030|device:twl4030rtc_driver_init|ti,twl4030-rtc
drivers/rtc/rtc-vt8500.c|RTC_DRV_VT8500|device:vt8500_rtc_driver_init|via,vt8500-rtc
drivers/rtc/rtc-x1205.c|RTC_DRV_X1205|device:x1205_driver_init|xicor,x1205
drivers/rtc/rtc-xgene.c|RTC_DRV_XGENE|device:xgene_rtc_driver_init|apm,xgene-rtc
drivers/rtc/rtc-zynqmp.c|RTC_DRV_ZYNQMP|device:xlnx_rtc_driver_init|xlnx,zynqmp-rtc
drivers/sbus/char/bbc_i2c.c|BBC_I2C|device:bbc_i2c_driver_init|SUNW,bbc-i2c
drivers/sbus/char/envctrl.c|ENVCTRL|device:envctrl_driver_init|i2cpcf,8584
drivers/scsi/hisi_sas/hisi_sas_v1_hw.c|SCSI_HISI_SAS|device:hisi_sas_v1_driver_init|hisilicon,hip05-sas-v1
drivers/scsi/hisi_sas/hisi_sas_v2_hw.c|SCSI_HISI_SAS|device:hisi_sas_v2_driver_init|hisilicon,hip06-sas-v2 hisilicon,hip07-sas-v2
drivers/scsi/mesh.c|SCSI_MESH|device:init_mesh|chrp,mesh0
drivers/siox/siox-bus-gpio.c|SIOX_BUS_GPIO|device:siox_gpio_driver_init|eckelmann,siox-gpio
drivers/slimbus/qcom-ctrl.c|SLIM_QCOM_CTRL|device:qcom_slim_driver_init|qcom,apq8064-slim qcom,slim
drivers/slimbus/qcom-ngd-ctrl.c|SLIM_QCOM_NGD_CTRL|device:qcom_slim_ngd_init|qcom,slim-ngd-v1.5.0 qcom,slim-ngd-v2.1.0
drivers/soc/actions/owl-sps.c|OWL_PM_DOMAINS|postcore:owl_sps_init|actions,s500-sps actions,s700-sps actions,s900-sps
drivers/soc/amlogic/meson-canvas.c|MESON_CANVAS|device:meson_canvas_driver_init|amlogic,canvas amlogic,meson8-canvas amlogic,meson8b-canvas amlogic,meson8m2-canvas
drivers/soc/amlogic/meson-clk-measure.c|MESON_CLK_MEASURE|device:meson_msr_driver_init|amlogic,meson-axg-clk-measure amlogic,meson-g12a-clk-measure amlogic,meson-gx-clk-measure amlogic,meson-sm1-clk-measure amlogic,meson8-clk-measure amlogic,meson8b-clk-measure
drivers/soc/amlogic/meson-ee-pwrc.c|MESON_EE_PM_DOMAINS|device:meson_ee_pwrc_driver_init|amlogic,meson-axg-pwrc amlogic,meson-g12a-pwrc amlogic,meson-gxbb-pwrc amlogic,meson-sm1-pwrc amlogic,meson8-pwrc amlogic,meson8b-pwrc amlogic,meson8m2-pwrc
drivers/soc/amlogic/meson-gx-pwrc-vpu.c|MESON_GX_PM_DOMAINS|device:meson_gx_pwrc_vpu_driver_init|amlogic,meson-g12a-pwrc-vpu amlogic,meson-gx-pwrc-vpu
drivers/soc/amlogic/meson-mx-socinfo.c|MESON_MX_SOCINFO|device:meson_mx_socinfo_init|amlogic,meson8-analog-top amlogic,meson8b-analog-top
drivers/soc/amlogic/meson-secure-pwrc.c|MESON_SECURE_PM_DOMAINS|device:meson_secure_pwrc_driver_init|amlogic,meson-a1-pwrc amlogic,meson-s4-pwrc
drivers/soc/apple/apple-pmgr-pwrstate.c|APPLE_PMGR_PWRSTATE|device:apple_pmgr_ps_driver_init|apple,pmgr-pwrstate
drivers/soc/apple/sart.c|APPLE_SART|device:apple_sart_driver_init|apple,t6000-sart apple,t8103-sart
drivers/soc/aspeed/aspeed-lpc-ctrl.c|ASPEED_LPC_CTRL|device:aspeed_lpc_ctrl_driver_init|aspeed,ast2400-lpc-ctrl aspeed,ast2500-lpc-ctrl aspeed,ast2600-lpc-ctrl
drivers/soc/aspeed/aspeed-lpc-snoop.c|ASPEED_LPC_SNOOP|device:aspeed_lpc_snoop_driver_init|aspeed,ast2400-lpc-snoop aspeed,ast2500-lpc-snoop aspeed,ast2600-lpc-snoop
drivers/soc/aspeed/aspeed-p2a-ctrl.c|ASPEED_P2A_CTRL|device:aspeed_p2a_ctrl_driver_init|aspeed,ast2400-p2a-ctrl aspeed,ast2500-p2a-ctrl
drivers/soc/aspeed/aspeed-uart-routing.c|ASPEED_UART_ROUTING|device:aspeed_uart_routing_driver_init|aspeed,ast2400-uart-routing aspeed,ast2500-uart-routing aspeed,ast2600-uart-routing
drivers/soc/atmel/sfr.c|AT91_SOC_SFR|device:atmel_sfr_driver_init|atmel,sama5d2-sfr atmel,sama5d4-sfr
drivers/soc/atmel/soc.c|AT91_SOC_ID|subsys:atmel_soc_device_init|atmel,at91rm9200 atmel,at91sam9 atmel,sama5 atmel,sama5d2-chipid atmel,samv7 microchip,sama7g5 microchip,sama7g5-chipid
drivers/soc/bcm/bcm63xx/bcm-pmb.c|BCM_PMB|device:bcm_pmb_driver_init|brcm,bcm4908-pmb brcm,bcm63138-pmb
drivers/soc/bcm/bcm63xx/bcm63xx-power.c|BCM63XX_POWER|device:bcm63xx_power_driver_init|brcm,bcm6318-power-controller brcm,bcm63268-power-controller brcm,bcm6328-power-controller brcm,bcm6362-power-controller
drivers/soc/bcm/brcmstb/common.c|SOC_BRCMSTB|early:brcmstb_soc_device_early_init arch:brcmstb_soc_device_init|brcm,bcm7125-sun-top-ctrl brcm,bcm7346-sun-top-ctrl brcm,bcm7358-sun-top-ctrl brcm,bcm7360-sun-top-ctrl brcm,bcm7362-sun-top-ctrl brcm,bcm7420-sun-top-ctrl brcm,bcm7425-sun-top-ctrl brcm,bcm7429-sun-top-ctrl brcm,bcm7435-sun-top-ctrl brcm,brcmstb-sun-top-ctrl
drivers/soc/bcm/brcmstb/pm/pm-arm.c|ARM|device:brcmstb_pm_init|brcm,brcmstb-aon-ctrl brcm,brcmstb-ddr-phy-v225.1 brcm,brcmstb-ddr-phy-v240.1 brcm,brcmstb-ddr-phy-v240.2 brcm,brcmstb-ddr-phy-v71.1 brcm,brcmstb-ddr-phy-v72.0 brcm,brcmstb-ddr-shimphy-v1.0 brcm,brcmstb-memc-ddr brcm,brcmstb-memc-ddr-rev-b.2.1 brcm,brcmstb-memc-ddr-rev-b.2.2 brcm,brcmstb-memc-ddr-rev-b.2.3 brcm,brcmstb-memc-ddr-rev-b.3.0 brcm,brcmstb-memc-ddr-rev-b.3.1 mmio-sram
drivers/soc/bcm/brcmstb/pm/pm-mips.c|BMIPS_GENERIC|arch:brcmstb_pm_init|brcm,brcmstb-aon-ctrl brcm,brcmstb-ddr-phy brcm,brcmstb-memc-arb brcm,brcmstb-timers
drivers/soc/bcm/raspberrypi-power.c|RASPBERRYPI_POWER|device:rpi_power_driver_init|raspberrypi,bcm2835-power
drivers/soc/canaan/k210-sysctl.c|SOC_K210_SYSCTL|device:k210_sysctl_driver_init|canaan,k210-sysctl
drivers/soc/fsl/dpaa2-console.c|DPAA2_CONSOLE|device:dpaa2_console_driver_init|fsl,dpaa2-console
drivers/soc/fsl/guts.c|FSL_GUTS|core:fsl_guts_init|fsl,bsc9131-guts fsl,bsc9132-guts fsl,ls1012a-dcfg fsl,ls1021a-dcfg fsl,ls1028a-dcfg fsl,ls1043a-dcfg fsl,ls1046a-dcfg fsl,ls1088a-dcfg fsl,ls2080a-dcfg fsl,lx2160a-dcfg fsl,mpc8536-guts fsl,mpc8544-guts fsl,mpc8548-guts fsl,mpc8568-guts fsl,mpc8569-guts fsl,mpc8572-guts fsl,p1010-guts fsl,p1020-guts fsl,p1021-guts fsl,p1022-guts fsl,p1023-guts fsl,p2020-guts fsl,qoriq-device-config-1.0 fsl,qoriq-device-config-2.0
drivers/soc/fsl/qbman/bman_ccsr.c|FSL_DPAA|device:fsl_bman_driver_init|fsl,bman
drivers/soc/fsl/qbman/bman_ccsr.c|FSL_DPAA|reserved-memory:bman_fbpr|fsl,bman-fbpr
drivers/soc/fsl/qbman/bman_portal.c|FSL_DPAA|device:bman_portal_driver_init|fsl,bman-portal
drivers/soc/fsl/qbman/qman_ccsr.c|FSL_DPAA|device:fsl_qman_driver_init|fsl,qman
drivers/soc/fsl/qbman/qman_ccsr.c|FSL_DPAA|reserved-memory:qman_fqd|fsl,qman-fqd
drivers/soc/fsl/qbman/qman_ccsr.c|FSL_DPAA|reserved-memory:qman_pfdr|fsl,qman-pfdr
drivers/soc/fsl/qbman/qman_portal.c|FSL_DPAA|device:qman_portal_driver_init|fsl,qman-portal
drivers/soc/fsl/qe/qe.c|QUICC_ENGINE|device:qe_driver_init subsys:qe_init|fsl,qe
drivers/soc/fsl/qe/qe_ic.c|QUICC_ENGINE|subsys:qe_ic_of_init|fsl,qe-ic
drivers/soc/fsl/rcpm.c|FSL_RCPM|device:rcpm_driver_init|fsl,qoriq-rcpm-2.1+
drivers/soc/imx/gpc.c|HAVE_IMX_GPC|device:imx_pgc_power_domain_driver_init device:imx_gpc_driver_init|fsl,imx6q-gpc fsl,imx6qp-gpc fsl,imx6sl-gpc fsl,imx6sx-gpc
drivers/soc/imx/gpcv2.c|IMX_GPCV2_PM_DOMAINS|device:imx_pgc_domain_driver_init device:imx_gpc_driver_init|fsl,imx7d-gpc fsl,imx8mm-gpc fsl,imx8mn-gpc fsl,imx8mp-gpc fsl,imx8mq-gpc
drivers/soc/imx/imx8m-blk-ctrl.c|SOC_IMX8M|device:imx8m_blk_ctrl_driver_init|fsl,imx8mm-disp-blk-ctrl fsl,imx8mm-vpu-blk-ctrl fsl,imx8mn-disp-blk-ctrl fsl,imx8mp-media-blk-ctrl fsl,imx8mp-vpu-blk-ctrl fsl,imx8mq-vpu-blk-ctrl
drivers/soc/imx/imx8mp-blk-ctrl.c|SOC_IMX8M|device:imx8mp_blk_ctrl_driver_init|fsl,imx8mp-hdmi-blk-ctrl fsl,imx8mp-hsio-blk-ctrl
drivers/soc/imx/imx93-blk-ctrl.c|SOC_IMX9|device:imx93_blk_ctrl_driver_init|fsl,imx93-media-blk-ctrl
drivers/soc/imx/imx93-pd.c|SOC_IMX9|device:imx93_power_domain_driver_init|fsl,imx93-src-slice
drivers/soc/imx/imx93-src.c|SOC_IMX9|device:imx93_src_driver_init|fsl,imx93-src
drivers/soc/imx/soc-imx8m.c|SOC_IMX8M|device:imx8_soc_init|fsl,imx8mm fsl,imx8mn fsl,imx8mp fsl,imx8mq
drivers/soc/ixp4xx/ixp4xx-npe.c|IXP4XX_NPE|device:ixp4xx_npe_driver_init|intel,ixp4xx-network-processing-engine
drivers/soc/ixp4xx/ixp4xx-qmgr.c|IXP4XX_QMGR|device:ixp4xx_qmgr_driver_init|intel,ixp4xx-ahb-queue-manager
drivers/soc/lantiq/fpi-bus.c|SOC_XWAY|device:ltq_fpi_driver_init|lantiq,xrx200-fpi
drivers/soc/litex/litex_soc_ctrl.c|LITEX_SOC_CONTROLLER|device:litex_soc_ctrl_driver_init|litex,soc-controller
drivers/soc/mediatek/mtk-devapc.c|MTK_DEVAPC|device:mtk_devapc_driver_init|mediatek,mt6779-devapc mediatek,mt8186-devapc
drivers/soc/mediatek/mtk-mmsys.c|MTK_MMSYS|device:mtk_mmsys_drv_init|mediatek,mt2701-mmsys mediatek,mt2712-mmsys mediatek,mt6779-mmsys mediatek,mt6797-mmsys mediatek,mt8167-mmsys mediatek,mt8173-mmsys mediatek,mt8183-mmsys mediatek,mt8186-mmsys mediatek,mt8192-mmsys mediatek,mt8195-mmsys mediatek,mt8365-mmsys
drivers/soc/mediatek/mtk-mutex.c|MTK_MMSYS|device:mtk_mutex_driver_init|mediatek,mt2701-disp-mutex mediatek,mt2712-disp-mutex mediatek,mt6795-disp-mutex mediatek,mt8167-disp-mutex mediatek,mt8173-disp-mutex mediatek,mt8183-disp-mutex mediatek,mt8186-disp-mutex mediatek,mt8186-mdp3-mutex mediatek,mt8192-disp-mutex mediatek,mt8195-disp-mutex mediatek,mt8365-disp-mutex
drivers/soc/mediatek/mtk-pm-domains.c|MTK_SCPSYS_PM_DOMAINS|device:scpsys_pm_domain_driver_init|mediatek,mt6795-power-controller mediatek,mt8167-power-controller mediatek,mt8173-power-controller mediatek,mt8183-power-controller mediatek,mt8186-power-controller mediatek,mt8192-power-controller mediatek,mt8195-power-controller
drivers/soc/mediatek/mtk-pmic-wrap.c|MTK_PMIC_WRAP|device:pwrap_drv_init|mediatek,mt2701-pwrap mediatek,mt6323 mediatek,mt6351 mediatek,mt6357 mediatek,mt6358 mediatek,mt6359 mediatek,mt6380-regulator mediatek,mt6397 mediatek,mt6765-pwrap mediatek,mt6779-pwrap mediatek,mt6797-pwrap mediatek,mt6873-pwrap mediatek,mt7622-pwrap mediatek,mt8135-pwrap mediatek,mt8173-pwrap mediatek,mt8183-pwrap mediatek,mt8186-pwrap mediatek,mt8195-pwrap mediatek,mt8516-pwrap
drivers/soc/mediatek/mtk-scpsys.c|MTK_SCPSYS|device:scpsys_drv_init|mediatek,mt2701-scpsys mediatek,mt2712-scpsys mediatek,mt6797-scpsys mediatek,mt7622-scpsys mediatek,mt7623a-scpsys mediatek,mt8173-scpsys
drivers/soc/mediatek/mtk-svs.c|MTK_SVS|device:svs_driver_init|mediatek,mt8183-svs mediatek,mt8192-svs
drivers/soc/microchip/mpfs-sys-controller.c|POLARFIRE_SOC_SYS_CTRL|device:mpfs_sys_controller_driver_init|microchip,mpfs-sys-controller
drivers/soc/pxa/ssp.c|PXA_SSP|arch:pxa_ssp_init|mrvl,ce4100-ssp mrvl,pxa25x-ssp mrvl,pxa27x-ssp mrvl,pxa3xx-ssp mrvl,pxa910-ssp mvrl,pxa168-ssp mvrl,pxa25x-nssp
drivers/soc/qcom/apr.c|QCOM_APR|subsys:apr_init|qcom,apr qcom,apr-v2 qcom,gpr
drivers/soc/qcom/cmd-db.c|QCOM_COMMAND_DB|arch:cmd_db_device_init|qcom,cmd-db
drivers/soc/qcom/cpr.c|QCOM_CPR|device:cpr_driver_init|qcom,qcs404-cpr
drivers/soc/qcom/icc-bwmon.c|QCOM_ICC_BWMON|device:bwmon_driver_init|qcom,msm8998-bwmon qcom,sc7280-llcc-bwmon qcom,sdm845-llcc-bwmon
drivers/soc/qcom/llcc-qcom.c|QCOM_LLCC|device:qcom_llcc_driver_init|qcom,sc7180-llcc qcom,sc7280-llcc qcom,sc8180x-llcc qcom,sc8280xp-llcc qcom,sdm845-llcc qcom,sm6350-llcc qcom,sm8150-llcc qcom,sm8250-llcc qcom,sm8350-llcc qcom,sm8450-llcc
drivers/soc/qcom/ocmem.c|QCOM_OCMEM|device:ocmem_driver_init|qcom,msm8974-ocmem
drivers/soc/qcom/qcom-geni-se.c|QCOM_GENI_SE|device:geni_se_driver_init|qcom,geni-se-qup
drivers/soc/qcom/qcom_aoss.c|QCOM_AOSS_QMP|device:qmp_driver_init|qcom,aoss-qmp qcom,sc7180-aoss-qmp qcom,sc7280-aoss-qmp qcom,sdm845-aoss-qmp qcom,sm8150-aoss-qmp qcom,sm8250-aoss-qmp qcom,sm8350-aoss-qmp
drivers/soc/qcom/qcom_gsbi.c|QCOM_GSBI|device:gsbi_driver_init|qcom,gsbi-v1.0.0 qcom,tcsr-apq8064 qcom,tcsr-ipq8064 qcom,tcsr-msm8660 qcom,tcsr-msm8960
drivers/soc/qcom/qcom_stats.c|QCOM_STATS|late:qcom_stats_init|qcom,apq8084-rpm-stats qcom,msm8226-rpm-stats qcom,msm8916-rpm-stats qcom,msm8974-rpm-stats qcom,rpm-stats qcom,rpmh-stats qcom,sdm845-rpmh-stats
drivers/soc/qcom/rmtfs_mem.c|QCOM_RMTFS_MEM|device:qcom_rmtfs_mem_init|qcom,rmtfs-mem
drivers/soc/qcom/rpmh-rsc.c|QCOM_RPMH|arch:rpmh_driver_init|qcom,rpmh-rsc
drivers/soc/qcom/rpmhpd.c|QCOM_RPMHPD|core:rpmhpd_init|qcom,sa8540p-rpmhpd qcom,sc7180-rpmhpd qcom,sc7280-rpmhpd qcom,sc8180x-rpmhpd qcom,sc8280xp-rpmhpd qcom,sdm845-rpmhpd qcom,sdx55-rpmhpd qcom,sdx65-rpmhpd qcom,sm6350-rpmhpd qcom,sm8150-rpmhpd qcom,sm8250-rpmhpd qcom,sm8350-rpmhpd qcom,sm8450-rpmhpd
drivers/soc/qcom/rpmpd.c|QCOM_RPMPD|core:rpmpd_init|qcom,mdm9607-rpmpd qcom,msm8226-rpmpd qcom,msm8909-rpmpd qcom,msm8916-rpmpd qcom,msm8939-rpmpd qcom,msm8953-rpmpd qcom,msm8976-rpmpd qcom,msm8994-rpmpd qcom,msm8996-rpmpd qcom,msm8998-rpmpd qcom,qcm2290-rpmpd qcom,qcs404-rpmpd qcom,sdm660-rpmpd qcom,sm6115-rpmpd qcom,sm6125-rpmpd qcom,sm6375-rpmpd
drivers/soc/qcom/smd-rpm.c|QCOM_SMD_RPM|arch:qcom_smd_rpm_init|qcom,rpm-apq8084 qcom,rpm-ipq6018 qcom,rpm-msm8226 qcom,rpm-msm8909 qcom,rpm-msm8916 qcom,rpm-msm8936 qcom,rpm-msm8953 qcom,rpm-msm8974 qcom,rpm-msm8976 qcom,rpm-msm8994 qcom,rpm-msm8996 qcom,rpm-msm8998 qcom,rpm-qcm2290 qcom,rpm-qcs404 qcom,rpm-sdm660 qcom,rpm-sm6115 qcom,rpm-sm6125
drivers/soc/qcom/smem.c|QCOM_SMEM|arch:qcom_smem_init|qcom,smem
drivers/soc/qcom/smp2p.c|QCOM_SMP2P|device:qcom_smp2p_driver_init|qcom,smp2p
drivers/soc/qcom/smsm.c|QCOM_SMSM|device:qcom_smsm_driver_init|qcom,smsm
drivers/soc/qcom/spm.c|QCOM_SPM|arch:qcom_spm_init|qcom,apq8064-saw2-v1.1-cpu qcom,apq8084-saw2-v2.1-cpu qcom,msm8226-saw2-v2.1-cpu qcom,msm8909-saw2-v3.0-cpu qcom,msm8916-saw2-v3.0-cpu qcom,msm8974-saw2-v2.1-cpu qcom,msm8998-gold-saw2-v4.1-l2 qcom,msm8998-silver-saw2-v4.1-l2 qcom,sdm660-gold-saw2-v4.1-l2 qcom,sdm660-silver-saw2-v4.1-l2
drivers/soc/qcom/wcnss_ctrl.c|QCOM_WCNSS_CTRL|device:wcnss_ctrl_driver_init|qcom,wcnss
drivers/soc/renesas/rcar-gen4-sysc.c|SYSC_RCAR_GEN4|early:rcar_gen4_sysc_pd_init|renesas,r8a779a0-sysc renesas,r8a779f0-sysc renesas,r8a779g0-sysc
drivers/soc/renesas/rcar-rst.c|RST_RCAR||renesas,r8a7742-rst renesas,r8a7743-rst renesas,r8a7744-rst renesas,r8a7745-rst renesas,r8a77470-rst renesas,r8a774a1-rst renesas,r8a774b1-rst renesas,r8a774c0-rst renesas,r8a774e1-rst renesas,r8a7778-reset-wdt renesas,r8a7779-reset-wdt renesas,r8a7790-rst renesas,r8a7791-rst renesas,r8a7792-rst renesas,r8a7793-rst renesas,r8a7794-rst renesas,r8a7795-rst renesas,r8a7796-rst renesas,r8a77961-rst renesas,r8a77965-rst renesas,r8a77970-rst renesas,r8a77980-rst renesas,r8a77990-rst renesas,r8a77995-rst renesas,r8a779a0-rst renesas,r8a779f0-rst renesas,r8a779g0-rst
drivers/soc/renesas/rcar-sysc.c|SYSC_RCAR|early:rcar_sysc_pd_init|renesas,r8a7742-sysc renesas,r8a7743-sysc renesas,r8a7744-sysc renesas,r8a7745-sysc renesas,r8a77470-sysc renesas,r8a774a1-sysc renesas,r8a774b1-sysc renesas,r8a774c0-sysc renesas,r8a774e1-sysc renesas,r8a7779-sysc renesas,r8a7790-sysc renesas,r8a7791-sysc renesas,r8a7792-sysc renesas,r8a7793-sysc renesas,r8a7794-sysc renesas,r8a7795-sysc renesas,r8a7796-sysc renesas,r8a77961-sysc renesas,r8a77965-sysc renesas,r8a77970-sysc renesas,r8a77980-sysc renesas,r8a77990-sysc renesas,r8a77995-sysc
drivers/soc/renesas/renesas-soc.c|SOC_RENESAS|early:renesas_soc_init|renesas,bsid renesas,prr renesas,r7s72100 renesas,r7s9210 renesas,r8a73a4 renesas,r8a7740 renesas,r8a7742 renesas,r8a7743 renesas,r8a7744 renesas,r8a7745 renesas,r8a77470 renesas,r8a774a1 renesas,r8a774b1 renesas,r8a774c0 renesas,r8a774e1 renesas,r8a7778 renesas,r8a7779 renesas,r8a7790 renesas,r8a7791 renesas,r8a7792 renesas,r8a7793 renesas,r8a7794 renesas,r8a7795 renesas,r8a7796 renesas,r8a77961 renesas,r8a77965 renesas,r8a77970 renesas,r8a77980 renesas,r8a77990 renesas,r8a77995 renesas,r8a779a0 renesas,r8a779f0 renesas,r8a779g0 renesas,r8a779m0 renesas,r8a779m1 renesas,r8a779m2 renesas,r8a779m3 renesas,r8a779m4 renesas,r8a779m5 renesas,r8a779m6 renesas,r8a779m7 renesas,r8a779m8 renesas,r8a779mb renesas,r9a07g043 renesas,r9a07g043-sysc renesas,r9a07g044 renesas,r9a07g044-sysc renesas,r9a07g054 renesas,r9a07g054-sysc renesas,sh73a0
drivers/soc/renesas/rmobile-sysc.c|SYSC_RMOBILE|core:rmobile_init_pm_domains|arm,coresight-etm3x renesas,dbsc-r8a73a4 renesas,dbsc3-r8a7740 renesas,sbsc-sh73a0
drivers/soc/rockchip/grf.c|ROCKCHIP_GRF|postcore:rockchip_grf_init|rockchip,rk3036-grf rockchip,rk3128-grf rockchip,rk3228-grf rockchip,rk3288-grf rockchip,rk3328-grf rockchip,rk3368-grf rockchip,rk3399-grf rockchip,rk3566-pipe-grf
drivers/soc/rockchip/io-domain.c|ROCKCHIP_IODOMAIN|device:rockchip_iodomain_driver_init|rockchip,px30-io-voltage-domain rockchip,px30-pmu-io-voltage-domain rockchip,rk3188-io-voltage-domain rockchip,rk3228-io-voltage-domain rockchip,rk3288-io-voltage-domain rockchip,rk3328-io-voltage-domain rockchip,rk3368-io-voltage-domain rockchip,rk3368-pmu-io-voltage-domain rockchip,rk3399-io-voltage-domain rockchip,rk3399-pmu-io-voltage-domain rockchip,rk3568-pmu-io-voltage-domain rockchip,rv1108-io-voltage-domain rockchip,rv1108-pmu-io-voltage-domain rockchip,rv1126-pmu-io-voltage-domain
drivers/soc/rockchip/pm_domains.c|ROCKCHIP_PM_DOMAINS|postcore:rockchip_pm_domain_drv_register|rockchip,px30-power-controller rockchip,rk3036-power-controller rockchip,rk3066-power-controller rockchip,rk3128-power-controller rockchip,rk3188-power-controller rockchip,rk3228-power-controller rockchip,rk3288-power-controller rockchip,rk3328-power-controller rockchip,rk3366-power-controller rockchip,rk3368-power-controller rockchip,rk3399-power-controller rockchip,rk3568-power-controller rockchip,rk3588-power-controller rockchip,rv1126-power-controller
drivers/soc/samsung/exynos-chipid.c|EXYNOS_CHIPID|device:exynos_chipid_driver_init|samsung,exynos4210-chipid samsung,exynos850-chipid
drivers/soc/samsung/exynos-pmu.c|EXYNOS_PMU|postcore:exynos_pmu_init|samsung,exynos3250-pmu samsung,exynos4210-pmu samsung,exynos4412-pmu samsung,exynos5250-pmu samsung,exynos5410-pmu samsung,exynos5420-pmu samsung,exynos5433-pmu samsung,exynos7-pmu samsung,exynos850-pmu
drivers/soc/samsung/exynos-usi.c|EXYNOS_USI|device:exynos_usi_driver_init|samsung,exynos850-usi
drivers/soc/samsung/pm_domains.c|EXYNOS_PM_DOMAINS|core:exynos4_pm_init_power_domain|samsung,exynos4210-pd samsung,exynos5433-pd
drivers/soc/sifive/sifive_ccache.c|SIFIVE_CCACHE|device:sifive_ccache_init|sifive,ccache0 sifive,fu540-c000-ccache sifive,fu740-c000-ccache
drivers/soc/sunxi/sunxi_sram.c|SUNXI_SRAM|device:sunxi_sram_driver_init|allwinner,sun20i-d1-system-control allwinner,sun4i-a10-sram-a3-a4 allwinner,sun4i-a10-sram-c1 allwinner,sun4i-a10-sram-controller allwinner,sun4i-a10-sram-d allwinner,sun4i-a10-system-control allwinner,sun50i-a64-sram-c allwinner,sun50i-a64-sram-controller allwinner,sun50i-a64-system-control allwinner,sun50i-h5-system-control allwinner,sun50i-h616-system-control allwinner,sun5i-a13-system-control allwinner,sun8i-a23-system-control allwinner,sun8i-h3-system-control
drivers/soc/tegra/cbb/tegra194-cbb.c|ARCH_TEGRA_194_SOC|pure:tegra194_cbb_init|nvidia,tegra194-aon-noc nvidia,tegra194-bpmp-noc nvidia,tegra194-cbb-noc nvidia,tegra194-rce-noc nvidia,tegra194-sce-noc
drivers/soc/tegra/cbb/tegra234-cbb.c|ARCH_TEGRA_234_SOC|pure:tegra234_cbb_init|nvidia,tegra234-aon-fabric nvidia,tegra234-bpmp-fabric nvidia,tegra234-cbb-fabric nvidia,tegra234-dce-fabric nvidia,tegra234-rce-fabric nvidia,tegra234-sce-fabric
drivers/soc/tegra/common.c|ARCH_TEGRA||nvidia,tegra114 nvidia,tegra124 nvidia,tegra132 nvidia,tegra20 nvidia,tegra210 nvidia,tegra30
drivers/soc/tegra/flowctrl.c|SOC_TEGRA_FLOWCTRL|device:tegra_flowctrl_driver_init early:tegra_flowctrl_init|nvidia,tegra114-flowctrl nvidia,tegra124-flowctrl nvidia,tegra20-flowctrl nvidia,tegra210-flowctrl nvidia,tegra30-flowctrl
drivers/soc/tegra/fuse/fuse-tegra.c|ARCH_TEGRA|device:tegra_fuse_driver_init early:tegra_init_fuse device:tegra_init_soc|nvidia,tegra114-car nvidia,tegra114-efuse nvidia,tegra124-car nvidia,tegra124-efuse nvidia,tegra132-car nvidia,tegra132-efuse nvidia,tegra186-efuse nvidia,tegra194-efuse nvidia,tegra20-car nvidia,tegra20-efuse nvidia,tegra210-car nvidia,tegra210-efuse nvidia,tegra234-efuse nvidia,tegra30-car nvidia,tegra30-efuse
drivers/soc/tegra/fuse/tegra-apbmisc.c|ARCH_TEGRA||nvidia,tegra186-misc nvidia,tegra194-misc nvidia,tegra20-apbmisc nvidia,tegra234-misc
drivers/soc/tegra/pmc.c|SOC_TEGRA_PMC|device:tegra_pmc_driver_init early:tegra_pmc_early_init|nvidia,tegra114-pmc nvidia,tegra124-pmc nvidia,tegra132-pmc nvidia,tegra186-pmc nvidia,tegra194-pmc nvidia,tegra20-pmc nvidia,tegra210-pmc nvidia,tegra234-pmc nvidia,tegra30-pmc
drivers/soc/ti/k3-ringacc.c|TI_K3_RINGACC|device:k3_ringacc_driver_init|ti,am654-navss-ringacc
drivers/soc/ti/k3-socinfo.c|TI_K3_SOCINFO|subsys:k3_chipinfo_init|ti,am654-chipid
drivers/soc/ti/knav_dma.c|KEYSTONE_NAVIGATOR_DMA|device:knav_dma_driver_init|ti,keystone-navigator-dma
drivers/soc/ti/knav_qmss_queue.c|KEYSTONE_NAVIGATOR_QMSS|device:keystone_qmss_driver_init|ti,66ak2g-navss-qm ti,keystone-navigator-qmss
drivers/soc/ti/omap_prm.c|ARCH_OMAP2PLUS|device:omap_prm_driver_init|ti,am3-prm-inst ti,am4-prm-inst ti,dra7-prm-inst ti,omap4-prm-inst ti,omap5-prm-inst
drivers/soc/ti/pruss.c|TI_PRUSS|device:pruss_driver_init|ti,am3356-pruss ti,am4376-pruss0 ti,am4376-pruss1 ti,am5728-pruss ti,am625-pruss ti,am642-icssg ti,am654-icssg ti,j721e-icssg ti,k2g-pruss
drivers/soc/ti/smartreflex.c|POWER_AVS_OMAP|late:sr_init|ti,omap3-smartreflex-core ti,omap3-smartreflex-mpu-iva ti,omap4-smartreflex-core ti,omap4-smartreflex-iva ti,omap4-smartreflex-mpu
drivers/soc/ti/ti_sci_pm_domains.c|TI_SCI_PM_DOMAINS|device:ti_sci_pm_domains_driver_init|ti,sci-pm-domain
drivers/soc/ti/wkup_m3_ipc.c|WKUP_M3_IPC|device:wkup_m3_ipc_driver_init|ti,am3352-wkup-m3-ipc ti,am4372-wkup-m3-ipc
drivers/soc/versatile/soc-integrator.c|SOC_INTEGRATOR_CM|device:integrator_soc_init|arm,core-module-integrator
drivers/soc/versatile/soc-realview.c|SOC_REALVIEW|device:realview_soc_driver_init|arm,realview-eb-soc arm,realview-pb1176-soc arm,realview-pb11mp-soc arm,realview-pba8-soc arm,realview-pbx-soc
drivers/soc/xilinx/zynqmp_power.c|ZYNQMP_POWER|device:zynqmp_pm_platform_driver_init|xlnx,zynqmp-power
drivers/soundwire/qcom.c|SOUNDWIRE_QCOM|device:qcom_swrm_driver_init|qcom,soundwire-v1.3.0 qcom,soundwire-v1.5.1 qcom,soundwire-v1.6.0
drivers/spi/atmel-quadspi.c|SPI_ATMEL_QUADSPI|device:atmel_qspi_driver_init|atmel,sama5d2-qspi microchip,sam9x60-qspi
drivers/spi/spi-altera-platform.c|SPI_ALTERA|device:altera_spi_driver_init|ALTR,spi-1.0 altr,spi-1.0
drivers/spi/spi-ar934x.c|SPI_AR934X|device:ar934x_spi_driver_init|qca,ar934x-spi
drivers/spi/spi-armada-3700.c|SPI_ARMADA_3700|device:a3700_spi_driver_init|marvell,armada-3700-spi
drivers/spi/spi-aspeed-smc.c|SPI_ASPEED_SMC|device:aspeed_spi_driver_init|aspeed,ast2400-fmc aspeed,ast2400-spi aspeed,ast2500-fmc aspeed,ast2500-spi aspeed,ast2600-fmc aspeed,ast2600-spi
drivers/spi/spi-ath79.c|SPI_ATH79|device:ath79_spi_driver_init|qca,ar7100-spi
drivers/spi/spi-atmel.c|SPI_ATMEL|device:atmel_spi_driver_init|atmel,at91rm9200-spi
drivers/spi/spi-axi-spi-engine.c|SPI_AXI_SPI_ENGINE|device:spi_engine_driver_init|adi,axi-spi-engine-1.00.a
drivers/spi/spi-bcm-qspi.c|SPI_BCM_QSPI||brcm,spi-bcm-qspi brcm,spi-bcm7216-qspi brcm,spi-bcm7278-qspi brcm,spi-bcm7445-qspi
drivers/spi/spi-bcm2835.c|SPI_BCM2835|device:bcm2835_spi_driver_init|brcm,bcm2835-spi
drivers/spi/spi-bcm2835aux.c|SPI_BCM2835AUX|device:bcm2835aux_spi_driver_init|brcm,bcm2835-aux-spi
drivers/spi/spi-bcm63xx-hsspi.c|SPI_BCM63XX_HSSPI|device:bcm63xx_hsspi_driver_init|brcm,bcm6328-hsspi
drivers/spi/spi-bcm63xx.c|SPI_BCM63XX|device:bcm63xx_spi_driver_init|brcm,bcm6348-spi brcm,bcm6358-spi
drivers/spi/spi-brcmstb-qspi.c|SPI_BCM_QSPI|device:brcmstb_qspi_driver_init|brcm,spi-brcmstb-mspi brcm,spi-brcmstb-qspi
drivers/spi/spi-cadence-quadspi.c|SPI_CADENCE_QUADSPI|device:cqspi_platform_driver_init|amd,pensando-elba-qspi cdns,qspi-nor intel,lgm-qspi intel,socfpga-qspi starfive,jh7110-qspi ti,am654-ospi ti,k2g-qspi xlnx,versal-ospi-1.0
drivers/spi/spi-cadence-xspi.c|SPI_CADENCE_XSPI|device:cdns_xspi_platform_driver_init|cdns,xspi-nor
drivers/spi/spi-cadence.c|SPI_CADENCE|device:cdns_spi_driver_init|cdns,spi-r1p6 xlnx,zynq-spi-r1p6
drivers/spi/spi-cavium-octeon.c|SPI_OCTEON|device:octeon_spi_driver_init|cavium,octeon-3010-spi
drivers/spi/spi-clps711x.c|SPI_CLPS711X|device:clps711x_spi_driver_init|cirrus,ep7209-spi
drivers/spi/spi-davinci.c|SPI_DAVINCI|device:davinci_spi_driver_init|ti,da830-spi ti,dm6441-spi ti,keystone-spi
drivers/spi/spi-dw-bt1.c|SPI_DW_BT1|device:dw_spi_bt1_driver_init|baikal,bt1-ssi baikal,bt1-sys-ssi
drivers/spi/spi-dw-mmio.c|SPI_DW_MMIO|device:dw_spi_mmio_driver_init|amazon,alpine-dw-apb-ssi canaan,k210-spi intel,keembay-ssi intel,mountevans-imc-ssi intel,thunderbay-ssi microchip,sparx5-spi mscc,jaguar2-spi mscc,ocelot-spi renesas,rzn1-spi snps,dw-apb-ssi snps,dwc-ssi-1.01a
drivers/spi/spi-falcon.c|SPI_FALCON|device:falcon_sflash_driver_init|lantiq,sflash-falcon
drivers/spi/spi-fsl-dspi.c|SPI_FSL_DSPI|device:fsl_dspi_driver_init|fsl,ls1012a-dspi fsl,ls1021a-v1.0-dspi fsl,ls1028a-dspi fsl,ls1043a-dspi fsl,ls1046a-dspi fsl,ls2080a-dspi fsl,ls2085a-dspi fsl,lx2160a-dspi fsl,vf610-dspi
drivers/spi/spi-fsl-espi.c|SPI_FSL_ESPI|device:fsl_espi_driver_init|fsl,mpc8536-espi
drivers/spi/spi-fsl-lpspi.c|SPI_FSL_LPSPI|device:fsl_lpspi_driver_init|fsl,imx7ulp-spi
drivers/spi/spi-fsl-qspi.c|SPI_FSL_QUADSPI|device:fsl_qspi_driver_init|fsl,imx6sx-qspi fsl,imx6ul-qspi fsl,imx7d-qspi fsl,ls1021a-qspi fsl,ls2080a-qspi fsl,vf610-qspi
drivers/spi/spi-fsl-spi.c|SPI_FSL_SPI|device:fsl_spi_init|aeroflexgaisler,spictrl fsl,spi
drivers/spi/spi-geni-qcom.c|SPI_QCOM_GENI|device:spi_geni_driver_init|qcom,geni-spi
drivers/spi/spi-gpio.c|SPI_GPIO|device:spi_gpio_driver_init|spi-gpio
drivers/spi/spi-gxp.c|SPI_GXP|device:gxp_spifi_driver_init|hpe,gxp-spifi
drivers/spi/spi-img-spfi.c|SPI_IMG_SPFI|device:img_spfi_driver_init|img,spfi
drivers/spi/spi-imx.c|SPI_IMX|device:spi_imx_driver_init|fsl,imx1-cspi fsl,imx21-cspi fsl,imx27-cspi fsl,imx31-cspi fsl,imx35-cspi fsl,imx51-ecspi fsl,imx53-ecspi fsl,imx6ul-ecspi
drivers/spi/spi-ingenic.c|SPI_INGENIC|device:spi_ingenic_driver_init|ingenic,jz4750-spi ingenic,jz4775-spi ingenic,jz4780-spi ingenic,x1000-spi ingenic,x2000-spi
drivers/spi/spi-iproc-qspi.c|SPI_BCM_QSPI|device:bcm_iproc_driver_init|brcm,spi-ns2-qspi brcm,spi-nsp-qspi
drivers/spi/spi-jcore.c|SPI_JCORE|device:jcore_spi_driver_init|jcore,spi2
drivers/spi/spi-lantiq-ssc.c|SPI_LANTIQ_SSC|device:lantiq_ssc_driver_init|intel,lgm-spi lantiq,ase-spi lantiq,falcon-spi lantiq,xrx100-spi
drivers/spi/spi-loopback-test.c|SPI_LOOPBACK_TEST|device:spi_loopback_test_driver_init|linux,spi-loopback-test
drivers/spi/spi-lp8841-rtc.c|SPI_LP8841_RTC|device:spi_lp8841_rtc_driver_init|icpdas,lp8841-spi-rtc
drivers/spi/spi-meson-spicc.c|SPI_MESON_SPICC|device:meson_spicc_driver_init|amlogic,meson-axg-spicc amlogic,meson-g12a-spicc amlogic,meson-gx-spicc
drivers/spi/spi-meson-spifc.c|SPI_MESON_SPIFC|device:meson_spifc_driver_init|amlogic,meson-gxbb-spifc amlogic,meson6-spifc
drivers/spi/spi-microchip-core-qspi.c|SPI_MICROCHIP_CORE_QSPI|device:mchp_coreqspi_driver_init|microchip,coreqspi-rtl-v2
drivers/spi/spi-microchip-core.c|SPI_MICROCHIP_CORE|device:mchp_corespi_driver_init|microchip,mpfs-spi
drivers/spi/spi-mpc512x-psc.c|SPI_MPC512x_PSC|device:mpc512x_psc_spi_of_driver_init|fsl,mpc5121-psc-spi fsl,mpc5125-psc-spi
drivers/spi/spi-mpc52xx-psc.c|SPI_MPC52xx_PSC|device:mpc52xx_psc_spi_of_driver_init|fsl,mpc5200-psc-spi mpc5200-psc-spi
drivers/spi/spi-mpc52xx.c|SPI_MPC52xx|device:mpc52xx_spi_of_driver_init|fsl,mpc5200-spi
drivers/spi/spi-mt65xx.c|SPI_MT65XX|device:mtk_spi_driver_init|mediatek,mt2701-spi mediatek,mt2712-spi mediatek,mt6589-spi mediatek,mt6765-spi mediatek,mt6893-spi mediatek,mt7622-spi mediatek,mt7629-spi mediatek,mt8135-spi mediatek,mt8173-spi mediatek,mt8183-spi mediatek,mt8192-spi mediatek,spi-ipm
drivers/spi/spi-mt7621.c|SPI_MT7621|device:mt7621_spi_driver_init|ralink,mt7621-spi
drivers/spi/spi-mtk-nor.c|SPI_MTK_NOR|device:mtk_nor_driver_init|mediatek,mt8173-nor mediatek,mt8186-nor mediatek,mt8192-nor
drivers/spi/spi-mtk-snfi.c|SPI_MTK_SNFI|device:mtk_snand_driver_init|mediatek,mt7622-snand mediatek,mt7629-snand
drivers/spi/spi-mux.c|SPI_MUX|device:spi_mux_driver_init|spi-mux
drivers/spi/spi-mxic.c|SPI_MXIC|device:mxic_spi_driver_init|mxicy,mx25f0a-spi
drivers/spi/spi-mxs.c|SPI_MXS|device:mxs_spi_driver_init|fsl,imx23-spi fsl,imx28-spi
drivers/spi/spi-npcm-fiu.c|SPI_NPCM_FIU|device:npcm_fiu_driver_init|nuvoton,npcm750-fiu nuvoton,npcm845-fiu
drivers/spi/spi-npcm-pspi.c|SPI_NPCM_PSPI|device:npcm_pspi_driver_init|nuvoton,npcm750-pspi nuvoton,npcm845-pspi
drivers/spi/spi-nxp-fspi.c|SPI_NXP_FLEXSPI|device:nxp_fspi_driver_init|nxp,imx8dxl-fspi nxp,imx8mm-fspi nxp,imx8mp-fspi nxp,imx8qxp-fspi nxp,lx2160a-fspi
drivers/spi/spi-oc-tiny.c|SPI_OC_TINY|device:tiny_spi_driver_init|opencores,tiny-spi-rtlsvn2
drivers/spi/spi-omap2-mcspi.c|SPI_OMAP24XX|device:omap2_mcspi_driver_init|ti,am654-mcspi ti,omap2-mcspi ti,omap4-mcspi
drivers/spi/spi-orion.c|SPI_ORION|device:orion_spi_driver_init|marvell,armada-370-spi marvell,armada-375-spi marvell,armada-380-spi marvell,armada-390-spi marvell,armada-xp-spi marvell,orion-spi
drivers/spi/spi-pic32-sqi.c|SPI_PIC32_SQI|device:pic32_sqi_driver_init|microchip,pic32mzda-sqi
drivers/spi/spi-pic32.c|SPI_PIC32|device:pic32_spi_driver_init|microchip,pic32mzda-spi
drivers/spi/spi-pl022.c|SPI_PL022|subsys:pl022_init|arm,pl022
drivers/spi/spi-ppc4xx.c|SPI_PPC4xx|device:spi_ppc4xx_of_driver_init|ibm,ppc4xx-spi
drivers/spi/spi-pxa2xx.c|SPI_PXA2XX|subsys:pxa2xx_spi_init|marvell,mmp2-ssp
drivers/spi/spi-qcom-qspi.c|SPI_QCOM_QSPI|device:qcom_qspi_driver_init|qcom,qspi-v1
drivers/spi/spi-qup.c|SPI_QUP|device:spi_qup_driver_init|qcom,spi-qup-v1.1.1 qcom,spi-qup-v2.1.1 qcom,spi-qup-v2.2.1
drivers/spi/spi-rb4xx.c|SPI_RB4XX|device:rb4xx_spi_drv_init|mikrotik,rb4xx-spi
drivers/spi/spi-realtek-rtl.c|MACH_REALTEK_RTL|device:realtek_rtl_spi_driver_init|realtek,rtl8380-spi realtek,rtl8382-spi realtek,rtl8391-spi realtek,rtl8392-spi realtek,rtl8393-spi
drivers/spi/spi-rockchip-sfc.c|SPI_ROCKCHIP_SFC|device:rockchip_sfc_driver_init|rockchip,sfc
drivers/spi/spi-rockchip.c|SPI_ROCKCHIP|device:rockchip_spi_driver_init|rockchip,px30-spi rockchip,rk3036-spi rockchip,rk3066-spi rockchip,rk3188-spi rockchip,rk3228-spi rockchip,rk3288-spi rockchip,rk3308-spi rockchip,rk3328-spi rockchip,rk3368-spi rockchip,rk3399-spi rockchip,rv1108-spi rockchip,rv1126-spi
drivers/spi/spi-rspi.c|SPI_RSPI|device:rspi_driver_init|renesas,qspi renesas,rspi renesas,rspi-rz
drivers/spi/spi-s3c64xx.c|SPI_S3C64XX|device:s3c64xx_spi_driver_init|samsung,exynos4210-spi samsung,exynos5433-spi samsung,exynos7-spi samsung,exynosautov9-spi samsung,s3c2443-spi samsung,s3c6410-spi samsung,s5pv210-spi tesla,fsd-spi
drivers/spi/spi-sc18is602.c|SPI_SC18IS602|device:sc18is602_driver_init|nxp,sc18is602 nxp,sc18is602b nxp,sc18is603
drivers/spi/spi-sh-hspi.c|SPI_SH_HSPI|device:hspi_driver_init|renesas,hspi
drivers/spi/spi-sh-msiof.c|SPI_SH_MSIOF|device:sh_msiof_spi_drv_init|renesas,msiof-r8a7743 renesas,msiof-r8a7745 renesas,msiof-r8a7790 renesas,msiof-r8a7791 renesas,msiof-r8a7792 renesas,msiof-r8a7793 renesas,msiof-r8a7794 renesas,msiof-r8a7795 renesas,msiof-r8a7796 renesas,rcar-gen2-msiof renesas,rcar-gen3-msiof renesas,rcar-gen4-msiof renesas,sh-mobile-msiof renesas,sh-msiof
drivers/spi/spi-sifive.c|SPI_SIFIVE|device:sifive_spi_driver_init|sifive,spi0
drivers/spi/spi-slave-mt27xx.c|SPI_SLAVE_MT27XX|device:mtk_spi_slave_driver_init|mediatek,mt2712-spi-slave mediatek,mt8195-spi-slave
drivers/spi/spi-sprd-adi.c|SPI_SPRD_ADI|device:sprd_adi_driver_init|sprd,sc9860-adi sprd,sc9863-adi sprd,ums512-adi
drivers/spi/spi-sprd.c|SPI_SPRD|device:sprd_spi_driver_init|sprd,sc9860-spi
drivers/spi/spi-st-ssc4.c|SPI_ST_SSC4|device:spi_st_driver_init|st,comms-ssc4-spi
drivers/spi/spi-stm32-qspi.c|SPI_STM32_QSPI|device:stm32_qspi_driver_init|st,stm32f469-qspi
drivers/spi/spi-stm32.c|SPI_STM32|device:stm32_spi_driver_init|st,stm32f4-spi st,stm32h7-spi
drivers/spi/spi-sun4i.c|SPI_SUN4I|device:sun4i_spi_driver_init|allwinner,sun4i-a10-spi
drivers/spi/spi-sun6i.c|SPI_SUN6I|device:sun6i_spi_driver_init|allwinner,sun6i-a31-spi allwinner,sun8i-h3-spi
drivers/spi/spi-sunplus-sp7021.c|SPI_SUNPLUS_SP7021|device:sp7021_spi_controller_driver_init|sunplus,sp7021-spi
drivers/spi/spi-synquacer.c|SPI_SYNQUACER|device:synquacer_spi_driver_init|socionext,synquacer-spi
drivers/spi/spi-tegra114.c|SPI_TEGRA114|device:tegra_spi_driver_init|nvidia,tegra114-spi nvidia,tegra124-spi nvidia,tegra210-spi
drivers/spi/spi-tegra20-sflash.c|SPI_TEGRA20_SFLASH|device:tegra_sflash_driver_init|nvidia,tegra20-sflash
drivers/spi/spi-tegra20-slink.c|SPI_TEGRA20_SLINK|device:tegra_slink_driver_init|nvidia,tegra20-slink nvidia,tegra30-slink
drivers/spi/spi-tegra210-quad.c|SPI_TEGRA210_QUAD|device:tegra_qspi_driver_init|nvidia,tegra186-qspi nvidia,tegra194-qspi nvidia,tegra210-qspi nvidia,tegra234-qspi nvidia,tegra241-qspi
drivers/spi/spi-ti-qspi.c|SPI_TI_QSPI|device:ti_qspi_driver_init|ti,am4372-qspi ti,dra7xxx-qspi
drivers/spi/spi-uniphier.c|SPI_UNIPHIER|device:uniphier_spi_driver_init|socionext,uniphier-scssi
drivers/spi/spi-xilinx.c|SPI_XILINX|device:xilinx_spi_driver_init|xlnx,axi-quad-spi-1.00.a xlnx,xps-spi-2.00.a xlnx,xps-spi-2.00.b
drivers/spi/spi-xtensa-xtfpga.c|SPI_XTENSA_XTFPGA|device:xtfpga_spi_driver_init|cdns,xtfpga-spi
drivers/spi/spi-zynq-qspi.c|SPI_ZYNQ_QSPI|device:zynq_qspi_driver_init|xlnx,zynq-qspi-1.0
drivers/spi/spi-zynqmp-gqspi.c|SPI_ZYNQMP_GQSPI|device:zynqmp_qspi_driver_init|xlnx,zynqmp-qspi-1.0
drivers/spi/spidev.c|SPI_SPIDEV|device:spidev_init|cisco,spi-petra dh,dhcom-board elgin,jg10309-01 lineartechnology,ltc2488 lwn,bk4 menlo,m53cpld micron,spi-authenta rohm,bh2228fv rohm,dh2228fv semtech,sx1301 silabs,em3581
drivers/spmi/hisi-spmi-controller.c|SPMI_HISI3670|postcore:spmi_controller_init|hisilicon,kirin970-spmi-controller
drivers/spmi/spmi-mtk-pmif.c|SPMI_MTK_PMIF|device:mtk_spmi_driver_init|mediatek,mt6873-spmi mediatek,mt8195-spmi
drivers/spmi/spmi-pmic-arb.c|SPMI_MSM_PMIC_ARB|device:spmi_pmic_arb_driver_init|qcom,spmi-pmic-arb
drivers/staging/axis-fifo/axis-fifo.c|XIL_AXIS_FIFO|device:axis_fifo_init|xlnx,axi-fifo-mm-s-4.1
drivers/staging/fieldbus/anybuss/arcx-anybus.c|ARCX_ANYBUS_CONTROLLER|device:controller_init|arcx,anybus-controller
drivers/staging/greybus/arche-apb-ctrl.c|GREYBUS_ARCHE|device:arche_init|usbffff,2
drivers/staging/greybus/arche-platform.c|GREYBUS_ARCHE|device:arche_init|google,arche-platform
drivers/staging/greybus/audio_codec.c|GREYBUS_AUDIO_APB_CODEC|device:gbaudio_codec_driver_init|toshiba,apb-dummy-codec
drivers/staging/iio/accel/adis16203.c|ADIS16203|device:adis16203_driver_init|adi,adis16203
drivers/staging/iio/accel/adis16240.c|ADIS16240|device:adis16240_driver_init|adi,adis16240
drivers/staging/iio/adc/ad7816.c|AD7816|device:ad7816_driver_init|adi,ad7816 adi,ad7817 adi,ad7818
drivers/staging/iio/addac/adt7316-i2c.c|ADT7316_I2C|device:adt7316_driver_init|adi,adt7316 adi,adt7317 adi,adt7318 adi,adt7516 adi,adt7517 adi,adt7519
drivers/staging/iio/addac/adt7316-spi.c|ADT7316_SPI|device:adt7316_driver_init|adi,adt7316 adi,adt7317 adi,adt7318 adi,adt7516 adi,adt7517 adi,adt7519
drivers/staging/iio/frequency/ad9834.c|AD9834|device:ad9834_driver_init|adi,ad9833 adi,ad9834 adi,ad9837 adi,ad9838
drivers/staging/iio/impedance-analyzer/ad5933.c|AD5933|device:ad5933_driver_init|adi,ad5933 adi,ad5934
drivers/staging/iio/resolver/ad2s1210.c|AD2S1210|device:ad2s1210_driver_init|adi,ad2s1210
drivers/staging/media/deprecated/fsl-viu/fsl-viu.c|VIDEO_VIU|device:viu_of_platform_driver_init|fsl,mpc5121-viu
drivers/staging/media/imx/imx-media-dev.c|VIDEO_IMX_CSI|device:imx_media_pdrv_init|fsl,imx-capture-subsystem
drivers/staging/media/imx/imx6-mipi-csi2.c|VIDEO_IMX_CSI|device:csi2_driver_init|fsl,imx6-mipi-csi2
drivers/staging/media/imx/imx7-media-csi.c|VIDEO_IMX7_CSI|device:imx7_csi_driver_init|fsl,imx6ul-csi fsl,imx7-csi fsl,imx8mq-csi
drivers/staging/media/imx/imx8mq-mipi-csi2.c|VIDEO_IMX7_CSI|device:imx8mq_mipi_csi_driver_init|fsl,imx8mq-mipi-csi2
drivers/staging/media/max96712/max96712.c|VIDEO_MAX96712|device:max96712_i2c_driver_init|maxim,max96712
drivers/staging/media/meson/vdec/vdec.c|VIDEO_MESON_VDEC|device:meson_vdec_driver_init|amlogic,g12a-vdec amlogic,gxbb-vdec amlogic,gxl-vdec amlogic,gxm-vdec amlogic,sm1-vdec
drivers/staging/media/rkvdec/rkvdec.c|VIDEO_ROCKCHIP_VDEC|device:rkvdec_driver_init|rockchip,rk3399-vdec
drivers/staging/media/sunxi/cedrus/cedrus.c|VIDEO_SUNXI_CEDRUS|device:cedrus_driver_init|allwinner,sun20i-d1-video-engine allwinner,sun4i-a10-video-engine allwinner,sun50i-a64-video-engine allwinner,sun50i-h5-video-engine allwinner,sun50i-h6-video-engine allwinner,sun5i-a13-video-engine allwinner,sun7i-a20-video-engine allwinner,sun8i-a33-video-engine allwinner,sun8i-h3-video-engine allwinner,sun8i-r40-video-engine allwinner,sun8i-v3s-video-engine
drivers/staging/media/tegra-video/csi.c|VIDEO_TEGRA|device:host1x_video_init|nvidia,tegra210-csi
drivers/staging/media/tegra-video/vi.c|VIDEO_TEGRA|device:host1x_video_init|nvidia,tegra210-vi
drivers/staging/media/tegra-video/video.c|VIDEO_TEGRA|device:host1x_video_init|nvidia,tegra210-csi nvidia,tegra210-vi
drivers/staging/most/dim2/dim2.c|MOST_DIM2|device:dim2_driver_init|fsl,imx6q-mlb150 renesas,mlp renesas,rcar-gen3-mlp xlnx,axi4-os62420_3pin-1.00.a xlnx,axi4-os62420_6pin-1.00.a
drivers/staging/nvec/nvec.c|MFD_NVEC|device:nvec_device_driver_init|nvidia,nvec
drivers/staging/octeon/ethernet.c||device:cvm_oct_driver_init|cavium,octeon-3860-pip
drivers/staging/pi433/pi433_if.c|PI433|device:pi433_init|Smarthome-Wolf,pi433
drivers/staging/vc04_services/interface/vchiq_arm/vchiq_arm.c|BCM2835_VCHIQ|device:vchiq_driver_init|brcm,bcm2835-vchiq brcm,bcm2836-vchiq
drivers/tee/optee/smc_abi.c|OPTEE|device:optee_core_init|linaro,optee-tz
drivers/thermal/amlogic_thermal.c|AMLOGIC_THERMAL|device:amlogic_thermal_driver_init|amlogic,g12a-cpu-thermal amlogic,g12a-ddr-thermal
drivers/thermal/armada_thermal.c|ARMADA_THERMAL|device:armada_thermal_driver_init|marvell,armada-ap806-thermal marvell,armada-cp110-thermal marvell,armada370-thermal marvell,armada375-thermal marvell,armada380-thermal marvell,armadaxp-thermal
drivers/thermal/broadcom/bcm2711_thermal.c|BCM2711_THERMAL|device:bcm2711_thermal_driver_init|brcm,bcm2711-thermal
drivers/thermal/broadcom/bcm2835_thermal.c|BCM2835_THERMAL|device:bcm2835_thermal_driver_init|brcm,bcm2835-thermal brcm,bcm2836-thermal brcm,bcm2837-thermal
drivers/thermal/broadcom/brcmstb_thermal.c|BRCMSTB_THERMAL|device:brcmstb_thermal_driver_init|brcm,avs-tmon brcm,avs-tmon-bcm7216
drivers/thermal/broadcom/ns-thermal.c|BCM_NS_THERMAL|device:ns_thermal_driver_init|brcm,ns-thermal
drivers/thermal/broadcom/sr-thermal.c|BCM_SR_THERMAL|device:sr_thermal_driver_init|brcm,sr-thermal
drivers/thermal/da9062-thermal.c|DA9062_THERMAL|device:da9062_thermal_driver_init|dlg,da9062-thermal
drivers/thermal/db8500_thermal.c|DB8500_THERMAL|device:db8500_thermal_driver_init|stericsson,db8500-thermal
drivers/thermal/dove_thermal.c|DOVE_THERMAL|device:dove_thermal_driver_init|marvell,dove-thermal
drivers/thermal/hisi_thermal.c|HISI_THERMAL|device:hisi_thermal_driver_init|hisilicon,hi3660-tsensor hisilicon,tsensor
drivers/thermal/imx8mm_thermal.c|IMX8MM_THERMAL|device:imx8mm_tmu_init|fsl,imx8mm-tmu fsl,imx8mp-tmu
drivers/thermal/imx_sc_thermal.c|IMX_SC_THERMAL|device:imx_sc_thermal_driver_init|fsl,imx-sc-thermal
drivers/thermal/imx_thermal.c|IMX_THERMAL|device:imx_thermal_init|fsl,imx6q-tempmon fsl,imx6sx-tempmon fsl,imx7d-tempmon
drivers/thermal/k3_bandgap.c|K3_THERMAL|device:k3_bandgap_sensor_driver_init|ti,am654-vtm
drivers/thermal/k3_j72xx_bandgap.c|K3_THERMAL|device:k3_j72xx_bandgap_sensor_driver_init|ti,j7200-vtm ti,j721e-vtm
drivers/thermal/kirkwood_thermal.c|KIRKWOOD_THERMAL|device:kirkwood_thermal_driver_init|marvell,kirkwood-thermal
drivers/thermal/mtk_thermal.c|MTK_THERMAL|device:mtk_thermal_driver_init|mediatek,mt2701-thermal mediatek,mt2712-thermal mediatek,mt7622-thermal mediatek,mt8173-thermal mediatek,mt8183-thermal
drivers/thermal/qcom/lmh.c|QCOM_LMH|device:lmh_driver_init|qcom,sc8180x-lmh qcom,sdm845-lmh qcom,sm8150-lmh
drivers/thermal/qcom/qcom-spmi-adc-tm5.c|QCOM_SPMI_ADC_TM5|device:adc_tm5_driver_init|qcom,spmi-adc-tm-hc qcom,spmi-adc-tm5 qcom,spmi-adc-tm5-gen2
drivers/thermal/qcom/qcom-spmi-temp-alarm.c|QCOM_SPMI_TEMP_ALARM|device:qpnp_tm_driver_init|qcom,spmi-temp-alarm
drivers/thermal/qcom/tsens.c|QCOM_TSENS|device:tsens_driver_init|qcom,ipq8064-tsens qcom,mdm9607-tsens qcom,msm8916-tsens qcom,msm8939-tsens qcom,msm8956-tsens qcom,msm8960-tsens qcom,msm8974-tsens qcom,msm8976-tsens qcom,msm8996-tsens qcom,tsens-v1 qcom,tsens-v2
drivers/thermal/qoriq_thermal.c|QORIQ_THERMAL|device:qoriq_tmu_init|fsl,imx8mq-tmu fsl,qoriq-tmu
drivers/thermal/rcar_gen3_thermal.c|RCAR_GEN3_THERMAL|device:rcar_gen3_thermal_driver_init|renesas,r8a774a1-thermal renesas,r8a774b1-thermal renesas,r8a774e1-thermal renesas,r8a7795-thermal renesas,r8a7796-thermal renesas,r8a77961-thermal renesas,r8a77965-thermal renesas,r8a77980-thermal renesas,r8a779a0-thermal renesas,r8a779f0-thermal
drivers/thermal/rcar_thermal.c|RCAR_THERMAL|device:rcar_thermal_driver_init|renesas,rcar-gen2-thermal renesas,rcar-thermal renesas,thermal-r8a774c0 renesas,thermal-r8a77970 renesas,thermal-r8a77990 renesas,thermal-r8a77995
drivers/thermal/rockchip_thermal.c|ROCKCHIP_THERMAL|device:rockchip_thermal_driver_init|rockchip,px30-tsadc rockchip,rk3228-tsadc rockchip,rk3288-tsadc rockchip,rk3328-tsadc rockchip,rk3366-tsadc rockchip,rk3368-tsadc rockchip,rk3399-tsadc rockchip,rk3568-tsadc rockchip,rv1108-tsadc
drivers/thermal/rzg2l_thermal.c|RZG2L_THERMAL|device:rzg2l_thermal_driver_init|renesas,rzg2l-tsu
drivers/thermal/samsung/exynos_tmu.c|EXYNOS_THERMAL|device:exynos_tmu_driver_init|samsung,exynos3250-tmu samsung,exynos4210-tmu samsung,exynos4412-tmu samsung,exynos5250-tmu samsung,exynos5260-tmu samsung,exynos5420-tmu samsung,exynos5420-tmu-ext-triminfo samsung,exynos5433-tmu samsung,exynos7-tmu
drivers/thermal/spear_thermal.c|SPEAR_THERMAL|device:spear_thermal_driver_init|st,thermal-spear1340
drivers/thermal/sprd_thermal.c|SPRD_THERMAL|device:sprd_thermal_driver_init|sprd,ums512-thermal
drivers/thermal/st/st_thermal_memmap.c|ST_THERMAL_MEMMAP|device:st_mmap_thermal_driver_init|st,stih407-thermal st,stih416-mpe-thermal
drivers/thermal/st/st_thermal_syscfg.c|ST_THERMAL_SYSCFG|device:st_syscfg_thermal_driver_init|st,stid127-thermal st,stih415-mpe-thermal st,stih415-sas-thermal st,stih416-sas-thermal
drivers/thermal/st/stm_thermal.c|STM32_THERMAL|device:stm_thermal_driver_init|st,stm32-thermal
drivers/thermal/sun8i_thermal.c|SUN8I_THERMAL|device:ths_driver_init|allwinner,sun50i-a100-ths allwinner,sun50i-a64-ths allwinner,sun50i-h5-ths allwinner,sun50i-h6-ths allwinner,sun8i-a83t-ths allwinner,sun8i-h3-ths allwinner,sun8i-r40-ths
drivers/thermal/tegra/soctherm.c|TEGRA_SOCTHERM|device:tegra_soctherm_driver_init|nvidia,tegra124-soctherm nvidia,tegra132-soctherm nvidia,tegra210-soctherm
drivers/thermal/tegra/tegra-bpmp-thermal.c|TEGRA_BPMP_THERMAL|device:tegra_bpmp_thermal_driver_init|nvidia,tegra186-bpmp-thermal
drivers/thermal/tegra/tegra30-tsensor.c|TEGRA30_TSENSOR|device:tegra_tsensor_driver_init|nvidia,tegra30-tsensor
drivers/thermal/thermal-generic-adc.c|GENERIC_ADC_THERMAL|device:gadc_thermal_driver_init|generic-adc-thermal
drivers/thermal/thermal_mmio.c|THERMAL_MMIO|device:thermal_mmio_driver_init|amazon,al-thermal
drivers/thermal/ti-soc-thermal/ti-bandgap.c|TI_SOC_THERMAL|device:ti_bandgap_sensor_driver_init|ti,dra752-bandgap ti,omap34xx-bandgap ti,omap36xx-bandgap ti,omap4430-bandgap ti,omap4460-bandgap ti,omap4470-bandgap ti,omap5430-bandgap
drivers/thermal/uniphier_thermal.c|UNIPHIER_THERMAL|device:uniphier_tm_driver_init|socionext,uniphier-ld20-thermal socionext,uniphier-nx1-thermal socionext,uniphier-pxs2-thermal socionext,uniphier-pxs3-thermal
drivers/tty/ehv_bytechan.c|PPC_EPAPR_HV_BYTECHAN|console:ehv_bc_console_init device:ehv_bc_init|epapr,hv-byte-channel
drivers/tty/goldfish.c|GOLDFISH_TTY|device:goldfish_tty_platform_driver_init|google,goldfish-tty
drivers/tty/goldfish.c|GOLDFISH_TTY|earlycon:gf_earlycon_setup|google,goldfish-tty
drivers/tty/hvc/hvc_opal.c|HVC_OPAL|device:hvc_opal_init|ibm,opal-console-hvsi ibm,opal-console-raw
drivers/tty/serial/8250/8250_aspeed_vuart.c|SERIAL_8250_ASPEED_VUART|device:aspeed_vuart_driver_init|aspeed,ast2400-vuart aspeed,ast2500-vuart
drivers/tty/serial/8250/8250_bcm2835aux.c|SERIAL_8250_BCM2835AUX|device:bcm2835aux_serial_driver_init|brcm,bcm2835-aux-uart
drivers/tty/serial/8250/8250_bcm2835aux.c|SERIAL_8250_BCM2835AUX|earlycon:early_bcm2835aux_setup|brcm,bcm2835-aux-uart
drivers/tty/serial/8250/8250_bcm7271.c|SERIAL_8250_BCM7271|device:brcmuart_init|brcm,bcm7271-uart brcm,bcm7278-uart
drivers/tty/serial/8250/8250_dw.c|SERIAL_8250_DW|device:dw8250_platform_driver_init|cavium,octeon-3860-uart marvell,armada-38x-uart renesas,rzn1-uart snps,dw-apb-uart sophgo,sg2044-uart starfive,jh7100-uart
drivers/tty/serial/8250/8250_early.c|SERIAL_8250_CONSOLE|earlycon:early_au_setup|ralink,rt2880-uart
drivers/tty/serial/8250/8250_early.c|SERIAL_8250_CONSOLE|earlycon:early_omap8250_setup|ti,am654-uart ti,omap2-uart ti,omap3-uart ti,omap4-uart
drivers/tty/serial/8250/8250_early.c|SERIAL_8250_CONSOLE|earlycon:early_serial8250_setup|ns16550 ns16550a nvidia,tegra20-uart snps,dw-apb-uart
drivers/tty/serial/8250/8250_em.c|SERIAL_8250_EM|device:serial8250_em_platform_driver_init|renesas,em-uart
drivers/tty/serial/8250/8250_ingenic.c|SERIAL_8250_INGENIC|device:ingenic_uart_platform_driver_init|ingenic,jz4740-uart ingenic,jz4760-uart ingenic,jz4770-uart ingenic,jz4775-uart ingenic,jz4780-uart ingenic,x1000-uart
drivers/tty/serial/8250/8250_ingenic.c|SERIAL_8250_INGENIC|earlycon:ingenic_early_console_setup|ingenic,jz4740-uart ingenic,jz4770-uart ingenic,jz4775-uart ingenic,jz4780-uart ingenic,x1000-uart
drivers/tty/serial/8250/8250_lpc18xx.c|SERIAL_8250_LPC18XX|device:lpc18xx_serial_driver_init|nxp,lpc1850-uart
drivers/tty/serial/8250/8250_mtk.c|SERIAL_8250_MT6577|device:mtk8250_platform_driver_init|mediatek,mt6577-uart
drivers/tty/serial/8250/8250_mtk.c|SERIAL_8250_MT6577|earlycon:early_mtk8250_setup|mediatek,mt6577-uart
drivers/tty/serial/8250/8250_of.c|SERIAL_OF_PLATFORM|device:of_platform_serial_driver_init|altr,16550-FIFO128 altr,16550-FIFO32 altr,16550-FIFO64 fsl,16550-FIFO64 intel,xscale-uart mediatek,mtk-btif mrvl,mmp-uart ns16450 ns16550 ns16550a ns16750 ns16850 ns8250 nuvoton,npcm750-uart nuvoton,wpcm450-uart nxp,lpc3220-uart ralink,rt2880-uart ti,da830-uart
drivers/tty/serial/8250/8250_omap.c|SERIAL_8250_OMAP|device:omap8250_platform_driver_init console:omap8250_console_fixup|ti,am3352-uart ti,am4372-uart ti,am654-uart ti,dra742-uart ti,omap2-uart ti,omap3-uart ti,omap4-uart
drivers/tty/serial/8250/8250_pxa.c|SERIAL_8250_PXA|device:serial_pxa_driver_init|mrvl,mmp-uart mrvl,pxa-uart
drivers/tty/serial/8250/8250_pxa.c|SERIAL_8250_PXA|earlycon:early_serial_pxa_setup|mrvl,pxa-uart
drivers/tty/serial/8250/8250_tegra.c|SERIAL_8250_TEGRA|device:tegra_uart_driver_init|nvidia,tegra20-uart
drivers/tty/serial/8250/8250_uniphier.c|SERIAL_8250_UNIPHIER|device:uniphier_uart_platform_driver_init|socionext,uniphier-uart
drivers/tty/serial/8250/8250_uniphier.c|SERIAL_8250_UNIPHIER|earlycon:uniphier_early_console_setup|socionext,uniphier-uart
drivers/tty/serial/altera_jtaguart.c|SERIAL_ALTERA_JTAGUART|console:altera_jtaguart_console_init device:altera_jtaguart_init|ALTR,juart-1.0 altr,juart-1.0
drivers/tty/serial/altera_jtaguart.c|SERIAL_ALTERA_JTAGUART|earlycon:altera_jtaguart_earlycon_setup|altr,juart-1.0
drivers/tty/serial/altera_uart.c|SERIAL_ALTERA_UART|console:altera_uart_console_init device:altera_uart_init|ALTR,uart-1.0 altr,uart-1.0
drivers/tty/serial/altera_uart.c|SERIAL_ALTERA_UART|earlycon:altera_uart_earlycon_setup|altr,uart-1.0
drivers/tty/serial/amba-pl010.c|SERIAL_AMBA_PL010|device:pl010_init|arm,pl010
drivers/tty/serial/amba-pl011.c|SERIAL_AMBA_PL011|arch:pl011_init|arm,pl011 arm,sbsa-uart
drivers/tty/serial/amba-pl011.c|SERIAL_AMBA_PL011|earlycon:pl011_early_console_setup|arm,pl011 arm,sbsa-uart
drivers/tty/serial/ar933x_uart.c|SERIAL_AR933X|device:ar933x_uart_init|qca,ar9330-uart
drivers/tty/serial/arc_uart.c|SERIAL_ARC|device:arc_serial_init|snps,arc-uart
drivers/tty/serial/arc_uart.c|SERIAL_ARC|earlycon:arc_early_console_setup|snps,arc-uart
drivers/tty/serial/atmel_serial.c|SERIAL_ATMEL|device:atmel_serial_init|atmel,at91rm9200-usart-serial
drivers/tty/serial/atmel_serial.c|SERIAL_ATMEL|earlycon:atmel_early_console_setup|atmel,at91rm9200-usart atmel,at91sam9260-usart
drivers/tty/serial/bcm63xx_uart.c|SERIAL_BCM63XX|console:bcm63xx_console_init device:bcm_uart_init|brcm,bcm6345-uart
drivers/tty/serial/bcm63xx_uart.c|SERIAL_BCM63XX|earlycon:bcm_early_console_setup|brcm,bcm6345-uart
drivers/tty/serial/cpm_uart/cpm_uart_core.c|SERIAL_CPM|console:cpm_uart_console_init device:cpm_uart_init|fsl,cpm1-scc-uart fsl,cpm1-smc-uart fsl,cpm2-scc-uart fsl,cpm2-smc-uart
drivers/tty/serial/digicolor-usart.c|SERIAL_CONEXANT_DIGICOLOR|device:digicolor_uart_init|cnxt,cx92755-usart
drivers/tty/serial/fsl_linflexuart.c|SERIAL_FSL_LINFLEXUART|device:linflex_serial_init|fsl,s32v234-linflexuart
drivers/tty/serial/fsl_linflexuart.c|SERIAL_FSL_LINFLEXUART|earlycon:linflex_early_console_setup|fsl,s32v234-linflexuart
drivers/tty/serial/fsl_lpuart.c|SERIAL_FSL_LPUART|device:lpuart_serial_init|fsl,imx7ulp-lpuart fsl,imx8qxp-lpuart fsl,imxrt1050-lpuart fsl,ls1021a-lpuart fsl,ls1028a-lpuart fsl,vf610-lpuart
drivers/tty/serial/fsl_lpuart.c|SERIAL_FSL_LPUART|earlycon:lpuart32_early_console_setup|fsl,ls1021a-lpuart
drivers/tty/serial/fsl_lpuart.c|SERIAL_FSL_LPUART|earlycon:lpuart32_imx_early_console_setup|fsl,imx7ulp-lpuart fsl,imx8qxp-lpuart fsl,imx8ulp-lpuart fsl,imxrt1050-lpuart
drivers/tty/serial/fsl_lpuart.c|SERIAL_FSL_LPUART|earlycon:lpuart_early_console_setup|fsl,vf610-lpuart
drivers/tty/serial/fsl_lpuart.c|SERIAL_FSL_LPUART|earlycon:ls1028a_early_console_setup|fsl,ls1028a-lpuart
drivers/tty/serial/imx.c|SERIAL_IMX|device:imx_uart_init|fsl,imx1-uart fsl,imx21-uart fsl,imx53-uart fsl,imx6q-uart
drivers/tty/serial/imx_earlycon.c|SERIAL_IMX_EARLYCON|earlycon:imx_console_early_setup|fsl,imx21-uart fsl,imx6q-uart
drivers/tty/serial/lantiq.c|SERIAL_LANTIQ|console:lqasc_console_init device:init_lqasc|intel,lgm-asc lantiq,asc
drivers/tty/serial/lantiq.c|SERIAL_LANTIQ|earlycon:lqasc_serial_early_console_setup|intel,lgm-asc lantiq,asc
drivers/tty/serial/liteuart.c|SERIAL_LITEUART|console:liteuart_console_init device:liteuart_init|litex,liteuart
drivers/tty/serial/liteuart.c|SERIAL_LITEUART|earlycon:early_liteuart_setup|litex,liteuart
drivers/tty/serial/lpc32xx_hs.c|SERIAL_HS_LPC32XX|console:lpc32xx_hsuart_console_init device:lpc32xx_hsuart_init|nxp,lpc3220-hsuart
drivers/tty/serial/meson_uart.c|SERIAL_MESON|device:meson_uart_init|amlogic,meson-gx-uart amlogic,meson-s4-uart amlogic,meson6-uart amlogic,meson8-uart amlogic,meson8b-uart
drivers/tty/serial/meson_uart.c|SERIAL_MESON|earlycon:meson_serial_early_console_setup|amlogic,meson-ao-uart
drivers/tty/serial/milbeaut_usio.c|SERIAL_MILBEAUT_USIO|console:mlb_usio_console_init device:mlb_usio_init|socionext,milbeaut-usio-uart
drivers/tty/serial/milbeaut_usio.c|SERIAL_MILBEAUT_USIO|earlycon:mlb_usio_early_console_setup|socionext,milbeaut-usio-uart
drivers/tty/serial/mpc52xx_uart.c|SERIAL_MPC52xx|console:mpc52xx_console_init device:mpc52xx_uart_init|fsl,mpc5121-psc-uart fsl,mpc5125-psc-uart fsl,mpc5200-psc-uart fsl,mpc5200b-psc-uart mpc5200-psc-uart mpc5200-serial
drivers/tty/serial/mps2-uart.c|SERIAL_MPS2_UART|arch:mps2_uart_init|arm,mps2-uart
drivers/tty/serial/mps2-uart.c|SERIAL_MPS2_UART|earlycon:mps2_early_console_setup|arm,mps2-uart
drivers/tty/serial/msm_serial.c|SERIAL_MSM|device:msm_serial_init|qcom,msm-uart qcom,msm-uartdm qcom,msm-uartdm-v1.1 qcom,msm-uartdm-v1.2 qcom,msm-uartdm-v1.3 qcom,msm-uartdm-v1.4
drivers/tty/serial/msm_serial.c|SERIAL_MSM|earlycon:msm_serial_early_console_setup_dm|qcom,msm-uartdm
drivers/tty/serial/msm_serial.c|SERIAL_MSM|earlycon:msm_serial_early_console_setup|qcom,msm-uart
drivers/tty/serial/mvebu-uart.c|SERIAL_MVEBU_UART|console:mvebu_uart_console_init arch:mvebu_uart_init|marvell,armada-3700-uart marvell,armada-3700-uart-clock marvell,armada-3700-uart-ext
drivers/tty/serial/mvebu-uart.c|SERIAL_MVEBU_UART|earlycon:mvebu_uart_early_console_setup|marvell,armada-3700-uart
drivers/tty/serial/mxs-auart.c|SERIAL_MXS_AUART|device:mxs_auart_init|alphascale,asm9260-auart fsl,imx23-auart fsl,imx28-auart
drivers/tty/serial/omap-serial.c|SERIAL_OMAP|device:serial_omap_init|ti,omap2-uart ti,omap3-uart ti,omap4-uart
drivers/tty/serial/omap-serial.c|SERIAL_OMAP|earlycon:early_omap_serial_setup|ti,omap2-uart ti,omap3-uart ti,omap4-uart
drivers/tty/serial/owl-uart.c|SERIAL_OWL|console:owl_uart_console_init device:owl_uart_init|actions,s500-uart actions,s900-uart
drivers/tty/serial/owl-uart.c|SERIAL_OWL|earlycon:owl_uart_early_console_setup|actions,owl-uart
drivers/tty/serial/pic32_uart.c|SERIAL_PIC32|console:pic32_console_init core:pic32_late_console_init arch:pic32_uart_init|microchip,pic32mzda-uart
drivers/tty/serial/pxa.c|SERIAL_PXA_NON8250|device:serial_pxa_init|mrvl,mmp-uart mrvl,pxa-uart
drivers/tty/serial/qcom_geni_serial.c|SERIAL_QCOM_GENI|device:qcom_geni_serial_init|qcom,geni-debug-uart qcom,geni-uart
drivers/tty/serial/qcom_geni_serial.c|SERIAL_QCOM_GENI|earlycon:qcom_geni_serial_earlycon_setup|qcom,geni-debug-uart
drivers/tty/serial/rda-uart.c|SERIAL_RDA|console:rda_uart_console_init device:rda_uart_init|rda,8810pl-uart
drivers/tty/serial/rda-uart.c|SERIAL_RDA|earlycon:rda_uart_early_console_setup|rda,8810pl-uart
drivers/tty/serial/samsung_tty.c|SERIAL_SAMSUNG|device:samsung_serial_init|apple,s5l-uart axis,artpec8-uart samsung,exynos4210-uart samsung,exynos5433-uart samsung,exynos850-uart samsung,s3c2410-uart samsung,s3c2412-uart samsung,s3c2440-uart samsung,s3c6400-uart samsung,s5pv210-uart
drivers/tty/serial/samsung_tty.c|SERIAL_SAMSUNG|earlycon:apple_s5l_early_console_setup|apple,s5l-uart
drivers/tty/serial/samsung_tty.c|SERIAL_SAMSUNG|earlycon:s3c2410_early_console_setup|samsung,s3c2410-uart
drivers/tty/serial/samsung_tty.c|SERIAL_SAMSUNG|earlycon:s3c2440_early_console_setup|samsung,s3c2412-uart samsung,s3c2440-uart samsung,s3c6400-uart
drivers/tty/serial/samsung_tty.c|SERIAL_SAMSUNG|earlycon:s5pv210_early_console_setup|axis,artpec8-uart samsung,exynos4210-uart samsung,s5pv210-uart
drivers/tty/serial/serial-tegra.c|SERIAL_TEGRA|device:tegra_uart_init|nvidia,tegra186-hsuart nvidia,tegra194-hsuart nvidia,tegra20-hsuart nvidia,tegra30-hsuart
drivers/tty/serial/sh-sci.c|SERIAL_SH_SCI|device:sci_init|renesas,hscif renesas,rcar-gen1-scif renesas,rcar-gen2-scif renesas,rcar-gen3-scif renesas,rcar-gen4-scif renesas,sci renesas,scif renesas,scif-r7s72100 renesas,scif-r7s9210 renesas,scif-r9a07g044 renesas,scifa renesas,scifb
drivers/tty/serial/sh-sci.c|SERIAL_SH_SCI|earlycon:hscif_early_console_setup|renesas,hscif
drivers/tty/serial/sh-sci.c|SERIAL_SH_SCI|earlycon:rzscifa_early_console_setup|renesas,scif-r7s9210 renesas,scif-r9a07g044
drivers/tty/serial/sh-sci.c|SERIAL_SH_SCI|earlycon:sci_early_console_setup|renesas,sci
drivers/tty/serial/sh-sci.c|SERIAL_SH_SCI|earlycon:scif_early_console_setup|renesas,scif
drivers/tty/serial/sh-sci.c|SERIAL_SH_SCI|earlycon:scifa_early_console_setup|renesas,scifa
drivers/tty/serial/sh-sci.c|SERIAL_SH_SCI|earlycon:scifb_early_console_setup|renesas,scifb
drivers/tty/serial/sifive.c|SERIAL_SIFIVE|console:sifive_console_init device:sifive_serial_init|sifive,fu540-c000-uart0 sifive,uart0
drivers/tty/serial/sifive.c|SERIAL_SIFIVE|earlycon:early_sifive_serial_setup|sifive,fu540-c000-uart0 sifive,uart0
drivers/tty/serial/sprd_serial.c|SERIAL_SPRD|device:sprd_platform_driver_init console:sprd_serial_console_init|sprd,sc9836-uart
drivers/tty/serial/sprd_serial.c|SERIAL_SPRD|earlycon:sprd_early_console_setup|sprd,sc9836-uart
drivers/tty/serial/st-asc.c|SERIAL_ST_ASC|device:asc_init|st,asc
drivers/tty/serial/stm32-usart.c|SERIAL_STM32|device:stm32_usart_init|st,stm32-uart st,stm32f7-uart st,stm32h7-uart
drivers/tty/serial/stm32-usart.c|SERIAL_STM32|earlycon:early_stm32_f4_serial_setup|st,stm32-uart
drivers/tty/serial/stm32-usart.c|SERIAL_STM32|earlycon:early_stm32_f7_serial_setup|st,stm32f7-uart
drivers/tty/serial/stm32-usart.c|SERIAL_STM32|earlycon:early_stm32_h7_serial_setup|st,stm32h7-uart
drivers/tty/serial/sunhv.c|SERIAL_SUNHV|device:sunhv_init|SUNW,sun4v-console qcn
drivers/tty/serial/sunplus-uart.c|SERIAL_SUNPLUS|device:sunplus_uart_init|sunplus,sp7021-uart
drivers/tty/serial/sunplus-uart.c|SERIAL_SUNPLUS|earlycon:sunplus_uart_early_setup|sunplus,sp7021-uart
drivers/tty/serial/sunsab.c|SERIAL_SUNSAB|device:sunsab_init|sab82532
drivers/tty/serial/sunsu.c|SERIAL_SUNSU|device:sunsu_init|su
drivers/tty/serial/tegra-tcu.c|SERIAL_TEGRA_TCU|device:tegra_tcu_driver_init|nvidia,tegra194-tcu
drivers/tty/serial/uartlite.c|SERIAL_UARTLITE|device:ulite_init|xlnx,opb-uartlite-1.00.b xlnx,xps-uartlite-1.00.a
drivers/tty/serial/uartlite.c|SERIAL_UARTLITE|earlycon:early_uartlite_setup|xlnx,opb-uartlite-1.00.b xlnx,xps-uartlite-1.00.a
drivers/tty/serial/ucc_uart.c|SERIAL_QE|device:ucc_uart_init|fsl,t1040-ucc-uart ucc_uart
drivers/tty/serial/vt8500_serial.c|SERIAL_VT8500|device:vt8500_serial_init|via,vt8500-uart wm,wm8880-uart
drivers/tty/serial/xilinx_uartps.c|SERIAL_XILINX_PS_UART|arch:cdns_uart_init|cdns,uart-r1p12 cdns,uart-r1p8 xlnx,xuartps xlnx,zynqmp-uart
drivers/tty/serial/xilinx_uartps.c|SERIAL_XILINX_PS_UART|earlycon:cdns_early_console_setup|cdns,uart-r1p12 cdns,uart-r1p8 xlnx,xuartps xlnx,zynqmp-uart
drivers/ufs/host/cdns-pltfrm.c|SCSI_UFS_CDNS_PLATFORM|device:cdns_ufs_pltfrm_driver_init|cdns,ufshc cdns,ufshc-m31-16nm
drivers/ufs/host/tc-dwc-g210-pltfrm.c|SCSI_UFS_DWC_TC_PLATFORM|device:tc_dwc_g210_pltfm_driver_init|snps,g210-tc-6.00-20bit snps,g210-tc-6.00-40bit
drivers/ufs/host/ti-j721e-ufs.c|SCSI_UFS_TI_J721E|device:ti_j721e_ufs_driver_init|ti,j721e-ufs
drivers/ufs/host/ufs-exynos.c|SCSI_UFS_EXYNOS|device:exynos_ufs_pltform_init|samsung,exynos7-ufs samsung,exynosautov9-ufs samsung,exynosautov9-ufs-vh tesla,fsd-ufs
drivers/ufs/host/ufs-hisi.c|SCSI_UFS_HISI|device:ufs_hisi_pltform_init|hisilicon,hi3660-ufs hisilicon,hi3670-ufs
drivers/ufs/host/ufs-mediatek.c|SCSI_UFS_MEDIATEK|device:ufs_mtk_pltform_init|mediatek,mt8183-ufshci
drivers/ufs/host/ufs-qcom.c|SCSI_UFS_QCOM|device:ufs_qcom_pltform_init|qcom,ufshc
drivers/uio/uio_fsl_elbc_gpcm.c|UIO_FSL_ELBC_GPCM|device:uio_fsl_elbc_gpcm_driver_init|fsl,elbc-gpcm-uio
drivers/usb/cdns3/cdns3-imx.c|USB_CDNS3_IMX|device:cdns_imx_driver_init|fsl,imx8qm-usb3
drivers/usb/cdns3/cdns3-plat.c|USB_CDNS_SUPPORT|device:cdns3_driver_init|cdns,usb3
drivers/usb/cdns3/cdns3-ti.c|USB_CDNS3_TI|device:cdns_ti_driver_init|ti,am64-usb ti,j721e-usb
drivers/usb/chipidea/ci_hdrc_imx.c|USB_CHIPIDEA_IMX|device:ci_hdrc_imx_driver_init|fsl,imx23-usb fsl,imx27-usb fsl,imx28-usb fsl,imx6q-usb fsl,imx6sl-usb fsl,imx6sx-usb fsl,imx6ul-usb fsl,imx7d-usb fsl,imx7ulp-usb fsl,imx8ulp-usb
drivers/usb/chipidea/ci_hdrc_msm.c|USB_CHIPIDEA_MSM|device:ci_hdrc_msm_driver_init|qcom,ci-hdrc
drivers/usb/chipidea/ci_hdrc_tegra.c|USB_CHIPIDEA_TEGRA|device:tegra_usb_driver_init|nvidia,tegra114-udc nvidia,tegra124-udc nvidia,tegra20-ehci nvidia,tegra20-udc nvidia,tegra30-ehci nvidia,tegra30-udc
drivers/usb/chipidea/ci_hdrc_usb2.c|USB_CHIPIDEA_GENERIC|device:ci_hdrc_usb2_driver_init|chipidea,usb2 lsi,zevio-usb xlnx,zynq-usb-2.20a
drivers/usb/chipidea/usbmisc_imx.c|USB_CHIPIDEA_IMX|device:usbmisc_imx_driver_init|fsl,imx25-usbmisc fsl,imx27-usbmisc fsl,imx35-usbmisc fsl,imx51-usbmisc fsl,imx53-usbmisc fsl,imx6q-usbmisc fsl,imx6sx-usbmisc fsl,imx6ul-usbmisc fsl,imx7d-usbmisc fsl,imx7ulp-usbmisc fsl,vf610-usbmisc
drivers/usb/common/usb-conn-gpio.c|USB_CONN_GPIO|device:usb_conn_driver_init|gpio-usb-b-connector
drivers/usb/dwc2/params.c|USB_DWC2|device:dwc2_platform_driver_init|amcc,dwc-otg amlogic,meson-g12a-usb amlogic,meson-gxbb-usb amlogic,meson8-usb amlogic,meson8b-usb apm,apm82181-dwc-otg brcm,bcm2835-usb hisilicon,hi6220-usb ingenic,jz4775-otg ingenic,jz4780-otg ingenic,x1000-otg ingenic,x1600-otg ingenic,x1700-otg ingenic,x1830-otg ingenic,x2000-otg intel,socfpga-agilex-hsotg lantiq,arx100-usb lantiq,xrx200-usb rockchip,rk3066-usb samsung,s3c6400-hsotg snps,dwc2 st,stm32f4x9-fsotg st,stm32f4x9-hsotg st,stm32f7-hsotg st,stm32mp15-fsotg st,stm32mp15-hsotg
drivers/usb/dwc3/core.c|USB_DWC3|device:dwc3_driver_init|snps,dwc3 synopsys,dwc3
drivers/usb/dwc3/dwc3-am62.c|USB_DWC3_AM62|device:dwc3_ti_driver_init|ti,am62-usb
drivers/usb/dwc3/dwc3-exynos.c|USB_DWC3_EXYNOS|device:dwc3_exynos_driver_init|samsung,exynos5250-dwusb3 samsung,exynos5433-dwusb3 samsung,exynos7-dwusb3
drivers/usb/dwc3/dwc3-imx8mp.c|USB_DWC3_IMX8MP|device:dwc3_imx8mp_driver_init|fsl,imx8mp-dwc3
drivers/usb/dwc3/dwc3-keystone.c|USB_DWC3_KEYSTONE|device:kdwc3_driver_init|ti,am654-dwc3 ti,keystone-dwc3
drivers/usb/dwc3/dwc3-meson-g12a.c|USB_DWC3_MESON_G12A|device:dwc3_meson_g12a_driver_init|amlogic,meson-a1-usb-ctrl amlogic,meson-axg-usb-ctrl amlogic,meson-g12a-usb-ctrl amlogic,meson-gxl-usb-ctrl amlogic,meson-gxm-usb-ctrl
drivers/usb/dwc3/dwc3-of-simple.c|USB_DWC3_OF_SIMPLE|device:dwc3_of_simple_driver_init|allwinner,sun50i-h6-dwc3 cavium,octeon-7130-usb-uctl hisilicon,hi3670-dwc3 intel,keembay-dwc3 rockchip,rk3399-dwc3 sprd,sc9860-dwc3
drivers/usb/dwc3/dwc3-omap.c|USB_DWC3_OMAP|device:dwc3_omap_driver_init|ti,am437x-dwc3 ti,dwc3
drivers/usb/dwc3/dwc3-qcom.c|USB_DWC3_QCOM|device:dwc3_qcom_driver_init|qcom,dwc3
drivers/usb/dwc3/dwc3-st.c|USB_DWC3_ST|device:st_dwc3_driver_init|st,stih407-dwc3
drivers/usb/dwc3/dwc3-xilinx.c|USB_DWC3_XILINX|device:dwc3_xlnx_driver_init|xlnx,versal-dwc3 xlnx,zynqmp-dwc3
drivers/usb/gadget/udc/aspeed-vhub/core.c|USB_ASPEED_VHUB|device:ast_vhub_driver_init|aspeed,ast2400-usb-vhub aspeed,ast2500-usb-vhub aspeed,ast2600-usb-vhub
drivers/usb/gadget/udc/aspeed_udc.c|USB_ASPEED_UDC|device:ast_udc_driver_init|aspeed,ast2600-udc
drivers/usb/gadget/udc/at91_udc.c|USB_AT91|device:at91_udc_driver_init|atmel,at91rm9200-udc atmel,at91sam9260-udc atmel,at91sam9261-udc atmel,at91sam9263-udc
drivers/usb/gadget/udc/atmel_usba_udc.c|USB_ATMEL_USBA|device:udc_driver_init|atmel,at91sam9g45-pmc atmel,at91sam9g45-udc atmel,at91sam9rl-pmc atmel,at91sam9rl-udc atmel,at91sam9x5-pmc atmel,sama5d3-udc microchip,sam9x60-udc
drivers/usb/gadget/udc/bdc/bdc_core.c|USB_BDC_UDC|device:bdc_driver_init|brcm,bdc brcm,bdc-udc-v2
drivers/usb/gadget/udc/fsl_qe_udc.c|USB_FSL_QE|device:udc_driver_init|fsl,mpc8272-cpm-usb fsl,mpc8323-qe-usb fsl,mpc8360-qe-usb
drivers/usb/gadget/udc/lpc32xx_udc.c|USB_LPC32XX|device:lpc32xx_udc_driver_init|nxp,lpc3220-udc
drivers/usb/gadget/udc/max3420_udc.c|USB_MAX3420_UDC|device:max3420_driver_init|maxim,max3420-udc maxim,max3421-udc
drivers/usb/gadget/udc/pxa27x_udc.c|USB_PXA27X|device:udc_driver_init|marvell,pxa270-udc
drivers/usb/gadget/udc/renesas_usb3.c|USB_RENESAS_USB3|device:renesas_usb3_driver_init|renesas,r8a774c0-usb3-peri renesas,r8a7795-usb3-peri renesas,r8a77990-usb3-peri renesas,rcar-gen3-usb3-peri renesas,rzv2m-usb3-peri
drivers/usb/gadget/udc/snps_udc_plat.c|USB_SNP_UDC_PLAT|device:udc_plat_driver_init|brcm,cygnus-udc brcm,iproc-udc brcm,ns2-udc
drivers/usb/gadget/udc/tegra-xudc.c|USB_TEGRA_XUDC|device:tegra_xudc_driver_init|nvidia,tegra186-xudc nvidia,tegra194-xudc nvidia,tegra210-xudc
drivers/usb/gadget/udc/udc-xilinx.c|USB_GADGET_XILINX|device:xudc_driver_init|xlnx,usb2-device-4.00.a
drivers/usb/host/ehci-atmel.c|USB_EHCI_HCD_AT91|device:ehci_atmel_init|atmel,at91sam9g45-ehci
drivers/usb/host/ehci-brcm.c|USB_EHCI_BRCMSTB|device:ehci_brcm_init|brcm,bcm7445-ehci brcm,ehci-brcm-v2
drivers/usb/host/ehci-exynos.c|USB_EHCI_EXYNOS|device:ehci_exynos_init|samsung,exynos4210-ehci
drivers/usb/host/ehci-mv.c|USB_EHCI_MV|device:ehci_platform_init|marvell,pxau2o-ehci
drivers/usb/host/ehci-npcm7xx.c|USB_EHCI_HCD_NPCM7XX|device:ehci_npcm7xx_init|nuvoton,npcm750-ehci
drivers/usb/host/ehci-omap.c|USB_EHCI_HCD_OMAP|device:ehci_omap_init|ti,ehci-omap
drivers/usb/host/ehci-orion.c|USB_EHCI_HCD_ORION|device:ehci_orion_init|marvell,armada-3700-ehci marvell,orion-ehci
drivers/usb/host/ehci-platform.c|USB_EHCI_HCD_PLATFORM|device:ehci_platform_init|cavium,octeon-6335-ehci generic-ehci via,vt8500-ehci wm,prizm-ehci
drivers/usb/host/ehci-ppc-of.c|||usb-ehci
drivers/usb/host/ehci-spear.c|USB_EHCI_HCD_SPEAR|device:ehci_spear_init|st,spear600-ehci
drivers/usb/host/ehci-st.c|USB_EHCI_HCD_STI|device:ehci_platform_init|st,st-ehci-300x
drivers/usb/host/ehci-xilinx-of.c|||xlnx,xps-usb-host-1.00.a
drivers/usb/host/fhci-hcd.c|USB_FHCI_HCD|device:of_fhci_driver_init|fsl,mpc8323-qe-usb
drivers/usb/host/fotg210-hcd.c|USB_FOTG210_HCD|device:fotg210_hcd_init|faraday,fotg210
drivers/usb/host/fsl-mph-dr-of.c|USB_FSL_USB2|device:fsl_usb2_mph_dr_driver_init|fsl,mpc5121-usb2-dr fsl-usb2-dr fsl-usb2-mph
drivers/usb/host/max3421-hcd.c|USB_MAX3421_HCD|device:max3421_driver_init|maxim,max3421
drivers/usb/host/octeon-hcd.c|USB_OCTEON_HCD|device:octeon_usb_driver_init|cavium,octeon-5750-usbc
drivers/usb/host/ohci-at91.c|USB_OHCI_HCD_AT91|device:ohci_at91_init|atmel,at91rm9200-ohci
drivers/usb/host/ohci-da8xx.c|USB_OHCI_HCD_DAVINCI|device:ohci_da8xx_init|ti,da830-ohci
drivers/usb/host/ohci-exynos.c|USB_OHCI_EXYNOS|device:ohci_exynos_init|samsung,exynos4210-ohci
drivers/usb/host/ohci-nxp.c|USB_OHCI_HCD_LPC32XX|device:ohci_nxp_init|nxp,ohci-nxp
drivers/usb/host/ohci-platform.c|USB_OHCI_HCD_PLATFORM|device:ohci_platform_init|cavium,octeon-6335-ohci generic-ohci ti,ohci-omap3
drivers/usb/host/ohci-ppc-of.c|||ohci-be ohci-bigendian ohci-le ohci-littledian
drivers/usb/host/ohci-pxa27x.c|USB_OHCI_HCD_PXA27X|device:ohci_pxa27x_init|marvell,pxa-ohci
drivers/usb/host/ohci-s3c2410.c|USB_OHCI_HCD_S3C2410|device:ohci_s3c2410_init|samsung,s3c2410-ohci
drivers/usb/host/ohci-spear.c|USB_OHCI_HCD_SPEAR|device:ohci_spear_init|st,spear600-ohci
drivers/usb/host/ohci-st.c|USB_OHCI_HCD_STI|device:ohci_platform_init|st,st-ohci-300x
drivers/usb/host/uhci-platform.c|||generic-uhci platform-uhci
drivers/usb/host/xhci-histb.c|USB_XHCI_HISTB|device:xhci_histb_init|hisilicon,hi3798cv200-xhci
drivers/usb/host/xhci-mtk.c|USB_XHCI_MTK|device:xhci_mtk_init|mediatek,mt8173-xhci mediatek,mt8195-xhci mediatek,mtk-xhci
drivers/usb/host/xhci-plat.c|USB_XHCI_PLATFORM|device:xhci_plat_init|brcm,bcm7445-xhci brcm,xhci-brcm-v2 generic-xhci marvell,armada-375-xhci marvell,armada-380-xhci marvell,armada3700-xhci renesas,rcar-gen2-xhci renesas,rcar-gen3-xhci renesas,xhci-r8a7790 renesas,xhci-r8a7791 renesas,xhci-r8a7793 renesas,xhci-r8a7795 renesas,xhci-r8a7796 xhci-platform
drivers/usb/host/xhci-tegra.c|USB_XHCI_TEGRA|device:tegra_xusb_init|nvidia,tegra124-xusb nvidia,tegra186-xusb nvidia,tegra194-xusb nvidia,tegra210-xusb
drivers/usb/isp1760/isp1760-if.c|USB_ISP1760|device:isp1760_init|nxp,usb-isp1760 nxp,usb-isp1761 nxp,usb-isp1763
drivers/usb/misc/brcmstb-usb-pinmap.c|BRCM_USB_PINMAP|device:brcmstb_usb_pinmap_init|brcm,usb-pinmap
drivers/usb/misc/qcom_eud.c|USB_QCOM_EUD|device:eud_driver_init|qcom,sc7280-eud
drivers/usb/misc/usb251xb.c|USB_HUB_USB251XB|device:usb251xb_i2c_driver_init|microchip,usb2422 microchip,usb2512b microchip,usb2512bi microchip,usb2513b microchip,usb2513bi microchip,usb2514b microchip,usb2514bi microchip,usb2517 microchip,usb2517i
drivers/usb/misc/usb3503.c|USB_HSIC_USB3503|device:usb3503_init|smsc,usb3503 smsc,usb3503a
drivers/usb/misc/usb4604.c|USB_HSIC_USB4604|device:usb4604_i2c_driver_init|smsc,usb4604
drivers/usb/mtu3/mtu3_plat.c|USB_MTU3|device:mtu3_driver_init|mediatek,mt8173-mtu3 mediatek,mtu3
drivers/usb/musb/da8xx.c|USB_MUSB_DA8XX|device:da8xx_driver_init|ti,da830-musb
drivers/usb/musb/jz4740.c|USB_MUSB_JZ4740|device:jz4740_driver_init|ingenic,jz4740-musb ingenic,jz4770-musb
drivers/usb/musb/mediatek.c|USB_MUSB_MEDIATEK|device:mtk_musb_driver_init|mediatek,mtk-musb
drivers/usb/musb/mpfs.c|USB_MUSB_POLARFIRE_SOC|device:mpfs_musb_driver_init|microchip,mpfs-musb
drivers/usb/musb/musb_dsps.c|USB_MUSB_DSPS|device:dsps_usbss_driver_init|ti,musb-am33xx ti,musb-dm816
drivers/usb/musb/omap2430.c|USB_MUSB_OMAP2PLUS|device:omap2430_driver_init|ti,omap3-musb ti,omap4-musb
drivers/usb/musb/sunxi.c|USB_MUSB_SUNXI|device:sunxi_musb_driver_init|allwinner,sun4i-a10-musb allwinner,sun6i-a31-musb allwinner,sun8i-a33-musb allwinner,sun8i-h3-musb
drivers/usb/musb/ux500.c|USB_MUSB_UX500|device:ux500_driver_init|stericsson,db8500-musb
drivers/usb/phy/phy-am335x-control.c|AM335X_CONTROL_USB|device:am335x_control_driver_init|ti,am335x-usb-ctrl-module
drivers/usb/phy/phy-am335x.c|AM335X_PHY_USB|device:am335x_phy_driver_init|ti,am335x-usb-phy
drivers/usb/phy/phy-generic.c|NOP_USB_XCEIV|subsys:usb_phy_generic_init|usb-nop-xceiv
drivers/usb/phy/phy-isp1301.c|USB_ISP1301|device:isp1301_driver_init|nxp,isp1301
drivers/usb/phy/phy-jz4770.c|JZ4770_PHY|device:ingenic_phy_driver_init|ingenic,jz4770-phy ingenic,jz4780-phy ingenic,x1000-phy ingenic,x1830-phy
drivers/usb/phy/phy-keystone.c|KEYSTONE_USB_PHY|device:keystone_usbphy_driver_init|ti,keystone-usbphy
drivers/usb/phy/phy-mxs-usb.c|USB_MXS_PHY|postcore:mxs_phy_module_init|fsl,imx23-usbphy fsl,imx6q-usbphy fsl,imx6sl-usbphy fsl,imx6sx-usbphy fsl,imx6ul-usbphy fsl,imx7ulp-usbphy fsl,vf610-usbphy
drivers/usb/phy/phy-tegra-usb.c|USB_TEGRA_PHY|device:tegra_usb_phy_driver_init|nvidia,tegra20-usb-phy nvidia,tegra30-usb-phy
drivers/usb/phy/phy-twl6030-usb.c|TWL6030_USB|subsys:twl6030_usb_init|ti,twl6030-usb
drivers/usb/renesas_usbhs/common.c|USB_RENESAS_USBHS|device:renesas_usbhs_driver_init|renesas,rcar-gen2-usbhs renesas,rcar-gen3-usbhs renesas,rza1-usbhs renesas,rza2-usbhs renesas,usbhs-r8a774c0 renesas,usbhs-r8a7790 renesas,usbhs-r8a7791 renesas,usbhs-r8a7794 renesas,usbhs-r8a7795 renesas,usbhs-r8a7796 renesas,usbhs-r8a77990 renesas,usbhs-r8a77995
drivers/usb/typec/anx7411.c|TYPEC_ANX7411|device:anx7411_driver_init|analogix,anx7411
drivers/usb/typec/hd3ss3220.c|TYPEC_HD3SS3220|device:hd3ss3220_driver_init|ti,hd3ss3220
drivers/usb/typec/mux/fsa4480.c|TYPEC_MUX_FSA4480|device:fsa4480_driver_init|fcs,fsa4480
drivers/usb/typec/qcom-pmic-typec.c|TYPEC_QCOM_PMIC|device:qcom_pmic_typec_init|qcom,pm8150b-usb-typec
drivers/usb/typec/stusb160x.c|TYPEC_STUSB160X|device:stusb160x_driver_init|st,stusb1600
drivers/usb/typec/tcpm/fusb302.c|TYPEC_FUSB302|device:fusb302_driver_init|fcs,fusb302
drivers/usb/typec/tcpm/tcpci.c|TYPEC_TCPCI|device:tcpci_i2c_driver_init|nxp,ptn5110 tcpci
drivers/usb/typec/tcpm/tcpci_maxim.c|TYPEC_TCPCI_MAXIM|device:max_tcpci_i2c_driver_init|maxim,max33359
drivers/usb/typec/tcpm/tcpci_mt6370.c|TYPEC_TCPCI_MT6370|device:mt6370_tcpc_driver_init|mediatek,mt6370-tcpc
drivers/usb/typec/tcpm/tcpci_rt1711h.c|TYPEC_RT1711H|device:rt1711h_i2c_driver_init|richtek,rt1711h richtek,rt1715
drivers/usb/typec/tipd/core.c|TYPEC_TPS6598X|device:tps6598x_i2c_driver_init|apple,cd321x ti,tps6598x
drivers/usb/typec/wusb3801.c|TYPEC_WUSB3801|device:wusb3801_driver_init|willsemi,wusb3801
drivers/video/backlight/arcxcnn_bl.c|BACKLIGHT_ARCXCNN|device:arcxcnn_driver_init|arc,arc2c0608
drivers/video/backlight/gpio_backlight.c|BACKLIGHT_GPIO|device:gpio_backlight_driver_init|gpio-backlight
drivers/video/backlight/hx8357.c|LCD_HX8357|device:hx8357_driver_init|himax,hx8357 himax,hx8369
drivers/video/backlight/ktd253-backlight.c|BACKLIGHT_KTD253|device:ktd253_backlight_driver_init|kinetic,ktd253 kinetic,ktd259
drivers/video/backlight/led_bl.c|BACKLIGHT_LED|device:led_bl_driver_init|led-backlight
drivers/video/backlight/lm3630a_bl.c|BACKLIGHT_LM3630A|device:lm3630a_i2c_driver_init|ti,lm3630a
drivers/video/backlight/lp855x_bl.c|BACKLIGHT_LP855X|device:lp855x_driver_init|ti,lp8550 ti,lp8551 ti,lp8552 ti,lp8553 ti,lp8555 ti,lp8556 ti,lp8557
drivers/video/backlight/mt6370-backlight.c|BACKLIGHT_MT6370|device:mt6370_bl_driver_init|mediatek,mt6370-backlight mediatek,mt6372-backlight
drivers/video/backlight/pwm_bl.c|BACKLIGHT_PWM|device:pwm_backlight_driver_init|pwm-backlight
drivers/video/backlight/qcom-wled.c|BACKLIGHT_QCOM_WLED|device:wled_driver_init|qcom,pm6150l-wled qcom,pm660l-wled qcom,pm8150l-wled qcom,pm8941-wled qcom,pmi8994-wled qcom,pmi8998-wled
drivers/video/backlight/rave-sp-backlight.c|BACKLIGHT_RAVE_SP|device:rave_sp_backlight_driver_init|zii,rave-sp-backlight
drivers/video/backlight/sky81452-backlight.c|BACKLIGHT_SKY81452|device:sky81452_bl_driver_init|skyworks,sky81452-backlight
drivers/video/backlight/tps65217_bl.c|BACKLIGHT_TPS65217|device:tps65217_bl_driver_init|ti,tps65217-bl
drivers/video/fbdev/atmel_lcdfb.c|FB_ATMEL|device:atmel_lcdfb_driver_init|atmel,at91sam9261-lcdc atmel,at91sam9263-lcdc atmel,at91sam9g10-lcdc atmel,at91sam9g45-lcdc atmel,at91sam9g45es-lcdc atmel,at91sam9rl-lcdc
drivers/video/fbdev/clps711x-fb.c|FB_CLPS711X|device:clps711x_fb_driver_init|cirrus,ep7209-fb
drivers/video/fbdev/fsl-diu-fb.c|FB_FSL_DIU|device:fsl_diu_init|fsl,diu fsl,mpc5121-diu
drivers/video/fbdev/goldfishfb.c|FB_GOLDFISH|device:goldfish_fb_driver_init|google,goldfish-fb
drivers/video/fbdev/imxfb.c|FB_IMX|device:imxfb_driver_init|fsl,imx1-fb fsl,imx21-fb
drivers/video/fbdev/mb862xx/mb862xxfbdrv.c|FB_MB862XX|device:mb862xxfb_init|fujitsu,MB86276 fujitsu,MB86277 fujitsu,MB86293 fujitsu,MB86294 fujitsu,coral fujitsu,lime fujitsu,mint
drivers/video/fbdev/ocfb.c|FB_OPENCORES|device:ocfb_init|opencores,ocfb
drivers/video/fbdev/offb.c|FB_OF|device:offb_init|display
drivers/video/fbdev/omap2/omapfb/displays/connector-analog-tv.c|FB_OMAP2_CONNECTOR_ANALOG_TV|device:tvc_connector_driver_init|omapdss,composite-video-connector omapdss,svideo-connector
drivers/video/fbdev/omap2/omapfb/displays/connector-dvi.c|FB_OMAP2_CONNECTOR_DVI|device:dvi_connector_driver_init|omapdss,dvi-connector
drivers/video/fbdev/omap2/omapfb/displays/connector-hdmi.c|FB_OMAP2_CONNECTOR_HDMI|device:hdmi_connector_driver_init|omapdss,hdmi-connector
drivers/video/fbdev/omap2/omapfb/displays/encoder-opa362.c|FB_OMAP2_ENCODER_OPA362|device:opa362_driver_init|omapdss,ti,opa362
drivers/video/fbdev/omap2/omapfb/displays/encoder-tfp410.c|FB_OMAP2_ENCODER_TFP410|device:tfp410_driver_init|omapdss,ti,tfp410
drivers/video/fbdev/omap2/omapfb/displays/encoder-tpd12s015.c|FB_OMAP2_ENCODER_TPD12S015|device:tpd_driver_init|omapdss,ti,tpd12s015
drivers/video/fbdev/omap2/omapfb/displays/panel-dpi.c|FB_OMAP2_PANEL_DPI|device:panel_dpi_driver_init|omapdss,panel-dpi
drivers/video/fbdev/omap2/omapfb/displays/panel-dsi-cm.c|FB_OMAP2_PANEL_DSI_CM|device:dsicm_driver_init|omapdss,panel-dsi-cm
drivers/video/fbdev/omap2/omapfb/displays/panel-lgphilips-lb035q02.c|FB_OMAP2_PANEL_LGPHILIPS_LB035Q02|device:lb035q02_spi_driver_init|omapdss,lgphilips,lb035q02
drivers/video/fbdev/omap2/omapfb/displays/panel-nec-nl8048hl11.c|FB_OMAP2_PANEL_NEC_NL8048HL11|device:nec_8048_driver_init|omapdss,nec,nl8048hl11
drivers/video/fbdev/omap2/omapfb/displays/panel-sharp-ls037v7dw01.c|FB_OMAP2_PANEL_SHARP_LS037V7DW01|device:sharp_ls_driver_init|omapdss,sharp,ls037v7dw01
drivers/video/fbdev/omap2/omapfb/displays/panel-sony-acx565akm.c|FB_OMAP2_PANEL_SONY_ACX565AKM|device:acx565akm_driver_init|omapdss,sony,acx565akm
drivers/video/fbdev/omap2/omapfb/displays/panel-tpo-td028ttec1.c|FB_OMAP2_PANEL_TPO_TD028TTEC1|device:td028ttec1_spi_driver_init|omapdss,toppoly,td028ttec1 omapdss,tpo,td028ttec1
drivers/video/fbdev/omap2/omapfb/displays/panel-tpo-td043mtea1.c|FB_OMAP2_PANEL_TPO_TD043MTEA1|device:tpo_td043_spi_driver_init|omapdss,tpo,td043mtea1
drivers/video/fbdev/omap2/omapfb/dss/dispc.c|FB_OMAP2_DSS|device:omap_dss_init|ti,dra7-dispc ti,omap2-dispc ti,omap3-dispc ti,omap4-dispc ti,omap5-dispc
drivers/video/fbdev/omap2/omapfb/dss/dsi.c|FB_OMAP2_DSS_DSI|device:omap_dss_init|ti,omap3-dsi ti,omap4-dsi ti,omap5-dsi
drivers/video/fbdev/omap2/omapfb/dss/dss.c|FB_OMAP2_DSS|device:omap_dss_init|ti,dra7-dss ti,omap2-dss ti,omap3-dss ti,omap4-dss ti,omap5-dss
drivers/video/fbdev/omap2/omapfb/dss/hdmi4.c|FB_OMAP4_DSS_HDMI|device:omap_dss_init|ti,omap4-hdmi
drivers/video/fbdev/omap2/omapfb/dss/hdmi5.c|FB_OMAP5_DSS_HDMI|device:omap_dss_init|ti,dra7-hdmi ti,omap5-hdmi
drivers/video/fbdev/omap2/omapfb/dss/omapdss-boot-init.c|FB_OMAP2_DSS_INIT|subsys:omapdss_boot_init|ti,dra7-dss ti,omap2-dss ti,omap3-dss ti,omap4-dss ti,omap5-dss
drivers/video/fbdev/omap2/omapfb/dss/venc.c|FB_OMAP2_DSS_VENC|device:omap_dss_init|ti,omap2-venc ti,omap3-venc ti,omap4-venc
drivers/video/fbdev/pxa3xx-gcu.c|PXA3XX_GCU|device:pxa3xx_gcu_driver_init|marvell,pxa300-gcu
drivers/video/fbdev/pxafb.c|FB_PXA|device:pxafb_init|marvell,pxa270-lcdc marvell,pxa2xx-lcdc marvell,pxa300-lcdc
drivers/video/fbdev/simplefb.c|FB_SIMPLE|device:simplefb_driver_init|simple-framebuffer
drivers/video/fbdev/ssd1307fb.c|FB_SSD1307|device:ssd1307fb_driver_init|solomon,ssd1305fb-i2c solomon,ssd1306fb-i2c solomon,ssd1307fb-i2c solomon,ssd1309fb-i2c
drivers/video/fbdev/vt8500lcdfb.c|FB_VT8500|device:vt8500lcd_driver_init|via,vt8500-fb
drivers/video/fbdev/wm8505fb.c|FB_WM8505|device:wm8505fb_driver_init|wm,wm8505-fb
drivers/video/fbdev/wmt_ge_rops.c|FB_WMT_GE_ROPS|device:wmt_ge_rops_driver_init|wm,prizm-ge-rops
drivers/video/fbdev/xilinxfb.c|FB_XILINX|device:xilinxfb_of_driver_init|xlnx,plb-dvi-cntlr-ref-1.00.c xlnx,plb-tft-cntlr-ref-1.00.a xlnx,xps-tft-1.00.a xlnx,xps-tft-2.00.a xlnx,xps-tft-2.01.a
drivers/virtio/virtio_mmio.c|VIRTIO_MMIO|device:virtio_mmio_init|virtio,mmio
drivers/w1/masters/mxc_w1.c|W1_MASTER_MXC|device:mxc_w1_driver_init|fsl,imx21-owire
drivers/w1/masters/omap_hdq.c|HDQ_MASTER_OMAP|device:omap_hdq_driver_init|ti,am4372-hdq ti,omap3-1w
drivers/w1/masters/w1-gpio.c|W1_MASTER_GPIO|device:w1_gpio_driver_init|w1-gpio
drivers/watchdog/apple_wdt.c|APPLE_WATCHDOG|device:apple_wdt_driver_init|apple,t8103-wdt apple,wdt
drivers/watchdog/arm_smc_wdt.c|ARM_SMC_WATCHDOG|device:smcwd_driver_init|arm,smc-wdt
drivers/watchdog/armada_37xx_wdt.c|ARMADA_37XX_WATCHDOG|device:armada_37xx_wdt_driver_init|marvell,armada-3700-wdt
drivers/watchdog/asm9260_wdt.c|ASM9260_WATCHDOG|device:asm9260_wdt_driver_init|alphascale,asm9260-wdt
drivers/watchdog/aspeed_wdt.c|ASPEED_WATCHDOG|arch:aspeed_wdt_init|aspeed,ast2400-wdt aspeed,ast2500-wdt aspeed,ast2600-wdt
drivers/watchdog/at91rm9200_wdt.c|AT91RM9200_WATCHDOG|device:at91_wdt_init|atmel,at91rm9200-wdt
drivers/watchdog/at91sam9_wdt.c|AT91SAM9X_WATCHDOG|device:at91wdt_driver_init|atmel,at91sam9260-wdt
drivers/watchdog/ath79_wdt.c|ATH79_WDT|device:ath79_wdt_driver_init|qca,ar7130-wdt
drivers/watchdog/bcm7038_wdt.c|BCM7038_WDT|device:bcm7038_wdt_driver_init|brcm,bcm6345-wdt brcm,bcm7038-wdt
drivers/watchdog/bcm_kona_wdt.c|BCM_KONA_WDT|device:bcm_kona_wdt_driver_init|brcm,kona-wdt
drivers/watchdog/cadence_wdt.c|CADENCE_WATCHDOG|device:cdns_wdt_driver_init|cdns,wdt-r1p2
drivers/watchdog/da9062_wdt.c|DA9062_WATCHDOG|device:da9062_wdt_driver_init|dlg,da9062-watchdog
drivers/watchdog/davinci_wdt.c|DAVINCI_WATCHDOG|device:platform_wdt_driver_init|ti,davinci-wdt
drivers/watchdog/digicolor_wdt.c|DIGICOLOR_WATCHDOG|device:dc_wdt_driver_init|cnxt,cx92755-wdt
drivers/watchdog/dw_wdt.c|DW_WATCHDOG|device:dw_wdt_driver_init|snps,dw-wdt
drivers/watchdog/ftwdt010_wdt.c|FTWDT010_WATCHDOG|device:ftwdt010_wdt_driver_init|cortina,gemini-watchdog faraday,ftwdt010
drivers/watchdog/gef_wdt.c|GEF_WDT|device:gef_wdt_init|gef,fpga-wdt
drivers/watchdog/gpio_wdt.c|GPIO_WATCHDOG|device:gpio_wdt_driver_init arch:gpio_wdt_init|linux,wdt-gpio
drivers/watchdog/imgpdc_wdt.c|IMGPDC_WDT|device:pdc_wdt_driver_init|img,pdc-wdt
drivers/watchdog/imx2_wdt.c|IMX2_WDT|device:imx2_wdt_driver_init|fsl,imx21-wdt fsl,imx7d-wdt
drivers/watchdog/imx7ulp_wdt.c|IMX7ULP_WDT|device:imx7ulp_wdt_driver_init|fsl,imx7ulp-wdt fsl,imx8ulp-wdt fsl,imx93-wdt
drivers/watchdog/imx_sc_wdt.c|IMX_SC_WDT|device:imx_sc_wdt_driver_init|fsl,imx-sc-wdt
drivers/watchdog/jz4740_wdt.c|JZ4740_WDT|device:jz4740_wdt_driver_init|ingenic,jz4740-watchdog ingenic,jz4780-watchdog
drivers/watchdog/keembay_wdt.c|KEEMBAY_WATCHDOG|device:keembay_wdt_driver_init|intel,keembay-wdt
drivers/watchdog/lantiq_wdt.c|LANTIQ_WDT|device:ltq_wdt_driver_init|lantiq,falcon-wdt lantiq,wdt lantiq,xrx100-wdt
drivers/watchdog/lpc18xx_wdt.c|LPC18XX_WATCHDOG|device:lpc18xx_wdt_driver_init|nxp,lpc1850-wwdt
drivers/watchdog/max63xx_wdt.c|MAX63XX_WATCHDOG|device:max63xx_wdt_driver_init|maxim,max6369 maxim,max6370 maxim,max6371 maxim,max6372 maxim,max6373 maxim,max6374
drivers/watchdog/mena21_wdt.c|MEN_A21_WDT|device:a21_wdt_driver_init|men,a021-wdt
drivers/watchdog/meson_gxbb_wdt.c|MESON_GXBB_WATCHDOG|device:meson_gxbb_wdt_driver_init|amlogic,meson-gxbb-wdt
drivers/watchdog/meson_wdt.c|MESON_WATCHDOG|device:meson_wdt_driver_init|amlogic,meson6-wdt amlogic,meson8-wdt amlogic,meson8b-wdt amlogic,meson8m2-wdt
drivers/watchdog/moxart_wdt.c|MOXART_WDT|device:moxart_wdt_driver_init|moxa,moxart-watchdog
drivers/watchdog/mpc8xxx_wdt.c|8xxx_WDT|arch:mpc8xxx_wdt_init|fsl,mpc823-wdt fsl,mpc8610-wdt mpc83xx_wdt
drivers/watchdog/msc313e_wdt.c|MSC313E_WATCHDOG|device:msc313e_wdt_driver_init|mstar,msc313e-wdt
drivers/watchdog/mt7621_wdt.c|MT7621_WDT|device:mt7621_wdt_driver_init|mediatek,mt7621-wdt
drivers/watchdog/mtk_wdt.c|MEDIATEK_WATCHDOG|device:mtk_wdt_driver_init|mediatek,mt2712-wdt mediatek,mt6589-wdt mediatek,mt7986-wdt mediatek,mt8183-wdt mediatek,mt8186-wdt mediatek,mt8192-wdt mediatek,mt8195-wdt
drivers/watchdog/npcm_wdt.c|NPCM7XX_WATCHDOG|device:npcm_wdt_driver_init|nuvoton,npcm750-wdt nuvoton,wpcm450-wdt
drivers/watchdog/of_xilinx_wdt.c|XILINX_WATCHDOG|device:xwdt_driver_init|xlnx,xps-timebase-wdt-1.00.a xlnx,xps-timebase-wdt-1.01.a
drivers/watchdog/omap_wdt.c|OMAP_WATCHDOG|device:omap_wdt_driver_init|ti,omap3-wdt
drivers/watchdog/orion_wdt.c|ORION_WATCHDOG|device:orion_wdt_driver_init|marvell,armada-370-wdt marvell,armada-375-wdt marvell,armada-380-wdt marvell,armada-xp-wdt marvell,orion-wdt
drivers/watchdog/pic32-dmt.c|PIC32_DMT|device:pic32_dmt_driver_init|microchip,pic32mzda-dmt
drivers/watchdog/pic32-wdt.c|PIC32_WDT|device:pic32_wdt_driver_init|microchip,pic32mzda-wdt
drivers/watchdog/pm8916_wdt.c|PM8916_WATCHDOG|device:pm8916_wdt_driver_init|qcom,pm8916-wdt
drivers/watchdog/pnx4008_wdt.c|PNX4008_WATCHDOG|device:platform_wdt_driver_init|nxp,pnx4008-wdt
drivers/watchdog/qcom-wdt.c|QCOM_WDT|device:qcom_watchdog_driver_init|qcom,kpss-timer qcom,kpss-wdt qcom,scss-timer
drivers/watchdog/rave-sp-wdt.c|RAVE_SP_WATCHDOG|device:rave_sp_wdt_driver_init|zii,rave-sp-watchdog zii,rave-sp-watchdog-legacy
drivers/watchdog/realtek_otto_wdt.c|REALTEK_OTTO_WDT|device:otto_wdt_driver_init|realtek,rtl8380-wdt realtek,rtl8390-wdt realtek,rtl9300-wdt realtek,rtl9310-wdt
drivers/watchdog/renesas_wdt.c|RENESAS_WDT|device:rwdt_driver_init|renesas,rcar-gen2-wdt renesas,rcar-gen3-wdt renesas,rcar-gen4-wdt
drivers/watchdog/rt2880_wdt.c|RALINK_WDT|device:rt288x_wdt_driver_init|ralink,rt2880-wdt
drivers/watchdog/rtd119x_wdt.c|RTD119X_WATCHDOG|device:rtd119x_wdt_driver_init|realtek,rtd1295-watchdog
drivers/watchdog/rti_wdt.c|K3_RTI_WATCHDOG|device:rti_wdt_driver_init|ti,j7-rti-wdt
drivers/watchdog/rza_wdt.c|RENESAS_RZAWDT|device:rza_wdt_driver_init|renesas,r7s9210-wdt renesas,rza-wdt
drivers/watchdog/rzg2l_wdt.c|RENESAS_RZG2LWDT|device:rzg2l_wdt_driver_init|renesas,rzg2l-wdt renesas,rzv2m-wdt
drivers/watchdog/rzn1_wdt.c|RENESAS_RZN1WDT|device:rzn1_wdt_driver_init|renesas,rzn1-wdt
drivers/watchdog/s3c2410_wdt.c|S3C2410_WATCHDOG|device:s3c2410wdt_driver_init|samsung,exynos5250-wdt samsung,exynos5420-wdt samsung,exynos7-wdt samsung,exynos850-wdt samsung,exynosautov9-wdt samsung,s3c2410-wdt samsung,s3c6410-wdt
drivers/watchdog/sama5d4_wdt.c|SAMA5D4_WATCHDOG|device:sama5d4_wdt_driver_init|atmel,sama5d4-wdt microchip,sam9x60-wdt microchip,sama7g5-wdt
drivers/watchdog/sbsa_gwdt.c|ARM_SBSA_WATCHDOG|device:sbsa_gwdt_driver_init|arm,sbsa-gwdt
drivers/watchdog/sl28cpld_wdt.c|SL28CPLD_WATCHDOG|device:sl28cpld_wdt_driver_init|kontron,sl28cpld-wdt
drivers/watchdog/sp805_wdt.c|ARM_SP805_WATCHDOG|device:sp805_wdt_driver_init|arm,sp805
drivers/watchdog/sprd_wdt.c|SPRD_WATCHDOG|device:sprd_watchdog_driver_init|sprd,sp9860-wdt
drivers/watchdog/st_lpc_wdt.c|ST_LPC_WATCHDOG|device:st_wdog_driver_init|st,stih407-lpc
drivers/watchdog/stm32_iwdg.c|STM32_WATCHDOG|device:stm32_iwdg_driver_init|st,stm32-iwdg st,stm32mp1-iwdg
drivers/watchdog/stpmic1_wdt.c|STPMIC1_WATCHDOG|device:stpmic1_wdt_driver_init|st,stpmic1-wdt
drivers/watchdog/sunplus_wdt.c|SUNPLUS_WATCHDOG|device:sp_wdt_driver_init|sunplus,sp7021-wdt
drivers/watchdog/sunxi_wdt.c|SUNXI_WATCHDOG|device:sunxi_wdt_driver_init|allwinner,sun20i-d1-wdt allwinner,sun4i-a10-wdt allwinner,sun6i-a31-wdt
drivers/watchdog/tegra_wdt.c|TEGRA_WATCHDOG|device:tegra_wdt_driver_init|nvidia,tegra30-timer
drivers/watchdog/ts4800_wdt.c|TS4800_WATCHDOG|device:ts4800_wdt_driver_init|technologic,ts4800-wdt
drivers/watchdog/twl4030_wdt.c|TWL4030_WATCHDOG|device:twl4030_wdt_driver_init|ti,twl4030-wdt
drivers/watchdog/uniphier_wdt.c|UNIPHIER_WATCHDOG|device:uniphier_wdt_driver_init|socionext,uniphier-wdt
drivers/watchdog/visconti_wdt.c|VISCONTI_WATCHDOG|device:visconti_wdt_driver_init|toshiba,visconti-wdt
drivers/watchdog/ziirave_wdt.c|ZIIRAVE_WATCHDOG|device:ziirave_wdt_driver_init|zii,rave-wdt
drivers/xen/grant-dma-iommu.c|XEN_GRANT_DMA_IOMMU|subsys:grant_dma_iommu_init|xen,grant-dma
kernel/dma/coherent.c|DMA_DECLARE_COHERENT|reserved-memory:rmem_dma_setup|shared-dma-pool
kernel/dma/contiguous.c|DMA_CMA|reserved-memory:rmem_cma_setup|shared-dma-pool
kernel/dma/swiotlb.c|SWIOTLB|reserved-memory:rmem_swiotlb_setup|restricted-dma-pool
net/rfkill/rfkill-gpio.c|RFKILL_GPIO|device:rfkill_gpio_driver_init|rfkill-gpio
sound/arm/aaci.c|SND_ARMAACI|device:aaci_driver_init|arm,pl041
sound/atmel/ac97c.c|SND_ATMEL_AC97C|device:atmel_ac97c_driver_init|atmel,at91sam9263-ac97c
sound/drivers/serial-generic.c|SND_SERIAL_GENERIC|device:snd_serial_generic_driver_init|serial-midi
sound/pci/hda/hda_tegra.c|SND_HDA_TEGRA|device:tegra_platform_hda_init|nvidia,tegra194-hda nvidia,tegra234-hda nvidia,tegra264-hda nvidia,tegra30-hda
sound/soc/adi/axi-i2s.c|SND_SOC_ADI_AXI_I2S|device:axi_i2s_driver_init|adi,axi-i2s-1.00.a
sound/soc/adi/axi-spdif.c|SND_SOC_ADI_AXI_SPDIF|device:axi_spdif_driver_init|adi,axi-spdif-tx-1.00.a
sound/soc/apple/mca.c|SND_SOC_APPLE_MCA|device:apple_mca_driver_init|apple,mca
sound/soc/atmel/atmel-classd.c|SND_ATMEL_SOC_CLASSD|device:atmel_classd_driver_init|atmel,sama5d2-classd
sound/soc/atmel/atmel-i2s.c|SND_ATMEL_SOC_I2S|device:atmel_i2s_driver_init|atmel,sama5d2-i2s
sound/soc/atmel/atmel-pdmic.c|SND_ATMEL_SOC_PDMIC|device:atmel_pdmic_driver_init|atmel,sama5d2-pdmic
sound/soc/atmel/atmel_wm8904.c|SND_ATMEL_SOC_WM8904|device:atmel_asoc_wm8904_driver_init|atmel,asoc-wm8904
sound/soc/atmel/mchp-i2s-mcc.c|SND_MCHP_SOC_I2S_MCC|device:mchp_i2s_mcc_driver_init|microchip,sam9x60-i2smcc microchip,sama7g5-i2smcc
sound/soc/atmel/mchp-pdmc.c|SND_MCHP_SOC_PDMC|device:mchp_pdmc_driver_init|microchip,sama7g5-pdmc
sound/soc/atmel/mchp-spdifrx.c|SND_MCHP_SOC_SPDIFRX|device:mchp_spdifrx_driver_init|microchip,sama7g5-spdifrx
sound/soc/atmel/mchp-spdiftx.c|SND_MCHP_SOC_SPDIFTX|device:mchp_spdiftx_driver_init|microchip,sama7g5-spdiftx
sound/soc/atmel/mikroe-proto.c|SND_SOC_MIKROE_PROTO|device:snd_proto_driver_init|mikroe,mikroe-proto
sound/soc/atmel/sam9g20_wm8731.c|SND_AT91_SOC_SAM9G20_WM8731|device:at91sam9g20ek_audio_driver_init|atmel,at91sam9g20ek-wm8731-audio
sound/soc/atmel/sam9x5_wm8731.c|SND_AT91_SOC_SAM9X5_WM8731|device:sam9x5_wm8731_driver_init|atmel,sam9x5-wm8731-audio
sound/soc/atmel/tse850-pcm5142.c|SND_ATMEL_SOC_TSE850_PCM5142|device:tse850_driver_init|axentia,tse850-pcm5142
sound/soc/bcm/bcm2835-i2s.c|SND_BCM2835_SOC_I2S|device:bcm2835_i2s_driver_init|brcm,bcm2835-i2s
sound/soc/bcm/bcm63xx-i2s-whistler.c|SND_BCM63XX_I2S_WHISTLER|device:bcm63xx_i2s_driver_init|brcm,bcm63xx-i2s
sound/soc/bcm/cygnus-ssp.c|SND_SOC_CYGNUS|device:cygnus_ssp_driver_init|brcm,cygnus-audio
sound/soc/codecs/adau1701.c|SND_SOC_ADAU1701|device:adau1701_i2c_driver_init|adi,adau1701
sound/soc/codecs/adau1761-i2c.c|SND_SOC_ADAU1761_I2C|device:adau1761_i2c_driver_init|adi,adau1361 adi,adau1461 adi,adau1761 adi,adau1961
sound/soc/codecs/adau1761-spi.c|SND_SOC_ADAU1761_SPI|device:adau1761_spi_driver_init|adi,adau1361 adi,adau1461 adi,adau1761 adi,adau1961
sound/soc/codecs/adau1781-i2c.c|SND_SOC_ADAU1781_I2C|device:adau1781_i2c_driver_init|adi,adau1381 adi,adau1781
sound/soc/codecs/adau1781-spi.c|SND_SOC_ADAU1781_SPI|device:adau1781_spi_driver_init|adi,adau1381 adi,adau1781
sound/soc/codecs/adau1977-spi.c|SND_SOC_ADAU1977_SPI|device:adau1977_spi_driver_init|adi,adau1977 adi,adau1978 adi,adau1979
sound/soc/codecs/adau7002.c|SND_SOC_ADAU7002|device:adau7002_driver_init|adi,adau7002
sound/soc/codecs/adau7118-hw.c|SND_SOC_ADAU7118_HW|device:adau7118_driver_hw_init|adi,adau7118
sound/soc/codecs/adau7118-i2c.c|SND_SOC_ADAU7118_I2C|device:adau7118_driver_init|adi,adau7118
sound/soc/codecs/ads117x.c|SND_SOC_ADS117X|device:ads117x_codec_driver_init|ti,ads1174 ti,ads1178
sound/soc/codecs/ak4104.c|SND_SOC_AK4104|device:ak4104_spi_driver_init|asahi-kasei,ak4104
sound/soc/codecs/ak4118.c|SND_SOC_AK4118|device:ak4118_i2c_driver_init|asahi-kasei,ak4118
sound/soc/codecs/ak4375.c|SND_SOC_AK4375|device:ak4375_i2c_driver_init|asahi-kasei,ak4375
sound/soc/codecs/ak4458.c|SND_SOC_AK4458|device:ak4458_i2c_driver_init|asahi-kasei,ak4458 asahi-kasei,ak4497
sound/soc/codecs/ak4554.c|SND_SOC_AK4554|device:ak4554_driver_init|asahi-kasei,ak4554
sound/soc/codecs/ak4613.c|SND_SOC_AK4613|device:ak4613_i2c_driver_init|asahi-kasei,ak4613
sound/soc/codecs/ak4642.c|SND_SOC_AK4642|device:ak4642_i2c_driver_init|asahi-kasei,ak4642 asahi-kasei,ak4643 asahi-kasei,ak4648
sound/soc/codecs/ak5386.c|SND_SOC_AK5386|device:ak5386_driver_init|asahi-kasei,ak5386
sound/soc/codecs/ak5558.c|SND_SOC_AK5558|device:ak5558_i2c_driver_init|asahi-kasei,ak5552 asahi-kasei,ak5558
sound/soc/codecs/alc5623.c|SND_SOC_ALC5623|device:alc5623_i2c_driver_init|realtek,alc5623
sound/soc/codecs/alc5632.c|SND_SOC_ALC5632|device:alc5632_i2c_driver_init|realtek,alc5632
sound/soc/codecs/aw8738.c|SND_SOC_AW8738|device:aw8738_driver_init|awinic,aw8738
sound/soc/codecs/bd28623.c|SND_SOC_BD28623|device:bd28623_codec_driver_init|rohm,bd28623
sound/soc/codecs/bt-sco.c|SND_SOC_BT_SCO|device:bt_sco_driver_init|delta,dfbmcs320 linux,bt-sco
sound/soc/codecs/cros_ec_codec.c|SND_SOC_CROS_EC_CODEC|device:cros_ec_codec_platform_driver_init|google,cros-ec-codec
sound/soc/codecs/cs35l32.c|SND_SOC_CS35L32|device:cs35l32_i2c_driver_init|cirrus,cs35l32
sound/soc/codecs/cs35l33.c|SND_SOC_CS35L33|device:cs35l33_i2c_driver_init|cirrus,cs35l33
sound/soc/codecs/cs35l34.c|SND_SOC_CS35L34|device:cs35l34_modinit|cirrus,cs35l34
sound/soc/codecs/cs35l35.c|SND_SOC_CS35L35|device:cs35l35_i2c_driver_init|cirrus,cs35l35
sound/soc/codecs/cs35l36.c|SND_SOC_CS35L36|device:cs35l36_i2c_driver_init|cirrus,cs35l36
sound/soc/codecs/cs35l41-i2c.c|SND_SOC_CS35L41_I2C|device:cs35l41_i2c_driver_init|cirrus,cs35l40 cirrus,cs35l41
sound/soc/codecs/cs35l41-spi.c|SND_SOC_CS35L41_SPI|device:cs35l41_spi_driver_init|cirrus,cs35l40 cirrus,cs35l41
sound/soc/codecs/cs35l45-i2c.c|SND_SOC_CS35L45_I2C|device:cs35l45_i2c_driver_init|cirrus,cs35l45
sound/soc/codecs/cs35l45-spi.c|SND_SOC_CS35L45_SPI|device:cs35l45_spi_driver_init|cirrus,cs35l45
sound/soc/codecs/cs4234.c|SND_SOC_CS4234|device:cs4234_i2c_driver_init|cirrus,cs4234
sound/soc/codecs/cs4265.c|SND_SOC_CS4265|device:cs4265_i2c_driver_init|cirrus,cs4265
sound/soc/codecs/cs4270.c|SND_SOC_CS4270|device:cs4270_i2c_driver_init|cirrus,cs4270
sound/soc/codecs/cs4271.c|SND_SOC_CS4271||cirrus,cs4271
sound/soc/codecs/cs42l51-i2c.c|SND_SOC_CS42L51_I2C|device:cs42l51_i2c_driver_init|cirrus,cs42l51
sound/soc/codecs/cs42l52.c|SND_SOC_CS42L52|device:cs42l52_i2c_driver_init|cirrus,cs42l52
sound/soc/codecs/cs42l56.c|SND_SOC_CS42L56|device:cs42l56_i2c_driver_init|cirrus,cs42l56
sound/soc/codecs/cs42l73.c|SND_SOC_CS42L73|device:cs42l73_i2c_driver_init|cirrus,cs42l73
sound/soc/codecs/cs42xx8.c|SND_SOC_CS42XX8||cirrus,cs42448 cirrus,cs42888
sound/soc/codecs/cs43130.c|SND_SOC_CS43130|device:cs43130_i2c_driver_init|cirrus,cs43130 cirrus,cs43131 cirrus,cs43198 cirrus,cs4399
sound/soc/codecs/cs4349.c|SND_SOC_CS4349|device:cs4349_i2c_driver_init|cirrus,cs4349
sound/soc/codecs/cs53l30.c|SND_SOC_CS53L30|device:cs53l30_i2c_driver_init|cirrus,cs53l30
sound/soc/codecs/da7213.c|SND_SOC_DA7213|device:da7213_i2c_driver_init|dlg,da7212 dlg,da7213
sound/soc/codecs/da7218.c|SND_SOC_DA7218|device:da7218_i2c_driver_init|dlg,da7217 dlg,da7218
sound/soc/codecs/da7219.c|SND_SOC_DA7219|device:da7219_i2c_driver_init|dlg,da7219
sound/soc/codecs/da9055.c|SND_SOC_DA9055|device:da9055_i2c_driver_init|dlg,da9055-codec
sound/soc/codecs/dmic.c|SND_SOC_DMIC|device:dmic_driver_init|dmic-codec
sound/soc/codecs/es7134.c|SND_SOC_ES7134|device:es7134_driver_init|everest,es7134 everest,es7144 everest,es7154
sound/soc/codecs/es7241.c|SND_SOC_ES7241|device:es7241_driver_init|everest,es7241
sound/soc/codecs/es8316.c|SND_SOC_ES8316|device:es8316_i2c_driver_init|everest,es8316
sound/soc/codecs/es8326.c|SND_SOC_ES8326|device:es8326_i2c_driver_init|everest,es8326
sound/soc/codecs/es8328-i2c.c|SND_SOC_ES8328_I2C|device:es8328_i2c_driver_init|everest,es8328 everest,es8388
sound/soc/codecs/es8328-spi.c|SND_SOC_ES8328_SPI|device:es8328_spi_driver_init|everest,es8328
sound/soc/codecs/gtm601.c|SND_SOC_GTM601|device:gtm601_codec_driver_init|broadmobi,bm818 option,gtm601
sound/soc/codecs/ics43432.c|SND_SOC_ICS43432|device:ics43432_driver_init|cui,cmm-4030d-261 invensense,ics43432
sound/soc/codecs/inno_rk3036.c|SND_SOC_INNO_RK3036|device:rk3036_codec_platform_driver_init|rockchip,rk3036-codec
sound/soc/codecs/jz4725b.c|SND_SOC_JZ4725B_CODEC|device:jz4725b_codec_driver_init|ingenic,jz4725b-codec
sound/soc/codecs/jz4740.c|SND_SOC_JZ4740_CODEC|device:jz4740_codec_driver_init|ingenic,jz4740-codec
sound/soc/codecs/jz4760.c|SND_SOC_JZ4760_CODEC|device:jz4760_codec_driver_init|ingenic,jz4760-codec
sound/soc/codecs/jz4770.c|SND_SOC_JZ4770_CODEC|device:jz4770_codec_driver_init|ingenic,jz4770-codec
sound/soc/codecs/lochnagar-sc.c|SND_SOC_LOCHNAGAR_SC|device:lochnagar_sc_codec_driver_init|cirrus,lochnagar2-soundcard
sound/soc/codecs/lpass-rx-macro.c|SND_SOC_LPASS_RX_MACRO|device:rx_macro_driver_init|qcom,sc7280-lpass-rx-macro qcom,sc8280xp-lpass-rx-macro qcom,sm8250-lpass-rx-macro qcom,sm8450-lpass-rx-macro
sound/soc/codecs/lpass-tx-macro.c|SND_SOC_LPASS_TX_MACRO|device:tx_macro_driver_init|qcom,sc7280-lpass-tx-macro qcom,sc8280xp-lpass-tx-macro qcom,sm8250-lpass-tx-macro qcom,sm8450-lpass-tx-macro
sound/soc/codecs/lpass-va-macro.c|SND_SOC_LPASS_VA_MACRO|device:va_macro_driver_init|qcom,sc7280-lpass-va-macro qcom,sc8280xp-lpass-va-macro qcom,sm8250-lpass-va-macro qcom,sm8450-lpass-va-macro
sound/soc/codecs/lpass-wsa-macro.c|SND_SOC_LPASS_WSA_MACRO|device:wsa_macro_driver_init|qcom,sc7280-lpass-wsa-macro qcom,sc8280xp-lpass-wsa-macro qcom,sm8250-lpass-wsa-macro qcom,sm8450-lpass-wsa-macro
sound/soc/codecs/max9759.c|SND_SOC_MAX9759|device:max9759_driver_init|maxim,max9759
sound/soc/codecs/max98088.c|SND_SOC_MAX98088|device:max98088_i2c_driver_init|maxim,max98088 maxim,max98089
sound/soc/codecs/max98090.c|SND_SOC_MAX98090|device:max98090_i2c_driver_init|maxim,max98090 maxim,max98091
sound/soc/codecs/max98095.c|SND_SOC_MAX98095|device:max98095_i2c_driver_init|maxim,max98095
sound/soc/codecs/max98357a.c|SND_SOC_MAX98357A|device:max98357a_platform_driver_init|maxim,max98357a maxim,max98360a
sound/soc/codecs/max98371.c|SND_SOC_MAX98371|device:max98371_i2c_driver_init|maxim,max98371
sound/soc/codecs/max98373-i2c.c|SND_SOC_MAX98373_I2C|device:max98373_i2c_driver_init|maxim,max98373
sound/soc/codecs/max98373-sdw.c|SND_SOC_MAX98373_SDW|device:max98373_sdw_driver_init|maxim,max98373
sound/soc/codecs/max98390.c|SND_SOC_MAX98390|device:max98390_i2c_driver_init|maxim,max98390
sound/soc/codecs/max98396.c|SND_SOC_MAX98396|device:max98396_i2c_driver_init|adi,max98396 adi,max98397
sound/soc/codecs/max98504.c|SND_SOC_MAX98504|device:max98504_i2c_driver_init|maxim,max98504
sound/soc/codecs/max98520.c|SND_SOC_MAX98520|device:max98520_i2c_driver_init|maxim,max98520
sound/soc/codecs/max9860.c|SND_SOC_MAX9860|device:max9860_i2c_driver_init|maxim,max9860
sound/soc/codecs/max9867.c|SND_SOC_MAX9867|device:max9867_i2c_driver_init|maxim,max9867
sound/soc/codecs/max98925.c|SND_SOC_MAX98925|device:max98925_i2c_driver_init|maxim,max98925
sound/soc/codecs/max98926.c|SND_SOC_MAX98926|device:max98926_i2c_driver_init|maxim,max98926
sound/soc/codecs/max98927.c|SND_SOC_MAX98927|device:max98927_i2c_driver_init|maxim,max98927
sound/soc/codecs/msm8916-wcd-analog.c|SND_SOC_MSM8916_WCD_ANALOG|device:pm8916_wcd_analog_spmi_driver_init|qcom,pm8916-wcd-analog-codec
sound/soc/codecs/msm8916-wcd-digital.c|SND_SOC_MSM8916_WCD_DIGITAL|device:msm8916_wcd_digital_driver_init|qcom,msm8916-wcd-digital-codec
sound/soc/codecs/mt6351.c|SND_SOC_MT6351|device:mt6351_codec_driver_init|mediatek,mt6351-sound
sound/soc/codecs/mt6358.c|SND_SOC_MT6358|device:mt6358_platform_driver_init|mediatek,mt6358-sound mediatek,mt6366-sound
sound/soc/codecs/nau8315.c|SND_SOC_NAU8315|device:nau8315_platform_driver_init|nuvoton,nau8315
sound/soc/codecs/nau8540.c|SND_SOC_NAU8540|device:nau8540_i2c_driver_init|nuvoton,nau8540
sound/soc/codecs/nau8810.c|SND_SOC_NAU8810|device:nau8810_i2c_driver_init|nuvoton,nau8810 nuvoton,nau8812 nuvoton,nau8814
sound/soc/codecs/nau8821.c|SND_SOC_NAU8821|device:nau8821_driver_init|nuvoton,nau8821
sound/soc/codecs/nau8822.c|SND_SOC_NAU8822|device:nau8822_i2c_driver_init|nuvoton,nau8822
sound/soc/codecs/nau8824.c|SND_SOC_NAU8824|device:nau8824_i2c_driver_init|nuvoton,nau8824
sound/soc/codecs/nau8825.c|SND_SOC_NAU8825|device:nau8825_driver_init|nuvoton,nau8825
sound/soc/codecs/pcm1681.c|SND_SOC_PCM1681|device:pcm1681_i2c_driver_init|ti,pcm1681
sound/soc/codecs/pcm1789-i2c.c|SND_SOC_PCM1789_I2C|device:pcm1789_i2c_driver_init|ti,pcm1789
sound/soc/codecs/pcm179x-i2c.c|SND_SOC_PCM179X_I2C|device:pcm179x_i2c_driver_init|ti,pcm1792a
sound/soc/codecs/pcm179x-spi.c|SND_SOC_PCM179X_SPI|device:pcm179x_spi_driver_init|ti,pcm1792a
sound/soc/codecs/pcm186x-i2c.c|SND_SOC_PCM186X_I2C|device:pcm186x_i2c_driver_init|ti,pcm1862 ti,pcm1863 ti,pcm1864 ti,pcm1865
sound/soc/codecs/pcm186x-spi.c|SND_SOC_PCM186X_SPI|device:pcm186x_spi_driver_init|ti,pcm1862 ti,pcm1863 ti,pcm1864 ti,pcm1865
sound/soc/codecs/pcm3060-i2c.c|SND_SOC_PCM3060_I2C|device:pcm3060_i2c_driver_init|ti,pcm3060
sound/soc/codecs/pcm3060-spi.c|SND_SOC_PCM3060_SPI|device:pcm3060_spi_driver_init|ti,pcm3060
sound/soc/codecs/pcm3168a-i2c.c|SND_SOC_PCM3168A_I2C|device:pcm3168a_i2c_driver_init|ti,pcm3168a
sound/soc/codecs/pcm3168a-spi.c|SND_SOC_PCM3168A_SPI|device:pcm3168a_spi_driver_init|ti,pcm3168a
sound/soc/codecs/pcm5102a.c|SND_SOC_PCM5102A|device:pcm5102a_codec_driver_init|ti,pcm5102a
sound/soc/codecs/pcm512x-i2c.c|SND_SOC_PCM512x_I2C|device:pcm512x_i2c_driver_init|ti,pcm5121 ti,pcm5122 ti,pcm5141 ti,pcm5142
sound/soc/codecs/pcm512x-spi.c|SND_SOC_PCM512x_SPI|device:pcm512x_spi_driver_init|ti,pcm5121 ti,pcm5122 ti,pcm5141 ti,pcm5142
sound/soc/codecs/rk3328_codec.c|SND_SOC_RK3328|device:rk3328_codec_driver_init|rockchip,rk3328-codec
sound/soc/codecs/rt1011.c|SND_SOC_RT1011|device:rt1011_i2c_driver_init|realtek,rt1011
sound/soc/codecs/rt1015.c|SND_SOC_RT1015|device:rt1015_i2c_driver_init|realtek,rt1015
sound/soc/codecs/rt1015p.c|SND_SOC_RT1015P|device:rt1015p_platform_driver_init|realtek,rt1015p realtek,rt1019p
sound/soc/codecs/rt1016.c|SND_SOC_RT1016|device:rt1016_i2c_driver_init|realtek,rt1016
sound/soc/codecs/rt1019.c|SND_SOC_RT1019|device:rt1019_i2c_driver_init|realtek,rt1019
sound/soc/codecs/rt1305.c|SND_SOC_RT1305|device:rt1305_i2c_driver_init|realtek,rt1305 realtek,rt1306
sound/soc/codecs/rt1308.c|SND_SOC_RT1308|device:rt1308_i2c_driver_init|realtek,rt1308
sound/soc/codecs/rt274.c|SND_SOC_RT274|device:rt274_i2c_driver_init|realtek,rt274
sound/soc/codecs/rt5514-spi.c|SND_SOC_RT5514_SPI|device:rt5514_spi_driver_init|realtek,rt5514
sound/soc/codecs/rt5514.c|SND_SOC_RT5514|device:rt5514_i2c_driver_init|realtek,rt5514
sound/soc/codecs/rt5616.c|SND_SOC_RT5616|device:rt5616_i2c_driver_init|realtek,rt5616
sound/soc/codecs/rt5631.c|SND_SOC_RT5631|device:rt5631_i2c_driver_init|realtek,alc5631 realtek,rt5631
sound/soc/codecs/rt5640.c|SND_SOC_RT5640|device:rt5640_i2c_driver_init|realtek,rt5639 realtek,rt5640
sound/soc/codecs/rt5645.c|SND_SOC_RT5645|device:rt5645_i2c_driver_init|realtek,rt5645 realtek,rt5650
sound/soc/codecs/rt5651.c|SND_SOC_RT5651|device:rt5651_i2c_driver_init|realtek,rt5651
sound/soc/codecs/rt5659.c|SND_SOC_RT5659|device:rt5659_i2c_driver_init|realtek,rt5658 realtek,rt5659
sound/soc/codecs/rt5660.c|SND_SOC_RT5660|device:rt5660_i2c_driver_init|realtek,rt5660
sound/soc/codecs/rt5663.c|SND_SOC_RT5663|device:rt5663_i2c_driver_init|realtek,rt5663
sound/soc/codecs/rt5665.c|SND_SOC_RT5665|device:rt5665_i2c_driver_init|realtek,rt5665 realtek,rt5666
sound/soc/codecs/rt5668.c|SND_SOC_RT5668|device:rt5668_i2c_driver_init|realtek,rt5668b
sound/soc/codecs/rt5677.c|SND_SOC_RT5677|device:rt5677_i2c_driver_init|realtek,rt5677
sound/soc/codecs/rt5682-i2c.c|SND_SOC_RT5682_I2C|device:rt5682_i2c_driver_init|realtek,rt5682i
sound/soc/codecs/rt5682s.c|SND_SOC_RT5682S|device:rt5682s_i2c_driver_init|realtek,rt5682s
sound/soc/codecs/sgtl5000.c|SND_SOC_SGTL5000|device:sgtl5000_i2c_driver_init|fsl,sgtl5000
sound/soc/codecs/simple-amplifier.c|SND_SOC_SIMPLE_AMPLIFIER|device:simple_amp_driver_init|dioo,dio2125 simple-audio-amplifier
sound/soc/codecs/simple-mux.c|SND_SOC_SIMPLE_MUX|device:simple_mux_driver_init|simple-audio-mux
sound/soc/codecs/spdif_receiver.c|SND_SOC_SPDIF|device:spdif_dir_driver_init|linux,spdif-dir
sound/soc/codecs/spdif_transmitter.c|SND_SOC_SPDIF|device:spdif_dit_driver_init|linux,spdif-dit
sound/soc/codecs/src4xxx-i2c.c|SND_SOC_SRC4XXX_I2C|device:src4xxx_i2c_driver_init|ti,src4392
sound/soc/codecs/ssm2305.c|SND_SOC_SSM2305|device:ssm2305_driver_init|adi,ssm2305
sound/soc/codecs/ssm2518.c|SND_SOC_SSM2518|device:ssm2518_driver_init|adi,ssm2518
sound/soc/codecs/ssm2602-i2c.c|SND_SOC_SSM2602_I2C|device:ssm2602_i2c_driver_init|adi,ssm2602 adi,ssm2603 adi,ssm2604
sound/soc/codecs/ssm2602-spi.c|SND_SOC_SSM2602_SPI|device:ssm2602_spi_driver_init|adi,ssm2602
sound/soc/codecs/ssm4567.c|SND_SOC_SSM4567|device:ssm4567_driver_init|adi,ssm4567
sound/soc/codecs/sta32x.c|SND_SOC_STA32X|device:sta32x_i2c_driver_init|st,sta32x
sound/soc/codecs/sta350.c|SND_SOC_STA350|device:sta350_i2c_driver_init|st,sta350
sound/soc/codecs/sta529.c|SND_SOC_STA529|device:sta529_i2c_driver_init|st,sta529
sound/soc/codecs/sti-sas.c|SND_SOC_STI_SAS|device:sti_sas_platform_driver_init|st,stih407-sas-codec
sound/soc/codecs/tas2552.c|SND_SOC_TAS2552|device:tas2552_i2c_driver_init|ti,tas2552
sound/soc/codecs/tas2562.c|SND_SOC_TAS2562|device:tas2562_i2c_driver_init|ti,tas2110 ti,tas2562 ti,tas2563 ti,tas2564
sound/soc/codecs/tas2764.c|SND_SOC_TAS2764|device:tas2764_i2c_driver_init|ti,tas2764
sound/soc/codecs/tas2770.c|SND_SOC_TAS2770|device:tas2770_i2c_driver_init|ti,tas2770
sound/soc/codecs/tas2780.c|SND_SOC_TAS2780|device:tas2780_i2c_driver_init|ti,tas2780
sound/soc/codecs/tas5086.c|SND_SOC_TAS5086|device:tas5086_i2c_driver_init|ti,tas5086
sound/soc/codecs/tas571x.c|SND_SOC_TAS571X|device:tas571x_i2c_driver_init|ti,tas5707 ti,tas5711 ti,tas5717 ti,tas5719 ti,tas5721
sound/soc/codecs/tas5720.c|SND_SOC_TAS5720|device:tas5720_i2c_driver_init|ti,tas5720 ti,tas5722
sound/soc/codecs/tas5805m.c|SND_SOC_TAS5805M|device:tas5805m_i2c_driver_init|ti,tas5805m
sound/soc/codecs/tas6424.c|SND_SOC_TAS6424|device:tas6424_i2c_driver_init|ti,tas6424
sound/soc/codecs/tda7419.c|SND_SOC_TDA7419|device:tda7419_driver_init|st,tda7419
sound/soc/codecs/tfa9879.c|SND_SOC_TFA9879|device:tfa9879_i2c_driver_init|nxp,tfa9879
sound/soc/codecs/tfa989x.c|SND_SOC_TFA989X|device:tfa989x_i2c_driver_init|nxp,tfa9890 nxp,tfa9895 nxp,tfa9897
sound/soc/codecs/tlv320adc3xxx.c|SND_SOC_TLV320ADC3XXX|device:adc3xxx_i2c_driver_init|ti,tlv320adc3001 ti,tlv320adc3101
sound/soc/codecs/tlv320adcx140.c|SND_SOC_TLV320ADCX140|device:adcx140_i2c_driver_init|ti,tlv320adc3140 ti,tlv320adc5140 ti,tlv320adc6140
sound/soc/codecs/tlv320aic23-i2c.c|SND_SOC_TLV320AIC23_I2C|device:tlv320aic23_i2c_driver_init|ti,tlv320aic23
sound/soc/codecs/tlv320aic31xx.c|SND_SOC_TLV320AIC31XX|device:aic31xx_i2c_driver_init|ti,tlv320aic3100 ti,tlv320aic310x ti,tlv320aic3110 ti,tlv320aic3111 ti,tlv320aic311x ti,tlv320aic3120 ti,tlv320dac3100 ti,tlv320dac3101
sound/soc/codecs/tlv320aic32x4-i2c.c|SND_SOC_TLV320AIC32X4_I2C|device:aic32x4_i2c_driver_init|ti,tas2505 ti,tlv320aic32x4 ti,tlv320aic32x6
sound/soc/codecs/tlv320aic32x4-spi.c|SND_SOC_TLV320AIC32X4_SPI|device:aic32x4_spi_driver_init|ti,tlv320aic32x4 ti,tlv320aic32x6
sound/soc/codecs/tlv320aic3x-i2c.c|SND_SOC_TLV320AIC3X_I2C|device:aic3x_i2c_driver_init|ti,tlv320aic3007 ti,tlv320aic3104 ti,tlv320aic3106 ti,tlv320aic33 ti,tlv320aic3x
sound/soc/codecs/tlv320aic3x-spi.c|SND_SOC_TLV320AIC3X_SPI|device:aic3x_spi_driver_init|ti,tlv320aic3007 ti,tlv320aic3104 ti,tlv320aic3106 ti,tlv320aic33 ti,tlv320aic3x
sound/soc/codecs/tpa6130a2.c|SND_SOC_TPA6130A2|device:tpa6130a2_i2c_driver_init|ti,tpa6130a2 ti,tpa6140a2
sound/soc/codecs/ts3a227e.c|SND_SOC_TS3A227E|device:ts3a227e_driver_init|ti,ts3a227e
sound/soc/codecs/tscs42xx.c|SND_SOC_TSCS42XX|device:tscs42xx_i2c_driver_init|tempo,tscs42A1 tempo,tscs42A2
sound/soc/codecs/tscs454.c|SND_SOC_TSCS454|device:tscs454_i2c_driver_init|tempo,tscs454
sound/soc/codecs/uda1334.c|SND_SOC_UDA1334|device:uda1334_codec_driver_init|nxp,uda1334
sound/soc/codecs/uda1380.c|SND_SOC_UDA1380|device:uda1380_i2c_driver_init|nxp,uda1380
sound/soc/codecs/wcd938x.c|SND_SOC_WCD938X|device:wcd938x_codec_driver_init|qcom,wcd9380-codec qcom,wcd9385-codec
sound/soc/codecs/wm8510.c|SND_SOC_WM8510|device:wm8510_modinit|wlf,wm8510
sound/soc/codecs/wm8523.c|SND_SOC_WM8523|device:wm8523_i2c_driver_init|wlf,wm8523
sound/soc/codecs/wm8524.c|SND_SOC_WM8524|device:wm8524_codec_driver_init|wlf,wm8524
sound/soc/codecs/wm8580.c|SND_SOC_WM8580|device:wm8580_i2c_driver_init|wlf,wm8580 wlf,wm8581
sound/soc/codecs/wm8711.c|SND_SOC_WM8711|device:wm8711_modinit|wlf,wm8711
sound/soc/codecs/wm8728.c|SND_SOC_WM8728|device:wm8728_modinit|wlf,wm8728
sound/soc/codecs/wm8731-i2c.c|SND_SOC_WM8731_I2C|device:wm8731_i2c_driver_init|wlf,wm8731
sound/soc/codecs/wm8731-spi.c|SND_SOC_WM8731_SPI|device:wm8731_spi_driver_init|wlf,wm8731
sound/soc/codecs/wm8737.c|SND_SOC_WM8737|device:wm8737_modinit|wlf,wm8737
sound/soc/codecs/wm8741.c|SND_SOC_WM8741|device:wm8741_modinit|wlf,wm8741
sound/soc/codecs/wm8750.c|SND_SOC_WM8750|device:wm8750_modinit|wlf,wm8750 wlf,wm8987
sound/soc/codecs/wm8753.c|SND_SOC_WM8753|device:wm8753_modinit|wlf,wm8753
sound/soc/codecs/wm8770.c|SND_SOC_WM8770|device:wm8770_spi_driver_init|wlf,wm8770
sound/soc/codecs/wm8776.c|SND_SOC_WM8776|device:wm8776_modinit|wlf,wm8776
sound/soc/codecs/wm8782.c|SND_SOC_WM8782|device:wm8782_codec_driver_init|wlf,wm8782
sound/soc/codecs/wm8804-i2c.c|SND_SOC_WM8804_I2C|device:wm8804_i2c_driver_init|wlf,wm8804
sound/soc/codecs/wm8804-spi.c|SND_SOC_WM8804_SPI|device:wm8804_spi_driver_init|wlf,wm8804
sound/soc/codecs/wm8903.c|SND_SOC_WM8903|device:wm8903_i2c_driver_init|wlf,wm8903
sound/soc/codecs/wm8904.c|SND_SOC_WM8904|device:wm8904_i2c_driver_init|wlf,wm8904 wlf,wm8912
sound/soc/codecs/wm8940.c|SND_SOC_WM8940|device:wm8940_i2c_driver_init|wlf,wm8940
sound/soc/codecs/wm8960.c|SND_SOC_WM8960|device:wm8960_i2c_driver_init|wlf,wm8960
sound/soc/codecs/wm8962.c|SND_SOC_WM8962|device:wm8962_i2c_driver_init|wlf,wm8962
sound/soc/codecs/wm8974.c|SND_SOC_WM8974|device:wm8974_i2c_driver_init|wlf,wm8974
sound/soc/codecs/wm8978.c|SND_SOC_WM8978|device:wm8978_i2c_driver_init|wlf,wm8978
sound/soc/codecs/zl38060.c|SND_SOC_ZL38060|device:zl38060_spi_driver_init|mscc,zl38060
sound/soc/dwc/dwc-i2s.c|SND_DESIGNWARE_I2S|device:dw_i2s_driver_init|snps,designware-i2s
sound/soc/fsl/eukrea-tlv320.c|SND_SOC_EUKREA_TLV320|device:eukrea_tlv320_driver_init|eukrea,asoc-tlv320
sound/soc/fsl/fsl-asoc-card.c|SND_SOC_FSL_ASOC_CARD|device:fsl_asoc_card_driver_init|fsl,imx-audio-ac97 fsl,imx-audio-cs427x fsl,imx-audio-cs42888 fsl,imx-audio-mqs fsl,imx-audio-sgtl5000 fsl,imx-audio-si476x fsl,imx-audio-tlv320aic31xx fsl,imx-audio-tlv320aic32x4 fsl,imx-audio-wm8524 fsl,imx-audio-wm8958 fsl,imx-audio-wm8960 fsl,imx-audio-wm8962
sound/soc/fsl/fsl_asrc.c|SND_SOC_FSL_ASRC|device:fsl_asrc_driver_init|fsl,imx35-asrc fsl,imx53-asrc fsl,imx8qm-asrc fsl,imx8qxp-asrc
sound/soc/fsl/fsl_aud2htx.c|SND_SOC_FSL_AUD2HTX|device:fsl_aud2htx_driver_init|fsl,imx8mp-aud2htx
sound/soc/fsl/fsl_audmix.c|SND_SOC_FSL_AUDMIX|device:fsl_audmix_driver_init|fsl,imx8qm-audmix
sound/soc/fsl/fsl_dma.c|SND_SOC_POWERPC_DMA|device:fsl_soc_dma_driver_init|fsl,ssi-dma-channel
sound/soc/fsl/fsl_easrc.c|SND_SOC_FSL_EASRC|device:fsl_easrc_driver_init|fsl,imx8mn-easrc
sound/soc/fsl/fsl_esai.c|SND_SOC_FSL_ESAI|device:fsl_esai_driver_init|fsl,imx35-esai fsl,imx6ull-esai fsl,vf610-esai
sound/soc/fsl/fsl_micfil.c|SND_SOC_FSL_MICFIL|device:fsl_micfil_driver_init|fsl,imx8mm-micfil fsl,imx8mp-micfil
sound/soc/fsl/fsl_mqs.c|SND_SOC_FSL_MQS|device:fsl_mqs_driver_init|fsl,imx6sx-mqs fsl,imx8qm-mqs fsl,imx93-mqs
sound/soc/fsl/fsl_rpmsg.c|SND_SOC_FSL_RPMSG|device:fsl_rpmsg_driver_init|fsl,imx7ulp-rpmsg-audio fsl,imx8mm-rpmsg-audio fsl,imx8mn-rpmsg-audio fsl,imx8mp-rpmsg-audio fsl,imx8ulp-rpmsg-audio
sound/soc/fsl/fsl_sai.c|SND_SOC_FSL_SAI|device:fsl_sai_driver_init|fsl,imx6sx-sai fsl,imx6ul-sai fsl,imx7ulp-sai fsl,imx8mm-sai fsl,imx8mn-sai fsl,imx8mp-sai fsl,imx8mq-sai fsl,imx8qm-sai fsl,imx8ulp-sai fsl,vf610-sai
sound/soc/fsl/fsl_spdif.c|SND_SOC_FSL_SPDIF|device:fsl_spdif_driver_init|fsl,imx35-spdif fsl,imx6sx-spdif fsl,imx8mm-spdif fsl,imx8qm-spdif fsl,imx8ulp-spdif fsl,vf610-spdif
sound/soc/fsl/fsl_ssi.c|SND_SOC_FSL_SSI|device:fsl_ssi_driver_init|fsl,imx21-ssi fsl,imx35-ssi fsl,imx51-ssi fsl,mpc8610-ssi
sound/soc/fsl/fsl_xcvr.c|SND_SOC_FSL_XCVR|device:fsl_xcvr_driver_init|fsl,imx8mp-xcvr fsl,imx93-xcvr
sound/soc/fsl/imx-audmux.c|SND_SOC_IMX_AUDMUX|subsys:imx_audmux_init|fsl,imx21-audmux fsl,imx31-audmux
sound/soc/fsl/imx-card.c|SND_SOC_IMX_CARD|device:imx_card_driver_init|fsl,imx-audio-card
sound/soc/fsl/imx-es8328.c|SND_SOC_IMX_ES8328|device:imx_es8328_driver_init|fsl,imx-audio-es8328
sound/soc/fsl/imx-hdmi.c|SND_SOC_IMX_HDMI|device:imx_hdmi_driver_init|fsl,imx-audio-hdmi fsl,imx-audio-sii902x
sound/soc/fsl/imx-sgtl5000.c|SND_SOC_IMX_SGTL5000|device:imx_sgtl5000_driver_init|fsl,imx-audio-sgtl5000
sound/soc/fsl/imx-spdif.c|SND_SOC_IMX_SPDIF|device:imx_spdif_driver_init|fsl,imx-audio-spdif
sound/soc/fsl/mpc5200_psc_ac97.c|SND_SOC_MPC5200_AC97|device:psc_ac97_driver_init|fsl,mpc5200-psc-ac97 fsl,mpc5200b-psc-ac97
sound/soc/fsl/mpc5200_psc_i2s.c|SND_SOC_MPC5200_I2S|device:psc_i2s_driver_init|fsl,mpc5200-psc-i2s fsl,mpc5200b-psc-i2s
sound/soc/fsl/pcm030-audio-fabric.c|SND_MPC52xx_SOC_PCM030|device:pcm030_fabric_driver_init|phytec,pcm030-audio-fabric
sound/soc/generic/audio-graph-card.c|SND_AUDIO_GRAPH_CARD|device:graph_card_init|audio-graph-card audio-graph-scu-card
sound/soc/generic/audio-graph-card2-custom-sample.c|SND_AUDIO_GRAPH_CARD2_CUSTOM_SAMPLE|device:custom_card_init|audio-graph-card2-custom-sample
sound/soc/generic/audio-graph-card2.c|SND_AUDIO_GRAPH_CARD2|device:graph_card_init|audio-graph-card2
sound/soc/generic/simple-card.c|SND_SIMPLE_CARD|device:asoc_simple_card_init|simple-audio-card simple-scu-audio-card
sound/soc/generic/test-component.c|SND_TEST_COMPONENT|device:test_driver_init|test-codec test-codec-verbose test-codec-verbose-component test-codec-verbose-dai test-cpu test-cpu-verbose test-cpu-verbose-component test-cpu-verbose-dai
sound/soc/hisilicon/hi6210-i2s.c|SND_I2S_HI6210_I2S|device:hi6210_i2s_driver_init|hisilicon,hi6210-i2s
sound/soc/img/img-i2s-in.c|SND_SOC_IMG_I2S_IN|device:img_i2s_in_driver_init|img,i2s-in
sound/soc/img/img-i2s-out.c|SND_SOC_IMG_I2S_OUT|device:img_i2s_out_driver_init|img,i2s-out
sound/soc/img/img-parallel-out.c|SND_SOC_IMG_PARALLEL_OUT|device:img_prl_out_driver_init|img,parallel-out
sound/soc/img/img-spdif-in.c|SND_SOC_IMG_SPDIF_IN|device:img_spdif_in_driver_init|img,spdif-in
sound/soc/img/img-spdif-out.c|SND_SOC_IMG_SPDIF_OUT|device:img_spdif_out_driver_init|img,spdif-out
sound/soc/img/pistachio-internal-dac.c|SND_SOC_IMG_PISTACHIO_INTERNAL_DAC|device:pistachio_internal_dac_plat_driver_init|img,pistachio-internal-dac
sound/soc/intel/keembay/kmb_platform.c|SND_SOC_INTEL_KEEMBAY|device:kmb_plat_dai_driver_init|intel,keembay-hdmi-i2s intel,keembay-i2s intel,keembay-tdm
sound/soc/jz4740/jz4740-i2s.c|SND_JZ4740_SOC_I2S|device:jz4740_i2s_driver_init|ingenic,jz4740-i2s ingenic,jz4760-i2s ingenic,jz4770-i2s ingenic,jz4780-i2s
sound/soc/kirkwood/armada-370-db.c|SND_KIRKWOOD_SOC_ARMADA370_DB|device:a370db_driver_init|marvell,a370db-audio
sound/soc/kirkwood/kirkwood-i2s.c|SND_KIRKWOOD_SOC|device:kirkwood_i2s_driver_init|marvell,armada370-audio marvell,dove-audio marvell,kirkwood-audio
sound/soc/mediatek/common/mtk-btcvsd.c|SND_SOC_MTK_BTCVSD|device:mtk_btcvsd_snd_driver_init|mediatek,mtk-btcvsd-snd
sound/soc/mediatek/mt2701/mt2701-afe-pcm.c|SND_SOC_MT2701|device:mt2701_afe_pcm_driver_init|mediatek,mt2701-audio mediatek,mt7622-audio
sound/soc/mediatek/mt2701/mt2701-cs42448.c|SND_SOC_MT2701_CS42448|device:mt2701_cs42448_machine_init|mediatek,mt2701-cs42448-machine
sound/soc/mediatek/mt2701/mt2701-wm8960.c|SND_SOC_MT2701_WM8960|device:mt2701_wm8960_machine_init|mediatek,mt2701-wm8960-machine
sound/soc/mediatek/mt6797/mt6797-afe-pcm.c|SND_SOC_MT6797|device:mt6797_afe_pcm_driver_init|mediatek,mt6797-audio
sound/soc/mediatek/mt6797/mt6797-mt6351.c|SND_SOC_MT6797_MT6351|device:mt6797_mt6351_driver_init|mediatek,mt6797-mt6351-sound
sound/soc/mediatek/mt8173/mt8173-afe-pcm.c|SND_SOC_MT8173|device:mt8173_afe_pcm_driver_init|mediatek,mt8173-afe-pcm
sound/soc/mediatek/mt8173/mt8173-max98090.c|SND_SOC_MT8173_MAX98090|device:mt8173_max98090_driver_init|mediatek,mt8173-max98090
sound/soc/mediatek/mt8173/mt8173-rt5650-rt5514.c|SND_SOC_MT8173_RT5650_RT5514|device:mt8173_rt5650_rt5514_driver_init|mediatek,mt8173-rt5650-rt5514
sound/soc/mediatek/mt8173/mt8173-rt5650-rt5676.c|SND_SOC_MT8173_RT5650_RT5676|device:mt8173_rt5650_rt5676_driver_init|mediatek,mt8173-rt5650-rt5676
sound/soc/mediatek/mt8173/mt8173-rt5650.c|SND_SOC_MT8173_RT5650|device:mt8173_rt5650_driver_init|mediatek,mt8173-rt5650
sound/soc/mediatek/mt8183/mt8183-afe-pcm.c|SND_SOC_MT8183|device:mt8183_afe_pcm_driver_init|mediatek,mt8183-audio
sound/soc/mediatek/mt8183/mt8183-da7219-max98357.c|SND_SOC_MT8183_DA7219_MAX98357A|device:mt8183_da7219_max98357_driver_init|mediatek,mt8183_da7219_max98357 mediatek,mt8183_da7219_rt1015 mediatek,mt8183_da7219_rt1015p
sound/soc/mediatek/mt8183/mt8183-mt6358-ts3a227-max98357.c|SND_SOC_MT8183_MT6358_TS3A227E_MAX98357A|device:mt8183_mt6358_ts3a227_max98357_driver_init|mediatek,mt8183_mt6358_ts3a227_max98357 mediatek,mt8183_mt6358_ts3a227_max98357b mediatek,mt8183_mt6358_ts3a227_rt1015 mediatek,mt8183_mt6358_ts3a227_rt1015p
sound/soc/mediatek/mt8186/mt8186-afe-pcm.c|SND_SOC_MT8186|device:mt8186_afe_pcm_driver_init|mediatek,mt8186-sound
sound/soc/mediatek/mt8186/mt8186-mt6366-da7219-max98357.c|SND_SOC_MT8186_MT6366_DA7219_MAX98357|device:mt8186_mt6366_da7219_max98357_driver_init|mediatek,mt8186-mt6366-da7219-max98357-sound
sound/soc/mediatek/mt8186/mt8186-mt6366-rt1019-rt5682s.c|SND_SOC_MT8186_MT6366_RT1019_RT5682S|device:mt8186_mt6366_rt1019_rt5682s_driver_init|mediatek,mt8186-mt6366-rt1019-rt5682s-sound mediatek,mt8186-mt6366-rt5682s-max98360-sound
sound/soc/mediatek/mt8192/mt8192-afe-pcm.c|SND_SOC_MT8192|device:mt8192_afe_pcm_driver_init|mediatek,mt8192-audio
sound/soc/mediatek/mt8192/mt8192-mt6359-rt1015-rt5682.c|SND_SOC_MT8192_MT6359_RT1015_RT5682|device:mt8192_mt6359_driver_init|mediatek,mt8192_mt6359_rt1015_rt5682 mediatek,mt8192_mt6359_rt1015p_rt5682 mediatek,mt8192_mt6359_rt1015p_rt5682s
sound/soc/mediatek/mt8195/mt8195-afe-pcm.c|SND_SOC_MT8195|device:mt8195_afe_pcm_driver_init|mediatek,mt8195-audio
sound/soc/mediatek/mt8195/mt8195-mt6359.c|SND_SOC_MT8195_MT6359|device:mt8195_mt6359_driver_init|mediatek,mt8195_mt6359_max98390_rt5682 mediatek,mt8195_mt6359_rt1011_rt5682 mediatek,mt8195_mt6359_rt1019_rt5682
sound/soc/meson/aiu.c|SND_MESON_AIU|device:aiu_pdrv_init|amlogic,aiu-gxbb amlogic,aiu-gxl amlogic,aiu-meson8 amlogic,aiu-meson8b
sound/soc/meson/axg-card.c|SND_MESON_AXG_SOUND_CARD|device:axg_card_pdrv_init|amlogic,axg-sound-card
sound/soc/meson/axg-frddr.c|SND_MESON_AXG_FRDDR|device:axg_frddr_pdrv_init|amlogic,axg-frddr amlogic,g12a-frddr amlogic,sm1-frddr
sound/soc/meson/axg-pdm.c|SND_MESON_AXG_PDM|device:axg_pdm_pdrv_init|amlogic,axg-pdm
sound/soc/meson/axg-spdifin.c|SND_MESON_AXG_SPDIFIN|device:axg_spdifin_pdrv_init|amlogic,axg-spdifin
sound/soc/meson/axg-spdifout.c|SND_MESON_AXG_SPDIFOUT|device:axg_spdifout_pdrv_init|amlogic,axg-spdifout
sound/soc/meson/axg-tdm-interface.c|SND_MESON_AXG_TDM_INTERFACE|device:axg_tdm_iface_pdrv_init|amlogic,axg-tdm-iface
sound/soc/meson/axg-tdmin.c|SND_MESON_AXG_TDMIN|device:axg_tdmin_pdrv_init|amlogic,axg-tdmin amlogic,g12a-tdmin amlogic,sm1-tdmin
sound/soc/meson/axg-tdmout.c|SND_MESON_AXG_TDMOUT|device:axg_tdmout_pdrv_init|amlogic,axg-tdmout amlogic,g12a-tdmout amlogic,sm1-tdmout
sound/soc/meson/axg-toddr.c|SND_MESON_AXG_TODDR|device:axg_toddr_pdrv_init|amlogic,axg-toddr amlogic,g12a-toddr amlogic,sm1-toddr
sound/soc/meson/g12a-toacodec.c|SND_MESON_G12A_TOACODEC|device:g12a_toacodec_pdrv_init|amlogic,g12a-toacodec amlogic,sm1-toacodec
sound/soc/meson/g12a-tohdmitx.c|SND_MESON_G12A_TOHDMITX|device:g12a_tohdmitx_pdrv_init|amlogic,g12a-tohdmitx
sound/soc/meson/gx-card.c|SND_MESON_GX_SOUND_CARD|device:gx_card_pdrv_init|amlogic,gx-sound-card
sound/soc/meson/t9015.c|SND_SOC_MESON_T9015|device:t9015_driver_init|amlogic,t9015
sound/soc/mxs/mxs-saif.c|SND_MXS_SOC|device:mxs_saif_driver_init|fsl,imx28-saif
sound/soc/mxs/mxs-sgtl5000.c|SND_SOC_MXS_SGTL5000|device:mxs_sgtl5000_audio_driver_init|fsl,mxs-audio-sgtl5000
sound/soc/pxa/mmp-sspa.c|SND_MMP_SOC_SSPA|device:asoc_mmp_sspa_driver_init|marvell,mmp-sspa
sound/soc/pxa/pxa-ssp.c|SND_PXA_SOC_SSP|device:asoc_ssp_driver_init|mrvl,pxa-ssp-dai
sound/soc/pxa/pxa2xx-ac97.c|SND_PXA2XX_SOC_AC97|device:pxa2xx_ac97_driver_init|marvell,pxa250-ac97 marvell,pxa270-ac97 marvell,pxa300-ac97
sound/soc/qcom/apq8016_sbc.c|SND_SOC_APQ8016_SBC|device:apq8016_sbc_platform_driver_init|qcom,apq8016-sbc-sndcard qcom,msm8916-qdsp6-sndcard
sound/soc/qcom/apq8096.c|SND_SOC_MSM8996|device:msm_snd_apq8096_driver_init|qcom,apq8096-sndcard
sound/soc/qcom/lpass-apq8016.c|SND_SOC_LPASS_APQ8016|device:apq8016_lpass_cpu_platform_driver_init|qcom,apq8016-lpass-cpu qcom,lpass-cpu-apq8016
sound/soc/qcom/lpass-ipq806x.c|SND_SOC_LPASS_IPQ806X|device:ipq806x_lpass_cpu_platform_driver_init|qcom,lpass-cpu
sound/soc/qcom/lpass-sc7180.c|SND_SOC_LPASS_SC7180|device:sc7180_lpass_cpu_platform_driver_init|qcom,sc7180-lpass-cpu
sound/soc/qcom/lpass-sc7280.c|SND_SOC_LPASS_SC7280|device:sc7280_lpass_cpu_platform_driver_init|qcom,sc7280-lpass-cpu
sound/soc/qcom/qdsp6/q6adm.c|SND_SOC_QDSP6_ADM|device:qcom_q6adm_driver_init|qcom,q6adm
sound/soc/qcom/qdsp6/q6afe-clocks.c|SND_SOC_QDSP6_AFE_CLOCKS|device:q6afe_clock_platform_driver_init|qcom,q6afe-clocks
sound/soc/qcom/qdsp6/q6afe-dai.c|SND_SOC_QDSP6_AFE_DAI|device:q6afe_dai_platform_driver_init|qcom,q6afe-dais
sound/soc/qcom/qdsp6/q6afe.c|SND_SOC_QDSP6_AFE|device:qcom_q6afe_driver_init|qcom,q6afe
sound/soc/qcom/qdsp6/q6apm-dai.c|SND_SOC_QDSP6_APM_DAI|device:q6apm_dai_platform_driver_init|qcom,q6apm-dais
sound/soc/qcom/qdsp6/q6apm-lpass-dais.c|SND_SOC_QDSP6_APM_LPASS_DAI|device:q6apm_lpass_dai_platform_driver_init|qcom,q6apm-lpass-dais
sound/soc/qcom/qdsp6/q6apm.c|SND_SOC_QDSP6_APM|device:apm_driver_init|qcom,q6apm
sound/soc/qcom/qdsp6/q6asm-dai.c|SND_SOC_QDSP6_ASM_DAI|device:q6asm_dai_platform_driver_init|qcom,q6asm-dais
sound/soc/qcom/qdsp6/q6asm.c|SND_SOC_QDSP6_ASM|device:qcom_q6asm_driver_init|qcom,q6asm
sound/soc/qcom/qdsp6/q6core.c|SND_SOC_QDSP6_CORE|device:qcom_q6core_driver_init|qcom,q6core
sound/soc/qcom/qdsp6/q6prm-clocks.c|SND_SOC_QDSP6_PRM_LPASS_CLOCKS|device:q6prm_clock_platform_driver_init|qcom,q6prm-lpass-clocks
sound/soc/qcom/qdsp6/q6prm.c|SND_SOC_QDSP6_PRM|device:prm_driver_init|qcom,q6prm
sound/soc/qcom/qdsp6/q6routing.c|SND_SOC_QDSP6_ROUTING|device:q6pcm_routing_platform_driver_init|qcom,q6adm-routing
sound/soc/qcom/sc7180.c|SND_SOC_SC7180|device:sc7180_snd_driver_init|google,sc7180-coachz google,sc7180-trogdor
sound/soc/qcom/sc7280.c|SND_SOC_SC7280|device:sc7280_snd_driver_init|google,sc7280-herobrine
sound/soc/qcom/sc8280xp.c|SND_SOC_SC8280XP|device:snd_sc8280xp_driver_init|qcom,sc8280xp-sndcard
sound/soc/qcom/sdm845.c|SND_SOC_SDM845|device:sdm845_snd_driver_init|lenovo,yoga-c630-sndcard qcom,db845c-sndcard qcom,sdm845-sndcard
sound/soc/qcom/sm8250.c|SND_SOC_SM8250|device:snd_sm8250_driver_init|qcom,qrb4210-rb2-sndcard qcom,qrb5165-rb5-sndcard qcom,sm8250-sndcard
sound/soc/qcom/storm.c|SND_SOC_STORM|device:storm_platform_driver_init|google,storm-audio
sound/soc/rockchip/rk3288_hdmi_analog.c|SND_SOC_RK3288_HDMI_ANALOG|device:rockchip_sound_driver_init|rockchip,rk3288-hdmi-analog
sound/soc/rockchip/rk3399_gru_sound.c|SND_SOC_RK3399_GRU_SOUND|device:rockchip_sound_driver_init|rockchip,rk3399-gru-sound
sound/soc/rockchip/rockchip_i2s.c|SND_SOC_ROCKCHIP_I2S|device:rockchip_i2s_driver_init|rockchip,px30-i2s rockchip,rk1808-i2s rockchip,rk3036-i2s rockchip,rk3066-i2s rockchip,rk3128-i2s rockchip,rk3188-i2s rockchip,rk3228-i2s rockchip,rk3288-i2s rockchip,rk3308-i2s rockchip,rk3328-i2s rockchip,rk3366-i2s rockchip,rk3368-i2s rockchip,rk3399-i2s rockchip,rv1126-i2s
sound/soc/rockchip/rockchip_i2s_tdm.c|SND_SOC_ROCKCHIP_I2S_TDM|device:rockchip_i2s_tdm_driver_init|rockchip,px30-i2s-tdm rockchip,rk1808-i2s-tdm rockchip,rk3308-i2s-tdm rockchip,rk3568-i2s-tdm rockchip,rv1126-i2s-tdm
sound/soc/rockchip/rockchip_max98090.c|SND_SOC_ROCKCHIP_MAX98090|device:snd_rk_mc_driver_init|rockchip,rockchip-audio-max98090
sound/soc/rockchip/rockchip_pdm.c|SND_SOC_ROCKCHIP_PDM|device:rockchip_pdm_driver_init|rockchip,pdm rockchip,px30-pdm rockchip,rk1808-pdm rockchip,rk3308-pdm rockchip,rk3568-pdm rockchip,rv1126-pdm
sound/soc/rockchip/rockchip_rt5645.c|SND_SOC_ROCKCHIP_RT5645|device:snd_rk_mc_driver_init|rockchip,rockchip-audio-rt5645
sound/soc/rockchip/rockchip_spdif.c|SND_SOC_ROCKCHIP_SPDIF|device:rk_spdif_driver_init|rockchip,rk3066-spdif rockchip,rk3188-spdif rockchip,rk3228-spdif rockchip,rk3288-spdif rockchip,rk3328-spdif rockchip,rk3366-spdif rockchip,rk3368-spdif rockchip,rk3399-spdif rockchip,rk3568-spdif
sound/soc/samsung/aries_wm8994.c|SND_SOC_SAMSUNG_ARIES_WM8994|device:aries_audio_driver_init|samsung,aries-wm8994 samsung,fascinate4g-wm8994
sound/soc/samsung/arndale.c|SND_SOC_ARNDALE|device:arndale_audio_driver_init|samsung,arndale-alc5631 samsung,arndale-rt5631 samsung,arndale-wm1811
sound/soc/samsung/i2s.c|SND_SAMSUNG_I2S|device:samsung_i2s_driver_init|samsung,exynos5420-i2s samsung,exynos7-i2s samsung,exynos7-i2s1 samsung,s3c6410-i2s samsung,s5pv210-i2s
sound/soc/samsung/midas_wm1811.c|SND_SOC_SAMSUNG_MIDAS_WM1811|device:midas_driver_init|samsung,midas-audio
sound/soc/samsung/odroid.c|SND_SOC_ODROID|device:odroid_audio_driver_init|hardkernel,odroid-xu3-audio hardkernel,odroid-xu4-audio samsung,odroid-xu3-audio samsung,odroid-xu4-audio
sound/soc/samsung/smdk_wm8994.c|SND_SOC_SAMSUNG_SMDK_WM8994|device:smdk_audio_driver_init|samsung,smdk-wm8994
sound/soc/samsung/snow.c|SND_SOC_SNOW|device:snow_driver_init|google,snow-audio-max98090 google,snow-audio-max98091 google,snow-audio-max98095
sound/soc/samsung/tm2_wm5110.c|SND_SOC_SAMSUNG_TM2_WM5110|device:tm2_driver_init|samsung,tm2-audio
sound/soc/sh/fsi.c|SND_SOC_SH4_FSI|device:fsi_driver_init|renesas,sh_fsi renesas,sh_fsi2
sound/soc/sh/rcar/core.c|SND_SOC_RCAR|device:rsnd_driver_init|renesas,rcar_sound-gen1 renesas,rcar_sound-gen2 renesas,rcar_sound-gen3 renesas,rcar_sound-r8a77990
sound/soc/sh/rz-ssi.c|SND_SOC_RZ|device:rz_ssi_driver_init|renesas,rz-ssi
sound/soc/sof/imx/imx8.c|SND_SOC_SOF_IMX8|device:snd_sof_of_imx8_driver_init|fsl,imx8qm-dsp fsl,imx8qxp-dsp
sound/soc/sof/imx/imx8m.c|SND_SOC_SOF_IMX8M|device:snd_sof_of_imx8m_driver_init|fsl,imx8mp-dsp
sound/soc/sof/imx/imx8ulp.c|SND_SOC_SOF_IMX8ULP|device:snd_sof_of_imx8ulp_driver_init|fsl,imx8ulp-dsp
sound/soc/sof/mediatek/mt8186/mt8186.c|SND_SOC_SOF_MT8186|device:snd_sof_of_mt8186_driver_init|mediatek,mt8186-dsp
sound/soc/sof/mediatek/mt8195/mt8195.c|SND_SOC_SOF_MT8195|device:snd_sof_of_mt8195_driver_init|mediatek,mt8195-dsp
sound/soc/sprd/sprd-mcdt.c|SND_SOC_SPRD_MCDT|device:sprd_mcdt_driver_init|sprd,sc9860-mcdt
sound/soc/sprd/sprd-pcm-dma.c|SND_SOC_SPRD|device:sprd_pcm_driver_init|sprd,pcm-platform
sound/soc/sti/sti_uniperif.c|SND_SOC_STI|device:sti_uniperiph_driver_init|st,stih407-uni-player-dac st,stih407-uni-player-hdmi st,stih407-uni-player-pcm-out st,stih407-uni-player-spdif st,stih407-uni-reader-hdmi st,stih407-uni-reader-pcm_in
sound/soc/stm/stm32_adfsdm.c|SND_SOC_STM32_DFSDM|device:stm32_adfsdm_driver_init|st,stm32h7-dfsdm-dai
sound/soc/stm/stm32_i2s.c|SND_SOC_STM32_I2S|device:stm32_i2s_driver_init|st,stm32h7-i2s
sound/soc/stm/stm32_sai.c|SND_SOC_STM32_SAI|device:stm32_sai_driver_init|st,stm32f4-sai st,stm32h7-sai
sound/soc/stm/stm32_sai_sub.c|SND_SOC_STM32_SAI|device:stm32_sai_sub_driver_init|st,stm32-sai-sub-a st,stm32-sai-sub-b
sound/soc/stm/stm32_spdifrx.c|SND_SOC_STM32_SPDIFRX|device:stm32_spdifrx_driver_init|st,stm32h7-spdifrx
sound/soc/sunxi/sun4i-codec.c|SND_SUN4I_CODEC|device:sun4i_codec_driver_init|allwinner,sun4i-a10-codec allwinner,sun6i-a31-codec allwinner,sun7i-a20-codec allwinner,sun8i-a23-codec allwinner,sun8i-h3-codec allwinner,sun8i-v3s-codec
sound/soc/sunxi/sun4i-i2s.c|SND_SUN4I_I2S|device:sun4i_i2s_driver_init|allwinner,sun4i-a10-i2s allwinner,sun50i-a64-codec-i2s allwinner,sun50i-h6-i2s allwinner,sun50i-r329-i2s allwinner,sun6i-a31-i2s allwinner,sun8i-a83t-i2s allwinner,sun8i-h3-i2s
sound/soc/sunxi/sun4i-spdif.c|SND_SUN4I_SPDIF|device:sun4i_spdif_driver_init|allwinner,sun4i-a10-spdif allwinner,sun50i-h6-spdif allwinner,sun50i-h616-spdif allwinner,sun6i-a31-spdif allwinner,sun8i-h3-spdif
sound/soc/sunxi/sun50i-codec-analog.c|SND_SUN50I_CODEC_ANALOG|device:sun50i_codec_analog_driver_init|allwinner,sun50i-a64-codec-analog
sound/soc/sunxi/sun50i-dmic.c|SND_SUN50I_DMIC|device:sun50i_dmic_driver_init|allwinner,sun50i-h6-dmic
sound/soc/sunxi/sun8i-codec-analog.c|SND_SUN8I_CODEC_ANALOG|device:sun8i_codec_analog_driver_init|allwinner,sun8i-a23-codec-analog allwinner,sun8i-h3-codec-analog allwinner,sun8i-v3s-codec-analog
sound/soc/sunxi/sun8i-codec.c|SND_SUN8I_CODEC|device:sun8i_codec_driver_init|allwinner,sun50i-a64-codec allwinner,sun8i-a33-codec
sound/soc/tegra/tegra186_asrc.c|SND_SOC_TEGRA186_ASRC|device:tegra186_asrc_driver_init|nvidia,tegra186-asrc
sound/soc/tegra/tegra186_dspk.c|SND_SOC_TEGRA186_DSPK|device:tegra186_dspk_driver_init|nvidia,tegra186-dspk
sound/soc/tegra/tegra20_ac97.c|SND_SOC_TEGRA20_AC97|device:tegra20_ac97_driver_init|nvidia,tegra20-ac97
sound/soc/tegra/tegra20_das.c|SND_SOC_TEGRA20_DAS|device:tegra20_das_driver_init|nvidia,tegra20-das
sound/soc/tegra/tegra20_i2s.c|SND_SOC_TEGRA20_I2S|device:tegra20_i2s_driver_init|nvidia,tegra20-i2s
sound/soc/tegra/tegra20_spdif.c|SND_SOC_TEGRA20_SPDIF|device:tegra20_spdif_driver_init|nvidia,tegra20-spdif
sound/soc/tegra/tegra210_admaif.c|SND_SOC_TEGRA210_ADMAIF|device:tegra_admaif_driver_init|nvidia,tegra186-admaif nvidia,tegra210-admaif
sound/soc/tegra/tegra210_adx.c|SND_SOC_TEGRA210_ADX|device:tegra210_adx_driver_init|nvidia,tegra210-adx
sound/soc/tegra/tegra210_ahub.c|SND_SOC_TEGRA210_AHUB|device:tegra_ahub_driver_init|nvidia,tegra186-ahub nvidia,tegra210-ahub nvidia,tegra234-ahub
sound/soc/tegra/tegra210_amx.c|SND_SOC_TEGRA210_AMX|device:tegra210_amx_driver_init|nvidia,tegra194-amx nvidia,tegra210-amx
sound/soc/tegra/tegra210_dmic.c|SND_SOC_TEGRA210_DMIC|device:tegra210_dmic_driver_init|nvidia,tegra210-dmic
sound/soc/tegra/tegra210_i2s.c|SND_SOC_TEGRA210_I2S|device:tegra210_i2s_driver_init|nvidia,tegra210-i2s
sound/soc/tegra/tegra210_mixer.c|SND_SOC_TEGRA210_MIXER|device:tegra210_mixer_driver_init|nvidia,tegra210-amixer
sound/soc/tegra/tegra210_mvc.c|SND_SOC_TEGRA210_MVC|device:tegra210_mvc_driver_init|nvidia,tegra210-mvc
sound/soc/tegra/tegra210_ope.c|SND_SOC_TEGRA210_OPE|device:tegra210_ope_driver_init|nvidia,tegra210-ope
sound/soc/tegra/tegra210_sfc.c|SND_SOC_TEGRA210_SFC|device:tegra210_sfc_driver_init|nvidia,tegra210-sfc
sound/soc/tegra/tegra30_ahub.c|SND_SOC_TEGRA30_AHUB|device:tegra30_ahub_driver_init|nvidia,tegra114-ahub nvidia,tegra124-ahub nvidia,tegra30-ahub
sound/soc/tegra/tegra30_i2s.c|SND_SOC_TEGRA30_I2S|device:tegra30_i2s_driver_init|nvidia,tegra124-i2s nvidia,tegra30-i2s
sound/soc/tegra/tegra_asoc_machine.c|SND_SOC_TEGRA_MACHINE_DRV|device:tegra_asoc_machine_driver_init|nvidia,tegra-audio-alc5632 nvidia,tegra-audio-max98090 nvidia,tegra-audio-rt5640 nvidia,tegra-audio-rt5677 nvidia,tegra-audio-sgtl5000 nvidia,tegra-audio-trimslice nvidia,tegra-audio-wm8753 nvidia,tegra-audio-wm9712
sound/soc/tegra/tegra_audio_graph_card.c|SND_SOC_TEGRA_AUDIO_GRAPH_CARD|device:tegra_audio_graph_card_init|nvidia,tegra186-audio-graph-card nvidia,tegra210-audio-graph-card
sound/soc/tegra/tegra_wm8903.c|SND_SOC_TEGRA_WM8903|device:tegra_wm8903_driver_init|ad,tegra-audio-plutux ad,tegra-audio-wm8903-medcom-wide ad,tegra-audio-wm8903-tec nvidia,tegra-audio-wm8903 nvidia,tegra-audio-wm8903-cardhu nvidia,tegra-audio-wm8903-harmony nvidia,tegra-audio-wm8903-picasso nvidia,tegra-audio-wm8903-seaboard nvidia,tegra-audio-wm8903-ventana
sound/soc/ti/davinci-evm.c|SND_SOC_DAVINCI_EVM|device:evm_init|ti,da830-evm-audio
sound/soc/ti/davinci-i2s.c|SND_SOC_DAVINCI_ASP|device:davinci_mcbsp_driver_init|ti,da850-mcbsp
sound/soc/ti/davinci-mcasp.c|SND_SOC_DAVINCI_MCASP|device:davinci_mcasp_driver_init|ti,am33xx-mcasp-audio ti,da830-mcasp-audio ti,dm646x-mcasp-audio ti,dra7-mcasp-audio ti,omap4-mcasp-audio
sound/soc/ti/j721e-evm.c|SND_SOC_J721E_EVM|device:j721e_soc_driver_init|ti,j7200-cpb-audio ti,j721e-cpb-audio ti,j721e-cpb-ivi-audio
sound/soc/ti/omap-abe-twl6040.c|SND_SOC_OMAP_ABE_TWL6040|device:omap_abe_init|ti,abe-twl6040
sound/soc/ti/omap-dmic.c|SND_SOC_OMAP_DMIC|device:asoc_dmic_driver_init|ti,omap4-dmic
sound/soc/ti/omap-mcbsp.c|SND_SOC_OMAP_MCBSP|device:asoc_mcbsp_driver_init|ti,omap2420-mcbsp ti,omap2430-mcbsp ti,omap3-mcbsp ti,omap4-mcbsp
sound/soc/ti/omap-mcpdm.c|SND_SOC_OMAP_MCPDM|device:asoc_mcpdm_driver_init|ti,omap4-mcpdm
sound/soc/ti/omap-twl4030.c|SND_SOC_OMAP3_TWL4030|device:omap_twl4030_driver_init|ti,omap-twl4030
sound/soc/ti/rx51.c|SND_SOC_NOKIA_RX51|device:rx51_soc_driver_init|nokia,n900-audio
sound/soc/uniphier/aio-ld11.c|SND_SOC_UNIPHIER_LD11|device:uniphier_aio_driver_init|socionext,uniphier-ld11-aio socionext,uniphier-ld20-aio
sound/soc/uniphier/aio-pxs2.c|SND_SOC_UNIPHIER_PXS2|device:uniphier_aio_driver_init|socionext,uniphier-pxs2-aio
sound/soc/uniphier/evea.c|SND_SOC_UNIPHIER_EVEA_CODEC|device:evea_codec_driver_init|socionext,uniphier-evea
sound/soc/ux500/mop500.c|SND_SOC_UX500_MACH_MOP500|device:snd_soc_mop500_driver_init|stericsson,snd-soc-mop500
sound/soc/ux500/ux500_msp_dai.c|SND_SOC_UX500_PLAT_MSP_I2S|device:msp_i2s_driver_init|stericsson,ux500-msp-i2s
sound/soc/xilinx/xlnx_formatter_pcm.c|SND_SOC_XILINX_AUDIO_FORMATTER|device:xlnx_formatter_pcm_driver_init|xlnx,audio-formatter-1.0
sound/soc/xilinx/xlnx_i2s.c|SND_SOC_XILINX_I2S|device:xlnx_i2s_aud_driver_init|xlnx,i2s-receiver-1.0 xlnx,i2s-transmitter-1.0
sound/soc/xilinx/xlnx_spdif.c|SND_SOC_XILINX_SPDIF|device:xlnx_spdif_driver_init|xlnx,spdif-2.0
sound/soc/xtensa/xtfpga-i2s.c|SND_SOC_XTFPGA_I2S|device:xtfpga_i2s_driver_init|cdns,xtfpga-i2s
sound/sparc/cs4231.c|SND_SUN_CS4231|device:cs4231_driver_init|SUNW,CS4231
`
