// SPDX-License-Identifier: BSD-2-Clause
//
// The tool's version, as package.json has it (a test compares them), and that of the files it builds.

export const VERSION = "0.1.0"

/** Goes up when the form of a build changes; a build of another form is made anew. */
export const BUILD_FORMAT = 2
