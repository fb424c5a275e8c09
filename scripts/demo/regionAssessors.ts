/** Members of the region's portfolio managements who see it otherwise than the owner of the portfolio: as many steps up as down. */
import type { Region } from './regionFile.ts'

/** Initiative, principle, who is one step (or more) under the file's score, and who is as much over it. */
type Dissent = readonly [
  initiative: string,
  principle: string,
  under: { by: string; reason: string },
  over: { by: string; reason: string },
  steps?: number,
]

const dissents: readonly Dissent[] = [
  [
    'VP-02',
    'costBenefit',
    { by: 'p-121', reason: 'Tiden som sparas i mottagningen går åt till att läsa svaren.' },
    { by: 'p-124', reason: 'Färre avbokade operationer är inte medräknade.' },
  ],
  [
    'VP-02',
    'whole',
    { by: 'p-122', reason: 'Gäller bara den öppna specialistvården.' },
    { by: 'p-124', reason: 'Samma formulär kan användas i primärvården.' },
    2,
  ],
  [
    'VP-09',
    'costBenefit',
    { by: 'p-123', reason: 'Kommunernas kostnader är inte med i kalkylen.' },
    { by: 'p-125', reason: 'Varje frigjord vårdplats är mer värd än den schablon som använts.' },
  ],
  [
    'VP-09',
    'prerequisites',
    { by: 'p-123', reason: 'Avtalet med kommunerna är inte klart.' },
    { by: 'p-125', reason: 'Två kliniker har redan bemannat.' },
  ],
  [
    'VP-11',
    'legal',
    { by: 'p-122', reason: 'Lagen kräver samverkan, inte ett nytt it-stöd.' },
    { by: 'p-121', reason: 'Nuvarande stöd uppfyller inte kravet på spärr.' },
  ],
  [
    'VP-11',
    'prerequisites',
    { by: 'p-122', reason: 'Fyra kommuner har inte svarat.' },
    { by: 'p-121', reason: 'Upphandlingen är förberedd.' },
    2,
  ],
  [
    'VP-13',
    'costBenefit',
    { by: 'p-124', reason: 'Dubbeldokumentationen finns kvar tills akuten bytt system.' },
    { by: 'p-125', reason: 'Överlämningen går snabbare från första dagen.' },
  ],
  [
    'VS-08',
    'costBenefit',
    { by: 'p-104', reason: 'Nyttan är inte mätt.' },
    { by: 'p-132', reason: 'Dagens intranät kostar mer i förvaltning än det nya.' },
  ],
  [
    'VS-01',
    'prerequisites',
    { by: 'p-103', reason: 'Två av systemen byts ut under tiden.' },
    { by: 'p-132', reason: 'Anslutningen är beprövad sedan etapp ett.' },
  ],
]

/** What each of them gave, and why. Means are those of the file, so that its rankings stand. */
export const dissentingScores = ({ file }: Region) =>
  dissents.flatMap(([initiative, principle, under, over, steps = 1]) => {
    const score = file.initiatives.find(({ id }) => id === initiative)?.scores[principle]?.score
    if (score === undefined || score - steps < 1 || score + steps > 5)
      throw new Error(`${initiative} ${principle}: there is no room for ${steps} steps up and down`)
    return [
      { initiative, principle, value: score - steps, ...under },
      { initiative, principle, value: score + steps, ...over },
    ]
  })
