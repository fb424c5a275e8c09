/** What the region's initiatives cost and give, year by year. */
import { benefits, costItems, costKinds, financings } from '#src/lists/businessCase.ts'
import type { DraftOf } from '#src/lists/list.ts'
import type { Region, RegionInitiative } from './regionFile.ts'
import { given, keyOfWord } from './words.ts'

type CostKind = keyof typeof costKinds
const kindOf = (kind: string): CostKind => (kind === 'rollout' ? 'rolloutOrganisation' : (kind as CostKind))

/** Time that is freed is used for something else; quality has no price. */
const benefitKindOf: Record<string, DraftOf<typeof benefits>['kind']> = {
  freedTime: 'redistributedTime',
  directSaving: 'financial',
  quality: 'notValued',
}

export const costRows = ({ file, ref }: Region): DraftOf<typeof costItems>[] =>
  file.initiatives.flatMap(({ id, costItems: items }) =>
    items.flatMap(({ kind, financing, payer, perYear }, at) =>
      Object.entries(perYear)
        .filter(([, kr]) => kr > 0)
        .map(([year, amountKr]) => ({
          key: `${id}/cost/${at + 1}/${year}`,
          title: costKinds[kindOf(kind)],
          initiative: ref(id),
          kind: kindOf(kind),
          year: Number(year),
          amountKr,
          financing: keyOfWord(financings, financing),
          ...given({ payer: payer ? ref(payer) : undefined }),
        })),
    ),
  )

export const benefitRows = ({ file, ref, who }: Region): DraftOf<typeof benefits>[] =>
  file.initiatives.flatMap(({ id, benefits: gains }) =>
    gains.flatMap((gain) =>
      Object.entries(gain.perYear).map(([year, worth]) => ({
        key: `${gain.id}/${year}`,
        title: gain.description,
        initiative: ref(id),
        kind: benefitKindOf[gain.kind] ?? 'notValued',
        unit: ref(gain.ownerUnit),
        year: Number(year),
        measure: measureOf(gain, worth),
        ...given({ owner: who(gain.owner) }),
        ...(gain.sekPerUnit !== null && {
          lowKr: worth.low * gain.sekPerUnit,
          likelyKr: worth.likely * gain.sekPerUnit,
          highKr: worth.high * gain.sekPerUnit,
        }),
      })),
    ),
  )

type Gain = RegionInitiative['benefits'][number]

/** `4000–10000 timmar, troligen 7500; 445 kr per timmar`: what the amounts were reckoned from. */
function measureOf({ unit, sekPerUnit }: Gain, { low, likely, high }: Gain['perYear'][string]): string {
  const worth = sekPerUnit !== null && unit !== 'SEK' ? `; ${sekPerUnit} kr per enhet` : ''
  return `${low}–${high} ${unit}, troligen ${likely}${worth}`
}
