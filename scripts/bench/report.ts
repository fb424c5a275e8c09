/** Prints what was measured: a heading, then one line for each thing, its figures in columns. */

export const heading = (text: string) => console.log(`\n${text}\n${'-'.repeat(text.length)}`)

const WIDE = 40

export function line(name: string, ...figures: string[]) {
  console.log(`${name.padEnd(WIDE)}${figures.map((figure) => figure.padStart(18)).join('')}`)
}

export const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

export const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`
export const kib = (bytes: number) => `${(bytes / 1024).toFixed(0)} KiB`
/** How many times as much the first is. */
export const times = (more: number, less: number) => `${(more / (less || 1)).toFixed(1)} times`
