/** The road map on paper: as many lines as a sheet of A4 or A3 has room for across, each sheet with its head. */
import { usePrinting } from '../../ui/table/usePrinting.ts'
import { type ChartFacts, Lines } from './Chart.tsx'
import { HEAD, type Layout, LINE } from './layout.ts'
import { sheetRanges } from './sheetRanges.ts'
import { Head, Now, Time } from './Time.tsx'
import styles from './Roadmap.module.css'

const WIDTH = 1120

export function Sheets({ facts, from }: { facts: ChartFacts; from: Layout['from'] }) {
  const printing = usePrinting()
  if (!printing) return null
  const layout: Layout = { names: 246, width: WIDTH, from }
  const { lines } = facts.rows
  return (
    <div className={styles.sheets}>
      {sheetRanges(lines).map(({ first, last }, sheet) => {
        const height = HEAD + (last - first) * LINE
        return (
          <svg key={first} viewBox={`0 0 ${WIDTH} ${height}`} aria-hidden='true' className={styles.sheet}>
            <clipPath id={`sheet${sheet}`}>
              <rect y={HEAD} width={WIDTH} height={height - HEAD} />
            </clipPath>
            <Time layout={layout} top={HEAD} bottom={height} />
            <g clipPath={`url(#sheet${sheet})`}>
              <g transform={`translate(0 ${HEAD - first * LINE})`}>
                <Lines
                  facts={facts}
                  layout={layout}
                  first={first}
                  last={last}
                  reach={{ from: first, to: last }}
                />
              </g>
            </g>
            <Now layout={layout} today={facts.today} top={HEAD} bottom={height} />
            <Head layout={layout} today={facts.today} />
          </svg>
        )
      })}
    </div>
  )
}
