// SPDX-License-Identifier: BSD-2-Clause
//
// Mistakes that the kernel of a guest dies of in a driver or waits by, and parts of other trees that were copied along.

import type { Mistake } from "../mistake.ts"

const IN_IMX = "\t\t\tsnvs@30370000 {\n"
const IN_VIRT = "\tflash@0 {\n"

const ANATOP = `\t\t\tsyscon@30360000 {
\t\t\t\tcompatible = "fsl,imx8mm-anatop", "syscon";
\t\t\t};

`
const SMMU = `\tsmmuv3@9050000 {
\t\tcompatible = "arm,smmu-v3";
\t\treg = <0x00 0x9050000 0x00 0x20000>;
\t\t#iommu-cells = <1>;
\t\tdma-coherent;
\t\tinterrupts = <0 74 1 0 75 1 0 76 1 0 77 1>;
\t\tinterrupt-names = "eventq", "priq", "cmdq-sync", "gerror";
\t};

`
const FRAMEBUFFER = `\tframebuffer@5e000000 {
\t\tcompatible = "simple-framebuffer";
\t\treg = <0x00 0x5e000000 0x00 0x300000>;
\t\twidth = <1024>;
\t\theight = <768>;
\t\tstride = <4096>;
\t\tformat = "a8r8g8b8";
\t};

`

export const OOPSES: readonly Mistake[] = [
  {
    name: "clocks-that-look-for-another-chip",
    base: "maaxboard",
    changes: [["overlay", IN_IMX, ANATOP + IN_IMX]],
    by: "check",
    code: "overlay-compatible",
    words: /syscon@30360000/,
    at: [["overlay", 'compatible = "fsl,imx8mm-anatop"']],
  },
  {
    name: "clocks-that-look-for-what-is-gone",
    base: "maaxboard",
    changes: [["overlay", IN_IMX, ANATOP.replace('"fsl,imx8mm-anatop", ', "") + IN_IMX]],
    by: "run",
    words: /imx8mq_clocks_probe .*syscon@30360000/,
    at: [["overlay", 'compatible = "syscon"']],
  },
  {
    name: "clocks-whose-neighbour-is-deleted",
    base: "maaxboard",
    changes: [["overlay", IN_IMX, `\t\t\t/delete-node/ syscon@30360000;\n\n${IN_IMX}`]],
    by: "run",
    words: /imx8mq_clocks_probe .*deletes syscon@30360000/,
    at: [["overlay", "/delete-node/ syscon@30360000;"]],
  },
  {
    name: "registers-between-two-words",
    base: "maaxboard",
    changes: [["overlay", "reg = <0x3039002c 0x4>", "reg = <0x3039002e 0x4>"]],
    by: "check",
    code: "reg-not-unit",
    words: /no multiple of 4/,
    at: [["overlay", "reg = <0x3039002e 0x4>"]],
  },
  {
    name: "controller-that-says-it-is-none",
    base: "maaxboard",
    changes: [
      [
        "overlay",
        "\t\t\tgpc@303a0000 {\n",
        "\t\t\tgpc@303a0000 {\n\t\t\t\t/delete-property/ interrupt-controller;\n\n",
      ],
    ],
    by: "check",
    code: "interrupt-controller-lacks",
    words: /gpc@303a0000/,
    at: [["overlay", "/delete-property/ interrupt-controller;"]],
  },
  {
    name: "iommu-of-another-machine",
    base: "qemu-virt",
    changes: [["overlay", IN_VIRT, SMMU + IN_VIRT]],
    by: "run",
    words: /smmuv3@9050000/,
    at: [["overlay", "smmuv3@9050000 {"]],
  },
  {
    name: "framebuffer-of-a-boot-loader",
    base: "qemu-virt",
    changes: [["overlay", IN_VIRT, FRAMEBUFFER + IN_VIRT]],
    by: "run",
    words: /framebuffer@5e000000/,
    at: [["overlay", "framebuffer@5e000000 {"]],
  },
]
