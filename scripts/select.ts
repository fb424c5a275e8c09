/** `npm run select -- FILE.json`: the best choice under the frames of a file; the last line is JSON. */
import { readFileSync } from 'node:fs'
import loadHighs from 'highs'
import { solve } from '#src/solver/solve.ts'
import { argumentsOf } from './argumentsOf.ts'
import { answerLine, spoken } from './select/answerLine.ts'
import { readProblem } from './select/problemFile.ts'

const use = 'npm run select -- FILE.json [--seconds 20]'
const { positionals, values } = argumentsOf(use, {
  allowPositionals: true,
  options: { seconds: { type: 'string', default: '20' } },
})
const [path] = positionals
if (path === undefined) fail(`Name the file: ${use}`)
const seconds = Number(values.seconds)
if (!(seconds > 0)) fail(`--seconds ${values.seconds}: how long it may take must be a number above 0`)

const read = readProblem(textOf(path))
if ('faults' in read)
  fail(`${path} can't be reckoned with:\n${read.faults.map((one) => `  ${one}`).join('\n')}`)
for (const note of read.notes) console.error(`${path}: ${note}`)
const highs = await loadHighs()
// The time is counted from the start of the process: whoever waits for it waits for that too.
const mostSeconds = Math.max(seconds - performance.now() / 1000, seconds / 2)
const line = answerLine(solve(read.problem, highs, { mostSeconds }), read.problem)
for (const sentence of spoken(line)) console.log(sentence)
console.log(JSON.stringify(line))

function textOf(name: string): string {
  try {
    return readFileSync(name, 'utf8')
  } catch (error) {
    fail(`${name} can't be read: ${(error as Error).message}`)
  }
}

function fail(says: string): never {
  console.error(says)
  process.exit(1)
}
