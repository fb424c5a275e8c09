/** Takes rows pasted anywhere on the page but in a field. */
import { useEffect, useRef } from 'react'

export function usePaste(take: (text: string) => void) {
  const latest = useRef(take)
  useEffect(() => {
    latest.current = take
  }, [take])
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if ((event.target as HTMLElement).closest('input, textarea, select') || text.trim() === '') return
      event.preventDefault()
      latest.current(text)
    }
    window.addEventListener('paste', onPaste)
    return () => window.removeEventListener('paste', onPaste)
  }, [])
}
