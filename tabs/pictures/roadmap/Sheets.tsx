/** The road map on paper: as many lines as a sheet of A4 or A3 has room for across, each sheet with its head. */
import { usePrinting } from '../../ui/table/usePrinting.ts'
import { type ChartFacts, Head, Lines, Time } from './Chart.tsx'
import { HEAD, type Layout, LINE } from './layout.ts'
import styles from './Roadmap.module.css'

/** The shape of a sheet on its side, less what stands above the picture. */
const LINES = 22
const WIDTH = 1120

export function Sheets({ facts, from }: { facts: ChartFacts; from: Layout['from'] }) {
  const printing = usePrinting()
  if (!printing) return null
  const layout: Layout = { names: 246, width: WIDTH, from }
  const { lines } = facts.rows
  return (
    <div className={styles.sheets}>
      {Array.from({ length: Math.ceil(lines.length / LINES) }, (_, sheet) => {
        const [first, last] = [sheet * LINES, Math.min(lines.length, (sheet + 1) * LINES)]
        const height = HEAD + (last - first) * LINE
        return (
          <svg key={first} viewBox={`0 0 ${WIDTH} ${height}`} aria-hidden='true' className={styles.sheet}>
            <clipPath id={`sheet${sheet}`}>
              <rect y={HEAD} width={WIDTH} height={height - HEAD} />
            </clipPath>
            <Time layout={layout} height={height} />
            <g clipPath={`url(#sheet${sheet})`}>
              <g transform={`translate(0 ${HEAD - first * LINE})`}>
                <Lines facts={facts} layout={layout} first={first} last={last} />
              </g>
            </g>
            <Head layout={layout} today={facts.today} height={height} />
          </svg>
        )
      })}
    </div>
  )
}
