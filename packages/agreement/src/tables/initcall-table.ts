// SPDX-License-Identifier: BSD-2-Clause
//
// Initcalls that no guest comes up without, by what each does (Linux 6.1: drivers/of/platform.c, drivers/char/mem.c,
// drivers/tty/tty_io.c, kernel/ksysfs.c, fs/pipe.c, fs/binfmt_*.c, net/socket.c, init/initramfs.c). Each was tried on
// the blacklist.

export interface NeededInitcall {
  readonly name: string
  /** What it does, after "which". */
  readonly does: string
  /** Of a guest with a ramdisk alone. */
  readonly ramdisk?: true
}

export const NEEDED_INITCALLS: readonly NeededInitcall[] = [
  { name: "populate_rootfs", does: "unpacks the ramdisk", ramdisk: true },
  { name: "of_platform_default_populate_init", does: "makes devices of the device tree" },
  { name: "chr_dev_init", does: "makes the character devices, terminals among them" },
  { name: "tty_class_init", does: "makes the class of the terminals" },
  { name: "ksysfs_init", does: "makes /sys/kernel, which others build on" },
  { name: "init_pipe_fs", does: "makes pipes" },
  { name: "sock_init", does: "makes sockets" },
  { name: "init_elf_binfmt", does: "starts programs" },
  { name: "init_script_binfmt", does: "starts scripts, such as /init", ramdisk: true },
]
