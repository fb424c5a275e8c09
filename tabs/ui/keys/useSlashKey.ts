/** `/` goes to the search of the page from anywhere on it but a field, unless keys of a single character are turned off. */
import { useEffect } from 'react'
import { isSingleKey, useKeys } from './keys.ts'
import { searchKeys } from './rows.ts'

/** `field` is the id of the search. */
export function useSlashKey(field: string) {
  useKeys(searchKeys)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isSingleKey(event, '/')) return
      event.preventDefault()
      document.getElementById(field)?.focus()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [field])
}
