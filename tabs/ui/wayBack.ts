/** The way back to where somebody came from, kept with each entry of the browser's history. */

interface Kept {
  /** Search and filters of the portfolio, as they stood in its address. */
  from?: string
  /** The view of it that was left, when it wasn't the table. */
  page?: string
  /** The initiative that was open: its row is found again. */
  row?: string
}

const kept = () => (window.history.state ?? {}) as Kept

/** The portfolio as it was left. */
export const portfolioLeft = () => `${kept().page ?? '/portfolio'}${kept().from ? `?${kept().from}` : ''}`

/** The row to go on from, when an initiative led back here. */
export const rowLeftAt = () => kept().row

/** What a link back to the portfolio takes with it. */
export const leaving = (row: string): Kept => ({ row })
