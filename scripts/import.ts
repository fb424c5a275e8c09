/** `npm run import -- FILE`: reads a workbook, shows what would be created, and creates it unless it is a dry run. */
import { readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type ProcessName, processNames } from '#src/lists/portfolios.ts'
import { ImportError } from '#src/import/importError.ts'
import { type ImportOptions, type ImportPlan, planImport } from '#src/import/plan.ts'
import { readWorkbook } from '#src/import/workbook.ts'
import { Refused } from '#src/rules/refusal.ts'
import { importRefusalText, importSentence, type ImportWordKey } from '#src/text/importWords.ts'
import { refusalText } from '#src/text/refusals.ts'
import { swedish } from '#src/text/swedish.ts'
import { demoOrganisation, isOrganisation, knownFrom } from './importOrganisation.ts'
import { jsonRows, reportText } from './importReport.ts'

/** Already a sentence for people. */
class Stopped extends Error {}

type Options = {
  file: string
  process: ProcessName
  dryRun: boolean
  json: boolean
  sheet?: string
  organisation?: string
  /** A site of the local tenant, other than the one shown first. */
  demo?: string
}

const oldestNode = 24

try {
  await main()
} catch (error) {
  process.exitCode = 1
  if (error instanceof ImportError) console.error(importRefusalText(error.why, error.detail, 'sv'))
  else if (error instanceof Stopped) console.error(error.message)
  else throw error
}

async function main(): Promise<void> {
  if (Number(process.versions.node.split('.')[0]) < oldestNode)
    stop('report.oldNode', { version: process.versions.node })
  const options = readOptions(process.argv.slice(2))
  const workbook = readWorkbook(new Uint8Array(read(options.file)))
  const replan = (known: Known) =>
    planImport(workbook, {
      process: options.process,
      ...known,
      ...(options.sheet !== undefined && { sheet: options.sheet }),
    })
  const plan = replan(
    knownFrom(organisationOf(options), options.organisation === undefined ? options.process : null),
  )
  const file = basename(options.file)
  const shown = options.dryRun
    ? plan
    : await applied(plan, { file, replan, ...(options.demo && { demo: options.demo }) })
  console.log(options.json ? JSON.stringify(jsonRows(shown), null, 2) : reportText(shown, file))
  if (options.dryRun && !options.json) console.log(importSentence('sv', 'report.nothingSaved'))
}

type Known = Pick<ImportOptions, 'units' | 'people' | 'existing'>

/** Saving needs the server's side of the product, which dry runs neither load nor need. */
async function applied(
  plan: ImportPlan,
  how: { file: string; demo?: string; replan: (known: Known) => ImportPlan },
): Promise<ImportPlan> {
  const { applyPlan } = await import('./importApply.ts')
  try {
    return await applyPlan(plan, how)
  } catch (error) {
    if (error instanceof Refused) {
      await swedish.learn('refusals')
      throw new Stopped(error.refusals.map((refusal) => refusalText(refusal, swedish)).join('\n'))
    }
    return stop('report.failed', { detail: error instanceof Error ? error.message : String(error) })
  }
}

function readOptions(given: string[]): Options {
  const { values, positionals } = parse(given)
  const [file] = positionals
  if (file === undefined) return stop('report.noFile')
  const process = values.process ?? 'behovsprocessen'
  if (!isProcess(process)) return stop('report.badOption', { detail: `--process ${process}` })
  return {
    file,
    process,
    dryRun: values['dry-run'] ?? false,
    json: values.json ?? false,
    ...(values.sheet !== undefined && { sheet: values.sheet }),
    ...(values.organisation !== undefined && { organisation: values.organisation }),
    ...(values.demo !== undefined && { demo: values.demo }),
  }
}

function parse(given: string[]) {
  try {
    return parseArgs({
      args: given,
      allowPositionals: true,
      options: {
        sheet: { type: 'string' },
        process: { type: 'string' },
        'dry-run': { type: 'boolean' },
        json: { type: 'boolean' },
        organisation: { type: 'string' },
        demo: { type: 'string' },
      },
    })
  } catch (error) {
    return stop('report.badOption', { detail: /'([^']+)'/.exec(String(error))?.[1] ?? given.join(' ') })
  }
}

function organisationOf({ organisation }: Options) {
  if (organisation === undefined) return demoOrganisation()
  try {
    const found: unknown = JSON.parse(read(organisation).toString('utf8'))
    if (isOrganisation(found)) return found
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  return stop('report.badOrganisation', { file: organisation })
}

function read(file: string): Buffer {
  try {
    // npm runs scripts in the project's folder: a file is named from where the person stands
    return readFileSync(resolve(process.env.INIT_CWD ?? '.', file))
  } catch {
    return stop('report.noSuchFile', { file })
  }
}

function isProcess(name: string): name is ProcessName {
  return name in processNames
}

function stop(key: ImportWordKey, values: Record<string, string> = {}): never {
  const usage = ['report.noFile', 'report.badOption'].includes(key)
    ? `\n${importSentence('sv', 'report.usage')}`
    : ''
  throw new Stopped(importSentence('sv', key, values) + usage)
}
