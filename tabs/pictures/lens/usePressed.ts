/** The mark that has been pressed, kept in the address: pressed again it lets go. Enter and the blank press a mark that has the focus. */
import { useCallback } from 'react'
import { useParam } from './useParam.ts'

export function usePressed(): {
  pressed: string | undefined
  press: (key: string) => boolean
  keys: (event: KeyboardEvent, mark: string | undefined) => boolean
} {
  const [pressed, put] = useParam('at')
  const press = useCallback(
    (key: string) => {
      put(key === pressed ? undefined : key)
      return true
    },
    [pressed, put],
  )
  const keys = useCallback(
    (event: KeyboardEvent, mark: string | undefined) =>
      event.key === ' ' && mark !== undefined && press(mark),
    [press],
  )
  return { pressed, press, keys }
}
