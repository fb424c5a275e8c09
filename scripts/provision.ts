/** `npm run provision [-- --apply] [--demo NAME]`: the plan by default; with --apply, what is missing is made. Safe to run again. */
import { parseArgs } from 'node:util'
import { findingText, provisionWords as words, stepText } from '#src/text/provision.ts'
import { scriptEnvironment } from './environment.ts'
import { provision } from './provision/run.ts'

try {
  const { apply, demo } = parseArgs({
    options: { apply: { type: 'boolean', default: false }, demo: { type: 'string' } },
  }).values
  const { steps, findings } = await provision(scriptEnvironment(demo), {
    apply,
    told: (step) => console.log(`  ✓ ${stepText(step)}`),
  })
  if (!apply && steps.length > 0)
    console.log([words.plan, ...steps.map((step) => `  + ${stepText(step)}`), words.apply].join('\n'))
  if (steps.length === 0) console.log(words.nothing)
  if (findings.length > 0)
    console.log([words.look, ...findings.map((finding) => `  ! ${findingText(finding)}`)].join('\n'))
  if (apply) console.log(words.done)
} catch (error) {
  console.error(`${words.missingEnvironment}: ${(error as Error).message}`)
  process.exitCode = 1
}
