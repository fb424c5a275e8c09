/** The address of an initiative's report for a month. */
export const reportPath = (initiative: string, month?: string) =>
  `/report/${encodeURIComponent(initiative)}${month ? `?month=${month}` : ''}`
