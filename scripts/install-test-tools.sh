#!/usr/bin/env bash
# The oracles that the tests compare with: dtc, qemu-user, qemu-system-aarch64, cpio, and binutils for arm64.
# Installs what is missing where that is possible (root, or sudo without a password); where it is not, the tests that need
# a tool skip and say so.
set -u
declare -A package=(
  [dtc]=device-tree-compiler
  [qemu-aarch64]=qemu-user
  [qemu-system-aarch64]=qemu-system-arm
  [aarch64-linux-gnu-gcc]=gcc-aarch64-linux-gnu
  [tmux]=tmux
  [cpio]=cpio
)
missing=()
for tool in "${!package[@]}"; do
  command -v "$tool" >/dev/null 2>&1 || missing+=("${package[$tool]}")
done
[ ${#missing[@]} -eq 0 ] && exit 0
if [ "$(id -u)" = 0 ]; then sudo=(); elif sudo -n true 2>/dev/null; then sudo=(sudo -n); else
  echo "not installed, tests that need them will be skipped: ${missing[*]}" >&2
  exit 0
fi
if command -v apt-get >/dev/null 2>&1; then
  "${sudo[@]}" apt-get update -qq >&2 &&
    DEBIAN_FRONTEND=noninteractive "${sudo[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null 2>&1 ||
    echo "could not install ${missing[*]}; tests that need them will be skipped" >&2
fi
exit 0
