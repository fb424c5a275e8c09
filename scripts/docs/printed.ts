/** The printed part of GLOSSARY.md, read from the declarations. */
import { printAgenda } from './agenda.ts'
import { printGates } from './gates.ts'
import { printItemOutcomes } from './itemOutcomes.ts'
import { printLists, printWords } from './lists.ts'
import { printMeetings } from './meetings.ts'
import { printReminders } from './reminders.ts'
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
    printReminders(),
    printMeetings(),
    printAgenda(),
    printItemOutcomes(),
    printLists(),
    printWords(),
  ].join('\n\n')
