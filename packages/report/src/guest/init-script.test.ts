// SPDX-License-Identifier: BSD-2-Clause
//
// Scripts that end where they may not: exit, set -e, exec of what is not there, the end of the text.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { initEnd } from "./exit-code.ts"
import { crashLine, mutedScript, scriptEnd, waitLoop } from "./init-script.ts"

const test = suite("report: where a script of /init ended")

const HEAD = "#!/bin/busybox sh\n"
const ended = (status: number) =>
  initEnd(`exitcode=0x${(status << 8).toString(16)}`) ?? { signal: 1, status: 0, text: "" }
const after = (body: string, status: number, said: readonly string[] = []) =>
  scriptEnd(HEAD + body, ended(status), said)

test("an exit with that status is left out, and is a shell where nothing follows", () => {
  const middle = after("[ -e /x ] || exit 3\necho on\n", 3)
  assert.is(middle?.line, 2)
  assert.match(middle?.why ?? "", "`exit 3`")
  assert.is(middle?.mended, `${HEAD}[ -e /x ] || :\necho on\n`)
  assert.is(after("if true; then exit 3; fi\necho on\n", 3)?.mended, `${HEAD}if true; then :; fi\necho on\n`)
  const last = after("echo up\nexit\n", 0)
  assert.is(last?.mended, `${HEAD}echo up\nexec /bin/busybox sh\n`)
  assert.is(after("# exit 3\nexit 4\necho\n", 3)?.why, "the script is at its end")
})

test("set -e ends it at the command that spoke last", () => {
  const body = "set -e\nmount -t proc proc /proc\nmount -t 9p host /mnt\necho on\n"
  const found = after(body, 255, ["mount: mounting host on /mnt failed: No such file or directory"])
  assert.is(found?.line, 4)
  assert.match(found?.why ?? "", /`set -e` of line 2 .* `mount -t 9p host \/mnt`/)
  assert.is(found?.mended, HEAD + body.replace("set -e", ":"))
  assert.is(after("set -eu\nfalse\n", 1)?.mended, `${HEAD}set -u\nfalse\n`)
  const head = scriptEnd("#!/bin/sh -e\nfalse\n", ended(1), [])
  assert.is(head?.mended, "#!/bin/sh\nfalse\n")
  assert.is(head?.line, 1)
})

test("a program that is not there gives way to a shell", () => {
  const complaint = { text: "/sbin/getty: not found", script: "/init", line: 3 }
  const found = scriptEnd(`${HEAD}echo up\n  exec /sbin/getty console\n`, ended(127), [], complaint)
  assert.is(found?.line, 3)
  assert.is(found?.mended, `${HEAD}echo up\n  exec /bin/busybox sh\n`)
})

test("a program that took its place, and ended, is left out where something follows", () => {
  const body = "mount /dev/vda1 /new\nexec switch_root /new /sbin/init\necho on\n"
  const became = (text: string, name: string) => scriptEnd(HEAD + text, ended(1), [], undefined, name)
  const found = became(body, "switch_root")
  assert.is(found?.line, 3)
  assert.is(found?.why, "`exec switch_root /new /sbin/init` is what it became, and that ended")
  assert.is(found?.mended, `${HEAD}mount /dev/vda1 /new\n:\necho on\n`)
  const last = became("  exec /sbin/run-the-machine-now\n", "run-the-machine")
  assert.is(last?.mended, `${HEAD}  exec /bin/busybox sh\n`)
  assert.is(became("mount /dev/vda1 /new\n", "init")?.why, "the script is at its end")
  assert.is(became("[ -e /x ] && exec /sbin/init\nexit 1\n", "init")?.why, "it says `exit 1`")
})

test("a script that comes to its end ends in a shell", () => {
  const found = after("echo up\n\n# that is all\n", 0)
  assert.is(found?.line, 2)
  assert.is(found?.mended, `${HEAD}echo up\nexec /bin/busybox sh\n\n# that is all\n`)
})

test("a crash that the script asks for is left out", () => {
  const found = crashLine(
    `${HEAD}# echo c > /proc/sysrq-trigger\n[ -e /x ] || echo c > /proc/sysrq-trigger\n`,
  )
  assert.is(found?.line, 3)
  assert.is(found?.mended, `${HEAD}# echo c > /proc/sysrq-trigger\n[ -e /x ] || :\n`)
  assert.is(crashLine(HEAD), undefined)
})

test("a loop that sleeps waits for its condition; those before what was said are over", () => {
  const one = "until [ -b /dev/vda ]; do sleep 1; done\necho on\n"
  const found = waitLoop(HEAD + one, [])
  assert.is(found?.line, 2)
  assert.is(found?.why, "line 2 waits until `[ -b /dev/vda ]`")
  assert.is(found?.mended, `${HEAD}:\necho on\n`)
  const many =
    "while ! ip route | grep -q default\ndo\n  for x in a b; do echo $x; done\n  sleep 1\ndone &\necho on\n"
  assert.is(waitLoop(HEAD + many, [])?.mended, `${HEAD}: &\necho on\n`)
  assert.is(waitLoop(`${HEAD}${one}echo "now for it"\n${many}`, ["now for it"])?.line, 5)
  const typed = waitLoop(`${HEAD}read -r name < /etc/name\n  read answer\necho on\n`, [])
  assert.is(typed?.why, "line 3 waits for input: `read answer`")
  assert.is(typed?.mended, `${HEAD}read -r name < /etc/name\n  :\necho on\n`)
  assert.is(waitLoop(`${HEAD}while true; do sleep 9; done\n`, []), undefined)
  assert.is(waitLoop(`${HEAD}while [ -e /x ]; do date; done\n`, []), undefined)
})

test("a script that speaks to elsewhere is not heard", () => {
  const found = mutedScript(`${HEAD}  exec > /dev/ttyAMA1 2>&1\necho on\n`, ["ttyAMA0"])
  assert.is(found?.line, 2)
  assert.match(found?.why ?? "", "line 2 sends all that it says to /dev/ttyAMA1")
  assert.is(found?.mended, `${HEAD}  :\necho on\n`)
  assert.is(mutedScript(`${HEAD}exec > /dev/ttyAMA0 2>&1\nexec >/dev/console\n`, ["ttyAMA0"]), undefined)
  assert.is(mutedScript(`${HEAD}exec /sbin/init --log > /dev/null\n`, []), undefined)
})

test("a signal, or a file that is no script, tells of no line", () => {
  assert.is(scriptEnd(`${HEAD}exit\n`, { signal: 11, status: 0, text: "" }, []), undefined)
  assert.is(scriptEnd("\u007fELF", ended(0), []), undefined)
})

test.run()
