/** Shared and inline strings with their runs, so that struck words can be told from the rest. */
import { isOn, walkXml, type Attributes } from './xml.ts'

/** `struck` is undefined when the run follows the font of its cell. */
export type Run = { text: string; struck: boolean | undefined }

/** Collects the runs of one string item; phonetic hints are left out. */
export function runCollector() {
  let runs: Run[] = []
  let inText = false
  let inPhonetic = false
  let inRun = false
  return {
    open(name: string, attributes: Attributes) {
      if (name === 'rPh') inPhonetic = true
      if (name === 'r') {
        inRun = true
        runs.push({ text: '', struck: undefined })
      }
      const last = runs.at(-1)
      if (name === 'rPr' && inRun && last) last.struck = false
      if (name === 'strike' && inRun && last) last.struck = isOn(attributes.val)
      if (name === 't' && !inPhonetic) {
        inText = true
        if (!inRun) runs.push({ text: '', struck: undefined })
      }
    },
    text(text: string) {
      const last = runs.at(-1)
      if (inText && last) last.text += text
    },
    close(name: string) {
      if (name === 'rPh') inPhonetic = false
      if (name === 't') inText = false
      if (name === 'r') inRun = false
    },
    take(): Run[] {
      const taken = runs.map((run) => ({ ...run, text: unescape(run.text) }))
      runs = []
      return taken
    },
  }
}

export function readSharedStrings(part: Uint8Array | undefined): Run[][] {
  const strings: Run[][] = []
  if (!part) return strings
  const collector = runCollector()
  walkXml(part, {
    open: (name, attributes) => collector.open(name, attributes),
    text: (text) => collector.text(text),
    close(name) {
      collector.close(name)
      if (name === 'si') strings.push(collector.take())
    },
  })
  return strings
}

/** What is left to read and what is struck, given the font of the cell. */
export function splitStruck(runs: readonly Run[], cellStruck: boolean): { text: string; struck: string } {
  const of = (struck: boolean) =>
    runs
      .filter((run) => (run.struck ?? cellStruck) === struck)
      .map((run) => run.text)
      .join('')
  return { text: of(false), struck: of(true) }
}

/** Excel writes characters that XML cannot hold as `_x000D_`. https://learn.microsoft.com/openspecs/office_standards/ms-oi29500/ */
function unescape(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => {
    const code = Number.parseInt(hex, 16)
    return code === 13 ? '' : String.fromCharCode(code)
  })
}
