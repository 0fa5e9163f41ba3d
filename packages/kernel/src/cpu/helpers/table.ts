// SPDX-License-Identifier: BSD-2-Clause
//
// What instructions compute in JavaScript, by name: rare and pure.

import { fpCompareHelper, fpConvertHelper, fpFromIntegerHelper, fpHelper, fpToIntegerHelper } from "./fp.ts"

/** (cpu, i32 ...) with operands and result in the CPU block. */
export type Helper = (view: DataView) => (cpu: number, ...args: number[]) => void

export const HELPERS: Readonly<Record<string, { readonly args: number; readonly make: Helper }>> = {
  fp: { args: 2, make: fpHelper },
  fpCompare: { args: 2, make: fpCompareHelper },
  fpConvert: { args: 4, make: fpConvertHelper },
  fpToInteger: { args: 3, make: fpToIntegerHelper },
  fpFromInteger: { args: 2, make: fpFromIntegerHelper },
}

/** Their order is that of the numbers by which regions call them. */
export const HELPER_NAMES: readonly string[] = Object.keys(HELPERS)
