/** Gives the browser a file to keep. */

export const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const CSV = 'text/csv;charset=utf-8'

export function saveFile(name: string, type: string, content: string | Uint8Array) {
  const url = URL.createObjectURL(new Blob([content as BlobPart], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has its own hold of the file once it has begun.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
