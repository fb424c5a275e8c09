/** Fills that differ by pattern as well as by colour: for those who see colours alike, for contrast themes and grey paper. */

/** How many differ; what comes after begins again. */
export const SERIES = 8

/** The fill of the `i`:th of a series, once `<Patterns prefix>` stands in the same picture. */
export const seriesFill = (prefix: string, i: number) => `url(#${prefix}${i % SERIES})`

/** Lines and dots over the colour, in a square of 8 by 8. The first is plain. */
const drawn: readonly (readonly { d: string; width: number }[])[] = [
  [],
  [{ d: 'M-2 2L2 -2M0 8L8 0M6 10L10 6', width: 2 }],
  [{ d: 'M2 2h.01M6 6h.01', width: 3 }],
  [{ d: 'M0 2h8M0 6h8', width: 1.5 }],
  [{ d: 'M2 0v8M6 0v8', width: 1.5 }],
  [{ d: 'M-2 6L2 10M0 0L8 8M6 -2L10 2', width: 2 }],
  [{ d: 'M0 4h8M4 0v8', width: 1.5 }],
  [{ d: 'M0 0L8 8M8 0L0 8', width: 1.2 }],
]

/** `prefix`: made by `useId`, so that two pictures on a page don't mix. */
export function Patterns({ prefix }: { prefix: string }) {
  return (
    <defs>
      {drawn.map((lines, i) => (
        <pattern
          key={`${prefix}${lines[0]?.d}`}
          id={`${prefix}${i}`}
          width={8}
          height={8}
          patternUnits='userSpaceOnUse'
        >
          <rect width={8} height={8} style={{ fill: `var(--series${i})` }} />
          {lines.map(({ d, width }) => (
            <path
              key={d}
              d={d}
              fill='none'
              strokeWidth={width}
              strokeLinecap='round'
              style={{ stroke: 'var(--paper)' }}
            />
          ))}
        </pattern>
      ))}
    </defs>
  )
}
