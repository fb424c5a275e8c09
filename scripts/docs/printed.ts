/** The printed part of GLOSSARY.md, read from the declarations. */
import { printGates } from './gates.ts'
import { printLists, printWords } from './lists.ts'
import { printReporting } from './reporting.ts'
import { printDeciding, printPermissions, printProcesses } from './rules.ts'
import { printWhoDecides } from './whoDecides.ts'

export const printed = () =>
  [
    printProcesses(),
    printGates(),
    printWhoDecides(),
    printDeciding(),
    printPermissions(),
    printReporting(),
    printLists(),
    printWords(),
  ].join('\n\n')
