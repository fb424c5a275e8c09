/** The units and people that the tests' imports know: those of the demo. */
import { demoOrganisation, knownFrom } from '#scripts/importOrganisation.ts'

export const theCity = knownFrom(demoOrganisation(), 'behovsprocessen')
export const theRegion = knownFrom(demoOrganisation(), 'portfoljprocessen')
