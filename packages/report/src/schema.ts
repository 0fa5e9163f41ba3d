// SPDX-License-Identifier: BSD-2-Clause
//
// The one place that names @effect/schema.

export { formatErrorSync as parseIssues } from "@effect/schema/ArrayFormatter"
export { make as jsonSchemaOf } from "@effect/schema/JSONSchema"
export * as Schema from "@effect/schema/Schema"
