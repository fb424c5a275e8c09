/** `npm run provision [-- --apply]`: the plan by default; with --apply, what is missing is made. Safe to run again. */
import { findingText, provisionWords as words, stepText } from '#src/text/provision.ts'
import { scriptEnvironment } from './environment.ts'
import { provision } from './provision/run.ts'

const apply = process.argv.includes('--apply')
try {
  const { steps, findings } = await provision(scriptEnvironment(), {
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
