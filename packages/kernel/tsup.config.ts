export { default } from "../../scripts/tsup-package.ts"
