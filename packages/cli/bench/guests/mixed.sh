#!/bin/sh
# SPDX-License-Identifier: BSD-2-Clause
#
# Mixed work without end, other data every time: text tools, compression, digests, processes, loops of the shell,
# floating point, vectors, code that is new. Prints $1 and the number of the iteration after each.

B=${0%/*}
n=0
while true; do
  head -c $((n % 13 * 10000 + 400000)) /tmp/text >/tmp/some
  sort -k $((n % 4 + 1)) /tmp/some | md5sum
  gzip -$((n % 9 + 1)) -c /tmp/some | gunzip -c | sha256sum
  awk -v n=$n '{ s[length($(n % 5))] += $1 + n } END { for (i in s) print i, s[i] }' /tmp/some | wc
  grep -c "a[b-$(echo klmnop | cut -c $((n % 6 + 1)))]*e" /tmp/some
  sed "s/$((n % 10))/x/g" /tmp/some | tr a-m n-z | bzip2 -1 | bunzip2 | cksum
  $B/fork 40
  $B/processes 20 1000 switching
  $B/code $((n % 7 * 100 + 300)) 4 new old
  $B/float 1
  $B/neon 1
  ls -lR /proc/sys /sys/devices 2>/dev/null | wc -l
  i=0
  while [ $i -lt 3000 ]; do i=$((i + 1)); done
  echo $1$n >&3
  n=$((n + 1))
done 3>&1 >/dev/null
