/** Where the region's initiatives stand on the axes of balance. */
import type { InitiativeDraft } from '#src/lists/initiatives.ts'
import type { RegionInitiative } from './regionFile.ts'

/** Where each stands in PiOS; of the others nobody has said. */
const pios: Readonly<Record<string, InitiativeDraft['pios']>> = {
  'VP-01': 'process',
  'VP-02': 'process',
  'VP-03': 'information',
  'VP-04': 'process',
  'VP-05': 'information',
  'VP-06': 'process',
  'VP-07': 'information',
  'VP-08': 'information',
  'VP-09': 'organisation',
  'VP-10': 'process',
  'VP-11': 'process',
  'VP-13': 'information',
  'VP-14': 'process',
  'VS-01': 'information',
  'VS-02': 'organisation',
  'VS-03': 'organisation',
  'VS-04': 'information',
  'VS-05': 'process',
  'VS-06': 'system',
  'VS-08': 'system',
  'RU-01': 'process',
  'RU-02': 'information',
  'RU-03': 'process',
  'KT-01': 'system',
  'KT-02': 'system',
  'KT-04': 'information',
  'INF-01': 'system',
  'INF-02': 'system',
  'INF-03': 'organisation',
  'INF-04': 'system',
  'INF-05': 'system',
  'INF-06': 'system',
  'INF-07': 'system',
  'INF-08': 'system',
  'INF-09': 'system',
}

const complexities = { enkel: 'simple', komplex: 'complex' } as const
const natures = { infrastruktur: 'infrastructure', 'direkt nytta': 'directBenefit' } as const

/** Its place on the axes of balance. */
export function axesOf({
  id,
  complexity,
  nature,
}: RegionInitiative): Pick<InitiativeDraft, 'pios' | 'complexity' | 'nature'> {
  const place = pios[id]
  return { complexity: complexities[complexity], nature: natures[nature], ...(place && { pios: place }) }
}
